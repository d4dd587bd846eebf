"""Ways of naming a treaty that differ from its title by a word or by the language; facts of usage.

The names are a table beside this file, by treaty.
"""

import tomllib
from functools import cache
from importlib import resources


@cache
def names_in_use() -> dict[str, str]:
    """The treaty by each name that texts have for it besides its titles and the names of the vocabulary."""
    return _by_name("names")


@cache
def acronyms_in_use() -> dict[str, str]:
    """The treaty by each acronym besides those of the vocabulary."""
    return _by_name("acronyms")


def _by_name(table: str) -> dict[str, str]:
    text = resources.files("rights_search.citations").joinpath("usage.toml").read_text("utf-8")
    return {name: treaty for treaty, names in tomllib.loads(text)[table].items() for name in names}


#: A constitution's initials, in the texts about its State: “art. 66 CRE”.
CONSTITUTIONS = {
    "ce": "spain-constitution",
    "cf": "brazil-constitution",
    "cf/88": "brazil-constitution",
    "crfb": "brazil-constitution",
    "crfb/88": "brazil-constitution",
    "crm": "mozambique-constitution",
    "crdtl": "timor-leste-constitution",
    "cra": "angola-constitution",
    "crcv": "cape-verde-constitution",
    "cst": "switzerland-constitution",
    "cn": "argentina-constitution",
    "cpe": "bolivia-constitution",
    "cpeum": "mexico-constitution",
    "cpr": "chile-constitution",
    "crbv": "venezuela-constitution",
    "cre": "ecuador-constitution",
    "crp": "portugal-constitution",
}

#: Regional courts by the short names that the others have for them, and the treaty each applies.
COURTS = {
    "TEDH": "echr",
    "Tribunal Europeo": "echr",
    "Corte Europea": "echr",
    "European Court": "echr",
    "Corte Africana": "african-charter",
    "African Court": "african-charter",
    "Corte Interamericana": "achr",
    "Corte IDH": "achr",
    "Inter-American Court": "achr",
}
#: Treaties whose articles bear Roman numbers.
ROMAN_NUMBERED = frozenset({"adrdm", "genocide", "ia-disappearance", "non-applicability-1968", "refugee-protocol-1967"})
#: Treaties whose final articles bear letters.
LETTERED_TREATIES = frozenset({"european-social-charter-revised"})
#: Articles that a treaty was given later.
INSERTED = {
    "rome-statute": ("8bis", "15bis", "15ter"),
    "argentina-constitution": ("14bis",),
    "belgium-constitution": ("7bis", "11bis", "22bis", "22ter"),
}
#: The articles of the European Convention were numbered otherwise until Protocol No. 11 of 1 November 1998, from 19 on:
#: just satisfaction was article 50, which is about what the Court costs since, and there are none from 60 on …
RENUMBERED, LAST_NOW = 19, 59
ALWAYS_FORMER = 50
#: … and judgments of the months after still cite the others.
UNTIL = 1999


def is_former(instrument: str, article: str, year: int) -> bool:
    """Whether a text of a year (0: unknown) cites an article as it stood once, and stands no more."""
    if instrument != "echr" or not article.isdecimal():
        return False
    number = int(article)
    return number == ALWAYS_FORMER or number > LAST_NOW or (number >= RENUMBERED and 0 < year <= UNTIL)
