"""The words of an article: markup taken off, hard-wrapped lines joined, numbered parts remembered as anchors.

Printed texts come as lines; what a line is (the next paragraph, the rest of the last one, the start of a numbered
part) is told by how the line before it ends, by whether its first word would have fitted there, and by whether its
mark continues a list that is open: "3." is a part after "2.", and only words after "article".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import quantiles

from msgspec import Struct

from rights_search.model import Anchor
from rights_search.parsers.articles.numbers import roman
from rights_search.parsers.eids import unique

#: "1." "1)" "(1)" "1.-" "1º" "a)" "(a)" "a." "iv)" "I -": a mark, then the words of its part or the end of the line;
#: and of Portuguese laws "§ 1º" and "Parágrafo único.", which stand beside the numbered parts and not below them.
MARK = re.compile(
    r"(?:§\s?(?P<sign>\d{1,3})(?:\s?[.º°]{1,2}|o)?(?:\s?[-–—])?(?=\s|$)"
    r"|(?P<sole>[Pp]ar[áa]grafo\s[úu]nico)\s?[.:º–—-]{1,3}(?=\s|$)"
    r"|(?P<open>\()?(?P<value>\d{1,3}|[ivxlc]{1,7}|[IVXLC]{1,7}|[a-zñ]|[A-ZÑ])"
    r"(?:\)|\s{0,2}[.º°ª]{1,2}(?!\d)(?:\s?[-–—])?|\s[-–—](?=\s)|\.-)(?![,;.)\d]))\s*"
)
#: The style of numbers with the sign of a paragraph, and how the only one of an article is called.
SIGNED, SOLE = "§", "unico"
TERMINAL = frozenset(".;:?!…»”\"'")
#: A line that ends in one of these is not over: what follows is no mark and no heading. But after "; and" comes the
#: next item of a list.
CUT_SHORT = re.compile(
    r"(?:[,(“«]|(?<![;,]\s)(?<!\w)(?:and|e|o|or|y)|(?<!\w)(?:a|al|apartados?|apart\.|arts?\.|art[ií]culos?|articles?|con"
    r"|de|del|el|en|for|in|inciso|incisos|las?|letras?|literal|literales|los?|n|n\.|n[uú]m\.|no\.|n[uú]meros?|numeral"
    r"|numerales|of|paragraphs?|paras?\.|para|p[aá]rrafos?|por|presente|que|section|seg[uú]n|subparagraph|sus?|the|their"
    r"|this|to|u|una?|under|with))$",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\n]*\)")
_STARS = re.compile(r"\*+")


class Mark(Struct, frozen=True):
    """A numbered part's beginning in a composed text: its place, its printed number, and how deep it stands."""

    start: int
    num: str
    numeric: bool
    depth: int


class Composed(Struct, frozen=True):
    """Lines made into paragraphs, with the marks found at their beginnings."""

    text: str
    marks: tuple[Mark, ...]


def tidy(text: str) -> str:
    """The text with plain single spaces and without invisible characters."""
    return " ".join((text if text.isascii() else _INVISIBLE.sub("", text)).split())


def plain(line: str) -> tuple[str, int]:
    """A line of Markdown without links and emphasis, and how much of its beginning was emphasised."""
    text = _LINK.sub(r"\1", line)
    if "*" not in text:
        return tidy(text), 0
    pieces: list[str] = []
    lead = -1  # how many pieces the emphasised beginning has, once it is over
    strong, at = False, 0
    for stars in _STARS.finditer(text):
        lead = _add(pieces, text[at : stars.start()], strong, lead)
        at = stars.end()
        if text[at : at + 1].isalnum() and pieces[-1][-1:].isalnum():
            pieces.append(" ")
        strong ^= len(stars[0]) < 4  # four stars close one emphasis and open the next
    lead = _add(pieces, text[at:], strong, lead)
    return tidy("".join(pieces)), len(tidy("".join(pieces[: lead if lead >= 0 else len(pieces)])))


def _add(pieces: list[str], piece: str, strong: bool, lead: int) -> int:
    """Add a piece; the emphasised beginning ends at the first words that are not emphasised."""
    pieces.append(piece)
    return len(pieces) - 1 if lead < 0 and not strong and piece.strip(" -–—.:,º°") else lead


def cut_short(line: str) -> bool:
    """Whether a line ends in the middle of a phrase, so that the next one cannot begin anything."""
    ending = line[-20:]
    return bool(CUT_SHORT.search(ending, ending.rfind(" ") + 1))  # the last word is enough


def wrap_width(lines: list[str]) -> int:
    """The width a text was wrapped at, or 0 where a line is a paragraph."""
    pairs = [(first, second) for first, second in pairwise(lines) if first and second]
    run_on = sum(
        second[0].islower() and not MARK.match(second) and first[-1] not in TERMINAL for first, second in pairs
    )
    if len(pairs) < 4 or run_on < 0.15 * len(pairs):
        return 0
    return int(quantiles([len(line) for line in lines if line], n=10)[-1])


