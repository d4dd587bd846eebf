"""A treaty that is about one right as a whole: whoever recommends to join it, or to carry it out, speaks of that right.

The name alone says nothing: a committee names its own convention in every paragraph.
"""

from rights_search.vocabulary import instruments

#: What a State is told to do with a treaty.
JOINING = {
    "es": "ratifi* | adherir* | adhier* | adhesión | firm* | suscri* | sea parte | ser parte | incorpor* | aplicación "
    "| aplicar | aplique | cumpl* | armoni* | conform*",
    "en": "ratif* | accede* | acceding | accession | adher* | sign | signing | signature | become party | a party to "
    "| incorporat* | implement* | comply | compliance | harmoni* | conformity | line with",
}


def joining_terms(treaties: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The terms of two sides that say that one of these treaties is to be joined or carried out."""
    rows = (instruments()[treaty] for treaty in treaties)
    return tuple(f"{JOINING[language]} & {' | '.join(row.all_names)}" for row in rows)
