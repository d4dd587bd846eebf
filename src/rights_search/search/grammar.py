"""The query language: from what was typed to what it means.

    vivienda adecuada          both words, in any of their forms
    "vivienda adecuada"        the phrase
    agua OR saneamiento        either; AND binds tighter
    agua -riego, agua NOT riego, agua NO riego
    (agua OR ríos) vivienda    brackets
    viv*                       the beginning of a word
    right:66  source:judgment  body:cescr  year:2010..2020  state:ECU  symbol:CCPR/C/ECU  lang:es  kind:recommendation
    CCPR/C/ECU/CO/6            a document, by its symbol

No punctuation is an error: what the grammar cannot read is searched as it stands.
"""

from collections.abc import Callable

from msgspec import Struct

from rights_search.errors import QueryError
from rights_search.search.lexer import Token, scan
from rights_search.search.nodes import And, Node, Not, Or, Word, leaves
from rights_search.search.settling import settled
from rights_search.search.stopwords import is_stopword
from rights_search.vocabulary import Register

#: The most words, phrases and fields of one query.
CLAUSES = 32

#: The deepest brackets.
DEPTH = 10


class Reading(Struct, frozen=True):
    """How a query was read."""

    root: Node | None  #: None where nothing is asked
    literal: bool = False
    ignored: tuple[str, ...] = ()  #: words too common to count among others: de, la, of, the


def read(text: str, register: Register, own_id: Callable[[str], str] = str) -> Reading:
    """Read a query; `own_id` says which document is held that is known by an id.

    Raises:
        QueryError: it is too long, too deep or has too many words; the message names the limit.
    """
    tokens = scan(text, register, own_id)
    balanced = _balanced(tokens.items)
    parser = _Parser(_joining(balanced))
    whole = parser.whole()
    ignored: list[str] = []
    root = settled(whole, ignored)
    if root is None:  # nothing but such words: then they are what is sought
        root, ignored = whole, []
    found = {leaf for leaf, _ in leaves(root)}
    if len(found) > CLAUSES:
        raise QueryError(f"A query has at most {CLAUSES} words; this one has {len(found)}. Leave some out.")
    literal = tokens.literal or parser.literal or len(balanced) < len(tokens.items)
    return Reading(root, literal or bool(text.strip() and root is None), tuple(dict.fromkeys(ignored)))


def _balanced(tokens: tuple[Token, ...]) -> list[Token]:
    """The tokens without brackets that have no partner."""
    open_: list[int] = []
    partnered: set[int] = set()
    for place, token in enumerate(tokens):
        if token.kind == "(":
            open_.append(place)
        elif token.kind == ")" and open_:
            partnered.update((open_.pop(), place))
    kept = [token for place, token in enumerate(tokens) if token.kind not in ("(", ")") or place in partnered]
    depth = deepest = 0
    for token in kept:
        depth += {"(": 1, ")": -1}.get(token.kind, 0)
        deepest = max(deepest, depth)
    if deepest > DEPTH:
        raise QueryError(f"Brackets go at most {DEPTH} deep; these go {deepest} deep. Leave some out.")
    return kept


def _joining(tokens: list[Token]) -> list[Token]:
    """The tokens, with every word marked that only joins others. WHO is no "who", unless all is in capitals."""
    mixed = any(c.islower() for token in tokens if isinstance(token.node, Word) for c in token.node.text)
    return [
        Token("node", Word(node.text, node.form, True))
        if isinstance(node := token.node, Word)
        and is_stopword(node.form)
        and not (mixed and node.text.isupper() and len(node.text) > 1)
        else token
        for token in tokens
    ]


class _Parser:
    """Recursive descent over the tokens; an operator without its words is a word itself."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self.literal = False

    def whole(self) -> Node | None:
        return self._or()

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _or(self) -> Node | None:
        parts = [self._and()]
        while (token := self._next()) and token.kind == "OR":
            self._at += 1
            part = self._and()
            if part is None or parts[-1] is None:
                self._as_word(token, parts)
            parts.append(part)
        return _joined(Or, parts)

    def _and(self) -> Node | None:
        parts: list[Node | None] = []
        while (token := self._next()) and token.kind not in ("OR", ")"):
            if token.kind == "AND":
                self._at += 1
                after = self._next()
                if not parts or after is None or after.kind in ("AND", "OR", ")"):
                    self._as_word(token, parts)
                continue
            parts.append(self._unary())
        return _joined(And, parts)

    def _unary(self) -> Node | None:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == "NOT":
            after = self._next()
            part = self._unary() if after and after.kind in ("NOT", "(", "node") else None
            if part is not None:
                return part.part if isinstance(part, Not) else Not(part)
            parts: list[Node | None] = []
            self._as_word(token, parts)
            return _joined(And, parts)
        if token.kind == "(":
            part = self._or()
            self._at += 1  # its partner: brackets come here in pairs
            return part
        return token.node

    def _as_word(self, token: Token, parts: list[Node | None]) -> None:
        self.literal = True
        word = token.text.lower()
        if word.isalpha():
            parts.append(Word(word, word, is_stopword(word)))


def _joined(kind: type[And] | type[Or], parts: list[Node | None]) -> Node | None:
    """The parts under one roof; what is the same kind is taken in."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else [part] if part is not None else [])
    if not flat:
        return None
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def without(node: Node | None, part: Node) -> Node | None:
    """The query without one of its parts at the top."""
    if isinstance(node, And):
        return settled(_joined(And, [other for other in node.parts if other != part]), [])
    return None


def parts_of(node: Node | None) -> tuple[Node, ...]:
    """The parts at the top that must all be there."""
    if isinstance(node, And):
        return node.parts
    return () if node is None else (node,)
