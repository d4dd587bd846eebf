"""Where official texts are: the page to cite and the file to read, by symbol or by number in the Court's series.

The forms are those of the publishers: docs.un.org for a reader and the documents.un.org interface for a program
(the former answers a program with a viewer that has no text in it), and the Inter-American Court's own files.
"""

import re
from urllib.parse import quote

UN_LANGUAGES = ("es", "en", "fr", "ru", "ar", "zh")
#: The suffixes of the Court's files.
COURT_LANGUAGES = {"es": "esp", "en": "ing", "pt": "por", "fr": "fra"}
_SERIES = re.compile(r"Serie[s]? ([AC]) No\. (\d+)")
_UN = re.compile(r"(?:A|E|S|ST|HRI|CCPR|CERD|CAT|CEDAW|CRC|CMW|CRPD|CED|INT)/\S*[A-Z0-9)]")


def citing_address(symbol: str, language: str) -> str:
    """The address to cite a document by, in a language; nothing where its symbol does not give one."""
    if address := _court(symbol, language):
        return address
    return f"https://docs.un.org/{language}/{quote(symbol)}" if _is_un(symbol, language) else ""


def text_address(symbol: str, language: str, form: str = "pdf") -> str:
    """The address of the file itself (`pdf` or `docx`), in a language; nothing where the symbol does not give one."""
    if address := _court(symbol, language):
        return address
    if not _is_un(symbol, language):
        return ""
    return f"https://documents.un.org/api/symbol/access?s={quote(symbol, safe='')}&l={language}&t={form}"


def _is_un(symbol: str, language: str) -> bool:
    return language in UN_LANGUAGES and not symbol.startswith("INT/") and _UN.fullmatch(symbol) is not None


def _court(symbol: str, language: str) -> str:
    found = _SERIES.fullmatch(symbol)
    if not found or language not in COURT_LANGUAGES:
        return ""
    series, number = found[1].lower(), found[2]
    folder = "casos/articulos" if series == "c" else "opiniones"
    suffix = COURT_LANGUAGES[language]
    return f"https://www.corteidh.or.cr/docs/{folder}/serie{series}_{number}_{suffix}.pdf"
