"""The passage of the constitution that states a right."""

from rights_search.errors import NotFoundError
from rights_search.model import hit_of
from rights_search.web.archive import Archive
from rights_search.web.languages import current
from rights_search.web.passages import Shown, shown


def article_id(number: str, archive: Archive) -> str:
    """Its id: `ecuador-constitution#art_66__num_3` for right 66.3."""
    article, _, numeral = number.partition(".")
    eid = f"art_{article}"
    if numeral.startswith("inc"):
        eid += f"__inc_{numeral.removeprefix('inc')}"
    elif numeral:
        eid += f"__num_{numeral}"
    return f"{archive.state.constitution}#{eid}"


def own_article(number: str, archive: Archive) -> Shown | None:
    """The article itself, in the reader's language where it is held in it; nothing where it is not held."""
    document, _, eid = article_id(number, archive).partition("#")
    try:
        holding = archive.library.holding(document)
    except NotFoundError:
        return None
    passage = next((passage for passage in holding.passages if passage.eid == eid), None)
    return shown(hit_of(holding, passage, current()), archive) if passage else None
