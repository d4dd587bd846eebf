"""A PDF as text: running heads and feet out, footnotes apart and tied to their marks, lines joined into paragraphs."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from rights_search.model import Source
from rights_search.parsers.transcripts.account import Account
from rights_search.parsers.transcripts.pdf_edges import drop_contents, drop_margin
from rights_search.parsers.transcripts.pdf_line_numbers import drop_line_numbers
from rights_search.parsers.transcripts.pdf_lines import HYPHENS, Line, Page
from rights_search.parsers.transcripts.pdf_notes import ENDNOTES, ENDS, Notes, foot, joined
from rights_search.parsers.transcripts.pdf_order import in_columns, notes_last, whole
from rights_search.parsers.transcripts.pdf_pages import body_size, pages_read
from rights_search.parsers.transcripts.pdf_running import drop_running
from rights_search.parsers.transcripts.pdf_watermarks import drop_watermarks

MAGIC = b"%PDF-"
#: What stands where a page is missing, as lawyers mark an omission in any language.
MISSING = "[…]"
#: A gap between lines, in line heights, that parts paragraphs.
GAP = 0.62
#: The same from base to base, in sizes of the letters: a gap looks wider above letters that are low.
PITCH = 1.45
#: What is higher, in the same sizes, are two printed lines that PDFium took for one.
TWO_LINES = 1.4
#: A line of fewer letters than one for so much of its width, in sizes of the letters, is a row of cells.
SPARSE = 1.0
#: A line has room for a word that is shorter than so much of what is left of it, and leaves so much of its width free.
ROOM, SHORT = 1.5, 0.5
#: On so many pages one sees what is the number of a page without knowing where it stands.
AGREEING = 3
#: Headings are set so much larger than the text, or than other headings.
LARGER = 1.12

_NUMBERED = re.compile(
    r"\s*(?:(?:\d{1,3}|1[0-8]\d\d)\.(?:\d{1,3}\.?)?(?=\s|$)|\(?[a-z]{1,4}\)\s|[IVXLC]{1,6}\.\s|[A-Z]\.\s|[•–—-]\s)"
)
_PARAGRAPH = re.compile(r"\s*(?:\d{1,3}|1[0-8]\d\d)\.(?:\d{1,3}\.?)?(?=\s|$)")
#: A hyphen that PDFium joined with the first item of a list: the line ended in a dash.
_DASH = re.compile(rf"[{HYPHENS}](?=\(?(?:[a-z]|[ivx]{{1,4}}|\d{{1,2}})[.)]\s)")
#: The title page of a judgment of the Inter-American Court.
_COURT = re.compile(
    r"corte interamericana de derechos humanos\s.{0,400}\bcaso\b.{3,300}\bsentencia\s+de\b", re.IGNORECASE | re.DOTALL
)


class _Reading(Struct):
    """What is read so far."""

    blocks: list[str] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    body: float = 0.0
    previous: Line | None = None
    edge: float = 0.0  #: how far the lines of the page before reach


def recognises(data: bytes) -> bool:
    """The signature, which may stand a little after the beginning."""
    return MAGIC in data[:1024]


def transcribe(source: Source, account: Account) -> str:
    """The document as Markdown.

    Raises:
        ParseError: it is damaged, encrypted, too long, or pictures of pages without text.
    """
    pages = pages_read(source, account)
    drop_watermarks(pages, account.left_out)
    drop_line_numbers(pages, account.left_out)
    for page in pages:
        page.lines, page.parted = whole(page.lines), whole(page.parted)
        in_columns(page)
    printed = _as_printed(pages) if _is_of_the_court(pages) else ""
    left_out: Counter[str] = Counter()
    drop_running(pages, left_out)
    drop_contents(pages, left_out)
    for page in pages:
        notes_last(page)
    reading = _Reading(body=body_size(pages))
    for page in pages:
        if not page.readable:
            reading.blocks.append(MISSING)
            reading.previous = None
        drop_margin(page, reading.body, left_out)
        _read(page, reading)
    if printed and not _needs_geometry(pages, reading.notes):
        return printed
    account.left_out.update(left_out)
    made = "\n\n".join((*reading.blocks, *(f"[^{mark}]: {text}" for mark, text in reading.notes.texts.items()))) + "\n"
    return _with_hyphens(_DASH.sub("— ", made))


def _is_of_the_court(pages: Sequence[Page]) -> bool:
    return bool(_COURT.search(" ".join(line.text for page in pages[:2] for line in page.lines)))


def _needs_geometry(pages: Sequence[Page], notes: Notes) -> bool:
    """Whether a judgment of the Court has two columns, its notes at its end, or too few pages to tell their feet."""
    return notes.endnotes or 2 * sum(bool(page.gutter) for page in pages) > len(pages) or len(pages) < AGREEING


def _text(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _as_printed(pages: Iterable[Page]) -> str:
    """The pages line by line: the reader of the Inter-American Court's judgments tells notes and numbers itself.

    It does so by what the feet of several pages have in common.
    """
    printed = "\f".join(_text(page.lines) if page.readable else MISSING for page in pages)
    return json.dumps({"data": _with_hyphens(printed)}, ensure_ascii=False)


def _with_hyphens(text: str) -> str:
    for hyphen in HYPHENS:
        text = text.replace(hyphen, "-")
    return text


def _read(page: Page, reading: _Reading) -> None:
    lines = page.lines
    cut = foot(lines, reading.body, reading.notes)
    left = reading.notes.take(lines[cut:], page.gutter)
    reading.blocks.extend(left)
    if 0 < cut < len(lines) and ENDNOTES.fullmatch(lines[cut - 1].text):
        reading.notes.endnotes = True
        cut -= 1
    above: Line | None = None
    for line in lines[:cut]:
        _add(line, above, reading)
        above = line
    reading.edge = max((line.right for line in lines[:cut]), default=reading.edge)


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
        reading.blocks[-1] = joined(reading.blocks[-1], words)
    else:
        reading.blocks.append(f"## {words}" if heading else words)
    reading.previous = line


def _goes_on_bold(line: Line, above: Line | None, reading: _Reading) -> bool:
    """Whether a bold line goes on with a bold paragraph: a recommendation that someone set off."""
    if above is None or not above.bold or not reading.blocks or reading.blocks[-1].startswith("## "):
        return False
    return not _is_far(above, line) and above.bottom > line.bottom


def _in_other_letters(above: Line, line: Line, body: float) -> bool:
    """Whether one of two lines is a heading by its larger letters."""
    if above.size == line.size:
        return False
    small, large = sorted((above.size, line.size))
    return large > LARGER * body and large > LARGER * small and min(map(len, (above.text, line.text))) > 1


def _is_in_capitals(above: Line, line: Line) -> bool:
    """Whether a line is several words in capitals, and the one before it is none."""
    return line.text.isupper() and len(line.text.split()) > 2 and not above.text.isupper()


def _height(line: Line) -> float:
    return max(line.top - line.bottom, line.size, 1.0)


def _is_one_line(line: Line) -> bool:
    """Whether it is not so high that it may be two, which PDFium took for one."""
    return line.top - line.bottom < TWO_LINES * line.size


def _begins(line: Line, above: Line | None, reading: _Reading, heading: bool) -> bool:
    previous, block = reading.previous, reading.blocks[-1]
    if previous is None or heading != block.startswith("## "):
        return True
    if _NUMBERED.match(line.text) and not (heading and above is not None and not _PARAGRAPH.match(line.text)):
        return True
    if _in_other_letters(previous, line, reading.body) or (_is_row(previous) and _is_row(line)):
        return True
    if above is None and (heading or line.size > LARGER * reading.body or _is_in_capitals(previous, line)):
        return True
    if above is None:  # a new page: a sentence that has not ended goes on
        return line.text.lstrip()[:1].isupper() and (block.endswith(ENDS) or _is_short(previous, line, reading.edge))
    space = above.bottom - line.top
    if space < 0 and space < -4 * _height(line):  # another column
        return block.endswith(ENDS) or not line.text.lstrip()[:1].islower()
    return _is_far(above, line)


def _is_row(line: Line) -> bool:
    return line.right - line.left > SPARSE * _height(line) * len(line.text)


def _is_far(above: Line, line: Line) -> bool:
    """Whether a line stands farther below another than the lines of a paragraph do."""
    if above.base and line.base and _is_one_line(above) and _is_one_line(line):
        return above.base - line.base > PITCH * line.size
    return above.bottom - line.top > GAP * _height(line)


def _is_short(previous: Line, line: Line, edge: float) -> bool:
    """Whether the first word of a line had found room on the line before, had that not ended its paragraph."""
    first, *_ = line.text.split()
    letter = (line.right - line.left) / len(line.text)
    return edge - previous.right > ROOM * letter * len(first) and edge - previous.right > SHORT * (edge - previous.left)


def _with_marks(line: Line) -> str:
    """The words with the marks of notes written `[^3]`."""
    text = line.text
    for place, mark in reversed(line.marks):
        if text[:place].strip():
            text = f"{text[:place].rstrip()}[^{mark}]{text[place + len(mark) :]}"
    return text
