"""Opening an index: each thing that may be wrong with it has words of its own."""

import json
from pathlib import Path

import pytest

import search_miniature as miniature
from rights_search.errors import IndexMissingError, IndexOutdatedError, RightsSearchError
from rights_search.index import CURRENT, SCHEMA_VERSION, Generation, build


@pytest.fixture
def indexes(tmp_path: Path) -> Path:
    build(miniature.store_of(tmp_path / "store", miniature.documents()), tmp_path, miniature.register())
    return tmp_path


def folder(indexes: Path) -> Path:
    return indexes / "generations" / "gen-000001"


def test_without_an_index_it_says_how_to_make_one(tmp_path: Path) -> None:
    for absent in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(IndexMissingError, match="run `rights-search ingest`"):
            Generation.open(absent)


def test_an_index_of_another_version_is_not_served(indexes: Path) -> None:
    manifest = folder(indexes) / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"schema": SCHEMA_VERSION + 1}))
    with pytest.raises(IndexOutdatedError, match="another version"):
        Generation.open(indexes)


def test_a_deleted_generation_is_missing(indexes: Path) -> None:
    (indexes / CURRENT).write_text("gen-000009\n")
    with pytest.raises(IndexMissingError, match="gone or incomplete"):
        Generation.open(indexes)


def test_a_generation_without_its_manifest_was_never_finished(indexes: Path) -> None:
    (folder(indexes) / "manifest.json").unlink()
    with pytest.raises(IndexMissingError, match="index --rebuild"):
        Generation.open(indexes)


def test_every_file_is_missed_when_it_is_torn_or_gone(indexes: Path) -> None:
    manifest = json.loads((folder(indexes) / "manifest.json").read_text())
    for name in manifest["files"]:
        path = folder(indexes) / name
        data = path.read_bytes()
        path.unlink()
        with pytest.raises(RightsSearchError, match="damaged"):
            Generation.open(indexes)
        path.write_bytes(data + b"x")
        with pytest.raises(RightsSearchError, match="damaged"):
            Generation.open(indexes)
        path.write_bytes(data)
    assert Generation.open(indexes).size == 16


@pytest.mark.parametrize("name", ["columns.npz", "columns.json", "catalogue.json", "lexicon.json", "counts.json"])
def test_a_file_of_the_right_size_with_the_wrong_content_is_damaged(indexes: Path, name: str) -> None:
    path = folder(indexes) / name
    path.write_bytes(b"?" * path.stat().st_size)
    with pytest.raises(RightsSearchError, match="damaged"):
        Generation.open(indexes)


def test_a_manifest_or_a_pointer_that_is_no_text_is_damaged(indexes: Path) -> None:
    (folder(indexes) / "manifest.json").write_bytes(b"{")
    with pytest.raises(RightsSearchError, match="damaged"):
        Generation.open(indexes)
    (indexes / CURRENT).write_bytes(b"\xff\xfe\xff")
    with pytest.raises(RightsSearchError, match="cannot be read"):
        Generation.open(indexes)
