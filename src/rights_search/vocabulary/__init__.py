"""The controlled lists: a State's register of rights, and the bodies, instruments and States everyone shares."""

from rights_search.vocabulary.called import state_of_adjective, states_in_four_languages
from rights_search.vocabulary.declaring import unknown_in
from rights_search.vocabulary.goals import GOALS, goal_of
from rights_search.vocabulary.groups import Group, groups
from rights_search.vocabulary.names import any_of, constitution_id, fold
from rights_search.vocabulary.register import Register, load_register
from rights_search.vocabulary.tables import Body, Named, State, Table, bodies, instruments, states

__all__ = [
    "GOALS",
    "Body",
    "Group",
    "Named",
    "Register",
    "State",
    "Table",
    "any_of",
    "bodies",
    "constitution_id",
    "fold",
    "goal_of",
    "groups",
    "instruments",
    "load_register",
    "state_of_adjective",
    "states",
    "states_in_four_languages",
    "unknown_in",
]
