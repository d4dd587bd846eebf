"""What goes wrong, in words: which page was asked for, what is the matter, and what to do."""

import difflib
import time

from flask import Flask, current_app, jsonify, render_template, request
from flask_limiter import RateLimitExceeded
from msgspec import Struct
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from rights_search.errors import (
    IndexMissingError,
    IndexOutdatedError,
    NotFoundError,
    QueryError,
    RightsSearchError,
)
from rights_search.search.grammar import CLAUSES, DEPTH
from rights_search.search.lexer import CHARACTERS, STEM
from rights_search.web.archive import archive
from rights_search.web.languages import current
from rights_search.web.messages import gettext
from rights_search.web.passages import symbol
from rights_search.web.targets import as_id
from rights_search.web.words import quoted

#: Characters of what was asked that are read back.
READ_BACK = 120


class Suggestion(Struct, frozen=True):
    """A document that may have been meant."""

    id: str
    name: str
    title: str


class Failure(Struct, frozen=True):
    """A page about something that went wrong."""

    code: int
    title: str
    words: str
    advice: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    searchable: bool = True
    again: str = ""


def install(app: Flask) -> None:
    """Translate every error into a page, once."""
    app.register_error_handler(NotFoundError, _not_held)
    app.register_error_handler(QueryError, _bad_query)
    app.register_error_handler(IndexMissingError, _no_index)
    app.register_error_handler(IndexOutdatedError, _old_index)
    app.register_error_handler(RightsSearchError, _broken)
    app.register_error_handler(RateLimitExceeded, _too_often)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _broken)


def answer(failure: Failure, headers: dict[str, str] | None = None) -> Response:
    """The failure as a page, or as JSON where a program asked."""
    if request.path.startswith("/api/"):
        body = {"error": {"code": failure.code, "message": failure.words}}
        response: Response = jsonify(body)
    else:
        response = current_app.make_response(render_template("error.html", failure=failure))
    response.status_code = failure.code
    response.headers.extend(headers or {})
    return response


def _not_held(error: NotFoundError) -> Response:
    asked = (request.view_args or {}).get("document_id") or (request.view_args or {}).get("number") or ""
    if "number" in (request.view_args or {}):
        first, last = archive().register.articles[0].number, archive().register.articles[-1].number
        words = gettext(
            "There is no right %(number)s. The register goes from article %(first)s to article %(last)s.",
            number=quoted(str(asked)[:READ_BACK]), first=first, last=last,
        )  # fmt: skip
        return answer(Failure(404, gettext("This right is not in the register"), words))
    words = gettext("There is no document with the identifier %(id)s.", id=quoted(str(asked)[:READ_BACK]))
    title = gettext("This document is not in the archive")
    return answer(Failure(404, title, words, suggestions=_near(str(asked)), again=str(asked)[:READ_BACK]))


def _near(asked: str) -> tuple[Suggestion, ...]:
    """Documents whose identifier is like the one asked for."""
    entries = {entry.id: entry for entry in archive().library.catalogue()}
    found = difflib.get_close_matches(as_id(asked[:READ_BACK]), entries, n=4, cutoff=0.6)
    return tuple(
        Suggestion(id_, symbol(entries[id_].symbol) or id_, entries[id_].titles.get(current(), id_)) for id_ in found
    )


def _bad_query(error: QueryError) -> Response:
    """The library says in English which limit was passed; the page tells the limits in the reader's language."""
    words = gettext(
        "A query has at most %(characters)s characters and %(words)s words, brackets at most %(depth)s deep, and at"
        " least %(letters)s letters before *. This one goes beyond that, or took too long.",
        characters=CHARACTERS,
        words=CLAUSES,
        depth=DEPTH,
        letters=STEM,
    )
    advice = str(error) if current() == "en" else gettext("Shorten it, or leave out signs such as * and ( ).")
    title = gettext("This query cannot be run")
    return answer(Failure(400, title, words, advice, again=request.args.get("q", "")[:READ_BACK]))


def _no_index(_error: IndexMissingError) -> Response:
    words = gettext("The index is not there yet: it has not been built, or it is being built right now.")
    return _without_index(words, gettext("Whoever looks after this archive can build it with: rights-search ingest"))


def _old_index(_error: IndexOutdatedError) -> Response:
    words = gettext("The index was written by another version of the program and has to be built again.")
    advice = gettext("Whoever looks after this archive can build it with: rights-search index --rebuild")
    return _without_index(words, advice)


def _without_index(words: str, advice: str) -> Response:
    title = gettext("Searching is not possible at the moment")
    return answer(Failure(503, title, words, advice, searchable=False), {"Retry-After": "60"})


def _too_often(_error: RateLimitExceeded) -> Response:
    limiter = current_app.extensions["rights-search-limiter"]
    reset = limiter.current_limit.reset_at if limiter.current_limit else time.time() + 60
    wait = max(1, int(reset - time.time()) + 1)
    words = gettext(
        "More than %(count)s searches in a minute came from your address.",
        count=current_app.config["SEARCHES_PER_MINUTE"],
    )
    advice = gettext("Wait %(seconds)s seconds and load the page again.", seconds=wait)
    return answer(
        Failure(429, gettext("Too many searches"), words, advice, searchable=False), {"Retry-After": str(wait)}
    )


def _http(error: HTTPException) -> Response:
    code = error.code or 500
    headers = {name: value for name, value in error.get_headers() if name in ("Allow", "Location", "Retry-After")}
    if code < 400:
        return Response(status=code, headers=headers)
    if code == 404:
        words = gettext("You asked for %(path)s. There is no such page.", path=request.path[:READ_BACK])
        return answer(Failure(404, gettext("This address is not in the archive"), words), headers)
    if code >= 500:
        return _broken(error)
    words = gettext("The request cannot be answered as it was made.")
    return answer(Failure(code, gettext("This does not work"), words), headers)


def _broken(error: Exception) -> Response:
    current_app.logger.error("While answering %s: %s", request.path, error, exc_info=error)
    words = gettext("Something went wrong on our side. It has been written down.")
    advice = gettext("Try again; if it happens again, whoever looks after this archive will find it in the log.")
    return answer(Failure(500, gettext("The page could not be made"), words, advice))
