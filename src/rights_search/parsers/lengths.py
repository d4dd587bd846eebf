"""How long a file is, told without reading it: how many pages a PDF has, how many files an archive, how many bytes."""

import pypdfium2 as pdfium

from rights_search.errors import ParseError
from rights_search.model import Source
from rights_search.parsers import archive
from rights_search.parsers.base import unpack
from rights_search.parsers.transcripts import pdf
from rights_search.parsers.transcripts.packed import Packed
from rights_search.parsers.transcripts.pdf_lines import MOST_PAGES

#: A PDF may claim any number of pages; each that there is takes so many bytes at least.
BYTES_A_PAGE = 100
#: Text packs 3 to 20 times.
MOST_PACKED = 20


def length(data: bytes) -> tuple[int, int, int]:
    """Pages (none where it has no such thing, or cannot be opened), files, and the bytes of these when unpacked.

    What is packed alone counts unpacked, as far as a text can be packed: a bomb buys no time.
    """
    packed_alone = len(data)
    data = _unpacked(data)
    if pdf.recognises(data):
        return pages(data), 1, len(data)
    if archive.is_archive(data):
        try:
            packed = Packed(data)
        except ParseError:
            return 0, 1, len(data)
        return 0, max(1, len(archive.members(packed))), packed.size
    return 0, 1, min(len(data), MOST_PACKED * packed_alone)


def _unpacked(data: bytes) -> bytes:
    try:
        return unpack(Source("", data)).data
    except ParseError:  # whoever reads it says why
        return data


def pages(data: bytes) -> int:
    """The pages that a PDF has by its own account, as far as its size and our limit allow."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return 0
    try:
        return min(len(document), MOST_PAGES, len(data) // BYTES_A_PAGE)
    finally:
        document.close()
