"""What became of the files that the archive is made from, as the about page says it."""

from collections import Counter
from collections.abc import Sequence
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
    """What the about page shows of them; of a path as much as is needed, for the rest is the administrator's."""
    counts = Counter(receipt.outcome for receipt in intake.receipts)
    troubled = intake.troubled
    paths = [PurePath(receipt.path) for receipt in intake.receipts]
    return Files(
        total=len(intake.receipts),
        refused=counts[Outcome.REFUSED],
        troubled=tuple(_trouble(receipt, paths) for receipt in troubled[:MOST]),
        further=max(0, len(troubled) - MOST),
    )


def named(path: PurePath, paths: Sequence[PurePath]) -> str:
    """A file's path in the corpus; of one elsewhere its name, with the folders that tell it from others of that name.

    >>> named(PurePath("corpus/instruments/report.pdf"), [])
    'instruments/report.pdf'
    >>> named(PurePath("/home/ana/2019/report.pdf"), [PurePath("/home/ana/2020/report.pdf")])
    '2019/report.pdf'
    """
    if not path.is_absolute():
        return (path.relative_to("corpus") if path.is_relative_to("corpus") else path).as_posix()
    alike = [other.parts for other in paths if other.name == path.name and other != path]
    own = path.parts
    few = next((few for few in range(1, len(own)) if all(other[-few:] != own[-few:] for other in alike)), len(own))
    return "/".join(own[-few:])


def _trouble(receipt: Receipt, paths: Sequence[PurePath]) -> Trouble:
    places = ((problem.locator, problem.message) for problem in receipt.problems)
    said = (f"{locator}: {message}" if locator else message for locator, message in places)
    outcome = gettext("Refused") if receipt.outcome is Outcome.REFUSED else gettext("Taken in, with a remark")
    return Trouble(named(PurePath(receipt.path), paths), outcome, (receipt.reason,) if receipt.reason else tuple(said))
