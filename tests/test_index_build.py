"""Building: aside, verified, then current at once; whatever happens, what served before goes on serving."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

import search_miniature as miniature
from rights_search.errors import RightsSearchError
from rights_search.index import Generation, build
from rights_search.index.disk import only_writer
from rights_search.index.manifest import CURRENT, LOCK
from rights_search.model import SearchQuery
from rights_search.search import Library
from rights_search.store import Store

#: A program that builds over and over, and says when each build begins.
BUILDER = """
import sys, pathlib
sys.path.insert(0, {tests!r})
import search_miniature as miniature
from rights_search.index import build
from rights_search.store import Store
while True:
    print("building", flush=True)
    build(Store(pathlib.Path({store!r})), pathlib.Path({indexes!r}), miniature.register(), rebuild=True)
"""
#: A program that may write no file beyond a size, as on a disk that is full.
FULL = """
import resource, signal, sys, pathlib
sys.path.insert(0, {tests!r})
import search_miniature as miniature
from rights_search.errors import RightsSearchError
from rights_search.index import build
from rights_search.store import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
try:
    build(Store(pathlib.Path({store!r})), pathlib.Path({indexes!r}), miniature.register(), rebuild=True)
except RightsSearchError as error:
    print(error)
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return miniature.store_of(tmp_path / "store", miniature.documents())


@pytest.fixture
def indexes(tmp_path: Path) -> Path:
    return tmp_path / "indexes"


def script(template: str, store: Store, indexes: Path, **more: object) -> list[str]:
    tests = str(Path(__file__).parent)
    return [sys.executable, "-c", template.format(tests=tests, store=str(store.folder), indexes=str(indexes), **more)]


def generations(indexes: Path) -> list[str]:
    return sorted(path.name for path in (indexes / "generations").iterdir())


def answers(indexes: Path) -> list[str]:
    library = Library(indexes, miniature.register(), "ECU")
    return [hit.id for hit in library.search(SearchQuery(text="agua")).hits]


def test_a_build_says_what_it_made(store: Store, indexes: Path) -> None:
    seen = []
    report = build(store, indexes, miniature.register(), progress=lambda done, total: seen.append((done, total)))
    assert (report.generation, report.changed, report.documents, report.passages) == ("gen-000001", True, 11, 16)
    assert report.seconds > 0
    assert seen[-1] == (16, 16)
    assert (indexes / CURRENT).read_text() == "gen-000001\n"


def test_a_generation_is_complete(store: Store, indexes: Path) -> None:
    build(store, indexes, miniature.register())
    folder = indexes / "generations" / "gen-000001"
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["passages"] == 16
    assert manifest["store"] == store.checksum()
    assert len(list((folder / "documents").glob("*.json"))) == manifest["documents"]
    assert json.loads((folder / "counts.json").read_text())["66"]["constitution"] == 2
    on_disk = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()} - {"manifest.json"}
    assert set(manifest["files"]) == on_disk


def test_what_has_not_changed_is_not_built_again(store: Store, indexes: Path) -> None:
    build(store, indexes, miniature.register())
    report = build(store, indexes, miniature.register())
    assert (report.changed, report.generation, report.passages) == (False, "gen-000001", 16)


def test_a_changed_document_a_changed_register_and_a_wish_build_anew(store: Store, indexes: Path) -> None:
    register = miniature.register()
    build(store, indexes, register)
    record = next(store.records())
    store.put(replace(record, fingerprint="another"))
    assert build(store, indexes, register).changed
    other = type(register)(tuple(replace(right, key=f"{right.key}-x") for right in register))
    assert build(store, indexes, other).changed
    assert build(store, indexes, other, rebuild=True).changed
    assert not build(store, indexes, other).changed


def test_the_generation_before_is_kept_and_no_more(store: Store, indexes: Path) -> None:
    for _ in range(4):
        build(store, indexes, miniature.register(), rebuild=True)
    assert generations(indexes) == ["gen-000003", "gen-000004"]


