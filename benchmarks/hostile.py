"""What hostile text costs: milliseconds a pattern of the citations, and a whole reading, on 40 kB of it.

    python -m benchmarks.hostile

The bar is 10 ms a pattern. Prints the slowest first.
"""

import time
from collections.abc import Callable

from rights_search.citations import Context, articles, courts, find, instruments, symbols
from rights_search.citations.folding import plain
from rights_search.model import SourceKind

CONTEXT = Context(language="es", body="iacthr", instrument="achr", kind=SourceKind.JUDGMENT)
SIZE = 40_000
UNITS = (
    "a", " ", "\n", "(", "1, ", "art. ", "artículos ", "artículo 1", "1 (", " a ", "párrafo 1 del ", "A/",
    "CCPR / C / ", "Serie C No. ", "párrs. 1, ", "convención ", "protocolo facultativo de la convención sobre ",
    "constitución de la ", "constitucion de aa ", "§", "I", "\u0301", "art. 1 ", "arts. 1 a 30 ",
    "Convención Americana art. 6 ", "artículos 1 (",
)  # fmt: skip
PATTERNS = {
    "keyword": articles.KEYWORD,
    "sentence": articles.SENTENCE,
    "mentions": instruments._pattern(),
    "series": courts.SERIES,
    "opinion": courts.OPINION,
    "symbol": symbols.CANDIDATE,
}


def milliseconds(function: Callable[[], object]) -> float:
    """The best of three: what the code takes, not what else the machine does."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        function()
        times.append(time.perf_counter() - began)
    return min(times) * 1000


def main() -> None:
    """Print the ten slowest pairs, and the slowest whole readings."""
    patterns = []
    whole = []
    for unit in UNITS:
        hostile = unit * (SIZE // len(unit))
        folded = plain(hostile)
        for name, pattern in PATTERNS.items():
            text = hostile if name == "symbol" else folded
            patterns.append((milliseconds(lambda p=pattern, t=text: sum(1 for _ in p.finditer(t))), name, unit))
        whole.append((milliseconds(lambda t=hostile: find(t, CONTEXT)), "all citations", unit))
    for taken, name, unit in sorted(patterns, reverse=True)[:10] + sorted(whole, reverse=True)[:5]:
        print(f"{taken:8.1f} ms  {name:14} {unit!r} × {SIZE // len(unit)}")


if __name__ == "__main__":
    main()
