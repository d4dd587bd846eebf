"""A query as it was understood: a small tree, before it becomes a query of Whoosh."""

from collections.abc import Iterator

from msgspec import Struct


class Word(Struct, frozen=True):
    """A word in any of its forms: viviendas finds vivienda."""

    text: str  #: as typed
    form: str  #: folded
    joins: bool = False  #: whether it only joins others, as "de" and "of", and may be left out among them


class Phrase(Struct, frozen=True):
    """Words side by side, exactly as they are but for case and accents."""

    text: str
    words: tuple[str, ...]


class Compound(Struct, frozen=True):
    """What is typed without a space or names a document: `CCPR/C/ECU/CO/6`, `66.3`, `non-discrimination`.

    Finds the documents of that symbol or id (`key`), the passages with one of the `phrases`, or, where it has none,
    the passages with all of its words.
    """

    text: str
    key: str
    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()


class Numbered(Struct, frozen=True):
    """A part by its number, however the part is called: "art. 26" finds "artículo 26" and "article 26"."""

    text: str
    forms: tuple[str, ...]  #: what the part may be called, folded
    number: tuple[Word | Compound, ...]  #: its number, and perhaps a letter


class Prefix(Struct, frozen=True):
    """The beginning of a word: viv* finds vivienda, vivir, vivo."""

    text: str
    word: str


class Field(Struct, frozen=True):
    """A field and the values it may have, already looked up: right:66, source:judgment, year:2010..2020."""

    name: str
    values: tuple[str, ...]


class Not(Struct, frozen=True):
    """What must not be there."""

    part: "Node"


class And(Struct, frozen=True):
    """What must all be there."""

    parts: tuple["Node", ...]


class Or(Struct, frozen=True):
    """Of which one must be there."""

    parts: tuple["Node", ...]


Sought = Word | Phrase | Compound | Numbered | Prefix
Leaf = Sought | Field
Node = Leaf | Not | And | Or


def leaves(node: "Node | None", negated: bool = False) -> Iterator[tuple[Leaf, bool]]:
    """Every leaf, in the order typed, and whether it is excluded."""
    if isinstance(node, Not):
        yield from leaves(node.part, not negated)
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part, negated)
    elif node is not None:
        yield node, negated


def wanted(node: "Node | None") -> Iterator[Sought]:
    """What is sought in the text, each once: what is marked in a passage."""
    seen = set()
    for leaf, negated in leaves(node):
        if not negated and not isinstance(leaf, Field) and leaf not in seen:
            seen.add(leaf)
            yield leaf


OPERATORS = ("AND", "OR", "NOT", "NO")


def shown(node: "Node | None") -> str:
    """The query in its own grammar; read again, it is the same query.

    >>> shown(Or((Word("agua", "agua"), And((Word("ríos", "rios"), Not(Phrase("lago azul", ("lago", "azul"))))))))
    'agua OR (ríos -"lago azul")'
    """
    if node is None:
        return ""
    if isinstance(node, Word | Compound):
        return node.text
    if isinstance(node, Numbered):
        return " ".join((node.text, *map(shown, node.number)))
    if isinstance(node, Phrase):
        return f'"{node.text}"'
    if isinstance(node, Prefix):
        return f"{node.text}*"
    if isinstance(node, Field):
        return f"{node.name}:{','.join(_quoted(value) for value in node.values)}"
    if isinstance(node, Not):
        return f"-({shown(node.part)})" if isinstance(node.part, Numbered) else f"-{_grouped(node.part)}"
    joint = " OR " if isinstance(node, Or) else " "
    return joint.join(_grouped(part) for part in node.parts)


def _grouped(node: "Node") -> str:
    return f"({shown(node)})" if isinstance(node, And | Or) else shown(node)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
