"""All that a text cites: UN documents, judgments, articles."""

from collections.abc import Iterator

from rights_search.citations.articles import find_articles
from rights_search.citations.cases import find_cases
from rights_search.citations.comments import find_comments, find_resolutions
from rights_search.citations.context import Context
from rights_search.citations.courts import find_judgments
from rights_search.citations.folding import plain
from rights_search.citations.memory import Memory
from rights_search.citations.symbols import find_symbols
from rights_search.model import Citation


def find(text: str, context: Context, memory: Memory | None = None) -> tuple[Citation, ...]:
    """The citations in the order of the text; an unresolved one has no target.

    `memory`: what the document's passages before this one named; it grows by what this one names.

    Spans of two citations are apart, or the same (the members of “articles 6 to 8”, “paragraphs 1 and 2 of article 9”).
    """
    folded = plain(text)
    found = [
        *find_symbols(text),
        *find_judgments(text, folded, context),
        *find_cases(text, folded, context),
        *find_comments(text, folded, context),
        *find_resolutions(text, folded),
        *find_articles(text, folded, context, memory or Memory()),
    ]
    return tuple(_apart(sorted(found, key=lambda citation: (citation.start, citation.end))))


def _apart(found: list[Citation]) -> Iterator[Citation]:
    """The citations whose words do not overlap those of an earlier one in part; the same words may cite several."""
    before: Citation | None = None
    for citation in found:
        if (
            before is None
            or citation.start >= before.end
            or (citation.start, citation.end) == (before.start, before.end)
        ):
            yield citation
            before = citation
