"""The entries of a list of paragraphs, in their order: paragraphs, headings, lettered parts, notes, opinions.

The numbers of the paragraphs are the longest rising run; a number beside it is a numbered heading, an item of a list
inside a paragraph, or a note that was taken for one.
"""

import re
from collections import Counter
from typing import Any

from msgspec import Struct, field

from rights_search.model import Note, Passage, PassageKind, Problem
from rights_search.parsers.eids import eid
from rights_search.parsers.numbered.chain import FAR, chain
from rights_search.parsers.numbered.letters import lettered
from rights_search.parsers.numbered.names import Names

ID = re.compile(r"^(?:OP(\d{1,2})-)?(\d{1,4})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?$", re.IGNORECASE)
LETTERED = re.compile(r"^\(?([a-z]|[ivx]{1,5})\)\s")
FOOTNOTE_MARK = re.compile(r"\s?\[\[fn:(\w{1,6})\]\](?:, ?(?=\[\[))?")
CONTENTS = re.compile(r"\.{5,}|(?:\. ){5,}")
NOTE = re.compile(
    r"^(?:See\b|Ibid|Cf\.|https?:|Available (?:at|from)|General Assembly resolution .{0,30}$|[A-Z]{1,5}/[A-Z0-9])"
)
OPINION = re.compile(
    r"\bopinions?\b.{0,80}\b(?:of|by|member|dissent|concur|partly|joint)|(?:individual|separate) opinion", re.IGNORECASE
)
#: "A. Summary of the information" stands above "The facts as submitted by the author".
OUTER = re.compile(r"^(?:[A-Z]|[IVX]{1,5})\. ")
#: 2.10 comes after 2.9: each part of a number counts a thousand times the next.
WEIGHT = 1000
#: A heading, if it does not end as a sentence does.
LONGEST_HEADING = 160
NO_SECTION = {"", "annex"}


class Entry(Struct):
    """One entry as it stands in the list."""

    printed: str  #: "2.1", without ornament
    key: int | None  #: for the order; None without a number
    text: str
    section: str = ""
    opinion: str = ""
    notes: list[Note] = field(default_factory=list)


class Draft(Struct):
    """A passage being written; each text after the first is a lettered part or lines that lost their place."""

    eid: str
    num: str
    kind: PassageKind
    path: tuple[str, ...]
    texts: list[str]
    notes: list[Note]

    def passage(self) -> Passage:
        """The finished passage."""
        text, anchors = lettered("\n".join(self.texts), self.eid)
        return Passage(
            eid=self.eid,
            kind=self.kind,
            text=text,
            num=self.num,
            path=self.path,
            anchors=anchors,
            notes=tuple(self.notes),
        )


class Reading(Struct):
    """What the entries make: passages, what is odd, and what no passage holds."""

    passages: tuple[Passage, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    front: list[str] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)

    def leave(self, rule: str, characters: int) -> None:
        """Count what is left out."""
        self.left_out[rule] = self.left_out.get(rule, 0) + characters


def entry_of(record: dict[str, Any]) -> Entry:
    """A record of the list as an entry. Fields of other types than expected count as absent."""
    text = " ".join(_text(record.get("Text")).split())
    raw = _text(record.get("ID")).strip(" .\u00a0")
    found = ID.match(raw)
    parts = found.groups()[1:] if found else ()
    printed = ".".join(part for part in parts if part)
    key = sum(int(part or 0) * WEIGHT ** (2 - place) for place, part in enumerate(parts)) if found else None
    # Some lists repeat the number at the head of the text; "2 February" is no such number.
    behind = text[len(printed) : len(printed) + 2]
    if printed and text.startswith(printed) and (behind in (". ", ") ") or (behind[:1] == " " and "." in printed)):
        text = text[len(printed) :].lstrip(" .)")
    section = _text(record.get("Section")).strip()
    namespace = re.sub(r"\D", "", _text(record.get("Namespace")))
    opinion = (found[1] if found and found[1] else namespace) or (section if OPINION.search(section) else "")
    return Entry(printed, key, FOOTNOTE_MARK.sub("", text), section, opinion, _notes(record, text))


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _notes(record: dict[str, Any], text: str) -> list[Note]:
    """The footnotes of the record, and marks in the text that have none."""
    listed = record.get("Footnotes")
    notes = {
        _text(note.get("n")): _text(note.get("text"))
        for note in (listed if isinstance(listed, list) else [])
        if isinstance(note, dict)
    }
    for mark in FOOTNOTE_MARK.findall(text):
        notes.setdefault(mark, "")
    return [Note(mark, words) for mark, words in notes.items() if mark]


