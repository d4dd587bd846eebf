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
from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean

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
#: Of a page that stands upright it is surer than this, mostly; of one on its side or on its head it is less sure
#: than that, and of what it is less sure than the other hardly a word can be made out.
SURE, HOPELESS = 75.0, 60.0
#: Words of more letters are wider than they are high.
LONG = 3
#: Fewer words are a stamp or a picture's specks, and say nothing of how their page lies.
FEWEST_WORDS = 10


class _Word(Struct, frozen=True):
    line: tuple[str, ...]
    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float  #: how sure Tesseract is of it, of a hundred


class _Reading(Struct, frozen=True):
    """What is read of a page that was turned by so many degrees clockwise, and its size then."""

    turn: int
    width: float
    height: float
    words: tuple[_Word, ...]

    @property
    def tells(self) -> bool:
        """Whether it has words enough to tell how the page lies."""
        return len(self.words) >= FEWEST_WORDS

    @property
    def sure(self) -> float:
        """How sure Tesseract is of its words, of a hundred; a few say nothing against it."""
        return fmean(word.sure for word in self.words) if self.tells else 100.0

    @property
    def is_on_its_side(self) -> bool:
        """Whether the words stand as pillars: Tesseract reads text that runs downwards too, but not as lines."""
        long = [word for word in self.words if len(word.text) > LONG]
        pillars = sum(word.top - word.bottom > word.right - word.left for word in long)
        return self.tells and 2 * pillars > len(long)


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
        turn = 0
        for number in wanted:
            try:
                page = document[number]
            except pdfium.PdfiumError as error:
                yield Page(0.0, 0.0, [], damage=str(error).strip(" ."))
                continue
            reading = _read_page(page, number + 1, [program, "stdin", "stdout", "-l", languages, "--dpi"], turn)
            turn = reading.turn  # mostly the next page lies as this one does
            read = reading.sure > HOPELESS
            yield Page(reading.width, reading.height, list(_lines(reading.words)) if read else [], picture=not read)
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


def _read_page(page: pdfium.PdfPage, number: int, command: Sequence[str], turn: int) -> _Reading:
    try:
        return _upright(page, command, turn)
    except subprocess.TimeoutExpired as error:
        reason = f"page {number} took Tesseract more than {SECONDS_A_PAGE} seconds: give the document as text"
        raise ParseError(reason, code=Refusal.HUNG) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise ParseError(
            f"Tesseract cannot read page {number} ({error}): give it as text", code=Refusal.DIED
        ) from error
    finally:
        page.close()


def _upright(page: pdfium.PdfPage, command: Sequence[str], turn: int) -> _Reading:
    """What is read of a page turned so, as the last one was, or turned on until its text stands upright.

    Tesseract reads text that runs downwards, but none that stands on its head or runs upwards: turned by half, the one
    stands upright and the other runs downwards.
    """
    reading = _read(page, command, turn)
    if reading.sure < SURE:
        turned = _read(page, command, (turn + 180) % 360)
        reading = turned if turned.tells and turned.sure > reading.sure else reading
    if reading.is_on_its_side:
        turned = _read(page, command, (reading.turn + 270) % 360)
        reading = turned if turned.tells and turned.sure > SURE and not turned.is_on_its_side else reading
    return reading


def _read(page: pdfium.PdfPage, command: Sequence[str], turn: int) -> _Reading:
    """What Tesseract reads of a page that is turned by so many degrees clockwise."""
    width, height = page.get_size()[:: -1 if turn % 180 else 1]
    if not (width and height):  # what is shown of it lies outside of it
        return _Reading(turn, width, height, ())
    scale = min(DOTS / POINTS, (MOST_DOTS / max(1.0, width * height)) ** 0.5)
    done = subprocess.run(  # noqa: S603  the program's own path and words of ours
        [*command, str(round(scale * POINTS)), "tsv"],
        input=_drawn(page, scale, turn),
        capture_output=True,
        timeout=SECONDS_A_PAGE,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # files are read side by side already
    )
    table = done.stdout.decode("utf-8", "replace")
    return _Reading(turn, width, height, tuple(_words(table, scale, height)))


def _drawn(page: pdfium.PdfPage, scale: float, turn: int) -> bytes:
    """The page in shades of grey, as a portable graymap (PGM)."""
    bitmap = page.render(scale=scale, rotation=turn, grayscale=True)
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
        if not text:
            continue
        left, top, wide, high = (float(row[name]) / scale for name in ("left", "top", "width", "height"))
        line = (row["block_num"], row["par_num"], row["line_num"])
        yield _Word(line, text, left, height - top, left + wide, height - top - high, float(row["conf"]))


def _lines(words: Iterable[_Word]) -> Iterator[Line]:
    """Words of one line together. All of one size: the height of a drawn word says little of its type."""
    gathered: dict[tuple[str, ...], list[_Word]] = {}
    for word in words:
        if word.sure < LEAST_SURE:
            continue
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
