"""Whether words that could mean a treaty of ours begin the name of another: “the Convention on Wetlands”."""

import re

from rights_search.citations.families import family_in
from rights_search.citations.spaces import compiled

#: What follows “the Convention” when it is the beginning of another treaty's name; not of a sentence whose full stop
#: was lost, nor of a note that was printed in its midst: “el artículo 67 de la Convención En este caso”.
CONTINUES = compiled(
    r"\s+(?:(?:de|del|of)\s+(?:l[ao]s?\s+|the\s+)?|(?!(?:En|El|La|Los|Las|Por|Se|Al|It|He|She|We|Caso|Case|V[ée]ase|Ver|See|Cfr?\.)\s))[A-ZÁÉÍÓÚÑ](?!\.\s)|\s+(?:sobre(?!\s+(?:est|dich|es[ae]\b|el\s+particular|la\s+base))|contra|para(?=\s+(?:la\s+|el\s+)?(?:[A-ZÁÉÍÓÚ]|prevenir|reducir|suprimir|reprimir|la\s+(?:prevenci|eliminaci|protecci|represi|supresi)))|relativa(?=\s+a(?:l|\s+l[ao]s?)\s)|internacional|inter-?america"
    r"|europe|interamerican|africana?|nacional|arabe|africaine|interam[eé]ricaine|interamericana(?=\s+(?:sobre|para|contra|relativa))|europ[eé]enne"
    r"|relative(?=\s+(?:à|au|aux)\s)|relativa(?=\s+(?:à|ao|aos|às)\s)|concernant(?=\s+l(?:a|es?|')\s?)|contre(?=\s+l)|sur(?=\s+l(?:a|es?|['’])\s?(?:protec|répres|lutte|préven|élimin|réduc|droit|statut|interdic|imprescr|nation))"
    r"|on(?=\s+(?:the\s+|an?\s+)?(?:[A-Z]|rights?\b|eliminat|prevent|status|involvement|sale\b|communications|abolition|protect"
    r"|suppress|reduction|law\b|nationality|consent|political|participation|reduc|settle|conduct))"
    r"|against|relating|for the(?! (?:reasons?|purposes?|first|same))|concerning(?=\s+(?:the\s+)?[A-Z]))\b"
    r"|(?:\s\([A-Za-z -]{4,40}\))?,?\s(?:19|20)\d\d(?!\d)"  # “the Minimum Age (Sea) Convention (Revised), 1936”
    r"|\s+(?:n[uú]m|n)\.?\s?[o.º°◦]*\s?\d|(?<=rotocol|otocolo)\s\d"
)
#: “the Optional Protocol to the Convention”: to the treaty that the text means by that.
TO_ITS_TREATY = compiled(
    r"\s+(?:de\s+la|del|al|a\s+la|to\s+the|of\s+the)\s+(?:Convenci[oó]n|Convention|Pacto|Covenant)(?!\w)"
)
PLACE = compiled(r"\s+(?:de|of)\s+(?:viena|la\s+haya|ginebra|vienna|geneva|the\s+hague)")
#: … or where they begin a name: “Carta Democrática Interamericana”.
OF_ANOTHER_NAME = re.compile(
    r"(?:Carta|Charter|Acuerdo)\s[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{3,}|Charter\s(?:of|for|on)\s(?:the\s)?[A-Z]|Carta\sde\s(?:los\s)?Derechos"
    r"|Declara(?:ción|tion)\s(?:(?:de\s(?:las\s)?|of\sthe\s)(?:Naciones\sUnidas|United\sNations)\s)?(?:sobre|on|relativa|concerning|against|contra)\s(?:l[ao]s?\s|el\s|the\s)?\w{4}"
)
#: What follows a short name when it is the beginning of another one: “Declaración Americana sobre los Derechos de …”.
GOES_ON = compiled(
    r"\s+[Nn][oº°]\.?\s?\d|\s+d[ae]\s+(?:la\s+)?(?:d[ée]mocrati|[Dd]emocracia|jeunesse|[Jj]uventude)|\s+(?:sobre|on|relativ[oa]\s+al?|relating\s+to|concerning|contra|against|sur|relati(?:f|ve)\s+(?:à|aux?)|relativ[ao]\s+(?:à|aos?|às)|para\s+(?:la|el|prevenir)|for\s+the)\s+(?:l[aeo]s?\s+|el\s+|the\s+|[oa]s?\s+)?(?:[A-ZÁÉÍÓÚÑ]\w+|derechos|rights|direitos|droits)"
)
#: … but not of “Convención Americana sobre Derechos Humano”, as a slip of the pen has it.
OF_HUMAN_RIGHTS = compiled(r"\s+(?:de|sobre)\s+(?:los\s+)?derechos\s+human")
#: “Convención Americana”, “European Convention”: an adjective before the noun makes it another one, too.
QUALIFIED = compiled(r"(?:american|european|inter-american|african|vienna|geneva|refugee|istanbul|international)\s+$")


def is_of_another_name(text: str, folded: str, start: int, end: int) -> bool:
    """Whether the noun at a place begins the name of a treaty that is none of ours: “the Convention on Wetlands”."""
    # A heading in capitals does not tell by them where a name goes on.
    heading = text[start:end].isupper()
    protocol = family_in(folded[start:end]) == "protocol"
    whole = TO_ITS_TREATY.match(text, end) if protocol else None
    end = whole.end() if whole and not CONTINUES.match(text, whole.end()) else end
    goes_on = CONTINUES.match(folded if heading else text, end) or (heading and PLACE.match(folded, end))
    return bool(goes_on or QUALIFIED.search(folded, max(0, start - 20), start))


def goes_on(text: str, folded: str, end: int) -> bool:
    """Whether a treaty's short name goes on as another's: “Declaración Americana sobre los Derechos de …”."""
    return bool(GOES_ON.match(text, end) and not OF_HUMAN_RIGHTS.match(folded, end))


def begins_another_name(text: str, start: int) -> bool:
    """Whether an everyday word begins a name: “Carta Democrática Interamericana”."""
    return bool(OF_ANOTHER_NAME.match(text, start))
