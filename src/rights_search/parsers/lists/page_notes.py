"""The footnotes of a page in running text: where each of a row begins, and where the last one ends.

"… of any detainee.16 16 Ibid., para. 145. The right …": nothing marks the end but what stands before and behind.
"""

import re
from collections.abc import Iterator
from itertools import chain

from rights_search.model import Note

NOTE = re.compile(r"(?<=[^\s,;(]) ([1-9]\d{0,2}) (?=[A-Z“\"«‘(]|www\.|http|ibid)")
#: The line above the notes of a page.
RULE = re.compile(r"\s*_{5,}\s*")
#: What ends with a point and ends no sentence: the words that notes are full of, and initials.
_SHORTENED = re.compile(
    r"(?:\b(?:pp?|eds?|al|op|cit|[Cc]f|vs?|[DMS]rs?|St|fn|Nos?|vols?|[Rr]ev|Inc|Ltd|Co|arts?|paras?|ser|Add|seq|chaps?|trans"
    r"|Corr|Suppl|e\.g|i\.e|[A-Z]|[Nn])\.)$"
)
#: Where the sentence that a page broke goes on behind a note: in small letters, and as words do, not as addresses …
_WORDS = (
    r"(?=(?:\d{1,3} (?=per cent|million|billion))?(?!available|accessed|see\b|at\b|in\b|and\b)"
    r"[(“]?[a-z]+(?:[’'-][a-z]+)*[,;:.”’)]{0,2}(?:\s|\d|$))"
)
_GOES_ON = re.compile(
    rf"(?:(?<=\.)|(?<=\.[)”\"\]])) {_WORDS}|(?:(?<= p\. \d\.)|(?<= p\. \d\d\.)|(?<= p\. \d\d\d\.)) (?=and [a-z])"
)
#: … and where it may, behind a note without a full stop.
_MAY_GO_ON = re.compile(
    rf"(?:(?<=[)”\"\]/’])|(?<=html)|(?<=pdf)|(?<=htm)|(?<= p\. \d)|(?<= p\. \d\d)|(?<= p\. \d\d\d)) {_WORDS}"
)
#: A note that is cut where the list took a page or paragraph of its for the number of the next entry.
CUT = re.compile(r"\b(?:(?:pp?|paras?|arts?|vol|Nos?|chap)\.|and|point|paragraphs?|pages?|articles?|footnote|note)$")
#: Where a sentence begins behind a note, if the page ended with one.
_BEGINS = re.compile(r"(?<=[.)”\"])[ \n](?=[A-Z“]|\([a-z0-9]{1,4}\))")
#: How notes go on: with a reference, an address, a place and year.
MORE_OF_A_NOTE = re.compile(
    r"[“\"(]?(?:See\b|Also\b|Available\b|Ibid|Cf\b|Accessed\b|Quoted\b|Cited\b|https?:|www\.|In:|Translat|Emphasis\b|Reprinted\b)"
    r"|\([^()]{0,60}\d{4}\)|[^.]{0,80}(?:https?://|www\.|, pp?\. \d|, vol\. )"
)
#: What stands behind the last note of a page that has no sentence: the heading of what follows.
_HEADING = re.compile(r"(?<=[.)”]) (?=(?:(?:[A-Z]|[IVX]{1,5}|\d{1,2})\. )?[A-Z][^.!?;]{3,120}$)")
#: What a number belongs to that begins no note: “article 4 (1)”.
_COUNTED = re.compile(
    r"(?:\b(?:articles?|paragraphs?|sections?|chapters?|principles?|rules?|annex|part|and|or|to|guidelines?|resolutions?|goals?"
    r"|targets?|recommendations?|comments?|observations?|protocols?|number|between|of|about|over|than|art[ií]culos?|párrafos?|y))$",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\w)")
#: How a sentence ends, the marks of notes apart.
_ENDED = re.compile(r"(?:[.!?][”\"’)]?|[”\"])\s?\d{0,3}$")
#: The heading of the notes at a document's end.
_ENDNOTES = re.compile(r"(?:^|[.”-] )(?:End ?notes|Notes|Notas)$", re.IGNORECASE)
#: How a sentence pauses: it may go on, or a list begin.
_PAUSED = re.compile(r"[:;]\s?\d{0,3}$")


def end_of_notes(text: str, first: int, *, within: bool = False) -> int:
    """Where the notes end that begin here; -1 where that cannot be told, and they stay where they are.

    `within`: an entry that a number cut out of a note, and that may hold nothing else.
    """
    last = _starts(text[first:])[-1][1] + first
    before = RULE.sub("", text[:first]).rstrip()
    if _ENDNOTES.search(before):
        return len(text)
    paused = not _ENDED.search(before)
    places = [_GOES_ON.finditer(text, last), *([_MAY_GO_ON.finditer(text, last)] if paused else [])]
    goes_on = next((gap.end() for gap in chain(*places) if _ends(text, gap)), -1)
    if paused and goes_on >= 0:
        return goes_on
    for begins in _BEGINS.finditer(text, last):
        if 0 <= goes_on < begins.end():  # the page broke a sentence, and the notes before were not told
            return goes_on
        if _ends(text, begins) and not MORE_OF_A_NOTE.match(text, begins.end()) and len(text) - begins.end() > 3:
            return begins.end()
    if within or CUT.search(text):
        return len(text)
    heading = _HEADING.search(text, last)
    return heading.end() if heading else -1 if paused and not _PAUSED.search(before) else len(text)


def _ends(text: str, gap: re.Match[str]) -> bool:
    """Whether a note may end at this gap: its word before is not shortened."""
    return not _SHORTENED.search(text, max(0, gap.start() - 8), gap.start())


def begins_a_note(text: str, found: re.Match[str]) -> bool:
    """Whether the number is no part of what stands before or behind it: “vol. 1, No. 4”, “on 16 September”."""
    before = text[max(0, found.start() - 16) : found.start()]
    return not (_SHORTENED.search(before) or _COUNTED.search(before) or _MONTH.match(text, found.end()))


def _starts(text: str) -> list[tuple[int, int, str]]:
    """The notes of a stretch that begins with one: where each begins, where its words do, and its number."""
    starts: list[tuple[int, int, str]] = []
    words = f". {text.lstrip()}"
    for found in NOTE.finditer(words):
        if not starts or (int(found[1]) == int(starts[-1][2]) + 1 and begins_a_note(words, found)):
            starts.append((found.start() - 1, found.end() - 2, found[1]))
    return starts


def notes_in(text: str) -> Iterator[Note]:
    """The notes of a stretch that begins with one."""
    words = text.lstrip()
    starts = _starts(words)
    ends = [*(start for start, _, _ in starts[1:]), len(words)]  # one too many where there is no note
    for (_, begin, mark), end in zip(starts, ends, strict=False):
        yield Note(mark, words[begin:end].strip())
