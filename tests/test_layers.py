"""The architecture holds: imports point downwards, and each library has its room."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "rights_search"

#: Lowest layer first. A room may import itself and the layers below it, never a sibling.
LAYERS = (
    ("errors",),
    ("model",),
    ("vocabulary", "store", "workspace"),
    ("citations",),
    ("corpus", "parsers", "tagging", "fetch"),
    ("ingest", "index"),
    ("search",),
    ("web",),
    ("cli",),
    ("__main__",),
)
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}

#: Third-party libraries and the only rooms that may import them.
CONFINED = {
    "babel": {"web"},
    "bs4": {"parsers"},
    "charset_normalizer": {"parsers"},
    "click": {"cli"},
    "flask": {"web"},
    "flask_babel": {"web"},
    "flask_limiter": {"web"},
    "gunicorn": {"cli"},
    "httpx": {"fetch"},
    "lxml": {"parsers"},
    "olefile": {"parsers"},
    "pypdfium2": {"parsers"},
    "python_calamine": {"parsers"},
    "striprtf": {"parsers"},
    "markupsafe": {"web"},
    "numpy": {"index"},
    "msgspec": {
        "model",
        "vocabulary",
        "store",
        "workspace",
        "citations",
        "corpus",
        "fetch",
        "parsers",
        "tagging",
        "ingest",
        "index",
        "search",
        "cli",
        "web",
    },
    "platformdirs": {"workspace"},
    "py3langid": {"parsers"},
    "rich": {"cli"},
    "Stemmer": {"index"},
    "whoosh": {"index", "search"},
}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")
OURS = {"rights_search"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "use absolute imports"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downwards_and_each_library_has_its_room(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top in OURS:
            other = rest.partition(".")[0]
            assert other in {room, "__version__"} or RANK[other] < RANK[room], f"{room} imports {name}"
        assert room in CONFINED.get(top, {room}), f"{room} imports {name}"
