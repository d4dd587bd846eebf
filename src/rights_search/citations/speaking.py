"""Whose treaty an article is of by who speaks of it: a committee, a court, or the comment that is quoted."""

from rights_search.citations.phrases import COMMENT_ON, NEAR
from rights_search.citations.quotations import open_quotation
from rights_search.citations.reading import Reading
from rights_search.citations.watching import watched_by
from rights_search.model import SourceKind


def of_who_is_quoted(start: int, text: Reading) -> str:
    """The treaty of the committee whose words a court quotes, in the midst of which the article stands."""
    opens = open_quotation(text.text, start) if text.context.kind == SourceKind.JUDGMENT else None
    if opens is None or text.laws.between(opens, start):
        return ""
    return watched_by(text.folded, text.near(opens - 1), opens)


def comments_on(start: int, text: Reading) -> bool:
    """Whether a general comment on this article is named: “Committee against Torture, general comment No. 2 on”."""
    return bool(COMMENT_ON.search(text.folded, max(0, start - 2 * NEAR), start))


def commenting(law_ends: int, start: int, text: Reading) -> str:
    """The treaty of the committee whose comment on the article is named behind another law, or that is named next."""
    if not comments_on(start, text):
        return ""
    return watched_by(text.folded, law_ends, start) or watched_by(text.folded, start, text.sentence_end(start))
