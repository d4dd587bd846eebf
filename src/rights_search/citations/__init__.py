"""Citations: found in a text and resolved as far as it says enough, and printed in the styles lawyers use."""

from rights_search.citations.context import Context
from rights_search.citations.finding import find
from rights_search.citations.formats import STYLES, cite
from rights_search.citations.memory import Memory, commented

__all__ = ["STYLES", "Context", "Memory", "cite", "commented", "find"]
