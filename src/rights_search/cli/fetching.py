"""`fetch`: official texts from their publishers."""

from collections import Counter
from collections.abc import Iterable

import click

from rights_search.cli import output
from rights_search.ingest.fetching import Fetch
from rights_search.ingest.fetching import fetch as run
from rights_search.workspace import Workspace


@click.command()
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@click.option(
    "--lang",
    "languages",
    multiple=True,
    type=click.Choice(["es", "en"]),
    help="In this language; may be repeated, the first that is to be had counts. Without it: es, then en.",
)
@click.option("--every-language", is_flag=True, help="In each of the languages, not only in the first.")
@click.option("--json", "as_json", is_flag=True, help="One outcome a line, as JSON.")
@click.pass_obj
def fetch(
    workspace: Workspace, documents: tuple[str, ...], languages: tuple[str, ...], every_language: bool, as_json: bool
) -> None:
    """Download the official texts of DOCUMENTs (all that have an address, when none is given) into texts/.

    A text fetched before is asked for only if it changed. Run `ingest` afterwards: the official text then replaces the
    digest, which stays beside it.
    """
    chosen = languages or ("es", "en")
    with output.progress("Fetching") as bar:
        task = bar.add_task("", total=None) if bar else None

        def step(done: int, of: int, result: Fetch) -> None:
            _say(result, as_json)  # at once: a run that is broken off has said what it did
            if bar and task is not None:
                bar.update(task, completed=done, total=of)

        results = run(workspace, documents, languages=chosen, every_language=every_language, progress=step)
    ended = _by_document(results)
    counts = Counter(ended.values())
    said = ", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES if counts[outcome])
    click.echo(f"{len(ended)} documents: {said or 'none'}.", err=True)
    if counts["failed"]:
        raise click.exceptions.Exit(1)


def _say(result: Fetch, as_json: bool) -> None:
    if as_json:
        output.json_line(result)
    else:
        file = f"{result.file}{f' ({result.bytes} bytes)' if result.bytes else ''}"
        detail = "; ".join(part for part in (file, result.why) if part)
        click.echo(f"{result.outcome}: {result.document} ({result.language}): {detail}")


def _by_document(results: Iterable[Fetch]) -> dict[str, str]:
    """How each document ended: what was tried in several languages failed if one did, and is new if one is."""
    ended: dict[str, str] = {}
    for result in results:
        ended[result.document] = max(result.outcome, ended.get(result.document, ""), key=WEIGHT.index)
    return ended


OUTCOMES = ("new", "changed", "unchanged", "failed")
#: What counts of a document that was asked for in several languages: the last of these that one of them ended with.
WEIGHT = ("", "unchanged", "changed", "new", "failed")
