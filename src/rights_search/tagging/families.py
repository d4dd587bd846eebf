"""Rights that share words: the one with the best evidence is kept, the others only on evidence of their own.

Sharing words across siblings is the main source of false tags; a preference, not a deletion: two may stay.
"""

from rights_search.vocabulary import Register

#: Sibling rights by key, so that a State which borrows them has the same ones.
FAMILIES: tuple[frozenset[str], ...] = tuple(
    frozenset(family.split())
    for family in (
        # information and the media
        "communication media-pluralism information media-content conscience-clause expression rectification",
        # education
        "education aims-of-education free-universal-education freedom-of-teaching bilingual-education",
        # children
        "child-development child-rights child-protection",
        # older persons
        "older-persons older-persons-guarantees older-persons-policies",
        # persons with disabilities
        "disability-rights disability-inclusion disability-carers",
        # people who move
        "migration asylum displacement movement",
        # health
        "health serious-illness",
        # sexuality and reproduction
        "sexuality reproduction",
        # equality
        "principles equality-non-discrimination equality gender-equality-policy",
        # detention
        "prisoners liberty-and-arrest exceptional-detention written-order reasons-for-arrest rights-on-arrest "
        "incommunicado pretrial-time-limit alternatives-to-detention serving-sentences",
        # environment and nature
        "healthy-environment clean-technology pollution-free-environment rights-of-nature "
        "restoration-of-nature precaution-for-nature benefits-from-nature",
        # goods and services
        "consumer-quality public-service-users provider-liability consumer-associations goods-and-services",
        # indigenous land and consultation
        "lands-and-territories natural-resources prior-consultation pre-legislative-consultation "
        "ancestral-territorial-districts",
        # politics
        "political-participation vote vote-abroad-and-foreigners suspension-of-political-rights gender-parity",
        # family
        "family-and-marriage de-facto-union-and-adoption family-members",
        # violence, its victims, its prosecution
        "personal-integrity victims special-prosecution",
        # courts
        "access-to-justice due-process defence independent-judge counsel appeal legal-certainty",
        # private life
        "honour personal-data privacy correspondence home",
    )
)
#: A sibling with less than this share of the best one's weight goes …
SHARE = 0.6
#: … unless it has this much of its own.
OF_ITS_OWN = 1.45


class Families:
    """The families of a register: a right belongs where its key, or one that it borrows from, does."""

    def __init__(self, register: Register) -> None:
        """Find them."""
        concepts = {right.number: {right.key, *right.like} for right in register}
        self._members = tuple(
            frozenset(number for number, own in concepts.items() if own & family) for family in FAMILIES
        )

    def arbitrate(self, weights: dict[str, float]) -> dict[str, float]:
        """The weights without siblings that only share another's words."""
        dropped: set[str] = set()
        for family in self._members:
            present = {right: weights[right] for right in family if right in weights}
            best = max(present.values(), default=0.0)
            dropped.update(right for right, weight in present.items() if weight < min(SHARE * best, OF_ITS_OWN))
        return {right: weight for right, weight in weights.items() if right not in dropped}

    def foremost(self, ranked: list[str], most: int) -> frozenset[str]:
        """So many of the rights, the first of each family before the second of any."""
        firsts: list[str] = []
        siblings: list[str] = []
        for right in ranked:
            taken = any(right in family and not family.isdisjoint(firsts) for family in self._members)
            (siblings if taken else firsts).append(right)
        return frozenset((firsts + siblings)[:most])
