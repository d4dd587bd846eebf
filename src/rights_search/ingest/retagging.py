"""What another version of the vocabulary would change: every passage that was taken in, tagged again, nothing kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rights_search.ingest.reading import Reader
from rights_search.model import Document, Tag, TagBasis
from rights_search.store import Store
from rights_search.tagging import Tagger
from rights_search.vocabulary import load_register
from rights_search.workspace import Workspace

#: Told after each document: how many are done, and of how many.
Progress = Callable[[int, int], None]


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A passage whose rights would be others."""

    passage: str  #: `ccpr-c-ecu-co-6#para_12`
    language: str
    text: str
    added: tuple[Tag, ...] = ()
    removed: tuple[Tag, ...] = ()


def changes(
    workspace: Workspace, store: Store, register: Path | None = None, progress: Progress | None = None
) -> Iterator[Change]:
    """Each passage of the store that this register would tag otherwise; without one, the State's as it stands now.

    Raises:
        VocabularyError: the register does not hold together.
        CorpusError: the State's corrections do not.
    """
    reader = Reader.of(workspace)
    if register is not None:
        reader = replace(reader, tagger=Tagger(load_register(register), reader.constitution))
    documents = [document for record in store.records() for document in record.documents]
    for done, document in enumerate(documents, start=1):
        again = reader.tagged(_as_read(document))
        for old, new in zip(document.passages, again.passages, strict=True):
            before, after = ({tag.right: tag for tag in passage.tags} for passage in (old, new))
            added = tuple(tag for right, tag in after.items() if right not in before)
            removed = tuple(tag for right, tag in before.items() if right not in after)
            if added or removed:
                name = f"{document.id}#{old.eid}"
                yield Change(passage=name, language=document.language, text=old.text, added=added, removed=removed)
        if progress:
            progress(done, len(documents))


def _as_read(document: Document) -> Document:
    """The document without what people corrected: the corrections are applied anew."""
    return replace(
        document,
        passages=tuple(
            replace(passage, tags=tuple(tag for tag in passage.tags if tag.basis is not TagBasis.PERSON))
            for passage in document.passages
        ),
    )
