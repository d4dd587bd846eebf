"""Judgments and opinions of the Inter-American Court: by Series and number, with the paragraphs pinned."""

import re
from collections.abc import Iterator

from rights_search.citations.context import Context
from rights_search.model import Citation, CitationKind

SERIES = re.compile(
    r"(?<!\w)serie[s]?\s+(?P<series>[ac])\s*,?\s*(?:n[oº°.u]{0,2}m?\.?\s*[oº°]?|#)?\s*(?P<number>\d{1,3})(?![\d/])"
)
OPINION = re.compile(r"(?<!\w)oc-(?P<number>\d{1,2})/\d{2}(?!\d)")
PARAGRAPHS = re.compile(
    r"\s*[,.;]?\s*(?:en\s+)?(?:los\s+)?(?P<word>parrafos?|parrs?\.?|pars?\.|paragraphs?|paras?\.)\s*(?=\d)"
)
OPERATIVE = re.compile(
    r"\s*[,.;]?\s*(?:y\s+|and\s+)?(?P<word>puntos?\s+resolutivos?|puntos?\s+dispositivos?|operative\s+paragraphs?)\s*(?:n[oº°]\.?\s*)?(?=\d)"
)
NUMBER = re.compile(r"(\d{1,3})(?![\d/])")
AND = re.compile(r"\s*(?:,|;|\by\b|\be\b|\band\b)\s*(?=\d)")
TO = re.compile(r"\s*(?:-|–|\ba\b|\bto\b)\s*(?=\d)")
#: The European Court had a Series A too, until 1996; the Inter-American one has about thirty opinions.
EUROPEAN = re.compile(r"tedh|t\.e\.d\.h|echr|ecthr|eur\.? court|cour eur|corte europea|tribunal europeo|european court")
LAST_OPINION = 40
MOST = 40


def find_judgments(text: str, folded: str, context: Context) -> Iterator[Citation]:
    """One citation for each paragraph or operative point pinned, else one for the judgment."""
    for found in SERIES.finditer(folded):
        number = int(found["number"])
        if found["series"] == "a" and _european(folded, found.start(), number, context):
            yield _citation(text, found.start(), found.end(), "")
        else:
            document = f"iacthr-{found['series']}-{number}"
            yield from _pinned(text, folded, found.start(), found.end(), document)
    for found in OPINION.finditer(folded):
        yield _citation(text, found.start(), found.end(), f"iacthr-a-{int(found['number'])}")


def _european(folded: str, start: int, number: int, context: Context) -> bool:
    return context.body == "ecthr" or number > LAST_OPINION or bool(EUROPEAN.search(folded, max(0, start - 160), start))


def _pinned(text: str, folded: str, start: int, end: int, document: str) -> Iterator[Citation]:
    """The paragraphs and operative points named behind the number; the first spans from the Series."""
    pins: list[tuple[str, int, int]] = []
    for prefix, opening in (("para", PARAGRAPHS), ("oper", OPERATIVE)):
        if opened := opening.match(folded, pins[-1][2] if pins else end):
            numbers = list(_numbers(folded, opened.end(), prefix))
            # A later group begins with its own word: “y punto resolutivo 3”.
            words = opened.start("word") if pins else opened.end()
            pins.extend((eid, words if at == opened.end() else at, ends) for eid, at, ends in numbers)
    if not pins:
        yield _citation(text, start, end, document)
    first = pins[0][1] if pins else 0
    for eid, begins, ends in pins:
        yield _citation(text, start if begins == first else begins, ends, f"{document}#{eid}")


def _numbers(folded: str, at: int, prefix: str) -> Iterator[tuple[str, int, int]]:
    """Each number listed, with where it stands; those of a range stand where the range does."""
    count = 0
    while count < MOST and (number := NUMBER.match(folded, at)):
        low, end = int(number[1]), number.end()
        high = low
        step = TO.match(folded, end)
        if step and (last := NUMBER.match(folded, step.end())):
            high, end = max(low, min(int(last[1]), low + MOST)), last.end()
        for value in range(low, high + 1):
            yield f"{prefix}_{value}", number.start(), end
        count += high - low + 1
        following = AND.match(folded, end)
        if not following:
            return
        at = following.end()


def _citation(text: str, start: int, end: int, target: str) -> Citation:
    return Citation(text[start:end], target, CitationKind.JUDGMENT, start, end)
