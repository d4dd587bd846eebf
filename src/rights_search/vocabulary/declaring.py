"""Whether what somebody declares of a file is in the tables: its State, its body, its language."""

from rights_search.model import Declaration
from rights_search.vocabulary.tables import bodies, states

#: The codes of ISO 639-1.
LANGUAGES = (
    " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja "
    "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb "
    "nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq "
    "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)


def unknown_in(declared: Declaration) -> str:
    """What is wrong with a declaration, in a sentence that says what to give instead; "" where nothing is."""
    if declared.state and declared.state not in states():
        return _no_state(declared.state)
    if declared.body and declared.body not in bodies():
        return f"no body goes by “{declared.body}”: give one of {', '.join(sorted(bodies()))}"
    if declared.language and f" {declared.language} " not in LANGUAGES:
        return f"“{declared.language}” is no language of ISO 639-1: give its two letters (es, en)"
    return ""


def _no_state(name: str) -> str:
    named = states().named(name)
    instead = f"{named.id} for {named.en}" if named else "its three letters of ISO 3166 (ECU)"
    return f"no State goes by “{name}”: give {instead}"
