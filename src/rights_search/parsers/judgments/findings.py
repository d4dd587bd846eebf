r"""What the operative points find: the provisions violated, those not violated, and the duties that accompany them.

"… es responsable por la violación del artículo 5.1 de la Convención, en relación con los artículos 1.1 y 2 de la misma"
finds 5.1 violated; 1.1 and 2 only accompany it. Points that accept, reject or order find nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

from msgspec import Struct

from rights_search.model import Passage
from rights_search.parsers.judgments.citations import groups_of

#: Under these verbs the Court orders and decides on procedure.
_ORDERS = re.compile(r"\b(?:DISPONE|ORDENA|ORDERS)\b", re.IGNORECASE)
_NO_FINDING = re.compile(
    r"^\W*(?:que\s+)?(?:se\s+)?(?:acept|admit|desestim|rechaz|tom(?:ar|a)\s+nota|homolog|declarar?\s+(?:in)?admisible|declarar?\s+(?:im)?procedente"
    r"|(?:esta|la\s+presente)\s+sentencia\s+constituye|el\s+estado\s+(?:debe|deber[áa])\b)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\bresponsables?\b|\bresponsabilidad\s+internacional\b|\bviol(?:ó|a|aron|ado|ados|ad[oa]s?)\b|\bvulner(?:ó|aron|ad[oa]s?)\b"
    r"|\bincumpli(?:ó|eron|do)\b|\binobserv(?:ó|ado|aron)\b|\binfring(?:ió|ido|ieron)\b|\btransgred(?:ió|ido|ieron)\b"
    r"|\b(?:constituy(?:ó|e|eron)|existi(?:ó|eron)|hubo|configur(?:ó|a|ado|aron)|comprob(?:ó|ado)|prob(?:ó|ado)|acredit(?:ó|ado)"
    r"|demostr(?:ó|ado)|constat(?:ó|ado)|verific(?:ó|ado)|declar(?:ó|a|ado)|desprende|estableci(?:ó|do))\b(?=[^.;]{0,120}\bviol)"
    r"|\bno\s+cuenta\s+con\s+(?:los\s+)?elementos|\bno\s+(?:hay|existen)\s+(?:elementos|pruebas?)|\bviolated\b|\bresponsible\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;]\s")
#: The longest clause within which one word governs another.
CLAUSE = 200
_DISSENT = re.compile(r"\b(?:Parcialmente\s+)?[Dd]isient(?:e|en)\b")
_NOT = re.compile(
    r"\b(?:no|ni|not|tampoco)\b(?:\s+(?:se|es|ha|han|fue|fueron|resulta|sido|son|puede|internacionalmente|le)){0,4}\s*$",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\bno\s+(?:es\s+necesario|procede|corresponde|resulta\s+(?:necesario|procedente|pertinente)|considera|estima|emite|emitir|se\s+pronuncia"
    r"|ha\s+lugar|hay\s+lugar|hace\s+falta)\b|\binnecesario\s+pronunci|\bcarece\s+de\s+(?:objeto|competencia)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:en|con)\s+(?:relaci[óo]n|conexi[óo]n|concordancia|conjunci[óo]n)\b|\ben\s+conjunto\s+con\b|\brelacionad[oa]s?\s+con\b|\bconjuntamente\s+con\b"
    r"|\ba\s+la\s+luz\b|\binterpretad|\ben\s+virtud\s+de"
    r"|\bin\s+relation\s+to\b|\ben\s+los\s+t[ée]rminos\s+del?\s+art",
    re.IGNORECASE,
)
#: These words name the articles of a finding where none was named before, and accompany one already named.
_ACCORDING = re.compile(r"\bde\s+conformidad\s+con\b|\bconforme\s+a|\bde\s+acuerdo\s+(?:con|a)\b", re.IGNORECASE)
_ANEW = re.compile(
    r"\n[a-z]{1,2}\)|,\s+y\s+los\s+$|"
    r"\bas[íi]\s+como\b(?!\s+(?:con|en\s+relaci))|\btambi[ée]n\b|\badem[áa]s\b|\basimismo\b|\bigualmente\b|;|\.\s+(?-i:[A-ZÁÉÍÓÚ])"
    r"|\b(?:y|e)\s+(?:de\s+los?\s+derechos?|del?\s+derechos?|por|(?:ha\s+)?(?:inobserv|incumpl|viol|vulner)|a\s+los\s+derechos|al\s+derecho|los\s+derechos|el\s+derecho)",
    re.IGNORECASE,
)


class Findings(Struct, frozen=True):
    """Provision ids, in the order of the points."""

    violated: tuple[str, ...] = ()
    not_violated: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()


class _Tally(Struct):
    violated: list[str]
    not_violated: list[str]
    accompanying: list[str]


def findings_of(points: Iterable[Passage]) -> Findings:
    """What the points find."""
    tally = _Tally([], [], [])
    for point in points:
        verb = next((heading for heading in reversed(point.path[1:]) if _ORDERS.search(heading)), "")
        if not verb and not _NO_FINDING.match(point.text):
            _read(point.text, tally)
    violated = tuple(dict.fromkeys(tally.violated))
    spared = tuple(dict.fromkeys(id_ for id_ in tally.not_violated if id_ not in violated))
    beside = tuple(dict.fromkeys(id_ for id_ in tally.accompanying if id_ not in violated))
    return Findings(violated, spared, beside)


def _read(text: str, tally: _Tally) -> None:
    """Sort one point's lists of articles."""
    dissent = _DISSENT.search(text)
    text = text[: dissent.start()] if dissent else text
    outcomes = _Outcomes(text)
    place, accompanying, named = 0, False, False
    for group in groups_of(text):
        outcome = outcomes.at(group.start)
        accompanying = _accompanies(text[place : group.start], accompanying, named)
        place, named = group.end, True
        if outcome is None:
            continue
        if accompanying:
            if outcome:
                tally.accompanying.extend(group.provisions)
        elif outcome:
            tally.violated.extend(group.provisions)
        else:
            tally.not_violated.extend(group.provisions)


