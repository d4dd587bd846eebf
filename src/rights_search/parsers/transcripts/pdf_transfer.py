"""A PDF that was transferred as text: some program took its bytes 10 and 13 for the ends of lines, and changed them.

Such a file still has its pages, since PDFium finds them again, but what is packed in it cannot be unpacked any more.
Both are looked for: a sign that ends of lines were made alike in the whole file, and streams that do not unpack.
"""

import re

from rights_search.errors import ParseError, Refusal
from rights_search.parsers.transcripts.pdf_streams import broken_streams

#: So many packed streams of a file show whether they unpack …
STREAMS = 100
#: … of which one in so many may be broken in a file that is read all the same.
FEW_BROKEN = 10

_LINE_FEED = re.compile(rb"(?<!\r)\n")


def refuse_transferred_as_text(data: bytes, textless: bool = False) -> None:
    """Nothing for a sound file: a few looks at its bytes tell most.

    Raises:
        ParseError: its ends of lines were changed, and what is packed in it does not unpack.
    """
    alike = b"\r" not in data or data.isascii() or not _LINE_FEED.search(data) or (textless and b"\r\n" not in data)
    if not alike:
        return
    broken, count = broken_streams(data, STREAMS)
    if FEW_BROKEN * broken > count:
        raise ParseError(
            "a damaged PDF, whose ends of lines were changed as FTP does with a text: fetch it again in binary mode",
            code=Refusal.DAMAGED,
        )
