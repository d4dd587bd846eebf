"""What is fuzzed: for each target the bytes it takes, the files it begins from, and what must always hold.

Of every reader: whatever the bytes, either documents whose passages have words and eIds of their own, or a `ParseError`
with words for people and a code for programs. Anything else that is raised is a finding.
"""

import io
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from rights_search.citations import Context, find
from rights_search.citations.symbols import find_symbols
from rights_search.errors import ParseError, QueryError, Refusal
from rights_search.index import clean
from rights_search.model import Declaration, Source, SourceKind, is_date
from rights_search.model.symbols import DocumentSymbol
from rights_search.parsers import parse
from rights_search.parsers.lists.marks import marks_in
from rights_search.parsers.lists.pages import without_pages
from rights_search.parsers.observations.dates import adopted_on, dates_in, first_date, session_in
from rights_search.search import grammar
from rights_search.search.marks import Marker
from rights_search.search.snippets import snippet
from rights_search.vocabulary import Register, load_register

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data"
sys.path.insert(0, str(ROOT / "tests"))

from office_files import docx, p, packed, pdf, xlsx  # noqa: E402  it lies among the tests

DECLARED = Declaration(kind=SourceKind.GENERAL_COMMENT, body="cescr", language="en")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_SIZES = b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"  # version, byte order and sectors of 512 bytes
WORDS = "12. States shall keep the wells open, as article 11, paragraph 1, of the Covenant (E/C.12/GC/15) says."
#: A judgment, and an article of a treaty, which means itself by “this article”.
CONTEXTS = (
    Context(language="es", body="iacthr", instrument="achr", kind=SourceKind.JUDGMENT),
    Context(language="en", instrument="cat", kind=SourceKind.TREATY, article="5"),
)
#: The parts of a Word file that are read, and of a workbook; the first byte of an input chooses one.
WORD_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml")
SHEET_PARTS = ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml")


class Target(Struct, frozen=True):
    """A function of bytes that must not raise, and inputs to begin from."""

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


class PropertyError(AssertionError):
    """What should always hold does not."""


def must(holds: bool, what: str) -> None:
    """Complain where something that always holds does not."""
    if not holds:
        raise PropertyError(what)


def read(data: bytes) -> None:
    """Read a file, declared or not, and look at what came of it."""
    declared = DECLARED if len(data) % 2 else Declaration()  # one or the other: twice as many inputs a second
    try:
        parsed = parse(Source("fuzzed", data, declared))
    except ParseError as error:
        must(bool(str(error).strip()) and isinstance(error.code, Refusal), "a refusal without words or code")
        return
    for document in parsed.documents:
        names = [passage.eid for passage in document.passages]
        must(len(names) == len(set(names)), f"an eId twice in {document.id}")
        must(all(passage.text.strip() for passage in document.passages), "an empty passage")


def beginning(magic: bytes) -> Callable[[bytes], None]:
    """A reader of inputs that are of one format, whatever a mutation made of their signature."""
    return lambda data: read(data if data.startswith(magic) else magic + data)


def _in_part(whole: bytes, names: tuple[str, ...]) -> Callable[[bytes], None]:
    """A reader of a sound package in which one part is what the input says."""
    with zipfile.ZipFile(io.BytesIO(whole)) as made:
        sound = {name: made.read(name) for name in made.namelist()}
    return lambda data: read(packed({**sound, names[data[0] % len(names)]: data[1:]})) if data else None


def _parts(whole: bytes, names: tuple[str, ...]) -> tuple[bytes, ...]:
    with zipfile.ZipFile(io.BytesIO(whole)) as made:
        return tuple(bytes([at]) + made.read(name) for at, name in enumerate(names) if name in made.namelist())


def symbols(data: bytes) -> None:
    """A symbol printed is read as itself; those found stand in the text, in order."""
    text = data.decode("utf-8", "replace")
    _spans(text, find_symbols(text))
    with suppress(ValueError, ParseError):
        once = DocumentSymbol.parse(text)
        must(DocumentSymbol.parse(str(once)) == once, f"{once} is not read as itself")


def articles(data: bytes) -> None:
    """Citations stand in the text, in order; two may share a place, but none overlaps another in part."""
    text = data.decode("utf-8", "replace")
    for context in CONTEXTS:
        _spans(text, find(text, context))


def _spans(text: str, found: Iterable[object]) -> None:
    before = (0, 0)
    for one in found:
        start, end = one.start, one.end  # type: ignore[attr-defined]
        must(0 <= start < end <= len(text), f"a citation outside its text: {start}-{end}")
        must((start, end) == before or start >= before[1], f"citations out of order: {before}, {(start, end)}")
        before = (start, end)


