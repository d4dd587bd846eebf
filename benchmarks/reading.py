"""How truly Word and PDF files are read: one line a measure with its bar, on the real files beside the project.

    python -m benchmarks.reading [--examples]

What should be found is told without the program's own readers wherever that can be: PDFium's bare lines for running
heads, UPR Info's table for recommendations, docx2python, antiword and LibreOffice for Word files.
"""

import csv
import gzip
import io
import re
import resource
import shutil
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium

from rights_search.errors import RightsSearchError
from rights_search.model import Document, Source, SourceKind
from rights_search.model.documents import Declaration
from rights_search.parsers import Account, parse, transcribed
from rights_search.parsers.transcripts.pdf_lines import Page, pages_of

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from office_files import pdf

TEXTS = Path(__file__).parents[2] / "shared" / "texts"
EXAMPLES = "--examples" in sys.argv
#: Which session of the table stands in which report.
REPORTS = {"1": "ecuador2008", "13": "ecuador2012"}
#: What a folder's files are, where they do not say it themselves.
KINDS = {
    "pdf_const": SourceKind.CONSTITUTION,
    "constitutions": SourceKind.CONSTITUTION,
    "treaties": SourceKind.TREATY,
    "pdf_un": None,
    "upr": None,
    "pdf_court": None,
}
#: A page's edges, a share of its height; a running line stands on so many pages.
EDGE, OFTEN = 0.12, 3
JOB = re.compile(r"GE\.\d\d-\d+.*|\d\d-\d{5}.*|(?:[A-Z]{1,6}(?:\.\d+)?(?:/[A-Za-z0-9.\-]+)+)")
_NOTE_WORD = r"(?:Cfr?\.|Véase|Ver\b|V[ée]ase|[IÍ]b[ií]d\b|[IÍ]dem\b|Supra\b|See\b)"
#: A note's own words at a line's beginning behind its number, or in a line behind a sentence's end and a number.
LEAKED = re.compile(
    rf"^(?:Cfr?\.|[IÍ]b[ií]d(?:em)?\b|\[?\d{{1,3}}\]?\.? ?{_NOTE_WORD})|(?<=[.;)”\"]) ?\d{{1,3}} {_NOTE_WORD}",
    re.MULTILINE,
)
SMALL = 0.93


def squeezed(text: str) -> str:
    """The letters and figures alone: case, accents' form, punctuation, hyphens and spaces aside."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def report(measure: str, value: str, bar: str, met: bool) -> None:
    """One line."""
    print(f"{'ok  ' if met else 'MISS'} {measure:66} {value:>24}   bar: {bar}", flush=True)


def example(text: str) -> None:
    """What fell short, on demand."""
    if EXAMPLES:
        print(f"       {text[:230]!r}")


def present(*places: str) -> list[Path]:
    """The files that are there; those that are not are named."""
    found: list[Path] = []
    for place in places:
        files = sorted(TEXTS.glob(place))
        if not files:
            print(f"absent: ../shared/texts/{place}")
        found += files
    return found


def read(path: Path) -> tuple[Document, ...]:
    """The file's documents; none where it is refused, which is said."""
    kind = KINDS.get(path.parent.name) or KINDS.get(path.parent.parent.name)
    declared = Declaration(kind=kind, language="fr" if kind is SourceKind.TREATY else "", state="XXX" if kind else "")
    try:
        return parse(Source(path.name, path.read_bytes(), declared)).documents
    except RightsSearchError as error:
        example(f"{path.name}: {error}")
        return ()


def passages(path: Path) -> list[str]:
    """The words of every passage with its notes; of a file that is refused, the paragraphs of its transcript."""
    documents = read(path)
    if documents:
        return [
            text for document in documents for p in document.passages for text in (p.text, *(n.text for n in p.notes))
        ]
    return transcribed(Source(path.name, path.read_bytes()), Account()).data.decode().split("\n\n")


# --- a. recommendations ---


