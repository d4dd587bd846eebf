"""The State a communication is directed against, told from the words of the decision.

Lists of paragraphs often lack the title page, and "the State party" is then never named as such. A State is weighed by
what stands around each mention: "a violation by", "its authorities", "entered into force for" speak for it, "returned
to" against it, for the country of origin is named as often in a case on asylum.
"""

import re
from collections import Counter
from functools import cache

from rights_search.vocabulary import any_of, states

#: Adjectives in English, where they are not the State's name itself.
DEMONYMS = """
AFG Afghan, AGO Angolan, ALB Albanian, AND Andorran, ARE Emirati, ARG Argentine Argentinian, ARM Armenian,
AUS Australian, AUT Austrian, AZE Azerbaijani, BDI Burundian, BEL Belgian, BEN Beninese, BFA Burkinabe,
BGD Bangladeshi, BGR Bulgarian, BHR Bahraini, BHS Bahamian, BIH Bosnian, BLR Belarusian, BLZ Belizean,
BOL Bolivian, BRA Brazilian, BRB Barbadian, BTN Bhutanese, CAF Central-African, CAN Canadian, CHE Swiss,
CHL Chilean, CHN Chinese, CIV Ivorian, CMR Cameroonian, COG Congolese, COL Colombian, COM Comorian,
CPV Cape-Verdean, CRI Costa-Rican, CUB Cuban, CYP Cypriot, CZE Czech, DEU German, DJI Djiboutian, DNK Danish,
DOM Dominican, DZA Algerian, ECU Ecuadorian Ecuadorean, EGY Egyptian, ERI Eritrean, ESP Spanish, EST Estonian,
ETH Ethiopian, FIN Finnish, FJI Fijian, FRA French, GAB Gabonese, GBR British, GEO Georgian, GHA Ghanaian,
GIN Guinean, GMB Gambian, GNQ Equatorial-Guinean, GRC Greek, GTM Guatemalan, GUY Guyanese, HND Honduran,
HRV Croatian, HTI Haitian, HUN Hungarian, IDN Indonesian, IND Indian, IRL Irish, IRN Iranian, IRQ Iraqi,
ISL Icelandic, ISR Israeli, ITA Italian, JAM Jamaican, JOR Jordanian, JPN Japanese, KAZ Kazakh Kazakhstani,
KEN Kenyan, KGZ Kyrgyz, KHM Cambodian, KOR Korean, KWT Kuwaiti, LAO Lao, LBN Lebanese, LBR Liberian, LBY Libyan,
LKA Sri-Lankan, LSO Basotho, LTU Lithuanian, LUX Luxembourg, LVA Latvian, MAR Moroccan, MDA Moldovan,
MDG Malagasy, MDV Maldivian, MEX Mexican, MKD Macedonian, MLI Malian, MLT Maltese, MMR Burmese,
MNE Montenegrin, MNG Mongolian, MOZ Mozambican, MRT Mauritanian, MUS Mauritian, MWI Malawian, MYS Malaysian,
NAM Namibian, NER Nigerien, NGA Nigerian, NIC Nicaraguan, NLD Dutch, NOR Norwegian, NPL Nepalese, OMN Omani,
PAK Pakistani, PAN Panamanian, PER Peruvian, PHL Philippine Filipino, POL Polish, PRT Portuguese, PRY Paraguayan,
QAT Qatari, ROU Romanian, RUS Russian, RWA Rwandan, SAU Saudi, SDN Sudanese, SEN Senegalese, SLE Sierra-Leonean,
SLV Salvadoran Salvadorian, SOM Somali, SRB Serbian, SUR Surinamese, SVK Slovak, SVN Slovenian Slovene,
SWE Swedish, SYR Syrian, TCD Chadian, TGO Togolese, THA Thai, TJK Tajik, TKM Turkmen, TTO Trinidadian,
TUN Tunisian, TUR Turkish, TZA Tanzanian, UGA Ugandan, UKR Ukrainian, URY Uruguayan, UZB Uzbek,
VEN Venezuelan, VNM Vietnamese, YEM Yemeni, ZAF South-African, ZMB Zambian, ZWE Zimbabwean
"""
#: Words before a mention, in their order of strength; each with what it weighs.
BEFORE = (
    (re.compile(r"State party(?: concerned)?\s{0,3}:\s{0,3}(?:the )?$", re.IGNORECASE), 1000),
    (re.compile(r"\bv(?:s?\.|ersus) (?:the )?$"), 0),
    (re.compile(r"\b(?:violat\w{2,6}|victims?)\b[^.]{0,90}\bby (?:the )?(?:Government of |State of )?$", re.I), 40),
    (re.compile(r"\b(?:in(?:to)? force|effective)\b[^.]{0,60}\b(?:for|regard to|respect of|regards) (?:the )?$"), 40),
    (
        re.compile(
            r"\b(?:return|deport|expel|expuls|remov|extradit|refoul|(?:sent|sending) back)\w{0,6}\b[^.]{0,60}\bfrom "
            r"(?:the )?$",
            re.I,
        ),
        15,
    ),
    (
        re.compile(
            r"\b(?:return|deport|expel|expuls|remov|extradit|refoul|sent back|sending back|back)\w{0,6}\b"
            r"[^.]{0,60}\bto (?:the )?$",
            re.I,
        ),
        -10,
    ),
    (re.compile(r"\b(?:nationals?|citizens?|natives?) of (?:the )?$|\bborn in (?:[\w ,]{0,30})$", re.I), 0),
    (
        re.compile(
            r"\b(?:asylum|refugee status|arriv\w{2,3}|resid\w{2,5}|entered|came)\b[^.]{0,30}\b(?:in|to) $", re.I
        ),
        8,
    ),
    (re.compile(r"\b(?:authorities|Government|courts?|law|laws|legislation|Constitution) (?:of|in) (?:the )?$"), 8),
)
AFTER = (
    (re.compile(r"^ (?:acceded|ratified|made (?:a|the) declaration|became a|is a State party|recogni[sz]ed)"), 40),
    (re.compile(r"^ (?:nationals?|citizens?|nationality|origin|descent|passport|ethnic|woman|man|family)\b"), 0),
    (
        re.compile(
            r"^(?:['’]s)? (?:authorities|authority|Governments?|courts?|State|law|legislation|police"
            r"|Constitution\w{0,2}"
            r"|Migration|Immigration|Aliens|Refugee|Supreme|Federal|Ministry|Minister|Penal|Criminal|Civil|judges?"
            r"|judicia\w{1,3}|jurisdiction|legal|Parliament|Embassy|Social|Administrative|Directorate|Board)\b"
        ),
        8,
    ),
)
AROUND = 140
#: Enough of any decision: the longest have some 300,000 characters.
LONGEST = 300_000
#: A State with less than this has only been mentioned.
ENOUGH = 3


