"""Passages out of the paragraphs of a numbered text: their names, what each is, and its notes."""

import re
from collections.abc import Sequence

from rights_search.model import Note, Passage, PassageKind, Problem, SourceKind
from rights_search.parsers.eids import eid
from rights_search.parsers.numbered.facts import ENACTS, Facts
from rights_search.parsers.numbered.letters import lettered
from rights_search.parsers.numbered.lines import Line
from rights_search.parsers.numbered.names import Names
from rights_search.parsers.numbered.opening import summary_of
from rights_search.parsers.numbered.paragraphs import Paragraph, Text
from rights_search.parsers.observations.words import kind_of, mandate_asks
from rights_search.parsers.upr.recommendations import recommending

#: Kinds in which a paragraph's words say whether it observes or recommends.
JUDGED = {SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.REPORT}
#: Kinds whose documents begin with a summary, which has no numbers.
SUMMED_UP = {SourceKind.SPECIAL_PROCEDURE, SourceKind.REPORT}
#: How an organ decides, in the third person of the present: “Decides”, “Toma nota”, “Prie”.
DECIDES = re.compile(
    r"(?:decides|adopts|approves|requests|calls upon|takes note|endorses|recommends|urges|invites|declares|proclaims"
    r"|decide|aprueba|adopta|pide|solicita|exhorta|toma nota|hace suy[ao]|recomienda|insta|invita|declara|proclama"
    r"|prie|approuve|adopte|prend note|recommande|déclare)\b",
    re.IGNORECASE,
)


def preamble_of(text: Text, kind: SourceKind | None, taken: Names) -> tuple[Passage, ...]:
    """The unnumbered paragraphs of a resolution: what it recalls, up to the first number; without numbers, all.

    A paragraph that begins as decisions do is one; what is recalled ends with a comma.
    """
    begin = next((place for place, line in enumerate(text.front) if ENACTS.match(line.text)), None)
    if kind is not SourceKind.RESOLUTION or begin is None:
        return ()
    pieces: list[Line] = []
    for line in text.front[begin + 1 :]:
        goes_on = not line.apart and not pieces[-1].text.endswith(",") if pieces else False
        if pieces and (goes_on or line.text[:1].islower()):
            pieces[-1] = Line(pieces[-1].number, f"{pieces[-1].text} {line.text}", 0, True)
        else:
            pieces.append(line)
    return tuple(
        Passage(
            eid=taken.take(eid(("sec", number))),
            kind=PassageKind.OPERATIVE if DECIDES.match(piece.text) else PassageKind.PARAGRAPH,
            text=piece.text,
        )
        for number, piece in enumerate(pieces, start=1)
    )


class Writer:
    """Makes passages of the paragraphs of one document."""

    def __init__(self, facts: Facts, notes: dict[str, str], path: str) -> None:
        """Write a document of these facts."""
        self.problems: list[Problem] = []
        self.names = Names()
        self._facts = facts
        self._notes = notes
        self._path = path

    def passage(self, paragraph: Paragraph) -> Passage:
        """The paragraph as a passage."""
        words = paragraph.text
        by, unknown = recommending(words) if self._facts.kind is SourceKind.UPR else ((), ())
        recommendation = bool(by) and "." in paragraph.num and not paragraph.annex
        name = self._name(paragraph, recommendation)
        text, anchors = lettered(words, name)
        if recommendation:
            self.problems.extend(Problem(self._path, name, f"“{state}” is no State we know") for state in unknown)
        return Passage(
            eid=name,
            kind=PassageKind.RECOMMENDATION if recommendation else self._kind(text, paragraph),
            text=text,
            num=paragraph.num,
            path=tuple(heading for heading in paragraph.path if heading != self._facts.title),
            anchors=anchors,
            notes=tuple(Note(mark, self._notes.get(mark, "")) for mark in dict.fromkeys(paragraph.marks)),
            recommended_by=by if recommendation else (),
        )

    def summary(self, front: Sequence[Line]) -> tuple[Passage, ...]:
        """The summary that stands above the first number of a report, as one passage; nothing where none does."""
        heading, lines = summary_of(front) if self._facts.kind in SUMMED_UP else ("", [])
        if not lines:
            return ()
        marks = dict.fromkeys(mark for line in lines for mark in line.marks)
        return (
            Passage(
                eid=self.names.take(eid(("sec", "summary"))),
                kind=PassageKind.PARAGRAPH,
                text=Paragraph("", lines).text,
                path=(heading,),
                notes=tuple(Note(mark, self._notes.get(mark, "")) for mark in marks),
            ),
        )

    def notes(self, lost: dict[str, str]) -> tuple[Passage, ...]:
        """The notes that no paragraph refers to, as one passage behind all others: they are text of the document."""
        text = "\n".join(f"{mark} {note}" for mark, note in lost.items())
        name = self.names.take(eid(("sec", "notes")))
        return (Passage(eid=name, kind=PassageKind.PARAGRAPH, text=text),) if text else ()

    def _name(self, paragraph: Paragraph, recommendation: bool) -> str:
        operative = self._facts.kind is SourceKind.RESOLUTION and not paragraph.annex
        prefix = "oper" if operative else "rec" if recommendation else "para"
        above = (("annex", paragraph.annex),) if paragraph.annex else ()
        wanted = eid(*above, *(((prefix, paragraph.num),) if paragraph.num else ()))
        name = self.names.take(wanted)
        if name != wanted:
            self.problems.append(Problem(self._path, name, f"paragraph {paragraph.num} stands more than once"))
        return name

    def _kind(self, text: str, paragraph: Paragraph) -> PassageKind:
        kind = self._facts.kind
        if paragraph.annex:
            return PassageKind.PARAGRAPH
        if kind is SourceKind.RESOLUTION:
            return PassageKind.OPERATIVE
        if kind in JUDGED:
            return kind_of(text, paragraph.path)
        asked = kind is SourceKind.SPECIAL_PROCEDURE and mandate_asks(text)
        return PassageKind.RECOMMENDATION if asked else PassageKind.PARAGRAPH
