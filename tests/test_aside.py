"""What came from elsewhere is read aside: whatever it does there, it is told here in words."""

import faulthandler
import sys
import time
from collections.abc import Iterator

import pytest

from office_files import _file, bomb, docx, p, pdf
from rights_search.ingest import aside
from rights_search.ingest.aside import look
from rights_search.ingest.tasks import Allowance


def branching(depth: int = 12, branches: int = 10) -> bytes:
    """A PDF of some kilobytes whose page draws a form ten times, which draws a form ten times, and so on."""
    resources = "/Resources << /XObject << /X {} 0 R >> >>"
    drawn = "/X Do " * branches
    forms = [
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] {resources.format(6 + at)} /Length {len(drawn)} >>"
        f"\nstream\n{drawn}\nendstream"
        for at in range(depth)
    ]
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {resources.format(5)} >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
        *forms,
        "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length 10 >>\nstream\n0 0 9 9 re\nendstream",
    ]
    return _file([each.encode() for each in objects])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf([[(60, 700, 11, "The wells of the plain are open.")]]), "PDF"),
        (docx(p("The wells of the plain are open.")), "Word"),
    ],
)
def test_a_file_is_told_by_its_type_and_how_it_begins(data: bytes, kind: str) -> None:
    looked = look(data)
    assert (looked.type, looked.trouble) == (kind, "")
    assert looked.text.startswith("The wells")


def test_what_is_no_document_has_no_type() -> None:
    assert look(b"<html>We are being improved.</html>") == aside.Looked()


@pytest.fixture
def quietly() -> Iterator[None]:
    """Without pages of tracebacks from processes that are meant to die."""
    enabled = faulthandler.is_enabled()
    faulthandler.disable()
    yield
    if enabled:
        faulthandler.enable()


@pytest.mark.usefixtures("quietly")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.4 cut off", "damaged PDF"),
        (branching(), "needs more than 512 MB"),
        (bomb(3000), "needs more than 512 MB"),
    ],
)
def test_what_cannot_be_read_says_why_and_soon(data: bytes, says: str) -> None:
    began = time.monotonic()
    looked = look(data)
    assert says in looked.trouble
    assert time.monotonic() - began < 20


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process after its seconds of work")
def test_what_works_for_longer_than_it_may_is_ended() -> None:
    began = time.monotonic()
    looked = look(branching(), Allowance(seconds=1, memory=4 * 2**30))
    assert looked.trouble.startswith("not read after 1 seconds")
    assert time.monotonic() - began < 8
