"""A text of law as lines: its front matter read, its markup taken off, its broken headings mended."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from string import ascii_lowercase

from msgspec import Struct

from rights_search.model import Note
from rights_search.parsers.articles.text import plain
from rights_search.parsers.base import visible
from rights_search.parsers.treaties.notes import Notes, notes_apart

FENCE = "---"
#: `title: "…"`; values are one line, quoted or not, in every collection that writes laws this way.
FACT = re.compile(r"^([a-z_A-Z]{1,40}):[ \t]*(.*)$")
TAG = re.compile(r"</?[a-zA-Z!][^<>\n]{0,300}>")
SUPERSCRIPT = re.compile(r"<sup>([^<]*)</sup>")
#: Where a paragraph's end was lost: "…of the Parties.The Convention …", "this Convention,Considering that …"
GLUED_SIGNS = re.compile(r"[.;:,]\*{0,3}[A-ZÀ-Þ“(]")  # told soon, since hardly any line has them
GLUED = re.compile(r"(?<=[a-zà-ÿ)\]”\"][.;:,])\*{0,3}(?=[A-ZÀ-Þ“(][a-zà-ÿA-Z])")
#: A heading broken before its number: "*Artículo" on one line and "12*" on the next.
BROKEN_HEAD = re.compile(
    r"[#*\s]*(?:art[ií]culo|article|artigo|art\.|cap[ií]tulo|chapter|chapitre|secci[oó]n|section|sec?ção|t[ií]tulo|title"
    r"|titre|part(?:e|ie)?)[\s*]*",
    re.IGNORECASE,
)
NUMBER_FIRST = re.compile(r"[#*\s]*(?:\d{1,3}|[IVXLC]{1,7})(?![^\W\d_]{2})")
SMALL = ascii_lowercase.encode()
#: Lines without words: rules of tables, places of pictures.
RULE = re.compile(r"[|\s:=*_-]+|\[IMG\]|!\d{6,}")


class Line(Struct, frozen=True):
    """A line with words: how deep a heading it is (0: none), and how much of its beginning is emphasised."""

    text: str
    number: int
    level: int = 0
    lead: int = 0
    notes: tuple[Note, ...] = ()
    table: bool = False  #: a row of a table

    @property
    def visible(self) -> int:
        """How many visible characters it has, its notes not counted; its words have single spaces."""
        return len(self.text) - self.text.count(" ")

    @property
    def heading(self) -> bool:
        """Whether it is set off as a heading as a whole: marked, emphasised or in capitals."""
        return self.level > 0 or self.lead >= len(self.text) or capitals(self.text)


class Body(Struct, frozen=True):
    """The lines of a source, what its front matter says, and how many characters were markup."""

    facts: dict[str, str]
    lines: tuple[Line, ...]
    front: int
    markup: int


@lru_cache(maxsize=8192)
def capitals(text: str) -> bool:
    """Whether a line is written in capitals: a title, in old prints. Each line is asked several times."""
    if len(text) > 300:  # a paragraph
        return False
    letters = text.encode("utf-8", "replace")
    if 5 * (len(letters) - len(letters.translate(None, SMALL))) > len(text):  # most lines, told at once
        return False
    upper = sum(map(str.isupper, text))
    return upper > 3 and upper >= 0.8 * sum(map(str.isalpha, text))


def body_of(text: str) -> Body:
    """The text as lines with words."""
    facts, body, skipped = front_matter(text)
    raws, notes = notes_apart(body.split("\n"))
    lines = tuple(_lines(raws, skipped, notes))
    whole = visible(body)
    front = visible(text) - whole if len(body) < len(text) else 0
    return Body(facts, lines, front, whole - size_of(lines))


def size_of(lines: Iterable[Line]) -> int:
    """How many visible characters the lines have, their notes included."""
    return sum(line.visible + sum(visible(note.text) for note in line.notes) for line in lines)


def front_matter(text: str) -> tuple[dict[str, str], str, int]:
    """What stands between the first two fences, the text after them, and how many lines came before it."""
    text = text.lstrip("\ufeff")
    if not text.startswith(FENCE + "\n"):
        return {}, text, 0
    front, closed, body = text[len(FENCE) + 1 :].partition(f"\n{FENCE}\n")
    if not closed:
        return {}, text, 0
    facts = {}
    for line in front.split("\n"):
        if match := FACT.match(line):
            facts[match[1]] = match[2].strip().strip("\"'")
    return facts, body, front.count("\n") + 3


def _lines(raws: Iterable[str], skipped: int, told: Notes) -> Iterator[Line]:
    for number, printed in _mended(raws, skipped):
        if RULE.fullmatch(printed):
            continue
        raw, marked = told.marked_in(printed)
        level = len(raw) - len(raw.lstrip("#"))
        words = raw[level:].strip()
        table = words.startswith("|")
        if table:
            words = " | ".join(cell.strip() for cell in words.strip("|").split("|"))
        raised = [note.strip() for note in SUPERSCRIPT.findall(words)] if "<sup>" in words else ()
        notes = (*(Note("", note) for note in raised if note), *marked)
        words = TAG.sub("", SUPERSCRIPT.sub("", words) if raised else words) if "<" in words else words
        for place, piece in enumerate(GLUED.split(words) if GLUED_SIGNS.search(words) else (words,)):
            text, lead = plain(piece)
            if text:
                yield Line(text, number, min(level, 6) if not place else 0, lead, notes if not place else (), table)


def _mended(raws: Iterable[str], skipped: int) -> Iterator[tuple[int, str]]:
    """The lines with words, numbered; "Artículo" alone on its line is given its number from the next one."""
    held: tuple[int, str] | None = None
    for number, line in enumerate(raws, start=skipped + 1):
        raw = line.strip().removeprefix(">").strip()
        if not raw:
            continue
        if held:
            if NUMBER_FIRST.match(raw):
                yield held[0], f"{held[1]} {raw}"
                held = None
                continue
            yield held
            held = None
        if BROKEN_HEAD.fullmatch(raw):
            held = number, raw
        else:
            yield number, raw
    if held:
        yield held
