"""Tables of recommendations of the Universal Periodic Review, as UPR Info's database gives them out.

One row for each recommending State; columns are found by their names. The rows in which several States recommend
the same words to one State in one session are one recommendation.
"""

import csv
import hashlib
import html
import io
import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from rights_search.errors import ParseError, Refusal
from rights_search.model import Document, LeftOut, Parsed, Passage, PassageKind, Problem, Report, Source, SourceKind
from rights_search.model.kinds import Standing
from rights_search.parsers.base import shortened, text_of
from rights_search.parsers.eids import unique
from rights_search.parsers.language import language_of
from rights_search.parsers.upr.recommendations import state_named
from rights_search.parsers.upr.sessions import cycle_of, year_of
from rights_search.vocabulary import fold, states

#: What a column is called (folded), in the tables of UPR Info and in others made from them.
COLUMNS = {
    "reviewed": {"sur", "state under review", "reviewed state", "estado examinado", "estado bajo revision"},
    "recommendation": {"recommendation", "recommendations", "text", "recomendacion", "texto"},
    "recommending": {"rs", "recommending state", "recommending", "estado recomendante", "estado que recomienda"},
    "response": {"response", "position", "respuesta", "posicion"},
    "session": {"session", "upr session", "sesion", "periodo de sesiones"},
}
NEEDED = {"reviewed", "recommendation", "recommending"}
DELIMITERS = ";,\t|"
#: The head stands among the first lines, below a title or a note at most.
HEAD_LINES = 10
RESPONSES = {
    "supported": "supported",
    "accepted": "supported",
    "aceptada": "supported",
    "apoyada": "supported",
    "noted": "noted",
    "rejected": "noted",
    "tomada nota": "noted",
    "rechazada": "noted",
    "": "",
}
SEVERAL = re.compile(r"[,;/](?![^()]{0,60}\))")
NOT_A_WORD = re.compile(r"[\W_]+")

Columns = dict[str, int]


class Recommendation(Struct):
    """One recommendation, with the States that made it and what was answered to each."""

    text: str
    by: dict[str, None] = field(default_factory=dict)
    responses: set[str] = field(default_factory=set)
    row: int = 0


class Review(Struct):
    """The recommendations to one State in one session, by their words."""

    state: str
    session: str
    recommendations: dict[str, Recommendation] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


def recognises(source: Source) -> bool:
    """A head among the first lines that names the State under review, the recommendation and who made it."""
    try:
        lines = text_of(Source(source.path, source.data[:8192])).split("\n")[:HEAD_LINES]
    except ParseError:
        return False
    return any(_columns(line) for line in lines)


def parse(source: Source) -> Parsed:
    """One document for each State and session.

    Raises:
        ParseError: the table has no head we know, no row, or a quotation mark that is never closed.
    """
    text = text_of(source)
    lines = text.split("\n", HEAD_LINES)[:HEAD_LINES]
    head = next((number for number, line in enumerate(lines) if _columns(line)), None)
    if head is None:
        raise ParseError("no line names the columns SuR, Recommendation and RS among the first ten")
    delimiter, columns = _columns(lines[head]) or ("", {})
    body = "\n".join(text.split("\n")[head + 1 :])
    table = _Table(columns, source.path)
    for row, cells in _rows(body, delimiter, head + 2):
        table.take(row, cells)
    if not table.reviews:
        raise ParseError("no row below the head names a State we know and a recommendation")
    documents = tuple(_document(review, table.problems, source) for review in table.reviews.values())
    return Parsed(documents, shortened(table.problems, source.path))


def _columns(line: str) -> tuple[str, Columns] | None:
    """The delimiter and the place of each column we read, where this line is the head."""
    delimiter = max(DELIMITERS, key=line.count)
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return None
    names = [fold(cell) for cell in cells]
    found = {
        column: next(place for place, name in enumerate(names) if name in known)
        for column, known in COLUMNS.items()
        if known & set(names)
    }
    return (delimiter, found) if found.keys() >= NEEDED else None


