"""From weighed findings to tags: how much is enough, which grade, and at most four."""

from collections import defaultdict

from rights_search.model import Grade, Tag, TagBasis
from rights_search.tagging.families import Families
from rights_search.tagging.findings import Finding
from rights_search.tagging.provisions import OWN

#: Less than this is no tag; less than this share of the best one is not either.
ENOUGH = 0.7
RELATIVE = 0.55
#: … unless it has this much of its own: a long paragraph may be full of one right and be about another, too.
OF_ITS_OWN = 1.2
#: What a passage is about, and not only touches.
ABOUT = 0.95
ABOUT_RELATIVE = 0.65
MOST = 4
#: The order of weight of the bases, where two say as much.
ORDER = {basis: rank for rank, basis in enumerate(TagBasis)}


def totals(findings: list[Finding]) -> dict[str, float]:
    """The weight of each right over all findings."""
    weights: dict[str, float] = defaultdict(float)
    for finding in findings:
        weights[finding.right] += finding.weight
    return dict(weights)


def decide(findings: list[Finding], weights: dict[str, float], families: Families) -> tuple[Tag, ...]:
    """The tags, the weightiest first; a numeral stands for the right it belongs to."""
    kept = families.arbitrate(_with_numerals_for(weights))
    best = max(kept.values(), default=0.0)
    ranked = sorted(kept.items(), key=lambda item: -item[1])
    led = {found.right for found in findings if found.basis is TagBasis.CONCORDANCE and found.weight >= OWN}
    bar = max(ENOUGH, min(RELATIVE * best, OF_ITS_OWN))
    enough = [(right, weight) for right, weight in ranked if right in led or weight >= bar]
    kept_apart = families.foremost([right for right, _ in enough], MOST)
    return tuple(
        _tag(right, Grade.ABOUT if right in led else _grade(weight, best), findings)
        for right, weight in enough
        if right in kept_apart
    )


def _grade(weight: float, best: float) -> Grade:
    return Grade.ABOUT if weight >= max(ABOUT, ABOUT_RELATIVE * best) else Grade.TOUCHES


def _with_numerals_for(weights: dict[str, float]) -> dict[str, float]:
    """A right with a numeral that has enough of its own is represented by it, and lends it its weight."""
    kept = dict(weights)
    for right in sorted(weights, key=len):
        numerals = [other for other in kept if other.startswith(right + ".") and kept[other] >= ENOUGH]
        if numerals:
            weight = kept.pop(right)
            strongest = max(numerals, key=lambda numeral: kept[numeral])
            kept[strongest] = max(kept[strongest], weight)
    return kept


def _tag(right: str, grade: Grade, findings: list[Finding]) -> Tag:
    """One tag for each right, with the basis that says most; `explain` shows the others."""
    spoken = [finding for finding in findings if finding.right == right]
    main = min(spoken, key=lambda finding: (-finding.weight, ORDER[finding.basis]))
    return Tag(right, main.basis, grade, main.evidence)
