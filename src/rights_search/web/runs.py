"""Runs of numbers that a document has and the archive does not: they stand where the passages would stand."""

import re

from msgspec import Struct

from rights_search.model import HeldPassage, Holding, Standing
from rights_search.web.messages import gettext
from rights_search.web.places import run_of

_NUMBERED = re.compile(r"^(art|para|oper)_(\d+)(?:__|$)")
_RECOMMENDATION = re.compile(r"^(rec)_(\d+)-(\d+)$")

Place = tuple[str, str, int]


class Run(Struct, frozen=True):
    """A run of missing places in words, and whether it is a gap rather than a part nobody has digested."""

    words: str
    gap: bool = False


def place_of(eid: str) -> Place | None:
    """(prefix, the series it counts in, number): recommendations count within their paragraph."""
    if found := _NUMBERED.match(eid):
        return found[1], "", int(found[2])
    if found := _RECOMMENDATION.match(eid):
        return found[1], f"{found[2]}.", int(found[3])
    return None


def run_before(passage: HeldPassage, previous: HeldPassage | None, holding: Holding, standing: Standing) -> Run | None:
    """What is missing between two neighbours."""
    here = place_of(passage.eid)
    before = place_of(previous.eid) if previous else None
    if here is None:
        return None
    if before is None:
        first_of_all = previous is None and here[0] in ("art", "para")
        before = (here[0], here[1], 0) if first_of_all else here
    if here[:2] != before[:2] or here[2] - before[2] < 2:
        return None
    return _run(here, before[2] + 1, here[2] - 1, holding, standing)


def _run(here: Place, first: int, last: int, holding: Holding, standing: Standing) -> Run | None:
    prefix, series, _ = here
    places = run_of(prefix, f"{series}{first}", f"{series}{last}")
    if standing is Standing.DIGEST:
        return Run(gettext("%(places)s: no digest yet.", places=places))
    if standing is Standing.EXCERPT:
        return Run(gettext("%(places)s: outside the extract.", places=places))
    known = {place_of(gap) for gap in holding.gaps}
    if any((prefix, series, number) in known for number in range(first, last + 1)):
        return Run(gettext("%(places)s: not in the file we hold.", places=places), gap=True)
    return None
