"""A document as it is held: its languages side by side, official text before excerpt before digest.

Several files may hold one document. Within a language the better standing wins, then the later file; the others
stay known as also held. The digest stands beside the official text, and for a language without one it is the text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from rights_search.model.alike import same_text
from rights_search.model.citable import also_cited_as, known_by, recited
from rights_search.model.documents import (
    Affected,
    Anchor,
    Citation,
    Document,
    Instrument,
    Judgment,
    Note,
    Passage,
    Problem,
    Report,
    Tag,
)
from rights_search.model.kinds import PassageKind, SourceKind, Standing, TagBasis

RANK = {standing: rank for rank, standing in enumerate(Standing)}
BASIS = {basis: rank for rank, basis in enumerate(TagBasis)}


class HeldText(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A passage's words in one language."""

    text: str
    standing: Standing
    heading: str = ""
    path: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    notes: tuple[Note, ...] = ()
    cites: tuple[Citation, ...] = ()


class HeldPassage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A passage in every language it is held in."""

    eid: str
    num: str
    kind: PassageKind
    texts: dict[str, HeldText]
    digests: dict[str, str] = field(default_factory=dict)  #: our digest beside an official text or excerpt
    tags: tuple[Tag, ...] = ()
    groups: tuple[Affected, ...] = ()
    goals: tuple[int, ...] = ()
    recommended_by: tuple[str, ...] = ()
    response: str = ""

    def text_for(self, reader: str) -> tuple[str, HeldText]:
        """The language and text to show: the reader's, else Spanish, else English, else what there is."""
        for language in (reader, "es", "en", *self.texts):
            if language in self.texts:
                return language, self.texts[language]
        raise KeyError(self.eid)


class Holding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document with all that is held of it."""

    id: str
    kind: SourceKind
    titles: dict[str, str]
    standings: dict[str, Standing]
    passages: tuple[HeldPassage, ...]
    symbol: str = ""
    aliases: tuple[str, ...] = ()  #: the other ids it is cited and asked for by
    body: str = ""
    states: tuple[str, ...] = ()
    date: str = ""
    urls: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Instrument | Judgment | Report] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    also_held: tuple[str, ...] = ()
    checked: str = ""
    against: str = ""

    def title_for(self, reader: str) -> str:
        """The title in the reader's language, or the one there is."""
        return self.titles.get(reader) or next(iter(self.titles.values()))

    @property
    def year(self) -> int | None:
        """The year of its date, where known."""
        return int(self.date[:4]) if self.date[:4].isdigit() else None


def hold(documents: Iterable[Document]) -> tuple[tuple[Holding, ...], tuple[Problem, ...]]:
    """Lay the documents side by side, by id; two files of equal rank for one language are a problem."""
    documents = tuple(documents)
    canonical = {alias: document.id for document in documents for alias in document.aliases}
    cited = known_by(documents) | canonical
    documents = tuple(recited(document, cited) for document in documents)
    together: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        together[canonical.get(document.id, document.id)].append(document)
    problems: list[Problem] = []
    holdings = tuple(_merge(id_, versions, problems) for id_, versions in together.items())
    return holdings, tuple(problems)


def _merge(id_: str, versions: list[Document], problems: list[Problem]) -> Holding:
    ranked = sorted(versions, key=lambda d: (RANK[d.standing], _negated(d.source)))
    chosen: dict[str, Document] = {}
    digests: dict[str, Document] = {}
    also_held: list[str] = []
    strangers: set[str] = set()  #: files that hold another text: nothing of them is this document's
    for version in _whole(ranked):
        language = version.language
        if language not in chosen:
            chosen[language] = version
        elif version.standing is Standing.DIGEST and chosen[language].standing is not Standing.DIGEST:
            digests.setdefault(language, version)
        else:
            also_held.append(version.source)
            if version.standing is chosen[language].standing:
                same = same_text(chosen[language], version)
                problems.append(_claimed_twice(id_, chosen[language], version, same))
                if same:
                    chosen[language] = _filled(chosen[language], version)
                else:
                    strangers.add(version.source)
            else:
                chosen[language] = _answered(chosen[language], version)
    kin = [version for version in ranked if version.source not in strangers]
    return _holding(id_, kin, chosen, digests, tuple(dict.fromkeys(also_held)))


def _claimed_twice(id_: str, shown: Document, other: Document, same: bool) -> Problem:
    claim = f"{shown.source} also holds {id_} in “{shown.language}” ({shown.standing})"
    if same:
        said = f"{claim}; that one is shown. Remove one of them, or give them different ids."
    else:
        said = (
            f"{claim}, and it is a different text; only that one is shown."
            " They need different ids: declare the symbol, title, kind or State of each."
        )
    return Problem(other.source, id_, said)


def _filled(shown: Document, other: Document) -> Document:
    """The document that is shown, with the passages that only the other file has: a cut file takes nothing away."""
    known = {passage.eid for passage in shown.passages}
    more = [passage for passage in other.passages if passage.eid not in known]
    return replace(shown, passages=_in_order((*shown.passages, *more))) if more else shown


def _answered(shown: Document, other: Document) -> Document:
    """The document that is shown, with answers that a table gives: a review's report leaves open what comes later."""
    answers = {passage.eid: passage.response for passage in other.passages if passage.response}
    if not answers:
        return shown
    passages = (
        replace(one, response=one.response or answers.get(one.eid, "")) if one.recommended_by else one
        for one in shown.passages
    )
    return replace(shown, passages=tuple(passages))


def _in_order(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted(passages, key=lambda passage: _natural(passage.eid)))


