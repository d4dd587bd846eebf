"""How right the tags are: the tagger against passages of real documents that a person labelled.

    python -m benchmarks.tagging.score [--open | --closed | --later | …] [--second] [--bare] [--errors]

`labels.jsonl` holds no text: a passage's place, a fingerprint of its words, and its labels. A label is an article of
the constitution (66.3 counts as 66); `about` are those a tagger must find, `44|45` where either will do; `also` are
those that nobody would call wrong. Precision is the share of tags that are either, recall the share of `about` that was
found, noise the share of passages about no right (an empty `about`) with a tag that is not even in `also`.

`--second` takes the labels of a second reader, who read the recommendations of fifth and sixth without knowing the
first's. `--bare` gives the tagger the text with its kind, body and article alone, without the document around it.
"""

import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import msgspec

from benchmarks.tagging.draw import Drawn, located
from rights_search.ingest import Reader
from rights_search.model import Document, Passage, SourceKind, Tag
from rights_search.workspace import Workspace

LABELS = Path(__file__).with_name("labels.jsonl")
SECOND = Path(__file__).with_name("second.jsonl")
#: Two halves of the first draw, then each further draw in order of time: each was opened once, and tuned on after that.
HALVES = (
    *("open", "closed", "later", "fresh", "last", "newest"),
    *("fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)


class Labelled(Drawn, frozen=True, kw_only=True):
    """A drawn passage with the articles it is about."""

    about: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def accepted(self) -> frozenset[str]:
        """Every article that is not wrong."""
        return frozenset(self.also).union(*(label.split("|") for label in self.about))


class Score(msgspec.Struct):
    """Counts of one stratum."""

    passages: int = 0
    predicted: int = 0
    right: int = 0
    wanted: int = 0
    found: int = 0
    without: int = 0  #: passages about no right
    noisy: int = 0  #: of these, passages with a wrong tag
    seconds: float = 0.0

    def add(self, labelled: Labelled, tags: frozenset[str], seconds: float) -> None:
        """Count one passage."""
        self.passages += 1
        self.predicted += len(tags)
        self.right += len(tags & labelled.accepted)
        self.wanted += len(labelled.about)
        self.found += sum(not tags.isdisjoint(label.split("|")) for label in labelled.about)
        self.without += not labelled.about
        self.noisy += not labelled.about and not tags <= labelled.accepted
        self.seconds += seconds

    def __str__(self) -> str:
        precision = self.right / max(self.predicted, 1)
        recall = self.found / max(self.wanted, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        noise = f"{self.noisy / self.without:5.1%} of {self.without:3}" if self.without else "-"
        each = 1000 * self.seconds / max(self.passages, 1)
        return f"{self.passages:4}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  noise {noise:13}  {each:5.2f} ms"


def labels(half: str = "") -> list[Labelled]:
    """The labelled passages, of one half or all."""
    path = SECOND if "--second" in sys.argv else LABELS
    rows = [msgspec.json.decode(line, type=Labelled) for line in path.read_bytes().splitlines()]
    return [row for row in rows if half in ("", row.half)]


def articles(passage: Passage, document: Document, reader: Reader) -> frozenset[str]:
    """The articles it was tagged with: what was decided, without a treaty article's further links by the table."""
    tags = _bare(passage, document, reader) if "--bare" in sys.argv else reader.tagger.explain(passage, document).tags
    return frozenset(tag.right.partition(".")[0] for tag in tags)


def _bare(passage: Passage, document: Document, reader: Reader) -> tuple[Tag, ...]:
    treaty = document.kind is SourceKind.TREATY
    return reader.tagger.tag_text(
        passage.text,
        lang=document.language,
        kind=document.kind,
        body=document.body,
        instrument=document.id if treaty else "",
        article=passage.num if treaty else "",
    )


def main() -> None:
    """Score one half, or both."""
    half = next((name for name in HALVES if f"--{name}" in sys.argv), "")
    reader = Reader.of(Workspace.open())
    in_table = {provision.partition("#")[0] for right in reader.register for provision in right.provisions}
    scores: dict[str, Score] = defaultdict(Score)
    languages: dict[str, Score] = defaultdict(Score)
    errors: Counter[str] = Counter()
    for row, document, passage in located(labels(half), reader):
        began = time.process_time()
        tags = articles(passage, document, reader)
        taken = time.process_time() - began
        counted = [scores[row.stratum], scores["all"], languages[document.language]]
        if document.kind is SourceKind.TREATY:  # of the others, an article is read by its words alone
            counted.append(scores["  in the table" if document.id in in_table else "  of others"])
        for score in counted:
            score.add(row, tags, taken)
        missed = [label for label in row.about if tags.isdisjoint(label.split("|"))]
        wrong = sorted(tags - row.accepted)
        errors.update([f"missed {label}" for label in missed] + [f"wrong {right}" for right in wrong])
        if "--errors" in sys.argv and (missed or wrong):
            print(f"{row.document}#{row.eid}  missed {missed}  wrong {wrong}")
    for name, score in [
        *sorted(scores.items(), key=lambda item: (item[0] == "all", item[0].startswith(" "))),
        *sorted(languages.items()),
    ]:
        print(f"{name:16} {score}")
    print("most frequent errors:", ", ".join(f"{what} ({count})" for what, count in errors.most_common(12)))


if __name__ == "__main__":
    main()
