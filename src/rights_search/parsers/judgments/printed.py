"""From the paragraphs of a judgment, one a line, to passages: its reasons, what it decides, opinions, appendices."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field, structs

from rights_search.model import LeftOut, Note, Passage, PassageKind
from rights_search.parsers.eids import eid
from rights_search.parsers.judgments.chain import OMISSION_LINE, chain, gaps
from rights_search.parsers.judgments.formulas import APPENDIX, COURT, DONE, HEADED, OPINION, POINT, REASONS, VOTE
from rights_search.parsers.judgments.headings import Outline, part_headings
from rights_search.parsers.judgments.pages import size

HEADING = "heading, kept in the path"
NUMBER = "number, kept beside the text"
NOTE_MARK = "note mark"
SIGNATURES = "signatures"
OMITTED = "dots where an extract leaves points out"

#: A note and its mark: figures, as the data sets have them, or any mark behind “^”, as transcripts do.
_NOTE = re.compile(r"\[(\^[\w-]{1,12}|\d{1,3})\]:?\s+(?=\S)")
_MARK = re.compile(r"\[(\^[\w-]{1,12}|\d{1,3})\]")

Prefix = tuple[tuple[str, str | int], ...]


class Reading(Struct):
    """The passages of a judgment as they are found."""

    passages: list[Passage] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    def rules(self) -> tuple[LeftOut, ...]:
        """What was left out, rule by rule."""
        return tuple(LeftOut(rule, count) for rule, count in sorted(self.left_out.items()) if count)


def notes_apart(lines: Sequence[str], left_out: Counter[str]) -> tuple[list[str], dict[str, str]]:
    """The lines without the footnotes among them, and the footnotes by their marks, which count as left out."""
    told = [(match, line[match.end() :]) for line in lines if (match := _NOTE.match(line))]
    notes = {match[1]: words for match, words in told}
    left_out[NOTE_MARK] += sum(size(match[0]) for match, _ in told)
    return [line for line in lines if line and not _NOTE.match(line)], notes


def read_parts(body: Sequence[str], reading: Reading) -> None:
    """The paragraphs as passages: the judgment, its orders, the opinions, the appendix."""
    formula, orders, done = operative_part(body)
    numbered(body[: min(formula, orders)], (), PassageKind.PARAGRAPH, (), reading)
    heading = " ".join(body[formula:orders])
    reading.left_out[HEADING] += size(heading)
    reading.passages.extend(_orders(body[orders:done], (heading,) if heading else (), reading))
    read_after(body[done:], reading)


def operative_part(body: Sequence[str]) -> tuple[int, int, int]:
    """Where the formula stands, where what it introduces begins, and where that ends: all at one place without it."""
    done = next((i for i, line in enumerate(body) if DONE.match(line)), len(body))
    formula = next((i for i in range(done - 1, -1, -1) if REASONS.match(body[i])), done)
    orders = formula + 1 if formula < done else None
    if orders is None:
        orders = next((i for i in range(max(0, done - 12), done) if POINT.match(body[i])), done)
    while formula < orders < done and (COURT.match(body[orders]) or VOTE.match(body[orders])):
        orders += 1
    return formula, orders, done


def _orders(lines: Sequence[str], path: tuple[str, ...], reading: Reading) -> Iterator[Passage]:
    """The operative part point by point, below its formula and vote; one that is not numbered is a single point.

    An extract has lines of dots where points were left out: they stand under the rule of what was left out.
    """
    reading.left_out[OMITTED] += sum(size(line) for line in lines if OMISSION_LINE.match(line))
    lines = [line for line in lines if not OMISSION_LINE.match(line)]
    row = chain(lines, extract=True)
    if len(row) < 2 or row[0].line > 0:
        if lines:
            yield Passage(eid=eid(("oper", 1)), kind=PassageKind.OPERATIVE, text="\n".join(lines), path=path)
        return
    for figure, end in zip(row, [*(following.line for following in row[1:]), len(lines)], strict=True):
        reading.left_out[NUMBER] += size(lines[figure.line][: figure.end])
        text = "\n".join((lines[figure.line][figure.end :], *lines[figure.line + 1 : end]))
        name, num = eid(("oper", figure.number)), str(figure.number)
        yield Passage(eid=name, kind=PassageKind.OPERATIVE, text=text, num=num, path=path)


def read_after(lines: Sequence[str], reading: Reading, mixed: bool = False) -> None:
    """What follows "Done in English": names, separate opinions, an appendix; `mixed`: headed in small letters too."""
    starts = [i for i, line in enumerate(lines) if len(line) < 200 and _heads(line, mixed)]
    reading.left_out[SIGNATURES] += sum(map(size, lines[: starts[0] if starts else len(lines)]))
    opinions = annexes = 0
    for start, end in pairwise([*starts, len(lines)]):
        heading, body = lines[start], lines[start + 1 : end]
        reading.left_out[HEADING] += size(heading)
        if APPENDIX.match(heading):
            annexes += 1
            text = "\n".join(body)
            name = eid(("annex", annexes))
            reading.passages.append(Passage(eid=name, kind=PassageKind.PARAGRAPH, text=text, path=(heading,)))
        else:
            opinions += 1
            numbered(body, (("opinion", opinions),), PassageKind.OPINION, (heading,), reading)


def _heads(line: str, mixed: bool) -> bool:
    return bool(OPINION.match(line) or APPENDIX.match(line) or (mixed and HEADED.match(line)))


def numbered(
    lines: Sequence[str], prefix: Prefix, kind: PassageKind, above: tuple[str, ...], reading: Reading
) -> tuple[str, ...]:
    """A part's numbered paragraphs, each with what follows it; what stands before them is a passage of its own.

    The headings that stand below the last paragraph are given back, as the path of what follows.
    """
    row = chain(lines, extract=True)
    outline = Outline(titles=True)
    first = row[0].line if row else len(lines)
    start, headings = part_headings(lines[:first]) if row else (first, [])
    outline.enter(headings)
    reading.left_out[HEADING] += sum(map(size, lines[start:first]))
    if start:
        opening = "\n".join(lines[:start])
        reading.passages.append(Passage(eid=eid(*(prefix or (("sec", 1),))), kind=kind, text=opening, path=above))
    ends = [*(following.line for following in row[1:]), len(lines)] if row else []
    for figure, end in zip(row, ends, strict=True):
        block = [lines[figure.line][figure.end :], *lines[figure.line + 1 : end]]
        reading.left_out[NUMBER] += size(lines[figure.line][: figure.end])
        cut, headings = part_headings(block, within=True)
        reading.left_out[HEADING] += sum(map(size, block[cut:]))
        name, path = eid(*prefix, ("para", figure.number)), (*above, *outline.path)
        text = "\n".join(line for line in block[:cut] if line)
        reading.passages.append(Passage(eid=name, kind=kind, text=text, num=str(figure.number), path=path))
        outline.enter(headings)
    reading.missing.extend(eid(*prefix, ("para", number)) for number in gaps(row))
    return outline.path


def tie(notes: dict[str, str], reading: Reading) -> None:
    """Move footnotes to the passages that have their marks, and the marks out of the text."""
    waiting = dict(notes)
    for place, passage in enumerate(reading.passages):
        marks = [mark for mark in _MARK.findall(passage.text) if mark in waiting]
        if not marks:
            continue
        found = tuple(Note(mark.lstrip("^"), waiting.pop(mark)) for mark in dict.fromkeys(marks))
        text = _MARK.sub(lambda mark: "" if mark[1] in notes else mark[0], passage.text)
        reading.left_out[NOTE_MARK] += size(passage.text) - size(text)
        reading.passages[place] = structs.replace(passage, text=text, notes=(*passage.notes, *found))
    if waiting and reading.passages:
        rest = tuple(Note(mark.lstrip("^"), text) for mark, text in waiting.items())
        reading.passages[-1] = structs.replace(reading.passages[-1], notes=(*reading.passages[-1].notes, *rest))
