"""A part's lines laid out as blocks: its preamble, its articles under their headings, its closing, its annexes."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from rights_search.model import Note
from rights_search.parsers.articles.heads import ANNEX, TRANSITIONAL, Head, Number, Path, division_of, worded_of
from rights_search.parsers.articles.text import MARK, TERMINAL, cut_short
from rights_search.parsers.base import visible
from rights_search.parsers.treaties.block import AFTER, Block, join_title
from rights_search.parsers.treaties.chain import Found
from rights_search.parsers.treaties.endings import ADDED, CLOSING
from rights_search.parsers.treaties.lines import Line, capitals
from rights_search.parsers.treaties.parts import NOUN, PREAMBLE, Part
from rights_search.parsers.treaties.rubrics import Rubrics, bracketed
from rights_search.parsers.treaties.sections import amendments_of, only_a_title, sections_of, sections_within

MINOR = 99  #: the rank of a heading that names no kind of division

#: Publishers' remarks in a law's text: "(Nota Infoleg: por art. 1° …)" up to its parenthesis, and "Nota: …" or
#: "Concordancias: …" up to the next article.
REMARK = re.compile(
    r"(?P<open>\()?\s?(?:nota (?:infoleg|de la? (?:redacci|editor))|notas?\s?:|concordancias?\s?:)", re.I
)


class Layout:
    """Lays a part's lines out as blocks, line by line."""

    def __init__(self, lines: Sequence[Line], part: Part, rubrics: Rubrics) -> None:
        """Begin with the part's preamble."""
        self.lines, self.part, self.rubrics = lines, part, rubrics
        self.found = {found.index: found for found in part.run.found}
        self.sections = sections_of(lines, part.run.found, part.end)
        self.last = max([part.run.found[-1].index, *self.sections])
        self.amendments = amendments_of(lines, self.last + 1, part.end)
        self.sections |= sections_within(lines, [*self.amendments.values()], part.end)
        self._titles_of_sections = Rubrics(lines, [*self.sections.values()], part.end)
        self._divided: Block | None = None  # the article or amendment whose sections may follow
        self._above: tuple[str, ...] = ()  # its head and the heading below it, as they are printed
        self.path = Path()
        self.blocks: list[Block] = []
        self.current = self._open("preamble")
        self.titles = 0  # how many visible characters of headings, which live on in paths
        self._untitled = False
        self._worded: Number | None = None
        self._annexed = False
        self._remark = ""  # how the remark that is open began

    def blocks_of(self) -> list[Block]:
        """All the blocks of the part."""
        index = self.part.speech
        while index < self.part.end:
            index += self._take(index)
        self._fold_title()
        return self.blocks

    def _open(self, kind: str, heading: str = "") -> Block:
        block = Block(kind, self.path.headings, heading)
        self.blocks.append(block)
        self.current = block
        self._untitled = False
        return block

    def _take(self, index: int) -> int:
        """Take the line at the index with its notes, and say how many lines were taken."""
        taken = self._place(index)
        for line in self.lines[index : index + taken]:
            self.current.notes.extend(line.notes)
        return taken

    def _place(self, index: int) -> int:
        line = self.lines[index]
        if index in self.found:
            return self._article(index, self.found[index])
        if index in self.amendments:
            return self._amendment(index, self.amendments[index])
        if index in self.sections and self._divided:
            return self._section(index, self.sections[index], self._divided)
        if self.current.kind in AFTER:
            return self._after_closing(index)
        if self._noted(line):
            return 1
        if index > self.last and self._ends(index):
            return 1
        if (worded := self._provision(line)) is not None:
            self._fold_title()
            return self._begin_provision(line, worded)
        if self._division(index) or self._minor(index) or self._preamble(line):
            return 1
        self.current.lines.append(line.text)
        return 1

    def _noted(self, line: Line) -> bool:
        """Whether the line is a remark or goes on with one; it is kept beside the words."""
        begins = REMARK.match(line.text)
        if begins:
            self._remark = "(" if begins["open"] else ":"
            self.current.notes.append(Note("", line.text))
        elif self._remark and not (self._remark == ":" and division_of(line.text, line.heading)):
            last = self.current.notes[-1]
            self.current.notes[-1] = replace(last, text=f"{last.text} {line.text}")
        else:
            self._remark = ""
            return False
        if self._remark == "(" and line.text.endswith(")"):
            self._remark = ""
        return True

    def _article(self, index: int, found: Found) -> int:
        self._fold_title()
        self._remark = ""
        block = self._open("article")
        block.number, block.nature, block.printed = found.number, found.head.nature, found.head.printed
        line = self.lines[index]
        self.titles += visible(line.text[: found.head.rest])
        head = line.text[: found.head.rest].rstrip(" .:-–—")
        self._divided, self._above = block, (head,)
        first = next((at for at in range(index + 1, self.part.end) if at in self.found or at in self.sections), index)
        if first in self.sections and only_a_title(line.text[found.head.rest :], self.lines[index + 1 : first]):
            return self._division_of_sections(index, found, first)
        block.heading, block.lines, taken = self.rubrics.split(index, found, self._until(index))
        whole = visible(block.heading)
        block.heading = block.heading.strip(" .-–—")
        block.heading = bracketed(block.heading) or block.heading
        self.titles += whole - visible(block.heading)
        return taken

    def _division_of_sections(self, index: int, found: Found, first: int) -> int:
        """An article that is nothing but its sections: its head and title are their path."""
        title = [self.lines[index].text[found.head.rest :], *(line.text for line in self.lines[index + 1 : first])]
        self.titles += sum(map(visible, title))
        self._above = (". ".join((*self._above, " ".join(filter(None, title)).rstrip(" ."))).rstrip(" ."),)
        self.blocks.pop()
        return first - index

    def _amendment(self, index: int, found: Found) -> int:
        self._fold_title()
        self.path = Path()
        block = self._open("amendment")
        block.number = found.number
        self._divided, self._above = block, (self.lines[index].text.rstrip(" .:-–—"),)
        block.path = self._above
        self.titles += self.lines[index].visible
        return 1

    def _section(self, index: int, found: Found, whole: Block) -> int:
        """A part of the article or amendment above it, which is a passage only where it has words of its own."""
        if whole.kind == "amendment" and self.current is whole and not whole.lines:
            self.blocks.remove(whole)
        block = self._open("article")
        block.number, block.within, block.path = found.number, whole, (*self.path.headings, *self._above)
        self.titles += visible(self.lines[index].text[: found.head.rest])
        block.heading, block.lines, taken = self._titles_of_sections.split(index, found, self._until(index))
        return taken

    def _until(self, index: int) -> int:
        """Where the lines that may be an article's rubric end: at the next article or heading."""
        for later in range(index + 1, min(index + 6, self.part.end)):
            division = division_of(self.lines[later].text, self.lines[later].heading)
            begins = later in self.found or later in self.sections
            if begins or (division and (division.rank >= 0 or later > index + 1)):
                return later
        return min(index + 6, self.part.end)

    def _ends(self, index: int) -> bool:
        """Whether the words of the last article end here, by a closing formula, an annex or what was added."""
        line = self.lines[index]
        if not self._annexed and CLOSING.match(line.text):
            self._open("closing").lines.append(line.text)
        elif not self._annexed and line.table:
            self._open("tables").lines.append(line.text)
        elif self._is_annex(index):
            self.path = Path()
            self._open("annex", line.text)
            self._untitled = self._annexed = True
            self.titles += 0
        elif not self._annexed and ADDED.fullmatch(line.text) and (line.heading or line.text[-1] not in ".,;"):
            self._open("added").lines.append(line.text)
        else:
            return False
        return True

    def _is_annex(self, index: int) -> bool:
        line = self.lines[index]
        if not ANNEX.fullmatch(line.text) or (index and cut_short(self.lines[index - 1].text)):
            return False
        return line.heading or (len(line.text) <= 120 and line.text[-1] not in ".,;")

    def _after_closing(self, index: int) -> int:
        line = self.lines[index]
        if self.current.kind == "closing" and line.table:
            self._open("tables")
        elif self.current.kind == "closing" and line.heading and ADDED.match(line.text):
            self._open("added")
        if not self._is_annex(index) or not self._ends(index):
            self.current.lines.append(line.text)
        return 1

    def _provision(self, line: Line) -> Head | None:
        """A provision numbered in words, where one is expected: below "Disposiciones transitorias", or so named."""
        head = worded_of(line.text)
        if head is None or not (head.nature or (self._worded and head.stopped)):
            return None
        if self._worded is None and not line.heading and not head.stopped:
            return None
        number, last = head.readings[0], self._worded
        fits = number.value == 1 or (last is not None and number.follows(last)) or bool(head.nature)
        return head if fits else None

    def _begin_provision(self, line: Line, head: Head) -> int:
        if head.nature:  # "Disposición adicional primera." stands below no chapter
            self.path = Path()
        block = self._open("provision")
        block.number, block.nature = head.readings[0], head.nature
        self._worded = head.readings[0]
        self.titles += visible(line.text[: head.rest])
        if line.text[head.rest :]:
            block.lines.append(line.text[head.rest :])
        return 1

    def _division(self, index: int) -> bool:
        line = self.lines[index]
        before = self.lines[index - 1] if index else None
        division = division_of(line.text, line.heading)
        if division and division.rank < 0 and self._untitled and not self.current.lines:
            division = None  # "SECCION I" and below it "DISPOSICIONES GENERALES"
        if division and (line.level or not (before and cut_short(before.text))):
            self._fold_title()
            self.path.push(division.rank, division.text)
            self._open("section", division.text)
            self._untitled = not division.titled
            self._worded = Number("words ", 0) if TRANSITIONAL.search(division.text) else None
            self.titles += line.visible
            return True
        if self.current.kind not in ("section", "annex") or self.current.lines or index in self.found:
            return False
        wrapped = capitals(line.text) and capitals(self.current.heading) and not line.text[0].isdigit()
        if (self._untitled and self._titles(index)) or (wrapped and not MARK.match(line.text)):
            self._give_title(line.text, line.visible if self.current.kind == "section" else 0)
            return True
        return False

    def _titles(self, index: int) -> bool:
        """Whether a line is the title of the heading above it."""
        line = self.lines[index]
        if line.heading:
            return not MARK.match(line.text)
        following = self.lines[index + 1] if index + 1 < self.part.end else None
        return (
            len(line.text) <= 150
            and line.text[-1] not in ".,;:"
            and following is not None
            and (index + 1 in self.found or bool(division_of(following.text, following.heading)))
        )

    def _give_title(self, text: str, size: int) -> None:
        self.current.heading = join_title(self.current.heading, text, self._untitled)
        if self.current.kind == "section":
            self.path.retitle(self.current.heading)
            self.current.path = self.path.headings
        self.titles += size
        self._untitled = False

    def _fold_title(self) -> None:
        """A few words under a heading, without a full stop, are its title after all."""
        block = self.current
        words = " ".join(block.lines)
        if block.kind == "section" and words and len(words) <= 150 and words[-1] not in TERMINAL:
            block.lines.clear()
            self._give_title(words, visible(words))

    def _minor(self, index: int) -> bool:
        """A heading of no named kind, right before an article: it stands below the others."""
        line = self.lines[index]
        following = index + 1
        if not (line.level or (capitals(line.text) and line.text[-1] not in TERMINAL)) or following not in self.found:
            return False
        numbered = MARK.match(line.text) and not (line.level and line.text[0].isupper())  # "II. The Federation"
        if numbered or index > self.last or len(line.text) > 200 or not line.text[0].isupper():
            return False
        if self.current.lines and self.current.lines[-1][-1] not in TERMINAL:
            return False  # the line is marked as a heading, but goes on with a sentence
        self._fold_title()
        self.path.push(MINOR, line.text)
        self._open("section", line.text)
        self.titles += line.visible
        return True

    def _preamble(self, line: Line) -> bool:
        """The word "Preamble" above it, or the bare name of what is meant: titles, not words of the text."""
        bare = PREAMBLE.fullmatch(line.text.rstrip(".:")) or (line.heading and NOUN.fullmatch(line.text))
        if not bare or self.current.kind != "preamble":
            return False
        self.titles += line.visible
        return True
