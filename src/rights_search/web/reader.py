"""The reader: one document passage by passage, with headings, gaps, rights and citations in their place."""

import re
from collections.abc import Callable

from msgspec import Struct

from rights_search.model import Citation, HeldPassage, Holding, SearchHit, Standing, hit_of, pinpoint
from rights_search.web.archive import Archive
from rights_search.web.authority import Authority, of_hit
from rights_search.web.languages import current
from rights_search.web.links import citing_address
from rights_search.web.marks import Line, lines
from rights_search.web.passages import recommenders
from rights_search.web.places import place_in_sentence
from rights_search.web.reasons import Concerned, Label, concerned, labels, why_none
from rights_search.web.runs import Run, run_before
from rights_search.web.words import provision

#: What stands for the number of a passage that has none.
UNNUMBERED = "¶"


class Footnote(Struct, frozen=True):
    """A footnote of a passage."""

    mark: str
    lines: tuple[Line, ...]


class Paragraph(Struct, frozen=True):
    """A passage with everything that stands around it."""

    hit: SearchHit
    place: str
    number: str
    heading: str
    level: int
    lines: tuple[Line, ...]
    authority: Authority
    labels: tuple[Label, ...]
    cites: tuple[tuple[str, str], ...]
    notes: tuple[Footnote, ...]
    beside: str
    language: str
    digest: bool
    found: bool
    by: str
    untagged: str = ""  #: why it has no right
    groups: tuple[Concerned, ...] = ()
    cited: int = 0  #: how many passages cite it
    citing: str = ""  #: the search that finds them


class Heading(Struct, frozen=True):
    """A heading of the document; its id follows from the first passage under it, so it does not change."""

    id: str
    text: str
    level: int
    language: str = ""


class Section(Struct, frozen=True):
    """What stands under one outermost heading."""

    heading: Heading | None
    items: tuple[Heading | Paragraph | Run, ...]
    span: str = ""


class Marked(Struct, frozen=True):
    """What a search found in the document: the passages, and the words to mark."""

    found: frozenset[str] = frozenset()
    words: re.Pattern[str] | None = None


class Reader:
    """Lays out one document for one reader."""

    def __init__(self, holding: Holding, archive: Archive, marked: Marked, address: Callable[[str], str]) -> None:
        """Prepare to lay out this document, with what a search found in it and where its citations lead."""
        self._holding = holding
        self._archive = archive
        self._marked = marked
        self._address = address
        self._cited = archive.library.cited(holding.id)
        self._labels: dict[tuple[str, str], Authority] = {}  # the few that one document has

    def sections(self) -> tuple[Section, ...]:
        """The whole document in its order."""
        made: list[tuple[Heading | None, list[Heading | Paragraph | Run]]] = []
        previous: HeldPassage | None = None
        path: tuple[str, ...] = ()
        for passage in self._holding.passages:
            language, held = passage.text_for(current())
            if not made or held.path[:1] != path[:1]:
                top = Heading(f"sec-{passage.eid}", held.path[0], 2, _foreign(language)) if held.path else None
                made.append((top, []))
                path = held.path[:1]
            items = made[-1][1]
            items += _headings(passage, path, held.path, _foreign(language))
            path = held.path
            standing = self._holding.standings.get(language, held.standing)
            run = run_before(passage, previous, self._holding, standing)
            items += [run] if run else []
            items.append(self._paragraph(passage))
            previous = passage
        return tuple(Section(heading, tuple(items), _span(items)) for heading, items in made)

    def _paragraph(self, passage: HeldPassage) -> Paragraph:
        language, held = passage.text_for(current())
        hit = hit_of(self._holding, passage, current())
        found = passage.eid in self._marked.found
        words = self._marked.words if found else None
        cited = self._cited.get(pinpoint(passage.eid), 0)
        register = self._archive.register
        return Paragraph(
            hit=hit,
            place=place_in_sentence(passage.eid, passage.num),
            number=passage.num or UNNUMBERED,
            heading=held.heading,
            level=min(len(held.path) + 2, 6),
            lines=lines(held.text, held.cites, held.anchors, words, self._address),
            authority=self._authority(hit),
            labels=labels(passage.tags, register, self._holding.kind, held.text, (*held.path, held.heading)),
            untagged="" if passage.tags else why_none(held.text, hit.source, held.path, register, hit.document),
            cites=_cites(held.cites, self._address),
            notes=tuple(
                Footnote(note.mark, lines(note.text, note.cites, address=self._address)) for note in held.notes
            ),
            beside=passage.digests.get(current(), ""),
            language=_foreign(language),
            digest=held.standing is Standing.DIGEST,
            found=found,
            by=recommenders(passage.recommended_by),
            groups=concerned(passage.groups, held.text),
            cited=cited,
            citing=citing_address(hit.id) if cited else "",
        )

    def _authority(self, hit: SearchHit) -> Authority:
        key = (hit.kind, hit.response)
        if key not in self._labels:
            self._labels[key] = of_hit(hit, self._archive.state)
        return self._labels[key]


def _foreign(language: str) -> str:
    """A text's language, where it is not the reader's."""
    return "" if language == current() else language


def _headings(passage: HeldPassage, before: tuple[str, ...], path: tuple[str, ...], language: str) -> list[Heading]:
    """The headings that begin with this passage, below the outermost."""
    common = 0
    while common < min(len(before), len(path)) and before[common] == path[common]:
        common += 1
    return [
        Heading(f"sec-{passage.eid}-{depth}", path[depth], min(depth + 2, 5), language)
        for depth in range(max(common, 1), len(path))
    ]


def _span(items: list[Heading | Paragraph | Run]) -> str:
    numbers = [item.hit.num for item in items if isinstance(item, Paragraph) and item.hit.num]
    return f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else "".join(numbers)


def _cites(cites: tuple[Citation, ...], address: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """What a digest says its passage cites; in an official text the words themselves are the link."""
    return tuple((provision(cited.target), address(cited.target)) for cited in cites if cited.end == 0 and cited.target)
