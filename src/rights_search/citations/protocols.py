"""Protocols: the treaties they add to, and which one “the Optional Protocol” can mean."""

from collections.abc import Iterator

from rights_search.citations.families import family_of
from rights_search.vocabulary import instruments

#: The treaty a protocol adds to, where its id does not say it (`iccpr-op1` adds to `iccpr`).
PARENTS = {
    "opcat": "cat",
    "san-salvador": "achr",
    "refugee-protocol-1967": "refugee-1951",
    "european-social-charter-ap": "european-social-charter",
}
#: The one protocol “the Optional Protocol” can mean to a body …
PROTOCOL = {"achr": "san-salvador", "icescr": "icescr-op", "cedaw": "cedaw-op", "crpd": "crpd-op", "cat": "opcat"}
#: … and, where its treaty has several, the one that allows communications, in a communication.
ON_COMMUNICATIONS = {"iccpr": "iccpr-op1", "crc": "crc-opic"}


def parent_of(instrument: str) -> str:
    """The treaty a protocol adds to: `iccpr` for `iccpr-op1`."""
    return PARENTS.get(instrument) or instrument.partition("-")[0]


def protocol_to(treaty: str) -> str:
    """The protocol that is called by its treaty's name alone; none where it may be one of several."""
    protocols = list(_protocols(treaty))
    return protocols[0] if len(protocols) == 1 else ON_COMMUNICATIONS["iccpr"] if treaty == "iccpr" else ""


def _protocols(treaty: str) -> Iterator[str]:
    return (one for one in instruments() if family_of(one) == "protocol" and parent_of(one) == treaty)
