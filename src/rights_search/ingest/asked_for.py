"""Whether what came is the document that was asked for: its symbol, or its case and date, on its own title page."""

import re

from msgspec import Struct

from rights_search.citations.symbols import find_symbols
from rights_search.errors import FetchError
from rights_search.ingest.aside import look
from rights_search.ingest.title_pages import decided_on, has_word, names_case, own_symbols
from rights_search.parsers.language import language_of

#: Of a date that is known to the day.
LENGTH_OF_DAY = len("2003-01-20")


#: What is asked for, by the names of the transcripts, and how the files of each are called.
SUFFIXES = {"PDF": ".pdf", "Word": ".docx", "old Word": ".doc"}


#: A title page alone has fewer words, and a notice that there is no document; a short document numbers its paragraphs.
FEWEST = 200
NUMBERED = re.compile(r"^\W{0,3}(?:\d{1,3}|[IVX]{1,5})\s?[.)]\s+\w", re.MULTILINE)


class Wanted(Struct, frozen=True):
    """A document that the corpus knows of, with its addresses by language."""

    id: str
    title: dict[str, str]
    symbol: str
    date: str
    case: str
    addresses: dict[str, str]


def checked(one: Wanted, language: str, data: bytes, kind: str) -> str:
    """Hold what came against what was asked for; the suffix that fits what it is.

    Raises:
        FetchError: it is no document, cannot be read, is another one, or is in another language.
    """
    looked = look(data)
    if looked.trouble:
        raise FetchError(f"what came cannot be read: {looked.trouble}")
    if looked.type not in SUFFIXES:
        shown = looked.type or (kind if kind.startswith("text/") else "something else")
        raise FetchError(f"what came is no PDF or Word file but {shown}: an error page, or the address has moved")
    if looked.words < FEWEST and not NUMBERED.search(looked.text):
        said = " ".join(looked.text.split())[:100]
        raise FetchError(f"what came holds {looked.words} words, and no text of a document: “{said}”")
    if one.symbol.startswith("Serie"):
        _is_judgment(one, looked.text)
    elif one.symbol:
        _bears_symbol(one.symbol, looked.text)
    if (printed := language_of(looked.text)) != language:
        raise FetchError(f"what came is in another language ({printed})")
    return SUFFIXES[looked.type]


def _bears_symbol(wanted: str, text: str) -> None:
    own = own_symbols(text)
    known = {symbol.target for symbol in find_symbols(wanted)}
    # A symbol of a form that nobody told us of is at least a word of its own.
    found = not known.isdisjoint(symbol.target for symbol in own) if known else has_word(text, wanted)
    if not found:
        shown = f" but {' and '.join(symbol.text for symbol in own)}" if own else ""
        raise FetchError(f"what came does not bear the symbol {wanted}{shown}: another document, or an error page")


def _is_judgment(one: Wanted, text: str) -> None:
    """A date not known to the day is not asked for."""
    if not names_case(text, (one.case, *one.title.values())):
        raise FetchError(f"what came does not name the case {one.case} on its title page: another document")
    day = decided_on(text)
    if len(one.date) == LENGTH_OF_DAY and day != one.date:
        raise FetchError(f"what came is of {day or 'no day'}, not of {one.date}: another decision")
