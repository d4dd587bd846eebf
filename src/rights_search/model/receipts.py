"""What became of a file at ingestion, in a form that is kept, shown and compared."""

from msgspec import Struct

from rights_search.model.documents import LeftOut, Problem
from rights_search.model.kinds import Outcome, SourceKind


class Reading(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one document of a file came to, in one language."""

    id: str
    kind: SourceKind
    language: str
    symbol: str = ""
    passages: int = 0
    gaps: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Difference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The passages in which a file differs from what it was before, as `iccpr#art_9 (es)`."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()


class Receipt(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one file at ingestion."""

    path: str
    outcome: Outcome
    format: str = ""  #: as what it was read: "PDF, numbered text"
    documents: tuple[str, ...] = ()
    passages: int = 0
    readings: tuple[Reading, ...] = ()
    difference: Difference | None = None  #: where it was taken in before and other passages came of it
    problems: tuple[Problem, ...] = ()
    code: str = ""  #: of a refusal, for programs
    reason: str = ""  #: of a refusal, for people: what is wrong and what to do
    seconds: float = 0.0


class Intake(Struct, frozen=True, kw_only=True):
    """What became of every file that an index is made from."""

    receipts: tuple[Receipt, ...] = ()
    problems: tuple[Problem, ...] = ()  #: files that claim the same document

    @property
    def troubled(self) -> tuple[Receipt, ...]:
        """The files that were refused or have something to look at."""
        return tuple(receipt for receipt in self.receipts if receipt.reason or receipt.problems)
