"""The catalogue: each entry whole, none doubled, none against what is held, and each review in its order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from rights_search.corpus import TEXTS, Catalogue
from rights_search.errors import ParseError
from rights_search.ingest.checks.facts import findings, identity, in_order
from rights_search.model import (
    Catalogued,
    Document,
    Problem,
    Role,
    SourceKind,
    citing_address,
    is_before,
)
from rights_search.model.symbols import DocumentSymbol

#: A review's papers before and after the observations. A State may report before a list of issues or in reply to it.
BEFORE = {Role.STATE_REPORT, Role.LIST_OF_ISSUES, Role.REPLIES, Role.NATIONAL_REPORT, Role.COMPILATION}
AFTER = {Role.FOLLOW_UP, Role.ADDENDUM, Role.OUTCOME}


def catalogue_problems(catalogue: Catalogue, documents: Iterable[Document]) -> Iterator[Problem]:
    """What is missing, unknown, doubled or contradictory in the catalogue."""
    documents = tuple(documents)
    yield from catalogue.problems
    held = {alias: d for d in documents for alias in (d.id, *d.aliases)}
    symbols = {d.symbol: d for d in documents if d.symbol and d.kind is not SourceKind.GENERAL_COMMENT}
    seen: dict[str, Catalogued] = {}
    for entry in catalogue.documents:
        for field, message in _entry(entry):
            yield Problem(entry.file, f"{entry.id}, {field}", message)
        same = held.get(entry.id) or symbols.get(entry.symbol)
        if same and Path(same.source).parent.name != TEXTS:  # what was fetched by this entry is fetched by it again
            yield Problem(entry.file, entry.id, f"{same.source} holds it: leave it out here")
        if entry.id in seen:
            yield Problem(entry.file, entry.id, f"stands twice; the other is in {seen[entry.id].file}")
        seen[entry.id] = entry
    yield from _order(catalogue.documents, documents)


def _entry(entry: Catalogued) -> Iterator[tuple[str, str]]:
    yield from identity(entry.id, entry.symbol, entry.body, entry.states)
    yield from findings(entry.violated, entry.not_violated, entry.obligations)
    yield from in_order(("adopted", entry.adopted), ("in_force", entry.in_force))
    yield from in_order(("date", entry.date), ("checked", entry.checked))
    for field in ("title", "missing"):
        for language in ("es", "en"):
            if not getattr(entry, field).get(language):
                yield f"{field}.{language}", "is missing"
    if not entry.url and not citing_address(entry.symbol, "en"):
        yield "url", "is missing, and the symbol does not give the address of the official text"


def _order(catalogued: Iterable[Catalogued], documents: Iterable[Document]) -> Iterator[Problem]:
    """Within one review of one body, the papers before the observations and those after them."""
    spoken = {
        (d.body, number): d.date
        for d in documents
        if d.kind is SourceKind.CONCLUDING_OBSERVATIONS and (number := _review(d.symbol))
    }
    by_review: dict[tuple[str, str], list[Catalogued]] = defaultdict(list)
    for entry in catalogued:
        if entry.kind is SourceKind.CONCLUDING_OBSERVATIONS:
            spoken.setdefault((entry.body, entry.cycle or _review(entry.symbol)), entry.date)
        elif entry.role and entry.date:
            by_review[entry.body, entry.cycle].append(entry)
    for review, entries in by_review.items():
        said = spoken.get(review, "")
        for entry in entries if said else ():
            if entry.role in BEFORE and is_before(said, entry.date):
                yield Problem(entry.file, f"{entry.id}, date", f"{entry.date} is after the observations of {said}")
            if entry.role in AFTER and is_before(entry.date, said):
                yield Problem(entry.file, f"{entry.id}, date", f"{entry.date} is before the observations of {said}")


def _review(symbol: str) -> str:
    try:
        parsed = DocumentSymbol.parse(symbol)
    except ParseError:
        return ""
    return parsed.number if parsed.state else ""
