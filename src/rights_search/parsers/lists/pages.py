"""What page breaks left inside a paragraph: the symbol and job number of the page, and the footnotes before them.

"… of any detainee.16 16 Ibid., para. 145. A/66/268 11-44570 The right …": the notes stand at the foot of the page, so
they run up to the page's mark, their numbers rise one by one, and the first is a mark glued to a word before.
"""

import re
from functools import lru_cache

from rights_search.model import Note

JOB = r"\d\d-\d{5}"
NOTE = re.compile(r"(?<=[^\s,;(]) (\d{1,3}) (?=[A-Z“\"«‘(]|www\.|http|ibid)")

#: The notes of a page are no longer and no more than this.
LONGEST, MOST = 8000, 60


def without_pages(text: str, symbol: str) -> tuple[str, list[Note], int]:
    """The text without page marks and the notes before them; the notes; and how many characters the marks were."""
    kept: list[str] = []
    notes: list[Note] = []
    begin = marks = 0
    for mark in _page_mark(symbol).finditer(text):
        stretch = text[begin : mark.start()].rstrip()
        first = _first_note(stretch)
        notes.extend(_notes(stretch[first:]))
        kept.append(stretch[:first].rstrip())
        marks += len(mark[0].strip())
        begin = mark.end()
    kept.append(text[begin:].strip())
    return " ".join(part for part in kept if part), notes, marks


@lru_cache(maxsize=64)
def _page_mark(symbol: str) -> re.Pattern[str]:
    own = (
        rf"(?<!see )(?<!\(){re.escape(symbol)}(?: \d{{1,3}}/\d{{1,3}})?(?: {JOB})?(?: page \d{{1,3}})?(?![\w/,)])"
        if symbol
        else ""
    )
    others = rf"GE\.{JOB}(?: \([EFS]\))?|\d{{1,3}}/\d{{1,3}} {JOB}"
    return re.compile(rf"(?:(?<=\s)|^)(?:{'|'.join(part for part in (own, others) if part)})(?=\s|$)", re.IGNORECASE)


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
    return first


def _notes(text: str) -> list[Note]:
    """The notes of a stretch that begins with one."""
    starts: list[tuple[int, int, str]] = []
    for found in NOTE.finditer(f".{text}"):
        if not starts or int(found[1]) == int(starts[-1][2]) + 1:
            starts.append((found.start(), found.end(), found[1]))
    ends = [*(start for start, _, _ in starts[1:]), len(text) + 1]
    return [Note(mark, f".{text}"[begin:end].strip()) for (_, begin, mark), end in zip(starts, ends, strict=False)]
