"""Official texts from the publishers that are allowed, and from nowhere else. Writes only into `texts/`."""

from rights_search.fetch.addresses import Guard
from rights_search.fetch.download import Downloader, Got, Limits
from rights_search.fetch.settings import Settings, load_settings
from rights_search.fetch.shelf import Shelf

__all__ = ["Downloader", "Got", "Guard", "Limits", "Settings", "Shelf", "load_settings"]
