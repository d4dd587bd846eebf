"""What tests share: a small workspace of our own, made anew for each test."""

import shutil
from pathlib import Path

import pytest

from rights_search.workspace import Workspace

DATA = Path(__file__).parent / "data"
#: Real documents beside the project; tests that need them skip where they are absent.
TEXTS = Path(__file__).parents[2] / "shared" / "texts"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A copy of `tests/data/workspace`: a State with three rights and a handful of documents."""
    shutil.copytree(DATA / "workspace", tmp_path / "root")
    return Workspace.open(tmp_path / "root")
