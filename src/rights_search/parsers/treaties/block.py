"""A block: an article, or what else of a text belongs together, before it is a passage."""

from msgspec import Struct, field

from rights_search.model import Note
from rights_search.parsers.articles.heads import Number

AFTER = ("closing", "added", "tables")  #: kinds of what follows a text


class Block(Struct):
    """Lines that belong together, and what they are."""

    #: "preamble", "article", "provision" (numbered in words), "amendment", "section", "annex", "closing", "added"
    kind: str
    path: tuple[str, ...] = ()
    heading: str = ""
    number: Number | None = None
    printed: str = ""  #: the letter behind the number, as it is printed
    nature: str = ""
    within: "Block | None" = None  #: the article or amendment that it is a section of
    lines: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def join_title(heading: str, title: str, first: bool) -> str:
    """A heading with the title from its next line: "CAPÍTULO I" and "Disposiciones generales"."""
    return f"{heading.rstrip(' .:')}. {title.lstrip('—–- ')}" if first else f"{heading} {title}"
