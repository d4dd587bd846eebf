"""A PDF as text: running heads and feet out, footnotes apart and tied to their marks, lines joined into paragraphs."""

import json
import re
from collections.abc import Iterable

from msgspec import Struct, field

from rights_search.model import Source
from rights_search.parsers.transcripts.account import Account
from rights_search.parsers.transcripts.pdf_edges import drop_contents, drop_margin
from rights_search.parsers.transcripts.pdf_lines import HYPHENS, SMALLER, Line, Page
from rights_search.parsers.transcripts.pdf_order import in_columns, whole
from rights_search.parsers.transcripts.pdf_pages import body_size, pages_read
from rights_search.parsers.transcripts.pdf_running import drop_running

MAGIC = b"%PDF-"
#: What stands where a page is missing, as lawyers mark an omission in any language.
MISSING = "[…]"
#: A gap between lines, in line heights, that parts paragraphs.
GAP = 0.62
#: How a paragraph ends.
ENDS = tuple(".:;!?”»)")
#: Headings are set so much larger than the text, or than other headings.
LARGER = 1.12
#: A hyphen that is seen only where a line ends.
SOFT = "\xad"

_NUMBERED = re.compile(r"\s*(?:\d{1,3}\.(?:\d{1,3}\.?)?(?=\s|$)|\(?[a-z]{1,4}\)\s|[IVXLC]{1,6}\.\s|[A-Z]\.\s|[•–—-]\s)")
_PARAGRAPH = re.compile(r"\s*\d{1,3}\.(?:\d{1,3}\.?)?(?=\s|$)")
_NOTE = re.compile(r"\s*(\d{1,3}|\*{1,3})\s+(?=\S)")
#: The heading of notes at a document's end.
_ENDNOTES = re.compile(r"\s*(?:End ?notes|Notes?|Notas?(?: finales)?)\s*", re.IGNORECASE)
#: A hyphen that PDFium joined with the first item of a list: the line ended in a dash.
_DASH = re.compile(rf"[{HYPHENS}](?=\(?(?:[a-z]|[ivx]{{1,4}}|\d{{1,2}})[.)]\s)")
#: The title page of a judgment of the Inter-American Court.
_COURT = re.compile(
    r"corte interamericana de derechos humanos\s.{0,400}\bcaso\b.{3,300}\bsentencia\s+de\b", re.IGNORECASE | re.DOTALL
)


class _Reading(Struct):
    """What is read so far."""

    blocks: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    body: float = 0.0
    previous: Line | None = None
    endnotes: bool = False  #: whether the notes of the whole document have begun


def recognises(data: bytes) -> bool:
    """The signature, which may stand a little after the beginning."""
    return MAGIC in data[:1024]


def transcribe(source: Source, account: Account) -> str:
    """The document as Markdown.

    Raises:
        ParseError: it is damaged, encrypted, too long, or pictures of pages without text.
    """
    pages = pages_read(source, account)
    for page in pages:
        page.lines, page.parted = whole(page.lines), whole(page.parted)
        in_columns(page)
    if _COURT.search(" ".join(line.text for page in pages[:2] for line in page.lines)):
        return _as_printed(pages)
    drop_running(pages, account.left_out)
    drop_contents(pages, account.left_out)
    reading = _Reading(body=body_size(pages))
    for page in pages:
        if not page.readable:
            reading.blocks.append(MISSING)
            reading.previous = None
        drop_margin(page, reading.body, account.left_out)
        _read(page, reading)
    made = "\n\n".join((*reading.blocks, *(f"[^{mark}]: {text}" for mark, text in reading.notes.items()))) + "\n"
    return _with_hyphens(_DASH.sub("— ", made))


