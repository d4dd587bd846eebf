r"""The operative part of a judgment of the African Court: points in a row below votes and subjects.

"THE COURT, / Unanimously, / On jurisdiction / i. Dismisses …; / ii. Declares …; / By a majority of … / On the merits /
iii. Finds …". The row goes through, in small Roman figures, in Arabic ones in older judgments.
"""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from rights_search.parsers.judgments.formulas import VOTE

#: The longest line that is still a subject.
LONGEST = 110

_POINT = re.compile(r"\(?(?P<num>[ivxl]{1,7}|\d{1,2})\s?[.)]\)?\s+(?=\S)")
_ENDED = re.compile(r"(?:[.;:]|[;,] (?:and|et|e))$")
_SIGNS = "ivxl"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Point(Struct):
    """One point: its number as printed ("iv"; "" where there is none), its text, the vote and the subject above it."""

    num: str
    printed: str
    lines: list[str]
    path: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its lines."""
        return "\n".join(self.lines)


class _Above(Struct):
    """What stands above the next point."""

    vote: str = ""
    subjects: list[str] = field(default_factory=list)
    used: bool = False

    def vote_is(self, line: str) -> None:
        """A vote, below which subjects begin anew."""
        self.vote, self.subjects = line, []

    def subject_is(self, line: str) -> None:
        """A subject: beside the last where a point stands between, else below it."""
        self.subjects = [line] if self.used else [*self.subjects, line]
        self.used = False

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.vote, *self.subjects)))


def points_of(lines: Sequence[str]) -> tuple[list[Point], list[str]]:
    """The points, and the lines that are headings; without numbers all is one point."""
    points: list[Point] = []
    headings: list[str] = []
    before: list[str] = []
    above = _Above()
    previous, last = "", 0
    for line in lines:
        ended = not previous or previous in headings or bool(_ENDED.search(previous))
        if (found := _POINT.match(line)) and _value(found["num"]) == last + 1:
            last += 1
            above.used = True
            points.append(Point(found["num"], found[0], [line[found.end() :]], above.path))
        elif ended and VOTE.match(line):
            headings.append(line)
            above.vote_is(line)
        elif ended and _is_subject(line):
            headings.append(line)
            above.subject_is(line)
        else:
            (points[-1].lines if points else before).append(line)
        previous = line
    if before and not points:
        return [Point("", "", before, above.path)], headings
    return points, headings


def _is_subject(line: str) -> bool:
    return len(line) <= LONGEST and line[:1].isupper() and line[-1] not in ".;,"


def _value(printed: str) -> int:
    """What a Roman or Arabic figure says; 0 for letters that are none."""
    if printed.isdigit():
        return int(printed)
    values = [_ROMAN[sign] for sign in printed]
    total = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return total if _roman(total) == printed else 0


def _roman(number: int) -> str:
    tens, units = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[units]
