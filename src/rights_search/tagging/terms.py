"""The terms stage: what the words of a passage say, weighed by right."""

from collections import defaultdict

from rights_search.model import TagBasis
from rights_search.tagging.findings import Finding
from rights_search.tagging.lexicon import Hit, Use
from rights_search.tagging.pairs import Span

#: A term of several words is seldom a coincidence; a single word sometimes is.
TERM = 1.0
SINGLE = 0.85
#: The sides of a term that stand farther apart than this may belong to different thoughts.
NEAR = 90
FAR = 0.65
#: What two rights claim says less of each.
SHARED = 0.8
#: Diminishing returns: another term, the same one again, a hint.
FURTHER = 0.5
AGAIN = 0.15
HINT = 0.3
MOST = 3
#: More hits of one right add nothing.
PLENTY = 30


def weigh(hits: list[Hit], company: frozenset[str]) -> list[Finding]:
    """A finding for each right; hints count beside a term, another hint or a citation (`company`) of their right."""
    by_right: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_right[hit.right].append(hit)
    findings = []
    for right, found in by_right.items():
        apart = _apart(found)
        terms = [hit for hit in apart if hit.use is Use.TERM]
        hints = _distinct([hit for hit in apart if hit.use is Use.HINT])
        if not terms and len(hints) < 2 and right not in company:
            continue
        weight = _terms(terms) + HINT * min(len(hints), MOST)
        evidence = tuple(hit.printed for hit in (*_distinct(terms), *hints))
        findings.append(Finding(right, TagBasis.TERM, weight, evidence))
    return findings


def _apart(hits: list[Hit]) -> list[Hit]:
    """The hits that say something of their own: the strongest first, then those on other words of the text."""
    used: list[Span] = []
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.use, -_one(hit), len(hit.spans), hit.spans)):
        if len(kept) == PLENTY:
            break
        if not any(start < last and first < end for start, end in hit.spans for first, last in used):
            kept.append(hit)
            used.extend(hit.spans)
    return sorted(kept, key=lambda hit: hit.spans)


def _distinct(hits: list[Hit]) -> list[Hit]:
    """One of each phrase, whatever its case."""
    return list({hit.printed.casefold(): hit for hit in reversed(hits)}.values())[::-1]


def _terms(hits: list[Hit]) -> float:
    distinct = sorted((_one(hit) for hit in _distinct(hits)), reverse=True)
    if not distinct:
        return 0.0
    repeats = len(hits) - len(distinct)
    return distinct[0] + FURTHER * sum(distinct[1 : MOST + 1]) + AGAIN * min(repeats, MOST)


def _one(hit: Hit) -> float:
    weight = TERM if hit.words > 1 else SINGLE
    if len(hit.spans) > 1 and hit.spans[-1][0] - hit.spans[0][1] > NEAR:
        weight = FAR
    return weight * (SHARED if hit.shared > 1 else 1.0)
