"""What a paragraph of a monitoring body does, told from its words: it recommends, it observes, or it only reports.

A paragraph that does both is a recommendation: the reader looks for what the State should do.
"""

import re

from rights_search.model import PassageKind

WORD = re.compile(r"\w+")
#: What the body asks for, in its own voice and in the present; accounts of a meeting ("se pidió información") do not.
ASKING = frozenset(
    [
        *[
            "recomienda",
            "recomiendan",
            "recomendamos",
            "insta",
            "exhorta",
            "exhortamos",
            "alienta",
            "alentamos",
            "invita",
        ],
        *["urge", "pide", "solicita", "aconseja", "sugiere", "ruega", "encarece", "debería", "deberían"],
        *["recommends", "recommend", "urges", "encourages", "invites", "requests", "exhorts", "should"],
        *["recommande", "engage", "exhorte", "prie", "devrait", "devraient"],
        *["exorta", "encoraja", "convida", "deveria", "deveriam"],
    ]
)
#: Phrases, each behind a word that must stand in the paragraph for it to be looked for at all.
ASKING_PHRASES = {
    "debe": re.compile(
        r"\bestado(?: p ?arte)?,? (?:[^.;]{0,60}[ ,])?debe\b|\bdebe (?:adoptar|tomar|garantizar|establecer)se\b"
    ),
    "deben": re.compile(
        r"\bestados(?: p ?artes)?,? (?:[^.;]{0,60}[ ,])?deben\b|\bdeben (?:adoptar|tomar|garantizar)se\b"
    ),
    "comité": re.compile(r"\bcomité (?:recomend|inst|exhort|alent)ó\b|\bcomité sugirió\b"),
    "hincapié": re.compile(r"\bhace hincapié en la (?:importancia|necesidad)\b"),
    "atención": re.compile(r"\bseñalar? a la atención\b"),
    "subraya": re.compile(r"\bsubraya la (?:importancia|necesidad)\b"),
    "llamamiento": re.compile(r"\bhace un llamamiento\b"),
    "requiere": re.compile(r"\brequiere al\b"),
    "must": re.compile(r"\bstate part(?:y|ies) (?:[^.;]{0,60}[ ,])?must\b"),
    "calls": re.compile(r"\bcalls (?:up)?on\b"),
    "advises": re.compile(r"\bstrongly advises\b"),
    "need": re.compile(r"\b(?:underlines|stresses|emphasizes) the need\b"),
    "attention": re.compile(r"\bdraws (?:the |its )?(?:state party[’'s]{0,2} )?attention\b"),
    "demande": re.compile(r"\bdemande à l"),
}
#: What the body sees: concern, regret, note, welcome.
OBSERVING = frozenset(
    [
        *["preocupa", "preocupan", "preocupado", "preocupada", "preocupación", "preocupaciones", "preocupante"],
        *[
            "inquietud",
            "inquietudes",
            "inquieta",
            "lamenta",
            "lamentando",
            "deplora",
            "observa",
            "observando",
            "observó",
        ],
        *["acoge", "acogiendo", "celebra", "encomia", "felicita", "reconoce"],
        *["concern", "concerns", "concerned", "regret", "regrets", "deplores", "note", "notes", "noting", "observes"],
        *["welcomes", "commends", "appreciates", "alarmed"],
        *["préoccupe", "préoccupé", "préoccupation", "préoccupations", "regrette", "constate", "relève", "salue"],
        *["preocupado", "preocupada", "congratula"],
    ]
)
OBSERVING_PHRASES = {
    "nota": re.compile(r"\b(?:toma|tomando|tomó) nota\b|\bnota con\b"),
    "satisfacción": re.compile(r"\bexpresa su satisfacción\b"),
    "note": re.compile(r"\bprend note\b"),
    "félicite": re.compile(r"\bse félicite\b"),
}
#: "El Comité examinó el cuarto informe … en sus sesiones": how a document opens.
EXAMINED = re.compile(r"\b(?:examin(?:ó|o|ado|ed)|consider(?:ed|ó)|inició (?:la consideración|el examen)|a examiné)\b")
SESSIONS = re.compile(r"\b(?:sesi(?:ón|ones)|meetings?|séances?)\b")
HEADING_ASKS = re.compile(r"recomenda|suger|recommend|suggest")
HEADING_OBSERVES = re.compile(
    r"preocup|inquiet|positiv|logros|problemas|factores|concern|progress|difficult|impedi|préoccup"
)
#: "The Special Rapporteur also recommends that", "States should"
MANDATE = re.compile(
    r"\b(?:[Rr]apporteur|[Ee]xpert|[Ww]orking [Gg]roup|[Hh]e|[Ss]he) (?:\w{1,12} ){0,2}"
    r"(?:recommends|urges|calls (?:up)?on|encourages|invites)\b|\b(?:States|Government) (?:\w{1,12} )?(?:should|must)\b"
    r"|\b(?:[Rr]elatora? [Ee]special|[Ee]xpert[oa] [Ii]ndependiente|[Gg]rupo de [Tt]rabajo) (?:\w{1,12} ){0,2}"
    r"(?:recomienda|insta|exhorta|alienta|invita)\b|\b(?:Estados|Gobierno) (?:\w{1,12} )?deben?\b"
)
#: Enough of a paragraph to see how it opens, and where in it the verb stands.
OPENING, VERB = 600, 160


def asks(text: str) -> bool:
    """Whether the body recommends something in these words."""
    return _says(text.lower(), ASKING, ASKING_PHRASES)


def mandate_asks(text: str) -> bool:
    """Whether a holder of a mandate recommends something in these words."""
    return MANDATE.search(text) is not None


def kind_of(text: str, headings: tuple[str, ...] = ()) -> PassageKind:
    """Recommendation, observation or plain paragraph, from the words first and the nearest telling heading second."""
    words = text.lower()
    if _opens(words):
        return PassageKind.PARAGRAPH
    if _says(words, ASKING, ASKING_PHRASES):
        return PassageKind.RECOMMENDATION
    telling = next((h for h in reversed([h.lower() for h in headings]) if _asks(h) or _observes(h)), "")
    if _asks(telling) and not _observes(telling):
        return PassageKind.RECOMMENDATION
    if _observes(telling) or _says(words, OBSERVING, OBSERVING_PHRASES):
        return PassageKind.OBSERVATION
    return PassageKind.PARAGRAPH


def _says(words: str, single: frozenset[str], phrases: dict[str, re.Pattern[str]]) -> bool:
    """Words are looked up in a set: a pattern of a hundred alternatives is tried at every letter."""
    present = set(WORD.findall(words))
    if not present.isdisjoint(single):
        return True
    return any(word in present and pattern.search(words) is not None for word, pattern in phrases.items())


def _opens(words: str) -> bool:
    verb = EXAMINED.search(words[:VERB])
    return verb is not None and SESSIONS.search(words[verb.end() : OPENING]) is not None


def _asks(heading: str) -> bool:
    return HEADING_ASKS.search(heading) is not None


def _observes(heading: str) -> bool:
    return HEADING_OBSERVES.search(heading) is not None
