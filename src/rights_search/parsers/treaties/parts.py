"""The parts of a file: the law that approves a treaty, a table of contents, the treaty, its annexes, the next treaty.

Each run of articles is one part. What stands between two runs belongs to the first until the second one's title.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from rights_search.parsers.articles.heads import ANNEX, division_of
from rights_search.parsers.articles.text import TERMINAL, cut_short
from rights_search.parsers.treaties.chain import Run
from rights_search.parsers.treaties.lines import Line

NOUN = re.compile(
    r"\b(?:pacto|convenci[oó]n|convenio|protocolo|carta|estatuto|declaraci[oó]n|tratado|acuerdo|constituci[oó]n|covenant"
    r"|convention|protocol|charter|statute|declaration|treaty|agreement|constitution|pacte|charte|trait[eé]|accord"
    r"|convenção|constituição|pacto|tratado)\b",
    re.IGNORECASE,
)
PREAMBLE = re.compile(r"pre[aáâ]mbulo|preamble|pr[eé]ambule", re.IGNORECASE)
#: An annex that is an instrument: "Anexo II", and below it "Protocolo facultativo de …".
OWN_NAME = re.compile(r"(?:\w+\s){0,2}(?:protocol|convenci|convenio|convention|pacto|covenant)", re.IGNORECASE)
#: How a treaty begins to speak, where no title of its own stands above it.
OPENER = re.compile(
    r"(?:los|las)\s(?:estados|gobiernos|altas|pueblos|partes|miembros)\b|la\s(?:conferencia|asamblea)\sgeneral|nosotros"
    r"|the\s(?:states|high|governments|general|contracting|parties|undersigned|member|peoples)\b|we,?\s|pre[aá]mbulo|preamble",
    re.IGNORECASE,
)
#: A law that approves: its first article says so.
APPROVES = re.compile(
    r"\b(?:apru[eé]b[ae](?:n?se)?|aprobar|ap[roó]+base|adhi[eé]r[ea]se|adhiere|ord[eé]n[ae]se|ot[oó]rg[ae]se|ratif[ií]case"
    r"|ratifica|approv(?:es|ed|al)|ac[eé]ptase)\b",
    re.IGNORECASE,
)
NOT_A_TITLE = re.compile(
    r"-?(?:dad[ao]s?\s|registrad|sancionad|promulgad|—|ley\s|por cuanto|el senado|\()", re.IGNORECASE
)
#: Words that stand before "Convention" in a sentence, not in a title.
IN_A_SENTENCE = re.compile(
    r"\b(?:el|la|los|las|del|presentes?|this|the|present|est[ae]|dich[ao]|\w+[ae]ndo|\w+[ai]dos)\b", re.IGNORECASE
)


class Part(Struct):
    """A run of articles with its role, its title, and its lines: `start:speech` holds the title, `speech:end` words."""

    role: str  #: "text", "annex", "law", "contents"
    run: Run
    title: tuple[str, ...]
    start: int
    speech: int  #: where its words begin: the preamble, or a heading, or the first article
    end: int = 0


def parts_of(lines: Sequence[Line], runs: Sequence[Run]) -> list[Part]:
    """The parts in their order, from the first line to the last."""
    parts: list[Part] = []
    for place, run in enumerate(runs):
        low = runs[place - 1].found[-1].index + 1 if place else 0
        until = runs[place + 1].found[0].index if place + 1 < len(runs) else len(lines)
        parts.append(_part(lines, run, low, until, parts))
    for part, following in pairwise(parts):
        part.end = following.start
    for part in parts[-1:]:
        part.end = len(lines)
    return parts


def _part(lines: Sequence[Line], run: Run, low: int, until: int, before: Sequence[Part]) -> Part:
    first = run.found[0].index
    role = "law" if run.resumes >= 0 else _role(lines, run, until)
    if role == "law":
        start = first if before else low
        return Part(role, run, (), start, start)
    block = title_block(lines, low, first)
    title = tuple(line.text for line in lines[block[0] : block[1]]) if block else ()
    start, speech = block or (first, first)
    if role == "text":
        listed = _listed(before)
        if listed and (not title or is_annex(title)):
            start = speech = next((i for i in range(low, first) if PREAMBLE.match(lines[i].text)), first)
            return Part(role, run, listed.title, start, speech)
        if not any(part.role == "text" for part in before):
            start, speech = _own_words(lines, block, low, first)
        elif not title or is_annex(title):
            role = "annex"
    return Part(role, run, title, start, speech)


def _listed(before: Sequence[Part]) -> Part | None:
    """The table of contents that comes right before, whose title is also that of the text that follows it."""
    listed = None
    for part in reversed(before):
        if part.role != "contents":
            break
        listed = part
    return listed


def _own_words(lines: Sequence[Line], block: tuple[int, int] | None, low: int, first: int) -> tuple[int, int]:
    """Where the first treaty of a file begins: at its title, or where it begins to speak."""
    begin, after = block or (low, low)
    preamble = next((i for i in range(after, first) if PREAMBLE.match(lines[i].text)), None)
    if block and not _of_the_file(lines, begin):
        return begin, preamble if preamble is not None and preamble - after <= 12 else after
    if preamble is not None:
        return preamble, preamble
    speaks = next((i for i in range(after, first) if OPENER.match(lines[i].text)), None)
    if speaks is None:
        speaks = next((i for i in range(after, first) if division_of(lines[i].text, lines[i].heading)), first)
    return speaks, speaks


def _of_the_file(lines: Sequence[Line], begin: int) -> bool:
    """Whether a title is the file's: an instrument of ratification's, not the treaty's."""
    return begin == 0 and bool(re.match(r"instrumento|resoluci[oó]n|convenio n", lines[0].text, re.IGNORECASE))


