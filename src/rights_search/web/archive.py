"""What every page draws on: the register, the State and the library, kept by the application."""

from pathlib import Path
from threading import Lock

from flask import current_app

from rights_search.corpus import read_catalogue
from rights_search.model import Catalogued
from rights_search.search import Library
from rights_search.vocabulary import Register, load_register
from rights_search.web.addressee import Addressee
from rights_search.workspace import Workspace

KEY = "rights-search"


class Archive:
    """The register, the State, and the library, opened when it is first asked for.

    An index may be absent when the server starts and be there a minute later: the pages say so until it is.
    """

    def __init__(self, workspace: Workspace, library: Library | None = None) -> None:
        """Read the register and the State's facts; an index is not needed yet."""
        self.indexes: Path = workspace.indexes
        self.register: Register = load_register(workspace.state / "rights.toml")
        self.state = Addressee.of(workspace.state_facts())
        self._catalogue = read_catalogue(workspace.corpus).documents
        self._library = library
        self._opening = Lock()

    @property
    def library(self) -> Library:
        """The library.

        Raises:
            IndexMissingError: there is no index yet.
            IndexOutdatedError: it was written by another version.
        """
        with self._opening:
            if self._library is None:
                self._library = Library(self.indexes, self.register, self.state.iso3, self.state.bound_by)
            return self._library

    @property
    def known(self) -> tuple[Catalogued, ...]:
        """The catalogued documents of which nothing is held yet."""
        held = {entry.id for entry in self.library.catalogue()}
        return tuple(entry for entry in self._catalogue if entry.id not in held)


def archive() -> Archive:
    """The archive of the running application."""
    held = current_app.extensions[KEY]
    if not isinstance(held, Archive):
        raise TypeError("this application was not made by create_app")
    return held
