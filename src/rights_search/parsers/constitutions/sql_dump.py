"""A constitution in a MySQL dump: a table of articles, tables of titles, chapters and sections, one that joins them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rights_search.errors import ParseError
from rights_search.model import Document, LeftOut, Parsed, Passage, Problem, Source, SourceKind, Standing
from rights_search.parsers.base import text_of, visible
from rights_search.parsers.constitutions import document as constitution
from rights_search.parsers.constitutions.records import Entry, entry_of, passage_of, width_of
from rights_search.parsers.constitutions.sql_rows import Row, rows_of
from rights_search.parsers.language import language_of
from rights_search.vocabulary import constitution_id

ARTICLE = re.compile(r"art", re.IGNORECASE)
WORDS = re.compile(r"desc|texto|text|conten|cuerpo|body", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,4}")


class Tables(Struct, frozen=True):
    """What the dump says: each article's words by its code, and the codes of what stands above it."""

    articles: Mapping[str, str]
    above: Mapping[str, tuple[str, ...]]


def recognises(source: Source) -> bool:
    """SQL that fills a table of articles, and speaks of a constitution."""
    head = source.data[:20_000].lower()
    return b"insert into" in head and b"art" in head and b"constituci" in source.data[:400_000].lower()


def parse(source: Source) -> Parsed:
    """The constitution.

    Raises:
        ParseError: no table of it holds articles.
    """
    text = text_of(source)
    tables = _tables(list(rows_of(text)))
    numbered = sorted((int(found[0]), code) for code in tables.articles if (found := _DIGITS.search(code)))
    seen: dict[int, str] = {}
    for number, code in numbered:
        seen.setdefault(number, code)
    entries = {number: entry_of(tables.articles[code]) for number, code in seen.items()}
    width = width_of(entries.values())
    passages = tuple(
        passage_of(number, entries[number], tables.above.get(code, ()), width) for number, code in seen.items()
    )
    if not passages:
        raise ParseError("no table of articles in it: one must have a column for the article and one for its words")
    repeated = [code for number, code in numbered if seen[number] != code]
    left = _left(text, tables, list(entries.values()), sum(visible(tables.articles[code]) for code in repeated))
    document = _document(passages, source, left)
    return Parsed((document,), tuple(_problems(document, len(repeated), tables, source)))


def _tables(rows: Sequence[Row]) -> Tables:
    """Find out which table is which: by the columns that they share."""
    by_table: dict[str, list[Row]] = {}
    for row in rows:
        alike = by_table.setdefault(row.table, [])
        if not alike or alike[0].values.keys() == row.values.keys():  # a damaged row has other columns
            alike.append(row)
    article = _article_columns(by_table)
    if article is None:
        return Tables({}, {})
    table, code, words = article
    articles = {row.values[code]: row.values[words] for row in by_table[table]}
    names = {
        column: {row.values[column]: _other(row, column) for row in table_rows}
        for column, table_rows in _keyed(by_table, code).items()
    }
    joining = next((found for found in by_table.values() if code in found[0].values and found[0].table != table), [])
    above = {
        row.values[code]: tuple(names[column].get(row.values[column], "") for column in row.values if column in names)
        for row in joining
    }
    return Tables(articles, above)


def _article_columns(by_table: Mapping[str, Sequence[Row]]) -> tuple[str, str, str] | None:
    """The table of articles, the column of their codes and the column of their words."""
    best: tuple[int, tuple[str, str, str]] | None = None
    for table, rows in by_table.items():
        columns = list(rows[0].values)
        words = next((column for column in columns if WORDS.search(column)), "")
        code = next((column for column in columns if column != words and ARTICLE.search(column)), "")
        if words and code:
            size = sum(len(row.values.get(words, "")) for row in rows)
            if best is None or size > best[0]:
                best = size, (table, code, words)
    return best[1] if best else None


def _keyed(by_table: Mapping[str, Sequence[Row]], article: str) -> dict[str, Sequence[Row]]:
    """The tables of two columns by their key: a code and a name."""
    return {
        next(iter(rows[0].values)): rows
        for rows in by_table.values()
        if len(rows[0].values) == 2 and article not in rows[0].values
    }


def _other(row: Row, column: str) -> str:
    return next(value for name, value in row.values.items() if name != column)


def _left(text: str, tables: Tables, entries: Sequence[Entry], repeated: int) -> tuple[LeftOut, ...]:
    counted = {
        "SQL around the articles, and the names of titles (kept in paths)": visible(text)
        - sum(map(visible, tables.articles.values())),
        "articles that repeat a number": repeated,
        "rulings copied into articles": sum(entry.ruling for entry in entries),
        "headings (kept in the next article's path)": sum(entry.headings for entry in entries),
    }
    return tuple(LeftOut(rule, count) for rule, count in counted.items() if count)


def _document(passages: tuple[Passage, ...], source: Source, left: tuple[LeftOut, ...]) -> Document:
    code, state = constitution.state_of((), (p.text for p in passages), source.declared.state)
    language = language_of(" ".join(p.text for p in passages[:20]), source.declared.language)
    numbers = {int(p.num) for p in passages}
    return Document(
        id=constitution_id(state),
        kind=SourceKind.CONSTITUTION,
        title=source.declared.title or constitution.title_of(code, state, language),
        language=language,
        standing=Standing.OFFICIAL,
        passages=passages,
        states=(code,) if code else (),
        date=source.declared.date,
        url=source.declared.url,
        left_out=left,
        gaps=tuple(f"art_{number}" for number in range(min(numbers), max(numbers)) if number not in numbers),
        source=source.path,
    )


def _problems(document: Document, repeated: int, tables: Tables, source: Source) -> Iterator[Problem]:
    for gap in document.gaps:
        yield Problem(source.path, document.id, f"the numbering says that {gap} is missing")
    if repeated:
        yield Problem(source.path, document.id, f"{repeated} articles repeat a number and were left out")
    if not document.states:
        yield Problem(source.path, document.title, "names no State of ours: declare its state")
    if not tables.above:
        yield Problem(source.path, document.id, "no table says under which title and chapter its articles stand")
