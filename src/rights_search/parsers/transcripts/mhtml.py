"""A web page that a browser saved as one file (MHTML): its HTML, out of the mail format that it is packed in.

Only the page itself is read: pictures and styles are passed over, frames within it are counted as left out, and no
address in it is followed. A letter in the same format (.eml) is no page, and is refused with what to do.
"""

import re
from collections import Counter
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source
from rights_search.parsers.base import soup_of, visible
from rights_search.parsers.encodings import decode
from rights_search.parsers.transcripts.account import Account

#: The head of the file is no longer than this, nor any heading line in it.
HEAD, LONGEST_LINE = 32_000, 32_000
#: A page with hundreds of pictures; the email package needs eight times the memory, and keeps each line by itself.
LARGEST, MOST_PARTS, MOST_LINES = 32 * 2**20, 5_000, 750_000
#: A page has its alternatives within what belongs to it: deeper is a trap.
MOST_NESTED = 8
WEB_PAGE = ("text/html", "application/xhtml+xml")
FRAMES = "frames within the web page"

_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}(?=[A-Za-z][A-Za-z0-9-]{1,60}:[ \t\r\n])")
_LINE = re.compile(rb"^(?P<name>[A-Za-z][A-Za-z0-9-]{1,60}):[ \t]*(?P<value>[^\r\n]*)", re.MULTILINE)
_HEAD_ENDS = re.compile(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r")
_PACKED = re.compile(rb"(?:multipart|text|message)/", re.IGNORECASE)
#: What the way of a letter leaves in its head, and a browser writes none of.
SENT = frozenset((b"received", b"return-path", b"delivered-to", b"message-id", b"to", b"cc", b"bcc", b"reply-to"))


class _Limited(Compat32):
    """The email package's oldest rules, which look at headers least; what only hostile files have, ends the reading."""

    def __init__(self) -> None:
        super().__init__()
        self.__dict__["seen"] = Counter[str]()  # rules are frozen, but not what they remember

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """One header, if it is not made to blow up."""
        if sum(map(len, sourcelines)) > LONGEST_LINE:
            raise _too_much("a heading line that is longer than any")
        name, value = super().header_source_parse(sourcelines)
        if name.lower() == "content-type":
            seen: Counter[str] = self.__dict__["seen"]
            seen["parts"] += 1
            seen["nested"] += value.lstrip().lower().startswith(("multipart", "message"))
            if seen["parts"] > MOST_PARTS or seen["nested"] > MOST_NESTED:
                raise _too_much("more parts than any page")
        return name, value


def _too_much(what: str) -> ParseError:
    return ParseError(f"a web page saved as one file with {what}: save the page again, as HTML", code=Refusal.TOO_LARGE)


def recognises(data: bytes) -> bool:
    """A head as of a letter, which says its version and what is packed in it, or its way and its number."""
    headers = _headers(data)
    if _PACKED.match(headers.get(b"content-type", b"")) and b"mime-version" in headers:
        return True
    return b"message-id" in headers and b"from" in headers and b"date" in headers


def _headers(data: bytes) -> dict[bytes, bytes]:
    """The headers at the very beginning, by their names in small letters."""
    begins = _BEGINS.match(data[:200])
    if not begins:
        return {}
    head = _HEAD_ENDS.split(data[begins.end() : HEAD], maxsplit=1)[0]
    return {found["name"].lower(): found["value"] for found in _LINE.finditer(head)}


def transcribe(source: Source, account: Account) -> str:
    """The page as HTML.

    Raises:
        ParseError: it is a letter, holds no page, is damaged, or made to blow up.
    """
    begins = _BEGINS.match(source.data[:200])
    data = source.data[begins.end() if begins else 0 :]
    if SENT & _headers(data).keys():
        raise ParseError(
            "an e-mail, not a web page: give the document that is attached to it, or its words as PDF or text",
            code=Refusal.FORM,
        )
    if len(data) > LARGEST or data.count(b"\n") + data.count(b"\r") > 2 * MOST_LINES:
        raise _too_much(f"more than {LARGEST // 2**20} MB, or {MOST_LINES} lines")
    try:
        message = BytesParser(policy=_Limited()).parsebytes(data)
        pages = list(_pages(message))
    except (MessageError, ValueError, LookupError) as error:
        raise ParseError(
            f"a damaged web page ({str(error)[:80]}): save the page again, as HTML", code=Refusal.DAMAGED
        ) from error
    first = _first(message, pages)
    if first is None:
        raise ParseError(
            "a file as browsers save web pages, or an e-mail, without a page in it: save the page again, as HTML",
            code=Refusal.FORM,
        )
    for frame in pages:
        if frame is not first:
            account.left_out[FRAMES] += visible(soup_of(_html(frame)).get_text(" "))
    html = _html(first)
    if not html.strip():
        raise ParseError("a web page without a word in it: save the page again, as HTML", code=Refusal.EMPTY)
    return html


def _pages(message: Message) -> Iterator[Message]:
    """The parts that are pages, in their order."""
    for part in message.walk():
        if part.get_content_type() in WEB_PAGE and not part.is_multipart():
            yield part


def _first(message: Message, pages: list[Message]) -> Message | None:
    """The page that the file says it starts with, else the first."""
    start = message.get_param("start")
    named = (page for page in pages if start and str(page.get("Content-ID", "")).strip() == str(start).strip())
    return next(named, pages[0] if pages else None)


def _html(part: Message) -> str:
    """The words of a part, unpacked; by their bytes, since pages say the wrong encoding of themselves."""
    packed = part.get_payload(decode=True)
    text = decode(packed) if isinstance(packed, bytes) else None
    if text is None:
        raise ParseError("its encoding cannot be told: save the page as UTF-8", code=Refusal.ENCODING)
    return text
