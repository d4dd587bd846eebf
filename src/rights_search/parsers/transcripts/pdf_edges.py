"""What stands on a page and is none of its text: tables of contents, notes in the margin."""

import re
from collections import Counter

from rights_search.parsers.base import visible
from rights_search.parsers.transcripts.pdf_lines import SMALLER, Page

CONTENTS = "table of contents"
MARGIN = "notes in the margin"
#: So many letters make a line of the text.
WIDE = 40

FEWEST_DOTS = 6
#: The row of dots that leads from a title to its page, read from the line's end: a row that is tried from each of its
#: dots takes the square of its length.
_LEADERS = re.compile(r"\s*(?:\d{1,4}|[ivxl]{1,6})?\s*(?:\s?\.){6}")


def drop_margin(page: Page, body: float, left_out: Counter[str]) -> None:
    """Take away the small lines beside the text: catchwords of an editor, which would stand between its lines."""
    text = [line for line in page.lines if line.size >= SMALLER * body and len(line.text) > WIDE]
    if not text:
        return
    left, right = min(line.left for line in text), max(line.right for line in text)
    beside = {
        id(line) for line in page.lines if line.size < SMALLER * body and (line.right < left or line.left > right)
    }
    if not beside:
        return
    left_out[MARGIN] += sum(visible(line.text) for line in page.lines if id(line) in beside)
    page.lines = [line for line in page.lines if id(line) not in beside]


def drop_contents(pages: list[Page], left_out: Counter[str]) -> None:
    """Take away the lines of a table of contents: a title, a row of dots and a page."""
    for page in pages:
        kept = []
        for line in page.lines:
            if line.text.count(".") >= FEWEST_DOTS and _LEADERS.match(line.text[::-1]):
                left_out[CONTENTS] += visible(line.text)
            else:
                kept.append(line)
        page.lines = kept
