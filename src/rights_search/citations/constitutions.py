"""Which State's constitution a text means: by the State's name, else the one the document is about."""

from rights_search.citations.context import Context
from rights_search.citations.spaces import compiled
from rights_search.model import SourceKind
from rights_search.vocabulary import constitution_id, states

#: Where the “Constitución Política” is a former one: in Ecuador that of 1998 and before.
FORMERLY_POLITICAL = frozenset({"ecuador-constitution"})
POLITICAL = compiled(r"\s+politica(?!\w)")
#: What may follow the noun: “de la República”, “of the Republic”, “del Estado Plurinacional”.
REPUBLIC = compiled(
    r"\s+(?:de\s+la|of\s+the)\s+republica?(?:\s+(?:bolivariana|federativa|cooperativa|oriental|plurinacional))?(?!\w)|\s+del?\s+estado(?:\s+plurinacional)?(?!\w)"
)
OF_STATE = compiled(r"\s+(?:del?|of)\s+(?:l[ao]s?\s+|the\s+)?((?:[a-z]{2,20}\s?){1,3})")
#: States by a name that the table does not have, or begins with another's.
ALSO_NAMED = {"estados unidos mexicanos": "mexico", "nacion argentina": "argentina"}
ALSO = compiled(r"\s+de\s+(?:la|los)\s+(" + "|".join(ALSO_NAMED) + r")(?!\w)")
DEMONYM_AFTER = compiled(r"\s+([a-z]{3,}(?:an[oa]|ense|en[oa]|in[oa]|es[oa]|ol[oa]|eg[oa]))(?!\w)")
DEMONYM_BEFORE = compiled(r"(?<!\w)([a-z]{3,}(?:ian|an|ese|ish|[a-z]i))\s+$")
#: Adjectives that begin otherwise than their State.
DEMONYMS = {
    "danish": "Denmark",
    "finnish": "Finland",
    "irish": "Ireland",
    "polish": "Poland",
    "spanish": "Spain",
    "turkish": "Türkiye",
}
#: “Constitución de la OIT”: that of no State.
OF_ORGANIZATION = compiled(
    r"\s+(?:de\s+la|of\s+the)\s+(?:(?:[a-z]+\s+){0,3}organi[sz]a(?:tion|cion)|federation(?!\s+of)|oit|ilo|oms|who|unesco)(?!\w)"
)
YEAR = compiled(r"\s*,?\s*(?:del?|of)\s+(?:ano\s+)?((?:18|19|20)\d\d)(?!\d)")
YEAR_BEFORE = compiled(r"((?:18|19|20)\d\d)\s+$")


def constitution_of(folded: str, start: int, end: int, context: Context) -> tuple[int, int, str]:
    """The bounds of the name whose noun stands at `folded[start:end]`, and its document, "" where that is not sure."""
    if organization := OF_ORGANIZATION.match(folded, end):
        return start, organization.end(), ""
    political = POLITICAL.match(folded, end)
    end = political.end() if political else end
    named, start, end = _named_state(folded, start, end)
    republic = REPUBLIC.match(folded, end) if named is None else None
    if republic:
        named, start, end = _named_state(folded, start, republic.end())
    year = YEAR.match(folded, end)
    year_before = None if year else YEAR_BEFORE.search(folded, max(0, start - 6), start)
    start, end = (year_before.start() if year_before else start), (year.end() if year else end)
    printed = year or year_before
    another = bool(printed and printed[1] != context.constitution_year)
    return start, end, "" if another else _which(named, context, bool(political), bool(republic or printed))


def _which(named: str | None, context: Context, political: bool, certain: bool) -> str:
    """The document meant, from the State named, the words “Política” and “de la República”, and a year that fits."""
    own = context.constitution
    if named is not None:
        return "" if political and named in FORMERLY_POLITICAL else named
    # A judgment quotes the constitution in force at the time of the facts, often a former one.
    unsure = context.kind == SourceKind.JUDGMENT and context.instrument == "achr" and not certain
    return "" if (political and own in FORMERLY_POLITICAL) or unsure else own


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
    if after := DEMONYM_AFTER.match(folded, end):
        return _by_demonym(after[1]), start, after.end()
    if before := DEMONYM_BEFORE.search(folded, max(0, start - 24), start):
        return _by_demonym(before[1]), before.start(), end
    return None, start, end


def _by_demonym(adjective: str) -> str:
    """“ecuatoriana” begins as Ecuador does; the table of States has no adjectives."""
    if adjective in DEMONYMS:
        return constitution_id(DEMONYMS[adjective])
    for state in states().values():
        names = (state.es.lower(), state.en.lower())
        if any(name[:4] == adjective[:4] for name in names):
            return constitution_id(state.en)
    return ""
