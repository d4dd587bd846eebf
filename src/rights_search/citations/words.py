"""Names as one pattern: a tree of words, so that hundreds of names cost hardly more than one."""

import re
from collections.abc import Iterable
from itertools import groupby
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
    """The tree as a pattern that takes the longest name first.

    Words with the same first letter share a branch: where none begins, one comparison a letter tells.
    """
    words = sorted((word for word in node if word != END), key=lambda word: (word[0], -len(word)))
    branches = (
        _either(re.escape(word) + (pattern_after(node[word]) if set(node[word]) != {END} else "") for word in same)
        for _, same in groupby(words, key=lambda word: word[0])
    )
    return _either(branches)


def _either(branches: Iterable[str]) -> str:
    first, *others = branches
    return f"(?:{'|'.join((first, *others))})" if others else first


def pattern_after(below: Tree) -> str:
    """What may or must follow a word."""
    rest = GAP + pattern(below)
    return f"(?:{rest})?" if END in below else rest


def key(found: str) -> str:
    """A found name as its words, to look it up by."""
    return " ".join(_WORD.findall(found))
