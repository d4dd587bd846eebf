"""What binds the State by its own act: the instruments it ratified, and those of which it is known that it did not."""

from typing import Any

import msgspec
from msgspec import Struct

from rights_search.errors import CorpusError


class Ratification(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How and when the State became bound by an instrument, as precisely as known."""

    signed: str = ""
    bound: str = ""  #: the deposit of its instrument
    how: str = ""  #: "ratification", "accession", "succession", "acceptance"
    in_force: str = ""  #: for this State
    party: bool = True  #: false where a source says that it is not bound
    unverified: bool = False  #: no source for the date was at hand
    note: dict[str, str] = {}
    reservation: dict[str, str] = {}  #: reservations, declarations and objections, as a digest
    recognised: dict[str, str] = {}  #: complaints and inquiries that it accepts
    source: str = ""

    @property
    def year(self) -> str:
        """The year it was bound, or nothing where that is not known."""
        return self.bound[:4]


def ratification(row: Any) -> Ratification:  # noqa: ANN401  whatever stands in the file
    """A row of `[ratifications.…]` in `state.toml`.

    Raises:
        CorpusError: a field is unknown or of the wrong kind.
    """
    try:
        return msgspec.convert(row, Ratification)
    except msgspec.ValidationError as error:
        raise CorpusError(str(error)) from error


def ratifications(facts: dict[str, Any]) -> dict[str, Ratification]:
    """What `state.toml` says of every instrument, by its id.

    Raises:
        CorpusError: a row does not hold together.
    """
    read = {}
    for id_, row in facts.get("ratifications", {}).items():
        try:
            read[id_] = ratification(row)
        except CorpusError as error:
            raise CorpusError(f"state.toml, ratifications.{id_}: {error}: run `rights-search check`.") from error
    return read


def bound_by(facts: dict[str, Any]) -> frozenset[str]:
    """The instruments that bind the State, by what `state.toml` says."""
    return frozenset(id_ for id_, row in ratifications(facts).items() if row.party)
