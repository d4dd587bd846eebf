"""Which lines begin a numbered paragraph: "12. …", "2.3 …", or "[12] …" as the courts of South Africa number theirs."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from rights_search.parsers.numbered.chain import FAR, chain, paragraph_chain
from rights_search.parsers.numbered.lines import Line

NUMBER = re.compile(
    r"^(?:(?:para(?:graph)?|párr(?:afo)?)\.? )?(?:(\d{1,4})[.)]|(\d{1,3})\.(\d{1,3})[.)]?)(?: |$)", re.IGNORECASE
)
BRACKET = re.compile(r"^\[(\d{1,4})\](?: |$)")
#: The same behind a sentence that ran on: "… in February. [2] The next".
RAN_ON = re.compile(r"(?<=[.;:?!”’\"»)] )(?=\[\d{1,3}\] [A-ZÁÉÍÓÚÑ“‘])")
CONTENTS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
NOTES = re.compile(r"^(?:notes|endnotes|footnotes|notas|notes de bas de page)$", re.IGNORECASE)
#: Fewer numbers in brackets are no row of paragraphs.
FEWEST = 4
WEIGHT = 1000


class Start(Struct, frozen=True):
    """The number that begins a line's paragraph, and where the words behind it begin."""

    printed: str
    end: int


def numbered(lines: Sequence[Line]) -> tuple[list[Line], dict[int, Start]]:
    """The lines, parted where paragraphs ran together, and which of them begin one."""
    starts = _dotted(lines)
    parted = _parted(lines)
    in_brackets = _in_brackets(parted)
    if len(in_brackets) > len(starts) and (not starts or _hold_the_text(parted, in_brackets)):
        return parted, in_brackets
    return list(lines), starts


def _dotted(lines: Iterable[Line]) -> dict[int, Start]:
    found = [
        (place, match)
        for place, line in enumerate(lines)
        if not line.level and not CONTENTS.search(line.text) and (match := NUMBER.match(line.text))
    ]
    if sum(1 for _, match in found if match[2]) >= 3:
        keys = [int(match[1] or match[2]) * WEIGHT + int(match[3] or 0) for _, match in found]
        kept = chain(keys, FAR * WEIGHT)
    else:
        found = [(place, match) for place, match in found if match[1]]
        kept = paragraph_chain([int(match[1]) for _, match in found])
    matches = (found[place] for place in kept)
    return {place: Start(match[1] or f"{match[2]}.{match[3]}", match.end()) for place, match in matches}


def _parted(lines: Iterable[Line]) -> list[Line]:
    parted: list[Line] = []
    for line in lines:
        if "[" not in line.text or line.level:
            parted.append(line)
            continue
        first, *others = (piece.strip() for piece in RAN_ON.split(line.text))
        parted.append(Line(line.number, first, 0, line.apart, line.indent, () if others else line.marks))
        marks = (*[()] * (len(others) - 1), line.marks)
        parted.extend(
            Line(line.number, piece, 0, True, line.indent, own) for piece, own in zip(others, marks, strict=False)
        )
    return parted


def _in_brackets(lines: Iterable[Line]) -> dict[int, Start]:
    """Numbers in brackets in their order: notes at the end of a file have them too."""
    found = [
        (place, match) for place, line in enumerate(lines) if not line.level and (match := BRACKET.match(line.text))
    ]
    kept = [found[place] for place in paragraph_chain([int(match[1]) for _, match in found])]
    if len(kept) < FEWEST or int(kept[0][1][1]) > 2:
        return {}
    return {place: Start(match[1], match.end()) for place, match in kept}


def _hold_the_text(lines: Sequence[Line], starts: dict[int, Start]) -> bool:
    """Whether the most of the text stands below these numbers, and no line "Notes" above them."""
    first = min(starts)
    sizes = [len(line.text) for line in lines]
    headed = any(NOTES.match(line.text) for line in lines[max(0, first - 2) : first])
    return not headed and 2 * sum(sizes[first:]) > sum(sizes)
