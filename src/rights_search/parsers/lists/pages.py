"""What page breaks left inside the paragraphs of a list: the marks of pages, and the footnotes before them.

"… of any detainee.16 16 Ibid., para. 145. A/66/268 11-44570 The right …": the notes stand at the foot of the page, so
they run up to the page's mark. Where a list has lost the mark, they begin behind a rule ("____ 16 Ibid.") or go on with
the numbers of the page before, and end where the sentence that the page broke goes on.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from msgspec import Struct, field

from rights_search.model import Note

JOB = r"\d\d-\d{5}"
NOTE = re.compile(r"(?<=[^\s,;(]) ([1-9]\d{0,2}) (?=[A-Z“\"«‘(]|www\.|http|ibid)")
#: The line above the notes of a page.
RULE = re.compile(r"\s*_{5,}\s*")
#: The number of a page and that of the last one.
PAGE_OF = re.compile(r"(?<!\S)(\d{1,2})/(\d{2})(?!\S)")
#: So many of them in order tell that they are pages, and no fractions.
FEWEST_PAGES = 3

#: The notes of a page are no longer and no more than this.
LONGEST, MOST = 8000, 60
#: So many numbers on, the next note is no longer looked for; so many rows of an entry are tried in vain.
FARTHEST, IN_VAIN = 100, 20
#: How far before a note the one before it may begin.
NEAR = 600

#: What ends with a point and ends no sentence: the words that notes are full of, and initials.
_SHORTENED = re.compile(
    r"(?:\b(?:pp?|eds?|al|op|cit|[Cc]f|vs?|[DMS]rs?|St|fn|Nos?|vols?|[Rr]ev|Inc|Ltd|Co|arts?|paras?|ser|Add|seq|chaps?|trans"
    r"|Corr|Suppl|e\.g|i\.e|[A-Z]|[Nn])\.)$"
)
#: Where the sentence that a page broke goes on behind a note: in small letters, and as words do, not as addresses …
_WORDS = r"(?=(?!available|accessed|see\b|at\b|in\b|and\b)[(“]?[a-z]+(?:[’'-][a-z]+)*[,;:.”’)]{0,2}(?:\s|\d|$))"
_GOES_ON = re.compile(rf"(?:(?<=\.)|(?<=\.[)”\"\]])) {_WORDS}")
#: … and where it may, behind a note without a full stop.
_MAY_GO_ON = re.compile(rf"(?:(?<=[)”\"\]/’])|(?<=html)|(?<=pdf)|(?<=htm)) {_WORDS}")
#: Where a sentence begins behind a note, if the page ended with one.
_BEGINS = re.compile(r"(?<=[.)”\"]) (?=[A-Z“]|\([a-z0-9]{1,4}\))")
#: How notes go on: with a reference, an address, a place and year.
_MORE_OF_A_NOTE = re.compile(
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


class Cleared(Struct):
    """The text of an entry without what the pages left in it, the notes that stood there, and how much furniture."""

    text: str
    notes: list[Note] = field(default_factory=list)
    furniture: int = 0  #: characters of page marks and rules


def without_pages(texts: Sequence[str], symbol: str) -> list[Cleared]:
    """The entries of a document without page marks and footnotes."""
    mark = _page_mark(symbol, _last_page(texts))
    cleared = [_by_marks(text, mark) for text in texts]
    _clear_what_goes_on(cleared)
    return cleared


def _last_page(texts: Sequence[str]) -> str:
    """The number of the last page, where its pages are printed “16/25”; "" where they are not."""
    pages: dict[str, list[int]] = defaultdict(list)
    for found in (found for text in texts for found in PAGE_OF.finditer(text)):
        pages[found[2]].append(int(found[1]))
    last = max(pages, key=lambda total: len(set(pages[total])), default="")
    rising = all(before <= after <= int(last) for before, after in pairwise([0, *pages[last]])) if last else False
    return last if rising and len(set(pages[last])) >= FEWEST_PAGES else ""


def _page_mark(symbol: str, last: str) -> re.Pattern[str]:
    own = (
        rf"(?<!see )(?<!\(){re.escape(symbol)}(?: \d{{1,3}}/\d{{1,3}})?(?: {JOB})?(?: page \d{{1,3}})?(?![\w/,)])"
        if symbol
        else ""
    )
    page = rf"\d{{1,2}}/{last}(?: {JOB})?" if last else ""
    others = rf"GE\.{JOB}(?: \([EFS]\))?|\d{{1,3}}/\d{{1,3}} {JOB}"
    listed = "|".join(part for part in (own, others, page) if part)
    return re.compile(rf"(?:(?<=\s)|^)(?:{listed})(?=\s|$)", re.IGNORECASE)


def _by_marks(text: str, mark: re.Pattern[str]) -> Cleared:
    """Without page marks and the notes before them, and without the notes behind a rule."""
    cleared = Cleared("")
    kept: list[str] = []
    begin = 0
    for found in mark.finditer(text):
        stretch = text[begin : found.start()].rstrip()
        first = _behind_a_rule(stretch) or _first_note(stretch)
        cleared.notes.extend(_notes(stretch[first:]))
        kept.append(_without_rule(stretch[:first], cleared))
        cleared.furniture += len(found[0].strip())
        begin = found.end()
    kept.append(_behind_the_last_mark(text[begin:].strip(), cleared))
    cleared.text = " ".join(part for part in kept if part)
    return cleared


def _behind_a_rule(stretch: str) -> int:
    """Where the notes begin that stand behind a rule; 0 where there are none."""
    rule = RULE.search(stretch)
    return rule.end() if rule and NOTE.match(f". {stretch[rule.end() :]}", 1) else 0


def _without_rule(text: str, cleared: Cleared) -> str:
    without = RULE.sub(" ", text)
    cleared.furniture += sum(found[0].count("_") for found in RULE.finditer(text))
    return without.strip()


def _behind_the_last_mark(text: str, cleared: Cleared) -> str:
    """A stretch that no page mark ends: its notes begin behind a rule, and end where the text goes on."""
    kept: list[str] = []
    while first := _behind_a_rule(text):
        end = _end_of_notes(text, first)
        if end < 0:
            return " ".join((*kept, text))
        cleared.notes.extend(_notes(text[first:end]))
        kept.append(_without_rule(text[:first], cleared))
        text = text[end:].strip()
    return " ".join((*kept, _without_rule(text, cleared))).strip()


def _end_of_notes(text: str, first: int) -> int:
    """Where the notes end that begin here; -1 where that cannot be told, and they stay where they are."""
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
        if _ends(text, begins) and not _MORE_OF_A_NOTE.match(text, begins.end()) and len(text) - begins.end() > 3:
            return begins.end()
    heading = _HEADING.search(text, last)
    return heading.end() if heading else -1 if paused and not _PAUSED.search(before) else len(text)


def _ends(text: str, gap: re.Match[str]) -> bool:
    """Whether a note may end at this gap: its word before is not shortened."""
    return not _SHORTENED.search(text, max(0, gap.start() - 8), gap.start())


def _clear_what_goes_on(cleared: list[Cleared]) -> None:
    """Take out notes that stand without rule and page mark: a row of them, or one that goes on with those known."""
    known = {int(note.mark) for entry in cleared for note in entry.notes}
    for fewest in (2, 1):
        before = ""
        for entry in cleared:
            at = in_vain = 0
            while in_vain < IN_VAIN and (run := _next_run(entry.text, at, before, fewest, known)) is not None:
                begins, numbers = run
                first = _first_in_the_row(entry.text, begins, numbers)
                end = _end_of_notes(entry.text, first)
                at = begins + 1 if end < 0 else first
                in_vain += end < 0
                if end >= 0:
                    known |= numbers
                    entry.notes.extend(_notes(entry.text[first:end]))
                    entry.text = f"{entry.text[:first].rstrip()} {entry.text[end:].strip()}".strip()
            before = f"{before} {entry.text}"[-LONGEST:]


def _next_run(text: str, at: int, before: str, fewest: int, known: set[int]) -> tuple[int, set[int]] | None:
    """Where the next notes in a row begin, and their numbers; the first has its mark in the text before."""
    starts = [(found.start(1), int(found[1])) for found in NOTE.finditer(text, at) if _begins_a_note(text, found)]
    for place, (first, number) in enumerate(starts):
        numbers = [number]
        for _, following in starts[place + 1 : place + FARTHEST]:
            if following == numbers[-1] + 1:
                numbers.append(following)
        enough = len(numbers) >= fewest and (
            fewest > 1
            or {number - 1, numbers[-1] + 1} & known
            or _MORE_OF_A_NOTE.match(text, first + len(str(number)) + 1)
        )
        if enough and number not in known and re.search(rf"[^\s\d]{number}(?!\d)", before + text[:first]):
            return first, set(numbers)
    return None


def _first_in_the_row(text: str, first: int, numbers: set[int]) -> int:
    """Where a row begins, with the notes in front whose marks are lost, or that a comma or a word stands before."""
    number = min(numbers) - 1
    while number:
        near = max(0, first - NEAR)
        place = [
            found.start() for found in re.finditer(rf"(?<= ){number} (?=[A-Z“\"«‘(]|www\.|http)", text[near:first])
        ]
        if not place:
            break
        first = near + place[-1]
        numbers.add(number)
        number -= 1
    return first


def _begins_a_note(text: str, found: re.Match[str]) -> bool:
    """Whether the number is no part of what stands before or behind it: “vol. 1, No. 4”, “on 16 September”."""
    before = text[max(0, found.start() - 16) : found.start()]
    return not (_SHORTENED.search(before) or _COUNTED.search(before) or _MONTH.match(text, found.end()))


def _first_note(stretch: str) -> int:
    """Where the notes begin that run up to the end of the stretch; its length where there are none."""
    found = list(NOTE.finditer(stretch, max(0, len(stretch) - LONGEST)))[-MOST:]
    first = len(stretch)
    expected = 0
    for note in reversed(found):
        number = int(note[1])
        if expected and number != expected - 1:
            continue  # a number inside a note: "vol. 11", "6 May"
        if re.search(rf"[^\s\d]{number}(?!\d)", stretch[max(0, note.start() - LONGEST) : note.start()]):
            first, expected = note.start(), number
    return _first_in_the_row(stretch, first, {expected}) if expected else first


def _starts(text: str) -> list[tuple[int, int, str]]:
    """The notes of a stretch that begins with one: where each begins, where its words do, and its number."""
    starts: list[tuple[int, int, str]] = []
    words = f". {text.lstrip()}"
    for found in NOTE.finditer(words):
        if not starts or (int(found[1]) == int(starts[-1][2]) + 1 and _begins_a_note(words, found)):
            starts.append((found.start() - 1, found.end() - 2, found[1]))
    return starts


def _notes(text: str) -> Iterator[Note]:
    """The notes of a stretch that begins with one."""
    words = text.lstrip()
    starts = _starts(words)
    ends = [*(start for start, _, _ in starts[1:]), len(words)]  # one too many where there is no note
    for (_, begin, mark), end in zip(starts, ends, strict=False):
        yield Note(mark, words[begin:end].strip())
