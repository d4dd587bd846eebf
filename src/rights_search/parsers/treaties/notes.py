"""Notes of a treaty or constitution as transcripts of PDFs, Word files and pages have them: `[^3]` and `[^3]: …`."""

from collections.abc import Sequence

from msgspec import Struct

from rights_search.model import Note
from rights_search.parsers.numbered.lines import DEFINITION, MARK


class Notes(Struct, frozen=True):
    """The words of a text's notes, by their marks; of numbers that begin again, in their order."""

    words: dict[str, list[str]]

    def marked_in(self, line: str) -> tuple[str, tuple[Note, ...]]:
        """A line without the marks of notes, and these; of several with one mark, each is called once."""
        if not self.words or "[^" not in line:
            return line, ()
        marks = [mark for mark in MARK.findall(line) if mark in self.words]
        text = MARK.sub(lambda found: "" if found[1] in self.words else found[0], line)
        return text, tuple(Note(mark, self._next(mark)) for mark in dict.fromkeys(marks))

    def _next(self, mark: str) -> str:
        told = self.words[mark]
        return told.pop(0) if len(told) > 1 else told[0]


def notes_apart(lines: Sequence[str]) -> tuple[list[str], Notes]:
    """The lines, empty where a note was told, and the notes; one that no mark calls is marked where it was told."""
    body: list[str] = []
    told: dict[str, list[str]] = {}
    places: dict[str, int] = {}  # behind which line the first note of a mark stands
    marked: set[str] = set()
    for line in lines:
        if "[^" not in line:
            body.append(line)
        elif found := DEFINITION.match(line):
            told.setdefault(found[1], []).append(found[2].strip())
            places.setdefault(found[1], len(body))
            body.append("")
        else:
            body.append(line)
            marked.update(MARK.findall(line))
    for mark in told.keys() - marked:
        above = next((place for place in range(places[mark] - 1, -1, -1) if body[place].strip()), None)
        if above is not None:
            body[above] += f"[^{mark}]"
    return body, Notes(told)
