"""The Geneva Conventions and their Protocols, which are told by their number and not by what they are about."""

from rights_search.citations.spaces import compiled

#: “the First Convention”, “the Third 1949 Geneva Convention”, in a text that speaks of them.
ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first primer primera premiere primeira i",
            "second segundo segunda deuxieme ii",
            "third tercer tercera troisieme terceira iii",
            "fourth cuarto cuarta quatrieme quarta iv",
        ),
        1,
    )
    for word in words.split()
}
NUMBERED = compiled(rf"(?<!\w)({'|'.join(ORDINALS)})\s+(?:(?:of\s+)?1949\s+)?(?:geneva\s+)?$")
CONVENTION = compiled(r"(?:convention|convenio|convencion|convencao)$")
#: “el Convenio III de Ginebra”.
NUMBER_BEHIND = compiled(r"\s+(i{1,3}|iv)(?!\w)")
SPOKEN_OF = compiled(r"(?<!\w)(?:geneva|geneve|ginebra|genebra)(?!\w)")
#: How far around the convention they may be spoken of.
AROUND = 600
#: “Protocol Additional to the Geneva Conventions … (Protocol II)”: the second is on conflicts within a State.
ADDITIONAL = compiled(
    r"\s+(?:additional|adicional)\s+(?:to\s+the|a\s+l[ao]s)\s+(?:geneva\s+conventions"
    r"|(?:convenios|convenciones)\s+de\s+ginebra)"
)
SECOND = compiled(r"non-?\s?international|(?:sin\s+caracter|no)\s+internacional|protocolo?\s+ii(?!\w)")
FIRST = compiled(r"international\s+armed|conflictos\s+armados\s+internacionales|protocolo?\s+i(?!\w)")
TITLE = 200


def of_geneva(folded: str, start: int, end: int, own: str) -> tuple[int, int, str] | None:
    """The bounds of the name whose noun stands at a place, and which of them it is; None where it is none.

    `own`: the treaty the text is of; their own texts speak of them without their name.
    """
    if CONVENTION.search(folded, start, end):
        if not own.startswith("geneva") and not SPOKEN_OF.search(folded, max(0, start - AROUND), end + AROUND):
            return None
        if number := NUMBERED.search(folded, max(0, start - 30), start):
            return number.start(), end, f"geneva-{ORDINALS[number[1]]}"
        number = NUMBER_BEHIND.match(folded, end)
        return (start, number.end(), f"geneva-{ORDINALS[number[1]]}") if number else None
    additional = ADDITIONAL.match(folded, end)
    if additional is None:
        return None
    bounds = (start, additional.end())
    title = (additional.end(), additional.end() + TITLE)
    if SECOND.search(folded, *title):
        return *bounds, "geneva-ap2"
    return (*bounds, "geneva-ap1") if FIRST.search(folded, *title) else None
