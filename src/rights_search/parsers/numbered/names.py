"""The eIds a document has given out, so that each is given once."""


class Names:
    """As `eids.unique` gives them: the name itself, then with `-2`, `-3` …, without trying every number again."""

    def __init__(self) -> None:
        """None given yet."""
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._taken

    def take(self, name: str) -> str:
        """The name, or the first free one after it."""
        given, count = name, self._last.get(name, 1)
        while given in self._taken:
            count += 1
            given = f"{name}-{count}"
        self._last[name] = count
        self._taken.add(given)
        return given
