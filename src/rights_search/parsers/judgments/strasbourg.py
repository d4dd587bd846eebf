r"""Judgments of the European Court of Human Rights, as data sets drawn from HUDOC have them: JSON lines.

One object a line: the application number, the case, the date, the respondent's code, the articles of the conclusion as
HUDOC codes them ("6-1", "P4-4", "14+8"), and the paragraphs in order. The sections the data set guesses for paragraphs
are not believed: the numbering, the formulas and the footnote marks in the text are.
"""

import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct, field

from rights_search.errors import ParseError
from rights_search.model import Document, Judgment, Parsed, Problem, Source, SourceKind, Standing
from rights_search.parsers.base import text_of
from rights_search.parsers.eids import unique
from rights_search.parsers.judgments.pages import size
from rights_search.parsers.judgments.printed import Reading, notes_apart, read_parts, tie
from rights_search.parsers.judgments.text import cleaned
from rights_search.vocabulary import states

BODY = "ecthr"
INDEX_FIELDS = "index fields"
HEAD = 8000

_INDEX = re.compile(r"(?:Originating body|Document type|Violation|No violation|Non-violation|Conclusion):")
_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_ARTICLE = re.compile(r"(?:P(\d{1,2})-)?(\d{1,2})((?:-[0-9a-z]+)*)")
_CAPITALS = re.compile(r"[^\W\d_]{2,}")
#: Words without a capital in the name of a case, in English and in French.
_SMALL = {"OF", "AND", "THE", "OTHERS", "OTHER", "IN", "ET", "AUTRES", "AUTRE"}


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
    language: str = "en"


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
    reading = Reading()
    lines = [" ".join(cleaned(paragraph.text, reading.left_out).split()) for paragraph in record.paragraphs]
    body, notes = notes_apart([line for line in lines if not _INDEX.match(line)], reading.left_out)
    reading.left_out[INDEX_FIELDS] += sum(size(line) for line in lines if _INDEX.match(line))
    read_parts(body, reading)
    tie(notes, reading)
    date = _DATE.match(record.judgment_date)
    title = _title(record.title)
    return Document(
        id=unique(ids[0] if ids else f"echr-{record.case_id or 'judgment'}", taken),
        kind=SourceKind.JUDGMENT,
        title=title,
        language=record.language,
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
        left_out=reading.rules(),
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
    name = _CAPITALS.sub(
        lambda word: word[0].lower() if word[0].upper() in _SMALL or word[0].islower() else word[0].capitalize(),
        printed,
    )
    return (name[:1].upper() + name[1:]).replace("i\u0307", "i")  # what Python makes of a Turkish İ
