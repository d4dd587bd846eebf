"""What an article is divided into, behind its number: paragraphs, numerals, letters and Roman points.

    8.2.b    14 (3) (d)    16 (1) (c) and (h)    12, paragraph 2 (c)    66 numerales 2 y 4    35 §§ 3 (a) and 4

Every member of such a list is a provision of its own, printed where it stands: 66.4 is the “4”. A range is one printed
thing: each of “(1) to (3)” stands where the whole does.
"""

import re

from rights_search.citations.division_words import (
    AGAIN,
    AGAIN_LETTERED,
    AND,
    BESIDE_IN_BRACKETS,
    BOTH_IN_BRACKETS,
    BRACKETED,
    CAPUT,
    COUNTED_BEHIND,
    DEGREE_BELOW,
    IN_A_LIST,
    JOINED,
    LETTER_OF_A_POINT,
    LETTER_OF_ROMAN,
    LETTERS_BEHIND,
    OF_ANOTHER,
    OPENED,
    PARAGRAPH_AGAIN,
    PARAGRAPH_OF_BELGIUM,
    PART,
    POINT,
    QUOTED_LETTER,
    READ_WITH,
    ROMAN_ARTICLE,
    TO,
    WORD,
)
from rights_search.citations.members import (
    BRACKETS,
    DEGREES,
    DOTS,
    HALF_BRACKETS,
    POINTS_LISTED,
    WORDED,
    WORDED_ONE,
    Form,
    Provision,
    alternatives,
    closed,
    end_of,
    goes_up,
    ranged,
    same_kind,
    value_of,
)
from rights_search.citations.ordinals import counted
from rights_search.citations.ranges import MOST, through
from rights_search.citations.roman_points import POINTS

#: No provision has more numbers than this.
DEEPEST = 5


def divided(folded: str, article: Provision, *, alone: bool = False) -> list[Provision]:
    """The provisions that an article with what follows it names; itself where nothing does.

    `alone`: no other article is expected, so that further numbers are its paragraphs.
    """
    found = [article]
    if caput := CAPUT.match(folded, article.end):
        found = [Provision(article.path, article.start, caput.end()), *_behind_its_head(folded, article, caput.end())]
    while len(found) < MOST:
        if below := _below(folded, found[-1], alone=alone):
            found[-1:] = below
        elif beside := _beside_the_last(folded, found[-1]):
            found.append(beside)
        else:
            break
    return _bracketed(folded, found)


def _behind_its_head(folded: str, article: Provision, at: int) -> list[Provision]:
    """What a Brazilian article's head is cited with: “art. 5º, caput, X e XLI”, “art. 220, caput e § 2º”."""
    if point := POINT.match(folded, at):
        return _list(folded, Provision(article.path, point.start(1), point.start(1)), POINTS_LISTED, point)
    step = AND.match(folded, at)
    at = len(folded[: step.end()].rstrip()) if step else at
    return _below(folded, Provision(article.path, at, at))


def _beside_the_last(folded: str, last: Provision) -> Provision | None:
    """A further paragraph of an article, behind letters of one or behind points: “1, a), e item 2”, “V e § 5º”."""
    if len(last.path) > 1 and last.path[1] in POINTS and (paragraph := PARAGRAPH_AGAIN.match(folded, last.end)):
        path = (last.path[0], *filter(None, [paragraph["number"]]))
        one = Provision(path, paragraph.start("printed"), paragraph.end())
        return None if OF_ANOTHER.match(folded, one.end) else one
    if len(last.path) < 3 or not last.path[1].isdigit():
        return None
    again = _again(folded, last)
    further = again is not None and again["part"].isdigit() and int(again["part"]) > int(last.path[1])
    return Provision((last.path[0], again["part"]), again.start(), again.end()) if again and further else None


def _bracketed(folded: str, found: list[Provision]) -> list[Provision]:
    """The provisions, the last with the bracket in which its parts stand: “8 (par. 1 à 3 a))”."""
    last = found[-1]
    if not folded.startswith("))", last.end - 1) or not OPENED.search(folded, last.start, last.end):
        return found
    return [closed(folded, one) if one.end == last.end else one for one in found]


def sectioned(folded: str, section: Provision) -> list[Provision]:
    """The paragraphs of an article's section, which may be bare: “4, A. 1, 2, 3 y 6”, “1 A (2)”."""
    if bracketed := BRACKETED.match(folded, section.end):
        return _list(folded, section, BRACKETS, bracketed)
    bare = PART.match(folded, section.end + 1) if folded.startswith(" ", section.end) else None
    if bare and bare["part"].isdigit():
        return _list(folded, section, WORDED, bare)
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
    # “al. a) et b)”, “(al. c), e) et f))”
    lettered = not plural and first["part"].isalpha() and not first["open"] and folded.startswith(")", first.end())
    if first["part"] == "i" and not first["open"] and word["word"].startswith(("paragraph", "parrafo")):
        return [Provision((*parent.path, "1"), parent.start, first.end())]  # “paragraph I”, a slip for 1
    found = _list(folded, parent, WORDED if plural or within else WORDED_ONE, first)
    if lettered:
        several = _list(folded, parent, WORDED, first)
        letters = all(one.path[len(parent.path)].isalpha() and folded[one.end - 1] == ")" for one in several)
        found = several if letters else found
    if alone and not plural and len(found) == 1:  # a word for one may still begin a list: “par. 1 et 3”
        several = _list(folded, parent, WORDED, first)
        numbers = [one.path[len(parent.path)] for one in several]
        few = all(number in "123456789" for number in numbers) and numbers == sorted(set(numbers))
        found = several if few and not WORD.match(folded, several[-1].end) else found  # “7 § 1 et 8 § 2”: two articles
    if word["open"]:  # all that stand where a range does end where it does
        last = found[-1]
        found = [closed(folded, one) if (one.start, one.end) == (last.start, last.end) else one for one in found]
    return [] if OF_ANOTHER.match(folded, found[-1].end) else found


