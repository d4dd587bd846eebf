"""Where a unit of a constitution stands: its eId, its number and the headings above it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from rights_search.parsers.articles.heads import (
    ANNEX,
    TRANSITIONAL,
    Head,
    Number,
    Path,
    division_of,
    eid_of,
    head_of,
    num_of,
)
from rights_search.parsers.articles.numbers import ordinal, roman
from rights_search.parsers.base import visible
from rights_search.parsers.constitutions.headings import BARE, INLINE
from rights_search.parsers.eids import eid, unique
from rights_search.vocabulary import fold

#: Headings of parts of an article.
WITHIN = re.compile(
    r"(?:sole\s)?paragraphs?(?:\s[IVX\d]{1,5})?|interpretative clause|párrafo\s?[IVX\d]{0,5}", re.IGNORECASE
)
NUMBERED_TITLE = re.compile(r"(?P<label>[IVXLC]{1,6}|[A-Z]|\d{1,2})\.\s\S")
AHEAD = 30  #: how many numbered lines are looked at for a number that comes again
RESTARTS = 4  #: from how many new beginnings on numbers are taken to belong to chapters
_SLUG = re.compile(r"[^a-z0-9]+")


class Place(Struct, frozen=True):
    """A unit's place."""

    eid: str
    num: str
    heading: str
    path: tuple[str, ...]
    article: bool = False


class Piece(Struct, frozen=True):
    """Words with their place; `label` is how many visible characters of them are the number itself."""

    place: Place
    lines: tuple[str, ...]
    label: int = 0


