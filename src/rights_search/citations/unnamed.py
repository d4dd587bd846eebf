"""Which law an article is of that stands without one: what its bracket, sentence, text or body says."""

import re

from rights_search.citations.again import cited_before
from rights_search.citations.brackets import beside_in_brackets, in_a_row, of_a_title, opens_a_bracket, quoted_before
from rights_search.citations.instruments import OWN_WORDS, Mention, is_divided_so, provision_id
from rights_search.citations.members import Provision
from rights_search.citations.phrases import (
    BESIDE,
    CLAIM,
    CLAIMED,
    CLOSES_A_SENTENCE,
    DECLARATION,
    DOTTED,
    DRAFT,
    FAR,
    FARTHEST,
    IN_THE_LIGHT,
    JUDGE_NAMED,
    LEADS_TO,
    LONGER,
    NATIONAL,
    NEAR,
    NEARBY,
    NUMBERED_LAW,
    OF_OTHERS,
    OF_THE,
    PRESENT,
    PROVIDES,
)
from rights_search.citations.protocols import parent_of
from rights_search.citations.reading import Reading
from rights_search.citations.speaking import commenting, of_who_is_quoted
from rights_search.citations.usage import ROMAN_NUMBERED
from rights_search.citations.watching import watched_by
from rights_search.model import SourceKind

#: Kinds in which a body speaks of its own treaty, but not of it alone.
SPEAK_OF_THEIR_OWN = frozenset({SourceKind.JUDGMENT, SourceKind.REPORT, SourceKind.COMMUNICATION})
#: The treaties of the courts, whose articles bear Arabic numbers.
ARABIC = frozenset({"achr", "echr"})
ROMAN = re.compile(r"\W*[IVX]+(?!\w)")
#: “la LOGJCC, artículos 58 a 64”: a law by its initials, whatever it is.
OF_INITIALS = re.compile(r"(?<!\w)[A-Z]{2,8}[,;:]?\s(?:[a-zà-ÿ]{1,3}\s)?$")


def law_of(listed: list[Provision], start: int, text: Reading) -> str:
    """The law of articles without one; where the likeliest has no such article, the only one the sentence names."""
    if text.context.instrument == "echr" and DOTTED.search(text.text, start, listed[0].end):
        return ""  # the European Court writes “Article 39 § 1” of its own
    if DRAFT.search(text.folded, max(0, start - 16), start) or of_a_title(start, listed[-1].end, text):
        return ""
    likely = cited_before(listed, start, text) or _bare(listed, start, text) or _own_again(listed, text)
    if likely in ARABIC and ROMAN.match(text.text, listed[0].start):
        return having(_only_roman(start, text), listed)
    if likely and not having(likely, listed):
        others = text.laws.between(text.near(start), start)
        other = _only([law for law in others if law.instrument != likely])
        return having(other or _parent_that_speaks(likely, text), listed)
    return likely or _remembered(listed, start, text) or _constitution_spoken_of(start, text)


def _constitution_spoken_of(start: int, text: Reading) -> str:
    """That which a constitutional court's sentence has just named: “o artigo 59 da CRM …, e o artigo 61 …”."""
    own = text.context.constitution
    if text.context.kind != SourceKind.JUDGMENT or text.context.body or not own:
        return ""
    law = text.laws.before(start)
    here = law and law.instrument == own and text.sentence(law.end) == text.sentence(start)
    return own if here and not OF_INITIALS.search(text.text, max(0, start - 24), start) else ""


def _only_roman(start: int, text: Reading) -> str:
    """The one treaty with Roman numbers that the text has named."""
    named = {law.instrument for law in text.laws.between(start - FARTHEST, start)} & ROMAN_NUMBERED
    return named.pop() if len(named) == 1 else ""


def having(instrument: str, listed: list[Provision]) -> str:
    """The instrument guessed for articles without one, unless it lacks some: “Articles 1, 55 and 56” are another's."""
    has = all(provision_id(instrument, one.path) and is_divided_so(instrument, one.path) for one in listed)
    return instrument if has else ""


def _parent_that_speaks(protocol: str, text: Reading) -> str:
    """A court's own treaty, where a sentence names but what adds to it: “Protocol No. 1 … a breach of Article 13”."""
    own = text.context.instrument
    return own if text.context.kind in SPEAK_OF_THEIR_OWN and parent_of(protocol) == own else ""


def ends_a_finding(start: int, text: Reading) -> bool:
    """Whether these are the brackets with which a committee ends a finding: the articles of its treaty."""
    finds = text.context.kind == SourceKind.CONCLUDING_OBSERVATIONS
    return finds and bool(CLOSES_A_SENTENCE.match(text.folded, start))


def _own_again(listed: list[Provision], text: Reading) -> str:
    """A court's own treaty, where a sentence speaks of a State's law, too, but the article was cited with it before."""
    own = text.context.instrument
    court = text.context.kind == SourceKind.JUDGMENT
    return own if court and own == "echr" and text.memory.cited.get(listed[0].path[0]) == own else ""


