"""`serve`: the frontend, on this machine unless told otherwise."""

import socket
import sys

import click

from rights_search.workspace import Workspace


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes that answer.")
@click.pass_obj
def serve(workspace: Workspace, host: str, port: int, workers: int) -> None:
    """Serve the pages."""
    port = _free(host, port)
    click.echo(f"Serving on http://{host}:{port}/ (stop with Ctrl+C)", err=True)
    if sys.platform == "win32":
        _serve_windows(workspace, host, port)
    else:
        _serve_gunicorn(workspace, host, port, workers)


def _free(host: str, port: int) -> int:
    """The port, when nobody else listens on it; for port 0 one that the system chooses."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            message = f"Cannot listen on {host}:{port}: {error.strerror}. Choose another with --port or --host."
            raise click.ClickException(message) from error
        return int(probe.getsockname()[1])


def _serve_gunicorn(workspace: Workspace, host: str, port: int, workers: int) -> None:
    from gunicorn.app.base import BaseApplication  # not there on Windows

    from rights_search.web import create_app  # Flask only where pages are served

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            settings = {
                "bind": address,
                "workers": workers,
                "threads": 4,
                "worker_class": "gthread",
                "loglevel": "warning",
                "timeout": 60,
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> object:
            return create_app(workspace)

    Server().run()


def _serve_windows(workspace: Workspace, host: str, port: int) -> None:
    from waitress import serve as run

    from rights_search.web import create_app

    run(create_app(workspace), host=host, port=port, threads=8)
