"""Coverage: every right is reached from the constitution and from abroad, and every document in both languages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rights_search.model import Document, Problem, SourceKind, Standing
from rights_search.vocabulary import Register


def coverage_problems(
    register: Register, path: str, documents: Iterable[Document], constitution: str
) -> Iterator[Problem]:
    """Rights that nothing speaks of, and digests in one language only."""
    documents = tuple(documents)
    own, abroad = _reached(documents, constitution)
    for right in register.articles:
        if right.number not in own:
            yield Problem(path, f"right {right.number}", "no passage of the constitution is tagged with it")
        if right.number not in abroad:
            yield Problem(path, f"right {right.number}", "no international passage is tagged with it")
    languages: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        if document.standing is Standing.DIGEST:
            languages[document.source].add(document.language)
    for source, given in sorted(languages.items()):
        for language in sorted({"es", "en"} - given):
            yield Problem(source, "", f"has no digest in “{language}”")


def _reached(documents: Iterable[Document], constitution: str) -> tuple[set[str], set[str]]:
    own: set[str] = set()
    abroad: set[str] = set()
    for document in documents:
        if document.kind is SourceKind.CONSTITUTION and document.id != constitution:
            continue
        reached = own if document.id == constitution else abroad
        reached.update(tag.right.partition(".")[0] for p in document.passages for tag in p.tags)
    return own, abroad
