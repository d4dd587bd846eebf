"""Does the corpus hold together? Everything that can be said without an index, and without changing anything."""

from collections.abc import Iterator

from rights_search import corpus
from rights_search.errors import CorpusError
from rights_search.ingest.reading import Reader, source_of
from rights_search.ingest.running import label
from rights_search.model import Declaration, Document, Problem, hold
from rights_search.vocabulary import Register, bodies, instruments, states
from rights_search.workspace import Workspace


def check(workspace: Workspace) -> tuple[Problem, ...]:
    """Every problem of the corpus and the register, file by file.

    Raises:
        VocabularyError: the register cannot be read at all.
        WorkspaceError: there is no State to check.
    """
    reader = Reader.of(workspace)
    problems = [*_register(reader.register, str(workspace.state / "rights.toml")), *_state(workspace)]
    problems.extend(corpus.unknown_files(workspace.corpus))
    documents: list[Document] = []
    for path in corpus.find((workspace.corpus,)):
        name = label(path, workspace)
        try:
            record = reader.record(source_of(path, name, Declaration()))
        except CorpusError as error:
            problems.append(Problem(name, "", str(error)))
            continue
        if record.receipt.reason:
            problems.append(Problem(name, "", record.receipt.reason))
        problems.extend(record.receipt.problems)
        documents.extend(record.documents)
    problems.extend(hold(documents)[1])
    for document in documents:
        problems.extend(_document(document, reader.register))
    problems.extend(_reached(documents, reader.register, str(workspace.state / "rights.toml")))
    return tuple(dict.fromkeys(problems))


def provision_exists(target: str) -> bool:
    """Whether a provision names an instrument we know and an article it has."""
    instrument, _, number = target.partition("#")
    row = instruments().get(instrument)
    article = number.partition(".")[0]
    return row is not None and article.isdigit() and (not row.articles or 1 <= int(article) <= row.articles)


def _register(register: Register, path: str) -> Iterator[Problem]:
    for right in register:
        for provision in right.provisions:
            if not provision_exists(provision):
                yield Problem(path, f"right {right.number}", f"provision {provision} does not exist")


def _state(workspace: Workspace) -> Iterator[Problem]:
    facts = workspace.state_facts()
    path = str(workspace.state / "state.toml")
    for name in ("name", "iso3", "languages", "constitution"):
        if name not in facts:
            yield Problem(path, name, "is missing")
    if facts.get("iso3") not in states():
        yield Problem(path, "iso3", f"“{facts.get('iso3')}” is no State")
    for instrument in facts.get("ratifications", {}):
        if instrument not in instruments():
            yield Problem(path, f"ratifications.{instrument}", "is no instrument of the vocabulary")


def _document(document: Document, register: Register) -> Iterator[Problem]:
    if document.body and document.body not in bodies():
        yield Problem(document.source, "body", f"“{document.body}” is no body of the vocabulary")
    for state in document.states:
        if state not in states():
            yield Problem(document.source, "states", f"“{state}” is no State (ISO 3166 alpha-3)")
    for passage in document.passages:
        for tag in passage.tags:
            if tag.right not in register:
                yield Problem(document.source, passage.eid, f"right {tag.right} is not in the register")


def _reached(documents: list[Document], register: Register, path: str) -> Iterator[Problem]:
    tagged = {tag.right.partition(".")[0] for d in documents for p in d.passages for tag in p.tags}
    for right in register.articles:
        if right.number not in tagged:
            yield Problem(path, f"right {right.number}", "no passage of the corpus is tagged with it")
