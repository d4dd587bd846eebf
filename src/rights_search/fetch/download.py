"""One document over HTTP: conditional, resumed, retried, within limits of size and time, slow enough to be welcome."""

import ssl
import time
from collections.abc import Callable
from pathlib import Path

import httpx
from msgspec import Struct

from rights_search.errors import FetchError
from rights_search.fetch.addresses import Guard
from rights_search.fetch.headers import plain, wait_asked
from rights_search.fetch.parts import Part, unpacked, whole_size
from rights_search.fetch.transport import Transport

MOST_REDIRECTS = 5
#: Answers after which it is worth asking again.
AGAIN = {408, 425, 429, 500, 502, 503, 504}
LONGEST_WAIT = 60.0
AGENT = "rights-search (open-source archive of human rights texts)"


class Limits(Struct, frozen=True):
    """Of one download."""

    bytes: int = 60 * 2**20
    seconds: float = 120.0
    attempts: int = 3
    seconds_between: float = 2.0


class Got(Struct, frozen=True):
    """What came: nothing new, or the file with what tells it from a later one."""

    unchanged: bool = False
    data: bytes = b""
    etag: str = ""
    modified: str = ""
    kind: str = ""  #: the media type that the server names
    url: str = ""  #: where it came from in the end


class _RetryError(Exception):
    """Worth another attempt, after so many seconds."""

    def __init__(self, why: str, wait: float = 0.0) -> None:
        super().__init__(why)
        self.wait = wait


class _LaterError(FetchError):
    """Worth another run, which goes on with what came so far."""


class _Task(Struct):
    """A document that is being fetched: what tells the one we have from a later one, where it grows, the time left."""

    part: Part
    etag: str
    modified: str
    left: float

    def headers(self) -> dict[str, str]:
        # As it is: a broken download goes on at a place in the file, and PDF does not pack further.
        asked = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
        if self.etag:
            asked["If-None-Match"] = self.etag
        if self.modified:
            asked["If-Modified-Since"] = self.modified
        return asked | self.part.asks()


