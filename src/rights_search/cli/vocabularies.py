"""`tag` and `explain`: the rights of a text, and why."""

import sys
from typing import Any

import click
import msgspec
from msgspec import Struct

from rights_search.cli import output
from rights_search.model import SourceKind
from rights_search.tagging import Tagger
from rights_search.workspace import Workspace


class Line(Struct):
    """A line of `tag`'s input."""

    id: str | int
    text: str
    lang: str = ""
    kind: str = ""
    body: str = ""
    instrument: str = ""
    article: str | int = ""


@click.command()
@click.option("--json", "as_json", is_flag=True, required=True, help="JSON lines in, JSON lines out.")
@click.pass_obj
def tag(workspace: Workspace, as_json: bool) -> None:
    """Tag texts: JSON lines {"id", "text"} on stdin, optionally lang, kind, body, instrument, article."""
    tagger = Tagger(output.register_of(workspace), str(workspace.state_facts().get("constitution", "")))
    decoder = msgspec.json.Decoder(Line)
    failed = False
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        if not raw.strip():
            continue
        try:
            line = decoder.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            click.echo(f"line {number}: {error}", err=True)
            failed = True
            continue
        output.json_line({"id": line.id, "rights": _rights(tagger, line)})
    if failed:
        raise click.exceptions.Exit(1)


def _rights(tagger: Tagger, line: Line) -> list[dict[str, Any]]:
    kinds = set(SourceKind)
    tags = tagger.tag_text(
        line.text,
        lang=line.lang,
        kind=SourceKind(line.kind) if line.kind in kinds else None,
        body=line.body,
        instrument=line.instrument,
        article=str(line.article),
    )
    return [{"right": t.right, "grade": t.grade, "basis": t.basis, "evidence": t.evidence} for t in tags]


@click.command()
@click.argument("id_", metavar="ID")
@click.pass_obj
def explain(workspace: Workspace, id_: str) -> None:
    """Say which rights passage ID (iccpr#art_9) has, and on what evidence."""
    hit = output.library_of(workspace).passage(id_)
    register = output.register_of(workspace)
    click.echo(f"{output.source_line(hit)}\n{hit.text}\n")
    for tag_ in hit.tags:
        click.echo(f"{tag_.grade}: {output.reason(tag_, register)}")
    if not hit.tags:
        click.echo("No right: nothing in it is declared, in the concordance, cited or among the terms.")
