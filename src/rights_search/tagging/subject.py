"""A passage, or a bare text with what is said of it, brought into the form the stages read."""

import re

from rights_search.citations import Context, find
from rights_search.model import Citation, CitationKind, Document, Judgment, Passage, SourceKind
from rights_search.tagging.findings import Subject
from rights_search.vocabulary import bodies, instruments

#: A provision's eId: article, then a numeral or paragraph, or the closing words.
ARTICLE_EID = re.compile(r"^art_(\d+[a-z]?)(?:__(?:num|para)_([0-9a-z-]+)|__inc_(\d+))?")
#: An article as people write it: “9”, “9.1”, “art. 9”, “Article 9 (1)”, “art_9”.
ARTICLE = re.compile(r"(\d+)(?:\s*[.(]\s*(\d+))?")
#: A treaty article that begins with its own heading.
HEADING = re.compile(r"^\W*(?:art[íi]culo|article|art\.)\s+(\d{1,3})\b", re.IGNORECASE)
LAWS = frozenset({SourceKind.CONSTITUTION, SourceKind.TREATY})


def of_passage(passage: Passage, document: Document, constitution: str) -> Subject:
    """The passage as the stages read it: its heading and text, without its notes.

    A digest declares what it cites; other texts are searched, unless that has been done.
    """
    context = Context.of(document, constitution)
    searched = any(citation.end for citation in passage.cites)
    cites = passage.cites if searched else (*passage.cites, *find(passage.text, context.within(passage.eid)))
    judgment = document.facts if isinstance(document.facts, Judgment) else Judgment()
    of_judgment = document.kind is SourceKind.JUDGMENT
    return Subject(
        text=f"{passage.heading}. {passage.text}" if passage.heading else passage.text,
        language=document.language,
        kind=document.kind,
        body=document.body,
        path=passage.path,
        provision=_provision(document, _place(passage.eid)),
        cites=_provisions(cites),
        chapter=_provisions(find(". ".join(passage.path), context)) if of_judgment else (),
        decided=(*judgment.violated, *judgment.not_violated),
    )


def _provision(document: Document, place: str) -> str:
    """Which provision a passage of a law is; a treaty's preamble is the treaty's, and no article of it."""
    named = document.kind is SourceKind.TREATY or (document.kind is SourceKind.CONSTITUTION and place)
    return f"{document.id}#{place}" if named else ""


def of_text(text: str, constitution: str, *, lang: str, kind: str, body: str, instrument: str, article: str) -> Subject:
    """A bare text: bodies and instruments may be named as people name them."""
    known_body = bodies().get(body) or bodies().named(body)
    known = instruments().get(instrument) or instruments().named(instrument)
    law = known.id if known else instrument
    kind = kind or _usual_kind(known_body.mechanism if known_body else "")
    context = Context(
        language=lang,
        body=known_body.id if known_body else "",
        instrument=law or (known_body.instrument if known_body else ""),
        kind=kind,
        constitution=constitution,
    )
    return Subject(
        text=text,
        language=lang,
        kind=kind,
        body=context.body,
        provision=f"{law}#{place}" if law and (place := _article(article, text, kind)) else "",
        cites=_provisions(find(text, context)),
    )


def _usual_kind(mechanism: str) -> str:
    """What a body mostly writes, for a text of which only the body is known."""
    usual = {
        "treaty-body": SourceKind.CONCLUDING_OBSERVATIONS,
        "upr": SourceKind.UPR,
        "special-procedure": SourceKind.SPECIAL_PROCEDURE,
        "regional-court": SourceKind.JUDGMENT,
    }
    return usual.get(mechanism, "")


def _place(eid: str) -> str:
    """`66.3` of `art_66__num_3`, `57.inc2` of `art_57__inc_2`, "" of anything but an article."""
    found = ARTICLE_EID.match(eid)
    if not found:
        return ""
    article, part, closing = found.groups()
    return ".".join(piece for piece in (article, part and part.replace("-", "."), closing and f"inc{closing}") if piece)


def _article(article: str, text: str, kind: str) -> str:
    found = ARTICLE.search(article) or (HEADING.match(text) if kind in LAWS else None)
    return ".".join(number for number in found.groups() if number) if found else ""


def _provisions(cites: tuple[Citation, ...]) -> tuple[str, ...]:
    found = (c.target for c in cites if c.kind is CitationKind.PROVISION and "#" in c.target)
    return tuple(dict.fromkeys(found))
