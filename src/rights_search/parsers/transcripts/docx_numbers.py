"""The numbers that Word writes before paragraphs and that stand nowhere in their text: lists and their levels.

ECMA-376, part 1, 17.9: a paragraph names a numbering and a level, itself or by its style; the numbering's levels say
how the counters look ("%1.%2.").
"""

from collections import defaultdict

from lxml import etree
from msgspec import Struct

from rights_search.parsers.transcripts.xml import W, attribute

#: More levels than Word has are a damaged file.
LEVELS = 9
#: A style based on a style based on … itself ends here.
DEEPEST = 20
#: Word itself prints no more of a label, and no letter oftener: the 781st of a list is no longer “aaa…”.
LONGEST_LABEL, MOST_LETTERS = 255, 30
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class _Level(Struct):
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts: bool = True


class _Style(Struct):
    name: str = ""
    based_on: str = ""
    numbering: str = ""
    level: int = 0
    outline: int = 9  #: 0 to 8 for a heading, 9 for text


class Numbers:
    """Counts the numbered paragraphs of one document, in their order."""

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        """Read the styles and the numberings; either may be absent."""
        self._styles = _styles(styles)
        self._levels, self._overrides, self._abstract = _numberings(numbering)
        self._counters: dict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)

    def heading(self, properties: etree._Element | None) -> int:
        """The level of a heading, from 1; 0 for text."""
        outline = _number(properties, "outlineLvl", -1) if properties is not None else -1
        if outline < 0:
            style = self._style(properties)
            seen = 0
            while style and style.outline == 9 and style.based_on and seen < DEEPEST:
                style, seen = self._styles.get(style.based_on), seen + 1
            outline = style.outline if style else 9
        return outline + 1 if 0 <= outline < 9 else 0

    def label(self, properties: etree._Element | None) -> str:
        """What Word prints before this paragraph, or nothing; the counters move on."""
        numbering, level = self._numbered(properties)
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
            if known.get(deeper, _Level()).restarts:
                counters[deeper] = None
        return _printed(own, known, counters)

    def _numbered(self, properties: etree._Element | None) -> tuple[str, int]:
        own = properties.find(f"{W}numPr") if properties is not None else None
        style = self._style(properties)
        numbering, level = "", 0
        seen = 0
        while style and seen < DEEPEST:
            if style.numbering:
                numbering, level = style.numbering, style.level
                break
            style, seen = self._styles.get(style.based_on), seen + 1
        if own is not None:
            named = own.find(f"{W}numId")
            numbering = attribute(named, "val") if named is not None else numbering
            level = _number(own, "ilvl", level)
        return numbering, level

    def _style(self, properties: etree._Element | None) -> _Style | None:
        named = properties.find(f"{W}pStyle") if properties is not None else None
        return self._styles.get(attribute(named, "val")) if named is not None else None


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for style in root.iterfind(f"{W}style") if root is not None else ():
        properties = style.find(f"{W}pPr")
        name, based = style.find(f"{W}name"), style.find(f"{W}basedOn")
        row = _Style(
            name=attribute(name, "val") if name is not None else "",
            based_on=attribute(based, "val") if based is not None else "",
        )
        if properties is not None:
            row.outline = _number(properties, "outlineLvl", 9)
            own = properties.find(f"{W}numPr")
            if own is not None:
                named = own.find(f"{W}numId")
                row.numbering = attribute(named, "val") if named is not None else ""
                row.level = _number(own, "ilvl", 0)
        found[attribute(style, "styleId")] = row
    return found


def _numberings(
    root: etree._Element | None,
) -> tuple[dict[str, dict[int, _Level]], dict[tuple[str, int], _Level], dict[str, str]]:
    """The levels of each abstract numbering, what single numberings change, and which abstract one each follows."""
    levels: dict[str, dict[int, _Level]] = {}
    overrides: dict[tuple[str, int], _Level] = {}
    abstract: dict[str, str] = {}
    if root is None:
        return levels, overrides, abstract
    for element in root.iterfind(f"{W}abstractNum"):
        name = attribute(element, "abstractNumId")
        levels[name] = {_int(attribute(lvl, "ilvl")): _level(lvl) for lvl in element.iterfind(f"{W}lvl")}
    for element in root.iterfind(f"{W}num"):
        name = attribute(element, "numId")
        named = element.find(f"{W}abstractNumId")
        abstract[name] = attribute(named, "val") if named is not None else ""
        for override in element.iterfind(f"{W}lvlOverride"):
            place = _int(attribute(override, "ilvl"))
            own = override.find(f"{W}lvl")
            base = levels.get(abstract[name], {}).get(place, _Level())
            changed = _level(own) if own is not None else _Level(base.start, base.form, base.text, base.restarts)
            changed.start = _number(override, "startOverride", changed.start)
            overrides[name, place] = changed
            # A numbering that begins anew counts for itself, not with the others of its abstract one.
            if override.find(f"{W}startOverride") is not None and abstract[name] in levels:
                own_name = f"{abstract[name]}/{name}"
                levels[own_name] = levels[abstract[name]]
                abstract[name] = own_name
    return levels, overrides, abstract


def _level(element: etree._Element) -> _Level:
    form, text = element.find(f"{W}numFmt"), element.find(f"{W}lvlText")
    return _Level(
        start=_number(element, "start", 1),
        form=attribute(form, "val") if form is not None else "decimal",
        text=attribute(text, "val")[:LONGEST_LABEL] if text is not None else "",
        restarts=_number(element, "lvlRestart", 1) != 0,
    )


def _printed(own: _Level, known: dict[int, _Level], counters: list[int | None]) -> str:
    if own.form in ("bullet", "none") or not own.text:
        return ""
    text = own.text
    for place in range(LEVELS):
        form = own.form if known.get(place) is own else known.get(place, _Level()).form
        count = counters[place]
        written = _in_form(known.get(place, _Level()).start if count is None else count, form)
        text = text.replace(f"%{place + 1}", written)
    return text.strip()[:LONGEST_LABEL]


def _in_form(count: int, form: str) -> str:
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


def _number(parent: etree._Element, name: str, default: int) -> int:
    element = parent.find(f"{W}{name}")
    return _int(attribute(element, "val"), default) if element is not None else default


def _int(text: str, default: int = 0) -> int:
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 10 else default
