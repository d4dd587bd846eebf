"""What became of the files that the archive is made from, as the about page says it."""

from collections import Counter
from pathlib import PurePath

from msgspec import Struct

from rights_search.model import Intake, Outcome, Receipt
from rights_search.web.messages import gettext

#: So many files are named; `rights-search documents --problems` lists them all.
MOST = 50


class Trouble(Struct, frozen=True):
    """A file that was refused or has something to look at. What the program says of files is in English."""

    name: str
    outcome: str
    says: tuple[str, ...]


class Files(Struct, frozen=True):
    """All files by what became of them, and those that ask for somebody's attention."""

    total: int
    refused: int
    troubled: tuple[Trouble, ...]
    further: int


def files(intake: Intake) -> Files:
    """What the about page shows of them; of a path only the file's name, for the rest is the administrator's."""
    counts = Counter(receipt.outcome for receipt in intake.receipts)
    troubled = intake.troubled
    return Files(
        total=len(intake.receipts),
        refused=counts[Outcome.REFUSED],
        troubled=tuple(map(_trouble, troubled[:MOST])),
        further=max(0, len(troubled) - MOST),
    )


def _trouble(receipt: Receipt) -> Trouble:
    places = ((problem.locator, problem.message) for problem in receipt.problems)
    said = (f"{locator}: {message}" if locator else message for locator, message in places)
    outcome = gettext("Refused") if receipt.outcome is Outcome.REFUSED else gettext("Taken in, with a remark")
    return Trouble(PurePath(receipt.path).name, outcome, (receipt.reason,) if receipt.reason else tuple(said))
