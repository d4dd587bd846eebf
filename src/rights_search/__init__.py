"""rights-search: what binds a State, right by right, at the paragraph."""

__version__ = "0.1.0"
