"""Tables in a text: rows with a delimiter, the sheets of a workbook one below the other, or the records of a JSON list.

What a table is for is told by the names of its columns, which stand among its first rows below a title at most. Each
reader of tables says which names it knows; here they are found and the rows below them given.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence

import msgspec
from msgspec import Struct

from rights_search.errors import ParseError, Refusal
from rights_search.model import LeftOut, Problem, Source
from rights_search.parsers.base import text_of
from rights_search.parsers.json_lists import BEGINNING as BEGINNING_OF_JSON
from rights_search.parsers.json_lists import Records, is_json, keys_in, records_in
from rights_search.parsers.sheet_quotes import STRAYED, mended

#: Begins the line with the name of a sheet, in the transcript of a workbook that has several with rows.
SHEET = "\fsheet: "
#: So much of a table is looked at for its head, and so many rows.
BEGINNING = 16_384
HEAD_ROWS = 10
DELIMITERS = ";,\t|"
#: A sheet of so many rows with so many cells each holds data that somebody may miss.
DATA_ROWS, DATA_CELLS = 3, 3
MOST_NAMED = 12

#: The place of each column by the name its reader has for it.
Columns = dict[str, int]
#: The columns that these names are, or none where it is no table of the reader's.
Naming = Callable[[Sequence[str]], Columns]


class Table(Struct, frozen=True):
    """A table with a head: its rows, each with its place, and what is to be said of some of them."""

    columns: Columns
    rows: Iterator[tuple[str, list[str]]]
    doubts: tuple[tuple[str, str], ...] = ()  #: (place, message)


class Unread(Struct, frozen=True):
    """A sheet of a workbook without a head that is known."""

    name: str
    head: tuple[str, ...]
    characters: int
    is_data: bool


class Head(Struct, frozen=True):
    """Where a table's columns are named."""

    columns: Columns
    delimiter: str
    line: int  #: the last of its head
    width: int  #: how many cells it has


def has_table(source: Source, naming: Naming) -> bool:
    """Whether one of its sheets, or its records, has such columns."""
    if not source.data.startswith(SHEET.encode()):
        source = Source(source.path, _beginning(source.data))
    try:
        text = text_of(source)
    except ParseError:
        return False
    if is_json(text):
        return bool(naming(keys_in(text)))
    return any(_head(body, naming) for _, body in sheets_in(text))


def _beginning(data: bytes) -> bytes:
    """So much as is looked at, in whole lines: more of JSON, whose records may stand behind other things."""
    most = BEGINNING_OF_JSON if data[:40].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{") else BEGINNING
    return data if len(data) <= most else data[:most].rpartition(b"\n")[0] or data[:most]


def tables_in(text: str, naming: Naming) -> tuple[list[Table], list[Unread]]:
    """Every table with such columns; and the sheets without.

    Raises:
        ParseError: JSON that is damaged, or has the columns but no list of records with all of them; or a table with a
            quotation mark whose row cannot be told.
    """
    if is_json(text):
        lists = records_in(text, naming)
        if not lists:
            raise ParseError(
                f"JSON in which no list of objects has all the columns; its keys are {listed(keys_in(text))}:"
                " give the records as one list of objects, each with all its fields",
                code=Refusal.FORM,
            )
        return [Table(naming(one.names), _entries(one, several=len(lists) > 1)) for one in lists], []
    tables: list[Table] = []
    unread: list[Unread] = []
    for name, body in sheets_in(text):
        if head := _head(body, naming):
            whole = mended(body, head.delimiter, head.width)
            doubts = tuple((f"row {line}", STRAYED) for line in whole.strays)
            tables.append(Table(head.columns, _rows(whole.body, head, name), doubts))
        elif name:
            unread.append(_unread(name, body))
    return tables, unread


def account_for(unread: Sequence[Unread], path: str, needed: str) -> tuple[tuple[LeftOut, ...], tuple[Problem, ...]]:
    """What the unread sheets hold, and a problem for each that looks like data."""
    left_out = tuple(LeftOut(f"sheet “{sheet.name}”", sheet.characters) for sheet in unread if sheet.characters)
    problems = tuple(
        Problem(path, f"sheet “{sheet.name}”", f"is not read: its columns are {listed(sheet.head)}; {needed}")
        for sheet in unread
        if sheet.is_data
    )
    return left_out, problems


def listed(names: Sequence[str]) -> str:
    """The names of columns as a sentence has them."""
    printed = [f"“{' '.join(name.split())[:40]}”" for name in names if name.strip()]
    further = len(printed) - MOST_NAMED
    return ", ".join(printed[:MOST_NAMED]) + (f" and {further} more" if further > 0 else "")


def sheets_in(text: str) -> Iterator[tuple[str, str]]:
    """Each sheet of a workbook with its name; a text that is no workbook of several as one without a name."""
    if not text.startswith(SHEET):
        yield "", text
        return
    for sheet in text.removeprefix(SHEET).split(f"\n{SHEET}"):
        name, _, body = sheet.partition("\n")
        yield name or "?", body


def records_of(body: str, delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    """Each row with the lines it begins and ends on.

    Raises:
        ParseError: a quotation mark is never closed.
    """
    reader = csv.reader(io.StringIO(body), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield line, reader.line_num, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise ParseError(
            f"line {line}: {error}; is there a quotation mark that is never closed?", code=Refusal.DAMAGED
        ) from error


def first_rows(body: str, delimiter: str, most: int = HEAD_ROWS) -> list[tuple[int, list[str]]]:
    """The first rows, each with the line it ends on."""
    rows: list[tuple[int, list[str]]] = []
    try:
        for _, line, cells in records_of(body[:BEGINNING], delimiter):
            rows.append((line, cells))
            if len(rows) == most:
                break
    except ParseError:
        pass
    return rows


def _head(body: str, naming: Naming) -> Head | None:
    """The first row that names such columns; of several below each other, as merged heads give, the last."""
    for delimiter in DELIMITERS:
        head = None
        for line, cells in first_rows(body, delimiter):
            columns = naming(cells)
            if head and not columns:
                break
            head = Head(columns, delimiter, line, len(cells)) if columns else head
        if head:
            return head
    return None


def _rows(body: str, head: Head, sheet: str) -> Iterator[tuple[str, list[str]]]:
    """The rows below the head; those of a workbook are counted as it counts them, of a text by their first line."""
    prefix = f"sheet “{sheet}”, " if sheet else ""
    for number, (begin, end, cells) in enumerate(records_of(body, head.delimiter), 1):
        if end > head.line and any(cells):
            yield f"{prefix}row {number if sheet else begin}", cells


def _entries(records: Records, *, several: bool) -> Iterator[tuple[str, list[str]]]:
    prefix = f"“{records.key}”, " if several else ""
    for number, record in enumerate(records.objects, 1):
        yield f"{prefix}entry {number}", [_written(record.get(name)) for name in records.names]


def _written(value: object) -> str:
    """A value as a cell has it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(_written, value))
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _unread(name: str, body: str) -> Unread:
    rows = [[cell.strip() for cell in cells] for _, _, cells in records_of(body, ";")]
    full = [cells for cells in rows if sum(map(bool, cells)) >= DATA_CELLS]
    characters = sum(len(cell) for cells in rows for cell in cells)
    return Unread(name, tuple(full[0]) if full else (), characters, len(full) >= DATA_ROWS)
