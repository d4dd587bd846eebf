"""The catalogue: documents that are only known of."""

from pathlib import Path

from rights_search import corpus
from rights_search.model import Role, SourceKind
from rights_search.workspace import Workspace


def test_every_entry_is_read_with_what_its_file_shares(workspace: Workspace) -> None:
    report, judgment = corpus.read_catalogue(workspace.corpus).documents
    assert (report.id, report.kind, report.role) == ("e-c-12-ecu-9", SourceKind.REPORT, Role.STATE_REPORT)
    assert (report.checked, report.against) == ("2026-11-23", "Invented for the tests.")
    assert report.file == "corpus/ruritania/catalogue/papers.toml"
    assert judgment.violated == ("achr#5.1",)


def test_the_files_of_the_catalogue_are_no_documents(workspace: Workspace) -> None:
    assert not any(path.suffix == ".toml" for path in corpus.find((workspace.corpus,)))


def test_a_bad_entry_is_named_and_the_others_stay(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "a.toml").write_text(
        'checked = "2026"\nagainst = "x"\n[[document]]\nid = 5\n'
        '[[document]]\nid = "x"\nkind = "report"\ntitle = {es = "a", en = "b"}\nmissing = {es = "a", en = "b"}\n'
    )
    (folder / "b.toml").write_bytes(b"\xff\xfe not text")
    read = corpus.read_catalogue(tmp_path)
    assert [entry.id for entry in read.documents] == ["x"]
    assert [problem.source for problem in read.problems] == ["corpus/catalogue/a.toml", "corpus/catalogue/b.toml"]


def test_without_a_catalogue_there_is_none(tmp_path: Path) -> None:
    assert corpus.read_catalogue(tmp_path) == corpus.Catalogue()
