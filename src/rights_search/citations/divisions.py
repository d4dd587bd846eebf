"""What an article is divided into, behind its number: paragraphs, numerals, letters and Roman points.

    8.2.b    14 (3) (d)    16 (1) (c) and (h)    12, paragraph 2 (c)    66 numerales 2 y 4    35 §§ 3 (a) and 4

Every member of such a list is a provision of its own, printed where it stands: 66.4 is the “4”. A range is one printed
thing: each of “(1) to (3)” stands where the whole does.
"""

import re

from msgspec import Struct

from rights_search.citations.ordinals import COUNTED, counted
from rights_search.citations.ranges import MOST, through
from rights_search.citations.roman_points import POINTS, ROMAN_POINT
from rights_search.citations.spaces import compiled

#: No provision has more numbers than this.
DEEPEST = 5

#: “8.1”, “23.1.c”, and “8. 1 de la”, as texts taken from a PDF have it. “31.36” is article 31 and the mark of a note.
DOTTED = compiled(rf"\.(?:([12]?\d|{ROMAN_POINT}|[a-z])(?![a-z\d])|\s(\d{{1,2}})(?=\s+del?\s))")
#: “8,2.c)”, a slip, and “69,3”, a habit: a lower number that a comma joins without a space.
JOINED = compiled(r",([1-9])(?![\d,])")
#: “(3)”, “(a)”, and “[a]”; but “5[3]” is an editor's 53.
BRACKETED = compiled(rf"(?:\s|\.(?=\())?\(\s?(\d{{1,2}}|{ROMAN_POINT}|[a-z])[.º°]?\s?\)|[\s.]\[([a-z])\](?!\s\d)")
#: “27 (2-3)”.
BOTH_IN_BRACKETS = compiled(r"\s?\(\s?(\d{1,2})\s?[-–]\s?(\d{1,2})\s?\)")
#: “1(1) (2)”: two paragraphs of one article.
BESIDE_IN_BRACKETS = compiled(r"\)\s\(\s?\d{1,2}\s?\)")
#: “16 (1), (c), (d) and (g)”.
LETTERS_BEHIND = compiled(r"(?<=\d\)),\s\(([a-z])\)(?=,?\s(?:(?:and|y)\s)?\([a-z]\))")
#: Brazil: “8º d,”. UN Spanish: “20 1)”, “2 d)”; a letter may stand close, “66a)”; some editors set “37 a.” in a list,
#: or “3, d)”.
HALF_BRACKETED = compiled(
    r"(?<=[\divx])\.\s([a-z])\)(?=\s*(?:[,;.)]|$|(?:del?|y|of|and)\s))|(?<=\d),\s([a-z])\)(?=\s*(?:[,;.)]|$|[ivx]{1,4}\)|(?:del?|y|of|and)\s))|(?<=[º°]),?\s([a-z])(?=\s*[,)]|\s[a-z]{3,8}\))"
    rf"|(?: (\d{{1,2}})| ?({ROMAN_POINT}|[a-z]))\)|\s?(?<=[\d\s])([a-z])\.(?=\s*(?:[,;)]|y\s+\d|a\s+[a-z]\.|de\s+la\s))"
)
WORD = compiled(
    r"\s*[,;]?\s*(?P<open>\()?(?:(?=[aeno])(?:en\s+(?:sus?|los?|el|las?)|n?[oa]s?|en\s+(?:son|ses)|em\s+seus?)\s+)?"
    r"(?=[aefilnops§])(?P<word>fraccion(?:es)?|numeral(?:es)?|nums?\.|numeros?|n[.]?\s?[°º]s?|n\.?os(?!\w)|n\.(?=\s\d)|nros?\.|paragraf[oe]s?|parrafos?|parrs?(?:\.|(?!\w))|paragraphes?|paragraphs?|paras?(?:\.|(?!\w))"
    r"|pars?\.|§{1,2}|apartados?|apdos?\.|incisos?|incs?\.|literal(?:es)?|lits?\.|let\.|letras?|lettres?|alineas?|als?\.|items?|itens|sub-?paragraphs?|sub-?paras?\.?(?!\w)"
    r"|points?|ordinal(?:es)?|sec(?:tions?|cion(?:es)?)(?=\s\d))\s*(?:n[o.º°]{1,3}\s?)?"
)
PART = compiled(
    rf"(?P<open>[(\"“'])?(?P<part>\d{{1,2}}|{ROMAN_POINT}|[a-z])(?:(?<=\d)(?:ro|do|er|to|vo|mo|no)\.?)?(?![a-z\d])(?:\.?[º°ª](?=\W)|(?(open)[)\"”'.]{{1,2}}))?(?:(?<=\d)\)(?=,?\s(?:y|e|and|o|del?|of)\s))?"
)
#: Brazil's points, in Roman numbers behind a comma, and their letters: “art. 37, XVI, da”, “art. 102, I, a”.
LISTED_POINT = compiled(rf"({ROMAN_POINT})(?=,\s|\s*[;)]|\.(?:\s|$)|\s(?:d[aoe]s?|e|a|c/c)\s)")
POINT = compiled(rf",\s{LISTED_POINT.pattern}")
#: “art. 13, n. 3, “a” a “c””.
QUOTED_LETTER = compiled(r",\s(?P<open>[“\"'])(?P<part>[a-z])[”\"']")
LETTER_OF_A_POINT = compiled(r",\s[“\"']?([a-z])[”\"']?(?=,\s|\s*[;)]|\.(?:\s|$)|(?<!\s[aeo])\s(?:d[aoe]s?|e)\s)")
#: “205, 206, I, e 207”: between articles in figures.
IN_A_LIST = compiled(rf",\s(?:{ROMAN_POINT})(?:(?:,\s|\se\s)(?:{ROMAN_POINT})){{0,8}}[,;]\s(?:e\s)?\d")
ROMAN_ARTICLE = re.compile(r"(?<!\w)[ivx]+\.\d")
#: The head of a Brazilian article, before its points: “art. 220, caput e § 2º”.
CAPUT = compiled(r"\s*,?\s*(?:(?:n?o|em\s+seu)\s+)?[“\"']?caput[”\"']?(?!\w)")
COUNTED_BEHIND = compiled(rf"\s*,?\s*{COUNTED}(?!\w)")
#: “article 2, paragraph 3 of article 14”: the paragraph is the next article's.
OF_ANOTHER = compiled(
    r"\)?\s+(?:(?:del?|of)\s+(?:(?:parrafo|numeral|paragraph|inciso|apartado)s?\s+\d{1,2}\)?|(?:the\s+)?[a-z]{5,8}\s+paragraph)\s+)?"
    r"(?:del?|of|do|de l')\s*(?:los\s+|the\s+|el\s+)?(?:(?:present|presente|this|same|mismo|said|dicho|citado)\s+)?art"
)
AND = compiled(
    r"(?:\s*\((?:in\s+fine|(?:first|last|primer|ultim|dos|two)[^()\d]{0,30})\))?"
    r"\s*,?\s*(?:,|&|\b(?:y|e|o|u|and|or|et|ou)\b)\s*"
)
#: “5 § 1 (c) and § 3”: what one of them is, the next says again.
AGAIN = compiled(
    r"(?:§{1,2}|paragraphs?|paras?\.?|parrafos?|parrs?\.?|numeral(?:es)?|apartados?|incisos?|paragraphes?)\s*(?=\d)"
)
TO = compiled(r"\s*(?:[-–]|\b(?:a|al|to|through|au)\b)\s*")
#: “8.2.b, c y d de la”: a bare letter goes on with the list only where a list goes on behind it, or the law follows.
BARE = compiled(
    r"([a-z])(?=\s*,\s*[a-z]\s*(?:,|y\b|e\b|and\b)|\s*,\s*\d|\s+(?:y|and)\s+[a-z]\s+(?:de|of)|\s+(?:del?|of)\s)"
)


