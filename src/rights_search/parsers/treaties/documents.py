"""From the parts of a file to documents: each treaty with its annexes, every character in a passage or left out."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from rights_search.model import (
    Document,
    Instrument,
    LeftOut,
    Note,
    Passage,
    PassageKind,
    Problem,
    Source,
    SourceKind,
    Standing,
)
from rights_search.parsers.articles.heads import TRANSITIONAL, division_of, eid_of, num_of
from rights_search.parsers.articles.text import anchors_of, compose, wrap_width
from rights_search.parsers.base import visible
from rights_search.parsers.constitutions import document as constitution
from rights_search.parsers.constitutions.headings import NAMED
from rights_search.parsers.eids import eid, unique
from rights_search.parsers.language import language_of
from rights_search.parsers.treaties.block import AFTER, Block
from rights_search.parsers.treaties.blocks import Layout
from rights_search.parsers.treaties.lines import Line, size_of
from rights_search.parsers.treaties.names import adopted_in, cited_as, known, misspelt, slug_of
from rights_search.parsers.treaties.parts import Part
from rights_search.parsers.treaties.rubrics import Rubrics
from rights_search.vocabulary import constitution_id

PREAMBLES = {"es": "Preámbulo", "en": "Preamble", "fr": "Préambule", "pt": "Preâmbulo"}
LEFT = {
    "closing": "closing formula and signatures",
    "added": "declarations, resolutions and corrections after the text",
    "tables": "tables and signatures after the text",
    "law": "approving law",
    "contents": "table of contents",
    "before": "ratification and notices before the text",
    "titles": "numbers and headings (kept as number, heading and path)",
}
#: An article this many times as long as the others may hold more than itself.
SWOLLEN = 25
#: So many lines that look like articles far ahead are named.
MOST_PASSED = 3


class Text(Struct):
    """One instrument in the making: its part, its annexes, and what of them is no passage."""

    part: Part
    annexes: list[Part]
    left: Counter[str]


def documents_of(
    lines: Sequence[Line], parts: Sequence[Part], source: Source, facts: dict[str, str]
) -> tuple[list[Document], list[Problem]]:
    """The documents of the parts, in their order."""
    texts: list[Text] = []
    left: Counter[str] = Counter()
    at = 0
    for part in parts:
        owner = texts[-1].left if texts else left
        owner[LEFT["before"]] += size_of(lines[at : part.start])
        at = part.end
        if part.role in ("law", "contents"):
            owner[LEFT[part.role]] += size_of(lines[part.start : part.end])
        elif part.role == "annex" and texts:
            texts[-1].annexes.append(part)
        else:
            texts.append(Text(part, [], Counter()))
    if texts:
        texts[0].left.update(left)
    taken: set[str] = set()
    problems: list[Problem] = []
    several = len(texts) > 1
    documents = [_Maker(lines, text, source, facts, several).document(taken, problems) for text in texts]
    return documents, problems


class _Maker:
    """Makes one document."""

    def __init__(self, lines: Sequence[Line], text: Text, source: Source, facts: dict[str, str], several: bool) -> None:
        self.lines, self.text, self.source, self.facts, self.several = lines, text, source, facts, several
        part = text.part
        self.width = wrap_width([line.text for line in lines[part.speech : part.end]])
        self.title = " ".join(part.title) or facts.get("title", "")
        sample = " ".join(line.text for line in lines[part.speech : part.speech + 60])
        self.language = language_of(sample, source.declared.language)
        self.named = "" if several else constitution.title_among(line.text for line in lines[: part.speech])
        self.constitutional = self._is_constitution()
        self.taken: set[str] = set()
        self.gaps: list[str] = []
        self.annexes = 0

    def _is_constitution(self) -> bool:
        if self.source.declared.kind is not None:
            return self.source.declared.kind is SourceKind.CONSTITUTION
        words = f"{self.facts.get('rank', '')} {' '.join(self.text.part.title[:1])}".lower()
        named = NAMED.fullmatch(self.lines[0].text) is not None and not self.text.part.title
        named = named or (bool(self.named) and self.text.part.title in ((), (self.named,)))
        if named or "constituci" in words or "constituição" in words:
            return True
        return words.strip().startswith("constitution")

    def document(self, taken: set[str], problems: list[Problem]) -> Document:
        """The document, its id unique among the file's."""
        passages = tuple(self._passages())
        left = self.text.left
        id_, title, adopted, states = self._identity(passages, problems)
        problems.extend(self._swollen(passages, id_))
        problems.extend(self._passed(id_))
        return Document(
            id=unique(id_, taken),
            kind=SourceKind.CONSTITUTION if self.constitutional else SourceKind.TREATY,
            title=title,
            language=self.language,
            standing=Standing.OFFICIAL,
            passages=passages,
            states=states,
            date=self.source.declared.date or adopted,
            url=self.source.declared.url or ("" if self.several else self.facts.get("source", "")),
            facts=Instrument(adopted=adopted),
            left_out=tuple(LeftOut(rule, count) for rule, count in left.items() if count),
            gaps=tuple(self.gaps),
            source=self.source.path,
        )

    def _identity(self, passages: Sequence[Passage], problems: list[Problem]) -> tuple[str, str, str, tuple[str, ...]]:
        if self.constitutional:
            titles = (self.title, self.named, self.facts.get("title", ""), self.lines[0].text)
            code, name = constitution.state_of(titles, (p.text for p in passages), self.source.declared.state)
            adopted = self.facts.get("enactment_date", "") or constitution.facts_of(self.named).adopted
            title = self.title or constitution.title_of(code, name, self.language)
            return constitution_id(name), title, adopted, (code,) if code else ()
        preamble = next((p.text for p in passages if p.eid == "sec_preamble"), "")
        row = known(self._names(preamble)) or misspelt(self.title)
        if row:
            return row.id, row.title(self.language), row.adopted, ()
        name = self.source.declared.title or self.title or self.facts.get("title", "")
        said = "is no instrument we know: its id is made of its title. Add it to vocabulary/instruments.toml"
        if not name:
            said = "none can be told: the id is made of the file's name. Declare its kind and its title"
        problems.append(Problem(self.source.path, name[:80] or "title", said))
        stem = self.source.path.replace("\\", "/").rpartition("/")[2].partition(".")[0]
        above = self.lines[self.text.part.start if self.several else 0 : self.text.part.speech]
        return slug_of(name) or slug_of(stem) or "treaty", name, adopted_in(line.text for line in above), ()

    def _names(self, preamble: str) -> Iterator[str]:
        """Where the instrument may be named, the surest place first."""
        title = self.text.part.title
        yield self.source.declared.title
        yield " ".join(title)
        for place in range(len(title) - 1, 0, -1):
            yield " ".join(title[place:])
        yield cited_as(preamble)
        if not self.several:
            yield from (self.facts.get(key, "") for key in ("title", "texto_resumido"))
            yield self.lines[0].text
            yield " ".join(line.text for line in self.lines[: self.text.part.speech])[:1500]

    def _passages(self) -> Iterator[Passage]:
        yield from self._of_part(self.text.part, "", "")
        for part in self.text.annexes:
            if later := self._transitional(part):
                yield from self._of_part(part, "", later, "transitional")
                continue
            self.annexes += 1
            yield from self._of_part(part, self._annex(), " ".join(part.title))

    def _transitional(self, part: Part) -> str:
        """The heading of a constitution's transitional articles, where these begin again at 1 right below it."""
        line = self.lines[part.start - 1]
        division = None if part.title else division_of(line.text, line.heading)
        return division.text if self.constitutional and division and TRANSITIONAL.search(division.text) else ""

    def _annex(self) -> str:
        return f"annex_{self.annexes}"

    def _of_part(self, part: Part, base: str, above: str, nature: str = "") -> Iterator[Passage]:
        layout = Layout(self.lines, part, Rubrics(self.lines, part.run.found, part.end))
        blocks = layout.blocks_of()
        self.text.left[LEFT["titles"]] += layout.titles + size_of(self.lines[part.start : part.speech])
        if not base and not nature:  # annexes skip numbers on purpose, commenting an article here and there
            self.gaps.extend(eid_of(number) for number in part.run.gaps)
        for block in blocks:
            block.nature = block.nature or nature
            if block.kind in AFTER:
                self.text.left[LEFT[block.kind]] += sum(
                    map(visible, (*block.lines, *(note.text for note in block.notes)))
                )
                continue
            if block.kind == "annex":
                base, above = "", ""
            passage = self._passage(block, base, above)
            if passage:
                yield passage
            if block.kind == "annex":
                base, above = self._annex(), block.heading

    def _passage(self, block: Block, base: str, above: str) -> Passage | None:
        composed = compose(block.lines, self.width)
        if not composed.text and (block.kind in ("preamble", "section") or not block.heading):
            return None
        own = "" if base and block.kind == "preamble" else self._eid(block)
        name = unique("__".join(filter(None, (base, own))), self.taken)
        heading, path = self._heading(block, base), (above, *block.path) if above else block.path
        if not composed.text:  # an article of which only the title is left: "Artículo 5. Derogado"
            heading, composed = "", compose([heading])
        return Passage(
            eid=name,
            kind=PassageKind.PROVISION,
            text=composed.text,
            num=num_of(block.number, block.printed) if block.number and block.kind != "amendment" else "",
            heading=heading,
            path=path,
            anchors=anchors_of(name, composed, "num" if self.constitutional else "para"),
            notes=tuple(self._notes(block.notes)),
        )

    def _notes(self, notes: Sequence[Note]) -> Iterator[Note]:
        """What a publisher says of the words; lists of related laws are left out."""
        for note in notes:
            if note.text.lower().startswith("concordancia"):
                self.text.left["concordances"] += visible(note.text)
            else:
                yield note

    def _heading(self, block: Block, base: str) -> str:
        if block.kind == "preamble":
            return "" if base else PREAMBLES.get(self.language, "")
        return "" if block.kind == "section" else block.heading

    def _eid(self, block: Block) -> str:
        if block.kind == "preamble":
            return "sec_preamble"
        if block.kind == "annex":
            self.annexes += 1
            return self._annex()
        if block.within:
            return f"{self._eid(block.within)}__{eid_of(block.number, 'sec') if block.number else ''}"
        if block.kind == "amendment" and block.number:
            return eid(("sec", f"amendment-{block.number.value}"))
        if block.number is None:
            return eid(("sec", slug_of(block.heading)))
        if block.kind == "provision" and block.nature and not block.nature.startswith("transit"):
            return eid(("sec", f"{block.nature}-{block.number.value}"))
        transitional = block.kind == "provision" or block.nature.startswith("transit")
        return eid_of(block.number, "transitional" if transitional else "art")

    def _passed(self, id_: str) -> Iterator[Problem]:
        """Lines that look as articles do, too far from the last to be taken for more than a quotation."""
        for index, number in self.text.part.run.passed[:MOST_PASSED]:
            line = self.lines[index]
            said = (
                f"line {line.number} begins as {eid_of(number)} does, and was left in the article before it: look there"
            )
            yield Problem(self.source.path, id_, said)

    def _swollen(self, passages: Sequence[Passage], id_: str) -> Iterator[Problem]:
        for prefix in ("art_", "transitional_"):
            own = [p for p in passages if p.eid.startswith(prefix)]
            typical = sorted(len(p.text) for p in own)[len(own) // 2] if own else 0
            for passage in own[-1:]:
                if len(passage.text) > max(SWOLLEN * typical, 6000):
                    size = len(passage.text)
                    said = f"is {size} characters long: what follows the last article may stand in it"
                    yield Problem(self.source.path, f"{id_} {passage.eid}", said)


def with_left(document: Document, more: dict[str, int]) -> Document:
    """The document with more left out, such as the file's front matter."""
    counted = Counter({item.rule: item.characters for item in document.left_out})
    counted.update(more)
    return structs.replace(document, left_out=tuple(LeftOut(rule, count) for rule, count in counted.items() if count))
