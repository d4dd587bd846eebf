"""A tag in words: the right, and why it stands on the passage. A tag never travels without its reason."""

from collections.abc import Iterable

from msgspec import Struct

from rights_search.model import Affected, Grade, SearchQuery, SourceKind, Tag, TagBasis
from rights_search.tagging import Role, role_of
from rights_search.vocabulary import Register
from rights_search.web.languages import current
from rights_search.web.links import address
from rights_search.web.messages import gettext
from rights_search.web.words import body_short, date, group_name, listed, provision, quoted

#: More words of evidence than this say nothing more.
SHOWN = 3


class Label(Struct, frozen=True):
    """A right on a passage and the reasons for it, one after the other."""

    number: str
    title: str
    reason: str
    about: bool = True


def labels(
    tags: Iterable[Tag], register: Register, source: SourceKind, text: str = "", path: tuple[str, ...] = ()
) -> tuple[Label, ...]:
    """One label for each right, its reasons joined; what a passage is about comes before what it touches.

    A passage held in two languages, or as text and digest, has evidence in both: of words, those are given that stand
    in the `text` shown, or in the headings above it; where none does, the reason says that they are the other's.
    """
    shown = "\n".join((*path, text)).lower()
    by_right: dict[str, list[Tag]] = {}
    for tag in tags:
        by_right.setdefault(tag.right, []).append(tag)
    made = {
        number: Label(
            number,
            title(register, number),
            "; ".join(dict.fromkeys(reason(tag, source, shown) for tag in own)),
            any(tag.grade is Grade.ABOUT for tag in own),
        )
        for number, own in by_right.items()
    }
    said = [label for label in made.values() if not _said_by_a_numeral(label, made.values())]
    return tuple(sorted(said, key=lambda label: not label.about))


def _said_by_a_numeral(label: Label, others: Iterable[Label]) -> bool:
    """Whether a numeral of the same right stands there for the same reason: it counts for both."""
    return any(other.number.startswith(f"{label.number}.") and other.reason == label.reason for other in others)


def why(own: Iterable[Label], number: str) -> str:
    """The reasons for one right among a passage's labels; its numerals count for it and are named."""
    return "; ".join(
        label.reason if label.number == number else f"{label.number} {label.title}, {label.reason}"
        for label in own
        if label.number == number or label.number.startswith(f"{number}.")
    )


def title(register: Register, number: str) -> str:
    """A right's title in the reader's language; for a numeral without an entry, its right's."""
    right = register.get(number) or register.get(number.partition(".")[0])
    return right.title.get(current(), "") if right else ""


def reason(tag: Tag, source: SourceKind, shown: str = "") -> str:
    """Why, in words a lawyer accepts. `shown` is the text beside it and the headings above, in lower case."""
    if tag.basis is TagBasis.DECLARED:
        return _declared(tag, source)
    if tag.basis is TagBasis.PERSON:
        return _by_person(*tag.evidence) if tag.evidence else gettext("by a person")
    if tag.basis is TagBasis.TERM:
        words = _some([quoted(word) for word in _shown(tag.evidence, shown)])
        elsewhere = shown.strip() and not any(_stands_in(word, shown) for word in tag.evidence)
        return (
            gettext("by %(words)s, in its other version", words=words)
            if elsewhere
            else gettext("by %(words)s", words=words)
        )
    if tag.basis is TagBasis.CITATION:
        return gettext("by citing %(provisions)s", provisions=_some([provision(id_) for id_ in tag.evidence]))
    if tag.basis is TagBasis.CONCORDANCE:
        return gettext("by the concordance") + _aside([provision(id_) for id_ in tag.evidence])
    if tag.basis is TagBasis.CONTEXT:
        return gettext("by its context") + _aside([quoted(heading) for heading in _shown(tag.evidence, shown)])
    return gettext("by resemblance to other passages")


def why_none(text: str, source: SourceKind, path: tuple[str, ...], register: Register, document: str) -> str:
    """Why a passage has no right, in one phrase."""
    linked = (provision_ for own in register for provision_ in own.provisions)
    if source is SourceKind.TREATY and any(id_.startswith(f"{document}#") for id_ in linked):
        return gettext("No right: the concordance links none with this article")
    told = {
        Role.PROCEDURE: gettext("No right: it is about the procedure"),
        Role.COSTS: gettext("No right: it is about costs and payments"),
        Role.CHRONOLOGY: gettext("No right: it tells when something happened"),
        Role.FORMULA: gettext("No right: it opens, closes or carries on the document"),
        Role.REPARATION: gettext("No right: nothing it cites or says points to one"),
        Role.SUBSTANCE: gettext("No right: nothing it cites or says points to one"),
    }
    return told[role_of(text, source, path)]


def _by_person(who: str, when: str = "", why: str = "") -> str:
    linked = gettext("linked by %(who)s", who=who)
    return f"{linked}{f' ({date(when)})' if when else ''}{f': {why}' if why else ''}"


class Concerned(Struct, frozen=True):
    """A group whom a passage concerns, why, and the search for all that concerns it."""

    name: str
    reason: str
    address: str


def concerned(found: Iterable[Affected], text: str = "") -> tuple[Concerned, ...]:
    """The groups in words; of the words that tell, those are given that stand in the `text` shown."""
    shown = text.lower()
    return tuple(
        Concerned(group_name(one.group), _why_concerned(one, shown), address(SearchQuery(groups=(one.group,))))
        for one in found
    )


def _why_concerned(one: Affected, shown: str) -> str:
    if one.basis is TagBasis.TERM:
        return gettext("by %(words)s", words=_some([quoted(word) for word in _shown(one.evidence, shown)]))
    if one.basis is TagBasis.CONTEXT:
        return gettext("by the body that speaks, %(body)s", body=_some([body_short(id_) for id_ in one.evidence]))
    return gettext("by right %(rights)s", rights=listed(list(one.evidence)))


def _shown(evidence: tuple[str, ...], shown: str) -> tuple[str, ...]:
    """Of evidence in several languages what stands in the text shown; all of it, where none does."""
    return tuple(words for words in evidence if _stands_in(words, shown)) or evidence


def _stands_in(evidence: str, shown: str) -> bool:
    """Whether the matched words stand in a text; words that stood apart are given as “contaminará … agua”."""
    return all(part.strip() in shown for part in evidence.lower().split("…"))


def _declared(tag: Tag, source: SourceKind) -> str:
    provisions = [id_ for id_ in tag.evidence if "#" in id_]
    if source is SourceKind.CONSTITUTION:
        return gettext("it is its text")
    if source is SourceKind.JUDGMENT and provisions:
        return gettext("violation found") + _aside([provision(id_) for id_ in provisions])
    return gettext("by its object") + _aside([_readable(word) for word in tag.evidence])


def _readable(evidence: str) -> str:
    return provision(evidence) if "#" in evidence else quoted(evidence)


def _aside(items: list[str]) -> str:
    return f" ({_some(items)})" if items else ""


def _some(items: list[str]) -> str:
    """The first few, with how many more there are."""
    if len(items) <= SHOWN:
        return listed(items)
    return gettext("%(items)s and %(more)s more", items=", ".join(items[:SHOWN]), more=len(items) - SHOWN)
