"""What begins an article, and what stands above it: "Artículo 9.", "Art. 2º -", "Artigo 3.º-A", "CAPÍTULO II. …".

A line says what it could be; whether it is, the order of the numbers decides (`treaty_chain`).
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from rights_search.parsers.articles.numbers import LATIN, ordinal, roman
from rights_search.parsers.eids import eid

#: The word of an article, with the slips of typists ("ARTCULO", "Articulo"), and its number.
HEAD = re.compile(
    r"(?P<word>art(?:(?:[ií]?culos?|icles?|igos?)\.?|s?\.)?|(?P<section>sections?|sec\.))\s{0,3}"
    r"(?P<nature>transitorio|transitional|adicional|additional)?\s{0,3}"
    r"(?:n[.º°o]{1,2}\s)?"
    r"(?P<value>\d{1,4}|(?:[ivxlc]{1,9}|[a-z]|[uú]nico|primero|premier)(?![a-záéíóúñ]{2}))"
    r"(?P<ordinal>\s?\.?[ºª°](?:-(?P<lettered>(?-i:[A-Z]))(?!\w))?|(?<=\d)(?:ro|do|to|er|\.?o|st|nd|rd|th)(?!\w))?"
    r"(?:[ -]?(?P<latin>bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)(?!\w)"
    r"|(?<=\d)(?:(?P<decimal>[.-]\d{1,2})(?!\d)|-?(?P<letter>[a-z])(?![\w)])|-?(?P<capital>(?-i:[A-Z]))(?!\w)))?"
    r"(?:\s(?:and|y|to|a|al|-|–)\s(?P<through>\d{1,4})(?!\d))?"
    r"(?P<stop>[\s.,:;º°ª\-–—)]*)",
    re.IGNORECASE,
)
#: A provision numbered in words: "Disposición transitoria primera.", "PRIMERA.-", "TWENTY-ONE".
WORDED = re.compile(
    r"(?:disposici[oó]n\s(?P<nature>adicional|transitoria|derogatoria|final|general)\s?)?"
    r"(?P<words>[a-záéíóú]{3,16}(?:[ -][a-záéíóú]{3,12}){0,2})?\s?[ªº°]?(?P<stop>[\s.,:;\-–—)]*)",
    re.IGNORECASE,
)
DIVISIONS = (
    "libro book livre livro",
    "parte part partie",
    "título titulo title titre",
    "capítulo capitulo chapter chapitre",
    "sección seccion section secção seção",
    "subsección subseccion subsection subsecção subseção apartado",
)
_RANK = {word: rank for rank, words in enumerate(DIVISIONS) for word in words.split()}
_NUMBER = r"(?:[IVXLCivxlc]{1,7}|lI|\d{1,3}(?:[.]?[ºª°])?[A-Z]?|[A-Z])"
DIVISION = re.compile(
    rf"(?P<word>{'|'.join(_RANK)})\s(?P<label>{_NUMBER}(?=[\s.:–—-]|$)|[a-zà-ÿ]{{4,14}}(?:\s[a-zà-ÿ]{{4,10}})?)"
    r"(?P<stop>[\s.:;ºª°\-–—]*)(?P<title>.*)",
    re.IGNORECASE,
)
ORDINAL_FIRST = re.compile(
    rf"(?P<label>[a-zà-ÿ]{{4,14}})\s(?P<word>{'|'.join(_RANK)})(?P<stop>[\s.:\-–—]*)(?P<title>.*)", re.IGNORECASE
)
UNNUMBERED = re.compile(
    r"(?:t[ií]tulo|cap[ií]tulo)\s(?:preliminar|final|[uú]nico|transitorio)\b.{0,80}"
    r"|disposici(?:[oó]n|ones)\s(?:(?:adicional|final|general|com[uú]n)(?:es)?|(?:transitori|derogatori)as?)"
    r"(?:\sy\s(?:finales|derogatorias?|transitorias?))?[.:]?"
    r"|(?:(?:transitory|transitional|temporary|final|concluding|repeal|additional)(?:,|\sand)?\s){1,3}"
    r"(?:provisions?|clauses?|articles?|dispositions?)[.:]?"
    r"|(?:ato das )?disposiç(?:ão|ões)"
    r"(?:(?:\se)?\s(?:constitucionais|complementares|fina(?:l|is)|gera(?:l|is)|transitórias?)){1,3}[.:]?"
    r"|dispositions(?:(?:\set)?\s(?:transitoires|finales|générales|diverses|communes)){1,2}[.:]?",
    re.IGNORECASE,
)
TRANSITIONAL = re.compile(r"transit|temporary|temporal", re.IGNORECASE)
ANNEX = re.compile(r"(?:anexo|anejo|annex|annexe|appendix|ap[eé]ndice|schedule)s?\b.{0,200}", re.IGNORECASE)


class Number(Struct, frozen=True):
    """A reading of an article's number: 9, 14 bis, the letter A; `kind` keeps numbers and letters apart."""

    kind: str
    value: int
    suffix: str = ""

    @property
    def order(self) -> tuple[int, int]:
        """Its place among the numbers of its kind: 14 before 14 bis before 15."""
        return self.value, _suffix_rank(self.suffix)

    def follows(self, last: "Number") -> bool:
        """Whether it comes right after the last one: 15 or 14 bis after 14, 14 ter after 14 bis."""
        if self.kind != last.kind:
            return False
        return self.value == last.value + 1 or (self.value == last.value and self.order > last.order)


