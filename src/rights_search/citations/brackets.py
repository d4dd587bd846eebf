"""What a bracket with an article says of its law: what it follows, and the brackets before it."""

import re

from rights_search.citations.instruments import Mention
from rights_search.citations.phrases import CLAIMED
from rights_search.citations.quotations import TITLED, quotation
from rights_search.citations.reading import Reading
from rights_search.model import SourceKind

#: “the ASEAN Human Rights Declaration of 2012 (art. 14)”: a name that may be a law's, whatever it is.
A_NAME = re.compile(r"[A-Z][a-z]+\s(?:[a-z]{2,3}\s)?[A-Z]")


def opens_a_bracket(start: int, text: Reading) -> bool:
    """Whether a bracket opens straight before a place."""
    return text.text[max(0, start - 1) : start] == "("


def quoted_before(start: int, text: Reading) -> Mention | None:
    """The law whose words have just been quoted, in front of a bracket: “the Declaration gives them ‘a say’ (art. 3)”.

    Where the sentence that quotes names none, it is that of the quotation before. A committee closes its findings with
    such brackets, too.
    """
    if text.context.kind == SourceKind.CONCLUDING_OBSERVATIONS or not opens_a_bracket(start, text):
        return None
    opens = quotation(text.text, start - 1)
    if opens is None:
        return text.quoted if text.quoted_at >= text.sentence(start) else None
    text.quoted_at = start
    introduced = text.near(opens - 1)  # not at the quotation, which begins a sentence behind its colon
    law = text.laws.before(opens)
    named = law if law and law.start >= introduced else None
    unknown = TITLED.search(text.text, named.end if named else introduced, opens)
    text.quoted = Mention(opens, opens, "") if unknown else named or text.quoted
    return text.quoted


def beside_in_brackets(start: int, text: Reading) -> str:
    """The law of the article before in one bracket: “the Covenant (article 7 on torture and article 4 (2))”."""
    before = text.found[-1] if text.found else None
    if before is None or not before.named or not opens_a_bracket(before.start, text):
        return ""
    apart = start - before.end > CLAIMED or any(mark in text.text[before.end : start] for mark in ").;")
    return "" if apart or text.laws.between(before.end, start) else before.instrument


def in_a_row(start: int, text: Reading) -> str:
    """The treaty that the brackets before name: “life (article 6 of the Covenant), privacy (art. 17)”.

    A mandate's row goes on over sentences that name no law.
    """
    before = text.found[-1] if text.found else None
    if before is None or not opens_a_bracket(before.start, text):
        return ""
    if before.start < (begins := text.sentence(start)):
        mandate = text.context.kind == SourceKind.SPECIAL_PROCEDURE
        others = text.laws.between(before.end, start) or A_NAME.search(text.text, begins + 1, start)
        return before.instrument if mandate and not others else ""
    return "" if ";" in text.text[before.end : start] else before.instrument


def of_a_title(start: int, end: int, text: Reading) -> bool:
    """Whether a bracket belongs to a title in another language: “arrêt Beldjoudi c. France (article 50)”."""
    return text.is_foreign(start) and opens_a_bracket(start, text) and text.text.startswith(")", end)
