"""Treaties that are about one right as a whole: joining them is about it, naming them is not."""

from pathlib import Path

import pytest

from rights_search.errors import VocabularyError
from rights_search.tagging import Tagger
from rights_search.tagging.joining import joining_terms
from rights_search.vocabulary import load_register

REGISTER = Path(__file__).parents[1] / "corpus" / "ecuador" / "rights.toml"


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(load_register(REGISTER))


def rights(tagger: Tagger, text: str, lang: str) -> set[str]:
    return {tag.right for tag in tagger.tag_text(text, lang=lang)}


@pytest.mark.parametrize(
    ("text", "lang", "right"),
    [
        ("Ratify the Convention against Torture without delay", "en", "66.3"),
        ("Accede to the Convention relating to the Status of Stateless Persons", "en", "66.28"),
        ("Ratificar el Convenio sobre pueblos indígenas y tribales, 1989 (núm. 169)", "es", "57"),
        ("Firmar la Convención sobre los Derechos de las Personas con Discapacidad", "es", "47"),
        ("Bring legislation into line with the Convention on the Rights of Persons with Disabilities", "en", "47"),
    ],
)
def test_to_join_or_carry_out_a_treaty_is_about_its_right(tagger: Tagger, text: str, lang: str, right: str) -> None:
    assert right in rights(tagger, text, lang)


def test_to_name_a_treaty_is_not(tagger: Tagger) -> None:
    text = "The Convention against Torture was mentioned by three delegations in the dialogue."
    assert "66.3" not in rights(tagger, text, "en")


def test_every_name_of_every_treaty_is_a_term() -> None:
    assert [term.count("|") > 3 for term in joining_terms(("cat", "crpd"), "en")] == [True, True]
    assert joining_terms((), "es") == ()


def test_an_instrument_that_is_not_known_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rights.toml"
    path.write_text(
        '[[right]]\nnumber = 1\nkey = "a"\ntitle.es = "a"\ntitle.en = "a"\ntreaties = ["nowhere"]\n', encoding="utf-8"
    )
    with pytest.raises(VocabularyError, match="no instrument is called “nowhere”"):
        load_register(path)
