"""What constitutions kept as records share: one record an article, and what consolidations print after its words.

Compilers add notes ("Nota: …"), the text of rulings that read the article, and sometimes the heading of the next
section, which a machine then left at the end of the article above.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from rights_search.model import Note, Passage, PassageKind
from rights_search.parsers.articles.heads import Number, division_of, eid_of
from rights_search.parsers.articles.text import anchors_of, compose, tidy, wrap_width
from rights_search.parsers.base import visible

NOTE = re.compile(r"notas?(?: del editor| de la redacci[oó]n)?\s?:", re.IGNORECASE)
#: Where a compiler begins to copy a ruling.
RULING = re.compile(
    r"textos? de (?:la )?interpretaci[oó]n|sentencia (?:interpretativa|no?[.º°]|n[uú]m)|resoluci[oó]n no?\.|caso no",
    re.IGNORECASE,
)
#: How a compilation names what it has no title for.
NO_TITLE = {"otros", "otras", "other", "others", "sin título", "sin titulo", "n/a", "none", ""}
HEADING_LINES = 3


class Entry(Struct, frozen=True):
    """An article's words, taken apart."""

    lines: tuple[str, ...]
    notes: tuple[str, ...]
    heading: str  #: the next article's heading, left at the end of this one
    ruling: int  #: visible characters of rulings
    headings: int  #: visible characters of headings


def entry_of(content: str) -> Entry:
    """The words of a record, its notes, the rulings copied into it and the heading that belongs to the next one."""
    lines = [line for line in (tidy(raw) for raw in content.replace("\f", "\n").split("\n")) if line]
    at = _heading_at(lines)
    heading = [*lines[at:]]
    lines = lines[:at]
    first = next((index for index, line in enumerate(lines) if NOTE.match(line)), len(lines))
    copied = next((i for i in range(first, len(lines)) if i > first and RULING.match(lines[i])), len(lines))
    title = ". ".join([heading[0].rstrip(" .:"), " ".join(heading[1:])]).strip(". ") if heading else ""
    return Entry(
        tuple(lines[:first]),
        tuple(_notes(lines[first:copied])),
        title,
        sum(map(visible, lines[copied:])),
        sum(map(visible, heading)),
    )


def _heading_at(lines: Sequence[str]) -> int:
    """Where a heading begins that stands at the very end: "Sección segunda", and below it its title."""
    for at in range(max(1, len(lines) - HEADING_LINES), len(lines)):
        below = lines[at + 1 :]
        if division_of(lines[at], heading=False) and all(len(line) <= 120 and line[-1] not in ".;:," for line in below):
            return at
    return len(lines)


def _notes(lines: Sequence[str]) -> Iterator[str]:
    held: list[str] = []
    for line in lines:
        if NOTE.match(line) and held:
            yield compose(held, wrap_width(held)).text
            held = []
        held.append(line)
    if held:
        yield compose(held, wrap_width(held) or 100).text


def width_of(entries: Iterable[Entry]) -> int:
    """The width the articles were wrapped at; articles that are one line each say nothing of it."""
    return wrap_width([line for entry in entries if len(entry.lines) > 1 for line in entry.lines if len(line) < 200])


def passage_of(number: int, entry: Entry, path: Sequence[str], width: int = 0) -> Passage:
    """The article as a passage, its numerals as anchors."""
    name = eid_of(Number("number", number))
    composed = compose(entry.lines, width)
    return Passage(
        eid=name,
        kind=PassageKind.PROVISION,
        text=composed.text,
        num=str(number),
        path=titles(path),
        anchors=anchors_of(name, composed, "num"),
        notes=tuple(Note("", note) for note in entry.notes),
    )


def titles(path: Sequence[str]) -> tuple[str, ...]:
    """The headings that say something, each once."""
    kept: list[str] = []
    for heading in map(tidy, path):
        if heading.lower() not in NO_TITLE and heading.lower() not in (other.lower() for other in kept):
            kept.append(heading)
    return tuple(kept)
