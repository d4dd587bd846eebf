"""The numbers after “articles”: lists, ranges, paragraphs and letters, in the ways lawyers write them.

    8.1 y 25.1    2, 10, 11 y 14    6 a 27    14 (3) (d)    12, paragraph 2 (c)    66 numeral 3 literal a)    I y XI

A scanner, not one pattern: each step matches at a place and moves on, so that it takes time in proportion to the text.
"""

import re

from msgspec import Struct

from rights_search.citations.divisions import divided, sectioned
from rights_search.citations.members import Provision
from rights_search.citations.phrases import AND_OR
from rights_search.citations.ranges import MOST, through
from rights_search.citations.roman_points import POINTS
from rights_search.citations.spaces import compiled

NUMBER = compiled(
    r"(\d{1,4})(?!\d|\.\d{3}|/(?![a-z](?!\w)))(?:/[a-z](?!\w)|-[a-z](?=\s(?:de|del|of)\s))?(?:er(?!\w)|o(?!\w)\.?(?!\d))?(?:\s?(bis|ter|quater)(?!\w)|(?P<section>[a-f])(?=\s?\(\s?(?:\d|[a-z]\s?\))|\s+(?:of|de|del)\s))?(?:\.?[º°ª](?:\.(?=\s?[,;]))?)?"
)
#: The sections of article 1 of the convention on refugees and of article 4 of that on prisoners of war, with a space:
#: “1 A (2)”, “1 F of”, “1, sección C”, “4 (A) (2)”, “4, A. 1, 2 y 6”.
SECTIONED = ("1", "4")
SECTION = re.compile(
    r"(?:\s\(([A-F])\)(?=\s?\(\d)|(?:\s|,\s)([A-F])[.,]?(?=\s[1-9](?![\d-]))|(?:\s|,\s(?=[A-F]\s?\()|,\s[Ss]ecci[oó]n\s|,\s[Ss]ection\s)([A-F])(?=\s?\(|\s(?:of|de)\s|,\s(?:p[aá]rr|para|apart|inc)))"
)
#: Roman numerals as the American Declaration has them, told in the original text; small ones of one letter are letters.
ROMAN = compiled(r"([IVX]{1,7}|[ivx]{2,7})(?!\w)")
#: The first article, in French.
PREMIER = compiled(r"premier(?!\w)")
AND = compiled(
    r"(?:\)(?=[,;]\s\d))?(?:\.\s+(?=\d{1,2}\s+(?:y|and)\s+\d{1,3}(?:\.\d)?\s+(?:de|of)\s)|\s*,?\s*en\s+(?:relacion|conexion|concordancia)\s+con\s+(?:el|los)\s+(?=\d)|(?:\.(?=\s(?:y|and)\s\d|,\s\d))?\s*[,;]?\s*(?:[,;]|&|\b(?:"
    rf"{AND_OR}|y|e|o|u|ni|and|or|et|ou)(?![a-z)]))\s*(?:[\[(](?:\.{{3}}|…)[\])]\s*(?:(?:y|and)\s+)?)?"
    r"(?:(?:el|los|os|the)\s+)?)"
    r"(?P<word>(?:articulos?|articles?|artigos?|arts?\.)\s+)?"
)
TO = compiled(r"\s*(?:[-–]|\[a\]|\b(?:a|al|to|through|au)\b)\s*")
#: Words or a document in brackets between the number and what follows: “8 (Garantías Judiciales) y 25”.
#: Some UN texts have a full stop for the bracket that closes.
RUBRIC = compiled(
    r"\s*\((?:(?!\s?(?:\d|[a-z]\s?\)))[^()\d]{3,160}|[a-z]{1,6}/[\w./-]{3,40})(?:\)|\.(?=\s+(?:y|and)\s+\d))"
    # “21 on exercise and sport; 37-39 on contact”
    r"|\s(?:on|sobre)\s[^;:.()\d]{3,80}(?=;\s(?:(?:and|y)\s)?\d)"
)
#: “197 inciso segundo y 198”: a part that has no number to resolve.
COUNTED_PART = compiled(
    r",\s(?:comum|comun|commun)(?=,\s)|,?\s+incisos?\s+(?:primero|segundo|tercero|cuarto|quinto|sexto|septimo|octavo|unico|final|ultimo)(?=\s*(?:,|y|e)\s)"
)
#: After a number that does not belong to the list: “artículo 8, 15 personas”, “article 6, 10 December”.
NOT_LISTED = compiled(
    r"\s*(?:%|(?:de\s+)?(?:enero|ene|febrero|feb|marzo|mar|abril|abr|mayo|junio|jun|julio|jul|agosto|ago|septiembre|sept?"
    r"|octubre|oct|noviembre|nov|diciembre|dic|january|jan|february|march|april|apr|may|june|july|august|aug|september"
    r"|october|november|december|dec|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro)(?!\w)"
    r"|(?:anos?|dias?|meses|personas?|years?|days?|months?|persons?|people|por\s+ciento|per\s?cent|mil|million)\b)"
)
#: “en el artículo 5,\n1. Cada Estado”: a point of the text itself.
NEXT_POINT = re.compile(r"\n\d{1,2}[.)]\s+[A-ZÁÉÍÓÚ]")
GOES_ON = compiled(
    r"\s*(?:[.,;:()\]”\"'–-]|$|(?:de|del|du|des|do|da|of|y|e|o|u|and|or|a|al|to|en|in|ambos|both|et|por\s+l[ao]|thereof|numeral|parr|par|lit|inc)\b)"
)


