"""Articles cited in running text, each with the instrument it belongs to, or none where that cannot be known."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from rights_search.citations.context import Context
from rights_search.citations.instruments import Mention, Mentions, mentions
from rights_search.citations.provisions import Provision, scan
from rights_search.model import Citation, CitationKind, SourceKind
from rights_search.vocabulary import instruments

KEYWORD = re.compile(
    r"(?<!\w)(?P<word>articulos?|articles?|artigos?|arts?\.?)\s{0,3}(?:n[o.º°]{1,3}\s?)?(?=\d|[ivx]{1,7}(?!\w))"
)
#: “el párrafo 1 del”, “literal a) del numeral 3 del”, “paragraphs 1 and 2 of” before “article 9”.
BEFORE = re.compile(
    r"(?:(?<!\w)(?:literal|inciso|apartado|letra|subparagraph)\s+\(?(?P<letter>[a-z])[).]{0,2}\s+(?:del?|of)\s+)?"
    r"(?:(?<!\w)(?:parrafos?|numeral(?:es)?|paragraphs?|apartados?)\s+(?P<paragraphs>\d{1,2}(?:(?:\s*,\s*|\s+(?:y|and|e)\s+)\d{1,2}){0,4})"
    r"\)?(?:\s?\(?(?P<part>[a-z])\))?\s+(?:del?(?:\s+los)?|of)\s+)?$"
)
#: Between the provisions and the law: “(rights of the child) of the”, “, contenidos en la”, “de la citada”.
RUBRIC = r"(?:\s*\((?!\s?art)[^()\d]{3,90}\))?"
DETERMINER = (
    r"(?:(?:l[ao]s?|el|the|est[ae]|la\s+presente|el\s+presente|present|this|said|dich[oa]|citad[oa]|propi[oa])\s+){0,3}"
)
OF = re.compile(
    RUBRIC
    + r"\.?\s*,?\s*(?:(?:ambos|ambas|todos|both|all)\s*,?\s+)?(?P<of>del?|of|du|da|do|de\s+l')\s*(?<=[\s'l])"
    + DETERMINER
)
IN = re.compile(
    RUBRIC
    + r"\s*,?\s*(?:(?:contenid|establecid|previst|consagrad|reconocid|recogid|garantizad|protegid)[oa]s?\s+(?:en|por)"
    r"|(?:enshrined|contained|provided\s+for|recognized|guaranteed|protected|set\s+(?:out|forth))\s+(?:in|by|under)"
    r"|under|in|en)\s+" + DETERMINER
)
#: The instrument named last: “de la misma”, “del mismo instrumento”, “thereof”.
SAME = re.compile(
    r"(?:mism[oa]|dich[oa]|citad[oa]|same|that|said)?\s*(?:tratado|instrumento|treaty|instrument)(?!\w)|mism[oa](?!\w)|same(?!\w)"
)
THEREOF = re.compile(r"\s+thereof(?!\w)")
#: A code's initials straight behind the number: “art. 12 COIP”.
SPACES = re.compile(r"\s*")
INITIALS = re.compile(r"\s+[A-Z]{2,8}(?!\w)")
JUST_BEFORE = re.compile(
    r"\s*[,:(]?\s*(?:(?:y\s+|and\s+)?(?:en\s+particular|especialmente|incluid[oa]s?|in\s+particular|particularly|especially"
    r"|including)\s+)?(?:en\s+sus?|in\s+its|sus?|its|los?|el|the)?\s*"
)
#: Where a sentence begins, roughly: enough to see what else it names.
SENTENCE = re.compile(r"[.;:?!]\s+(?=[A-ZÁÉÍÓÚ¿¡“\"(\d])|\n\s*")
#: How far back a law named before an article may stand: “el Código Penal, en su artículo 12”.
NEAR = 90
#: … and how far what a sentence names counts: sentences are short, hostile ones are not.
FAR = 500


class _Found(Struct):
    """A list of provisions as printed, with the instrument they belong to."""

    start: int
    end: int
    provisions: list[Provision]
    instrument: str


class _Reader:
    """One text while its articles are read: the laws it names, and where its sentences begin."""

    def __init__(self, text: str, folded: str, context: Context) -> None:
        self.text = text
        self.folded = folded
        self.context = context
        self.laws: Mentions = mentions(text, folded, context)
        self.sentences = [0, *(found.end() for found in SENTENCE.finditer(text)), len(text) + 1]

    def read(self) -> Iterator[_Found]:
        at = 0
        while found := KEYWORD.search(self.folded, at):
            listed, end = scan(self.text, self.folded, found.end(), plural=found["word"].endswith(("s", "s.")))
            at = max(end, found.end())
            if listed:
                yield self._named(found.start(), end, listed)

    def _named(self, keyword: int, end: int, listed: list[Provision]) -> _Found:
        start, listed = _with_parts_before(self.folded, keyword, listed)
        named = self._after(start, end) or self._just_before(start)
        instrument, upto = named or (self._bare(start), end)
        return _Found(start, max(upto, end), listed, instrument)

    def _after(self, start: int, end: int) -> tuple[str, int] | None:
        """The law named behind, and where its name ends; the law is "" where it is none we know."""
        if thereof := THEREOF.match(self.folded, end):
            return self._previous(start), thereof.end()
        link = OF.match(self.folded, end)
        if link is None and (weak := IN.match(self.folded, end)):
            # “in” names a law only where one follows; “article 9 in the context of” is bare.
            link = weak if self.laws.at(weak.end()) else None
        if link is None:
            return self._directly(end)
        if law := self.laws.at(link.end()):
            return law.instrument, law.end
        if same := SAME.match(self.folded, link.end()):
            return self._previous(start), same.end()
        return "", end

    def _directly(self, end: int) -> tuple[str, int] | None:
        """The law without a preposition, or by its initials: “art. 24 CDN”, “arts. 8 y 25 Convención Americana”."""
        law = self.laws.at(SPACES.match(self.folded, end).end())  # type: ignore[union-attr]  # it matches nothing, too
        if law and law.instrument:
            return law.instrument, law.end
        initials = INITIALS.match(self.text, end)
        return ("", end) if initials and not self.text[max(0, end - 40) : end].isupper() else None

    def _previous(self, start: int) -> str:
        """The treaty named last before here: what “de la misma” and “thereof” mean."""
        named = (law.instrument for law in reversed(self.laws.between(start - FAR, start)) if law.instrument)
        return next(named, self.context.instrument)

    def _just_before(self, start: int) -> tuple[str, int] | None:
        """The law named in front: “Convención Americana, art. 8”."""
        law = self.laws.before(start)
        if law and start - law.end < NEAR and JUST_BEFORE.fullmatch(self.folded, law.end, start):
            return law.instrument, start
        return None

    def _bare(self, start: int) -> str:
        """The law of an article without one: the body's own where that is clear, the only one the sentence names."""
        context = self.context
        if context.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION):
            return context.instrument
        here = bisect_right(self.sentences, start) - 1
        named = self.laws.between(max(self.sentences[here], start - FAR), min(self.sentences[here + 1], start + FAR))
        before = next((law for law in reversed(named) if law.start < start), None)
        in_brackets = self.text[max(0, start - 1) : start] == "("
        if context.clear and in_brackets:
            return context.instrument
        if before and before.domestic and start - before.end < NEAR:
            return ""
        if context.clear:
            return context.instrument
        return _only(named)


