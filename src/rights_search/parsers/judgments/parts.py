"""The parts of a decision, each from a page of its own: the Court's text, the separate opinions, the annexes."""

import re
from collections.abc import Sequence

from msgspec import Struct

from rights_search.parsers.judgments.operative import operative_start
from rights_search.parsers.judgments.pages import Page

#: In how many lines from the top of its page the heading of an opinion begins.
TOP = 5

#: From which page on there may be opinions: before are title and contents, unless the Court has decided there.
EARLIEST = 2

_OPINION = re.compile(
    r"^(?:VOTOS?\b|EXPLICACI[ÓO]N DE VOTO|OPINI[ÓO]N(?:ES)?\s+(?!CONSULTIVA)\w{3,}|DECLARACI[ÓO]N (?:DE|DEL) "
    r"|CONSTANCIA\b|(?:(?:PARTIALLY |JOINT )?(?:CONCURRING|DISSENTING|SEPARATE)[\w ]* OPINION))"
)
_OPINION_MIXED = re.compile(
    r"^(?:Voto|VOTO|Opini[óo]n)s?\s+(?:[Rr]azonado|[Dd]isidente|[Cc]oncurrente|[Ss]eparad[oa]|[Pp]arcialmente|[Ii]ndividual|[Cc]onjunto"
    r"|[Ss]alvado|del [Jj]uez|de la [Jj]ueza)\b.{0,240}(?<![.,;])$"
    r"|^(?=[A-Z])(?i:(?:(?:partially|partly|joint|separate|reasoned|individual|concurring|dissenting|and)\s){1,5}opinion\b)"
    r".{0,240}(?<![.,;])$"
)
_JUDGE = re.compile(r"\bjue(?:z|za|ces|zas)\b|\bju[íi]z|\bjudges?\b", re.IGNORECASE)
_ANNEX = re.compile(r"^(?:ANEXOS?(?:\s+(?:[IVX]+|\d+))?\b|Anexo\s+(?:[IVX]+|\d+)\s*[.:]?$|ANNEX(?:ES)?\b)")


class Part(Struct, frozen=True):
    """A part of a decision: "main", "opinion" or "annex", and its pages from `start` to before `end`."""

    kind: str
    start: int
    end: int


def parts_of(pages: Sequence[Page]) -> list[Part]:
    """The parts, in order; the first is the Court's own text."""
    openings = [(0, "main")]
    for index, page in enumerate(pages):
        if index < EARLIEST and not _decided(pages[:index]):
            continue
        kind = _opens([line for line in page.lines if line][: TOP + 1])
        if kind:
            openings.append((index, kind))
    ends = [*(start for start, _ in openings[1:]), len(pages)]
    return [Part(kind, start, end) for (start, kind), end in zip(openings, ends, strict=True)]


def _decided(pages: Sequence[Page]) -> bool:
    """Whether the Court's decision stands on these pages: those of a short judgment."""
    lines = [line for page in pages for line in page.lines]
    return operative_start(lines) < len(lines)


def _opens(top: list[str]) -> str:
    """What part begins on a page with such first lines, if any."""
    if top and (kind := opens(top)):
        return kind
    for place, line in enumerate(top[:TOP]):
        if _in_capitals(line) and all(_is_head(above) for above in top[:place]):
            return "opinion"
    return ""


def opens(lines: Sequence[str]) -> str:
    """What part the first of some lines begins, if any."""
    if _ANNEX.match(lines[0]) and "...." not in " ".join(lines):
        return "annex"
    if _in_capitals(lines[0]) or (_JUDGE.search(" ".join(lines[:3])) and _OPINION_MIXED.match(lines[0])):
        return "opinion"
    return ""


def _in_capitals(line: str) -> bool:
    return bool(_OPINION.match(line)) and _mostly_capitals(line)


def _is_head(line: str) -> bool:
    """Whether a line may stand above an opinion's heading: the Court's name, the case, a page's figure."""
    return len(line) < 80 and not line.endswith((".", ",", ";")) and (line[0].isupper() or line[0].isdigit())


def _mostly_capitals(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return sum(letter.isupper() for letter in letters) >= 0.6 * len(letters)
