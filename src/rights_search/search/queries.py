"""From the tree of a query to a query of Whoosh: which fields a word is sought in, and what it weighs there."""

from collections.abc import Iterable

from whoosh.query import And as WhooshAnd
from whoosh.query import ConstantScoreQuery, DisjunctionMax, Every, NumericRange, Phrase, Prefix, Query, Term
from whoosh.query import Not as WhooshNot
from whoosh.query import Or as WhooshOr

from rights_search.index import all_stems, stems
from rights_search.search import nodes
from rights_search.search.names import years_of

#: A word weighs most where it names the passage, least where it only names the document it stands in.
HEADING = 2.0
TITLE = 0.6
SYMBOL = 0.5
#: A document's whole symbol leaves no doubt what is sought.
WHOLE_SYMBOL = 20.0

#: Before all years, and after them.
FIRST, LAST = 1, 9999


def query_of(node: nodes.Node) -> Query:
    """The query of Whoosh that means the same."""
    if isinstance(node, nodes.And):
        parts = [query_of(part) for part in node.parts]
        # Whoosh needs something to take away from.
        return WhooshAnd(parts if any(not isinstance(part, WhooshNot) for part in parts) else [_nothing_said(), *parts])
    if isinstance(node, nodes.Or):
        return WhooshOr([_standing(query_of(part)) for part in node.parts])
    if isinstance(node, nodes.Not):
        return WhooshNot(_standing(query_of(node.part)))
    return _leaf(node)


def whole(node: nodes.Node | None) -> Query:
    """The query of a whole tree; without one, everything."""
    return _nothing_said() if node is None else _standing(query_of(node))


def _standing(query: Query) -> Query:
    """A query that can stand alone: what only excludes, excludes from everything."""
    return WhooshAnd([_nothing_said(), query]) if isinstance(query, WhooshNot) else query


def _nothing_said() -> Query:
    return ConstantScoreQuery(Every(), 0.0)


def _leaf(node: nodes.Leaf) -> Query:
    if isinstance(node, nodes.Word):
        return word_query((node.form,))
    if isinstance(node, nodes.Numbered):
        return WhooshAnd([word_query(node.forms), *map(_leaf, node.number)])
    if isinstance(node, nodes.Phrase):
        return _phrase(node.words)
    if isinstance(node, nodes.Prefix):
        return Prefix("exact", node.word)
    if isinstance(node, nodes.Field):
        return ConstantScoreQuery(WhooshOr([_value(node.name, value) for value in node.values]), 0.0)
    found = [Term("symbol", node.key, boost=WHOLE_SYMBOL)]
    if node.phrases:
        found.extend(map(_phrase, node.phrases))
    else:
        found.append(WhooshAnd([word_query((word,)) for word in node.words]))
    return WhooshOr(found)


def word_query(forms: tuple[str, ...]) -> Query:
    """A word in any of these forms, wherever a word may stand."""
    texts = [
        Term(f"text_{language}", stem)
        for language in ("es", "en", "other")
        for stem in dict.fromkeys(stems(language)[form] for form in forms)
    ]
    mixed = tuple(dict.fromkeys(stem for form in forms for stem in all_stems(form)))
    fields = [DisjunctionMax(texts), _best("heading", mixed, HEADING), _best("title", mixed, TITLE)]
    # A part of a symbol says something when it is long enough: not the 6 and the C of CCPR/C/ECU/CO/6.
    parts = [form for form in forms if len(form) >= (3 if form.isdigit() else 2)]
    if parts:
        fields.append(_best("symbol", parts, SYMBOL))
    return WhooshOr(fields)


def _best(field: str, words: Iterable[str], weight: float) -> Query:
    return DisjunctionMax([Term(field, word, boost=weight) for word in words])


def _phrase(words: tuple[str, ...]) -> Query:
    return Term("exact", words[0]) if len(words) == 1 else Phrase("exact", list(words))


def _value(field: str, value: str) -> Query:
    if field == "year":
        first, last = years_of(value) or (None, None)
        return NumericRange("year", first or FIRST, last or LAST)
    return Term(field, value.casefold() if field in ("symbol", "document") else value)
