"""The last look at a query's tree: what is numbered, what only joins, what stands twice.

This is done on the tree and not on the words as typed, so that a query read back is read the same again.
"""

from rights_search.search.nodes import And, Compound, Node, Not, Numbered, Or, Word

#: Names of numbered parts that mean the same before a number: "art. 26", "artículo 26", "article 26".
NUMBERED = (
    ("art", "arts", "articulo", "articulos", "article", "articles"),
    ("parr", "parrs", "parrafo", "parrafos", "para", "paras", "paragraph", "paragraphs"),
    ("num", "numeral", "numerales"),
    ("lit", "literal"),
)


_FORMS = {form: forms for forms in NUMBERED for form in forms}


def settled(node: Node | None, ignored: list[str]) -> Node | None:
    """The tree as it is sought; the words that are left out are added to `ignored`."""
    if isinstance(node, Not):
        part = settled(node.part, ignored) if isinstance(node.part, And | Or) else node.part
        return Not(part or node.part)
    if isinstance(node, And):
        return _under(And, [settled(part, ignored) for part in _with_numbers(node.parts)])
    if isinstance(node, Or):
        return _under(Or, [settled(part, ignored) for part in node.parts])
    if isinstance(node, Word) and node.joins:
        ignored.append(node.text)
        return None
    return node


def _under(kind: type[And] | type[Or], parts: list[Node | None]) -> Node | None:
    flat = (one for part in parts if part is not None for one in (part.parts if isinstance(part, kind) else (part,)))
    unique: tuple[Node, ...] = tuple(dict.fromkeys(flat))
    if not unique:
        return None
    return unique[0] if len(unique) == 1 else kind(unique)


def _with_numbers(parts: tuple[Node, ...]) -> list[Node]:
    """The parts, with names of numbered things and their numbers made one: "art. 26", "art. 5 a"."""
    result: list[Node] = []
    rest = list(parts)
    while rest:
        name = rest.pop(0)
        # Words between that only join others do not count: "artículo el 26".
        between = next((place for place, part in enumerate(rest) if not _joins(part)), len(rest))
        digits = _number(rest[between]) if between < len(rest) else None
        if not isinstance(name, Word) or name.form not in _FORMS or digits is None:
            result.append(name)
            continue
        result.extend(rest[:between])
        del rest[: between + 1]
        letter = [rest.pop(0)] if rest and _joins(rest[0], "a") else []
        number = (digits, *(node for node in letter if isinstance(node, Word)))
        result.append(Numbered(name.text, _FORMS[name.form], number))
    return result


def _joins(node: Node, text: str = "") -> bool:
    return isinstance(node, Word) and node.joins and (not text or node.text == text)


def _number(node: Node) -> Word | Compound | None:
    if isinstance(node, Word) and node.form.isdigit():
        return node
    return node if isinstance(node, Compound) and node.words and node.words[0].isdigit() else None
