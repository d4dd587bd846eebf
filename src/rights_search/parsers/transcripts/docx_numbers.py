"""The numbers that Word writes before paragraphs and that stand nowhere in their text: lists and their levels.

ECMA-376, part 1, 17.9: a paragraph names a numbering and a level, itself or by its style; the numbering's levels say
how the counters look ("%1.%2.").
"""

from lxml import etree
from msgspec import Struct

from rights_search.parsers.transcripts.list_numbers import LONGEST_LABEL, Counting, Level
from rights_search.parsers.transcripts.xml import W, attribute

#: A style based on a style based on … itself ends here.
DEEPEST = 20


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
        self._counting = Counting(*_numberings(numbering))

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
        return self._counting.label(*self._numbered(properties))

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
) -> tuple[dict[str, dict[int, Level]], dict[tuple[str, int], Level], dict[str, str]]:
    """The levels of each abstract numbering, what single numberings change, and which abstract one each follows."""
    levels: dict[str, dict[int, Level]] = {}
    overrides: dict[tuple[str, int], Level] = {}
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
            base = levels.get(abstract[name], {}).get(place, Level())
            changed = _level(own) if own is not None else Level(base.start, base.form, base.text, base.restarts)
            changed.start = _number(override, "startOverride", changed.start)
            overrides[name, place] = changed
            # A numbering that begins anew counts for itself, not with the others of its abstract one.
            if override.find(f"{W}startOverride") is not None and abstract[name] in levels:
                own_name = f"{abstract[name]}/{name}"
                levels[own_name] = levels[abstract[name]]
                abstract[name] = own_name
    return levels, overrides, abstract


def _level(element: etree._Element) -> Level:
    form, text = element.find(f"{W}numFmt"), element.find(f"{W}lvlText")
    return Level(
        start=_number(element, "start", 1),
        form=attribute(form, "val") if form is not None else "decimal",
        text=attribute(text, "val")[:LONGEST_LABEL] if text is not None else "",
        restarts=_number(element, "lvlRestart", 1) != 0,
    )


def _number(parent: etree._Element, name: str, default: int) -> int:
    element = parent.find(f"{W}{name}")
    return _int(attribute(element, "val"), default) if element is not None else default


def _int(text: str, default: int = 0) -> int:
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 10 else default
