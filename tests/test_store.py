"""The store: a record is written whole or not at all, and a damaged one is read anew."""

from pathlib import Path

import pytest

from rights_search.errors import StoreError
from rights_search.model import Outcome, Receipt
from rights_search.store import Record, Store


def record(path: str, fingerprint: str = "f") -> Record:
    return Record(path=path, fingerprint=fingerprint, receipt=Receipt(path=path, outcome=Outcome.ACCEPTED))


def test_what_is_put_is_got(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put(record("corpus/añ o.md"))
    assert store.get("corpus/añ o.md") == record("corpus/añ o.md")
    assert store.get("other") is None


def test_records_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for path in ("b", "a", "c"):
        store.put(record(path))
    store.remove("c")
    assert [r.path for r in store.records()] == ["a", "b"]


def test_the_checksum_changes_with_any_record(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(record("a"))
    before = store.checksum()
    store.put(record("a", "g"))
    assert store.checksum() != before


def test_a_damaged_record_counts_as_absent(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(record("a"))
    next(tmp_path.glob("*.json")).write_bytes(b'{"path": "a", "fing')
    assert store.get("a") is None
    assert list(store.records()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file, no folder")
    with pytest.raises(StoreError, match=r"Cannot write to .*store.*--root"):
        Store(tmp_path / "store").put(record("a"))
