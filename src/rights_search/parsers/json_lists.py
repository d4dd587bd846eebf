"""Lists of records in JSON, wherever they stand: at its top, below keys, line by line, or one record alone.

Programs wrap what they export in objects of their own (`{"data": {"items": [...]}}`), with lists of other things beside
it. Which list is meant is told by the names of its records' fields, which the reader of tables knows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from rights_search.errors import ParseError, Refusal

#: So much of a text is looked through for keys.
BEGINNING = 262_144
#: Objects within objects; a record stands in no more of them.
DEEPEST = 12
_KEY = re.compile(r'"((?:[^"\\]|\\.){1,80})"\s*:')

Object = dict[str, Any]


class Records(Struct, frozen=True):
    """Records that belong together, the key they stand below, and the names of their fields."""

    key: str
    objects: Sequence[Object]
    names: Sequence[str]


def is_json(text: str) -> bool:
    """A list or an object of JSON, by its first letter."""
    return text.lstrip("\ufeff \t\r\n")[:1] in ("[", "{")


def keys_in(text: str) -> list[str]:
    """The keys in a piece of JSON, which may be cut off."""
    keys: dict[str, None] = {}
    for found in _KEY.finditer(text[:BEGINNING]):
        try:
            keys[msgspec.json.decode(f'"{found[1]}"', type=str)] = None
        except (msgspec.DecodeError, UnicodeEncodeError):
            continue
    return list(keys)


def records_in(text: str, fits: Callable[[Sequence[str]], object]) -> list[Records]:
    """Each list of records whose fields fit; what stands within such records is theirs.

    Raises:
        ParseError: it is no JSON.
    """
    data = _decoded(text)
    objects = [one for one in (data if isinstance(data, list) else [data]) if isinstance(one, dict)]
    return list(_fitting(objects, fits, "", DEEPEST))


def _fitting(
    objects: Sequence[Object], fits: Callable[[Sequence[str]], object], key: str, deep: int
) -> Iterator[Records]:
    names = list(dict.fromkeys(name for one in objects for name in one))
    if fits(names):
        yield Records(key, objects, names)
        return
    below: dict[str, list[Object]] = {}
    for one in objects if deep else ():
        for name, value in one.items():
            if isinstance(value, dict):
                below.setdefault(name, []).append(value)
            elif isinstance(value, list):
                below.setdefault(name, []).extend(item for item in value if isinstance(item, dict))
    for name, within in below.items():
        if within:
            yield from _fitting(within, fits, name, deep - 1)


def _decoded(text: str) -> object:
    text = text.lstrip("\ufeff")
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not _is_object(lines[0][1]):
            raise ParseError(f"not valid JSON ({error}): export it again", code=Refusal.DAMAGED) from error
        return [_line(number, line) for number, line in lines]


def _is_object(line: str) -> bool:
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return False


def _line(number: int, line: str) -> object:
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise ParseError(f"line {number} is not valid JSON ({error}): export it again", code=Refusal.DAMAGED) from error
