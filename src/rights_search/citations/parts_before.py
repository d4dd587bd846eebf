"""Parts that stand before their article: “literal b) del numeral 2 del artículo 8”, “paragraph 1 of article 9”."""

import re
from collections.abc import Iterator

from rights_search.citations.members import Provision
from rights_search.citations.ordinals import COUNTED, counted
from rights_search.citations.ranges import MOST, through
from rights_search.citations.roman_points import POINTS, ROMAN_POINT
from rights_search.citations.spaces import compiled

#: How far before the keyword the first part may begin.
WINDOW = 120
LEVEL = compiled(
    r"(?<!\w)(?:literal(?:es)?|lits?\.|incisos?|incs?\.(?!\s+v\.)|apartados?|apart\.|letras?|parrafos?|parrs?\.|paragraf[oe]s?|numeral(?:es)?|nums?\.|"
    r"fraccion(?:es)?|(?<!\w{5}\s)n\.?\s?[º°]s?|n\.?os|(?<!lei\s)n\.(?=\s\d)|§{1,2}|nros?\.|items?|itens|let\.|lettres?|litt\.|sub-?alineas?|sous-alineas?|alineas?|(?<!et\s)als?\.|sub-?paragraphs?|paragraphe?s?|paras?\.|numeros?|clauses?(?=\s\(\d)|points?|puntos?(?=\s+[a-z]\))"
    # the sections of article 1 of the convention on refugees
    r"|seccion(?:es)?(?=\s+[a-f](?!\w))|sections?(?=\s+[a-f](?!\w)))(?![a-z])\s*(?=[(\d\"“]|[a-z]{1,7}(?!\w))"
)
#: “el párrafo segundo del artículo 21”, “the second paragraph of article 87”: counted in words.
IN_WORDS = compiled(rf"(?<!\w){COUNTED}(?!\w)")
VALUE = compiled(
    rf"[(\"“]?(\d{{1,2}}|{ROMAN_POINT}|[a-z])(?:(?<=\d)er)?(?![a-z\d])(?:\.?[º°](?!\w))?[)\]\"”.]?"
    rf"(?: ?\(?([a-z])\)(?: ?\(?({ROMAN_POINT})\))?|(?<=\d\.)([a-z])(?!\w)\.?)?"
)
#: On one line: the “b)” that begins the next one is a point of the text itself.
BETWEEN = compiled(r" ?, {0,3}(?:(?:y|e|and|et|o|or) {1,3})?| {1,3}(?:y|e|and|et|o|or) {1,3}")
#: “el presente párrafo y en …”, “su tenor literal o corriente”: a letter that is a word, where nothing brackets it.
ENDS_IN_A_WORD = compiled(r",? {1,3}[aeouy]$")
TO = compiled(r"\s*[-–]\s*|\s+(?:a|to|al)\s+")
LINK = compiled(
    r"(?:\s*,\s(?:respectively|respectivamente|in\s+fine))?(?:\s+do\s+caput)?\s*,?\s+"
    r"(?:de l'|d(?=(?:est|ess|aquel)[ea]\s)|du(?=dit\s)|(?:del?|of|do|dos|du|des)(?!\w|\s+no\s))"
    r"(?:\s*(?:los?|las?|the|seus?|sus?|its|ses|son)(?!\w))?\s*|\s*,\s+(?=art)"
)
#: “Le second paragraphe des articles 8 à 11”.
OF_ALL = compiled(r"(?:des|dos|de\s+los|of(?:\s+the)?)\s+$")
#: French courts name a paragraph by its number alone: “du 1 de l'article 3”.
BARE_NUMBER = compiled(r"(?<!\w)(?:du|le|au|aux|les|des)\s(\d{1,2})(?:\set\s(\d{1,2}))?\sde\s(?:l'|cet\s)$")
#: “(apartados B.4.1 y B.4.2)”: headings of the text itself.
OF_A_HEADING = compiled(r"\.?\d")
#: Enough to see at a glance that no part stands before.
LINKED = compiled(r"(?:(?:del?|of|do|dos|du|des|los|the|l'|\sd)|(?:parrafo|paragraph|inciso|numeral)\s\d{1,2},)\s*$")

Path = tuple[str, ...]


def with_parts_before(folded: str, keyword: int, listed: list[Provision]) -> tuple[int, list[Provision]]:
    """Where the citation begins, and its provisions with the parts that stand before the article."""
    window = max(0, keyword - WINDOW)
    if not LINKED.search(folded, max(0, keyword - 16), keyword):
        return keyword, listed
    first, *others = listed
    for level in LEVEL.finditer(folded, window, keyword):
        paths = _paths(folded, level, keyword)
        if paths and (len(first.path) == 1 or paths[0][0].isalpha()):
            named = [Provision((*first.path, *path), first.start, first.end) for path in paths]
            return level.start(), [*named[:MOST], *others]
    for words in IN_WORDS.finditer(folded, window, keyword):
        link = LINK.match(folded, words.end())
        if link and link.end() == keyword and len(first.path) == 1:
            return _counted(folded, words, listed, of_all=bool(OF_ALL.search(folded, words.end(), keyword)))
    if number := BARE_NUMBER.search(folded, window, keyword):
        numbers = filter(None, number.groups())
        return number.start(1), [*(Provision((*first.path, one), first.start, first.end) for one in numbers), *others]
    return keyword, listed


