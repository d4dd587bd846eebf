"""The groups whom a passage may concern: women, children, indigenous peoples …; shared by every State."""

import tomllib
from functools import cache
from importlib import resources

import msgspec
from msgspec import Struct, field

from rights_search.errors import VocabularyError


class Group(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group with its words; `bodies` speak of it in all they say, `rights` (keys of a register) are its own."""

    id: str
    es: str
    en: str
    terms: dict[str, tuple[str, ...]]
    masks: dict[str, tuple[str, ...]] = field(default_factory=dict, name="not")
    hints: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bodies: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """What the lexicon files its words under."""
        return self.id

    def title(self, language: str) -> str:
        """Its name in Spanish or in English."""
        return self.es if language == "es" else self.en


@cache
def groups() -> dict[str, Group]:
    """The groups by id, in their order.

    Raises:
        VocabularyError: an entry of the table lacks a field or has an unknown one.
    """
    text = resources.files("rights_search.vocabulary").joinpath("groups.toml").read_text("utf-8")
    try:
        return {id_: msgspec.convert({"id": id_, **row}, Group) for id_, row in tomllib.loads(text).items()}
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise VocabularyError(f"groups.toml: {error}") from error
