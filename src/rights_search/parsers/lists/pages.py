"""What page breaks left inside the paragraphs of a list: the marks of pages, and the footnotes before them.

"… of any detainee.16 16 Ibid., para. 145. A/66/268 11-44570 The right …": the notes stand at the foot of the page, so
they run up to the page's mark. Where a list has lost the mark, they begin behind a rule ("____ 16 Ibid.") or go on with
the numbers of the page before, and end where the sentence that the page broke goes on.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field

from rights_search.model import Note
from rights_search.parsers.lists.page_notes import (
    CUT,
    MORE_OF_A_NOTE,
    NOTE,
    RULE,
    begins_a_note,
    end_of_notes,
    notes_in,
)

JOB = r"\d\d-\d{5}"
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
#: The heading of the notes at a document's end with the first two of them, whose marks stand far before.
_ENDNOTES_BEGIN = re.compile(
    r"(?:^|[.”-] )(?:Annex )?(?:End ?notes|Notes|NOTES|Notas)(?: TO THE REPORT)? (?=1 [A-Z“\"].{0,1000}? 2 [A-Z“\"])",
    re.DOTALL,
)
#: A note longer than this has more behind it than a note.
LONGEST_NOTE = 1000
FEWEST_ENDNOTES = 3


class Cleared(Struct):
    """The text of an entry without what the pages left in it, the notes that stood there, and how much furniture."""

    text: str
    notes: list[Note] = field(default_factory=list)
    furniture: int = 0  #: characters of page marks and rules


def without_pages(texts: Sequence[str], symbol: str) -> list[Cleared]:
    """The entries of a document without page marks and footnotes."""
    mark = _page_mark(symbol, _last_page(texts))
    cleared = [_without_endnotes(text, mark) or _by_marks(text, mark) for text in texts]
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


def _without_endnotes(text: str, mark: re.Pattern[str]) -> Cleared | None:
    """Without the notes behind their heading at a document's end, whatever pages they fill; None without any."""
    heading = _ENDNOTES_BEGIN.search(text)
    if heading is None:
        return None
    behind = text[heading.end() :]
    notes = list(notes_in(" ".join(mark.sub(" ", behind).split())))
    if len(notes) < FEWEST_ENDNOTES or len(notes[-1].text) > LONGEST_NOTE:
        return None
    cleared = _by_marks(text[: heading.end()], mark)
    cleared.notes.extend(notes)
    cleared.furniture += sum(len(found[0].strip()) for found in mark.finditer(behind))
    return cleared


def _by_marks(text: str, mark: re.Pattern[str]) -> Cleared:
    """Without page marks and the notes before them, and without the notes behind a rule."""
    cleared = Cleared("")
    kept: list[str] = []
    begin = 0
    for found in mark.finditer(text):
        stretch = text[begin : found.start()].rstrip()
        first = _behind_a_rule(stretch) or _first_note(stretch)
        cleared.notes.extend(notes_in(stretch[first:]))
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
        end = end_of_notes(text, first)
        if end < 0:
            return " ".join((*kept, text))
        cleared.notes.extend(notes_in(text[first:end]))
        kept.append(_without_rule(text[:first], cleared))
        text = text[end:].strip()
    return " ".join((*kept, _without_rule(text, cleared))).strip()


def _clear_what_goes_on(cleared: list[Cleared]) -> None:
    """Take out notes that stand without rule and page mark: a row of them, or one that goes on with those known."""
    known = {int(note.mark) for entry in cleared for note in entry.notes}
    for fewest in (2, 1):
        before, cut = "", 0
        for entry in cleared:
            cut = _clear_what_was_cut(entry, cut + 1) if cut else 0
            known |= {int(note.mark) for note in entry.notes}
            at = in_vain = 0
            while in_vain < IN_VAIN and (run := _next_run(entry.text, at, before, fewest, known)) is not None:
                begins, numbers = run
                first = _first_in_the_row(entry.text, begins, numbers)
                end = end_of_notes(entry.text, first)
                at = begins + 1 if end < 0 else first
                in_vain += end < 0
                if end >= 0:
                    known |= numbers
                    cut = max(numbers) if end == len(entry.text) and CUT.search(entry.text) else 0
                    entry.notes.extend(notes_in(entry.text[first:end]))
                    entry.text = f"{entry.text[:first].rstrip()} {entry.text[end:].strip()}".strip()
            before = f"{before} {entry.text}"[-LONGEST:]


def _clear_what_was_cut(entry: Cleared, number: int) -> int:
    """Take out the notes from this number on with which an entry begins; the last one's, if it is cut as well, or 0."""
    text = entry.text
    if not NOTE.match(f". {text}", 1) or not text.startswith(f"{number} "):
        return 0
    end = end_of_notes(text, 0, within=True)
    notes = list(notes_in(text[:end]))
    entry.notes.extend(notes)
    entry.text = text[end:].strip()
    return int(notes[-1].mark) if end == len(text) and CUT.search(text) else 0


def _next_run(text: str, at: int, before: str, fewest: int, known: set[int]) -> tuple[int, set[int]] | None:
    """Where the next notes in a row begin, and their numbers; the first has its mark in the text before."""
    starts = [(found.start(1), int(found[1])) for found in NOTE.finditer(text, at) if begins_a_note(text, found)]
    for place, (first, number) in enumerate(starts):
        numbers = [number]
        for _, following in starts[place + 1 : place + FARTHEST]:
            if following == numbers[-1] + 1:
                numbers.append(following)
        enough = len(numbers) >= fewest and (
            fewest > 1
            or {number - 1, numbers[-1] + 1} & known
            or MORE_OF_A_NOTE.match(text, first + len(str(number)) + 1)
        )
        fills = {number - 1, numbers[-1] + 1} <= known and MORE_OF_A_NOTE.match(text, first + len(str(number)) + 1)
        marked = re.search(rf"[^\s\d]{number}(?!\d)", before + text[:first])
        if enough and number not in known and (marked or fills):
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
        if not place or re.search(rf"[a-z][.,;)”]?{number + 1}(?=[\s.,;]|$)", text[near + place[-1] : first]):
            break  # none, or what stands between bears the mark of a note, as the text does
        first = near + place[-1]
        numbers.add(number)
        number -= 1
    return first


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
