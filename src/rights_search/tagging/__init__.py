"""Tagging: which rights a passage is about, each with its reason."""

from rights_search.tagging.goals import goals_of
from rights_search.tagging.groups import Groups
from rights_search.tagging.tagger import Explanation, Tagger

__all__ = ["Explanation", "Groups", "Tagger", "goals_of"]
