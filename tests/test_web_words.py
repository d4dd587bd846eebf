"""Numbers, dates, places and authority in the reader's words."""

from collections.abc import Iterator

import pytest
from flask import Flask

from rights_search.model import PassageKind, SearchHit, SourceKind, Tag, TagBasis
from rights_search.web import authority, places, reasons, words
from rights_search.web.archive import KEY, Archive
from web_archive import application


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return application(tmp_path_factory.mktemp("words"))


@pytest.fixture
def spanish(app: Flask) -> Iterator[None]:
    with app.test_request_context("/es/"):
        app.preprocess_request()
        yield


@pytest.fixture
def english(app: Flask) -> Iterator[None]:
    with app.test_request_context("/en/"):
        app.preprocess_request()
        yield


def hit(**facts: object) -> SearchHit:
    base = {
        "id": "x#para_1", "document": "x", "eid": "para_1", "num": "1", "kind": PassageKind.PARAGRAPH,
        "source": SourceKind.JUDGMENT, "title": "X",
    }  # fmt: skip
    return SearchHit(**{**base, **facts})  # type: ignore[arg-type]


@pytest.mark.usefixtures("spanish")
def test_spanish_words() -> None:
    assert words.number(13870) == "13\u202f870"
    assert words.date("2015-09-01") == "1 de septiembre de 2015"
    assert words.date("2016-07") == "julio de 2016"
    assert words.date("2016") == "2016"
    assert words.date("not a date") == "not a date"
    assert words.quoted("agua") == "«agua»"
    assert words.listed(["agua", "salud", "iglesia"]) == "agua, salud e iglesia"
    assert words.listed(["agua", "hielo"]) == "agua y hielo"
    assert words.passages_in_documents(1, 1) == "1 pasaje en 1 documento"
    assert words.passages_in_documents(4600, 24) == "4\u202f600 pasajes en 24 documentos"
    assert words.contracted("obliga a el Ecuador") == "obliga al Ecuador"
    assert words.provision("achr#8.1") == "art. 8.1 CADH"
    assert words.provision("san-salvador#13") == "art. 13 Protocolo de San Salvador"


@pytest.mark.usefixtures("english")
def test_english_words() -> None:
    assert words.date("2015-09-01") == "1 September 2015"
    assert words.quoted("water") == "“water”"
    assert words.listed(["water", "health"]) == "water and health"
    assert words.passages(2) == "2 passages"
    assert words.provision("icerd#5") == "art. 5 ICERD"


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize(
    ("eid", "num", "full", "short"),
    [
        ("art_66__num_3", "66.3", "Artículo 66, numeral 3", "art. 66.3"),
        ("para_12", "12", "Párrafo 12", "párr. 12"),
        ("oper_3", "3", "Punto resolutivo 3", "punto 3"),
        ("rec_118-12", "118.12", "Recomendación 118.12", "rec. 118.12"),
        ("opinion_1__para_4", "4", "Voto 1, párrafo 4", "voto 1, párrafo 4"),
        ("para_3-2", "3", "Párrafo 3", "párr. 3"),  # the second paragraph 3 is still printed 3
        ("art_57__inc_2", "57.inc2", "Artículo 57, inciso 2", "art. 57.2"),
    ],
)
def test_a_place_is_cited_as_printed(eid: str, num: str, full: str, short: str) -> None:
    assert places.place(eid, num) == full
    assert places.short_place(eid, num) == short


