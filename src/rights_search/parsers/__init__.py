"""From a file's bytes to documents: one explicit table of formats, tried in order."""

from rights_search.errors import ParseError
from rights_search.model import Parsed, Source
from rights_search.parsers import digest
from rights_search.parsers.base import Format, Parser, unpack

__all__ = ["FORMATS", "Format", "Parser", "format_of", "parse"]

#: The first that recognises a source reads it.
FORMATS: tuple[Format, ...] = (Format("digest", digest.recognises, digest.parse),)

#: Raised when what a parser makes of the same bytes changes: known files are then read again.
VERSION = "1"


def format_of(source: Source) -> Format:
    """The format that recognises the (unpacked) source.

    Raises:
        ParseError: none does.
    """
    for candidate in FORMATS:
        if candidate.recognises(source):
            return candidate
    raise ParseError(
        "what it is cannot be told from its words: declare its kind in a collection.toml in its folder,"
        " or with the options --kind, --state, --body and --lang"
    )


def parse(source: Source) -> Parsed:
    """The documents of a file.

    Raises:
        ParseError: the file is no document we can read; the message says why and what to do.
    """
    unpacked = unpack(source)
    return format_of(unpacked).parse(unpacked)
