"""Bodies, instruments and States: read once from the tables beside this file, then immutable."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Generic, TypeVar

from msgspec import Struct

from rights_search.errors import VocabularyError
from rights_search.vocabulary.names import any_of, fold


class Named(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A row: a State or an instrument, with its names."""

    id: str
    es: str
    en: str
    fr: str = ""  #: its title in French, and in Portuguese, by which texts in these languages cite it
    pt: str = ""
    names: tuple[str, ...] = ()  #: how texts also call it
    acronyms: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    adopted: str = ""
    articles: int = 0
    paragraphs: tuple[int, ...] = ()  #: of each article, 0 for one that is not divided; empty where nobody counted

    def title(self, language: str) -> str:
        """Its name in Spanish or in English."""
        return self.es if language == "es" else self.en

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name it goes by, titles first."""
        return tuple(dict.fromkeys((self.es, self.en, *self.acronyms, *self.names, *self.also)))


class Body(Named, frozen=True, kw_only=True, omit_defaults=True):
    """An organ that speaks; `mechanism` is its family, `instrument` the treaty it watches."""

    mechanism: str
    symbol: str = ""
    instrument: str = ""


class State(Named, frozen=True, kw_only=True, omit_defaults=True):
    """A State; `constitution` is the year of the one in force, where a document at hand or a public source told it."""

    constitution: str = ""


Row = TypeVar("Row", bound=Named)


class Table(Mapping[str, Row], Generic[Row]):
    """Rows by id, and by any of their names."""

    def __init__(self, rows: dict[str, Row]) -> None:
        """Index the rows by every folded name."""
        self._rows = rows
        self._by_name = {fold(name): row for row in reversed(rows.values()) for name in row.all_names}

    def __getitem__(self, id_: str) -> Row:
        return self._rows[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def named(self, name: str) -> Row | None:
        """The row that goes by this name, whatever its case and accents."""
        return self._by_name.get(fold(name))

    def all_in(self, text: str) -> set[str]:
        """The ids of the rows whose names stand in the text as whole words."""
        return {self._by_name[found[0]].id for found in self._pattern.finditer(fold(text))}

    def longest_in(self, text: str) -> Row | None:
        """The row whose longest name stands in the text as whole words; of equal lengths the first in the text."""
        best: Row | None = None
        size = 0
        for found in self._pattern.finditer(fold(text)):
            if len(found[0]) > size:
                best, size = self._by_name[found[0]], len(found[0])
        return best

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(self._by_name)}(?!\w)")


def _rows(name: str) -> dict[str, dict[str, object]]:
    text = resources.files("rights_search.vocabulary").joinpath(name).read_text("utf-8")
    return tomllib.loads(text)


def _read(name: str, row_type: type[Row]) -> Table[Row]:
    rows = {}
    for id_, row in _rows(name).items():
        try:
            rows[id_] = _row(row_type, id_, row)
        except (TypeError, ValueError) as error:
            raise VocabularyError(f"{name}: [{id_}]: {error}") from error
    return Table(rows)


def _row(row_type: type[Row], id_: str, row: dict[str, object]) -> Row:
    tuples = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return row_type(id=id_, **tuples)  # type: ignore[arg-type]


@cache
def bodies() -> Table[Body]:
    """The organs that speak, by id: `bodies()["ccpr"]`."""
    return _read("bodies.toml", Body)


@cache
def instruments() -> Table[Named]:
    """Treaties and declarations, by id: `instruments()["iccpr"]`."""
    return _read("instruments.toml", Named)


@cache
def states() -> Table[State]:
    """The States, by ISO 3166 alpha-3: `states()["ECU"]`."""
    return _read("states.toml", State)
