"""Which lines really begin articles: those whose numbers go on from one to the next.

A line such as "Artículo 4." may be a heading or the end of a sentence that was cut there. The order decides: a head is
taken where its number follows the last one, or begins anew at 1; a jump is taken only where the number it leaps over
does not come later, and a long one only where several articles of the same form go on from it. Each beginning at 1
opens a run: another instrument, an annex, or the law that approves a treaty.
"""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from rights_search.parsers.articles.heads import ANNEX, Head, Number, division_of, head_of
from rights_search.parsers.articles.text import cut_short
from rights_search.parsers.treaties.endings import ADDED, CLOSING
from rights_search.parsers.treaties.lines import Line

AHEAD = 40  #: how many candidates are looked at for a number that was leapt over
LEAP = 6  #: the longest gap that one article may leap over
#: The longest gap that several may, and how many must go on behind the first: an excerpt's 3, 14, 15, 16.
FAR, BEHIND = 500, 2
#: What a law does in Spanish begins with its verb: "Apruébase el …", "Comuníquese al Poder Ejecutivo".
ENACTS = re.compile(r"[A-ZÁÉÍÓÚ][a-záéíóúñ]{2,20}(?:[aeé]n?se|ese)\b")


class Candidate(Struct, frozen=True):
    """A line that may begin an article."""

    index: int
    head: Head
    strong: bool  #: set off as a heading, or nothing but the number on its line
    doubtful: bool = False  #: the line before breaks off, so that this one may be the rest of its sentence


class Found(Struct, frozen=True):
    """An article's beginning: its line, and the number it has in its run."""

    index: int
    head: Head
    number: Number
    strong: bool


class Run(Struct):
    """Articles in order, and the numbers that are missing among them; `resumes` the run it goes on from."""

    found: list[Found]
    gaps: list[Number]
    resumes: int = -1
    passed: list[tuple[int, Number]] = field(default_factory=list)  #: lines that look like articles far ahead

    @property
    def last(self) -> Number:
        """The number of its last article so far."""
        return self.found[-1].number


def candidates_of(lines: Sequence[Line]) -> list[Candidate]:
    """The lines that may begin an article, by their looks alone."""
    found = []
    for index, line in enumerate(lines):
        head = head_of(line.text) if line.text[0] == "A" else None
        if head is None:
            continue
        rest = line.text[head.rest :]
        strong = line.level > 0 or line.lead > 0 or not rest
        if head.stopped or not rest or (strong and len(rest) <= 120):
            found.append(Candidate(index, head, strong, index > 0 and _breaks_off(lines[index - 1])))
    return found


def _breaks_off(line: Line) -> bool:
    return not line.level and cut_short(line.text) and not division_of(line.text, line.heading)


def runs_of(lines: Sequence[Line], anywhere: bool = False) -> list[Run]:
    """The runs of articles in the lines; `anywhere` lets the first begin at any number, as in an excerpt."""
    candidates = candidates_of(lines)
    runs: list[Run] = []
    for place, candidate in enumerate(candidates):
        ahead = candidates[place + 1 : place + 1 + AHEAD]
        run = runs[-1] if runs else None
        if run and _goes_on(run, candidate, ahead, lines):
            continue
        if run and _resumes(runs, candidate, lines):
            continue
        first = next((n for n in candidate.head.readings if n.value == 1 or (anywhere and not runs)), None)
        if first and not (candidate.doubtful and not _next_follows(first, ahead)):
            runs.append(Run([_found(candidate, first)], []))
        elif run and _begins_annex(run, candidate, ahead, lines):
            number = candidate.head.readings[0]
            runs.append(Run([_found(candidate, number)], [Number(number.kind, 1)]))
    return runs


