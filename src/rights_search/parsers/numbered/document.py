"""Texts with numbered paragraphs, as plain text, Markdown or simple HTML: the fallback for all that UN bodies write.

What a file is must be declared, or stand on its title page: a UN symbol with a title or body we know.
"""

import re
from collections.abc import Iterator

from rights_search.errors import ParseError, Refusal
from rights_search.model import (
    Document,
    Judgment,
    LeftOut,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Report,
    Source,
    SourceKind,
    Standing,
)
from rights_search.parsers.base import text_of
from rights_search.parsers.language import language_of
from rights_search.parsers.numbered.annexes import CLOSING
from rights_search.parsers.numbered.chain import gaps
from rights_search.parsers.numbered.decisions import OPINION
from rights_search.parsers.numbered.facts import Facts, facts_of, front_of, is_excerpt, says_what_it_is
from rights_search.parsers.numbered.lines import Lines, read
from rights_search.parsers.numbered.paragraphs import Paragraph, Text, take
from rights_search.parsers.numbered.passages import Writer, preamble_of
from rights_search.parsers.treaties.text import articles_in

#: Kinds whose documents are numbered paragraphs; constitutions and treaties have parsers of their own, and so have the
#: judgments of the courts we know: those of others come here when they are declared.
KINDS = {
    SourceKind.GENERAL_COMMENT,
    SourceKind.CONCLUDING_OBSERVATIONS,
    SourceKind.COMMUNICATION,
    SourceKind.SPECIAL_PROCEDURE,
    SourceKind.UPR,
    SourceKind.RESOLUTION,
    SourceKind.REPORT,
    SourceKind.JUDGMENT,
}
#: Paragraphs and decisions of a document begin with 1; those of its annexes are what the text prints of them.
FROM_ONE = ("para_", "oper_")
#: JSON, or a digest's facts. A text may begin with a bracket as well: “[2001] IESC 63”.
_IS_DATA = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*[\[{\"\]]|\{|\+\+\+)")
#: Fewer paragraphs are a letter or a page, unless someone declares what it is.
FEWEST = 3
BEGINNING = 24_000
#: Of so many notes without a mark the numbers are told.
MOST_SHOWN = 10
DECLARE = (
    "declare it in a collection.toml in its folder (kind, body, state, symbol, title),"
    " or with --kind, --body and --state"
)


def recognises(source: Source) -> bool:
    """A declared kind, or a title page that says what it is."""
    if _IS_DATA.match(source.data):
        return False
    if source.declared.kind is not None:
        return source.declared.kind in KINDS
    try:
        page = read(Source(source.path, source.data[:BEGINNING], source.declared))
    except ParseError:
        return False
    facts = facts_of(page, take(page), source.declared)
    return facts.kind in KINDS and says_what_it_is(facts)


def parse(source: Source) -> Parsed:
    """One document.

    Raises:
        ParseError: what it is cannot be told, or no paragraph begins with a number.
    """
    text_of(source)  # refuses what is no text, in words
    page = read(source)
    text = take(page)
    front = front_of(page, text)
    facts = facts_of(page, text, source.declared)
    if facts.kind not in KINDS:
        raise ParseError(f"what it is cannot be told from its first lines: {DECLARE}", code=Refusal.UNDECLARED)
    closing = _cut_closing(text) if facts.kind is SourceKind.RESOLUTION else 0
    page.leave("meeting, date and vote", closing)
    writer = Writer(facts, text.notes, source.path)
    preamble = preamble_of(text, facts.kind, writer.names) or writer.summary(front)
    decides = any(passage.kind is PassageKind.OPERATIVE for passage in preamble)
    if len(_own(text)) < (1 if source.declared.kind else FEWEST) and not decides:
        raise ParseError(_of_articles(page, 0) or _too_few(len(_own(text))))
    passages = (*preamble, *map(writer.passage, text.paragraphs))
    above = sum(len(line.text) for line in front) - (0 if text.paragraphs else closing)
    page.leave("title page and contents", above - sum(len(passage.text) for passage in preamble))
    used = {note.mark for passage in passages for note in passage.notes}
    of_title = {mark for line in front for mark in line.marks} - used
    page.leave("notes of the title page", sum(len(text.notes.get(mark, "")) for mark in of_title))
    lost = {mark: note for mark, note in text.notes.items() if note and mark not in used | of_title}
    passages = (*passages, *writer.notes(lost))
    law = _of_articles(page, len(text.paragraphs))
    laws = (Problem(source.path, "articles", law),) if law else ()
    problems = (*laws, *_doubts(facts, source), *_unmarked(lost, source), *writer.problems)
    return Parsed((_document(facts, passages, page, source),), problems)


def _too_few(count: int) -> str:
    if count:
        return f"only {count} numbered paragraphs in it, and at least {FEWEST} make a document: {DECLARE}"
    return (
        "0 numbered paragraphs in it: each must begin a line with its number, as “12. …”;"
        " a text without numbers cannot be cited"
    )


def _of_articles(page: Lines, paragraphs: int) -> str:
    """What is said of a text that has more articles than numbered paragraphs, such as a State's law; "" of others."""
    count = articles_in("\n".join(line.text for line in page.lines))
    if count <= paragraphs:
        return ""
    return (
        f"{count} lines begin articles, by which only constitutions and treaties are read: what stands outside numbered"
        " paragraphs is no passage. A law has no kind of its own: give it as a digest, with its articles as “## art_1”"
    )


def _own(text: Text) -> list[Paragraph]:
    """The numbered paragraphs of the text itself, without those of its annexes."""
    return [paragraph for paragraph in text.paragraphs if not paragraph.annex]


def _doubts(facts: Facts, source: Source) -> list[Problem]:
    problems = []
    if not facts.symbol and not source.declared.symbol and source.declared.kind is None:
        said = "bears no symbol: the id is made of the file's name; declare the symbol in a collection.toml"
        problems.append(Problem(source.path, "title page", said))
    if not facts.body:
        problems.append(Problem(source.path, "title page", f"names no body we know; {DECLARE}"))
    addressed = facts.kind in (SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.COMMUNICATION, SourceKind.UPR)
    if (addressed or OPINION.match(facts.title)) and not facts.state:
        problems.append(Problem(source.path, "title page", f"names no State as the one addressed; {DECLARE}"))
    return problems


def _unmarked(notes: dict[str, str], source: Source) -> Iterator[Problem]:
    """What is said of notes that no paragraph refers to."""
    if notes:
        shown = ", ".join([*notes][:MOST_SHOWN]) + (", …" if len(notes) > MOST_SHOWN else "")
        message = f"{len(notes)} without a mark in the text ({shown}): read as the passage sec_notes"
        yield Problem(source.path, "notes", message)


def _document(facts: Facts, passages: tuple[Passage, ...], page: Lines, source: Source) -> Document:
    kind = facts.kind or SourceKind.REPORT
    name = source.path.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    words = " ".join(passage.text for passage in passages[:8])
    numbered = (passage.eid for passage in passages if passage.num or passage.eid.startswith("sec"))
    return Document(
        id=facts.symbol.id if facts.symbol else re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "document",
        kind=kind,
        title=facts.title or str(facts.symbol or name),
        language=language_of(words, source.declared.language),
        standing=Standing.OFFICIAL,
        passages=passages,
        symbol=str(facts.symbol or source.declared.symbol),
        body=facts.body,
        states=(facts.state,) if facts.state else (),
        date=facts.date,
        url=source.declared.url,
        facts=Judgment(case=facts.title) if kind is SourceKind.JUDGMENT else Report(session=facts.session),
        left_out=tuple(LeftOut(rule, count) for rule, count in page.left_out.items() if count > 0),
        gaps=tuple(gaps(numbered, () if is_excerpt(facts) else FROM_ONE)),
        source=source.path,
    )


def _cut_closing(text: Text) -> int:
    """Take away what stands behind the last decision, and say how many characters that was."""
    own = _own(text)
    lines = own[-1].lines if own else text.front
    end = next((place for place, line in enumerate(lines) if CLOSING.match(line.text)), len(lines))
    taken = sum(len(line.text) for line in lines[end:])
    del lines[end:]
    return taken
