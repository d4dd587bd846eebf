"""Which State's constitution a text means: by the State's name, else the one the document is about."""

from functools import cache, lru_cache

from rights_search.citations.context import TO_ALL, Context
from rights_search.citations.spaces import compiled
from rights_search.model import SourceKind
from rights_search.vocabulary import constitution_id, state_of_adjective, states

#: Where the “Constitución Política” is a former one: in Ecuador that of 1998 and before.
FORMERLY_POLITICAL = frozenset({"ecuador-constitution"})
POLITICAL = compiled(r"\s+politica(?!\w)")
ADJECTIVES = ("constitucional", "superior")
FEDERAL = compiled(r"\s+(?:federal|nacional)(?!\w)")
#: The one federation whose language is Portuguese.
CONSTITUICAO_FEDERAL = compiled(r"constituicao\s+federal(?!\w)")
#: “La Constitución” of a judgment of the Inter-American Court is that in force where that is no younger than this: its
#: first judgments on the merits are of 1988, on facts of the years before.
FIRST_CASES = 1992
#: How far before the word the State may be named whose constitution it is, and by what.
AROUND = 250
OF_A_STATE = compiled(r"(?<!\w)([a-z]{3,}(?:ian|an|ese|ish|[a-z]i))\s+(?:supreme|constitutional|high|federal)(?!\w)")
#: … or the constitutional court in a judgment, whose words may be long.
COURT_OF = compiled(
    r"(?<!\w)(?:tribunal|corte)\s+(?:constitucional|supremo|suprema)(?:\s+federal)?\s+([a-z]{3,}(?:an[oa]|ense|en[oa]|in[oa]|es[oa]?|ol[oa]?))(?!\w)"
)
FOREIGN, LONGEST = 2500, 8000
#: What may follow the noun: “de la República”, “of the Republic”, “del Estado Plurinacional”.
REPUBLIC = compiled(
    r"\s+(?:de\s+la|of\s+the|da)\s+(?:islamic\s+)?republi(?:ca?|que)(?:\s+(?:bolivariana|federativa|cooperativa|oriental|plurinacional))?(?!\w)|\s+del?\s+estado(?:\s+plurinacional)?(?!\w)"
)
OF_STATE = compiled(r"\s+(?:del?|of|d[ao]s?|du|des)\s+(?:l[ao]s?\s+|the\s+|l')?((?:[a-z]{2,20}\s?){1,3})")
#: States by a name that the table does not have, or begins with another's.
ALSO_NAMED = {"estados unidos mexicanos": "mexico", "nacion argentina": "argentina"}
ALSO = compiled(r"\s+de\s+(?:la|los)\s+(" + "|".join(ALSO_NAMED) + r")(?!\w)")
DEMONYM_AFTER = compiled(
    r"\s+([a-z]{3,}(?:an[oa]|ense|en[oa]|in[oa]|es[oa]|ol[oa]|eg[oa]|eira"  # Spanish, Portuguese
    r"|aise|ienne|oise|aine|ole))(?!\w)"  # French
)
DEMONYM_BEFORE = compiled(
    r"(?<!\w)([a-z]{3,}(?:ian|an|ese|ish|[a-z]i)|czech|dutch|french|german|greek|irish|slovak|swiss|thai)\s+$"
)
#: “the Guyana Constitution”.
NAME_BEFORE = compiled(r"(?<!\w)((?:[a-z]{2,20}(?:['’]s)?\s){1,3})$")
#: “Constitución de la OIT”: that of no State.
OF_ORGANIZATION = compiled(
    r"\s+(?:de\s+la|of\s+the)\s+(?:(?:[a-z]+\s+){0,3}organi[sz]a(?:tion|cion)|federation(?!\s+of)|oit|ilo|oms|who|unesco)(?!\w)"
)
YEAR = compiled(
    r"\s*,?\s*(?:(?:aprobad|promulgad|adoptad|sancionad|expedid)a\s+e[ln]\s+(?:\d{1,2}\s+de\s+[a-z]{4,10}\s+de\s+)?|(?:del?|of)\s+)"
    r"(?:ano\s+)?((?:18|19|20)\d\d)(?!\d)"
)
ANY_YEAR = compiled(r"(?<![\d/-])(?:19|20)\d\d(?![\d/])")
YEAR_BEFORE = compiled(r"((?:18|19|20)\d\d)\s+$")


def constitution_of(folded: str, start: int, end: int, context: Context) -> tuple[int, int, str]:
    """The bounds of the name whose noun stands at `folded[start:end]`, and its document, "" where that is not sure."""
    if organization := OF_ORGANIZATION.match(folded, end):
        return start, organization.end(), ""
    if folded.startswith(ADJECTIVES, start):  # “el artículo 12 constitucional”
        own = context.constitution
        unsure = _unsure(own, None, certain=_is_of_its_time(own, folded, start), context=context)
        return start, end, "" if _is_younger(own, context) or unsure else own
    of_brazil = CONSTITUICAO_FEDERAL.match(folded, start)
    political = POLITICAL.match(folded, end)
    further = political or FEDERAL.match(folded, end)
    end = further.end() if further else end
    named, start, end = _named_state(folded, start, end)
    republic = REPUBLIC.match(folded, end) if named is None else None
    if republic:
        named, start, end = _named_state(folded, start, republic.end())
    if of_brazil and named is None:
        named = constitution_id(states()["BRA"].en)
    year = YEAR.match(folded, end)
    year_before = None if year else YEAR_BEFORE.search(folded, max(0, start - 6), start)
    start, end = (year_before.start() if year_before else start), (year.end() if year else end)
    beside = year or year_before
    meant = _which(named, folded, start, context)
    another = beside and beside[1] != _year_of(meant)
    former = bool(political) and meant in FORMERLY_POLITICAL and not beside
    certain = bool(republic or beside) or _is_of_its_time(meant, folded, start)
    unsure = _unsure(meant, named, certain=certain, context=context)
    return start, end, "" if former or another or _is_younger(meant, context) or unsure else meant


