"""The numbers of recommendations in a table: those that the report gives them, as “118.2”."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

#: Some tables write the comma of a decimal number, and a word before.
NUMBER = re.compile(
    r"(?:rec\w{0,14}\.?|para\w{0,6}\.?|párr\w{0,4}\.?|no?\.?|n\.?[º°]|#)?\s*(\d{1,3})[.,](\d{1,3})\.?", re.I
)
REPEATED = "its number {} is that of other words too; it is named by its words"
ROUNDED = "its number {0} may be {0}0, as a spreadsheet shortens it; it is named by its words: make the column text"


def number_in(cell: str) -> str:
    """The number of the paragraph and of the recommendation in it; nothing for a row's own number.

    >>> number_in("118.2"), number_in("118,2"), number_in("7")
    ('118.2', '118.2', '')
    """
    found = NUMBER.fullmatch(cell.strip(" ()[]"))
    return f"{int(found[1])}.{found[2]}" if found and int(found[2]) else ""


def sure(printed: Sequence[str], *, as_text: bool = False) -> Iterator[tuple[str, str]]:
    """Each number of a list, in its order, or nothing where it is not sure; and why it is not.

    A spreadsheet that takes 118.10 for a decimal number shows 118.1: behind 118.9 it is 118.10. A text has it as it is.
    """
    read = list(printed) if as_text else list(_with_noughts(printed))
    count = defaultdict[str, int](int)
    for number in read:
        count[number] += 1
    doubtful = set() if as_text else _rounded(read)
    for place, number in enumerate(read):
        if number and count[number] > 1:
            yield "", REPEATED.format(number)
        elif place in doubtful:
            yield "", ROUNDED.format(number)
        else:
            yield number, ""


def _with_noughts(printed: Sequence[str]) -> Iterator[str]:
    kept = {number.partition(".")[0] for number in printed if number.endswith("0")}
    before = (0, 0)
    for number in printed:
        if not number:
            yield ""
            continue
        paragraph, item = map(int, number.split("."))
        if str(paragraph) not in kept and item < 10 and before == (paragraph, 10 * item - 1):
            item *= 10
        before = (paragraph, item)
        yield f"{paragraph}.{item}"


def _rounded(read: Sequence[str]) -> set[int]:
    """The places of a few numbers of one figure that stand below larger ones, in a list that rises otherwise.

    Where a number ends in nought, noughts are kept.
    """
    by_paragraph = defaultdict[str, list[tuple[int, int]]](list)
    for place, number in enumerate(read):
        if number:
            paragraph, _, printed = number.partition(".")
            by_paragraph[paragraph].append((place, int(printed)))
    found: set[int] = set()
    for items in by_paragraph.values():
        largest = 0
        back = []
        for place, item in items:
            if item < 10 and item < largest:
                back.append(place)
            elif item < largest:
                break
            largest = max(largest, item)
        else:
            if not any(item % 10 == 0 for _, item in items) and len(back) <= 1 + len(items) // 10:
                found.update(back)
    return found
