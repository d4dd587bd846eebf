"""The parts of a decision, each from a page of its own: the Court's text, the separate opinions, the annexes."""

import re
from collections.abc import Sequence

from msgspec import Struct

from rights_search.parsers.judgments.pages import Page

#: In how many lines from the top of its page the heading of an opinion begins.
TOP = 5

#: From which page on there may be opinions: before are title and contents.
EARLIEST = 2

_OPINION = re.compile(
    r"^(?:VOTOS?\b|EXPLICACI[ÓO]N DE VOTO|OPINI[ÓO]N(?:ES)?\s+(?!CONSULTIVA)\w{3,}|DECLARACI[ÓO]N (?:DE|DEL) "
    r"|CONSTANCIA\b|(?:(?:PARTIALLY |JOINT )?(?:CONCURRING|DISSENTING|SEPARATE)[\w ]* OPINION))"
)
_OPINION_MIXED = re.compile(
    r"^(?:Voto|VOTO|Opini[óo]n)s?\s+(?:[Rr]azonado|[Dd]isidente|[Cc]oncurrente|[Ss]eparad[oa]|[Pp]arcialmente|[Ii]ndividual|[Cc]onjunto"
    r"|[Ss]alvado|del [Jj]uez|de la [Jj]ueza)\b.{0,90}(?<![.,;])$"
)
_JUDGE = re.compile(r"\bjue(?:z|za|ces|zas)\b|\bju[íi]z", re.IGNORECASE)
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
        if index < EARLIEST:
            continue
        kind = _opens([line for line in page.lines if line][: TOP + 1])
        if kind:
            openings.append((index, kind))
    ends = [*(start for start, _ in openings[1:]), len(pages)]
    return [Part(kind, start, end) for (start, kind), end in zip(openings, ends, strict=True)]


def _opens(top: list[str]) -> str:
    """What part begins on a page with such first lines, if any."""
    if top and _ANNEX.match(top[0]) and "...." not in " ".join(top):
        return "annex"
    for place, line in enumerate(top[:TOP]):
        if _OPINION.match(line) and _mostly_capitals(line) and all(_is_head(above) for above in top[:place]):
            return "opinion"
        if place == 0 and _JUDGE.search(" ".join(top[:3])) and _OPINION_MIXED.match(line):
            return "opinion"
    return ""


def _is_head(line: str) -> bool:
    """Whether a line may stand above an opinion's heading: the Court's name, the case, a page's figure."""
    return len(line) < 80 and not line.endswith((".", ",", ";")) and (line[0].isupper() or line[0].isdigit())


def _mostly_capitals(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return sum(letter.isupper() for letter in letters) >= 0.6 * len(letters)
