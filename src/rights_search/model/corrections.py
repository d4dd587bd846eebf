"""What a person overrules of a passage's tags."""

from collections.abc import Iterable

from msgspec import Struct

from rights_search.model.documents import Tag
from rights_search.model.kinds import Grade, TagBasis


class Correction(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Rights that a person gives to a passage or takes from it: who, when and why."""

    passage: str  #: `ccpr-c-ecu-co-6#para_12`
    by: str
    when: str  #: ISO 8601
    why: str
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def removes(self, right: str) -> bool:
        """Whether it takes this right away; an article goes with its numerals."""
        return any(right == other or right.startswith(f"{other}.") for other in self.remove)


def corrected(tags: Iterable[Tag], corrections: Iterable[Correction]) -> tuple[Tag, ...]:
    """The tags as people left them: what they gave stands first, what they took away is gone. The last word counts."""
    kept = list(tags)
    for one in corrections:
        kept = [tag for tag in kept if not one.removes(tag.right)]
        evidence = (one.by, one.when, one.why)
        kept = [*(Tag(right, TagBasis.PERSON, Grade.ABOUT, evidence) for right in one.add), *kept]
    return tuple(kept)
