"""`search`, `show` and `rights`: for whoever asks."""

import csv
import sys

import click

from rights_search.citations.formats import cite
from rights_search.cli import output
from rights_search.errors import NotFoundError
from rights_search.model import SearchHit, SearchQuery, SearchResult, Sort, SourceKind, hit_of, pinpoint
from rights_search.vocabulary import Register
from rights_search.workspace import Workspace

COLUMNS = (
    "id",
    "source",
    "title",
    "symbol",
    "num",
    "date",
    "body",
    "states",
    "rights",
    "standing",
    "language",
    "text",
    "url",
)


@click.command()
@click.argument("query", default="")
@click.option("--right", multiple=True, help="Only passages on this right (12, 66.3).")
@click.option("--source", multiple=True, help="Only this kind of source (judgment, treaty, upr …).")
@click.option("--body", multiple=True, help="Only this body (cescr, iacthr …).")
@click.option("--state", multiple=True, help="Only what addresses this State (ECU).")
@click.option("--kind", multiple=True, help="Only this kind of passage (recommendation, operative …).")
@click.option("--lang", multiple=True, help="Only passages held in this language.")
@click.option(
    "--cites", multiple=True, help="Only passages that cite this document or provision (achr#8, ccpr-c-gc-32)."
)
@click.option("--group", multiple=True, help="Only what concerns this group (women, children, indigenous …).")
@click.option("--goal", multiple=True, help="Only what bears on this Sustainable Development Goal (6).")
@click.option("--from", "year_from", type=int, help="From this year on.")
@click.option("--to", "year_to", type=int, help="Up to this year.")
@click.option("--sort", type=click.Choice(output.values(Sort)), default=Sort.RELEVANCE.value, show_default=True)
@click.option("-n", "count", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many to show.")
@click.option(
    "--reader", type=click.Choice(["es", "en"]), default="es", show_default=True, help="The language to show."
)
@click.option("--json", "as_json", is_flag=True, help="The whole result as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="The hits as CSV rows.")
@click.pass_obj
def search(
    workspace: Workspace,
    query: str,
    right: tuple[str, ...],
    source: tuple[str, ...],
    body: tuple[str, ...],
    state: tuple[str, ...],
    kind: tuple[str, ...],
    lang: tuple[str, ...],
    cites: tuple[str, ...],
    group: tuple[str, ...],
    goal: tuple[str, ...],
    year_from: int | None,
    year_to: int | None,
    sort: str,
    count: int,
    reader: str,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Find passages by words, by right, or both.

    QUERY takes words, "exact phrases", AND OR NOT, -word, field:value and word*.
    """
    result = output.library_of(workspace).search(
        SearchQuery(
            text=query,
            rights=right,
            sources=source,
            bodies=body,
            states=tuple(name.upper() for name in state),
            kinds=kind,
            languages=lang,
            cites=cites,
            groups=group,
            goals=goal,
            year_from=year_from,
            year_to=year_to,
            sort=Sort(sort),
            per_page=count,
            reader=reader,
        )
    )
    if as_json:
        output.json_page(result)
    elif as_csv:
        _csv(result)
    else:
        _plain(result, output.register_of(workspace))


def _plain(result: SearchResult, register: Register) -> None:
    click.echo(f"{result.total} passages in {result.documents} documents for: {result.understood.text}", err=True)
    if result.understood.literal:
        click.echo("The query could not be read as written; its words were searched.", err=True)
    for word, near in result.understood.suggestions:
        click.echo(f"“{word}” is in no passage; did you mean “{near}”?", err=True)
    for hit in result.hits:
        output.line(hit.id)
        output.line(f"  {output.source_line(hit)}")
        found = ((fragment.marked, output.words(fragment.text)) for fragment in hit.snippet)
        click.echo("  " + "".join(click.style(text, bold=True) if marked else text for marked, text in found))
        for tag in hit.tags:
            click.echo(f"  → {output.reason(tag, register, hit.language)}")


def _csv(result: SearchResult) -> None:
    writer = csv.writer(sys.stdout)
    writer.writerow(COLUMNS)
    for hit in result.hits:
        writer.writerow(_safe(value) for value in _row(hit))


def _row(hit: SearchHit) -> tuple[str, ...]:
    rights = " ".join(dict.fromkeys(tag.right for tag in hit.tags))
    return (
        hit.id, hit.source, hit.title, hit.symbol, hit.num, hit.date, hit.body, " ".join(hit.states), rights,
        hit.standing, hit.language, hit.text, hit.url,
    )  # fmt: skip


def _safe(value: str) -> str:
    """A cell that no spreadsheet takes for a formula (CSV injection, OWASP)."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


@click.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--reader", type=click.Choice(["es", "en"]), default="es", show_default=True, help="The language to show."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def show(workspace: Workspace, id_: str, reader: str, as_json: bool) -> None:
    """Show a document (iccpr) or one passage (iccpr#art_9) with its citation."""
    library = output.library_of(workspace)
    holding = library.holding(id_.partition("#")[0])
    eid = id_.partition("#")[2]
    chosen = [passage for passage in holding.passages if not eid or passage.eid == eid]
    if not chosen:
        raise NotFoundError(f"{holding.id} has no passage {eid}: `rights-search show {holding.id}` lists them.")
    if as_json:
        output.json_page(chosen[0] if eid else holding)
        return
    register = output.register_of(workspace)
    cited = library.cited(holding.id)
    output.line(holding.title_for(reader))
    for passage in chosen:
        hit = hit_of(holding, passage, reader)
        click.echo()
        output.line(f"{hit.id}  {hit.heading}".rstrip())
        click.echo(output.words(hit.text))
        output.line(f"[{hit.standing}] {cite(hit, 'un', reader)}")
        for tag in hit.tags:
            click.echo(f"→ {output.reason(tag, register, reader)}")
        place = pinpoint(passage.eid)
        if count := cited.get(place):
            click.echo(f"← cited by {count} passages: rights-search search --cites {holding.id}#{place}")


@click.command()
@click.option(
    "--reader", type=click.Choice(["es", "en"]), default="es", show_default=True, help="The language to show."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def rights(workspace: Workspace, reader: str, as_json: bool) -> None:
    """List the rights with the number of passages each source has on them."""
    counts = output.library_of(workspace).right_counts()
    register = output.register_of(workspace)
    if as_json:
        output.json_page(
            [{"right": r.number, "title": r.title, "passages": counts.get(r.number, {})} for r in register]
        )
        return
    for right in register.articles:
        by_source = counts.get(right.number, {})
        detail = ", ".join(f"{by_source[kind]} {kind}" for kind in SourceKind if by_source.get(kind))
        click.echo(f"{right.number:>3}  {right.title[reader]}: {detail or 'nothing yet'}")
