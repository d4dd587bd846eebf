"""Articles that are divided into sections, “Article I” and below it “Section 1”, and the amendments behind them.

So are the constitutions of the United States, of its States and of what followed their example. Elsewhere a section
stands above articles: those of an article begin right below its head, with no words between.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from rights_search.parsers.articles.heads import Head, Number, head_of
from rights_search.parsers.articles.text import TERMINAL
from rights_search.parsers.treaties.chain import Found
from rights_search.parsers.treaties.lines import Line

#: So many articles begin with a section where sections are their parts.
FEWEST = 2
#: An article's own title may stand between its head and its first section, in so many lines, each no longer than this.
TITLE_LINES, LONGEST = 3, 120
_ARTICLE = "Article "
_SECTION = re.compile(r"(?:sections?|secci[oó]n|seção|sec)\.?\s{1,3}(?=[\dIVXLC])", re.IGNORECASE)
_AMENDMENT = re.compile(r"(?:amendment|enmienda)\.?\s{1,3}(?=[\dIVXLC])", re.IGNORECASE)


def sections_of(lines: Sequence[Line], found: Sequence[Found], end: int) -> dict[int, Found]:
    """The lines that begin sections, where these are the parts of articles; else none.

    They count within their article, or through them all.
    """
    sections: dict[int, Found] = {}
    divided = 0
    last = Number("number", 0)
    stops = [*(one.index for one in found[1:]), end]
    for article, stop in zip(found, stops, strict=False):
        own = _row(_heads(_SECTION, lines, article.index + 1, stop), last)
        rest = lines[article.index].text[article.head.rest :]
        if own and only_a_title(rest, lines[article.index + 1 : own[0].index]):
            sections.update((section.index, section) for section in own)
            divided, last = divided + 1, own[-1].number
    return sections if divided >= FEWEST else {}


def amendments_of(lines: Sequence[Line], start: int, end: int) -> dict[int, Found]:
    """The lines behind the last article that begin amendments, in their order; an excerpt may leave some out."""
    amendments: dict[int, Found] = {}
    last = 0
    for one in _heads(_AMENDMENT, lines, start, end):
        if one.number.value > last and (last or one.number.value == 1):
            amendments[one.index] = one
            last = one.number.value
    return amendments


def sections_within(lines: Sequence[Line], amendments: Sequence[Found], end: int) -> dict[int, Found]:
    """The sections of amendments, each row right below the amendment's head."""
    sections: dict[int, Found] = {}
    for amendment, stop in pairwise([*(one.index for one in amendments), end]):
        own = _row(_heads(_SECTION, lines, amendment + 1, stop), Number("number", 0))
        if own and own[0].index == amendment + 1:
            sections.update((section.index, section) for section in own)
    return sections


def _row(heads: Iterator[Found], last: Number) -> list[Found]:
    """Those that follow one by one, from 1 or from the last of the article before."""
    row: list[Found] = []
    for one in heads:
        begins = not row and one.number.value == 1
        if begins or one.number.follows(row[-1].number if row else last):
            row.append(one)
        elif not row:
            break
    return row


def only_a_title(rest: str, between: Sequence[Line]) -> bool:
    """Whether no words of the article stand behind its number and in the lines up to its first section."""
    return (
        len(rest) <= LONGEST
        and len(between) <= TITLE_LINES
        and all(len(line.text) <= LONGEST and (line.heading or line.text[-1] not in TERMINAL) for line in between)
    )


def _heads(word: re.Pattern[str], lines: Sequence[Line], start: int, end: int) -> Iterator[Found]:
    """The lines that begin with the word and a number, as an article's head does."""
    for at in range(start, end):
        line = lines[at]
        begins = word.match(line.text)
        head = head_of(_ARTICLE + line.text[begins.end() :]) if begins else None
        if begins and head and (head.stopped or line.level or line.lead or len(line.text) <= _rest(begins, head)):
            head = replace(head, rest=_rest(begins, head))
            yield Found(at, head, head.readings[0], not line.text[head.rest :])


def _rest(begins: re.Match[str], head: Head) -> int:
    """Where the words behind the number begin in the line itself."""
    return begins.end() + head.rest - len(_ARTICLE)
