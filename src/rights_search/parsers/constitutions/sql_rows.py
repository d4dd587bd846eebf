"""The rows that a MySQL dump inserts, read character by character: strings may hold anything, even SQL."""

import re
from collections.abc import Iterator

from msgspec import Struct

INSERT = re.compile(r"INSERT\s+INTO\s+`?(\w{1,64})`?\s*\(([^()]{1,2000})\)\s*VALUES\s*", re.IGNORECASE)
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "b": "\b", "Z": "\x1a"}
#: A run of a string's ordinary characters, up to a quote or a backslash.
_RUN = {"'": re.compile(r"[^'\\]*"), '"': re.compile(r'[^"\\]*')}
_BARE = re.compile(r"[^,()'\";]*")


class Row(Struct, frozen=True):
    """A row: its table, and its values as text by column."""

    table: str
    values: dict[str, str]


def rows_of(text: str) -> Iterator[Row]:
    """Every row of every INSERT with a list of columns; what is no INSERT is passed over, strings and all."""
    at = 0
    while match := INSERT.search(text, at):
        columns = [column.strip(' `"\n\t') for column in match[2].split(",")]
        at = match.end()
        while at < len(text) and text[at] == "(":
            values, at = _tuple(text, at + 1)
            if len(values) == len(columns):
                yield Row(match[1], dict(zip(columns, values, strict=True)))
            at = _skip(text, at, ", \t\n")


def _tuple(text: str, at: int) -> tuple[list[str], int]:
    """The values up to the closing parenthesis, and where it ends; a dump cut short ends the values."""
    values: list[str] = []
    while at < len(text):
        at = _skip(text, at, " \t\n")
        if text[at : at + 1] in ("'", '"'):
            value, at = _string(text, at)
        else:
            found = _BARE.match(text, at)
            value = found[0].strip() if found else ""
            at = found.end() if found else at
            value = "" if value.upper() == "NULL" else value
        values.append(value)
        at = _skip(text, at, " \t\n")
        if text[at : at + 1] != ",":
            return values, at + 1
        at += 1
    return values, at


def _string(text: str, at: int) -> tuple[str, int]:
    """The string whose opening quote stands at the place, unescaped, and where it ends."""
    quote, at = text[at], at + 1
    pieces: list[str] = []
    while at < len(text):
        run = _RUN[quote].match(text, at)
        if run:
            pieces.append(run[0])
            at = run.end()
        character, following = text[at : at + 1], text[at + 1 : at + 2]
        if character == "\\":
            pieces.append(ESCAPES.get(following, following))
            at += 2
        elif character == quote and following == quote:  # '' is a quote inside a string
            pieces.append(quote)
            at += 2
        else:
            return "".join(pieces), at + 1
    return "".join(pieces), at


def _skip(text: str, at: int, characters: str) -> int:
    while at < len(text) and text[at] in characters:
        at += 1
    return at
