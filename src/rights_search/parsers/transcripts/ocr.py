"""Pictures of pages as lines of text, by Tesseract, where it is on the machine and somebody asks for it.

Tesseract is a program of its own (Apache License 2.0); nothing of it is installed with us. Each page is drawn at 300
dots an inch, which is what it is made for (https://tesseract-ocr.github.io/tessdoc/ImproveQuality.html). It is given
nothing but a picture that we drew, and gives back a table.
"""

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
from msgspec import Struct

from rights_search.errors import ParseError, Refusal
from rights_search.parsers.transcripts.pdf_lines import Line, Page

PROGRAM = "tesseract"
DOTS = 300
POINTS = 72
#: A page of more dots is drawn smaller: A0 at 300 dots an inch has 140 million.
MOST_DOTS = 40_000_000
MOST_PAGES = 1_000
SECONDS_A_PAGE = 60
#: Tesseract's names of our languages; those that it has are tried together.
LANGUAGES = {"es": "spa", "en": "eng", "fr": "fra", "pt": "por", "ar": "ara", "ru": "rus", "zh": "chi_sim"}
#: It is less sure of what is no letter at all.
LEAST_SURE = 30.0


class _Word(Struct, frozen=True):
    line: tuple[str, ...]
    text: str
    left: float
    top: float
    right: float
    bottom: float


def pages_of(data: bytes, language: str = "", places: Sequence[int] | None = None) -> Iterator[Page]:
    """Every page of a PDF, or those at these places, read from its picture; in this language, or Spanish and English.

    Raises:
        ParseError: Tesseract is not there, fails, or takes too long.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise ParseError(
            "a PDF that needs OCR, and Tesseract is not on this machine to do it: install it"
            " (on Debian: apt install tesseract-ocr tesseract-ocr-spa) or give the document as text",
            code=Refusal.NEEDS_OCR,
        )
    languages = _languages(program, language)
    document = pdfium.PdfDocument(data)
    try:
        wanted = range(len(document)) if places is None else places
        if len(wanted) > MOST_PAGES:
            raise ParseError(
                f"{len(wanted)} pages to read from their pictures; at most {MOST_PAGES}: split it",
                code=Refusal.TOO_LARGE,
            )
        for number in wanted:
            try:
                page = document[number]
            except pdfium.PdfiumError as error:
                yield Page(0.0, 0.0, [], damage=str(error).strip(" ."))
                continue
            yield _page(page, number + 1, program, languages)
    finally:
        document.close()


def _languages(program: str, wanted: str) -> str:
    """What to pass as `-l`: the language asked for, else Spanish and English, as far as they are installed."""
    listed = subprocess.run(  # noqa: S603  the program's own path and words of ours
        [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
    )
    installed = set(listed.stdout.split())
    names = [LANGUAGES[wanted]] if wanted in LANGUAGES else [LANGUAGES["es"], LANGUAGES["en"]]
    usable = [name for name in names if name in installed]
    if not usable:
        raise ParseError(
            f"Tesseract is here, but not its data for {' or '.join(names)}: install tesseract-ocr-{names[0]}",
            code=Refusal.NEEDS_OCR,
        )
    return "+".join(usable)


def _page(page: pdfium.PdfPage, number: int, program: str, languages: str) -> Page:
    width, height = page.get_size()
    if not (width and height):  # what is shown of it lies outside of it
        return Page(width, height, [])
    scale = min(DOTS / POINTS, (MOST_DOTS / max(1.0, width * height)) ** 0.5)
    command = [program, "stdin", "stdout", "-l", languages, "--dpi", str(round(scale * POINTS)), "tsv"]
    try:
        done = subprocess.run(  # noqa: S603  the program's own path and words of ours
            command,
            input=_drawn(page, scale),
            capture_output=True,
            timeout=SECONDS_A_PAGE,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # files are read side by side already
        )
    except subprocess.TimeoutExpired as error:
        reason = f"page {number} took Tesseract more than {SECONDS_A_PAGE} seconds: give the document as text"
        raise ParseError(reason, code=Refusal.HUNG) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise ParseError(
            f"Tesseract cannot read page {number} ({error}): give it as text", code=Refusal.DIED
        ) from error
    finally:
        page.close()
    return Page(width, height, list(_lines(_words(done.stdout.decode("utf-8", "replace"), scale, height))))


def _drawn(page: pdfium.PdfPage, scale: float) -> bytes:
    """The page in shades of grey, as a portable graymap (PGM)."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = memoryview(bitmap.buffer).cast("B")
        kept = b"".join(rows[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))
        return f"P5 {bitmap.width} {bitmap.height} 255\n".encode() + kept
    finally:
        bitmap.close()


def _words(table: str, scale: float, height: float) -> Iterator[_Word]:
    """The words of Tesseract's table; its dots from above are our points from below."""
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if not text or float(row["conf"]) < LEAST_SURE:
            continue
        left, top, wide, high = (float(row[name]) / scale for name in ("left", "top", "width", "height"))
        line = (row["block_num"], row["par_num"], row["line_num"])
        yield _Word(line, text, left, height - top, left + wide, height - top - high)


def _lines(words: Iterator[_Word]) -> Iterator[Line]:
    """Words of one line together. All of one size: the height of a drawn word says little of its type."""
    gathered: dict[tuple[str, ...], list[_Word]] = {}
    for word in words:
        gathered.setdefault(word.line, []).append(word)
    for line in gathered.values():
        yield Line(
            text=" ".join(word.text for word in line),
            left=min(word.left for word in line),
            right=max(word.right for word in line),
            bottom=min(word.bottom for word in line),
            top=max(word.top for word in line),
            size=1.0,
            bold=False,
        )
