"""Messages in the reader's language: the catalogue of flask-babel, looked up once for a page and typed.

The functions keep the names by which `pybabel extract` finds the messages.
"""

from gettext import NullTranslations

import flask_babel  # type: ignore[import-untyped]
from flask import Flask, g
from flask_babel import Babel

__all__ = ["Babel", "gettext", "install", "ngettext", "pgettext"]


def install(app: Flask) -> None:
    """Let the templates use the same catalogue; they put the values in themselves."""
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda message: _catalogue().gettext(message),
        ngettext=lambda one, several, num: _catalogue().ngettext(one, several, num),
        newstyle=True,
        pgettext=lambda context, message: _catalogue().pgettext(context, message),
    )


def gettext(message: str, **values: object) -> str:
    """A message with its values."""
    found = _catalogue().gettext(message)
    return found % values if values else found


def ngettext(one: str, several: str, num: int, **values: object) -> str:
    """A message that depends on a number; `%(num)s` is the number as it is."""
    return _catalogue().ngettext(one, several, num) % {"num": num, **values}


def pgettext(context: str, message: str, **values: object) -> str:
    """A message that says different things in different places."""
    found = _catalogue().pgettext(context, message)
    return found % values if values else found


def _catalogue() -> NullTranslations:
    """The catalogue of the page being made: flask-babel would look for it again with every message."""
    if "catalogue" not in g:
        g.catalogue = flask_babel.get_translations()
    found: NullTranslations = g.catalogue
    return found
