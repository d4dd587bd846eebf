"""What the State bound itself to."""

import pytest

from rights_search.errors import CorpusError
from rights_search.model import bound_by, ratifications


def test_what_the_state_is_known_not_to_have_ratified_does_not_bind_it() -> None:
    facts = {"ratifications": {"iccpr": {"bound": "1969-03-06"}, "ia-racism": {"signed": "2013-06-07", "party": False}}}
    assert bound_by(facts) == {"iccpr"}
    assert ratifications(facts)["iccpr"].year == "1969"


def test_a_row_that_does_not_hold_together_is_named() -> None:
    with pytest.raises(CorpusError, match=r"ratifications.iccpr: .*unknown field `bond`"):
        ratifications({"ratifications": {"iccpr": {"bond": "1969-03-06"}}})