class Places:
    """Gives each unit its place, in order."""

    def __init__(self, headings: Sequence[str]) -> None:
        """Learn from all the headings how this constitution counts."""
        heads = [head_of(heading, sections=True) for heading in headings]
        sections = sum(
            bool(h) and heading.lower().startswith("sec") for h, heading in zip(heads, headings, strict=True)
        )
        articles = sum(bool(h) for h in heads) - sections
        bare = sum(bool(BARE.fullmatch(heading)) for heading in headings)
        self.sections = sections > articles
        self.bare = bare > max(sections, articles)
        self.gaps: list[str] = []
        self._path, self._taken = Path(), set[str]()
        self._base: tuple[str, ...] = ()  # what stands before an article's own eId
        self._last: Number | None = None
        self._opened: list[str] = []  # headings since the last article
        self._annexes, self._law = 0, ""
        self._by_chapter = self._restarts(headings) >= RESTARTS and not self.sections
        self._chapter = ""
        self._plain = self.bare or articles + sections < RESTARTS

    def _restarts(self, headings: Sequence[str]) -> int:
        numbers = [head.readings[0].value for heading in headings if (head := self._head(heading))]
        return sum(later == 1 < earlier for earlier, later in pairwise(numbers))

    def place(self, heading: str) -> Place | None:
        """The heading's place; None where it is part of the unit above."""
        if WITHIN.fullmatch(heading):
            return None
        if re.fullmatch(r"preamble|preámbulo", heading, re.IGNORECASE):
            base = self._base if self._base and self._base[0].startswith("annex") else ()
            return self._place("__".join((*base, "sec_preamble")), "", "Preamble")
        if ANNEX.match(heading) and not self._head(heading):
            return self._annex(heading)
        head = self._head(heading)
        if head and not (self.sections and heading.lower().startswith("art")):
            return self._article(head, heading[head.rest :].strip().strip("()"))
        if number := ordinal(re.sub(r"\W+", " ", heading)):
            return self._worded(number, heading)
        self._open(heading, head)
        if head:
            return self._place(self._chapter, num_of(head.readings[0]), heading[head.rest :].strip())
        return self._section(heading)

    def _head(self, heading: str) -> Head | None:
        if self.bare:
            match = BARE.fullmatch(heading)
            if not match:
                return None
            number = Number("number", int(match["value"]), match["letter"].lower()[:1])
            rest = match.start("title") if match["title"] else len(heading)
            label = heading[: match.end("through") if match["through"] else match.end("letter")]
            return Head(label, (number,), rest, True, through=int(match["through"] or 0), printed=match["letter"])
        return head_of(heading, sections=self.sections)

    def _annex(self, heading: str) -> Place:
        self._annexes += 1
        self._base, self._last = (f"annex_{self._annexes}",), None
        self._path = Path()
        self._path.push(0, heading)
        return self._place(f"annex_{self._annexes}", "", "")

    def _article(self, head: Head, title: str) -> Place:
        number = head.readings[0]
        if self._last and not number.follows(self._last) and number.order <= self._last.order:
            self._restart()
        elif self._last and number.kind == self._last.kind and not self._base:
            self.gaps.extend(eid_of(Number(number.kind, v)) for v in range(self._last.value + 1, number.value))
        self._last = Number(number.kind, head.through, "") if head.through else number
        self._opened.clear()
        prefix = "transitional" if self._base == ("transitional",) else "sec" if self.sections else "art"
        base = () if prefix == "transitional" else self._base
        chapter = (self._chapter,) if (self._by_chapter or self.sections) and self._chapter else ()
        num = head.label if head.through else num_of(number, head.printed)
        return self._place("__".join((*base, *chapter, eid_of(number, prefix))), num, title, article=True)

    def _restart(self) -> None:
        """The numbers begin again: in the next chapter, in transitional provisions, or in another law."""
        if self._by_chapter or self.sections:
            return
        transitional = any(TRANSITIONAL.search(heading) for heading in (*self._opened, *self._path.headings))
        if transitional and not any(name.startswith("transitional_") for name in self._taken):
            self._base = ("transitional",)
        else:
            self._annexes += 1
            self._base = (f"annex_{self._annexes}",)

    def _worded(self, number: int, heading: str) -> Place:
        transitional = any(TRANSITIONAL.search(above) for above in self._path.headings)
        if transitional and not self._base:
            return self._place(eid_of(Number("number", number), "transitional"), str(number), "", article=True)
        above = _slug(self._path.headings[-1]) if self._path.headings else "provision"
        return self._place(eid(("sec", f"{above}-{number}")), str(number), "", article=True)

    def _open(self, heading: str, head: Head | None) -> None:
        """Open a heading above articles."""
        division = division_of(heading, heading=True)
        numbered = NUMBERED_TITLE.match(heading)
        if head:  # an article that holds sections: "ARTICLE IV. FUNDAMENTAL RIGHTS"
            rank, self._chapter, self._last = 0, eid_of(head.readings[0]), None
        elif division:
            rank = division.rank
        elif numbered:
            rank = 50 if roman(numbered["label"]) else 51 if numbered["label"].isdigit() else 52
        else:
            rank = -1
        self._path.push(rank, heading)
        self._opened.append(heading)
        if self._by_chapter and not head:
            self._chapter_opened(heading, rank)

    def _chapter_opened(self, heading: str, rank: int) -> None:
        """Numbers belong to chapters: remember which one this is, and in which law."""
        if rank < 0:
            self._law = _slug(heading) if self._taken else ""
            self._chapter, self._last = f"sec_{self._law}" if self._law else "", None
        elif re.match(r"chapter|capítulo|title|título", heading, re.IGNORECASE):
            label = re.sub(r"\W", "", heading.split(" ")[1]) if " " in heading else heading
            chapter = eid(("sec", roman(label) or label))
            self._chapter = f"sec_{self._law}__{chapter}" if self._law else chapter
            self._last = None

    def _section(self, heading: str) -> Place:
        base = self._base if self._base and self._base[0].startswith("annex") else ()
        return self._place("__".join((*base, f"sec_{_slug(heading)}")), "", "")

    def _place(self, name: str, num: str, heading: str, article: bool = False) -> Place:
        return Place(unique(name, self._taken), num, heading, self._path.headings, article)

    def inside(self, place: Place, lines: Sequence[tuple[int, str]]) -> Iterator[Piece]:
        """The unit's words, divided where a chapter holds its articles inside itself."""
        starts = (
            {} if place.article or not self._plain or self._base else self._articles_in([line for _, line in lines])
        )
        held: list[str] = []
        piece, label = place, 0
        for index, (_, line) in enumerate(lines):
            if index not in starts:
                held.append(line)
                continue
            if held or piece is not place:
                yield Piece(piece, tuple(held), label)
            number, rest = starts[index]
            piece = self._place(eid_of(number), num_of(number, number.suffix.upper()), "", article=True)
            held, label = [line[rest:]], visible(line[:rest])
        yield Piece(piece, tuple(held), label)

    def _articles_in(self, lines: Sequence[str]) -> dict[int, tuple[Number, int]]:
        """The lines that begin articles: "10. 1. …" does; "3. …" may be the third clause of the second article."""
        found = [(index, match) for index, line in enumerate(lines) if (match := INLINE.match(line))]
        starts: dict[int, tuple[Number, int]] = {}
        clause = 0
        for place, (index, match) in enumerate(found):
            number = Number("number", int(match["value"]), match["letter"].lower())
            wanted = self._last or Number("number", 0)
            is_next = number.follows(wanted)
            is_clause = clause > 0 and not match["clause"] and not number.suffix and number.value == clause + 1
            if is_next and is_clause:
                is_next = not _comes_again(found[place + 1 : place + 1 + AHEAD], number.value)
            if is_next:
                starts[index] = number, match.start("clause") if match["clause"] else match.end()
                self._last, clause = number, 1 if match["clause"] else 0
            elif is_clause:
                clause = number.value
        return starts


def _comes_again(later: Sequence[tuple[int, re.Match[str]]], value: int) -> bool:
    """Whether a number comes again before the one after it: then the first was a clause."""
    for _, match in later:
        if int(match["value"]) == value:
            return True
        if int(match["value"]) == value + 1 and match["clause"]:
            return False
    return False


def _slug(heading: str) -> str:
    slug = _SLUG.sub("-", fold(heading)).strip("-")
    slug = re.sub(r"^(?:the|los|las|el|la)-", "", slug)
    return slug if len(slug) <= 48 else slug[:49].rpartition("-")[0]
