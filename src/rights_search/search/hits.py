"""Passages as hits: the text in the right language, and where the query stands in it."""

from collections.abc import Collection

from msgspec.structs import replace

from rights_search.index import Generation, clean
from rights_search.model import Fragment, HeldPassage, Holding, SearchHit, hit_of
from rights_search.search.marks import Marker
from rights_search.search.snippets import Shown, fragments, snippet


def hit(
    generation: Generation, place: int, marker: Marker, reader: str, score: float = 0.0, cited: Collection[str] = ()
) -> SearchHit:
    """The passage at a place of the catalogue, for a query that may ask for what cites these."""
    holding, passage = generation.header(place), generation.passage(place)
    shown = Shown(passage, marker, reader, cited)
    held = passage.texts[shown.language]
    return replace(
        hit_of(holding, passage, reader),
        language=shown.language,
        standing=shown.standing,
        text=shown.text,
        snippet=shown.snippet,
        heading=held.heading,
        path=held.path,
        title_marked=_title(holding, marker, reader),
        heading_marked=_marked(held.heading, shown.language, marker),
        score=score,
    )


def plain_hit(holding: Holding, passage: HeldPassage, reader: str) -> SearchHit:
    """The passage without a query: its snippet is how it begins."""
    bare = hit_of(holding, passage, reader)
    return replace(bare, snippet=snippet(clean(bare.text), []))


def _title(holding: Holding, marker: Marker, reader: str) -> tuple[Fragment, ...]:
    title = holding.title_for(reader)
    language = next(language for language, text in holding.titles.items() if text == title)
    return _marked(title, language, marker)


def _marked(text: str, language: str, marker: Marker) -> tuple[Fragment, ...]:
    """A short text in runs; nothing where the query does not stand in it."""
    whole = clean(text)
    marks = marker.marks(whole, language)
    return fragments(whole, marks, 0, len(whole)) if marks else ()
