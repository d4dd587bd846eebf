"""`ingest`, `index` and `check`: for whoever looks after the corpus."""

from pathlib import Path

import click
from msgspec import Struct

from rights_search import index as indexes
from rights_search.cli import output
from rights_search.cli.declaring import declares
from rights_search.errors import IndexMissingError, IndexOutdatedError
from rights_search.ingest import Summary
from rights_search.ingest import check as check_corpus
from rights_search.ingest import ingest as run
from rights_search.model import Declaration, Outcome, Problem, Receipt
from rights_search.store import Store
from rights_search.workspace import Workspace

#: What a shell gives for a program that Ctrl-C ended: 128, and the number of the signal.
BROKEN_OFF = 130


def store_of(workspace: Workspace) -> Store:
    """The store of a workspace's parsed documents."""
    return Store(workspace.indexes / "store")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Exit with 1 when any file has a problem.")
@click.option("--dry-run", is_flag=True, help="Do everything but keep it.")
@click.option("--json", "as_json", is_flag=True, help="One receipt a line, as JSON.")
@declares
@click.pass_obj
def ingest(
    workspace: Workspace, paths: tuple[Path, ...], strict: bool, dry_run: bool, as_json: bool, declared: Declaration
) -> None:
    """Take in what is new or changed under PATHS (the corpus, when none is given), then index it.

    What the files do not say themselves, the options may, or a collection.toml in their folder. Every file gets a
    receipt: accepted, accepted with warnings, unchanged, refused with the reason, or removed.
    """
    read = _Read()
    try:
        with output.progress("Reading") as bar:
            task = bar.add_task("", total=None) if bar else None

            def step(done: int, of: int, receipt: Receipt) -> None:
                read.done, read.of = done, of
                if bar and task is not None:
                    bar.update(task, completed=done, total=of)

            store = store_of(workspace)
            summary = run(workspace, paths, options=declared, store=store, keep=not dry_run, progress=step)
        _receipts(summary, as_json)
        output.problems(summary.claims)
        shared = summary.claims if dry_run else _build(workspace, rebuild=False)
    except KeyboardInterrupt:
        click.echo(_broken_off(read, kept=not dry_run), err=True)
        raise click.exceptions.Exit(BROKEN_OFF) from None
    if strict and (summary.troubled or shared):
        raise click.exceptions.Exit(1)


class _Read(Struct):
    """How far a run has come."""

    done: int = 0
    of: int = 0


def _broken_off(read: _Read, *, kept: bool) -> str:
    """What is said of a run that Ctrl-C ends; each file was kept as soon as it was read."""
    if not read.done:
        return "Broken off before a file was read: nothing has changed."
    count = f"{read.done} of {read.of} files were read"
    if not kept:
        return f"Broken off: {count}; nothing was to be kept."
    return (
        f"Broken off: {count}, and what came of them is kept. The index is as it was before."
        " The same command goes on with the other files, and then builds the index."
    )


def _receipts(summary: Summary, as_json: bool) -> None:
    for receipt in summary.receipts:
        if as_json:
            output.json_line(receipt)
            continue
        output.receipt(receipt)
    counts = [f"{summary.count(outcome)} {outcome}" for outcome in Outcome if summary.count(outcome)]
    hidden = f" Passed over: {summary.hidden} hidden {'file' if summary.hidden == 1 else 'files'}."
    files = f"{len(summary.receipts)} files: {', '.join(counts) or 'none'}; {summary.passages} passages."
    click.echo(f"{files}{hidden if summary.hidden else ''}", err=True)


@click.command()
@click.option("--rebuild", is_flag=True, help="Build it anew even where nothing changed.")
@click.pass_obj
def index(workspace: Workspace, rebuild: bool) -> None:
    """Build the index from what was taken in; the one that serves stays until the new one is whole."""
    _build(workspace, rebuild=rebuild)


def _build(workspace: Workspace, *, rebuild: bool) -> tuple[Problem, ...]:
    """Build it, and say what is wrong between documents: two files that hold the same."""
    with output.progress("Indexing") as bar:
        task = bar.add_task("", total=None) if bar else None

        def step(done: int, of: int) -> None:
            if bar and task is not None:
                bar.update(task, completed=done, total=of)

        register = output.register_of(workspace)
        report = indexes.build(store_of(workspace), workspace.indexes, register, rebuild=rebuild, progress=step)
    output.problems(report.problems)
    said = "built" if report.changed else "unchanged"
    click.echo(f"Index {said}: {report.documents} documents, {report.passages} passages.", err=True)
    return report.problems


@click.command()
@click.pass_obj
def check(workspace: Workspace) -> None:
    """Say whether corpus, vocabulary and index hold together; change nothing. For CI: exits with 1 on a problem."""
    found = check_corpus(workspace)
    output.problems(found)
    stale = _index_problem(workspace)
    if stale:
        click.echo(stale, err=True)
    if found or stale:
        raise click.exceptions.Exit(1)
    click.echo("Corpus, vocabulary and index hold together.")


def _index_problem(workspace: Workspace) -> str:
    """What is wrong with the index; one that was never built is not wrong."""
    try:
        fresh = indexes.is_fresh(store_of(workspace), workspace.indexes, output.register_of(workspace))
    except IndexMissingError:
        return ""
    except IndexOutdatedError as error:
        return str(error)
    return "" if fresh else "The index is older than what was taken in: run `rights-search index`."
