"""`documents`: what is held and what is only known of; `parse`: what the parsers make of one file, nothing stored."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from rights_search import corpus
from rights_search.cli import output
from rights_search.cli.declaring import declares
from rights_search.errors import ParseError
from rights_search.ingest import Reader, source_of
from rights_search.model import (
    Catalogued,
    CatalogueEntry,
    Declaration,
    Document,
    Intake,
    Parsed,
    Passage,
    Problem,
    SourceKind,
    citing_address,
)
from rights_search.search import Library
from rights_search.workspace import Workspace


@click.command("documents")
@click.option("--source", "kind", type=click.Choice(output.values(SourceKind)), help="Only this kind of source.")
@click.option("--listed", is_flag=True, help="Only those that are known of, with neither text nor digest.")
@click.option("--problems", is_flag=True, help="Only the files that were refused or have something to look at.")
@click.option("--totals", is_flag=True, help="Only the numbers, by kind of source and language.")
@click.option(
    "--reader", type=click.Choice(["es", "en"]), default="es", show_default=True, help="The language to show."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def documents(
    workspace: Workspace, kind: str | None, listed: bool, problems: bool, totals: bool, reader: str, as_json: bool
) -> None:
    """List the documents held and those only known of, with their official addresses."""
    library = output.library_of(workspace)
    if problems:
        _troubled(library.intake(), as_json)
        return
    held = [entry for entry in library.catalogue() if kind in (None, entry.kind) and not listed]
    ids = {entry.id for entry in library.catalogue()}
    known = [
        entry
        for entry in corpus.read_catalogue(workspace.corpus).documents
        if entry.id not in ids and kind in (None, entry.kind)
    ]
    if totals:
        rows = list(_totals(held, known, library))
        output.json_page(rows) if as_json else _table(rows)
        return
    if as_json:
        output.json_page({"held": held, "listed": known})
        return
    for entry in held:
        standing = ", ".join(f"{language} {standing}" for language, standing in entry.standings.items())
        title = entry.titles.get(reader) or next(iter(entry.titles.values()), entry.id)
        output.line(f"{entry.id}  {title}: {entry.passages} passages ({standing})")
    for unheld in known:
        title = unheld.title.get(reader) or next(iter(unheld.title.values()), unheld.id)
        output.line(f"{unheld.id}  {title}: only listed {_address(unheld, reader)}".rstrip())


def _troubled(intake: Intake, as_json: bool) -> None:
    """The files of the index that ask for somebody's attention."""
    if as_json:
        output.json_page({"receipts": intake.troubled, "problems": intake.problems})
        return
    for receipt in intake.troubled:
        output.receipt(receipt)
    output.problems(intake.problems)
    claimed = {problem.source.partition("!/")[0] for problem in intake.problems}
    troubled = claimed | {receipt.path for receipt in intake.troubled}
    click.echo(f"{len(intake.receipts)} files, {len(troubled)} with a problem.", err=True)


def _address(entry: Catalogued, reader: str) -> str:
    return entry.url.get(reader) or citing_address(entry.symbol, reader)


def _totals(held: Iterable[CatalogueEntry], known: Iterable[Catalogued], library: Library) -> Iterable[dict[str, Any]]:
    """For each kind of source: documents, passages by language, documents only listed; then all of them."""
    documents_, listed = Counter(entry.kind for entry in held), Counter(entry.kind for entry in known)
    languages: dict[SourceKind, Counter[str]] = {kind: Counter() for kind in SourceKind}
    passages: Counter[SourceKind] = Counter()
    for entry in held:
        passages[entry.kind] += entry.passages
        for passage in library.holding(entry.id).passages:
            languages[entry.kind].update(passage.texts.keys())
    for kind in SourceKind:
        if documents_[kind] or listed[kind]:
            yield _row(kind, documents_[kind], passages[kind], languages[kind], listed[kind])
    together = sum(languages.values(), Counter[str]())
    yield _row("all", documents_.total(), passages.total(), together, listed.total())


def _row(name: str, held: int, passages: int, languages: Counter[str], listed: int) -> dict[str, Any]:
    return {"source": name, "documents": held, "passages": passages, "languages": dict(languages), "listed": listed}


def _table(rows: Iterable[dict[str, Any]]) -> None:
    click.echo(f"{'source':<24}{'documents':>10}{'passages':>10}{'es':>8}{'en':>8}{'only listed':>13}")
    for row in rows:
        by_language = "".join(f"{row['languages'].get(language, 0):>8}" for language in ("es", "en"))
        figures = f"{row['documents']:>10}{row['passages']:>10}{by_language}{row['listed']:>13}"
        click.echo(f"{row['source']:<24}{figures}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@declares
@click.option("--json", "as_json", is_flag=True, help="The documents and problems as JSON.")
@click.pass_obj
def parse(workspace: Workspace, file: Path, declared: Declaration, as_json: bool) -> None:
    """Say what the parsers make of FILE; nothing is stored. What it does not say itself, the options may."""
    try:
        parsed = Reader.of(workspace).parse(source_of(file, str(file), declared))
    except ParseError as error:
        if as_json:
            output.json_page(page(Parsed((), (Problem(str(file), "", str(error)),))))
        raise ParseError(f"{file}: {error}", error.code) from error
    if as_json:
        output.json_page(page(parsed))
        return
    for document in parsed.documents:
        output.line(f"{document.id} ({document.kind}, {document.language}): {document.title}")
        for passage in document.passages:
            output.line(f"  {passage.eid}: {' '.join(passage.text.split())[:100]}")
        for left in document.left_out:
            output.line(f"  left out: {left.rule}, {left.characters} characters")
        if document.gaps:
            output.line(f"  missing in the numbering: {', '.join(document.gaps)}")
    output.problems(parsed.problems)


def page(parsed: Parsed) -> dict[str, Any]:
    """The fixed shape of `parse --json`."""
    return {
        "documents": [_document(document) for document in parsed.documents],
        "problems": [{"locator": problem.locator, "message": problem.message} for problem in parsed.problems],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        "symbol": document.symbol,
        "body": document.body,
        "states": document.states,
        "date": document.date,
        "language": document.language,
        "standing": document.standing,
        "facts": document.facts,
        "gaps": document.gaps,
        "passages": [_passage(passage) for passage in document.passages],
        "left_out": [{"rule": left.rule, "characters": left.characters} for left in document.left_out],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "eid": passage.eid,
        "num": passage.num,
        "heading": passage.heading,
        "path": passage.path,
        "kind": passage.kind,
        "text": passage.text,
        "notes": passage.notes,
        "anchors": passage.anchors,
        "cites": passage.cites,
        "recommended_by": passage.recommended_by,
        "response": passage.response,
    }
