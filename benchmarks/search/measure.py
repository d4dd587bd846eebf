"""How long building takes, and a whole search with facets and highlights.

    python benchmarks/search/measure.py [passages, 20000 unless said] [folder to keep the index in]

Prints seconds for building, and for each kind of query the median, the 95th and the slowest of a hundred in
milliseconds: the first time it is asked of a fresh library (cold) and again (warm).
"""

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from passages import RIGHTS, fill

from rights_search.errors import QueryError
from rights_search.index import Generation, build
from rights_search.model import Right, SearchQuery
from rights_search.search import Library
from rights_search.vocabulary import Register

TARGET = 250.0


def register() -> Register:
    return Register(
        tuple(
            Right(
                number=number,
                key=f"right-{number}",
                title={"es": number, "en": number},
                parent=number.split(".")[0] * ("." in number),
            )
            for number in RIGHTS
        )
    )


def queries(generation: Generation, each: int = 100) -> dict[str, list[SearchQuery]]:
    """Queries of the passages' own words, so that they find something."""
    chance = random.Random(11)
    lexicon = generation.lexicon
    known = [w for w, n in zip(lexicon.words, lexicon._passages, strict=True) if n >= 5 and len(w) > 3 and w.isalpha()]
    by_use = sorted(known, key=lambda word: -lexicon._passages[lexicon.words.index(word)])[:400]

    def passage_words(count: int) -> list[str]:
        while True:
            text = next(iter(generation.passage(chance.randrange(generation.size)).texts.values())).text.split()
            if len(text) > count + 4:
                start = chance.randrange(len(text) - count)
                return [word.strip('"“”()') for word in text[start : start + count]]

    def word() -> str:
        return chance.choice(known)

    def common() -> str:
        return chance.choice(by_use)

    kinds: dict[str, Callable[[], SearchQuery]] = {
        "one word": lambda: SearchQuery(text=word()),
        "one common word": lambda: SearchQuery(text=common()),
        "three words together": lambda: SearchQuery(text=" ".join(passage_words(3)).replace("-", " ")),
        "four words, any": lambda: SearchQuery(text=" OR ".join(word() for _ in range(4))),
        "phrase": lambda: SearchQuery(text='"' + " ".join(passage_words(2)) + '"'),
        "beginning": lambda: SearchQuery(text=word()[:5] + "*"),
        "word and right": lambda: SearchQuery(text=common(), rights=(chance.choice(RIGHTS),)),
        "filters only": lambda: SearchQuery(sources=("judgment",), year_from=chance.randint(1990, 2015)),
        "nothing found": lambda: SearchQuery(text=f"{word()}x {word()} {word()}", rights=("12",)),
    }
    return {name: [make() for _ in range(each)] for name, make in kinds.items()}


def asked(library: Library, query: SearchQuery) -> float:
    started = time.perf_counter()
    with suppress(QueryError):  # that too many words begin so is an answer, too
        library.search(query)
    return (time.perf_counter() - started) * 1000


def line(name: str, times: list[float]) -> str:
    ordered = sorted(times)
    return f"{name:32}{ordered[len(ordered) // 2]:9.1f}{ordered[int(len(ordered) * 0.95)]:9.1f}{ordered[-1]:9.1f}"


def main(wanted: int, folder: Path) -> int:
    store, _ = fill(folder / "store", wanted)
    started, worked = time.perf_counter(), time.process_time()
    report = build(store, folder / "indexes", register(), rebuild=True)
    spent = f"{time.perf_counter() - started:.1f} s, {time.process_time() - worked:.1f} s of it at work"
    print(f"built {report.passages} passages in {spent}")
    started = time.perf_counter()
    build(store, folder / "indexes", register())
    print(f"nothing changed: {time.perf_counter() - started:.2f} s")
    started = time.perf_counter()
    generation = Generation.open(folder / "indexes")
    print(f"opened in {time.perf_counter() - started:.2f} s")
    library = Library(folder / "indexes", register(), "ECU")
    library.search(SearchQuery())
    print(f"{'ms':32}{'p50':>9}{'p95':>9}{'max':>9}")
    cold: list[float] = []
    for name, each in queries(generation).items():
        first = [asked(library, query) for query in each]
        cold.extend(first)
        print(line(f"{name}, cold", first))
        print(line(f"{name}, warm", [asked(library, query) for query in each]))
    pages = [_timed(lambda number=number: library.right(number, "es")) for number in RIGHTS]
    print(line("page of a right", pages))
    print(line("all searches, cold", cold))
    return 0 if sorted(cold)[int(len(cold) * 0.95)] <= TARGET else 1


def _timed(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    kept = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp())
    try:
        sys.exit(main(size, kept))
    finally:
        if len(sys.argv) <= 2:
            shutil.rmtree(kept)
