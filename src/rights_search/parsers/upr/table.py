"""Tables of recommendations of the Universal Periodic Review, as UPR Info's database and ministries give them out.

One row for each recommending State; columns are found by their names. The rows in which several States recommend
the same words to one State in one session are one recommendation, by its number where the table has that.
"""

import hashlib
import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from rights_search.errors import ParseError, Refusal
from rights_search.model import Document, LeftOut, Parsed, Passage, PassageKind, Problem, Report, Source, SourceKind
from rights_search.model.kinds import Standing
from rights_search.model.symbols import DocumentSymbol
from rights_search.parsers.base import shortened, text_of
from rights_search.parsers.eids import eid, unique
from rights_search.parsers.language import language_of
from rights_search.parsers.sheets import Columns, Table, account_for, has_table, tables_in
from rights_search.parsers.table_dates import date_in
from rights_search.parsers.upr.columns import columns_of, needed_beside, state_declared
from rights_search.parsers.upr.numbers import number_in, sure
from rights_search.parsers.upr.recommendations import ANSWERS, state_named, states_in
from rights_search.parsers.upr.sessions import cycle_of, year_of
from rights_search.vocabulary import fold, states

NOT_A_WORD = re.compile(r"[\W_]+")


class Recommendation(Struct):
    """One recommendation, with the States that made it and what was answered to each."""

    text: str
    words: str  #: by which it is known again
    place: str
    number: str = ""
    path: tuple[str, ...] = ()  #: the theme it stands under
    by: dict[str, None] = field(default_factory=dict)
    responses: set[str] = field(default_factory=set)


class Review(Struct):
    """The recommendations to one State in one session, in their order and by their words."""

    state: str
    session: str
    place: str
    as_text: bool = False  #: its numbers are as printed, since no spreadsheet has had them
    recommendations: list[Recommendation] = field(default_factory=list)
    by_words: dict[str, list[Recommendation]] = field(default_factory=dict)
    dates: dict[str, None] = field(default_factory=dict)
    symbols: dict[str, None] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


def recognises(source: Source) -> bool:
    """A head among the first rows that names the recommendation, who made it and the State under review."""
    return has_table(source, lambda names: columns_of(names, source.declared))


def parse(source: Source) -> Parsed:
    """One document for each State and session.

    Raises:
        ParseError: the table has no head we know, no row, or a quotation mark that is never closed.
    """
    tables, unread = tables_in(text_of(source), lambda names: columns_of(names, source.declared))
    taken = _Table(source.path, state_declared(source.declared))
    for table in tables:
        taken.begin(table)
        for place, cells in table.rows:
            taken.take(place, cells)
    if not taken.reviews:
        raise ParseError("no row below the head names a State we know and a recommendation")
    written = [_document(review, taken.problems, source) for review in taken.reviews.values()]
    left_out, others = account_for(unread, source.path, needed_beside((), source.declared))
    first, *further = _by_symbol(written)
    documents = (replace(first, left_out=(*left_out, *first.left_out)), *further)
    return Parsed(documents, (*others, *shortened(taken.problems, source.path)))


def read_rows(
    columns: Columns, rows: Iterable[tuple[str, list[str]]], state: str, source: Source, above: int
) -> Parsed:
    """The documents of rows that another reader found, below a title of so many characters.

    Raises:
        ParseError: no row has a recommendation.
    """
    taken = _Table(source.path, state, as_text=True)
    taken.begin(table := Table(columns, iter(rows)))
    for place, cells in table.rows:
        taken.take(place, cells)
    if not taken.reviews:
        raise ParseError("no row below the head has a recommendation", code=Refusal.FORM)
    written = [_document(review, taken.problems, source) for review in taken.reviews.values()]
    first, *further = _by_symbol(written)
    title = (LeftOut("title above the table", above),) if above else ()
    return Parsed(
        (replace(first, left_out=(*title, *first.left_out)), *further), shortened(taken.problems, source.path)
    )


class _Table:
    """Takes the rows one by one and puts each where it belongs."""

    def __init__(self, path: str, state: str, *, as_text: bool = False) -> None:
        """Begin, with the State under review that is declared, if one is."""
        self._as_text = as_text
        self.reviews: dict[tuple[str, str], Review] = {}
        self.problems: list[Problem] = []
        self._columns: Columns = {}
        self._others: set[int] = set()
        self._path = path
        self._state = state
        self._without_session = False

    def begin(self, table: Table) -> None:
        """The rows that follow are those of this table."""
        self._columns = table.columns
        self._others = set(table.columns.values())
        for place, doubt in table.doubts:
            self._problem(place, doubt)

    def take(self, place: str, cells: list[str]) -> None:
        """One row."""
        cell = {name: cells[at].strip() if at < len(cells) else "" for name, at in self._columns.items()}
        state = state_named(cell["reviewed"]) if cell.get("reviewed") else self._state
        text = html.unescape(cell["recommendation"]).strip()
        if not state or not text:
            printed = cell.get("reviewed", "")
            unknown = f"State under review “{printed}” is no State we know" if printed else "has no State under review"
            what = "has no recommendation" if state else unknown
            self._problem(place, f"{what}; the row is left out")
            return
        if cell.get("reviewed") and f"\n{cell['reviewed']}" in text:
            self._problem(place, "runs over into the next row: is a quotation mark missing?")
        review = self._review(place, state, cell)
        recommendation = _recommendation(review, text, number_in(cell.get("number", "")), place)
        if theme := cell.get("theme", ""):
            recommendation.path = recommendation.path or (theme,)
        recommendation.by.update(dict.fromkeys(self._recommending(place, cell["recommending"])))
        recommendation.responses.add(self._response(place, cell.get("response", "")))
        other = sum(len(value) for at, value in enumerate(cells) if at not in self._others)
        review.left_out["columns that no passage has"] += other

    def _problem(self, place: str, message: str) -> None:
        self.problems.append(Problem(self._path, place, message))

    def _review(self, place: str, state: str, cell: dict[str, str]) -> Review:
        digits = re.search(r"\d{1,3}", cell.get("session", ""))
        session = str(int(digits[0])) if digits else ""
        symbol = " ".join(cell.get("symbol", "").split())
        if not session and not symbol and not self._without_session:
            self._problem(place, "has no session; kept in a document without one")
            self._without_session = "session" not in cell  # said once of a table without the column
        review = self.reviews.setdefault(
            (state, session or symbol.upper()), Review(state, session, place, self._as_text)
        )
        if symbol:
            review.symbols[symbol] = None
        if date := cell.get("date", ""):
            review.dates[date] = None
        return review

    def _recommending(self, place: str, printed: str) -> Iterator[str]:
        """One State a row as a rule; some tables join them."""
        known, unknown = states_in(printed)
        for name in unknown:
            self._problem(place, f"recommending State “{name}” is no State we know")
        yield from known

    def _response(self, place: str, printed: str) -> str:
        answer = fold(printed)
        if answer not in ANSWERS:
            self._problem(place, f"response “{printed}” is neither Supported nor Noted")
        return ANSWERS.get(answer, "")


