"""Quotation marks that stray into a table of text.

A cell in quotation marks may have several lines. One mark that is never closed, or closed rows further down, makes one
such cell of all the rows up to there. A row whose mark strays is told by its line alone, which has as many cells as the
head: its mark then becomes a letter of its cell, and the rows below are read as rows again.
"""

import csv
import io
from collections import Counter
from itertools import islice

from msgspec import Struct

from rights_search.errors import ParseError, Refusal

QUOTE = '"'
#: More of them are a table that was written wrongly from end to end.
MOST_STRAYS = 100
#: A line is a row where at least so many of its cells, and half of them, are those of other rows in the same column.
LIKE_OTHERS = 2
#: So many lines before and behind are looked at for that.
LOOKED_AT = 500
#: What is said of a row whose mark was made a letter.
STRAYED = "a quotation mark in it is never closed, or closed in another row; it was taken as a letter: see to it"
MEND = 'remove it, or write it twice (“""”) where it belongs to the words, and save the file again'


class Mended(Struct, frozen=True):
    """A table with its stray marks made letters, and the lines on which they stood."""

    body: str
    strays: tuple[int, ...] = ()


def mended(body: str, delimiter: str, width: int) -> Mended:
    """The table, whose rows have so many cells, as it was meant; a cell of several lines stays one.

    Raises:
        ParseError: a mark is never closed, and the row that it belongs to cannot be told.
    """
    if QUOTE not in body:
        return Mended(body)
    lines = body.split("\n")
    strays: list[int] = []
    at = 0
    while (stray := _first_stray(lines, at, delimiter, width)) is not None:
        if len(strays) == MOST_STRAYS:
            raise _refusal(stray, "one of more than a hundred quotation marks that stray")
        lines[stray] = _as_letters(lines[stray], delimiter)
        strays.append(stray + 1)
        at = stray + 1
    return Mended("\n".join(lines), tuple(strays)) if strays else Mended(body)


def _first_stray(lines: list[str], at: int, delimiter: str, width: int) -> int | None:
    """The first line from there on with a mark that strays."""
    reader = csv.reader((f"{line}\n" for line in islice(lines, at, None)), delimiter=delimiter)
    begin = at
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return None
        except csv.Error:
            cells = []  # longer than any cell
        end = at + reader.line_num
        doubtful = end - begin > 1 or (len(cells) < width and QUOTE in lines[begin])
        if doubtful and _strays(lines, range(begin, end), delimiter, width):
            return begin
        begin = end


def _strays(lines: list[str], record: range, delimiter: str, width: int) -> bool:
    """Whether the mark that joins these lines is none of a cell of several lines.

    Raises:
        ParseError: it is not closed as such marks are, and its row cannot be told.
    """
    first, *further = lines[record.start : record.stop]
    alone = len(first.split(delimiter)) == width
    if _well_formed([first, *further], delimiter):
        return alone and bool(further) and _are_rows(lines, record, delimiter, width)
    if further and not (alone and len(_read(further[0], delimiter)) == width):
        raise _refusal(record.start, "a quotation mark is never closed, or closed within its cell")
    return alone


def _well_formed(record: list[str], delimiter: str) -> bool:
    """Whether each mark that opens a cell is followed by one that ends it, with nothing between that and the next."""
    try:
        return bool(list(csv.reader((f"{line}\n" for line in record), delimiter=delimiter, strict=True)))
    except csv.Error:
        return False


def _are_rows(lines: list[str], record: range, delimiter: str, width: int) -> bool:
    """Whether each line of a cell of several lines has all columns of the table, filled as those of other rows are."""
    first, *further = lines[record.start : record.stop]
    rows = [first.split(delimiter), *(_read(line, delimiter) for line in further)]
    if any(len(cells) != width for cells in rows):
        return False
    beside = lines[max(0, record.start - LOOKED_AT) : record.start] + lines[record.stop : record.stop + LOOKED_AT]
    others = [cells for cells in (_read(line, delimiter) for line in beside) if len(cells) == width]
    columns = [Counter(column) for column in zip(*rows, *others, strict=True)]
    needed = max(LIKE_OTHERS, (width + 1) // 2)
    return all(
        sum(bool(cell) and column[cell] > 1 for cell, column in zip(cells, columns, strict=True)) >= needed
        for cells in rows
    )


def _read(line: str, delimiter: str) -> list[str]:
    """The cells of a line alone."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _as_letters(line: str, delimiter: str) -> str:
    """The line with its cells between marks of their own, and those that it has as letters."""
    written = io.StringIO()
    cells = [_bare(cell) for cell in line.split(delimiter)]
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="").writerow(cells)
    return written.getvalue()


def _bare(cell: str) -> str:
    """A cell without the two marks that it stands between."""
    between = len(cell) > 1 and cell.startswith(QUOTE) and cell.endswith(QUOTE)
    return cell[1:-1].replace(2 * QUOTE, QUOTE) if between else cell


def _refusal(place: int, what: str) -> ParseError:
    return ParseError(f"line {place + 1}: {what}: {MEND}", code=Refusal.DAMAGED)