def num_of(number: Number, printed: str = "") -> str:
    """The number in digits, as it is cited: "9", "14 bis", "91a", "7.1", "A"; its letter as it is printed: "2-A"."""
    value = str(number.value) if number.kind != "letter" else chr(ord("A") + number.value - 1)
    own = printed if printed.lstrip("-").lower() == number.suffix else number.suffix
    return f"{value}{' ' if number.suffix in LATIN else ''}{own}"


class Head(Struct, frozen=True):
    """An article's beginning as a line gives it: how its number may be read, and where its words begin."""

    label: str  #: as printed: "9", "14 bis", "XII"
    readings: tuple[Number, ...]
    rest: int  #: where in the line what follows the number begins
    stopped: bool  #: whether a dot or a dash stands after the number
    nature: str = ""  #: "transitorio" …
    through: int = 0  #: the last of several: "Articles 28 and 29"
    printed: str = ""  #: the letter behind the number, as it is printed: "-A"


class Division(Struct, frozen=True):
    """A heading above articles: "CAPÍTULO II. Derechos"; its rank is its kind, and -1 for one without a number."""

    rank: int
    text: str
    titled: bool


def head_of(text: str, sections: bool = False) -> Head | None:
    """The article a line may begin, or None: a reference within a sentence ("Artículo 8, párrafo 2") is none.

    In a few constitutions the article is the chapter and the section the article: `sections` takes those.
    """
    match = HEAD.match(text)
    if not match or not _begins(match, text) or (match["section"] and not sections):
        return None
    readings = tuple(_readings(match))
    if not readings:
        return None
    value = str(readings[0].value) if match["value"].isdigit() or len(match["value"]) > 4 else match["value"]
    suffix = match["latin"] or ""
    sign = match["ordinal"] or ""
    # "Art. 1º A República …": Brazilian laws put no stop behind a number that has the sign.
    signed = "." in sign or bool(sign and match["word"].endswith("."))
    label = f"{value} {suffix.lower()}" if suffix else value + (_attached(match))
    return Head(
        label=label.strip(),
        readings=readings,
        rest=match.end(),
        stopped=signed or bool(set(match["stop"]) & set(".-–—:)")),
        nature=(match["nature"] or "").lower(),
        through=int(match["through"] or 0),
        printed=_printed(match),
    )


def _begins(match: re.Match[str], text: str) -> bool:
    rest, stop = text[match.end() :], match["stop"]
    if "," in stop or ";" in stop or (match["word"].lower().endswith("s") and not match["through"]):
        return False
    if not rest:
        return True
    marked = bool(stop.strip()) or "." in (match["ordinal"] or "")
    if rest[0].islower():
        return bool(set(stop) & set("-–—"))
    if rest[0] in ",;)(":
        return marked and rest[0] == "("
    return marked if match["through"] else bool(stop)


def _printed(match: re.Match[str]) -> str:
    """The letter behind the number, with the hyphen between."""
    group = next((group for group in ("lettered", "letter", "capital") if match[group]), None)
    if group is None:
        return ""
    return ("-" if match.string[match.start(group) - 1] == "-" else "") + match[group]


