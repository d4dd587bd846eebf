"""The State before each body that examines it: every review with its papers, held or only known of."""

import re
from collections import defaultdict
from collections.abc import Iterator

from flask import url_for
from msgspec import Struct

from rights_search.errors import ParseError
from rights_search.model import Catalogued, CatalogueEntry, Role, SourceKind
from rights_search.model.symbols import DocumentSymbol, SymbolKind
from rights_search.vocabulary import bodies
from rights_search.web.archive import Archive
from rights_search.web.known import side
from rights_search.web.languages import current
from rights_search.web.words import body_caption

#: The columns of a treaty body's table and of the periodic review's, in the order in which the papers come.
TREATY_BODY = ((Role.LIST_OF_ISSUES, Role.REPLIES), (Role.STATE_REPORT,), (None,), (Role.FOLLOW_UP,))
PERIODIC = (
    (Role.NATIONAL_REPORT,),
    (Role.COMPILATION, Role.STAKEHOLDERS_SUMMARY),
    (None, Role.WORKING_GROUP_REPORT),
    (Role.ADDENDUM, Role.OUTCOME),
)


class Paper(Struct, frozen=True):
    """One paper of a review."""

    title: str
    symbol: str
    date: str
    address: str
    held: bool


class Review(Struct, frozen=True):
    """One review: its number, and the papers of each column."""

    number: str
    columns: tuple[tuple[Paper, ...], ...]


class Reviewed(Struct, frozen=True):
    """A body with its reviews of the State, the latest first."""

    body: str
    name: str
    periodic: bool
    reviews: tuple[Review, ...]


def reviews(archive: Archive) -> tuple[Reviewed, ...]:
    """Every body that reviewed the State, in the order of the vocabulary."""
    grouped: dict[str, dict[str, list[tuple[Role | None, Paper]]]] = defaultdict(lambda: defaultdict(list))
    for body, number, role, paper in _papers(archive):
        grouped[body][number].append((role, paper))
    order = [body for body in bodies() if body in grouped]
    return tuple(_reviewed(body, grouped[body]) for body in order)


def _reviewed(body: str, by_number: dict[str, list[tuple[Role | None, Paper]]]) -> Reviewed:
    columns = PERIODIC if body == "upr" else TREATY_BODY
    made = []
    for number, papers in by_number.items():
        ordered = sorted(papers, key=lambda pair: pair[1].date)
        made.append(Review(number, tuple(tuple(p for role, p in ordered if role in column) for column in columns)))
    made.sort(key=_latest, reverse=True)
    return Reviewed(body, body_caption(body), body == "upr", tuple(made))


def _latest(review: Review) -> tuple[str, int]:
    days = [paper.date for column in review.columns for paper in column if paper.date]
    return max(days, default=""), int((re.findall(r"\d+", review.number) or ["0"])[-1])


def _papers(archive: Archive) -> Iterator[tuple[str, str, Role | None, Paper]]:
    """Body, review, role and paper of every document addressed to the State by a body that reviews it."""
    for entry in archive.library.catalogue():
        if archive.state.iso3 in entry.states and _reviews(entry.kind, entry.body):
            yield entry.body, _number(entry, archive), _role_of(entry, archive), _held(entry)
    for known in archive.known:
        role = known.role
        if archive.state.iso3 in known.states and (role or _reviews(known.kind, known.body)) and known.body:
            number = known.cycle or _in_symbol(known.symbol)
            yield known.body, number, _column_role(known.kind, role), _known(known)


def _reviews(kind: SourceKind, body: str) -> bool:
    return kind is SourceKind.CONCLUDING_OBSERVATIONS or (kind is SourceKind.UPR and body == "upr")


def _number(entry: CatalogueEntry, archive: Archive) -> str:
    facts = archive.library.holding(entry.id).facts
    stated = next((getattr(own, "cycle", "") for own in facts.values() if getattr(own, "cycle", "")), "")
    return stated or _in_symbol(entry.symbol)


def _role_of(entry: CatalogueEntry, archive: Archive) -> Role | None:
    facts = archive.library.holding(entry.id).facts
    stated = next((getattr(own, "role", "") for own in facts.values() if getattr(own, "role", "")), "")
    return _column_role(entry.kind, Role(stated) if stated in set(Role) else None)


def _column_role(kind: SourceKind, role: Role | None) -> Role | None:
    """The observations themselves have no role: they are what the review comes to."""
    return None if kind is SourceKind.CONCLUDING_OBSERVATIONS else role


def _in_symbol(symbol: str) -> str:
    """The report's number, where the symbol is of a document that follows one."""
    try:
        parsed = DocumentSymbol.parse(symbol)
    except ParseError:
        return ""
    numbered = (SymbolKind.CONCLUDING_OBSERVATIONS, SymbolKind.REPORT, SymbolKind.LIST_OF_ISSUES, SymbolKind.FOLLOW_UP)
    return parsed.number if parsed.kind in numbered and parsed.state else ""


def _held(entry: CatalogueEntry) -> Paper:
    title = entry.titles.get(current()) or next(iter(entry.titles.values()), entry.id)
    return Paper(title, entry.symbol, entry.date, _address(entry.id), held=True)


def _known(entry: Catalogued) -> Paper:
    return Paper(side(entry.title), entry.symbol, entry.day, _address(entry.id), held=False)


def _address(id_: str) -> str:
    return url_for("pages.document", document_id=id_)
