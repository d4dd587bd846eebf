"""What can go wrong, in two channels.

An exception when we cannot go on: one root, each child's message being its docstring unless given.
A collected `rights_search.model.Problem` when this input is bad and the rest is fine.
"""

from enum import StrEnum


class Refusal(StrEnum):
    """Why a file was not taken in, for programs; the words beside it are for people."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"  #: the file cannot be opened, its folder's collection.toml is wrong, or there is no room
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too-large"
    NO_TEXT = "no-text"  #: a program, a picture, binary data
    NEEDS_OCR = "needs-ocr"
    ENCODING = "encoding"
    OLD_FORMAT = "old-format"
    UNDECLARED = "undeclared"  #: what it is, or whom it addresses, must be declared
    FORM = "form"  #: it breaks the rules of its form, or has no form of its declared kind
    NO_PASSAGE = "no-passage"  #: nothing in it that can be cited
    HUNG = "hung"
    DIED = "died"


class RightsSearchError(Exception):
    """Something went wrong."""

    def __init__(self, message: str | None = None) -> None:
        """Take the message, or the first line of the class's own docstring."""
        super().__init__(message or (type(self).__doc__ or "").strip().partition("\n")[0])


class WorkspaceError(RightsSearchError):
    """This folder holds no corpus."""


class CorpusError(RightsSearchError):
    """A file of the corpus does not hold together."""


class ParseError(RightsSearchError):
    """This file cannot be read as a document."""

    def __init__(self, message: str | None = None, code: Refusal = Refusal.NO_PASSAGE) -> None:
        """Take the message for people and the code for programs."""
        super().__init__(message)
        self.code = code


class FetchError(RightsSearchError):
    """An official text could not be fetched."""


class VocabularyError(RightsSearchError):
    """The register of rights does not hold together."""


class StoreError(RightsSearchError):
    """The store of parsed documents cannot be read or written."""


class IndexMissingError(RightsSearchError):
    """There is no index yet: run `rights-search ingest`."""


class IndexOutdatedError(RightsSearchError):
    """The index was written by another version: run `rights-search index --rebuild`."""


class QueryError(RightsSearchError):
    """This query cannot be run."""


class NotFoundError(RightsSearchError):
    """No such right, document or passage."""
