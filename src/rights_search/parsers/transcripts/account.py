"""What a transcriber accounts for beside the text it gives."""

from collections import Counter

from msgspec import Struct, field


class Account(Struct, frozen=True):
    """Characters left out, by rule, and what could not be read, one sentence each with its place and what to do."""

    left_out: Counter[str] = field(default_factory=Counter)
    unread: list[tuple[str, str]] = field(default_factory=list)  #: (place, message)
    #: What stands at the head of the pages, where a document is nothing but a table: its title stands nowhere else.
    head: list[str] = field(default_factory=list)
