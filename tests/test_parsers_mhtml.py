"""Web pages that a browser saved as one file: read as the page that is packed in them, or refused with what to do."""

import base64
import quopri
import time
from contextlib import suppress

import pytest

from rights_search.errors import ParseError, Refusal
from rights_search.model import Declaration, Parsed, Source, SourceKind
from rights_search.parsers import parse

COMMENT = Declaration(kind=SourceKind.GENERAL_COMMENT, body="ccpr", symbol="CCPR/C/GC/77", language="en")
PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Wells</title></head><body><h1>I. Wells</h1>"
    "<p>1. The village’s wells stay open to whoever is thirsty, whatever the season and whatever the hour may be.</p>"
    "<p>2. Those who close a well answer for it.</p></body></html>"
)
HEAD = "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/wells\nMIME-Version: 1.0\n"
RELATED = f'{HEAD}Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="--b--"\n\n'


def part(words: bytes, encoding: str = "quoted-printable", kind: str = "text/html", more: str = "") -> str:
    packed = quopri.encodestring(words) if encoding == "quoted-printable" else base64.encodebytes(words)
    return f"----b--\nContent-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n{more}\n{packed.decode('latin-1')}\n"


def saved(*parts: str, head: str = RELATED) -> bytes:
    return f"{head}{''.join(parts)}----b----\n".encode("latin-1")


def read(data: bytes) -> Parsed:
    return parse(Source("wells.txt", data, COMMENT))


def paragraphs(data: bytes) -> list[str]:
    (document,) = read(data).documents
    return [passage.text for passage in document.passages]


EXPECTED = paragraphs(PAGE.encode())


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("letters", ["utf-8", "cp1252"])
def test_a_saved_page_is_read_as_the_page(encoding: str, letters: str) -> None:
    data = saved(part(PAGE.encode(letters), encoding))
    assert paragraphs(data) == EXPECTED
    assert read(data).format == "MHTML, numbered text"


def test_it_is_told_by_its_bytes_also_with_a_mark_and_other_line_ends() -> None:
    data = saved(part(PAGE.encode()))
    assert paragraphs(b"\xef\xbb\xbf" + data) == EXPECTED
    assert paragraphs(data.replace(b"\n", b"\r\n")) == EXPECTED


def test_a_page_without_pictures_may_stand_alone_in_its_file() -> None:
    head = f"{HEAD}Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    assert paragraphs(head.encode() + quopri.encodestring(PAGE.encode())) == EXPECTED


def test_pictures_and_styles_are_passed_over_and_frames_are_counted() -> None:
    frame = "<html><script>run()</script><body><p>Buy a boat.</p></body></html>"
    data = saved(
        part(b"p {color: red}", kind="text/css"),
        part(PAGE.encode()),
        part(b"\x89PNG\r\n\x1a\n" * 99, "base64", "image/png"),
        part(frame.encode()),
    )
    (document,) = read(data).documents
    assert [passage.text for passage in document.passages] == EXPECTED
    assert {left.rule: left.characters for left in document.left_out}["frames within the web page"] == 9


def test_the_page_is_the_one_that_the_file_starts_with() -> None:
    head = RELATED.replace('type="text/html"', 'type="text/html"; start="<main>"')
    frame = part(b"<html><body><p>1. Buy a boat.</p></body></html>")
    data = saved(frame, part(PAGE.encode(), more="Content-ID: <main>\n"), head=head)
    assert paragraphs(data) == EXPECTED


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (f"To: a@example.org\n{RELATED}", "e-mail"),
        (f"Received: from b by c\nMessage-ID: <1@b>\n{RELATED}", "e-mail"),
        ("From: a@example.org\nDate: today\nMessage-ID: <1@b>\n\n1. The wells stay open.\n", "e-mail"),
        (f"{HEAD}Content-Type: text/plain\n\n1. The wells stay open.\n", "without a page"),
    ],
)
def test_a_letter_is_refused_with_what_to_do(head: str, said: str) -> None:
    with pytest.raises(ParseError, match=said) as refused:
        read(saved(part(PAGE.encode()), head=head) if "multipart" in head else head.encode())
    assert refused.value.code is Refusal.FORM


def test_a_text_that_only_begins_like_a_letter_is_a_text() -> None:
    text = "Subject: wells\nDate: 4 May 2031\n\n1. The wells stay open.\n\n2. So do the rivers.\n"
    assert paragraphs(text.encode()) == ["The wells stay open.", "So do the rivers."]


def nested(depth: int) -> bytes:
    opened = "".join(f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n + 1}"\n\n' for n in range(depth))
    return f'{HEAD}Content-Type: multipart/mixed; boundary="b0"\n\n{opened}'.encode()


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "data",
    [
        nested(900),
        RELATED.encode() + b"----b--\nContent-Type: text/html\n\n" * 20_000,
        RELATED.encode() + b"----b--\nContent-Type: text/html" + b";" * 2_000_000 + b"\n\n",
        RELATED.encode() + b"----b--\nContent-Type: text/html\n\n" + b"\n" * 4_000_000,
    ],
    ids=["nested", "many parts", "long header", "lines"],
)
def test_what_is_made_to_blow_up_is_refused_soon(data: bytes) -> None:
    begun = time.monotonic()
    with pytest.raises(ParseError) as refused:
        read(data)
    assert refused.value.code is Refusal.TOO_LARGE
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("cut", range(0, 100, 7))
def test_a_truncated_one_is_read_or_refused(cut: int) -> None:
    data = saved(part(PAGE.encode(), "base64"))
    with suppress(ParseError):
        assert read(data[: len(data) * cut // 100]).documents
