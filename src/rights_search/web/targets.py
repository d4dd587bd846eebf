"""Where a cited provision, document or judgment is read in this archive."""

import re
from collections.abc import Callable
from functools import cache

from flask import url_for

from rights_search.model import also_cited_as
from rights_search.parsers.eids import EID
from rights_search.vocabulary import instruments
from rights_search.web.archive import Archive
from rights_search.web.languages import current
from rights_search.web.passages import symbol
from rights_search.web.places import short_place
from rights_search.web.words import provision


def as_id(name: str) -> str:
    """A symbol as an id: `CCPR/C/ECU/CO/6` is `ccpr-c-ecu-co-6`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def page_of(archive: Archive, id_: str) -> str:
    """The id under which the archive has a page for the document known by this one; nothing where it has none."""
    return _pages(archive).get(id_, "")


def _pages(archive: Archive) -> dict[str, str]:
    """The documents that have a page, held or only known of, by their ids and by those that texts cite them by."""
    held, known = archive.library.catalogue(), archive.known
    others = {other: entry.id for entry in known for other in also_cited_as(entry)}
    others |= {other: entry.id for entry in held for other in entry.aliases}
    return others | {entry.id: entry.id for entry in known} | {entry.id: entry.id for entry in held}


def target_addresses(archive: Archive) -> Callable[[str], str]:
    """What turns a citation's target into a link; nothing for what the archive does not know."""
    pages = _pages(archive)

    @cache  # a document cites the same few provisions over and over
    def address(target: str) -> str:
        document, _, place = target.partition("#")
        if document not in pages:
            return ""
        document = pages[document]
        return url_for("pages.document", document_id=document, _anchor=_eid(document, place, archive) or None)

    return address


def target_name(archive: Archive, target: str) -> str:
    """A provision as lawyers write it; another document by its symbol or title, with the place in it."""
    document, _, place = target.partition("#")
    if document in instruments():
        return provision(target)
    if entry := archive.library.entry(document):
        name = symbol(entry.symbol) or entry.titles.get(current()) or document
    elif known := next((one for one in archive.known if document in (one.id, *also_cited_as(one))), None):
        name = known.title.get(current()) or symbol(known.symbol) or document
    else:
        return provision(target)
    return f"{name}, {short_place(_eid(document, place, archive))}" if place else name


def _eid(document: str, place: str, archive: Archive) -> str:
    """The passage that holds a place: articles are passages, the constitution's numerals where they are rights."""
    if not place or EID.match(place):
        return place
    article, _, numeral = place.partition(".")
    if document == archive.state.constitution and f"{article}.{numeral}" in archive.register:
        return f"art_{article}__inc_{numeral[3:]}" if numeral.startswith("inc") else f"art_{article}__num_{numeral}"
    return f"art_{article}"
