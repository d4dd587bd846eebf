"""Lines that end at a width, made paragraphs again."""

from rights_search.parsers.judgments.wrapped import rejoined

PROSE = """The keeper of the pond counts his ducks at noon
and again at dusk, whatever the weather may be
that day, and writes down what he has found on
the wall of the mill. Nobody reads it but the
miller, who cannot count."""


def test_lines_at_a_width_are_one_paragraph() -> None:
    assert rejoined(PROSE) == PROSE.replace("\n", " ")


def test_a_line_that_had_room_for_the_next_word_ends_where_it_ends() -> None:
    assert rejoined(f"{PROSE}\n\nNora Spring\nPresident").split("\n")[-2:] == ["Nora Spring", "President"]


def test_a_quotation_set_in_is_joined_and_keeps_where_it_begins() -> None:
    quoted = f"{PROSE}\n\n    “1. No duck may be kept where there is no\n    pond.”\n"
    assert "    “1. No duck may be kept where there is no pond.”" in rejoined(quoted)


def test_a_text_of_long_lines_is_left_as_it_is() -> None:
    text = "\n".join([PROSE.replace("\n", " ")] * 6 + ["Nora Spring", "President"])
    assert rejoined(text) == text
