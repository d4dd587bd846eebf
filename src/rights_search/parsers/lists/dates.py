"""When a list of paragraphs was adopted: declared, printed, or as the session in its symbol says."""

import re

from rights_search.model import Passage, PassageKind, Problem, Source, SourceKind
from rights_search.model.symbols import SymbolKind
from rights_search.parsers.lists.facts import NameFacts
from rights_search.parsers.observations.dates import dates_in, first_date

PRINTED = re.compile(r"(?:\bdate of adoption of [^:]{0,40}: *|(?<!\w)Meeting on |^Adopted on )(.{0,40})", re.IGNORECASE)


def adopted(
    facts: NameFacts, front: list[str], passages: tuple[Passage, ...], source: Source
) -> tuple[str, list[Problem]]:
    """The date, and a problem where it is only near."""
    if source.declared.date:
        return source.declared.date, []
    words = [*front, *(passage.text for passage in passages if passage.kind is not PassageKind.OPINION)]
    decided = facts.kind is SourceKind.COMMUNICATION
    for text in words if decided else front:
        printed = PRINTED.search(text)
        if printed and (date := first_date(printed[1])):
            return date, []
    if facts.symbol is None:
        return "", []
    if year := year_of_session(facts):
        return year, []
    if not decided:
        return facts.symbol.year, []
    latest = max([facts.symbol.year, *(date[:4] for text in words for _, date in dates_in(text))])
    return latest, [Problem(source.path, "date", f"of adoption is not printed; {latest} is the last year it names")]


def year_of_session(facts: NameFacts) -> str:
    """The year of the session in the symbol, where sessions have kept to a rhythm.

    The General Assembly opens its nth session in the autumn of 1945 + n. The Human Rights Council has met three times
    a year since its 4th session in 2007. The Human Rights Committee has done so since its 3rd in 1978 (43rd in 1991,
    116th in 2016); the Committee against Torture met twice a year from 1988 to 2014, then three times until 2019.
    """
    symbol = facts.symbol
    number = int(symbol.session) if symbol and symbol.session.isdecimal() else 0
    if symbol is None or not number:
        return ""
    if symbol.kind is SymbolKind.GENERAL_ASSEMBLY:
        return str(1945 + number)
    if symbol.kind is SymbolKind.HRC:
        return str(2007 + (number - 4) // 3) if number >= 4 else "2006"
    if symbol.kind is SymbolKind.VIEWS and symbol.body == "ccpr" and number >= 3:
        return str(1992 + (number - 44) // 3)
    if symbol.kind is SymbolKind.VIEWS and symbol.body == "cat" and number <= 68:
        return str(1988 + number // 2 if number <= 53 else 2015 + (number - 54) // 3)
    return ""
