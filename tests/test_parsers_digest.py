"""Our digest format: what it gives, and how it names each mistake."""

import json
from pathlib import Path

import msgspec
import pytest

from rights_search.errors import ParseError
from rights_search.model import Instrument, Judgment, Parsed, PassageKind, Source, SourceKind, Standing, TagBasis
from rights_search.parsers import digest

FRONT = """+++
id = "iccpr"
kind = "treaty"
title.es = "Pacto"
title.en = "Covenant"
acronym.es = "PIDCP"
acronym.en = "ICCPR"
date = "1966-12-16"
checked = "2026-11-23"
against = "ourselves"
+++
"""


def parse(text: str) -> Parsed:
    return digest.parse(Source("x.md", text.encode()))


def test_a_file_gives_one_document_for_each_language() -> None:
    parsed = parse(FRONT + "# Parte I | Part I\n\n## art_9\nheading: Libertad | Liberty\nes: Libre.\nen: Free.\n")
    spanish, english = parsed.documents
    assert (spanish.language, spanish.title, spanish.passages[0].text) == ("es", "Pacto", "Libre.")
    assert (english.language, english.title, english.passages[0].text) == ("en", "Covenant", "Free.")
    assert english.passages[0].heading == "Liberty"
    assert english.passages[0].path == ("Part I",)
    assert english.standing is Standing.DIGEST
    assert english.kind is SourceKind.TREATY
    assert english.facts == Instrument(acronym="ICCPR")
    assert not parsed.problems


def test_a_value_goes_on_over_lines_and_a_comment_is_passed_over() -> None:
    parsed = parse(FRONT + "## art_1\nes: Una\n  línea.\n<!-- why -->\nen: One\nline.\n")
    assert [d.passages[0].text for d in parsed.documents] == ["Una línea.", "One line."]


def test_the_kind_of_a_passage_follows_from_its_eid() -> None:
    front = FRONT.replace('"treaty"', '"judgment"').replace("acronym.es", "#").replace("acronym.en", "#")
    body = "".join(f"## {eid}\nes: a\nen: b\n\n" for eid in ("para_3", "oper_1", "opinion_1__para_4", "rec_118-12"))
    passages = parse(front + body).documents[0].passages
    assert [p.kind for p in passages] == [
        PassageKind.PARAGRAPH,
        PassageKind.OPERATIVE,
        PassageKind.OPINION,
        PassageKind.RECOMMENDATION,
    ]
    assert [p.num for p in passages] == ["3", "1", "4", "118.12"]


def test_declared_rights_and_cites_are_kept() -> None:
    passage = parse(FRONT + "## art_9\nrights: 66.29, 77\ncites: achr#7\nes: a\nen: b\n").documents[0].passages[0]
    assert [(tag.right, tag.basis) for tag in passage.tags] == [
        ("66.29", TagBasis.DECLARED),
        ("77", TagBasis.DECLARED),
    ]
    assert [cite.target for cite in passage.cites] == ["achr#7"]


def test_the_rights_of_a_whole_document_are_those_of_a_passage_without_its_own() -> None:
    front = FRONT.replace("checked", 'rights = ["12"]\nchecked')
    passages = parse(front + "## art_1\nes: a\nen: b\n\n## art_2\nrights: 32\nes: a\nen: b\n").documents[0].passages
    assert [[tag.right for tag in passage.tags] for passage in passages] == [["12"], ["32"]]


def test_a_judgments_facts() -> None:
    front = FRONT.replace('"treaty"', '"judgment"').replace("acronym.es", "case.es").replace("acronym.en", "case.en")
    front = front.replace("+++\n", '+++\nseries = 9\nviolated = ["achr#8.1"]\ntype = "merits"\n', 1)
    document = parse(front + "## para_1\nes: a\nen: b\n").documents[0]
    assert document.facts == Judgment(case="PIDCP", series="9", types=("merits",), violated=("achr#8.1",))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("+++\nid = 1", "not closed"),
        ("+++\nid = \n+++\n## art_1\nes: a\n", "not valid TOML"),
        (FRONT.replace('id = "iccpr"\n', "") + "## art_1\nes: a\nen: b\n", "lacks “id”"),
        (FRONT.replace('"treaty"', '"treatise"') + "## art_1\nes: a\nen: b\n", "“treatise” is none of"),
        (FRONT.replace('"iccpr"', '"ICC PR"') + "## art_1\nes: a\nen: b\n", "lower case"),
        (FRONT, "no digest in it"),
        (FRONT + "## art_1\nes: a\nen: b\n\n## art_1\nes: a\nen: b\n", "art_1 stands already on line 12"),
        (FRONT + "## art_1\nkind: law\nes: a\nen: b\n", "“law” is none of"),
        (FRONT.replace("checked", 'states = "ECU"\nchecked') + "## art_1\nes: a\nen: b\n", "states must be a list"),
        ("", "empty"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(text: str, says: str) -> None:
    with pytest.raises(ParseError, match=says):
        parse(text)


@pytest.mark.parametrize(
    ("text", "locator", "says"),
    [
        (FRONT.replace("against", "againts") + "## art_1\nes: a\nen: b\n", "front matter, againts", "not a field"),
        (
            FRONT.replace("1966-12-16", "16/12/1966") + "## art_1\nes: a\nen: b\n",
            "front matter, date",
            "not a possible date",
        ),
        (FRONT + "## art_1\nes: a\n\n## art_2\nes: a\nen: b\n", "line 12", "no digest in “en”"),
        (FRONT + "lost\n## art_1\nes: a\nen: b\n", "line 12", "before the first"),
        (FRONT + "## article 1\nes: a\nen: b\n", "line 12", "not an eId"),
        (FRONT + "## art_1\nes: a\nen: b\n\nhedaing: x\n", "line 16", "belongs to no key"),
        (FRONT + "## art_1\nes: a\nes: c\nen: b\n", "line 14", "stands twice"),
    ],
)
def test_what_is_odd_is_a_problem_with_its_place(text: str, locator: str, says: str) -> None:
    problems = parse(text).problems
    assert any(p.locator == locator and says in p.message for p in problems), problems


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter() -> None:
    text = "\ufeff" + (FRONT + "## art_1\nes: año\nen: year\n").replace("\n", "\r\n")
    assert parse(text).documents[0].passages[0].text == "año"


def test_the_golden_example_is_read_as_expected() -> None:
    path = Path(__file__).parent / "data" / "digest" / "judgment.md"
    documents = digest.parse(Source(path.name, path.read_bytes())).documents
    expected = json.loads(path.with_name("judgment.md.expected.json").read_text("utf-8"))
    assert msgspec.json.decode(msgspec.json.encode(documents)) == expected
