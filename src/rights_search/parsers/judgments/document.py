"""Judgments and advisory opinions of the Inter-American Court, from the text of their PDF.

The text has pages, page numbers, footnotes in between and marks glued to words; what is made of it are numbered
paragraphs under their headings, the operative points with the provisions found violated, and the separate opinions.
"""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct, structs

from rights_search.errors import ParseError
from rights_search.model import (
    Document,
    Judgment,
    LeftOut,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Source,
    SourceKind,
    Standing,
)
from rights_search.parsers.eids import eid
from rights_search.parsers.judgments.chain import righted
from rights_search.parsers.judgments.findings import findings_of
from rights_search.parsers.judgments.flow import flow_of
from rights_search.parsers.judgments.notes import Noted, take_notes
from rights_search.parsers.judgments.operative import SIGNATURES, operative_points, operative_start
from rights_search.parsers.judgments.opinions import TITLE, part_signatures, read_annex, read_opinion
from rights_search.parsers.judgments.pages import pages_of, size
from rights_search.parsers.judgments.parts import Part, parts_of
from rights_search.parsers.judgments.passages import Section, Writer, numbered
from rights_search.parsers.judgments.text import HEAD, cleaned, head_of, is_page, raw_text
from rights_search.parsers.judgments.title import Title, read_title, series_in_file_name, series_in_text
from rights_search.vocabulary import fold

CONTENTS = "table of contents"
SPACE = "white space"
BODY = "iacthr"

#: Words that tell the languages of the Court apart.
_COMMON = {
    "es": ("el", "los", "las", "del", "y", "en", "una", "por"),
    "en": ("the", "of", "and", "to", "in", "that", "was", "for"),
    "pt": ("o", "os", "as", "do", "da", "e", "em", "uma", "não", "pela"),
}
#: The most lines of a printed page.
LONGEST_PAGE = 400

_COURT = re.compile(
    r"^\W{0,3}(?:(?:el|la) (?:presidente de la )?)?corte\s+interamericana\s+de\s+d(?:erechos|ireitos)\s+humanos"
    r"|^\W{0,3}inter-american\s+court\s+of\s+human",
    re.IGNORECASE | re.MULTILINE,
)
_DECISION = re.compile(
    r"^\W{0,3}(?:sentencia\s+del?\b|(?:decisi[óo]n|resoluci[óo]n)\s+del?\b|opini[óo]n\s+consultiva\s+oc|judgment\s+of\b"
    r"|advisory\s+opinion\s+oc|senten[çc]a\s+de\b)",
    re.IGNORECASE | re.MULTILINE,
)
_CASE = re.compile(r"\W{0,5}(?:CASO|CASE OF)\s[^\n]{3,160}?(?:\n[^\n]{0,80})?\sVS?\.\s")
#: What a page must hold to be worth reading for what it is.
_NAMED = re.compile(rb"corte\s+interamericana\s+de|inter-american\s+court\s+of", re.IGNORECASE)
_HEADED = re.compile(r"^#{1,6} ", re.MULTILINE)
_CONTENTS = re.compile(r"^(?:TABLA\s+DE\s+CONTENIDOS?|CONTENIDOS?|[ÍI]NDICE|SUMARIO)\s*:?$", re.IGNORECASE)


def recognises(source: Source) -> bool:
    """A text, bare, in JSON or on a page, that begins like a decision of the Court."""
    if is_page(source.data):
        if not _NAMED.search(source.data):
            return False
        head = _HEADED.sub("", raw_text(source, Counter())).lstrip()[:HEAD]
    else:
        head = head_of(source)
    if head.startswith(("---", "+++", "<")):
        return False
    titled = _DECISION.search(head[:2500]) and _COURT.search(head[:4000])
    return bool(titled or (_CASE.match(head) and "CORTE" in head[:6000].upper()))


def parse(source: Source) -> Parsed:
    """The decision of a file.

    Raises:
        ParseError: the file is damaged, holds no text of the Court, or does not say which decision it is.
    """
    left_out: Counter[str] = Counter()
    raw = raw_text(source, left_out)
    flow = flow_of(cleaned(raw, left_out), left_out)
    text = flow.text
    pages = pages_of(text, left_out)
    parts = parts_of(pages)
    title = read_title(text, next((page.lines for page in pages if any(page.lines)), []))
    problems: list[Problem] = []
    series = title.number = _series(source, text, title, problems)
    annexes = {index for part in parts if part.kind == "annex" for index in range(part.start, part.end)}
    endless = {index for index, page in enumerate(pages) if len(page.lines) > LONGEST_PAGE}
    if endless - annexes and not flow.notes:
        said = "the text has no page breaks: its footnotes cannot be told from it"
        problems.append(Problem(source.path, "pages", said))
    if flow.notes:
        noted = Noted([page.lines for page in pages], flow.notes, flow.untied)
    else:
        noted = take_notes(pages, {part.start for part in parts[1:]}, annexes | endless, left_out)
    reading = _read(noted, parts, Writer(noted.notes, left_out))
    if not reading.passages:
        raise ParseError("no numbered paragraph and no operative point in it: is it the text of a judgment?")
    problems.extend(_doubts(source, title, noted, reading))
    document = _document(source, title, series, reading)
    return Parsed((_with_left_out(document, raw, left_out),), tuple(problems))


class _Reading(Struct):
    """What the parts of a decision gave."""

    passages: list[Passage]
    points: list[Passage]
    gaps: list[str]