class Provision(Struct, frozen=True):
    """A provision as its numbers (`("8", "2", "g")`), printed at `text[start:end]`."""

    path: tuple[str, ...]
    start: int
    end: int


class _Form(Struct, frozen=True):
    """How the members of one list are printed."""

    pattern: re.Pattern[str]
    listed: bool = True  #: more of the kind may follow
    words: bool = False  #: introduced by “párrafos”: a list ends behind its “y”


_DOTTED = _Form(DOTTED)
_BRACKETED = _Form(BRACKETED)
_HALF = _Form(HALF_BRACKETED)
_PARTS = _Form(PART, words=True)
_PART = _Form(PART, listed=False, words=True)
_POINTS = _Form(LISTED_POINT, words=True)


def divided(folded: str, article: Provision, *, alone: bool = False) -> list[Provision]:
    """The provisions that an article with what follows it names; itself where nothing does.

    `alone`: no other article is expected, so that further numbers are its paragraphs.
    """
    found = [article]
    if caput := CAPUT.match(folded, article.end):
        head = Provision(article.path, article.start, caput.end())
        step = AND.match(folded, head.end)
        at = len(folded[: step.end()].rstrip()) if step else head.end
        found = [head, *_below(folded, Provision(article.path, at, at), alone=alone)]
    while len(found) < MOST and (below := _below(folded, found[-1], alone=alone)):
        found[-1:] = below
    return found


