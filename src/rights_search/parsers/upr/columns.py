"""What the columns of a table of recommendations are called, in the tables of UPR Info and in those ministries keep."""

from collections.abc import Sequence

from rights_search.model import Declaration, SourceKind
from rights_search.parsers.sheets import Columns
from rights_search.parsers.upr.recommendations import state_named
from rights_search.vocabulary import fold, states

#: A column of recommendations in which the States stand in brackets behind each.
BOTH = (
    *("Recommendation and recommending State", "Recomendación y Estado que recomienda"),
    *("Recommandation et État auteur de la recommandation",),
)
#: Each column by the name we have for it, and its names; the first of each language are those to tell a user.
NAMES = {
    "reviewed": (
        *("State under review", "Estado examinado", "État examiné", "Estado sob revisão", "SuR"),
        *("Reviewed State", "Estado bajo examen", "Estado bajo revisión", "Estado objeto de examen"),
        *("État soumis à l'examen", "État faisant l'objet de l'examen"),
    ),
    "recommendation": (
        *("Recommendation", "Recomendación", "Recommandation", "Recomendação"),
        *("Recommendations", "Recomendaciones", "Recommandations", "Recomendações", "Text", "Texto", "Texte"),
        *("Text of the recommendation", "Texto de la recomendación", "Texte de la recommandation"),
        *BOTH,
    ),
    "recommending": (
        *("Recommending State", "Estado que recomienda", "État auteur de la recommandation", "Estado recomendante"),
        *("RS", "Recommending", "Recommending country", "Recommending States", "Estados que recomiendan"),
        *("Recommending state/s", "Recommending State(s)"),
        *("País que recomienda", "País recomendante", "Estados recomendantes", "Países recomendantes"),
        *("État recommandant", "États recommandants", "Pays recommandant", "País recomendador"),
    ),
    "response": (
        *("Response", "Respuesta", "Réponse", "Resposta"),
        *("Position", "Posición", "Posição", "UPR position", "State response", "Respuesta del Estado"),
        *("Posición del Estado", "Réponse de l'État", "Position de l'État", "Position of the State under review"),
        *("Posición del Estado examinado", "Position de l'État examiné"),
    ),
    "session": ("Session", "Sesión", "Sessão", "UPR session", "Período de sesiones", "Session de l'EPU"),
    "number": (
        *("Number", "Número", "Numéro", "No.", "N.º", "N°", "Nº", "Nro.", "Núm.", "#", "Paragraph", "Párrafo"),
        *("Paragraphe", "Parágrafo", "Recommendation number", "Número de recomendación", "Paragraph number"),
        *("Número de la recomendación", "Número de párrafo", "Numéro de la recommandation", "No", "Num"),
    ),
    "date": (
        *("Date of adoption", "Fecha de adopción", "Date d'adoption", "Data de adoção"),
        *("Adoption date", "Adopted", "Date", "Fecha", "Data", "Fecha de aprobación"),
    ),
    "symbol": (
        *("Document symbol", "Símbolo del documento", "Cote du document", "Símbolo do documento"),
        *("Symbol", "Símbolo", "Cote", "Document", "Documento", "UN symbol", "Report symbol"),
    ),
}
_FOLDED = {column: frozenset(map(fold, names)) for column, names in NAMES.items()}
TOLD_IN_TEXT = frozenset(map(fold, BOTH))
_EVERY_NAME = frozenset().union(*_FOLDED.values())
_LONGEST = max(name.count(" ") + 1 for name in _EVERY_NAME)
#: The one who recommends where no column says so more plainly, else the State under review.
_A_STATE = frozenset(map(fold, ("State", "Country", "País", "Pays")))
#: An answer, where no column says so more plainly.
_A_STATUS = frozenset(map(fold, ("Status", "Estado", "Statut", "Situación")))
#: Too common to tell a table of recommendations from any other text about States.
_COMMON = frozenset(map(fold, ("Text", "Texto", "Texte")))
NEEDED = ("recommendation", "recommending", "reviewed")
TOLD = 4


def columns_of(names: Sequence[str], declared: Declaration) -> Columns:
    """The place of each column that is read, where this is the head of such a table; else none."""
    found = known_in(names)
    if not {"recommendation", "recommending"} <= found.keys():
        return {}
    if "reviewed" in found:
        return found
    plain = declared.kind is SourceKind.UPR or fold(names[found["recommendation"]]) not in _COMMON
    return found if state_declared(declared) and plain else {}


def known_in(names: Sequence[str]) -> Columns:
    """The place of each column that we know, whether or not the table can be read by them."""
    folded = [fold(name) for name in names]
    found = {
        column: next(place for place, name in enumerate(folded) if name in known)
        for column, known in _FOLDED.items()
        if known & set(folded)
    }
    left = [(place, name) for place, name in enumerate(folded) if place not in found.values()]
    for place, name in left:
        if name in _A_STATE and (column := next((c for c in ("recommending", "reviewed") if c not in found), "")):
            found[column] = place
        elif name in _A_STATUS:
            found.setdefault("response", place)
    return found


def is_matrix(names: Sequence[str]) -> bool:
    """Whether they name the recommendation and, in no word that other tables have too, its States or its answer."""
    folded = frozenset(map(fold, names))
    other = _FOLDED["recommending"] | _FOLDED["response"] | TOLD_IN_TEXT
    return bool(folded & (_FOLDED["recommendation"] - _COMMON)) and bool(folded & other)


def state_declared(declared: Declaration) -> str:
    """The State under review by what is said of the file, for a table that has no column of it."""
    return declared.state if declared.state in states() else state_named(declared.state)


def needed_beside(names: Sequence[str], declared: Declaration) -> str:
    """What a table with these columns lacks, and what its columns may be called."""
    found = known_in(names)
    needed = [column for column in NEEDED if column != "reviewed" or not state_declared(declared)]
    missing = [column for column in needed if column not in found]
    told = "; ".join(" or ".join(f"“{name}”" for name in NAMES[column][:TOLD]) for column in missing or needed)
    several = "a table of recommendations has columns called"
    lacks = "a column is missing that is called" if missing and found else several
    state = ", or the State under review declared (--state, or state in a collection.toml)"
    return f"{lacks} {told}{state if 'reviewed' in (missing or needed) else ''}"


def head_in(line: str) -> list[str]:
    """The names of columns that a line consists of, side by side as a PDF gives them; none where it has other words."""
    words = line.split()
    names: list[str] = []
    while words:
        size = next((n for n in range(min(_LONGEST, len(words)), 0, -1) if _is_name(words[:n])), 0)
        if not size:
            return []
        names.append(" ".join(words[:size]))
        words = words[size:]
    return names


def _is_name(words: Sequence[str]) -> bool:
    return fold(" ".join(words)) in _EVERY_NAME
