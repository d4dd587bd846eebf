"""What a document says of itself on its title page: its own symbol, the day of a decision, the name of a case.

Not what its text cites: symbols of other documents, and days of other decisions, stand in sentences.
"""

import re

from rights_search.citations.symbols import find_symbols
from rights_search.model import Citation
from rights_search.parsers.judgments.title import read_title
from rights_search.parsers.observations.dates import first_date
from rights_search.vocabulary import fold

#: Where a document says what it is.
TITLE_PAGE = 8000
#: Small words in the names of organs and treaties, and in dates; all others of a letterhead begin with a capital.
_SMALL = re.compile(
    r"del?|las?|los|el|[yeo]|en|sobre|contra|para|por|of|the|and|on|for|to|in|against|et|des|du|le"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_ORGANIZATION = re.compile(r"United\s+Nations|Naciones\s+Unidas|Nations\s+Unies", re.IGNORECASE)
#: Notes, and words that send the reader elsewhere: the symbol behind them is another document's.
_ELSEWHERE = re.compile(
    r"^\W{0,3}(?:\d{1,3}[.)]?\s|\[\^|\*|(?:see|véase|vease|cf|voir|source|fuente|ref)\b)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")

#: How a decision begins to say what it is, at the beginning of a line.
_DECISION = re.compile(
    r"^\W{0,5}(?:sentencia|resoluci[óo]n|decisi[óo]n|opini[óo]n\s+consultiva|judgment|order|advisory\s+opinion|decision)\b",
    re.IGNORECASE,
)
#: Lines below that in which its day stands.
_DECISION_LINES = 5
_FIRST = re.compile(r"\bprimero\b", re.IGNORECASE)
_ZERO = re.compile(r"\b0(?=\d\b)")
_VERSUS = re.compile(r"\svs?\b\.?.*", re.IGNORECASE)
_COMMON = frozenset({"caso", "case", "otros", "otras", "otro", "otra", "versus"})
#: What of the page the name of a case stands on, where the title cannot be told from the rest.
_NAME = 1500


def own_symbols(text: str) -> tuple[Citation, ...]:
    """The symbols that the document bears: those of its letterhead, or else the first outside a sentence.

    Two that stand together are both its own, as where a document belongs to two organs.
    """
    page = text[:TITLE_PAGE]
    symbols = list(find_symbols(page))
    lines = {symbol.start: _line(page, symbol) for symbol in symbols}
    heads = [symbol for symbol in symbols if _is_letterhead(lines[symbol.start])]
    first = (
        [symbol for symbol in heads if _ORGANIZATION.search(lines[symbol.start])]
        or heads
        or [symbol for symbol in symbols if _stands_alone(page, symbol)]
    )[:1]
    for symbol in symbols:
        if first and symbol.start > first[-1].start and not _WORD.search(page[first[-1].end : symbol.start]):
            first.append(symbol)
    return tuple(first)


def _line(page: str, symbol: Citation) -> str:
    end = page.find("\n", symbol.end)
    return page[page.rfind("\n", 0, symbol.start) + 1 : end if end >= 0 else len(page)]


def _is_letterhead(line: str) -> bool:
    """Whether a line has a symbol, names and a date, and nothing of a sentence."""
    if _ELSEWHERE.match(line) and not _ORGANIZATION.search(line):
        return False
    for symbol in reversed(list(find_symbols(line))):
        line = line[: symbol.start] + line[symbol.end :]
    return all(word[0].isupper() or _SMALL.fullmatch(word) for word in _WORD.findall(line))


def _stands_alone(page: str, symbol: Citation) -> bool:
    """Whether the words beside it are none of a sentence."""
    line_start = page.rfind("\n", 0, symbol.start) + 1
    before = _WORD.findall(page[line_start : symbol.start])[-1:]
    after = _WORD.findall(page[symbol.end : symbol.end + 60])[:1]
    return not any(word[0].islower() for word in (*before, *after))


def has_word(text: str, word: str) -> bool:
    """Whether the word stands on the title page, and not only as a part of a longer one."""
    return bool(re.search(rf"(?<![\w/.-]){re.escape(word)}(?![\w/-]|\.\w)", text[:TITLE_PAGE], re.IGNORECASE))


def decided_on(text: str) -> str:
    """The day of a decision as its title page gives it; "" where no line begins as decisions do."""
    lines = _lines(text)
    for place, line in enumerate(lines):
        if _DECISION.match(line):
            title = " ".join(lines[place : place + _DECISION_LINES])
            return first_date(_ZERO.sub("", _FIRST.sub("1", title)))
    return ""


def names_case(text: str, names: tuple[str, ...]) -> bool:
    """Whether the title gives one of the names of a case: the first two words of it that tell it from others."""
    title = read_title(text[:TITLE_PAGE], _lines(text)).name
    printed = set(re.findall(r"\w+", fold(title))) or set(re.findall(r"\w+", fold(text[:_NAME])))
    for name in names:
        words = [word for word in re.findall(r"\w+", fold(_VERSUS.sub("", name))) if word not in _COMMON]
        telling = [word for word in words if len(word) > 3] or words  # the Court has a case of a woman called J.
        if telling and printed.issuperset(telling[:2]):
            return True
    return False


def _lines(text: str) -> list[str]:
    """The lines of the title page, without the marks of a transcript."""
    return [bare for line in text[:TITLE_PAGE].splitlines() if (bare := line.strip(" #*_\t\f"))]
