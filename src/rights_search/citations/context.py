"""What a text leaves unsaid when it cites: whose document it is, and which treaty “the Convention” means in it."""

from msgspec import Struct

from rights_search.model import Document, SourceKind
from rights_search.vocabulary import bodies

#: Kinds in which a bare “art. 6” can only be the document's own treaty.
CLEAR = frozenset(
    {SourceKind.TREATY, SourceKind.CONSTITUTION, SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.GENERAL_COMMENT}
)


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
    constitution_year: str = ""  #: “la Constitución de 1998” is then known to be another one

    @property
    def clear(self) -> bool:
        """Whether an article without a named instrument is one of `instrument`."""
        return bool(self.instrument) and self.kind in CLEAR

    @classmethod
    def of(cls, document: Document, constitution: str = "", constitution_year: str = "") -> "Context":
        """The context a document gives its passages."""
        own = document.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION)
        body = bodies().get(document.body)
        return cls(
            language=document.language,
            body=document.body,
            instrument=document.id if own else (body.instrument if body else ""),
            kind=document.kind,
            constitution=document.id if document.kind is SourceKind.CONSTITUTION else constitution,
            constitution_year=constitution_year,
        )
