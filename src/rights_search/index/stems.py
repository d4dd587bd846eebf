"""Stems by language: one answer for each folded word, kept, whoever asks.

Spanish and English are stemmed. Words of any other language are only folded, and share one field.
"""

import threading
import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources

import Stemmer

from rights_search.index import english, spanish
from rights_search.index.folding import CACHED

#: The languages with a field and a stemmer of their own.
STEMMED = ("es", "en")
OTHER = "other"


class Stems(dict[str, str]):
    """Stems by folded word. A Snowball stemmer must not run in two threads at once, hence the lock."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        """Ask this stemmer for the words not seen before."""
        super().__init__()
        self._stem = stem
        self._lock = threading.Lock()

    def __missing__(self, word: str) -> str:
        with self._lock:
            stem = self._stem(word)
        if len(self) < CACHED:
            self[word] = stem
        return stem


@cache
def stems(language: str) -> Stems:
    """The stems of a language; for one without a stemmer, the words themselves."""
    if language == "es":
        return Stems(spanish.spanish(Stemmer.Stemmer("spanish").stemWord, _spanish()))
    if language == "en":
        return Stems(english.english(Stemmer.Stemmer("english").stemWord, _english()))
    return Stems(lambda word: word)


def _exceptions(language: str) -> dict[str, list[str]]:
    text = resources.files("rights_search.index").joinpath("stems.toml").read_text("utf-8")
    return {name: words.split() for name, words in tomllib.loads(text)[language].items()}


def _spanish() -> spanish.Exceptions:
    lists = _exceptions("es")
    return spanish.Exceptions(frozenset(lists["singulars"]), frozenset(lists["with_e"]), frozenset(lists["apart"]))


def _english() -> english.Exceptions:
    lists = _exceptions("en")
    singulars = {plural: one for one, _, plural in (pair.partition("/") for pair in lists["plurals"])}
    return english.Exceptions(singulars, frozenset(lists["apart"]))


def family(language: str) -> str:
    """The language by which a text is stemmed: its own, or "other"."""
    return language if language in STEMMED else OTHER


def all_stems(word: str) -> tuple[str, ...]:
    """Every form under which a folded word may stand in a field that mixes languages."""
    return tuple(dict.fromkeys((word, *(stems(language)[word] for language in STEMMED))))
