"""`tags.toml` of a State: what people overrule of the tags. Applied whenever documents are tagged, so never lost."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from rights_search.model import Correction, Problem, is_date

FILE = "tags.toml"


def read_corrections(path: Path, name: str = FILE) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """The corrections in the order of the file, and what is wrong in it; no file, no corrections."""
    if not path.is_file():
        return (), ()
    try:
        facts = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return (), (Problem(name, "", f"is not valid TOML: {error}"),)
    rows = facts.pop("correction", [])
    problems = [Problem(name, field, "is not known; each entry opens with [[correction]]") for field in facts]
    corrections: list[Correction] = []
    for place, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
        try:
            one = msgspec.convert(_plain(row), Correction)
        except msgspec.ValidationError as error:
            problems.append(Problem(name, _locator(row, place), str(error)))
            continue
        wrong = [Problem(name, _locator(row, place), message) for message in _contradictions(one)]
        problems.extend(wrong)
        if not wrong:
            corrections.append(one)
    return tuple(corrections), tuple(problems)


def _plain(row: Any) -> Any:  # noqa: ANN401
    """The row with its date as text: TOML has dates of its own, and people write both."""
    if isinstance(row, dict) and isinstance(row.get("when"), date):
        return {**row, "when": row["when"].isoformat()}
    return row


def _locator(row: Any, place: int) -> str:  # noqa: ANN401
    named = row.get("passage", "") if isinstance(row, dict) else ""
    return f"correction {place} ({named})" if named else f"correction {place}"


def _contradictions(one: Correction) -> Iterator[str]:
    if "#" not in one.passage:
        yield "passage must name a document and a passage in it, as “ccpr-c-ecu-co-6#para_12”"
    if not one.add and not one.remove:
        yield "neither adds nor removes a right"
    if both := set(one.add) & set(one.remove):
        yield f"adds and removes {', '.join(sorted(both))}"
    if not is_date(one.when):
        yield f"when: “{one.when}” is no date; write it as 2026-11-26"
    for field in ("by", "why"):
        if not getattr(one, field).strip():
            yield f"{field} is empty"
