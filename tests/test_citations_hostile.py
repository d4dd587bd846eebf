"""Hostile text is read to its end: nothing raises and nothing hangs. How long it takes is measured in `benchmarks`."""

import pytest

from rights_search.citations import Context, find
from rights_search.model import SourceKind

JUDGMENT = Context(language="es", body="iacthr", instrument="achr", kind=SourceKind.JUDGMENT)
TREATY = Context(language="en", instrument="cat", kind=SourceKind.TREATY, article="5")
SIZE = 40_000
HOSTILE = [
    "a", " ", "\n", "(", "1, ", "art. ", "artículos ", "artículo 1", "1 (", " a ", "párrafo 1 del ", "A/",
    "CCPR / C / ", "Serie C No. ", "párrs. 1, ", "convención ", "protocolo facultativo de la convención sobre ",
    "constitución de la ", "constitucion de aa ", "§", "I", "\u0301", "art. 1 ", "arts. 1 a 30 ",
    "Convención Americana art. 6 ", "artículos 1 (", "paragraph 1 ", "paragraph 1 of this article ", "letras a), b) y ",
    "el tratado en su artículo 1 ", "common article 3 ", "apartado a) del ", ", 1 de la Convención Americana",
    "“a” (art. 1) ", "(art. 1) de la Convención ", "ibid., art. 1; ", "Artículo 1. La ",
]  # fmt: skip


@pytest.mark.timeout(20)
@pytest.mark.parametrize("context", [JUDGMENT, TREATY], ids=["judgment", "treaty"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_is_read_and_every_span_lies_in_it(unit: str, context: Context) -> None:
    text = unit * (SIZE // len(unit))
    for citation in find(text, context):
        assert 0 <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.text
