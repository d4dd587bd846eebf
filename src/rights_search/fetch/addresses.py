"""Which addresses may be asked: a publisher on the list, over https, at an address of the public Internet.

A name is resolved once and the connection goes to what was found, so that a name cannot mean one machine when it is
checked and another when it is asked (DNS rebinding).
"""

import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

from rights_search.errors import FetchError


class Guard:
    """Says where a request may go."""

    def __init__(self, hosts: Iterable[str], *, schemes: tuple[str, ...] = ("https",), local: bool = False) -> None:
        """Allow these hosts. `local` allows addresses that are not public: for a server on this machine."""
        self._hosts = {host.lower().rstrip(".") for host in hosts}
        self._schemes = schemes
        self._local = local

    def checked(self, url: str) -> str:
        """The address itself, where it may be asked.

        Raises:
            FetchError: another scheme, a host that is not on the list, credentials in it, or no address at all.
        """
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").lower().rstrip("."), parts.port
        except ValueError as error:
            raise FetchError(f"{url[:200]} is no address: {error}") from error
        if parts.scheme not in self._schemes:
            raise FetchError(f"{url[:200]} is not {' or '.join(self._schemes)}")
        if parts.username is not None or parts.password is not None:
            raise FetchError(f"{host} is asked with credentials in the address")
        if host not in self._hosts:
            raise FetchError(f"{host or url[:200]} is not among the publishers that may be asked; see fetch.toml")
        if port not in (None, 443) and not self._local:
            raise FetchError(f"{host} is asked at port {port}")
        return url

    def resolved(self, host: str, port: int) -> str:
        """An address of the host that may be connected to.

        Raises:
            FetchError: the name cannot be resolved, or any of its addresses is not public.
        """
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchError(f"{host} cannot be found: {error}") from error
        addresses = [str(row[4][0]) for row in found]
        if not addresses:
            raise FetchError(f"{host} has no address")
        for address in addresses:
            if not self._local and not is_public(address):
                raise FetchError(f"{host} leads to {address}, which is not public")
        return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public Internet; an IPv4 address within an IPv6 one counts as itself."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(known, ipaddress.IPv6Address):
        inner = known.ipv4_mapped or known.sixtofour or (known.teredo or (None, None))[1]
        if inner is not None:
            return inner.is_global and known.ipv4_mapped is not None
    return known.is_global and not known.is_multicast
