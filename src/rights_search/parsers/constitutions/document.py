"""Constitutions: whose one is, what it is called, and its articles as passages, whatever file they came in."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from rights_search.model import Instrument
from rights_search.parsers.constitutions.title_page import state_in, title_alone
from rights_search.vocabulary import Named, states

TITLES = {"es": "Constitución", "en": "Constitution"}
#: So many articles tell of which State they speak.
ENOUGH = 150
_YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)")
_CALLED = re.compile(
    r"(?:la\s)?(?:constituci[oó]n|constitution|constituição)(?:\s(?:pol[ií]tica|nacional))?(?:\s(?:del?|of|los|las?|the"
    r"|d[ao]|du|rep[uú]blica|republic|république|reino|kingdom|estado|naci[oó]n))*\s",
    re.IGNORECASE,
)
#: "Algeria's Constitution of 2020", "Constitución Política de la República de …", as a title has it.
_NOUN = re.compile(r"\bconstituci[oó]n\b|\bconstitution\b|\bconstituição\b", re.IGNORECASE)
_OWNED = re.compile(r"\S.{1,60}['’]s? constitution of \d{4}\b", re.IGNORECASE)
#: What a line about a constitution says that is no title of one: an article of it, another instrument, a court.
_ABOUT = re.compile(
    r"\b(?:art(?:[íi]culo|icle)?s?|treaty|convention|covenant|protocol|agreement|charter|tratado|convenio|convenci[oó]n"
    r"|pacto|protocolo|acuerdo|ley|law|act|court|corte|tribunal|sentencia|judgment|comments?|reform\w*)\b",
    re.IGNORECASE,
)
#: A title stands among so many first lines, and is no longer than this.
_FIRST, _LONGEST = 15, 200


def title_among(lines: Iterable[str]) -> str:
    """The line among a text's first that says it is the constitution of a State: the State's name and the noun."""
    first = tuple(islice(lines, _FIRST))
    if alone := title_alone(first)[0]:
        return alone
    for line in first:
        if len(line) > _LONGEST or line[-1:] in ".,;:" or not _NOUN.search(line) or _ABOUT.search(line):
            continue
        if _OWNED.match(line) or (line[:1].isupper() and states().longest_in(line)):
            return line
    return ""


def state_of(titles: Iterable[str], texts: Iterable[str], declared: str = "") -> tuple[str, str]:
    """The State a constitution belongs to, as code and name: declared, in its title, or the one it speaks of most.

    A State that our table lacks has no code, and its name is the title's; both are empty where nothing tells.
    """
    if declared and (row := states().get(declared) or states().named(declared)):
        return row.id, row.en
    title = ""
    for candidate in titles:
        title = title or name_in(candidate)
        if row := state_in(candidate) or states().longest_in(candidate):
            return row.id, row.en
    sample = (text[:2000] for text in islice(texts, ENOUGH))
    spoken = Counter(row.id for text in sample if (row := states().longest_in(text)))
    if spoken and (not title or spoken.total() >= 3):
        (code, count), *others = spoken.most_common(2)
        if count >= 2 and (not others or count > 2 * others[0][1]):
            return code, states()[code].en
    return "", title


def name_in(title: str) -> str:
    """What is left of a title without its year and remarks: "Kosovo 2008 (rev. 2016)" is Kosovo."""
    name = _YEAR.split(title)[0].strip(" ,.-(")
    return _CALLED.sub("", name, count=1) if _CALLED.match(name) else name


def facts_of(title: str) -> Instrument:
    """The year it was adopted, which is the first one its title gives."""
    year = _YEAR.search(title)
    return Instrument(adopted=year[0] if year else "")


def row_of(code: str) -> Named | None:
    """The State's row, where it has one."""
    return states().get(code) if code else None


def title_of(code: str, name: str, language: str) -> str:
    """What to call a constitution that does not print its own title."""
    row = row_of(code)
    if language == "es":
        return f"Constitución de {row.es if row else name}"
    return f"Constitution of {row.en if row else name}"
