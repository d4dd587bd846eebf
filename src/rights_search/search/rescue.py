"""What to say when nothing was found: which word nobody used, what was perhaps meant, what to leave out."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from rights_search.index import Deadline, Generation, Mask
from rights_search.model import SearchQuery
from rights_search.search import nodes
from rights_search.search.filters import both, described, lifted
from rights_search.search.grammar import parts_of, without
from rights_search.search.queries import query_of, whole, word_query

#: So many unknown words are compared with all known ones.
COMPARED = 3


def unknown(root: nodes.Node | None, generation: Generation, deadline: Deadline) -> tuple[tuple[str, str], ...]:
    """The words that no passage has, as typed and folded."""
    found = dict.fromkeys(
        (typed, word)
        for leaf in nodes.wanted(root)
        for typed, word in _words(leaf)
        if not generation.run(word_query((word,)), deadline).total and word not in generation.lexicon
    )
    return tuple(found)


def _words(leaf: nodes.Leaf) -> Iterator[tuple[str, str]]:
    if isinstance(leaf, nodes.Word):
        yield leaf.text, leaf.form
    elif isinstance(leaf, nodes.Phrase) or (isinstance(leaf, nodes.Compound) and not leaf.phrases):
        yield from ((word, word) for word in leaf.words)


def suggestions(words: tuple[tuple[str, str], ...], generation: Generation) -> tuple[tuple[str, str], ...]:
    """For each unknown word, known ones that are written almost like it."""
    return tuple((typed, near) for typed, word in words[:COMPARED] for near in generation.lexicon.near(word))


def word_counts(root: nodes.Node | None, generation: Generation, deadline: Deadline) -> tuple[tuple[str, int], ...]:
    """How many passages each part of the query finds alone."""
    return tuple((nodes.shown(leaf), generation.run(query_of(leaf), deadline).total) for leaf in nodes.wanted(root))


def relaxations(
    query: SearchQuery,
    root: nodes.Node | None,
    words: Mask,
    filters: Mapping[str, Mask],
    generation: Generation,
    deadline: Deadline,
) -> tuple[tuple[str, SearchQuery, int], ...]:
    """What could be left out, the query without it, and how many passages that finds; only what finds some."""
    found = []
    for facet in filters:
        others = (mask for name, mask in filters.items() if name != facet)
        found.append((described(query, facet), lifted(query, facet), int(both(words, others).sum())))
    parts = parts_of(root)
    for part in parts if len(parts) > 1 or filters else ():
        rest = without(root, part)
        mask = both(generation.run(whole(rest), deadline).mask, filters.values())
        found.append((nodes.shown(part), replace(query, text=nodes.shown(rest), page=1), int(mask.sum())))
    return tuple(relaxation for relaxation in found if relaxation[2])
