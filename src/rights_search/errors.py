"""What can go wrong, in two channels.

An exception when we cannot go on: one root, each child's message being its docstring unless given.
A collected `rights_search.model.Problem` when this input is bad and the rest is fine.
"""


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
