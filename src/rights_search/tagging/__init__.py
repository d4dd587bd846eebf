"""Tagging: which rights a passage is about, each with its reason."""

from rights_search.tagging.decision import ENOUGH
from rights_search.tagging.findings import Finding
from rights_search.tagging.goals import goals_of
from rights_search.tagging.groups import Groups
from rights_search.tagging.roles import READ, Role, role_of
from rights_search.tagging.tagger import Explanation, Tagger

__all__ = ["ENOUGH", "READ", "Explanation", "Finding", "Groups", "Role", "Tagger", "goals_of", "role_of"]