def _points(folded: str, parent: Provision, *, alone: bool) -> list[Provision]:
    """The Roman points of an article or a paragraph with a figure, or a point's letters.

    In a list “8, 11, 17, VI, XXV” the Roman numbers are articles of another treaty.
    """
    if (
        len(parent.path) == 1
        and folded[parent.end - 1] in "ivx"
        and (letter := LETTER_OF_ROMAN.match(folded, parent.end))
    ):
        return _list(folded, parent, HALF_BRACKETS, letter)
    if PARAGRAPH_OF_BELGIUM.search(folded, max(0, parent.end - 11), parent.end):
        degree = DEGREE_BELOW.match(folded, parent.end)
        return _list(folded, parent, DEGREES, degree) if degree else []
    if parent.path[-1] in POINTS and len(parent.path) > 1:
        letter = LETTER_OF_A_POINT.match(folded, parent.end)
        return _list(folded, parent, WORDED, letter) if letter else []
    if quoted := QUOTED_LETTER.match(folded, parent.end):
        return _list(folded, parent, WORDED, quoted)
    ordinal = folded[parent.end - 1] in "º°"
    sure = alone or ordinal or len(parent.path) > 1 or IN_A_LIST.match(folded, parent.end)
    if not parent.path[-1].isdigit() or not sure:
        return []
    if not folded[parent.end - 1 - ordinal].isdigit() or ROMAN_ARTICLE.search(folded, parent.start, parent.end):
        return []
    point = POINT.match(folded, parent.end)
    return _list(folded, parent, POINTS_LISTED, point) if point else []


def _list(folded: str, parent: Provision, form: Form, first: re.Match[str]) -> list[Provision]:
    """The first part and its fellows: “(1) and (2)”, “b), c) y d)”, “1, 2 y 3 a)”."""
    value = value_of(first)
    begun = Provision((*parent.path, *value), parent.start, end_of(folded, first, form))
    found = _member(folded, begun, form)
    last = False
    while len(found) < MOST:
        through, following = False, None
        if form.listed and not last:
            through, following, last = _following(folded, found[-1], form, begun)
        if following is None and form.words and begun.path[-1] not in POINTS:
            following = _again(folded, found[-1], AGAIN if begun.path[-1].isdigit() else AGAIN_LETTERED)
        if following is None:
            break
        value = value_of(following)
        if through:
            found[-1:] = ranged(found[-1], value[-1], end_of(folded, following, form))
        else:
            start = following.start() + folded[following.start()].isspace()
            member = Provision((*parent.path, *value), start, end_of(folded, following, form))
            found += _member(folded, member, form)
    return found


def _member(folded: str, part: Provision, form: Form) -> list[Provision]:
    """A member of a list with its own parts: its letters, where it is a point, “III, XLVII, "e", XLVIII”."""
    letter = LETTER_OF_A_POINT.match(folded, part.end) if form is POINTS_LISTED else None
    return (_list(folded, part, WORDED, letter) if letter else _below_brackets(folded, part)) or [part]


def _again(folded: str, before: Provision, words: re.Pattern[str] = AGAIN) -> re.Match[str] | None:
    """The next part behind its word, unless that is another article's: “5 § 1 (c) and § 3”."""
    step = READ_WITH.match(folded, before.end) or AND.match(folded, before.end)
    word = words.match(folded, step.end()) if step else None
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
        return _list(folded, part, BRACKETS, letters)
    joined = JOINED.match(folded, part.end) if len(part.path) == 1 else None
    if joined and part.path[0].isdigit() and int(joined[1]) < int(part.path[0]):
        return [Provision((*part.path, joined[1]), part.start, joined.end())]
    for form in (DOTS, BRACKETS, HALF_BRACKETS):
        if first := form.pattern.match(folded, part.end):
            if len(part.path) > 1 and BESIDE_IN_BRACKETS.match(folded, part.end - 1):
                return [part, *_list(folded, Provision(part.path[:-1], first.start() + 1, part.end), form, first)]
            return _list(folded, part, form, first)
    return []


def _following(folded: str, before: Provision, form: Form, first: Provision) -> tuple[bool, re.Match[str] | None, bool]:
    """Whether a range follows, the next member of the list, and whether it is the last one."""
    level = len(first.path) - 1
    through = TO.match(folded, before.end) if len(before.path) == len(first.path) else None
    step = through or AND.match(folded, before.end)
    if step is None or step.end() == before.end:
        return False, None, False
    last = form.words and not step[0].rstrip().endswith(",")
    for pattern in alternatives(form, first.path[level]):
        # One space belongs to the form itself, which the conjunction has taken.
        at = step.end() - 1 if folded[step.end() - 1].isspace() else step.end()
        following = pattern.match(folded, at) or pattern.match(folded, step.end())
        if following and same_kind(first.path, level, value_of(following)[0]) and goes_up(pattern, before, following):
            return bool(through), following, last
    return False, None, False
