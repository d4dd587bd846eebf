"""Another State works without code: the register of `examples/colombia`, which borrows its words from Ecuador's."""

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from rights_search.cli import main
from rights_search.tagging import Tagger
from rights_search.vocabulary import Register, instruments, load_register
from rights_search.web import create_app
from rights_search.workspace import Workspace

PROJECT = Path(__file__).parents[1]
STATE = PROJECT / "examples" / "colombia" / "corpus" / "colombia"
CONSTITUTION = PROJECT.parent / "shared" / "texts" / "constitutions" / "es-co"
#: Articles of Title II that state no right of their own; its register says why.
NO_RIGHT = {"32", "57", "59", "62", "66", "76", "77"}

#: What a lawyer would file each sentence under, written before it was tagged; the sentences are ours.
SENTENCES = [
    ("11", "es", "El Estado debe investigar las ejecuciones extrajudiciales y garantizar el derecho a la vida."),
    (
        "12",
        "es",
        "El Comité lamenta las denuncias de tortura y malos tratos cometidos por la policía durante las redadas.",
    ),
    ("12", "en", "Investigate all cases of enforced disappearance and search for those who are still missing."),
    ("13", "en", "Adopt measures to end racial discrimination and to ensure equality before the law."),
    ("14", "en", "Register the birth of every child born in remote areas and issue identity documents without charge."),
    ("15", "es", "Preocupa al Comité que el hábeas data no alcance a los archivos de inteligencia."),
    (
        "15",
        "en",
        "Make sure that any interception of private communications is ordered by a judge and respects privacy.",
    ),
    ("16", "es", "Se recomienda proteger a las personas lesbianas, gais y trans en razón de su orientación sexual."),
    ("17", "en", "Step up the fight against trafficking in persons and give shelter to those rescued."),
    ("18", "es", "Reconozca la objeción de conciencia al servicio militar y ofrezca un servicio civil."),
    ("19", "en", "Guarantee the freedom of religion of minority churches, and their places of worship."),
    ("20", "es", "El Estado debe respetar la libertad de expresión y abstenerse de toda censura previa."),
    ("22", "en", "Carry out the peace agreement in full and give its institutions enough money."),
    ("22a", "es", "Desmantele los grupos paramilitares que se rearmaron y sancione a quienes los financian."),
    ("22a", "en", "Break the ties between paramilitary groups and members of the security forces."),
    ("23", "es", "Las autoridades deben contestar a tiempo el derecho de petición de las personas detenidas."),
    ("24", "en", "Ensure the safe return of internally displaced persons to their villages."),
    ("27", "en", "The Committee is concerned at pressure on lecturers that harms academic freedom."),
    ("28", "es", "Ponga fin a las detenciones arbitrarias de jóvenes y lleve sin demora ante un juez a todo detenido."),
    ("29", "en", "Guarantee due process and the presumption of innocence in every criminal trial."),
    ("30", "en", "Persons held by the police should be able to file habeas corpus at any hour."),
    ("34", "es", "Revise la ley que introdujo la prisión perpetua y sus plazos de revisión."),
    ("36", "en", "Speed up the asylum procedure and respect non-refoulement at the land border."),
    ("37", "en", "Ensure that the police do not use excessive force against peaceful assembly and protests."),
    ("38", "en", "Protect the freedom of association of community groups, which face undue registration rules."),
    ("39", "es", "Proteja a los dirigentes sindicales amenazados y juzgue a quienes los asesinaron."),
    ("39", "en", "Take steps to end killings of trade union members."),
    ("40", "en", "Raise the number of women in elected office and the political participation of young people."),
    ("41", "en", "Include human rights education in the curriculum of all schools."),
    ("42", "en", "The law should protect the family in all its forms and regulate de facto unions."),
    ("43", "en", "Adopt a national plan on violence against women and fund shelters in every department."),
    ("44", "es", "Prevenga el reclutamiento de niños y niñas por grupos armados y facilite su retorno al hogar."),
    ("46", "es", "Amplíe los servicios de cuidado para las personas adultas mayores que viven solas."),
    ("47", "en", "Remove the barriers that persons with disabilities meet in transport and public buildings."),
    ("48", "es", "Extienda la seguridad social y las pensiones a quienes trabajan en la economía informal."),
    ("49", "en", "Bring safe drinking water and sanitation to the rural communities of the Pacific coast."),
    ("49", "es", "Garantice el acceso a los servicios de salud en las zonas apartadas."),
    ("51", "es", "Se recomienda un plan de vivienda social para las familias que viven en asentamientos informales."),
    ("53", "en", "Raise the minimum wage so that it covers the cost of living, and close the wage gap."),
    ("55", "es", "El Estado debe fomentar la negociación colectiva en el sector público."),
    ("56", "en", "Amend the rules that restrict the right to strike beyond essential services."),
    ("58", "es", "Acelere la restitución de tierras y la devolución de la propiedad a sus dueños."),
    ("63", "en", "Demarcate the ancestral lands of indigenous peoples and keep settlers out of their territories."),
    ("64", "es", "Cumpla la reforma rural integral y reconozca los derechos del campesinado."),
    ("65", "en", "Adopt a strategy on the right to food and against malnutrition in La Guajira."),
    ("67", "es", "Asegure la educación primaria gratuita y obligatoria en el campo."),
    ("69", "en", "Widen access to higher education for students from poor households."),
    ("70", "en", "Take measures in favour of Afro-Colombian communities and respect their cultural identity."),
    ("73", "es", "Investigue los asesinatos de periodistas y refuerce su protección en las regiones."),
    ("74", "en", "Apply the law on access to public information in all municipalities."),
    ("79", "es", "Controle la contaminación por mercurio y garantice el derecho a un ambiente sano."),
]
#: Sentences about no right.
NOTHING = [
    ("es", "El Comité invita al Estado a presentar su próximo informe periódico antes del 30 de junio de 2027."),
    ("es", "El Comité agradece a la delegación el diálogo abierto que mantuvo con ella."),
    ("en", "The Committee considered the sixth periodic report at two meetings held in Geneva."),
    ("en", "The meeting rose at 6 p.m."),
    ("en", "The delegation was headed by the deputy minister and had twelve members."),
    ("es", "La cordillera de los Andes se divide en tres ramales al entrar en el país por el sur."),
]


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register(STATE / "rights.toml")


