"""The paragraphs of one review: numbers, lettered parts, lists under a paragraph, and the headings above them.

A number continues the paragraphs, or is an item of the list that the paragraph before opened with a colon
("199. … recommends that the State: … 5. Adopt …": 199.5).
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from rights_search.model import Anchor, Note, Passage, PassageKind, Problem, SourceKind
from rights_search.parsers.eids import eid
from rights_search.parsers.numbered.names import Names
from rights_search.parsers.observations.blocks import Block
from rights_search.parsers.observations.words import asks, kind_of
from rights_search.parsers.upr.recommendations import recommending, response_of

NUMBER = re.compile(r"^(\d{1,4}(?:\.\d{1,4}){1,3})\.?[ )]\s*|^(\d{1,4})[.)][ ]?(?=\D)\s*")
LETTER = re.compile(r"^\(?([a-z]{1,2}|[ivx]{1,5})[.)]\s+")
#: The next paragraph's number glued to the end of the one before: "… publicado. 48. A la luz de"
GLUED = re.compile(r"(?<=[.;:)»”]) (\d{1,4})\. (?=[A-ZÁÉÍÓÚÑ¿«“])")
ORDINAL_OF_HEADING = re.compile(r"^([A-Z]|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2})\.?(?:[ ).]|$)")
#: A line without a full stop at its end, no longer than this, is a heading that lost its mark.
LONGEST_HEADING = 180
#: The level of such a heading: below every marked one.
UNMARKED = 7


class Draft(Struct):
    """A passage being written."""

    eid: str
    num: str
    path: tuple[str, ...]
    texts: list[str]
    indent: int = 0
    heading_marks: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    letters: list[tuple[str, int]] = field(default_factory=list)  #: (letter, index in `texts`)
    parent: "Draft | None" = None
    lettered: bool = False  #: its own number is a letter under a heading

    @property
    def text(self) -> str:
        """What it says so far."""
        return "\n".join(self.texts)

    @property
    def opens_list(self) -> bool:
        """Whether it ends in a colon."""
        return self.texts[-1].rstrip(" *_").endswith(":")


class Paragraphs:
    """Takes the blocks of one review in their order and keeps the drafts."""

    def __init__(self, kind: SourceKind, source: str) -> None:
        """Begin a review of that kind."""
        self.kind = kind
        self.source = source
        self.drafts: list[Draft] = []
        self.problems: list[Problem] = []
        self._headings: list[tuple[int, str]] = []
        self._heading_marks: list[str] = []
        self._taken = Names()
        self._current: Draft | None = None
        self._list: Draft | None = None  #: the paragraph whose list is open
        self._item = 0
        self._top = 0

    @property
    def _path(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._headings)

    def take(self, block: Block, following: Block | None) -> None:
        """Take one block; the one after it tells whether a line without a full stop is a heading."""
        if block.level:
            self._head(block.level, block)
            return
        numbered = NUMBER.match(block.text)
        lettered = LETTER.match(block.text)
        if numbered:
            for text in _unglued(block.text):
                found = NUMBER.match(text)
                if found:
                    self._number(found, text[found.end() :], block)
        elif lettered:
            self._letter(lettered[1], block.text[lettered.end() :], block)
        elif self._is_heading(block, following):
            self._head(UNMARKED, block)
        elif self._current is not None:
            self._current.texts.append(block.text)
            self._current.marks.extend(block.marks)
        else:
            self._begin(eid(("sec", len(self.drafts) + 1)), "", block.text, block)

    def _head(self, level: int, block: Block) -> None:
        self._headings = [heading for heading in self._headings if heading[0] < level]
        self._headings.append((level, block.text.rstrip(" :")))
        self._heading_marks.extend(block.marks)
        if level < UNMARKED:
            self._current = None

    def _is_heading(self, block: Block, following: Block | None) -> bool:
        """A title that lost its `#`, or the words that lead into a run of numbered paragraphs."""
        if following is None or block.bold or len(block.text) > 2 * LONGEST_HEADING:
            return False
        if block.text.endswith(":"):
            return NUMBER.match(following.text) is not None and not following.level
        return _is_title(block.text)

    def _number(self, found: re.Match[str], text: str, block: Block) -> None:
        printed = found[1] or found[2]
        prefix = "rec" if self.kind is SourceKind.UPR and found[1] else "para"
        if found[1]:
            self._begin(eid((prefix, printed)), printed, text, block)
            return
        number = int(printed)
        titles = self._list is None or self.kind is SourceKind.CONCLUDING_OBSERVATIONS
        if number <= self._top and titles and _is_title(text):
            self._head(UNMARKED, block)  # "5. Entorno familiar (artículos 5, 18 …)" among paragraphs 39 and 66
            return
        parent = self._list
        if parent is not None and self._is_item(number, block, parent):
            self._item = number
            name = eid(("rec", f"{parent.num}-{number}")) if self.kind is SourceKind.UPR else ""
            self._begin(
                name or eid(("para", parent.num), ("point", number)), f"{parent.num}.{number}", text, block, parent
            )
            return
        if number < self._top and eid(("para", number)) not in self._taken:
            self.problems.append(
                Problem(self.source, f"line {block.line}", f"paragraph {number} comes after {self._top}")
            )
        self._top = max(self._top, number)
        draft = self._begin(eid(("para", number)), printed, text, block)
        self._list, self._item = (draft, 0) if draft.opens_list else (None, 0)

    def _is_item(self, number: int, block: Block, parent: Draft) -> bool:
        if number <= self._item:
            return False
        deeper = block.indent > parent.indent and number == self._item + 1
        return number <= int(parent.num) or deeper

    def _letter(self, letter: str, text: str, block: Block) -> None:
        section = self._section()
        if self._current is not None and not self._current.lettered:
            self._current.letters.append((letter, len(self._current.texts)))
            self._current.texts.append(f"{letter}. {text}")
            self._current.marks.extend(block.marks)
        else:
            name = eid(("sec", section or "0"), ("point", letter))
            self._begin(name, f"{section}{letter}", text, block).lettered = True

    def _section(self) -> str:
        """The number or letter of the nearest heading that has one."""
        for _, text in reversed(self._headings):
            if found := ORDINAL_OF_HEADING.match(text):
                return found[1]
        return ""

    def _begin(self, name: str, num: str, text: str, block: Block, parent: Draft | None = None) -> Draft:
        if name in self._taken and (section := self._section()):
            name = f"{eid(('sec', section))}__{name}"
        given = self._taken.take(name)
        if given != (eid(("para", num)) if name.startswith("sec_") and "__para_" in name else name):
            self.problems.append(
                Problem(
                    self.source, f"line {block.line}", f"paragraph {num} stands more than once; this one is {given}"
                )
            )
        draft = Draft(
            eid=given,
            num=num,
            path=self._path,
            texts=[text],
            indent=block.indent,
            heading_marks=self._heading_marks,
            marks=list(block.marks),
            parent=parent,
        )
        self._heading_marks = []
        self.drafts.append(draft)
        self._current = draft
        return draft


def _is_title(text: str) -> bool:
    return len(text) <= LONGEST_HEADING and text[-1] not in '.:;,?!”"'


def _unglued(text: str) -> Iterator[str]:
    """The text, parted where the next paragraph's number stands in the middle of it."""
    found = NUMBER.match(text)
    number = int(found[2]) if found and found[2] else 0
    begin = 0
    for glued in GLUED.finditer(text):
        if number and int(glued[1]) == number + 1:
            number += 1
            yield text[begin : glued.start()].strip()
            begin = glued.start() + 1
    yield text[begin:].strip()