def _read(noted: Noted, parts: Sequence[Part], writer: Writer) -> _Reading:
    reading = _Reading([], [], [])
    orders: Counter[str] = Counter()
    for part in parts:
        orders[part.kind] += 1
        lines = righted([line for page in noted.pages[part.start : part.end] for line in page])
        if part.kind == "main":
            _read_main(lines, writer, reading)
        elif part.kind == "annex":
            reading.passages.append(read_annex(lines, orders["annex"], writer))
        else:
            opinion = read_opinion(lines, orders["opinion"], writer)
            reading.passages.extend(opinion.passages)
            reading.gaps.extend(opinion.missing)
    return reading


def _read_main(lines: list[str], writer: Writer, reading: _Reading) -> None:
    """The Court's own text: title, paragraphs, operative points, signatures."""
    start = operative_start(lines)
    section = numbered(lines[:start], writer, (), PassageKind.PARAGRAPH)
    signs = _leave_front(section, writer)
    if section.passages and signs:
        section.passages[0] = writer.with_signs(section.passages[0], signs)
    decided, names = part_signatures(lines[start:])
    points, missing, end = operative_points(decided, section.outline.path, writer)
    if start < len(lines):
        writer.discard(SIGNATURES, [*decided[end:], *names])
    reading.passages.extend((*section.passages, *points))
    reading.points.extend(points)
    reading.gaps.extend(eid(("para", number)) for number in section.missing)
    reading.gaps.extend(missing)


def _leave_front(section: Section, writer: Writer) -> list[str]:
    """Leave out title page and contents; the signs of the notes on them."""
    contents = next((i for i, line in enumerate(section.before) if _CONTENTS.match(line)), len(section.before))
    return [*writer.drop(TITLE, section.before[:contents]), *writer.drop(CONTENTS, section.before[contents:])]


def _series(source: Source, text: str, title: Title, problems: list[Problem]) -> str:
    """The number in the Court's series, best from the text, else from the file's name."""
    letter, number = series_in_file_name(source)
    cited = Counter({title.number: 2}) if title.opinion else series_in_text(text, title)
    own, times = cited.most_common(1)[0] if cited else ("", 0)
    if number and number not in cited and times < 2:
        title.letter = letter
        other = f"the text cites itself as No. {own}" if own else "the text does not cite itself"
        problems.append(Problem(source.path, "series number", f"No. {number} stands only in the file's name: {other}"))
        return number
    if number and number not in cited:
        said = f"the text gives {own}, the file's name {number}; the text is believed"
        problems.append(Problem(source.path, "series number", said))
    elif not own:
        said = "is not in the text and not in the file's name: declare it (symbol, “Serie C No. …”)"
        problems.append(Problem(source.path, "series number", said))
    return number if number in cited else own


def _doubts(source: Source, title: Title, noted: Noted, reading: _Reading) -> list[Problem]:
    """What of the reading is odd."""
    doubts = []
    if not title.date:
        doubts.append(("title page", "no date found"))
    if not title.state and not title.opinion:
        doubts.append(("title page", f"the State is not told by “{title.state_printed or title.name}”"))
    if not reading.points:
        doubts.append(("operative part", "not found: no points, no findings"))
    if reading.gaps:
        shown = ", ".join(reading.gaps[:8]) + (" …" if len(reading.gaps) > 8 else "")
        doubts.append(("numbering", f"{len(reading.gaps)} numbers are missing: {shown}"))
    if noted.untied > max(3, len(noted.notes) // 20):
        doubts.append(("notes", f"{noted.untied} of {len(noted.notes)} stand on their page without a mark in its text"))
    return [Problem(source.path, locator, message) for locator, message in doubts]


def _document(source: Source, title: Title, series: str, reading: _Reading) -> Document:
    findings = findings_of(reading.points)
    facts = Judgment(
        case=title.title,
        series=f"{title.letter} {series}".removeprefix("C ") if series else "",
        types=title.types,
        violated=findings.violated,
        not_violated=findings.not_violated,
        obligations=findings.obligations,
    )
    declared = source.declared
    return Document(
        id=_id(title, series),
        kind=SourceKind.JUDGMENT,
        title=title.title,
        language=_language(reading.passages) or declared.language or "es",
        standing=Standing.OFFICIAL,
        passages=tuple(reading.passages),
        symbol=f"Serie {title.letter} No. {series}" if series else declared.symbol,
        body=BODY,
        states=(title.state,) if title.state else (declared.state,) if declared.state and not title.opinion else (),
        date=title.date or declared.date,
        url=declared.url,
        facts=facts,
        gaps=tuple(reading.gaps),
        source=source.path,
    )


def _id(title: Title, series: str) -> str:
    if series:
        return f"iacthr-{title.letter.lower()}-{series}"
    slug = re.sub(r"[^a-z0-9]+", "-", fold(title.name))[:60].strip("-") or "decision"
    return f"iacthr-{slug}-{title.date}".strip("-")


def _language(passages: Sequence[Passage]) -> str:
    """The language of the paragraphs, by their commonest words."""
    words = Counter(word for passage in passages[:12] for word in passage.text[:2000].casefold().split())
    return max(_COMMON, key=lambda language: sum(words[word] for word in _COMMON[language])) if words else ""


def _with_left_out(document: Document, raw: str, left_out: Counter[str]) -> Document:
    """The document with its account: what is in no passage, rule by rule, white space last."""
    kept = sum(_spaces(p.text) + sum(_spaces(note.text) for note in p.notes) for p in document.passages)
    left_out[SPACE] = max(0, _spaces(raw) - kept)
    rules = tuple(LeftOut(rule, count) for rule, count in sorted(left_out.items()) if count)
    return structs.replace(document, left_out=rules)


def _spaces(text: str) -> int:
    return len(text) - size(text)