def _begins_annex(run: Run, candidate: Candidate, ahead: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """An annex may have lost its first article: its second one follows the annex's title."""
    number = candidate.head.readings[0]
    if number.value != 2 or not candidate.strong or run.last.value < 4:
        return False
    between = lines[run.found[-1].index + 1 : candidate.index]
    return any(line.heading and ANNEX.fullmatch(line.text) for line in between) and any(
        later.follows(number) for other in ahead[:3] for later in other.head.readings
    )


def _found(candidate: Candidate, number: Number) -> Found:
    return Found(candidate.index, candidate.head, number, candidate.strong)


def _next_follows(number: Number, ahead: Sequence[Candidate]) -> bool:
    return any(later.follows(number) for other in ahead[:1] for later in other.head.readings)


def _goes_on(run: Run, candidate: Candidate, ahead: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """Add the candidate to the run where its number belongs there."""
    last = run.last
    readings = candidate.head.readings
    for number in readings:
        if number.follows(last) and not (candidate.doubtful and _comes_later(number, ahead)):
            run.found.append(_found(candidate, number))
            return True
    if candidate.doubtful:
        return False
    for number in readings:
        if number == last and candidate.strong and not run.found[-1].strong and not _enacts(run.found[-1], lines):
            run.found[-1] = _found(candidate, number)  # the line before was a reference after all
            return True
    for number in readings:
        if number.kind == last.kind and last.value + 1 < number.value <= last.value + LEAP:
            comes_later = any(later.follows(last) for other in ahead for later in other.head.readings)
            if comes_later or not (candidate.strong or _next_follows(number, ahead)):
                continue
            _leap(run, candidate, number)
            return True
        if _goes_on_far(run, candidate, number, ahead, lines):
            _leap(run, candidate, number)
            return True
    return _turns_to_letters(run, candidate, ahead)


def _leap(run: Run, candidate: Candidate, number: Number) -> None:
    run.gaps.extend(Number(number.kind, value) for value in range(run.last.value + 1, number.value))
    run.found.append(_found(candidate, number))


def _goes_on_far(
    run: Run, candidate: Candidate, number: Number, ahead: Sequence[Candidate], lines: Sequence[Line]
) -> bool:
    """Whether many articles are left out here: several of the run's own form go on, and none that was leapt over comes.

    An article that is quoted or cited comes alone, or looks otherwise, or the run's own next one stands behind it.
    """
    if not _could_go_on(run, candidate, number, ahead, lines):
        return False
    row, form = ahead[:BEHIND], _form(candidate.index, candidate.head, candidate.strong, lines)
    for other in row:
        following = next((later for later in other.head.readings if later.follows(number)), None)
        if following is None or _form(other.index, other.head, other.strong, lines) != form:
            run.passed.append((candidate.index, number))
            return False
        number = following
    if len(row) < BEHIND:
        run.passed.append((candidate.index, number))
    return len(row) == BEHIND


def _could_go_on(
    run: Run, candidate: Candidate, number: Number, ahead: Sequence[Candidate], lines: Sequence[Line]
) -> bool:
    """Whether it looks as the run's last article does, none that it leaps over comes, and the text has not ended."""
    last = run.found[-1]
    if number.kind != last.number.kind or not last.number.value + LEAP < number.value <= last.number.value + FAR:
        return False
    own = _form(last.index, last.head, last.strong, lines)
    if _form(candidate.index, candidate.head, candidate.strong, lines) != own:
        return False
    if any(later.follows(last.number) for other in ahead for later in other.head.readings):
        return False
    return not any(_closes(lines[at]) for at in range(last.index + 1, candidate.index))


def _form(index: int, head: Head, strong: bool, lines: Sequence[Line]) -> tuple[str, int, bool, bool]:
    """How an article's head looks: its word, how it is set off, and whether words follow on its line."""
    line = lines[index]
    return line.text.partition(" ")[0], line.level, strong, len(line.text) > head.rest


def _closes(line: Line) -> bool:
    """Whether a line ends the text, so that articles behind it are another's."""
    return bool(CLOSING.match(line.text)) or (line.text[-1] not in ".,;" and _heads_what_follows(line.text))


def _heads_what_follows(text: str) -> bool:
    return bool(ANNEX.fullmatch(text) or ADDED.fullmatch(text))


def _enacts(found: Found, lines: Sequence[Line]) -> bool:
    return ENACTS.match(lines[found.index].text[found.head.rest :]) is not None


def _comes_later(number: Number, ahead: Sequence[Candidate]) -> bool:
    return any(number in other.head.readings and not other.doubtful for other in ahead)


def _turns_to_letters(run: Run, candidate: Candidate, ahead: Sequence[Candidate]) -> bool:
    """A treaty may number its last part in letters: Article 31, then Article A."""
    letter = Number("letter", 1)
    if letter not in candidate.head.readings or run.last.kind == "letter" or len(run.found) < 3:
        return False
    if not any(Number("letter", 2) in other.head.readings for other in ahead):
        return False
    run.found.append(_found(candidate, letter))
    return True


def _resumes(runs: list[Run], candidate: Candidate, lines: Sequence[Line]) -> bool:
    """A law may go on after the text it carries: its next article does something, as a law's articles do."""
    law = runs[0]
    if len(runs) < 2 or len(law.found) > 8 or len(runs[-1].found) < 3:
        return False
    for number in candidate.head.readings:
        found = _found(candidate, number)
        if number.follows(law.last) and (candidate.strong or _enacts(found, lines)):
            runs.append(Run([found], [], resumes=0))
            return True
    return False
