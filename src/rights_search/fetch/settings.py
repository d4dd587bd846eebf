"""What may be fetched, from whom and how fast: the table beside this file, and `fetch.toml` of the corpus over it."""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from rights_search.errors import CorpusError


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The hosts that are allowed, and the limits of a download."""

    hosts: tuple[Annotated[str, Meta(min_length=1)], ...]
    seconds_between: Annotated[float, Meta(ge=0, le=3600)] = 2.0
    attempts: Annotated[int, Meta(ge=1, le=20)] = 3
    seconds: Annotated[float, Meta(ge=1, le=3600)] = 120
    megabytes: Annotated[int, Meta(ge=1, le=1000)] = 60


def load_settings(corpus: Path) -> Settings:
    """The settings of a corpus.

    Raises:
        CorpusError: its `fetch.toml` cannot be read, is no TOML, or has a field or a value that makes no sense.
    """
    own = resources.files("rights_search.fetch").joinpath("hosts.toml").read_text("utf-8")
    facts: dict[str, Any] = tomllib.loads(own)
    path = corpus / "fetch.toml"
    try:
        facts |= tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
        return msgspec.convert(facts, Settings)
    except OSError as error:
        raise CorpusError(f"{path} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise CorpusError(f"{path}: {error}") from error
