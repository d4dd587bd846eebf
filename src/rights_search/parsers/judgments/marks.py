r"""Where in the body the marks of footnotes stand, and what they look like there.

The superscript of the PDF becomes plain figures: glued to a word ("derechos12", "2015”4"), to a year ("20154"), or set
apart ("víctimas 1 y a la"). A figure alone proves nothing; the marks of one page stand in order, and the best
assignment of all of them together is taken. A found mark becomes a `SIGN`, which later parts turn into a note.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

#: Brackets a note's key inside the body; no document has these private characters (they are removed on reading).
OPEN, CLOSE = "\ue000", "\ue001"
SIGN = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]{{0,24}}){CLOSE}")

_FIGURES = re.compile(r"\d+|[*∗]+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
#: Before a figure that is a figure and no mark.
_COUNTING = re.compile(
    r"(?:(?<!\w)(?:art[íi]culos?|arts?\.|p[áa]rrafos?|p[áa]rrs?\.|n[úu]m(?:ero|eral)?\.?|n[o°º]\.?|folios?|fs?\.|p[áa]gs?\."
    r"|pp?\.|anexos?|cap[íi]tulo|puntos?|resolutivos?|notas?|ley|serie|los|las|de|del|y|e|o|a|al|entre|desde|hasta|US)"
    r"|[$,–-])\s$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s{0,2}(?:[,.]\d|de (?:enero|feb|mar|abr|mayo|jun|jul|ago|sep|set|oct|nov|dic)"
    r"|a[ñn]os|d[íi]as|meses|horas|personas)"
)


#: From how likely on a mark is no figure of the text.
SURE = 2.0


class Place(NamedTuple):
    """Where a mark may stand: how likely, from which character to which."""

    likely: float
    start: int
    end: int


class _State(NamedTuple):
    """A partial assignment: where its last mark ends, its sum of likelihoods, and the choices, latest first."""

    end: int
    score: float
    choices: "_Choices | None"


class _Choices(NamedTuple):
    place: Place | None
    before: "_Choices | None"


def find_marks(body: str, marks: Sequence[str]) -> list[Place | None]:
    """One place a mark, in order of the text, so that the sum of likelihoods is greatest."""
    places = _places(body, marks)
    frontier = [_State(-1, 0.0, None)]
    for mark in marks:
        grown = [state._replace(choices=_Choices(None, state.choices)) for state in frontier]
        best, passed = None, 0
        for place in places[mark]:
            while passed < len(frontier) and frontier[passed].end <= place.start:
                best, passed = frontier[passed], passed + 1  # of the frontier the later scores more
            if best:
                grown.append(_State(place.end, best.score + place.likely, _Choices(place, best.choices)))
        frontier = _undominated(grown)
    chosen: list[Place | None] = []
    choices = frontier[-1].choices
    while choices is not None:
        chosen.append(choices.place)
        choices = choices.before
    return chosen[::-1]


def _undominated(states: list[_State]) -> list[_State]:
    """Without the states another beats, ending earlier and scoring as much: scores then grow with the ends."""
    kept: list[_State] = []
    for state in sorted(states, key=lambda state: (state.end, -state.score)):
        if not kept or state.score > kept[-1].score:
            kept.append(state)
    return kept


def set_signs(body: str, keys: Sequence[str], places: Sequence[Place | None]) -> str:
    """The body with a sign in place of each mark.

    A key without a place gets its sign beside that of the next mark, or at the end of the body.
    """
    pieces: list[str] = []
    done = 0
    waiting: list[str] = []
    for key, place in zip(keys, places, strict=True):
        waiting.append(f"{OPEN}{key}{CLOSE}")
        if place is not None:
            pieces.extend((body[done : place.start].rstrip(" "), *waiting))
            waiting, done = [], place.end
    rest = body[done:]
    kept = rest.rstrip()
    return "".join((*pieces, kept, *waiting, rest[len(kept) :]))


def _places(body: str, marks: Sequence[str]) -> dict[str, list[Place]]:
    """Where each mark may stand."""
    places: dict[str, list[Place]] = {mark: [] for mark in marks}
    for match in _FIGURES.finditer(body):
        run = match[0]
        if not run.isdigit():
            if run in places and body[max(0, match.start() - 2) : match.start()].strip(" ")[-1:].strip():
                places[run].append(Place(3.0, match.start(), match.end()))
            continue
        for length in range(1, min(4, len(run)) + 1):
            if (mark := run[-length:]) in places:
                likely = _likely(body, match.start(), match.end() - length, match.end())
                if likely:
                    places[mark].append(Place(likely, match.end() - length, match.end()))
    return places


def _likely(body: str, run: int, start: int, end: int) -> float:
    """How much the figures body[start:end], the tail of those from `run` on, look like a mark."""
    before, after = body[start - 1 : start] or "\n", body[end : end + 1] or "\n"
    if after.isalpha() or after in "/%ºª°" or (after in ".,-–" and body[end + 1 : end + 2].isdigit()):
        return 0.0
    if run < start:
        if after == "." and body[run - 1 : run] in ("", "\n"):
            return 0.0  # "63." at the beginning of a line numbers a paragraph
        return 2.0 if _YEAR.match(body[run:start]) else 0.7
    if before.isalpha() or before in "”\"»’')]}…;:!?*":
        return 3.0
    if before in ".,":
        return 1.0 if body[start - 2 : start - 1].isdigit() else 3.0
    if before == "\n":
        return 0.0 if after == "." else 0.6
    if not before.isspace():
        return 0.3 if before in "-–" else 0.0
    if _COUNTING.search(body[max(0, start - 20) : start]) or _GOES_ON.match(body, end):
        return 0.3
    return 1.5 if body[start - 2 : start - 1] in tuple(".”),;]") else 1.0
