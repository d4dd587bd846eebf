"""Where a query stands in a text: the same words that found a passage, as places in it."""

from typing import NamedTuple

from rights_search.index import family, spans, stems
from rights_search.search.nodes import Compound, Node, Numbered, Phrase, Prefix, Sought, Word, wanted
from rights_search.search.stopwords import is_stopword


class Mark(NamedTuple):
    """A place in a text, and which part of the query stands there."""

    start: int
    end: int
    part: int


class Marker:
    """Finds the parts of one query in texts of any language."""

    def __init__(self, root: Node | None) -> None:
        """Take from the query what is sought in the text."""
        self._words: dict[str, dict[str, int]] = {"es": {}, "en": {}, "other": {}}
        self._beginnings: list[tuple[str, int]] = []
        self._sequences: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for part, leaf in enumerate(wanted(root)):
            if isinstance(leaf, Numbered):
                for form in leaf.forms:
                    self._word(form, part)
            for piece in leaf.number if isinstance(leaf, Numbered) else (leaf,):
                self._take(piece, part)

    def _take(self, leaf: Sought, part: int) -> None:
        if isinstance(leaf, Word):
            # A word that joins others is sought where it must be, but marking every "de" would mark nothing.
            if not is_stopword(leaf.form):
                self._word(leaf.form, part)
        elif isinstance(leaf, Prefix):
            self._beginnings.append((leaf.word, part))
        elif isinstance(leaf, Phrase):
            self._sequence(leaf.words, part)
        elif isinstance(leaf, Compound):
            for phrase in leaf.phrases:
                self._sequence(phrase, part)
            for word in () if leaf.phrases else leaf.words:
                self._word(word, part)

    def _word(self, form: str, part: int) -> None:
        for language, stemmed in self._words.items():
            stemmed.setdefault(stems(language)[form], part)

    def _sequence(self, words: tuple[str, ...], part: int) -> None:
        self._sequences.setdefault(words[0], []).append((words, part))

    def marks(self, text: str, language: str) -> list[Mark]:
        """The places of a clean text, in order, none within another."""
        found = list(spans(text))
        words = [word for *_, word in found]
        stemmed, stem = self._words[family(language)], stems(family(language))
        marks: list[Mark] = []
        free = 0
        for place, (start, end, word) in enumerate(found):
            if place < free:
                continue
            sequence = self._sequence_at(words, place)
            if sequence:
                length, part = sequence
                free = place + length
                marks.append(Mark(start, found[free - 1][1], part))
            elif (known := stemmed.get(stem[word])) is not None:
                marks.append(Mark(start, end, known))
            else:
                marks.extend(
                    Mark(start, end, part) for beginning, part in self._beginnings if word.startswith(beginning)
                )
        return marks

    def _sequence_at(self, words: list[str], place: int) -> tuple[int, int] | None:
        longest = None
        for sequence, part in self._sequences.get(words[place], ()):
            if tuple(words[place : place + len(sequence)]) == sequence and (not longest or len(sequence) > longest[0]):
                longest = (len(sequence), part)
        return longest
