"""Constitutions in English as the Constitute site gives them, saved as text: unit by unit, each under its heading."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from rights_search.errors import ParseError
from rights_search.model import (
    Document,
    LeftOut,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Source,
    SourceKind,
    Standing,
)
from rights_search.parsers.articles.text import anchors_of, compose
from rights_search.parsers.base import text_of, visible
from rights_search.parsers.constitutions import document as constitution
from rights_search.parsers.constitutions.headings import NAMED, SHARE, Outline, outline_of
from rights_search.parsers.constitutions.units import Place, Places
from rights_search.parsers.language import language_of
from rights_search.vocabulary import constitution_id

HEADINGS = "numbers and headings (kept as number, heading and path)"
FEWEST = 3  #: buttons that make a page of the site


def recognises(source: Source) -> bool:
    """A first line with a State and a year, and the site's buttons below headings."""
    try:
        text = text_of(source)
    except ParseError:
        return False
    first = text.lstrip("\ufeff \n\t").partition("\n")[0].strip()
    return bool(NAMED.fullmatch(first)) and text.count(f"\n{SHARE}\n") >= FEWEST


def parse(source: Source) -> Parsed:
    """The constitution.

    Raises:
        ParseError: no unit in it has words.
    """
    outline = outline_of(text_of(source))
    maker = _Maker(outline, source)
    passages = tuple(maker.passages())
    if not passages:
        raise ParseError("no article in it: each must have its heading on a line of its own, with “Share” below it")
    code, name = constitution.state_of((outline.name,), (p.text for p in passages), source.declared.state)
    facts = constitution.facts_of(outline.name)
    sample = " ".join(p.text for p in passages[:20])
    language = language_of(sample, source.declared.language)
    document = Document(
        id=constitution_id(name),
        kind=SourceKind.CONSTITUTION,
        title=source.declared.title or constitution.title_of(code, name, language),
        language=language,
        standing=Standing.OFFICIAL,
        passages=passages,
        states=(code,) if code else (),
        date=source.declared.date or facts.adopted,
        url=source.declared.url,
        facts=facts,
        left_out=tuple(LeftOut(rule, count) for rule, count in maker.left.items() if count),
        gaps=tuple(maker.places.gaps),
        source=source.path,
    )
    problems = [Problem(source.path, document.id, f"the numbering says that {gap} is missing") for gap in document.gaps]
    if not code:
        problems.append(Problem(source.path, outline.name, "names no State of ours: declare its state"))
    return Parsed((document,), tuple(problems))


class _Draft(Struct):
    """A passage in the making: more words may be added to it by headings below its own."""

    place: Place
    lines: list[str] = field(default_factory=list)


class _Maker:
    """Makes the passages of an outline."""

    def __init__(self, outline: Outline, source: Source) -> None:
        self.outline, self.source = outline, source
        self.places = Places([unit.heading for unit in outline.units])
        self.left: Counter[str] = Counter({"title": visible(outline.name), "buttons of the page": outline.residue})

    def passages(self) -> Iterator[Passage]:
        """Each unit with words as a passage, and each article inside a chapter as one."""
        draft: _Draft | None = None
        for unit in self.outline.units:
            place = self.places.place(unit.heading)
            self.left[HEADINGS] += visible(unit.heading)
            if place is None:  # "Paragraph II", "Interpretative clause": part of the article above
                if draft is None:
                    continue
                self.left[HEADINGS] -= visible(unit.heading)
                draft.lines += [unit.heading, *(line for _, line in unit.lines)]
                continue
            if draft:
                yield from self._passage(draft)
            draft = None
            if place.heading and not place.eid.endswith("sec_preamble"):
                self.left[HEADINGS] -= visible(place.heading)
            for piece in self.places.inside(place, unit.lines):
                if draft:
                    yield from self._passage(draft)
                draft = _Draft(piece.place, list(piece.lines))
                self.left[HEADINGS] += piece.label
        if draft:
            yield from self._passage(draft)

    def _passage(self, draft: _Draft) -> Iterator[Passage]:
        place, heading = draft.place, draft.place.heading
        composed = compose(draft.lines)
        if not composed.text:
            if not place.article:
                self.left[HEADINGS] += visible(heading)
                return
            heading, composed = "", compose([heading or "…"])
        yield Passage(
            eid=place.eid,
            kind=PassageKind.PROVISION,
            text=composed.text,
            num=place.num,
            heading=heading,
            path=place.path,
            anchors=anchors_of(place.eid, composed, "num"),
        )
