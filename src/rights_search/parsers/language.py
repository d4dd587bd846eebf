"""The language of a text, among the ones we read: Spanish, English, French, Portuguese, Russian, Arabic, Chinese."""

from functools import cache
from typing import Protocol, cast

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("es", "en", "fr", "pt", "ru", "ar", "zh")
#: Enough to be sure, and little enough to be quick: thirty characters already give 99.7 %.
SAMPLE = 4000


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str, declared: str = "") -> str:
    """The declared language where there is one, else the likeliest of ours; Spanish where the text has no word."""
    if declared:
        return declared.lower().replace("_", "-").partition("-")[0]
    sample = " ".join(text[: 2 * SAMPLE].split())[:SAMPLE]
    if not any(character.isalpha() for character in sample):
        return "es"
    return _identifier().classify(sample)[0]


@cache
def _identifier() -> _Identifier:
    """The model, read once (half a second) and held to our languages."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return cast(_Identifier, identifier)
