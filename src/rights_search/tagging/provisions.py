"""The stages that need no words: what a provision is, and what a passage cites."""

from collections import defaultdict

from rights_search.model import SourceKind, TagBasis
from rights_search.tagging.concordance import Concordance, Link, article_of, is_within
from rights_search.tagging.findings import Finding, Subject

#: A treaty's own article: for the rights it is about, and for others it bears on.
OWN = 2.0
BESIDE = 0.5
#: An article cited: the same two, and the second where it bears on few rights at all.
LEADING = 1.3
OTHER = 0.4
FEW = 0.9
#: Words that say so much for a right speak of it.
SPOKEN = 0.8
#: Articles 1.1 and 2 of the American Convention accompany every finding of the Court …
ACCOMPANY_FINDINGS = frozenset({"achr#1", "achr#2"})
#: … and these open the lists of articles under a committee's headings: they say less where others stand beside them.
OPEN_LISTS = frozenset({"iccpr#2", "icescr#2", "cat#2", "crc#4", "cedaw#2", "cedaw#1", "crpd#4", "icerd#2"})


def of_provision(concordance: Concordance, provision: str) -> list[Finding]:
    """The rights of a treaty's own article."""
    return _findings(concordance.links(provision), TagBasis.CONCORDANCE, OWN, BESIDE)


def supported(linked: list[Finding], terms: list[Finding]) -> list[Finding]:
    """An article's rights, each weighing more by the words that speak for it; words for other rights do not count.

    A right the article is about stands for itself, not for one of its numerals. Where the table says of no right that
    the article is about it, those that its words speak of come before the others.
    """
    words = {finding.right: finding.weight for finding in terms}
    if not any(finding.weight >= OWN for finding in linked):
        linked = narrowed(linked, terms)
    about = {finding.right for finding in linked if finding.weight >= OWN}
    return [
        Finding(finding.right, finding.basis, finding.weight + words.get(finding.right, 0.0), finding.evidence)
        for finding in linked
        if finding.right in about or not any(finding.right.startswith(right + ".") for right in about)
    ]


def of_citations(concordance: Concordance, subject: Subject) -> list[Finding]:
    """The rights of the provisions a passage cites.

    Whoever cites an article as a whole does not mean one paragraph of it: of links narrower than what is cited only
    those count for which the article stands before any other.
    """
    cited = list(dict.fromkeys(subject.cites))
    if subject.kind == SourceKind.JUDGMENT:
        cited = [provision for provision in cited if article_of(provision) not in ACCOMPANY_FINDINGS]
    articles = {article_of(provision) for provision in cited}
    best: dict[str, Finding] = {}
    for provision in cited:
        share = 0.5 if article_of(provision) in OPEN_LISTS and len(articles) > 1 else 1.0
        links = [link for link in concordance.links(provision) if link.leading or is_within(provision, link.provision)]
        for finding in _findings(links, TagBasis.CITATION, LEADING, OTHER):
            _merge(best, finding, share, provision)
    return list(best.values())


def narrowed(cited: list[Finding], terms: list[Finding]) -> list[Finding]:
    """The rights of cited articles: of one about many (food, water, housing) those that the words speak of count.

    A right goes on weighing as much as before if nothing else of the provisions it comes from has words of its own.
    """
    spoken = {finding.right.partition(".")[0] for finding in terms if finding.weight >= SPOKEN}
    said = {
        provision for finding in cited if finding.right.partition(".")[0] in spoken for provision in finding.evidence
    }
    return [
        finding
        if finding.right.partition(".")[0] in spoken or not said.issuperset(finding.evidence)
        else Finding(finding.right, finding.basis, min(finding.weight, OTHER), finding.evidence)
        for finding in cited
    ]


def _merge(best: dict[str, Finding], finding: Finding, share: float, provision: str) -> None:
    """Keep the weightiest citation of a right, and count every one as evidence."""
    known = best.get(finding.right)
    evidence = (*(known.evidence if known else ()), provision)
    weight = max(finding.weight * share, known.weight if known else 0.0)
    best[finding.right] = Finding(finding.right, finding.basis, weight, tuple(dict.fromkeys(evidence)))


def _findings(links: list[Link], basis: TagBasis, leading: float, other: float) -> list[Finding]:
    """A finding for each right linked: more where the provision is about it, or bears on few rights at all."""
    by_right: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_right[link.right].append(link)
    led = any(link.leading for link in links)
    few = len({right.partition(".")[0] for right in by_right}) <= 2
    unled = leading if few else FEW * leading
    findings = []
    for right, linked in by_right.items():
        about = any(link.leading for link in linked)
        weight = leading if about else (other if led else unled)
        findings.append(Finding(right, basis, weight, tuple(dict.fromkeys(link.provision for link in linked))))
    return findings
