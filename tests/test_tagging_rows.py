"""A row of groups: naming many is about none of them."""

from pathlib import Path

import pytest

from rights_search.tagging import Tagger
from rights_search.vocabulary import load_register


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(load_register(Path(__file__).parents[1] / "corpus" / "ecuador" / "rights.toml"))


def articles(tagger: Tagger, text: str, lang: str) -> set[str]:
    return {tag.right.partition(".")[0] for tag in tagger.tag_text(text, lang=lang)}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "Ampliar la red de agua potable para personas mayores, personas con discapacidad, migrantes y refugiados.",
            "es",
        ),
        (
            "Extend the supply of drinking water to older persons, persons with disabilities, migrants and refugees.",
            "en",
        ),
    ],
)
def test_a_row_of_groups_gives_none_of_their_rights(tagger: Tagger, text: str, lang: str) -> None:
    assert articles(tagger, text, lang) == {"12"}


def test_two_groups_are_no_row(tagger: Tagger) -> None:
    found = articles(tagger, "Refugees and persons with disabilities wait longest.", "en")
    assert found & {"41"}
    assert found & {"47", "48"}


def test_groups_apart_are_no_row(tagger: Tagger) -> None:
    text = (
        "Older persons wait for months until their pensions are paid at all. The school in the valley has no place for "
        "persons with disabilities, whatever the law says of it. The border post turned refugees away in the night."
    )
    assert articles(tagger, text, "en") & {"36", "37", "38"}
