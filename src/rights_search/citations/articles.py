"""Articles cited in running text, each with the instrument it belongs to, or none where that cannot be known."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise, takewhile

from rights_search.citations.common import common_articles
from rights_search.citations.context import Context
from rights_search.citations.divisions import Provision, divided
from rights_search.citations.families import is_of_the_family
from rights_search.citations.instruments import Mention, parent_of, provision_id
from rights_search.citations.loose_parts import Found, with_loose_parts
from rights_search.citations.memory import Memory
from rights_search.citations.parts_before import with_parts_before
from rights_search.citations.phrases import (
    ALL_BETWEEN,
    ANOTHER_PHRASE,
    ARTS_AT_AN_END,
    BEGINS_WITH_ITS,
    CLAUSE_ENDS,
    COLON,
    DIVISION,
    FAR,
    FEMININE,
    HEADED,
    HEADING,
    IBID,
    IN,
    INFINITIVE,
    INITIALS,
    ITS,
    ITS_PARAGRAPHS,
    JOINED,
    JOURNAL,
    JUST_BEFORE,
    KEYWORD,
    LATTER,
    LAW_FIRST,
    LETTERED,
    MORE,
    NAME_ENDS,
    NEAR,
    NEXT_HEADING,
    OF,
    ORDINAL,
    RELATED,
    SAME,
    SMALL_WORD,
    SPACES,
    THE_FORMER,
    THE_LAW,
    THEREOF,
    TITLE,
    YEAR,
)
from rights_search.citations.provisions import all_between, scan
from rights_search.citations.reading import Reading
from rights_search.citations.titles import is_quoted_heading, is_title
from rights_search.citations.unnamed import LAWS, SPEAK_OF_THEIR_OWN, comments_on, ends_a_finding, having, law_of
from rights_search.citations.usage import FORMER, LETTERED_TREATIES
from rights_search.citations.watching import watched_by
from rights_search.model import Citation, CitationKind, SourceKind


class _Reader(Reading):
    """A text while the articles in it are found, each with the law that is named beside it."""

    def read(self) -> list[Found]:
        at, quoting = 0, False
        while found := KEYWORD.search(self.folded, at):
            if ARTS_AT_AN_END.match(self.text, found.start()):
                at = found.end()
                continue
            listed, end = scan(self.text, self.folded, found.end(), plural=found["word"].endswith(("s", "s.", "s]")))
            at = max(end, found.end())
            if self._is_a_comments(found.start(), listed):
                first, end = listed[0], listed[0].start + len(listed[0].path[0])
                listed = [Provision(first.path[:1], first.start, end)]
            if ALL_BETWEEN.search(self.folded, max(0, found.start() - NEAR), found.start()):
                listed = all_between(listed)
            if common := common_articles(self.folded, found.start(), end, listed):
                self.found.extend(common)
                continue
            one = self._named(found.start(), end, listed) if listed else None
            if one and JOURNAL.search(self.folded, max(0, one.start - 12), end):
                continue
            if one and self._quotes(one, end, quoting=quoting):
                quoting = True
            elif one:
                self.found.extend(self._parted(one))
                at = max(at, self._more())
        self._resolve_by_what_follows()
        self._find_behind_their_law()
        self._find_lettered()
        self._share_with_the_next()
        self._share_with_the_one_before()
        return with_loose_parts(self.found, self.folded, self.sentences, self.context)

    def _quotes(self, one: Found, end: int, *, quoting: bool) -> bool:
        """Whether this is the heading of an article that is quoted, which cites nothing."""
        known = bool(one.instrument)
        return is_quoted_heading(self.text, one.start, end, known=known, named=one.named, quoting=quoting)

    def _is_a_comments(self, start: int, listed: list[Provision]) -> bool:
        """Whether the paragraphs are of a comment on the article: “General Comment No. 2 on article 2, paras. 3”."""
        if not listed or not ITS_PARAGRAPHS.match(self.folded, listed[0].start) or self.text[start - 1 : start] == "(":
            return False
        return comments_on(start, self)

    def _find_behind_their_law(self) -> None:
        """Lists that stand behind their law: “los siguientes artículos de la Convención: 1 (Obligación …), 4 y 5”."""
        for opens in LAW_FIRST.finditer(self.folded):
            law = self.laws.at(opens.end())
            colon = COLON.match(self.folded, law.end) if law else None
            listed, end = scan(self.text, self.folded, colon.end(), plural=True) if colon else ([], 0)
            if law and listed:
                one = Found(opens.start(), end, listed, having(law.instrument, listed), named=True)
                self.found.insert(bisect_right(self.found, one.start, key=lambda found: found.start), one)

    def _resolve_by_what_follows(self) -> None:
        """Articles of a case that stayed open, and are cited with their law further on in the text."""
        if self.context.kind not in SPEAK_OF_THEIR_OWN:
            return
        for one in self.found:
            laws = {self.cited.get(provision.path[0], "") for provision in one.provisions}
            if not one.named and not one.instrument and len(laws) == 1:
                one.instrument = having(laws.pop(), one.provisions)

    def _find_lettered(self) -> None:
        """Articles that bear a letter, in the one treaty that has such: “artículo A, párrafo 1, apartado b”."""
        for found in LETTERED.finditer(self.text) if self.context.instrument in LETTERED_TREATIES else ():
            listed = divided(self.folded, Provision((found[1].lower(),), found.start(1), found.end()))
            start, listed = with_parts_before(self.folded, found.start(), listed)
            one = Found(start, listed[-1].end, listed, self.context.instrument, named=True)
            self.found.insert(bisect_right(self.found, one.start, key=lambda found: found.start), one)

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
        instrument, upto = named or (law_of(listed, start, self), end)
        if named:
            for provision in listed:
                self.remember(provision.path[0], instrument)
        return Found(start, max(upto, end), listed, instrument, named is not None)

    def _more(self) -> int:
        """Read on behind a law's name: “5.6 de la CADH, 10.1 del PIDCP y 3 de …” is one list of several laws."""
        while one := self._next_of_another_law(self.found[-1]):
            self.found.append(one)
        return self.found[-1].end

    def _next_of_another_law(self, before: Found) -> Found | None:
        title = TITLE.match(self.text, before.end) if before.named and not before.instrument else None
        more = MORE.match(self.folded, title.end() if title else before.end) if before.named else None
        listed, end = scan(self.text, self.folded, more.end(), plural=True) if more else ([], 0)
        named = self._after(more.end(), end) if more and listed else None
        if more is None or not named or named[1] <= end:  # no law's name follows: “y 5 de mayo”
            return None
        return Found(more.end(), max(named[1], end), listed, named[0], named=True)

    def _share_with_the_next(self) -> None:
        """An article without a law has that of the next one it is joined to: “article 7, read with article 2 of …”."""
        for before, after in reversed(list(pairwise(self.found))):
            fits = not after.instrument or having(after.instrument, before.provisions)
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
            return self._directly(start, end) or self._behind_what_it_is_about(end)
        year = YEAR.match(self.folded, link.end())
        if law := self.laws.at(link.end()) or (self.laws.at(year.end()) if year else None):
            return self._of_its_speaker(law, start) or law.instrument, law.end
        return self._pronoun(start, link) or (None if self._names_no_law(link.end()) else ("", end))

    def _behind_what_it_is_about(self, end: int) -> tuple[str, int] | None:
        """The law behind what is said of the article: “article 16, on the right to health, of the African Charter”."""
        law = next(iter(self.laws.between(end, end + NEAR)), None)
        headed = law and law.instrument and HEADED.fullmatch(self.folded, end, law.start)
        return (law.instrument, law.end) if law and headed else None

    def _names_no_law(self, at: int) -> bool:
        """Whether what follows “of” is no law: in a law's own text a word in small letters, a heading after a break."""
        own_words = self.context.clear or self.context.kind == SourceKind.CONSTITUTION
        return bool(
            NEXT_HEADING.match(self.text, at)
            or INFINITIVE.match(self.folded, at)
            or ANOTHER_PHRASE.match(self.folded, at)
            or (self.text[at : at + 1] in ("“", "«") and not self.laws.at(at + 1))
            or (own_words and (SMALL_WORD.match(self.text, at) or DIVISION.match(self.folded, at)))
        )

    def _of_its_speaker(self, law: Mention, start: int) -> str:
        """Which Convention a mandate means where it tells in the sentence what a committee says of it."""
        if not law.generic or self.context.kind != SourceKind.SPECIAL_PROCEDURE:
            return ""
        watched = watched_by(self.folded, self.near(start), start)
        return watched if is_of_the_family(self.folded[law.start : law.end], watched) else ""

    def _pronoun(self, start: int, link: re.Match[str]) -> tuple[str, int] | None:
        """The law that “de la misma” or “de aquella” stands for."""
        of = link.end("of") if "of" in link.re.groupindex else link.end()
        if same := SAME.match(self.folded, of):
            last = self.laws.before(start)
            if "cuerpo" in same[0] and (last is None or last.domestic):
                return last.instrument if last else "", same.end()
            if last and last.domestic and start - last.end < NEAR and self._agree(last, same[0]):
                return last.instrument, same.end()
            return self._previous(start), same.end()
        if former := THE_FORMER.match(self.folded, of):
            return self._previous(start, former=True), former.end()
        return None

    def _agree(self, law: Mention, pronoun: str) -> bool:
        """Whether “el mismo” or “la misma” can be this law: “el artículo 49 del Reglamento, y no el 51 del mismo”."""
        ending = "a" if FEMININE.match(self.folded, law.start) else "o"
        return pronoun.rstrip(" ]").endswith(f"m{ending}")

    def _directly(self, start: int, end: int) -> tuple[str, int] | None:
        """The law without a preposition, or by its initials: “art. 24 CDN”, “arts. 8 y 25 Convención Americana”."""
        law = self.laws.at(SPACES.match(self.folded, end).end())  # type: ignore[union-attr]  # it matches nothing, too
        if law and law.instrument:
            return law.instrument, law.end
        the = THE_LAW.match(self.folded, end)
        law = self.laws.at(the.end()) if the else None
        if law and law.instrument and (not law.generic or ITS.search(self.folded, max(0, start - 20), start)):
            return law.instrument, law.end  # “el artículo 2 la Convención sobre …”, “en su artículo 7 dicha Convención”
        law = self.laws.at(end + 2) if self.text.startswith(", ", end) else None
        if law and law.instrument and not law.generic and self.text.startswith(")", law.end):
            return law.instrument, law.end  # “(article 1 A (2), 1951 Refugee Convention)”
        initials = INITIALS.match(self.text, end)
        in_capitals = self.text[max(0, end - 40) : end].isupper()
        return ("", end) if initials and not in_capitals and not self._just_before(start) else None

    def _previous(self, start: int, former: bool = False) -> str:
        """The treaty named last before here: what “de la misma” and “thereof” mean; or the one named before that."""
        treaties = [
            law for law in self.laws.between(start - FAR, start) if law.instrument or not (law.domestic or law.generic)
        ]
        named = [law.instrument for law in treaties]
        if not named:
            return self.context.instrument
        others = [instrument for instrument in named if instrument != named[-1]]
        return others[-1] if former and others else named[-1]

    def _just_before(self, start: int) -> tuple[str, int] | None:
        """The law named in front: “Convención Americana, art. 8”, “la Ley Orgánica de Salud (art. 3)”."""
        law = self.laws.before(start)
        if IBID.search(self.folded, max(0, start - 12), start):
            return self._previous(start), start
        if law is None or start - law.end > NEAR:
            far = ITS.search(self.folded, max(0, start - 20), start)
            if far and law and self._same_clause(law.end, far.start() + 1):
                return law.instrument, start
            if far is None and BEGINS_WITH_ITS.fullmatch(self.folded, self.sentence(start), start):
                return self._previous(start), start
            latter = self._latter(far.start()) if far else None
            return None if latter is None else (latter, start)
        ends = NAME_ENDS.match(self.folded, law.end, start)
        if JUST_BEFORE.fullmatch(self.folded, ends.end() if ends else law.end, start):
            return law.instrument, start
        its = ITS.search(self.folded, max(law.end, start - 20), start)
        if its and not CLAUSE_ENDS.search(self.folded, law.end, its.start() + 1):
            return law.instrument, start
        latter = self._latter(its.start()) if its else None
        if latter is not None:
            return latter, start
        titled = law.domestic and not law.instrument and self.text[law.start].isupper()
        in_brackets = titled and self.text.startswith("(", start - 1) and not ends_a_finding(start, self)
        return ("", start) if in_brackets and is_title(self.text[law.end : start - 1]) else None

    def _same_clause(self, law_ends: int, its: int) -> bool:
        """Whether a clause goes on from a law to “its”: “ratificó el Convenio 169, el cual … en su artículo 38”."""
        near = its - law_ends < FAR // 2
        return (
            near
            and self.sentence(law_ends) == self.sentence(its)
            and not CLAUSE_ENDS.search(self.folded, law_ends, its)
        )

    def _latter(self, its: int) -> str | None:
        """The treaty that a sentence is about which begins “Este último …” or “El tratado …” and has “su artículo”."""
        sentence = self.sentence(its)
        speaks = LATTER.match(self.folded, sentence)
        return self._previous(sentence) if speaks and its - sentence < FAR else None


def find_articles(text: str, folded: str, context: Context, memory: Memory) -> Iterator[Citation]:
    """One citation for each provision. The first spans from the keyword, the last to the end of the law's name."""
    for found in _Reader(text, folded, context, memory).read():
        bounds = {provision.start for provision in found.provisions}
        first, last = min(bounds), max(bounds)
        for provision in found.provisions:
            start = found.start if provision.start == first else provision.start
            end = found.end if provision.start == last else provision.end
            former = (found.instrument, provision.path[0]) in FORMER and context.kind not in LAWS
            target = "" if former else provision_id(found.instrument, provision.path)
            yield Citation(text[start:end], target, CitationKind.PROVISION, start, end)
