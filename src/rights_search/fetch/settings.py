"""What may be fetched, from whom and how fast: the table beside this file, and `fetch.toml` of the corpus over it."""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from rights_search.errors import CorpusError


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The hosts that are allowed, and the limits of a download."""

    hosts: tuple[str, ...]
    seconds_between: float = 2.0
    attempts: int = 3
    seconds: float = 120
    megabytes: int = 60


def load_settings(corpus: Path) -> Settings:
    """The settings of a corpus.

    Raises:
        CorpusError: its `fetch.toml` is no TOML, or has a field we do not know.
    """
    own = resources.files("rights_search.fetch").joinpath("hosts.toml").read_text("utf-8")
    facts: dict[str, Any] = tomllib.loads(own)
    path = corpus / "fetch.toml"
    try:
        facts |= tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
        return msgspec.convert(facts, Settings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise CorpusError(f"{path}: {error}") from error
