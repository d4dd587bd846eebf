"""What of a passage goes into which field, and what is counted of it."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from rights_search.index.folding import compounds, words
from rights_search.index.stems import all_stems, family, stems
from rights_search.index.symbols import symbol_terms
from rights_search.model import Grade, HeldPassage, Holding, Instrument, Judgment, PassageKind, pinpoint, reached
from rights_search.vocabulary import Register, instruments

#: How a passage is called beside its number. An article is cited by people and by texts in both ways.
LABELS = {
    PassageKind.PROVISION: {"es": ("artículo", "art."), "en": ("article", "art.")},
    PassageKind.OPERATIVE: {"es": ("punto resolutivo", "punto"), "en": ("operative paragraph", "para.")},
}
PARAGRAPH = {"es": ("párrafo", "párr."), "en": ("paragraph", "para.")}
#: An article put in between, its letter behind a hyphen.
_LETTERED = re.compile(r"\d+-[A-Za-z]")


class Entry(Struct, frozen=True, kw_only=True):
    """A passage as the index takes it."""

    fields: dict[str, object]  #: what Whoosh is given, by field
    facets: dict[str, tuple[str, ...]]  #: what is counted, by facet
    touched: frozenset[str]  #: the rights it only touches, by every tag it has of them
    lengths: dict[str, int]
    exact: tuple[list[str], ...]  #: its parts, folded, as the field `exact` has them


class DocumentWords:
    """The words of a document that stand with each of its passages: its titles, names and symbol."""

    def __init__(self, holding: Holding) -> None:
        """Cut them once for all passages."""
        self.holding = holding
        parts = [words(name) for name in dict.fromkeys(_names(holding)) if name]
        self.exact = tuple(part for part in parts if part)
        self.title = tuple(stem for part in self.exact for word in part for stem in all_stems(word))
        self.symbol = symbol_terms(holding.symbol, holding.id)


def _names(holding: Holding) -> Iterator[str]:
    yield from holding.titles.values()
    for facts in holding.facts.values():
        if isinstance(facts, Judgment):
            yield facts.case
        elif isinstance(facts, Instrument):
            yield facts.acronym
    known = instruments().get(holding.id)
    if known:
        yield from (*known.acronyms, *known.names)
    if holding.id.isalnum():
        yield holding.id


def label(passage: HeldPassage, language: str) -> tuple[str, ...]:
    """What the passage is called in a language: "artículo 26", "art. 26".

    A numeral is called by its number within the article, too: "artículo 66.3", "artículo 66 numeral 3".
    """
    named = LABELS.get(passage.kind, PARAGRAPH).get(language)
    if not named or not passage.num:
        return ()
    article, dot, numeral = passage.num.partition(".")
    labels = [f"{name} {passage.num}" for name in named]
    if _LETTERED.fullmatch(passage.num):  # “2-A”, which some write “2A”
        labels += [f"{name} {passage.num.replace('-', '')}" for name in named]
    if dot and "__num_" in passage.eid:
        labels.append(f"{named[0]} {article} numeral {numeral}")
    return tuple(labels)


def entry(document: DocumentWords, passage: HeldPassage, order: int, register: Register) -> Entry:
    """The passage with its document's words, ready for the index."""
    holding = document.holding
    texts: dict[str, list[str]] = {}
    headings: list[str] = []
    exact: list[list[str]] = []
    for language, held in passage.texts.items():
        field = f"text_{family(language)}"
        stem = stems(family(language)).__getitem__
        for part in (held.text, passage.digests.get(language, ""), *(note.text for note in held.notes)):
            cut = words(part)
            exact.append(cut)
            texts.setdefault(field, []).extend(map(stem, (*cut, *compounds(part))))
        for part in (held.heading, *held.path, *label(passage, language)):
            cut = words(part)
            exact.append(cut)
            headings.extend(form for word in cut for form in all_stems(word))
    exact.extend(document.exact)
    parts = tuple(part for part in exact if part)
    facets = _facets(holding, passage, register)
    fields: dict[str, object] = {
        **texts,
        "heading": headings,
        "title": document.title,
        "exact": parts,
        "symbol": document.symbol,
        "id": f"{holding.id}#{passage.eid}",
        "order": order,
        **{name: values for name, values in facets.items() if name not in ("article", "year")},
    }
    if holding.year is not None:
        fields["year"] = holding.year
    lengths = {name: len(value) for name, value in texts.items()}
    lengths |= {"heading": len(headings), "title": len(document.title), "exact": sum(map(len, parts))}
    about = {number for tag in passage.tags if tag.grade is Grade.ABOUT for number in with_parent(tag.right, register)}
    return Entry(fields=fields, facets=facets, touched=frozenset(facets["right"]) - about, lengths=lengths, exact=parts)


def _facets(holding: Holding, passage: HeldPassage, register: Register) -> dict[str, tuple[str, ...]]:
    rights = tuple(dict.fromkeys(number for tag in passage.tags for number in with_parent(tag.right, register)))
    return {
        "source": (holding.kind.value,),
        "body": _some(holding.body),
        "state": holding.states,
        "document": (holding.id,),
        "kind": (passage.kind.value,),
        "lang": tuple(passage.texts),
        "standing": tuple(dict.fromkeys(held.standing.value for held in passage.texts.values())),
        "right": rights,
        "article": tuple(number for number in rights if "." not in number),
        "cites": tuple(_cited(holding, passage)),
        "group": tuple(one.group for one in passage.groups),
        "goal": tuple(map(str, passage.goals)),
        "year": _some(str(holding.year) if holding.year is not None else ""),
    }


def _cited(holding: Holding, passage: HeldPassage) -> Iterable[str]:
    """What it and its notes cite in any language. It is no citation of its own document as a whole, nor of itself."""
    own = f"{holding.id}#{pinpoint(passage.eid)}"
    cites = (
        cite
        for held in passage.texts.values()
        for cite in (*held.cites, *(cite for note in held.notes for cite in note.cites))
    )
    found = dict.fromkeys(place for cite in cites if cite.target for place in reached(cite.target))
    return (place for place in found if place not in (holding.id, own))


def _some(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def with_parent(number: str, register: Register) -> tuple[str, ...]:
    """The right's number and, for a numeral, the number of the right it belongs to."""
    right = register.get(number)
    parent = right.parent if right else number.partition(".")[0]
    return (number, parent) if parent and parent != number else (number,)
