"""Citations on the passages labelled by hand: precision and recall, by kind."""

import pytest

from citation_labels import Count, count, rows
from rights_search.model import CitationKind

#: What the project promises; judgments are held to the measure of symbols, for they are as regular.
TARGETS = {
    CitationKind.DOCUMENT: (0.99, 0.99),
    CitationKind.JUDGMENT: (0.99, 0.99),
    CitationKind.PROVISION: (0.98, 0.95),
}


@pytest.mark.parametrize("kind", TARGETS)
def test_precision_and_recall(kind: CitationKind) -> None:
    total = Count()
    for row in rows():
        total = total.plus(count(row, kind))
    precision, recall = TARGETS[kind]
    report = f"precision {total.precision:.1%}, recall {total.recall:.1%}\n" + "\n".join(total.errors)
    assert total.precision >= precision, report
    assert total.recall >= recall, report


def test_the_set_is_large_enough_and_half_of_it_is_closed() -> None:
    everything = list(rows())
    assert len(everything) >= 160
    assert sum(len(row.labels) for row in everything) >= 500
    assert sum(row.closed for row in everything) >= len(everything) * 0.45
    assert {row.context.language for row in everything} == {"es", "en", "fr", "pt"}