@pytest.mark.usefixtures("spanish")
def test_the_same_judgment_binds_its_addressee_and_interprets_for_others(app: Flask) -> None:
    archive = app.extensions[KEY]
    assert isinstance(archive, Archive)
    label = authority.of_hit(hit(states=("ECU",), body="iacthr"), archive.state)
    assert (label.mark, label.name, label.force) == ("S", "Sentencia, Corte IDH", "obliga al Ecuador")
    assert authority.of_hit(hit(states=("ARG",)), archive.state).force == "interpreta"
    vote = hit(states=("ECU",), kind=PassageKind.OPINION)
    assert authority.of_hit(vote, archive.state).force == "no forma parte de la decisión"


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize(
    ("facts", "force"),
    [
        ({"source": SourceKind.TREATY, "document": "icescr"}, "obliga al Ecuador desde 1969"),
        ({"source": SourceKind.TREATY, "document": "achr"}, "sin constancia de ratificación"),
        ({"source": SourceKind.TREATY, "document": "udhr"}, ""),
        ({"source": SourceKind.TREATY, "document": "undrip"}, ""),
        ({"source": SourceKind.GENERAL_COMMENT, "body": "cescr"}, "interpreta"),
        ({"source": SourceKind.CONCLUDING_OBSERVATIONS, "states": ("ECU",)}, "recomienda"),
        ({"source": SourceKind.CONCLUDING_OBSERVATIONS, "states": ("PER",)}, "recomienda al Perú"),
        ({"source": SourceKind.UPR, "states": ("ECU",), "response": "supported"}, "apoyada por el Estado"),
        ({"source": SourceKind.UPR, "states": ("ECU",), "response": "noted"}, "anotada por el Estado"),
        ({"source": SourceKind.SPECIAL_PROCEDURE, "body": "sr-water"}, "interpreta y recomienda"),
    ],
)
def test_the_force_of_each_source(app: Flask, facts: dict[str, object], force: str) -> None:
    archive = app.extensions[KEY]
    assert isinstance(archive, Archive)
    assert authority.of_hit(hit(**facts), archive.state).force == force


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize(
    ("tag", "source", "reason"),
    [
        (Tag("12", TagBasis.TERM, evidence=("agua", "water")), SourceKind.UPR, "por «agua»"),
        (Tag("12", TagBasis.CITATION, evidence=("icescr#11",)), SourceKind.JUDGMENT, "por cita de art. 11 PIDESC"),
        (Tag("12", TagBasis.CONCORDANCE, evidence=("icescr#11",)), SourceKind.TREATY,
         "por la concordancia (art. 11 PIDESC)"),
        (Tag("12", TagBasis.PERSON, evidence=("A. Pérez",)), SourceKind.UPR, "vinculado por A. Pérez"),
        (
            Tag("12", TagBasis.PERSON, evidence=("A. Pérez", "2026-11-26", "habla de pozos")),
            SourceKind.UPR,
            "vinculado por A. Pérez (26 de noviembre de 2026): habla de pozos",
        ),
        (Tag("12", TagBasis.DECLARED), SourceKind.GENERAL_COMMENT, "por su objeto"),
        (Tag("12", TagBasis.DECLARED), SourceKind.CONSTITUTION, "es su texto"),
        (Tag("66.3", TagBasis.DECLARED, evidence=("achr#5.1",)), SourceKind.JUDGMENT,
         "violación declarada (art. 5.1 CADH)"),
    ],
)  # fmt: skip
def test_a_tag_gives_its_reason(tag: Tag, source: SourceKind, reason: str) -> None:
    assert reasons.reason(tag, source, "llevar agua a la escuela") == reason


@pytest.mark.usefixtures("spanish")
def test_of_headings_in_two_languages_the_one_above_the_passage_is_given(app: Flask) -> None:
    archive = app.extensions[KEY]
    assert isinstance(archive, Archive)
    tag = Tag("12", TagBasis.CONTEXT, evidence=("Reparaciones", "Reparations"))
    (label,) = reasons.labels((tag,), archive.register, SourceKind.JUDGMENT, "Se paga.", ("Reparaciones",))
    assert label.reason == "por su contexto («Reparaciones»)"


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Falta agua potable.", "por «agua potable»"),
        ("Falta lo más necesario.", "por «agua potable», en su otra versión"),
        ("", "por «agua potable»"),
    ],
)
def test_words_that_only_the_other_language_has_are_said_to_be_its(app: Flask, text: str, reason: str) -> None:
    archive = app.extensions[KEY]
    assert isinstance(archive, Archive)
    tag = Tag("12", TagBasis.TERM, evidence=("agua potable",))
    (label,) = reasons.labels((tag,), archive.register, SourceKind.REPORT, text)
    assert label.reason == reason


@pytest.mark.usefixtures("spanish")
def test_provisions_are_told_by_treaty_with_their_runs() -> None:
    ids = ["crc#37", "geneva-3#14", "geneva-3#12", "geneva-3#13", "geneva-3#4", "geneva-3#20"]
    assert words.provisions(ids) == ["art. 37 CDN", "arts. 4, 12–14, 20 Tercer Convenio de Ginebra"]
