"""How well citations are found: precision and recall on the passages of `tests/data/citations`, by kind and language.

python -m benchmarks.citations [--errors]
"""

import argparse
import sys
from pathlib import Path

from rights_search.model import CitationKind

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from citation_labels import Count, Row, count, rows


def total(selected: list[Row], kind: CitationKind) -> Count:
    """The counts of some passages together."""
    sums = Count()
    for row in selected:
        sums = sums.plus(count(row, kind))
    return sums


def show(title: str, selected: list[Row], errors: bool) -> None:
    """One line a kind that occurs in these passages."""
    for kind in CitationKind:
        sums = total(selected, kind)
        if not sums.expected and not sums.found:
            continue
        print(
            f"{title:8} {kind:10} {len(selected):4} passages {sums.expected:4} citations  "
            f"precision {sums.precision:6.1%}  recall {sums.recall:6.1%}"
        )
        if errors:
            print("\n".join(f"    {error}" for error in sums.errors))


def main() -> None:
    """Print the figures of the open and the closed half, and of each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print what is wrong or missed in the open half")
    options = parser.parse_args()
    everything = list(rows())
    show("open", [row for row in everything if not row.closed], options.errors)
    show("closed", [row for row in everything if row.closed], errors=False)
    show("all", everything, errors=False)
    for language in sorted({row.context.language for row in everything}):
        show(language, [row for row in everything if row.context.language == language], errors=False)


if __name__ == "__main__":
    main()
