"""Rows of tables as lines, whatever form the file has: figures that stand beside each other stay so."""

import re
from collections.abc import Sequence

#: Words that begin with a number of their own, a paragraph's or a recommendation's.
NUMBERED = re.compile(r"\(?(?:\d{1,4}|[A-Za-z]|[ivx]{1,5})[.)]\s|\d{1,3}\.\d{1,3}\.?\s[^\d\s]")
#: A cell of figures or a few words; longer ones are how a page is laid out.
LONGEST_CELL = 200


def row_of(cells: Sequence[str]) -> str:
    """A row of a table of figures as a line between strokes, as Markdown has it; nothing for any other row.

    Pages are laid out in tables too, and lists numbered in them: their cells are blocks like any other.

    >>> row_of(["Norte", "55", "892"])
    '| Norte | 55 | 892 |'
    >>> row_of(["1.", "The wells stay open."])
    ''
    """
    texts = [" ".join(cell.split()).replace("|", "/") for cell in cells]
    filled = [text for text in texts if text]
    if len(filled) < 2 or max(map(len, filled)) > LONGEST_CELL or NUMBERED.match(f"{filled[0]} {filled[1]} "):
        return ""
    return f"| {' | '.join(texts)} |"
