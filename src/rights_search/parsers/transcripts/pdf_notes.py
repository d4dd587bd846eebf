"""The notes of a PDF's pages: where they begin, and which words are which note's."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from rights_search.parsers.transcripts.pdf_lines import HYPHENS, SMALLER, Line

#: The heading of notes at a document's end.
ENDNOTES = re.compile(r"\s*(?:End ?notes|Notes?|Notas?(?: finales)?)\s*", re.IGNORECASE)
#: How a paragraph ends.
ENDS = tuple(".:;!?”»)")
#: A hyphen that is seen only where a line ends.
SOFT = "\xad"
#: The numbers of so many notes may be lost between two.
SKIPPED = 4

_NOTE = re.compile(r"\s*(\d{1,3}|\*{1,3})\s+(?=\S)")
_RAISED = re.compile(r"\s*(\d{1,3})\s*(?=\S)")


class Notes(Struct):
    """The notes read so far, by their marks."""

    texts: dict[str, str] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)  #: marks that stand in the text
    endnotes: bool = False  #: whether the notes of the whole document have begun
    size: float = 0.0  #: the letters of the last
    last_page: bool = False  #: whether the page before ended in a note

    def take(self, lines: Sequence[Line], gutter: float = 0.0) -> list[str]:
        """Take the lines for notes; what stands before any note, or above where they begin, is given back.

        In each of two columns, which meet at the gutter, they begin at a height of their own.
        """
        left: list[str] = []
        self.last_page = bool(lines)
        mark = ""
        ceilings = [math.inf, math.inf]  # a title page's head may be drawn behind the notes at its foot
        smaller = SMALLER * max((line.size for line in lines), default=0.0)
        for line in chain.from_iterable(map(self._pieces, lines)):
            begins = (_RAISED if _leads(line) else _NOTE).match(line.text)
            column = int(0 < gutter < line.left)
            if line.bottom > ceilings[column]:
                left.append(" ".join(line.text.split()))
            elif begins and (_leads(line) or self._continues(begins[1])):
                mark = begins[1]
                if ceilings[column] == math.inf:
                    ceilings[column] = line.top
                while mark in self.texts:  # numbering that begins anew, in an annex
                    mark += "x"
                self.texts[mark] = " ".join(line.text[begins.end() :].split())
                self.size = line.size
            elif line.size < smaller and self._is_near(line.text.strip()):  # a number that was drawn apart
                mark = line.text.strip()
                self.texts[mark] = ""
            elif mark or self.texts:
                mark = mark or next(reversed(self.texts))
                self.texts[mark] = joined(self.texts[mark], line.text.strip()).strip()
                self.size = line.size
            else:
                left.append(" ".join(line.text.split()))
        return left

    def _pieces(self, line: Line) -> Iterator[Line]:
        """A line, parted where further notes begin in it: PDFium takes short lines for one."""
        begin, last = 0, self._last()
        for place, mark in line.marks:
            number = int(mark)
            words = line.text[begin:place]
            if words.strip() and words[-1].isspace() and number == last + 1:
                yield _part(line, begin, place)
                begin, last = place, number
            elif not words.strip():
                last = number
        yield _part(line, begin, len(line.text))

    def begins(self, line: Line) -> bool:
        """Whether a small line begins a note, or is the number of one that was drawn apart."""
        number = _NOTE.match(line.text)
        return _leads(line) or bool(number and self._continues(number[1])) or self._is_near(line.text.strip())

    def goes_on(self, line: Line) -> bool:
        """Whether a small line may go on with the last note: it is set as that is, and no heading."""
        small, large = sorted((line.size, self.size))
        return bool(self.texts) and not line.bold and small >= SMALLER * large

    def is_cut_off(self, lines: Sequence[Line]) -> bool:
        """Whether a page goes on with the last note, which the page before it cut off in a sentence."""
        last = next(reversed(self.texts.values()), "")
        words = lines[0].text.lstrip()
        return self.last_page and not last.endswith(ENDS) and words[:1].islower() and all(map(self.goes_on, lines))

    def _continues(self, mark: str) -> bool:
        """Whether a number at the beginning of a small line is the next note's."""
        return not mark.isdecimal() or int(mark) == self._last() + 1

    def _is_near(self, mark: str) -> bool:
        """Whether words are nothing but the number of a note soon after the last."""
        return mark.isdecimal() and 0 < int(mark) - self._last() <= SKIPPED

    def _last(self) -> int:
        """The number of the last note; 0 before the first."""
        return next((int(mark) for mark in reversed(self.texts) if mark.isdecimal()), 0)


def foot(lines: Sequence[Line], body: float, notes: Notes) -> int:
    """Where the notes of a page begin: the last run of small lines, or a line that begins with a mark of the text.

    A page all of small lines has none, unless the notes of the whole document began on a page before it.
    """
    cut = len(lines)
    while cut and 0 < lines[cut - 1].size < SMALLER * body:
        cut -= 1
    cut = _below_text(lines, cut, notes) if cut or notes.endnotes else len(lines)
    if cut and notes.endnotes and notes.is_cut_off(lines):
        return 0
    for at, line in enumerate(lines[:cut]):
        if line.marks and _leads(line) and line.marks[0][1] in notes.marked - notes.texts.keys():
            notes.endnotes |= not notes.texts and not _has_mark(lines[:at], line.marks[0][1])
            return at
        notes.marked.update(mark for place, mark in line.marks if line.text[:place].strip())
    return cut


def _below_text(lines: Sequence[Line], cut: int, notes: Notes) -> int:
    """Where the notes begin among the small lines of a page: a quotation or a small heading may stand above them.

    Lines that were drawn last and stand higher than the text are the page's head.
    """
    first = next((at for at in range(cut, len(lines)) if notes.begins(lines[at])), len(lines))
    while 0 < cut < first and lines[cut].bottom < lines[cut - 1].bottom and not notes.goes_on(lines[cut]):
        cut += 1
    return cut


def _has_mark(lines: Iterable[Line], wanted: str) -> bool:
    return any(mark == wanted for line in lines for _, mark in line.marks)


def _leads(line: Line) -> bool:
    """Whether a line begins with a raised mark."""
    return bool(line.marks) and not line.text[: line.marks[0][0]].strip()


def _part(line: Line, begin: int, end: int) -> Line:
    if end - begin == len(line.text):
        return line
    marks = tuple((place - begin, mark) for place, mark in line.marks if begin <= place < end)
    return replace(line, text=line.text[begin:end], marks=marks)


def joined(before: str, line: str) -> str:
    """A line after another. A hyphen at the end of a line stays: nine in ten are real (non-discrimination)."""
    if before.endswith(tuple(HYPHENS)):
        return before[:-1] + "-" + line
    if before.endswith(SOFT):
        return before[:-1] + line
    if before.endswith("-") and line[:1].islower():
        return before + line
    return f"{before} {line}"
