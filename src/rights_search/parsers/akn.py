"""Akoma Ntoso XML (OASIS LegalDocML 1.0) and the United Nations' profile of it: acts, resolutions, reports, judgments.

The elements say what they are, so nothing is guessed: articles and numbered paragraphs are passages, their numbered
parts anchors, the divisions above them the path. Names are read whatever the namespace's version.
"""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from rights_search.errors import ParseError, Refusal
from rights_search.model import (
    Anchor,
    Document,
    Instrument,
    LeftOut,
    Note,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Report,
    Source,
    SourceKind,
    Standing,
    is_date,
)
from rights_search.parsers.akn_entities import not_followed
from rights_search.parsers.akn_facts import identification, kind_of, name_of, symbol_in, title_of
from rights_search.parsers.base import shortened, visible
from rights_search.parsers.eids import eid, unique
from rights_search.parsers.language import language_of
from rights_search.parsers.transcripts.xml import tree_of
from rights_search.vocabulary import bodies, instruments, states

HEAD = 4000
DIVISIONS = {"book", "tome", "part", "title", "subtitle", "chapter", "subchapter", "section", "subsection"}
#: The units that are passages, outermost first; one within another is an anchor of it.
UNITS = {"article", "paragraph", "rule", "recital", "clause"}
#: What an element is looked through for: all that can become a passage.
HOLDING = (*sorted(UNITS), "preamble", "attachments")
#: What stands in front of the text, and is the title page.
OUTSIDE = {"preface": "title page", "header": "title page"}
LANGUAGES = {"eng": "en", "spa": "es", "fra": "fr", "por": "pt", "rus": "ru", "ara": "ar", "zho": "zh"}
_NUMBER = re.compile(r"\d+[a-z]?(?:\.\d+)*|[ivxlc]+\b|[a-z]\b", re.IGNORECASE)


def recognises(source: Source) -> bool:
    """An Akoma Ntoso root element."""
    return re.search(rb"<(?:\w+:)?akomaNtoso\b", source.data[:HEAD]) is not None


def parse(source: Source) -> Parsed:
    """The document in it.

    Raises:
        ParseError: it is no well-formed XML, or has no passage.
    """
    root = tree_of(source.data, "the document")
    body_of = next((child for child in root if isinstance(child.tag, str)), None)
    if body_of is None:
        raise ParseError("an Akoma Ntoso file with nothing in it", code=Refusal.EMPTY)
    reader = _Reader(source.path)
    passages = tuple(reader.passages(body_of))
    if not passages:
        unread = "".join(f"; {said}" for said in not_followed(root))
        raise ParseError(
            f"no article and no numbered paragraph in it: its elements must be those of Akoma Ntoso{unread}"
        )
    told = sum(1 for unit in reader.with_entities for _ in unit.iter(etree.Entity))
    if told < sum(1 for _ in root.iter(etree.Entity)):
        elsewhere = not_followed(root, without=reader.with_entities)
        reader.problems.extend(Problem(source.path, "outside of the passages", said) for said in elsewhere)
    document = _document(body_of, passages, reader, source)
    return Parsed((document,), shortened(reader.problems, source.path, "passages"))


def _document(element: etree._Element, passages: tuple[Passage, ...], reader: "_Reader", source: Source) -> Document:
    meta = {
        (level, name): value
        for level in ("FRBRWork", "FRBRExpression")
        for name, value in identification(element, level)
    }
    number = meta.get(("FRBRWork", "FRBRnumber"), "") or source.declared.symbol
    symbol = symbol_in(number)
    title = title_of(element) or meta.get(("FRBRWork", "FRBRname"), "")
    instrument = instruments().named(title) if title else None
    kind = kind_of(element, source)
    date = meta.get(("FRBRWork", "FRBRdate"), "")[:10]
    language = LANGUAGES.get(meta.get(("FRBRExpression", "FRBRlanguage"), ""), "")
    country = meta.get(("FRBRWork", "FRBRcountry"), "").upper()
    state = source.declared.state or (country if country in states() else "")
    body = source.declared.body or (symbol.body if symbol and symbol.body in bodies() else "")
    named = instrument.id if instrument else symbol.id if symbol else ""
    uri = meta.get(("FRBRWork", "FRBRuri"), "") or source.path.rpartition("/")[2].partition(".")[0]
    laws = (SourceKind.CONSTITUTION, SourceKind.TREATY)
    return Document(
        id=named or re.sub(r"[^a-z0-9]+", "-", uri.lower()).strip("-") or "document",
        kind=kind,
        title=title or str(symbol or uri),
        language=language_of(" ".join(passage.text for passage in passages[:8]), language or source.declared.language),
        standing=Standing.OFFICIAL,
        passages=passages,
        symbol=str(symbol) if symbol else "",
        body=body,
        states=(state,) if state else (symbol.state,) if symbol and symbol.state else (),
        date=date if is_date(date) else "",
        url=source.declared.url,
        facts=Instrument(adopted=date if is_date(date) else "") if kind in laws else Report(),
        left_out=tuple(LeftOut(rule, count) for rule, count in reader.left_out.items() if count),
        source=source.path,
    )


