"""Where the annexes of a numbered text begin: each has numbers of its own, from 1 on, or none."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rights_search.parsers.numbered.lines import Line
from rights_search.parsers.numbered.starts import CONTENTS, NOTES, NUMBER

ANNEX = re.compile(
    r"^(?i:annex(?:es|e)?|anexos?|appendi(?:x|ces?)|ap[ée]ndices?|anejos?)(?: (?:[IVX]{1,5}|\d{1,2}|[A-Z]))?"
    r"(?:\*|[.:]? ?$|(?:[.:]| ?[–—-]| ) ?[A-ZÁÉÍÓÚÑÀÂÇÎÔ“\"«¿(])"
)
#: What stands behind the last decision: the meeting, the date, the vote.
CLOSING = re.compile(
    r"\d{1,3}(?:st|nd|rd|th) (?:plenary )?meeting\b|\d{1,3}[ªa]\.? sesión(?: plenaria)?\b|\d{1,3}e séance\b"
    r"|\[(?:adopted|resolution adopted|aprobad|adopté)",
    re.IGNORECASE,
)
LONGEST = 150
#: What a line before a heading ends with: a sentence's end, a date's or a meeting's.
ENDED = re.compile(r"[.;:?!”\"»)\]\d*]$")


def parts(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The text itself, then each of its annexes with its heading first."""
    found = [place for place in range(1, len(lines)) if _may_begin(lines, place)]
    begun = (place for place, line in enumerate(lines) if NUMBER.match(line.text) or CLOSING.match(line.text))
    begin = next(begun, len(lines))
    cuts: list[int] = []
    for place, end in pairwise([*found, len(lines)]):
        if place > begin and _starts_anew(lines[place + 1 : end]):
            cuts.append(place)
    return [lines[a:b] for a, b in pairwise([0, *cuts, len(lines)])]


def _may_begin(lines: Sequence[Line], place: int) -> bool:
    line, before = lines[place], lines[place - 1]
    words = line.text
    if not ANNEX.match(words) or not words[0].isupper() or len(words) > LONGEST or CONTENTS.search(words):
        return False
    if words[-1] in ",;" or line.row:
        return False
    return line.level > 0 or (line.apart and bool(ENDED.search(before.text) or before.level))


def _starts_anew(lines: Sequence[Line]) -> bool:
    """Whether the numbers below begin at 1, or there are none; where they go on, the heading is none of an annex."""
    for line in lines:
        if NOTES.match(line.text):
            return True
        if found := NUMBER.match(line.text):
            return (found[1] or found[2]) == "1"
    return True
