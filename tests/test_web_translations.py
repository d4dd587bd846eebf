"""The catalogues: whole in both languages, compiled as they are written, with nothing that nobody says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
LANGUAGES = ("es", "en")
SOURCES: tuple[tuple[Path, str, dict[str, str]], ...] = (
    (ROOT / "src" / "rights_search" / "web", "python", {}),
    (ROOT / "web" / "templates", "jinja2", {"newstyle_gettext": "true", "trimmed": "true"}),
)
Key = tuple[str, str | None]


def said() -> Iterator[Key]:
    """Every message of the program and the templates, with its context."""
    for folder, method, options in SOURCES:
        found = extract_from_dir(str(folder), [("**", method)], {"**": options}, keywords=DEFAULT_KEYWORDS)
        for _, _, message, _, context in found:
            yield (message[0] if isinstance(message, tuple) else message), context


def catalogue(language: str) -> Catalog:
    with (ROOT / "web" / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(catalogue: Catalog) -> dict[Key, str | tuple[str, ...]]:
    found: dict[Key, str | tuple[str, ...]] = {}
    for message in catalogue:
        if message.id:
            key = message.id[0] if isinstance(message.id, tuple | list) else message.id
            context = message.context.decode() if isinstance(message.context, bytes) else message.context  # of a .mo
            found[key, context] = message.string if isinstance(message.string, str) else tuple(message.string or ())
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_none_is_left_over(language: str) -> None:
    translated = messages(catalogue(language))
    wanted = set(said())
    assert set(translated) == wanted, "bring the catalogues up to date: see web/translations/README.md"
    empty = [key for key, string in translated.items() if not (all(string) if isinstance(string, tuple) else string)]
    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_takes_the_same_values(language: str) -> None:
    for message in catalogue(language):
        assert not list(message.check()), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_up_to_date(language: str) -> None:
    with (ROOT / "web" / "translations" / language / "LC_MESSAGES" / "messages.mo").open("rb") as file:
        assert messages(read_mo(file)) == messages(catalogue(language))


def test_spanish_is_formal_and_uses_the_fields_words() -> None:
    text = " ".join(
        part
        for string in messages(catalogue("es")).values()
        for part in (string if isinstance(string, tuple) else (string,))
    )
    assert not re.search(r"\b(tú|tu|tus|puedes|busca tu|elige|haz)\b", text)
    assert not re.search(r"\bpaís(es)?\b", text), "the field says State"
    assert "!" not in text
