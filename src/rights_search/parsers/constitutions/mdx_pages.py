"""Pages of a constitution's site in MDX: one article a page, or a chapter's articles under headings.

Each is a part of the constitution (`Standing.EXCERPT`), and the parts are joined where they are held. What a page says
of reforms is a note; the wording before a reform, folded away on the page, is left out.
"""

import re
from collections.abc import Iterator

from rights_search.errors import ParseError, Refusal
from rights_search.model import (
    Document,
    LeftOut,
    Note,
    Parsed,
    Passage,
    PassageKind,
    Source,
    SourceKind,
    Standing,
)
from rights_search.parsers.articles.heads import Head, eid_of, head_of, num_of
from rights_search.parsers.articles.text import anchors_of, compose, plain, wrap_width
from rights_search.parsers.base import text_of, visible
from rights_search.parsers.constitutions import document as constitution
from rights_search.parsers.eids import unique
from rights_search.parsers.language import language_of
from rights_search.parsers.treaties.lines import TAG, front_matter
from rights_search.vocabulary import constitution_id, fold

#: A box on the page: `<Warning>Modificado por …</Warning>`; what is folded away: `<Accordion title="…">…</Accordion>`.
BOX = re.compile(r"<(Warning|Note|Info|Tip|Accordion|AccordionGroup|Details)\b[^<>]*>(.*?)</\1>", re.DOTALL)
FOLDED = frozenset(("accordion", "accordiongroup", "details"))
FENCE = re.compile(r"^```\w*\s*$", re.MULTILINE)
#: A set of articles of its own, whose numbers begin again.
OWN_SET = re.compile(r"t[ií]tulo transitorio", re.IGNORECASE)
PREAMBLE = re.compile(r"pre[aá]mbulo|preamble", re.IGNORECASE)


def recognises(source: Source) -> bool:
    """Front matter with the keys of such a site, and a title that is an article's or a chapter's of a constitution."""
    try:
        text = text_of(source)
    except ParseError:
        return False
    facts, _, _ = front_matter(text)
    if "title" not in facts or "rank" in facts or not {key.lower() for key in facts} & {"description", "sidebartitle"}:
        return bool(PREAMBLE.fullmatch(facts.get("title", ""))) and len(facts) <= 4
    said = fold(" ".join(facts.values()))
    return any(word in said for word in ("constituci", "transitori", "articulo", "article"))


def parse(source: Source) -> Parsed:
    """The page's articles as a part of the constitution.

    Raises:
        ParseError: the page has no words, or neither it nor a declaration says whose constitution it belongs to.
    """
    text = text_of(source)
    facts, body, _ = front_matter(text)
    page = _Page(facts, body)
    passages = tuple(page.passages())
    if not passages:
        raise ParseError("no article on this page: its title or a heading must be “Artículo 1”, with words below it")
    titles = (facts.get("description", ""), facts.get("title", ""), body[:300])
    code, name = constitution.state_of(titles, (p.text for p in passages), source.declared.state)
    if not code:
        raise ParseError(
            "does not say whose constitution it belongs to: declare its state in a collection.toml",
            code=Refusal.UNDECLARED,
        )
    # An article may be four words long; its front matter is in the same language.
    language = language_of(" ".join((*titles, *(p.text for p in passages))), source.declared.language)
    left = {
        "front matter": visible(text) - visible(body),
        "wording before a reform": page.folded,
        "numbers, headings and markup": visible(body) - page.folded - page.boxed - page.kept,
    }
    document = Document(
        id=constitution_id(name),
        kind=SourceKind.CONSTITUTION,
        title=source.declared.title or constitution.title_of(code, name, language),
        language=language,
        standing=Standing.EXCERPT,
        passages=passages,
        states=(code,),
        date=source.declared.date,
        url=source.declared.url,
        left_out=tuple(LeftOut(rule, count) for rule, count in left.items() if count),
        source=source.path,
    )
    return Parsed((document,))


class _Page:
    """A page taken apart."""

    def __init__(self, facts: dict[str, str], body: str) -> None:
        self.facts, self.body = facts, body
        self.folded = self.boxed = self.kept = 0
        self._taken: set[str] = set()
        self._own = "sec_titulo-transitorio" if OWN_SET.search(" ".join(facts.values())) else ""

    def passages(self) -> Iterator[Passage]:
        """The preamble or the article that the title names, or the articles below headings."""
        title = self.facts.get("title", "")
        lines: list[str] = []
        head = head_of(title.rpartition(" - ")[2].strip())
        heads = False
        for line in self.body.split("\n"):
            found = head_of(line.lstrip("#* ").strip()) if line.startswith("#") else None
            if found:
                if heads:
                    yield from self._passage(head, lines)
                head, lines, heads = found, [], True
            elif heads or head or PREAMBLE.fullmatch(title):
                lines.append(line.lstrip("#") if line.startswith("#") else line)
        yield from self._passage(head, lines)

    def _passage(self, head: Head | None, lines: list[str]) -> Iterator[Passage]:
        text, notes = self._unboxed("\n".join(lines))
        words = [words for line in FENCE.sub("", text).split("\n") if (words := plain(TAG.sub("", line))[0])]
        composed = compose(words, wrap_width(words))
        if not composed.text:
            return
        self.kept += visible(composed.text)
        name = unique(self._eid(head), self._taken)
        yield Passage(
            eid=name,
            kind=PassageKind.PROVISION,
            text=composed.text,
            num=num_of(head.readings[0], head.printed) if head else "",
            heading="" if head else "Preámbulo",
            path=self._path(),
            anchors=anchors_of(name, composed, "num"),
            notes=tuple(Note("", note) for note in notes),
        )

    def _eid(self, head: Head | None) -> str:
        if head is None:
            return "sec_preamble"
        name = eid_of(head.readings[0], "transitional" if head.nature.startswith("transit") else "art")
        return f"{self._own}__{name}" if self._own else name

    def _path(self) -> tuple[str, ...]:
        """A chapter's page is titled as the chapter is; an article's says nothing of what stands above it."""
        title = self.facts.get("title", "")
        if head_of(title.rpartition(" - ")[2].strip()) or PREAMBLE.fullmatch(title):
            return ()
        return (". ".join(part.strip() for part in title.split(" - ") if part.strip()),)

    def _unboxed(self, text: str) -> tuple[str, list[str]]:
        """The text without its boxes: notes are kept beside it, folded wordings are not."""
        notes = []
        for box in BOX.finditer(text):
            words = " ".join(TAG.sub("", box[2]).split())
            if box[1].lower() in FOLDED:
                self.folded += visible(box[0])
            elif words:
                notes.append(words)
                self.boxed += visible(words)
        return BOX.sub("\n", text), notes
