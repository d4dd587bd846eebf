"""Judgments of the European Court of Human Rights as the Court prints them: from a Word file, a PDF or a page.

The title page gives the case, the application numbers and the date; the operative part what was found. The paragraphs
are then read as those of the data sets are (`strasbourg.py`).
"""

import re
from collections.abc import Iterator

from rights_search import citations
from rights_search.errors import ParseError
from rights_search.model import Parsed, Problem, Source
from rights_search.parsers.base import text_of
from rights_search.parsers.judgments.strasbourg import BODY, JudgmentParagraph, Record, document_of, doubts
from rights_search.parsers.judgments.text import is_page
from rights_search.parsers.judgments.wrapped import rejoined
from rights_search.parsers.numbered.html import to_markdown
from rights_search.vocabulary import states

#: Where a title page ends at the latest.
TITLE_PAGE = 60
HEAD = 12_000

_COURT = re.compile(rb"European\s+Court\s+of\s+Human\s+Rights")
_CASE = re.compile(r"(?:#+ )?((?:CASE|AFFAIRE) OF .{3,200}?|AFFAIRE .{3,200}?) (?:v\.|c\.) (.{3,60})$")
_APPLICATION = re.compile(r"\(?Applications? nos?\.\s*([\d/,\s–-]+(?:and (?:\d+ others|[\d/]+))?)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,6}/\d{2}\b")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{1,2}) (" + "|".join(_MONTHS) + r") (\d{4})$")
_OPERATIVE = re.compile(r"FOR THESE REASONS\b.*?(?=^Done in (?:English|French)|\Z)", re.DOTALL | re.MULTILINE)
#: What a clause of the operative part finds: "there has been no violation of Article 6 § 1 of the Convention".
_FOUND = re.compile(
    r"\b(no )?(?:violations?|breach(?:es)?) of\b((?:(?!\b(?:no )?(?:violation|breach)).){3,300}?)"
    r"(?=;|(?<!No)(?<!no)\.(?:\s|$)|\Z)",
    re.DOTALL,
)
#: "in conjunction with": what follows only accompanies the finding.
_TOGETHER = re.compile(r"\b(?:taken |read )?(?:together|in conjunction) with\b")
_SIGNS = re.compile(r"^#{1,6} |\*\*")


def recognises(source: Source) -> bool:
    """A title page of the Court: a case, its application number, the Court's name."""
    saved = is_page(source.data)
    head = source.data if saved else source.data[:HEAD]
    if not _COURT.search(head) or b"pplication" not in head:
        return False
    words = _words(source) if saved else head.decode("utf-8", "replace")
    lines = [line.strip() for line in words[:HEAD].split("\n") if line.strip()]
    return _case(lines) is not None and any(_APPLICATION.search(line) for line in lines)


def parse(source: Source) -> Parsed:
    """One judgment.

    Raises:
        ParseError: it has no application number.
    """
    lines = [line.strip() for line in _words(source).split("\n") if line.strip()]
    record = _record(lines)
    document = document_of(record, source, set())
    if not document.passages:
        raise ParseError("no numbered paragraph in it: is it the text of a judgment?")
    return Parsed((document,), tuple(Problem(source.path, "judgment", doubt) for doubt in doubts(record, document)))


def _words(source: Source) -> str:
    """The judgment as text, a paragraph a line; of a page of HUDOC saved from a browser, its words."""
    text = text_of(source)
    return to_markdown(text)[0] if is_page(source.data) else rejoined(text)


def _record(lines: list[str]) -> Record:
    plain = [_SIGNS.sub("", line).strip() for line in lines]
    front = plain[:TITLE_PAGE]
    case = _case(front)
    printed = " ".join(front)
    application = _APPLICATION.search(printed)
    numbers = _NUMBER.findall(application[1]) if application else []
    if case is None or not numbers:
        raise ParseError("its title page names no case and application number: is it the whole judgment?")
    violated, spared = _findings("\n".join(plain))
    return Record(
        case_no="; ".join(dict.fromkeys(numbers)),
        title=f"{case[1]} v. {case[2]}",
        judgment_date=_date(front),
        defendants=list(_defendants(case[2])),
        violation=violated,
        non_violation=spared,
        paragraphs=[JudgmentParagraph(line) for line in plain],
    )


def _case(lines: list[str]) -> re.Match[str] | None:
    """The case's name; a long one goes on over the next line."""
    for first, second in zip(lines, [*lines[1:], ""], strict=False):  # one more where there is no line
        if found := _CASE.match(first) or _CASE.match(f"{first} {second}"):
            return found
    return None


def _date(front: list[str]) -> str:
    """The first day that stands alone on a line of the title page, as the data sets write it."""
    found = next((match for line in front if (match := _DATE.fullmatch(line))), None)
    return f"{int(found[1]):02d}/{_MONTHS.index(found[2]) + 1:02d}/{found[3]}" if found else ""


def _defendants(printed: str) -> Iterator[str]:
    for name in re.split(r",| AND | and ", printed):
        known = states().named(re.sub(r"^the ", "", name.strip(), flags=re.IGNORECASE))
        if known:
            yield known.id


def _findings(text: str) -> tuple[list[str], list[str]]:
    """The articles found violated and not, as HUDOC codes them ("6-1", "P1-1")."""
    operative = _OPERATIVE.search(text)
    violated: list[str] = []
    spared: list[str] = []
    context = citations.Context(language="en", body=BODY, instrument="echr", kind="judgment")
    for found in _FOUND.finditer(operative[0] if operative else ""):
        named = _TOGETHER.split(found[2])[0]
        codes = [code for cited in citations.find(named, context) if (code := _code(cited.target))]
        (spared if found[1] else violated).extend(codes)
    return list(dict.fromkeys(violated)), list(dict.fromkeys(spared))


def _code(target: str) -> str:
    """`echr#6.1` as "6-1", `echr-p1#1` as "P1-1"; nothing for another treaty."""
    instrument, _, number = target.partition("#")
    if not number or not instrument.startswith("echr"):
        return ""
    protocol = instrument.removeprefix("echr").removeprefix("-p")
    return f"P{protocol}-{number.replace('.', '-')}" if protocol else number.replace(".", "-")
