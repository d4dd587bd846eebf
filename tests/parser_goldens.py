"""What the tests of constitutions and treaties share: examples with what should be read from them, and accounts."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from rights_search.errors import ParseError
from rights_search.model import Document, Parsed, Source
from rights_search.parsers.base import unpack, visible
from rights_search.parsers.constitutions import bare as constitution_bare
from rights_search.parsers.constitutions import json_records as constitution_json
from rights_search.parsers.constitutions import mdx_pages as constitution_mdx
from rights_search.parsers.constitutions import outline as constitution_outline
from rights_search.parsers.constitutions import sql_dump as constitution_sql
from rights_search.parsers.treaties import html as treaty_html
from rights_search.parsers.treaties import text as treaty
from rights_search.parsers.treaties import udhr as udhr_html

DATA = Path(__file__).parent / "data"
#: Real documents beside the project; tests that need them skip where they are absent.
TEXTS = Path(__file__).parents[2] / "shared" / "texts"

Reader = tuple[str, Callable[[Source], bool], Callable[[Source], Parsed]]
#: In the order they must be asked.
READERS: tuple[Reader, ...] = (
    ("constitution_json", constitution_json.recognises, constitution_json.parse),
    ("constitution_sql", constitution_sql.recognises, constitution_sql.parse),
    ("constitution_mdx", constitution_mdx.recognises, constitution_mdx.parse),
    ("constitution_outline", constitution_outline.recognises, constitution_outline.parse),
    ("udhr_html", udhr_html.recognises, udhr_html.parse),
    ("constitution_bare", constitution_bare.recognises, constitution_bare.parse),
    ("treaty_html", treaty_html.recognises, treaty_html.parse),
    ("treaty", treaty.recognises, treaty.parse),
)


def examples(folder: str) -> list[Path]:
    """Every file that has its expectation beside it."""
    found = (DATA / folder).glob("*.expected.json")
    return sorted(path.with_name(path.name.removesuffix(".expected.json")) for path in found)


def source_of(path: Path) -> Source:
    return unpack(Source(path.name, path.read_bytes()))


def read(source: Source) -> Parsed:
    return next(parse for _, recognises, parse in READERS if recognises(source))(source)


def outline_of(source: Source) -> dict[str, Any]:
    """What was read, in the shape of an expectation."""
    reader = next((name for name, recognises, _ in READERS if recognises(source)), "none")
    try:
        parsed = read(source)
    except ParseError as error:
        return {"reader": reader, "refused": str(error)}
    return {
        "reader": reader,
        "documents": [_document(document) for document in parsed.documents],
        "problems": [problem.message for problem in parsed.problems],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "kind": str(document.kind),
        "language": document.language,
        "left_out": {item.rule: item.characters for item in document.left_out},
        "gaps": list(document.gaps),
        "passages": [
            {
                "eid": passage.eid,
                "num": passage.num,
                "heading": passage.heading,
                "begins": passage.text[:60],
                "path": list(passage.path),
                "anchors": [anchor.eid for anchor in passage.anchors],
                "notes": [note.text[:40] for note in passage.notes],
            }
            for passage in document.passages
        ],
    }


def accounted(documents: Iterable[Document]) -> int:
    """Every character that the documents hold or say they left out, spaces not counted."""
    return sum(
        sum(visible(p.text) + visible("" if p.eid.endswith("sec_preamble") else p.heading) for p in document.passages)
        + sum(visible(note.text) for p in document.passages for note in p.notes)
        + sum(item.characters for item in document.left_out)
        for document in documents
    )


def expectation(path: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads(path.with_name(f"{path.name}.expected.json").read_text("utf-8"))
    return expected
