"""The catalogue: documents that are known of but of which no text and no digest is held.

One or more TOML files in a folder `catalogue/`, beside the documents (`corpus/README.md` describes them). A bad entry
is named and passed over; the others stay.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from rights_search.model import Catalogued, Problem

#: The folder's name; its files are no documents.
CATALOGUE = "catalogue"
#: The folder of a State that `fetch` keeps official texts in.
TEXTS = "texts"
#: What every entry of a file shares.
SHARED = {"checked", "against"}


class Catalogue(Struct, frozen=True):
    """The documents that are known of, and what is wrong in the files that name them."""

    documents: tuple[Catalogued, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_catalogue(corpus: Path) -> Catalogue:
    """Every entry of every catalogue file under the corpus."""
    documents: list[Catalogued] = []
    problems: list[Problem] = []
    for path in sorted(corpus.rglob(f"{CATALOGUE}/*.toml")):
        for entry in _entries(path, str(Path("corpus", path.relative_to(corpus)))):
            (documents if isinstance(entry, Catalogued) else problems).append(entry)  # type: ignore[arg-type]
    return Catalogue(tuple(documents), tuple(problems))


def _entries(path: Path, name: str) -> Iterator[Catalogued | Problem]:
    try:
        facts = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        yield Problem(name, "", f"is not valid TOML: {error}")
        return
    rows = facts.pop("document", [])
    for field in sorted(set(facts) - SHARED):
        yield Problem(name, field, f"is not a field of a catalogue; known: {', '.join(sorted(SHARED))}, [[document]]")
    for field in sorted(SHARED - set(facts)):
        yield Problem(name, field, "is missing")
    shared = {field: str(facts.get(field, "")) for field in SHARED}
    for place, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
        yield _entry(row, place, name, shared)


def _entry(row: Any, place: int, name: str, shared: dict[str, str]) -> Catalogued | Problem:  # noqa: ANN401
    named = row.get("id", "") if isinstance(row, dict) else ""
    locator = f"document {place} ({named})" if named else f"document {place}"
    try:
        entry = msgspec.convert(row, Catalogued)
    except msgspec.ValidationError as error:
        return Problem(name, locator, str(error))
    return msgspec.structs.replace(entry, file=name, **{k: getattr(entry, k) or v for k, v in shared.items()})
