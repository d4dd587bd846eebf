"""Comparing names: case, accents and runs of spaces do not matter."""

import re
import unicodedata


def constitution_id(state: str) -> str:
    """The id of a State's constitution, from the State's name: `ecuador-constitution`."""
    slug = re.sub("[^a-z0-9]+", "-", fold(state)).strip("-")
    return f"{slug}-constitution" if slug else "constitution"


def fold(text: str) -> str:
    r"""The text without accents, in lower case, with single spaces: for comparison, never for display.

    >>> fold("Comité  de Derechos\\nHumanos")
    'comite de derechos humanos'
    """
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(text.split()).casefold()