def _bare(listed: list[Provision], start: int, text: Reading) -> str:
    """The law of an article without one: the body's own where that is clear, else what its sentence says."""
    context = text.context
    if context.kind in OWN_WORDS:
        return "" if context.annex else context.instrument
    named = text.laws.between(text.near(start), min(text.sentence_end(start), start + FAR))
    before = next((law for law in reversed(named) if law.start < start), None)
    if beside := beside_in_brackets(start, text):
        return beside
    if quoted := quoted_before(start, text):
        return quoted.instrument
    if committee := having(of_who_is_quoted(start, text), listed):
        return committee
    if context.clear and opens_a_bracket(start, text):
        return in_a_row(start, text) or _compared(start, text) or context.instrument
    if before and before.instrument and PROVIDES.fullmatch(text.folded, before.end, start):
        return before.instrument
    if context.kind == SourceKind.GENERAL_COMMENT and (protocol := having(_of_its_protocol(start, text), listed)):
        return protocol
    since = before.end if before else text.near(start)
    if not context.clear and (comment := commenting(since, start, text)):
        return comment
    if before and before.is_none_of_ours and not context.clear:
        return ""  # a treaty that is none of ours: “the Bamako Convention (art. 8)”
    if context.clear and (_is_in_a_closed_bracket(before, start, text) or _sheds_light(start, text)):
        return context.instrument  # a committee's own: “(art. 5 of the Constitution) … offends articles 17 and 23”
    if context.kind == SourceKind.COMMUNICATION and ";" in text.text[since:start] and _claimed(start, text):
        return context.instrument  # “the Act applies; it finds a violation of article 7”
    if before and before.domestic and start - before.end < NEAR:
        return before.instrument if opens_a_bracket(start, text) else ""
    if before and before.instrument == context.instrument:
        return context.instrument  # what a sentence goes on with: “of the Convention; Articles 8 and 10 …”
    return context.instrument if context.clear else _of_the_sentence(listed, start, named, text)


def _is_in_a_closed_bracket(law: Mention | None, start: int, text: Reading) -> bool:
    """Whether a law of a State stands in brackets that are closed before a place."""
    opens = text.text.rfind("(", 0, law.start) if law and law.domestic else -1
    if law is None or opens < text.sentence(law.start) or ")" in text.text[opens : law.start]:
        return False
    inside, closed, _ = text.text[law.end : start].partition(")")
    return bool(closed) and "(" not in inside


def _sheds_light(start: int, text: Reading) -> bool:
    """Whether a committee reads something in the light of the article."""
    finds = text.context.kind == SourceKind.CONCLUDING_OBSERVATIONS
    return finds and bool(IN_THE_LIGHT.search(text.folded, max(0, start - 30), start))


def _of_its_protocol(start: int, text: Reading) -> str:
    """The protocol that the sentence before named alone, where one begins with an article: “Article 3 provides …”."""
    begins = text.sentence(start)
    named = text.laws.between(text.sentence(begins - 1), begins) if begins and begins == start else []
    protocol = _only(named)
    return protocol if protocol and parent_of(protocol) == text.context.instrument else ""


def _of_the_sentence(listed: list[Provision], start: int, named: list[Mention], text: Reading) -> str:
    """The law that a sentence means which names these: from what speaks of its own to what the text said before.

    A law that is named only behind an article, and not beside it, is mostly another matter: “el artículo 26 remite a
    las normas … de la Carta de la OEA”.
    """
    end = listed[-1].end
    named = [law for law in named if law.domestic or not LEADS_TO.fullmatch(text.folded, end, law.start)]
    if present := next((law.instrument for law in named if _in_its_own_words(law, text)), ""):
        return present
    if follows := having(_just_behind(end, named, text), listed):
        return follows
    watched = watched_by(text.folded, text.near(start), start, courts=text.context.kind == SourceKind.JUDGMENT)
    if watched and all(law.instrument == watched or law.start > end for law in named):
        return watched
    beside = any(law.start < end + BESIDE for law in named)
    if not beside and _claimed(start, text):
        another = text.memory.another(listed[0].path[0], text.context.instrument)
        return text.context.instrument if another is None else another
    if own := _own_among(named, text):
        return own
    only_behind = all(law.start > start for law in named)
    if only_behind and opens_a_bracket(start, text) and (row := in_a_row(start, text)):
        return row
    own_kind = text.context.kind in SPEAK_OF_THEIR_OWN
    another_matter = own_kind and not beside and not any(law.domestic for law in named)
    if named and not another_matter:
        with_own = own_kind and text.context.instrument in {law.instrument for law in named}
        return (_mostly_own(listed[0], text) if with_own else "") or _only(named)
    return watched or _of_the_text(listed[0], start, text)


