"""UN document symbols in running text."""

import re
from collections.abc import Iterator

from rights_search.errors import ParseError
from rights_search.model import Citation, CitationKind
from rights_search.model.symbols import DocumentSymbol

#: What may be a symbol; a line break or spaces may have come between its parts. The grammar then decides.
CANDIDATE = re.compile(
    r"(?<![\w/.])(?:A|E|S|HRI|CCPR|CERD|CAT|CEDAW|CRC|CMW|CRPD|CED|INT)"
    r"(?:\s{0,2}/\s{0,2}[A-Z0-9][A-Za-z0-9.\-]{0,24}){1,9}(?:\s\(Vol\.\s?[IVX]{1,4}\)|\s?\([IVXL]{1,7}\)(?:\s?[A-F](?!\w))?)?"
)


def find_symbols(text: str) -> Iterator[Citation]:
    """Each symbol the grammar knows, with the document it names."""
    for candidate in CANDIDATE.finditer(text):
        if found := _longest(candidate[0]):
            printed, symbol = found
            end = candidate.start() + len(printed)
            yield Citation(printed, symbol.id, CitationKind.DOCUMENT, candidate.start(), end)


def _longest(candidate: str) -> tuple[str, DocumentSymbol] | None:
    """The candidate, or its longest beginning that is a symbol: a sentence may go on behind it with a stroke."""
    while "/" in candidate:
        printed = candidate.rstrip(".,;:- ")
        try:
            return printed, DocumentSymbol.parse(printed)
        except ParseError:
            candidate = candidate.rpartition("/")[0].rstrip()
    return None
