"""Articles cited in running text, each with the instrument it belongs to, or none where that cannot be known."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise, takewhile

from rights_search.citations.beside import Beside
from rights_search.citations.common import common_articles
from rights_search.citations.context import Context
from rights_search.citations.divisions import divided
from rights_search.citations.instruments import OWN_WORDS, provision_id
from rights_search.citations.loose_parts import Found, with_loose_parts
from rights_search.citations.members import Provision
from rights_search.citations.memory import Memory
from rights_search.citations.parts_before import with_parts_before
from rights_search.citations.phrases import (
    ALL_BETWEEN,
    ARTS_AT_AN_END,
    COLON,
    DRAFT,
    HEADING,
    ITS_PARAGRAPHS,
    JOINED,
    JOURNAL,
    KEYWORD,
    LAW_FIRST,
    LETTERED,
    MORE,
    NEAR,
    RELATED,
    RELATED_MORE,
    TITLE,
)
from rights_search.citations.protocols import parent_of
from rights_search.citations.provisions import all_between, scan
from rights_search.citations.quotations import TITLED
from rights_search.citations.speaking import comments_on
from rights_search.citations.titles import is_quoted_heading
from rights_search.citations.unnamed import SPEAK_OF_THEIR_OWN, having, law_of
from rights_search.citations.usage import LETTERED_TREATIES, is_former
from rights_search.model import Citation, CitationKind, SourceKind


class _Reader(Beside):
    """A text while the articles in it are found, each with the law that is named beside it."""

    def read(self) -> list[Found]:
        at, quoting = 0, False
        while found := KEYWORD.search(self.folded, at):
            if ARTS_AT_AN_END.match(self.text, found.start()):
                at = found.end()
                continue
            several = found["word"].endswith(("s", "s.", "s]")) or self.folded.startswith("los ", found.start() - 4)
            listed, end = scan(self.text, self.folded, found.end(), plural=several)
            listed, end = self._up_to_anothers(found.start(), listed, end)
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

    def _up_to_anothers(self, start: int, listed: list[Provision], end: int) -> tuple[list[Provision], int]:
        """A list up to where another law's begins: “en relación con su artículo 1.1 y el artículo 10 de la …”."""
        again = next((n for n, one in enumerate(listed) if n and KEYWORD.match(self.folded, one.start)), 0)
        behind = self.law_behind(start, end) if again else None
        if behind is None:
            return listed, end
        its = self.law_before(start) if self._is_its(start) else None
        of_its_own = its is not None and its[0] != behind[0]
        lacks = behind[0] and not having(behind[0], listed[:again])
        return (listed[:again], listed[again - 1].end) if of_its_own or lacks else (listed, end)

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
        if self.context.kind not in SPEAK_OF_THEIR_OWN | {SourceKind.SPECIAL_PROCEDURE}:
            return
        for one in self.found:
            laws = {self._cited_with(provision.path[0]) for provision in one.provisions}
            if not one.named and not one.instrument and len(laws) == 1 and not self._stays_open(one):
                one.instrument = having(laws.pop(), one.provisions)

    def _stays_open(self, one: Found) -> bool:
        """Whether it is of a draft, or of a treaty or a declaration named just before that is none of ours."""
        law = self.laws.before(one.start)
        others = law and law.start >= self.near(one.start) and law.is_none_of_ours
        beside = self.text[max(0, one.start - 2) : one.start].endswith(("(", ", "))
        titled = beside and TITLED.search(self.text, max(self.sentence(one.start), one.start - NEAR), one.start)
        return bool(others or titled or DRAFT.search(self.folded, max(0, one.start - 16), one.start))

    def _cited_with(self, article: str) -> str:
        """The law that an article was cited with; in a mandate's text that which it was found to be of."""
        if self.context.kind != SourceKind.SPECIAL_PROCEDURE:
            return self.cited.get(article, "")
        laws = {one.instrument for one in self.found for provision in one.provisions if provision.path[0] == article}
        known = laws - {""}
        return known.pop() if len(known) == 1 else ""

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
        named = self.law_behind(start, end) or self.law_before(start)
        instrument, upto = named or (law_of(listed, start, self), end)
        if named:
            for provision in listed:
                self.remember(provision.path[0], instrument)
        return Found(start, max(upto, end), listed, instrument, named is not None)

    def _more(self) -> int:
        """Read on behind a law's name: “5.6 de la CADH, 10.1 del PIDCP y 3 de …” is one list of several laws."""
        while one := self._next_list(self.found[-1]):
            self.found.append(one)
        return self.found[-1].end

    def _next_list(self, before: Found) -> Found | None:
        """The list behind a law: of another law, whose name follows, or “in relation to 2 and 4”, of the same."""
        more = self._leads_on(before) if before.named else None
        listed, end = scan(self.text, self.folded, more.end(), plural=True) if more else ([], 0)
        if more is None or not listed:
            return None
        law = self.law_behind(more.end(), end)
        if law and law[1] > end:
            return Found(more.end(), law[1], listed, law[0], named=True)
        same = law is None and more.re is RELATED_MORE and having(before.instrument, listed)
        # … or no law's name follows: “y 5 de mayo”
        return Found(more.end(), end, listed, before.instrument, named=True) if same else None

    def _leads_on(self, before: Found) -> re.Match[str] | None:
        """What joins a further list to a law's name."""
        if before.instrument:
            return RELATED_MORE.match(self.folded, before.end) or MORE.match(self.folded, before.end)
        title = TITLE.match(self.text, before.end)
        return MORE.match(self.folded, title.end() if title else before.end)

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


def find_articles(text: str, folded: str, context: Context, memory: Memory) -> Iterator[Citation]:
    """One citation for each provision. The first spans from the keyword, the last to the end of the law's name."""
    for found in _Reader(text, folded, context, memory).read():
        bounds = {provision.start for provision in found.provisions}
        first, last = min(bounds), max(bounds)
        for provision in found.provisions:
            start = found.start if provision.start == first else provision.start
            end = found.end if provision.start == last else provision.end
            former = context.kind not in OWN_WORDS and is_former(found.instrument, provision.path[0], context.year)
            path = _as_inserted(found.instrument, provision.path, folded[provision.start : provision.end])
            target = "" if former else provision_id(found.instrument, path)
            yield Citation(text[start:end], target, CitationKind.PROVISION, start, end)


def _as_inserted(instrument: str, path: tuple[str, ...], printed: str) -> tuple[str, ...]:
    """An article of a constitution that is numbered as France does: “61-1” is no paragraph of 61."""
    joined = "-".join(path[:2])
    french = instrument.endswith("-constitution") and len(path) > 1 and f" {joined}" in f" {printed}"
    return (joined, *path[2:]) if french else path