def _only(named: list[Mention]) -> str:
    """The one treaty a sentence names; none where it names several, or a law that is no treaty."""
    known = {law.instrument for law in named}
    return known.pop() if len(known) == 1 else ""


def _with_parts_before(folded: str, keyword: int, listed: list[Provision]) -> tuple[int, list[Provision]]:
    """Where the citation begins, with a paragraph that stands before the article: “párrafo 1 del artículo 9”."""
    window = max(0, keyword - 80)
    if not folded[window:keyword].rstrip().endswith(("del", "de", "of", "los")):
        return keyword, listed
    start = _earliest(folded, window, keyword)
    found = BEFORE.match(folded, start, keyword) if start is not None else None
    if not found or (not found["paragraphs"] and not found["letter"]):
        return keyword, listed
    numbers = re.findall(r"\d+", found["paragraphs"] or "")
    letters = [letter for letter in (found["part"], found["letter"]) if letter]
    tails = [(number, *letters) for number in numbers] or [tuple(letters)]
    first, *others = listed
    if len(first.path) > 1 or (len(tails) == 1 and not tails[0]):
        return keyword, listed
    return found.start(), [*(Provision((*first.path, *tail), first.start, first.end) for tail in tails), *others]


def _earliest(folded: str, window: int, keyword: int) -> int | None:
    """The first place in the window from which the words before the article read as its parts."""
    for word in re.compile(r"(?<!\w)(?:literal|inciso|apartado|letra|subparagraph|parraf|numeral|paragraph)").finditer(
        folded, window, keyword
    ):
        if BEFORE.match(folded, word.start(), keyword):
            return word.start()
    return None


def find_articles(text: str, folded: str, context: Context) -> Iterator[Citation]:
    """One citation for each provision. The first spans from the keyword, the last to the end of the law's name."""
    for found in _Reader(text, folded, context).read():
        bounds = {provision.start for provision in found.provisions}
        first, last = min(bounds), max(bounds)
        for provision in found.provisions:
            start = found.start if provision.start == first else provision.start
            end = found.end if provision.start == last else provision.end
            target = _target(found.instrument, provision.path)
            yield Citation(text[start:end], target, CitationKind.PROVISION, start, end)


def _target(instrument: str, path: tuple[str, ...]) -> str:
    """The provision's id; none for an article the instrument does not have."""
    if not instrument or not path[0].isdigit() or path[0] == "0":
        return ""
    known = instruments().get(instrument)
    if known and known.articles and int(path[0]) > known.articles:
        return ""
    return f"{instrument}#{'.'.join(path)}"