def notes(data: bytes) -> None:
    """Footnotes leave the entries of a list, and no letter is lost; marks stand in the text, in order."""
    texts = [" ".join(line.split()) for line in data.decode("utf-8", "replace").split("\n")]
    cleared = without_pages(texts, "")
    kept = (part for clear in cleared for part in (clear.text, *(note.text for note in clear.notes)))
    must(_letters(texts) == _letters(kept) or "GE." in "".join(texts), "a letter of a list is lost")
    marks = marks_in([clear.text for clear in cleared])
    must(all(cleared[mark.text].text[mark.start : mark.end].strip() == str(mark.number) for mark in marks), "no mark")


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(character for text in texts for character in text if character.isalpha())


def dates(data: bytes) -> None:
    """Every date that is read is one."""
    text = data.decode("utf-8", "replace")
    is_date(text)
    session_in(text)
    read_dates = [first_date(text), adopted_on(text), *(iso for _, iso in dates_in(text))]
    must(all(is_date(iso) for iso in read_dates if iso), f"no date: {read_dates}")


def _register() -> Register:
    return load_register(DATA / "workspace" / "corpus" / "ruritania" / "rights.toml")


def query(register: Register) -> Callable[[bytes], None]:
    """A query is read or named too large; a snippet is in its text, and marks what it found there."""

    def run(data: bytes) -> None:
        asked, _, shown = data.decode("utf-8", "replace").partition("\n")
        try:
            root = grammar.read(asked, register).root
        except QueryError as error:
            must(bool(str(error)), "a refusal without words")
            return
        text = clean(shown)
        marks = Marker(root).marks(text, "es")
        must(all(0 <= mark.start < mark.end <= len(text) for mark in marks), "a mark outside its text")
        bare = "".join(run.text for run in snippet(text, marks)).removeprefix("… ").removesuffix(" …")
        must(bare in text.replace("\n", " "), "a snippet that is not in its text")

    return run


def _files(*patterns: str) -> tuple[bytes, ...]:
    found = (path for pattern in patterns for path in sorted(DATA.glob(pattern)))
    return tuple(path.read_bytes() for path in found if path.is_file() and ".expected." not in path.name)


def targets() -> dict[str, Target]:
    """Every target by name."""
    word = docx(
        p(WORDS) + p("Open", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
        styles='<w:style w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="A"/></w:style>',
        numbering='<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val='
        '"lowerLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId'
        ' w:val="7"/></w:num>',
        footnotes=f'<w:footnote w:id="4">{p("See the map.")}</w:footnote>',
    )
    book = xlsx([["Symbol", "Text"], ["A/HRC/41/4", WORDS]])
    paper = pdf([[(60, 800, 9, "E/C.12/GC/15"), (60, 700, 10, WORDS), (60, 80, 7, "1 See the map.")]] * 2)
    rich = b"{\\rtf1\\ansi\\ansicpg1252 12. States shall\\par 13. keep \\u233? \\'e9 {\\*\\x y}\\par}"
    page = f"<!DOCTYPE html><html lang=en><body><h1>Wells</h1><p>{WORDS}<table><tr><td>1<td>2</table></html>".encode()
    lines = WORDS.encode()
    return {
        "sniffing": Target(read, (word, book, paper, rich, page, lines, OLE + bytes(600), *_files("*/*"))),
        "html": Target(beginning(b"<!DOCTYPE html>"), (page, *_files("treaty/*.html", "*/*.html"))),
        "docx": Target(_in_part(word, WORD_PARTS), _parts(word, WORD_PARTS)),
        "doc": Target(
            beginning(OLE), (OLE + bytes(600), OLE + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00")
        ),
        "xml": Target(beginning(b"<akomaNtoso"), _files("akn/*.xml")),
        "pdf": Target(beginning(b"%PDF-"), (paper,)),
        "rtf": Target(beginning(b"{\\rtf"), (rich,)),
        "spreadsheet": Target(_in_part(book, SHEET_PARTS), _parts(book, SHEET_PARTS)),
        "archive": Target(beginning(b"PK\x03\x04"), (packed({"a.txt": lines, "../b.html": page, "c.zip": book}),)),
        "symbols": Target(symbols, (b"CCPR/C/ECU/CO/6", b"A/HRC/41/4/Add.1", b"CRC/C/OPAC/ECU/CO/1", lines)),
        "articles": Target(
            articles,
            (
                lines,
                "artículos 8.1 y 25 de la Convención Americana; letras a) y b) del párrafo 1 de este artículo".encode(),
            ),
        ),
        "notes": Target(
            notes,
            (
                b"Wells are dry.1 Most of _____ 1 Ibid. 2 See www.w.example. wells are.2\nSo they stay.3 3 Ibid.",
                "As he said.7 7 See A/1/2. 8 “Ibid.”. 2/23 It went on.8\nB 3/23 C 4/23\n9 Notes 9 A.".encode(),
            ),
        ),
        "dates": Target(dates, (b"11 July 2016", b"1 de julio de 2016", b"2016-07-11")),
        "query": Target(query(_register()), (b"agua OR (r*) -x\nEl agua y los r\xc3\xados", b'"a b" right:66\na b')),
    }
