"""A Whoosh query over arrays: which passages it finds, and what each scores.

The query tree is Whoosh's and means what it means there. Only the work is done differently: a leaf is a term's or a
phrase's postings as arrays, and AND, OR and NOT are operations on whole arrays instead of one matcher per posting.
"""

import time
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh import query as whoosh
from whoosh.query import Query
from whoosh.searching import Searcher

from rights_search.errors import QueryError
from rights_search.index.columns import Mask
from rights_search.index.postings import Postings, Scored

#: The most words one beginning (viv*) may stand for.
EXPANSIONS = 1000


class Found(NamedTuple):
    """The passages found, as a mask over all of them, with their scores (0 where not found)."""

    mask: Mask
    scores: NDArray[np.float64]

    @property
    def total(self) -> int:
        """How many passages."""
        return int(self.mask.sum())


class Deadline:
    """A moment after which a search gives up; one that runs away would hold a server's thread."""

    def __init__(self, seconds: float) -> None:
        """Start the clock."""
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Give up if the time is over.

        Raises:
            QueryError: it is.
        """
        if time.monotonic() > self._end:
            raise QueryError(
                f"This search takes longer than {self.seconds:g} seconds:"
                " use fewer words, or longer beginnings of words."
            )


class Evaluator:
    """Runs Whoosh queries over the postings of a generation."""

    def __init__(self, postings: Postings, size: int, searcher: Searcher) -> None:
        """Run over this many passages."""
        self._postings = postings
        self._size = size
        self._searcher = searcher
        self._kinds: dict[type, Callable[[Query, Deadline], Found]] = {
            whoosh.Term: self._term,
            whoosh.Phrase: self._phrase,
            whoosh.Prefix: self._prefix,
            whoosh.And: self._all,
            whoosh.Or: self._any,
            whoosh.DisjunctionMax: self._best,
            whoosh.Not: self._not,
            whoosh.ConstantScoreQuery: self._constant,
            whoosh.Every: self._every,
        }

    def run(self, query: Query, deadline: Deadline) -> Found:
        """The passages that a query finds.

        Raises:
            QueryError: it takes too long, or the beginning of a word stands for too many words.
        """
        deadline.check()
        return self._kinds.get(type(query), self._other)(query, deadline)

    def _spread(self, scored: Scored, boost: float) -> Found:
        found = self._none()
        found.mask[scored.places] = True
        found.scores[scored.places] = scored.scores * boost
        return found

    def _none(self) -> Found:
        return Found(np.zeros(self._size, dtype=np.bool_), np.zeros(self._size))

    def _term(self, query: Query, _: Deadline) -> Found:
        return self._spread(self._postings.term(query.fieldname, query.text), query.boost)

    def _phrase(self, query: Query, deadline: Deadline) -> Found:
        words = tuple(query.words)
        return self._spread(self._postings.phrase(query.fieldname, words, deadline.check), query.boost)

    def _prefix(self, query: Query, deadline: Deadline) -> Found:
        words = self._postings.beginning(query.fieldname, query.text, EXPANSIONS)
        if len(words) > EXPANSIONS:
            raise QueryError(f"More than {EXPANSIONS} words begin with “{query.text}”: type more of the word before *.")
        # Whoosh scores the beginning of a word the same everywhere; here a passage scores as its best such word does.
        found = self._none()
        for word in words:
            deadline.check()
            term = self._postings.term(query.fieldname, word)
            found.mask[term.places] = True
            found.scores[term.places] = np.maximum(found.scores[term.places], term.scores * query.boost)
        return found

    def _all(self, query: Query, deadline: Deadline) -> Found:
        if not query.subqueries:
            return self._none()
        wanted = [self.run(part, deadline) for part in query.subqueries if not isinstance(part, whoosh.Not)]
        unwanted = [self.run(part.query, deadline) for part in query.subqueries if isinstance(part, whoosh.Not)]
        mask = np.logical_and.reduce([*(part.mask for part in wanted), *(~part.mask for part in unwanted)])
        scores = np.add.reduce([part.scores for part in wanted]) if wanted else np.zeros(self._size)
        return Found(mask, np.where(mask, scores, 0.0))

    def _any(self, query: Query, deadline: Deadline) -> Found:
        found = self._none()
        for part in query.subqueries:
            other = self.run(part, deadline)
            np.logical_or(found.mask, other.mask, out=found.mask)
            np.add(found.scores, other.scores, out=found.scores)
        return found

    def _best(self, query: Query, deadline: Deadline) -> Found:
        # Whoosh 2.7.4 takes the larger score of two matchers that stand on different passages; here it is the larger
        # of the scores of one passage, as the documentation says.
        found = self._none()
        for part in query.subqueries:
            other = self.run(part, deadline)
            np.logical_or(found.mask, other.mask, out=found.mask)
            np.maximum(found.scores, other.scores, out=found.scores)
        return found

    def _not(self, query: Query, deadline: Deadline) -> Found:
        return Found(~self.run(query.query, deadline).mask, np.zeros(self._size))

    def _constant(self, query: Query, deadline: Deadline) -> Found:
        mask = self.run(query.child, deadline).mask
        return Found(mask, np.where(mask, float(query.score), 0.0))

    def _every(self, query: Query, _: Deadline) -> Found:
        return Found(np.ones(self._size, dtype=np.bool_), np.full(self._size, float(query.boost)))

    def _other(self, query: Query, _: Deadline) -> Found:
        places = self._postings.elsewise(lambda: query.docs(self._searcher))
        return self._spread(Scored(places, np.ones(places.size)), query.boost)
