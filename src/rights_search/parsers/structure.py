"""How a State's constitution is divided, as its `structure.toml` says: title, chapter and section by article."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct

from rights_search.errors import CorpusError

LEVELS = ("title", "chapter", "section")
FIELDS = {"from", "to", *LEVELS}


class Division(Struct, frozen=True):
    """Articles that stand together, and the headings above them by language, outermost first."""

    first: int
    last: int
    headings: tuple[dict[str, str], ...]

    def path(self, language: str) -> tuple[str, ...]:
        """The headings in a language; none where one of them lacks it."""
        if any(language not in heading for heading in self.headings):
            return ()
        return tuple(heading[language] for heading in self.headings)


class Structure(Struct, frozen=True):
    """The divisions of a constitution, and how the words begin that close an article after its last numeral."""

    divisions: tuple[Division, ...] = ()
    closing: dict[int, dict[str, str]] = {}

    def path_of(self, article: int, language: str) -> tuple[str, ...]:
        """The headings above an article, or none where nothing is said of it."""
        for division in self.divisions:
            if division.first <= article <= division.last:
                return division.path(language)
        return ()


def load_structure(path: Path) -> Structure:
    """Read and check a `structure.toml`; a State without one has no structure.

    Raises:
        CorpusError: it is no TOML, or one of its entries cannot be understood; the message names all that is wrong.
    """
    if not path.is_file():
        return Structure()
    try:
        return structure_of(path.read_text("utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path} is not UTF-8: {error}") from error


def structure_of(text: str, name: str = "structure.toml") -> Structure:
    """The structure that a text in TOML describes.

    Raises:
        CorpusError: see `load_structure`.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{name} is not valid TOML: {error}") from error
    wrong: list[str] = []
    divisions = tuple(_division(entry, number, wrong) for number, entry in enumerate(data.get("part", []), start=1))
    for before, after in pairwise(divisions):
        if after.first <= before.last:
            wrong.append(f"articles {after.first} to {after.last} begin before the part above them ends")
    closing = {entry.get("article"): entry.get("begins") for entry in data.get("closing", [])}
    wrong.extend(
        f"closing of article {article!r}: give its number, and in “begins” its first words by language"
        for article, begins in closing.items()
        if not (_whole(article) and _texts(begins))
    )
    if wrong:
        raise CorpusError(f"{name} does not hold together:\n  " + "\n  ".join(wrong))
    return Structure(divisions, closing)


def _division(entry: dict[str, Any], number: int, wrong: list[str]) -> Division:
    bounds = [entry[key] for key in ("from", "to") if _whole(entry.get(key))]
    if len(bounds) < 2 or bounds[0] > bounds[1]:
        wrong.append(f"part {number}: “from” and “to” must be whole numbers, the first not above the second")
        bounds = [0, 0]
    wrong.extend(f"part {number}: unknown field “{field}”" for field in sorted(set(entry) - FIELDS))
    headings = [entry[level] for level in LEVELS if level in entry]
    if not headings or not all(_texts(heading) for heading in headings):
        wrong.append(f"part {number}: each of {', '.join(LEVELS)} must be texts by language, and one must be there")
        headings = []
    return Division(bounds[0], bounds[1], tuple(headings))


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _texts(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(isinstance(text, str) and text for text in value.values())
