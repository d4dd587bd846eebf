"""The facts of a document as a list of terms: who, when, what was found, what is held of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import PurePath

from flask import url_for
from msgspec import Struct

from rights_search.model import Grade, Holding, Instrument, Judgment, Report, Standing
from rights_search.web.archive import Archive
from rights_search.web.facets import language_name
from rights_search.web.languages import current
from rights_search.web.messages import gettext
from rights_search.web.passages import symbol
from rights_search.web.places import short_place
from rights_search.web.reasons import title
from rights_search.web.words import body_name, date, listed, number, passages, provision, state_name

#: Rights that a document is mostly about; the passages name the others.
MOST_RIGHTS = 10


class Value(Struct, frozen=True):
    """One value of a fact, with where it leads."""

    text: str
    address: str = ""
    gap: bool = False
    language: str = ""  #: where it is not the reader's


class Fact(Struct, frozen=True):
    """A term and its values."""

    term: str
    values: tuple[Value, ...]


def facts(holding: Holding, archive: Archive, address: Callable[[str], str]) -> tuple[Fact, ...]:
    """What the document's page shows beside its text."""
    own = holding.facts.get(current()) or next(iter(holding.facts.values()), None)
    made: list[Fact] = []
    _add(made, gettext("Body"), [body_name(holding.body)] if holding.body else [])
    _add(made, gettext("State"), [state_name(code) for code in holding.states])
    _add(made, gettext("Symbol"), [symbol(holding.symbol)])
    _add(made, gettext("Date"), [date(holding.date)])
    made += _own(own, address)
    made += _ratification(holding, archive)
    made.append(Fact(gettext("Held here"), tuple(_held(holding))))
    if holding.gaps:
        made.append(Fact(gettext("Missing in the numbering"), (Value(_count_gaps(holding), gap=True),)))
    _add(made, gettext("Also held, not shown"), [PurePath(path).name for path in holding.also_held])
    made.append(Fact(gettext("Checked"), tuple(_checked(holding))))
    made.append(Fact(gettext("Rights it deals with"), _rights(holding, archive)))
    _add(made, gettext("Identifier"), [holding.id])
    return tuple(fact for fact in made if fact.values)


def _add(made: list[Fact], term: str, values: list[str]) -> None:
    made.append(Fact(term, tuple(Value(value) for value in values if value)))


def _own(own: Instrument | Judgment | Report | None, address: Callable[[str], str]) -> list[Fact]:
    made: list[Fact] = []
    if isinstance(own, Instrument):
        _add(made, gettext("Adopted"), [date(own.adopted)])
        _add(made, gettext("In force"), [date(own.in_force)])
    elif isinstance(own, Judgment):
        _add(made, gettext("Decides on"), [listed([type_name(kind) for kind in own.types])])
        made.append(Fact(gettext("Violations found"), _provisions(own.violated, address)))
        made.append(Fact(gettext("Read together with"), _provisions(own.obligations, address)))
        made.append(Fact(gettext("Not found violated"), _provisions(own.not_violated, address)))
    elif isinstance(own, Report):
        _add(made, gettext("Session"), [own.session])
        _add(made, gettext("Cycle"), [own.cycle])
        _add(made, gettext("Visit"), [own.visit])
    return made


def _provisions(ids: Iterable[str], address: Callable[[str], str]) -> tuple[Value, ...]:
    return tuple(Value(provision(id_), address(id_)) for id_ in ids)


def _ratification(holding: Holding, archive: Archive) -> list[Fact]:
    known = archive.state.ratifications.get(holding.id)
    if known is None:
        return []
    when = Value(f"{how_bound(known.how)}, {date(known.bound)}" if known.bound else how_bound(known.how))
    values = [when]
    if known.unverified or not known.bound:
        values.append(Value(gettext("date to be confirmed"), gap=True))
    if note := known.note.get(current()):
        values.append(Value(note))
    return [Fact(archive.state.name(current()), tuple(values))]


def how_bound(how: str) -> str:
    """How a State became bound."""
    names = {
        "ratification": gettext("Ratification"),
        "accession": gettext("Accession"),
        "succession": gettext("Succession"),
        "acceptance": gettext("Acceptance"),
    }
    return names.get(how, gettext("Bound"))


def type_name(kind: str) -> str:
    """What a judgment decides on."""
    names = {
        "preliminary objections": gettext("preliminary objections"),
        "merits": gettext("merits"),
        "reparations": gettext("reparations"),
        "costs": gettext("costs"),
        "interpretation": gettext("interpretation of a judgment"),
        "opinion": gettext("advisory opinion"),
    }
    return names.get(kind, kind)


def standing_name(standing: Standing) -> str:
    """How near the text held is to the official one."""
    names = {
        Standing.OFFICIAL: gettext("Official text"),
        Standing.EXCERPT: gettext("Extracts"),
        Standing.DIGEST: gettext("Digest only"),
    }
    return names[standing]


def _held(holding: Holding) -> Iterable[Value]:
    yield Value(passages(len(holding.passages)))
    for language, standing in holding.standings.items():
        yield Value(f"{language_name(language)}: {standing_name(standing).lower()}")


def _count_gaps(holding: Holding) -> str:
    return ", ".join(short_place(gap) for gap in holding.gaps[:12]) + ("…" if len(holding.gaps) > 12 else "")


def _checked(holding: Holding) -> Iterable[Value]:
    """When and against what; what people wrote down of it is in English."""
    if holding.checked:
        yield Value(date(holding.checked))
        yield Value(holding.against, language="" if current() == "en" else "en")


def _rights(holding: Holding, archive: Archive) -> tuple[Value, ...]:
    counted = Counter(
        right
        for passage in holding.passages
        for right in {tag.right for tag in passage.tags if tag.grade is Grade.ABOUT}
    )
    return tuple(
        Value(
            f"{right} {title(archive.register, right)} ({number(count)})",
            url_for("pages.right", number=right) if right in archive.register else "",
        )
        for right, count in counted.most_common(MOST_RIGHTS)
    )
