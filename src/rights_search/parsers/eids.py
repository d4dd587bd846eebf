"""eIds: a passage's name within its document, in the habit of Akoma Ntoso.

`art_9`, `art_66__num_3`, `art_9__para_1__point_a`, `para_12`, `oper_3`, `rec_118-12`, `opinion_1__para_4`.
See https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/ for the habit; the prefixes are ours where it has none.
"""

import re

PREFIXES = ("art", "num", "inc", "para", "point", "oper", "rec", "opinion", "sec", "transitional", "annex")
EID = re.compile(
    r"^(?:{p})_[a-z0-9]+(?:-[a-z0-9]+)*(?:__(?:{p})_[a-z0-9]+(?:-[a-z0-9]+)*)*$".format(p="|".join(PREFIXES))
)
_UNSAFE = re.compile(r"[^a-z0-9]+")


def eid(*parts: tuple[str, str | int]) -> str:
    """Join (prefix, number) pairs: `eid(("art", 66), ("num", 3))` is `art_66__num_3`."""
    return "__".join(f"{prefix}_{_UNSAFE.sub('-', str(number).lower()).strip('-')}" for prefix, number in parts)


def number_of(name: str) -> str:
    """The printed number an eId stands for: `art_66__num_3` is 66.3, `rec_118-12` is 118.12.

    An opinion's paragraph keeps its own number only: `opinion_1__para_4` is 4.
    """
    parts = [part.partition("_")[2].replace("-", ".") for part in name.split("__")]
    if name.startswith(("opinion_", "annex_")):
        return parts[-1]
    if "__inc_" in name:
        return f"{parts[0]}.inc{parts[1]}"
    return ".".join(parts)


def unique(name: str, taken: set[str]) -> str:
    """The eId itself, or with `-2`, `-3` … where the document has it already; the choice is added to `taken`."""
    candidate, count = name, 1
    while candidate in taken:
        count += 1
        candidate = f"{name}-{count}"
    taken.add(candidate)
    return candidate