def _rows(body: str, delimiter: str, first: int) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins on."""
    reader = csv.reader(io.StringIO(body), delimiter=delimiter)
    line = first
    try:
        for cells in reader:
            if any(cells):
                yield line, cells
            line = first + reader.line_num
    except csv.Error as error:
        raise ParseError(
            f"line {line}: {error}; is there a quotation mark that is never closed?", code=Refusal.DAMAGED
        ) from error


class _Table:
    """Takes the rows one by one and puts each where it belongs."""

    def __init__(self, columns: Columns, path: str) -> None:
        """Begin a table with these columns."""
        self.reviews: dict[tuple[str, str], Review] = {}
        self.problems: list[Problem] = []
        self._columns = columns
        self._others = set(columns.values())
        self._path = path

    def take(self, row: int, cells: list[str]) -> None:
        """One row."""
        cell = {name: cells[place].strip() if place < len(cells) else "" for name, place in self._columns.items()}
        state = state_named(cell["reviewed"])
        text = html.unescape(cell["recommendation"]).strip()
        if not state or not text:
            what = "has no recommendation" if state else f"State under review “{cell['reviewed']}” is no State we know"
            self._problem(row, f"{what}; the row is left out")
            return
        if f"\n{cell['reviewed']}" in text:
            self._problem(row, "runs over into the next row: is a quotation mark missing?")
        review = self._review(row, state, cell.get("session", ""))
        recommendation = _recommendation(review, text, row)
        recommendation.by.update(dict.fromkeys(self._recommending(row, cell["recommending"])))
        recommendation.responses.add(self._response(row, cell.get("response", "")))
        other = sum(len(value) for place, value in enumerate(cells) if place not in self._others)
        review.left_out["columns that no passage has"] += other

    def _problem(self, row: int, message: str) -> None:
        self.problems.append(Problem(self._path, f"row {row}", message))

    def _review(self, row: int, state: str, printed: str) -> Review:
        digits = re.search(r"\d{1,3}", printed)
        session = str(int(digits[0])) if digits else ""
        if not session:
            self._problem(row, "has no session; kept in a document without one")
        return self.reviews.setdefault((state, session), Review(state, session))

    def _recommending(self, row: int, printed: str) -> Iterator[str]:
        """One State a row as a rule; some tables join them."""
        names = html.unescape(printed).strip()
        for name in [names] if state_named(names) else SEVERAL.split(names):
            if code := state_named(name):
                yield code
            elif name.strip():
                self._problem(row, f"recommending State “{name.strip()}” is no State we know")

    def _response(self, row: int, printed: str) -> str:
        answer = fold(printed)
        if answer not in RESPONSES:
            self._problem(row, f"response “{printed}” is neither Supported nor Noted")
        return RESPONSES.get(answer, "")


def _recommendation(review: Review, text: str, row: int) -> Recommendation:
    """The recommendation of these words, known already or new."""
    key = normalised(text)
    if known := review.recommendations.get(key):
        review.left_out["the same words of another State"] += len(text)
        return known
    return review.recommendations.setdefault(key, Recommendation(text, row=row))


def normalised(text: str) -> str:
    """The words alone, so that spaces, capitals and full stops do not tell two recommendations apart."""
    return NOT_A_WORD.sub(" ", text.casefold() if text.isascii() else fold(text)).strip()


def _document(review: Review, problems: list[Problem], source: Source) -> Document:
    taken: set[str] = set()
    passages = tuple(_passage(r, taken, problems, source.path) for r in review.recommendations.items())
    language = language_of(" ".join(passage.text for passage in passages[:10]), source.declared.language)
    return Document(
        id="-".join(part for part in ("upr", review.state.lower(), review.session) if part),
        kind=SourceKind.UPR,
        title=_title(review, language),
        language=language,
        standing=Standing.EXCERPT,
        passages=passages,
        body="upr",
        states=(review.state,),
        date=year_of(review.session),
        url=source.declared.url,
        facts=Report(session=review.session, cycle=cycle_of(review.session)),
        left_out=tuple(LeftOut(rule, count) for rule, count in review.left_out.items() if count),
        source=source.path,
    )


def _title(review: Review, language: str) -> str:
    """Its title is ours: the table has none."""
    name = states()[review.state].title("es" if language == "es" else "en")
    if language == "es":
        session = f", {review.session}.º período de sesiones" if review.session else ""
        return f"Examen Periódico Universal{session}: recomendaciones a {name}"
    session = f", session {review.session}" if review.session else ""
    return f"Universal Periodic Review{session}: recommendations to {name}"


def _passage(item: tuple[str, Recommendation], taken: set[str], problems: list[Problem], path: str) -> Passage:
    key, recommendation = item
    if len(recommendation.responses) > 1:
        problems.append(
            Problem(path, f"row {recommendation.row}", "States that recommend the same words were answered differently")
        )
    return Passage(
        # By its words, so that a table in another order gives the same address.
        eid=unique(f"rec_{hashlib.sha256(key.encode()).hexdigest()[:10]}", taken),
        kind=PassageKind.RECOMMENDATION,
        text=recommendation.text,
        recommended_by=tuple(recommendation.by),
        response=next(iter(recommendation.responses)) if len(recommendation.responses) == 1 else "",
    )
