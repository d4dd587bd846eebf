"""What people overrule: read from `tags.toml`, checked, applied at every tagging, never lost."""

from pathlib import Path

import pytest

from rights_search import corpus
from rights_search.errors import CorpusError
from rights_search.ingest import check, ingest
from rights_search.ingest.retagging import changes
from rights_search.model import Outcome, Tag, TagBasis
from rights_search.store import Store
from rights_search.workspace import Workspace

OBSERVATIONS = "corpus/ruritania/concluding-observations/e-c-12-ecu-co-9.md"
CORRECTION = """
[[correction]]
passage = "e-c-12-ecu-co-9#para_7"
add = ["12"]
remove = ["32"]
by = "A. Pérez"
when = 2026-11-26
why = "it speaks of wells, and of hospitals only in passing"
"""


def write(workspace: Workspace, text: str) -> None:
    (workspace.state / "tags.toml").write_text(text, "utf-8")


def tags(store: Store, eid: str = "para_7") -> dict[str, Tag]:
    record = store.get(OBSERVATIONS)
    assert record is not None
    passage = next(passage for passage in record.documents[0].passages if passage.eid == eid)
    return {tag.right: tag for tag in passage.tags}


@pytest.fixture
def store(workspace: Workspace) -> Store:
    return Store(workspace.indexes / "store")


def test_a_right_is_given_and_another_taken_away_with_who_when_and_why(workspace: Workspace, store: Store) -> None:
    ingest(workspace, (), store=store)
    assert "32" in tags(store)
    write(workspace, CORRECTION)
    ingest(workspace, (), store=store)
    found = tags(store)
    assert "32" not in found
    assert found["12"].basis is TagBasis.PERSON
    assert found["12"].evidence == (
        "A. Pérez", "2026-11-26", "it speaks of wells, and of hospitals only in passing",
    )  # fmt: skip


def test_a_correction_outlives_a_change_of_the_vocabulary(workspace: Workspace, store: Store) -> None:
    write(workspace, CORRECTION)
    ingest(workspace, (), store=store)
    register = workspace.state / "rights.toml"
    register.write_text(register.read_text("utf-8") + "\n# another version\n", "utf-8")
    summary = ingest(workspace, (), store=store)
    assert summary.count(Outcome.UNCHANGED) == 0
    assert tags(store)["12"].basis is TagBasis.PERSON


def test_the_last_correction_of_a_passage_counts(workspace: Workspace, store: Store) -> None:
    again = CORRECTION.replace('add = ["12"]\nremove = ["32"]', 'remove = ["12"]')
    write(workspace, CORRECTION + again)
    ingest(workspace, (), store=store)
    assert "12" not in tags(store)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[correction", "not valid TOML"),
        (CORRECTION.replace("by =", "who ="), "unknown field|missing"),
        (CORRECTION.replace('by = "A. Pérez"', 'by = " "'), "by is empty"),
        (CORRECTION.replace("2026-11-26", '"yesterday"'), "no date"),
        (CORRECTION.replace("#para_7", ""), "must name a document and a passage"),
        (CORRECTION.replace('add = ["12"]\nremove = ["32"]', ""), "neither adds nor removes"),
        (CORRECTION.replace('["32"]', '["12"]'), "adds and removes 12"),
        ("[[corrections]]\npassage = 1\n", "is not known"),
    ],
)
def test_a_wrong_correction_stops_the_run_in_words_and_is_never_passed_over(
    workspace: Workspace, store: Store, text: str, says: str
) -> None:
    write(workspace, text)
    with pytest.raises(CorpusError, match=says):
        ingest(workspace, (), store=store)
    (problem, *_) = check(workspace)
    assert problem.source == "corpus/ruritania/tags.toml"


def test_check_names_a_passage_and_a_right_that_do_not_exist(workspace: Workspace) -> None:
    write(workspace, CORRECTION.replace("para_7", "para_99").replace('["12"]', '["99"]'))
    said = [p.message for p in check(workspace) if p.source == "corpus/ruritania/tags.toml"]
    assert said == [
        "no such passage is held: correct its name, or take the document in",
        "right 99 is not in the register",
    ]


def test_no_file_no_corrections(tmp_path: Path) -> None:
    assert corpus.read_corrections(tmp_path / "tags.toml") == ((), ())


def test_a_changed_vocabulary_is_compared_before_it_is_adopted(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    write(workspace, CORRECTION)
    ingest(workspace, (), store=store)
    assert list(changes(workspace, store)) == []
    before = store.checksum()
    other = tmp_path / "rights.toml"
    register = (workspace.state / "rights.toml").read_text("utf-8")
    assert '"agua' in register
    other.write_text(register.replace('"agua', '"aguardiente'), "utf-8")
    found = list(changes(workspace, store, other))
    assert "12" in {tag.right for change in found for tag in change.removed}
    assert "e-c-12-ecu-co-9#para_7" not in {change.passage for change in found if change.added}
    assert store.checksum() == before
