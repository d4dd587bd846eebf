"""Writing a Whoosh segment term by term instead of posting by posting.

Whoosh's writer sorts one Python tuple for every posting and hands each down through five calls, about fifteen
microseconds in all; a judgment's paragraph has two hundred. Passages come in the order of their numbers, so the
postings of a term are gathered in order in flat arrays, and go to Whoosh's own block writer a block at a time. The
files are Whoosh's, and Whoosh's own reader reads them.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pickle import dumps

from whoosh.codec.whoosh3 import W3Codec
from whoosh.fields import FieldType
from whoosh.index import FileIndex
from whoosh.system import pack_uint
from whoosh.writing import SegmentWriter

from rights_search.index.fields import Counted, Exact, Values, placed

#: Postings in a block, as Whoosh sets it.
BLOCK = 128


class Gathered:
    """The postings of one term: passages, how often it stands in each, and, where it counts, at which places."""

    __slots__ = ("counts", "ids", "places")

    def __init__(self) -> None:
        """Begin with none."""
        self.ids = array("I")
        self.counts = array("I")
        self.places = array("I")


class PassageSegmentWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's segment writer, fed with passages in the order of their numbers."""

    def __init__(self, index: FileIndex) -> None:
        """Write into an index that has nothing yet."""
        super().__init__(index, codec=W3Codec(blocklimit=BLOCK))
        self._terms: dict[str, dict[str, Gathered]] = {}
        self._lengths: dict[str, list[int]] = {}

    def add_passage(self, values: Mapping[str, object]) -> None:
        """Take the next passage."""
        number = self.docnum
        self.perdocwriter.start_doc(number)
        for name in sorted(values):
            field: FieldType = self.schema[name]
            length = self._gather(name, field, values[name], number)
            lengths = self._lengths.setdefault(name, [])
            lengths.extend([0] * (number - len(lengths)))
            lengths.append(length)
            self.perdocwriter.add_field(name, field, values[name] if field.stored else None, length)
            if field.column_type:
                self.perdocwriter.add_column_value(name, field.column_type, field.to_column_value(values[name]))
        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1

    def _gather(self, name: str, field: FieldType, value: object, number: int) -> int:
        """Put a field's words to its terms; its length, where lengths count."""
        terms = self._terms.setdefault(name, {})
        if isinstance(field, Exact):
            return _gather_places(terms, value, number)  # type: ignore[arg-type]
        if isinstance(field, Counted):
            return _gather_counts(terms, Counter(value), number)  # type: ignore[call-overload]
        if isinstance(field, Values):
            _gather_counts(terms, dict.fromkeys(value, 1), number)  # type: ignore[call-overload]
        elif field.indexed:
            for text, *_ in field.index(value):
                _gather_counts(terms, {text: 1}, number)
        return 0

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        for name in sorted(self._terms):
            field = self.schema[name]
            self.fieldwriter.start_field(name, field)
            terms = self._terms.pop(name)
            encoded = {text if isinstance(text, bytes) else text.encode(): text for text in terms}
            for text in sorted(encoded):
                self.fieldwriter.start_term(text)
                self._write(field, terms.pop(encoded[text]), self._lengths[name])
                self.fieldwriter.finish_term()
            self.fieldwriter.finish_field()
        self.fieldwriter.close()

    def _write(self, field: FieldType, term: Gathered, lengths: list[int]) -> None:
        """Fill Whoosh's buffer block by block; it writes a full one when the next begins, and the last at the end."""
        buffer = self.fieldwriter._postwriter
        place = 0
        for start in range(0, len(term.ids), BLOCK):
            if start:
                buffer._write_block()
            ids, counts = term.ids[start : start + BLOCK], term.counts[start : start + BLOCK]
            buffer._ids = ids
            buffer._weights = array("f", counts)
            buffer._maxweight = max(buffer._weights)
            if isinstance(field, Exact):
                buffer._values = list(_positions(term.places, counts, place))
                place += sum(counts)
            elif isinstance(field, Counted):
                buffer._values = [pack_uint(count) for count in counts]
            else:
                buffer._values = []
            if field.scorable:
                held = [lengths[number] for number in ids]
                buffer._minlength, buffer._maxlength = min(held), max(held)


def _gather_counts(terms: dict[str, Gathered], counts: Mapping[str, int], number: int) -> int:
    for word, count in counts.items():
        term = terms.get(word)
        if term is None:
            term = terms[word] = Gathered()
        term.ids.append(number)
        term.counts.append(count)
    return sum(counts.values())


def _gather_places(terms: dict[str, Gathered], parts: Iterable[list[str]], number: int) -> int:
    length = 0
    for place, word in placed(parts):
        length += 1
        term = terms.get(word)
        if term is None:
            term = terms[word] = Gathered()
        if term.ids and term.ids[-1] == number:
            term.counts[-1] += 1
        else:
            term.ids.append(number)
            term.counts.append(1)
        term.places.append(place)
    return length


def _positions(places: "array[int]", counts: "array[int]", start: int) -> Iterable[bytes]:
    """Each passage's positions as Whoosh's `Positions` format encodes them: how many, then a pickle of differences."""
    for count in counts:
        held = places[start : start + count]
        start += count
        yield pack_uint(count) + dumps([held[0], *(b - a for a, b in pairwise(held))], 2)