@pytest.fixture(scope="module")
def tagger(register: Register) -> Tagger:
    return Tagger(register, "colombia-constitution")


def test_every_article_of_title_two_that_states_a_right_has_an_entry(register: Register) -> None:
    articles = [str(number) for number in range(11, 83) if str(number) not in NO_RIGHT]
    articles.insert(articles.index("22") + 1, "22a")
    assert [right.number for right in register.articles] == articles


def test_every_right_has_words_goals_and_provisions_that_exist(register: Register) -> None:
    keys = [right.key for right in register]
    assert len(keys) == len(set(keys))
    for right in register:
        assert right.terms.get("es"), right.number
        assert right.terms.get("en"), right.number
        assert right.sdg, right.number
        assert right.group.keys() >= {"es", "en"}, right.number
        for provision in right.provisions:
            assert provision.partition("#")[0] in instruments(), f"{right.number}: {provision}"


def test_borrowed_words_come_from_the_register_that_lends_them(register: Register) -> None:
    entries = tomllib.loads((STATE / "rights.toml").read_text("utf-8"))["right"]
    lent = {right.key: right for right in load_register(PROJECT / "corpus" / "ecuador" / "rights.toml")}
    for entry in entries:
        for key in entry.get("like", []):
            assert set(lent[key].terms["es"]) <= set(register[str(entry["number"])].terms["es"]), entry["number"]


