"""Texts with numbered paragraphs, as plain text, Markdown or simple HTML: the fallback for all that UN bodies write.

What a file is must be declared, or stand on its title page: a UN symbol with a title or body we know.
"""

import re
from collections.abc import Iterator

from rights_search.errors import ParseError, Refusal
from rights_search.model import (
    Document,
    Judgment,
    LeftOut,
    Note,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Report,
    Source,
    SourceKind,
    Standing,
)
from rights_search.parsers.base import text_of
from rights_search.parsers.eids import eid
from rights_search.parsers.language import language_of
from rights_search.parsers.numbered.annexes import CLOSING
from rights_search.parsers.numbered.chain import gaps
from rights_search.parsers.numbered.facts import ENACTS, Facts, facts_of, front_of, says_what_it_is
from rights_search.parsers.numbered.letters import lettered
from rights_search.parsers.numbered.lines import Line, Lines, read
from rights_search.parsers.numbered.names import Names
from rights_search.parsers.numbered.paragraphs import Paragraph, Text, take
from rights_search.parsers.observations.words import kind_of, mandate_asks
from rights_search.parsers.upr.recommendations import recommending

#: Kinds whose documents are numbered paragraphs; constitutions and treaties have parsers of their own, and so have the
#: judgments of the courts we know: those of others come here when they are declared.
KINDS = {
    SourceKind.GENERAL_COMMENT,
    SourceKind.CONCLUDING_OBSERVATIONS,
    SourceKind.COMMUNICATION,
    SourceKind.SPECIAL_PROCEDURE,
    SourceKind.UPR,
    SourceKind.RESOLUTION,
    SourceKind.REPORT,
    SourceKind.JUDGMENT,
}
#: Kinds in which a paragraph's words say whether it observes or recommends.
JUDGED = {SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.REPORT}
#: How an organ decides, in the third person of the present: “Decides”, “Toma nota”, “Prie”.
DECIDES = re.compile(
    r"(?:decides|adopts|approves|requests|calls upon|takes note|endorses|recommends|urges|invites|declares|proclaims"
    r"|decide|aprueba|adopta|pide|solicita|exhorta|toma nota|hace suy[ao]|recomienda|insta|invita|declara|proclama"
    r"|prie|approuve|adopte|prend note|recommande|déclare)\b",
    re.IGNORECASE,
)
#: JSON, or a digest's facts. A text may begin with a bracket as well: “[2001] IESC 63”.
_IS_DATA = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*[\[{\"\]]|\{|\+\+\+)")
#: Fewer paragraphs are a letter or a page, unless someone declares what it is.
FEWEST = 3
BEGINNING = 24_000
#: Of so many notes without a mark the numbers are told.
MOST_SHOWN = 10
