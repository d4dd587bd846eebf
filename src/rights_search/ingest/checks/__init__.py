"""Does the corpus hold together? Everything that can be said without an index, and without changing anything."""

from rights_search.ingest.checks.corpus import check

__all__ = ["check"]
