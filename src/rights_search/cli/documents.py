"""`parse`: what the parsers make of one file, nothing stored."""

from pathlib import Path
from typing import Any

import click

from rights_search.cli import output
from rights_search.ingest import Reader, source_of
from rights_search.model import Declaration, Document, Parsed, Passage, SourceKind
from rights_search.workspace import Workspace


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--as", "kind", type=click.Choice(output.values(SourceKind)), help="What the file is, where it does not say it."
)
@click.option("--lang", default="", help="Its language, where it cannot be told.")
@click.option("--json", "as_json", is_flag=True, help="The documents and problems as JSON.")
@click.pass_obj
def parse(workspace: Workspace, file: Path, kind: str | None, lang: str, as_json: bool) -> None:
    """Say what the parsers make of FILE; nothing is stored."""
    options = Declaration(kind=SourceKind(kind) if kind else None, language=lang.lower())
    parsed = Reader.of(workspace).parse(source_of(file, str(file), options))
    if as_json:
        output.json_page(page(parsed))
        return
    for document in parsed.documents:
        click.echo(f"{document.id} ({document.kind}, {document.language}): {document.title}")
        for passage in document.passages:
            click.echo(f"  {passage.eid}: {' '.join(passage.text.split())[:100]}")
        for left in document.left_out:
            click.echo(f"  left out: {left.rule}, {left.characters} characters")
        if document.gaps:
            click.echo(f"  missing in the numbering: {', '.join(document.gaps)}")
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
