"""Matrices of recommendations as texts: thematic lists of the High Commissioner's Office, and those of ministries.

A Word, HTML or PDF file gives a table as lines: its head on one, then the cells of each row one below the other, or a
row on each line. A row begins with the recommendation's number. The head says which cells follow.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct, field

from rights_search.errors import ParseError, Refusal
from rights_search.model import Parsed, Source, SourceKind
from rights_search.parsers.base import text_of
from rights_search.parsers.observations.dates import session_in
from rights_search.parsers.sheets import Columns
from rights_search.parsers.upr.columns import TOLD_IN_TEXT, head_in, known_in, state_declared
from rights_search.parsers.upr.recommendations import ANSWERS, only_states, recommending, state_named
from rights_search.parsers.upr.report_layout import markdown_of
from rights_search.parsers.upr.table import read_rows
from rights_search.vocabulary import fold, states

#: The number of a recommendation, which begins a row.
NUMBER = re.compile(r"(\d{1,3}\.\d{1,3})\.?(?:\s+|$)")
THEME = re.compile(r"(?:theme|right or area|tema|derecho o ámbito|thème) ?: ?(.+)", re.IGNORECASE)
SOURCE = re.compile(r"(?:source of position|fuente de la posición|source de la position) ?: ?(.*)", re.IGNORECASE)
SYMBOL = re.compile(r"A/HRC/\d{1,3}/\d{1,3}")
REVIEW_OF = re.compile(r"(?:UPR|Universal Periodic Review) of (?:the )?([^()\n]{3,60}?) ?(?:\(|$)", re.MULTILINE)
SESSION = re.compile(r"(\d{1,2}) ?(?:st|nd|rd|th|\.?[ºª°]|e|ème)[ -](?:session|período de sesiones)", re.IGNORECASE)
ROW = re.compile(r"\|(.+)\|")
#: What every matrix has in its bytes, and a page of HTML in its cells.
RECOMMENDS = re.compile(rb"recom", re.IGNORECASE)
CELL = re.compile(rb">\s{0,20}\d{1,3}\.\d{1,3}\.?[\s<]")
#: So many rows make a matrix, and the head stands so near the beginning.
FEWEST, FIRST_LINES = 3, 60
#: So much of a file is looked at to recognise it, and so many of its rows may lack a State or an answer.
BEGINNING, MOST_WITHOUT = 60_000, 0.05
#: The longest run of words that is an answer, and one that names States.
ANSWER_WORDS, STATE_WORDS = 7, 16
#: No cell of States, and no line of one, is longer.
LONGEST_CELL = 600
#: The cells that are made of each row.
CELLS = ("number", "recommendation", "recommending", "response", "session", "symbol", "theme", "other")
AS_TABLE = "give it as XLSX or CSV, with the columns that the README names"


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
    in_cells: bool
    items: list[Item]


def recognises(source: Source) -> bool:
    """A head that names the recommendation and one more of our columns, and rows that begin with numbers."""
    if source.declared.kind not in (None, SourceKind.UPR) or not RECOMMENDS.search(source.data, 0, BEGINNING):
        return False
    if (
        source.data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
        and len(list(islice(CELL.finditer(source.data), FEWEST))) < FEWEST
    ):
        return False
    lines = lines_of(source, BEGINNING)
    return _head(lines) is not None and sum(1 for line in lines if NUMBER.match(line)) >= FEWEST


def parse(source: Source) -> Parsed:
    """One document.

    Raises:
        ParseError: the State under review is not told, or the cells cannot be told apart; with what to do.
    """
    matrix = _matrix(lines_of(source))
    state = _state(matrix, source)
    if not state:
        raise ParseError(
            "a matrix of recommendations that does not name the State under review: declare it (--state, or state in"
            " a collection.toml)",
            code=Refusal.UNDECLARED,
        )
    rows = list(_rows(matrix))
    without = sum(
        1 for _, cells in rows if not (cells[1] and cells[2] and (cells[3] or "response" not in matrix.columns))
    )
    if not rows or without > MOST_WITHOUT * len(rows):
        raise ParseError(
            f"a matrix of recommendations, but of {len(rows)} rows {without} have no State or answer that can be told"
            f" from the text beside it: {AS_TABLE}",
            code=Refusal.FORM,
        )
    columns = {name: place for place, name in enumerate(CELLS[:-1])}
    if not any(cells[4] or cells[5] for _, cells in rows):
        columns.pop("session")
    return read_rows(columns, rows, state, source, sum(map(len, matrix.front)))


def lines_of(source: Source, most: int | None = None) -> list[str]:
    """The lines with words of a text, or of a page of HTML, or of so many of its letters; none of what is no text."""
    try:
        text = markdown_of(text_of(source))[:most]
    except ParseError:
        return []
    lines = (" ".join(line.replace("\u00a0", " ").split()) for line in text.replace("\f", "\n").split("\n"))
    return [line for line in lines if line]


def _head(lines: Sequence[str]) -> tuple[int, list[str], bool] | None:
    """The line of the head, the names on it, and whether they stood in cells."""
    for place, line in enumerate(lines[:FIRST_LINES]):
        row = ROW.fullmatch(line)
        names = [cell.strip() for cell in row[1].split("|")] if row else head_in(line)
        known = known_in(names)
        if "recommendation" in known and len(known) > 1 - bool(_in_brackets(names, known)):
            return place, names, row is not None
    return None


def _in_brackets(names: Sequence[str], known: Columns) -> bool:
    """Whether the column's name says that the State stands behind the recommendation."""
    return fold(names[known["recommendation"]]) in TOLD_IN_TEXT


