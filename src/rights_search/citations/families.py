"""The nouns by which texts mean a treaty: “the Covenant”, “la Convención”, and the treaties each can mean."""

from functools import cache

from rights_search.citations.folding import plain
from rights_search.citations.spaces import compiled
from rights_search.vocabulary import instruments

#: Nouns by which a text means a treaty it has named before, by the family each belongs to.
FAMILIES = {
    "covenant": ("pacto", "covenant", "pacte"),
    "convention": ("convencion", "convention", "convencao", "convenio"),
    "protocol": ("protocolo", "protocol", "protocole"),
    "charter": ("carta", "charter", "charte"),
    "declaration": ("declaracion", "declaration", "declaracao"),
    "agreement": ("acuerdo", "agreement", "accord", "acordo"),
}
FAMILY = {noun: family for family, nouns in FAMILIES.items() for noun in nouns}
_WORDS = compiled(r"\w+")


def family_in(words: str) -> str:
    """The family of the first noun among these folded words that has one."""
    return next((FAMILY[word] for word in words.split() if word in FAMILY), "")


def is_of_the_family(words: str, instrument: str) -> bool:
    """Whether “the Covenant”, folded, may be said of this treaty."""
    return instrument in instruments() and any(FAMILY.get(word) == family_of(instrument) for word in words.split())


@cache
def family_of(instrument: str) -> str:
    """The family of the noun a treaty's title begins with."""
    head = _WORDS.findall(plain(instruments()[instrument].es))
    return next((FAMILY[word] for word in head[:2] if word in FAMILY), "")
