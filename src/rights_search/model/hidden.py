"""Names under which nobody keeps a document: what a system leaves in a folder or an archive, and what is hidden."""

from collections.abc import Iterable

#: What systems and programs put beside documents; it is passed over without a word.
LITTER = {
    *(".DS_Store", "__MACOSX", ".Spotlight-V100", ".Trashes", ".fseventsd", "Thumbs.db", "desktop.ini"),
    *(".git", ".hg", ".svn"),
}
#: … and how the names begin of what they keep beside a file: whoever has it open, its icon.
BESIDE_A_FILE = ("~$", ".~lock.", "._")
#: Parts of a path that only say where it leads.
WAYS = (".", "..")


def is_litter(parts: Iterable[str]) -> bool:
    """Whether a path of these parts leads to what a system left."""
    return any(part in LITTER or part.startswith(BESIDE_A_FILE) for part in parts)


def is_hidden(parts: Iterable[str]) -> bool:
    """Whether the file at a path of these parts, or a folder that it is in, is hidden."""
    return any(part.startswith(".") and part not in WAYS for part in parts)
