"""The watermarks of a PDF: DRAFT, or ADVANCE UNEDITED VERSION, drawn across its pages above or below the text.

A line in letters much larger than the text's, mostly slanting, at the same place on most pages.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

from rights_search.parsers.base import visible
from rights_search.parsers.transcripts.pdf_lines import Line, Page
from rights_search.parsers.transcripts.pdf_pages import body_size

WATERMARKS = "watermarks"
#: Its letters are so many times as large as the text's, those that slant and those that stand upright.
SLANTING, UPRIGHT = 1.2, 2.0
#: Upright letters of this size, in points, are looked at: few lines have them.
LARGE = 16.0
#: A line slants that is so many times as wide and as high as its letters.
SLANT = 2.0
#: A heading in letters as large may stand on a page or two: a watermark that does not slant stands on so many.
FEWEST = 3
#: Points by which its places on two pages differ, if they do.
PLACE = 3.0


def drop_watermarks(pages: Sequence[Page], left_out: Counter[str]) -> None:
    """Take away the words that are drawn across most pages, wherever they stand on the others."""
    seen: defaultdict[tuple[str, float], list[Line]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if line.size > LARGE or not line.base:  # mostly neither: this is asked of every line of every page
                seen[_look(line)].append(line)
    most = sum(1 for page in pages if page.lines) // 2 + 1
    if not any(len(lines) >= most for lines in seen.values()):
        return
    body = body_size(pages)
    marks = {look for look, lines in seen.items() if _is_watermark(lines, body, most)}
    if not marks:
        return
    for page in pages:
        left_out[WATERMARKS] += sum(visible(line.text) for line in page.lines if _look(line) in marks)
        page.lines = [line for line in page.lines if _look(line) not in marks]
        page.parted = [line for line in page.parted if _look(line) not in marks]


def _look(line: Line) -> tuple[str, float]:
    return "".join(line.text.split()), line.size


def _is_watermark(lines: Sequence[Line], body: float, most: int) -> bool:
    """Whether lines of one look, on several pages, are large and at one place on most."""
    slants = all(map(_slants, lines))
    if lines[0].size < (SLANTING if slants else UPRIGHT) * body:
        return False
    left, bottom = median(line.left for line in lines), median(line.bottom for line in lines)
    there = sum(abs(line.left - left) < PLACE and abs(line.bottom - bottom) < PLACE for line in lines)
    return there >= (most if slants else max(most, FEWEST))


def _slants(line: Line) -> bool:
    return not line.base and min(abs(line.right - line.left), line.top - line.bottom) > SLANT * line.size
