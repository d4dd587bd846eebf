"""Tables that no reader knows: they are refused with the columns they have and those that are needed.

So are matrices of recommendations in a text, whose columns no head names as we know them.
"""

import re
from collections.abc import Sequence
from itertools import dropwhile

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source, SourceKind
from rights_search.parsers.base import text_of
from rights_search.parsers.json_lists import is_json, keys_in
from rights_search.parsers.sheets import BEGINNING, DELIMITERS, first_rows, listed, sheets_in
from rights_search.parsers.upr import matrix
from rights_search.parsers.upr.columns import known_in, needed_beside

#: So many rows of so many cells each are a table; a head has no longer names than this.
ROWS, CELLS = 3, 3
LOOKED_AT = 40
LONGEST_NAME = 80
#: A line that is an answer, or ends with one.
ANSWER = re.compile(r"(?:^|[\w)»”.;] )(?:Supported|Noted|Accepted|Aceptada|Tomada nota|Acceptée|Notée)$")
_TELLING = {"recommendation", "recommending"}


def recognises(source: Source) -> bool:
    """Rows of equal length: any where recommendations are declared, else those with a column of recommendations."""
    try:
        text = text_of(source)
    except ParseError:
        return False
    if source.declared.kind is SourceKind.UPR:
        return bool(_head(text) or _first_row(text))
    return source.declared.kind is None and bool(_TELLING & known_in(_head(text)).keys())


def is_headless(source: Source) -> bool:
    """Whether what no reader knows, and nobody declares, is rows of equal length."""
    try:
        text = text_of(source)
    except ParseError:
        return False
    return not is_json(text) and bool(_first_row(text))


def is_matrix(source: Source) -> bool:
    """A text with rows of recommendations and answers, for want of a head that no reader knows."""
    lines = matrix.lines_of(source)
    numbers = sum(1 for line in lines if matrix.NUMBER.match(line))
    answers = sum(1 for line in lines if ANSWER.search(line))
    return source.declared.kind in (None, SourceKind.UPR) and min(numbers, answers) >= ROWS


def matrix_refusal() -> ParseError:
    """What a matrix needs to be read."""
    return ParseError(
        "rows of numbered recommendations and answers, but no line above them names their columns as we know them:"
        f" {matrix.AS_TABLE}",
        code=Refusal.FORM,
    )


def refusal(source: Source) -> ParseError:
    """Which columns the table has, and which are needed."""
    text = text_of(source)
    head = _head(text)
    first = () if is_json(text) or known_in(head) else _first_row(text)
    if first:
        return _headless(first, source)
    needed = needed_beside(head, source.declared)
    what = "JSON with the keys" if is_json(text) else "a table with the columns"
    return ParseError(f"{what} {listed(head)}: {needed}; the README names all columns", code=Refusal.FORM)


def _headless(first: Sequence[str], source: Source) -> ParseError:
    return ParseError(
        f"a table in which no row looks like a head (it begins {listed(first)}):"
        f" {needed_beside((), source.declared)}; write the names in a line above the first row (the README has all)",
        code=Refusal.FORM,
    )


def _head(text: str) -> Sequence[str]:
    """The names of its columns, if it is a table."""
    if is_json(text):
        return keys_in(text)
    found = (head for _, body in sheets_in(text) for delimiter in DELIMITERS if (head := _columns(body, delimiter)))
    return max(found, key=lambda head: len(known_in(head)), default=())


def _first_row(text: str) -> Sequence[str]:
    """The first row of the first table with rows of equal length."""
    bodies = [body for _, body in sheets_in(text)]
    found = (
        rows
        for body in bodies
        for delimiter in DELIMITERS
        if (rows := _wide(body, delimiter)) and not _is_text(body, delimiter)
    )
    return next(found, [[]])[0]


def _is_text(body: str, delimiter: str) -> bool:
    """Whether the sign is one of sentences, most commas having a space behind them, or of a table in Markdown."""
    beginning = body[:BEGINNING]
    if delimiter == "|":
        return "\n|" in beginning
    return delimiter == "," and 2 * beginning.count(", ") > beginning.count(",")


def _columns(body: str, delimiter: str) -> Sequence[str]:
    """The first of the rows with most cells, where most rows have as many."""
    head = next(iter(_wide(body, delimiter)), [])
    return head if all(len(name) <= LONGEST_NAME for name in head) else ()


def _wide(body: str, delimiter: str) -> list[list[str]]:
    """The rows with most cells, from the first that has enough filled, where most rows have as many."""
    rows = [[cell.strip() for cell in cells] for _, cells in first_rows(body, delimiter, LOOKED_AT) if any(cells)]
    width = max(map(len, rows), default=0)
    wide = [cells for cells in rows if len(cells) == width]
    if width < CELLS or len(wide) < ROWS or 5 * len(wide) < 4 * len(rows):
        return []
    return list(dropwhile(lambda cells: sum(map(bool, cells)) < CELLS, wide))