def _recommendation(review: Review, text: str, number: str, place: str) -> Recommendation:
    """The recommendation of these words, known already or new; two numbers are two, though their words are the same."""
    words = normalised(text)
    same = review.by_words.setdefault(words, [])
    for known in same:
        if not number or known.number in ("", number):
            known.number = known.number or number
            review.left_out["the same words of another State"] += len(text)
            return known
    new = Recommendation(text, words, place, number)
    same.append(new)
    review.recommendations.append(new)
    return new


def normalised(text: str) -> str:
    """The words alone, so that spaces, capitals and full stops do not tell two recommendations apart."""
    return NOT_A_WORD.sub(" ", text.casefold() if text.isascii() else fold(text)).strip()


def _document(review: Review, problems: list[Problem], source: Source) -> Document:
    passages = tuple(_passages(review, problems, source.path))
    language = language_of(" ".join(passage.text for passage in passages[:10]), source.declared.language)
    symbol = _symbol(review, problems, source.path)
    return Document(
        id="-".join(part for part in ("upr", review.state.lower(), review.session) if part),
        kind=SourceKind.UPR,
        title=_title(review, language),
        language=language,
        standing=Standing.EXCERPT,
        passages=passages,
        symbol=symbol.text if symbol else "",
        body="upr",
        states=(review.state,),
        date=_date(review, problems, source.path) or year_of(review.session),
        url=source.declared.url,
        facts=Report(session=review.session, cycle=cycle_of(review.session)),
        left_out=tuple(LeftOut(rule, count) for rule, count in review.left_out.items() if count),
        source=source.path,
    )


def _by_symbol(documents: list[Document]) -> Iterator[Document]:
    """Each under the name that the report has, where it is the only one with that symbol."""
    count = Counter(document.symbol for document in documents)
    for document in documents:
        alone = document.symbol and count[document.symbol] == 1
        yield replace(document, id=DocumentSymbol.parse(document.symbol).id) if alone else document


def _symbol(review: Review, problems: list[Problem], path: str) -> DocumentSymbol | None:
    if len(review.symbols) > 1:
        problems.append(Problem(path, review.place, f"one session has several symbols: {', '.join(review.symbols)}"))
    elif review.symbols:
        (printed,) = review.symbols
        try:
            return DocumentSymbol.parse(printed)
        except ParseError:
            problems.append(Problem(path, review.place, f"“{printed[:60]}” is no document symbol of a known form"))
    return None


def _date(review: Review, problems: list[Problem], path: str) -> str:
    """The day of adoption; where rows differ, what their dates have in common."""
    read = {}
    for printed in review.dates:
        read[printed], doubt = date_in(printed)
        if doubt:
            problems.append(Problem(path, review.place, f"date “{printed[:40]}”: {doubt}; write it as year-month-day"))
    known = {date for date in read.values() if date}
    if len(known) < 2:
        return known.pop() if known else ""
    problems.append(Problem(path, review.place, f"one session has several dates: {', '.join(sorted(known)[:5])}"))
    years = {date[:4] for date in known}
    return years.pop() if len(years) == 1 else ""


def _title(review: Review, language: str) -> str:
    """Its title is ours: the table has none."""
    name = states()[review.state].title("es" if language == "es" else "en")
    if language == "es":
        session = f", {review.session}.º período de sesiones" if review.session else ""
        return f"Examen Periódico Universal{session}: recomendaciones a {name}"
    session = f", session {review.session}" if review.session else ""
    return f"Universal Periodic Review{session}: recommendations to {name}"


def _passages(review: Review, problems: list[Problem], path: str) -> Iterator[Passage]:
    taken: set[str] = set()
    numbers = sure([one.number for one in review.recommendations], as_text=review.as_text)
    for one, (number, doubt) in zip(review.recommendations, numbers, strict=True):
        if doubt:
            problems.append(Problem(path, one.place, doubt))
        if len(one.responses) > 1:
            message = "States that recommend the same words were answered differently"
            problems.append(Problem(path, one.place, message))
        # By its words where it has no number, so that a table in another order gives the same address.
        name = eid(("rec", number or hashlib.sha256(one.words.encode()).hexdigest()[:10]))
        yield Passage(
            eid=unique(name, taken),
            num=number,
            kind=PassageKind.RECOMMENDATION,
            text=one.text,
            path=one.path,
            recommended_by=tuple(one.by),
            response=next(iter(one.responses)) if len(one.responses) == 1 else "",
        )
