"""Spreadsheets as tables of text: each sheet that has rows, its cells parted by semicolons.

calamine reads what Excel and LibreOffice write, formulas as the values that were last shown. Where several sheets have
rows, a line with its name stands before each.
"""

import csv
import io
import re
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source
from rights_search.parsers.sheets import SHEET
from rights_search.parsers.transcripts.account import Account
from rights_search.parsers.transcripts.packed import Packed, holds

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


def transcribe(source: Source, account: Account) -> str:  # nothing of it is left out
    """The sheets with rows, as tables of text.

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
        if sum(sheet.total_height * sheet.total_width for sheet in filled) > MOST_CELLS:
            raise _too_large()
        made = io.StringIO()
        for sheet in filled:
            if len(filled) > 1:
                made.write(f"{SHEET}{' '.join(sheet.name.split())}\n")
            _write(sheet, made)
    except BaseException as error:
        if not isinstance(error, CalamineError) and type(error).__name__ != PANIC:
            raise
        raise ParseError(f"a damaged spreadsheet ({error}): open it and save it again", code=Refusal.DAMAGED) from error
    return made.getvalue()


def _write(sheet: CalamineSheet, made: io.StringIO) -> None:
    writer = csv.writer(made, delimiter=";", lineterminator="\n")
    rows = sheet.to_python(skip_empty_area=False)
    _fill_merged(rows, sheet)
    for row in rows:
        writer.writerow([_written(cell) for cell in row])


def _fill_merged(rows: list[list[Cell]], sheet: CalamineSheet) -> None:
    """Give each cell of a merged range the value that is shown for all of it; a title over the whole width stays."""
    (_, first), (_, last) = sheet.start or (0, 0), sheet.end or (0, 0)
    left = sheet.total_height * sheet.total_width  # ranges that overlap, as a hostile file has them, end somewhere
    for (top, begin), (bottom, end) in sheet.merged_cell_ranges or ():
        across = range(begin, min(end, last) + 1)
        down = range(top, min(bottom, len(rows) - 1) + 1)
        left -= len(across) * len(down)
        if left < 0:
            return
        if not across or not down or (begin <= first and end >= last):
            continue
        value = rows[top][begin]
        for row in down:
            rows[row][begin : across.stop] = [value] * len(across)


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
        raise _too_large()


def _too_large() -> ParseError:
    return ParseError(
        f"a spreadsheet of more than {MOST_CELLS // 10**6} million cells: split it", code=Refusal.TOO_LARGE
    )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _written(cell: Cell) -> str:
    """A cell as it is read: 3.0 is 3."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell).replace("\f", " ")
