"""What hostile text costs: milliseconds a pattern of the citations, and a whole reading, on 40 kB of it.

    python -m benchmarks.hostile

The bar is 10 ms a pattern. Prints the slowest first.
"""

import importlib
import pkgutil
import re
import time
from collections.abc import Callable

from rights_search import citations
from rights_search.citations import Context, find, phrases, symbols
from rights_search.citations.folding import plain
from rights_search.citations.names import pattern_of_laws
from rights_search.model import SourceKind

CONTEXT = Context(language="es", body="iacthr", instrument="achr", kind=SourceKind.JUDGMENT)
SIZE = 40_000
UNITS = (
    "a", " ", "\n", "(", "1, ", "art. ", "artículos ", "artículo 1", "1 (", " a ", "párrafo 1 del ", "A/",
    "CCPR / C / ", "Serie C No. ", "párrs. 1, ", "convención ", "protocolo facultativo de la convención sobre ",
    "constitución de la ", "constitucion de aa ", "§", "I", "\u0301", "art. 1 ", "arts. 1 a 30 ",
    "Convención Americana art. 6 ", "artículos 1 (", "art. 1 y ", "art. 1 párrafo 1 ", "art. 1 (a) ", "art. 1 a) y b) ",
    "literal a) del ", "párrafos 1 y 2 del ", "Ser. ", "(Ser. C) No. 1 ", "art. 1 de la ", "art. 1 en relación con el ",
    "CCPR/C/", "A/HRC/1-", "ccpr/c/1/", "1. ", "Ley de ", "Convención ", "artí-\n", "OC-1/99, párr. 1, ", "viola ",
    "de la Sentencia ", "[...] ", "art. 1 y […] ", "I, ", "art. 1, ", "artículo 1 de la misma y ",
    "paragraph 1 ", "paragraph 1 of this article ", "el tratado su artículo 1 ",
    "art. 1" + " " * 400, "1" + "\n" * 900, "Convención" + " " * 300, "Serie C No." + " " * 200, "(" * 300 + "art. 1",
)  # fmt: skip
#: Every room of citations: a pattern that comes to one is measured without being asked for.
MODULES = tuple(
    importlib.import_module(f"{citations.__name__}.{room.name}") for room in pkgutil.iter_modules(citations.__path__)
)


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of the citations, by module and name."""
    found = {
        f"{module.__name__.rpartition('.')[2]}.{name}": value
        for module in MODULES
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern) and (module is not symbols or name == "CANDIDATE")
        if module is phrases or value not in vars(phrases).values()  # the rooms that use its patterns have them, too
    }
    return found | {"instruments.mentions": pattern_of_laws()}


#: These look for something anywhere in the text; all others are tried at one place, behind a number or a name, and see
#: no further than two citations may be apart. (What takes one symbol apart sees that alone, and is not measured.)
SEARCHED = {
    "phrases.KEYWORD", "phrases.SENTENCE", "courts.SERIES", "courts.OPINION", "instruments.mentions",
    "symbols.CANDIDATE",
}  # fmt: skip
NUMBERS = re.compile(r"\d(?!\d)")


def places_in(folded: str) -> list[int]:
    """Where one of them may be tried: behind a number, or the name of a law."""
    names = (found.end() for found in pattern_of_laws().finditer(folded))
    return sorted({*(found.end() for found in NUMBERS.finditer(folded)), *names})


def run(name: str, pattern: re.Pattern[str], text: str, places: list[int]) -> None:
    """Search the text, or try the pattern behind every number and name in it."""
    if name in SEARCHED:
        sum(1 for _ in pattern.finditer(text))
    else:
        for place in places:
            pattern.match(text, place, place + phrases.NEAR)


def milliseconds(function: Callable[[], object]) -> float:
    """The best of three: what the code takes, not what else the machine does."""
    times = []
    for _ in range(3):
        began = time.process_time()
        function()
        times.append(time.process_time() - began)
    return min(times) * 1000


def main() -> None:
    """Print the ten slowest pairs, and the slowest whole readings, with what twice the text takes."""
    slowest = []
    whole = []
    for unit in UNITS:
        hostile = unit * (SIZE // len(unit))
        folded = plain(hostile)
        places = places_in(folded)
        for name, pattern in patterns().items():
            text = hostile if name.startswith("symbols") else folded
            slowest.append((milliseconds(lambda n=name, p=pattern, t=text, w=places: run(n, p, t, w)), name, unit, 1.0))
        once = milliseconds(lambda t=hostile: find(t, CONTEXT))
        whole.append((once, "all citations", unit, milliseconds(lambda t=hostile * 2: find(t, CONTEXT)) / once))
    for taken, name, unit, growth in sorted(slowest, reverse=True)[:12] + sorted(whole, reverse=True)[:6]:
        twice = f"  × {growth:.1f} for twice the text" if growth != 1.0 else ""
        print(f"{taken:8.1f} ms  {name:24} {unit!r} × {SIZE // len(unit)}{twice}")


if __name__ == "__main__":
    main()
