"""How well citations are found: precision and recall on labelled passages, by kind and language.

    python -m benchmarks.citations [--real | --written] [--errors]

Without `--real`: the passages of ours in `tests/data/citations`, whose sentences are invented. With it: passages of
real documents, drawn at random among those that speak of an article, where the texts are at hand. `real.jsonl` holds
their places, a fingerprint of their words, and each reference to an article as printed with what a lawyer takes it to
mean ("" where the text does not say enough, or it is a law of a State). “first” was labelled before the rules were
looked at again, the others by readers who did not know the changes; each was opened once, and the rules were mended by
its errors afterwards: METHODOLOGY.md has the figures of both. The first two figures count a reference that stays
unresolved as wrong where a lawyer resolves it; “links” are what a reader sees: of a hundred so many are right, and of a
hundred that a lawyer would make so many are made.

With `--written`: passages of `written.jsonl` in four languages, written in their own words by readers who did not know
the rules, each with all it cites. Counted by language and set; a label “a|b” has two right ids, “~4-2013” is any id
that ends so, “?a” may be found or not. Documents are compared without the paragraph in them.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct, field

from benchmarks.tagging.draw import Place, located
from rights_search.citations import Context, find
from rights_search.ingest import Reader
from rights_search.model import Citation, CitationKind, Document
from rights_search.workspace import Workspace

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from citation_labels import DATA, Count, Row, count, rows

#: A found reference is the labelled one if it means the same and stands no farther from it than this.
NEAR = 12


class Real(Place, frozen=True, kw_only=True):
    """A passage of a real document, and the articles it cites in the order of the text.

    `notes`: by its mark, what a note cites that stood in the passage before the notes were told from the text.
    """

    cites: tuple[tuple[str, str], ...]
    notes: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


def total(selected: list[Row], kind: CitationKind) -> Count:
    """The counts of some passages together."""
    sums = Count()
    for row in selected:
        sums = sums.plus(count(row, kind))
    return sums


def show(title: str, selected: list[Row], errors: bool) -> None:
    """One line a kind that occurs in these passages."""
    for kind in CitationKind:
        sums = total(selected, kind)
        if sums.expected or sums.found:
            print(_line(f"{title:8} {kind:10}", len(selected), sums))
        if errors:
            print("\n".join(f"    {error}" for error in sums.errors))


def _line(title: str, passages: int, sums: Count) -> str:
    return (
        f"{title} {passages:4} passages {sums.expected:4} citations  "
        f"precision {sums.precision:6.1%}  recall {sums.recall:6.1%}"
    )


def of_real_documents(errors: bool) -> None:
    """The figures on real passages: of each half, and of each folder of texts in it."""
    reader = Reader.of(Workspace.open())
    sums: dict[str, Count] = defaultdict(Count)
    links: dict[str, Count] = defaultdict(Count)
    passages: dict[str, int] = defaultdict(int)
    labelled = [msgspec.json.decode(line, type=Real) for line in (DATA / "real.jsonl").read_bytes().splitlines()]
    for real, document, passage in located(labelled, reader):
        printed = tuple(cite for cite in passage.cites if cite.end and cite.kind is CitationKind.PROVISION)
        counted = _against(real, passage.text, printed).plus(_of_notes(real, document))
        linked = _against(real, passage.text, printed, linked=True).plus(_of_notes(real, document, linked=True))
        for title in ("all", real.half, f"{real.half} {real.path.rpartition('/')[0]}"):
            sums[title] = sums[title].plus(counted)
            links[title] = links[title].plus(linked)
            passages[title] += 1
    for title in sorted(sums):
        of_links = f"  links {links[title].precision:6.1%} {links[title].recall:6.1%}"
        print(_line(f"{title:42}", passages[title], sums[title]) + of_links)
        if errors and " " not in title and title != "all":
            print("\n".join(f"    {error}" for error in sums[title].errors))


def _against(real: Real, text: str, articles: tuple[Citation, ...], *, linked: bool = False) -> Count:
    """What was right; `linked`: of what means a provision alone, as a reader sees it: as a link."""
    left = [label for label in _placed(real, text) if label[2] or not linked]
    articles = tuple(citation for citation in articles if citation.target or not linked)
    expected = len(left)
    where = f"{real.document}#{real.eid}"
    right, wrong = 0, []
    for citation in articles:
        same = [
            label
            for label in left
            if label[2] == citation.target and label[0] - NEAR <= citation.end and citation.start <= label[1] + NEAR
        ]
        if same:
            left.remove(same[0])
            right += 1
        else:
            wrong.append(f"{where}: wrong {citation.text!r} → {citation.target or 'unresolved'}")
    missed = [f"{where}: missed {text[start:end]!r} → {target or 'unresolved'}" for start, end, target in left]
    return Count(right, len(articles), expected, tuple(wrong + missed))


def _of_notes(real: Real, document: Document, *, linked: bool = False) -> Count:
    """The same of notes, which have few citations each: what they cite counts, and not where it stands."""
    sums = Count()
    for note in (note for passage in document.passages for note in passage.notes if note.mark in real.notes):
        labels = Counter(target for _, target in real.notes[note.mark] if target or not linked)
        cites = (cite for cite in note.cites if cite.kind is CitationKind.PROVISION)
        found = Counter(cite.target for cite in cites if cite.target or not linked)
        where = f"{real.document}#{real.eid} note {note.mark}"
        wrong = (f"{where}: wrong {target or 'unresolved'}" for target in (found - labels).elements())
        missed = (f"{where}: missed {target or 'unresolved'}" for target in (labels - found).elements())
        right = (found & labels).total()
        sums = sums.plus(Count(right, found.total(), labels.total(), (*wrong, *missed)))
    return sums


def _placed(real: Real, text: str) -> Iterator[tuple[int, int, str]]:
    """The labels at their places, in order; a member of a range that is not printed stands where the range does."""
    at = before = 0
    for printed, target in real.cites:
        place = re.compile(rf"(?<!\w){re.escape(printed)}(?!\w)")
        # A range begins with the member before it, which may have been printed alone: “32”, “32–36”.
        again = place.match(text, before) if _is_range(printed) else None
        if found := again or place.search(text, at):
            before, at = found.start(), found.start() + 1 if _is_range(printed) else found.end()
        else:
            found = place.search(text, max(0, before - NEAR))
        start, end = found.span() if found else (at, at)
        yield start, end, target


class Written(Struct, frozen=True, kw_only=True):
    """A passage that somebody made up, in its context, with the ids of all it cites."""

    set: str
    context: Context
    text: str
    cites: tuple[str, ...]


def of_written_passages(errors: bool) -> None:
    """The figures on passages made up by readers, by set and language: provisions, then documents."""
    sums: dict[str, Count] = defaultdict(Count)
    passages: dict[str, int] = defaultdict(int)
    for line in (DATA / "written.jsonl").read_bytes().splitlines():
        row = msgspec.json.decode(line, type=Written)
        for kind, provisions in (("provisions", True), ("documents", False)):
            for title in (f"{row.set} {row.context.language} {kind}", f"{row.set} all {kind}"):
                sums[title] = sums[title].plus(_of_written(row, provisions=provisions))
                passages[title] += 1
    for title in sorted(sums):
        print(_line(f"{title:24}", passages[title], sums[title]))
        if errors and " all " not in title:
            print("\n".join(f"    {error}" for error in sums[title].errors))


def _of_written(row: Written, *, provisions: bool) -> Count:
    targets = {cite.target for cite in find(row.text, row.context) if cite.target}
    found = {target if _is_provision(target) else target.partition("#")[0] for target in targets}
    found = {target for target in found if _is_provision(target) == provisions}
    labels = [label for label in dict.fromkeys(row.cites) if _is_provision(label) == provisions]  # each counts once
    right = {target for target in found if any(_is_meant(label, target) for label in labels)}
    due = [label for label in labels if not label.startswith("?")]
    met = sum(any(_is_meant(label, target) for target in found) for label in due)
    optional = sum(not any(_is_meant(label, target) for label in due) for target in right)
    wrong = (f"{row.text[:70]}…: wrong {target}" for target in sorted(found - right))
    missed = (f"{row.text[:70]}…: missed {x}" for x in due if not any(_is_meant(x, target) for target in found))
    return Count(met, len(found) - optional, len(due), (*wrong, *missed))


def _is_meant(label: str, target: str) -> bool:
    return any(
        target.endswith(meant[1:]) if meant.startswith("~") else target == meant
        for meant in label.removeprefix("?").split("|")
    )


def _is_provision(target: str) -> bool:
    """Whether an id is of a provision: that of a document may have a paragraph, “#para_3”."""
    return bool(re.search(r"#(?!para|oper)", target))


def _is_range(printed: str) -> bool:
    return bool(re.search(r"\w\)?(?: (?:to|a|al) | ?[–-] ?)\(?\w+\)?$", printed))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--real", action="store_true", help="passages of real documents")
    parser.add_argument("--errors", action="store_true", help="print what is wrong or missed")
    parser.add_argument("--written", action="store_true", help="passages made up by readers, in four languages")
    options = parser.parse_args()
    if options.written:
        of_written_passages(options.errors)
        return
    if options.real:
        of_real_documents(options.errors)
        return
    everything = list(rows())
    show("open", [row for row in everything if not row.closed], options.errors)
    show("closed", [row for row in everything if row.closed], errors=False)
    show("all", everything, errors=False)
    for language in sorted({row.context.language for row in everything}):
        show(language, [row for row in everything if row.context.language == language], errors=False)


if __name__ == "__main__":
    main()