def _counted(
    folded: str, words: re.Match[str], listed: list[Provision], *, of_all: bool
) -> tuple[int, list[Provision]]:
    """The provisions with a paragraph that is counted in words, and its letters: “alínea c) do primeiro parágrafo”.

    `of_all`: of every article listed, “the second paragraph of articles 8 to 11”.
    """
    start = words.start()
    paths: list[Path] = [(counted(words),)]
    for level in LEVEL.finditer(folded, max(0, start - WINDOW), start):
        letters, end = _values(folded, level.end())
        link = LINK.match(folded, end) if letters else None
        if link and link.end() == start and letters[0][0].isalpha():
            start, paths = level.start(), [(*paths[0], *letter) for letter in letters]
            break
    several = listed if of_all and all(len(one.path) == 1 for one in listed) else listed[:1]
    parts = [Provision((*one.path, *path), one.start, one.end) for one in several for path in paths]
    return start, [*parts[:MOST], *listed[len(several) :]]


def parts_alone(folded: str) -> Iterator[tuple[int, int, list[Path]]]:
    """Parts that no article follows, with where they are printed: “the cases of sub-paragraphs (a) and (d)”."""
    done = 0
    for level in LEVEL.finditer(folded):
        if level.start() < done or folded.startswith("sec", level.start()):  # “see section D above”
            continue
        values, end = _values(folded, level.end())
        if word := ENDS_IN_A_WORD.search(folded, level.start(), end):
            values, end = values[:-1], word.start()
        if OF_A_HEADING.match(folded, end):
            continue
        if values and (link := LINK.match(folded, end)):
            values, end = _of_a_paragraph(folded, values, link.end())
        if values:
            yield level.start(), end, values
            done = end


def _of_a_paragraph(folded: str, letters: list[Path], at: int, deeper: bool = True) -> tuple[list[Path], int]:
    """Letters with what they are of, “los puntos d) y e) del apartado 1”; none where an article follows."""
    level = LEVEL.match(folded, at)
    values, end = _values(folded, level.end()) if level else ([], at)
    if len(values) != 1 or not letters[0][0].isalpha():
        return [], end
    if link := LINK.match(folded, end):  # “inciso ii) del apartado a) del párrafo 7”, and no deeper than that
        values, end = _of_a_paragraph(folded, values, link.end(), deeper=False) if deeper else ([], end)
    elif not values[0][0].isdigit():
        return [], end
    return [(*outer, *letter) for outer in values for letter in letters if letter[0].isalpha()], end


def _paths(folded: str, level: re.Match[str] | None, keyword: int) -> list[Path]:
    """What the levels from here on name, outermost number first; none where they do not lead up to the keyword."""
    if level is None:
        return []
    values, end = _values(folded, level.end())
    link = LINK.match(folded, end) if values else None
    if link is None:
        return []
    if link.end() == keyword:
        return values
    above = _paths(folded, LEVEL.match(folded, link.end()), keyword)
    return [(*outer, *value) for outer in above for value in values]


def _is_of_a_point(printed: str, value: Path, values: list[Path]) -> bool:
    """Whether a quoted letter is one of the Roman point before it."""
    quoted = printed[0] in '“"' and len(value) == 1 and value[0].isalpha()
    return quoted and bool(values) and len(values[-1]) == 1 and values[-1][0] in POINTS


def _values(folded: str, at: int) -> tuple[list[Path], int]:
    """The numbers or letters listed after a level, and where the list ends."""
    values: list[Path] = []
    while (found := VALUE.match(folded, at)) and len(values) < MOST:
        value = tuple(group for group in found.groups() if group)
        if _is_of_a_point(found[0], value, values):  # “III, XLVII, "e", XLVIII”
            values[-1] = (*values[-1], *value)
            value = ()
        # “paragraphs 1 (a), (c) and (d)”: the letters are of the paragraph before them, points of the letter
        points = bool(value and values) and value[0] in POINTS and values[-1][0] in POINTS
        if len(value) == 1 and value[0].isalpha() and values and len(values[-1]) > 1 and not points:
            value = (*values[-1][: 2 if len(values[-1]) > 2 and value[0] in POINTS else 1], *value)
        values += [value] if value else []
        at = found.end()
        if (to := TO.match(folded, at)) and (last := VALUE.match(folded, to.end())):
            values.extend((value,) for value in through(values[-1][0], last[1]))
            at = last.end()
        step = BETWEEN.match(folded, at)
        if not step or not VALUE.match(folded, step.end()):
            break
        at = step.end()
    return values, at
