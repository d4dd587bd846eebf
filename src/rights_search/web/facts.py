"""The facts of a document as a list of terms: who, when, what was found, what is held of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import PurePath

from flask import url_for
from msgspec import Struct

from rights_search.model import Catalogued, Grade, Holding, Instrument, Judgment, Ratification, Report, Standing
from rights_search.web.archive import Archive
from rights_search.web.facets import language_name
from rights_search.web.languages import current
from rights_search.web.links import citing_address
from rights_search.web.messages import gettext
from rights_search.web.passages import symbol
from rights_search.web.places import short_place
from rights_search.web.reasons import title
from rights_search.web.roles import role_name
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
    made.append(Fact(gettext("Cited here by"), tuple(_cited(holding, archive))))
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
        made += findings(own, address)
        _add(made, gettext("Compliance"), [own.compliance])
    elif isinstance(own, Report):
        _add(made, gettext("What it is"), [role_name(own.role)])
        _add(made, gettext("Session"), [own.session])
        _add(made, gettext("Cycle"), [own.cycle])
        _add(made, gettext("Visit"), [own.visit])
    return made


def findings(judgment: Judgment | Catalogued, address: Callable[[str], str]) -> Iterable[Fact]:
    """What a judgment finds, provision by provision."""
    yield Fact(gettext("Violations found"), _provisions(judgment.violated, address))
    yield Fact(gettext("Read together with"), _provisions(judgment.obligations, address))
    yield Fact(gettext("Not found violated"), _provisions(judgment.not_violated, address))


def _provisions(ids: Iterable[str], address: Callable[[str], str]) -> tuple[Value, ...]:
    return tuple(Value(provision(id_), address(id_)) for id_ in ids)


def _ratification(holding: Holding, archive: Archive) -> list[Fact]:
    known = archive.state.ratifications.get(holding.id)
    if known is None:
        return []
    language = current()
    made: list[Fact] = []
    made.append(Fact(archive.state.name(language), tuple(_bound(known))))
    _add(made, gettext("Signed"), [date(known.signed)])
    _add(made, gettext("In force for the State"), [date(known.in_force)])
    _add(made, gettext("Reservations and declarations"), [known.reservation.get(language, "")])
    _add(made, gettext("Complaints and inquiries accepted"), [known.recognised.get(language, "")])
    return made


def _bound(known: Ratification) -> Iterable[Value]:
    if not known.party:
        yield Value(gettext("Not a party"), gap=True)
    else:
        yield Value(f"{how_bound(known.how)}, {date(known.bound)}" if known.bound else how_bound(known.how))
        if known.unverified or not known.bound:
            yield Value(gettext("date to be confirmed"), gap=True)
    if note := known.note.get(current()):
        yield Value(note)


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
        "competence": gettext("competence"),
        "compliance": gettext("compliance with a judgment"),
        "revision": gettext("revision of a judgment"),
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


def _cited(holding: Holding, archive: Archive) -> Iterable[Value]:
    """How many passages of other documents cite it, with the search for them."""
    if count := archive.library.cited(holding.id).get("", 0):
        yield Value(passages(count), citing_address(holding.id))


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
