r"""What the title pages of decisions say in lines of their own: the day of Views, the State of an opinion, a subject.

Views of a committee name two days, each behind its label: that of the communication and that of their adoption. An
opinion of the Working Group on Arbitrary Detention says at its end when it was adopted. A resolution names its subject
below the line that says who adopted it.
"""

import re
from collections.abc import Sequence

from rights_search.parsers.observations.dates import dates_in
from rights_search.parsers.upr.recommendations import state_named
from rights_search.vocabulary import states_in_four_languages

#: Opinions of the Working Group, by the beginning of their title.
OPINION = re.compile(r"(?:opinion no\b|opinión n(?:o|úm|[º°])|avis n(?:o|[º°]))", re.IGNORECASE)

_ADOPTED = re.compile(
    r"\bdate of (?:the )?(?:present )?(?:adoption\b|views|decision|opinion|findings)"
    r"|\bdate (?:de l\s?['’]\s?adoption|d(?:e|es|u) ?s? ?(?:présentes? )?(?:constatations|conclusions|décision|avis)"
    r"|de la (?:présente )?décision|de l\s?['’]\s?avis)"
    r"|\bfecha d(?:e|el) (?:la )?(?:presente )?(?:aprobación|adopción|dictamen|decisión|opinión)",
    re.IGNORECASE,
)
#: A decision that was not the last: on whether the communication may be heard, or what to do meanwhile.
_EARLIER = re.compile(r"\s*(?:on|sur|sobre) (?:the |la )?(?:admissibility|recevabilité|admisibilidad)", re.IGNORECASE)
#: "Meeting on 25 March 1996": how older Views begin.
_MET = re.compile(r"^(?:meeting on|réuni le|reunido el)\s+(?=\d)", re.IGNORECASE | re.MULTILINE)
#: What the days of the communication and of earlier steps stand behind.
_BEFORE = re.compile(
    r"\b(?:date of (?:the )?(?:initial )?(?:communication|complaint|submission)"
    r"|date de (?:la )?(?:communication|présentation|requête)|fecha de (?:la )?(?:comunicación|presentación|queja)"
    r"|(?:document )?references|références|referencias)"
    r"[^\n:]{0,30}\s?:\s*[^\n]{0,300}",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"(?:States? part(?:y|ies)|Estados? partes?|États? parties?)(?: concerned| concernée?| interesado)?"
    r"\s{0,6}:\s{0,6}(?P<state>[^\n]{3,60})",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(r"\[\s?(?:adopted on|aprobad[ao] el|adoptée? le)\s+(?P<day>[^\]]{6,40})\]", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]{3,80})\)\W*$")
_AND = re.compile(r",\s| and | y | e | et ")
#: How far behind its label a day stands.
REACH = 120
#: "76/300. The human right …", "217 A (III). International Bill …".
_SUBJECT = re.compile(r"(?:(?:S-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?|\d{1,4}(?: [A-Z])?(?: \([IVXLC]+\)))\.\s+(?=\S)")
#: In how many lines below the adoption a subject begins.
SUBJECT_WITHIN = 6


def decided_on(head: str) -> str:
    """The day on which a committee adopted Views or another decision; "" where the title page gives no such day."""
    printed = " ".join(head.split())
    for label in _ADOPTED.finditer(printed):
        behind = printed[label.end() : label.end() + REACH]
        if not _EARLIER.match(behind) and (day := _first_day(behind)):
            return day
    met = _MET.search(head)
    return _first_day(head[met.end() : met.end() + REACH]) if met else ""


def without_earlier_days(head: str) -> str:
    """The title page without the days of the communication and of what was decided before."""
    return _BEFORE.sub(" ", head)


def opinion_adopted_on(texts: Sequence[str]) -> str:
    """The day in brackets at the end of an opinion; "" where there is none."""
    return next((_first_day(found["day"]) for text in reversed(texts) if (found := _AT_THE_END.search(text))), "")


def _first_day(text: str) -> str:
    return next((date for _, date in sorted(dates_in(text)) if len(date) == len("2003-01-20")), "")


def state_addressed(head: str) -> str:
    """The State that a title page names as the party to a communication."""
    printed = _ADDRESSED.search(head)
    return state_named(printed["state"].strip(" |*\t")) if printed else ""


def state_of_opinion(title: str) -> str:
    """The first State in the brackets at the end of an opinion's title."""
    printed = _IN_BRACKETS.search(title)
    for name in (printed[1], *_AND.split(printed[1])) if printed else ():
        if row := states_in_four_languages().named(name.strip()) or states_in_four_languages().longest_in(name):
            return row.id
    return ""


def subject_below(title: str, lines: Sequence[str]) -> int:
    """Which line, below the one that says who adopted a resolution, begins its subject; -1 where none does."""
    begin = next((place for place, line in enumerate(lines) if line and title.startswith(line)), len(lines))
    within = range(begin + 1, min(begin + 1 + SUBJECT_WITHIN, len(lines)))
    return next((place for place in within if _SUBJECT.match(lines[place])), -1)
