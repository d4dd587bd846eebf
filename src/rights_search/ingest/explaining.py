"""Why a passage has the rights it has: every stage of the tagger, on each text that was taken in of it."""

from collections.abc import Iterator

from msgspec import Struct

from rights_search.ingest.reading import Reader
from rights_search.model import Document, Passage
from rights_search.store import Store
from rights_search.tagging import Explanation


class Explained(Struct, frozen=True):
    """One text of a passage, and what every stage found in it."""

    document: Document
    passage: Passage
    stages: Explanation


def explanations(reader: Reader, store: Store, document_id: str, eid: str) -> Iterator[Explained]:
    """The stages for each text held of a passage: one a language, or a text and its digest."""
    for record in store.records():
        for document in record.documents:
            if document.id == document_id:
                for passage in document.passages:
                    if passage.eid == eid:
                        yield Explained(document, passage, reader.tagger.explain(passage, document))
