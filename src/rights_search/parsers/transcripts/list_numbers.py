"""How Word counts lists, whatever form its file has: levels, where they begin and begin anew, how a number looks."""

from collections import defaultdict

from msgspec import Struct

#: More levels than Word has are a damaged file.
LEVELS = 9
#: Word itself prints no more of a label, and no letter oftener: the 781st of a list is no longer “aaa…”.
LONGEST_LABEL, MOST_LETTERS = 255, 30
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class Level(Struct):
    """A level of a list: its first number, how numbers are written, and the label about them, as “%1.%2.”."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts: bool = True


class Counting:
    """Counts the numbered paragraphs of one document, in their order."""

    def __init__(
        self,
        levels: dict[str, dict[int, Level]],
        overrides: dict[tuple[str, int], Level],
        abstract: dict[str, str],
    ) -> None:
        """Take the levels of each abstract numbering, what single numberings change, and which one each follows."""
        self._levels, self._overrides, self._abstract = levels, overrides, abstract
        self._counters: dict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)

    def label(self, numbering: str, level: int) -> str:
        """What Word prints before a paragraph of this numbering and level, or nothing; the counters move on."""
        if not numbering or numbering == "0" or not 0 <= level < LEVELS:
            return ""
        abstract = self._abstract.get(numbering, "")
        known = self._levels.get(abstract, {})
        own = self._overrides.get((numbering, level)) or known.get(level)
        if own is None:
            return ""
        counters = self._counters[abstract or numbering]
        current = counters[level]
        counters[level] = own.start if current is None else current + 1
        for deeper in range(level + 1, LEVELS):
            if known.get(deeper, Level()).restarts:
                counters[deeper] = None
        return _printed(own, {**known, level: own}, counters)


def _printed(own: Level, known: dict[int, Level], counters: list[int | None]) -> str:
    if own.form in ("bullet", "none") or not own.text:
        return ""
    text = own.text
    for place in range(LEVELS):
        level = known.get(place, Level())
        count = counters[place]
        written = in_form(level.start if count is None else count, level.form)
        text = text.replace(f"%{place + 1}", written)
    return text.strip()[:LONGEST_LABEL]


def in_form(count: int, form: str) -> str:
    """A number as lists of this form write it: 2 is "b", "B", "ii", "II", "02" or "2"."""
    if form in ("lowerLetter", "upperLetter"):
        again = (count - 1) // 26 % MOST_LETTERS + 1
        letters = chr(ord("a") + (count - 1) % 26) * again if count > 0 else ""
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman if form == "upperRoman" else roman.lower()
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    made = ""
    for value, sign in ROMAN:
        made += sign * (count // value)
        count %= value
    return made
