"""Matrices of recommendations as texts: thematic lists of the High Commissioner's Office, and those of ministries.

A Word, HTML or PDF file gives a table as lines: its head on one, then the cells of each row one below the other, or a
row on each line. A row begins with the recommendation's number. The head says which cells follow.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

from rights_search.errors import ParseError, Refusal
from rights_search.model import Parsed, Problem, Source, SourceKind
from rights_search.parsers.base import text_of
from rights_search.parsers.observations.dates import session_in
from rights_search.parsers.sheets import Columns
from rights_search.parsers.upr.columns import head_in, is_matrix, known_in, state_declared
from rights_search.parsers.upr.matrix_cells import (
    SOURCE,
    Cells,
    by_lines,
    by_place,
    by_words,
    in_plain_order,
    is_answer,
)
from rights_search.parsers.upr.recommendations import state_named
from rights_search.parsers.upr.report_layout import markdown_of
from rights_search.parsers.upr.table import read_rows
from rights_search.vocabulary import states

#: The number of a recommendation, which begins a row; and a row's own, in a cell of its own.
NUMBER = re.compile(r"(\d{1,3}\.\d{1,3})\.?(?:\s+|$)")
OWN_NUMBER = re.compile(r"(\d{1,4})[.)]?$")
THEME = re.compile(r"(?:theme|right or area|tema|derecho o ámbito|thème) ?: ?(.+)", re.IGNORECASE)
SYMBOL = re.compile(r"A/HRC/\d{1,3}/\d{1,3}")
REVIEW_OF = re.compile(r"(?:UPR|Universal Periodic Review) of (?:the )?([^()\n]{3,60}?) ?(?:\(|$)", re.MULTILINE)
SESSION = re.compile(r"(\d{1,2}) ?(?:st|nd|rd|th|\.?[ºª°]|e|ème)[ -](?:session|período de sesiones)", re.IGNORECASE)
ROW = re.compile(r"\|(.+)\|")
#: What every matrix has in its bytes, and a page of HTML in its cells.
RECOMMENDS = re.compile(rb"recom", re.IGNORECASE)
CELL = re.compile(
    rb"<t[dh]\b[^>]{0,300}>(?:\s{0,40}<[a-z][^>]{0,300}>){0,4}\s{0,40}\d{1,3}(?:\.\d{1,3})?[.)]?[\s<]", re.IGNORECASE
)
#: So many rows make a matrix, and the head stands so near the beginning.
FEWEST, FIRST_LINES = 3, 60
#: So much of a file is looked at to recognise it, and so many of its rows may lack a State or an answer.
BEGINNING, MOST_WITHOUT = 60_000, 0.05
#: The cells that are made of each row.
CELLS = ("number", "recommendation", "recommending", "response", "session", "symbol", "theme", "other")
AS_TABLE = "give it as XLSX or CSV, with the columns that the README names; if it is another document, declare its kind"


class Item(Struct):
    """A row, as the lines of its cells."""

    number: str
    place: int
    theme: str
    lines: list[str] = field(default_factory=list)


class Matrix(Struct):
    """What stands above the head, the columns in their order, whether cells have lines of their own, and the rows."""

    front: list[str]
    columns: Columns
    count: int  #: of all columns
    in_cells: bool
    items: list[Item]


def recognises(source: Source) -> bool:
    """A head that names the recommendation with its States or its answer, and rows that begin with numbers."""
    if source.declared.kind not in (None, SourceKind.UPR) or not RECOMMENDS.search(source.data, 0, BEGINNING):
        return False
    is_page = source.data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    if is_page and len(list(islice(CELL.finditer(source.data), FEWEST))) < FEWEST:
        return False
    rows = _lines(source, BEGINNING)
    first = list(islice(rows, FIRST_LINES))
    head = _head(first)
    if head is None:
        return False
    lines = [*first, *rows]
    own = head[2] and "number" in known_in(head[1])
    return max(_numbers(lines, NUMBER), _numbers(lines, OWN_NUMBER) if own else 0) >= FEWEST


def parse(source: Source) -> Parsed:
    """One document.

    Raises:
        ParseError: the State under review is not told, or the cells cannot be told apart; with what to do.
    """
    matrix = _matrix(lines_of(source))
    above = sum(map(len, matrix.front))
    matrix.front.insert(0, source.declared.title)
    state = _state(matrix, source)
    if not state:
        raise ParseError(
            "a matrix of recommendations that does not name the State under review: declare it (--state, or state in"
            " a collection.toml)",
            code=Refusal.UNDECLARED,
        )
    rows = list(_rows(matrix))
    answered = "response" in matrix.columns
    without = [place for place, cells in rows if not (cells[1] and cells[2] and (cells[3] or not answered))]
    if not rows or len(without) > MOST_WITHOUT * len(rows):
        raise ParseError(
            f"a matrix of recommendations, but of {len(rows)} rows {len(without)} have no State or answer that can be"
            f" told from the text beside it: {AS_TABLE}",
            code=Refusal.FORM,
        )
    doubts = (
        Problem(source.path, place, "has no State or no answer that can be told from its text") for place in without
    )
    columns = {name: place for place, name in enumerate(CELLS[:-1])}
    if not any(cells[4] or cells[5] for _, cells in rows):
        columns.pop("session")
    parsed = read_rows(columns, rows, state, source, above)
    return replace(parsed, problems=(*parsed.problems, *doubts))


def lines_of(source: Source) -> list[str]:
    """The lines with words of a text, or of a page of HTML; none of what is no text."""
    return list(_lines(source))


def _lines(source: Source, most: int | None = None) -> Iterator[str]:
    """The same of so many of its letters, one by one."""
    try:
        text = markdown_of(text_of(source))[:most]
    except ParseError:
        return
    lines = (" ".join(line.replace("\u00a0", " ").split()) for line in text.replace("\f", "\n").split("\n"))
    yield from (line for line in lines if line)


def _head(lines: Sequence[str]) -> tuple[int, list[str], bool] | None:
    """The line of the head, the names on it, and whether they stood in cells."""
    for place, line in enumerate(lines[:FIRST_LINES]):
        row = ROW.fullmatch(line)
        names = [cell.strip() for cell in row[1].split("|")] if row else head_in(line)
        if is_matrix(names):
            return place, names, row is not None
    return None


def _matrix(lines: Sequence[str]) -> Matrix:
    found = _head(lines)
    if found is None:
        raise ParseError("no head names its columns", code=Refusal.FORM)
    head, names, in_cells = found
    matrix = Matrix(list(lines[:head]), known_in(names), len(names), in_cells, [])
    theme = ""
    begins = NUMBER if _numbers(lines[head:], NUMBER) >= FEWEST else OWN_NUMBER
    for place, line in _below(lines, head):
        if titled := THEME.fullmatch(line.strip("#* ")):
            theme = titled[1]
        elif numbered := begins.match(line):
            rest = line[numbered.end() :]
            matrix.items.append(Item(numbered[1], place, theme, [rest] if rest else []))
        elif matrix.items:
            matrix.items[-1].lines.append(line)
    if in_cells and "response" in matrix.columns:
        matrix.items = _answered(matrix.items)
    return matrix


def _below(lines: Sequence[str], head: int) -> Iterator[tuple[int, str]]:
    """The lines below the head with their places; of a row between strokes its cells."""
    for place, printed in enumerate(lines[head + 1 :], head + 2):
        # The head is repeated on each page, where rows run on as a line or behind the row before.
        line = printed.removeprefix(lines[head]).removesuffix(lines[head]).strip()
        row = ROW.fullmatch(line)
        for cell in row[1].split("|") if row else [line]:
            if cell.strip():
                yield place, cell.strip()


def _numbers(lines: Sequence[str], number: re.Pattern[str]) -> int:
    return sum(1 for line in lines if number.match(line.strip("| ")))


def _answered(items: Sequence[Item]) -> list[Item]:
    """The rows without those whose number is a theme’s, as “12.4.” in a row of paragraph 166: it has no answers."""
    paragraphs = {_paragraph(item) for item in items if any(map(is_answer, item.lines))}
    kept: list[Item] = []
    for item in items:
        if kept and paragraphs and _paragraph(item) not in paragraphs:
            kept[-1].lines.extend([f"{item.number}. {item.lines[0] if item.lines else ''}", *item.lines[1:]])
        else:
            kept.append(item)
    return kept


def _paragraph(item: Item) -> str:
    return item.number.partition(".")[0]


def _state(matrix: Matrix, source: Source) -> str:
    """Declared; else named as the one reviewed above the head, or the one State that is named there."""
    if declared := state_declared(source.declared):
        return declared
    above = "\n".join(matrix.front)
    if (named := REVIEW_OF.search(above)) and (code := state_named(named[1])):
        return code
    row = states().longest_in(above)
    return row.id if row else ""


def _rows(matrix: Matrix) -> Iterator[tuple[str, list[str]]]:
    above = "\n".join(matrix.front)
    printed = SESSION.search(above)
    session = printed[1] if printed else session_in(above)
    symbols = Counter(
        symbol for item in matrix.items for line in item.lines if SOURCE.match(line) for symbol in SYMBOL.findall(line)
    )
    symbol = next(iter(symbols)) if len(symbols) == 1 else ""
    for item, cells in zip(matrix.items, _cells(matrix), strict=True):
        row = [item.number, cells.text, cells.by, cells.answer, session, symbol, item.theme, cells.other]
        yield f"line {item.place}", row


def _cells(matrix: Matrix) -> list[Cells]:
    """The cells of each row.

    Raises:
        ParseError: other columns stand between ours, and what is in them cannot be told apart.
    """
    columns, count = matrix.columns, matrix.count
    placed = [by_place(item.lines, columns, count) if matrix.in_cells else None for item in matrix.items]
    if placed.count(None) <= MOST_WITHOUT * len(placed):
        return [row or by_lines(item.lines, columns) for row, item in zip(placed, matrix.items, strict=True)]
    if not in_plain_order(columns, count, matrix.in_cells):
        raise ParseError(
            f"a matrix of recommendations whose columns cannot be told apart in a text: {AS_TABLE}", code=Refusal.FORM
        )
    apart = by_lines if matrix.in_cells else by_words
    return [apart(item.lines, columns) for item in matrix.items]
