"""Comparing names: case, accents and runs of spaces do not matter."""

import unicodedata


def fold(text: str) -> str:
    r"""The text without accents, in lower case, with single spaces: for comparison, never for display.

    >>> fold("Comité  de Derechos\\nHumanos")
    'comite de derechos humanos'
    """
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(text.split()).casefold()
