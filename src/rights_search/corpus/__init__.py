"""The corpus on disk: the files that hold documents, and the catalogue of those that are only known of."""

from rights_search.corpus.catalogue import CATALOGUE, TEXTS, Catalogue, read_catalogue
from rights_search.corpus.corrections import read_corrections
from rights_search.corpus.sources import collection_stamp, declaration, find, hidden, passed_over, read, unknown_files

__all__ = [
    "CATALOGUE",
    "TEXTS",
    "Catalogue",
    "collection_stamp",
    "declaration",
    "find",
    "hidden",
    "passed_over",
    "read",
    "read_catalogue",
    "read_corrections",
    "unknown_files",
]