def _matrix(lines: Sequence[str]) -> Matrix:
    found = _head(lines)
    if found is None:
        raise ParseError("no head names its columns", code=Refusal.FORM)
    head, names, in_cells = found
    matrix = Matrix(list(lines[:head]), known_in(names), in_cells, [])
    theme = ""
    for place, printed in enumerate(lines[head + 1 :], head + 2):
        # The head is repeated on each page, where rows run on as a line or behind the row before.
        line = printed.removeprefix(lines[head]).removesuffix(lines[head]).strip()
        if not line:
            continue
        if titled := THEME.fullmatch(line.strip("#* ")):
            theme = titled[1]
        elif numbered := NUMBER.match(line):
            rest = line[numbered.end() :]
            matrix.items.append(Item(numbered[1], place, theme, [rest] if rest else []))
        elif matrix.items:
            matrix.items[-1].lines.append(line)
    if in_cells and "response" in matrix.columns:
        matrix.items = _answered(matrix.items)
    return matrix


def _answered(items: Sequence[Item]) -> list[Item]:
    """The rows without those whose number is a theme’s, as “12.4.” in a row of paragraph 166: it has no answers."""
    paragraphs = {_paragraph(item) for item in items if any(map(_is_answer, item.lines))}
    kept: list[Item] = []
    for item in items:
        if kept and _paragraph(item) not in paragraphs:
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
    for item in matrix.items:
        text, by, answer, other = _cells_of(item, matrix) if matrix.in_cells else _parts_of(item, matrix)
        yield f"line {item.place}", [item.number, text, by, answer, session, symbol, item.theme, other]


def _cells_of(item: Item, matrix: Matrix) -> tuple[str, str, str, str]:
    """Text, States, answer and all else of a row whose cells stand one below the other."""
    text: list[str] = []
    by: list[str] = []
    other: list[str] = []
    answer = ""
    for line in item.lines:
        if not answer and _is_answer(line):
            answer = line
        elif answer or SOURCE.match(line):
            other.append(line)
<<<<<<< HEAD
        elif "recommending" in matrix.columns and text and (named := only_states(line)):
=======
        elif "recommending" in matrix.columns and text and len(line) <= LONGEST_CELL and (named := only_states(line)):
>>>>>>> cccff08 (A report's headings and a matrix's cells are looked at near their ends only; a Word file's page head counts where it is nothing but a table)
            by.extend(named)
        elif by or (other and "response" in matrix.columns):
            other.append(line)
        else:
            text.append(line)
    return _joined(text), _named(_joined(text), by), answer, "\n".join(other)


def _parts_of(item: Item, matrix: Matrix) -> tuple[str, str, str, str]:
    """The same of a row whose cells stand side by side: the answer is its last words, and States those before."""
    words = _joined(item.lines).split()
    answer = ""
    if "response" in matrix.columns:
        size = next((n for n in range(ANSWER_WORDS, 0, -1) if _is_answer(" ".join(words[-n:]))), 0)
        answer = " ".join(words[len(words) - size :])
        words = words[: len(words) - size]
    by: list[str] = []
    if "recommending" in matrix.columns:
        size = next((n for n in range(min(STATE_WORDS, len(words) - 1), 0, -1) if only_states(" ".join(words[-n:]))), 0)
        by = only_states(" ".join(words[len(words) - size :])) if size else []
        words = words[: len(words) - size]
    text = " ".join(words)
    return text, _named(text, by), answer, ""


def _is_answer(words: str) -> bool:
    """Supported, noted, or both, as of a recommendation that was accepted in part."""
    return all(fold(word) in ANSWERS and word.strip() for word in words.split("/"))


def _joined(lines: Sequence[str]) -> str:
    return " ".join(lines)


def _named(text: str, by: Sequence[str]) -> str:
    """The recommending States by their names: those of their own column, or those in brackets behind the text."""
    known, strange = ((), ()) if by else recommending(text)
    return "; ".join([*(states()[code].en for code in (*by, *known)), *strange])
