r"""The title page of a judgment of the African Court, in English, French or Portuguese.

"IN THE MATTER OF / <applicant> / V. / <State> / APPLICATION No. 004/2013 / JUDGMENT / <day>": a line each, some of them
on one line, and the Court's name in several languages above.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from rights_search.parsers.observations.dates import dates_in
from rights_search.vocabulary import fold, states_in_four_languages

#: Where a title page ends at the latest.
TITLE_PAGE = 60
#: In how many lines from the application's number on it says what the decision is, and how near by at which stage.
KIND_LINES, STAGE = 6, 40
#: Small words in the names of cases.
SMALL = {
    "and",
    "of",
    "the",
    "others",
    "other",
    "et",
    "autres",
    "autre",
    "de",
    "du",
    "e",
    "outros",
    "outras",
    "da",
    "do",
}

#: Its name; spaces may be lost between letters that a PDF sets close.
COURT = re.compile(
    r"african\s*court\s*on\s*human\s*and\s*peoples['’]?\s*rights"
    r"|cour\s*africaine\s*des\s*droits\s*de\s*l['’]\s*homme\s*et\s*des\s*peuples"
    r"|tribunal\s*africano\s*dos\s*direitos\s*(?:do\s*homem|humanos)\s*e\s*dos\s*povos",
    re.IGNORECASE,
)
_APPLICATION = re.compile(
    r"(?:consolidated |joint )?(?:(?P<en>applications?)|(?P<fr>requ[êe]tes?(?: jointes)?)|(?P<pt>peti[çc](?:ão|ões)))"
    r"\s+"
    r"n(?:o|º|°|os|\.?[ºo°]s?)?s?\.?\s*(?P<numbers>\d{3}/\d{4}\b[^\n]{0,120})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b\d{3}/(?:19|20)\d\d\b")
_MATTER = re.compile(
    r"(?:in )?the (?:consolidated )?(?:matters?|cases?) (?:of|between)\b:?|(?:en l['’])?affaires?(?: jointes)?\b\s?:?"
    r"|(?:no )?processo que envolve\b:?"
    r"|(?:no |em )?(?:processo|mat[ée]ria|quest[ãa]o|causa) (?:de|entre|relativ[oa] a)\b:?",
    re.IGNORECASE,
)
_VERSUS = re.compile(r"(?:^|\s)(?:v\.?|vs\.?|versus|c\.|c/|contre|contra)(?:\s|$)", re.IGNORECASE)
#: What a decision is called; what stands behind it says at which stage.
_KIND = re.compile(
    r"\b(?P<order>orders?|ordonnances?|despachos?)\b|\b(?:judge?ment|ruling|decision|arr[êe]t|d[ée]cision|ac[óo]rd[ãa]o"
    r"|senten[çc]a|decis[ãa]o)\b",
    re.IGNORECASE,
)
_REPARATIONS = re.compile(r"\b(?:reparations?|r[ée]parations?|repara[çc](?:[ãa]o|[õo]es))\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:the court|la cour|o tribunal)\b", re.IGNORECASE)
_VERSUS_IN = {"en": "v.", "fr": "c.", "pt": "c."}
_WORD = re.compile(r"[^\W\d_]+")


class TitlePage(Struct, frozen=True):
    """What it says of the case."""

    applicant: str
    respondent: str
    numbers: tuple[str, ...]
    language: str
    date: str
    stage: str  #: "order" or "reparations"; "" for the judgment

    @property
    def title(self) -> str:
        """As cited: "Juma Aluoch v. United Republic of Tanzania"."""
        return f"{self.applicant} {_VERSUS_IN[self.language]} {self.respondent}".strip()

    @property
    def states(self) -> tuple[str, ...]:
        """The respondent, where it is a State."""
        known = states_in_four_languages()
        state = known.named(self.respondent) or known.longest_in(self.respondent)
        return (state.id,) if state else ()


def read_title(lines: Sequence[str]) -> TitlePage | None:
    """The facts of the first lines; nothing where they are no title page of the Court."""
    front = _front(lines)
    place = next((place for place, line in enumerate(front) if _APPLICATION.match(line)), None)
    court = next((place for place, line in enumerate(front) if COURT.search(line)), None)
    if place is None or court is None:
        return None
    below = " ".join(front[place : place + KIND_LINES])
    kind = _KIND.search(below)
    application = _APPLICATION.match(" ".join(front[place : place + 2]))
    parties = _parties(front[court + 1 : place])
    if application is None or parties is None or kind is None:
        return None
    reparations = "reparations" if _REPARATIONS.search(below, kind.end(), kind.end() + STAGE) else ""
    return TitlePage(
        applicant=_mixed_case(parties[0]),
        respondent=_mixed_case(parties[1]),
        numbers=tuple(dict.fromkeys(_NUMBER.findall(application["numbers"]))),
        language=next(language for language in ("en", "fr", "pt") if application[language]),
        date=_date(front[place:]),
        stage="order" if kind["order"] else reparations,
    )


def _front(lines: Sequence[str]) -> list[str]:
    """The title page: what stands above "The Court composed of …", without the bars of tables."""
    bare = [line.replace("|", " ").strip() for line in lines[:TITLE_PAGE]]
    end = next((place for place, line in enumerate(bare) if _OPENING.match(line)), len(bare))
    return [" ".join(line.split()) for line in bare[:end] if line.strip(" -:")]


def _parties(lines: Sequence[str]) -> tuple[str, str] | None:
    """Applicant and respondent, between the Court's name and the application's number."""
    begin = max((place for place, line in enumerate(lines) if _MATTER.match(line) or COURT.search(line)), default=-1)
    rest = _MATTER.sub("", lines[begin], count=1).strip() if begin >= 0 and _MATTER.match(lines[begin]) else ""
    printed = " ".join((rest, *lines[begin + 1 :])).strip()
    parts = _VERSUS.split(printed)
    return (" ".join(parts[:-1]).strip(), parts[-1].strip()) if len(parts) > 1 else None


def _date(lines: Sequence[str]) -> str:
    """The first whole day below the application's number."""
    days = (date for line in lines for _, date in sorted(dates_in(line)))
    return next((day for day in days if len(day) == len("2003-01-20")), "")


def _mixed_case(name: str) -> str:
    """A name with capitals only where names have them."""
    if not name.isupper():
        return name
    words = _WORD.sub(lambda word: word[0].lower() if fold(word[0]) in SMALL else word[0].capitalize(), name)
    return words[:1].upper() + words[1:]
