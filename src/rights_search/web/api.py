"""The same data for programs: `/api/v1/search` and `/api/v1/rights/<number>`, described at `/api/v1/`."""

from typing import Any

import msgspec
from flask import Blueprint, Response, g, request, url_for

from rights_search.errors import NotFoundError
from rights_search.model import Right
from rights_search.web.archive import archive
from rights_search.web.asking import read
from rights_search.web.languages import LANGUAGES
from rights_search.web.links import FILTERS

api = Blueprint("api", __name__, url_prefix="/api/v1")

PARAMETERS = {
    "q": "words, “phrases”, AND OR NOT, -word, word*",
    **dict.fromkeys(FILTERS, "a filter; may be repeated, values are alternatives"),
    "from": "a year",
    "to": "a year",
    "sort": "relevance, authority, newest or oldest",
    "page": "a number from 1; 20 passages a page",
    "reader": "es or en: the language of texts and titles; not a filter",
}


@api.before_request
def choose_language() -> None:
    """`reader` says in which language to answer; without it the Accept-Language header does."""
    if request.args.get("reader") in LANGUAGES:
        g.reader = request.args["reader"]


@api.get("/")
def describe() -> Response:
    """What can be asked."""
    return _json(
        {
            "search": {"address": url_for("api.search"), "parameters": PARAMETERS},
            "rights": {"address": url_for("api.rights")},
            "right": {"address": url_for("api.right", number=archive().register.articles[0].number)},
            "licence": "digests and tags: CC BY 4.0; official texts belong to whoever issued them",
        }
    )


@api.get("/search")
def search() -> Response:
    """A page of hits with its facets."""
    asked = read(request.args, archive().register)
    result = archive().library.search(asked.query)
    return _json({"remarks": asked.remarks, "result": result})


@api.get("/rights")
def rights() -> Response:
    """The register with the passages each source has on each right."""
    counts = archive().library.right_counts()
    return _json([{**_described(right), "passages": counts.get(right.number, {})} for right in archive().register])


@api.get("/rights/<number>")
def right(number: str) -> Response:
    """Everything on one right."""
    known = archive().register.get(number)
    if known is None:
        raise NotFoundError(number)
    page = archive().library.right(number, g.get("reader", "es"))
    return _json({"right": _described(known), "page": page})


def _described(right: Right) -> dict[str, Any]:
    return {
        "number": right.number,
        "title": right.title,
        "group": right.group,
        "summary": right.summary,
        "provisions": right.provisions,
        "sdg": right.sdg,
        "related": right.related,
    }


def _json(value: object) -> Response:
    return Response(msgspec.json.encode(value), mimetype="application/json")
