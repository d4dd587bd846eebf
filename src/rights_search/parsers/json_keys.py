"""Keys that stand twice in one object of JSON: of their values only the last is read, and the others would be lost."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

#: A longer text is not looked through.
LONGEST = 16 * 2**20
MOST_NAMED = 5
#: The end of a string that a colon follows: a key, or the beginning of a value that begins with a colon.
_KEY = re.compile(rb'(?<!\\)"\s{0,20}:')


def doubled(data: bytes) -> Iterator[tuple[str, str]]:
    """What is said of doubled keys, with the place: the entry of a list, where it is one of its own keys."""
    if data.lstrip()[:1] not in (b"[", b"{") or len(data) > LONGEST:
        return
    try:
        keys = _count(msgspec.json.decode(data))
        if len(_KEY.findall(data)) <= keys:  # quick; where it finds more, one may be doubled
            return
        found = _Doubled()
        whole = json.loads(data, object_pairs_hook=found.take)
    except (ValueError, RecursionError, msgspec.DecodeError):
        return  # whoever reads it says what is wrong
    lists = [whole, *whole.values()] if isinstance(whole, dict) else [whole]
    entries = {id(one): f"entry {n}" for many in lists if isinstance(many, list) for n, one in enumerate(many, 1)}
    for one, names in found.objects[:MOST_NAMED]:
        shown = ", ".join(f"“{name[:40]}”" for name in names[:MOST_NAMED])
        yield entries.get(id(one), "keys"), f"has {shown} more than once: only the last is read; write each once"
    if len(found.objects) > MOST_NAMED:
        yield "keys", f"{len(found.objects) - MOST_NAMED} more objects have a key more than once"


class _Doubled:
    """Takes the objects one by one, and keeps those with a doubled key."""

    def __init__(self) -> None:
        self.objects: list[tuple[dict[str, Any], list[str]]] = []

    def take(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            self.objects.append((made, [name for name, count in Counter(n for n, _ in pairs).items() if count > 1]))
        return made


def _count(value: object) -> int:
    """The keys of all objects in a value."""
    if isinstance(value, dict):
        return len(value) + sum(map(_count, value.values()))
    return sum(map(_count, value)) if isinstance(value, list) else 0
