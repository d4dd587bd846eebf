"""What a server says in the headers of an answer: anything at all, so that each is read with suspicion."""

import time
from email.utils import parsedate_to_datetime

import httpx

#: No wait is longer than this many digits of seconds.
DIGITS = 6


def plain(value: str) -> str:
    """The value, where it can be sent back in a request; "" for one with letters that no header may have."""
    return value if value.isascii() and value.isprintable() else ""


def mark_of(headers: httpx.Headers) -> str:
    """What tells this very file from a later one, byte by byte: its ETag, unless that is a weak one, or its date."""
    etag = plain(headers.get("etag", ""))
    return etag if etag and not etag.startswith("W/") else plain(headers.get("last-modified", ""))


def length_of(headers: httpx.Headers) -> int | None:
    """The size that is announced, in bytes."""
    return number(headers.get("content-length", ""))


def wait_asked(headers: httpx.Headers) -> float:
    """The seconds that the server asks to wait; 0 where it asks nothing we understand."""
    printed = headers.get("retry-after", "").strip()
    if printed.isascii() and printed.isdecimal():
        return float(printed) if len(printed) <= DIGITS else 10.0**DIGITS
    try:
        return max(0.0, parsedate_to_datetime(printed).timestamp() - time.time())
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return 0.0


def number(printed: str) -> int | None:
    """A whole number of bytes, as long as it is one."""
    return int(printed) if printed.isascii() and printed.isdecimal() and len(printed) < 16 else None
