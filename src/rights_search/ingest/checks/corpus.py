"""The whole corpus: every file read as at ingestion, then held against the vocabularies, the catalogue and itself."""

from collections.abc import Iterator
from pathlib import Path

from rights_search import corpus
from rights_search.errors import CorpusError
from rights_search.ingest.checks.catalogue import catalogue_problems
from rights_search.ingest.checks.concordance import concordance_problems
from rights_search.ingest.checks.corrections import correction_problems
from rights_search.ingest.checks.coverage import coverage_problems
from rights_search.ingest.checks.facts import document_problems
from rights_search.ingest.checks.state import state_problems
from rights_search.ingest.reading import Reader, source_of
from rights_search.ingest.running import label
from rights_search.model import Declaration, Document, Problem, hold
from rights_search.store import Store
from rights_search.workspace import Workspace


def check(workspace: Workspace) -> tuple[Problem, ...]:
    """Every problem of the corpus and the register, file by file; nothing is changed.

    Raises:
        VocabularyError: the register cannot be read at all.
        WorkspaceError: there is no State to check.
    """
    tags = f"corpus/{workspace.state.name}/tags.toml"
    corrections, wrong = corpus.read_corrections(workspace.state / "tags.toml", tags)
    if wrong:  # they would stop the reader
        return wrong
    reader = Reader.of(workspace)
    register = reader.register
    rights = f"corpus/{workspace.state.name}/rights.toml"
    documents, problems = _read(workspace, reader)
    catalogue = corpus.read_catalogue(workspace.corpus)
    found = [
        *state_problems(workspace.state_facts(), f"corpus/{workspace.state.name}/state.toml", documents),
        *corpus.unknown_files(workspace.corpus),
        *problems,
        *hold(documents)[1],
        *(problem for document in documents for problem in document_problems(document, register)),
        *catalogue_problems(catalogue, documents),
        *concordance_problems(register, rights, documents),
        *coverage_problems(register, rights, documents, reader.constitution),
        *correction_problems(corrections, tags, register, (*documents, *_taken_in_elsewhere(workspace))),
    ]
    return tuple(dict.fromkeys(found))


def _taken_in_elsewhere(workspace: Workspace) -> Iterator[Document]:
    """What was taken in from other folders: people correct its tags, too."""
    for record in Store(workspace.indexes / "store").records():
        yield from record.documents


def _read(workspace: Workspace, reader: Reader) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for path in corpus.find((workspace.corpus,)):
        name = label(path, workspace)
        problems.extend(_taken_in(name, documents, reader, path))
    return documents, problems


def _taken_in(name: str, documents: list[Document], reader: Reader, path: Path) -> Iterator[Problem]:
    try:
        record = reader.record(source_of(path, name, Declaration()))
    except CorpusError as error:
        yield Problem(name, "", str(error))
        return
    if record.receipt.reason:
        yield Problem(name, "", record.receipt.reason)
    yield from record.receipt.problems
    documents.extend(record.documents)
