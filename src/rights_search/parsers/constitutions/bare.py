"""Constitutions whose articles are not called so: “12. Entitlements of citizens”, “§ 12.”, “Section 12.”, “12. … (1)”.

Kenya's and Zimbabwe's print a number with a title, and clauses “1.”, “2.” below it, which begin anew and read as
sentences; Estonia's prints the sign; those that follow England's laws print a number, and clauses “(1)”. A line begins
an article where it carries on the chain of these. With the word “Article” before it the text is one that the reader of
articles knows.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from rights_search.errors import ParseError
from rights_search.model import Document, LeftOut, Parsed, Source, SourceKind
from rights_search.parsers.articles.heads import ANNEX
from rights_search.parsers.base import text_of
from rights_search.parsers.constitutions.outline import HEADINGS
from rights_search.parsers.constitutions.title_page import title_alone
from rights_search.parsers.treaties import html
from rights_search.parsers.treaties import text as articles

#: So many titles in a chain make a constitution, and so many before the first is missed are a chain.
FEWEST = 20
#: So many signs or clauses do under the title of a constitution, and so many where it is declared to be one.
FEWEST_TITLED, FEWEST_DECLARED = 5, 3
#: A title is no longer than this, and a number is not missed more than so often in a row.
LONGEST, MISSED = 110, 2
#: What is put before a title, and the rule under which the reader of articles counts its marks as left out.
MARK, WORD = "## ", "Article"
MARKUP = "markup"
_TITLE = re.compile(r"(?P<mark>#{1,6} )?(?P<bold>\*\*)?(?P<number>\d{1,3})(?P<stop>\.)?(?: (?P<title>[^\s*][^*]*))?\**")
_SIGNED = re.compile(
    r"(?P<lead>(?:#{1,6} )?\**)(?P<sign>§\s?|(?i:sections?|sec\.)\s)(?P<number>\d{1,4})"
    r"(?P<suffix>[A-Za-z](?!\w)|\s[a-z](?=[.:]|\**$)|\s(?:bis|ter|quater)\b)?(?P<stop>\s?[.:)–—-])?"
    r"(?P<rest>(?:\**(?=$|[\s(])).*)"
)
_NUMBERED = re.compile(r"(?P<lead>(?:#{1,6} )?\**)(?P<number>\d{1,3})(?P<suffix>[A-Z])?\.(?:\**\s.*|\**)")
_CLAUSE = re.compile(r"(?:#{1,6} )?(?:\d{1,3}[A-Z]?\. )?\(\d{1,2}\)\s")
_CONSTITUTION = re.compile(r"\bconstituci[oó]n|\bconstitution", re.IGNORECASE)
#: Where a text names itself.
TITLE_PAGE = 1500


class Chain(Struct, frozen=True):
    """The lines that begin articles, and how these are marked."""

    way: str  #: "titled", "signed" or "numbered"
    places: tuple[int, ...]


def recognises(source: Source) -> bool:
    """A constitution, by what is declared or its title, with such a chain and hardly an article by name."""
    if source.declared.kind not in (None, SourceKind.CONSTITUTION):
        return False
    try:
        lines = _lines(source)
    except ParseError:
        return False
    return _chain(lines, source.declared.kind is SourceKind.CONSTITUTION) is not None


def parse(source: Source) -> Parsed:
    """The constitution.

    Raises:
        ParseError: no article of it has words.
    """
    lines = _lines(source)
    chain = _chain(lines, declared=source.declared.kind is SourceKind.CONSTITUTION)
    ours: Counter[str] = Counter()
    for place in chain.places if chain else ():
        line = lines[place].strip()
        lines[place] = _as_titled(line, ours) if chain and chain.way == "titled" else _as_article(line, ours)
    declared = replace(source.declared, kind=SourceKind.CONSTITUTION)
    parsed = articles.parse(replace(source, data="\n".join(lines).encode(), declared=declared))
    return replace(parsed, documents=tuple(_without(document, ours) for document in parsed.documents))


def _lines(source: Source) -> list[str]:
    """The lines of the text, or of a page that speaks of a constitution."""
    if not html.PAGE.match(source.data[:2000]):
        return text_of(source).split("\n")
    if source.declared.kind is None and not _CONSTITUTION.search(text_of(source)):
        return []
    return text_of(html.as_text(source)).split("\n")


def _as_titled(line: str, ours: Counter[str]) -> str:
    """A line with a number and a title as the heading of an article."""
    found = _TITLE.match(line)
    if not found:
        return line
    mark, stop = found["mark"] or MARK, found["stop"] or "."
    ours[MARKUP] += 0 if found["mark"] else len(MARK.strip())
    ours[MARKUP] -= line.count("*")
    ours[HEADINGS] += len(WORD) + (0 if found["stop"] else len(stop))
    return f"{mark}{WORD} {found['number']}{stop} {found['title'] or ''}".rstrip()


def _as_article(line: str, ours: Counter[str]) -> str:
    """A line that begins with a sign or a number as the beginning of an article."""
    if found := _SIGNED.fullmatch(line):
        stop = (found["stop"] or ".").strip()
        ours[HEADINGS] += len(WORD) - len(found["sign"].strip()) + (0 if found["stop"] else len(stop))
        return f"{found['lead']}{WORD} {found['number']}{(found['suffix'] or '').strip()}{stop}{found['rest']}"
    found = _NUMBERED.fullmatch(line)
    ours[HEADINGS] += len(WORD) if found else 0
    return f"{found['lead']}{WORD} {line[found.end('lead') :]}" if found else line


def _without(document: Document, ours: Counter[str]) -> Document:
    """The document without what we put before its articles among what was left out."""
    left = Counter({one.rule: one.characters for one in document.left_out})
    left.subtract(ours)
    return replace(document, left_out=tuple(LeftOut(rule, count) for rule, count in left.items() if count > 0))


def _chain(lines: Sequence[str], declared: bool) -> Chain | None:
    """The chain that the text's articles make; none where they are called articles, or nothing says what it is."""
    opening = "\n".join(lines)[:TITLE_PAGE]
    if not declared and not _CONSTITUTION.search(opening):
        return None
    heads = (line for line in lines if articles.HEADS.match(line))
    if sum(1 for _ in islice(heads, FEWEST_DECLARED)) == FEWEST_DECLARED:
        return None
    titled = tuple(_titles(lines))
    if len(titled) >= (FEWEST_DECLARED if declared else FEWEST):
        return Chain("titled", titled)
    if not declared and not title_alone(articles.first_lines(opening))[0]:
        return None
    fewest = FEWEST_DECLARED if declared else FEWEST_TITLED
    signed, _ = _row(_SIGNED, lines)
    if len(signed) >= fewest:
        return Chain("signed", signed)
    numbered, others = _row(_NUMBERED, lines)
    clauses = sum(1 for line in lines if _CLAUSE.match(line))
    if len(numbered) >= fewest and 2 * others <= len(numbered) and (declared or 2 * clauses >= len(numbered)):
        return Chain("numbered", numbered)
    return None


def _row(pattern: re.Pattern[str], lines: Sequence[str]) -> tuple[tuple[int, ...], int]:
    """The lines whose numbers follow each other, anew in each schedule, and how many others have such numbers."""
    places: list[int] = []
    last = others = 0
    for place, raw in enumerate(lines):
        line = raw.strip()
        found = pattern.fullmatch(line)
        if not found:
            title = line.strip("#* ")
            last = 0 if ANNEX.fullmatch(title) and title[-1] not in ".,;" else last
            continue
        number = int(found["number"])
        begins = "rest" not in found.groupdict() or found["stop"] or not found["rest"].strip("* ")[:1].islower()
        if begins and (last < number <= last + 1 + MISSED or (found["suffix"] and number == last)):
            places.append(place)
            last = number
        else:
            others += 1
    return tuple(places), others


def _titles(lines: Sequence[str]) -> Iterator[int]:
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
