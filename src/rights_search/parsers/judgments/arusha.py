"""Judgments of the African Court on Human and Peoples' Rights as the Court prints them, in English, French or
Portuguese: their title page, their paragraphs, what they decide vote by vote, and separate opinions.
"""

import re
from collections.abc import Sequence

from rights_search import citations
from rights_search.errors import ParseError
from rights_search.model import (
    Document,
    Judgment,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Source,
    SourceKind,
    Standing,
)
from rights_search.parsers.eids import eid
from rights_search.parsers.judgments.arusha_points import points_of
from rights_search.parsers.judgments.arusha_title import TitlePage, read_title
from rights_search.parsers.judgments.formulas import COURT, REASONS
from rights_search.parsers.judgments.pages import size
from rights_search.parsers.judgments.plain import first_lines, plain_lines
from rights_search.parsers.judgments.printed import HEADING, NUMBER, Reading, notes_apart, numbered, read_after, tie
from rights_search.parsers.judgments.spoken_days import spoken_day
from rights_search.parsers.judgments.text import HEAD, is_page
from rights_search.parsers.numbered.starts import CONTENTS
from rights_search.vocabulary import states

BODY = "achpr"
OWN_TREATY = "african-charter"
TABLE = "table of contents"
FORMULA = "formula before the operative points"

_NAMED = re.compile(rb"african\s*court\s*on|cour\s*africaine\s*des|tribunal\s*africano\s*dos")
_NUMBER = re.compile(r"\d{1,4}\s?\.\s+")
_PART = re.compile(r"operative part|dispositif|dispositiv[oa]", re.IGNORECASE)
_DONE = re.compile(
    r"(?:Done (?:at|in)|Delivered (?:at|in)|Fait à|Prononcé à|Feito em|Proferido em)\b"
    r"|(?:Signed|Ont signé|Signé|Assinado)(?: by| par| por)?\s?:",
    re.IGNORECASE,
)
#: What a point finds: "has violated Article 7(1)(c) of the Charter".
_FOUND = re.compile(
    r"(?P<no>\b(?:has |have |did )not |\bn['’]a pas |\bnão )?\b(?:violated?|violé|violou)\b"
    r"(?P<what>.{3,400}?)(?=\s?;|\.(?:\s|$)|\Z)",
    re.DOTALL,
)


def recognises(source: Source) -> bool:
    """A title page of the Court: its name, the parties, the application's number, what the decision is."""
    head = (source.data if is_page(source.data) else source.data[:HEAD]).lower()
    return b"africa" in head and bool(_NAMED.search(head)) and read_title(first_lines(source)) is not None


def parse(source: Source) -> Parsed:
    """One decision.

    Raises:
        ParseError: it has no title page of the Court, or no numbered paragraph.
    """
    lines = plain_lines(source)
    page = read_title(lines)
    if page is None:
        raise ParseError("its title page names no parties and application number: is it the whole judgment?")
    reading = Reading()
    body, notes = notes_apart(lines, reading.left_out)
    points = _read(body, reading)
    tie(notes, reading)
    if not any(passage.num for passage in reading.passages):
        raise ParseError("no numbered paragraph in it: is it the text of a judgment?")
    document = _document(page, page.date or _day_done(body), reading, source)
    return Parsed((document,), tuple(_doubts(document, points, source)))


def _read(lines: Sequence[str], reading: Reading) -> int:
    """The passages; how many points the operative part has."""
    done = next((place for place, line in enumerate(lines) if _DONE.match(line)), len(lines))
    formula = next((place for place in range(done - 1, -1, -1) if REASONS.match(_bare(lines[place]))), done)
    counted = formula < done and _NUMBER.match(lines[formula]) is not None
    text = [line for line in lines[: formula + counted] if not CONTENTS.search(line)]
    reading.left_out[TABLE] += sum(size(line) for line in lines[: formula + counted] if CONTENTS.search(line))
    below = numbered(text, (), PassageKind.PARAGRAPH, (), reading)
    above = tuple(heading for heading in below if _PART.search(heading))
    if formula < done and not counted:
        reading.left_out[HEADING] += size(lines[formula])
        above = (*above, lines[formula])
    decided = [line for line in lines[formula + 1 : done] if not COURT.match(line)]
    reading.left_out[FORMULA] += sum(size(line) for line in lines[formula + 1 : done] if COURT.match(line))
    points, headings = points_of(decided)
    reading.left_out[HEADING] += sum(map(size, headings))
    for point in points:
        reading.left_out[NUMBER] += size(point.printed)
        name = eid(("oper", point.num or 1))
        path = (*above, *point.path)
        reading.passages.append(
            Passage(eid=name, kind=PassageKind.OPERATIVE, text=point.text, num=point.num, path=path)
        )
    read_after(lines[done:], reading, mixed=True)
    return len(points)


def _day_done(lines: Sequence[str]) -> str:
    """The day in the words with which a judgment closes, where its title page has none."""
    return next((day for line in lines if _DONE.match(line) and (day := spoken_day(line))), "")


def _bare(line: str) -> str:
    """A line without the number of its paragraph: "96. For these reasons:"."""
    return _NUMBER.sub("", line, count=1)


def _document(page: TitlePage, day: str, reading: Reading, source: Source) -> Document:
    violated, spared = _findings(reading.passages, page.language)
    first, *others = (f"afchpr-{number.replace('/', '-')}" for number in page.numbers)
    suffix = f"-{page.stage}" if page.stage else ""
    suffix += f"-{day}" if page.stage == "order" and day else ""
    declared = source.declared
    return Document(
        id=first + suffix,
        kind=SourceKind.JUDGMENT,
        title=page.title,
        language=page.language,
        standing=Standing.OFFICIAL,
        passages=tuple(reading.passages),
        symbol=", ".join(page.numbers),
        body=BODY,
        states=page.states or ((declared.state,) if declared.state in states() else ()),
        date=day or declared.date,
        url=declared.url,
        aliases=tuple(other + suffix for other in others),
        facts=Judgment(
            case=page.title,
            types=(page.stage,) if page.stage == "reparations" else (),
            violated=violated,
            not_violated=spared,
        ),
        left_out=reading.rules(),
        gaps=tuple(reading.missing),
        source=source.path,
    )


def _findings(passages: Sequence[Passage], language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The provisions found violated and not."""
    violated: dict[str, None] = {}
    spared: dict[str, None] = {}
    context = citations.Context(language=language, body=BODY, instrument=OWN_TREATY, kind="judgment")
    for passage in passages:
        if passage.kind is PassageKind.OPERATIVE:
            for found in _FOUND.finditer(passage.text):
                cited = (cited.target for cited in citations.find(found["what"], context))
                (spared if found["no"] else violated).update(dict.fromkeys(target for target in cited if "#" in target))
    return tuple(violated), tuple(provision for provision in spared if provision not in violated)


def _doubts(document: Document, points: int, source: Source) -> list[Problem]:
    doubts = []
    if not document.date:
        doubts.append(("title page", "no date found"))
    if not document.states:
        doubts.append(("title page", f"the State is not told by “{document.title}”"))
    if not points:
        doubts.append(("operative part", "not found: no points, no findings"))
    if document.gaps:
        doubts.append(("numbering", f"{len(document.gaps)} numbers are missing: {', '.join(document.gaps[:8])}"))
    return [Problem(source.path, locator, message) for locator, message in doubts]
