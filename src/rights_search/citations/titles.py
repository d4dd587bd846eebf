"""Titles: whether words are all of a law's title, or the heading of an article that is quoted."""

import re

from rights_search.citations.spaces import compiled

#: Behind the number where an article of a law is quoted with its heading: “Art. 2.- Plazos”.
QUOTED_HEADING = compiled(r"\s*\.\s?[-–—]")
#: … or “Artículo 20. Los agentes …”, at the beginning of a line or behind what was left out, of a law unknown to us.
QUOTED_BEGINS = re.compile(r"(?:\n-?|[\])] -|[“\"]|[\[(](?:…|\.{3})[\])]\s)$")
#: … and, where one such heading stood before, behind any sentence.
QUOTED_ON = re.compile(rf"(?:{QUOTED_BEGINS.pattern[:-1]}|[.”]\s+)$")
#: … or on a line of its own, or with the number of its first paragraph: “She is heard. Article 15 1. States parties …”.
ALONE = re.compile(r"[ \t]*\n")
SPOKEN_ON = re.compile(r"[.:;”]\s+$")
NUMBERED = re.compile(r"\s+1\.\s+[A-ZÁÉÍÓÚÑ]")
ANNOUNCED_TITLE = re.compile(r"\s+(?:[“\"«\[]?[A-ZÁÉÍÓÚÑ]|\d\.\s)")
ANNOUNCED = re.compile(r":\s*[“\"«]?\s?$")
QUOTED_DASH = re.compile(r"\s?[-–—]\s?[A-ZÁÉÍÓÚÑ]")
QUOTED_TITLE = compiled(r"[.:]\s+[“\"]?(?:[A-ZÁÉÍÓÚÑ]|1\.\s)")
#: In the title of a law with a capital, “Ley Orgánica de Salud (arts. 3 y 4)”: words that any word may follow …
LEADS = frozenset(["de", "del", "sobre", "contra", "para", "of", "on", "against", "for"])
#: … and words that only a capital may: behind “la Ley de Aguas y la tala” the title is over.
JOINS = frozenset(["y", "e", "la", "las", "los", "el", "and", "the", "núm.", "núm", "n.º", "nº", "no.", "No."])


def is_title(words: str) -> bool:
    """Whether these words, behind “Ley” or “Code”, are all of its title: capitals, numbers, and what joins them."""
    before = ""
    for word in words.split():
        leads = before in LEADS or (before in JOINS and word not in LEADS | JOINS and word[0].isupper())
        if not (leads or word in LEADS or word in JOINS or word[0].isupper() or word[0].isdigit()):
            return False
        before = word if word not in JOINS or before not in LEADS else before
    return before not in LEADS | JOINS


def is_quoted_heading(text: str, start: int, end: int, *, known: bool, named: bool, quoting: bool) -> bool:
    """Whether an article printed at `text[start:end]` is the heading of one that is quoted, which cites nothing.

    `known`: its law is one of ours. Then only “Art. 2.- Plazos” is a heading, and what a colon announces.
    `named`: its law stands beside it. `quoting`: such a heading stood before, and another may follow on the same line.
    """
    if QUOTED_HEADING.match(text, end):
        return True
    announced = text[start].isupper() and ANNOUNCED.search(text, max(0, start - 6), start)
    alone = not named and (not start or text[start - 1] == "\n") and ALONE.match(text, end)
    if alone or (
        text[start].isupper() and SPOKEN_ON.search(text, max(0, start - 6), start) and NUMBERED.match(text, end)
    ):
        return True
    if announced and (QUOTED_TITLE.match(text, end) or (not named and ANNOUNCED_TITLE.match(text, end))):
        return True
    goes_on = quoting and not named and text[start].isupper() and SPOKEN_ON.search(text, max(0, start - 6), start)
    if goes_on and (ANNOUNCED_TITLE.match(text, end) or QUOTED_TITLE.match(text, end)):
        return True
    begins = not start or (QUOTED_ON if quoting else QUOTED_BEGINS).search(text, max(0, start - 6), start)
    return bool(begins and (QUOTED_DASH.match(text, end) or (not known and QUOTED_TITLE.match(text, end))))
