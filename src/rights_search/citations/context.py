"""What a text leaves unsaid when it cites: whose document it is, and which treaty “the Convention” means in it."""

import re

from msgspec import Struct
from msgspec.structs import replace

from rights_search.model import Document, SourceKind
from rights_search.vocabulary import bodies, constitution_id, states

#: Kinds in which a bare “art. 6” can only be the document's own treaty.
CLEAR = frozenset(
    {SourceKind.TREATY, SourceKind.CONSTITUTION, SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.GENERAL_COMMENT}
)
#: … and a body whose reports all measure States by one treaty.
WATCHING = frozenset({"mesecvi"})
#: Kinds that speak to every State: “the Constitution” is no State's own in them.
TO_ALL = frozenset({SourceKind.TREATY, SourceKind.SPECIAL_PROCEDURE, SourceKind.GENERAL_COMMENT, SourceKind.RESOLUTION})
#: The article that a passage of a law is, or is a part of.
ARTICLE = re.compile(r"art_(\d+[a-z]?|[a-z])(?:__|$)")
#: … but for the annexes that explain the treaty's own articles, by their numbers.
EXPLAINED = frozenset({"european-social-charter", "european-social-charter-ap", "european-social-charter-revised"})
OF_AN_ANNEX = re.compile(r"annex_\d+__art_")


class Context(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The document a text stands in, as far as its citations depend on it.

    `instrument` is what “the Covenant” or “la Convención” means: the body's treaty, or the treaty itself in its own
    text. `constitution` is the document id of the State's constitution (`ecuador-constitution`), for a text that
    says “la Constitución de la República”; without it only a constitution cited with its State's name resolves.
    """

    language: str = ""
    body: str = ""
    instrument: str = ""
    kind: str = ""
    constitution: str = ""
    year: int = 0  #: when the text was adopted: an article may have had another number then; 0 where nobody says
    annex: bool = False  #: an annex has articles of its own: “Article 8” is none of the treaty's in it
    article: str = ""  #: that this text is, or comments on: what “this article” means in it

    @property
    def clear(self) -> bool:
        """Whether an article without a named instrument is one of `instrument`."""
        return bool(self.instrument) and (self.kind in CLEAR or self.body in WATCHING)

    @classmethod
    def of(cls, document: Document, constitution: str = "") -> "Context":
        """The context a document gives its passages."""
        homes = {constitution_id(states()[code].en) for code in document.states if code in states()}
        if homes and constitution not in homes:
            constitution = homes.pop() if len(homes) == 1 else ""  # that of the State the text is about
        if not homes and document.kind in TO_ALL:
            constitution = ""
        own = document.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION)
        body = bodies().get(document.body)
        return cls(
            language=document.language,
            body=document.body,
            instrument=document.id if own else (body.instrument if body else ""),
            kind=document.kind,
            constitution=document.id if document.kind is SourceKind.CONSTITUTION else constitution,
            year=int(document.date[:4]) if document.date[:4].isdecimal() else 0,
        )

    def within_notes(self) -> "Context":
        """The context of the notes: those of a law are its editor's, and cite other laws by their articles."""
        return replace(self, article="", annex=self.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION))

    def within(self, eid: str) -> "Context":
        """The context of one passage of the document."""
        if self.kind == SourceKind.TREATY and self.instrument not in EXPLAINED and OF_AN_ANNEX.match(eid):
            return replace(self, annex=True)
        article = ARTICLE.match(eid) if self.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION) else None
        return replace(self, article=article[1]) if article else self