def sectioned(folded: str, section: Provision) -> list[Provision]:
    """The paragraphs of an article's section, which may be bare: “4, A. 1, 2, 3 y 6”, “1 A (2)”."""
    if bracketed := BRACKETED.match(folded, section.end):
        return _list(folded, section, _BRACKETED, bracketed)
    bare = PART.match(folded, section.end + 1) if folded.startswith(" ", section.end) else None
    if bare and bare["part"].isdigit():
        return _list(folded, section, _PARTS, bare)
    return divided(folded, section)


def _below(folded: str, parent: Provision, *, alone: bool = False) -> list[Provision]:
    """The parts that follow the parent directly, each with its own parts; none where nothing follows."""
    if len(parent.path) >= DEEPEST:
        return []
    if found := _below_brackets(folded, parent) or _points(folded, parent, alone=alone):
        return found
    word = WORD.match(folded, parent.end)
    first = PART.match(folded, word.end()) if word else None
    if word is None or first is None:
        words = COUNTED_BEHIND.match(folded, parent.end) if len(parent.path) == 1 else None
        below = [Provision((*parent.path, counted(words)), parent.start, words.end())] if words else []
        return [] if words and OF_ANOTHER.match(folded, words.end()) else below
    plural = word["word"].rstrip(".").endswith(("s", "§§"))
    within = word["open"] and not first[0].endswith(")")  # “(par. 1 à 4)”
    if first["part"] == "i" and not first["open"] and word["word"].startswith(("paragraph", "parrafo")):
        return [Provision((*parent.path, "1"), parent.start, first.end())]  # “paragraph I”, a slip for 1
    found = _list(folded, parent, _PARTS if plural or within else _PART, first)
    if alone and not plural and len(found) == 1:  # a word for one may still begin a list: “par. 1 et 3”
        several = _list(folded, parent, _PARTS, first)
        numbers = [one.path[len(parent.path)] for one in several]
        few = all(number in "123456789" for number in numbers) and numbers == sorted(set(numbers))
        found = several if few and not WORD.match(folded, several[-1].end) else found  # “7 § 1 et 8 § 2”: two articles
    if word["open"]:  # all that stand where a range does end where it does
        last = found[-1]
        found = [_closed(folded, one) if (one.start, one.end) == (last.start, last.end) else one for one in found]
    return [] if OF_ANOTHER.match(folded, found[-1].end) else found


def _points(folded: str, parent: Provision, *, alone: bool) -> list[Provision]:
    """The Roman points of an article or a paragraph with a figure, or a point's letters.

    In a list “8, 11, 17, VI, XXV” the Roman numbers are articles of another treaty.
    """
    if parent.path[-1] in POINTS and len(parent.path) > 1:
        letter = LETTER_OF_A_POINT.match(folded, parent.end)
        return _list(folded, parent, _PARTS, letter) if letter else []
    if quoted := QUOTED_LETTER.match(folded, parent.end):
        return _list(folded, parent, _PARTS, quoted)
    ordinal = folded[parent.end - 1] in "º°"
    sure = alone or ordinal or len(parent.path) > 1 or IN_A_LIST.match(folded, parent.end)
    if not parent.path[-1].isdigit() or not sure:
        return []
    if not folded[parent.end - 1 - ordinal].isdigit() or ROMAN_ARTICLE.search(folded, parent.start, parent.end):
        return []
    point = POINT.match(folded, parent.end)
    return _list(folded, parent, _POINTS, point) if point else []


def _list(folded: str, parent: Provision, form: _Form, first: re.Match[str]) -> list[Provision]:
    """The first part and its fellows: “(1) and (2)”, “b), c) y d)”, “1, 2 y 3 a)”."""
    value = _value(first)
    begun = Provision((*parent.path, *value), parent.start, _end(folded, first, form))
    found = _below_brackets(folded, begun) or [begun]
    last = False
    while len(found) < MOST:
        through, following = False, None
        if form.listed and not last:
            through, following, last = _following(folded, found[-1], form, begun)
        if following is None and form.words and begun.path[-1].isdigit():
            following = _again(folded, found[-1])
        if following is None:
            break
        value = _value(following)
        if through:
            found[-1:] = _range(found[-1], value[-1], _end(folded, following, form))
        else:
            start = following.start() + folded[following.start()].isspace()
            member = Provision((*parent.path, *value), start, _end(folded, following, form))
            found += _below_brackets(folded, member) or [member]
    return found