def recommendations() -> None:
    tables = present("ecuador/upr/upr-info*.csv.gz")
    if not tables:
        return
    rows = list(csv.DictReader(io.StringIO(gzip.decompress(tables[0].read_bytes()).decode("utf-8-sig")), delimiter=";"))
    for session, name in REPORTS.items():
        wanted = sorted({squeezed(row["Recommendation"]) for row in rows if row["Session"] == session})
        for path in present(f"ecuador/upr/{name}.pdf", f"ecuador/upr/{name}.txt"):
            _recommendations(path, wanted)


def _recommendations(path: Path, wanted: Sequence[str]) -> None:
    (document,) = read(path)
    whole = [squeezed(passage.text) for passage in document.passages]
    raw = squeezed(_bare(path))
    joined = "".join(whole)
    standing = [words for words in wanted if words in raw or words in joined]
    found = [words for words in standing if any(words in passage for passage in whole)]
    for words in set(standing) - set(found):
        example(words)
    share = len(found) / max(1, len(standing))
    value = f"{len(found)} of {len(standing)} ({len(wanted)} in table)"
    report(f"a. recommendations whole in one passage, {path.name}", value, "≥ 99.9 %", share >= 0.999)


def _bare(path: Path) -> str:
    if path.suffix != ".pdf":
        return path.read_text(errors="replace")
    return "\n".join(line for page in bare_pages(path) for line, _ in page)


def bare_pages(path: Path) -> Iterator[list[tuple[str, float]]]:
    """PDFium's lines of each page, each with its height on it, from 0 at the foot to 1 at the head."""
    document = pdfium.PdfDocument(path)
    for page in document:
        text, height = page.get_textpage(), page.get_height()
        words = text.get_text_range()
        place, lines = 0, []
        for line in words.split("\n"):
            first = place + len(line) - len(line.lstrip())
            if line.strip() and first < text.count_chars():
                lines.append((line.strip(), text.get_charbox(first)[1] / height))
            place += len(line) + 1
        yield lines
    document.close()


# --- b. running heads and feet ---


def running() -> None:
    left = pages = 0
    for path in present(
        "formats/pdf_un/*.pdf", "formats/pdf_const/*.pdf", "formats/pdf_court/*.pdf", "ecuador/upr/*.pdf",
        "treaties/pdf/*.pdf", "constitutions/pdf/*.pdf",
    ):  # fmt: skip
        printed = list(bare_pages(path))
        found = list(_left(printed, passages(path)))
        for line in found:
            example(f"{path.name}: {line}")
        left += len(found)
        pages += len(printed)
    report("b. running heads and feet left in passages", f"{left} on {pages} pages", "0", left == 0)


Key = tuple[str, int]  #: a line's letters and figures, and its height on the page, in hundredths


def _keys(line: str, high: float, page: int) -> set[Key]:
    """As the line is, and with its figures less the page's number, or less twice that where sheets hold two pages."""
    grown = {re.sub(r"\d+", lambda n, by=by: f"#{int(n[0][:9]) - by * page}", line) for by in (1, 2)}
    one = re.sub(r"\d+(?=\D*$)", lambda n: f"#{int(n[0][:9]) - page}", line)
    fixed = set() if squeezed(line).isdecimal() else {line}
    return {(re.sub(r"[^\w#-]+", "", key), round(100 * high)) for key in {*grown, one, *fixed}}


def _left(pages: list[list[tuple[str, float]]], texts: list[str]) -> Iterator[str]:
    """Every running line that stands in a passage beside the line which is printed before it or after it."""
    seen = Counter(
        key
        for number, page in enumerate(pages)
        for key in {key for line, high in page if _at_edge(high) for key in _keys(line, high, number)}
    )
    lines = [(line, _is_running(line, high, number, seen)) for number, page in enumerate(pages) for line, high in page]
    whole = "\x00".join(map(squeezed, texts))
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and lines[end][1]:
            end += 1
        before = squeezed(lines[place - 1][0])[-24:] if place else ""
        after = squeezed(lines[end][0])[:24] if end < len(lines) else ""
        for line, _ in lines[place:end]:
            own = squeezed(line)
            both = len(own) < 6 or own.isdecimal()
            found = (before + own in whole and (not both or own + after in whole)) or (
                not both and own + after in whole
            )
            if before and after and found:
                yield line
        place = end + 1


