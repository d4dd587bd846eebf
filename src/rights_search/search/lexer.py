"""A query's characters as tokens: quoted phrases, brackets, operators, fields, symbols and words.

What is no part of the grammar is searched as it stands, and `Tokens.literal` says so. Nothing but a limit is an error.
"""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from rights_search.errors import QueryError
from rights_search.index.folding import clean, is_ideograph, words, written
from rights_search.index.symbols import SERIES, normal
from rights_search.search.names import FIELDS, resolve
from rights_search.search.nodes import OPERATORS, Compound, Field, Leaf, Node, Phrase, Prefix, Word
from rights_search.search.nodes import And as AndNode
from rights_search.search.stopwords import is_stopword
from rights_search.vocabulary import Register, fold

#: The longest query. The longest title of an instrument has 200 characters.
CHARACTERS = 512

#: The letters that must stand before a *.
STEM = 3

_QUOTES = '"“”«»„'
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_ORGANS = "A|E|S|CCPR|CERD|CAT|CEDAW|CRC|CMW|CRPD|CED|HRI|INT|ST|OEA"
_SYMBOL = rf"(?:{_ORGANS})(?:\s?/\s?[A-Za-z0-9][\w.-]*)+"
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
    | (?P<quote>[{_QUOTES}])
    | (?P<open>\() | (?P<close>\))
    | (?P<series>{SERIES.pattern})
    | (?P<symbol>{_SYMBOL})
    | (?P<field>[^\W\d_]{{3,12}})\s?:\s?
    | (?P<minus>[-−](?=[\w({_QUOTES}]))
    | (?P<noise>[^\w\s(){_QUOTES}]+)
    | (?P<chunk>[^\s(){_QUOTES}]+)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_VALUE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]|([^\s(){_QUOTES}]+)")
_UNPLAIN = re.compile(r"[^\w./,'’-]+")
_STARRED = re.compile(r"(.*\w)\*+\W*", re.DOTALL)


class Token(Struct, frozen=True):
    """A bracket, an operator, or a piece of the query that stands for itself."""

    kind: str  #: "(", ")", "AND", "OR", "NOT", "node"
    node: Node | None = None
    text: str = ""


class Tokens(Struct, frozen=True):
    """All of a query's tokens."""

    items: tuple[Token, ...]
    literal: bool


