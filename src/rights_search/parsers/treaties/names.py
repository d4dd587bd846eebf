"""Which instrument a text is: by the longest of its known names in the title, else a new one named after the title."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from rights_search.parsers.observations.dates import dates_in
from rights_search.parsers.treaties.parts import NOUN
from rights_search.vocabulary import Named, fold, instruments

#: Where a treaty says how it is called: ILO conventions all do.
CITED_AS = re.compile(
    r"(?:(?:podr|ser)[aá] (?:ser )?citad[oa] como|may be cited as|se denominar[aá]|que se llamar[aá])(.{0,300})",
    re.IGNORECASE | re.DOTALL,
)
#: Words before a treaty's name that are not part of it.
LEAD = re.compile(r"\b(?:instrumento de \w+|ratificaci[oó]n|adhesi[oó]n|ley|textos? refundidos?)\b", re.IGNORECASE)
_SLUG = re.compile(r"[^a-z0-9]+")
_YEARS = re.compile(r",?\s(?:(?:hech[ao]|adoptad[ao]|done|adopted)\s|of\s\d).*$", re.IGNORECASE)
#: A line that says when it was adopted, and is no sentence of the text.
_ADOPTED = re.compile(
    r"\W{0,2}(?:adopted|signed|done|adoptad[ao]|suscrit[ao]|firmad[ao]|hech[ao]|adoptée?|signée?|faite?|conclue?|adotad[ao]"
    r"|assinad[ao]|celebrad[ao])\b",
    re.IGNORECASE,
)
_LONGEST_DATE = 200
_COUNT = re.compile(r"\b(?:\d+|[ivx]+|second|segundo|additional|adicional)\b")


def known(texts: Iterable[str]) -> Named | None:
    """The instrument that the first text with a known name in its place calls by it."""
    for text in texts:
        row = instruments().longest_in(text) if text else None
        if row and _leads(row, text):
            return row
    return None


def adopted_in(lines: Iterable[str]) -> str:
    """When an instrument was adopted, by the first line above its text that begins so: "Adopted on 5 June 2003"."""
    said = (line for line in lines if len(line) <= _LONGEST_DATE and _ADOPTED.match(line))
    return next((date for line in said for _, date in sorted(dates_in(line))), "")


def misspelt(title: str) -> Named | None:
    """The instrument whose long title this is but for a slip of the pen."""
    wanted = fold(title)
    if len(wanted) < 30:
        return None
    for row in instruments().values():
        for name in map(fold, (row.es, row.en)):
            alike = abs(len(name) - len(wanted)) <= 4 and _COUNT.findall(name) == _COUNT.findall(wanted)
            if alike and SequenceMatcher(None, name, wanted).ratio() >= 0.95:
                return row
    return None


def _leads(row: Named, text: str) -> bool:
    """Whether the name stands where a title has it: "Protocolo adicional al Convenio …" is not the Convenio."""
    folded = fold(text)
    names = [name for name in (fold(name) for name in row.all_names) if name in folded]
    if not names:
        return False
    at = folded.find(max(names, key=len))
    return not NOUN.search(LEAD.sub("", folded[:at]))


def cited_as(preamble: str) -> str:
    """What a preamble says the treaty may be called."""
    match = CITED_AS.search(preamble[-1500:])
    return match[1] if match else ""


def slug_of(title: str) -> str:
    """An id made of a title: its words up to sixty characters."""
    words = _SLUG.sub("-", fold(_YEARS.sub("", title))).strip("-")
    return words if len(words) <= 60 else words[:61].rpartition("-")[0]
