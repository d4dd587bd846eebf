"""Which State a title page speaks of: by its name in any of four languages, or by its adjective."""

from functools import cache

from msgspec.structs import replace

from rights_search.vocabulary.names import fold
from rights_search.vocabulary.tables import State, Table, states

#: Adjectives that begin otherwise than their State.
DEMONYMS = {
    "allemande": "Germany",
    "czech": "Czechia",
    "danish": "Denmark",
    "dutch": "Netherlands",
    "finnish": "Finland",
    "french": "France",
    "german": "Germany",
    "greek": "Greece",
    "irish": "Ireland",
    "alemana": "Germany",
    "aleman": "Germany",
    "espanol": "Spain",
    "espanola": "Spain",
    "polish": "Poland",
    "slovak": "Slovakia",
    "spanish": "Spain",
    "swiss": "Switzerland",
    "turkish": "Türkiye",
}
#: So many letters an adjective has in common with its State's name.
STEM = 4


@cache
def states_in_four_languages() -> Table[State]:
    """The States by all their names, French and Portuguese ones too: for titles, not for finding names in a text."""
    return Table(
        {id_: replace(row, names=(*row.names, *filter(None, (row.fr, row.pt)))) for id_, row in states().items()}
    )


def state_of_adjective(adjective: str) -> State | None:
    """“Ecuatoriana” begins as Ecuador does; the table of States has no adjectives."""
    word = fold(adjective)
    if word in DEMONYMS:
        return states().named(DEMONYMS[word])
    for state in states().values():
        names = (state.es.lower(), state.en.lower())
        if any(name[:STEM] == word[:STEM] for name in names):
            return state
    return None
