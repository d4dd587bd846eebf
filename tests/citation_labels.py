"""The passages labelled by hand in `data/citations`, and how what the program finds in them is counted."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rights_search.citations import Context, find
from rights_search.model import Citation, CitationKind
from rights_search.vocabulary import bodies

DATA = Path(__file__).parent / "data" / "citations"
#: The States' texts speak of “the Constitution”: that of Ecuador, unless the row says another thing.
CONSTITUTION = "ecuador-constitution"


class Label(NamedTuple):
    """A printed reference and one thing it means; a range has one label an article."""

    start: int
    end: int
    target: str
    kind: CitationKind


class Row(NamedTuple):
    """A labelled passage."""

    where: str  #: file and number, for the message
    context: Context
    closed: bool
    text: str
    labels: tuple[Label, ...]


class Count(NamedTuple):
    """What was right, found and expected."""

    right: int = 0
    found: int = 0
    expected: int = 0
    errors: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    def plus(self, other: "Count") -> "Count":
        return Count(
            self.right + other.right,
            self.found + other.found,
            self.expected + other.expected,
            self.errors + other.errors,
        )


def rows() -> Iterator[Row]:
    """All rows of the set."""
    for path in sorted(DATA.glob("*.toml")):
        for number, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["row"], start=1):
            labels = tuple(_labels(row["text"], row["cites"]))
            yield Row(f"{path.name} {number}", _context(row), row.get("closed", False), row["text"], labels)


def _context(row: dict[str, str]) -> Context:
    language, kind, body = row["of"].replace(" -", " ").split(" ")
    watches = bodies()[body].instrument if body else ""
    return Context(
        language=language,
        kind=kind,
        body=body,
        instrument=row.get("instrument", watches),
        constitution=CONSTITUTION,
    )


def _labels(text: str, cites: Iterable[str]) -> Iterator[Label]:
    """The labels at their places: each is printed behind the one before, and not inside a longer word or number."""
    at = 0
    for cite in cites:
        printed, _, targets = cite.partition(" = ")
        place = re.compile(rf"(?<!\w){re.escape(printed)}(?!\w)").search(text, at)
        if place is None:
            raise ValueError(f"{printed!r} is not in {text[at:]!r}")
        at = place.end()
        for target in targets.split() or [""]:
            yield Label(place.start(), at, target, _kind(printed, target))


def _kind(printed: str, target: str) -> CitationKind:
    if re.match(r"iacthr-|echr-\d", target) or re.match(r"(?i)s[eé]rie", printed):
        return CitationKind.JUDGMENT
    return CitationKind.DOCUMENT if "/" in printed else CitationKind.PROVISION


def count(row: Row, kind: CitationKind) -> Count:
    """What the program finds of one kind in a passage, against its labels.

    A reference is right where it begins where the label begins, covers it, stops before the next one, and means the
    same. One that is found without its target is both a wrong one and a missed one.
    """
    labels = {(label.start, label.target): label for label in row.labels if label.kind is kind}
    found = {(c.start, c.target): c for c in find(row.text, row.context) if c.kind == kind}
    right = {key for key in labels.keys() & found.keys() if _covers(found[key], labels[key], row)}
    wrong = [f"{row.where}: wrong {found[k].text!r} → {k[1] or 'unresolved'}" for k in found.keys() - right]
    missed = [
        f"{row.where}: missed {row.text[k[0] : labels[k].end]!r} → {k[1] or 'unresolved'}"
        for k in labels.keys() - right
    ]
    return Count(len(right), len(found), len(labels), tuple(sorted(wrong) + sorted(missed)))


def _covers(citation: Citation, label: Label, row: Row) -> bool:
    following = min((other.start for other in row.labels if other.start > label.start), default=len(row.text))
    core = label.start + len(row.text[label.start : label.end].rstrip(")º"))  # “b)” may be found without its bracket
    return core <= citation.end <= following
