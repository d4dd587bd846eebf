"""Spreadsheets as tables of text: the first sheet that has rows, its cells parted by semicolons.

calamine reads what Excel and LibreOffice write, formulas as the values that were last shown.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source
from rights_search.parsers.transcripts.account import Account
from rights_search.parsers.transcripts.packed import Packed, holds

SHEETS = "further sheets"
#: More cells than any table of recommendations has: the whole export of the Universal Human Rights Index has 5 million.
MOST_CELLS = 20_000_000

#: The place of a cell as its sheet writes it.
_PLACE = re.compile(rb"""\sr=["']([A-Za-z]{1,9})([0-9]{1,19})["']""")
#: What a fault of calamine is raised as; it derives from BaseException, and pyo3 gives no way to import it.
PANIC = "PanicException"

Cell = int | float | str | bool | time | date | datetime | timedelta


def recognises(data: bytes) -> bool:
    """A ZIP file with a workbook in it."""
    return holds(data, "xl/workbook.")


def transcribe(source: Source, account: Account) -> str:
    """The first sheet with rows, as a table of text.

    Raises:
        ParseError: it is damaged, encrypted, too large, or empty.
    """
    packed = Packed(source.data)
    for name in packed:
        if name.startswith("xl/"):
            _must_fit(packed.read(name))  # a bomb is found here, before anything else unpacks it
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(source.data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        filled = [sheet for sheet in sheets if sheet.height]
        if not filled:
            raise ParseError("a spreadsheet without a row: is the right file saved?", code=Refusal.EMPTY)
        if filled[0].height * filled[0].width > MOST_CELLS:
            raise ParseError(
                f"a spreadsheet of more than {MOST_CELLS // 10**6} million cells: split it", code=Refusal.TOO_LARGE
            )
        rows = filled[0].to_python(skip_empty_area=True)
    except BaseException as error:
        if not isinstance(error, CalamineError) and type(error).__name__ != PANIC:
            raise
        raise ParseError(f"a damaged spreadsheet ({error}): open it and save it again", code=Refusal.DAMAGED) from error
    account.left_out[SHEETS] += sum(_size(sheet.to_python()) for sheet in filled[1:])
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\n")
    for row in rows:
        writer.writerow([_written(cell) for cell in row])
    return made.getvalue()


def _must_fit(part: bytes) -> None:
    """Refuse a sheet with a cell so far out that the table up to it would fill the memory: calamine lays it out whole.

    Raises:
        ParseError: it has one.
    """
    columns: set[bytes] = set()
    row = 0
    for place in _PLACE.finditer(part):
        columns.add(place[1])
        row = max(row, int(place[2]))
    if row * max(map(_column, columns), default=0) > MOST_CELLS:
        raise ParseError(
            f"a spreadsheet of more than {MOST_CELLS // 10**6} million cells: split it", code=Refusal.TOO_LARGE
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _size(rows: Iterable[Sequence[Cell]]) -> int:
    return sum(sum(len(_written(cell)) for cell in row) for row in rows)


def _written(cell: Cell) -> str:
    """A cell as it is read: 3.0 is 3."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)
