"""Articles cited in running text, each with the instrument it belongs to, or none where that cannot be known."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise, takewhile

from rights_search.citations.common import common_articles
from rights_search.citations.context import Context
from rights_search.citations.divisions import Provision
from rights_search.citations.instruments import Mention, Mentions, is_of_the_family, mentions, parent_of, provision_id
from rights_search.citations.loose_parts import Found, with_loose_parts
from rights_search.citations.memory import Memory
from rights_search.citations.parts_before import with_parts_before
from rights_search.citations.phrases import (
    ALL_BETWEEN,
    ARTS_AT_AN_END,
    CLAIM,
    CLAIMED,
    CLAUSE_ENDS,
    CLOSES_A_SENTENCE,
    DECLARATION,
    FAR,
    FARTHEST,
    FORMER,
    HEADING,
    IN,
    INITIALS,
    ITS,
    JOINED,
    JUDGE_NAMED,
    JUST_BEFORE,
    KEYWORD,
    LATTER,
    MORE,
    NAME_ENDS,
    NATIONAL,
    NEAR,
    OF,
    OF_OTHERS,
    ORDINAL,
    RELATED,
    SAME,
    SENTENCE,
    SPACES,
    THEREOF,
)
from rights_search.citations.provisions import all_between, scan
from rights_search.citations.titles import is_quoted_heading, is_title
from rights_search.citations.watching import watched_by
from rights_search.model import Citation, CitationKind, SourceKind

#: Kinds in which a body speaks of its own treaty, but not of it alone.
SPEAK_OF_THEIR_OWN = frozenset({SourceKind.JUDGMENT, SourceKind.REPORT, SourceKind.COMMUNICATION})


class _Reader:
    """One text while its articles are read: the laws it names, and where its sentences begin."""

    def __init__(self, text: str, folded: str, context: Context, memory: Memory) -> None:
        self.text = text
        self.folded = folded
        self.context = context
        self.memory = memory
        self.laws: Mentions = mentions(text, folded, context, memory)
        self.sentences = [0, *(found.end() for found in SENTENCE.finditer(text)), len(text) + 1]
        self.found: list[Found] = []
        self.cited: dict[str, str] = {}  #: the law of each article that this text cited with one, by its number

    def read(self) -> list[Found]:
        at = 0
        while found := KEYWORD.search(self.folded, at):
            if ARTS_AT_AN_END.match(self.text, found.start()):
                at = found.end()
                continue
            listed, end = scan(self.text, self.folded, found.end(), plural=found["word"].endswith(("s", "s.")))
            at = max(end, found.end())
            if ALL_BETWEEN.search(self.folded, max(0, found.start() - NEAR), found.start()):
                listed = all_between(listed)
            if common := common_articles(self.folded, found.start(), end, listed):
                self.found.extend(common)
                continue
            one = self._named(found.start(), end, listed) if listed else None
            if one and not is_quoted_heading(self.text, one.start, end, known=bool(one.instrument)):
                self.found.extend(self._parted(one))
                at = max(at, self._more())
        self._share_with_the_next()
        self._share_with_the_one_before()
        return with_loose_parts(self.found, self.folded, self.sentences, self.context)

    def _parted(self, one: Found) -> list[Found]:
        """A court’s own articles apart from a protocol’s behind them: “Article 8, Article 1 of Protocol No. 1”."""
        own = self.context.instrument
        if self.context.kind not in SPEAK_OF_THEIR_OWN or parent_of(one.instrument) != own:
            return [one]
        lacking = list(takewhile(lambda provision: not provision_id(one.instrument, provision.path), one.provisions))
        rest = one.provisions[len(lacking) :]
        if not lacking or not rest:
            return [one]
        before = Found(one.start, lacking[-1].end, lacking, own, named=True)
        return [before, Found(rest[0].start, one.end, rest, one.instrument, named=True)]

    def _named(self, keyword: int, end: int, listed: list[Provision]) -> Found:
        start, listed = with_parts_before(self.folded, keyword, listed)
        named = self._after(start, end) or self._just_before(start)
        instrument, upto = named or (self._unnamed(start, listed), end)
        if named:
            self.cited.update((provision.path[0], instrument) for provision in listed)
            if instrument:
                self.memory.cited.update((provision.path[0], instrument) for provision in listed)
        return Found(start, max(upto, end), listed, instrument, named is not None)

    def _unnamed(self, start: int, listed: list[Provision]) -> str:
        """The law of articles without one; where the likeliest has no such article, the only one the sentence names."""
        likely = self._cited_before(listed) or self._bare(start)
        if likely and not _having(likely, listed):
            here = bisect_right(self.sentences, start) - 1
            others = self.laws.between(max(self.sentences[here], start - FAR), start)
            return _having(_only([law for law in others if law.instrument != likely]), listed)
        return likely or self._remembered(start, listed)

    def _remembered(self, start: int, listed: list[Provision]) -> str:
        """What a mandate cited this article with before: it has a subject, and no treaty of its own.

        Not in brackets, which mostly close a sentence on a law of a State, nor where the paragraph has named any law.
        """
        before = self.sentences[bisect_right(self.sentences, start) - 1]
        elsewhere = OF_OTHERS.search(self.folded, max(0, start - NEAR), start) or self.laws.before(start)
        elsewhere = elsewhere or DECLARATION.search(self.folded, max(before, start - FAR), start + NEAR)
        if self.context.kind != SourceKind.SPECIAL_PROCEDURE or elsewhere:
            return ""
        return _having(self.memory.cited.get(listed[0].path[0], ""), listed)

    def _more(self) -> int:
        """Read on behind a law's name: “5.6 de la CADH y 10.1 del PIDCP” is one list of two laws."""
        before = self.found[-1]
        more = MORE.match(self.folded, before.end) if before.named else None
        if more is None:
            return before.end
        listed, end = scan(self.text, self.folded, more.end(), plural=True)
        named = self._after(more.end(), end) if listed else None
        if not named or named[1] <= end:  # no law's name follows: “y 5 de mayo”
            return before.end
        self.found.append(Found(more.end(), max(named[1], end), listed, named[0], named=True))
        return self.found[-1].end

    def _share_with_the_next(self) -> None:
        """An article without a law has that of the next one it is joined to: “article 7, read with article 2 of …”."""
        for before, after in reversed(list(pairwise(self.found))):
            fits = not after.instrument or _having(after.instrument, before.provisions)
            if after.named and not before.named and fits and self._between(JOINED, before, after):
                before.instrument, before.named = after.instrument, True

    def _share_with_the_one_before(self) -> None:
        """… or that of the one before it: “article 7 of the Covenant, in conjunction with article 2”."""
        for before, after in pairwise(self.found):
            if before.named and not after.named and self._between(RELATED, before, after):
                after.instrument, after.named = before.instrument, True

    def _between(self, words: re.Pattern[str], before: Found, after: Found) -> bool:
        """Whether these words, and no more, stand between two citations."""
        if after.start - before.end > NEAR:
            return False
        heading = HEADING.match(self.folded, before.end, after.start)
        return bool(words.fullmatch(self.folded, heading.end() if heading else before.end, after.start))

    def _after(self, start: int, end: int) -> tuple[str, int] | None:
        """The law named behind, and where its name ends; the law is "" where it is none we know."""
        if thereof := THEREOF.match(self.folded, end):
            return self._previous(start), thereof.end()
        if ordinal := ORDINAL.match(self.folded, end):
            end = ordinal.end()
        link = OF.match(self.folded, end)
        if link is None and (weak := IN.match(self.folded, end)):
            # “in” names a law only where one follows; “article 9 in the context of” is bare.
            link = weak if self.laws.at(weak.end()) else None
        if link is None:
            return self._directly(end)
        if law := self.laws.at(link.end()):
            return self._of_its_speaker(law, start) or law.instrument, law.end
        return self._pronoun(start, link) or ("", end)

    def _of_its_speaker(self, law: Mention, start: int) -> str:
        """Which Convention a mandate means where it tells in the sentence what a committee says of it."""
        if not law.generic or self.context.kind != SourceKind.SPECIAL_PROCEDURE:
            return ""
        sentence = self.sentences[bisect_right(self.sentences, start) - 1]
        watched = watched_by(self.folded, max(sentence, start - FAR), start)
        return watched if is_of_the_family(self.folded[law.start : law.end], watched) else ""

    def _pronoun(self, start: int, link: re.Match[str]) -> tuple[str, int] | None:
        """The law that “de la misma” or “de aquella” stands for."""
        of = link.end("of") if "of" in link.re.groupindex else link.end()
        if same := SAME.match(self.folded, of):
            return self._previous(start), same.end()
        if former := FORMER.match(self.folded, of):
            return self._previous(start, former=True), former.end()
        return None

    def _directly(self, end: int) -> tuple[str, int] | None:
        """The law without a preposition, or by its initials: “art. 24 CDN”, “arts. 8 y 25 Convención Americana”."""
        law = self.laws.at(SPACES.match(self.folded, end).end())  # type: ignore[union-attr]  # it matches nothing, too
        if law and law.instrument:
            return law.instrument, law.end
        initials = INITIALS.match(self.text, end)
        return ("", end) if initials and not self.text[max(0, end - 40) : end].isupper() else None

    def _previous(self, start: int, former: bool = False) -> str:
        """The treaty named last before here: what “de la misma” and “thereof” mean; or the one named before that."""
        named = [law.instrument for law in self.laws.between(start - FAR, start) if law.instrument]
        if not named:
            return self.context.instrument
        others = [instrument for instrument in named if instrument != named[-1]]
        return others[-1] if former and others else named[-1]

    def _just_before(self, start: int) -> tuple[str, int] | None:
        """The law named in front: “Convención Americana, art. 8”, “la Ley Orgánica de Salud (art. 3)”."""
        law = self.laws.before(start)
        if law is None or start - law.end > NEAR:
            far = ITS.search(self.folded, max(0, start - 20), start)
            return (latter, start) if far and (latter := self._latter(far.start())) else None
        ends = NAME_ENDS.match(self.folded, law.end, start)
        if JUST_BEFORE.fullmatch(self.folded, ends.end() if ends else law.end, start):
            return law.instrument, start
        its = ITS.search(self.folded, max(law.end, start - 20), start)
        if its and not CLAUSE_ENDS.search(self.folded, law.end, its.start() + 1):
            return law.instrument, start
        if its and (latter := self._latter(its.start())):
            return latter, start
        titled = law.domestic and not law.instrument and self.text[law.start].isupper()
        in_brackets = titled and self.text.startswith("(", start - 1) and not self._ends_a_finding(start)
        return ("", start) if in_brackets and is_title(self.text[law.end : start - 1]) else None

    def _latter(self, its: int) -> str:
        """The treaty that a sentence is about which begins “Este último …” or “El tratado …” and has “su artículo”."""
        sentence = self.sentences[bisect_right(self.sentences, its) - 1]
        speaks = LATTER.match(self.folded, sentence)
        return self._previous(sentence) if speaks and its - sentence < FAR else ""

    def _ends_a_finding(self, start: int) -> bool:
        """Whether these are the brackets with which a committee ends a finding: the articles of its treaty."""
        finds = self.context.kind == SourceKind.CONCLUDING_OBSERVATIONS
        return finds and bool(CLOSES_A_SENTENCE.match(self.folded, start))

    def _bare(self, start: int) -> str:
        """The law of an article without one: the body's own where that is clear, the only one the sentence names."""
        context = self.context
        if context.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION):
            return context.instrument
        here = bisect_right(self.sentences, start) - 1
        near = max(self.sentences[here], start - FAR)
        named = self.laws.between(near, min(self.sentences[here + 1], start + FAR))
        before = next((law for law in reversed(named) if law.start < start), None)
        if beside := self._beside_in_brackets(start):
            return beside
        in_brackets = self.text[max(0, start - 1) : start] == "("
        if context.clear and in_brackets:
            return self._in_a_row(self.sentences[here]) or context.instrument
        if before and before.domestic and start - before.end < NEAR:
            return ""
        if before and before.instrument == context.instrument:
            return context.instrument  # what a sentence goes on with: “of the Convention; Articles 8 and 10 …”
        if context.clear or (not named and self._claimed(self.sentences[here], start)):
            return context.instrument
        if named:
            return self._own_among(named) or _only(named)
        return watched_by(self.folded, near, start) or self._of_the_text(near, start)

    def _beside_in_brackets(self, start: int) -> str:
        """The law of the article before in one bracket: “the Covenant (article 7 on torture and article 4 (2))”."""
        before = self.found[-1] if self.found else None
        if before is None or not before.named or self.text[max(0, before.start - 1) : before.start] != "(":
            return ""
        apart = start - before.end > CLAIMED or any(mark in self.text[before.end : start] for mark in ").;")
        return "" if apart or self.laws.between(before.end, start) else before.instrument

    def _own_among(self, named: list[Mention]) -> str:
        """A court's own treaty, where a sentence names it, and beside it only what adds to it: “Protocol No. 1”."""
        own = self.context.instrument
        known = {law.instrument for law in named}
        speaks = self.context.kind in SPEAK_OF_THEIR_OWN and own in known
        return own if speaks and all(parent_of(other) == own for other in known - {own}) else ""

    def _of_the_text(self, near: int, start: int) -> str:
        """What a text means that named no law in this sentence: its body's treaty, or the only one named so far."""
        before = self.laws.between(start - FARTHEST, start)
        if self.context.kind in SPEAK_OF_THEIR_OWN:
            national = any(law.domestic for law in before) or self._national(near, start)
            return "" if national else self._lone_other(before) or self.context.instrument
        return _only(before)

    def _lone_other(self, named: list[Mention]) -> str:
        """The treaty that the paragraph speaks of, where it named that one alone and never the court's own.

        A bare article of the European Court is the Convention's whatever else it names; there are several
        American declarations; and with the treaty on treaties a court reads its own.
        """
        other = _only(named)
        own = self.context.instrument
        unsure = other in (own, "adrdm", "vienna-treaties") or own == "echr" or any(law.generic for law in named)
        return "" if unsure else other

    def _national(self, near: int, start: int) -> bool:
        """Whether the sentence speaks of who applies a State's law; “el juez Mac-Gregor” is a person."""
        return any(not JUDGE_NAMED.match(self.text, who.start()) for who in NATIONAL.finditer(self.folded, near, start))

    def _cited_before(self, listed: list[Provision]) -> str:
        """The law of an article that was cited with it before: “Article 4 of the Protocol … the terms of article 4”."""
        if self.context.clear or self.context.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION):
            return ""
        return self.cited.get(listed[0].path[0], "")

    def _in_a_row(self, sentence: int) -> str:
        """The treaty that the brackets before name: “life (article 6 of the Covenant), privacy (art. 17)”."""
        before = self.found[-1] if self.found else None
        if before is None or before.start < sentence or self.text[max(0, before.start - 1) : before.start] != "(":
            return ""
        return before.instrument

    def _claimed(self, sentence: int, start: int) -> bool:
        """Whether a case is about this article: “a violation of article 7”, in a sentence that names no other law."""
        if self.context.kind not in (SourceKind.COMMUNICATION, SourceKind.JUDGMENT):
            return False
        return bool(CLAIM.search(self.folded, max(sentence, start - CLAIMED), start))


def _having(instrument: str, listed: list[Provision]) -> str:
    """The instrument guessed for articles without one, unless it lacks some: “Articles 1, 55 and 56” are another's."""
    return instrument if all(provision_id(instrument, provision.path) for provision in listed) else ""


def _only(named: list[Mention]) -> str:
    """The one treaty a sentence names; none where it names several, or a law that is no treaty."""
    known = {law.instrument for law in named}
    return known.pop() if len(known) == 1 else ""


def find_articles(text: str, folded: str, context: Context, memory: Memory) -> Iterator[Citation]:
    """One citation for each provision. The first spans from the keyword, the last to the end of the law's name."""
    for found in _Reader(text, folded, context, memory).read():
        bounds = {provision.start for provision in found.provisions}
        first, last = min(bounds), max(bounds)
        for provision in found.provisions:
            start = found.start if provision.start == first else provision.start
            end = found.end if provision.start == last else provision.end
            target = provision_id(found.instrument, provision.path)
            yield Citation(text[start:end], target, CitationKind.PROVISION, start, end)
