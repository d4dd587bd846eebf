"""Akoma Ntoso: the elements say what is a passage, what a part of one, and what only stands above it."""

import json
from pathlib import Path

import msgspec
import pytest

from rights_search.errors import ParseError
from rights_search.model import Document, Source, SourceKind
from rights_search.parsers import parse

EXAMPLE = Path(__file__).parent / "data" / "akn" / "wells.xml"
RESOLUTION = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13"><statement name="resolution">
<meta><identification><FRBRWork><FRBRdate date="2010-07-28" name="x"/><FRBRnumber value="A/RES/64/292"/></FRBRWork>
</identification></meta><preface><docTitle>Wells for all</docTitle></preface>
<mainBody><hcontainer><paragraph><num>1.</num><content><p>Asks for wells;</p></content></paragraph>
<paragraph><num>2.</num><content><p>Asks again.</p></content></paragraph></hcontainer></mainBody></statement>
</akomaNtoso>"""


def read(text: bytes) -> Document:
    return parse(Source("x.xml", text)).documents[0]


def test_the_golden_example_is_read_as_expected() -> None:
    expected = json.loads(EXAMPLE.with_name(EXAMPLE.name + ".expected.json").read_text("utf-8"))
    (document,) = parse(Source(EXAMPLE.name, EXAMPLE.read_bytes())).documents
    assert msgspec.json.decode(msgspec.json.encode(document)) == expected


def test_numbered_parts_of_an_article_are_anchors_where_they_begin() -> None:
    article = read(EXAMPLE.read_bytes()).passages[-1]
    found = {anchor.eid: article.text[anchor.start :].split("\n")[0] for anchor in article.anchors}
    assert found == {
        "art_2__para_1": "1. A well has a lid.",
        "art_2__para_2": "2. The lid is:",
        "art_2__para_2__point_a": "(a) round;",
        "art_2__para_2__point_b": "(b) of oak.",
    }


def test_a_resolution_goes_by_its_symbol_whatever_the_version_of_the_schema() -> None:
    document = read(RESOLUTION.encode())
    assert (document.id, document.kind, document.date) == ("a-res-64-292", SourceKind.RESOLUTION, "2010-07-28")
    assert [(p.eid, p.text) for p in document.passages] == [("para_1", "Asks for wells;"), ("para_2", "Asks again.")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_the_encoding_of_the_file_is_no_matter(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig").upper()}"?>\n{RESOLUTION}'
    assert read(declared.encode(encoding)).id == "a-res-64-292"


def test_what_is_attached_is_an_annex_with_names_of_its_own() -> None:
    attached = """<attachments><attachment><heading>Annex A</heading><doc name="annex"><mainBody>
    <paragraph><num>1.</num><content><p>The well.</p></content></paragraph></mainBody></doc></attachment>
    <attachment><heading>Annex B</heading><doc name="annex"><mainBody><p>A list of rivers.</p></mainBody></doc>
    </attachment></attachments></statement>"""
    document = read(RESOLUTION.replace("</statement>", attached).encode())
    assert [(p.eid, p.path, p.text) for p in document.passages[2:]] == [
        ("annex_1__para_1", ("Annex A",), "The well."),
        ("annex_2", ("Annex B",), "A list of rivers."),
    ]
    assert not [left for left in document.left_out if left.rule == "attachments"]


def test_text_that_is_in_no_passage_is_counted_by_where_it_stands() -> None:
    loose = "<p>Between the wells.</p><paragraph><content><p>No number.</p></content></paragraph></hcontainer>"
    document = read(RESOLUTION.replace("</hcontainer>", loose).encode())
    assert {left.rule: left.characters for left in document.left_out} == {
        "title page": len("Wellsforall"),
        "text outside of articles and numbered paragraphs": len("Betweenthewells.Nonumber."),
    }


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<akomaNtoso xmlns='x'/>", "nothing in it"),
        (b"<akomaNtoso xmlns='x'><act><body/></act></akomaNtoso>", "no article"),
        (b"<akomaNtoso xmlns='x'><act>", "damaged"),
        (b"<akomaNtoso>" + b"<a>" * 5000, "damaged"),
    ],
)
def test_what_is_no_document_says_why(data: bytes, says: str) -> None:
    with pytest.raises(ParseError, match=says):
        parse(Source("x.xml", data))


def test_entities_that_multiply_are_not_followed() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE a [<!ENTITY l0 "ha">{lol}]><akomaNtoso><act><body>&l8;</body></act></akomaNtoso>'
    with pytest.raises(ParseError):
        parse(Source("x.xml", bomb.encode()))


ELSEWHERE = """<!DOCTYPE akomaNtoso [<!ENTITY second SYSTEM "second.xml"><!ENTITY us "the State">
<!ENTITY name "Wells">]>""" + RESOLUTION.replace("<p>Asks again.</p>", "<p>&second; of &us;, &second;</p>")


def test_text_that_entities_stand_for_is_said_to_be_missing_and_where() -> None:
    parsed = parse(Source("x.xml", ELSEWHERE.replace("Wells for all", "&name; for all").encode()))
    assert [p.text for p in parsed.documents[0].passages] == ["Asks for wells;", "of ,"]
    missing = "entities are not followed, so that their text is missing here; write it in their place"
    assert [(problem.locator, problem.message) for problem in parsed.problems] == [
        ("para_2", f"“&second;”, “&us;”: {missing}"),
        ("outside of the passages", f"“&name;”: {missing}"),
    ]


def test_a_document_that_is_all_in_an_entity_is_refused_with_its_name() -> None:
    body = ELSEWHERE[: ELSEWHERE.index("<mainBody>")] + "<mainBody>&second;</mainBody></statement></akomaNtoso>"
    with pytest.raises(ParseError, match="“&second;”: entities are not followed"):
        parse(Source("x.xml", body.encode()))