def state_party(text: str) -> tuple[str, tuple[str, ...]]:
    """The State's code, or nothing; and the others that weigh more than half as much."""
    weights = weigh(text)
    ranked = [(code, weight) for code, weight in weights.most_common() if weight >= ENOUGH]
    if not ranked:
        return "", ()
    best, most = ranked[0]
    return best, tuple(code for code, weight in ranked[1:] if weight * 2 > most)


def weigh(text: str) -> Counter[str]:
    """What the mentions of each State weigh together."""
    names, pattern = _names()
    weights: Counter[str] = Counter()
    for found in pattern.finditer(text[:LONGEST]):
        before = text[max(0, found.start() - AROUND) : found.start()]
        after = text[found.end() : found.end() + 40]
        weights[names[found[0]]] += _weight(before, after)
    return weights


def _weight(before: str, after: str) -> int:
    for pattern, weight in BEFORE:
        if pattern.search(before):
            return weight
    for pattern, weight in AFTER:
        if pattern.search(after):
            return weight
    return 1


@cache
def _names() -> tuple[dict[str, str], re.Pattern[str]]:
    """Every name and adjective by its State, and a pattern that finds them, the longest first."""
    names = {name: row.id for row in states().values() for name in row.all_names if name[0].isupper()}
    for entry in DEMONYMS.replace("\n", " ").split(","):
        code, *adjectives = entry.split()
        names.update({adjective.replace("-", " "): code for adjective in adjectives})
    names.update({name.replace("'", "’"): code for name, code in names.items() if "'" in name})
    # Names begin with a capital: most places of a text are passed over at once.
    return names, re.compile(rf"(?<![\w-])(?=[A-ZÁÉÍÓÚÎ][\w]){any_of(names)}(?!\w)")
