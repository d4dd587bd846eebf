"""How well cases, general comments and resolutions are found by their numbers, in text and notes of real documents.

    python -m benchmarks.cases [--errors]

`tests/data/citations/cases.jsonl` holds the places, a fingerprint of their words, and each reference as printed with
what it means, labelled by readers who did not know the rules. UN symbols are not counted here. A reference is right
where it means the same and the words of one hold those of the other.
"""

import argparse
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

from benchmarks.tagging.draw import TEXTS, documents_of, fingerprint
from rights_search.citations.symbols import find_symbols
from rights_search.ingest import Reader
from rights_search.model import Citation, CitationKind, Document
from rights_search.workspace import Workspace

LABELS = Path(__file__).parents[1] / "tests" / "data" / "citations" / "cases.jsonl"


class Labelled(msgspec.Struct, frozen=True):
    """A passage, or the note of it with this mark, and what it cites in the order of the text."""

    path: str
    document: str
    eid: str
    mark: str
    fingerprint: str
    cites: tuple[tuple[str, str], ...]


def texts(document: Document) -> Iterator[tuple[str, str, str, tuple[Citation, ...]]]:
    """Every passage and note: its place, the note's mark, its words and what they cite."""
    for passage in document.passages:
        yield passage.eid, "", passage.text, passage.cites
        for note in passage.notes:
            yield passage.eid, note.mark, note.text, note.cites


def found_in(text: str, cites: tuple[Citation, ...]) -> list[Citation]:
    """The citations that are neither of articles nor UN symbols."""
    symbols = {(symbol.start, symbol.end) for symbol in find_symbols(text)}
    return [c for c in cites if c.end and c.kind is not CitationKind.PROVISION and (c.start, c.end) not in symbols]


def main() -> None:
    """Print the figures, and the errors on demand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    errors = parser.parse_args().errors
    reader = Reader.of(Workspace.open())

    @lru_cache(maxsize=4)
    def read(path: str) -> tuple[Document, ...]:
        return documents_of(TEXTS / path, reader)

    right = found = expected = passages = 0
    labelled = [msgspec.json.decode(line, type=Labelled) for line in LABELS.read_bytes().splitlines()]
    at_hand = [row for row in labelled if (TEXTS / row.path).exists()]
    if len(at_hand) < len(labelled):
        print(f"absent: the files of {len(labelled) - len(at_hand)} of {len(labelled)} texts, looked for in {TEXTS}")
    for row in sorted(at_hand, key=lambda row: row.path):
        places = (place for document in read(row.path) if document.id == row.document for place in texts(document))
        same = ((text, cites) for eid, mark, text, cites in places if (eid, mark) == (row.eid, row.mark))
        held = next(((text, cites) for text, cites in same if fingerprint(text) == row.fingerprint), None)
        if held is None:
            print(f"not found any more: {row.path} {row.document}#{row.eid} {row.mark}")
            continue
        passages += 1
        left = list(row.cites)
        for cite in found_in(*held):
            fits = (label for label in left if label[1] == cite.target and _alike(label[0], cite.text))
            found += 1
            if label := next(fits, None):
                left.remove(label)
                right += 1
            elif errors:
                print(f"wrong  {row.document}#{row.eid}: {cite.text!r} {cite.target or 'unresolved'}")
        expected += len(row.cites)
        if errors:
            print("".join(f"missed {row.document}#{row.eid}: {printed!r} {meant}\n" for printed, meant in left), end="")
    if found and expected:
        print(f"{passages} texts, {expected} references: precision {right / found:.1%}, recall {right / expected:.1%}")


def _alike(printed: str, cited: str) -> bool:
    return printed in cited or cited in printed or printed.split()[-1] in cited


if __name__ == "__main__":
    main()
