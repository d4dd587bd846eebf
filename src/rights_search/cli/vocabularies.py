"""`tag`, `tags` and `explain`: the rights of texts, why, and what another vocabulary would change."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec import Struct

from rights_search import corpus
from rights_search.cli import output
from rights_search.cli.ingestion import store_of
from rights_search.ingest import Reader
from rights_search.ingest.explaining import explanations
from rights_search.ingest.retagging import Change, changes
from rights_search.model import SearchHit, SourceKind
from rights_search.tagging import ENOUGH, READ, Explanation, Tagger
from rights_search.vocabulary import Register
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
@click.option("--changed", is_flag=True, required=True, help="Compare; nothing is kept.")
@click.option(
    "--register",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Another rights.toml; without it, the State's as it stands now.",
)
@click.option("-n", "count", type=click.IntRange(0), default=40, show_default=True, help="How many passages to show.")
@click.option("--json", "as_json", is_flag=True, help="One passage a line, as JSON; all of them.")
@click.pass_obj
def tags(workspace: Workspace, changed: bool, register: Path | None, count: int, as_json: bool) -> None:
    """Say what a changed vocabulary would change in the tags of everything that was taken in, before it is adopted."""
    with output.progress("Tagging") as bar:
        task = bar.add_task("", total=None) if bar else None

        def step(done: int, of: int) -> None:
            if bar and task is not None:
                bar.update(task, completed=done, total=of)

        found = list(changes(workspace, store_of(workspace), register, progress=step))
    if as_json:
        for change in found:
            output.json_line(change)
        return
    _changed(found, output.register_of(workspace), count)


def _changed(found: list[Change], register: Register, count: int) -> None:
    """How many passages each right would win and lose, then the first of them with the reasons."""
    won = Counter(tag.right for change in found for tag in change.added)
    lost = Counter(tag.right for change in found for tag in change.removed)
    for number in sorted({*won, *lost}, key=lambda right: -(won[right] + lost[right])):
        right = register.get(number)
        title = right.title.get("en", "") if right else ""
        click.echo(f"{number:>7}  +{won[number]} -{lost[number]}  {title}")
    for change in found[:count]:
        click.echo(f"\n{change.passage} ({change.language}): {' '.join(change.text.split())[:160]}")
        for tag_ in change.added:
            click.echo(f"  + {output.reason(tag_, register)}")
        for tag_ in change.removed:
            click.echo(f"  - {output.reason(tag_, register)}")
    click.echo(f"{len(found)} passages would have other rights.", err=True)


@click.command()
@click.argument("id_", metavar="ID")
@click.pass_obj
def explain(workspace: Workspace, id_: str) -> None:
    """Say which rights passage ID (iccpr#art_9) has, and what every stage of the tagger found in it."""
    hit = output.library_of(workspace).passage(id_)
    register = output.register_of(workspace)
    click.echo(f"{output.source_line(hit)}\n{hit.text}\n")
    for tag_ in hit.tags:
        click.echo(f"{tag_.grade}: {output.reason(tag_, register)}")
    if not hit.tags:
        click.echo("No right.")
    _taken_away(workspace, hit, register)
    for one in explanations(Reader.of(workspace), store_of(workspace), hit.document, hit.eid):
        click.echo(f"\nThe {one.document.standing} in {one.document.language}, stage by stage:")
        for line in _stages(one.stages, register):
            click.echo(f"  {line}")


def _stages(found: Explanation, register: Register) -> Iterator[str]:
    """What each stage found, in lines; the last says what was decided, or why nothing was."""
    yield "role: an article of a treaty of the concordance" if found.by_table else f"role: {found.role}"
    if found.setting.chapter:
        yield f"setting: the chapter is about {', '.join(sorted(found.setting.chapter))}"
    if found.setting.decided:
        yield f"setting: the judgment decides about {', '.join(sorted(found.setting.decided))}"
    for tag_ in found.declared:
        yield f"declared: {output.reason(tag_, register)}"
    for stage in ("concordance", "citations", "terms"):
        for finding in sorted(getattr(found, stage), key=lambda finding: -finding.weight):
            yield f"{stage}: {finding.right} weighs {finding.weight:.2f}, by {'; '.join(finding.evidence)}"
    for tag_ in found.tags:
        yield f"decided: {tag_.right}, {tag_.grade}"
    for tag_ in found.besides:
        yield f"besides, by the table: {tag_.right}"
    if not found.tags:
        yield f"no right: {_why_none(found)}"


def _why_none(found: Explanation) -> str:
    if found.by_table and not found.weights:
        return "the concordance links no right with this article"
    if found.role not in READ and not found.by_table:
        return f"it is a paragraph of {found.role}, whose words are not weighed"
    if not found.weights:
        return "it cites nothing that the register links with a right, and says none of its words"
    right, weight = max(found.weights.items(), key=lambda item: item[1])
    return f"the most is {weight:.2f} for {right}, and {ENOUGH} would be enough"


def _taken_away(workspace: Workspace, hit: SearchHit, register: Register) -> None:
    """The rights that a person took from it, and why."""
    corrections, _ = corpus.read_corrections(workspace.state / "tags.toml")
    for one in corrections:
        if one.passage == hit.id:
            for number in one.remove:
                right = register.get(number)
                title = right.title.get("en", "") if right else ""
                click.echo(f"taken away: {number} {title}: by {one.by} ({one.when}): {one.why}")
