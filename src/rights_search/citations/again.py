"""Whether an article that was cited with a law before is that law's again."""

import re

from rights_search.citations.instruments import OWN_WORDS
from rights_search.citations.members import Provision
from rights_search.citations.phrases import PRESENT
from rights_search.citations.quotations import open_quotation
from rights_search.citations.reading import Reading
from rights_search.model import SourceKind

#: “La Convención de Viena es un tratado … y su artículo 36”.
HIS = re.compile(r"(?<!\w)(?:sus?|its)\s$")


def cited_before(listed: list[Provision], start: int, text: Reading) -> str:
    """The law of an article that was cited with it before: “Article 4 of the Protocol … the terms of article 4”.

    A mandate compares treaties: a sentence that has named but others means one of those.
    """
    if text.context.clear or text.context.kind in OWN_WORDS:
        return ""
    cited = text.cited.get(listed[0].path[0], "")
    named = text.laws.between(text.near(start), start) if text.context.kind == SourceKind.SPECIAL_PROCEDURE else []
    if named and named[-1].is_none_of_ours:
        return ""
    if _is_back(cited, start, text):
        return ""
    return cited if not named or any(law.instrument == cited for law in named) else ""


def _is_back(cited: str, start: int, text: Reading) -> bool:
    """Whether a court has come back to its own treaty since; with the treaty on treaties it reads its own.

    Not where it quotes: in the midst of a quotation, in another language, or where “the present Convention” speaks.
    """
    own = text.context.instrument
    last = text.laws.before(start) if text.context.kind == SourceKind.JUDGMENT else None
    if last is None or last.instrument != own or cited in (own, "vienna-treaties"):
        return False
    present = PRESENT.search(text.folded, max(0, last.start - 10), last.start)
    return not (
        text.is_foreign(start)
        or present
        or HIS.search(text.folded, max(0, start - 5), start)
        or open_quotation(text.text, start) is not None
    )
