"""How often one address may search: enough for any reader, too little to keep a machine busy."""

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

#: Endpoints that run a query; all of them draw on one allowance.
SEARCHING = ("pages.search", "pages.search_csv", "api.search")
#: The reader runs a query only where it is given one.
READING = "pages.document"


def install(app: Flask) -> None:
    """Limit what runs a query to SEARCHES_PER_MINUTE from one address; 0 lifts the limit.

    The count is kept in memory, so each worker process counts for itself.
    """
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://", strategy="moving-window")
    app.extensions["rights-search-limiter"] = limiter

    def wrap(endpoint: str, exempt: Callable[[], bool]) -> None:
        limit: Any = limiter.shared_limit(_allowance, scope="searches", exempt_when=exempt)
        app.view_functions[endpoint] = limit(app.view_functions[endpoint])

    for endpoint in SEARCHING:
        wrap(endpoint, _lifted)
    wrap(READING, lambda: _lifted() or not request.args.get("q"))


def _allowance() -> str:
    return f"{current_app.config['SEARCHES_PER_MINUTE']} per minute"


def _lifted() -> bool:
    return not current_app.config["SEARCHES_PER_MINUTE"]
