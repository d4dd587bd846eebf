"""Tagging: which rights a passage is about, each with its reason."""

from rights_search.tagging.tagger import Explanation, Tagger

__all__ = ["Explanation", "Tagger"]
