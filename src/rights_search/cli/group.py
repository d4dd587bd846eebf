"""The command group: the root folder, and errors in one plain line."""

from pathlib import Path
from typing import Any

import click

from rights_search import __version__
from rights_search.cli import documents, fetching, ingestion, output, searching, serving, vocabularies
from rights_search.errors import RightsSearchError
from rights_search.workspace import Workspace


class PlainErrors(click.Group):
    """A group whose commands end in one line on stderr, never in a traceback, when something is wrong."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  the signature is click's
        """Run the command; our errors and the operating system's become click's."""
        try:
            return super().invoke(ctx)
        except RightsSearchError as error:
            lines = map(output.still, str(error).split("\n"))
            raise click.ClickException("\n".join(lines)) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            said = f"{error.filename or 'input or output'}: {error.strerror or error}."
            raise click.ClickException(output.still(said)) from error


@click.group(cls=PlainErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rights-search")
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    envvar="RIGHTS_SEARCH_ROOT",
    help="The folder with corpus/ and indexes/ (or RIGHTS_SEARCH_ROOT). Without it: this checkout, or the"
    " corpus an installed program carries.",
)
@click.pass_context
def main(ctx: click.Context, root: Path | None) -> None:
    """What binds a State, right by right: search its constitution, treaties, recommendations and judgments."""
    ctx.obj = Workspace.open(root)


for command in (
    ingestion.ingest,
    ingestion.index,
    ingestion.check,
    searching.search,
    searching.show,
    searching.rights,
    fetching.fetch,
    documents.documents,
    documents.parse,
    vocabularies.tag,
    vocabularies.tags,
    vocabularies.explain,
    serving.serve,
):
    main.add_command(command)
