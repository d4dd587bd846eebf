"""The cells of a row in a matrix of recommendations: which of its lines or words are text, States, and answer."""

import re
from collections.abc import Sequence

from msgspec import Struct

from rights_search.parsers.sheets import Columns
from rights_search.parsers.upr.recommendations import ANSWERS, only_states, recommending
from rights_search.vocabulary import fold, states

SOURCE = re.compile(r"(?:source of position|fuente de la posición|source de la position) ?: ?(.*)", re.IGNORECASE)
#: The columns that are told apart without lines of their own, in the order they must have.
PLAIN = ("number", "recommendation", "recommending", "response")
#: The longest run of words that is an answer, and one that names States; and no line of States is longer.
ANSWER_WORDS, STATE_WORDS, LONGEST_LINE = 7, 16, 600


class Cells(Struct, frozen=True):
    """What the cells of a row say; names of States as printed, or as we call them where brackets hold them."""

    text: str
    by: str
    answer: str
    other: str = ""


def in_plain_order(columns: Columns, count: int, in_cells: bool) -> bool:
    """Whether our columns stand first and in the order in which they can be told apart; side by side, no other may."""
    places = [columns[name] for name in PLAIN if name in columns]
    return places == list(range(len(places))) and (in_cells or len(places) == count)


def by_place(lines: Sequence[str], columns: Columns, count: int) -> Cells | None:
    """A row each of whose cells is one line; none where it has more lines or fewer. The number is not among them."""
    cells = ["", *lines] if columns.get("number") == 0 else list(lines)
    if len(cells) != count:
        return None
    text = cells[columns["recommendation"]]
    by = cells[columns["recommending"]] if "recommending" in columns else named(text, ())
    answer = cells[columns["response"]] if "response" in columns else ""
    taken = set(columns.values())
    return Cells(text, by, answer, "\n".join(cell for place, cell in enumerate(cells) if place not in taken))


def by_lines(lines: Sequence[str], columns: Columns) -> Cells:
    """A row whose cells stand one below the other, of several lines each: the text, then States, then the answer."""
    text: list[str] = []
    by: list[str] = []
    other: list[str] = []
    answer = ""
    for line in lines:
        if not answer and is_answer(line):
            answer = line
        elif answer or SOURCE.match(line):
            other.append(line)
        elif "recommending" in columns and text and len(line) <= LONGEST_LINE and (found := only_states(line)):
            by.extend(found)
        elif by or (other and "response" in columns):
            other.append(line)
        else:
            text.append(line)
    words = " ".join(text)
    return Cells(words, named(words, by), answer, "\n".join(other))


def by_words(lines: Sequence[str], columns: Columns) -> Cells:
    """A row whose cells stand side by side: the answer is its last words, and the States are those before."""
    words = " ".join(lines).split()
    answer = ""
    if "response" in columns:
        size = next((n for n in range(ANSWER_WORDS, 0, -1) if is_answer(" ".join(words[-n:]))), 0)
        answer = " ".join(words[len(words) - size :])
        words = words[: len(words) - size]
    by: list[str] = []
    if "recommending" in columns:
        size = next((n for n in range(min(STATE_WORDS, len(words) - 1), 0, -1) if only_states(" ".join(words[-n:]))), 0)
        by = only_states(" ".join(words[len(words) - size :])) if size else []
        words = words[: len(words) - size]
    text = " ".join(words)
    return Cells(text, named(text, by), answer)


def is_answer(words: str) -> bool:
    """Supported, noted, or both, as of a recommendation that was accepted in part."""
    return all(fold(word) in ANSWERS and word.strip() for word in words.split("/"))


def named(text: str, by: Sequence[str]) -> str:
    """The recommending States by their names: those of their own column, or those in brackets behind the text."""
    known, strange = ((), ()) if by else recommending(text)
    return "; ".join([*(states()[code].en for code in (*by, *known)), *strange])