class Downloader:
    """Downloads from the hosts that its guard allows."""

    def __init__(
        self, guard: Guard, limits: Limits | None = None, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """Keep the guard and the limits; `sleep` waits between requests."""
        self._guard = guard
        self._limits = limits or Limits()
        self._sleep = sleep
        self._free_at: dict[str, float] = {}
        self._left: dict[str, str] = {}  #: hosts that want to be left alone for longer than we wait, and why
        self._transport = Transport(guard)

    def __enter__(self) -> "Downloader":
        return self

    def __exit__(self, *_: object) -> None:
        self._transport.close()

    def get(self, url: str, part: Path, *, etag: str = "", modified: str = "") -> Got:
        """The file at an address; `part` holds what came so far, for an attempt that goes on where one broke off.

        Raises:
            FetchError: it may not be asked, is not there, is too large, takes too long, or fails every time.
        """
        task = _Task(Part(part), plain(etag), plain(modified), self._limits.seconds)
        try:
            return self._attempts(url, task)
        except _LaterError:
            task.part.tidy()
            raise
        except FetchError:
            task.part.forget()
            raise

    def _attempts(self, url: str, task: _Task) -> Got:
        why = ""
        for attempt in range(1, self._limits.attempts + 1):
            try:
                return self._attempt(url, task)
            except _RetryError as error:
                why = str(error)
                if error.wait > LONGEST_WAIT:
                    raise _LaterError(f"{why} and wants to be left alone for {error.wait:.0f} seconds") from error
                if attempt < self._limits.attempts:
                    self._sleep(min(LONGEST_WAIT, error.wait or 2.0 ** (attempt - 1)))
        raise _LaterError(f"{why}, {self._limits.attempts} times: try again later")

    def _attempt(self, printed: str, task: _Task) -> Got:
        for _ in range(MOST_REDIRECTS + 1):
            # As the connection will understand it: what is checked must be what is asked.
            url = _address(printed)
            self._guard.checked(str(url))
            if url.host in self._left:
                raise _LaterError(f"{url.host} is not asked: {self._left[url.host]}; try again later")
            answer = self._asked(url, task)
            if isinstance(answer, Got):
                return answer
            printed = answer
        raise FetchError(f"more than {MOST_REDIRECTS} redirects, the last to {printed[:200]}")

    def _asked(self, url: httpx.URL, task: _Task) -> Got | str:
        """The file, or the address that we are sent to."""

        async def take(response: httpx.Response) -> Got | str:
            return await self._taken(response, url, task)

        self._wait(url.host)
        began = time.monotonic()
        try:
            return self._transport.ask(url, task.headers(), task.left, take)
        except TimeoutError as error:
            raise _LaterError(f"not whole after {self._limits.seconds:.0f} seconds: try again later") from error
        except httpx.TransportError as error:
            if refused := _certificate(error):
                raise FetchError(f"{url.host} is another, or a proxy stands between: {refused}") from error
            raise _RetryError(f"{url.host} did not answer ({type(error).__name__})") from error
        finally:
            task.left -= time.monotonic() - began

    async def _taken(self, response: httpx.Response, url: httpx.URL, task: _Task) -> Got | str:
        status, headers = response.status_code, response.headers
        if response.has_redirect_location:
            return str(_address(headers["location"], url))
        if status == 304 and (task.etag or task.modified):
            return Got(unchanged=True, url=str(url))
        if status == 416:  # what we hold is more than there is now: begin anew
            task.part.forget()
            raise _RetryError(f"{url.host} has another file by now")
        if status in AGAIN:
            self._note(url.host, wait := wait_asked(headers), status)
            raise _RetryError(f"{url.host} answers {status}", wait)
        if status not in (200, 206):
            raise FetchError(f"{url.host} answers {status}")
        if status == 206 and not task.part.goes_on(headers):
            task.part.forget()
            raise _RetryError(f"{url.host} sends another part of the file than was asked for")
        await self._save(response, task.part, url.host, resumed=status == 206)
        data = self._plain(task.part.path.read_bytes(), headers.get("content-encoding", ""), url.host)
        task.part.forget()
        return Got(
            data=data,
            etag=plain(headers.get("etag", "")),
            modified=plain(headers.get("last-modified", "")),
            kind=headers.get("content-type", "").partition(";")[0].strip().lower(),
            url=str(url),
        )

    async def _save(self, response: httpx.Response, part: Part, host: str, *, resumed: bool) -> None:
        """Write what comes, as it comes."""
        whole = whole_size(response.headers, part.size() if resumed else 0, resumed=resumed)
        self._must_fit(whole or 0)
        if not resumed:
            part.begin(response.headers)
        size = part.size()
        with part.open() as file:
            async for chunk in response.aiter_raw():
                size += len(chunk)
                self._must_fit(size)
                file.write(chunk)
        if whole is not None and size != whole:
            if size > whole:
                part.forget()
            raise _RetryError(f"{host} sends {size} bytes of {whole}")

    def _plain(self, data: bytes, encoding: str, host: str) -> bytes:
        """The file itself, where a server packs it although it was asked not to."""
        packed = encoding.strip().lower()
        if packed in ("", "identity"):
            return data
        if packed not in ("gzip", "x-gzip"):
            raise FetchError(f"{host} sends it packed in a way that was not asked for ({packed[:40]})")
        try:
            data = unpacked(data, self._limits.bytes)
        except ValueError as error:
            raise FetchError(f"{host} sends it packed, and it cannot be unpacked: {error}") from error
        self._must_fit(len(data))
        return data

    def _must_fit(self, size: int) -> None:
        if size > self._limits.bytes:
            raise FetchError(f"larger than {self._limits.bytes // 2**20} MB")

    def _note(self, host: str, wait: float, status: int) -> None:
        """Remember what a host asks of us: it is the same for the next document."""
        self._free_at[host] = time.monotonic() + min(LONGEST_WAIT, max(wait, self._limits.seconds_between))
        if wait > LONGEST_WAIT:
            self._left[host] = f"it answered {status} and wants to be left alone for {wait:.0f} seconds"

    def _wait(self, host: str) -> None:
        """Leave the host its time between two requests."""
        free = self._free_at.get(host, 0.0) - time.monotonic()
        if free > 0:
            self._sleep(free)
        self._free_at[host] = time.monotonic() + self._limits.seconds_between


def _certificate(error: BaseException | None) -> str:
    """What is wrong with the certificate that a server shows; "" where something else went wrong."""
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return f"its certificate is not valid ({error.verify_message})" if error is not None else ""


def _address(printed: str, base: httpx.URL | None = None) -> httpx.URL:
    """An address, or one that is given relative to another.

    Raises:
        FetchError: it is none.
    """
    try:
        return base.join(printed) if base else httpx.URL(printed)
    except (httpx.InvalidURL, ValueError) as error:
        sent = "it is moved to what" if base else printed[:200]
        raise FetchError(f"{sent} is no address: {error}") from error
