"""The lettered parts of a paragraph, "(a) …; (b) …": each on a line of its own, with an anchor."""

import re

from rights_search.model import Anchor
from rights_search.parsers.eids import eid
from rights_search.parsers.numbered.chain import chain

LETTER = re.compile(r"(?<!\w)\(?([a-z])\) ?(?=\S)")
#: What stands before a part: a new line, a stop, "and".
BEFORE = re.compile(r"(?:\n|[:;,.] |\b(?:and|or) |[;,] (?:y|o|et) )$")
NEAR = 6


def lettered(text: str, name: str) -> tuple[str, tuple[Anchor, ...]]:
    r"""The text of the passage of that eId with its parts on lines, and where they begin.

    >>> lettered("States should: (a) Legislate; (b) Report.", "para_4")[0]
    'States should:\n(a) Legislate;\n(b) Report.'
    """
    found = [f for f in LETTER.finditer(text) if BEFORE.search(text[max(0, f.start() - NEAR) : f.start()])]
    kept = [found[place] for place in chain([ord(letter[1]) for letter in found])]
    if len(kept) < 2 or kept[0][1] != "a":
        return text, ()
    pieces: list[str] = []
    anchors: list[Anchor] = []
    begin = at = 0
    for letter in kept:
        pieces.append(text[begin : letter.start()].rstrip())
        at += len(pieces[-1]) + 1
        anchors.append(Anchor(f"{name}__{eid(('point', letter[1]))}", letter[1], at))
        begin = letter.start()
    return "\n".join([*pieces, text[begin:]]), tuple(anchors)
