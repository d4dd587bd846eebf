"""What the name of a list of paragraphs says of it, where nothing else does.

Such lists hold paragraphs and no title page. A declaration comes first; then the symbol in the file's name
(`ccpr-c-116-d-2244-2013`, `SR_Education_A_65_162`) or its body and number (`Annotated_CCPR_GC15_aliens`).
"""

import re

from msgspec import Struct

from rights_search.errors import ParseError
from rights_search.model import Source, SourceKind
from rights_search.model.symbols import DocumentSymbol, SymbolKind
from rights_search.vocabulary import bodies

COMMITTEES = "CCPR|CESCR|ESCR|CEDAW|CED|CERD|CMW|CRC|CRPD|CAT"
GENERAL_COMMENT = re.compile(
    rf"(?<![A-Za-z])({COMMITTEES})(?:[_ -](?:{COMMITTEES}))*[_ -](?:GC|GR)[_ -]?(\d{{1,2}})(?!\d)(.*)$", re.IGNORECASE
)
VIEWS = re.compile(
    rf"(?<![a-z])((?:{COMMITTEES})-c|e-c-12)-(\d{{1,3}})-(dr?)-(\d{{1,4}})-((?:19|20)\d\d)(?:-(rev|corr|add)-(\d))?$",
    re.IGNORECASE,
)
PRINTED = re.compile(r"(?<![\w/(])[A-Z]{1,5}(?:\.\d{1,2})?(?:/[A-Za-z0-9.\-]{1,14}){2,7}")
#: Tokens of a symbol that carry a full stop before their number.
DOTTED = re.compile(r"(?<=/)(CN|WG|Add|Rev|Corr|Sub|C)/(\d{1,2})(?=/|$)", re.IGNORECASE)
#: Symbols of general comments that are their own; those of annual reports and of the compilation are not.
OWN = {SymbolKind.GENERAL_COMMENT}


class NameFacts(Struct, frozen=True):
    """What a name says; `number` is that of a general comment."""

    kind: SourceKind | None = None
    body: str = ""
    symbol: DocumentSymbol | None = None
    number: str = ""


def stem(path: str) -> str:
    """The file's name without its folder and endings."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return re.sub(r"(?:\.(?:json|gz|jsonl))+$", "", name, flags=re.IGNORECASE)


def named(path: str) -> NameFacts:
    """What the file's name says."""
    name = stem(path)
    if views := VIEWS.search(name):
        return _views(views)
    if comment := GENERAL_COMMENT.search(name):
        committee = comment[1].lower().replace("escr", "cescr").replace("ccescr", "cescr")
        revised = "-rev" if re.search(r"(?<![A-Za-z])REV(?![a-z])", comment[3]) else ""
        return NameFacts(SourceKind.GENERAL_COMMENT, committee, None, str(int(comment[2])) + revised)
    return _mandate(name)


def _views(found: re.Match[str]) -> NameFacts:
    body = found[1].upper().replace("E-C-12", "E/C.12").replace("-C", "/C")
    suffix = f"/{found[6].capitalize()}.{found[7]}" if found[6] else ""
    symbol = symbol_of(f"{body}/{found[2]}/{found[3].upper()}/{found[4]}/{found[5]}{suffix}")
    return NameFacts(SourceKind.COMMUNICATION, symbol.body if symbol else "", symbol)


def _mandate(name: str) -> NameFacts:
    """A mandate's short name, then a symbol with its strokes and full stops written low."""
    parts = re.split(r"[_ ]+", name)
    for size in range(min(6, len(parts)), 1, -1):
        body = bodies().named(" ".join(parts[:size]))
        if body:
            symbol = symbol_of(DOTTED.sub(r"\1.\2", "/".join(["", *parts[size:]])).strip("/"))
            return NameFacts(SourceKind.SPECIAL_PROCEDURE, body.id, symbol)
    return NameFacts()


def _decision(title_page: str) -> DocumentSymbol | None:
    """The symbol of a decision on its title page: the first, others are those it refers to."""
    found = PRINTED.search(title_page)
    symbol = symbol_of(found[0]) if found else None
    return symbol if symbol and symbol.kind is SymbolKind.VIEWS else None


def symbol_of(printed: str) -> DocumentSymbol | None:
    """The first symbol of those printed, or None where it is none of the known forms."""
    try:
        return DocumentSymbol.parse(re.split(r"[,;–]", printed)[0].replace(". ", "."))
    except ParseError:
        return None


def body_of(name: str) -> str:
    """The id of the body that is declared by id or by name."""
    row = bodies().get(name.lower()) or bodies().named(name)
    return row.id if row else ""


def facts_of(source: Source, title_page: str = "") -> NameFacts:
    """The declaration, completed from the title page, where there is one, and from the name."""
    said = named(source.path)
    declared = source.declared
    symbol = symbol_of(declared.symbol) if declared.symbol else _decision(title_page) or said.symbol
    kind = SourceKind.COMMUNICATION if symbol and symbol.kind is SymbolKind.VIEWS else None
    return NameFacts(
        declared.kind or kind or said.kind,
        (body_of(declared.body) if declared.body else "") or said.body or (symbol.body if symbol else ""),
        symbol,
        said.number or (symbol.number if symbol and symbol.kind in OWN else ""),
    )
