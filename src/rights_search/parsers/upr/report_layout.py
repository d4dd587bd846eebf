"""A report of the Working Group as two lines of text, with a mark where each heading stood.

Lines and pages run through sentences and numbers, so paragraphs are looked for in a text without breaks. What only the
breaks tell is taken from them first: which lines are headings, where paragraph 1 begins, and where the annex does.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct, field

from rights_search.parsers.numbered.html import to_markdown
from rights_search.parsers.numbered.lines import DEFINITION, HTML
from rights_search.parsers.numbered.lines import MARK as NOTE
from rights_search.parsers.numbered.starts import CONTENTS

#: The headings of every such report, which run into the text where it has no lines.
WORDS = (
    r"Summary of the proceedings of the review process|Resumen de las deliberaciones del proceso de examen"
    r"|Presentation by the State under review|Exposición del Estado (?:examinado|objeto de examen)"
    r"|Interactive dialogue and responses by the State under review"
    r"|Diálogo interactivo y respuestas del Estado (?:examinado|objeto de examen)"
    r"|Conclusions and ?/ ?or recommendations|Conclusiones y ?/ ?o recomendaciones"
    r"|Voluntary (?:pledges and )?commitments(?: of the State under review)?|Promesas y compromisos voluntarios"
    r"|Résumé des débats au titre du processus d.examen"
    r"|Exposé de l.État (?:examiné|(?:qui fait |faisant )?l?.?objet de l.examen)"
    r"|Dialogue(?: interactif)? et réponses de l.État (?:examiné|(?:qui fait |faisant )?l?.?objet de l.examen)"
    r"|Conclusions et ?/ ?ou recommandations|(?:Promesses et e|E)ngagements (?:volontaires|exprimés par l.État)"
)
KNOWN = re.compile(rf"(?:(?:[IVX]{{1,4}}|[A-D])\. ?)?(?:{WORDS})", re.IGNORECASE)
START = re.compile(r"(?<!\S)1\. ?(?=(?:The|El|Le) (?:Working Group|Grupo de Trabajo|Groupe de travail)\b)")
#: The beginnings of three paragraphs, one behind the other, by which a report is known that opens in other words.
FIRST_LINES = tuple(re.compile(rf"{number}\.\s+[^\W\d_a-z]") for number in (1, 2, 3))
ANNEX = re.compile(
    r"\b(?:Annex(?:es|e)?|Anexos?|ANNEX|ANEXO)\b.{0,80}?\b(?i:composi[ct]i[oó]n (?:of|de|du)\b)", re.DOTALL
)
ANNEX_ALONE = re.compile(r"(?:annex(?:es|e)?|anexos?)(?: (?:[IVX]{1,4}|\d))?", re.IGNORECASE)
#: How a mark is written in the text: the place of the heading in the list.
MARK = re.compile("\x02(\\d{1,5})\x03 ?")
SIGNS = re.compile("[\x02\x03]")
BLANK = re.compile(r"\n[ \t]*\n")
HASHES = re.compile(r"(#{1,6})[ \t]+")
NUMBER = re.compile(r"\(?\d{1,3}\.")
ORDINAL = re.compile(r"(?:(?P<roman>[IVX]{1,4})|(?P<letter>[A-Z]))\. ")
#: What ends a sentence, a recommendation, or the words that lead into a list.
ENDS = re.compile(r"[.;:!?)”\"»](?:\[\^[\w-]{1,12}\]|\*{1,2})?$")
LONGEST_HEADING = 150
#: So many letters of a paragraph show how it ends.
LAST = 30
#: A text with fewer blank lines has its paragraphs on lines.
FEWEST_BLOCKS = 20
SECTION, PART, SUBHEAD = 1, 2, 4


class Heading(Struct, frozen=True):
    """A heading: how deep it stands, its words, and the marks of notes on it."""

    level: int
    words: str
    notes: tuple[str, ...] = ()


class Layout(Struct):
    """What stands above paragraph 1, the text from there, its headings by their marks, and the annex."""

    front: str
    body: str = ""
    headings: list[Heading] = field(default_factory=list)
    annex: str = ""
    notes: dict[str, str] = field(default_factory=dict)


def layout_of(text: str) -> Layout:
    """The report taken apart; without a body where no paragraph 1 is found."""
    kept: list[str] = []
    notes: dict[str, str] = {}
    for line in SIGNS.sub("", markdown_of(text)).split("\n"):
        if definition := DEFINITION.match(line):
            notes[definition[1]] = definition[2]
        else:
            kept.append(line)
    blocks = _blocks("\n".join(kept))
    begin = _beginning(blocks)
    if begin < 0:
        return Layout(" ".join(blocks), notes=notes)
    start = START.search(blocks[begin])
    cut = start.start() if start else 0
    front = " ".join([*blocks[:begin], blocks[begin][:cut]])
    blocks = [blocks[begin][cut:], *blocks[begin + 1 :]]
    end = next((place for place, block in enumerate(blocks) if place and _opens_annex(block)), len(blocks))
    body, headings = _marked(blocks[:end])
    annex = " ".join(blocks[end:])
    if not annex and (found := ANNEX.search(body)):
        body, annex = body[: found.start()], _in_words(body[found.start() :], headings)
    return Layout(front, body, headings, annex, notes)


@lru_cache(maxsize=2)  # a page is asked for when it is recognised and when it is read
def markdown_of(text: str) -> str:
    """A page of HTML as Markdown; any other text as it is."""
    return to_markdown(text)[0] if HTML.search(text[:4000]) else text


def _blocks(text: str) -> list[str]:
    """Its paragraphs, each on one line."""
    split = [" ".join(block.split()) for block in BLANK.split(text)]
    whole = [block for block in split if block]
    if len(whole) < FEWEST_BLOCKS:
        whole = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    return whole


def _beginning(blocks: Sequence[str]) -> int:
    """The block in which paragraph 1 begins; -1 where none does."""
    found = next((place for place, block in enumerate(blocks) if START.search(block)), -1)
    if found >= 0:
        return found
    begin = place = -1
    for line in FIRST_LINES:
        rest = range(place + 1, len(blocks))
        place = next((at for at in rest if line.match(blocks[at]) and not CONTENTS.search(blocks[at])), len(blocks))
        begin = place if begin < 0 else begin
    return begin if place < len(blocks) else -1


def _opens_annex(block: str) -> bool:
    return ANNEX_ALONE.fullmatch(HASHES.sub("", block).strip("* ")) is not None


def _marked(blocks: Sequence[str]) -> tuple[str, list[Heading]]:
    """The text on one line, a mark in the place of each heading."""
    headings: list[Heading] = []
    written: list[str] = []
    before = ""
    for place, block in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else ""
        if place and (heading := _heading(block, before, after)):
            written.append(f"\x02{len(headings)}\x03")
            headings.append(heading)
        else:
            before = HASHES.sub("", block)
            written.append(before)
    return " ".join(written), headings


def _heading(block: str, before: str, after: str) -> Heading | None:
    """A marked heading, one whose words are known, or a short line of its own between sentences and numbers."""
    marked = HASHES.match(block)
    words = (block[marked.end() :] if marked else block).strip(" #")
    plain = NOTE.sub("", words).replace("**", "").rstrip("* ")
    if not plain or NUMBER.match(plain) or len(plain) > LONGEST_HEADING:
        return None
    if not (KNOWN.fullmatch(plain) or (_stands_alone(plain, before) and (marked or _leads(after)))):
        return None
    return heading_of(plain, len(marked[1]) if marked else 0, tuple(NOTE.findall(words)))


def _stands_alone(plain: str, before: str) -> bool:
    """No part of a sentence: a mark alone says little, since a line in bold may have one in the midst of a sentence."""
    sentence = ENDS.search(plain) is not None or plain.endswith(",")
    return plain[0].isupper() and "|" not in plain and not sentence and ENDS.search(before[-LAST:]) is not None


def _leads(after: str) -> bool:
    """Whether what follows has a number or is a heading."""
    return any(sign.match(after) for sign in (NUMBER, HASHES, ORDINAL)) or (
        bool(after) and KNOWN.fullmatch(after) is not None
    )


def heading_of(words: str, marked: int = 0, notes: tuple[str, ...] = ()) -> Heading:
    """A heading of these words, which a document may have marked as of the first to the sixth order."""
    return Heading(_level(words, marked), words, notes)


def _level(words: str, marked: int) -> int:
    """Sections have Roman numbers and their parts letters, whatever the mark; all others stand below."""
    ordinal = ORDINAL.match(words)
    if ordinal and ordinal["roman"]:
        return SECTION
    if ordinal:
        return max(marked, PART)
    return max(marked, PART + 1) if marked else SUBHEAD


def _in_words(text: str, headings: Sequence[Heading]) -> str:
    """The text with its headings where their marks stood."""
    return MARK.sub(lambda mark: f"{headings[int(mark[1])].words} ", text)