@pytest.mark.parametrize(("number", "language", "sentence"), SENTENCES)
def test_a_sentence_is_tagged_with_colombias_article(tagger: Tagger, number: str, language: str, sentence: str) -> None:
    tags = tagger.tag_text(sentence, lang=language)
    assert number in {tag.right for tag in tags}, [(tag.right, tag.evidence) for tag in tags]


@pytest.mark.parametrize(("language", "sentence"), NOTHING)
def test_a_sentence_about_no_right_has_no_tag(tagger: Tagger, language: str, sentence: str) -> None:
    assert tagger.tag_text(sentence, lang=language) == ()


def test_rights_are_no_siblings_because_their_numbers_are_in_ecuador(tagger: Tagger) -> None:
    text = (
        "Repeal the criminal offence of defamation, protect freedom of expression and fight trafficking in persons for "
        "forced labour."
    )
    assert "17" in {tag.right for tag in tagger.tag_text(text, lang="en")}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root as a person would copy it: `concepts` is found from the file, so the lending register comes along."""
    copied = tmp_path_factory.mktemp("project")
    shutil.copytree(PROJECT / "examples", copied / "examples", ignore=shutil.ignore_patterns("indexes"))
    (copied / "corpus" / "ecuador").mkdir(parents=True)
    shutil.copy(PROJECT / "corpus" / "ecuador" / "rights.toml", copied / "corpus" / "ecuador")
    return copied / "examples" / "colombia"


def test_the_workspace_is_colombias(root: Path) -> None:
    workspace = Workspace.open(root)
    assert workspace.state.name == "colombia"
    assert workspace.state_facts()["iso3"] == "COL"
    assert workspace.indexes == root / "indexes"


@pytest.fixture(scope="module")
def taken_in(root: Path) -> Path:
    """The root with the constitution's Title II ingested by the command a person would type."""
    if not CONSTITUTION.exists():
        pytest.skip("needs the real constitution beside the project")
    chapters = [str(path) for path in sorted(CONSTITUTION.glob("titulo_ii-*/articulos_*.mdx"))]
    options = ["--kind", "constitution", "--state", "COL", "--lang", "es"]
    done = CliRunner().invoke(main, ["--root", str(root), "ingest", *options, *chapters])
    assert done.exit_code == 0, done.output
    return root


def declared(root: Path, number: str) -> set[str]:
    """The rights an article of the constitution has by its own number, as `show --json` says."""
    shown = CliRunner().invoke(main, ["--root", str(root), "show", "--json", f"colombia-constitution#art_{number}"])
    assert shown.exit_code == 0, shown.output
    return {tag["right"] for tag in json.loads(shown.stdout)["tags"] if tag["basis"] == "declared"}


def test_each_article_is_declared_the_right_of_its_number(taken_in: Path, register: Register) -> None:
    for right in register:
        if right.number.isdigit():
            assert declared(taken_in, right.number) == {right.number}


def test_an_article_with_a_letter_is_not_the_article_before_it(taken_in: Path) -> None:
    assert declared(taken_in, "22a") == {"22a"}


def test_the_list_of_rights_counts_the_constitution_under_each(taken_in: Path, register: Register) -> None:
    listed = CliRunner().invoke(main, ["--root", str(taken_in), "rights"])
    assert listed.exit_code == 0, listed.output
    counted = {line.split()[0] for line in listed.stdout.splitlines() if "constitution" in line}
    assert {right.number for right in register if right.number.isdigit()} <= counted


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_pages_speak_of_colombia(taken_in: Path, language: str) -> None:
    client = create_app(Workspace.open(taken_in)).test_client()
    for page in ("", "rights/", "rights/12", "rights/22a", "rights/58", "documents/", "search?q=paz"):
        answer = client.get(f"/{language}/{page}")
        assert answer.status_code == 200, page
        assert "Ecuador" not in answer.text, page
        assert "ecuatorian" not in answer.text, page
        assert not re.search(r"\b73 (derechos|rights)", answer.text), page
    about = client.get(f"/{language}/about").text
    assert about.count("Ecuador") == 1  # where the idea comes from
