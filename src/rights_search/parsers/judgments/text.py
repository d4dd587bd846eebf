r"""The text of a judgment file: JSON `{"data": text}`, as collections of the Court's texts have it, a page, or text."""

import re
from collections import Counter

import msgspec

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source
from rights_search.parsers.base import text_of
from rights_search.parsers.numbered.html import to_markdown
from rights_search.parsers.numbered.lines import HTML

CONTROL = "control characters"
MENUS = "menus and forms of the page"

#: Bytes of a file that are enough to tell what it is.
HEAD = 12_000

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\ufeff\ue000\ue001]")
_SPACES = re.compile("[\t\u00a0\u2002-\u200a\u202f\u3000]")


class _Wrapped(msgspec.Struct):
    data: str


def raw_text(source: Source, left_out: Counter[str]) -> str:
    """The text as the file gives it; the menus of a page are left out.

    Raises:
        ParseError: the JSON is broken or holds no text, or the file is no text at all.
    """
    if is_page(source.data):
        text, _, menus = to_markdown(text_of(source))
        left_out[MENUS] += menus
        return text
    if not _is_wrapped(source):
        return text_of(source)
    try:
        wrapped = msgspec.json.decode(source.data.removeprefix(b"\xef\xbb\xbf"), type=_Wrapped)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ParseError(
            f"the JSON around the judgment is damaged ({error}): fetch or copy it again", code=Refusal.DAMAGED
        ) from error
    return text_of(Source(source.path, wrapped.data.encode("utf-8", "replace"), source.declared))


def head_of(source: Source) -> str:
    """The beginning of the text, to tell what it is; empty where it is no text."""
    data = source.data[:HEAD]
    if not _is_wrapped(source):
        return data.decode("utf-8", "ignore") or data.decode("cp1252", "ignore")
    try:
        return str(msgspec.json.decode(_closed(data), type=_Wrapped).data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return data.decode("utf-8", "ignore")


def is_page(data: bytes) -> bool:
    """Whether a file is a page of HTML."""
    return HTML.search(data[:2000].decode("utf-8", "replace")) is not None


def cleaned(text: str, left_out: Counter[str]) -> str:
    """The text without control characters, its many kinds of space made one."""
    controls = _CONTROLS.findall(text)
    if controls:
        left_out[CONTROL] += sum(not character.isspace() for character in controls)
        text = _CONTROLS.sub("", text)
    return _SPACES.sub(" ", text).replace("\x0b", "\n")


def _is_wrapped(source: Source) -> bool:
    head = source.data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b'"data"' in head


def _closed(data: bytes) -> bytes:
    r"""The beginning of a JSON object, cut at the last whole line and closed."""
    cut = data.rfind(b"\\n")
    return data if cut < 0 else data[:cut] + b'"}'
