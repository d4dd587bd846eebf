"""One file to its record: parse, lay out, cite, tag."""

import hashlib
import time
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rights_search import citations, corpus, parsers
from rights_search.errors import CorpusError, ParseError, Refusal
from rights_search.ingest.receipts import accepted, refused
from rights_search.model import (
    Citation,
    CitationKind,
    Correction,
    Declaration,
    Document,
    Parsed,
    Passage,
    Problem,
    Source,
    SourceKind,
    corrected,
)
from rights_search.parsers.articles.layout import lent, place, split_numerals
from rights_search.parsers.structure import Structure, load_structure
from rights_search.store import Record
from rights_search.tagging import Groups, Tagger, goals_of
from rights_search.vocabulary import Register, load_register
from rights_search.workspace import Workspace

PACKAGE = Path(__file__).resolve().parents[1]
#: What shapes a record beside the file itself: change one of them and every file is read again.
SHAPING = ("model", "vocabulary", "citations", "parsers", "tagging", "ingest")

#: Said of a constitution whose text lost its headings.
LENT = "the headings above {} of its articles are not in the text: they are those of the State's structure.toml"

#: … and of a file that is read although it is damaged.
DAMAGED = "{}: words may be missing or garbled; fetch or copy the file again"


@cache
def code_stamp() -> bytes:
    """A checksum of the rooms that shape a record: no version number that someone could forget to raise."""
    digest = hashlib.sha256()
    for room in SHAPING:
        for file in sorted((PACKAGE / room).rglob("*")):
            if file.suffix in {".py", ".toml"}:
                digest.update(file.name.encode() + file.read_bytes())
    return digest.digest()


class Reader(Struct, frozen=True):
    """All that turns a file of this State's workspace into a record."""

    constitution: str  #: the id of the State's constitution
    register: Register
    tagger: Tagger
    groups: Groups
    structure: Structure
    corrections: dict[str, tuple[Correction, ...]]  #: by passage
    stamp: bytes

    @classmethod
    def of(cls, workspace: Workspace) -> "Reader":
        """The reader of a workspace: its State's register, the structure of its constitution, what people overrule.

        Raises:
            CorpusError: the file of corrections does not hold together: none of them is dropped in silence.
        """
        rights = workspace.state / "rights.toml"
        register = load_register(rights)
        structure = workspace.state / "structure.toml"
        tags = workspace.state / "tags.toml"
        corrections, wrong = corpus.read_corrections(tags)
        if wrong:
            raise CorpusError(f"{tags}: {wrong[0].locator}: {wrong[0].message}. `rights-search check` lists all.")
        shaping = (rights, structure, workspace.state / "state.toml", tags)
        words = msgspec.json.encode(register.rights)  # what it borrows from another register included
        stamp = hashlib.sha256(code_stamp() + words + b"".join(map(_bytes, shaping))).digest()
        constitution = str(workspace.state_facts().get("constitution", ""))
        tagger = Tagger(register, constitution)
        return cls(
            constitution, register, tagger, Groups(register), load_structure(structure), _by_passage(corrections), stamp
        )

    def fingerprint(self, source: Source) -> str:
        """What must be the same for a file to count as unchanged."""
        digest = hashlib.sha256(self.stamp)
        digest.update(msgspec.json.encode(source.declared))
        digest.update(source.data)
        return digest.hexdigest()

    def record(self, source: Source) -> Record:
        """The file as the store keeps it; one that cannot be read has no documents, and a receipt that says why."""
        began = time.perf_counter()
        try:
            parsed = self.parse(source)
            documents = tuple(self.tagged(document) for document in parsed.documents)
            receipt = accepted(source.path, parsed, documents)
        except ParseError as error:
            documents, receipt = (), refused(source.path, str(error), error.code)
        except RecursionError:
            reason = "nested too deeply to be a document"
            documents, receipt = (), refused(source.path, reason, Refusal.TOO_LARGE)
        receipt = replace(receipt, seconds=round(time.perf_counter() - began, 3))
        return Record(path=source.path, fingerprint=self.fingerprint(source), receipt=receipt, documents=documents)

    def parse(self, source: Source) -> Parsed:
        """What the parsers make of a file, laid out by the constitution's structure and with its citations.

        Raises:
            ParseError: the file cannot be read as a document.
        """
        parsed = parsers.parse(source)
        placed = tuple(self._placed(document) for document in parsed.documents)
        pairs = zip(parsed.documents, placed, strict=True)
        given = ((document.id, lent(document, after)) for document, after in pairs)
        problems = [Problem(source.path, id_, LENT.format(count)) for id_, count in given if count]
        if damage := parsers.damage_of(source.data):
            problems.append(Problem(source.path, "", DAMAGED.format(damage)))
        documents = tuple(self._cited(self._split(document)) for document in placed)
        return replace(parsed, documents=documents, problems=(*parsed.problems, *problems))

    def tagged(self, document: Document) -> Document:
        """The document with the rights, groups and goals of each passage."""
        return replace(document, passages=tuple(self._tagged(passage, document) for passage in document.passages))

    def _tagged(self, passage: Passage, document: Document) -> Passage:
        overruled = self.corrections.get(f"{document.id}#{passage.eid}", ())
        tags = corrected(self.tagger.tag(passage, document), overruled)
        groups = self.groups.of(passage, document, tags)
        return replace(passage, tags=tags, groups=groups, goals=goals_of(passage.text, tags, self.register))

    def _placed(self, document: Document) -> Document:
        return place(document, self.structure) if self._is_the_constitution(document) else document

    def _split(self, document: Document) -> Document:
        split = frozenset(right.parent for right in self.register if right.parent)
        return split_numerals(document, split) if self._is_the_constitution(document) else document

    def _is_the_constitution(self, document: Document) -> bool:
        return document.kind is SourceKind.CONSTITUTION and document.id == self.constitution

    def _cited(self, document: Document) -> Document:
        context = citations.Context.of(document, self.constitution)
        passages = _with_cites(document, context)
        if document.kind is SourceKind.GENERAL_COMMENT:  # read again, if it is on one article: “Paragraph 2 requires …”
            cites = (cite for passage in passages for cite in passage.cites)
            if article := citations.commented(cites, context.instrument):
                passages = _with_cites(document, replace(context, article=article))
        return replace(document, passages=passages)


