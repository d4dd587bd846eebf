"""A State's rights: data, not code."""

from msgspec import Struct, field


class Right(Struct, frozen=True, kw_only=True):
    """One right of the constitution, or a numeral of one.

    `terms` say the right by themselves, `hints` only in company, `masks` are blanked out before matching.
    `provisions` is its concordance: `treaty#article[.paragraph[.letter]]`, an article covering its paragraphs;
    `leading` are those of them that are about this right before any other.
    Text is per language (ISO 639-1).
    """

    number: str  #: "12", "66.3", "57.inc2"
    key: str
    title: dict[str, str]
    parent: str = ""  #: "66" for "66.3"
    group: dict[str, str] = field(default_factory=dict)
    summary: dict[str, str] = field(default_factory=dict)
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hints: dict[str, tuple[str, ...]] = field(default_factory=dict)
    masks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    provisions: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()  #: instruments that are about this right as a whole: "cat"
    sdg: tuple[int, ...] = ()
    related: tuple[str, ...] = ()
    like: tuple[str, ...] = ()  #: keys of another register's rights whose words it has
    covers: tuple[str, ...] = ()  #: further numerals grouped under this entry