def _in_its_own_words(law: Mention, text: Reading) -> bool:
    """Whether a sentence quotes a treaty that is not the body's: “un Estado parte del presente Protocolo”."""
    another = law.instrument and law.instrument != text.context.instrument
    return bool(another and PRESENT.search(text.folded, max(0, law.start - 10), law.start))


def _just_behind(end: int, named: list[Mention], text: Reading) -> str:
    """The law that soon follows what the list could not be read through: “8 197 y 25 199 de la Convención”."""
    law = next((law for law in named if law.start >= end), None)
    if law is None or law.start - end > NEARBY:
        return ""
    leads = OF_THE.search(text.folded, end, law.start)
    return law.instrument if leads and not LONGER.search(text.folded, end, leads.start()) else ""


def _remembered(listed: list[Provision], start: int, text: Reading) -> str:
    """What a mandate cited this article with before: it has a subject, and no treaty of its own.

    Not in brackets, which mostly close a sentence on a law of a State, nor where the paragraph has named any law.
    """
    note = text.memory.note_before is not None  # which has a source of its own: “A/56/10, arts. 1–11”
    if text.context.kind != SourceKind.SPECIAL_PROCEDURE or text.laws.before(start) or note:
        return ""
    of_others = OF_OTHERS.search(text.folded, max(0, start - NEAR), start)
    if of_others or DECLARATION.search(text.folded, text.near(start), start + NEAR):
        return ""
    own = text.context.instrument
    usual = own if own and text.memory.is_about(own) else ""
    return having(text.memory.cited.get(listed[0].path[0], usual), listed)


def _compared(start: int, text: Reading) -> str:
    """The treaty that a general comment sets beside its own, where its paragraph has named that one alone so far."""
    comments = text.context.kind == SourceKind.GENERAL_COMMENT
    line = text.text.rfind("\n", 0, start) + 1  # “(f) Substance abuse (art. 33)” is another matter
    named = text.laws.between(max(line, start - FARTHEST), start)
    since = named[-1].end if named else 0
    again = any(found.instrument == text.context.instrument for found in text.found if found.start >= since)
    return _lone_other(named, text) if comments and not again else ""


def _claimed(start: int, text: Reading) -> bool:
    """Whether a case is about this article: “a violation of article 7”, in a sentence that names no other law."""
    if text.context.kind not in (SourceKind.COMMUNICATION, SourceKind.JUDGMENT):
        return False
    claim = CLAIM.search(text.folded, max(text.sentence(start), start - CLAIMED), start)
    return claim is not None and not NUMBERED_LAW.search(text.folded, claim.start(), start)


def _own_among(named: list[Mention], text: Reading) -> str:
    """A court's own treaty, where a sentence names it, and beside it only what adds to it: “Protocol No. 1”."""
    own = text.context.instrument
    known = {law.instrument for law in named}
    speaks = text.context.kind in SPEAK_OF_THEIR_OWN and (own in known or len(known) > 1)
    return own if speaks and all(parent_of(other) == own for other in known - {own}) else ""


def _of_the_text(provision: Provision, start: int, text: Reading) -> str:
    """What a text means that named no law in this sentence: its body's treaty, or the only one named so far."""
    before = text.laws.between(start - FARTHEST, start)
    if text.context.kind in SPEAK_OF_THEIR_OWN:
        if any(law.domestic for law in before):
            return _only(before)  # a constitution goes on: “Article 1 of the Constitution … Article 57 protects”
        if _national(start, text):
            return _mostly_own(provision, text)
        another = text.memory.another(provision.path[0], text.context.instrument)
        return _lone_other(before, text) or (text.context.instrument if another is None else another)
    return _only(before)


def _mostly_own(provision: Provision, text: Reading) -> str:
    """The body's treaty, where the document mostly cites it with the article, and a paragraph is printed beside it."""
    own = text.context.instrument
    return own if len(provision.path) > 1 and text.memory.mostly(provision.path[0], own) else ""


def _lone_other(named: list[Mention], text: Reading) -> str:
    """The treaty that the paragraph speaks of, where it named that one alone and never the court's own.

    A bare article of the European Court is the Convention's whatever else it names; there are several American
    declarations; and with the treaty on treaties a court reads its own.
    """
    other = _only(named)
    own = text.context.instrument
    unsure = other in (own, "adrdm", "vienna-treaties") or own == "echr" or any(law.generic for law in named)
    return "" if unsure else other


def _national(start: int, text: Reading) -> bool:
    """Whether the sentence speaks of a State's law or of who applies it; “el juez Mac-Gregor” is a person."""
    if NUMBERED_LAW.search(text.folded, max(text.near(start), start - NEAR), start):
        return True
    who = NATIONAL.finditer(text.folded, text.near(start), start)
    return any(not JUDGE_NAMED.match(text.text, one.start()) for one in who)


def _only(named: list[Mention]) -> str:
    """The one treaty a sentence names; none where it names several, or a law that is no treaty."""
    known = {law.instrument for law in named}
    return known.pop() if len(known) == 1 else ""