def _again(folded: str, before: Provision) -> re.Match[str] | None:
    """The next part behind its word, unless that is another article's: “5 § 1 (c) and § 3”."""
    step = AND.match(folded, before.end)
    word = AGAIN.match(folded, step.end()) if step else None
    found = PART.match(folded, word.end()) if word else None
    return None if found is None or OF_ANOTHER.match(folded, found.end()) else found


def _below_brackets(folded: str, part: Provision) -> list[Provision]:
    """What stands in brackets or behind a dot directly after a part."""
    if len(part.path) >= DEEPEST:
        return []
    if both := BOTH_IN_BRACKETS.match(folded, part.end):
        values = (both[1], *through(both[1], both[2]))
        return [Provision((*part.path, value), part.start, both.end()) for value in values]
    if letters := LETTERS_BEHIND.match(folded, part.end):
        return _list(folded, part, _BRACKETED, letters)
    joined = JOINED.match(folded, part.end) if len(part.path) == 1 else None
    if joined and part.path[0].isdigit() and int(joined[1]) < int(part.path[0]):
        return [Provision((*part.path, joined[1]), part.start, joined.end())]
    for form in (_DOTTED, _BRACKETED, _HALF):
        if first := form.pattern.match(folded, part.end):
            if len(part.path) > 1 and BESIDE_IN_BRACKETS.match(folded, part.end - 1):
                return [part, *_list(folded, Provision(part.path[:-1], first.start() + 1, part.end), form, first)]
            return _list(folded, part, form, first)
    return []


def _following(
    folded: str, before: Provision, form: _Form, first: Provision
) -> tuple[bool, re.Match[str] | None, bool]:
    """Whether a range follows, the next member of the list, and whether it is the last one."""
    level = len(first.path) - 1
    through = TO.match(folded, before.end) if len(before.path) == len(first.path) else None
    step = through or AND.match(folded, before.end)
    if step is None or step.end() == before.end:
        return False, None, False
    last = form.words and not step[0].rstrip().endswith(",")
    for pattern in _alternatives(form, first.path[level]):
        # One space belongs to the form itself, which the conjunction has taken.
        at = step.end() - 1 if folded[step.end() - 1].isspace() else step.end()
        following = pattern.match(folded, at) or pattern.match(folded, step.end())
        if following and _same_kind(first.path, level, _value(following)[0]) and _goes_up(pattern, before, following):
            return bool(through), following, last
    return False, None, False


def _alternatives(form: _Form, first: str) -> tuple[re.Pattern[str], ...]:
    if form is _DOTTED:
        return (HALF_BRACKETED, BARE) if first.isalpha() else ()
    return (form.pattern,)


def _same_kind(path: tuple[str, ...], level: int, value: str) -> bool:
    """Whether a value may stand in a list beside that of the path: a number, a letter, or a Roman point of a letter."""
    beside, above = path[level], path[level - 1]
    if value.isdigit() or beside.isdigit():
        return value.isdigit() and beside.isdigit()
    if above.isalpha() or len(beside) > 1 or len(value) > 1:
        return bool(re.fullmatch(ROMAN_POINT, value) and re.fullmatch(ROMAN_POINT, beside))
    return True


def _goes_up(pattern: re.Pattern[str], before: Provision, following: re.Match[str]) -> bool:
    """Whether a bare letter continues the alphabet; anything in brackets needs no such proof, a bare “y” is a word."""
    value = _value(following)[-1]
    if pattern is PART and value.isalpha():
        return bool(following["open"]) or following.string.startswith(")", following.end()) or value > before.path[-1]
    return pattern is not BARE or before.path[-1] < value


def _value(found: re.Match[str]) -> tuple[str, ...]:
    if "part" in found.groupdict():
        return (found["part"],)
    return tuple(group for group in found.groups() if group)


def _end(folded: str, found: re.Match[str], form: _Form) -> int:
    """Where a part ends: behind its bracket, unless that closes one opened before, as in “(art. 8.2.b)”."""
    end = found.end()
    if found[0].endswith(")") or not folded.startswith(")", end) or _value(found)[-1].isdigit():
        return end
    before = folded[max(0, end - 200) : end]
    return end if before.count("(") > before.count(")") else end + 1


def _closed(folded: str, part: Provision) -> Provision:
    """The part with the bracket behind it: “(párr. 3)”."""
    end = part.end + 1 if folded.startswith(")", part.end) else part.end
    return Provision(part.path, part.start, end)


def _range(first: Provision, last: str, end: int) -> list[Provision]:
    """The parts from the first to the last, all printed at one place."""
    values = through(first.path[-1], last)
    return [Provision((*first.path[:-1], value), first.start, end) for value in (first.path[-1], *values)]
