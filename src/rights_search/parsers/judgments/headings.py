r"""The headings between two paragraphs, and how they nest.

A heading follows the end of a paragraph's text, begins with a capital or its own numbering ("VIII", "B.2", "a)") and
does not end like a sentence. It nests by its numbering: Roman over letters, letters over figures, figures over small
letters, and what has no numbering under all of them.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

from msgspec import Struct

from rights_search.parsers.judgments.marks import SIGN

#: The longest run of lines that is still taken for headings.
LONGEST = 14

#: Headings shorter than others: of the European Court.
SHORT = ("THE LAW", "EN FAIT")

#: The most characters of a heading without numbering.
LONGEST_PLAIN = 130

_NUMBERING = re.compile(
    r"(?P<roman>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))(?P<part>\s?[-–.]\s?\d{1,2})?(?=[.):\s–—-]|$)"
    r"|(?P<point>[A-Z](?:\.\d{1,2}){1,3}|[A-Z](?:\.[a-z]){1,2}|\d{1,2}(?:\.\d{1,2}){1,3})(?=[.):\s]|$)"
    r"|(?P<letter>[A-Z])(?=[.)]|\s?[-–]\s|\s*$)"
    r"|(?P<figure>\d{1,2})(?=[.)]|\s?[-–]\s)"
    r"|(?P<smaller>\(?[ivx]{1,5}\)|[ivx]{2,5}\.)"
    r"|(?P<small>\([a-z]\)|[a-z](?=[.)]))"
)
_ENDED = re.compile(r"[.!?…;:,][”\"»)\]’']*$")
_CLOSED = re.compile(r"[”\"»)\]]$")
_BEGINS = re.compile(r"[A-ZÁÉÍÓÚÑÜ“\"‘'«(¿¡]")


class Level(IntEnum):
    """How deep a kind of heading stands; of two equal ones the later ends the earlier."""

    TITLE = -1
    CHAPTER = 0
    PART = 1
    CAPITALS = 2
    LETTER = 3
    POINT = 4
    FIGURE = 5
    SMALL = 6
    SMALLER = 7
    PLAIN = 8


class Heading(Struct, frozen=True):
    """A heading as printed, on one line."""

    level: Level
    text: str


class Outline:
    """The headings above the place reached, outermost first."""

    def __init__(self, titles: bool = False) -> None:
        """Begin above all headings; `titles`: capitals without a number stand above Roman numbers, as "THE FACTS"."""
        self._open: list[Heading] = []
        self._roman = False
        self._titles = titles

    def enter(self, headings: Sequence[Heading]) -> None:
        """Go below each heading in turn."""
        for heading in headings:
            level = self._level(heading)
            while self._open and self._open[-1].level >= level:
                self._open.pop()
            self._open.append(Heading(level, heading.text))

    def _level(self, heading: Heading) -> Level:
        """The level a heading has here: capitals are a chapter only where chapters have no numbers."""
        if heading.level is Level.CAPITALS and self._titles:
            return Level.TITLE
        if heading.level is Level.CAPITALS:
            return Level.CAPITALS if self._roman else Level.CHAPTER
        if heading.level is Level.CHAPTER:
            letter = next((open_.text[0] for open_ in self._open if open_.level is Level.LETTER), "")
            first, second = heading.text[:1], heading.text[1:2]
            if letter and ord(first) == ord(letter) + 1 and second not in "IVX":
                return Level.LETTER  # after H, U or W a lone I, V or X is a letter
            self._roman = True
        return heading.level

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above."""
        return tuple(heading.text for heading in self._open)


def part_headings(lines: Sequence[str], within: bool = False) -> tuple[int, list[Heading]]:
    """Where, at the end of some lines, headings begin, and the headings.

    `within`: the lines begin with the text of a paragraph, and so their first is no heading.
    """
    bare = [SIGN.sub("", line).strip() for line in lines]
    first = next((place for place, line in enumerate(bare) if line), -1) if within else -1
    groups = _groups(bare, _start(bare, first))
    while groups and not _is_heading(" ".join(line for _, line in groups[0])):
        del groups[0]
    start = groups[0][0][0] if groups else len(lines)
    texts = (" ".join(line for _, line in group) for group in groups)
    return start, [Heading(_level(text), text) for text in texts]


def _start(lines: list[str], after: int) -> int:
    """The first line of the headings at the end, after a line that is none."""
    start, taken = len(lines), 0
    for place in range(len(lines) - 1, after, -1):
        line = lines[place]
        if not line:
            continue
        taken += 1
        if taken > LONGEST or not _may_be_heading(line):
            break
        if _may_begin(lines, place):
            start = place
    return start


def _may_be_heading(line: str) -> bool:
    numbered = _NUMBERING.match(line)
    if numbered and numbered.end() >= len(line) - 2:
        return True
    if _ENDED.search(line):
        return line.endswith(",") and line.isupper()
    return not (_CLOSED.search(line) and len(line) > 50 and not line.isupper() and not numbered and line[0] != "(")


def _may_begin(lines: list[str], place: int) -> bool:
    """Whether a heading may begin on a line: it looks like it, and what stands before has come to its end."""
    line = lines[place]
    if not (_NUMBERING.match(line) or _BEGINS.match(line)):
        return False
    before = next((earlier for earlier in reversed(lines[:place]) if earlier), "")
    if not before or _ENDED.search(before) or _CLOSED.search(before) or before.isupper():
        return True
    return bool(_NUMBERING.match(line) and not lines[place - 1]) or (_may_be_heading(before) and len(before) < 60)


def _groups(lines: Sequence[str], start: int) -> list[list[tuple[int, str]]]:
    """The lines from `start` as headings, each of one or more lines."""
    groups: list[list[tuple[int, str]]] = []
    for place in range(start, len(lines)):
        if lines[place] and groups and _goes_on([line for _, line in groups[-1]], lines[place]):
            groups[-1].append((place, lines[place]))
        elif lines[place]:
            groups.append([(place, lines[place])])
    return groups


def _is_heading(text: str) -> bool:
    """Whether a text that may be a heading is not rather the end of a paragraph that lost its full stop."""
    if text.isupper():
        return len(text) > 7 or text in SHORT or bool(_NUMBERING.match(text))
    if text[0] in "“\"‘'«":
        return False
    return bool(_NUMBERING.match(text)) or len(text) <= LONGEST_PLAIN


def _goes_on(group: list[str], line: str) -> bool:
    """Whether a line belongs to the heading begun above it."""
    last = group[-1]
    numbering, numbered = _NUMBERING.match(last), _NUMBERING.match(line)
    if last[-1] == ",":
        return True
    if numbered:
        return False
    if len(group) == 1 and numbering and numbering.end() >= len(last) - 2:
        return True
    if line[0].islower() or line[0] == "(" or last[-1] in ",-–":
        return True
    upper = "".join(group).isupper()
    return upper == line.isupper() and (upper or len(last) > 60)


def _level(text: str) -> Level:
    match = _NUMBERING.match(text)
    kind = match.lastgroup if match else ""
    if match and kind == "part":
        return Level.PART
    levels = {"roman": Level.CHAPTER, "point": Level.POINT, "letter": Level.LETTER, "figure": Level.FIGURE}
    if kind in ("small", "smaller"):
        return Level.SMALL if kind == "small" else Level.SMALLER
    if kind:
        return levels[kind]
    return Level.CAPITALS if text.isupper() else Level.PLAIN
