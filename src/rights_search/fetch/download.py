"""One document over HTTP: conditional, resumed, retried, within limits of size and time, slow enough to be welcome."""

import time
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx
from msgspec import Struct

from rights_search.errors import FetchError
from rights_search.fetch.addresses import Guard

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


class _Pinned(httpx.HTTPTransport):
    """Connects to the address that was checked, under the host's name."""

    def __init__(self, guard: Guard) -> None:
        super().__init__(retries=0)
        self._guard = guard

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        host = url.host
        port = url.port or (443 if url.scheme == "https" else 80)
        address = self._guard.resolved(host, port)
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = url.copy_with(host=address)
        return super().handle_request(request)


class Downloader:
    """Downloads from the hosts that its guard allows."""

    def __init__(
        self, guard: Guard, limits: Limits | None = None, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """Keep the guard and the limits; `sleep` waits between requests."""
        self._guard = guard
        self._limits = limits or Limits()
        self._sleep = sleep
        self._asked: dict[str, float] = {}
        timeout = httpx.Timeout(30.0, connect=15.0)
        self._client = httpx.Client(transport=_Pinned(guard), timeout=timeout, follow_redirects=False, trust_env=False)

    def __enter__(self) -> "Downloader":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, url: str, part: Path, *, etag: str = "", modified: str = "") -> Got:
        """The file at an address; `part` holds what came so far, for an attempt that goes on where one broke off.

        Raises:
            FetchError: it may not be asked, is not there, is too large, takes too long, or fails every time.
        """
        until = time.monotonic() + self._limits.seconds
        why = ""
        for attempt in range(1, self._limits.attempts + 1):
            try:
                return self._attempt(url, part, etag, modified, until)
            except _RetryError as error:
                why = str(error)
                if attempt < self._limits.attempts and time.monotonic() < until:
                    self._sleep(min(LONGEST_WAIT, error.wait or 2.0 ** (attempt - 1)))
        raise FetchError(f"{why}, {self._limits.attempts} times: try again later")

    def _attempt(self, url: str, part: Path, etag: str, modified: str, until: float) -> Got:
        # As it is: a broken download goes on at a place in the file, and PDF does not pack further.
        headers = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        held, mark = _held(part)
        if held and mark:
            headers |= {"Range": f"bytes={held}-", "If-Range": mark}
        for _ in range(MOST_REDIRECTS + 1):
            self._guard.checked(url)
            self._wait(httpx.URL(url).host)
            try:
                with self._client.stream("GET", url, headers=headers) as response:
                    if response.has_redirect_location:
                        url = str(httpx.URL(url).join(response.headers.get("location", "")))
                        continue
                    return self._taken(response, url, part, until)
            except httpx.InvalidURL as error:
                raise FetchError(f"{url[:200]} is no address: {error}") from error
            except httpx.TransportError as error:
                raise _RetryError(f"{httpx.URL(url).host} did not answer ({type(error).__name__})") from error
        raise FetchError(f"more than {MOST_REDIRECTS} redirects, the last to {url[:200]}")

    def _taken(self, response: httpx.Response, url: str, part: Path, until: float) -> Got:
        status = response.status_code
        if status == 304:
            return Got(unchanged=True, url=url)
        if status == 416:  # what we hold is more than there is now: begin anew
            _forget(part)
            raise _RetryError(f"{httpx.URL(url).host} has another file by now")
        if status in AGAIN:
            raise _RetryError(f"{httpx.URL(url).host} answers {status}", _wait_asked(response))
        if status not in (200, 206):
            raise FetchError(f"{httpx.URL(url).host} answers {status}")
        self._save(response, part, until, resumed=status == 206)
        data = part.read_bytes()
        _forget(part)
        return Got(
            data=data,
            etag=response.headers.get("etag", ""),
            modified=response.headers.get("last-modified", ""),
            kind=response.headers.get("content-type", "").partition(";")[0].strip().lower(),
            url=url,
        )

    def _save(self, response: httpx.Response, part: Path, until: float, *, resumed: bool) -> None:
        """Write what comes, as it comes."""
        part.parent.mkdir(parents=True, exist_ok=True)
        mark = response.headers.get("etag", "") or response.headers.get("last-modified", "")
        _mark_of(part).write_text(mark, "utf-8")
        size = part.stat().st_size if resumed and part.is_file() else 0
        expected = _length(response)
        if expected is not None and size + expected > self._limits.bytes:
            raise FetchError(f"larger than {self._limits.bytes // 2**20} MB")
        with part.open("ab" if resumed else "wb") as file:
            for chunk in self._chunks(response, until):
                size += len(chunk)
                if size > self._limits.bytes:
                    _forget(part)
                    raise FetchError(f"larger than {self._limits.bytes // 2**20} MB")
                file.write(chunk)

    def _chunks(self, response: httpx.Response, until: float) -> Iterator[bytes]:
        for chunk in response.iter_bytes():
            if time.monotonic() > until:
                raise FetchError(f"not whole after {self._limits.seconds:.0f} seconds: try again later")
            yield chunk

    def _wait(self, host: str) -> None:
        """Leave the host its time between two requests."""
        since = time.monotonic() - self._asked.get(host, -1e9)
        if since < self._limits.seconds_between:
            self._sleep(self._limits.seconds_between - since)
        self._asked[host] = time.monotonic()


def _mark_of(part: Path) -> Path:
    return part.with_suffix(part.suffix + ".mark")


def _held(part: Path) -> tuple[int, str]:
    """How much of a file came before, and what tells whether it is still the same file."""
    try:
        return part.stat().st_size, _mark_of(part).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return 0, ""


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    _mark_of(part).unlink(missing_ok=True)


def _length(response: httpx.Response) -> int | None:
    printed = response.headers.get("content-length", "")
    return int(printed) if printed.isascii() and printed.isdecimal() and len(printed) < 16 else None


def _wait_asked(response: httpx.Response) -> float:
    """The seconds that the server asks to wait; 0 where it asks nothing we understand."""
    printed = response.headers.get("retry-after", "")
    if printed.isascii() and printed.isdecimal():
        return float(printed[:6])
    try:
        return max(0.0, parsedate_to_datetime(printed).timestamp() - time.time())
    except (ValueError, TypeError):
        return 0.0
