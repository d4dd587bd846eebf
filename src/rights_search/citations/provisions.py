"""The numbers after “articles”: lists, ranges, paragraphs and letters, in the ways lawyers write them.

    8.1 y 25.1    2, 10, 11 y 14    6 a 27    14 (3) (d)    12, paragraph 2 (c)    66 numeral 3 literal a)    I y XI

A scanner, not one pattern: each step matches at a place and moves on, so that it takes time in proportion to the text.
"""

import re

from msgspec import Struct

#: A list longer than this is not one of provisions.
MOST = 30

NUMBER = re.compile(r"(\d{1,3})(?![\d/]|\.\d{3})(?:\s?(bis|ter|quater)(?!\w))?[º°ª]?")
#: Roman numerals as the American Declaration has them; only capitals, so told in the original text.
ROMAN = re.compile(r"([IVX]{1,7})(?!\w)")
#: “8.1”, “23.1.c”, and “8. 1 de la”, as texts taken from a PDF have it.
DOTTED = re.compile(r"\.(?:(\d{1,2}|[a-z])(?![a-z\d])|\s(\d{1,2})(?=\s+del?\s))")
BRACKETED = re.compile(r"\s?\(\s?(\d{1,2}|[a-z]|i{1,3}|iv|vi{0,3})\s?\)")
#: UN Spanish: “20 1)”, “2 d)”; a letter may stand close, “66a)”.
HALF_BRACKETED = re.compile(r"(?:\s(\d{1,2})|\s?([a-z]))\)")
WORD = re.compile(
    r"[,;]?\s*(?:en\s+(?:sus?|los?|el|las?)\s+)?"
    r"(?P<word>numeral(?:es)?|num\.|numero|parrafos?|parr\.|paragraphs?|paras?\.|par\.|§{1,2}|apartados?|incisos?|inc\."
    r"|literal(?:es)?|lit\.|letras?|sub-?paragraphs?|points?|alineas?)\s*"
)
PART = re.compile(r"[(\"“']?(\d{1,2}|[a-z])(?![a-z\d])[)\"”'.]?(?:\s?\(([a-z])\))?")
#: “article 2, paragraph 3 of article 14”: the paragraph is the next article's.
OF_ANOTHER = re.compile(r"\s+(?:del?|of)\s+(?:los\s+|the\s+)?art")
AND_PART = re.compile(r"\s*,?\s*(?:,|\by\b|\be\b|\bo\b|\band\b|\bor\b)\s*")
TO_PART = re.compile(r"\s*(?:-|–|\ba\b|\bal\b|\bto\b)\s*(?=[(\"“']?(?:\d|[a-z][)\"”']))")
AND = re.compile(
    r"\s*[,;]?\s*(?:[,;]|\b(?:y|e|o|u|and|or|et|ou)\b)\s*(?:(?:el|los|the)\s+)?(?:(?:articulos?|articles?|arts?\.)\s+)?"
)
TO = re.compile(r"\s*(?:[-–]|\b(?:a|al|to|through|au)\b)\s*")
#: A heading in brackets between the number and what follows: “8 (Garantías Judiciales) y 25”.
RUBRIC = re.compile(r"\s*\((?!\s?(?:\d|[a-z]\s?\)))[^()\d]{3,90}\)")
#: After a number that does not belong to the list: “artículo 8, 15 personas”, “article 6, 10 December”.
NOT_LISTED = re.compile(
    r"\s*(?:%|(?:de\s+)?(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|jan|apr|aug|dec)[a-z]*\b"
    r"|(?:anos?|dias?|meses|personas?|years?|days?|months?|persons?|people|por\s+ciento|per\s?cent|mil|million)\b)"
)
GOES_ON = re.compile(
    r"\s*(?:[.,;:()\]”\"'–-]|$|(?:de|del|of|y|e|o|u|and|or|a|al|to|en|in|ambos|both|et|numeral|parr|par|lit|inc)\b)"
)


class Provision(Struct, frozen=True):
    """A provision as its numbers (`("8", "2", "g")`), printed at `text[start:end]`."""

    path: tuple[str, ...]
    start: int
    end: int


class _Item(Struct):
    """One article of a list with what it is divided into."""

    paths: list[tuple[str, ...]]
    start: int
    end: int
    through: bool = False  #: the end of a range: “6 a 8”


def scan(text: str, folded: str, at: int, plural: bool) -> tuple[list[Provision], int]:
    """The provisions listed from `at` on, and where the list ends; none where no number stands there.

    `plural`: the list follows “articles”, so that further numbers are expected.
    """
    items: list[_Item] = []
    end = at
    through = False
    while len(items) < MOST:
        item = _item(text, folded, end, bool(items), plural)
        if item is None:
            break
        item.through = through
        items.append(item)
        closed = item.end
        rubric = RUBRIC.match(folded, closed)
        end = rubric.end() if rubric else closed
        step = TO.match(folded, end) if item.paths[0][-1].isdigit() and not rubric else None
        through = bool(step)
        step = step or AND.match(folded, end)
        if not step or step.end() == end:
            break
        end = step.end()
    return list(_expanded(items)), items[-1].end if items else at


