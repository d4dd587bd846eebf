"""Rights that share words: the one with the best evidence is kept, the others only on evidence of their own.

Sharing words across siblings is the main source of false tags; a preference, not a deletion: two may stay.
"""

#: Sibling rights, by what they share.
FAMILIES: tuple[frozenset[str], ...] = tuple(
    frozenset(family.split())
    for family in (
        "16 17 18 19 20 66.6 66.7",  # information and the media
        "26 27 28 29 57.14",  # education
        "44 45 46",  # children
        "36 37 38",  # older persons
        "47 48 49",  # persons with disabilities
        "40 41 42 66.14",  # people who move
        "32 50",  # health
        "66.9 66.10",  # sexuality and reproduction
        "11 11.2 66.4 70",  # equality
        "51 77 77.1 77.2 77.3 77.4 77.6 77.9 77.11 77.12",  # detention
        "14 15 66.27 71 72 73 74",  # environment and nature
        "52 53 54 55 66.25",  # goods and services
        "57.4 57.6 57.7 57.17 60",  # indigenous land and consultation
        "61 62 63 64 65",  # politics
        "67 68 69",  # family
        "66.3 78 81",  # violence, its victims, its prosecution
        "75 76 76.7 76.7.k 76.7.g 76.7.m 82",  # courts
        "66.18 66.19 66.20 66.21 66.22",  # private life
    )
)
#: A sibling with less than this share of the best one's weight goes …
SHARE = 0.6
#: … unless it has this much of its own.
OF_ITS_OWN = 1.45


def arbitrate(weights: dict[str, float]) -> dict[str, float]:
    """The weights without siblings that only share another's words."""
    dropped: set[str] = set()
    for family in FAMILIES:
        present = {right: weights[right] for right in family if right in weights}
        best = max(present.values(), default=0.0)
        dropped.update(right for right, weight in present.items() if weight < min(SHARE * best, OF_ITS_OWN))
    return {right: weight for right, weight in weights.items() if right not in dropped}
