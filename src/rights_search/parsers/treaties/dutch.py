"""The Dutch in the Netherlands' treaty series: its publishers' remarks, and the translation after the treaty.

The series prints the authentic text and then a Dutch translation whose articles are headed "Artikel". We read the
first and leave the second out, from its title on.
"""

import re
from collections.abc import Sequence

from rights_search.parsers.treaties.lines import Line

ARTIKEL = re.compile(r"artikel\s", re.IGNORECASE)
TITLE = re.compile(
    r"\b(?:verdrag|handvest|statuut|verklaring|overeenkomst|protocol (?:bij|inzake|betreffende))\b", re.IGNORECASE
)
_DUTCH = re.compile(
    r"\b(?:aan|alle|als|artikelen|betreffende|bij|dan|dat|deze|die|dit|door|een|en|het|hun|inzake|met|naar|niet|nopens|ook"
    r"|op|partij|staten|te|tegen|tot|tussen|van|verdrag|verdragen|volken|voor|wordt|worden|zij|zijn)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:all|and|any|are|as|at|be|by|for|from|has|have|of|or|shall|such|that|the|this|to|which|with)\b", re.IGNORECASE
)
_FRENCH = re.compile(
    r"\b(?:aux|ce|cette|dans|des|du|et|la|le|les|leur|par|pour|que|qui|sera|sur|un|une)\b", re.IGNORECASE
)


def is_dutch(text: str) -> bool:
    """Whether a line's small words are Dutch rather than English or French."""
    dutch, other = _counts(text)
    return dutch >= 2 and dutch > 2 * other


def _counts(text: str) -> tuple[int, int]:
    sample = text[:400]
    return len(_DUTCH.findall(sample)), max(len(_ENGLISH.findall(sample)), len(_FRENCH.findall(sample)))


def _authentic(text: str) -> bool:
    dutch, other = _counts(text)
    return other > dutch


def translation_start(lines: Sequence[Line]) -> int:
    """The line the Dutch translation begins on, which may be none of them: a heading after the last other words."""
    first = next((index for index, line in enumerate(lines) if ARTIKEL.match(line.text)), len(lines))
    if first == len(lines):
        return first
    start = max((index for index in range(first) if _authentic(lines[index].text)), default=-1) + 1
    while start < first and not _opens(lines[start]):
        start += 1
    return start


def _opens(line: Line) -> bool:
    """A title, which may be "Verdrag" above its Dutch subtitle; the names of those who signed are none."""
    return (line.heading and line.text[0] != "(") or is_dutch(line.text)


def is_series(lines: Sequence[Line]) -> bool:
    """Whether these lines come from the series: it begins with the Dutch title, as a second-level heading."""
    return bool(lines) and lines[0].level == 2 and (is_dutch(lines[0].text) or bool(TITLE.search(lines[0].text)))
