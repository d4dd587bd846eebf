"""The language of a text, among the ones we read: Spanish, English, French, Portuguese, Russian, Arabic, Chinese."""

from functools import cache
from typing import Protocol, cast

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("es", "en", "fr", "pt", "ru", "ar", "zh")
#: Enough to be sure, and little enough to be quick: thirty characters already give 99.7 %.
SAMPLE = 4000


#: So many letters say what language a text is in, whatever somebody says of it.
SURE = 200


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str, declared: str = "") -> str:
    """The language of a text: the likeliest of ours; Spanish where it has no word.

    A declared one counts where the text does not say it itself: where it is short, speaks several, or may be in a
    language that is none of ours.
    """
    declared = declared.lower().replace("_", "-").partition("-")[0]
    sample = " ".join(text[: 2 * SAMPLE].split())[:SAMPLE]
    letters = sum(character.isalpha() for character in sample)
    if declared and (declared not in LANGUAGES or letters < SURE):
        return declared
    if not letters:
        return "es"
    found = _identifier().classify(sample)[0]
    return found if found == declared or not declared or _is_sure(sample, found) else declared


def _is_sure(sample: str, found: str) -> bool:
    """Whether each third of a text is in one language: one that quotes another at length is not told by the whole."""
    third = len(sample) // 3
    return all(_identifier().classify(sample[place : place + third])[0] == found for place in (0, third, 2 * third))


@cache
def _identifier() -> _Identifier:
    """The model, read once (half a second) and held to our languages."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return cast(_Identifier, identifier)
