"""Notes with bare numbers behind the text: "1 See …" below the last paragraph, and their marks glued to its words.

Tables and lists are numbered too. Such lines are notes where a line "Notes" stands above them, or where the text has
marks of most of them; rows of tables never are.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from rights_search.parsers.numbered.lines import Line
from rights_search.parsers.numbered.starts import NOTES

NOTE = re.compile(r"^\[?(\d{1,3})\]?[.:]? (\S.*)$")
#: A note's number may be this far from the last one: some marks are lost.
SKIPPED = 4
#: The next note's mark stands within so many paragraphs.
AHEAD = 12
#: What is looked through for marks: more is no footnoted text.
LONGEST, MOST_NOTES = 20_000, 2_000


class Behind(Struct, frozen=True):
    """What may be notes among the lines of the last paragraph: from where to where, and the words of each."""

    begin: int
    end: int
    notes: dict[str, str]
    headed: bool  #: whether a line "Notes" stands above them


def behind(lines: Sequence[Line]) -> Behind | None:
    """The lines below a heading "Notes", or from a line on that begins with 1, as notes; None where none are."""
    head = next((place for place, line in enumerate(lines) if NOTES.match(line.text)), None)
    if head is not None:
        end, notes = _notes(lines, head + 1)
        return Behind(head, end, notes, True) if notes else None
    begin = next((place for place, line in enumerate(lines) if place and line.apart and _is_first(line)), None)
    if begin is None:
        return None
    end, notes = _notes(lines, begin)
    return Behind(begin, end, notes, False)


def heads_notes(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is the heading "Notes" above the first of them."""
    return bool(NOTES.match(lines[place].text)) and place + 1 < len(lines) and _is_first(lines[place + 1])


def _is_first(line: Line) -> bool:
    return line.text.startswith(("1 ", "[1] ")) and not line.row


def _notes(lines: Sequence[Line], begin: int) -> tuple[int, dict[str, str]]:
    """Where the notes end that begin here, before the first row of a table, and their words."""
    notes: dict[str, list[str]] = {}
    mark = ""
    for place in range(begin, len(lines)):
        line = lines[place]
        found = NOTE.match(line.text)
        if line.row:
            return place, _joined(notes)
        if found and int(mark or 0) < int(found[1]) <= int(mark or 0) + (SKIPPED if mark else 1):
            mark = found[1]
            notes[mark] = [found[2]]
        elif mark:
            notes[mark].append(line.text)
        else:
            return begin, {}
    return len(lines), _joined(notes)


def _joined(notes: dict[str, list[str]]) -> dict[str, str]:
    return {mark: " ".join(words) for mark, words in notes.items()}


def glued(texts: Iterable[str], marks: Iterable[str]) -> list[tuple[int, str]]:
    """In which text each mark stands glued to a word: "the Ombudsman.12". The marks rise with the text."""
    words = [text[:LONGEST] for text in texts]
    found: list[tuple[int, str]] = []
    place = begin = 0
    for mark in sorted(marks, key=int)[:MOST_NOTES]:
        at = re.compile(rf"(?<=[^\s\d(/–-]){mark}(?!\d)")
        for ahead in range(place, min(place + AHEAD, len(words))):
            if match := at.search(words[ahead], begin if ahead == place else 0):
                found.append((ahead, mark))
                place, begin = ahead, match.end()
                break
    return found
