"""What the stages hand on: a right, why, and how much it weighs."""

from msgspec import Struct

from rights_search.model import TagBasis


class Finding(Struct, frozen=True):
    """One stage's evidence for one right."""

    right: str
    basis: TagBasis
    weight: float
    evidence: tuple[str, ...] = ()


class Subject(Struct, frozen=True, kw_only=True):
    """A passage as the stages see it."""

    text: str
    language: str = ""
    kind: str = ""
    body: str = ""
    path: tuple[str, ...] = ()  #: the headings above it, outermost first
    provision: str = ""  #: of a treaty or constitution, the passage itself: `iccpr#9`, `ecuador-constitution#66.3`
    cites: tuple[str, ...] = ()  #: provision ids cited in it
    chapter: tuple[str, ...] = ()  #: of a judgment: those that the headings above cite
    decided: tuple[str, ...] = ()  #: of a judgment: those that it finds violated, or not violated
