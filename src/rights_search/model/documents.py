"""Documents and their passages, as one file in one language gives them.

A treaty held in Spanish and in English is two `Document`s with one id; `model.holdings` lays them side by side.
"""

from msgspec import Struct

from rights_search.model.kinds import CitationKind, Grade, PassageKind, SourceKind, Standing, TagBasis


class Problem(Struct, frozen=True):
    """Something wrong with one input while the rest is fine: which source, where in it, and what to do."""

    source: str
    locator: str
    message: str


class Tag(Struct, frozen=True):
    """A right on a passage, with its reason.

    `evidence` is data, put into words in the reader's language: the matched words for a term, provision ids
    (`achr#8.1`) for a concordance or a citation, a name for a person.
    """

    right: str
    basis: TagBasis
    grade: Grade = Grade.ABOUT
    evidence: tuple[str, ...] = ()


class Affected(Struct, frozen=True):
    """A group whom a passage concerns, and why: its words, a right of its own, or the body that speaks of it alone."""

    group: str  #: of the vocabulary: "women"
    basis: TagBasis
    evidence: tuple[str, ...] = ()


class Citation(Struct, frozen=True):
    """A reference found in the text of a passage, or of a note, at `text[start:end]`.

    `target` is a provision (`achr#8.1`), a document (`ccpr-c-ecu-co-6`), a judgment or its paragraph
    (`iacthr-c-298#para_173`), and empty while the reference is unresolved ("art. 6" without its treaty).
    """

    text: str
    target: str
    kind: CitationKind
    start: int
    end: int


class Anchor(Struct, frozen=True):
    """A numbered part inside a passage: `art_9__para_1` begins at `text[start]`."""

    eid: str
    num: str
    start: int


class Note(Struct, frozen=True, omit_defaults=True):
    """A footnote of a passage, with its printed mark."""

    mark: str
    text: str
    cites: tuple[Citation, ...] = ()


class Passage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The citable unit and the unit of a hit: one article, numbered paragraph, recommendation or operative point."""

    eid: str  #: unique in the document: `art_9`, `para_12`, `oper_3`, `rec_118-12`
    kind: PassageKind
    text: str  #: plain text, paragraphs separated by newlines
    num: str = ""  #: as printed, without ornament: "9", "12", "118.12"
    heading: str = ""  #: its own title, such as an article's rubric
    path: tuple[str, ...] = ()  #: the headings above it, outermost first
    anchors: tuple[Anchor, ...] = ()
    notes: tuple[Note, ...] = ()
    cites: tuple[Citation, ...] = ()
    tags: tuple[Tag, ...] = ()
    groups: tuple[Affected, ...] = ()
    goals: tuple[int, ...] = ()  #: Sustainable Development Goals: of the rights it is about, and those it names
    recommended_by: tuple[str, ...] = ()  #: UPR: ISO alpha-3 codes of the recommending States
    response: str = ""  #: UPR: "supported", "noted" or unknown


class LeftOut(Struct, frozen=True):
    """What a parser kept out of every passage: under which named rule, and how many characters of it."""

    rule: str
    characters: int


class Instrument(Struct, frozen=True, tag="instrument", omit_defaults=True):
    """Facts of a constitution, treaty or declaration."""

    acronym: str = ""
    adopted: str = ""
    in_force: str = ""


class Judgment(Struct, frozen=True, tag="judgment", omit_defaults=True):
    """Facts of a decision of a regional court."""

    case: str = ""
    series: str = ""  #: the number in Series C (or A, for an opinion: "A 17")
    types: tuple[str, ...] = ()  #: "preliminary objections", "merits", "reparations", "interpretation", "opinion"
    violated: tuple[str, ...] = ()  #: provision ids: `achr#8.1`
    not_violated: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()  #: 1.1 and 2 where they only accompany a finding
    compliance: str = ""  #: how far its orders were carried out, and when that was said


class Report(Struct, frozen=True, tag="report", omit_defaults=True):
    """Facts of what a treaty body, the UPR or a mandate holder wrote."""

    session: str = ""
    cycle: str = ""  #: ordinal of the review, "6"
    visit: str = ""
    role: str = ""  #: its place in a procedure, where the source kind does not say it


class Document(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One document in one language from one file."""

    id: str
    kind: SourceKind
    title: str
    language: str  #: ISO 639-1
    standing: Standing
    passages: tuple[Passage, ...]
    symbol: str = ""  #: as cited: `CCPR/C/ECU/CO/6`, `Serie C No. 298`
    body: str = ""  #: a body of the vocabulary, "ccpr"
    states: tuple[str, ...] = ()  #: the addressees, ISO alpha-3; none where it addresses all
    date: str = ""  #: ISO 8601, as precise as known: "2016-07-11", "2016-07", "2016"
    url: str = ""  #: the official text in this language
    aliases: tuple[str, ...] = ()  #: ids under which other sources know it
    facts: Instrument | Judgment | Report | None = None
    left_out: tuple[LeftOut, ...] = ()
    gaps: tuple[str, ...] = ()  #: what the numbering says is missing: "para_12", "art_30"
    source: str = ""  #: the path of the file it was read from
    checked: str = ""  #: digests: when and against what the facts were checked
    against: str = ""


class Declaration(Struct, frozen=True, omit_defaults=True):
    """What someone says of a file that does not say it itself: front matter, `collection.toml` or an option."""

    kind: SourceKind | None = None
    state: str = ""
    body: str = ""
    language: str = ""
    symbol: str = ""
    url: str = ""
    licence: str = ""
    date: str = ""
    title: str = ""
    ocr: bool = False  #: pages that are only pictures may be read by Tesseract


class Source(Struct, frozen=True):
    """A file's bytes with its provenance; what a parser is given."""

    path: str
    data: bytes
    declared: Declaration = Declaration()


class Parsed(Struct, frozen=True, omit_defaults=True):
    """What a parser makes of a source; one file may hold several documents."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    format: str = ""  #: as what it was read: "PDF, numbered text"