def _at_edge(high: float) -> bool:
    return high > 1 - EDGE or high < EDGE


def _is_running(line: str, high: float, page: int, seen: Counter[Key]) -> bool:
    """A symbol or job number, a page's number, or words, as they stand at one height of several pages."""
    if not _at_edge(high) or not squeezed(line):
        return False
    return bool(JOB.fullmatch(line)) or max(seen[key] for key in _keys(line, high, page)) >= OFTEN


# --- c. notes ---


def leaked() -> None:
    groups = {
        "Inter-American Court, PDF": present("formats/pdf_court/uwazi_*.pdf"),
        "Inter-American Court, text": [
            *present("ecuador/judgments/*.gz"), *present("judgments-iacthr/*.gz")[:: 1 if EXAMPLES else 6]
        ],
        "UN reports, PDF": present("formats/pdf_un/*.pdf", "ecuador/upr/*.pdf"),
        "UN reports and comments, lists": present("special-procedures/*.gz", "general-comments/*.json"),
    }  # fmt: skip
    for name, paths in groups.items():
        count = bad = 0
        for path in paths:
            texts = [p.text for document in read(path) for p in document.passages]
            notes = _small(path) if name == "UN reports, PDF" else []
            found = [text for text in texts if _has_note(text, notes)]
            for text in found:
                note = LEAKED.search(text)
                example(f"{path.name}: {text[max(0, note.start() - 60) :] if note else text}")
            count += len(texts)
            bad += len(found)
        report(
            f"c. paragraphs with a note's words in them, {name}", f"{bad} of {count}", "≤ 0.1 %", bad <= count / 1000
        )


def _has_note(text: str, notes: list[str]) -> bool:
    words = squeezed(text) if notes else ""
    return bool(LEAKED.search(text)) or any(note in words for note in notes)


def _small(path: Path) -> list[str]:
    """The small lines at the foot of pages: a UN report's notes.

    Less those whose words are the text's own as well: a note may say a recommendation again, as it was read out, or
    write out the name of the committee that the text quotes.
    """
    pages = list(pages_of(path.read_bytes()))
    body = _usual(pages)
    text = squeezed(" ".join(line.text for page in pages for line in page.lines if line.size >= SMALL * body))
    lines = [line for page in pages for line in page.lines if line.top < 0.4 * page.height]
    small = [squeezed(line.text) for line in lines if line.size < SMALL * body]
    return [words for words in small if len(words) > 30 and words not in text]


