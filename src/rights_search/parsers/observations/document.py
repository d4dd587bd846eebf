"""Compilations of what monitoring bodies told a State, in Markdown: one body a file, one review a section.

CLADEM's (https://github.com/BitsofSpace/jurisprudenciaCLADEM) keep the paragraphs on women and girls and sign cuts
with "(…)". The front matter names the body and the State; `## 5º Observaciones finales …` opens a review.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct, structs

from rights_search.errors import ParseError, Refusal
from rights_search.model import (
    Declaration,
    Document,
    LeftOut,
    Parsed,
    Passage,
    Problem,
    Report,
    Source,
    SourceKind,
    Standing,
)
from rights_search.model.symbols import DocumentSymbol, SymbolKind
from rights_search.parsers.base import text_of
from rights_search.parsers.language import language_of
from rights_search.parsers.numbered.chain import gaps
from rights_search.parsers.observations.blocks import Block, Compilation, clean, read
from rights_search.parsers.observations.dates import adopted_on, dates_in, first_date, session_in
from rights_search.parsers.observations.passages import Paragraphs, passages
from rights_search.parsers.upr.recommendations import state_named
from rights_search.vocabulary import Body, bodies, states

#: "5º Observaciones finales …"; the number is sometimes forgotten and the sign kept.
REVIEW = re.compile(r"^(\d{1,3})?\s*[º°ª](?=\s)\s*(.*)$", re.DOTALL)
REVIEW_LINE = re.compile(r"^[ \t]{0,3}##[ \t]+\d{0,3}[ \t]*[º°ª][ \t]+\S", re.MULTILINE)
INDEX = re.compile(r"^[ \t]*\*.{0,200}\bPar[aá]gs?\. ?\d", re.MULTILINE)
SYMBOL = re.compile(r"(?<![\w/])[A-Z]{1,5}(?:\.\d+)?(?: ?/ ?[A-Za-z0-9.\-]{1,14}){1,6}")
#: What stands before the word that a title's date belongs to.
AFTER_WORD = re.compile(r"^.{0,400}?(?=adopta|adapta|aproba| - )", re.IGNORECASE | re.DOTALL)
#: What kind of document each family of bodies writes, and how its id goes on after body and State.
KINDS = {
    "treaty-body": (SourceKind.CONCLUDING_OBSERVATIONS, "co-"),
    "upr": (SourceKind.UPR, "cycle-"),
}


class Review(Struct):
    """A section of the file: one review."""

    ordinal: str
    title: Block
    blocks: list[Block]


def recognises(source: Source) -> bool:
    """Front matter, and then headings numbered as reviews or an index of paragraphs."""
    if not source.data.lstrip(b"\xef\xbb\xbf").startswith(b"---"):
        return False
    try:
        text = text_of(source)
    except ParseError:
        return False
    return REVIEW_LINE.search(text) is not None or _is_index(text)


def parse(source: Source) -> Parsed:
    """One document for each review.

    Raises:
        ParseError: it is an index of paragraphs, or does not say which body speaks.
    """
    text = text_of(source)
    if _is_index(text):
        raise ParseError("this is an index of paragraphs by theme, no document: take in the documents it points to")
    compilation = read(text)
    body = _body(compilation, source.declared)
    state, problems = _state(compilation, source)
    documents: list[Document] = []
    for number, review in enumerate(_reviews(compilation.blocks), start=1):
        if not review.ordinal:
            problems.append(
                Problem(source.path, f"line {review.title.line}", f"the review has no number; taken as {number}")
            )
            review.ordinal = str(number)
        document, wrong = _document(review, body, state, compilation, source)
        problems.extend(wrong)
        if document.passages:
            documents.append(_with_free_id(document, documents, problems))
        else:
            problems.append(Problem(source.path, f"line {review.title.line}", f"“{document.title}” has no paragraph"))
    if not documents:
        raise ParseError("no review in it holds a paragraph: a paragraph opens with its number, as “12. …”")
    return Parsed(_with_left_out(documents, compilation), tuple(problems))


def _is_index(text: str) -> bool:
    return REVIEW_LINE.search(text) is None and len(INDEX.findall(text)) >= 3


def _body(compilation: Compilation, declared: Declaration) -> Body:
    first = next((block.text for block in compilation.blocks if block.level == 1), "")
    body = (
        bodies().longest_in(compilation.title)
        or bodies().longest_in(first)
        or bodies().get(declared.body)
        or bodies().named(declared.body)
    )
    if body is None:
        raise ParseError(
            f"its title “{compilation.title or first}” names no body we know: declare it in a collection.toml,"
            ' as body = "ccpr"',
            code=Refusal.UNDECLARED,
        )
    return body


def _state(compilation: Compilation, source: Source) -> tuple[str, list[Problem]]:
    for name in (*compilation.categories, source.declared.state):
        code = name if name in states() else state_named(name.replace("-", " "))
        if code:
            return code, []
    row = states().longest_in(compilation.title)
    if row:
        return row.id, []
    return "", [Problem(source.path, "front matter", "names no State we know: declare it in a collection.toml")]


def _reviews(blocks: tuple[Block, ...]) -> Iterator[Review]:
    review: Review | None = None
    for block in blocks:
        opening = REVIEW.match(block.text) if block.level == 2 else None
        if opening:
            if review:
                yield review
            review = Review(opening[1] or "", block, [])
        elif review:
            review.blocks.append(block)
    if review:
        yield review


def _document(
    review: Review, body: Body, state: str, compilation: Compilation, source: Source
) -> tuple[Document, list[Problem]]:
    kind, infix = KINDS.get(body.mechanism, (SourceKind.REPORT, ""))
    paragraphs = Paragraphs(kind, source.path)
    for block, following in zip_longest(review.blocks, review.blocks[1:]):
        paragraphs.take(block, following)
    held, problems = passages(paragraphs, compilation.notes, review.title.marks)
    opening = held[0].text if held else ""
    reference = " ".join(compilation.notes.get(mark, "") for mark in review.title.marks)
    # The reference stands in a note of the title, and now and then in one of the opening paragraph.
    references = [reference, *(note.text for note in held[0].notes)] if held else [reference]
    symbol = next((found for text in references if (found := _symbol(text, body, state))), None)
    id_ = "-".join(part for part in (body.id, state.lower(), infix + review.ordinal) if part)
    return (
        Document(
            id=symbol.id if symbol else id_,
            kind=kind,
            title=_title(review.title.text),
            language=language_of(" ".join(passage.text for passage in held[:5]), source.declared.language),
            standing=Standing.EXCERPT,
            passages=held,
            symbol=str(symbol or ""),
            body=body.id,
            states=(state,) if state else (),
            date=_date(review.title.text, opening, reference),
            url=source.declared.url,
            aliases=(id_,) if symbol else (),
            facts=Report(session=session_in(f"{review.title.text} {opening}"), cycle=review.ordinal),
            left_out=_headings_alone(review, held),
            gaps=tuple(gaps(passage.eid for passage in held)),
            source=source.path,
        ),
        problems,
    )


def _title(printed: str) -> str:
    """As printed, but for a sign that lost its number."""
    found = REVIEW.match(printed)
    return (printed if not found or found[1] else found[2]).rstrip(" .")


def _headings_alone(review: Review, held: tuple[Passage, ...]) -> tuple[LeftOut, ...]:
    """Headings under which the compiler left nothing."""
    used = {heading for passage in held for heading in passage.path}
    alone = sum(len(b.text) for b in review.blocks if b.level and b.text.rstrip(" :") not in used)
    return (LeftOut("heading without a paragraph", alone),) if alone else ()


def _symbol(reference: str, body: Body, state: str) -> DocumentSymbol | None:
    """The document's own symbol, where the note of its title gives it first; an annual report's is not its own."""
    printed = SYMBOL.search(clean(reference))
    try:
        symbol = DocumentSymbol.parse(printed[0]) if printed else None
    except ParseError:
        return None
    if symbol is None or symbol.kind is SymbolKind.REPORT or symbol.state in set(states()) - {state, ""}:
        return None
    ours = symbol.kind is SymbolKind.HRC if body.id == "upr" else symbol.body == body.id
    return symbol if ours else None


def _date(title: str, opening: str, reference: str) -> str:
    """When it was adopted: as the title says, more precisely where the opening paragraph agrees; else the year."""
    adopted = adopted_on(opening)
    if date := first_date(AFTER_WORD.sub("", title, count=1)):
        return adopted if adopted.startswith(date) else date
    if adopted:
        return adopted
    dates = [date for _, date in dates_in(opening)] or [date for _, date in dates_in(reference)]
    return dates[-1][:4] if dates else ""


def _with_free_id(document: Document, others: list[Document], problems: list[Problem]) -> Document:
    """Two reviews that give one symbol: the later keeps its ordinal's id."""
    if document.id not in {other.id for other in others}:
        return document
    free = document.aliases[0] if document.aliases else f"{document.id}-{len(others) + 1}"
    problems.append(
        Problem(document.source, document.title, f"{document.id} stands already in this file; this one is {free}")
    )
    return structs.replace(document, id=free, symbol="", aliases=())


def _with_left_out(documents: list[Document], compilation: Compilation) -> tuple[Document, ...]:
    """What the file leaves out is counted once, on its first document."""
    counted = dict(compilation.left_out)
    for block in compilation.blocks:
        if block.level == 2 and REVIEW.match(block.text):
            break
        rule = "title of the compilation" if block.level == 1 else "before the first review"
        counted[rule] = counted.get(rule, 0) + len(block.text)
    left_out = tuple(LeftOut(rule, characters) for rule, characters in counted.items())
    return (structs.replace(documents[0], left_out=left_out + documents[0].left_out), *documents[1:])
