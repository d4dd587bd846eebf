"""General comments and recommendations by their number and committee, and resolutions by their number and organ."""

from collections.abc import Iterator

from rights_search.citations.cases import NO, committee
from rights_search.citations.context import Context
from rights_search.citations.courts import pinned
from rights_search.citations.spaces import compiled
from rights_search.errors import ParseError
from rights_search.model import Citation, CitationKind
from rights_search.model.symbols import DocumentSymbol

COMMENT = compiled(
    rf"(?<!\w)(?:(?P<comment>general\s+comments?|observaci(?:on|ones)\s+general(?:es)?|observations?\s+generales?|observac(?:ao|oes)\s+gera(?:l|is)"
    rf"|comentarios?\s+(?:geral|gerais|general(?:es)?))|(?P<recommendation>general\s+recommendations?"
    rf"|recomendaci(?:on|ones)\s+general(?:es)?|recommandations?\s+generales?|recomendac(?:ao|oes)\s+gera(?:l|is)))\s+{NO}?(?=\d)"
)
NUMBER = compiled(r"(\d{1,2})(?![\d/.]\d|\d)(?:\s?\((?:19|20)\d\d\))?")
AND = compiled(rf"\s*(?:,\s*(?:(?:and|y|et|e)\s+)?|(?:and|y|et|e)\s+){NO}?(?=\d)")
#: “… on adolescence and No. 4 (2003) on health”: behind what the one before is about.
FURTHER = compiled(
    r",?\s(?:on|concerning|relating|sobre|relativ[oa]s?|sur)\s[^.;:\n]{0,110}?"
    rf"\s(?:and|y|et|e)\s+{NO}(?=\d{{1,2}}\s?\((?:19|20)\d\d\))"
)
#: The committees whose comments are called recommendations.
RECOMMENDING = frozenset({"cedaw", "cerd"})

_ORGANS = {
    "A/RES": r"general\s+assembly|asamblea\s+general|assemblee\s+generale|assembleia\s+geral",
    "A/HRC/RES": r"human\s+rights\s+council|consejo\s+de\s+derechos\s+humanos|conseil\s+des\s+droits\s+de\s+l'homme",
    "S/RES": r"security\s+council|consejo\s+de\s+seguridad|conseil\s+de\s+securite|conselho\s+de\s+seguranca",
}
#: “In its resolution 6/29 of 14 December 2007, the Human Rights Council …”.
_BEHIND = r"(?:\s+(?:of|de)\s+[^.;,]{4,24})?,\s+(?:the|la|el|le)\s+"
_NUMBER = r"\d{1,4}(?:/\d{1,4})?(?![/\d])(?:\s?\((?:19|20)\d\d\))?"
_RESOLUTION = r"(?:its\s+|su\s+|sa\s+|ses\s+)?(?:resolutions?|resoluci(?:on|ones)|resoluc(?:ao|oes))"


def _organ(where: int) -> str:
    """The organs, each a group whose name says where it stands."""
    return "|".join(f"(?P<{name}{where}>{names})" for name, names in zip("abc", _ORGANS.values(), strict=True))


RESOLUTION = compiled(
    rf"(?<!\w)(?:(?:{_organ(1)})(?:'s)?,?\s+(?:in\s+|en\s+|dans\s+|na\s+)?)?{_RESOLUTION}\s+{NO}?"
    rf"(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s+(?:and|y|et|e)\s+){NO}?{_NUMBER}){{0,12}})"
    rf"(?:(?:,\s+(?:de|of)\s+\d{{1,2}}[^.;,]{{4,20}})?,?\s+(?:of\s+the|de\s+la|del|da|do|de\s+l'|du)\s*(?:{_organ(2)})|(?={_BEHIND}(?:{_organ(3)})))?"
)


ONE = compiled(r"(?<!\d)(\d{1,4}(?:/\d{1,4})?)(?![/\d])(?:\s?\(((?:19|20)\d\d)\))?")


def find_comments(text: str, folded: str, context: Context) -> Iterator[Citation]:
    """One citation for each comment that has a number, "" where nothing tells its committee."""
    if "genera" not in folded and "gera" not in folded:
        return
    for found in COMMENT.finditer(folded):
        start, number = found.start(), NUMBER.match(folded, found.end())
        while number:
            step = AND.match(folded, number.end()) or FURTHER.match(folded, number.end())
            following = NUMBER.match(folded, step.end()) if step else None
            body = committee(folded, found.start(), number.end(), context)
            fits = body and (body in RECOMMENDING) == bool(found["recommendation"])
            target = f"{body}-gc-{number[1]}" if fits else ""
            if target and following is None:
                yield from pinned(text, folded, start, number.end(), target, CitationKind.DOCUMENT)
            else:
                yield Citation(text[start : number.end()], target, CitationKind.DOCUMENT, start, number.end())
            number, start = following, following.start() if following else 0


def find_resolutions(text: str, folded: str) -> Iterator[Citation]:
    """The resolutions of the Assembly and the two Councils, by the symbol that their number makes."""
    if "resolu" not in folded:
        return
    for found in RESOLUTION.finditer(folded):
        groups = {name[0] for name, words in found.groupdict().items() if words}
        organ = next((organ for organ, name in zip(_ORGANS, "abc", strict=True) if name in groups), "")
        numbers = list(ONE.finditer(folded, *found.span("numbers"))) if organ else []
        for place, number in enumerate(numbers):
            start = number.start() if place else found.start()
            end = number.end() if place < len(numbers) - 1 else found.end()
            if symbol := _symbol(organ, number[1], number[2] or ""):
                yield Citation(text[start:end], symbol, CitationKind.DOCUMENT, start, end)


def _symbol(organ: str, number: str, year: str) -> str:
    """The id of the resolution: the Security Council's have a year, the others a session."""
    if not organ or ("/" in number) == (organ == "S/RES"):
        return ""
    try:
        return DocumentSymbol.parse(
            f"{organ}/{number} ({year})" if year and organ == "S/RES" else f"{organ}/{number}"
        ).id
    except ParseError:
        return ""
