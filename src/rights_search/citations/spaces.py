r"""Patterns whose spaces are bounded, so that a page of blanks costs no more than a word.

Two runs of spaces side by side, with an optional comma between, would try every way to divide a long one between them:
`\s*` is therefore at most three. A pattern that begins with spaces is one for what follows a number or a name: it
starts behind a printed character and nowhere else.
"""

import re

MOST = 3
_BEGINS_WITH_SPACES = (r"\s*", r"\s+", r"(?:\s*", r"(?:\s+")


def compiled(pattern: str) -> re.Pattern[str]:
    r"""The pattern with `\s*` and `\s+` bounded."""
    follows = pattern.startswith(_BEGINS_WITH_SPACES)
    bounded = pattern.replace(r"\s*", rf"\s{{0,{MOST}}}").replace(r"\s+", rf"\s{{1,{MOST}}}")
    return re.compile(rf"(?<=\S)(?:{bounded})" if follows else bounded)