def passages(
    paragraphs: Paragraphs, notes: dict[str, str], title_marks: Iterable[str]
) -> tuple[tuple[Passage, ...], list[Problem]]:
    """The finished passages, and what is odd about them. The title's notes go to the first one."""
    if paragraphs.drafts:
        paragraphs.drafts[0].heading_marks[:0] = title_marks
    finisher = _Finisher(paragraphs, notes)
    done = tuple(finisher.passage(draft) for draft in paragraphs.drafts)
    return done, [*paragraphs.problems, *finisher.problems]


class _Finisher:
    """Turns drafts into passages; what their leading paragraphs say is worked out once for each."""

    def __init__(self, paragraphs: Paragraphs, notes: dict[str, str]) -> None:
        """Finish the drafts of this review."""
        self.problems: list[Problem] = []
        self._kind = paragraphs.kind
        self._source = paragraphs.source
        self._notes = notes
        self._leads = {draft.num: draft for draft in reversed(paragraphs.drafts)}
        self._answers: dict[str, str] = {}
        self._asking: dict[str, bool] = {}

    def passage(self, draft: Draft) -> Passage:
        """The finished passage."""
        text = draft.text
        kind = self._passage_kind(draft, text)
        by: tuple[str, ...] = ()
        if self._kind is SourceKind.UPR and kind is PassageKind.RECOMMENDATION:
            by, unknown = recommending(text)
            self.problems.extend(Problem(self._source, draft.eid, f"“{name}” is no State we know") for name in unknown)
        marks = dict.fromkeys(draft.heading_marks + draft.marks)
        return Passage(
            eid=draft.eid,
            kind=kind,
            text=text,
            num=draft.num,
            path=draft.path,
            anchors=tuple(_anchors(draft)),
            notes=tuple(Note(mark, self._notes.get(mark, "")) for mark in marks),
            recommended_by=by,
            response=self._response(draft) if by else "",
        )

    def _passage_kind(self, draft: Draft, text: str) -> PassageKind:
        if self._kind is SourceKind.UPR:
            return PassageKind.RECOMMENDATION if draft.eid.startswith("rec_") else PassageKind.PARAGRAPH
        if draft.parent is not None and self._asks(draft.parent):
            return PassageKind.RECOMMENDATION
        return kind_of(text, draft.path)

    def _asks(self, lead: Draft) -> bool:
        if lead.eid not in self._asking:
            self._asking[lead.eid] = asks(lead.text)
        return self._asking[lead.eid]

    def _response(self, draft: Draft) -> str:
        """Supported or noted, as the paragraph says that leads into the list."""
        lead = draft.parent or self._leads.get(draft.num.partition(".")[0])
        if lead is None:
            return ""
        if lead.eid not in self._answers:
            self._answers[lead.eid] = response_of(lead.text)
        return self._answers[lead.eid]


def _anchors(draft: Draft) -> Iterator[Anchor]:
    taken = Names()
    starts = [0]
    for text in draft.texts:
        starts.append(starts[-1] + len(text) + 1)
    for letter, index in draft.letters:
        yield Anchor(taken.take(f"{draft.eid}__{eid(('point', letter))}"), letter, starts[index])
