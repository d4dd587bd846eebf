"""What several treaties have in common: “common article 3” of the four Geneva Conventions of 1949."""

from rights_search.citations.loose_parts import Found
from rights_search.citations.members import Provision
from rights_search.citations.phrases import FAR, NEAR
from rights_search.citations.spaces import compiled

CONVENTIONS = ("geneva-1", "geneva-2", "geneva-3", "geneva-4")
#: Article 3 of the four Geneva Conventions: “common article 3”, “artículo 3 común a los Convenios de Ginebra” …
COMMON_BEFORE = compiled(r"(?<!\w)common\s+$")
COMMON = compiled(r"\s*,?\s*(?:common|comun(?:es)?|commun)(?!\w)")
#: … “article 3 of the Conventions”, in a text that speaks of them …
OF_ALL = compiled(
    r"\s+(?:of\s+the\s+(?:four\s+)?conventions|de\s+l[ao]s\s+(?:cuatro\s+)?(?:convenios|convenciones))(?!\w)"
)
GENEVA = compiled(r"(?<!\w)(?:geneva\s+conventions|(?:convenios|convenciones)\s+de\s+ginebra)(?!\w)")
#: … and not what the two Covenants have in common.
OF_COVENANTS = compiled(r"(?<!\w)(?:covenants?|pactos?|pactes?)(?!\w)")


def common_articles(folded: str, start: int, end: int, listed: list[Provision]) -> list[Found]:
    """The four articles that these words cite, all where they stand; none where they are no common article 3."""
    if [provision.path for provision in listed] != [("3",)]:
        return []
    of_all = OF_ALL.match(folded, end) and GENEVA.search(folded, max(0, start - FAR), end + NEAR)
    if not (COMMON_BEFORE.search(folded, max(0, start - 10), start) or COMMON.match(folded, end) or of_all):
        return []
    if OF_COVENANTS.search(folded, end, end + NEAR):
        return []
    return [Found(start, end, listed, convention, named=True) for convention in CONVENTIONS]
