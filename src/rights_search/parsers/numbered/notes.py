"""Notes in brackets behind the text, "[3] See …", and their marks in it, "the Ombudsman.[3]".

They are taken before the paragraphs are: below an annex they would be its paragraphs.
"""

import re
from collections.abc import Sequence

from msgspec import structs

from rights_search.parsers.numbered.annexes import ANNEX
from rights_search.parsers.numbered.lines import Line
from rights_search.parsers.numbered.starts import BRACKET, NUMBER

#: A mark within a line: glued to a word or its stop, or before one.
MARK = re.compile(r"(?<=\S)\[(\d{1,3})\]|(?<=\S) \[(\d{1,3})\](?=[.,;:)]|$)")
#: A note's number may be this far from the last one: some are not printed.
SKIPPED = 4


def notes_apart(lines: Sequence[Line]) -> tuple[list[Line], dict[str, str]]:
    """The lines without the notes behind them, each mark tied to its line, and the notes."""
    begin = next((place for place in range(len(lines) - 1, 0, -1) if _number(lines[place]) == 1), 0)
    if not begin:
        return list(lines), {}
    end, notes = _notes(lines, begin)
    marked = {mark for line in lines[:begin] for mark in _marks(line)}
    # Paragraphs may be numbered in brackets too; no mark in the text names them.
    if 2 * len(marked & notes.keys()) < len(notes):
        return list(lines), {}
    return [_tied(line, notes) for line in (*lines[:begin], *lines[end:])], notes


def _notes(lines: Sequence[Line], begin: int) -> tuple[int, dict[str, str]]:
    """Where the notes end that begin here, and their words: at a heading, an annex or a paragraph, else at the end."""
    notes: dict[str, list[str]] = {}
    last = 0
    for place in range(begin, len(lines)):
        line = lines[place]
        number = _number(line)
        if last < number <= last + SKIPPED:
            last = number
            notes[str(number)] = [BRACKET.sub("", line.text)]
        elif line.level or (line.apart and (ANNEX.match(line.text) or NUMBER.match(line.text))):
            return place, _joined(notes)
        else:
            notes[str(last)].append(line.text)
    return len(lines), _joined(notes)


def _joined(notes: dict[str, list[str]]) -> dict[str, str]:
    return {mark: " ".join(words).strip() for mark, words in notes.items()}


def _number(line: Line) -> int:
    found = BRACKET.match(line.text) if not line.level else None
    return int(found[1]) if found else 0


def _marks(line: Line) -> list[str]:
    return [found[1] or found[2] for found in MARK.finditer(line.text)]


def _tied(line: Line, notes: dict[str, str]) -> Line:
    """The line with the marks of these notes beside its words and no longer in them."""
    marks = tuple(mark for mark in _marks(line) if mark in notes)
    if not marks:
        return line
    text = MARK.sub(lambda found: "" if (found[1] or found[2]) in notes else found[0], line.text)
    return structs.replace(line, text=text, marks=(*line.marks, *marks))
