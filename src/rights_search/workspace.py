"""The root folder and its named children: where the corpus is read, the pages are found and the indexes are kept."""

import tomllib
from pathlib import Path
from typing import Any

import platformdirs
from msgspec import Struct

from rights_search.errors import WorkspaceError

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parents[1]
CARRIED = PACKAGE / "carried"


class Workspace(Struct, frozen=True):
    """Three folders: `corpus` (people write), `indexes` (the program writes), `web` (what people see)."""

    corpus: Path
    indexes: Path
    web: Path

    @classmethod
    def open(cls, root: Path | None = None) -> "Workspace":
        """The workspace under a root; without one, this checkout's, else the corpus an installed wheel carries.

        Raises:
            WorkspaceError: the root is given and is no folder.
        """
        own = CHECKOUT if (CHECKOUT / "corpus").is_dir() and (CHECKOUT / "pyproject.toml").is_file() else None
        carried = own or CARRIED
        if root is None:
            kept = own / "indexes" if own else Path(platformdirs.user_data_dir("rights-search")) / "indexes"
            return cls(carried / "corpus", kept, carried / "web")
        if not root.is_dir():
            raise WorkspaceError(f"{root} is not a folder: give --root a folder, or leave it out.")
        corpus = root / "corpus" if (root / "corpus").is_dir() else carried / "corpus"
        web = root / "web" if (root / "web" / "templates").is_dir() else carried / "web"
        return cls(corpus, root / "indexes", web)

    @property
    def state(self) -> Path:
        """The folder of the State this workspace is about: the one under `corpus/` with a `state.toml`.

        Raises:
            WorkspaceError: there is none, or more than one.
        """
        found = sorted(path.parent for path in self.corpus.glob("*/state.toml"))
        if len(found) != 1:
            names = ", ".join(path.name for path in found) or "none"
            raise WorkspaceError(f"{self.corpus} must hold one State with a state.toml; found: {names}.")
        return found[0]

    def state_facts(self) -> dict[str, Any]:
        """What `state.toml` says: names, iso3, languages, constitution, ratifications.

        Raises:
            WorkspaceError: it is not valid TOML.
        """
        path = self.state / "state.toml"
        try:
            return tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise WorkspaceError(f"{path} is not valid TOML: {error}") from error
