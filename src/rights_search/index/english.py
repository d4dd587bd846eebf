"""English stems of folded words: irregular plurals and the two spellings by table, the rest by Snowball.

Snowball takes endings off; it cannot know that women is the plural of woman, or that organisation is organization.
"""

import re
from collections.abc import Callable
from typing import NamedTuple


class Exceptions(NamedTuple):
    """Words the rules do not hold for; `stems.toml` says why."""

    singulars: dict[str, str]  #: by their plurals
    apart: frozenset[str]


#: British spellings, brought to the one that documents of the United Nations mix them with.
_BRITISH = (
    (re.compile(r"^(.{3,})isation(s?)$"), r"\1ization\2"),
    (re.compile(r"^(.{4,})is(e|es|ed|ing|er|ers)$"), r"\1iz\2"),
    (re.compile(r"^(.{3,})ys(e|es|ed|ing|er|ers)$"), r"\1yz\2"),
    (re.compile(r"^(lab|fav|hon|behavi|col|neighb|endeav|harb|hum|rum|sav)our"), r"\1or"),
    (re.compile(r"^(cent|theat|fib|met|lit|calib)res?$"), r"\1er"),
    (re.compile(r"^(defen|offen|licen)ce(s?)$"), r"\1se\2"),
    (re.compile(r"^(judg|acknowledg)ement(s?)$"), r"\1ment\2"),
    (re.compile(r"^(enrol|fulfil|instal)(ment|ments|s)?$"), r"\1l\2"),
    (re.compile(r"^(travel|counsel|label|cancel|model|signal)l(ed|ing|er|ers|or|ors)$"), r"\1\2"),
    (re.compile(r"^program(s?)$"), r"programme\1"),
)


def regular(word: str, singulars: dict[str, str]) -> str:
    """The word in its singular and in one spelling, where a table or a rule says so: children → child."""
    word = singulars.get(word, word)
    for pattern, replacement in _BRITISH:
        changed = pattern.sub(replacement, word)
        if changed != word:
            return changed
    return word


def english(snowball: Callable[[str], str], exceptions: Exceptions) -> Callable[[str], str]:
    """The stemmer, over Snowball's for English."""

    def stem(word: str) -> str:
        one = regular(word, exceptions.singulars)
        for singular in (one, one[:-1], f"{one[:-3]}y"):
            if singular in exceptions.apart and one in (singular, f"{singular}s", f"{singular[:-1]}ies"):
                return singular
        return snowball(one)

    return stem
