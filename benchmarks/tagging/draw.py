"""Draw the passages to be labelled: at random, over kinds and languages, by a fixed seed.

    python -m benchmarks.tagging.draw [SEED] > drawn.jsonl

A line is a passage's place alone (file, document, eId, a fingerprint of its words), never its words.
"""

import hashlib
import random
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from rights_search.ingest import Reader, source_of
from rights_search.model import Declaration, Document, Passage, SourceKind
from rights_search.workspace import Workspace

TEXTS = Path(__file__).parents[3] / "shared" / "texts"
#: Of each: its name, where the files are, how many files, how many passages of each file.
STRATA = (
    ("recommendations", "upr/*.csv.gz", 1, 90),
    ("observations", "concluding-observations-es/*.md", 34, 2),
    ("observations", "ecuador/concluding-observations/*.md", 8, 3),
    ("judgments", "judgments-iacthr/seriec_*.json.gz", 35, 2),
    ("judgments", "ecuador/judgments/*.json.gz", 10, 2),
    ("treaties", "treaties/en/*.md", 13, 2),
    ("treaties", "treaties/es-boe/*", 8, 2),
    ("treaties", "treaties/es-ar/*.md", 5, 2),
    ("comments", "general-comments/*.json", 12, 2),
    ("comments", "special-procedures/*.json.gz", 9, 2),
)
#: What the files of these folders are, where they do not say it.
DECLARED = {"treaties": Declaration(kind=SourceKind.TREATY)}


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a passage is, and which draw it belongs to."""

    path: str  #: below the folder of texts
    document: str
    eid: str
    fingerprint: str
    half: str  #: "open" or "closed" of the first draw; a further draw: "later" …


class Drawn(Place, frozen=True, kw_only=True):
    """A passage's place, and what was drawn from."""

    stratum: str


PlaceT = TypeVar("PlaceT", bound=Place)


def fingerprint(text: str) -> str:
    """Of a passage's words, so that a label never stands beside another text."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def documents_of(path: Path, reader: Reader) -> tuple[Document, ...]:
    """The documents of one file of the folder of texts."""
    place = str(path.relative_to(TEXTS))
    declared = DECLARED.get(place.partition("/")[0], Declaration())
    return reader.parse(source_of(path, place, declared)).documents


def located(places: list[PlaceT], reader: Reader) -> Iterator[tuple[PlaceT, Document, Passage]]:
    """Each place with its passage as the program reads it; one that cannot be found is named."""

    @lru_cache(maxsize=4)
    def read(path: str) -> tuple[Document, ...]:
        return documents_of(TEXTS / path, reader)

    at_hand = [place for place in places if (TEXTS / place.path).exists()]
    if len(at_hand) < len(places):
        print(f"absent: the files of {len(places) - len(at_hand)} of {len(places)} passages, looked for in {TEXTS}")
    for place in sorted(at_hand, key=lambda place: place.path):
        for document in read(place.path):
            same = [p for p in document.passages if p.eid == place.eid and fingerprint(p.text) == place.fingerprint]
            if document.id == place.document and same:
                yield place, document, same[0]
                break
        else:
            print(f"not found any more: {place.path} {place.document}#{place.eid}")


def draw(seed: int, reader: Reader) -> Iterator[Drawn]:
    """The sample; a file that cannot be read is passed over for the next."""
    rng = random.Random(seed)
    for stratum, pattern, files, each in STRATA:
        paths = sorted(TEXTS.glob(pattern))
        rng.shuffle(paths)
        done = 0
        for path in paths:
            if done == files:
                break
            candidates = _candidates(path, reader)
            if not candidates:
                continue
            done += 1
            for document, passage in rng.sample(candidates, min(each, len(candidates))):
                half = rng.choice(("open", "closed"))
                place = str(path.relative_to(TEXTS))
                yield Drawn(
                    stratum=stratum,
                    path=place,
                    document=document.id,
                    eid=passage.eid,
                    fingerprint=fingerprint(passage.text),
                    half=half,
                )


def _candidates(path: Path, reader: Reader) -> list[tuple[Document, Passage]]:
    try:
        documents = documents_of(path, reader)
    except Exception as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return []
    return [(document, passage) for document in documents for passage in document.passages if len(passage.text) > 40]


if __name__ == "__main__":
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 73
    for drawn in draw(seed, Reader.of(Workspace.open())):
        print(msgspec.json.encode(drawn).decode())
