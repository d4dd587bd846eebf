"""What every template can use: words, links, the register for the search form, the state of the index."""

import hashlib
from pathlib import Path
from typing import Any

from flask import Flask, request, url_for
from msgspec import Struct

from rights_search.errors import RightsSearchError
from rights_search.model import SearchQuery
from rights_search.web import authority, citing, facets, facts, goals, links, reasons, words
from rights_search.web.archive import archive
from rights_search.web.languages import NAMES, current, other, switched
from rights_search.web.passages import symbol


class Index(Struct, frozen=True):
    """What is held, for the foot of every page."""

    documents: int
    passages: int
    built: str


def install(app: Flask) -> None:
    """Give the templates their words."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        number=words.number,
        date=words.date,
        quoted=words.quoted,
        listed=words.listed,
        contracted=words.contracted,
        passages=words.passages,
        documents=words.documents,
        symbol=symbol,
        why=reasons.why,
    )
    app.jinja_env.globals.update(
        asset=_assets(Path(app.static_folder or "")),
        body_name=words.body_name,
        cite_address=links.cite_address,
        cited=citing.cited,
        families=authority.FAMILIES,
        family=authority.family,
        goal_name=goals.goal_name,
        language_inline=facets.language_inline,
        language_name=facets.language_name,
        links=links,
        provision=words.provision,
        source_name=authority.source_name,
        standing_name=facts.standing_name,
        state_name=words.state_name,
        words=words,
    )
    app.context_processor(_page)


def _page() -> dict[str, Any]:
    held = archive()
    return {
        "language": current(),
        "other_language": other(),
        "other_name": NAMES[other()],
        "switched": switched(),
        "state": held.state,
        "the_state": held.state.the(current()),
        "register": held.register,
        "groups_of_rights": held.register.groups(current()),
        "index": _index(),
        "endpoint": request.endpoint or "",
        "query": SearchQuery(),
    }


def _index() -> Index | None:
    """What is held; nothing where the index cannot be read, which the page itself says."""
    try:
        generation = archive().library.generation()
    except RightsSearchError:
        return None
    manifest = generation.manifest
    return Index(manifest.documents, manifest.passages, manifest.built[:10])


def _assets(folder: Path) -> Any:  # noqa: ANN401  a function for the templates
    """Links to static files that change when the file does."""
    sums: dict[str, str] = {}

    def asset(name: str) -> str:
        if name not in sums:
            sums[name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12]
        return url_for("static", filename=name, v=sums[name])

    return asset
