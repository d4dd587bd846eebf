"""How texts name laws: the names of our instruments, and the nouns and numbers that stand for others."""

import re
from functools import cache

from rights_search.citations.families import FAMILY
from rights_search.citations.folding import plain
from rights_search.citations.spaces import compiled
from rights_search.citations.usage import CONSTITUTIONS, acronyms_in_use, names_in_use
from rights_search.citations.words import key, pattern, tree_of
from rights_search.vocabulary import instruments

DOMESTIC = (
    "proyecto de articulos|draft articles"
    "|codigos?|ley(?:es)?|decretos?|reglamentos?|resolucion(?:es)?|ordenanzas?|acuerdo ministerial|estatutos?|codes?"
    # … but the European Court's own Rules, which stand beside the Convention: “Article 26 § 4 and Rule 24 of the …”
    r"|acts?|laws?|decrees?|regulations?|rules(?!\s+of\s+court)|statutes?|bills?|ordinances?|leis?|lois?"
    r"|regulamentos?|decrets?|ordonnances?|arretes?|reglements?"
)
#: What texts also call the constitution of the State they speak of.
ALSO_CONSTITUTION = (
    r"ley\s+fundamental|loi\s+fondamentale|lei\s+fundamental|lei\s+maior|carta\s+(?:magna|politica|fundamental)"
    r"|carta\s+da\s+republica|texto\s+(?:constitucional|fundamental)|norma\s+fundamental"
)
NUMBERED_TITLE = re.compile(r"^(.{12,160}, \d{4}) \((?:núm|No)\. \d{1,3}\)$")


@cache
def names() -> dict[str, str]:
    """The instruments of the vocabulary by every name that texts have for them, as `key` gives it."""
    table: dict[str, str] = {}
    for id_, row in instruments().items():
        for name in filter(None, (*row.all_names, row.fr, row.pt)):
            table.setdefault(key(plain(name)), id_)
            if numbered := NUMBERED_TITLE.match(name):  # “Forced Labour Convention, 1930 (No. 29)” without its number
                table.setdefault(key(plain(numbered[1])), id_)
    for name, id_ in (names_in_use() | acronyms_in_use()).items():
        table.setdefault(key(plain(name)), id_)
    together = {name.replace("inter american", "interamerican"): id_ for name, id_ in table.items()}
    return together | table


@cache
def acronyms() -> frozenset[str]:
    """Those names that are acronyms, folded: they are written in capitals."""
    known = (acronym for row in instruments().values() for acronym in row.acronyms)
    return frozenset(plain(acronym) for acronym in (*known, *acronyms_in_use()))


@cache
def pattern_of_laws() -> re.Pattern[str]:
    """What names a law in a folded text; its last group says in which way.

    The groups are empty, at the end of each way: one that opens first is entered at every letter, where the way's own
    first letter is compared at once.
    """
    families = "|".join(sorted(FAMILY, key=len, reverse=True))
    return compiled(
        rf"(?<![\w/-])(?=[a-z]|19)(?:{pattern(tree_of(names()))}(?P<name>)"
        r"|(?:convenio|convention|convencao)s?\s+(?:d[ea] (?:la )?oit\s+)?"
        r"(?:n[uo]m(?:ero)?\.?|n\.?\s?[oº°]\.?|no\.|number)?\s?\d{1,3}(?P<ilo>)"
        # its title, which has many wordings, year and number: “Convenio sobre …, 2011 (núm. 189)”
        r"|(?:convenio|convention)(?:(?!conven)[^.;()\n]){0,110},?\s(?:19|20)\d\d\s?"
        r"\((?:n[uo]m\.?|no\.)\s?\d{1,3}(?P<ilo_title>)"
        # a numbered protocol to the treaty that the document is about: “Protocol No. 4 to the Convention”
        r"|(?:protocol(?:o|e)?\s+(?:adicional\s+|additionnel\s+)?"
        r"(?:n[uo]m(?:ero)?\.?|n\.?\s?[oº°]\.?|no\.|number|n[oº°])?\s?\d{1,2}(?!\d)"
        r"|first\s+protocol|premier\s+protocole|primer\s+protocolo)"
        r"(?:\s+(?:additionnel\s+|additional\s+)?(?:to\s+the|al|a\s+la|a)\s+(?:european\s+)?"
        r"(?:convention|convenio|convencion|convencao|cedh|echr)(?:\s+europe[oae]+n?n?e?i?a?)?)?(?P<numbered>)"
        # … which is no family's: the title of article 15 of the Protocol of San Salvador
        rf"|(?:constituci[oó]n|constitution|constituicao|(?<=[\d)]\s)(?:constitucional(?:es)?|superior(?!\s+court))|{ALSO_CONSTITUTION})"
        r"(?!\s+(?:(?:y|and)\s+(?:la\s+)?protec\w+\s+)?(?:de|of)\s+(?:la\s+|una\s+|the\s+|a\s+)?famil)(?P<constitution>)"
        rf"|(?:{'|'.join(CONSTITUTIONS)})(?P<initials>)"
        rf"|(?:(?:optional\s+)?(?:{families})(?:\s+facultati(?:vo|f))?|international\s+covenant)(?P<generic>)"
        # a name ends as a word does, or where the number of a note is fused to it
        rf"|(?:{DOMESTIC})(?P<domestic>))(?:(?![\w/-])|(?<=[a-z]{{4}})(?=\d{{1,3}}(?!\w)))"
    )
