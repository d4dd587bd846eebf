"""What tagging costs: milliseconds a passage, on the digests and, where they are, on the real judgments.

python -m benchmarks.tagging.cost
"""

import time
from pathlib import Path

from rights_search.ingest import Reader, source_of
from rights_search.model import Declaration, Document
from rights_search.workspace import Workspace

TEXTS = Path(__file__).parents[3] / "shared" / "texts"


def measure(title: str, documents: list[Document], reader: Reader) -> None:
    """Print the mean for the passages of some documents, and how many got no right."""
    began = time.process_time()
    count = untagged = 0
    for document in documents:
        for passage in document.passages:
            count += 1
            untagged += not reader.tagger.tag(passage, document)
    taken = (time.process_time() - began) * 1000
    each, share = taken / max(count, 1), untagged / max(count, 1)
    print(f"{title:24} {count:6} passages  {each:5.2f} ms each  {share:5.1%} without a right")


def main() -> None:
    """Measure the own corpus, and the judgments where they stand beside the project."""
    workspace = Workspace.open()
    reader = Reader.of(workspace)

    def read(folder: Path, pattern: str, most: int) -> list[Document]:
        paths = sorted(folder.glob(pattern))[:most]
        return [d for p in paths for d in reader.parse(source_of(p, str(p), Declaration())).documents]

    measure("own digests", read(workspace.corpus, "*/*.md", 999) + read(workspace.state, "*/*.md", 999), reader)
    if TEXTS.exists():
        measure("real judgments", read(TEXTS / "ecuador" / "judgments", "*.gz", 8), reader)
        measure("real observations", read(TEXTS / "ecuador" / "concluding-observations", "*.md", 8), reader)
        measure("UPR recommendations", read(TEXTS / "ecuador" / "upr", "*.csv.gz", 1), reader)


if __name__ == "__main__":
    main()