class _Reader:
    """Makes passages of the units of one document."""

    def __init__(self, path: str) -> None:
        """Read a file of this name."""
        self.problems: list[Problem] = []
        self.left_out: Counter[str] = Counter()
        self.with_entities: set[etree._Element] = set()  #: units told to have lost text
        self._path = path
        self._taken: set[str] = set()
        self._within = ""  #: the annex that is read, as the beginning of an eId
        self._annex = 0

    def passages(self, element: etree._Element, path: tuple[str, ...] = ()) -> Iterator[Passage]:
        """The passages under an element, in their order."""
        for child in element:
            name = name_of(child)
            if name in ("meta", "coverPage", "conclusions"):
                self.left_out[name] += visible("".join(child.itertext()))
            elif name == "attachments":
                yield from self._annexes(child, path)
            elif name in UNITS and (child.find("{*}num") is not None or name == "article"):
                yield self._passage(child, path)
            elif name in DIVISIONS:
                yield from self.passages(child, (*path, heading) if (heading := _heading(child)) else path)
            elif name == "preamble" and (words := self._words(child)):
                yield Passage(eid=self._unique("sec_preamble"), kind=PassageKind.PARAGRAPH, text=words, path=path)
            elif name in ("num", "heading", "subheading"):
                continue  # of the division, which is in the path
            elif any(_holds(child, inner) for inner in HOLDING):
                yield from self.passages(child, path)
            elif name:
                self.left_out[OUTSIDE.get(name, "text outside of articles and numbered paragraphs")] += visible(
                    "".join(child.itertext())
                )

    def _annexes(self, attachments: etree._Element, path: tuple[str, ...]) -> Iterator[Passage]:
        """What is attached, each with names of its own; one without numbered units is a passage as a whole."""
        for attachment in (child for child in attachments if name_of(child)):
            self._annex += 1
            name = f"annex_{self._annex}"
            above = (*path, heading) if (heading := _heading(attachment)) else path
            outer, self._within = self._within, f"{name}__"
            left_out = Counter(self.left_out)
            passages = list(self.passages(attachment, above))
            self._within = outer
            if not passages:
                self.left_out = left_out
            if not passages and (words := self._words(attachment)):
                passages = [Passage(eid=name, kind=PassageKind.PARAGRAPH, text=words, path=above)]
                self._taken.add(name)
            yield from passages

    def _unique(self, wanted: str) -> str:
        wanted = self._within + wanted
        name = unique(wanted, self._taken)
        if name != wanted and not wanted.endswith("sec_preamble"):
            self.problems.append(Problem(self._path, name, f"{wanted} stands more than once"))
        return name

    def _passage(self, unit: etree._Element, path: tuple[str, ...]) -> Passage:
        number = _number(unit)
        article = name_of(unit) == "article"
        name = self._unique(eid(("art" if article else "para", number or "0")))
        for said in not_followed(unit):
            self.problems.append(Problem(self._path, name, said))
            self.with_entities.add(unit)
        notes = tuple(_notes(unit))
        pieces: list[str] = []
        anchors: list[Anchor] = []
        for part, words in self._parts(unit):
            if part:
                start = sum(len(piece) + 1 for piece in pieces)
                anchors.append(Anchor(f"{name}__{eid(*part)}", part[-1][1], start))
            pieces.append(words)
        return Passage(
            eid=name,
            kind=PassageKind.PROVISION if article else PassageKind.PARAGRAPH,
            text="\n".join(pieces),
            num=number,
            heading=_child_words(unit, "heading"),
            path=path,
            anchors=tuple(anchors),
            notes=notes,
        )

    def _parts(
        self, unit: etree._Element, above: tuple[tuple[str, str], ...] = ()
    ) -> Iterator[tuple[tuple[tuple[str, str], ...], str]]:
        """The pieces of a unit's text, each with the numbers that lead to it where it begins a numbered part."""
        for child in unit:
            name = name_of(child)
            if name in ("num", "heading", "subheading") or not name:
                continue
            number = _number(child) if child.find("{*}num") is not None else ""
            if number:
                own = (*above, ("para" if not above else "point", number))
                printed = _child_words(child, "num")
                inner = list(self._parts(child, own))
                first = inner[0][1] if inner and not inner[0][0] else ""
                yield own, f"{printed} {first}".strip()
                yield from inner[1 if first else 0 :]
            elif child.find(".//{*}num") is not None:
                yield from self._parts(child, above)
            elif words := self._words(child):
                yield (), words

    def _words(self, element: etree._Element) -> str:
        """The words under an element, a line for each paragraph, without its notes."""
        blocks = [block for block in element.iter("{*}p") if not _in_note(block)] or [element]
        lines = (" ".join("".join(_texts(block)).split()) for block in blocks)
        return "\n".join(line for line in lines if line)


def _texts(element: etree._Element) -> Iterator[str]:
    """The text in an element, the notes left out."""
    if element.text:
        yield element.text
    for child in element:
        if name_of(child) not in ("authorialNote", "num", ""):
            yield from _texts(child)
        if child.tail:
            yield child.tail


def _holds(element: etree._Element, name: str) -> bool:
    return element.find(".//{*}" + name) is not None or name_of(element) == name


def _in_note(element: etree._Element) -> bool:
    return any(name_of(above) == "authorialNote" for above in element.iterancestors())


def _notes(unit: etree._Element) -> Iterator[Note]:
    for number, note in enumerate(unit.iter("{*}authorialNote"), start=1):
        yield Note(note.get("marker") or str(number), " ".join("".join(note.itertext()).split()))


def _child_words(element: etree._Element, name: str) -> str:
    child = element.find("{*}" + name)
    return " ".join("".join(child.itertext()).split()) if child is not None else ""


def _heading(division: etree._Element) -> str:
    return " ".join(words for words in (_child_words(division, "num"), _child_words(division, "heading")) if words)


def _number(unit: etree._Element) -> str:
    """The number printed, without its ornament; where none is printed, that of its eId."""
    printed = _child_words(unit, "num")
    words = re.sub(r"^(?:art(?:icle|ículo|igo)?|para(?:graph)?|párrafo|section)\b\.?", "", printed, flags=re.IGNORECASE)
    if found := _NUMBER.search(words):
        return found[0].lower()
    own = re.search(r"_(\w+)$", unit.get("eId", ""))
    return own[1].lower() if own else ""
