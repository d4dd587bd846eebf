"""Rich text: its words, without what only sets them."""

from collections import Counter

from striprtf.striprtf import rtf_to_text

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source

MAGIC = b"{\\rtf"
#: Rich text of this size is mostly pictures, and slow to read.
LARGEST = 32 * 2**20


def recognises(data: bytes) -> bool:
    """The signature."""
    return data.startswith(MAGIC)


def transcribe(source: Source, _left_out: Counter[str]) -> str:
    """The document as text.

    Raises:
        ParseError: it is too large, damaged, or holds no word.
    """
    if len(source.data) > LARGEST:
        raise ParseError(f"rich text of more than {LARGEST // 2**20} MB: save it as .docx", code=Refusal.TOO_LARGE)
    try:
        text = str(rtf_to_text(source.data.decode("latin-1"), errors="replace"))
    except (ValueError, IndexError, LookupError, OverflowError, RecursionError) as error:
        raise ParseError(
            f"damaged rich text ({error}): open it in a word processor and save it as .docx", code=Refusal.DAMAGED
        ) from error
    if not text.strip():
        raise ParseError(
            "rich text without a word: open it in a word processor and save it as .docx", code=Refusal.EMPTY
        )
    return text
