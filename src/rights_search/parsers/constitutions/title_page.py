"""A constitution's title where it stands alone on its line, or on two: “CONSTITUTION OF THE REPUBLIC OF …”.

What a State calls itself is told by its name, or its adjective, and words such as “Republic”: nothing else may stand in
the title but a year. So no sentence about a constitution is taken for the title of one.
"""

import re
from collections.abc import Sequence

from rights_search.vocabulary import State, fold, state_of_adjective, states_in_four_languages

#: The title is looked for among so many first lines, and is broken over so many.
FIRST, BROKEN = 15, 3
LONGEST = 200
_NOUN = re.compile(r"constitucion|constitution|constituicao")
_WORD = re.compile(r"[^\W_]+")
#: “of 2044”, “du 22 janvier 2001”, and a remark: “(with the amendments of 2051)”.
_DATED = re.compile(r"(?:\d{1,2}(?:er|o)? (?:de |of )?[a-z]{3,10},? (?:del? |of )?)?\b(?:1[6-9]|20)\d\d\b|\([^()]*\)$")
#: Words around a State's name in its constitution's title, in Spanish, English, French and Portuguese.
AROUND = frozenset([
    "a", "al", "codificada", "codified", "consolidada", "consolidado", "consolidated", "constitucion",
    "constituicao", "constitution", "d", "da", "das", "de", "del", "des", "do", "dos", "du", "e", "el", "en", "et",
    "fundamental", "i", "ii", "in", "integral", "integro", "l", "la", "las", "le", "les", "los", "o", "of", "os",
    "politica", "politique", "politico", "s", "text", "texte", "texto", "the", "vigente", "y",
])  # fmt: skip
FORMS = frozenset([
    "arab", "arabe", "bolivariana", "commonwealth", "confederacion", "cooperativa", "cooperative", "democratic",
    "democratica", "democratico", "democratique", "estado", "etat", "federal", "federale", "federation",
    "federativa", "grand", "gran", "ducado", "duchy", "independent", "independiente", "islamic", "islamica",
    "islamique", "kingdom", "nacion", "nacional", "nation", "national", "oriental", "people", "peoples",
    "plurinacional", "popular", "populaire", "principado", "principality", "principaute", "reino", "republic",
    "republica", "republique", "royaume", "socialist", "socialista", "socialiste", "sovereign", "state",
])  # fmt: skip
#: What says that the constitution is only spoken of: the title page is another text's.
ANOTHER = re.compile(
    r"\b(?:ley|law|lei|loi|act|decreto|decree|decret|codigo|code|reglamento|regulation|sentencia|judgment|acordao|arret"
    r"|tratado|treaty|convenio|convention|comment\w*|comentari\w*|informe|report)\b"
)


def title_alone(lines: Sequence[str]) -> tuple[str, int]:
    """The title among a text's first lines, and on how many it stands; "" and 0 where none is one."""
    for index, line in enumerate(lines[:FIRST]):
        if _NOUN.search(fold(line[:LONGEST])):
            for count in range(1, BROKEN + 1):
                title = " ".join(lines[index : index + count])
                if state_in(title):
                    return title, count
        if ANOTHER.search(fold(line[:LONGEST])):
            break
    return "", 0


def state_in(title: str) -> State | None:
    """The State whose constitution a line is the title of, if it is nothing else."""
    folded = fold(title)
    if len(title) > LONGEST or not _NOUN.search(folded) or title.rstrip()[-1:] in ",;:":
        return None
    words = _telling(folded)
    if row := states_in_four_languages().longest_in(_DATED.sub(" ", folded)):
        named = any(words == _telling(fold(name)) for name in (*row.all_names, row.fr, row.pt) if name)
        return row if named else None
    return state_of_adjective(words[0]) if len(words) == 1 and len(words[0]) >= 5 else None


def _telling(folded: str) -> list[str]:
    """The words of a title that tell whose it is."""
    words = _WORD.findall(_DATED.sub(" ", folded))
    return [word for word in words if word not in AROUND and word not in FORMS]