def compose(lines: Iterable[str], width: int = 0) -> Composed:
    """Paragraphs from lines; a mark opens one where it continues or begins a list."""
    pieces: list[str] = []  # lines, each after the newline or space that joins it to the text before
    marks: list[Mark] = []
    sequence = Sequence()
    last, size = "", 0
    for line in lines:
        if not line:
            continue
        found = () if cut_short(last) else tuple(sequence.marks(line, first=not last))
        joint = "" if not last else "\n" if found or not _continues(last, line, width) else " "
        if joint == " " and last[-1] == "-" and line[0].islower():
            joint = ""
        size += len(joint)
        if found and found[0].num == "2" and found[0].numeric and not marks:
            marks.append(Mark(0, "1", True, 0))
        marks.extend(Mark(size + mark.start, mark.num, mark.numeric, mark.depth) for mark in found)
        if found:
            line = _spaced(line, found[-1].start)
        pieces += (joint, line)
        last, size = line, size + len(line)
    return Composed("".join(pieces), tuple(marks))


def _spaced(line: str, start: int) -> str:
    """The line with a space after its last mark, where a web page lost it: "21.That" is "21. That"."""
    match = MARK.match(line, start)
    glued = match and match.end() < len(line) and not line[match.end() - 1].isspace()
    return f"{line[: match.end()]} {line[match.end() :]}" if match and glued else line


def _continues(last: str, line: str, width: int) -> bool:
    """Whether a line is the rest of the paragraph that the last one belongs to."""
    if line[0].islower() or (cut_short(last) and last[-1] != ","):
        return True
    if not width:
        return False
    # A sentence that ends where the next word would have fitted ends a paragraph. A comma hardly ever does, and a page
    # is not set to the letter. (Measured against the English text of a constitution, paragraph by paragraph.)
    room = len(last) + 1 + len(line.partition(" ")[0])
    return room > width if last[-1] in TERMINAL else room > 0.85 * width if last[-1] == "," else True


class Sequence:
    """The lists that are open at a line: `2.` continues one, `a)` begins another inside it."""

    def __init__(self) -> None:
        """No list is open."""
        self._levels: list[tuple[str, int]] = []

    def marks(self, line: str, first: bool = False) -> Iterator[Mark]:
        """The marks a line begins with that continue or begin a list: none, one, or two as in `3. a)`."""
        at = 0
        for _ in range(2):
            match = MARK.match(line, at)
            if not match or (depth := self._place(match, first)) is None:
                return
            num = match["value"] or match["sign"] or SOLE
            yield Mark(at, num, num.isdigit() or num == SOLE, depth)
            at = match.end()

    def _place(self, match: re.Match[str], first: bool) -> int | None:
        if not match["value"]:
            return self._beside(int(match["sign"] or 1))
        readings = list(_readings(match["value"], bool(match["open"])))
        for same in (str.__eq__, _alike):  # "i)" may be followed by "(ii)"
            for depth in range(len(self._levels) - 1, -1, -1):
                style, last = self._levels[depth]
                for reading, value in readings:
                    # Spanish alphabets count ch, ll and ñ or do not: one letter may be missing.
                    if same(reading, style) and (value == last + 1 or (value == last + 2 and "letter" in style)):
                        self._levels[depth:] = [(style, value)]
                        return depth
        for style, value in readings:
            # A text may have lost its first number, and begin to count at the second paragraph.
            begins = value == 1 or (value == 2 and style == "number" and not first and not self._levels)
            if begins and len(self._levels) < 4:
                known = [depth for depth, (other, _) in enumerate(self._levels) if other == style]
                depth = known[0] if known else len(self._levels)
                self._levels[depth:] = [(style, value)]
                return depth
        return None

    def _beside(self, value: int) -> int | None:
        """A paragraph with its sign: it goes on from the last one, or begins beside what stands before it."""
        last = self._levels[0][1] if self._levels and self._levels[0][0] == SIGNED else 0
        if value != last + 1:
            return None
        self._levels[:] = [(SIGNED, value)]
        return 0


def _alike(one: str, other: str) -> bool:
    return one.lstrip("(") == other.lstrip("(")


def _readings(value: str, opened: bool) -> Iterator[tuple[str, int]]:
    style = "(" if opened else ""
    if value.isdigit():
        yield style + "number", int(value)
        return
    case = "upper" if value.isupper() else "lower"
    if len(value) == 1:
        yield f"{style}{case} letter", "abcdefghijklmnñopqrstuvwxyz".index(value.lower()) + 1
    number = roman(value)
    if number:
        yield f"{style}{case} roman", number


def anchors_of(eid: str, composed: Composed, number: str = "para") -> tuple[Anchor, ...]:
    """The anchors of a passage: `art_9__para_1` for its numbers (`num` in a constitution), `__point_a` for letters."""
    path: list[str] = []
    taken: set[str] = {eid}
    found: list[Anchor] = []
    for mark in composed.marks:
        del path[mark.depth :]
        prefix = number if mark.numeric and not path else "point"
        name = unique("__".join((eid, *path, f"{prefix}_{slug(mark.num)}")), taken)
        path.append(name.rpartition("__")[2])
        found.append(Anchor(name, mark.num, mark.start))
    return tuple(found)


def slug(num: str) -> str:
    """A number as it stands in an eId."""
    return num.lower().replace("ñ", "nn")