class _Outcomes:
    """What a point finds at each place of its text, by the verbs before it."""

    def __init__(self, text: str) -> None:
        """Read the verbs once, in order."""
        self._text = text
        self._ends: list[int] = []
        self._found: list[bool] = []
        self._silent = [silent.end() for silent in _SILENT.finditer(text)]
        found, last = True, 0
        for verb in _VERB.finditer(text):
            between = text[last : verb.start()]
            denied = verb[0].casefold().startswith("no ") or bool(_NOT.search(between[-60:]))
            # "No se ha comprobado que el Estado violó …, ni que incumplió …": the denial holds for what it governs.
            governed = not found and not _SENTENCE.search(between)
            found, last = not (denied or governed), verb.end()
            self._ends.append(last)
            self._found.append(found)

    def at(self, place: int) -> bool | None:
        """Whether what is named here is found violated; none where nothing is found."""
        verb = bisect_right(self._ends, place) - 1
        silent = bisect_right(self._silent, place) - 1
        last = self._ends[verb] if verb >= 0 else 0
        if silent >= 0 and self._same_clause(self._silent[silent], last):
            return None
        return self._found[verb] if verb >= 0 else None

    def _same_clause(self, silent: int, last: int) -> bool:
        """Whether the words that decline to find still hold at the last verb."""
        return silent >= last or (last - silent < CLAUSE and not _SENTENCE.search(self._text[silent:last]))


def _accompanies(between: str, before: bool, named: bool) -> bool:
    """Whether a list only accompanies a finding, by the words since the list before it."""
    with_ = max((match.start() for match in _WITH.finditer(between)), default=-1)
    anew = max((match.start() for match in _ANEW.finditer(between)), default=-1)
    if named:
        with_ = max((with_, *(match.start() for match in _ACCORDING.finditer(between))))
    if with_ == anew == -1:
        return before
    return with_ > anew
