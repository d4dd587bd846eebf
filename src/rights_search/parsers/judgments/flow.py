r"""A decision as one flow of text, as Word files, saved pages and bare text have it: without pages, its notes marked.

The transcript of a Word file marks a note `[^3]`, tells it in a line of its own, `[^3]: …`, and begins a heading with
`#`; bare text has `[3]` for both. What comes out is what the pages of a PDF give once their feet are read: a body with
signs for its notes, and a page of its own for each separate opinion, so that none is taken for the Court's words.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct, field

from rights_search.parsers.judgments.marks import CLOSE, OPEN, SIGN
from rights_search.parsers.judgments.notes import NOTE_MARK, FootNote
from rights_search.parsers.judgments.operative import operative_start
from rights_search.parsers.judgments.pages import size
from rights_search.parsers.judgments.parts import TOP, opens
from rights_search.parsers.judgments.passages import HEADING
from rights_search.parsers.numbered.lines import DEFINITION, MARK
from rights_search.parsers.numbered.lines import HEADING as MARKED_HEADING

#: The most lines of an opinion's heading in small letters: a longer paragraph is a sentence about one.
LONGEST_HEADING = 3

_IN_BRACKETS = re.compile(r"^[ \t]*\[(\d{1,3})\][ \t]+(\S.*)$")
_BRACKETS = re.compile(r"(?<=\S)\[(\d{1,3})\]")
_ENDED = re.compile(r"[.:;?!”\"»)]$")


class Flow(Struct):
    """The text with signs for its notes and form feeds before its opinions, and the notes by their key."""

    text: str
    notes: dict[str, FootNote] = field(default_factory=dict)
    untied: int = 0  #: notes whose mark stands nowhere in the text


def flow_of(text: str, left_out: Counter[str]) -> Flow:
    """A text without pages, or whose notes are marked, made ready; the pages of a PDF as they are."""
    lines = text.replace("\f", "\n\n").split("\n")
    marked = any(DEFINITION.match(line) for line in lines)
    if "\f" in text and not marked:
        return Flow(text)
    lines = [_without_sign(line, left_out) for line in lines]
    flow = _noted(lines, DEFINITION, MARK) if marked else _noted(lines, _IN_BRACKETS, _BRACKETS)
    kept = size(SIGN.sub("", flow.text)) + sum(size(note.text) for note in flow.notes.values())
    left_out[NOTE_MARK] += sum(map(size, lines)) - kept
    flow.text = _with_pages(flow.text.split("\n"))
    return flow


def _without_sign(line: str, left_out: Counter[str]) -> str:
    """A marked heading without its `#`."""
    heading = MARKED_HEADING.match(line)
    if not heading:
        return line
    left_out[HEADING] += size(line) - size(heading[2])
    return heading[2]


def _noted(lines: Sequence[str], definition: re.Pattern[str], mark: re.Pattern[str]) -> Flow:
    """The text without the lines of its notes, and signs in place of their marks."""
    answered = {found for line in lines for found in mark.findall(definition.sub(r"\2", line))}
    body: list[str] = []
    told: defaultdict[str, list[list[str]]] = defaultdict(list)
    places: dict[str, int] = {}  # behind which line of the body the first note of a mark stands
    note: list[str] | None = None
    for line in lines:
        found = definition.match(line)
        if found and (definition is DEFINITION or found[1] in answered):
            note = [found[2].strip()]
            told[found[1]].append(note)
            places.setdefault(found[1], len(body))
        elif note is not None and line.strip():
            note.append(line.strip())
        else:
            note = None
            body.append(line)
    notes = {
        _key(name, order): FootNote(name, " ".join(t)) for name, texts in told.items() for order, t in enumerate(texts)
    }
    text = "\n".join(_set_where_told(body, {name: place for name, place in places.items() if name not in answered}))
    seen: Counter[str] = Counter()

    def sign(match: re.Match[str]) -> str:
        name = match[1]
        if name not in told:
            return match[0]
        seen[name] += 1  # numbers that begin again have as many notes as marks, in the same order
        return f"{OPEN}{_key(name, min(seen[name], len(told[name])) - 1)}{CLOSE}"

    return Flow(mark.sub(sign, text), notes, sum(name not in answered for name in told))


def _key(name: str, order: int) -> str:
    return f"{name}/{order}" if order else name


def _set_where_told(body: list[str], places: dict[str, int]) -> list[str]:
    """The body with the signs of notes that no mark calls, each at the end of what stands before it."""
    for name, place in places.items():
        last = next((i for i in range(min(place, len(body)) - 1, -1, -1) if body[i].strip()), None)
        if last is not None:
            body[last] += f"{OPEN}{name}{CLOSE}"
    return body


def _with_pages(lines: list[str]) -> str:
    """The text with a new page for each separate opinion and annex: they follow what the Court has decided."""
    bare = [SIGN.sub("", line).strip() for line in lines]
    openings = [place for place in range(len(bare)) if _is_opening(bare, place)]
    decided = bisect_left(openings, True, key=lambda place: operative_start(lines[:place]) < place)
    opened = -TOP
    for place in openings[decided:]:
        if place - opened >= TOP:
            lines[place] = f"\f{lines[place]}"
            opened = place
    return "\n".join(lines)


def _is_opening(bare: Sequence[str], place: int) -> bool:
    """Whether an opinion or an annex begins on a line, and what stands before has come to its end."""
    top = [line for line in bare[place : place + 2 * TOP] if line][: TOP + 1]
    if not bare[place] or not opens(top):
        return False
    before = bare[place - 1] if place else ""
    if not before:
        end = next((i for i in range(place, len(bare)) if not bare[i]), len(bare))
        return end - place <= LONGEST_HEADING or bare[place].isupper()
    return bare[place].isupper() and (bool(_ENDED.search(before)) or len(before) < 60)
