"""A treaty named by what it is about, in words that are not quite its title's.

“Convention for the Elimination of Racial Discrimination”, “Covenant on Social, Economic and Cultural Rights”: the words
behind the noun are those of one title and of no other.
"""

import re
from collections.abc import Iterator
from functools import cache

from rights_search.citations.families import family_in, family_of
from rights_search.citations.folding import plain
from rights_search.citations.spaces import compiled
from rights_search.vocabulary import instruments

#: Treaties are misnamed by each other's noun; protocols, charters and declarations are not read so.
FAMILIES = frozenset({"convention", "covenant"})
#: Words of a title that say nothing of its subject.
SMALL = compiled(
    r"a|al|all|and|any|against|by|concerning|contra|del?|el?|for|in|kinds?|las?|los|of?|on|or|para|por|relating|relativ[aeo]|sobre"
    r"|the|to|tod[ao]s?|with|y|cases|casos"
    r"|autres|aux?|cas|concernant|contre|d|d[ae]s|du|et|l|les?|leurs?|pour|relatifs?|sur|tou(?:s|te|tes)"  # French
    r"|aos?|as?|da|dos|e|em|na|no|os|outr[ao]s|su?as?"  # Portuguese
    r"|internationale?|internacional|nations|naciones|nacoes|united|unidas|unies"  # what any of them may be called
)
#: As much of a word as differs in no language's number or gender, nor in most slips of the pen: “politicial”.
STEM = 5
#: So many words of the subject at least, and so large a share of the title's.
FEWEST, SHARE = 2, 0.7
#: No title is longer.
LONGEST = 24
#: “Convenção de 1961 para a Redução …”, “Convention de l'Unesco de 1960 concernant …”.
_WHOSE = compiled(r"(?:\s+d[ae]\s+(?:l'|la\s+)?(?:unesco|onu|oit))?(?:\s+(?:de|of)\s+(?:19|20)\d\d(?!\d))?")
_WORD = compiled(r"[\s,'’-]{0,3}\(?([a-z]+)")
#: What may stand in front of the noun and belongs to the name.
_IN_FRONT = compiled(r"(?<!\w)(?:united\s+nations|un|u\.n\.|international)\s+$")
#: … or makes it another treaty than those that are named by their subject alone.
_REGION = compiled(r"(?<!\w)(?:american|european|inter-american|african|arab|council\s+of\s+europe)\s+$")


@cache
def _titles() -> tuple[tuple[str, frozenset[str]], ...]:
    """The words that matter of every name of a treaty, cut to their stems."""
    found = []
    for id_, row in instruments().items():
        if family_of(id_) in FAMILIES:
            names = (*row.all_names, row.fr, row.pt)
            found += [(id_, frozenset(_stems(plain(name)))) for name in names if " " in name]
    return tuple(found)


def _stems(name: str) -> Iterator[str]:
    words = re.findall(r"[a-z]+", name)
    return (_stem(word) for word in words if not SMALL.fullmatch(word) and not family_in(word))


def _stem(word: str) -> str:
    return word.rstrip("s")[:STEM]


def named_by_subject(folded: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The bounds of a name that begins with the noun at a place, and its treaty; None where it is none of ours."""
    if family_in(folded[start:end]) not in FAMILIES or _REGION.search(folded, max(0, start - 20), start):
        return None
    whose = _WHOSE.match(folded, end)
    end = whose.end() if whose else end
    left, said, last = _titles(), set[str](), end
    at = end
    for _ in range(LONGEST):
        word = _WORD.match(folded, at)
        if word is None or (at == end and not folded[at].isspace()):  # “the Convention, on the rights of …”
            break
        at = word.end()
        if SMALL.fullmatch(word[1]):
            continue
        holding = tuple(title for title in left if _stem(word[1]) in title[1])
        if not holding:
            break
        left, last = holding, at
        said.add(_stem(word[1]))
    treaties = {id_ for id_, title in left if len(said) >= max(FEWEST, SHARE * len(title))}
    if len({id_ for id_, _ in left}) != 1 or len(treaties) != 1:
        return None
    return with_front(folded, start), last, treaties.pop()


def with_front(folded: str, start: int) -> int:
    """Where a name begins with “United Nations” or “International” in front of the words at a place."""
    front = _IN_FRONT.search(folded, max(0, start - 20), start)
    return front.start() if front else start
