"""Finding and reading sources, and what a collection declares of them."""

import os
import sys
from pathlib import Path

import pytest

from rights_search import corpus
from rights_search.errors import CorpusError
from rights_search.model import Declaration, SourceKind


def test_files_are_found_once_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", ".hidden.md", "README.md", "collection.toml", "fetch.toml", "deep/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = corpus.find((tmp_path, tmp_path / "a.md"))
    assert [path.name for path in found] == ["a.md", "b.md", "c.md"]


def test_hidden_files_are_counted_and_what_a_system_leaves_is_not(tmp_path: Path) -> None:
    names = (".acta.txt", ".deep/x.md", ".deep/further/y.md", "shown/.z.md", "a.md")
    litter = (".DS_Store", "Thumbs.db", "~$a.docx", "._a.md", ".git/config", "__MACOSX/a.md", ".~lock.a.odt#")
    for name in (*names, *litter):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [path.name for path in corpus.find((tmp_path,))] == ["a.md"]
    assert list(corpus.passed_over((tmp_path,))) == []
    assert corpus.hidden((tmp_path, tmp_path / "shown")) == 4
    hidden = tmp_path / ".acta.txt"  # one that is named is read
    assert list(corpus.find((hidden,))) == [hidden]
    assert [path.name for path in corpus.find((tmp_path / ".deep",))] == ["y.md", "x.md"]
    assert corpus.hidden((hidden, tmp_path / ".deep")) == 0


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="does not exist"):
        list(corpus.find((tmp_path / "nothing",)))


def test_a_symbolic_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("x")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.md").symlink_to(secret)
    assert list(corpus.find((folder,))) == []
    ((link, reason),) = corpus.passed_over((folder,))
    assert link == folder / "link.md"
    assert "leads out of the folder" in reason


@pytest.mark.skipif(sys.platform == "win32", reason="it has no pipes among its files")
def test_what_is_not_read_is_named_with_what_to_do(tmp_path: Path) -> None:
    folder, other = tmp_path / "folder", tmp_path / "other"
    for made in (folder / "deep", other):
        made.mkdir(parents=True)
    (folder / "deep" / "a.md").write_text("x")
    for name, leads_to in {
        "broken": "nowhere",
        "loop": "pool",
        "pool": "loop",
        "elsewhere": str(other),
        "beside": "deep",  # what it leads to is read at its place
        "again.md": "deep/a.md",
    }.items():
        (folder / name).symlink_to(leads_to)
    os.mkfifo(folder / "pipe")
    assert [path.name for path in corpus.find((folder,))] == ["again.md", "a.md"]
    reasons = {path.name: reason for path, reason in corpus.passed_over((folder,))}
    assert set(reasons) == {"broken", "loop", "pool", "elsewhere", "pipe"}
    assert "does not exist" in reasons["broken"]
    assert "back to itself" in reasons["loop"]
    assert "leads out" in reasons["elsewhere"]
    assert "a pipe" in reasons["pipe"]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no pipes among its files")
def test_a_pipe_a_device_or_a_broken_link_that_is_named_is_refused_and_never_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "broken").symlink_to("nowhere")
    named = (tmp_path / "pipe", Path("/dev/zero"), tmp_path / "broken")
    assert list(corpus.find(named)) == []
    assert [path for path, _ in corpus.passed_over(named)] == list(named)
    with pytest.raises(CorpusError, match="a pipe, a socket or a device"):
        corpus.read(Path("/dev/zero"))


def test_a_collection_declares_its_files_and_options_win(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]")
    (tmp_path / "collection.toml").write_text(
        'kind = "general-comment"\nlanguage = "en"\n[files."a.json"]\nsymbol = "E/C.12/2002/11"\nbody = "cescr"\n'
    )
    declared = corpus.read(tmp_path / "a.json", Declaration(language="fr")).declared
    assert declared.kind is SourceKind.GENERAL_COMMENT
    assert (declared.symbol, declared.body, declared.language) == ("E/C.12/2002/11", "cescr", "fr")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind =", "not valid TOML"),
        ('kid = "x"', "unknown field “kid”"),
        ('kind = "poem"', "poem"),
        ('state = "Ecuador"', "give ECU for Ecuador"),
        ('body = "ccprr"', "no body goes by “ccprr”: give one of .*ccpr,"),
        ('language = "español"', "no language of ISO 639-1"),
    ],
)
def test_a_wrong_collection_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "a.json").write_text("[]")
    (tmp_path / "collection.toml").write_text(text)
    with pytest.raises(CorpusError, match=says):
        corpus.read(tmp_path / "a.json")


def test_a_collection_that_speaks_of_an_absent_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "collection.toml").write_text('[files."gone.json"]\nbody = "ccpr"\n')
    (problem,) = corpus.unknown_files(tmp_path)
    assert "gone.json" in problem.locator