class Reader:
    """Reads the entries in their order."""

    def __init__(self, path: str) -> None:
        """Begin a list."""
        self.reading = Reading()
        self._path = path
        self._drafts: list[Draft] = []
        self._above = ""  #: the eId of the paragraph that items of a list belong to
        self._headings: list[str] = []
        self._names = Names()
        self._opinions: dict[str, int] = {}
        self._strays: list[str] = []
        self._waiting: list[Note] = []

    def read(self, entries: list[Entry]) -> Reading:
        """All entries."""
        run = _run(entries)
        for place, entry in enumerate(entries):
            if not entry.text and entry.notes and self._drafts:  # nothing but the rest of a page's notes
                self._drafts[-1].notes.extend(entry.notes)
            elif not entry.text:
                self._strays.append(f"{entry.printed or '?'} (empty)")
            elif place in run:
                self._paragraph(entry)
            else:
                self._other(entry)
        if self._strays:
            shown = ", ".join(self._strays[:5]) + (" …" if len(self._strays) > 5 else "")
            said = f"{len(self._strays)} do not continue the paragraphs: {shown}"
            self.reading.problems.append(Problem(self._path, "numbers", said))
        self.reading.passages = tuple(draft.passage() for draft in self._drafts)
        return self.reading

    def _paragraph(self, entry: Entry) -> None:
        name = eid(("para", entry.printed))
        if entry.opinion:
            self._headings = []
            number = self._opinions.setdefault(entry.opinion, len(self._opinions) + 1)
            name = eid(("opinion", number), ("para", entry.printed))
        self._above = self._add(name, entry)

    def _other(self, entry: Entry) -> None:
        """What has no number, or one beside the run."""
        last = self._drafts[-1] if self._drafts else None
        if CONTENTS.search(entry.text) and len(entry.text) <= LONGEST_HEADING:
            self.reading.leave("table of contents", len(entry.text))
        elif entry.key is None and last is None:
            self.reading.front.append(entry.text)
            self.reading.leave("title page", len(entry.text))
            self._waiting.extend(entry.notes)
        elif LETTERED.match(entry.text) and last:
            self._continue(last, entry)
        elif _is_title(entry.text):
            self._heading(entry)
        elif entry.key is not None and last and NOTE.match(entry.text):
            last.notes.extend([Note(entry.printed, entry.text), *entry.notes])
        elif entry.key is None and last:
            self._continue(last, entry)
        else:
            self._strays.append(f"{entry.printed} after {last.num if last else 'the beginning'}")
            point = eid(("point", entry.printed))
            self._add(f"{self._above}__{point}" if self._above else eid(("para", entry.printed)), entry)

    def _heading(self, entry: Entry) -> None:
        kept = [] if OUTER.match(entry.text) else [heading for heading in self._headings[:1] if OUTER.match(heading)]
        self._headings = [*kept, entry.text]
        self._waiting.extend(entry.notes)

    def _continue(self, last: Draft, entry: Entry) -> None:
        last.texts.append(entry.text)
        last.notes.extend(entry.notes)

    def _add(self, name: str, entry: Entry) -> str:
        named = entry.section.casefold() not in NO_SECTION and entry.section not in self._headings
        given = self._names.take(name)
        self._drafts.append(
            Draft(
                eid=given,
                num=entry.printed,
                kind=PassageKind.OPINION if entry.opinion else PassageKind.PARAGRAPH,
                path=(*self._headings, entry.section) if named else tuple(self._headings),
                texts=[entry.text],
                notes=[*self._waiting, *entry.notes],
            )
        )
        self._waiting = []
        return given


def _run(entries: list[Entry]) -> set[int]:
    """The places of the entries whose numbers continue the paragraphs, in the decision and in each opinion."""
    groups: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        groups.setdefault(entry.opinion, []).append(place)
    run: set[int] = set()
    for places in groups.values():
        often = Counter(entries[place].key for place in places)
        keys = [_key(entries[place], often) for place in places]
        run.update(places[kept] for kept in chain(keys, FAR * WEIGHT**2))
    return run


def _key(entry: Entry, often: Counter[int | None]) -> int | None:
    """The entry's number for the run; a row of contents has none, nor a numbered heading beside its like."""
    if CONTENTS.search(entry.text) or (often[entry.key] > 1 and _is_title(entry.text)):
        return None
    return entry.key


def _is_title(text: str) -> bool:
    return 0 < len(text) <= LONGEST_HEADING and text[-1] not in '.;:,?!”"' and NOTE.match(text) is None
