"""Words that are quoted: where they begin, and what is named in front of them."""

import re

#: How long a quotation is looked through for its beginning.
LONGEST = 1500
CLOSES = re.compile(r"[”\"»]\s*$")
#: The title of a text that is none of ours: “the World Declaration on Education for All which states:”.
TITLED = re.compile(
    r"\b(?:Declarations?|Declaraci[oó]n|Charter|Carta|Principles|Principios|Directrices|Guidelines|Recommendation|Recomendaci[oó]n|Resolution|Resoluci[oó]n)\b"
)
_MARKS = re.compile(r"[“”«»]")


def quotation(text: str, end: int) -> int | None:
    """Where the quotation begins that ends before `text[end]`; None where none does."""
    closes = CLOSES.search(text, max(0, end - 3), end)
    if closes is None:
        return None
    since = max(0, closes.start() - LONGEST)
    if closes[0][0] == '"':
        opens = text.rfind('"', since, closes.start())
        return opens if opens >= 0 else None
    depth = 0
    for mark in reversed(list(_MARKS.finditer(text, since, closes.start() + 1))):
        depth += 1 if mark[0] in "”»" else -1
        if not depth:
            return mark.start()
    return None


def open_quotation(text: str, at: int) -> int | None:
    """Where the quotation begins in the midst of which `text[at]` stands; None where it stands in none."""
    depth = 0
    for mark in reversed(list(_MARKS.finditer(text, max(0, at - LONGEST), at))):
        depth += 1 if mark[0] in "”»" else -1
        if depth < 0:
            return mark.start()
    return None