#: “art. 8º, 2, h, da Convenção”; “29, b, da CADH”.
LETTER_OF_A_PAIR = compiled(r",\s([a-z])(?=,\sd[ao]\s)")
#: No article has more paragraphs than this, where only their order tells them from articles.
MOST_PARAGRAPHS = 9


class _Item(Struct):
    """One article of a list with what it is divided into."""

    provisions: list[Provision]
    through: bool = False  #: the end of a range: “6 a 8”

    @property
    def number(self) -> str:
        return self.provisions[0].path[0]

    @property
    def whole(self) -> bool:
        """Whether it is an article without parts, as the ends of a range are."""
        return len(self.provisions) == 1 and len(self.provisions[0].path) == 1

    @property
    def pointed(self) -> bool:
        """Whether it has points in Roman numbers."""
        return any(part in POINTS for one in self.provisions for part in one.path[1:2])

    @property
    def end(self) -> int:
        return self.provisions[-1].end


def scan(text: str, folded: str, at: int, plural: bool) -> tuple[list[Provision], int]:
    """The provisions listed from `at` on, and where the list ends; none where no number stands there.

    `plural`: the list follows “articles”, so that further numbers are expected.
    """
    items: list[_Item] = []
    begins = at
    through = False
    while len(items) < MOST:
        pointed = any(one.pointed for one in items)
        item = _item(text, folded, at, items[0].number if items else "", plural, alone=pointed or not plural)
        if item is None:
            break
        item.through = through
        _begin(item, begins)
        items.append(item)
        rubric = RUBRIC.match(folded, item.end) or COUNTED_PART.match(folded, item.end)
        at = rubric.end() if rubric else item.end
        step = TO.match(folded, at) if not rubric and item.provisions[-1].path[-1].isdigit() else None
        through = bool(step)
        step = step or AND.match(folded, at)
        if not step or step.end() == at:
            break
        # “Article 6 and Article 13”: the word belongs to the second as it does to the first.
        begins = at = step.end()
        if not through and step["word"]:
            begins = step.start("word")
            plural = plural or step["word"].rstrip().endswith(("s", "s."))
    items = _paired(items, folded, plural=plural)
    if len(items) == 1 and items[0].whole and (letter := LETTER_OF_A_PAIR.match(folded, items[0].end)):
        items = [_Item([Provision((items[0].number, letter[1]), items[0].provisions[0].start, letter.end())])]
    return _expanded(items), items[-1].end if items else at


def _paired(items: list[_Item], folded: str, *, plural: bool) -> list[_Item]:
    """Articles and their paragraphs, where a comma parts them: “94, 1, 145, 2 y 158, 2”, “(art. 198, 2)”."""
    if below := _paragraphs_of_one(items, folded, plural=plural):
        return below
    pairs = list(zip(items[::2], items[1::2], strict=False))
    several = plural and len(pairs) > 1
    end = items[-1].end if items else 0
    closed = folded.startswith((")", ", de ", ", da ", ", do "), end) or LETTER_OF_A_PAIR.match(folded, end)
    alone = not plural and len(pairs) == 1 and bool(closed)
    if len(items) % 2 or not (several or alone) or any(item.through for item in items):
        return items
    if not all(_are_paired(article, below, folded, alone=alone) for article, below in pairs):
        return items
    return [_Item([_pair(article, below, folded)]) for article, below in pairs]


def _paragraphs_of_one(items: list[_Item], folded: str, *, plural: bool) -> list[_Item]:
    """One article with paragraphs that bear no word: “artigo 6º, 1, “a”, e 2, da Convenção”; none for articles."""
    if (
        plural
        or len(items) < 3
        or not items[0].whole
        or not items[0].number.isdigit()
        or any(one.through for one in items)
    ):
        return []
    numbers = [one.number for one in items[1:]]
    low = all(number in "123456789" for number in numbers) and numbers == sorted(set(numbers))
    comma = folded[items[0].end : items[1].provisions[0].start].strip() == ","
    closed = folded.startswith((")", ", de ", ", da ", ", do "), items[-1].end)
    lettered = any(len(one.provisions[0].path) > 1 for one in items[1:])
    if not (low and comma and closed and lettered):
        return []
    article = items[0].provisions[0]
    parts = [
        Provision((article.path[0], *one.path), one.start, one.end) for item in items[1:] for one in item.provisions
    ]
    return [_Item([Provision(parts[0].path, article.start, parts[0].end), *parts[1:]])]


