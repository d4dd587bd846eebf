"""The frontend: pages that are complete without JavaScript, in two languages, from `Library` alone."""

from rights_search.web.application import create_app

__all__ = ["create_app"]
