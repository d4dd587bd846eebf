"""A built wheel carries all it serves, and serves it outside the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from rights_search.workspace import CHECKOUT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(CHECKOUT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return next(folder.glob("*.whl"))


def test_it_carries_corpus_pages_and_tables(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "rights_search/carried/corpus/ecuador/rights.toml" in names
    assert "rights_search/carried/corpus/instruments/iccpr.md" in names
    assert "rights_search/carried/web/templates/base.html" in names
    assert "rights_search/carried/web/static/style.css" in names
    assert "rights_search/carried/web/translations/es/LC_MESSAGES/messages.mo" in names
    assert "rights_search/vocabulary/states.toml" in names
    assert not any("/texts/" in name for name in names)


def test_it_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Unpacked alone, ahead of the checkout on the path: what it finds is what it carries."""
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    environment = {
        **os.environ,
        "PYTHONPATH": str(site),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "HOME": str(tmp_path),
    }
    code = (
        "from rights_search.workspace import Workspace; import rights_search, sys;"
        "w = Workspace.open(); print(rights_search.__file__); print(w.corpus); print(w.indexes); print(w.state.name)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment, cwd=tmp_path
    )
    package, corpus, indexes, state = done.stdout.splitlines()
    assert package.startswith(str(site))
    assert corpus.startswith(str(site))
    assert indexes.startswith(str(tmp_path))
    assert not indexes.startswith(str(site))
    assert state == "ecuador"
