"""Names as one pattern: a tree of words, so that hundreds of names cost hardly more than one."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from rights_search.citations.folding import plain

Tree: TypeAlias = "dict[str, Tree]"
END = ""
_WORD = re.compile(r"[^\W_]+")
#: What may stand between two words of a name: spaces, a line break, a comma, a full stop, a bracket, a hyphen.
GAP = r"[\s,.()\[\]'/º°-]{1,3}"


def tree_of(names: Iterable[str]) -> Tree:
    """The names, folded, as a tree of their words."""
    root: Tree = {}
    for name in names:
        node = root
        for word in _WORD.findall(plain(name)):
            node = node.setdefault(word, {})
        node[END] = {}
    return root


def pattern(node: Tree) -> str:
    """The tree as a pattern that takes the longest name first."""
    branches = [
        re.escape(word) + (pattern_after(below) if set(below) != {END} else "")
        for word, below in sorted(node.items(), key=lambda item: -len(item[0]))
        if word != END
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def pattern_after(below: Tree) -> str:
    """What may or must follow a word."""
    rest = GAP + pattern(below)
    return f"(?:{rest})?" if END in below else rest


def key(found: str) -> str:
    """A found name as its words, to look it up by."""
    return " ".join(_WORD.findall(found))
