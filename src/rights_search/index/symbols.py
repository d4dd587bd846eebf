"""Document symbols as they are typed and as they are looked up.

`CCPR/C/ECU/CO/6` is found whole, by its beginnings (`CCPR/C/ECU`), by its parts and by its id (`ccpr-c-ecu-co-6`).
The Inter-American Court has no symbols; "Serie C No. 298" is written in a dozen ways and stands as `serie-c-298`.
"""

import re

from rights_search.index.folding import words

# "Serie C No. 298", "Series C nº 298", "Serie C, Núm. 298", "serie c 298".
SERIES = re.compile(
    r"\bseries?\s{1,3}([acde])\b[\s,]{0,3}(?:(?:no|n[.]?[º°o]|n[uú]m|nro|[#])[.]?\s{0,3})?(\d{1,4})\b", re.I
)

_SPACED = re.compile(r"\s*/\s*")


def normal(symbol: str) -> str:
    """The one form under which a symbol is kept.

    >>> normal("CCPR / C/ECU/CO/6"), normal("Serie C No. 298")
    ('ccpr/c/ecu/co/6', 'serie-c-298')
    """
    series = SERIES.fullmatch(symbol.strip())
    if series:
        return f"serie-{series[1].lower()}-{series[2]}"
    return _SPACED.sub("/", symbol).strip().strip("./").casefold()


def symbol_terms(symbol: str, document: str) -> tuple[str, ...]:
    """Everything under which a document's symbol is found."""
    whole = normal(symbol)
    segments = whole.split("/") if "/" in whole else []
    beginnings = ["/".join(segments[: count + 1]) for count in range(1, len(segments))]
    found = (whole, *beginnings, *words(symbol), document, *words(document))
    return tuple(dict.fromkeys(term for term in found if term))
