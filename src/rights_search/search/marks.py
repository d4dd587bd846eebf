"""Where a query stands in a text: the same words that found a passage, as places in it."""

from typing import NamedTuple

from rights_search.index import family, folded, places, stems, written
from rights_search.search.nodes import Compound, Node, Numbered, Phrase, Prefix, Sought, Word, wanted
from rights_search.search.stopwords import is_stopword


class Mark(NamedTuple):
    """A place in a text, and which part of the query stands there."""

    start: int
    end: int
    part: int


class Role(NamedTuple):
    """What a word as written is to a query."""

    word: str  #: folded; empty where nothing is left of it
    part: int | None  #: the part of the query that it is by itself
    begins: tuple[tuple[tuple[str, ...], int], ...]  #: the phrases it begins, the longest first, with their parts


class Marker:
    """Finds the parts of one query in texts of any language."""

    def __init__(self, root: Node | None) -> None:
        """Take from the query what is sought in the text."""
        self._words: dict[str, dict[str, int]] = {"es": {}, "en": {}, "other": {}}
        self._beginnings: list[tuple[str, int]] = []
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self._roles: dict[str, dict[str, Role]] = {"es": {}, "en": {}, "other": {}}
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
            self._phrase(leaf.words, part)
        elif isinstance(leaf, Compound):
            for phrase in leaf.phrases:
                self._phrase(phrase, part)
            for word in () if leaf.phrases else leaf.words:
                self._word(word, part)

    def _word(self, form: str, part: int) -> None:
        for language, stemmed in self._words.items():
            stemmed.setdefault(stems(language)[form], part)

    def _phrase(self, words: tuple[str, ...], part: int) -> None:
        phrases = self._phrases.setdefault(words[0], [])
        phrases.append((words, part))
        phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _role(self, spelling: str, language: str) -> Role:
        """The role of a word as written; each spelling is looked at once."""
        word = folded(spelling)
        part = self._words[language].get(stems(language)[word])
        if part is None:
            part = next((part for beginning, part in self._beginnings if word.startswith(beginning)), None)
        return Role(word, part, tuple(self._phrases.get(word, ())))

    def marks(self, text: str, language: str) -> list[Mark]:
        """The places of a clean text, in order, none within another."""
        if not (self._beginnings or self._phrases or self._words["es"]):
            return []
        spellings = written(text)
        roles = self._roles[family(language)]
        for spelling in set(spellings).difference(roles):
            roles[spelling] = self._role(spelling, family(language))
        if not any(role.part is not None or role.begins for role in map(roles.__getitem__, set(spellings))):
            return []
        return _placed(text, [roles[spelling] for spelling in spellings])


def _placed(text: str, roles: list[Role]) -> list[Mark]:
    marks: list[Mark] = []
    spans = list(places(text))
    free = 0
    for place, role in enumerate(roles):
        if place < free or (role.part is None and not role.begins):
            continue
        for phrase, part in role.begins:
            last = _last_of(phrase, roles, place)
            if last is not None:
                marks.append(Mark(spans[place][0], spans[last][1], part))
                free = last + 1
                break
        else:
            if role.part is not None:
                marks.append(Mark(*spans[place], role.part))
    return marks


def _last_of(phrase: tuple[str, ...], roles: list[Role], place: int) -> int | None:
    """Where a phrase that begins at a place ends, if it stands there whole."""
    for word in phrase:
        while place < len(roles) and not roles[place].word:
            place += 1
        if place == len(roles) or roles[place].word != word:
            return None
        place += 1
    return place - 1
