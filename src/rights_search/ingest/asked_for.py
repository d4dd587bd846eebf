"""Whether what came is the document that was asked for: its symbol, or its case and date, on its own title page."""

from msgspec import Struct

from rights_search.errors import FetchError, ParseError
from rights_search.fetch.shelf import suffix_of
from rights_search.model import Source
from rights_search.parsers import Account, transcribed
from rights_search.vocabulary import fold

#: Where a document says what it is.
TITLE_PAGE = 8000
MONTHS = {
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
}  # fmt: skip


class Wanted(Struct, frozen=True):
    """A document that the corpus knows of, with its addresses by language."""

    id: str
    title: dict[str, str]
    symbol: str
    date: str
    case: str
    addresses: dict[str, str]


def checked(one: Wanted, language: str, data: bytes, kind: str) -> None:
    """Hold what came against what was asked for.

    Raises:
        FetchError: it is no document, cannot be read, or is another one.
    """
    if not suffix_of(data):
        shown = kind or "something else"
        raise FetchError(f"what came is no PDF or Word file but {shown}: an error page, or the address has moved")
    try:
        text = transcribed(Source(one.id, data), Account()).data.decode("utf-8", "replace")
    except ParseError as error:
        raise FetchError(f"what came cannot be read: {error}") from error
    page = text[:TITLE_PAGE]
    if one.symbol.startswith("Serie"):
        if not _names_case(page, one) or not _says_date(page, one.date, language):
            raise FetchError(f"what came does not name the case {one.case} and its date {one.date}: another document")
    elif one.symbol and _bare(one.symbol) not in _bare(page):
        raise FetchError(f"what came does not bear the symbol {one.symbol}: another document")


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _names_case(page: str, one: Wanted) -> bool:
    """Whether the first name of the case stands on the title page."""
    name = one.case or next(iter(one.title.values()), "")
    words = [word for word in fold(name).split() if len(word) > 3 and word not in {"caso", "case", "otros", "otras"}]
    printed = fold(page)
    return bool(words) and all(word in printed for word in words[:2])


def _says_date(page: str, day: str, language: str) -> bool:
    """Whether a date stands on the title page, in words; a date not known to the day is not asked for."""
    if len(day) < 10:
        return True
    year, month, number = day[:4], int(day[5:7]), int(day[8:])
    name = MONTHS.get(language, MONTHS["en"])[month - 1]
    printed = fold(" ".join(page.split()))
    forms = (f"{number} de {name} de {year}", f"{number} de {name} del {year}", f"{name} {number}, {year}")
    return any(fold(form) in printed for form in (*forms, f"{number} {name} {year}", f"{number}o de {name} de {year}"))
