"""What `state.toml` says of the State, and that it speaks of every treaty of the corpus."""

from collections.abc import Iterable, Iterator
from typing import Any

from rights_search.errors import CorpusError
from rights_search.ingest.checks.facts import in_order
from rights_search.model import Document, Problem, SourceKind, ratification
from rights_search.vocabulary import instruments, states

REQUIRED = ("name", "iso3", "languages", "constitution")


def state_problems(facts: dict[str, Any], path: str, documents: Iterable[Document]) -> Iterator[Problem]:
    """What is missing, unknown or contradictory in `state.toml`."""
    for name in REQUIRED:
        if name not in facts:
            yield Problem(path, name, "is missing")
    if facts.get("iso3") not in states():
        yield Problem(path, "iso3", f"“{facts.get('iso3')}” is no State")
    rows: dict[str, Any] = facts.get("ratifications", {})
    for instrument, row in rows.items():
        for field, message in _row(instrument, row):
            yield Problem(path, f"ratifications.{instrument}{field and '.'}{field}", message)
    treaties = {d.id for d in documents if d.kind is SourceKind.TREATY}
    for instrument in sorted(treaties - set(rows) - {id_ for id_ in treaties if _is_declaration(id_)}):
        yield Problem(path, f"ratifications.{instrument}", "the corpus has this treaty: say whether it binds the State")


def _row(instrument: str, row: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if instrument not in instruments():
        yield "", "is no instrument of the vocabulary"
    try:
        read = ratification(row)
    except CorpusError as error:
        yield "", str(error)
        return
    adopted = instruments()[instrument].adopted if instrument in instruments() else ""
    yield from in_order(
        ("adopted", adopted), ("signed", read.signed), ("bound", read.bound), ("in_force", read.in_force)
    )
    if not read.source:
        yield "source", "is missing: say where this was checked"
    if not read.party and (read.bound or read.in_force):
        yield "party", "is false, yet there is a date since which it binds"
    if read.party and not read.bound and not read.unverified:
        yield "bound", "is missing: give the date, or `unverified = true`, or `party = false`"
    for field in ("note", "reservation", "recognised"):
        said = getattr(read, field)
        if said and not {"es", "en"} <= set(said):
            yield field, "must be given in “es” and “en”"


def _is_declaration(instrument: str) -> bool:
    known = instruments().get(instrument)
    return known is not None and "Declaration" in known.en
