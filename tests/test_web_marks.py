"""A passage's text in pieces: every character once, links where citations are, marks where a search matched."""

import time

from hypothesis import given
from hypothesis import strategies as st

from rights_search.model import Anchor, Citation, CitationKind, Fragment
from rights_search.web.marks import lines, marker


def link(target: str) -> str:
    return f"/{target}" if target else ""


def cite(start: int, end: int) -> Citation:
    return Citation("", "icescr#12", CitationKind.PROVISION, start, end)


def test_a_citation_becomes_a_link_and_a_part_an_anchor() -> None:
    text = "1. Véase el artículo 12.\n2. Fin."
    made = lines(text, [cite(12, 23)], [Anchor("para_1", "1", 0), Anchor("para_2", "2", 25)], None, link)
    assert [[(piece.fragments[0].text, piece.address, piece.anchor) for piece in line] for line in made] == [
        [("1. Véase el ", "", "para_1"), ("artículo 12", "/icescr#12", ""), (".", "", "")],
        [("2. Fin.", "", "para_2")],
    ]


def test_matched_words_are_marked_whole_and_in_any_case() -> None:
    (line,) = lines("Agua, aguacero y AGUA.", words=marker(["agua"]))
    assert [part.text for part in line[0].fragments if part.marked] == ["Agua", "AGUA"]


def test_nothing_matched_marks_nothing() -> None:
    assert marker([" ", ""]) is None
    assert lines("Agua")[0][0].fragments == (Fragment("Agua"),)


@given(
    st.text(alphabet="ab \n.", max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=8),
    st.lists(st.integers(-5, 70), max_size=8),
)
def test_no_character_is_lost_or_doubled_whatever_the_offsets(
    text: str, spans: list[tuple[int, int]], starts: list[int]
) -> None:
    anchors = [Anchor(f"para_{start}", "", start) for start in starts]
    made = lines(text, [cite(a, b) for a, b in spans], anchors, marker(["a", "ab"]), link)
    shown = "\n".join("".join(part.text for piece in line for part in piece.fragments) for line in made)
    assert shown == "\n".join(line for line in text.split("\n") if line)


def test_a_long_text_with_many_citations_and_parts_is_quick() -> None:
    text = "artículo 12\n" * 20_000
    cites = [cite(at, at + 11) for at in range(0, len(text), 12)]
    anchors = [Anchor("para_1", "", at) for at in range(0, len(text), 12)]
    started = time.perf_counter()
    assert len(lines(text, cites, anchors, marker(["artículo"]), link)) == 20_000
    assert time.perf_counter() - started < 2
