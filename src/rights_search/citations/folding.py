"""A text without capitals and accents, character for character: what is found in it stands there in the original.

`vocabulary.fold` also joins runs of spaces, so its offsets are its own; here every offset is kept.
"""

import unicodedata

#: Latin letters with marks: Latin-1, Extended-A and -B, and the additions Vietnamese and others use.
_MARKED = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


def _table() -> dict[int, str]:
    table = {ord(capital): capital.lower() for capital in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    for code in _MARKED:
        bare = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(bare) == 1:
            table[code] = bare
    # A curly apostrophe stands for a straight one, a no-break space for a space.
    return table | {ord("’"): "'", 0xA0: " ", 0x202F: " ", 0x2009: " "}


_TABLE = _table()


def plain(text: str) -> str:
    """The text in small letters without accents, of the same length: `plain("Artículo 8") == "articulo 8"`."""
    return text.translate(_TABLE)
