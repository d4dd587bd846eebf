"""Parts cited apart from their article: “párrafos 1 y 2 del citado artículo”, “paragraph 1 of this article”.

el artículo 8.2 de la Convención, en sus literales b) y d)
"""

import re
from bisect import bisect_right

from msgspec import Struct

from rights_search.citations.context import Context
from rights_search.citations.members import Provision
from rights_search.citations.parts_before import parts_alone, with_parts_before
from rights_search.citations.phrases import ARTICLE_BEFORE, FAR, THAT_ARTICLE, THIS_ARTICLE, THIS_PARAGRAPH
from rights_search.citations.spaces import compiled
from rights_search.model import SourceKind

#: Before a paragraph of the article just cited, and behind one of the text itself: “see paragraph 3 above”.
IN_A_PARAGRAPH = compiled(
    r"(?<!\w)(?:(?:in|en|under|su|sus|its)\s+(?:el\s+|los\s+|sus?\s+|its\s+)?"
    r"|(?:em|d?n?os?|dans|son|ses|leurs?|dont|aux?|du|seus?)\s+(?:seus?\s+|ses\s+|les?\s+)?)$"
)
#: Letters of a paragraph of it: “as alíneas d) e e) do seu n.º 3”.
OF_ITS = compiled(r"(?<!\w)(?:do\s+seu|de\s+s[ou]n?|of\s+its)\s")
#: “Os artigos 4 e 5, este último em seu parágrafo 2”.
LATTER_ONE = compiled(
    r"\s*,?\s+(?:est[ea]\s+ultim[oa]|ce\s+dernier|the\s+latter),?\s+(?:em|en|in|dans|n?os)\s+(?:(?:seus?|sus?|son|ses|its)\s+)?"
)
#: Where a paragraph of a law's own article begins.
NUMBERED = compiled(r"(?:^|\n)\s{0,3}(\d{1,2})\.?\s")
#: What has paragraphs of its own, and letters them in brackets behind its name.
ANOTHER_TEXT = compiled(r"(?<!\w)(?:comment|recommendation|report|observations|judg(?:e)?ment|resolution|/)")
WHOLE_WORDS = ("paragraph", "parrafo")
LETTERED = ("subparagraph", "sub-paragraph", *WHOLE_WORDS)
ELSEWHERE = compiled(
    r"\s*(?:,\s*)?(?:above|below|supra|infra|ci-dess\w{2}|acima|abaixo|de\s+(?:la|el|este|esta)|del|of|d[aou])(?!\w)|/|\s\((?:19|20)"
)


class Found(Struct):
    """A list of provisions as printed, with the instrument they belong to."""

    start: int
    end: int
    provisions: list[Provision]
    instrument: str
    named: bool  #: a law stands beside it, known or not


def with_loose_parts(found: list[Found], folded: str, sentences: list[int], context: Context) -> list[Found]:
    """What was found with an article's words, and between it the parts that stand apart from theirs.

    `sentences`: where each begins.
    """
    loose = _LooseParts(found, folded, sentences, context)
    for that in THAT_ARTICLE.finditer(folded):
        loose.add_parts(that, loose.last_before(that.start()))
    own = ((context.article,), context.instrument) if context.article else None
    for this in THIS_ARTICLE.finditer(folded):
        loose.add_parts(this, own or loose.last_before(this.start()))
    if context.article.isdecimal() and int(context.article) > 1:
        before = ((str(int(context.article) - 1),), context.instrument)
        for this in ARTICLE_BEFORE.finditer(folded):
            loose.add_parts(this, before, whole=True)
    for this in THIS_PARAGRAPH.finditer(folded):
        loose.add_parts(this, loose.own(this.start()), whole=True)
    for start, end, paths in parts_alone(folded):
        loose.add_alone(start, end, paths)
    return loose.found


