"""Documents that are known of, held or not: what the catalogue says of each."""

from msgspec import Struct, field

from rights_search.model.kinds import Role, SourceKind


class Catalogued(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A document of which the archive has the facts and the address, but no passage; `missing` says why."""

    id: str
    kind: SourceKind
    title: dict[str, str]
    missing: dict[str, str]
    symbol: str = ""
    role: Role | None = None
    body: str = ""
    states: tuple[str, ...] = ()
    date: str = ""  #: as precise as known
    session: str = ""
    cycle: str = ""  #: the review it belongs to: the number of the State's report, "8-9"; of the UPR, the cycle
    visit: dict[str, str] | str = ""
    url: dict[str, str] = field(default_factory=dict)  #: where the symbol does not give it
    aliases: tuple[str, ...] = ()
    note: dict[str, str] | str = ""
    source: str = ""  #: where the facts were verified
    series: int = 0
    case: dict[str, str] = field(default_factory=dict)
    type: tuple[str, ...] = ()
    violated: tuple[str, ...] = ()
    not_violated: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()
    compliance: dict[str, str] = field(default_factory=dict)
    adopted: str = ""
    in_force: str = ""
    rights: tuple[str, ...] = ()
    file: str = ""  #: the catalogue file it stands in
    checked: str = ""
    against: str = ""

    @property
    def day(self) -> str:
        """Its date; for an instrument, that of its adoption."""
        return self.date or self.adopted
