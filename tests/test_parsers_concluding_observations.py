"""Compilations of concluding observations: each review a document, each numbered paragraph a passage."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from rights_search.errors import ParseError
from rights_search.model import Document, Parsed, PassageKind, Source, SourceKind, Standing
from rights_search.parsers.eids import EID
from rights_search.parsers.observations import document as concluding_observations
from rights_search.parsers.observations.dates import adopted_on, first_date, ordinal, session_in
from rights_search.parsers.observations.words import kind_of
from rights_search.vocabulary import bodies

DATA = Path(__file__).parent / "data" / "observations"
TEXTS = Path(__file__).parents[2] / "shared" / "texts"
HEAD = '---\ntitle: "Comité contra la Tortura"\ncategories:\n - "Ecuador"\n---\n'


def read(name: str) -> Parsed:
    return concluding_observations.parse(Source(name, (DATA / name).read_bytes()))


def of(body: str) -> Document:
    """The one document of a compilation with this body."""
    text = f"{HEAD}## 1º Observaciones finales.\n\n{body}"
    (document,) = concluding_observations.parse(Source("x.md", text.encode())).documents
    return document


@pytest.mark.parametrize("name", ["comite.md", "examen.md", "comision.md"])
def test_a_compilation_reads_as_expected(name: str) -> None:
    source = Source(name, (DATA / name).read_bytes())
    assert concluding_observations.recognises(source)
    expected = json.loads((DATA / f"{name}.expected.json").read_text("utf-8"))
    assert json.loads(msgspec.json.encode(concluding_observations.parse(source))) == expected


def test_each_review_is_a_document_with_its_body_state_and_ordinal() -> None:
    first, second = read("comite.md").documents
    assert (first.id, first.body, first.states, first.date) == ("ccpr-cri-co-1", "ccpr", ("CRI",), "1985-03")
    assert first.kind is SourceKind.CONCLUDING_OBSERVATIONS
    assert first.standing is Standing.EXCERPT
    assert second.facts is not None
    assert getattr(second.facts, "cycle", "") == "2"


def test_a_symbol_in_the_note_of_the_title_gives_the_id_and_the_ordinal_stays_an_alias() -> None:
    second = read("comite.md").documents[1]
    assert (second.id, second.symbol) == ("ccpr-c-cri-co-2", "CCPR/C/CRI/CO/2")
    assert second.aliases == ("ccpr-cri-co-2",)


def test_the_symbol_of_an_annual_report_or_of_the_states_report_is_not_the_documents_own() -> None:
    assert read("comite.md").documents[0].symbol == ""
    assert of("1. Se examinó (CAT/C/ECU/7).[^1]\n\n[^1]: CAT/C/ECU/7, 1 de mayo de 2015").symbol == ""


def test_a_paragraph_that_observes_and_recommends_is_a_recommendation() -> None:
    passages = {passage.eid: passage for passage in read("comite.md").documents[1].passages}
    assert passages["para_1"].kind is PassageKind.PARAGRAPH
    assert passages["para_9"].kind is PassageKind.RECOMMENDATION
    assert passages["para_10"].kind is PassageKind.OBSERVATION


@pytest.mark.parametrize(
    ("text", "headings", "kind"),
    [
        ("El Comité toma nota de las obras y celebra su fin.", (), PassageKind.OBSERVATION),
        ("Le preocupa el cierre. Insta al Estado parte a abrirla.", (), PassageKind.RECOMMENDATION),
        ("Las bibliotecas abren a las ocho.", ("Aspectos positivos",), PassageKind.OBSERVATION),
        ("Abrir las salas los domingos.", ("Recomendaciones",), PassageKind.RECOMMENDATION),
        ("Abren los domingos.", ("Motivos de preocupación y recomendaciones",), PassageKind.OBSERVATION),
        ("Se pidió información sobre los libros.", (), PassageKind.PARAGRAPH),
        ("The Committee is concerned about the closures.", (), PassageKind.OBSERVATION),
        ("The State party should reopen them.", (), PassageKind.RECOMMENDATION),
        ("The Committee considered the report at its meetings of May and notes it.", (), PassageKind.PARAGRAPH),
        ("Le Comité recommande de rouvrir les salles.", (), PassageKind.RECOMMENDATION),
        ("O Comitê insta o Estado a reabri-las.", (), PassageKind.RECOMMENDATION),
    ],
)
def test_the_kind_of_a_paragraph_follows_from_its_words(
    text: str, headings: tuple[str, ...], kind: PassageKind
) -> None:
    assert kind_of(text, headings) is kind


def test_signs_of_cuts_and_remarks_of_the_compiler_are_counted_and_a_cut_inside_a_sentence_stays() -> None:
    first, second = read("comite.md").documents
    assert {rule.rule for rule in first.left_out} >= {"front matter", "cut by the compiler", "remark of the compiler"}
    assert "tres archivos (…) sin consulta" in second.passages[2].text
    assert all("No se observan" not in passage.text for passage in first.passages)


def test_notes_leave_the_text_and_stay_with_the_paragraph() -> None:
    ninth = read("comite.md").documents[1].passages[1]
    assert "[^" not in ninth.text
    assert [note.mark for note in ninth.notes] == ["13", "14"]
    assert ninth.notes[1].text.endswith("no se ha ejecutado.")


def test_missing_numbers_are_gaps() -> None:
    assert read("comite.md").documents[1].gaps == ("para_2…para_8",)


def test_a_number_that_stands_twice_gets_an_eid_of_its_own_and_a_problem() -> None:
    parsed = read("comite.md")
    eids = [passage.eid for passage in parsed.documents[1].passages]
    assert eids[-2:] == ["para_12", "sec_7__para_12"]
    assert [problem.locator for problem in parsed.problems] == ["line 47"]


def test_a_number_in_the_middle_of_a_line_begins_the_next_paragraph_only_if_it_is_the_next() -> None:
    document = of("4. Hay libros. 5. El Comité los ha visto. 9. No es un párrafo.")
    assert [passage.num for passage in document.passages] == ["4", "5"]


def test_recommendations_of_a_review_carry_who_made_them_and_what_was_answered() -> None:
    parsed = read("examen.md")
    first, second = ({p.eid: p for p in document.passages} for document in parsed.documents)
    assert first["rec_40-3"].recommended_by == ("ITA", "MEX")
    assert first["rec_40-3"].response == "supported"
    assert second["rec_102-8"].recommended_by == ("HUN", "CHL")
    assert second["rec_102-8"].response == ""
    assert second["rec_103-1"].response == "noted"
    assert [(p.locator, p.message) for p in parsed.problems] == [("rec_102-8", "“Freedonia” is no State we know")]


def test_an_item_below_a_colon_belongs_to_the_paragraph_above() -> None:
    eids = [passage.eid for passage in read("comision.md").documents[0].passages]
    assert "para_199__point_5" in eids
    assert "sec_5-1__point_a" in eids


def test_an_index_of_paragraphs_is_refused_with_the_reason() -> None:
    with pytest.raises(ParseError, match="an index of paragraphs by theme, no document"):
        read("indice.md")


def test_a_title_without_a_body_is_refused_with_what_to_declare() -> None:
    text = '---\ntitle: "Club de lectura"\n---\n## 1º Informe\n\n1. Hay libros.\n'
    with pytest.raises(ParseError, match="names no body we know: declare it"):
        concluding_observations.parse(Source("x.md", text.encode()))


@pytest.mark.parametrize(
    "data", [b"", b"---\n", b"---\n---\n## 1\xc2\xba x", b"\xff\xfe\x00", b"---\n" + bytes(range(256))]
)
def test_damaged_files_are_refused_or_not_recognised(data: bytes) -> None:
    source = Source("x.md", data)
    if concluding_observations.recognises(source):
        with pytest.raises(ParseError):
            concluding_observations.parse(source)


@pytest.mark.timeout(30)
def test_repeated_paragraphs_and_long_lists_are_all_kept() -> None:
    body = "12. El Comité recomienda que:\n\n" * 5000 + "a. uno.\n\n" * 5000
    assert len(of(body).passages) == 5000


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("adoptadas el 27 de julio de 1998", "1998-07-27"),
        ("1º de febrero de 2018", "2018-02-01"),
        ("en noviembre de 1991", "1991-11"),
        ("26 marzo 2012", "2012-03-26"),
        ("Pretoria, 05 March 2024", "2024-03-05"),
        ("On May 5, 2010", "2010-05-05"),
        ("1er août 2011", "2011-08-01"),
        ("16 мая 2008 года", "2008-05-16"),
        ("2016年7月11日", "2016-07-11"),
        ("el 31 de abril de 2001", "2001-04"),
        ("en 1973", "1973"),
        ("E/1990/23", ""),
    ],
)
def test_written_dates(written: str, date: str) -> None:
    assert first_date(written) == date


def test_figures_of_other_scripts_are_no_date() -> None:
    assert first_date("in the year 206٠") == ""
    assert session_in("its ٤٩th session") == ""


def test_the_date_of_adoption_is_the_one_by_its_word() -> None:
    assert adopted_on("celebradas el 3 de mayo de 2016. En su sesión del 11 de julio de 2016, aprobó") == "2016-07-11"
    assert adopted_on("celebradas el 3 de mayo de 2012, y aprobó el 30 de mayo de 2012 las") == "2012-05-30"


def test_sessions_in_figures_and_words() -> None:
    assert session_in("held its thirteenth session from 21 May") == "13"
    assert session_in("en su 49.º período de sesiones") == "49"
    assert ordinal("twenty-first") == 21
    assert ordinal("banana") == 0


def compilations(folder: str) -> Iterator[tuple[Path, Parsed]]:
    where = TEXTS / folder
    if not where.is_dir():
        pytest.skip(f"the real documents are not here: {where}")
    for path in sorted(where.glob("*.md")):
        source = Source(path.name, path.read_bytes())
        if concluding_observations.recognises(source):
            yield path, concluding_observations.parse(source)


@pytest.mark.parametrize(
    ("folder", "files"), [("ecuador/concluding-observations", 8), ("concluding-observations-es", 57)]
)
def test_every_real_paragraph_has_a_body_an_ordinal_and_a_number(folder: str, files: int) -> None:
    read_files = list(compilations(folder))
    assert len(read_files) == files
    for _, parsed in read_files:
        for document in parsed.documents:
            assert document.body in bodies()
            assert document.states
            assert document.date
            assert getattr(document.facts, "cycle", "").isdigit()
            eids = [passage.eid for passage in document.passages]
            assert len(eids) == len(set(eids))
            assert all(EID.match(eid) for eid in eids)
            unnumbered = [passage for passage in document.passages if not passage.num]
            assert len(unnumbered) <= 1


def test_the_words_of_the_files_are_in_passages_headings_or_notes_or_left_out() -> None:
    """Of 234,000 words all but titles and remarks of the compiler, which are counted."""
    words = re.compile(r"[^\W\d_]{3,}")
    total = lost = 0
    for path, parsed in compilations("concluding-observations-es"):
        held: set[str] = set()
        for document in parsed.documents:
            held.update(words.findall(document.title))
            for passage in document.passages:
                held.update(words.findall(f"{passage.text} {' '.join(passage.path)}"))
                held.update(word for note in passage.notes for word in words.findall(note.text))
        body = path.read_text("utf-8").split("---\n", 2)[2]
        found = words.findall(re.sub(r"(?<=\w)-\s*\n\s*(?=[a-záéíóúñü])", "-", body))
        total += len(found)
        lost += sum(word not in held for word in found)
    assert lost / total < 0.003


POINTER = re.compile(r"^ +\* +(?:(\d+)[°º])?(.*?)(?:Parag\.|, (?=[A-Z]\.\d))(.*)")
INDEXED = {
    "2003": "COL",
    "2004": "CRI",
    "2007": "GTM",
    "2009": "MEX",
    "2010": "NIC",
    "2011": "PAN",
    "2012": "PRY",
    "2013": "PER",
}


def pointers() -> Iterator[tuple[str, str, str, str]]:
    """(State, body, ordinal, paragraph) of the compiler's own thematic index."""
    where = TEXTS / "gold" / "cladem-index"
    if not where.is_dir():
        pytest.skip(f"the real documents are not here: {where}")
    for path in sorted(where.glob("*.md")):
        body = ""
        for line in path.read_text("utf-8").split("\n"):
            if line.startswith("* "):
                row = bodies().longest_in(line.replace("Convención de los", "Comité de los"))
                body = "upr" if "Periódico" in line else row.id if row else ""
            elif found := POINTER.match(line):
                for number in re.split(r"[;:]| y (?=\d)|Parag\.", found[3]):
                    plain = re.sub(r" *Inc?\.?.*", "", re.sub(r" Inc?\. *(?=\d)", ".", number)).strip(" .")
                    if plain:
                        yield INDEXED[path.name[:4]], body, found[1] or "1", plain


def test_the_compilers_index_finds_its_paragraphs() -> None:
    """98.5 % of 2,256 pointers; the others point at numbers that the files do not have."""
    held: dict[tuple[str, str, str], set[str]] = {}
    for _, parsed in compilations("concluding-observations-es"):
        for document in parsed.documents:
            key = (document.states[0], document.body, getattr(document.facts, "cycle", ""))
            numbers = held.setdefault(key, set())
            for passage in document.passages:
                last = passage.num.rpartition(".")[2]
                numbers.update({passage.num, last, *(f"{heading[0]}.{last}" for heading in passage.path)})
    wanted = list(pointers())
    found = sum(number in held.get((state, body, ordinal_), ()) for state, body, ordinal_, number in wanted)
    assert len(wanted) > 2200
    assert found / len(wanted) > 0.98


def test_real_indexes_are_refused() -> None:
    where = TEXTS / "gold" / "cladem-index"
    if not where.is_dir():
        pytest.skip(f"the real documents are not here: {where}")
    for path in where.glob("*.md"):
        source = Source(path.name, path.read_bytes())
        assert concluding_observations.recognises(source)
        with pytest.raises(ParseError, match="an index of paragraphs"):
            concluding_observations.parse(source)
