"""The application factory: everything is made here, nothing on import."""

import os

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from rights_search.errors import WorkspaceError
from rights_search.search import Library
from rights_search.web import failures, languages, limits, responses, templates
from rights_search.web.api import api
from rights_search.web.archive import KEY, Archive
from rights_search.web.pages import pages
from rights_search.workspace import Workspace

DEFAULTS = {
    "SEARCHES_PER_MINUTE": 60,
    "MAX_CONTENT_LENGTH": 64 * 1024,  # nothing is ever sent to these pages
    "SEND_FILE_MAX_AGE_DEFAULT": 7 * 24 * 3600,  # links to static files carry their checksum
    "TRUSTED_HOSTS": None,
    "PROXIES": 0,
}


def create_app(workspace: Workspace, *, library: Library | None = None) -> Flask:
    """The pages of a workspace. `library` is opened from its indexes when it is not given.

    Settings come from the environment, for whoever runs it behind a proxy: RIGHTS_SEARCH_SEARCHES_PER_MINUTE (0 lifts
    the limit), RIGHTS_SEARCH_TRUSTED_HOSTS (names, separated by commas), RIGHTS_SEARCH_PROXIES
    (how many stand before it).

    Raises:
        WorkspaceError: the workspace has no pages, or holds no State.
        VocabularyError: the register of rights does not hold together.
    """
    if not (workspace.web / "templates").is_dir():
        raise WorkspaceError(f"{workspace.web} has no templates: the program is not installed whole.")
    app = Flask(
        "rights_search.web",
        template_folder=str(workspace.web / "templates"),
        static_folder=str(workspace.web / "static"),
        static_url_path="/static",
    )
    app.config.update(DEFAULTS, **_environment())
    app.extensions[KEY] = Archive(workspace, library)
    app.url_map.redirect_defaults = False
    app.register_blueprint(api)
    app.register_blueprint(pages)
    languages.install(app, str(workspace.web / "translations"))
    templates.install(app)
    responses.install(app)
    limits.install(app)
    failures.install(app)
    if app.config["PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=app.config["PROXIES"], x_proto=1, x_host=1)  # type: ignore[method-assign]
    return app


def _environment() -> dict[str, object]:
    found: dict[str, object] = {}
    for name in ("SEARCHES_PER_MINUTE", "PROXIES"):
        value = os.environ.get(f"RIGHTS_SEARCH_{name}", "")
        if value.isdecimal():
            found[name] = int(value)
    hosts = [host.strip() for host in os.environ.get("RIGHTS_SEARCH_TRUSTED_HOSTS", "").split(",") if host.strip()]
    return {**found, "TRUSTED_HOSTS": hosts} if hosts else found
