"""Sources: files found under a path, read, and joined with what a `collection.toml` in their folder declares.

`collection.toml` declares `kind state body language licence symbol date title url` for its folder, and the same for
single files under `[files."name.json"]`. What a file says itself wins; a parser reports where the two disagree.
"""

import errno
import os
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from rights_search.corpus.catalogue import CATALOGUE
from rights_search.errors import CorpusError
from rights_search.model import Declaration, Problem, Source
from rights_search.model.hidden import is_hidden, is_litter
from rights_search.vocabulary import unknown_in

#: Files of the corpus that are no documents.
OWN = {
    "collection.toml",
    "fetch.toml",
    "state.toml",
    "rights.toml",
    "examples.toml",
    "structure.toml",
    "tags.toml",
    "names.txt",
}
#: Notes and marks that folders hold beside documents.
ASIDE = {"README.md", "PROVENANCE.md", "LICENSE", "LICENCE", "license", "CURRENT"}
#: A larger file is refused unread.
LARGEST = 512 * 2**20


#: Why what lies in a folder is not read, and what to do.
LEADS_OUT = "a link that leads out of the folder is not followed: name the file itself, or copy it here"
BROKEN = "a link to a file that does not exist: mend it, or copy the file here"
LOOP = "a link that leads back to itself: remove it, or copy the file here"
NO_FILE = "no file but a pipe, a socket or a device: save what it gives as a file, and name that"


def find(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Every document file under the paths, each once, in order; hidden files and folders are passed over.

    Raises:
        CorpusError: a path does not exist.
    """
    seen: set[Path] = set()
    for path in paths:
        if not os.path.lexists(path):
            raise CorpusError(f"{path} does not exist: check the path.")
        for file in sorted(file for file, reason in _under(path) if not reason):
            if file not in seen:
                seen.add(file)
                yield file


def passed_over(paths: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    """What lies under the paths and is not read, each with the reason: nothing is lost in silence."""
    for path in paths:
        yield from sorted((file, reason) for file, reason in _under(path) if reason)


def hidden(paths: tuple[Path, ...]) -> int:
    """How many files under the paths are passed over because they, or folders that they are in, are hidden."""
    return len({file.resolve() for path in paths if path.is_dir() for file in _hidden_within(path)})


def _hidden_within(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not is_litter([name])]
        above = Path(here).relative_to(folder).parts
        yield from (Path(here, name) for name in names if not is_litter([name]) and is_hidden((*above, name)))


def _under(path: Path) -> Iterator[tuple[Path, str]]:
    """The files that a path names, and why one is not read; nothing for one that is."""
    if path.is_dir():
        yield from _within(path)
    else:
        yield path, _unreadable(path)


def _within(folder: Path) -> Iterator[tuple[Path, str]]:
    """The document files of a folder, links included."""
    closed: list[OSError] = []
    home = folder.resolve()
    for here, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not _is_passed_over(name)]
        # Links to folders are listed, and not walked: one to a folder within is walked at its place.
        linked = [name for name in folders if Path(here, name).is_symlink()]
        for file in (Path(here, name) for name in (*linked, *names)):
            out = file.is_symlink() and _leads_out(file, home)
            if _is_document(file) and (out or file.name not in linked):
                yield file, out or _unreadable(file)
    for error in closed:
        yield Path(error.filename), f"a folder that cannot be opened ({error.strerror}): give yourself the right to"


def _is_document(file: Path) -> bool:
    if _is_passed_over(file.name) or file.name in OWN | ASIDE:
        return False
    return file.parent.name != CATALOGUE or file.suffix != ".toml"


def _is_passed_over(name: str) -> bool:
    return is_litter([name]) or is_hidden([name])


def _leads_out(link: Path, home: Path) -> str:
    try:
        return "" if link.resolve().is_relative_to(home) else LEADS_OUT
    except (OSError, RuntimeError):
        return LOOP


def _unreadable(file: Path) -> str:
    """Why there is nothing to be read under this name."""
    try:
        return "" if stat.S_ISREG(file.stat().st_mode) else NO_FILE
    except OSError as error:
        if not file.is_symlink():
            return ""  # reading it says why not
        return LOOP if error.errno == errno.ELOOP else BROKEN


def read(path: Path, options: Declaration | None = None) -> Source:
    """A file with its bytes and all that is declared of it; options win over the collection.

    Raises:
        CorpusError: the file cannot be read, is too large, or its folder's `collection.toml` is wrong.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise CorpusError(NO_FILE)
        size = path.stat().st_size
        if size > LARGEST:
            raise CorpusError(
                f"{size // 2**20} MB is more than the {LARGEST // 2**20} MB a document may have: split it"
            )
        data = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"cannot be read: {error.strerror}") from error
    return Source(str(path), data, declaration(path, options))


def declaration(path: Path, options: Declaration | None = None) -> Declaration:
    """All that is declared of a file; options win over the collection.

    Raises:
        CorpusError: the `collection.toml` of its folder is wrong.
    """
    return _joined(_collection(path), options or Declaration())


def collection_stamp(path: Path) -> bytes:
    """The bytes of the collection that speaks about this file: a change there is a change of the file."""
    collection = path.parent / "collection.toml"
    return collection.read_bytes() if collection.is_file() else b""


def _collection(path: Path) -> Declaration:
    collection = path.parent / "collection.toml"
    if not collection.is_file():
        return Declaration()
    try:
        facts = tomllib.loads(collection.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{collection} is not valid TOML: {error}") from error
    files: dict[str, dict[str, Any]] = facts.pop("files", {})
    return _declaration({**facts, **files.get(path.name, {})}, collection)


def _declaration(facts: dict[str, Any], collection: Path) -> Declaration:
    unknown = sorted(set(facts) - set(Declaration.__struct_fields__))
    if unknown:
        known = ", ".join(Declaration.__struct_fields__)
        raise CorpusError(f"{collection}: unknown field “{unknown[0]}”; known: {known}")
    try:
        declared = msgspec.convert(facts, Declaration)
    except msgspec.ValidationError as error:
        raise CorpusError(f"{collection}: {error}") from error
    if wrong := unknown_in(declared):
        raise CorpusError(f"{collection}: {wrong}")
    return declared


def _joined(collection: Declaration, options: Declaration) -> Declaration:
    chosen = {name: getattr(options, name) or getattr(collection, name) for name in Declaration.__struct_fields__}
    return Declaration(**chosen)


def unknown_files(folder: Path) -> Iterator[Problem]:
    """Names a `collection.toml` speaks about that are not in its folder."""
    for collection in sorted(folder.rglob("collection.toml")):
        try:
            files = tomllib.loads(collection.read_text("utf-8")).get("files", {})
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            yield Problem(str(collection), "", f"is not valid TOML: {error}")
            continue
        for name in files:
            if not (collection.parent / name).is_file():
                yield Problem(str(collection), f'[files."{name}"]', "no such file in this folder")