def _pair(article: _Item, below: _Item, folded: str) -> Provision:
    """The paragraph of the article, or the letter of it."""
    letter = LETTER_OF_A_PAIR.match(folded, below.end)
    path = (article.number, below.number, *((letter[1],) if letter else ()))
    return Provision(path, article.provisions[0].start, letter.end() if letter else below.end)


def _are_paired(article: _Item, below: _Item, folded: str, *, alone: bool) -> bool:
    """Whether the second number is a paragraph of the first: a comma parts them, and “y” only the pairs."""
    comma = folded[article.end : below.provisions[0].start].strip() == ","
    numbers = article.whole and below.whole and article.number.isdigit() and below.number.isdigit()
    most = MOST_PARAGRAPHS if alone else min(int(article.number) - 1, MOST_PARAGRAPHS) if numbers else 0
    return comma and numbers and int(below.number) <= most


def _begin(item: _Item, at: int) -> None:
    first = item.provisions[0].start
    item.provisions[:] = [
        Provision(provision.path, at, provision.end) if provision.start == first else provision
        for provision in item.provisions
    ]


def _item(text: str, folded: str, at: int, first: str, plural: bool, *, alone: bool) -> _Item | None:
    """The article at a place; `first` is the number the list began with, "" for the first one.

    `alone`: no other article is expected, or those before it have points in Roman numbers.
    """
    number = NUMBER.match(folded, at)
    if number and first and NEXT_POINT.match(text, at - 1):
        return None
    if number and first and (NOT_LISTED.match(folded, number.end()) or (not plural and not _fits(folded, number))):
        return None
    if number and len(number[1]) > 3 and first and len(first) < 4:
        return None  # a year
    roman = None if number else ROMAN.match(text, at)
    if premier := PREMIER.match(folded, at):
        return _Item(divided(folded, Provision(("1",), at, premier.end())))
    start = number or roman
    if start is None or (roman and first and roman[1].islower() and folded.startswith(")", roman.end())):
        return None  # “el artículo 9, o\niv) A los organismos”
    value = start[1] + (number[2] or "") if number else str(_arabic(start[1].upper()))
    if section := SECTION.match(text, start.end()) if number and value in SECTIONED else None:  # “1 A (2)”
        letter = (section[1] or section[2] or section[3]).lower()
        return _Item(sectioned(folded, Provision((value, letter), start.start(), section.end())))
    path = (value, number["section"]) if number and number["section"] else (value,)  # “1A(2)”
    return _Item(divided(folded, Provision(path, start.start(), start.end()), alone=alone))


def _fits(folded: str, number: re.Match[str]) -> bool:
    """Whether a further number after “article” belongs to it: it is divided, or what follows goes on with a list."""
    end = number.end()
    parts = divided(folded, Provision((number[1],), number.start(), end))
    return len(parts[0].path) > 1 or bool(GOES_ON.match(folded, end))


def _expanded(items: list[_Item]) -> list[Provision]:
    """The provisions of all; those of a range share the words that print it."""
    found: list[Provision] = []
    for item in items:
        first = item.provisions[0]
        if item.through and found and item.whole and len(found[-1].path) == 1:
            opened = found.pop()
            found.extend(Provision(path, opened.start, first.end) for path in _through(opened.path[0], item.number))
        elif item.through and found and len(item.provisions) == 1 and _same_article(found[-1], first):  # “7.1 to 7.6”
            opened = found.pop()
            ends = (opened.path[1], *through(opened.path[1], first.path[1]))
            found.extend(Provision((item.number, part), opened.start, first.end) for part in ends)
        else:
            found.extend(item.provisions)
    return found


def _same_article(one: Provision, other: Provision) -> bool:
    """Whether these are two paragraphs of one article."""
    return len(one.path) == len(other.path) == 2 and one.path[0] == other.path[0] and one.path[1].isdigit()


def _through(first: str, last: str) -> list[tuple[str, ...]]:
    """The articles from the first to the last; “article 10-2” is a paragraph, as French prints it."""
    if first.isdigit() and last.isdigit() and int(last) < int(first):
        return [(first, last)]
    return [(number,) for number in (first, *through(first, last))]


def all_between(ends: list[Provision]) -> list[Provision]:
    """Every article from one end to the other, where two articles are the ends: all stand where the two do."""
    if len(ends) != 2 or any(len(end.path) > 1 for end in ends):
        return ends
    first, last = ends
    return [Provision(path, first.start, last.end) for path in _through(first.path[0], last.path[0])]


def _arabic(roman: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
