"""Files that are no text, as text: a Word or PDF file becomes Markdown that the readers of text take from there.

A transcript keeps what a reader sees: paragraph numbers, headings (`##`), footnotes (`[^3]` and `[^3]: …`). What is
left out is counted under a named rule, what cannot be read is named.
"""

from collections.abc import Callable

from msgspec import Struct

from rights_search.model import Source
from rights_search.parsers.transcripts import doc, docx, mhtml, pdf, rtf, spreadsheet
from rights_search.parsers.transcripts.account import Account
from rights_search.parsers.transcripts.pdf_streams import damage

__all__ = ["TRANSCRIBERS", "Account", "Transcriber", "damage_of", "transcriber_of"]


class Transcriber(Struct, frozen=True):
    """A row of the table: what the file is, whether its bytes are of that kind, and how it becomes text."""

    name: str
    recognises: Callable[[bytes], bool]
    transcribe: Callable[[Source, Account], str]


TRANSCRIBERS = (
    Transcriber("PDF", pdf.recognises, pdf.transcribe),
    Transcriber("Word", docx.recognises, docx.transcribe),
    Transcriber("spreadsheet", spreadsheet.recognises, spreadsheet.transcribe),
    Transcriber("old Word", doc.recognises, doc.transcribe),
    Transcriber("rich text", rtf.recognises, rtf.transcribe),
    Transcriber("MHTML", mhtml.recognises, mhtml.transcribe),
)


def transcriber_of(data: bytes) -> Transcriber | None:
    """The one that recognises these bytes; none for text."""
    return next((row for row in TRANSCRIBERS if row.recognises(data)), None)


def damage_of(data: bytes) -> str:
    """What is damaged in a file that is read all the same, in words; nothing for a sound one."""
    return damage(data) if pdf.recognises(data) else ""