def test_what_a_killed_build_left_is_removed_by_the_next(store: Store, indexes: Path) -> None:
    build(store, indexes, miniature.register())
    (indexes / "generations" / "gen-000002.tmp" / "whoosh").mkdir(parents=True)
    (indexes / "generations" / "gen-000007").mkdir()  # complete perhaps, but never made current
    build(store, indexes, miniature.register(), rebuild=True)
    assert len(generations(indexes)) == 2
    assert not [name for name in generations(indexes) if name.endswith(".tmp")]
    assert answers(indexes)


def test_a_damaged_generation_is_built_anew_without_being_asked(store: Store, indexes: Path) -> None:
    build(store, indexes, miniature.register())
    (indexes / "generations" / "gen-000001" / "columns.npz").write_bytes(b"torn")
    assert build(store, indexes, miniature.register()).changed
    assert answers(indexes)


def test_an_empty_store_makes_an_empty_index(tmp_path: Path) -> None:
    report = build(Store(tmp_path / "store"), tmp_path / "indexes", miniature.register())
    assert report.passages == 0
    result = Library(tmp_path / "indexes", miniature.register()).search(SearchQuery(text="agua OR viv*"))
    assert (result.total, result.understood.unknown) == (0, ("agua",))


def test_files_that_claim_one_document_are_reported(tmp_path: Path) -> None:
    held = miniature.documents()
    again = replace(held[0], source="another.es.official")
    report = build(miniature.store_of(tmp_path / "store", [*held, again]), tmp_path / "indexes", miniature.register())
    assert [problem.locator for problem in report.problems] == ["ecuador-constitution"]


def test_a_second_writer_is_told_to_wait(store: Store, indexes: Path) -> None:
    indexes.mkdir()
    with only_writer(indexes / LOCK), pytest.raises(RightsSearchError, match="Another process is building the index"):
        build(store, indexes, miniature.register())
    assert build(store, indexes, miniature.register()).changed


def test_a_build_killed_at_any_moment_leaves_the_old_index_serving(store: Store, indexes: Path) -> None:
    build(store, indexes, miniature.register())
    before = answers(indexes)
    for moment in range(12):
        with subprocess.Popen(script(BUILDER, store, indexes), stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(moment * 0.03)
            process.kill()
        assert answers(indexes) == before
    assert build(store, indexes, miniature.register(), rebuild=True).changed  # nobody holds the lock any more
    assert len(generations(indexes)) == 2
    assert answers(indexes) == before


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files is a Unix thing")
@pytest.mark.parametrize("limit", [0, 10, 600, 3_000, 12_000])
def test_on_a_full_disk_the_old_index_goes_on_serving(store: Store, indexes: Path, limit: int) -> None:
    build(store, indexes, miniature.register())
    before = answers(indexes)
    said = subprocess.run(script(FULL, store, indexes, limit=limit), capture_output=True, text=True, check=True).stdout
    assert "Cannot write the index" in said
    assert "is intact" in said
    assert answers(indexes) == before
    assert generations(indexes) == ["gen-000001"]


def test_a_folder_that_cannot_be_written_is_said_in_words(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(RightsSearchError, match="Cannot write the index"):
        build(store, tmp_path / "file" / "indexes", miniature.register())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said_in_words(store: Store, indexes: Path) -> None:
    indexes.mkdir(mode=0o500)
    with pytest.raises(RightsSearchError, match="Cannot write the index"):
        build(store, indexes, miniature.register())


def test_readers_on_the_old_generation_are_not_disturbed(store: Store, indexes: Path) -> None:
    build(store, indexes, miniature.register())
    old = Generation.open(indexes)
    for _ in range(2):
        build(store, indexes, miniature.register(), rebuild=True)
    shutil.rmtree(indexes)
    assert old.passage(0).texts["es"].text.startswith("El agua")
