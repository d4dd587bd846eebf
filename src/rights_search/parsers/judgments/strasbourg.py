r"""Judgments of the European Court of Human Rights, as data sets drawn from HUDOC have them: JSON lines.

One object a line: the application number, the case, the date, the respondent's code, the articles of the conclusion as
HUDOC codes them ("6-1", "P4-4", "14+8"), and the paragraphs in order. The sections the data set guesses for paragraphs
are not believed: the numbering, the formulas and the footnote marks in the text are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
from msgspec import Struct, field, structs

from rights_search.errors import ParseError
from rights_search.model import (
    Document,
    Judgment,
    LeftOut,
    Note,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Source,
    SourceKind,
    Standing,
)
from rights_search.parsers.base import text_of
from rights_search.parsers.eids import eid, unique
from rights_search.parsers.judgments.chain import OMISSION_LINE, chain, gaps
from rights_search.parsers.judgments.headings import Outline, part_headings
from rights_search.parsers.judgments.pages import size
from rights_search.parsers.judgments.text import cleaned
from rights_search.vocabulary import states

BODY = "ecthr"
INDEX_FIELDS = "index fields"
HEADING = "heading, kept in the path"
NUMBER = "number, kept beside the text"
NOTE_MARK = "note mark"
SIGNATURES = "signatures"
OMITTED = "dots where an extract leaves points out"
HEAD = 8000

_INDEX = re.compile(r"(?:Originating body|Document type|Violation|No violation|Non-violation|Conclusion):")
_REASONS = re.compile(r"FOR THESE REASONS\b")
_DONE = re.compile(r"Done in (?:English|French)")
_POINT = re.compile(r"\([a-z]\)\s+that\b|\([ivx]+\)\s")
_OPINION = re.compile(r"[^a-z]{0,120}\b(?:OPINION|STATEMENT|DECLARATION)\b[^a-z]{0,160}$")
_APPENDIX = re.compile(r"(?:APPENDIX|ANNEX)\b")
#: A note and its mark: figures, as the data sets have them, or any mark behind “^”, as transcripts do.
_NOTE = re.compile(r"\[(\^[\w-]{1,12}|\d{1,3})\]:?\s+(?=\S)")
_MARK = re.compile(r"\[(\^[\w-]{1,12}|\d{1,3})\]")
_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_ARTICLE = re.compile(r"(?:P(\d{1,2})-)?(\d{1,2})((?:-[0-9a-z]+)*)")
_CAPITALS = re.compile(r"[^\W\d_]{2,}")


class JudgmentParagraph(Struct):
    """A paragraph, with the section that the data set guesses for it."""

    text: str
    section: str = ""


class Record(Struct):
    """A line of the data set."""

    case_no: str
    paragraphs: list[JudgmentParagraph]
    case_id: str = ""
    title: str = ""
    judgment_date: str = ""
    defendants: list[str] = field(default_factory=list)
    violation: list[str] = field(default_factory=list)
    non_violation: list[str] = field(default_factory=list, name="non-violation")


class _Reading(Struct):
    """The passages of a judgment as they are found."""

    passages: list[Passage]
    missing: list[str]
    left_out: Counter[str]


def recognises(source: Source) -> bool:
    """JSON lines with application numbers, conclusions and paragraphs."""
    head = source.data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and all(key in head for key in (b'"case_no"', b'"paragraphs"', b'"violation"'))


def parse(source: Source) -> Parsed:
    """One document a line; a damaged line is a problem of its own.

    Raises:
        ParseError: no line can be read.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for number, line in enumerate(text_of(source).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = msgspec.json.decode(line, type=Record)
        except msgspec.DecodeError as error:
            problems.append(Problem(source.path, f"line {number}", f"is no judgment ({error}): fetch it again"))
            continue
        document = document_of(record, source, taken)
        problems.extend(Problem(source.path, f"line {number}", doubt) for doubt in doubts(record, document))
        documents.append(document)
    if not documents:
        raise ParseError("none of its lines is a judgment: " + (problems[0].message if problems else "it is empty"))
    return Parsed(tuple(documents), tuple(problems))


def document_of(record: Record, source: Source, taken: set[str]) -> Document:
    """The judgment of a record; `taken` holds the ids that the file has given already."""
    numbers = [number.strip() for number in record.case_no.split(";") if number.strip()]
    ids = [f"echr-{re.sub(r'[^0-9a-z]+', '-', number.lower()).strip('-')}" for number in numbers]
    violated = tuple(dict.fromkeys(_provision(code) for code in record.violation))
    spared = tuple(dict.fromkeys(_provision(code) for code in record.non_violation))
    reading = _Reading([], [], Counter())
    _read(record, reading)
    date = _DATE.match(record.judgment_date)
    title = _title(record.title)
    return Document(
        id=unique(ids[0] if ids else f"echr-{record.case_id or 'judgment'}", taken),
        kind=SourceKind.JUDGMENT,
        title=title,
        language="en",
        standing=Standing.OFFICIAL,
        passages=tuple(reading.passages),
        symbol=", ".join(numbers),
        body=BODY,
        states=tuple(code for code in record.defendants if code in states()),
        date=f"{date[3]}-{date[2]}-{date[1]}" if date else "",
        url=f"https://hudoc.echr.coe.int/eng?i={record.case_id}" if record.case_id else "",
        aliases=tuple(ids[1:]),
        facts=Judgment(
            case=title,
            violated=tuple(id_ for id_ in violated if id_),
            not_violated=tuple(id_ for id_ in spared if id_ and id_ not in violated),
        ),
        left_out=tuple(LeftOut(rule, count) for rule, count in sorted(reading.left_out.items()) if count),
        gaps=tuple(reading.missing),
        source=source.path,
    )


def doubts(record: Record, document: Document) -> Iterator[str]:
    """What of a line is odd."""
    unknown = [code for code in record.defendants if code not in states()]
    if unknown:
        yield f"{document.id}: no State has the code {', '.join(unknown)}"
    if not document.passages:
        yield f"{document.id}: it has no paragraph"
    if document.gaps:
        yield f"{document.id}: {len(document.gaps)} numbers are missing: {', '.join(document.gaps[:8])}"


def _provision(code: str) -> str:
    """A provision id for HUDOC's code: "6-1" is echr#6.1, "P4-4" echr-p4#4, "14+8" echr#14."""
    match = _ARTICLE.match(code.partition("+")[0].strip())
    if not match:
        return ""
    return f"echr{f'-p{match[1]}' if match[1] else ''}#{match[2]}{match[3].replace('-', '.')}"


def _title(printed: str) -> str:
    """A case's name with capitals only where names have them: "Case of Morawiec v. Poland"."""
    small = {"OF", "AND", "THE", "OTHERS", "OTHER", "IN"}
    name = _CAPITALS.sub(lambda word: word[0].lower() if word[0] in small else word[0].capitalize(), printed)
    return (name[:1].upper() + name[1:]).replace("i\u0307", "i")  # what Python makes of a Turkish İ


def _read(record: Record, reading: _Reading) -> None:
    """The paragraphs as passages: the judgment, its orders, the opinions, the appendix."""
    lines = [" ".join(cleaned(paragraph.text, reading.left_out).split()) for paragraph in record.paragraphs]
    told = [(match, line[match.end() :]) for line in lines if (match := _NOTE.match(line))]
    notes = {match[1]: words for match, words in told}
    reading.left_out[NOTE_MARK] += sum(size(match[0]) for match, _ in told)
    body = [line for line in lines if line and not _NOTE.match(line) and not _INDEX.match(line)]
    reading.left_out[INDEX_FIELDS] += sum(size(line) for line in lines if _INDEX.match(line))
    done = next((i for i, line in enumerate(body) if _DONE.match(line)), len(body))
    formula = next((i for i in range(done - 1, -1, -1) if _REASONS.match(body[i])), done)
    orders = formula + 1 if formula < done else None
    if orders is None:
        orders = next((i for i in range(max(0, done - 12), done) if _POINT.match(body[i])), done)
    _numbered(body[: min(formula, orders)], (), PassageKind.PARAGRAPH, (), reading)
    reading.left_out[HEADING] += sum(map(size, body[formula:orders]))
    reading.passages.extend(_orders(body[orders:done], reading))
    _after(body[done:], reading)
    _tie(notes, reading)


def _orders(lines: Sequence[str], reading: _Reading) -> Iterator[Passage]:
    """The operative part point by point; one that is not numbered is a single point.

    An extract has lines of dots where points were left out: they stand under the rule of what was left out.
    """
    reading.left_out[OMITTED] += sum(size(line) for line in lines if OMISSION_LINE.match(line))
    lines = [line for line in lines if not OMISSION_LINE.match(line)]
    row = chain(lines, extract=True)
    if len(row) < 2 or row[0].line > 0:
        if lines:
            yield Passage(eid=eid(("oper", 1)), kind=PassageKind.OPERATIVE, text="\n".join(lines))
        return
    for figure, end in zip(row, [*(following.line for following in row[1:]), len(lines)], strict=True):
        reading.left_out[NUMBER] += size(lines[figure.line][: figure.end])
        text = "\n".join((lines[figure.line][figure.end :], *lines[figure.line + 1 : end]))
        name = eid(("oper", figure.number))
        yield Passage(eid=name, kind=PassageKind.OPERATIVE, text=text, num=str(figure.number))


def _after(lines: Sequence[str], reading: _Reading) -> None:
    """What follows "Done in English": names, separate opinions, an appendix."""
    starts = [i for i, line in enumerate(lines) if len(line) < 200 and (_OPINION.match(line) or _APPENDIX.match(line))]
    reading.left_out[SIGNATURES] += sum(map(size, lines[: starts[0] if starts else len(lines)]))
    opinions = annexes = 0
    for start, end in pairwise([*starts, len(lines)]):
        heading, body = lines[start], lines[start + 1 : end]
        reading.left_out[HEADING] += size(heading)
        if _APPENDIX.match(heading):
            annexes += 1
            text = "\n".join(body)
            name = eid(("annex", annexes))
            reading.passages.append(Passage(eid=name, kind=PassageKind.PARAGRAPH, text=text, path=(heading,)))
        else:
            opinions += 1
            _numbered(body, (("opinion", opinions),), PassageKind.OPINION, (heading,), reading)


def _numbered(
    lines: Sequence[str],
    prefix: tuple[tuple[str, str | int], ...],
    kind: PassageKind,
    above: tuple[str, ...],
    reading: _Reading,
) -> None:
    """A part's numbered paragraphs, each with what follows it; what stands before them is a passage of its own."""
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


def _tie(notes: dict[str, str], reading: _Reading) -> None:
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
