"""The paragraphs and recommendations of a UPR Working Group's report, out of its text without line breaks."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from rights_search.errors import ParseError
from rights_search.model import Passage, PassageKind, Problem
from rights_search.parsers.eids import eid
from rights_search.parsers.numbered.chain import chain
from rights_search.parsers.numbered.letters import lettered
from rights_search.parsers.numbered.names import Names
from rights_search.parsers.upr.recommendations import LATER, recommending, response_of
from rights_search.parsers.upr.report_layout import MARK, SECTION, WORDS, Heading, heading_of

#: The headings of every such report, where they run into the text.
HEADINGS = re.compile(rf"(?<!\S)(?:[IVX]{{1,4}}|[A-D])\. ?(?:{WORDS}) ?\*{{0,2}}(?= |$)", re.IGNORECASE)
#: Marks of headings at the end of a paragraph are those of what follows.
LAST_MARKS = re.compile(rf"(?<!\x03)(?<!\x03 )(?:{MARK.pattern})+$")
#: Both begin with their first figure: a pattern that begins by looking back is tried at every letter.
PARAGRAPH = re.compile(r"(\d(?<![\w(./–-]\d)\d{0,2})\. ?(?=[A-ZÁÉÍÓÚÑÀÂÇÎÔ“\"‘«¿\[])")
RECOMMENDATION = re.compile(r"(\d(?<![\w(./–-]\d)\d{0,2})\.(\d{1,3})\.? ?(?=[A-Za-zÁÉÍÓÚÑáéíóúñ“\"‘«¿\[])")
#: A number behind one of these is a reference.
REFERENCE = re.compile(
    r"(?:articles?|arts?\.|paragraphs?|paras?\.|párrs?\.|párrafos?|artículos?|No\.|Nº|núm\.|resolution|decision"
    r"|Convention|and|or|to|y|of|in|,|paragraphes?|(?<!\w)(?:et|ou|à|de)) ?$",
    re.IGNORECASE,
)
#: A name in brackets behind a recommendation.
NAMED = re.compile(r"\([A-Z][^()]{2,200}\)\s?[;.]")


class Span(Struct):
    """A numbered stretch of the text: from `begin` to where the next begins."""

    num: str
    begin: int
    text_from: int
    end: int = 0


def passages_of(body: str, section: str, headings: Sequence[Heading], path: str) -> tuple[list[Passage], list[Problem]]:
    """The paragraphs in their order, each followed by its recommendations; `headings` by their marks in the text."""
    candidates = [
        found for found in PARAGRAPH.finditer(body) if not REFERENCE.search(body, found.start() - 20, found.start())
    ]
    main = set(chain([int(found[1]) for found in candidates]))
    spans = [Span(f[1], f.start(), f.end()) for place, f in enumerate(candidates) if place in main]
    others = [f for place, f in enumerate(candidates) if place not in main]
    if len(spans) < 3:
        raise ParseError("fewer than three numbered paragraphs: is this the whole report?")
    for span, following in zip_longest(spans, spans[1:]):
        span.end = following.begin if following else len(body)
    starts = [found.start() for found in others]
    writer = _Writer(body, section, headings, path)
    for number, span in enumerate(spans):
        inside = others[bisect_left(starts, span.text_from) : bisect_left(starts, span.end)]
        writer.paragraph(span, inside, spans[number + 1 : number + 3])
    return writer.passages, writer.problems


class _Writer:
    """Writes passages, and keeps the heading they stand under."""

    def __init__(self, body: str, section: str, headings: Sequence[Heading], path: str) -> None:
        """Write from this text, which begins in that section."""
        self.body = body
        self.path = path
        self.passages: list[Passage] = []
        self.problems: list[Problem] = []
        self._headings = headings
        self._above = [Heading(SECTION, section)] if section else []
        self._notes: list[str] = []  #: of headings that no paragraph has had yet
        self._last_item = 0
        self._taken = Names()

    def paragraph(self, span: Span, inside: list[re.Match[str]], next_spans: list[Span]) -> None:
        """One paragraph with the recommendations in it; `inside` are its numbers that are no paragraph's."""
        parts = list(self._parts(span, inside))
        lead_end = parts[0].begin if parts else span.end
        lead = self.body[span.text_from : lead_end].strip()
        self._write(eid(("para", span.num)), span.num, lead, PassageKind.PARAGRAPH)
        answer = response_of(lead) if parts else ""
        if parts and not answer and not LATER.search(lead):
            answer = self._answered_after(next_spans)
        for part in parts:
            text = self.body[part.text_from : part.end].strip()
            self._write(eid(("rec", part.num)), part.num, text, PassageKind.RECOMMENDATION, answer)

    def _answered_after(self, next_spans: list[Span]) -> str:
        """The answer that stands behind the list: "61. All recommendations … enjoy the support of"."""
        for span in next_spans:
            text = self.body[span.text_from : min(span.end, span.text_from + 300)]
            if "recom" in text[:60].lower() and RECOMMENDATION.search(text) is None and (said := response_of(text)):
                return said
        return ""

    def _parts(self, span: Span, inside: list[re.Match[str]]) -> Iterator[Span]:
        """The numbered recommendations of this paragraph: "135.8", or "8." below a paragraph that ends in a colon."""
        found = [
            (int(f[2]), f) for f in RECOMMENDATION.finditer(self.body, span.text_from, span.end) if f[1] == span.num
        ]
        led_in = inside and self._leads_in(span, inside[0])
        # Comments of the State stand in such lists as well, without States behind them.
        if not found and led_in and 2 * len(NAMED.findall(self.body, span.text_from, span.end)) >= len(inside):
            found = [(int(f[1]), f) for f in inside]
        kept = [found[place] for place in chain([number for number, _ in found])]
        self._last_item = kept[-1][0] if kept else self._last_item
        for (number, match), following in zip_longest(kept, kept[1:]):
            end = following[1].start() if following else span.end
            yield Span(f"{span.num}.{number}", match.start(), match.end(), end)

    def _leads_in(self, span: Span, first: re.Match[str]) -> bool:
        """Whether the words before the first number announce a list: by a colon, or as one that goes on."""
        lead = MARK.sub("", self.body[span.text_from : first.start()]).rstrip()
        goes_on = int(first[1]) == self._last_item + 1 and "recom" in lead.lower()
        return lead.endswith(":") or (goes_on and lead.endswith("."))

    def _write(self, name: str, num: str, text: str, kind: PassageKind, answer: str = "") -> None:
        path = tuple(heading.words for heading in self._above)
        called = "".join(f"[^{mark}]" for mark in self._notes)
        self._notes.clear()
        text = self._cut_headings(text) + called
        name = self._taken.take(name)
        by: tuple[str, ...] = ()
        if kind is PassageKind.RECOMMENDATION:
            by, unknown = recommending(text)
            self.problems.extend(Problem(self.path, name, f"“{strange}” is no State we know") for strange in unknown)
        text, anchors = lettered(text, name)
        self.passages.append(
            Passage(
                eid=name,
                kind=kind,
                text=text,
                num=num,
                path=path,
                anchors=anchors,
                recommended_by=by,
                response=answer if by else "",
            )
        )

    def _cut_headings(self, text: str) -> str:
        """The text without the headings at its end; they are those of what follows."""
        marked = "\x03" in text  # few are
        if marked and (marks := LAST_MARKS.search(text)):
            text = text[: marks.start()]
            for mark in MARK.finditer(marks[0]):
                self._enter(self._headings[int(mark[1])])
        elif found := list(HEADINGS.finditer(text, max(0, len(text) - 400))):
            text = self._cut_words(text, found)
        return (MARK.sub(lambda mark: f"\n{self._headings[int(mark[1])].words}\n", text) if marked else text).rstrip()

    def _cut_words(self, text: str, found: Sequence[re.Match[str]]) -> str:
        """The same for headings that ran into the text, and are known by their words."""
        cut = len(text)
        for heading in reversed(found):
            if text[heading.end() : cut].strip():
                break
            cut = heading.start()
        for heading in found:
            if heading.start() >= cut:
                self._enter(heading_of(heading[0].rstrip("* ")))
        return text[:cut]

    def _enter(self, heading: Heading) -> None:
        self._above = [*(above for above in self._above if above.level < heading.level), heading]
        self._notes.extend(heading.notes)
