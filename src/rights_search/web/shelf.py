"""The register of rights as a shelf: chapter by chapter, six spines a right, full where a source says something."""

from collections.abc import Mapping

from msgspec import Struct

from rights_search.model import Right
from rights_search.vocabulary import Register
from rights_search.web.authority import FAMILIES, family_name
from rights_search.web.languages import current
from rights_search.web.messages import gettext, ngettext
from rights_search.web.words import listed, number

Counts = Mapping[str, Mapping[str, int]]


class Entry(Struct, frozen=True):
    """A right with its spines: which families say something on it, and the same in words."""

    number: str
    title: str
    spines: tuple[tuple[str, bool], ...]
    words: str
    count: int


class Chapter(Struct, frozen=True):
    """A chapter of the constitution."""

    id: str
    title: str
    span: str
    entries: tuple[Entry, ...]


def chapters(register: Register, counts: Counts) -> tuple[Chapter, ...]:
    """The whole register, in its order."""
    grouped = register.groups(current()).items()
    return tuple(_chapter(place, title, rights, counts) for place, (title, rights) in enumerate(grouped, start=1))


def _chapter(place: int, title: str, rights: tuple[Right, ...], counts: Counts) -> Chapter:
    first, last = rights[0].number, rights[-1].number
    articles = (
        gettext("Article %(number)s", number=first)
        if first == last
        else gettext("Articles %(first)s–%(last)s", first=first, last=last)
    )
    total = ngettext("%(count)s right", "%(count)s rights", len(rights), count=number(len(rights)))
    entries = tuple(_entry(right, counts.get(right.number, {})) for right in rights)
    return Chapter(f"chapter-{place}", title, f"{articles} · {total}", entries)


def _entry(right: Right, counts: Mapping[str, int]) -> Entry:
    spines = tuple((name, any(counts.get(kind.value) for kind in kinds)) for name, kinds in FAMILIES.items())
    missing = [family_name(name) for name, held in spines if not held]
    if not missing:
        words = gettext("with all six sources")
    elif len(missing) == len(spines):
        words = gettext("without any source")
    else:
        words = gettext("without: %(families)s", families=listed(missing))
    return Entry(right.number, right.title[current()], spines, words, sum(counts.values()))
