"""The pages and their addresses. A route finds its data, hands it to a template and does nothing else."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from rights_search.model import SearchResult, Standing
from rights_search.web import coverage, echo, facets, links, listing, rescue, results
from rights_search.web.archive import archive
from rights_search.web.asking import Asked, read
from rights_search.web.document_page import view as document_view
from rights_search.web.exports import MOST_ROWS, as_csv
from rights_search.web.intake import files
from rights_search.web.known import view as known_view
from rights_search.web.languages import current, with_query
from rights_search.web.messages import gettext
from rights_search.web.reviews import reviews as reviews_of
from rights_search.web.right_page import view as right_view
from rights_search.web.shelf import chapters
from rights_search.web.start_here import start_here
from rights_search.web.targets import as_id, page_of

pages = Blueprint("pages", __name__, url_prefix="/<any(es, en):reader>")


@pages.get("/")
def home() -> str:
    """Search, tasks, the register and what is held."""
    held = archive()
    return render_template(
        "home.html",
        chapters=chapters(held.register, held.library.right_counts()),
        holdings=coverage.holdings(held),
    )


@pages.get("/rights/")
def rights() -> str:
    """The register."""
    held = archive()
    return render_template("rights.html", chapters=chapters(held.register, held.library.right_counts()))


@pages.get("/rights/<number>")
def right(number: str) -> str:
    """One right."""
    return render_template("right.html", view=right_view(number, archive()))


@pages.get("/search")
def search() -> str:
    """Results, or why there are none."""
    held = archive()
    asked = read(request.args, held.register)
    if not asked.query.text and not links.has_filters(asked.query):
        return render_template("search_start.html", asked=asked)
    result = held.library.search(asked.query)
    asked, result = _within(asked, result)
    shared = {
        "asked": asked,
        "result": result,
        "chips": facets.chips(asked.query, held.register),
        "sentence": echo.sentence(result.understood),
        "ways": echo.other_ways(asked.query, result.understood),
        "corrections": rescue.corrections(result),
        "start": start_here(asked.query, held),
    }
    if not result.total:
        near = echo.rights_named(asked.query.text, held.register)
        counts = held.library.right_counts()
        return render_template(
            "search_empty.html",
            **shared,
            ways_out=rescue.ways_out(result, held.library),
            word_rows=echo.word_rows(result),
            near=[(right, sum(counts.get(right.number, {}).values())) for right in near],
        )
    return render_template(
        "search.html",
        **shared,
        groups=results.groups(result, held),
        pages=results.pages(result),
        orders=results.orders(asked.query),
        facets=facets.facets(result, held.register) if result.total > 1 else (),
        years=facets.years(result) if result.total > 1 else None,
        most_rows=MOST_ROWS,
        csv=links.address(links.on_page(asked.query, 1), "pages.search_csv"),
        json=url_for("api.search", reader=current(), **links.parameters(asked.query)),
    )


def _within(asked: Asked, result: SearchResult) -> tuple[Asked, SearchResult]:
    """A page past the end is the last one, and says so."""
    last = results.last_page(result)
    if asked.query.page <= last:
        return asked, result
    remark = gettext("There is no page %(page)s: this is the last, %(last)s.", page=asked.query.page, last=last)
    query = links.on_page(asked.query, last)
    return Asked(query, (*asked.remarks, remark)), archive().library.search(query)


@pages.get("/search.csv")
def search_csv() -> Response:
    """The rows of a search, for a spreadsheet."""
    asked = read(request.args, archive().register)
    body = as_csv(archive(), asked.query)
    name = {"Content-Disposition": "attachment; filename=rights-search.csv"}
    return Response(body, mimetype="text/csv", headers=name)


@pages.get("/documents/")
def documents() -> str:
    """Every document, and what is missing."""
    held = archive()
    title = request.args.get("title", "").strip()[:200]
    bodies = listing.bodies_in(held)
    body = _one_of(request.args.get("body", ""), [id_ for id_, _ in bodies])
    status = _one_of(request.args.get("status", ""), [*Standing, listing.LISTED])
    return render_template(
        "documents.html",
        sources=listing.sources(held, title, body, status),
        bodies=bodies,
        total=len(held.library.catalogue()),
        known=len(held.known),
        title=title,
        body=body,
        status=status,
        narrowed=bool(title or body or status),
    )


def _one_of(value: str, known: list[str]) -> str:
    return value if value in known else ""


@pages.get("/documents/<path:document_id>")
def document(document_id: str) -> AnyResponse | str:
    """The reader; a symbol as it is printed (`CCPR/C/ECU/CO/6`) leads to its document, and so does its number."""
    held = archive()
    own = page_of(held, as_id(document_id))
    if own and own != document_id:
        return redirect(with_query(url_for("pages.document", document_id=own)), 301)
    known = next((entry for entry in held.known if entry.id == document_id), None)
    if known:
        return render_template("known.html", view=known_view(known, held))
    holding = held.library.holding(document_id)
    rank = request.args.get("hit", "")
    place = int(rank) if rank.isascii() and rank.isdigit() and len(rank) < 7 else 0
    asked, cite = read(request.args, held.register), request.args.get("cite", "")
    return render_template("document.html", view=document_view(holding, held, asked, place, cite))


@pages.get("/reviews/")
def reviews() -> str:
    """The State before each body: every review with its papers, in their order."""
    return render_template("reviews.html", bodies=reviews_of(archive()))


@pages.get("/about")
def about() -> str:
    """What this is, how it is made and how far it can be trusted."""
    held = archive()
    return render_template(
        "about.html",
        holdings=coverage.holdings(held),
        bodies_held=coverage.bodies_held(held.library.catalogue()),
        files=files(held.library.intake()),
    )
