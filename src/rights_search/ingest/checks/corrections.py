"""What people overrule: each correction is of a passage that is held, and of rights that the register has."""

from collections.abc import Iterable, Iterator

from rights_search.model import Correction, Document, Problem
from rights_search.vocabulary import Register


def correction_problems(
    corrections: Iterable[Correction], path: str, register: Register, documents: Iterable[Document]
) -> Iterator[Problem]:
    """Corrections of what is nowhere, or to what the register does not have."""
    held = {f"{document.id}#{passage.eid}" for document in documents for passage in document.passages}
    for one in corrections:
        if one.passage not in held:
            yield Problem(path, one.passage, "no such passage is held: correct its name, or take the document in")
        for right in (*one.add, *one.remove):
            if right not in register:
                yield Problem(path, one.passage, f"right {right} is not in the register")