def _whole(ranked: list[Document]) -> list[Document]:
    """Files of one rank and language with no passage in common are parts of one document: join them."""
    joined: list[Document] = []
    for version in ranked:
        for place, other in enumerate(joined):
            same = (other.language, other.standing) == (version.language, version.standing)
            if same and not {p.eid for p in other.passages} & {p.eid for p in version.passages}:
                joined[place] = replace(other, passages=_in_order((*other.passages, *version.passages)))
                break
        else:
            joined.append(version)
    return joined


def _natural(eid: str) -> tuple[tuple[str, int, str], ...]:
    """A key that sorts `art_2` before `art_10`: of two numbers the longer is the larger, however long they are."""
    parts = ((words, number.lstrip("0")) for words, number in re.findall(r"(\D+)(\d*)", eid))
    return tuple((words, len(number), number) for words, number in parts)


def _negated(path: str) -> tuple[int, ...]:
    """A key that puts later paths first, so that equal ranks are settled the same way every time."""
    return tuple(-ord(character) for character in path)


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _holding(
    id_: str,
    ranked: list[Document],
    chosen: dict[str, Document],
    digests: dict[str, Document],
    also_held: tuple[str, ...],
) -> Holding:
    # Facts checked by a person stand in the digest's front matter; prefer them to what a parser guessed.
    trusted = sorted(ranked, key=lambda d: d.standing is not Standing.DIGEST)
    return Holding(
        id=id_,
        kind=trusted[0].kind,
        titles={d.language: d.title for d in reversed(trusted)},
        standings={language: d.standing for language, d in chosen.items()},
        passages=_passages(chosen, digests),
        symbol=_first(d.symbol for d in trusted),
        aliases=tuple(dict.fromkeys(alias for d in trusted for alias in also_cited_as(d) if alias != id_)),
        body=_first(d.body for d in trusted),
        states=next((d.states for d in trusted if d.states), ()),
        date=_first(d.date for d in trusted),
        urls={d.language: d.url for d in reversed(trusted) if d.url},
        facts={d.language: d.facts for d in reversed(trusted) if d.facts is not None},
        gaps=tuple(dict.fromkeys(gap for d in chosen.values() for gap in d.gaps)),
        sources=tuple(dict.fromkeys(d.source for d in (*chosen.values(), *digests.values()))),
        also_held=also_held,
        checked=_first(d.checked for d in trusted),
        against=_first(d.against for d in trusted),
    )


def _passages(chosen: dict[str, Document], digests: dict[str, Document]) -> tuple[HeldPassage, ...]:
    """Every passage of every language, in the order of the fullest text."""
    texts: dict[str, dict[str, tuple[Passage, Standing]]] = {}
    for language, document in sorted(chosen.items(), key=lambda item: -len(item[1].passages)):
        for passage in document.passages:
            texts.setdefault(passage.eid, {})[language] = (passage, document.standing)
    beside: dict[str, dict[str, Passage]] = defaultdict(dict)
    for language, document in digests.items():
        for passage in document.passages:
            beside[passage.eid][language] = passage
    order = {eid: place for place, eid in enumerate(texts)}
    # A digest of a passage which the text does not have (an excerpt's gap) still counts, as a digest.
    for eid, by_language in beside.items():
        for language, passage in by_language.items():
            texts.setdefault(eid, {}).setdefault(language, (passage, Standing.DIGEST))
    return tuple(
        _passage(eid, held, beside.get(eid, {}))
        for eid, held in sorted(texts.items(), key=lambda item: order.get(item[0], len(order)))
    )


def _passage(eid: str, held: dict[str, tuple[Passage, Standing]], beside: dict[str, Passage]) -> HeldPassage:
    everyone = [*(passage for passage, _ in held.values()), *beside.values()]
    return HeldPassage(
        eid=eid,
        num=everyone[0].num,
        kind=everyone[0].kind,
        texts={
            language: HeldText(
                text=p.text, standing=s, heading=p.heading, path=p.path, anchors=p.anchors, notes=p.notes, cites=p.cites
            )
            for language, (p, s) in held.items()
        },
        digests={lang: p.text for lang, p in beside.items() if held[lang][0] is not p},
        tags=_tags(tag for passage in everyone for tag in passage.tags),
        groups=_groups(group for passage in everyone for group in passage.groups),
        goals=tuple(sorted({goal for passage in everyone for goal in passage.goals})),
        recommended_by=next((p.recommended_by for p in everyone if p.recommended_by), ()),
        response=_first(p.response for p in everyone),
    )


def _groups(groups: Iterable[Affected]) -> tuple[Affected, ...]:
    """One entry for each group, with the evidence of every language of the first reason."""
    merged: dict[str, Affected] = {}
    for one in groups:
        known = merged.get(one.group)
        if known and known.basis is one.basis:
            one = Affected(one.group, one.basis, tuple(dict.fromkeys((*known.evidence, *one.evidence))))
        merged[one.group] = one if not known or known.basis is one.basis else known
    return tuple(merged.values())


def _tags(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    """One tag for each right and basis, with the evidence of every language, the best grade first."""
    merged: dict[tuple[str, TagBasis], Tag] = {}
    for tag in tags:
        known = merged.get((tag.right, tag.basis))
        if known:
            evidence = tuple(dict.fromkeys((*known.evidence, *tag.evidence)))
            tag = Tag(tag.right, tag.basis, min(known.grade, tag.grade), evidence)
        merged[tag.right, tag.basis] = tag
    return tuple(sorted(merged.values(), key=lambda t: (t.grade, BASIS[t.basis])))
