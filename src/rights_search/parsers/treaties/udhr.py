"""The Universal Declaration in HTML as the "UDHR in Unicode" project marks it up, in any of its languages.

Each article is an `<article data-number="…">` whose heading is in the language's own words ("12. Manta"), so that the
number is taken from the markup; numbered paragraphs are list items, whose numbers a browser adds and so do we.
"""

import re
from collections import Counter
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from rights_search.errors import ParseError
from rights_search.model import (
    Document,
    Instrument,
    LeftOut,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Source,
    SourceKind,
    Standing,
)
from rights_search.parsers.articles.text import anchors_of, compose, tidy
from rights_search.parsers.base import soup_of, text_of, visible
from rights_search.parsers.eids import eid
from rights_search.parsers.treaties.names import known, slug_of
from rights_search.vocabulary import instruments

ARTICLE = re.compile(rb"<article[^<>]{0,200}\sdata-number=")
#: Languages by the codes of ISO 639-3 where they have one of ISO 639-1, and we read it.
SHORT = {
    "spa": "es",
    "eng": "en",
    "fra": "fr",
    "por": "pt",
    "rus": "ru",
    "arb": "ar",
    "cmn": "zh",
    "ara": "ar",
    "zho": "zh",
}
FEWEST = 3
BLOCKS = ("p", "li", "blockquote", "pre", "dd", "dt", "div")


def recognises(source: Source) -> bool:
    """HTML with several numbered `<article>` elements."""
    return len(ARTICLE.findall(source.data[:400_000])) >= FEWEST


def parse(source: Source) -> Parsed:
    """The declaration.

    Raises:
        ParseError: its articles have no number or no words.
    """
    soup = soup_of(text_of(source))
    left: Counter[str] = Counter()
    passages = tuple(_passages(soup, left))
    if not any(passage.num for passage in passages):
        raise ParseError("no article in it: each must be an <article> with its data-number")
    title = tidy(soup.h1.get_text(" ")) if soup.h1 else ""
    left["title"] += visible(title) + (visible(soup.title.get_text()) if soup.title else 0)
    language = _language(soup) or source.declared.language or "es"
    row = known((source.declared.title, title)) or (instruments()["udhr"] if _is_udhr(soup, passages) else None)
    document = Document(
        id=row.id if row else slug_of(title) or "declaration",
        kind=SourceKind.TREATY,
        title=row.title(language) if row and language in ("es", "en") else title,
        language=language,
        standing=Standing.OFFICIAL,
        passages=passages,
        date=source.declared.date or (row.adopted if row else ""),
        url=source.declared.url,
        facts=Instrument(adopted=row.adopted if row else ""),
        left_out=tuple(LeftOut(rule, count) for rule, count in left.items() if count),
        gaps=tuple(_gaps(passages)),
        source=source.path,
    )
    problems = [Problem(source.path, document.id, f"the numbering says that {gap} is missing") for gap in document.gaps]
    if row is None:
        problems.append(Problem(source.path, title[:80], "is no instrument we know: its id is made of its title"))
    return Parsed((document,), tuple(problems))


def _is_udhr(soup: BeautifulSoup, passages: tuple[Passage, ...]) -> bool:
    """The project's pages say so by their markup: a language code on the page, and thirty articles."""
    html = soup.html
    return bool(html and html.get("data-iso6393")) and sum(bool(p.num) for p in passages) == 30


def _language(soup: BeautifulSoup) -> str:
    html = soup.html
    code = str(html.get("lang") or html.get("data-iso6393") or "") if html else ""
    code = code.partition("-")[0].lower()
    return SHORT.get(code, code)


def _gaps(passages: tuple[Passage, ...]) -> Iterator[str]:
    numbers = {int(passage.num) for passage in passages if passage.num.isdigit()}
    yield from (f"art_{number}" for number in range(1, max(numbers, default=0)) if number not in numbers)


def _passages(soup: BeautifulSoup, left: Counter[str]) -> Iterator[Passage]:
    header = soup.find("header")
    if isinstance(header, Tag):
        heading, lines = _parts(header)
        composed = compose(lines)
        if composed.text:
            yield Passage(eid="sec_preamble", kind=PassageKind.PROVISION, text=composed.text, heading=heading)
    seen: set[str] = set()
    for article in soup.find_all("article"):
        number = str(article.get("data-number", "")).strip()
        heading, lines = _parts(article)
        composed = compose(lines)
        if not number.isdigit() or not composed.text or number in seen:
            left["elements without number or words"] += visible(article.get_text(" "))
            continue
        seen.add(number)
        left["numbers of articles in words"] += visible(heading)
        name = eid(("art", number))
        yield Passage(
            eid=name,
            kind=PassageKind.PROVISION,
            text=composed.text,
            num=number,
            anchors=anchors_of(name, composed),
        )


def _parts(element: Tag) -> tuple[str, list[str]]:
    """An element's heading, and its blocks as lines, list items with their numbers."""
    headings = element.find_all(re.compile("^h[1-6]$"))
    heading = tidy(headings[0].get_text(" ")) if headings else ""
    lines = []
    for block in element.find_all(BLOCKS):
        if block.find(BLOCKS) is not None:
            continue
        text = tidy(block.get_text(" "))
        item = block if block.name == "li" else block.find_parent("li")
        if text and isinstance(item, Tag) and item.parent is not None and item.parent.name == "ol":
            first = item.find(BLOCKS) is block or item is block
            number = 1 + len(item.find_previous_siblings("li"))
            text = f"{number}. {text}" if first else text
        if text:
            lines.append(text)
    return heading, lines
