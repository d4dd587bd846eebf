"""The command line: the only place that prints."""

from rights_search.cli.group import main

__all__ = ["main"]
