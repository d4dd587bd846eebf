"""Numbers in a row: which of them are the paragraphs of a document, and which are missing.

Lists, notes, page numbers and articles stand at the start of lines too. The paragraphs are the longest run of
rising numbers; all others belong to something else.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

#: A single number this far from its neighbours at either end of the chain is a note or a year, no paragraph.
FAR = 20
#: A paragraph that is held in parts.
_IN_PARTS = re.compile(r"([a-z]+_)(\d{1,6})-\d+(?:-\d+)*")


def chain(numbers: Sequence[int | None], far: int = FAR) -> list[int]:
    """The places of the longest rising run; of equal numbers the first.

    >>> chain([1, 2, 3, 1, 2, 4, 268, 5])
    [0, 1, 2, 5, 7]
    """
    ends: list[int] = []  # the smallest last number of a run of each length …
    places: list[int] = []  # … and where it stands
    before: list[int] = [-1] * len(numbers)
    for place, number in enumerate(numbers):
        if number is None:
            continue
        length = bisect_left(ends, number)
        if length == len(ends):
            ends.append(number)
            places.append(place)
        elif number < ends[length]:
            ends[length], places[length] = number, place
        else:
            continue
        before[place] = places[length - 1] if length else -1
    run: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        run.append(place)
        place = before[place]
    return _without_strays(run[::-1], numbers, far)


def _without_strays(run: list[int], numbers: Sequence[int | None], far: int) -> list[int]:
    values = [numbers[place] or 0 for place in run]
    if len(run) > 2 and values[-1] - values[-2] > far:
        run = run[:-1]
    if len(run) > 2 and values[1] - values[0] > far:
        run = run[1:]
    return run


def gaps(eids: Iterable[str], from_one: Iterable[str] = ()) -> Iterator[str]:
    """What the numbers say is missing between the first and the last, for the paragraphs and within each list.

    The lists of some names begin with 1, as paragraphs do in a document that is no excerpt: what stands before their
    first number is missing too. A number is there where a part of it is: 2 by 2.1.

    >>> list(gaps(["para_1", "para_3", "rec_118-2", "rec_118-9"]))
    ['para_2', 'rec_118-3…rec_118-8']
    >>> list(gaps(["para_2-1", "para_4", "para_5"], ["para_"]))
    ['para_1', 'para_3']
    """
    runs: dict[str, set[int]] = {}
    in_parts: dict[str, set[int]] = {}
    for name in eids:
        cut = max(name.rfind("_"), name.rfind("-")) + 1
        if name[cut:].isdigit():
            runs.setdefault(name[:cut], set()).add(int(name[cut:]))
        if parts := _IN_PARTS.fullmatch(name):
            in_parts.setdefault(parts[1], set()).add(int(parts[2]))
    for prefix, found in runs.items():
        last = max(found)
        found.update(number for number in in_parts.get(prefix, ()) if number < last)
        found.update({0} if prefix in from_one else ())
        for low, high in pairwise(sorted(found)):
            if high - low == 2:
                yield f"{prefix}{low + 1}"
            elif high - low > 2:
                yield f"{prefix}{low + 1}…{prefix}{high - 1}"


def paragraph_chain(numbers: Sequence[int]) -> list[int]:
    """The places of the numbers that continue the paragraphs: each is the next, or leaves out one or two.

    A list inside a paragraph starts at 1 again and may run up to the next paragraph's number and past it; a number
    that stands again further on is then the list's. Where most numbers are missing (excerpts) the longest rising run
    is taken instead.

    >>> paragraph_chain([1, 2, 1, 2, 3, 4, 3, 4])
    [0, 1, 6, 7]
    """
    run = chain(numbers)
    later = [False] * len(numbers)  # whether the same number stands again before a much greater one
    seen: dict[int, int] = {}
    for place in range(len(numbers) - 1, -1, -1):
        later[place] = numbers[place] in seen
        seen[numbers[place]] = place
    kept: list[int] = []
    want, item = 0, 0
    for place, number in enumerate(numbers):
        in_list = item > 0 and number == item + 1
        if not kept or (want <= number <= want + 2 and not (in_list and later[place])):
            kept.append(place)
            want, item = number + 1, 0
        elif number == 1 or in_list:
            item = number
    return kept if 5 * len(kept) >= 4 * len(run) else run
