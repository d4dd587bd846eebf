"""Judgments and opinions of the Inter-American Court: by Series and number, with the paragraphs pinned."""

from collections.abc import Iterator

from rights_search.citations.context import Context
from rights_search.citations.provisions import NOT_LISTED
from rights_search.citations.spaces import compiled
from rights_search.model import Citation, CitationKind

#: “Serie C No. 298”, “(Ser. C) No. 79”; a number without “No.” is one of the Court only where paragraphs follow.
SERIES = compiled(
    r"(?<!\w)ser(?:ies?|\.)\s+(?P<series>[ace])(?!\w)(?P<closed>\s?\))?\s*[,.]?\s*"
    r"(?P<no>n[oº°.u]{0,2}m?\.?\s*[oº°]?|#)?\s*(?P<number>\d{1,3})(?![\d/])"
)
OPINION = compiled(r"(?<!\w)oc(?:\s?-\s?|\s)?(?P<number>\d{1,2})/(?:\d{2}|\d{4})(?!\d)")
PARAGRAPHS = compiled(
    r"(?:\s+(?:et\s+seq|y\s+ss)\.?)?\s*[,.;]?\s*(?:en\s+)?(?:los\s+)?(?P<word>parrafos?|parrs?\.?|pars?\.|paragraf[oe]s?|paragraphes?|paragraphs?"
    r"|paras?\.?|§{1,2}|¶{1,2})\s*(?=\d)"
)
#: “, y puntos resolutivos 3 y 4”; not those of the next judgment, “y punto resolutivo 4 de la Sentencia …”.
OPERATIVE = compiled(
    r"\s*[,.;]?\s*(?:y\s+|and\s+|e\s+)?(?P<word>(?:puntos?|pontos?)\s+(?:resolutivos?|dispositivos?|declarativos?)|operative\s+paragraphs?)"
    r"\s*(?:n[oº°]\.?\s*)?(?=\d)"
)
#: Between the number of a paragraph or point and the judgment named behind it.
OF_JUDGMENT = compiled(
    r"\s+(?:de\s+la|of\s+the|da)\s+(?:mencionad[oa]\s+|citad[oa]\s+)?(?:sentencia|judgment|sentenca|opinion\s+consultiva)\s*,?\s*"
    r"(?:\(\s*)?$"
)
BEFORE = compiled(
    r"(?<!\w)(?:puntos?\s+resolutivos?|operative\s+paragraphs?|parrafos?|parrs?\.|paragraphs?|paras?\.)\s*(?=\d)"
)
OF_NEXT = compiled(r"\s+(?:de\s+la|of\s+the|da)\s+(?:mencionad[oa]\s+|citad[oa]\s+)?(?:sentenc|judgment)")
#: How far before the Series a paragraph of it may be named.
WINDOW = 80
NUMBER = compiled(r"(\d{1,3})(?![\d/])")
BELOW = compiled(r"\.(\d{1,2})(?!\d)")
AND = compiled(r"\s*(?:[,;]\s*(?:(?:y|e|et|and)\b\s*)?|\b(?:y|e|et|and)\b\s*)(?=\d)")
TO = compiled(r"\s*(?:-|–|\ba\b|\bto\b)\s*(?=\d)")
#: The European Court had a Series A too, until 1996; the Inter-American one has about thirty opinions.
EUROPEAN = compiled(r"tedh|t\.e\.d\.h|echr|ecthr|eur\.? court|cour eur|corte europea|tribunal europeo|european court")
LAST_OPINION = 40
VERSUS = compiled(r"\s(?:v|vs|c)\.\s")
ADVISORY = compiled(
    r"(?<!\w)(?:oc-?\s?\d|opinion(?:es)?\s+consultiva|advisory\s+opinion|parecer(?:es)?\s+consultivo|avis\s+consultatif)"
)
MOST = 40


def find_judgments(text: str, folded: str, context: Context) -> Iterator[Citation]:
    """One citation for each paragraph or operative point pinned, else one for the judgment."""
    for found in SERIES.finditer(folded):
        number = int(found["number"])
        start = found.start() - (1 if found["closed"] and folded.startswith("(", found.start() - 1) else 0)
        if found["series"] == "a" and _european(folded, found.start(), number, context):
            yield _citation(text, found.start(), found.end(), "")
        else:
            document = f"iacthr-{found['series']}-{number}"
            cited = list(pinned(text, folded, start, found.end(), document))
            if found["no"] or "#" in cited[0].target:
                yield from _with_parts_before(text, folded, cited, document)
    for found in OPINION.finditer(folded):
        yield from pinned(text, folded, found.start(), found.end(), f"iacthr-a-{int(found['number'])}")


