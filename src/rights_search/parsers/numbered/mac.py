r"""Text saved on an old Macintosh: its quotation marks and dashes are capital letters with accents to anyone else.

`population\xd5s` is "populationÕs" in Windows-1252 and "population’s" in Mac Roman. Reports of the Human Rights Council
that were made into text before 2014 are often of this kind.
"""

import re

from rights_search.model import Source
from rights_search.parsers.base import text_of

#: An apostrophe in or behind a word, or a word between double quotation marks.
MAC = re.compile(rb"[a-z]\xd5[a-z ]|[ (]\xd2[A-Za-z]|[a-z.,]\xd3[ ).,;]|\d\xd0\d")
#: So many signs are no accident.
ENOUGH = 3
#: What is looked at.
SAMPLE = 200_000


def decoded(source: Source) -> str:
    """The source as text, Mac Roman where its bytes show it.

    Raises:
        ParseError: as `text_of`.
    """
    try:
        source.data.decode("utf-8")
    except UnicodeDecodeError:
        if len(MAC.findall(source.data[:SAMPLE])) >= ENOUGH:
            return text_of(Source(source.path, source.data.decode("mac_roman").encode(), source.declared))
    return text_of(source)
