"""Where a paragraph of a judgment stands: what its chapter treats, and what the judgment decides.

This chooses between the rights that the paragraph's own words speak for, and gives it none.
"""

from msgspec import Struct
from msgspec.structs import replace

from rights_search.tagging.concordance import Concordance, article_of
from rights_search.tagging.findings import Finding, Subject
from rights_search.tagging.lexicon import Lexicon, Use
from rights_search.tagging.provisions import ACCOMPANY_FINDINGS

#: How much more the words say for a right that the chapter is about, and less for one that the judgment leaves aside.
OF_THE_CHAPTER = 1.2
ELSEWHERE = 0.85


class Setting(Struct, frozen=True):
    """The articles that a paragraph's chapter and its judgment are about."""

    chapter: frozenset[str] = frozenset()
    decided: frozenset[str] = frozenset()  #: empty where the judgment decides about none: an interpretation, an opinion


def setting_of(subject: Subject, concordance: Concordance, lexicon: Lexicon | None) -> Setting:
    """The setting of a paragraph: by the provisions and words of its headings and those of the operative part."""
    spoken = lexicon.find(". ".join(subject.path)) if lexicon else []
    said = frozenset(_article(hit.right) for hit in spoken if hit.use is Use.TERM)
    return Setting(said | _articles(subject.chapter, concordance), _articles(subject.decided, concordance))


def weighed(terms: list[Finding], setting: Setting) -> list[Finding]:
    """What the words say, more for the rights of the chapter and less for those that the judgment leaves aside."""
    return [replace(said, weight=said.weight * _share(_article(said.right), setting)) for said in terms]


def _share(article: str, setting: Setting) -> float:
    if article in setting.chapter:
        return OF_THE_CHAPTER
    return ELSEWHERE if setting.decided and article not in setting.decided else 1.0


def _articles(provisions: tuple[str, ...], concordance: Concordance) -> frozenset[str]:
    cited = (provision for provision in provisions if article_of(provision) not in ACCOMPANY_FINDINGS)
    return frozenset(_article(link.right) for provision in cited for link in concordance.links(provision))


def _article(right: str) -> str:
    return right.partition(".")[0]
