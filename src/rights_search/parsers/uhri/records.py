"""The rows of an export of the Index, from its JSON or from a table with the same columns.

The fields are those of https://uhri.ohchr.org/api/uhri/export-results: one object an annotation, its lists as lists.
A table has them as columns, under the same names or with spaces between the words; lists are parted by “;” or “|”.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct, field

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source
from rights_search.parsers.base import text_of
from rights_search.parsers.json_lists import is_json, keys_in, records_in
from rights_search.parsers.sheets import Columns, Table, Unread, has_table, tables_in
from rights_search.vocabulary import fold

#: The keys that only the JSON of the Index has.
SURE = {"AnnotationId", "AnnotationType"}
BESIDE = {"AffectedPersons", "Symbol", "Text"}
SEVERAL = re.compile(r"\s*[;|\n]\s*")
NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
#: What a column may be called beside the name of its field, folded and without spaces.
ALSO_CALLED = {
    **dict.fromkeys(("documentsymbol", "simbolo", "simbolodeldocumento", "cote", "cotedudocument"), "symbol"),
    **dict.fromkeys(("annotation", "texto", "texte"), "text"),
    **dict.fromkeys(("country", "state", "states", "stateentity", "pais", "paises", "pays", "estado"), "countries"),
    **dict.fromkeys(("mechanism", "organo", "mecanismo", "organe", "mecanisme"), "body"),
    **dict.fromkeys(("type", "tipo", "tipodeanotacion", "typedannotation", "typeannotation"), "annotationtype"),
    **dict.fromkeys(("date", "documentpublicationdate", "fecha", "fechadepublicacion"), "publicationdate"),
    **dict.fromkeys(("datedepublication",), "publicationdate"),
    **dict.fromkeys(("recommendingstate", "recommendingstates", "uprrecommendingstate"), "uprrecommendingcountry"),
    **dict.fromkeys(("estadoquerecomienda", "estadorecomendante", "paisquerecomienda"), "uprrecommendingcountry"),
    **dict.fromkeys(("etatrecommandant", "etatauteurdelarecommandation"), "uprrecommendingcountry"),
    **dict.fromkeys(("uprposition", "position", "posicion", "posiciones"), "uprpositions"),
    **dict.fromkeys(("temas",), "themes"),
    **dict.fromkeys(("personasafectadas", "personnesconcernees"), "affectedpersons"),
    **dict.fromkeys(("ods", "odd"), "sdgs"),
    **dict.fromkeys(("sesion", "session", "sesiondelepu", "sessiondelepu"), "uprsession"),
    **dict.fromkeys(("ciclo", "cycle", "ciclodelepu", "cycledelepu"), "uprcycle"),
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
    return has_table(source, lambda names: columns_of(names) or _of_the_index(names))


def _of_the_index(names: Sequence[str]) -> Columns:
    """The keys of the JSON of the Index, which may be cut off before the last."""
    keys = set(names)
    return {name: 0 for name in keys if SURE & keys and len((SURE | BESIDE) & keys) > 1}


def rows_of(source: Source) -> tuple[Iterator[tuple[str, Row]], list[Unread], list[tuple[str, str]]]:
    """Each row with its place; the sheets of a workbook that have no such rows; and doubts, each with its place.

    Raises:
        ParseError: the JSON or the table is damaged.
    """
    text = text_of(source)
    if is_json(text) and SURE.intersection(keys_in(text)):
        return _of_json(text), [], []
    tables, unread = tables_in(text, columns_of)
    return _of_tables(tables), unread, [doubt for table in tables for doubt in table.doubts]


def _of_json(text: str) -> Iterator[tuple[str, Row]]:
    try:
        records = [one for found in records_in(text, _of_the_index) for one in found.objects]
        rows = msgspec.convert(records, type=list[Row], strict=False)
    except (msgspec.ValidationError, ParseError) as error:
        raise ParseError(f"not an export of the Index ({error}): export it again", code=Refusal.DAMAGED) from error
    for number, row in enumerate(rows, 1):
        yield f"entry {number}", row


def _of_tables(tables: Sequence[Table]) -> Iterator[tuple[str, Row]]:
    for table in tables:
        for place, cells in table.rows:
            yield place, _row(cells, table.columns)


def _row(cells: list[str], columns: Columns) -> Row:
    found: dict[str, str | list[str]] = {}
    for name, place in columns.items():
        value = cells[place].strip() if place < len(cells) else ""
        found[FIELDS[name]] = [part for part in SEVERAL.split(value) if part] if name in LISTS else value
    return Row(**found)  # type: ignore[arg-type]


def columns_of(names: Sequence[str]) -> Columns:
    """The place of each column we read, where this is the head of an export; else none."""
    found: Columns = {}
    telling = False
    for place, cell in enumerate(names):
        printed = NOT_ALPHANUMERIC.sub("", fold(cell))
        name = ALSO_CALLED.get(printed, printed)
        telling = telling or name in TELLING
        if name in FIELDS:
            found.setdefault(name, place)
    return found if telling and found.keys() >= NEEDED else {}
