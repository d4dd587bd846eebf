r"""The articles an operative point names, list by list: "los artículos 8.2.b), c) y d) y 25.1 de la Convención".

A list belongs to the treaty named after it, which may be meant by "la misma" or "dicho tratado", or hold for several
lists. In this Court "la Convención" is the American Convention.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from rights_search.vocabulary import instruments

OWN_TREATY = "achr"

#: How far after a list its treaty is looked for.
REACH = 260

_KEYWORD = re.compile(r"\b(?:art[íi]culos?|arts?\.|articles?)\s+(?=\d|[IVX]+\b)", re.IGNORECASE)
#: "… los siguientes artículos: a) 4.1 (Derecho a la Vida), …; b) 5.1 …".
_FOLLOWING = re.compile(r"siguientes\s+art[íi]culos", re.IGNORECASE)
_ITEM = re.compile(r"\n[a-z]{1,2}\)\s+(?=\d)")
#: "los incisos 1 y 2 del artículo 7": the parts named before their article.
_PARTS_BEFORE = re.compile(
    r"\b(?:incisos?|p[áa]rrafos?|numeral(?:es)?|apartados?|literal(?:es)?)\s+(?P<parts>[\w).,\s\"“”]{1,60}?)\s+"
    r"(?:de\s+los|del?)\s+art[íi]culos?\s+(?P<article>\d{1,2}(?:\.\d{1,2})?)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?P<number>\d{1,2}(?!\d)|[IVX]{1,6}\b)º?(?P<sub>[.,]\d{1,2}(?!\d)|\s?\(\d{1,2}\))?"
    r"(?P<letter>\s?\.\s?[\"“]?[a-z](?![a-zéáíóúñ])[\"”]?\)?|\s?[\"“(][a-z][\"”)]+|\s?[a-z]\))?"
)
_LETTER = re.compile(r"[\"“(]?([a-z])[\"”]?\)(?![a-z])|[\"“]([a-z])[\"”]")
_PARTS = re.compile(
    r",?\s{0,2}(?:en\s+su\s+)?(?:incisos?|inc\.|p[áa]rrafos?|numeral(?:es)?|apartados?|literal(?:es)?|letras?)\s+",
    re.IGNORECASE,
)
_PART = re.compile(r"(\d{1,2})(?!\d)|[\"“(]?\b([a-z])\b[\"”]?\)?")
_BETWEEN = re.compile(
    r"(?:\.(?=\s\d{1,2}\.\d)|\s{0,2}[,;])?\s{0,2}(?:(?:y|e|o|and)\s+)?(?:(?:en\s+)?(?:el|los|del|de\s+los|al|a\s+los)\s+)?(?:art[íi]culos?\s+)?",
    re.IGNORECASE,
)
_BETWEEN_PARTS = re.compile(r"\s{0,2},?\s{0,2}(?:(?:y|e)\s+)?(?=\d|[\"“(]?[a-z][\"”]?\))")
_ASIDE = re.compile(r"\s{0,2}\([^()]{3,160}\)")
_SAME = re.compile(
    r"\W{0,4}(?:(?:todos|ambos)\s+)?(?:del?|of)\s+(?:la|el|los|las|the)?\s*"
    r"(?:mism[ao]|dich[ao]|est[ea]|es[ea]|aquel|referid[ao]|citad[ao]|mencionad[ao]|same)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\bart[íi]culos?\b|\barts?\.|;|\.\s+(?-i:[A-ZÁÉÍÓÚ])|\bas[íi]\s+como\b"
    r"|\ben\s+(?:relaci|conexi|concordan|perjuicio|conjun|los\s+t[ée]rminos)|\bconforme|\bcon\s+relaci",
    re.IGNORECASE,
)
_PROTOCOL = re.compile(r"protocolo\s+(?:adicional\b|de\s+san\s+salvador)", re.IGNORECASE)
_CONVENTION = re.compile(r"\b(?:convenci[óo]n|convention)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\W{0,4}(?:del?|of)\s+(?:la\s+|el\s+|los\s+)?(?:presente\s+)?"
    r"(?:Reglamento|Estatuto|C[óo]digo|Constituci[óo]n|Ley\b|Decreto|Reglas|Sentencia|Fallo)",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:y|e)\s+(?:(?:el|los|del|de\s+los)\s+)?(?=\d{1,2}(?:\D|$)|[IVX]+\b)")
#: "su artículo 1.1": of the treaty just named.
_ITS = re.compile(r"\bsus?\s+$", re.IGNORECASE)
_OF = re.compile(r"\s{0,2}(?:de\s+la|del|de)\b")
#: Treaties by what they are about, where their name is not the usual one.
_BY_SUBJECT = (
    (re.compile(r"interamericana\b.{0,40}desaparici", re.IGNORECASE), "ia-disappearance"),
    (re.compile(r"interamericana\b.{0,60}tortura", re.IGNORECASE), "ia-torture"),
    (re.compile(r"bel[ée]m do par[áa]|interamericana\b.{0,80}violencia", re.IGNORECASE), "belem-do-para"),
    (re.compile(r"interamericana\b.{0,100}discapacidad", re.IGNORECASE), "ia-disability"),
    (re.compile(r"interamericana\b.{0,100}personas mayores", re.IGNORECASE), "ia-older-persons"),
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


class Group(Struct, frozen=True):
    """A list of provisions and where in the text it stands."""

    start: int
    end: int
    provisions: tuple[str, ...]


def groups_of(text: str) -> list[Group]:
    """The lists of articles in a text, with their treaties, in order."""
    found: list[Group] = []
    waiting: list[tuple[int, int, list[str]]] = []
    treaty = ""
    for start, end, articles in _lists(text):
        window = _window(text, end)
        named = treaty or OWN_TREATY if _ITS.search(text[max(0, start - 12) : start]) else _treaty(window, treaty)
        if named is None:
            waiting.append((start, end, articles))
            continue
        treaty = named or treaty
        found.extend(_group(*entry, named or OWN_TREATY) for entry in waiting)
        waiting = []
        if named:
            found.append(_group(start, end, articles, named))
            found.extend(_further(text, end, window, named))
    found.extend(_group(*entry, treaty or OWN_TREATY) for entry in waiting)
    return found


def _lists(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Each list after the word "artículo": where it begins and ends, and its articles."""
    starts = [(keyword.start(), keyword.end()) for keyword in _KEYWORD.finditer(text)]
    if _FOLLOWING.search(text):
        starts.extend((item.end(), item.end()) for item in _ITEM.finditer(text))
    done = 0
    for start, place in sorted(starts):
        if place < done:
            continue
        articles, end = _list(text, place)
        parts = _PARTS_BEFORE.search(text, max(done, start - 90), place + 8)
        if parts and articles and parts.start("article") == place:
            named = [part for part in _PART.finditer(parts["parts"]) if part[0] not in "ye"]
            yield parts.start(), end, [*(f"{parts['article']}.{part[1] or part[2]}" for part in named), *articles[1:]]
        elif articles:
            yield start, end, articles
        done = max(end, place)


