r"""Footnotes: where on each page they begin, and which text belongs to which mark.

In text made from PDF a page's notes follow its body. A note's mark stands on a line of its own: before its text, after
it, or, thrown out by the layout, after all the notes of the page; and a page's notes may begin with the end of a note
of the page before. The numbers run through the document, so each page is asked for the numbers that are due.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, structs

from rights_search.parsers.judgments.chain import chain
from rights_search.parsers.judgments.marks import CLOSE, SIGN, SURE, Place, find_marks, set_signs
from rights_search.parsers.judgments.order import LOST, Mark, joined
from rights_search.parsers.judgments.pages import Page, is_contents, size
from rights_search.parsers.judgments.zones import NEVER, Widths, Zone, continuing, widths_of, zone_of

NOTE_MARK = "note mark"

#: How many numbers may be missing before a figure is taken for something else.
SKIPPED = 6

#: How many figures of the body may be mistaken for the first marks of a page.
FALSE_MARKS = 2

#: No page has more notes; a longer row of figures is a table.
MOST = 60

_BARE = re.compile(r"^\[?(\d{1,4}|[*∗]{1,4})\]?$")
#: A point of the operative part, after the last paragraph: its number alone.
_POINT = re.compile(r"\d{1,2}\.$")
LONGEST_NUMBER = 5

_STARRED = re.compile(r"[^\s*∗] ?([*∗]{1,4})(?![*∗])")
#: A mark before the text of its note, on one line, as PDFs printed by word processors have it.
_LED = re.compile(r"^(\d{1,4})\s+(?=[A-ZÁÉÍÓÚÑÜ“\"‘«¿(])")
_LONE = re.compile(r"^\[?(\d{1,4})\]?$")


class FootNote(Struct):
    """A note: its mark as printed and its text."""

    mark: str
    text: str


class Noted(Struct):
    """A document's body, page by page, with signs in place of the marks, and its notes by their key."""

    pages: list[list[str]]
    notes: dict[str, FootNote]
    untied: int = 0  #: notes whose mark was not found in the body of their page


class _Course(Struct):
    """How far the numbering has come."""

    last: int = 0
    series: int = 0
    restarts: bool = False  #: a separate opinion has begun and had no note yet
    latest: str = ""  #: the key of the note the page before ended with


def take_notes(pages: Sequence[Page], openings: set[int], plain: set[int], left_out: Counter[str]) -> Noted:
    """Part body and notes.

    On the pages `openings` another part begins, where numbers may begin again; the pages `plain` have no notes.
    """
    floors = _floors(pages, openings)
    widths = widths_of([page.lines for page in pages], _BARE)
    noted = Noted([], {})
    course = _Course()
    for index, page in enumerate(pages):
        if index in openings:
            course.restarts, course.latest = True, ""
        if index in plain or not any(page.lines):
            noted.pages.append(list(page.lines))
            continue
        floor = floors.get(index, 0)
        lines = _marks_apart(page.lines, floor, course)
        here = structs.replace(widths, parted=widths.parted and lines is page.lines)
        _take(lines, _zone(lines, floor, here, course, noted), index, course, noted)
    kept = sum(size(SIGN.sub("", line)) for page in noted.pages for line in page)
    kept += sum(size(note.text) for note in noted.notes.values())
    left_out[NOTE_MARK] += sum(size(line) for page in pages for line in page.lines) - kept
    return noted


def _marks_apart(lines: list[str], floor: int, course: _Course) -> list[str]:
    """The lines, each mark that leads its note's text on a line of its own, as most of the Court's PDFs have it.

    Only for the numbers that are due, one after the other, all of which stand in the body above.
    """
    led = [(place, match) for place, line in enumerate(lines) if place >= floor and (match := _LED.match(line))]
    for last in (0, course.last) if course.restarts and course.last else (course.last,):
        run: list[tuple[int, re.Match[str]]] = []
        for place, match in led:
            if int(match[1]) == last + len(run) + 1:
                run.append((place, match))
        if not run:
            continue
        above = find_marks("\n".join(lines[: run[0][0]]), [match[1] for _, match in run])
        if all(found and found.likely >= 1 for found in above):
            cut = dict(run)
            return [
                part
                for place, line in enumerate(lines)
                for part in ((cut[place][1], line[cut[place].end() :]) if place in cut else (line,))
            ]
    return lines


def _take(lines: list[str], zone: Zone, index: int, course: _Course, noted: Noted) -> None:
    """Note what a page's zone says."""
    marks = [mark for mark, _ in zone.notes]
    numbers = [int(mark) for mark in marks if mark.isdigit()]
    if numbers and course.restarts and numbers[0] <= course.last:
        course.series += 1
    keys = [f"{course.series}:{mark}" if mark.isdigit() else f"{index}{mark}" for mark in marks]
    keys = [f"{key}/{index}" if key in noted.notes else key for key in keys]
    body = "\n".join(lines[: zone.start])
    places = zone.places
    older = _tie_to_the_page_before(noted, keys, marks, places)
    noted.pages.append(set_signs(body, keys[older:], places[older:]).split("\n"))
    noted.untied += places[older:].count(None)
    if zone.continued:
        note = noted.notes[course.latest]
        note.text = joined((note.text, zone.continued))
    noted.notes.update(
        (key, FootNote(mark, text.lstrip(". "))) for key, (mark, text) in zip(keys, zone.notes, strict=True)
    )
    if numbers:
        course.last, course.restarts = max(numbers), False
    if keys:
        course.latest = keys[-1]
    elif not zone.continued and any(lines):
        course.latest = ""


