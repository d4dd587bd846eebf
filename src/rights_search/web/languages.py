"""The two languages of the pages: which one an address speaks, and the way to the other."""

from contextlib import suppress
from typing import Any

from flask import Blueprint, Flask, abort, current_app, g, redirect, request, url_for
from werkzeug.routing import RequestRedirect
from werkzeug.urls import iri_to_uri
from werkzeug.wrappers import Response

from rights_search.web import messages

LANGUAGES = ("es", "en")
NAMES = {"es": "Español", "en": "English"}


def current() -> str:
    """The language of the page being made."""
    return str(g.get("reader") or preferred())


def preferred() -> str:
    """What the browser prefers of our languages; Spanish when in doubt."""
    return request.accept_languages.best_match(LANGUAGES, default="es") or "es"


def other() -> str:
    """The language the page can be switched to."""
    return "en" if current() == "es" else "es"


def install(app: Flask, translations: str) -> None:
    """Take the reader's language out of every address, put it into every link, and translate by it."""
    messages.Babel(app, default_locale="es", default_translation_directories=translations, locale_selector=current)

    messages.install(app)

    @app.url_value_preprocessor
    def take(_endpoint: str | None, values: dict[str, Any] | None) -> None:
        if values and "reader" in values:
            g.reader = values.pop("reader")
        elif request.path[1:3] in LANGUAGES and request.path[3:4] in ("", "/"):
            g.reader = request.path[1:3]  # a page that is not there still speaks the language it was asked in

    @app.url_defaults
    def put(endpoint: str, values: dict[str, Any]) -> None:
        if "reader" not in values and app.url_map.is_endpoint_expecting(endpoint, "reader"):
            values["reader"] = current()

    app.register_blueprint(_doors())


def switched() -> str:
    """This page in the other language, with its query; the home page where there is no such page."""
    endpoint = request.endpoint or ""
    if not endpoint.startswith("pages."):
        return url_for("pages.home", reader=other())
    return with_query(url_for(endpoint, **(request.view_args or {}), reader=other()))


def with_query(address: str) -> str:
    """An address with the query of this request."""
    query = request.query_string.decode("utf-8", "replace")
    return f"{address}?{query}" if query else address


def _doors() -> Blueprint:
    """Addresses without a language lead to the one the browser prefers, where there is such a page."""
    doors = Blueprint("doors", __name__)

    @doors.get("/")
    @doors.get("/<path:path>")
    def choose(path: str = "") -> Response:
        target = f"/{preferred()}/{path}"
        with suppress(RequestRedirect):  # only a slash is missing: the address itself will say so
            endpoint, _ = current_app.url_map.bind("").match(target, method="GET")
            if not endpoint.startswith("pages."):
                abort(404)
        response = redirect(with_query(iri_to_uri(target)))
        response.vary.add("Accept-Language")
        return response

    return doors
