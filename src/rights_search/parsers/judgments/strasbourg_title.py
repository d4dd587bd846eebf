r"""The title page of a judgment or decision of the European Court, in English or French.

A judgment names its case on a line ("CASE OF … v. …", "AFFAIRE … c. …") and its day alone on another. A decision has
the application first, then applicant and State ("Application no. … / … / against …"), and says on which day it sat.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rights_search.parsers.observations.dates import WRITTEN, dates_in
from rights_search.vocabulary import states_in_four_languages

#: Where a title page ends at the latest.
TITLE_PAGE = 60
#: A name may run over so many lines.
NAME_LINES = 3

_CASE = re.compile(r"(?P<name>CASE OF .{3,200}?|AFFAIRE .{3,200}?) (?P<versus>v\.|c\.) (?P<state>.{3,60})$")
_APPLICATION = re.compile(
    r"(?:\b(?P<en>Applications?) nos?\.|\b(?P<fr>Requêtes?) n(?:os?|[º°]s?)\.?)\s*"
    r"(?P<numbers>\d[\d/,\s–-]+(?:(?:and|et) (?:\d+ (?:others|autres)|[\d/]+))?)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,6}/\d{2}\b")
_AGAINST = re.compile(r"(?P<name>.{0,200}?)\b(?:against|contre) (?P<state>.{3,60})$")
_BY = re.compile(r"(?:and |et )?(?:(?:lodged|introduced|présentées?|introduites?) )?(?:by|par) ")
_DECISION = re.compile(
    r"(?:(?:PARTIAL|FINAL) )?DECISION|DÉCISION(?: PARTIELLE| FINALE)?|AS TO THE ADMISSIBILITY OF|SUR LA RECEVABILITÉ"
)
_SITTING = re.compile(r"\b(?:sitting|siégeant)\b[^.;:]{0,60}?\b(?:on|le)\s+(?=\d)")
_ARTICLE = re.compile(r"(?:the |la |le |les |l['’]\s?)", re.IGNORECASE)
_SECOND = re.compile(r"\s*\((?:no|n[º°])\.? ?\d+\)$", re.IGNORECASE)


class TitlePage(Struct, frozen=True):
    """What it says of the case."""

    title: str  #: as printed, but on one line
    respondents: tuple[str, ...]
    numbers: tuple[str, ...]
    language: str
    date: str = ""


def has_title(lines: Sequence[str]) -> bool:
    """Whether the first lines name a case and its application."""
    return _application(lines) is not None and _named(lines) is not None


def read_title(lines: Sequence[str]) -> TitlePage | None:
    """The facts of the first lines, without marks of headings; nothing where they name no case or no application."""
    front = lines[:TITLE_PAGE]
    application, named = _application(front), _named(front)
    if application is None or named is None:
        return None
    name, state, decision = named
    french = application["fr"] is not None
    return TitlePage(
        title=f"{name} {'c.' if french else 'v.'} {state}",
        respondents=tuple(_respondents(state)),
        numbers=tuple(dict.fromkeys(_NUMBER.findall(application["numbers"]))),
        language="fr" if french else "en",
        date=_date(front, decision),
    )


def _application(front: Sequence[str]) -> re.Match[str] | None:
    """The line with the application's number; of many they may go on over the next."""
    for place, line in enumerate(front):
        if _APPLICATION.search(line):
            found = _APPLICATION.search(" ".join(front[place : place + NAME_LINES]))
            return found if found and _NUMBER.search(found["numbers"]) else None
    return None


def _named(front: Sequence[str]) -> tuple[str, str, bool] | None:
    """The applicant and the State as printed, and whether it is a decision."""
    for place in range(len(front)):
        for more in range(1, NAME_LINES + 1):
            if found := _CASE.match(" ".join(front[place : place + more])):
                return found["name"], found["state"], False
    begin = next((place for place, line in enumerate(front) if _DECISION.fullmatch(line)), None)
    number = next((place for place, line in enumerate(front) if _APPLICATION.match(line)), None)
    return None if begin is None or number is None else _against(front[number + 1 :])


def _against(lines: Sequence[str]) -> tuple[str, str, bool] | None:
    """The applicant above or before "against" and the State behind it; further pairs are "others"."""
    name: list[str] = []
    for place, line in enumerate(lines[: 2 * NAME_LINES]):
        if found := _AGAINST.match(line):
            whole = _BY.sub("", " ".join((*name, found["name"])).strip(), count=1)
            french = "contre " in line
            others = any(_AGAINST.match(more) for more in lines[place + 1 : place + NAME_LINES])
            whole += (" et autres" if french else " and Others") * others
            return whole, _ARTICLE.sub("", found["state"], count=1), True
        name.append(line)
    return None


def _date(front: Sequence[str], decision: bool) -> str:
    """The first day that stands alone on a line; of a decision without one the day on which the Court sat."""
    alone = next((line for line in front if WRITTEN.fullmatch(line.lower())), "")
    if not alone and decision and (sitting := _SITTING.search(printed := " ".join(front))):
        alone = printed[sitting.end() : sitting.end() + 30]
    return next((date for _, date in sorted(dates_in(alone)) if len(date) == len("2003-01-20")), "")


def _respondents(printed: str) -> Iterator[str]:
    """The States against which an application is directed."""
    known = states_in_four_languages()
    whole = _ARTICLE.sub("", _SECOND.sub("", printed), count=1)
    names = [whole] if known.named(whole) else re.split(r",\s*| and | et ", whole, flags=re.IGNORECASE)
    for name in names:
        bare = _ARTICLE.sub("", name.strip(), count=1)
        if state := known.named(bare) or known.longest_in(bare):
            yield state.id
