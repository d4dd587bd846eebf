"""The concordance: every provision that the register links to a right exists, and is held where its text is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rights_search.ingest.checks.facts import provision_exists
from rights_search.model import Document, Problem, Standing
from rights_search.vocabulary import Register


def concordance_problems(register: Register, path: str, documents: Iterable[Document]) -> Iterator[Problem]:
    """Targets that do not exist, or that the text of the treaty as it is held does not have."""
    held: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        if document.standing is Standing.DIGEST:  # a choice of articles: to link to another is no error
            continue
        held[document.id].update(passage.eid.partition("__")[0] for passage in document.passages)
    for right in register:
        for provision in right.provisions:
            instrument, _, number = provision.partition("#")
            article = f"art_{number.partition('.')[0]}"
            if not provision_exists(provision):
                yield Problem(path, f"right {right.number}", f"provision {provision} does not exist")
            elif instrument in held and article not in held[instrument]:
                yield Problem(path, f"right {right.number}", f"{instrument} is held without {article} ({provision})")