def _usual(pages: Sequence[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


# --- d. e. Word ---

#: The styles of what has numbers of its own and is no paragraph of the judgment or of an opinion: headings, the table
#: of contents, what is quoted from a statute or another judgment. The Registry sets each in a style of its own.
ASIDE = re.compile(r"Heading|H\d|Ha$|TOC|Quot")


def word() -> None:
    try:
        from docx2python import docx2python
        from docx2python.iterators import iter_at_depth
    except ImportError:
        print("absent: docx2python (pip install 'rights-search[bench]'): no second opinion on Word files")
        return
    missing = total = more = 0
    for path in present("judgments-ecthr-docx/*.docx"):
        if path.name.startswith("List_"):
            continue
        paragraphs = iter_at_depth(docx2python(path).document_pars, 4)
        second = Counter(_numbers((p.style, "".join(run.text for run in p.runs)) for p in paragraphs))
        (document,) = read(path)
        own = Counter(int(p.num) for p in document.passages if p.num.isdecimal())
        for what, numbers in (("lost", second - own), ("more", own - second)):
            if numbers:
                example(f"{path.name}: {what} {dict(numbers)}")
        missing += sum((second - own).values())
        more += sum((own - second).values())
        total += sum(second.values())
    report("d. numbered paragraphs of HUDOC Word files missing", f"{missing} of {total}", "0", missing == 0)
    report("d. paragraphs whose number the second opinion has not", str(more), "0", more == 0)


def _numbers(paragraphs: Iterable[tuple[str, str]]) -> Iterator[int]:
    """The numbers that paragraphs begin with, as docx2python reads them: (style, text).

    In the one file without styles a tab tells the headings.
    """
    for style, text in paragraphs:
        number = re.match(r" *(\d{1,4})\.\s*(?=\S)", text)
        if number and not ASIDE.search(style):
            yield int(number[1])


def old_word() -> None:
    for path in present("formats/doc/*.doc"):
        data = path.read_bytes()
        own = _words(_transcript(path))
        if data[:2] == b"PK" or not shutil.which("antiword"):
            why = "it is OOXML" if data[:2] == b"PK" else "antiword is not on this machine"
            print(f"       {path.name}: {len(own)} words; {why}")
            continue
        said = subprocess.run(["antiword", "-w", "0", path], capture_output=True, text=True, check=False).stdout
        second = _words(said)
        differ = sum(((Counter(second) - Counter(own)) + (Counter(own) - Counter(second))).values())
        report(f"e. words unlike antiword's, {path.name}", f"{differ} of {len(second)}", "0", differ == 0)


def twins() -> None:
    """Word files that LibreOffice writes as .docx, .doc and .rtf: the words of each, and of its notes, in their order.

    Figures are held together without their order: Word's SEQ fields, the numbers of paragraphs, are counted anew each
    time LibreOffice writes a file, and may then differ from form to form.
    """
    office = shutil.which("soffice")
    if not office:
        print(
            "absent: soffice (on Debian: libreoffice-writer-nogui): no .doc and .rtf beside a .docx of the same words"
        )
        return
    originals = present("judgments-ecthr-docx/*.docx", "formats/docx/*.docx")
    with TemporaryDirectory() as folder:
        for form in ("docx", "doc", "rtf"):
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = [office, profile, "--headless", "--convert-to", form, "--outdir", f"{folder}/{form}", *originals]
            subprocess.run(command, capture_output=True, check=True, timeout=1200)
        for form in ("doc", "rtf"):
            _twins(form, {path: Path(folder, form, f"{path.stem}.{form}") for path in Path(folder, "docx").iterdir()})


def _twins(form: str, pairs: dict[Path, Path]) -> None:
    differ = figures = total = 0
    for path, twin in sorted(pairs.items()):
        (words, numbers), (own, own_numbers) = _split(_transcript(path)), _split(_transcript(twin))
        same = words == own  # which is quicker to tell than where they part
        parts = [] if same else SequenceMatcher(None, words, own, autojunk=False).get_opcodes()
        for kind, start, end, first, last in parts:
            if kind != "equal":
                example(f"{twin.name}: {words[start:end][:20]} became {own[first:last][:20]}")
                differ += max(end - start, last - first)
        figures += ((numbers - own_numbers) + (own_numbers - numbers)).total()
        total += len(words)
    report(f"e. words of .{form} files unlike their .docx twins", f"{differ} of {total}", "0", differ == 0)
    print(f"       figures unlike: {figures}")


def _transcript(path: Path) -> str:
    return transcribed(Source(path.name, path.read_bytes()), Account()).data.decode()


def _split(text: str) -> tuple[list[str], Counter[str]]:
    """The words in their order, those of the notes behind; and the figures."""
    words = _words(re.sub(r"\[\^\w+\]:?", " ", text))
    return [word for word in words if not word.isdecimal()], Counter(filter(str.isdecimal, words))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


# --- f. speed ---


def speed() -> None:
    paths = present("formats/pdf_*/*.pdf", "ecuador/upr/*.pdf", "treaties/pdf/*.pdf", "constitutions/pdf/*.pdf")
    with get_context("spawn").Pool(1) as pool:
        pages, bare, seconds, megabytes = pool.apply(_timed, (paths,))
    report(
        "f. PDF pages a second and core, up to passages",
        f"{pages / seconds:.0f} ({pages} pages; {seconds / bare:.2f} × PDFium's {pages / bare:.0f})",
        "≥ 200",
        pages / seconds >= 200,
    )
    report("f. largest resident size of the process", f"{megabytes:.0f} MB", "≤ 150 MB", megabytes <= 150)


def _timed(paths: Sequence[Path]) -> tuple[int, float, float, float]:
    """How many pages; the seconds of bare PDFium and of ours, of each file the least of three rounds; megabytes.

    The rounds of both follow each other file by file, so that whatever else the machine does falls on both.
    """
    pages = sum(len(pdfium.PdfDocument(path)) for path in paths)
    read(paths[0])  # a process loads the tables of languages and names once
    least: dict[tuple[str, Path], float] = {}
    for _ in range(3):
        for path in paths:
            for name, work in (("bare", _characters), ("ours", read)):
                began = time.process_time()
                work(path)
                taken = time.process_time() - began
                least[name, path] = min(taken, least.get((name, path), taken))
    bare, ours = (sum(least[name, path] for path in paths) for name in ("bare", "ours"))
    return pages, bare, ours, _megabytes()


def _megabytes() -> float:
    """The largest resident size of this process: its own, where `getrusage` gives its parent's if that was larger."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())[0]) / 1024


def _characters(path: Path) -> None:
    """What PDFium alone takes for the characters of a file."""
    document = pdfium.PdfDocument(path.read_bytes())
    for number in range(len(document)):
        page = document[number]
        page.get_textpage().get_text_range()
        page.close()
    document.close()


# --- g. columns ---


def columns() -> None:
    for name, made, wanted in COLUMNS:
        lines = transcribed(Source("x.pdf", pdf(made)), Account()).data.decode().split("\n\n")
        numbers = [int(n[1]) for line in lines if (n := re.match(r"(\d+)\. ", line))]
        report(
            f"g. two columns, {name}",
            f"{len(numbers)} in order" if numbers == wanted else str(numbers)[:24],
            "in order",
            numbers == wanted,
        )


def _column(left: float, top: float, first: int, count: int) -> list[tuple[float, float, float, str]]:
    placed = []
    for at in range(count):
        high = top - 60 * at
        placed += [
            (left, high, 10.0, f"{first + at}. The wells of village {first + at} are dry and nobody knows"),
            (left, high - 13, 10.0, "how long it has been so, for their water has not"),
            (left, high - 26, 10.0, "been tested, and the State should test the wells."),
        ]
    return placed


def _by_rows(page: list[tuple[float, float, float, str]]) -> list[tuple[float, float, float, str]]:
    """The same page, drawn line by line across both columns, as some programs write it."""
    return sorted(page, key=lambda word: (-word[1], word[0]))


_PLAIN = [_column(60, 760, 1 + 12 * n, 6) + _column(320, 760, 7 + 12 * n, 6) for n in range(3)]
_HEADED = [
    [*_column(60, 780, 1, 3), *_column(320, 780, 4, 3),
     (60, 560, 12.0, "The second chapter, on the rivers and lakes and wells of all the land"),
     *_column(60, 520, 7, 3), *_column(320, 520, 10, 3)]
]  # fmt: skip
_NOTED = [
    [*_column(60, 760, 1 + 12 * n, 6), (60, 100, 7.0, f"{2 * n + 1} See the map of the left."),
     *_column(320, 760, 7 + 12 * n, 6), (320, 100, 7.0, f"{2 * n + 2} See the map of the right.")] for n in range(3)
]  # fmt: skip
COLUMNS = [
    (f"{name}, drawn {how}", [arranged(page) for page in made], list(range(1, 1 + count)))
    for name, made, count in (("plain", _PLAIN, 36), ("with a heading across", _HEADED, 12), ("with notes", _NOTED, 36))
    for how, arranged in (("by column", list), ("by row", _by_rows))
]


def main() -> None:
    """Measure what is present."""
    chosen = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    for measure in (recommendations, running, leaked, word, old_word, twins, speed, columns):
        if not chosen or measure.__name__ in chosen:
            measure()


if __name__ == "__main__":
    main()
