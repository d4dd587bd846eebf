"""The law that stands beside an article: behind “of”, by a pronoun, or in front: “la Ley (art. 3)”."""

import re

from rights_search.citations.families import family_in, is_of_the_family
from rights_search.citations.instruments import Mention
from rights_search.citations.phrases import (
    ANNEX,
    ANOTHER_PHRASE,
    ANOTHER_TREATY,
    ASIDE,
    BEGINS_WITH_ITS,
    BRACKET_ENDS,
    CLAUSE_ENDS,
    CLOSING,
    CONSTITUTIONAL,
    DIVISION,
    FAR,
    FEMININE,
    HEADED,
    IBID,
    IN,
    IN_RELATION,
    INFINITIVE,
    INITIALS,
    ITS,
    ITS_LONG,
    JUST_BEFORE,
    LATTER,
    NAME_ENDS,
    NEAR,
    NEARBY,
    NEXT_HEADING,
    OF,
    OF_WHICH,
    ONE_OF_TWO,
    ORDINAL,
    POINTING,
    SAME,
    SMALL_WORD,
    SPACES,
    THE_FORMER,
    THE_LAW,
    THEREOF,
    THIS_ONE,
    YEAR,
)
from rights_search.citations.protocols import ON_COMMUNICATIONS, PROTOCOL
from rights_search.citations.reading import Reading
from rights_search.citations.titles import is_title
from rights_search.citations.unnamed import ends_a_finding
from rights_search.citations.watching import watched_by
from rights_search.model import SourceKind