def _text(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _as_printed(pages: Iterable[Page]) -> str:
    """The pages line by line: the reader of the Inter-American Court's judgments tells notes and numbers itself."""
    printed = "\f".join(_text(page.lines) if page.readable else MISSING for page in pages)
    return json.dumps({"data": _with_hyphens(printed)}, ensure_ascii=False)


def _with_hyphens(text: str) -> str:
    for hyphen in HYPHENS:
        text = text.replace(hyphen, "-")
    return text


def _read(page: Page, reading: _Reading) -> None:
    lines = page.lines
    cut = _foot(lines, reading)
    _take_notes(lines[cut:], reading)
    if 0 < cut < len(lines) and _ENDNOTES.fullmatch(lines[cut - 1].text):
        reading.endnotes = True
        cut -= 1
    above: Line | None = None
    for line in lines[:cut]:
        _add(line, above, reading)
        above = line


def _foot(lines: list[Line], reading: _Reading) -> int:
    """Where the notes of a page begin: the last run of small lines.

    A page all of small lines has none, unless the notes of the whole document began on a page before it.
    """
    cut = len(lines)
    while cut and 0 < lines[cut - 1].size < SMALLER * reading.body:
        cut -= 1
    return cut if cut or reading.endnotes else len(lines)


def _take_notes(lines: list[Line], reading: _Reading) -> None:
    mark = ""
    for line in lines:
        begins = _NOTE.match(line.text)
        if begins and ((line.marks[:1] and line.marks[0][0] <= begins.start(1)) or _continues(begins[1], reading)):
            mark = begins[1]
            while mark in reading.notes:  # numbering that begins anew, in an annex
                mark += "x"
            reading.notes[mark] = " ".join(line.text[begins.end() :].split())
        elif mark or reading.notes:
            mark = mark or next(reversed(reading.notes))
            reading.notes[mark] = _joined(reading.notes[mark], line.text.strip())
        else:
            reading.blocks.append(" ".join(line.text.split()))


def _continues(mark: str, reading: _Reading) -> bool:
    """Whether a number at the beginning of a small line is the next note's."""
    if not mark.isdecimal():
        return True
    known = [int(other) for other in reading.notes if other.isdecimal()]
    return int(mark) == (known[-1] if known else 0) + 1


def _add(line: Line, above: Line | None, reading: _Reading) -> None:
    """Join a line to the paragraph before it, or begin another."""
    words = " ".join(_with_marks(line).split())
    heading = (
        line.bold
        and not words[:1].islower()  # a word of a sentence that is set apart
        and any(map(str.isalpha, words))  # else it is a cell of a table
        and not _PARAGRAPH.match(line.text)
        and len(words) < 200
        and not _goes_on_bold(line, above, reading)
    )
    if reading.blocks and not _begins(line, above, reading, heading):
        reading.blocks[-1] = _joined(reading.blocks[-1], words)
    else:
        reading.blocks.append(f"## {words}" if heading else words)
    reading.previous = line


def _goes_on_bold(line: Line, above: Line | None, reading: _Reading) -> bool:
    """Whether a bold line goes on with a bold paragraph: a recommendation that someone set off."""
    if above is None or not above.bold or not reading.blocks or reading.blocks[-1].startswith("## "):
        return False
    return above.bottom - line.top <= GAP * _height(line) and above.bottom > line.bottom


def _in_other_letters(above: Line, line: Line, body: float) -> bool:
    """Whether one of two lines is a heading by its larger letters."""
    small, large = sorted((above.size, line.size))
    return large > LARGER * body and large > LARGER * small and min(map(len, (above.text, line.text))) > 1


def _height(line: Line) -> float:
    return max(line.top - line.bottom, line.size, 1.0)


def _begins(line: Line, above: Line | None, reading: _Reading, heading: bool) -> bool:
    previous, block = reading.previous, reading.blocks[-1]
    if previous is None or heading != block.startswith("## "):
        return True
    if _NUMBERED.match(line.text) and not (heading and above is not None and not _PARAGRAPH.match(line.text)):
        return True
    if _in_other_letters(previous, line, reading.body):
        return True
    if above is None and (heading or line.size > LARGER * reading.body):
        return True
    if above is None:  # a new page: a sentence that has not ended goes on
        return block.endswith(ENDS) and line.text.lstrip()[:1].isupper()
    space = above.bottom - line.top
    if space < -4 * _height(line):  # another column
        return block.endswith(ENDS) or not line.text.lstrip()[:1].islower()
    return space > GAP * _height(line)


def _with_marks(line: Line) -> str:
    """The words with the marks of notes written `[^3]`."""
    text = line.text
    for place, mark in reversed(line.marks):
        if text[:place].strip():
            text = f"{text[:place].rstrip()}[^{mark}]{text[place + len(mark) :]}"
    return text


def _joined(before: str, line: str) -> str:
    """A line after another. A hyphen at the end of a line stays: nine in ten are real (non-discrimination)."""
    if before.endswith(tuple(HYPHENS)):
        return before[:-1] + "-" + line
    if before.endswith(SOFT):
        return before[:-1] + line
    if before.endswith("-") and line[:1].islower():
        return before + line
    return f"{before} {line}"