class _LooseParts:
    """The citations of a text while those of loose parts are put in their place."""

    def __init__(self, found: list[Found], folded: str, sentences: list[int], context: Context) -> None:
        self.found = found
        self.folded = folded
        self.sentences = sentences
        self.context = context
        self.numbered = list(NUMBERED.finditer(folded)) if context.article else []

    def add_parts(
        self, named: re.Match[str], meant: tuple[tuple[str, ...], str] | None, *, whole: bool = False
    ) -> None:
        """The parts that stand before words that mean an article (“this article”); none where it stands alone.

        Letters are of the paragraph cited last: “artículo 48.1.a) … los incisos b) y c) del mismo”. `whole`: of all
        that is meant, “this paragraph”.
        """
        if meant is None:
            return
        path, instrument = meant
        above = path if whole else path[:2] if len(path) > 2 and path[1].isdigit() else path[:1]
        start, parts = with_parts_before(self.folded, named.start(), [Provision(above, *named.span())])
        if start == named.start() and not whole:
            start, parts = with_parts_before(self.folded, named.start(), [Provision(path[:1], *named.span())])
        place, before = self._before(start)
        if start < named.start() and (before is None or before.end <= start):
            self.found.insert(place, Found(start, named.end(), parts, instrument, named=True))

    def add_alone(self, start: int, end: int, paths: list[tuple[str, ...]]) -> None:
        """Parts without an article: a law's own, “subject to paragraph 2”; letters of what the sentence named last."""
        place, last = self._before(start)
        if last and last.end > start:
            return
        if self.context.article and paths[0][0].isdigit() and self._of_the_article(start, end, paths):
            above: tuple[str, ...] = (self.context.article,)
            law = self.context.instrument
        elif last and self._divides(last, start, paths):
            above, law = last.provisions[-1].path, last.instrument
        elif last and self._has_paragraphs(last, start, end, paths):
            above, law = last.provisions[-1].path[:1], last.instrument
        elif again := self._again(start, paths):
            above, law = again
        elif self._are_letters(start, paths) and (own := self.own(start)):
            above, law = own
        else:
            return
        parts = [Provision((*above, *path), start, end) for path in paths]
        self.found.insert(place, Found(start, end, parts, law, named=True))

    def own(self, start: int) -> tuple[tuple[str, ...], str] | None:
        """The paragraph of a law's own article that a place is in: what “sub-paragraph (a)” alone divides."""
        if not self.context.article or self.context.kind == SourceKind.GENERAL_COMMENT:
            return None
        numbers = [number for number in self.numbered if number.start() < start]
        paragraph = (numbers[-1][1],) if numbers else ()
        return (self.context.article, *paragraph), self.context.instrument

    def last_before(self, start: int) -> tuple[tuple[str, ...], str] | None:
        """The provision named last before here, with its law."""
        _, last = self._before(start)
        near = last and start - last.end <= FAR
        return (last.provisions[-1].path, last.instrument) if last and near else None

    def _again(self, start: int, paths: list[tuple[str, ...]]) -> tuple[tuple[str, ...], str] | None:
        """The article of which a letter was named before: “Paragraph (b) of article 25 … paragraph (b)”.

        Or its fellow: “El literal c) del artículo 46.2 … Son los literales a) y b)”.
        """
        _, last = self._before(start)
        fellow = self.folded.startswith("literal", start) and last and self.folded.startswith("literal", last.start)
        if last and fellow and start - last.end < FAR and last.provisions[-1].path[-1].isalpha():
            return last.provisions[-1].path[:-1], last.instrument
        if self.context.kind != SourceKind.GENERAL_COMMENT or len(paths) != 1 or not paths[0][0].isalpha():
            return None
        for one in self.found:
            if (
                one.start < start
                and one.provisions[-1].path[1:] == paths[0]
                and self.folded[one.start] == self.folded[start]
            ):
                return one.provisions[-1].path[:1], one.instrument
        return None

    def _before(self, start: int) -> tuple[int, Found | None]:
        """Where a citation that begins here belongs, and the one before it."""
        place = bisect_right(self.found, start, key=lambda one: one.start)
        return place, self.found[place - 1] if place else None

    def _are_letters(self, start: int, paths: list[tuple[str, ...]]) -> bool:
        """Whether these are no number misread: “párrafo I”."""
        return paths[0][0].isalpha() and not self.folded.startswith(WHOLE_WORDS, start)

    def _of_the_article(self, start: int, end: int, paths: list[tuple[str, ...]]) -> bool:
        """Whether a paragraph alone is one of the article that this text is, or is a comment on: not “(para. 3)”."""
        comments = self.context.kind == SourceKind.GENERAL_COMMENT
        return not comments or (self._is_paragraph(end, paths) and self.folded.startswith(LETTERED, start))

    def _is_paragraph(self, end: int, paths: list[tuple[str, ...]]) -> bool:
        """Whether these can be paragraphs of an article, which has few, and no paragraphs of the text itself."""
        return all(path[0] in "123456789" for path in paths) and not ELSEWHERE.match(self.folded, end)

    def _has_paragraphs(self, last: Found, start: int, end: int, paths: list[tuple[str, ...]]) -> bool:
        """Whether a paragraph is of the article its sentence has just cited whole: “article 14 … in paragraph 3”."""
        bracketed = self._in_brackets(last, start, end)
        latter = bool(LATTER_ONE.fullmatch(self.folded, last.end, start))
        alone = bracketed or latter or len(last.provisions) == 1
        whole = alone and len(last.provisions[-1].path) <= 1 + bracketed
        here = bisect_right(self.sentences, start) == bisect_right(self.sentences, last.start)
        within = bracketed or latter or IN_A_PARAGRAPH.search(self.folded, max(0, start - 12), start)
        within = within or OF_ITS.search(self.folded, start, end)
        return bool(whole and here and last.instrument and within) and self._is_paragraph(end, paths)

    def _in_brackets(self, last: Found, start: int, end: int) -> bool:
        """Whether a general comment tells in brackets which paragraph of an article it speaks of."""
        comments = self.context.kind == SourceKind.GENERAL_COMMENT and last.instrument == self.context.instrument
        brackets = self.folded.startswith("(", start - 1) and ")" in self.folded[end - 1 : end + 1]
        sentence = self.sentences[bisect_right(self.sentences, start) - 1]
        return comments and brackets and not ANOTHER_TEXT.search(self.folded, max(sentence, start - FAR), start)

    def _divides(self, last: Found, start: int, paths: list[tuple[str, ...]]) -> bool:
        """Whether letters at this place can be of what was cited last: in its sentence, and of a law that is known."""
        paragraph = last.provisions[-1].path
        here = bisect_right(self.sentences, start) == bisect_right(self.sentences, last.start)
        letters = all(path[0].isalpha() for path in paths)
        return letters and here and bool(last.instrument) and paragraph[-1].isdigit()
