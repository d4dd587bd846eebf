"""How the command line writes: progress on stderr, JSON on stdout, reasons in words."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from rights_search.model import Outcome, Problem, Receipt, SearchHit, Tag, TagBasis, bound_by
from rights_search.search import Library
from rights_search.vocabulary import Register, load_register
from rights_search.workspace import Workspace

#: So many documents or passages are named; the others are counted.
MOST_NAMED = 4
REASONS = {
    TagBasis.DECLARED: "by its object",
    TagBasis.PERSON: "by a person",
    TagBasis.CONCORDANCE: "by the concordance",
    TagBasis.CITATION: "by citing",
    TagBasis.TERM: "by the words",
    TagBasis.CONTEXT: "by its context",
    TagBasis.LEARNED: "by resemblance",
}

#: Control characters, those that turn the direction of writing, and bytes that are no text: a file's name may hold any.
_MOVING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def values(kinds: type[StrEnum]) -> list[str]:
    """The words of a closed list, for an option's choices."""
    return [kind.value for kind in kinds]


def line(text: str, *, err: bool = False) -> None:
    """A line for people, with nothing in it that moves the terminal."""
    click.echo(still(text), err=err)


def still(text: str) -> str:
    """The words, and escaped what would move the cursor, colour the terminal or end the line."""
    return _MOVING.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def words(text: str) -> str:
    """A text of several lines as it is printed, with nothing in it but line ends that moves the terminal."""
    return "\n".join(still(part.expandtabs(4)) for part in text.split("\n"))


def json_line(value: object) -> None:
    """One value as JSON on stdout."""
    click.echo(msgspec.json.encode(value).decode())


def json_page(value: object) -> None:
    """A value as indented JSON on stdout."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def problems(found: tuple[Problem, ...]) -> None:
    """Each problem as `source: locator: message` on stderr."""
    for problem in found:
        place = f"{problem.source}: {problem.locator}" if problem.locator else problem.source
        line(f"{place}: {problem.message}", err=True)


def receipt(of: Receipt) -> None:
    """A file's receipt: as what it was read, what came of it, what is different from before; problems on stderr."""
    if of.reason:
        line(f"{of.outcome}: {of.path}: {of.reason}{f' [{of.code}]' if of.code else ''}")
    else:
        documents_ = f"{', '.join(of.documents[:MOST_NAMED])}{' …' if len(of.documents) > MOST_NAMED else ''}"
        form = f", {of.format}" if of.format else ""
        line(f"{of.outcome}: {of.path}: {documents_} ({of.passages} passages{form})")
    if of.difference and of.outcome in (Outcome.ACCEPTED, Outcome.WARNINGS):
        for word, names in (
            ("added", of.difference.added),
            ("removed", of.difference.removed),
            ("altered", of.difference.altered),
        ):
            if names:
                more = " …" if len(names) > MOST_NAMED else ""
                line(f"  {word}: {len(names)} passages: {', '.join(names[:MOST_NAMED])}{more}")
    problems(of.problems)


def reason(tag: Tag, register: Register, language: str = "en") -> str:
    """A tag with its reason: `32 Health: by the words “hospital”`."""
    right = register.get(tag.right)
    title = right.title.get(language, "") if right else ""
    evidence = ", ".join(f"“{item}”" if tag.basis is TagBasis.TERM else item for item in tag.evidence)
    return " ".join(f"{tag.right} {title}: {REASONS[tag.basis]} {evidence}".split())


def source_line(hit: SearchHit) -> str:
    """Where a passage stands: document, symbol, number and year."""
    parts = [hit.title, hit.symbol, f"{hit.kind} {hit.num}".strip(), hit.date[:4]]
    return " · ".join(part for part in parts if part)


@contextmanager
def progress(title: str) -> Iterator[Progress | None]:
    """A bar on stderr, or nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield bar


def register_of(workspace: Workspace) -> Register:
    """The register of the workspace's State."""
    return load_register(workspace.state / "rights.toml")


def library_of(workspace: Workspace) -> Library:
    """The index of the workspace, open for questions."""
    facts = workspace.state_facts()
    return Library(workspace.indexes, register_of(workspace), str(facts.get("iso3", "")), bound_by(facts))
