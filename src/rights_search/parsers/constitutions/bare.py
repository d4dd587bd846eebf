"""Constitutions whose articles are a bare number with a title: “12. Entitlements of citizens”, then clauses “1.”, “2.”.

Kenya's, Zimbabwe's and South Africa's print them so. A line is such a title if it carries on the chain of the articles
and reads as a title; the clauses below begin anew and read as sentences. With the word “Article” before each title the
text is one that the reader of articles knows.
"""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from rights_search.errors import ParseError
from rights_search.model import Document, LeftOut, Parsed, Source, SourceKind
from rights_search.parsers.base import text_of
from rights_search.parsers.constitutions.outline import HEADINGS
from rights_search.parsers.treaties import text as articles

#: So many in a chain make a constitution, and so many before the first is missed are a chain.
FEWEST = 20
#: A title is no longer than this, and a number is not missed more than so often in a row.
LONGEST, MISSED = 110, 2
#: What is put before a title, and the rule under which the reader of articles counts its marks as left out.
MARK, WORD = "## ", "Article"
MARKUP = "markup"
_TITLE = re.compile(r"(?P<mark>#{1,6} )?(?P<number>\d{1,3})(?P<stop>\.)?(?: (?P<title>\S.*))?")
_WORDED = re.compile(r"\n(?:#{1,6} )?(?:art(?:icle|[íi]culo)|section|sec\.)\s+\d{1,3}\b", re.IGNORECASE)
_CONSTITUTION = re.compile(r"\bconstituci[oó]n|\bconstitution", re.IGNORECASE)
#: Where a text names itself.
TITLE_PAGE = 1500


def recognises(source: Source) -> bool:
    """A constitution, by what is declared or its title, with such a chain and hardly an article by name."""
    if source.declared.kind not in (None, SourceKind.CONSTITUTION):
        return False
    try:
        text = text_of(source)
    except ParseError:
        return False
    named = source.declared.kind is SourceKind.CONSTITUTION or _CONSTITUTION.search(text[:TITLE_PAGE])
    if not named or len(_WORDED.findall("\n" + text)) >= FEWEST:
        return False
    return len(list(_titles(text.split("\n")))) >= FEWEST


def parse(source: Source) -> Parsed:
    """The constitution.

    Raises:
        ParseError: no article of it has words.
    """
    lines = text_of(source).split("\n")
    ours: Counter[str] = Counter()
    for place in list(_titles(lines)):
        found = _TITLE.match(lines[place].strip())
        if found:
            mark, stop = found["mark"] or MARK, found["stop"] or "."
            lines[place] = f"{mark}{WORD} {found['number']}{stop} {found['title'] or ''}".rstrip()
            ours[MARKUP] += 0 if found["mark"] else len(MARK.strip())
            ours[HEADINGS] += len(WORD) + (0 if found["stop"] else len(stop))
    declared = replace(source.declared, kind=SourceKind.CONSTITUTION)
    parsed = articles.parse(replace(source, data="\n".join(lines).encode(), declared=declared))
    return replace(parsed, documents=tuple(_without(document, ours) for document in parsed.documents))


def _without(document: Document, ours: Counter[str]) -> Document:
    """The document without what we put before the titles among what was left out."""
    left = (LeftOut(one.rule, one.characters - ours[one.rule]) for one in document.left_out)
    return replace(document, left_out=tuple(one for one in left if one.characters > 0))


def _titles(lines: list[str]) -> Iterator[int]:
    """The lines that are titles of articles, by the chain of their numbers."""
    due = 1
    for place, line in enumerate(lines):
        found = _TITLE.fullmatch(line.strip())
        if not found:
            continue
        number, title = int(found["number"]), found["title"]
        carries_on = due <= number <= due + MISSED
        # The first has a title: a number alone could be a page's.
        if carries_on and (due > 1 if title is None else _reads_as_a_title(title)):
            due = number + 1
            yield place


def _reads_as_a_title(words: str) -> bool:
    """Short, with a capital, and no sentence."""
    return len(words) <= LONGEST and words[0].isupper() and words[-1] not in ".;:,—-"