def _which(named: str | None, folded: str, start: int, context: Context) -> str:
    """The document meant: of the State named beside it, of that the text is about, or of that its sentence names."""
    if named is not None:
        return named
    if context.kind in TO_ALL:
        return context.constitution or _around(folded, start) or _only_state(folded)
    # … or, in a passage of Strasbourg's of which no more is known, that of the State it names
    of_the_respondent = _around(folded, start) or _only_state(folded) if context.body == "ecthr" else ""
    return _of_a_court(folded, start) or context.constitution or of_the_respondent


def _around(folded: str, start: int) -> str:
    """That of the one State named shortly before, in reports that speak to all: “the Indian Supreme Court”."""
    before = folded[max(0, start - AROUND) : start].rpartition(". ")[2]
    courts = {_by_demonym(found[1]) for found in OF_A_STATE.finditer(before)} - {""}
    named = courts | {constitution_id(states()[id_].en) for id_ in states().all_in(before)}
    return named.pop() if len(named) == 1 else ""


def _only_state(folded: str) -> str:
    """That of the only State that a paragraph names: “article 139 … Treaties concluded by Peru are national law”."""
    named = states_in(folded)
    return constitution_id(states()[next(iter(named))].en) if len(named) == 1 else ""


@lru_cache(maxsize=8)
def states_in(folded: str) -> frozenset[str]:
    """The States that a paragraph names, by their codes; it is asked at every constitution that it names."""
    return frozenset(states().all_in(folded[:LONGEST]))


def _of_a_court(folded: str, start: int) -> str:
    """That of the foreign court whose words a judgment tells: “el Tribunal Constitucional español dijo: …”."""
    courts = {_by_demonym(found[1]) for found in COURT_OF.finditer(folded, max(0, start - FOREIGN), start)} - {""}
    return courts.pop() if len(courts) == 1 else ""


def _unsure(meant: str, named: str | None, *, certain: bool, context: Context) -> bool:
    """Whether “la Constitución” of a judgment may be a former one: it quotes that in force at the time of the facts."""
    foreign = meant != context.constitution
    if foreign or named is not None or certain or context.kind != SourceKind.JUDGMENT or context.instrument != "achr":
        return False
    year = _year_of(meant)
    return not year or int(year) > FIRST_CASES


def _is_of_its_time(constitution: str, folded: str, start: int) -> bool:
    """Whether a paragraph tells of years in which the one in force was: “El 8 de marzo de 2013 … la Constitución”."""
    since = _year_of(constitution)
    years = [year[0] for year in ANY_YEAR.finditer(folded, max(0, start - FOREIGN), start)]
    return bool(since and years) and min(years) > since


def _is_younger(constitution: str, context: Context) -> bool:
    """Whether the one in force is younger than the text, which then means another; unless it is its own text."""
    return constitution != context.instrument and 0 < context.year < int(_year_of(constitution) or 0)


@cache
def _year_of(constitution: str) -> str:
    """The year of a State's constitution in force, where it is known."""
    years = (state.constitution for state in states().values() if constitution_id(state.en) == constitution)
    return next(years, "")


def _named_state(folded: str, start: int, end: int) -> tuple[str | None, int, int]:
    """The constitution of the State named beside it ("" for one we cannot tell, None without one), and the bounds."""
    if also := ALSO.match(folded, end):
        return constitution_id(ALSO_NAMED[also[1]]), start, also.end()
    if of_state := OF_STATE.match(folded, end):
        words = of_state[1].split()
        for count in range(len(words), 0, -1):
            if state := states().named(" ".join(words[:count])):
                upto = compiled(r"\s+".join(words[:count])).match(folded, of_state.start(1))
                return constitution_id(state.en), start, upto.end() if upto else end
    after = DEMONYM_AFTER.match(folded, end)
    if after and (named := _by_demonym(after[1])):  # but “la Constitución ordena” is a verb
        return named, start, after.end()
    if before := DEMONYM_BEFORE.search(folded, max(0, start - 24), start):
        return _by_demonym(before[1]), before.start(), end
    if words := NAME_BEFORE.search(folded, max(0, start - 40), start):
        names = words[1].split()
        for first in range(len(names)):
            if state := states().named(" ".join(names[first:]).removesuffix("’s").removesuffix("'s")):
                printed = sum(len(name) + 1 for name in names[first:])
                return constitution_id(state.en), start - printed, end
    return None, start, end


def _by_demonym(adjective: str) -> str:
    """The constitution of the State whose adjective it is."""
    state = state_of_adjective(adjective)
    return constitution_id(state.en) if state else ""
