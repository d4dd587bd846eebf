"""The rows of an export of the Index, from its JSON or from a table with the same columns.

The fields are those of https://uhri.ohchr.org/api/uhri/export-results: one object an annotation, its lists as lists.
A table has them as columns, under the same names or with spaces between the words; lists are parted by “;” or “|”.
"""

import csv
import io
import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct, field

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source
from rights_search.parsers.base import text_of
from rights_search.vocabulary import fold

#: An export begins like this: within its first object both fields stand.
JSON = re.compile(r'\s*\[\s*\{[^[\]{}]{0,200}(?:"AnnotationId"|"AffectedPersons"|"Symbol"|"Text")')
SURE = ('"AnnotationId"', '"AnnotationType"')
#: The head of a table stands among the first lines.
HEAD_LINES = 10
DELIMITERS = ";,\t|"
SEVERAL = re.compile(r"\s*[;|\n]\s*")
NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
#: What a column may be called beside the name of its field, folded and without spaces.
ALSO_CALLED = {
    "documentsymbol": "symbol",
    "simbolo": "symbol",
    "annotation": "text",
    "texto": "text",
    "country": "countries",
    "state": "countries",
    "states": "countries",
    "stateentity": "countries",
    "paises": "countries",
    "mechanism": "body",
    "organo": "body",
    "type": "annotationtype",
    "tipo": "annotationtype",
    "date": "publicationdate",
    "fecha": "publicationdate",
    "recommendingstate": "uprrecommendingcountry",
    "recommendingstates": "uprrecommendingcountry",
    "uprrecommendingstate": "uprrecommendingcountry",
    "uprposition": "uprpositions",
    "position": "uprpositions",
}
NEEDED = {"symbol", "text", "countries"}
#: One of these beside them tells the table from any other with a symbol and a text.
TELLING = {"annotationtype", "annotationid", "affectedpersons", "uprpositions"}


class Row(Struct, rename="pascal", frozen=True):
    """An annotation: a paragraph, or a part of one, with the labels that the Index gave it."""

    symbol: str | None = ""
    text: str | None = ""
    body: str | None = ""
    annotation_type: str | None = ""
    countries: list[str] = field(default_factory=list)
    publication_date: str | None = ""
    upr_cycle: str | None = ""
    upr_session: list[str] | str | None = field(default_factory=list)
    upr_positions: list[str] = field(default_factory=list)
    upr_recommending_country: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    affected_persons: list[str] = field(default_factory=list)
    sdgs: list[str] = field(default_factory=list)

    @property
    def labels(self) -> int:
        """The characters of its labels."""
        return sum(len(label) for label in (*self.themes, *self.affected_persons, *self.sdgs))


#: The columns of a table that hold lists.
LISTS = {"countries", "uprpositions", "uprrecommendingcountry", "themes", "affectedpersons", "sdgs"}
FIELDS = {NOT_ALPHANUMERIC.sub("", name): name for name in Row.__struct_fields__}


def is_export(source: Source) -> bool:
    """A JSON list of annotations, or a table with the columns of one."""
    try:
        beginning = text_of(Source(source.path, source.data[:16384]))
    except ParseError:
        return False
    if JSON.match(beginning):
        return any(name in beginning for name in SURE)
    return any(_columns(line) for line in beginning.split("\n")[:HEAD_LINES])


def rows_of(source: Source) -> Iterator[tuple[str, Row]]:
    """Each row with its place.

    Raises:
        ParseError: the JSON or the table is damaged.
    """
    text = text_of(source)
    return _of_json(text) if text.lstrip().startswith("[") else _of_table(text)


def _of_json(text: str) -> Iterator[tuple[str, Row]]:
    try:
        rows = msgspec.json.decode(text, type=list[Row], strict=False)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise ParseError(f"not an export of the Index ({error}): export it again", code=Refusal.DAMAGED) from error
    for number, row in enumerate(rows, 1):
        yield f"entry {number}", row


def _of_table(text: str) -> Iterator[tuple[str, Row]]:
    lines = text.split("\n", HEAD_LINES)[:HEAD_LINES]
    head = next(number for number, line in enumerate(lines) if _columns(line))
    delimiter, columns = _columns(lines[head]) or ("", {})
    reader = csv.reader(io.StringIO("\n".join(text.split("\n")[head + 1 :])), delimiter=delimiter)
    try:
        for cells in reader:
            if any(cells):
                yield f"row {head + 1 + reader.line_num}", _row(cells, columns)
    except csv.Error as error:
        raise ParseError(
            f"line {head + 1 + reader.line_num}: {error}; is there a quotation mark that is never closed?",
            code=Refusal.DAMAGED,
        ) from error


def _row(cells: list[str], columns: dict[str, int]) -> Row:
    found: dict[str, str | list[str]] = {}
    for name, place in columns.items():
        value = cells[place].strip() if place < len(cells) else ""
        found[FIELDS[name]] = [part for part in SEVERAL.split(value) if part] if name in LISTS else value
    return Row(**found)  # type: ignore[arg-type]


def _columns(line: str) -> tuple[str, dict[str, int]] | None:
    """The delimiter and the place of each column we read, where this line is the head of an export."""
    delimiter = max(DELIMITERS, key=line.count)
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return None
    found: dict[str, int] = {}
    telling = False
    for place, cell in enumerate(cells):
        printed = NOT_ALPHANUMERIC.sub("", fold(cell))
        name = ALSO_CALLED.get(printed, printed)
        telling = telling or name in TELLING
        if name in FIELDS:
            found.setdefault(name, place)
    return (delimiter, found) if telling and found.keys() >= NEEDED else None
