"""Searching: from what is typed to what is shown. Rooms above see the `Library` and the types of the model."""

from rights_search.search.library import Library

__all__ = ["Library"]