def _tie_to_the_page_before(noted: Noted, keys: list[str], marks: list[str], places: Sequence[Place | None]) -> int:
    """Set the signs of notes that found no room on the page of their mark; how many they are."""
    unfound = next((i for i, place in enumerate(places) if place is not None), len(places))
    if not unfound or not noted.pages:
        return 0
    before = "\n".join(noted.pages[-1])
    tail = before.rfind(CLOSE) + 1
    there = find_marks(before[tail:], marks[:unfound])
    found = next((i for i, place in enumerate(there) if place is None or place.likely < SURE), unfound)
    if found:
        text = before[:tail] + set_signs(before[tail:], keys[:found], there[:found])
        noted.pages[-1] = text.split("\n")
    return found


def _floors(pages: Sequence[Page], openings: set[int]) -> dict[int, int]:
    """By page, the line after which its last numbered paragraph or point has begun: so much is body."""
    floors: dict[int, int] = {}
    for start, end in pairwise(sorted({0, *openings, len(pages)})):
        places = [(index, place) for index in range(start, end) for place in range(len(pages[index].lines))]
        row = chain([pages[index].lines[place] for index, place in places])
        if len(row) < 3:
            continue
        points = [place for place in places[row[-1].line + 1 :] if _POINT.match(pages[place[0]].lines[place[1]])]
        for index, place in [*(places[figure.line] for figure in row), *points]:
            lines = pages[index].lines
            begun = next((i for i in range(place + 1, len(lines)) if lines[i]), place)
            alone = len(lines[place]) <= LONGEST_NUMBER and not _BARE.match(lines[begun])
            floors[index] = 1 + (begun if alone else place)
    return floors


def _zone(lines: list[str], floor: int, widths: Widths, course: _Course, noted: Noted) -> Zone:
    """The foot of a page, by the marks that are due and have a counterpart in the body."""
    carried = continuing(noted.notes[course.latest].text) if course.latest else NEVER
    stars = list(_stars(lines))
    for run in _due([] if is_contents(lines) else lines, course):
        marks = sorted(mark for mark in (*stars, *run) if mark[0] >= floor)
        for dropped in range(FALSE_MARKS + 1):
            if dropped >= len(marks) or marks[dropped][0] >= LOST:
                break
            zone = zone_of(lines, marks[dropped:], widths, carried, floor)
            if _begin_well(zone) and (_matched(zone.places) or _looks_like_notes(zone)):
                return zone
    return zone_of(lines, (), widths, carried if carried > 0 else NEVER, floor)


def _stars(lines: list[str]) -> Iterator[Mark]:
    """The lone asterisks that answer to a word's: a row of them alone is an ornament."""
    words = {star for line in lines for star in _STARRED.findall(line)}
    for place, line in enumerate(lines):
        if line in words:
            yield place, line
            words.discard(line)


def _matched(places: Sequence[Place | None]) -> bool:
    """Whether the body answers to the marks: half of them clearly, or at least three, and all of them somehow."""
    clearly = sum(place is not None and place.likely > 0.5 for place in places)
    return clearly * 2 >= len(places) or (len(places) >= 3 and all(places))


def _looks_like_notes(zone: Zone) -> bool:
    """Whether, without a mark in the body, a row of notes is plain to see."""
    lengths = [len(text) for _, text in zone.notes]
    return len(lengths) >= 3 and min(lengths) > 15 and sum(lengths) > 60 * len(lengths)


def _begin_well(zone: Zone) -> bool:
    """Whether no more than one text in three begins as if a figure of the body had cut it off."""
    texts = [text.lstrip(" .") for _, text in zone.notes if text]
    return sum(text[:1].islower() for text in texts) * 3 <= len(texts)


def _due(lines: list[str], course: _Course) -> Iterator[list[Mark]]:
    """The lone figures that continue the numbering, or begin it again; the last line with each.

    Where the first are missing on their lines but stand in the body, they are added as if after the last line.
    """
    bare = {int(match[1]): place for place, line in enumerate(lines) if (match := _LONE.match(line))}
    for last in (0, course.last) if course.restarts and course.last else (course.last,):
        for skipped in range(SKIPPED):
            run: list[Mark] = []
            number = last + 1 + skipped
            while len(run) < MOST and (number in bare or (run and number + 1 in bare)):
                if number in bare:
                    run.append((bare[number], str(number)))
                number += 1
            if run:
                missing = [str(last + 1 + i) for i in range(skipped)]
                body = "\n".join(lines[: min(run)[0]])
                if all(place and place.likely >= 1 for place in find_marks(body, missing)):
                    run.extend((LOST, mark) for mark in missing)
                yield run
    yield []
