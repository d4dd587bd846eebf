"""Whom a passage concerns, and which goals it bears on: by its words, by a right of their own, by the body."""

from pathlib import Path

import pytest

from rights_search.model import Affected, Grade, SourceKind, Tag, TagBasis
from rights_search.tagging import Groups, goals_of
from rights_search.vocabulary import groups, load_register

ROOT = Path(__file__).parents[1]
REGISTER = load_register(ROOT / "corpus" / "ecuador" / "rights.toml")
KIND = SourceKind.CONCLUDING_OBSERVATIONS


@pytest.fixture(scope="module")
def finder() -> Groups:
    return Groups(REGISTER)


def found(finder: Groups, text: str, language: str, body: str = "", tags: tuple[Tag, ...] = ()) -> set[str]:
    return {one.group for one in finder.of_text(text, language, KIND, body, tags)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Las mujeres del mercado piden agua.", {"women"}),
        ("es", "Preocupa la muerte de lactantes y niños en el barrio.", {"children"}),
        ("es", "Los pueblos indígenas de la ribera no fueron consultados.", {"indigenous"}),
        ("es", "Las comunidades afroecuatorianas del norte siguen sin escuela.", {"afro-descendants"}),
        ("es", "Faltan rampas para personas con discapacidad en los buses.", {"persons-with-disabilities"}),
        ("es", "Las personas adultas mayores hacen fila desde el alba.", {"older-persons"}),
        ("es", "Se cierran bares de personas trans y de lesbianas.", {"lgbti"}),
        ("es", "En la cárcel del puerto duermen tres reclusos por cama.", {"detainees"}),
        ("es", "Los solicitantes de asilo esperan un año por una cita.", {"migrants-refugees"}),
        ("es", "Un defensor de derechos humanos fue seguido hasta su casa.", {"defenders"}),
        ("es", "Dos periodistas perdieron su cámara.", {"journalists"}),
        ("es", "Las farmacias se niegan a atender a quien vive con VIH.", {"hiv"}),
        ("es", "Los campesinos del valle pierden la cosecha.", {"rural"}),
        ("en", "Women and girls walk an hour to the well.", {"women", "children"}),
        ("en", "Inmates with disabilities have no ramp to the yard.", {"detainees", "persons-with-disabilities"}),
        ("en", "Journalists and human rights defenders were filmed.", {"journalists", "defenders"}),
        ("en", "Older persons in rural districts wait for the bus.", {"older-persons", "rural"}),
        ("en", "The State party should build more bridges.", set()),
        ("es", "El Defensor del Pueblo visitó el puente.", set()),
        ("en", "UN Women published a manual.", set()),
    ],
)
def test_a_group_is_told_by_its_words(finder: Groups, language: str, text: str, expected: set[str]) -> None:
    assert found(finder, text, language) == expected


def test_the_reason_is_given_in_the_words_of_the_text(finder: Groups) -> None:
    (one,) = finder.of_text("Dos reclusos esperan.", "es", KIND, "", ())
    assert one == Affected("detainees", TagBasis.TERM, ("reclusos",))


def test_a_right_of_its_own_and_the_body_that_speaks_of_it_alone_tell_a_group(finder: Groups) -> None:
    about = (Tag("58", TagBasis.TERM, Grade.ABOUT),)
    assert found(finder, "The State party should build more bridges.", "en", tags=about) == {"afro-descendants"}
    assert found(finder, "The State party should build more bridges.", "en", body="cedaw") == {"women"}
    touches = (Tag("58", TagBasis.TERM, Grade.TOUCHES),)
    assert found(finder, "The State party should build more bridges.", "en", tags=touches) == set()


def test_a_formula_concerns_nobody(finder: Groups) -> None:
    costs = "El Estado debe pagar las costas y gastos a los representantes dentro del plazo de un año."
    assert finder.of_text(costs, "es", SourceKind.JUDGMENT, "iacthr", ()) == ()


def test_every_group_is_complete_and_its_rights_are_the_registers() -> None:
    keys = {right.key for right in REGISTER}
    for group in groups().values():
        assert {"es", "en"} <= set(group.terms), group.id
        assert set(group.rights) <= keys, group.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Véase la meta 6.1 de los Objetivos de Desarrollo Sostenible.", (6,)),
        ("In line with Sustainable Development Goals 3, 5 and 16.", (3, 5, 16)),
        ("El ODS 11.2 pide transporte.", (11,)),
        ("The goal was to reach 5 villages.", ()),
        ("ODS 99 no existe.", ()),
    ],
)
def test_a_goal_that_is_named_is_found(text: str, expected: tuple[int, ...]) -> None:
    assert goals_of(text, (), REGISTER) == expected


def test_the_goals_of_the_rights_it_is_about_are_its_goals() -> None:
    assert goals_of("", (Tag("12", TagBasis.TERM, Grade.ABOUT),), REGISTER) == REGISTER["12"].sdg
    assert goals_of("", (Tag("12", TagBasis.TERM, Grade.TOUCHES),), REGISTER) == ()
