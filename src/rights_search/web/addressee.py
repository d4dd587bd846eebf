"""The State the archive is about: its names, its constitution and what it ratified."""

from typing import Any

from msgspec import Struct

from rights_search.model import Ratification, ratifications

#: States whose Spanish name takes the article, as United Nations documents write them.
SPANISH_ARTICLES = {
    "ARE": "los", "ARG": "la", "BRA": "el", "CAN": "el", "COG": "el", "ECU": "el", "GBR": "el", "IND": "la",
    "JPN": "el", "LBN": "el", "NLD": "los", "PAK": "el", "PER": "el", "PRY": "el", "SDN": "el", "SEN": "el",
    "URY": "el", "USA": "los", "YEM": "el",
}  # fmt: skip
ENGLISH_ARTICLES = {"ARE", "BHS", "COM", "DOM", "GBR", "GMB", "MDV", "MHL", "NLD", "PHL", "SDN", "SLB", "SYC", "USA"}


class Addressee(Struct, frozen=True):
    """The State, as its `state.toml` describes it."""

    iso3: str
    names: dict[str, str]
    constitution: str
    ratifications: dict[str, Ratification]

    @property
    def bound_by(self) -> frozenset[str]:
        """The instruments that bind it."""
        return frozenset(id_ for id_, row in self.ratifications.items() if row.party)

    @classmethod
    def of(cls, facts: dict[str, Any]) -> "Addressee":
        """Read what `Workspace.state_facts` gives."""
        return cls(
            iso3=str(facts.get("iso3", "")),
            names={str(language): str(name) for language, name in facts.get("name", {}).items()},
            constitution=str(facts.get("constitution", "")),
            ratifications=ratifications(facts),
        )

    def name(self, language: str) -> str:
        """Its name: Ecuador."""
        return self.names.get(language) or next(iter(self.names.values()), self.iso3)

    def the(self, language: str) -> str:
        """Its name as a sentence needs it: el Ecuador, Ecuador, the Netherlands."""
        return with_article(self.iso3, self.name(language), language)


def with_article(iso3: str, name: str, language: str) -> str:
    """A State's name with the article its language asks for."""
    english = "the" if iso3 in ENGLISH_ARTICLES else ""
    article = SPANISH_ARTICLES.get(iso3, "") if language == "es" else english
    return f"{article} {name}".strip()
