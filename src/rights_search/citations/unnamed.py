"""Which law an article is of that stands without one: what its bracket, sentence, text or body says."""

from rights_search.citations.divisions import Provision
from rights_search.citations.instruments import Mention, parent_of, provision_id
from rights_search.citations.phrases import (
    CLAIM,
    CLAIMED,
    CLOSES_A_SENTENCE,
    DECLARATION,
    DOTTED,
    FAR,
    FARTHEST,
    JUDGE_NAMED,
    NATIONAL,
    NEAR,
    OF_OTHERS,
)
from rights_search.citations.reading import Reading
from rights_search.citations.watching import watched_by
from rights_search.model import SourceKind

#: Kinds in which a body speaks of its own treaty, but not of it alone.
SPEAK_OF_THEIR_OWN = frozenset({SourceKind.JUDGMENT, SourceKind.REPORT, SourceKind.COMMUNICATION})
LAWS = (SourceKind.TREATY, SourceKind.CONSTITUTION)


def law_of(listed: list[Provision], start: int, text: Reading) -> str:
    """The law of articles without one; where the likeliest has no such article, the only one the sentence names."""
    if text.context.instrument == "echr" and DOTTED.search(text.text, start, listed[0].end):
        return ""  # the European Court writes “Article 39 § 1” of its own
    likely = _cited_before(listed, text) or _bare(start, text) or _own_again(listed, text)
    if likely and not having(likely, listed):
        others = text.laws.between(text.near(start), start)
        return having(_only([law for law in others if law.instrument != likely]), listed)
    return likely or _remembered(listed, start, text)


def having(instrument: str, listed: list[Provision]) -> str:
    """The instrument guessed for articles without one, unless it lacks some: “Articles 1, 55 and 56” are another's."""
    return instrument if all(provision_id(instrument, provision.path) for provision in listed) else ""


def ends_a_finding(start: int, text: Reading) -> bool:
    """Whether these are the brackets with which a committee ends a finding: the articles of its treaty."""
    finds = text.context.kind == SourceKind.CONCLUDING_OBSERVATIONS
    return finds and bool(CLOSES_A_SENTENCE.match(text.folded, start))


def _own_again(listed: list[Provision], text: Reading) -> str:
    """A court's own treaty, where a sentence speaks of a State's law, too, but the article was cited with it before."""
    own = text.context.instrument
    court = text.context.kind == SourceKind.JUDGMENT
    return own if court and own == "echr" and text.memory.cited.get(listed[0].path[0]) == own else ""


def _cited_before(listed: list[Provision], text: Reading) -> str:
    """The law of an article that was cited with it before: “Article 4 of the Protocol … the terms of article 4”."""
    if text.context.clear or text.context.kind in LAWS:
        return ""
    return text.cited.get(listed[0].path[0], "")


def _bare(start: int, text: Reading) -> str:
    """The law of an article without one: the body's own where that is clear, the only one the sentence names."""
    context = text.context
    if context.kind in LAWS:
        return context.instrument
    near = text.near(start)
    named = text.laws.between(near, min(text.sentence_end(start), start + FAR))
    before = next((law for law in reversed(named) if law.start < start), None)
    if beside := _beside_in_brackets(start, text):
        return beside
    if context.clear and _opens_a_bracket(start, text):
        return _in_a_row(start, text) or _compared(start, text) or context.instrument
    if before and before.domestic and start - before.end < NEAR:
        return ""
    if before and before.instrument == context.instrument:
        return context.instrument  # what a sentence goes on with: “of the Convention; Articles 8 and 10 …”
    if context.clear or (not named and _claimed(start, text)):
        return context.instrument
    if named:
        return _own_among(named, text) or _only(named)
    return watched_by(text.folded, near, start) or _of_the_text(start, text)


def _remembered(listed: list[Provision], start: int, text: Reading) -> str:
    """What a mandate cited this article with before: it has a subject, and no treaty of its own.

    Not in brackets, which mostly close a sentence on a law of a State, nor where the paragraph has named any law.
    """
    if text.context.kind != SourceKind.SPECIAL_PROCEDURE or text.laws.before(start):
        return ""
    of_others = OF_OTHERS.search(text.folded, max(0, start - NEAR), start)
    if of_others or DECLARATION.search(text.folded, text.near(start), start + NEAR):
        return ""
    return having(text.memory.cited.get(listed[0].path[0], ""), listed)


def _opens_a_bracket(start: int, text: Reading) -> bool:
    return text.text[max(0, start - 1) : start] == "("


def _beside_in_brackets(start: int, text: Reading) -> str:
    """The law of the article before in one bracket: “the Covenant (article 7 on torture and article 4 (2))”."""
    before = text.found[-1] if text.found else None
    if before is None or not before.named or not _opens_a_bracket(before.start, text):
        return ""
    apart = start - before.end > CLAIMED or any(mark in text.text[before.end : start] for mark in ").;")
    return "" if apart or text.laws.between(before.end, start) else before.instrument


def _in_a_row(start: int, text: Reading) -> str:
    """The treaty that the brackets before name: “life (article 6 of the Covenant), privacy (art. 17)”."""
    before = text.found[-1] if text.found else None
    if before is None or before.start < text.sentence(start) or not _opens_a_bracket(before.start, text):
        return ""
    return before.instrument


def _compared(start: int, text: Reading) -> str:
    """The treaty that a general comment sets beside its own, where its paragraph has named that one alone so far."""
    comments = text.context.kind == SourceKind.GENERAL_COMMENT
    return _lone_other(text.laws.between(start - FARTHEST, start), text) if comments else ""


def _claimed(start: int, text: Reading) -> bool:
    """Whether a case is about this article: “a violation of article 7”, in a sentence that names no other law."""
    if text.context.kind not in (SourceKind.COMMUNICATION, SourceKind.JUDGMENT):
        return False
    return bool(CLAIM.search(text.folded, max(text.sentence(start), start - CLAIMED), start))


def _own_among(named: list[Mention], text: Reading) -> str:
    """A court's own treaty, where a sentence names it, and beside it only what adds to it: “Protocol No. 1”."""
    own = text.context.instrument
    known = {law.instrument for law in named}
    speaks = text.context.kind in SPEAK_OF_THEIR_OWN and own in known
    return own if speaks and all(parent_of(other) == own for other in known - {own}) else ""


def _of_the_text(start: int, text: Reading) -> str:
    """What a text means that named no law in this sentence: its body's treaty, or the only one named so far."""
    before = text.laws.between(start - FARTHEST, start)
    if text.context.kind in SPEAK_OF_THEIR_OWN:
        national = any(law.domestic for law in before) or _national(start, text)
        return "" if national else _lone_other(before, text) or text.context.instrument
    return _only(before)


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
    """Whether the sentence speaks of who applies a State's law; “el juez Mac-Gregor” is a person."""
    who = NATIONAL.finditer(text.folded, text.near(start), start)
    return any(not JUDGE_NAMED.match(text.text, one.start()) for one in who)


def _only(named: list[Mention]) -> str:
    """The one treaty a sentence names; none where it names several, or a law that is no treaty."""
    known = {law.instrument for law in named}
    return known.pop() if len(known) == 1 else ""