def _item(text: str, folded: str, at: int, further: bool, plural: bool) -> _Item | None:
    number = NUMBER.match(folded, at)
    if number and further and (NOT_LISTED.match(folded, number.end()) or (not plural and not _fits(folded, number))):
        return None
    roman = None if number else ROMAN.match(text, at)
    start = number or roman
    if start is None:
        return None
    first = start[1] + (number[2] or "") if number else str(_arabic(start[1]))
    paths, end = _divided(folded, [(first,)], start.end())
    return _Item(paths, start.start(), end)


def _fits(folded: str, number: re.Match[str]) -> bool:
    """Whether a further number after “article” belongs to it: it is divided, or what follows goes on with a list."""
    end = number.end()
    return bool(DOTTED.match(folded, end) or BRACKETED.match(folded, end) or GOES_ON.match(folded, end))


def _divided(folded: str, paths: list[tuple[str, ...]], at: int) -> tuple[list[tuple[str, ...]], int]:
    """The paths with the paragraphs and letters that follow."""
    while len(paths[0]) < 5:
        if found := DOTTED.match(folded, at):
            values, at = [_value(found)], _closed(folded, found)
        elif found := BRACKETED.match(folded, at):
            values, at = _more(folded, BRACKETED, found)
        elif found := HALF_BRACKETED.match(folded, at):
            values, at = _more(folded, HALF_BRACKETED, found)
        elif (word := WORD.match(folded, at)) and (found := PART.match(folded, word.end())):
            values, end = _parts(folded, found, plural=word["word"].endswith("s"))
            if OF_ANOTHER.match(folded, end):
                break
            at = end
        else:
            break
        paths = [(*path, *value.split(".")) for path in paths for value in values][:MOST]
    return paths, at


def _closed(folded: str, found: re.Match[str]) -> int:
    """Where “8.2.b)” ends: behind its bracket, unless that closes one opened before, as in “(art. 8.2.b)”."""
    end = found.end()
    if not folded.startswith(")", end) or found[0][-1].isdigit():
        return end
    before = folded[max(0, end - 200) : end]
    return end if before.count("(") > before.count(")") else end + 1


def _more(folded: str, form: re.Pattern[str], first: re.Match[str]) -> tuple[list[str], int]:
    """Alternatives in brackets of one kind: “(1) and (2)”, “a), b) y d)”, “(a) to (c)”."""
    values, end = [_value(first)], first.end()
    while len(values) < MOST:
        step = TO_PART.match(folded, end) or AND_PART.match(folded, end)
        # One space belongs to the form itself, which the conjunction has taken.
        following = step and form.match(folded, step.end() - 1 if folded[step.end() - 1].isspace() else step.end())
        if not step or not following or _value(following).isdigit() != values[0].isdigit():
            break
        through = bool(TO_PART.match(folded, end))
        values.extend(_range(values[-1], _value(following)) if through else [_value(following)])
        end = following.end()
    return values, end


def _parts(folded: str, first: re.Match[str], plural: bool) -> tuple[list[str], int]:
    """What follows “paragraph” or “literal”: one, or a list after the plural."""
    values, end = [_value(first)], first.end()
    while plural and len(values) < MOST:
        through = TO_PART.match(folded, end)
        step = through or AND_PART.match(folded, end)
        following = step and PART.match(folded, step.end())
        if not step or not following or following[1].isdigit() != first[1].isdigit():
            break
        if not following[1].isdigit() and following[0] == following[1]:
            break  # a bare letter after “y” is a word
        values.extend(_range(values[-1], _value(following)) if through else [_value(following)])
        end = following.end()
    return values, end


def _value(found: re.Match[str]) -> str:
    return ".".join(group for group in found.groups() if group)


def _range(first: str, last: str) -> list[str]:
    """What follows `first` up to `last`: 3 and 4 for “2 to 4”, b and c for “a to c”."""
    if first.isdigit() and last.isdigit() and int(first) < int(last) <= int(first) + MOST:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1 and first.isalpha() and first < last:
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    return [last]


def _expanded(items: list[_Item]) -> list[Provision]:
    """One provision for each path; those of a range share the words that print it."""
    found: list[Provision] = []
    for before, item in zip([None, *items], items, strict=False):
        if item.through and before is not None:
            between = _range(before.paths[-1][0], item.paths[0][0])[:-1]
            opened = [place for place, known in enumerate(found) if known.start == before.start]
            for place in opened:
                found[place] = Provision(found[place].path, before.start, item.end)
            found.extend(Provision((number,), before.start, item.end) for number in between)
            found.extend(Provision(path, before.start, item.end) for path in item.paths)
        else:
            found.extend(Provision(path, item.start, item.end) for path in item.paths)
    return found


def _arabic(roman: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
