"""A text, Markdown or HTML file as lines: headings marked, footnotes apart, page furniture left out."""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from rights_search.model import Source
from rights_search.parsers.base import text_of
from rights_search.parsers.numbered.html import to_markdown

HTML = re.compile(r"<(?:!doctype html|html|head|body|p|div|h[1-6]|table|ol|ul|li|br|span|center)\b", re.IGNORECASE)
MARKDOWN = re.compile(r"^#{1,6} |\*\*\S|^\[\^\w+\]:", re.MULTILINE)
HEADING = re.compile(r"^[ \t]{0,3}(#{1,6})[ \t]+(.*?)[ #]*$")
DEFINITION = re.compile(r"^[ \t]*\[\^([\w-]{1,12})\]:?[ \t]+(.*)$")
MARK = re.compile(r"\[\^([\w-]{1,12})\]")
EMPHASIS = re.compile(r"\*{2,3}|__|(?<![\w_])_(?=\S)|(?<=\S)_(?![\w_])")
#: A symbol, a page number, a job number, alone or together on a line.
FURNITURE = re.compile(
    r"^(?:(?:[A-Z]{1,6}(?:\.\d+)?(?:/[A-Z0-9][A-Za-z0-9.\-]{0,12}){1,6}|GE\.\d\d-\d{5}(?: ?\([EFS]\))?|\d\d-\d{5}"
    r"|(?:[Pp]age|[Pp]ágina|[Pp]ag\.) \d{1,3}|\d{1,3}(?:/\d{1,3})?|\d{6}) ?){1,5}$"
)
#: A figure alone: a page's number, or a cell of a table.
FIGURE = re.compile(r"^\d{1,5}$")
#: A row of a table, its cells between strokes.
ROW = re.compile(r"^\|.*\|$|^[^|]+(?:\|[^|]*)+\|$")
RULE = re.compile(r"^[|:\s-]+$")
#: Pages have more lines than this, and their numbers rise by so much where some are not printed.
PAGE, SKIPPED = 6, 3
SEPARATOR = re.compile(r"^[ \t]*[_\-–—=*]{3,}[ \t]*$")
HEAD = 6000


class Line(Struct, frozen=True):
    """A line without marks; `level` is that of a marked heading, `apart` whether a blank line stands before it."""

    number: int
    text: str
    level: int = 0
    apart: bool = False
    indent: int = 0
    marks: tuple[str, ...] = ()
    row: bool = False  #: of a table


class Lines(Struct):
    """A file as lines."""

    title: str = ""
    head: str = ""  #: how it begins, page furniture and all
    lines: list[Line] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    symbols: Counter[str] = field(default_factory=Counter)  #: what stands alone on a line with a stroke in it

    def leave(self, rule: str, characters: int) -> None:
        """Count what is left out."""
        if characters:
            self.left_out[rule] = self.left_out.get(rule, 0) + characters


def read(source: Source) -> Lines:
    """The file as lines.

    Raises:
        ParseError: it is no text.
    """
    text = text_of(source)
    page = Lines()
    if HTML.search(text[:4000]):
        text, page.title, menus = to_markdown(text)
        page.leave("menus and forms of the page", menus)
        marked = True
    else:
        marked = len(MARKDOWN.findall(text[:200_000])) >= 2
    page.head = text[:HEAD]
    page.lines = list(_lines(text, marked, page))
    return page


def _lines(text: str, marked: bool, page: Lines) -> Iterator[Line]:
    apart, note = True, ""
    notes: dict[str, list[str]] = {}
    raws = text.replace("\f", "\n").split("\n")
    pages = _page_numbers(raws)
    for number, raw in enumerate(raws, start=1):
        line = raw.replace("\u00a0", " ").expandtabs(4).rstrip()
        words = line.strip()
        definition = DEFINITION.match(line)
        if not words or SEPARATOR.match(line):
            apart, note = True, ""
        elif definition:
            note = definition[1]
            notes[note] = [" ".join(definition[2].split())]
        elif FURNITURE.match(words) and (number in pages or not FIGURE.match(words)):
            page.leave("page furniture", len(words))
            if "/" in line:
                page.symbols[line.split()[0]] += 1
        elif note:
            notes[note].append(words)
        elif "|" in words and ROW.match(words):
            if not RULE.match(words):
                cells = MARK.sub("", words).strip("|").split("|")
                text, marks = " | ".join(" ".join(cell.split()) for cell in cells), tuple(MARK.findall(words))
                yield Line(number, text, 0, True, marks=marks, row=True)
            apart = True
        else:
            yield _line(number, line, marked, apart)
            apart = False
    page.notes = {mark: " ".join(lines) for mark, lines in notes.items()}


def _page_numbers(raws: list[str]) -> frozenset[int]:
    """The lines with a figure alone that is a page's: at the file's ends, by a running head, or next to another's.

    Other figures are cells of tables, and belong to the paragraph they stand under.
    """
    worded = [number for number, raw in enumerate(raws, start=1) if raw.strip()]
    figures = [
        (place, number, int(raws[number - 1].strip()))  # of \x1e, too, which is white space to one and not to the other
        for place, number in enumerate(worded)
        if FIGURE.match(raws[number - 1].strip())
    ]
    pages = {number for place, number, _ in figures if _at_an_edge(raws, worded, place)}
    # Of each figure, where it stood last: a page's follows one that is less by one or a few, a page away.
    last: dict[int, tuple[int, int]] = {}
    for place, number, figure in figures:
        for before in range(figure - SKIPPED, figure):
            if before in last and place - last[before][0] > PAGE:
                pages.update((number, last[before][1]))
        last[figure] = place, number
    return frozenset(pages)


def _at_an_edge(raws: list[str], worded: list[int], place: int) -> bool:
    if place in (0, len(worded) - 1):
        return True
    beside = (raws[worded[near] - 1].strip() for near in (place - 1, place + 1))
    return any(not FIGURE.match(words) and FURNITURE.match(words) for words in beside)


def _line(number: int, line: str, marked: bool, apart: bool) -> Line:
    heading = HEADING.match(line) if marked else None
    text = heading[2] if heading else line
    marks = tuple(MARK.findall(text))
    text = MARK.sub("", text)
    if marked:
        text = EMPHASIS.sub("", text)
    indent = len(line) - len(line.lstrip())
    return Line(number, " ".join(text.split()), len(heading[1]) if heading else 0, apart, indent, marks)