def _by_passage(corrections: tuple[Correction, ...]) -> dict[str, tuple[Correction, ...]]:
    found: dict[str, tuple[Correction, ...]] = {}
    for one in corrections:
        found[one.passage] = (*found.get(one.passage, ()), one)
    return found


def _with_cites(document: Document, context: citations.Context) -> tuple[Passage, ...]:
    """The passages in their order, each knowing what those before it named."""
    # … but recommendations made in a review are each another State's. Notes know what notes before them named.
    memory = None if document.kind is SourceKind.UPR else citations.Memory()
    noted = citations.Memory()
    return tuple(
        _noted_by(_cited_by(passage, context.within(passage.eid), memory), context.within_notes(), noted)
        for passage in document.passages
    )


def _cited_by(passage: Passage, context: citations.Context, memory: citations.Memory | None) -> Passage:
    """The passage with what its words cite, after what a person declared.

    Where a person said what provisions it cites, a number in its words is one of those or stays unresolved: “article 6”
    may be of another treaty than the one that its document mostly means.
    """
    declared = {cite.target.partition(".")[0] for cite in passage.cites if cite.kind is CitationKind.PROVISION}
    found = tuple(
        replace(cite, target="") if declared and cite.target and _is_another(cite, declared) else cite
        for cite in citations.find(passage.text, context, memory)
    )
    return replace(passage, cites=(*passage.cites, *found))


def _noted_by(passage: Passage, context: citations.Context, memory: citations.Memory) -> Passage:
    """The passage with what its notes cite."""
    if not passage.notes:
        return passage
    notes = []
    for note in passage.notes:
        cites = citations.find(note.text, context, memory)
        memory.end_note(note.text, cites)
        notes.append(replace(note, cites=cites))
    return replace(passage, notes=tuple(notes))


def _is_another(cite: Citation, declared: set[str]) -> bool:
    return cite.kind is CitationKind.PROVISION and cite.target.partition(".")[0] not in declared


def source_of(path: Path, label: str, options: Declaration) -> Source:
    """A file under the name it has in the store.

    Raises:
        CorpusError: it cannot be read.
    """
    return replace(corpus.read(path, options), path=label)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
