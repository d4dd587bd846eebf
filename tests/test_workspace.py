"""The workspace: where the three folders are, and what is said when they are not there."""

from pathlib import Path

import pytest

from rights_search.errors import WorkspaceError
from rights_search.workspace import CHECKOUT, Workspace


def test_a_checkout_serves_its_own_folders() -> None:
    workspace = Workspace.open()
    assert workspace.corpus == CHECKOUT / "corpus"
    assert workspace.indexes == CHECKOUT / "indexes"
    assert workspace.state.name == "ecuador"


def test_a_root_without_pages_is_served_with_ours(workspace: Workspace) -> None:
    assert workspace.state.name == "ruritania"
    assert workspace.web == CHECKOUT / "web"


def test_a_root_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="is not a folder"):
        Workspace.open(tmp_path / "absent")


def test_a_corpus_without_a_state_says_so(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    with pytest.raises(WorkspaceError, match=r"one State with a state\.toml; found: none"):
        _ = Workspace.open(tmp_path).state


def test_a_broken_state_file_is_named(workspace: Workspace) -> None:
    (workspace.state / "state.toml").write_text("name =")
    with pytest.raises(WorkspaceError, match=r"state\.toml is not valid TOML"):
        workspace.state_facts()
