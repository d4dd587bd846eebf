"""An article's own title: after its number, on the next line, or nowhere; the file's habit decides.

"Artículo 4. Derecho a la vida." has a rubric, "Artículo 4. Nadie será sometido a tortura." has none, and a machine
cannot tell them apart alone. But a treaty gives rubrics to all its articles or to none.
"""

from collections.abc import Sequence

from rights_search.parsers.articles.text import MARK, cut_short
from rights_search.parsers.treaties.chain import ENACTS, Found
from rights_search.parsers.treaties.lines import Line

HABIT = 0.6  #: the part of the articles that must look as if they had one
LONGEST = 200  #: characters of a rubric
#: Where the half are longer than this and end with a stop, they are sentences.
SENTENCE = 80


class Rubrics:
    """How the articles of one run are titled."""

    def __init__(self, lines: Sequence[Line], found: Sequence[Found], end: int) -> None:
        """Look at all of them to learn the habit."""
        self.lines = lines
        stops = [*(later.index for later in found[1:]), end][: len(found)]
        with_rest = [(f, stop) for f, stop in zip(found, stops, strict=True) if self._rest(f)]
        without = [(f, stop) for f, stop in zip(found, stops, strict=True) if not self._rest(f)]
        self.inline = _habit([self._inline(f, stop) for f, stop in with_rest]) and not self._sentences(with_rest)
        self.below = _habit([self._below(f.index + 1, stop) for f, stop in without])

    def split(self, index: int, found: Found, stop: int) -> tuple[str, list[str], int]:
        """The article's rubric, the words after its number that are text, and how many lines both took."""
        rest = self._rest(found)
        if rest:
            if not (self.inline and self._inline(found, stop)):
                return "", [rest], 1
            return self._whole(rest, index + 1, stop)
        if index + 1 < stop and (self.lines[index + 1].level or (self.below and self._below(index + 1, stop))):
            text, lines, taken = self._whole(self.lines[index + 1].text, index + 2, stop)
            return text, lines, taken + 1
        return "", [], 1

    def _whole(self, rubric: str, following: int, stop: int) -> tuple[str, list[str], int]:
        """A rubric with its second line, where it was broken: small letters go on, and then text begins."""
        if following + 1 < stop:
            line, after = self.lines[following].text, self.lines[following + 1].text
            fresh = _fresh(after)
            wrapped = (line[0].islower() or cut_short(rubric)) and rubric[-1] not in ".;:"
            second = rubric[-1] == "." and len(rubric) <= 60 and MARK.match(after) is not None
            if (wrapped or second) and len(line) <= 80 and line[-1] not in ".,;:" and fresh and not MARK.match(line):
                return f"{rubric} {line}", [], 2
        return rubric, [], 1

    def _sentences(self, with_rest: Sequence[tuple[Found, int]]) -> bool:
        """Whether what looks like a rubric is mostly the first sentence of the words."""
        looks = [self._rest(f) for f, stop in with_rest if self._inline(f, stop)]
        return 2 * sum(len(rest) > SENTENCE and rest[-1] == "." for rest in looks) > len(looks)

    def _rest(self, found: Found) -> str:
        return self.lines[found.index].text[found.head.rest :]

    def _inline(self, found: Found, stop: int) -> bool:
        """Whether the words after the number could be a rubric: short, whole, and with words after them."""
        rest, following = self._rest(found), found.index + 1
        if len(rest) > LONGEST or rest[-1] in ",;:" or ENACTS.match(rest) or following >= stop:
            return False
        if MARK.match(rest) or ". " in rest[:-1].replace("art. ", ""):
            return False
        after = self.lines[following].text
        if not (after[0].islower() or cut_short(rest)):
            return True
        return following + 1 < stop and len(after) <= 80 and _fresh(self.lines[following + 1].text)

    def _below(self, index: int, stop: int) -> bool:
        """Whether the line below the number could be a rubric."""
        if index + 1 >= stop:
            return False
        line, after = self.lines[index], self.lines[index + 1].text
        if line.level or bracketed(line.text):
            return True
        two = line.text[-1] == "." and len(line.text) <= 60 and after[-1] not in ".,;:" and len(after) <= 60
        if (
            len(line.text) > 120
            or (line.text[-1] in ".,;:" and not two)
            or not line.text[0].isupper()
            or MARK.match(line.text)
        ):
            return False
        return not after[0].islower() or (
            index + 2 < stop and self.lines[index + 2].text[0].isupper() and len(after) <= 60
        )


def bracketed(text: str) -> str:
    """What stands in the brackets that a line is in as a whole, as Portuguese and German laws title articles."""
    closes = {"(": ")", "[": "]"}.get(text[:1], "")
    whole = bool(closes) and text.find(closes) == len(text) - 1
    return text[1:-1].strip() if whole and text[1:2].isupper() else ""


def _fresh(text: str) -> bool:
    """Whether a line begins something."""
    return text[0].isupper() or MARK.match(text) is not None


def _habit(looks: Sequence[bool]) -> bool:
    return bool(looks) and sum(looks) >= HABIT * len(looks)
