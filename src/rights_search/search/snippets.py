"""The piece of a passage that shows why it was found: plain text in runs, some of them marked."""

from collections.abc import Collection, Iterator

from rights_search.index import clean
from rights_search.model import Citation, Fragment, HeldPassage, HeldText, Standing, reached
from rights_search.search.marks import Mark, Marker

#: About so many characters of a passage are shown …
WINDOW = 300
#: … but one that is hardly longer is shown whole.
WHOLE = 380

#: A text longer than this is looked through piece by piece. The longest paragraphs of judgments are half as long.
STRETCH = 20_000

ELLIPSIS = "…"


def snippet(text: str, marks: list[Mark]) -> tuple[Fragment, ...]:
    """The part of a clean text where the marks are densest, or all of it where it is short."""
    if len(text) <= WHOLE:
        return fragments(text, marks, 0, len(text))
    start, end = _window(text, marks)
    return fragments(text, marks, start, end)


def _window(text: str, marks: list[Mark]) -> tuple[int, int]:
    """The window with most parts of the query in it, then with most marks; widened to whole words."""
    best, first, last = (0, 0), 0, 0
    tail = 0
    inside: dict[int, int] = {}
    for mark in marks:
        inside[mark.part] = inside.get(mark.part, 0) + 1
        while mark.end - marks[tail].start > WINDOW and marks[tail] is not mark:
            left = marks[tail].part
            inside[left] -= 1
            if not inside[left]:
                del inside[left]
            tail += 1
        density = (len(inside), sum(inside.values()))
        if density > best:
            best, first, last = density, marks[tail].start, mark.end
    spare = max(0, WINDOW - (last - first))
    start = max(0, first - spare // 2)
    end = min(len(text), start + max(WINDOW, last - first))
    start = max(0, min(start, end - WINDOW))
    return _word_start(text, start, first), _word_end(text, end, last)


def _word_start(text: str, start: int, latest: int) -> int:
    """The next beginning of a word, but not after the first mark."""
    if start == 0:
        return 0
    space = text.find(" ", start, latest)
    return start if space < 0 else space + 1


def _word_end(text: str, end: int, earliest: int) -> int:
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", earliest, end)
    return end if space < 0 else space


def fragments(text: str, marks: list[Mark], start: int, end: int) -> tuple[Fragment, ...]:
    """A text from start to end in runs, with an ellipsis where something is left out."""
    return tuple(_merged(_runs(text, marks, start, end)))


def _runs(text: str, marks: list[Mark], start: int, end: int) -> Iterator[Fragment]:
    if start > 0:
        yield Fragment(f"{ELLIPSIS} ")
    at = start
    for mark in marks:
        if start <= mark.start and mark.end <= end and mark.start >= at:
            yield Fragment(text[at : mark.start])
            yield Fragment(text[mark.start : mark.end], True)
            at = mark.end
    yield Fragment(text[at:end])
    if end < len(text):
        yield Fragment(f" {ELLIPSIS}")


def _merged(runs: Iterator[Fragment]) -> Iterator[Fragment]:
    """Runs of one kind joined, without the empty ones; line ends become spaces."""
    text, marked = "", False
    for run in runs:
        if not run.text:
            continue
        if run.marked != marked or marked:
            if text:
                yield Fragment(text, marked)
            text, marked = "", run.marked
        text += run.text.replace("\n", " ")
    if text:
        yield Fragment(text, marked)


def _first_marks(marker: Marker, text: str, language: str) -> list[Mark]:
    """The marks of a text; of one that is a book, those of the first stretch that has any."""
    start = 0
    while start < len(text):
        end = _word_end(text, start + STRETCH, start)
        marks = marker.marks(text[start:end], language)
        if marks:
            return [Mark(mark.start + start, mark.end + start, mark.part) for mark in marks] if start else marks
        start = max(end, start + 1)
    return []


class Shown:
    """The text of a passage that is shown for a query: its language, its standing, and the snippet."""

    def __init__(self, passage: HeldPassage, marker: Marker, reader: str, cited: Collection[str] = ()) -> None:
        """Choose the reader's language if the query stands there, else the first in which it does.

        Where no word of it stands anywhere, but it asks for what cites these, show where the passage or a note does.
        """
        self.language, held = passage.text_for(reader)
        self.text, self.standing = clean(held.text), held.standing
        self.snippet = snippet(self.text, [])
        for language, text, standing, shown in _candidates(passage, reader):
            marks = _first_marks(marker, shown, language)
            if marks:
                self.language, self.text, self.standing = language, text, standing
                self.snippet = snippet(shown, marks)
                return
        shown, marks = _citing(held, set(cited)) if cited else ("", [])
        if marks:
            self.snippet = snippet(shown, marks)


def _citing(held: HeldText, cited: set[str]) -> tuple[str, list[Mark]]:
    """What cites one of these and where: the text, or the first note that does; nothing where nothing printed does."""
    citing = [(held.text, 0, held.cites)]
    citing += [(f"{note.mark} {note.text}", len(note.mark) + 1, note.cites) for note in held.notes]
    for text, shift, cites in citing:
        marks = [Mark(cite.start + shift, cite.end + shift, 0) for cite in cites if cite.end and _reaches(cite, cited)]
        if marks and clean(text) == text:  # else the places are of other characters
            return text, sorted(marks)
    return "", []


def _reaches(cite: Citation, cited: set[str]) -> bool:
    return not cited.isdisjoint(reached(cite.target))


def _candidates(passage: HeldPassage, reader: str) -> Iterator[tuple[str, str, Standing, str]]:
    """Texts in the order in which they are preferred: language, the passage's text, its standing, what is shown of it.

    A digest beside the official text is shown as a digest; a note is shown in place of the text it belongs to.
    """
    chosen, _ = passage.text_for(reader)
    for language in dict.fromkeys((chosen, *passage.texts)):
        held = passage.texts[language]
        text = clean(held.text)
        yield language, text, held.standing, text
        digest = clean(passage.digests.get(language, ""))
        if digest:
            yield language, digest, Standing.DIGEST, digest
        if held.notes:
            notes = clean("\n".join(f"{note.mark} {note.text}".strip() for note in held.notes))
            yield language, text, held.standing, notes
