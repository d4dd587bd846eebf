"""From files to tagged documents in the store, with a receipt for each file."""

from rights_search.ingest.checks import check
from rights_search.ingest.reading import Reader, source_of
from rights_search.ingest.running import Summary, ingest

__all__ = ["Reader", "Summary", "check", "ingest", "source_of"]
