"""From bytes to text: encodings, packed files, and what is refused."""

import gzip

import pytest

from rights_search.errors import ParseError
from rights_search.model import Declaration, Source, SourceKind
from rights_search.parsers import parse
from rights_search.parsers.base import LARGEST, text_of, unpack


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_spanish_survives_its_encoding(encoding: str) -> None:
    text = "La Constitución reconoce a niñas y niños el derecho a la educación «gratuita»; año 2008.\n" * 3
    assert text_of(Source("x", text.encode(encoding))) == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n \t", "empty"),
        (b"PK\x03\x04....", "ZIP file of another kind"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x00\x01\x02\x03" * 500, "binary.*Give the document as PDF|encoding"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(90), "RAR archive. Unpack it"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(90), "7z archive. Unpack it"),
        (b"a.txt" + bytes(252) + b"ustar\x0000" + bytes(900), "TAR archive. Unpack it"),
        (gzip.compress(b"words", mtime=0), "gzip file within"),
    ],
    ids=["nothing", "spaces", "ZIP", "PNG", "binary", "RAR", "7z", "TAR", "gzip"],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(ParseError, match=says):
        text_of(Source("x", data))


def test_a_packed_file_is_unpacked_and_loses_its_suffix() -> None:
    unpacked = unpack(Source("a.json.gz", gzip.compress(b"[1]")))
    assert (unpacked.path, unpacked.data) == ("a.json", b"[1]")


def test_a_truncated_packed_file_is_refused() -> None:
    with pytest.raises(ParseError, match="damaged gzip"):
        unpack(Source("a.gz", gzip.compress(b"words " * 1000)[:40]))


def test_a_packed_bomb_is_refused_without_filling_memory() -> None:
    with pytest.raises(ParseError, match="larger than"):
        unpack(Source("a.gz", gzip.compress(b"0" * (LARGEST + 2))))


def test_a_text_that_nobody_recognises_says_what_to_declare() -> None:
    with pytest.raises(ParseError, match=r"collection\.toml"):
        parse(Source("x.txt", b"Just some words without any structure.\n"))


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u200f", "\u202a", "\u2060", "\u2068", "\ufeff", "\xad"])
def test_a_mark_that_nobody_sees_does_not_count(mark: str) -> None:
    assert text_of(Source("x", f"Wells\n{mark}7{mark}. Rain{mark}fall.".encode())) == "Wells\n7. Rainfall."


def test_a_soft_hyphen_stays_where_it_is_seen_and_a_joiner_that_is_a_letter_stays() -> None:
    for text in ("rain\xad\nfall", "rain\xad", "Guaran\xc3\xad", "می\u200cخواهم"):
        assert text_of(Source("x", text.encode())) == text


def test_wide_digits_are_the_numbers_of_lines() -> None:
    text = "１２．Wells.\n（３）Rivers.\n４．５ Rain. （１）"
    assert text_of(Source("x", text.encode())) == "12.Wells.\n(3)Rivers.\n4.5 Rain. （１）"


def test_such_marks_and_digits_may_be_written_as_entities() -> None:
    page = "<html><body><p>&lrm;1. The wells stay open.</p><p>&#xFF12;&#xFF0E; So do the rivers.</p></body></html>"
    declared = Declaration(kind=SourceKind.GENERAL_COMMENT, body="ccpr", symbol="CCPR/C/GC/77")
    (document,) = parse(Source("x", page.encode(), declared)).documents
    assert [passage.num for passage in document.passages] == ["1", "2"]