class Beside(Reading):
    """A text whose articles are asked for the law named beside them."""

    def law_behind(self, start: int, end: int) -> tuple[str, int] | None:
        """The law named behind, and where its name ends; the law is "" where it is none we know."""
        if thereof := THEREOF.match(self.folded, end):
            return self._previous(start), thereof.end()
        if which := OF_WHICH.match(self.folded, end):
            law = self.laws.before(start)
            return law.instrument if law and start - law.end < NEAR else "", which.end()
        if pointing := POINTING.match(self.folded, end) if self._is_its(start) else None:
            return self._pointed_at(start), pointing.end()
        if ordinal := ORDINAL.match(self.folded, end):
            end = ordinal.end()
        if constitutional := CONSTITUTIONAL.match(self.folded, end):  # “el artículo 12 constitucional”
            law = self.laws.at(constitutional.start("word"))
            return law.instrument if law else "", constitutional.end()
        if self.folded.startswith("(", start - 1) and self.folded.startswith(")", end):
            link = OF.match(self.folded, end + 1)  # “la vida (artículos 4 y 5) de la Convención”
            if link and (law := self.laws.at(link.end())) and law.instrument:
                return law.instrument, law.end
        closed = self.folded.startswith(")", end) and IN_RELATION.search(self.folded, max(0, start - NEAR), start)
        link = OF.match(self.folded, end + bool(closed))
        if link is None and (weak := IN.match(self.folded, end)):
            # “in” names a law only where one follows; “article 9 in the context of” is bare.
            link = weak if self.laws.at(weak.end()) else None
        if link is None:
            return self._directly(start, end) or self._behind_what_it_is_about(end)
        if ANNEX.match(self.folded, link.end()):
            return "", end  # “el artículo 16 del anexo I del presente Protocolo”
        year = YEAR.match(self.folded, link.end())
        quoted = link.end() + self.text.startswith(("“", "«", '"'), link.end())
        if law := self.laws.at(quoted) or (self.laws.at(year.end()) if year else None):
            return self._of_its_speaker(law, start) or law.instrument, law.end
        return self._pronoun(start, link) or (None if self._names_no_law(link.end()) else ("", end))

    def _is_its(self, start: int) -> bool:
        """Whether “its” stands in front: “en su artículo 31”."""
        return bool(ITS.search(self.folded, max(0, start - ITS_LONG), start))

    def _pointed_at(self, start: int) -> str:
        """The treaty that “este instrumento” means: the one named before, here or in the passages before."""
        return self._previous(start) if self.laws.before(start) else self.memory.last_named

    def _behind_what_it_is_about(self, end: int) -> tuple[str, int] | None:
        """The law behind what is said of the article: “article 16, on the right to health, of the African Charter”."""
        law = next(iter(self.laws.between(end, end + NEAR)), None)
        headed = law and law.instrument and HEADED.fullmatch(self.folded, end, law.start)
        return (law.instrument, law.end) if law and headed else None

    def _names_no_law(self, at: int) -> bool:
        """Whether what follows “of” is no law: in a law's own text a word in small letters, a heading after a break."""
        own_words = self.context.clear
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
        words = self.folded[law.start : law.end]
        if family_in(words) == "protocol":
            return (PROTOCOL | ON_COMMUNICATIONS).get(watched, "")
        return watched if is_of_the_family(words, watched) else ""

    def _pronoun(self, start: int, link: re.Match[str]) -> tuple[str, int] | None:
        """The law that “de la misma” or “de aquella” stands for."""
        of = link.end("of") if "of" in link.re.groupindex else link.end()
        if same := THIS_ONE.match(self.folded, of) or SAME.match(self.folded, of):
            last = self.laws.before(start)
            if ANOTHER_TREATY.search(self.text, of, same.end() + NEARBY):
                return "", same.end()
            if any(word in same[0] for word in ("cuerpo", "diploma", "text")) and (last is None or last.domestic):
                return last.instrument if last else "", same.end()
            near = FAR // 2 if last and self.sentence(last.end) == self.sentence(start) else NEAR
            if last and last.domestic and start - last.end < near and self._agree(last, same[0]):
                return last.instrument, same.end()
            return self._previous(start), same.end()
        if former := THE_FORMER.match(self.folded, of):
            return self._previous(start, former=True), former.end()
        if one := ONE_OF_TWO.match(self.folded, of):
            return self._one_of_two(start, first=bool(one["first"])), one.end()
        return None

    def _one_of_two(self, start: int, *, first: bool) -> str:
        """The first or the second of the two treaties named last; "" where there are not two."""
        named = [law.instrument for law in self.laws.between(start - FAR, start) if not law.domestic and law.instrument]
        last = named[-1] if named else ""
        others = [instrument for instrument in named if instrument != last]
        if not others:
            return ""
        return others[-1] if first else last

    def _agree(self, law: Mention, pronoun: str) -> bool:
        """Whether “el mismo” or “la misma” can be this law: “el artículo 49 del Reglamento, y no el 51 del mismo”."""
        feminine = bool(FEMININE.match(self.folded, law.start))
        return pronoun.rstrip(" ]").endswith(("ma", "sta", "ssa", "ela") if feminine else ("mo", "ste", "sse", "ele"))

    def _directly(self, start: int, end: int) -> tuple[str, int] | None:
        """The law without a preposition, or by its initials: “art. 24 CDN”, “arts. 8 y 25 Convención Americana”."""
        law = self.laws.at(SPACES.match(self.folded, end).end())  # type: ignore[union-attr]  # it matches nothing, too
        if law and law.instrument:
            return law.instrument, law.end
        the = THE_LAW.match(self.folded, end)
        law = self.laws.at(the.end()) if the else None
        if law and law.instrument and (not law.generic or ITS.search(self.folded, max(0, start - ITS_LONG), start)):
            return law.instrument, law.end  # “el artículo 2 la Convención sobre …”, “en su artículo 7 dicha Convención”
        law = self.laws.at(end + 2) if self.text.startswith(", ", end) else None
        if law and law.instrument and not law.generic and self.text.startswith(")", law.end):
            return law.instrument, law.end  # “(article 1 A (2), 1951 Refugee Convention)”
        initials = INITIALS.match(self.text, end)
        in_capitals = self.text[max(0, end - 40) : end].isupper()
        return ("", end) if initials and not in_capitals and not self.law_before(start) else None

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

    def law_before(self, start: int) -> tuple[str, int] | None:
        """The law named in front: “Convención Americana, art. 8”, “la Ley Orgánica de Salud (art. 3)”."""
        law = self.laws.before(start)
        if IBID.search(self.folded, max(0, start - 12), start):
            return self._ibid(start), start
        if law is None or start - law.end > NEAR:
            far = ITS.search(self.folded, max(0, start - ITS_LONG), start)
            if far and law and self._same_clause(law.end, far.start() + 1):
                return law.instrument, start
            if far is None and BEGINS_WITH_ITS.fullmatch(self.folded, self.sentence(start), start):
                if law and law.domestic and start - law.end < FAR:
                    return law.instrument, start
                return self._previous(start), start
            latter = self._latter(far.start()) if far else None
            return None if latter is None else (latter, start)
        ends = NAME_ENDS.match(self.folded, law.end, start)
        if JUST_BEFORE.fullmatch(self.folded, ends.end() if ends else law.end, start):
            return law.instrument, start
        its = ITS.search(self.folded, max(law.end, start - ITS_LONG), start)
        behind = self._behind_its_bracket(law)
        if its and (self._closes(behind, its) or not self._clause_ends(behind, its.start() + 1)):
            return law.instrument, start
        latter = self._latter(its.start()) if its else None
        if latter is not None:
            return latter, start
        titled = law.domestic and not law.instrument and self.text[law.start].isupper()
        in_brackets = titled and self.text.startswith("(", start - 1) and not ends_a_finding(start, self)
        return ("", start) if in_brackets and is_title(self.text[law.end : start - 1]) else None

    def _behind_its_bracket(self, law: Mention) -> int:
        """Where a law's name ends, with the bracket that holds its initials: “el Pacto … (PIDCP) prevé en su”."""
        return law.end + (self.text.startswith("(", law.start - 1) and self.text.startswith(")", law.end))

    def _closes(self, law_ends: int, its: re.Match[str]) -> bool:
        """Whether only a bracket closes between a law and “its”: “(el Acuerdo n. 123-87), cuyo artículo 2”."""
        closing = CLOSING.search(self.folded, law_ends, its.start() + 1)
        return closing is not None and not BRACKET_ENDS.search(self.folded, law_ends, closing.start())

    def _clause_ends(self, law_ends: int, its: int) -> bool:
        """Whether a clause ends between them, asides apart: “el Convenio sobre la edad mínima (industria), con su”."""
        return bool(CLAUSE_ENDS.search(ASIDE.sub(" ", self.folded[law_ends:its])))

    def _ibid(self, start: int) -> str:
        """The law that “ibid.” means: the one named before it, or in a note that names none that of the note before."""
        before = self.memory.note_before
        return self._previous(start) if before is None or self.laws.before(start) else before

    def _same_clause(self, law_ends: int, its: int) -> bool:
        """Whether a clause goes on from a law to “its”: “ratificó el Convenio 169, el cual … en su artículo 38”."""
        near = its - law_ends < FAR // 2
        return near and self.sentence(law_ends) == self.sentence(its) and not self._clause_ends(law_ends, its)

    def _latter(self, its: int) -> str | None:
        """The treaty that a sentence is about which begins “Este último …” or “El tratado …” and has “su artículo”."""
        sentence = self.sentence(its)
        speaks = LATTER.match(self.folded, sentence)
        return self._previous(sentence) if speaks and its - sentence < FAR else None