def _attached(match: re.Match[str]) -> str:
    if match["decimal"]:
        return match["decimal"]
    return (match["lettered"] or match["letter"] or match["capital"] or "").strip()


def _readings(match: re.Match[str]) -> Iterator[Number]:
    value = match["value"].lower()
    suffix = (match["latin"] or _attached(match)).lower()
    kind = f"number {match['nature'].lower()}" if match["nature"] else "number"
    if value.isdigit():
        yield Number(kind, int(value), suffix)
        return
    if len(value) > 4 and (number := ordinal(value)):
        yield Number(kind, number)
        return
    if number := roman(value):
        yield Number(kind, number, suffix)
    if len(value) == 1 and match["value"].isupper():
        yield Number("letter", ord(value) - ord("a") + 1, suffix)


def _suffix_rank(suffix: str) -> int:
    if suffix in LATIN:
        return LATIN.index(suffix) + 2
    if suffix.startswith((".", "-")):
        return int(suffix[1:])
    return ord(suffix[0]) - ord("a") + 1 if suffix else 0


def worded_of(text: str) -> Head | None:
    """The provision numbered in words that a line may begin: only where such provisions are expected."""
    match = WORDED.match(text)
    if not match or not (match["words"] or match["nature"]):
        return None
    if match.end() < len(text) and not match["stop"].strip():
        return None
    number = ordinal(match["words"]) if match["words"] else 1
    if number is None:
        return None
    nature = (match["nature"] or "").lower()
    words = (match["words"] or "").lower()
    return Head(words or nature, (Number(f"words {nature}", number),), match.end(), bool(match["stop"].strip()), nature)


def division_of(text: str, heading: bool) -> Division | None:
    """The heading that a line is; a line that is not marked as a heading must be short and whole."""
    if len(text) > 200 or (not heading and text[-1:] in ",;"):
        return None
    match = DIVISION.fullmatch(text) or ORDINAL_FIRST.fullmatch(text)
    if match and _numbered(match["label"]) and _is_title(match["title"], match["stop"], heading):
        return Division(_RANK[match["word"].lower()], text.rstrip(" .:-–—"), bool(match["title"]))
    if UNNUMBERED.fullmatch(text) and (heading or text[:1].isupper()):
        word = text.partition(" ")[0].lower()
        return Division(_RANK.get(word, -1), text.rstrip(" .:"), True)
    return None


def _numbered(label: str) -> bool:
    return bool(re.fullmatch(_NUMBER, label) or ordinal(label) or label.lower() in ("preliminar", "final"))


def _is_title(title: str, stop: str, heading: bool) -> bool:
    if not title:
        return True
    if title[0].islower():
        return heading and bool(stop.strip())
    return heading or title[-1] not in ",;"


class Path:
    """The headings above a line. One of a kind that is open replaces it; one of a new kind stands below the last.

    Kinds have no fixed order: a constitution may put its chapters into sections, or its parts into chapters.
    """

    def __init__(self) -> None:
        """No heading is open."""
        self._open: list[tuple[int, str]] = []

    def push(self, rank: int, text: str) -> None:
        """Open a heading; one without a number ("Disposiciones finales") stands above all."""
        kinds = [kind for kind, _ in self._open]
        if rank < 0:
            self._open.clear()
        elif rank in kinds:
            del self._open[kinds.index(rank) :]
        self._open.append((rank, text))

    def retitle(self, text: str) -> None:
        """Give the last heading its whole text."""
        if self._open:
            self._open[-1] = self._open[-1][0], text

    @property
    def headings(self) -> tuple[str, ...]:
        """The open headings, outermost first."""
        return tuple(text for _, text in self._open)


def eid_of(number: Number, prefix: str = "art") -> str:
    """The eId of an article: `art_9`, `art_14-bis`, `art_91a`, `art_7-1`."""
    value = str(number.value) if number.kind != "letter" else chr(ord("a") + number.value - 1)
    joint = "-" if number.suffix in LATIN or number.suffix.startswith((".", "-")) else ""
    return eid((prefix, f"{value}{joint}{number.suffix.lstrip('.-')}"))
