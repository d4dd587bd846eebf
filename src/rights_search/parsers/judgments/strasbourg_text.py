"""Judgments and decisions of the European Court of Human Rights as the Court prints them: from a Word file, a PDF or a
page, in English or French.

The title page gives the case, the application numbers and the date; the operative part what was found. The paragraphs
are then read as those of the data sets are (`strasbourg.py`).
"""

import re

from rights_search import citations
from rights_search.errors import ParseError
from rights_search.model import Parsed, Problem, Source
from rights_search.parsers.judgments.plain import first_lines, plain_lines
from rights_search.parsers.judgments.printed import operative_part
from rights_search.parsers.judgments.strasbourg import BODY, JudgmentParagraph, Record, document_of, doubts
from rights_search.parsers.judgments.strasbourg_title import TitlePage, has_title, read_title
from rights_search.parsers.judgments.text import HEAD, is_page

_COURT = re.compile(
    rb"European\s+Court\s+of\s+Human\s+Rights|Cour\s+europ.{1,8}enne\s+des\s+[Dd]roits\s+de\s+l.{1,8}[Hh]omme",
)
_NUMBERED = re.compile(rb"pplication|equ.{1,7}te", re.IGNORECASE)
#: What a clause of the operative part finds: "there has been no violation of Article 6 § 1 of the Convention".
_FOUND = re.compile(
    r"(?P<no>\bno |\bn['’]y a (?:\w+ )?(?:pas|point) (?:\w+ )?eu (?:de )?)?"
    r"\b(?:(?:violations?|breach(?:es)?) of|violations? d(?:e|es|u))\b"
    r"(?P<what>(?:(?!\b(?:no )?(?:violation|breach)).){3,300}?)(?=\s?;|(?<!No)(?<!no)\.(?:\s|$)|\Z)",
    re.DOTALL,
)
#: "in conjunction with": what follows only accompanies the finding.
_TOGETHER = re.compile(
    r"\b(?:taken |read )?(?:together|in conjunction) with\b"
    r"|\b(?:lue?s? |prise?s? )?(?:combinée?s? avec|en combinaison avec|conjointement avec)\b"
)


def recognises(source: Source) -> bool:
    """A title page of the Court: a case, its application number, the Court's name."""
    head = source.data if is_page(source.data) else source.data[:HEAD]
    return bool(_COURT.search(head) and _NUMBERED.search(head)) and has_title(first_lines(source))


def parse(source: Source) -> Parsed:
    """One judgment or decision.

    Raises:
        ParseError: it has no application number.
    """
    lines = plain_lines(source)
    page = read_title(lines)
    if page is None:
        raise ParseError("its title page names no case and application number: is it the whole judgment?")
    record = _record(lines, page)
    document = document_of(record, source, set())
    if not document.passages:
        raise ParseError("no numbered paragraph in it: is it the text of a judgment?")
    problems = [Problem(source.path, "judgment", doubt) for doubt in doubts(record, document)]
    if not document.date:
        problems.append(Problem(source.path, "title page", "no date found"))
    return Parsed((document,), tuple(problems))


def _record(lines: list[str], page: TitlePage) -> Record:
    violated, spared = _findings(lines, page.language)
    return Record(
        case_no="; ".join(page.numbers),
        title=page.title,
        judgment_date="/".join(reversed(page.date.split("-"))),
        defendants=list(page.respondents),
        violation=violated,
        non_violation=spared,
        paragraphs=[JudgmentParagraph(line) for line in lines],
        language=page.language,
    )


def _findings(lines: list[str], language: str) -> tuple[list[str], list[str]]:
    """The articles found violated and not, as HUDOC codes them ("6-1", "P1-1")."""
    formula, _, done = operative_part(lines)
    violated: list[str] = []
    spared: list[str] = []
    context = citations.Context(language=language, body=BODY, instrument="echr", kind="judgment")
    for found in _FOUND.finditer("\n".join(lines[formula:done])):
        named = _TOGETHER.split(found["what"])[0]
        codes = [code for cited in citations.find(named, context) if (code := _code(cited.target))]
        (spared if found["no"] else violated).extend(codes)
    return list(dict.fromkeys(violated)), list(dict.fromkeys(spared))


def _code(target: str) -> str:
    """`echr#6.1` as "6-1", `echr-p1#1` as "P1-1"; nothing for another treaty."""
    instrument, _, number = target.partition("#")
    if not number or not instrument.startswith("echr"):
        return ""
    protocol = instrument.removeprefix("echr").removeprefix("-p")
    return f"P{protocol}-{number.replace('.', '-')}" if protocol else number.replace(".", "-")
