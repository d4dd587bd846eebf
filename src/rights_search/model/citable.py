"""The ids by which texts cite a document beside its own: a committee's case by its number, a general comment by its.

Nobody who cites “communication No. 1472/2006” or “general comment No. 36” need know the symbol of the document.
"""

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from rights_search.errors import ParseError
from rights_search.model.catalogue import Catalogued
from rights_search.model.documents import Citation, Document, Note, Passage
from rights_search.model.kinds import SourceKind
from rights_search.model.symbols import DocumentSymbol, SymbolKind

#: The number of a general comment or recommendation in an id: `ccpr-c-gc-36`, `a-40-18-gr-7`.
_COMMENT = re.compile(r"(?<![a-z0-9])g[cr]-(\d+)(?![a-z0-9])")


def also_cited_as(document: Document | Catalogued) -> tuple[str, ...]:
    """Its aliases, and the id that its number makes: `ccpr-d-1472-2006`, `crc-gc-14`."""
    named = (alias.replace("-gr-", "-gc-") for alias in document.aliases)  # a recommendation is cited as a comment is
    others = dict.fromkeys((*document.aliases, *named, *_by_number(document)))
    return tuple(other for other in others if other != document.id)


def _by_number(document: Document | Catalogued) -> tuple[str, ...]:
    try:
        symbol = DocumentSymbol.parse(document.symbol or document.id)
    except ParseError:
        symbol = None
    body = document.body or (symbol.body if symbol else "")
    if not body:
        return ()
    if symbol and symbol.kind is SymbolKind.VIEWS and symbol.number and symbol.year:
        return (f"{body}-d-{symbol.number}-{symbol.year}",)
    if document.kind is not SourceKind.GENERAL_COMMENT:
        return ()
    if symbol and symbol.kind is SymbolKind.GENERAL_COMMENT and symbol.number:
        return (f"{body}-gc-{symbol.number}",)
    numbers = _COMMENT.findall(document.id)
    return (f"{body}-gc-{numbers[0]}",) if len(numbers) == 1 else ()  # a joint comment has two


def recited(document: Document, held: Mapping[str, str]) -> Document:
    """The document with its citations pointing at what is held: `held` has the id of a document by every other one."""
    passages = tuple(_passage(passage, held) for passage in document.passages)
    return document if passages == document.passages else replace(document, passages=passages)


def _passage(passage: Passage, held: Mapping[str, str]) -> Passage:
    cites, notes = _cites(passage.cites, held), tuple(_note(note, held) for note in passage.notes)
    same = cites is passage.cites and all(ours is note for ours, note in zip(notes, passage.notes, strict=True))
    return passage if same else replace(passage, cites=cites, notes=notes)


def _note(note: Note, held: Mapping[str, str]) -> Note:
    cites = _cites(note.cites, held)
    return note if cites is note.cites else replace(note, cites=cites)


def _cites(cites: tuple[Citation, ...], held: Mapping[str, str]) -> tuple[Citation, ...]:
    if not any(cite.target.partition("#")[0] in held for cite in cites):
        return cites
    return tuple(_cite(cite, held) for cite in cites)


def _cite(cite: Citation, held: Mapping[str, str]) -> Citation:
    id_, mark, place = cite.target.partition("#")
    return replace(cite, target=f"{held[id_]}{mark}{place}") if id_ in held else cite


def known_by(documents: Iterable[Document]) -> dict[str, str]:
    """The id of each document by every other id it is cited by; never one that is a document's own."""
    documents = tuple(documents)
    own = {document.id for document in documents}
    return {alias: document.id for document in documents for alias in also_cited_as(document) if alias not in own}
