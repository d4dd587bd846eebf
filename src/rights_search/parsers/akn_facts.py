"""What the metadata of an Akoma Ntoso document say of it: its kind, title and symbol."""

import re
from collections.abc import Iterator

from lxml import etree

from rights_search.errors import ParseError
from rights_search.model import Source, SourceKind
from rights_search.model.symbols import DocumentSymbol

#: A document type of the schema and what it is, where nothing else says it.
KINDS = {"act": SourceKind.TREATY, "judgment": SourceKind.JUDGMENT, "statement": SourceKind.RESOLUTION}
#: Words of a `name` or `subtype` that say the kind.
NAMED = {
    "constitution": SourceKind.CONSTITUTION,
    "constitucion": SourceKind.CONSTITUTION,
    "treaty": SourceKind.TREATY,
    "convention": SourceKind.TREATY,
    "resolution": SourceKind.RESOLUTION,
    "report": SourceKind.REPORT,
    "generalcomment": SourceKind.GENERAL_COMMENT,
    "concludingobservations": SourceKind.CONCLUDING_OBSERVATIONS,
    "judgment": SourceKind.JUDGMENT,
}


def name_of(element: etree._Element) -> str:
    """The name of an element, whatever its namespace; "" of a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def identification(element: etree._Element, level: str) -> Iterator[tuple[str, str]]:
    """What the metadata say of the work or its expression, name by name."""
    for found in element.iter("{*}" + level):
        for child in found:
            value = child.get("value") or child.get("date") or child.get("language") or ""
            if value:
                yield name_of(child), value
        return


def symbol_in(printed: str) -> DocumentSymbol | None:
    """The symbol a number is, if it is one."""
    try:
        return DocumentSymbol.parse(printed)
    except ParseError:
        return None


def title_of(element: etree._Element) -> str:
    """The title, the short one or the alias."""
    for name in ("docTitle", "shortTitle", "FRBRalias"):
        for found in element.iter("{*}" + name):
            if words := found.get("value") or " ".join("".join(found.itertext()).split()):
                return words
    return ""


def kind_of(element: etree._Element, source: Source) -> SourceKind:
    """Declared; else by the words of its name and subtype, or the type of document."""
    if source.declared.kind:
        return source.declared.kind
    subtype = next((found.get("value", "") for found in element.iter("{*}FRBRsubtype")), "")
    words = re.sub(r"[^a-z]", "", f"{element.get('name', '')}{subtype}".lower())
    named = next((kind for word, kind in NAMED.items() if word in words), None)
    return named or KINDS.get(name_of(element), SourceKind.REPORT)
