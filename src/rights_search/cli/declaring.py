"""The options by which somebody says what a file is, where it does not say it itself: the same for every command."""

from collections.abc import Callable
from functools import wraps

import click

from rights_search.cli import output
from rights_search.model import Declaration, SourceKind
from rights_search.vocabulary import unknown_in

OPTIONS = (
    # `--as` is what `parse` called it first.
    click.option(
        "--kind", "--as", "kind", type=click.Choice(output.values(SourceKind)), help="What they are: report, treaty …"
    ),
    click.option("--state", default="", help="The State they address, as ISO 3166 alpha-3 (ECU)."),
    click.option("--body", default="", help="The body that speaks in them (cescr)."),
    click.option("--lang", default="", help="Their language, as two letters (es)."),
    click.option(
        "--ocr", is_flag=True, help="Read pages that are only pictures with Tesseract, where it is installed."
    ),
)


def declares(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command these options; what they say comes to it as `declared`."""

    @wraps(command)
    def told(*, kind: str | None, state: str, body: str, lang: str, ocr: bool, **others: object) -> None:
        declared = Declaration(
            kind=SourceKind(kind) if kind else None,
            state=state.upper(),
            body=body.lower(),
            language=lang.lower(),
            ocr=ocr,
        )
        if wrong := unknown_in(declared):
            raise click.UsageError(wrong)
        command(declared=declared, **others)

    for option in reversed(OPTIONS):
        told = option(told)
    return told
