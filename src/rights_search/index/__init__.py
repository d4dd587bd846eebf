"""The index: written aside as one generation, made current at once, read by everyone without locks.

Whoosh has the room to itself here, and NumPy; other rooms see passages, masks over passages, and counts.
"""

from rights_search.index.columns import Mask
from rights_search.index.folding import clean, folded, places, words, written
from rights_search.index.generation import Generation
from rights_search.index.manifest import CURRENT
from rights_search.index.matching import Deadline, Found
from rights_search.index.ranking import binding, ranked, section, years
from rights_search.index.schema import SCHEMA_VERSION
from rights_search.index.stems import all_stems, family, stems
from rights_search.index.writer import BuildReport, build, is_fresh

__all__ = [
    "CURRENT",
    "SCHEMA_VERSION",
    "BuildReport",
    "Deadline",
    "Found",
    "Generation",
    "Mask",
    "all_stems",
    "binding",
    "build",
    "clean",
    "family",
    "folded",
    "is_fresh",
    "places",
    "ranked",
    "section",
    "stems",
    "words",
    "written",
    "years",
]
