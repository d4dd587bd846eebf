"""The schema: what Whoosh keeps of a passage, field by field, and why.

One Whoosh document is one passage in all its languages, in the order of the catalogue: Whoosh's document number is the
passage's place. What is shown of a passage lies beside Whoosh (`passages.py`), and what is counted and sorted by lies
in flat arrays (`columns.py`), because Whoosh reads every posting of a field anew for every count.
"""

from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, ID, NUMERIC, Schema

from rights_search.index.fields import Counted, Exact, Values

#: Raised with every change of the fields or of what goes into them; an index of another version is not served.
SCHEMA_VERSION = 4

#: The fields whose score depends on their length. The others score the same wherever they match.
SCORED = ("text_es", "text_en", "text_other", "heading", "title", "exact")


def schema() -> Schema:
    """The fields of a passage."""
    return Schema(
        # Its text, digest and notes in one language, stemmed by that language's rules, which know nothing of another's.
        # No positions: phrases are sought unstemmed, in `exact`, and without positions these are half the size.
        text_es=Counted(),
        text_en=Counted(),
        text_other=Counted(),  # every further language: folded, not stemmed
        # Its own title, the headings above it and its label ("artículo 26"): few words, hence all languages in one
        # field under the stems of each. A field apart from the text, because a word here weighs more.
        heading=Counted(),
        # The document's titles, case name and acronyms: so that "Sarayaku consulta" and "art. 26 Convención Americana"
        # find passages that do not repeat what they belong to. Apart, because a word here weighs less.
        title=Counted(),
        # Everything above once more, folded and unstemmed, with positions: phrases, exact words, and the beginnings of
        # words (viv*). One field over all languages; the parts lie too far apart for a phrase to reach across.
        exact=Exact(),
        # The document's symbol whole, by its beginnings (ccpr/c/ecu) and by its parts, and its id.
        symbol=Values(),
        # Closed lists and identifiers: looked up as they are.
        right=Values(),  # every right tagged, a numeral together with the right it belongs to: 66.3 and 66
        source=Values(),
        body=Values(),
        state=Values(),
        document=Values(),
        kind=Values(),
        lang=Values(),
        standing=Values(),
        group=Values(),  # whom it concerns
        goal=Values(),  # Sustainable Development Goals, by number
        cites=Values(),  # the documents and provisions it cites, each with what holds it: achr#8.1, achr#8, achr
        # A number, for ranges; a column beside it, so that Whoosh itself can sort by it.
        year=NUMERIC(int, sortable=True),
        # The place in the catalogue: only a column, for nobody asks for it.
        order=COLUMN(NumericColumn("I")),
        # Document and eId, stored, so that a Whoosh document can be told without our own files.
        id=ID(stored=True, unique=True),
    )
