"""The State the archive is about: its names, its constitution and what it ratified."""

from typing import Any

from msgspec import Struct

#: States whose Spanish name takes the article, as United Nations documents write them.
SPANISH_ARTICLES = {
    "ARE": "los", "ARG": "la", "BRA": "el", "CAN": "el", "COG": "el", "ECU": "el", "GBR": "el", "IND": "la",
    "JPN": "el", "LBN": "el", "NLD": "los", "PAK": "el", "PER": "el", "PRY": "el", "SDN": "el", "SEN": "el",
    "URY": "el", "USA": "los", "YEM": "el",
}  # fmt: skip
ENGLISH_ARTICLES = {"ARE", "BHS", "COM", "DOM", "GBR", "GMB", "MDV", "MHL", "NLD", "PHL", "SDN", "SLB", "SYC", "USA"}


class Ratification(Struct, frozen=True):
    """How and when the State became bound by an instrument, as precisely as known."""

    bound: str = ""
    how: str = ""
    unverified: bool = False
    note: dict[str, str] = {}

    @property
    def year(self) -> str:
        """The year it was bound, or nothing where that is not known."""
        return self.bound[:4]


class Addressee(Struct, frozen=True):
    """The State, as its `state.toml` describes it."""

    iso3: str
    names: dict[str, str]
    constitution: str
    ratifications: dict[str, Ratification]

    @classmethod
    def of(cls, facts: dict[str, Any]) -> "Addressee":
        """Read what `Workspace.state_facts` gives."""
        rows = facts.get("ratifications", {})
        return cls(
            iso3=str(facts.get("iso3", "")),
            names={str(language): str(name) for language, name in facts.get("name", {}).items()},
            constitution=str(facts.get("constitution", "")),
            ratifications={id_: _ratification(row) for id_, row in rows.items()},
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


def _ratification(row: dict[str, Any]) -> Ratification:
    return Ratification(
        bound=str(row.get("bound", "")),
        how=str(row.get("how", "")),
        unverified=bool(row.get("unverified", False)),
        note={str(language): str(text) for language, text in row.get("note", {}).items()},
    )
