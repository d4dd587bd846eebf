"""The receipt of a file: as what it was read, what came of it, and in what that differs from before."""

from collections.abc import Iterable, Iterator

from rights_search.errors import Refusal
from rights_search.model import Difference, Document, Outcome, Parsed, Problem, Reading, Receipt, Standing

#: So many missing numbers are named; the others are counted.
MOST_NAMED = 8


def accepted(path: str, parsed: Parsed, documents: tuple[Document, ...]) -> Receipt:
    """The receipt of a file that was taken in."""
    problems = tuple(dict.fromkeys((*parsed.problems, *_missing(parsed.problems, documents))))
    return Receipt(
        path=path,
        outcome=Outcome.WARNINGS if problems else Outcome.ACCEPTED,
        format=parsed.format,
        documents=tuple(dict.fromkeys(document.id for document in documents)),
        passages=len({(d.id, p.eid) for d in documents for p in d.passages}),
        readings=tuple(map(_reading, documents)),
        problems=problems,
    )


def _missing(problems: tuple[Problem, ...], documents: Iterable[Document]) -> Iterator[Problem]:
    """The gaps in a document's numbering, where its reader has not named them; those of a digest a person declared."""
    for document in documents:
        gaps = document.gaps
        if not gaps or document.standing is Standing.DIGEST or any(gaps[0] in said.message for said in problems):
            continue
        # A paragraph is called as it is printed: 6 for `para_6`, 6…9 for `para_6…para_9`.
        named = [gap.replace("para_", "") if gap.startswith("para_") else gap for gap in gaps[:MOST_NAMED]]
        further = f" and {len(gaps) - MOST_NAMED} more" if len(gaps) > MOST_NAMED else ""
        if further or len(named) == 1:
            listed = ", ".join(named) + further
        else:
            listed = f"{', '.join(named[:-1])} and {named[-1]}"
        verb = "is" if len(gaps) == 1 and "…" not in listed else "are"
        yield Problem(document.source, document.id, f"the numbering says that {listed} {verb} missing")


def refused(path: str, reason: str, code: Refusal) -> Receipt:
    """The receipt of a file that could not be taken in."""
    return Receipt(path=path, outcome=Outcome.REFUSED, reason=reason, code=code)


def _reading(document: Document) -> Reading:
    return Reading(
        id=document.id,
        kind=document.kind,
        language=document.language,
        symbol=document.symbol,
        passages=len(document.passages),
        gaps=document.gaps,
        left_out=document.left_out,
    )


def difference(before: Iterable[Document], after: Iterable[Document]) -> Difference | None:
    """The passages that came, went, or have other words; nothing where all are the same."""
    old, new = _words(before), _words(after)
    found = Difference(
        added=tuple(name for name in new if name not in old),
        removed=tuple(name for name in old if name not in new),
        altered=tuple(name for name, words in new.items() if old.get(name, words) != words),
    )
    return found if found.added or found.removed or found.altered else None


def _words(documents: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    """What each passage says, its heading and notes included."""
    return {
        f"{document.id}#{passage.eid} ({document.language})": (
            passage.text,
            passage.heading,
            *(note.text for note in passage.notes),
        )
        for document in documents
        for passage in document.passages
    }