def _with_parts_before(text: str, folded: str, cited: list[Citation], document: str) -> list[Citation]:
    """The citations, with a paragraph or point named before: “punto resolutivo 4 de la Sentencia Serie C …”."""
    start, end = cited[0].start, cited[0].end
    if "#" in cited[0].target or not OF_JUDGMENT.search(folded, max(0, start - 40), start):
        return cited
    for word in BEFORE.finditer(folded, max(0, start - WINDOW), start):
        numbers = list(_numbers(folded, word.end(), "oper" if word[0].startswith(("punto", "oper")) else "para"))
        if numbers and OF_JUDGMENT.fullmatch(folded, numbers[-1][2], start):
            places = [(word.start() if at == numbers[0][1] else at, ends) for _, at, ends in numbers]
            places[-1] = (places[-1][0], end)
            return [
                _citation(text, begins, ends, f"{document}#{eid}")
                for (eid, _, _), (begins, ends) in zip(numbers, places, strict=True)
            ]
    return cited


def _european(folded: str, start: int, number: int, context: Context) -> bool:
    """Whether a Series A is Strasbourg's: of a case between a person and a State, where no opinion is spoken of."""
    if context.body == "ecthr" or number > LAST_OPINION or EUROPEAN.search(folded, max(0, start - 160), start):
        return True
    case = VERSUS.search(folded, max(0, start - 120), start)
    return bool(case and not ADVISORY.search(folded, case.end(), start))


def pinned(
    text: str, folded: str, start: int, end: int, document: str, kind: CitationKind = CitationKind.JUDGMENT
) -> Iterator[Citation]:
    """The paragraphs and operative points named behind a document's name; the first spans from that name."""
    pins: list[tuple[str, int, int]] = []
    for prefix, opening in (("para", PARAGRAPHS), ("oper", OPERATIVE)):
        if opened := opening.match(folded, pins[-1][2] if pins else end):
            numbers = list(_numbers(folded, opened.end(), prefix, deep=kind is CitationKind.DOCUMENT))
            if numbers and pins and OF_NEXT.match(folded, numbers[-1][2]):
                break
            # A later group begins with its own word: “y punto resolutivo 3”.
            words = opened.start("word") if pins else opened.end()
            pins.extend((eid, words if at == opened.end() else at, ends) for eid, at, ends in numbers)
    if not pins:
        yield _citation(text, start, end, document, kind)
    first = pins[0][1] if pins else 0
    for eid, begins, ends in pins:
        yield _citation(text, start if begins == first else begins, ends, f"{document}#{eid}", kind)


def _numbers(folded: str, at: int, prefix: str, *, deep: bool = False) -> Iterator[tuple[str, int, int]]:
    """Each number listed, with where it stands; those of a range stand where the range does.

    `deep`: a committee's paragraphs are parted, “para. 8.3”; behind a court's, that would be the mark of a note.
    """
    count = 0
    while count < MOST and (number := NUMBER.match(folded, at)):
        if count and NOT_LISTED.match(folded, number.end()):  # “§ 179, 18 April 2006”
            return
        low, end = int(number[1]), number.end()
        high = low
        if below := BELOW.match(folded, end) if deep else None:
            end = below.end()
            yield f"{prefix}_{low}-{below[1]}", number.start(), end
            count += 1
        else:
            step = TO.match(folded, end)
            if step and (last := NUMBER.match(folded, step.end())):
                high, end = max(low, min(int(last[1]), low + MOST)), last.end()
            for value in range(low, high + 1):
                yield f"{prefix}_{value}", number.start(), end
            count += high - low + 1
        following = AND.match(folded, end) or (TO.match(folded, end) if below else None)
        if not following:
            return
        at = following.end()


def _citation(text: str, start: int, end: int, target: str, kind: CitationKind = CitationKind.JUDGMENT) -> Citation:
    return Citation(text[start:end], target, kind, start, end)
