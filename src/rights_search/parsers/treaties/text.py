"""Treaties and constitutions printed as text or Markdown, article after article, with all that stands around them.

The collections differ (Spain's gazette, Argentina's approving laws, the Dutch treaty series, plain text), and each has
its flaws; what they share is that articles follow each other in order, which is what this reader goes by.
"""

import re
from collections.abc import Iterator, Sequence

from rights_search.errors import ParseError
from rights_search.model import Parsed, Problem, Source, SourceKind
from rights_search.parsers.articles.text import plain
from rights_search.parsers.base import text_of
from rights_search.parsers.constitutions.title_page import title_alone
from rights_search.parsers.eids import number_of
from rights_search.parsers.treaties.chain import runs_of
from rights_search.parsers.treaties.documents import documents_of, with_left
from rights_search.parsers.treaties.dutch import is_dutch, is_series, translation_start
from rights_search.parsers.treaties.lines import Body, Line, body_of, front_matter, size_of
from rights_search.parsers.treaties.parts import APPROVES, NOUN, Part, parts_of

FEW = 3  #: so many missing articles are named one by one
SNIFFED = 300_000  #: characters looked at to recognise a text
#: What the text of a treaty or a constitution is not: a decision that quotes one.
DECISION = re.compile(r"\b(?:sentencia|judgment|demandante|applicant|v[ií]ctimas? y representantes|vs\.|caso )\b", re.I)
#: Lines that may begin an article, found fast.
HEADS = re.compile(
    r"^[#*\s>]{0,12}art(?:(?:[ií]culo|icle|igo)?\.?)[*\s]{1,4}"
    r"(\d{1,3}(?=(?:er|ro|o)\b)|\d{1,3}(?![\da-z])|[IVX]{1,5}(?![\da-z])|premier|primero)",
    re.IGNORECASE | re.MULTILINE,
)
FIRST_NUMBERS = {"PREMIER": 1, "PRIMERO": 1, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
LAWS = {"acuerdo_internacional", "constitucion", "tratado", "convenio"}
KINDS = (SourceKind.TREATY, SourceKind.CONSTITUTION)


def recognises(source: Source) -> bool:
    """Whether articles 1, 2 and 3 follow each other under the name of an instrument, or the front matter says so."""
    try:
        text = text_of(source)[:SNIFFED]
    except ParseError:
        return False
    if text.lstrip()[:1] in "{[<" and not text.lstrip().startswith("<meta"):
        return False
    facts, body, _ = front_matter(text)
    if source.declared.kind in KINDS:
        return bool(HEADS.search(body))
    if facts.get("rank") in LAWS:
        return True
    about = f"{facts.get('title', '')} {facts.get('texto_resumido', '')}"
    if facts.get("rank") == "ley" and NOUN.search(about) and (APPROVES.search(about) or "adhesi" in about.lower()):
        return True
    numbers = [match[1].upper() for match in HEADS.finditer(body)]
    opening = body[:4000]
    if _in_order(numbers, len(body), 2) and title_alone(first_lines(opening))[0]:
        return True
    return _in_order(numbers, len(body)) and bool(NOUN.search(opening)) and not DECISION.search(opening[:1500])


def articles_in(text: str) -> int:
    """How many lines begin articles, where these stand in order; else 0."""
    numbers = [match[1].upper() for match in HEADS.finditer(text)]
    return len(numbers) if _in_order(numbers, len(text)) else 0


def first_lines(opening: str) -> list[str]:
    """The lines with words that a text begins with, their markup taken off, up to its first article."""
    first = HEADS.search(opening)
    lines = opening[: first.start() if first else len(opening)].split("\n")
    return [words for line in lines if (words := plain(line.lstrip("#> "))[0])]


def _in_order(numbers: list[str], size: int, fewest: int = 3) -> bool:
    """Whether a good part of the text is articles in order: not a page that quotes a few."""
    wanted = 1
    for number in numbers:
        value = FIRST_NUMBERS.get(number) or (int(number) if number.isdigit() else 0)
        wanted += value == wanted
    return wanted > fewest and len(numbers) * 8000 >= size


def parse(source: Source) -> Parsed:
    """The instruments of a file.

    Raises:
        ParseError: it holds no article, or only the law that approves a treaty.
    """
    body = body_of(text_of(source))
    lines, dutch = _without_dutch(body)
    parts = parts_of(lines, runs_of(lines))
    _require_text(parts, body, source)
    documents, problems = documents_of(lines, parts, source, body.facts)
    more = {"front matter": body.front, "markup": body.markup, "Dutch translation and remarks": dutch}
    documents[0] = with_left(documents[0], more)
    problems.extend(
        Problem(source.path, document.id, f"the numbering says that {gap}")
        for document in documents
        for gap in _missing(document.gaps)
    )
    return Parsed(tuple(documents), tuple(problems))


def _missing(gaps: Sequence[str]) -> Iterator[str]:
    """What is missing; a long row of articles is said in one sentence."""
    rows: list[list[str]] = []
    for gap in gaps:
        if rows and _value(gap) == _value(rows[-1][-1]) + 1:
            rows[-1].append(gap)
        else:
            rows.append([gap])
    for row in rows:
        if len(row) > FEW:
            yield f"{row[0]} to {row[-1]} are missing"
        else:
            yield from (f"{gap} is missing" for gap in row)


def _value(gap: str) -> int:
    number = number_of(gap)
    return int(number) if number.isdigit() else -1


def _without_dutch(body: Body) -> tuple[tuple[Line, ...], int]:
    """The lines without those of the Dutch treaty series that are Dutch, and how many characters these had."""
    if not is_series(body.lines):
        return body.lines, 0
    end = translation_start(body.lines)
    kept = tuple(line for line in body.lines[1:end] if not is_dutch(line.text))
    if not kept:
        raise ParseError("its articles are in Dutch only: give the treaty in one of its authentic languages")
    return kept, size_of(body.lines) - size_of(kept)


def _require_text(parts: list[Part], body: Body, source: Source) -> None:
    if any(part.role in ("text", "annex") for part in parts):
        return
    if any(part.role == "law" for part in parts):
        raise ParseError(
            "approves a treaty but holds no treaty text: look for its annex, or for the treaty in another source"
        )
    named = body.facts.get("title", source.path)
    raise ParseError(f"no article found in “{named[:80]}”: articles must begin a line, as “Artículo 1” or “Article 1”")