def _list(text: str, place: int) -> tuple[list[str], int]:
    """The articles of a list that begins here, and where it ends."""
    articles: list[str] = []
    base, end = "", place
    while True:
        if match := _ARTICLE.match(text, place):
            base = _number(match["number"]) + _bare(match["sub"])
            articles.append(base + _bare(match["letter"]))
            place = match.end()
        elif base and (match := _LETTER.match(text, place)):
            articles.append(f"{base}.{match[1] or match[2]}")
            place = match.end()
        else:
            return articles, end
        if parts := _PARTS.match(text, place):
            inner, place = _inner(text, parts.end())
            articles[-1:] = [f"{base}.{part}" for part in inner] or articles[-1:]
        end = place
        if aside := _ASIDE.match(text, place):
            end = place = aside.end()
        between = _BETWEEN.match(text, place)
        if not between or between.end() == place:
            return articles, end
        place = between.end()


def _inner(text: str, place: int) -> tuple[list[str], int]:
    """The parts after "incisos": figures or letters, and where they end."""
    parts: list[str] = []
    end = place
    while match := _PART.match(text, place):
        parts.append(match[1] or match[2])
        end = match.end()
        between = _BETWEEN_PARTS.match(text, end)
        if not between:
            break
        place = between.end()
    return parts, end


def _further(text: str, end: int, window: str, treaty: str) -> Iterator[Group]:
    """Lists without the word "artículo", after the first one's treaty: "… y 1, 6 y 8 de la Convención …"."""
    for more in _MORE.finditer(window):
        articles, stop = _list(text, end + more.end())
        if articles and _OF.match(text, stop):
            named = _treaty(_window(text, stop), treaty)
            if named:
                yield _group(end + more.start(), stop, articles, named)
                return


def _window(text: str, end: int) -> str:
    """The words after a list in which its treaty must be named."""
    window = text[end : end + REACH]
    cut = _CUT.search(window)
    return window[: cut.start()] if cut else window


def _before_more(window: str) -> str:
    """The window up to a further list with a treaty of its own."""
    for more in _MORE.finditer(window):
        articles, stop = _list(window, more.end())
        if articles and _OF.match(window, stop):
            return window[: more.start()]
    return window


def _treaty(window: str, before: str) -> str | None:
    """The treaty named; none if no treaty is, nothing if it is another kind of text."""
    if _SAME.match(window):
        return before or OWN_TREATY
    if _OTHER.match(window):
        return ""
    window = _before_more(window)
    if _PROTOCOL.search(window):
        return "san-salvador"
    row = instruments().longest_in(window)
    if row and row.id != OWN_TREATY:
        return row.id
    if row is None:
        for words, treaty in _BY_SUBJECT:
            if words.search(window):
                return treaty
    return OWN_TREATY if row or _CONVENTION.search(window) else None


def _group(start: int, end: int, articles: list[str], treaty: str) -> Group:
    return Group(start, end, tuple(dict.fromkeys(f"{treaty}#{article}" for article in articles)))


def _number(printed: str) -> str:
    if printed.isdigit():
        return str(int(printed))
    values = [_ROMAN[figure] for figure in printed]
    return str(sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)))


def _bare(printed: str | None) -> str:
    """A part's figure or letter with a point before it: ".2", ".b"."""
    bare = re.sub(r"[^\da-z]", "", printed or "")
    return f".{bare}" if bare else ""