def title_block(lines: Sequence[Line], low: int, high: int) -> tuple[int, int] | None:
    """The last lines before a run's first article that look like a title and name an instrument or an annex.

    Lines set off as headings go before plain ones: a preamble may list other conventions, one a line.
    """
    best: tuple[int, int] | None = None
    set_off = False
    index = low
    while index < high:
        if not _titleish(lines, index):
            index += 1
            continue
        begin = index
        while index < high and (_titleish(lines, index) or (index > begin and _goes_on(lines, index))):
            index += 1
        named = next((place for place in range(begin, index) if names_instrument(lines[place].text)), None)
        if named is None or (index - named == 1 and _bare(lines[named].text, best is None)):
            continue
        heading = any(line.heading for line in lines[named:index])
        if heading or not set_off:
            best, set_off = (named, index), heading
    return best


def _bare(text: str, only: bool) -> bool:
    """Whether a line is the noun alone, which names nothing; "Constitución" may do where there is no other title."""
    return bool(NOUN.fullmatch(text)) and not (only and text.lower().startswith(("constituci", "constituiç")))


def names_instrument(text: str) -> bool:
    """Whether a line begins as the title of an instrument or an annex does."""
    noun = NOUN.search(text[:120])
    if noun and text[0].isupper():
        before = text[: noun.start()]
        return before.count(" ") <= 4 and not IN_A_SENTENCE.search(before)
    return bool(ANNEX.match(text))


def _titleish(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if PREAMBLE.match(line.text) or NOT_A_TITLE.match(line.text) or OPENER.match(line.text) or len(line.text) > 400:
        return False
    if division_of(line.text, line.heading) and not ANNEX.match(line.text):
        return False
    if line.heading:
        return True
    before = lines[index - 1] if index else None
    fresh = before is None or before.heading or before.text[-1] in TERMINAL or bool(ANNEX.fullmatch(before.text))
    short = len(line.text) <= 200 and line.text[0].isupper() and line.text[-1] not in ".,;:"
    return fresh and short and bool(NOUN.match(line.text) or ANNEX.match(line.text)) and _whole(lines, index)


def _whole(lines: Sequence[Line], index: int) -> bool:
    """Whether a title ends on its line, or on the next one, which goes on in small letters and ends no sentence."""
    if not cut_short(lines[index].text):
        return True
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    return bool(following) and following[0].islower() and following[-1] not in ".,;:" and len(following) <= 200


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """A title broken over lines: this one begins in small letters, and the one before did not end."""
    line, before = lines[index], lines[index - 1]
    return (
        line.text[0].islower() and len(line.text) <= 200 and before.text[-1] not in TERMINAL and len(before.text) <= 200
    )


def is_annex(title: Sequence[str]) -> bool:
    """Whether a title is an annex's: it says so, and names no instrument of its own below."""
    annexed = next((place for place, line in enumerate(title) if ANNEX.match(line)), None)
    return annexed is not None and not any(OWN_NAME.match(line) for line in title[annexed + 1 :])


def _role(lines: Sequence[Line], run: Run, until: int) -> str:
    starts = [found.index for found in run.found]
    first = " ".join(line.text for line in lines[starts[0] : min(starts[0] + 4, until)])
    if len(starts) <= 10 and APPROVES.search(first[:250]):
        return "law"
    bodies = [lines[a:b] for a, b in pairwise(starts)]
    sizes = [sum(line.visible for line in body) for body in bodies]
    whole = sum(body[-1].text[-1] in ".;:" for body in bodies if body)
    if len(bodies) >= 4 and median(sizes) < 110 and whole < 0.2 * len(bodies):
        return "contents"
    return "text"