def scan(text: str, register: Register, own_id: Callable[[str], str]) -> Tokens:
    """The tokens of a query; `own_id` says which document is held that is known by an id.

    Raises:
        QueryError: it is longer than a query may be, or has a * after fewer letters than it needs.
    """
    if len(text) > CHARACTERS:
        raise QueryError(f"A query has at most {CHARACTERS} characters; this one has {len(text):,}. Shorten it.")
    # Half a surrogate pair is no character and cannot be written anywhere.
    whole = clean(_CONTROL.sub(" ", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")))
    scanner = _Scanner(whole, register, own_id)
    return Tokens(tuple(scanner.tokens()), scanner.literal)


class _Scanner:
    """One pass over the text, from left to right."""

    def __init__(self, text: str, register: Register, own_id: Callable[[str], str]) -> None:
        self.text = text
        self.literal = False
        self._register, self._own_id = register, own_id
        self._at = 0
        # In a query all in capitals "NO" is a word, as in DERECHO A NO SER TORTURADO.
        self._no = any(character.islower() for character in text)

    def tokens(self) -> Iterator[Token]:
        while self._at < len(self.text):
            match = _TOKEN.match(self.text, self._at)
            if match is None:  # no character is left out of the pattern; an endless loop would be worse than a lost one
                self._at += 1
                continue
            start, self._at = self._at, match.end()
            yield from self._token(match, start)

    def _token(self, match: re.Match[str], start: int) -> Iterator[Token]:
        kind = match.lastgroup if match["series"] is None else "series"
        if kind == "quote":
            yield from self._phrase()
        elif kind in ("open", "close"):
            yield Token("(" if kind == "open" else ")")
        elif kind == "series":
            yield _node(series(match["series"]))
        elif kind == "symbol" and self._begins(start):
            yield _node(symbol(match["symbol"]))
        elif kind == "field":
            yield from self._field(match["field"], start)
        elif kind == "minus" and self._begins(start):
            yield Token("NOT", text="-")
        elif kind in ("chunk", "symbol"):
            yield from self._chunk(match[0])

    def _begins(self, start: int) -> bool:
        return start == 0 or self.text[start - 1].isspace() or self.text[start - 1] in f"(-−{_QUOTES}"

    def _phrase(self) -> Iterator[Token]:
        end = next((i for i in range(self._at, len(self.text)) if self.text[i] in _QUOTES), None)
        if end is None:
            self.literal = True  # the quotation mark has no partner: its words are searched as words
            return
        inside = self.text[self._at : end]
        self._at = end + 1
        cut = tuple(words(inside))
        if cut:
            yield _node(Phrase(" ".join(inside.split()), cut))
        else:
            self.literal = True

    def _field(self, name: str, start: int) -> Iterator[Token]:
        field = FIELDS.get(fold(name))
        value = _VALUE.match(self.text, self._at)
        if field and value and self._begins(start):
            found = self._values(field, value[1], value[2])
            if found:
                self._at = value.end()
                yield _node(Field(field, found))
                return
        # "El Estado: …" is a sentence; "estado:…" was meant as a field.
        self.literal = self.literal or (field is not None and not self.text[self._at - 1].isspace())
        yield from self._chunk(name)

    def _values(self, field: str, quoted: str | None, bare: str | None) -> tuple[str, ...]:
        if quoted is not None:
            typed = [quoted]
        else:
            typed = [part.rstrip(",;" if field == "year" else ",;.:!?") for part in (bare or "").split(",")]
        found = [resolve(field, value, self._register, self._own_id) for value in typed if value]
        return tuple(dict.fromkeys(value for value in found if value)) if all(found) else ()

    def _chunk(self, chunk: str) -> Iterator[Token]:
        if chunk in OPERATORS and (chunk != "NO" or self._no):
            yield Token("NOT" if chunk == "NO" else chunk, text=chunk)
            return
        starred = _STARRED.fullmatch(chunk)
        nodes = _starred(starred[1]) if starred else _plain(chunk)
        if not starred and "*" in chunk.strip("*"):
            self.literal = True
        if nodes:
            yield _node(nodes[0] if len(nodes) == 1 else AndNode(tuple(nodes)))


def _node(node: Node) -> Token:
    return Token("node", node)


def _starred(chunk: str) -> list[Node]:
    """`viv*`; of `no-discrim*`, the beginning of the last word and the words before it."""
    cut = written(clean(chunk))
    *before, last = words(chunk) or [""]
    if not last:
        return []
    if len(last) < STEM:
        raise QueryError(f"Before * there must be at least {STEM} letters: “{cut[-1]}*” would find too many words.")
    return [*(Word(word, word) for word in before if not is_stopword(word)), Prefix(cut[-1], last)]


def _plain(chunk: str) -> list[Node]:
    cut = tuple(words(chunk))
    if not cut:
        return []
    if len(cut) == 1:
        spelled = [word for word in written(clean(chunk)) if words(word)]
        return [Word(spelled[0].lower() if spelled[0] in OPERATORS else spelled[0], cut[0])]
    # Read back, it must be one piece again and nothing of the grammar's own.
    text = _UNPLAIN.sub("-", chunk).strip("-.,/'’")
    if re.fullmatch(_SYMBOL, text, re.IGNORECASE):
        return [symbol(text)]
    if all(map(is_stopword, cut)):  # y/o, and/or; in small letters, for capitals would tell it from a joining word
        return [Word(text.lower(), cut[0])]
    # Numbers and characters of scripts without spaces belong together in their order: 66.3, W-2, 住房权.
    together = any(word.isdigit() or is_ideograph(word) for word in cut)
    if together:
        return [Compound(text, normal(text), cut, (cut,))]
    return [Compound(text, normal(text), tuple(word for word in cut if not is_stopword(word)))]


def symbol(text: str) -> Leaf:
    """A document's symbol, as typed."""
    key = normal(text.rstrip(".-"))
    cut = tuple(words(key))
    return Compound(key.upper(), key, cut, (cut,))


def series(text: str) -> Leaf:
    """A judgment by its number in the Court's series, however it is written."""
    key = normal(text)
    _, letter, number = key.split("-")
    phrases = tuple(
        (serie, letter, *between, number) for serie in ("serie", "series") for between in (("no",), ("n",), ())
    )
    return Compound(f"Serie {letter.upper()} No. {number}", key, (), phrases)
