"""Running heads and feet of a PDF leave the text; what the document begins with, and its sentences, stay."""

import pytest

from office_files import Placed, pdf
from rights_search.model import Declaration, Document, Source, SourceKind
from rights_search.parsers import parse, transcribed
from rights_search.parsers.transcripts import Account

Page = list[Placed]
SYMBOL = "CRC/C/URY/CO/41"
VILLAGES = ("Alausí", "Biblián", "Colta", "Déleg", "Echeandía", "Flavio", "Girón", "Huaca")


def text(pages: list[Page]) -> str:
    return transcribed(Source("x.pdf", pdf(pages)), Account()).data.decode()


def body(number: int, top: float = 740.0, paragraphs: int = 4) -> Page:
    """Paragraphs of three lines, with a little space between them."""
    return [
        (60.0, top - 52 * at - 14 * row, 11.0, words)
        for at in range(paragraphs)
        for row, words in enumerate(
            (
                f"{number + at}. The wells of {VILLAGES[(number + at) % 8]} are dry and nobody has looked",
                f"since when, as the map {number + at} of the canton shows them all; the State",
                f"should mend those of the {number + at} villages before the rains come.",
            )
        )
    ]


# --- What the document begins with ---

TITLE = [
    (60.0, 770.0, 11.0, "Committee on the Rights of the Child"),
    (60.0, 750.0, 11.0, "Concluding observations on the fifth periodic report of Uruguay"),
]


def document(pages: list[Page], **declared: object) -> Document:
    (made,) = parse(Source("wells.pdf", pdf(pages), Declaration(**declared))).documents  # type: ignore[arg-type]
    return made


@pytest.mark.parametrize("others", [0, 3], ids=["one page", "four pages"])
def test_a_symbol_alone_on_the_first_line_is_the_documents_name(others: int) -> None:
    first = [(60.0, 800.0, 11.0, SYMBOL), *TITLE, *body(1, top=700)]
    made = document([first, *(body(5 + 4 * at) for at in range(others))])
    assert (made.id, made.symbol) == ("crc-c-ury-co-41", SYMBOL)
    assert len(made.passages) == 4 + 4 * others


def test_a_symbol_that_is_the_head_of_all_pages_names_the_document_and_leaves_the_others() -> None:
    pages = [[(60.0, 800.0, 9.0, SYMBOL), *body(1 + 4 * at)] for at in range(4)]
    assert text(pages).count(SYMBOL) == 1
    made = document(pages, kind=SourceKind.CONCLUDING_OBSERVATIONS)
    assert made.id == "crc-c-ury-co-41"
    assert not any(SYMBOL in passage.text for passage in made.passages)


def test_a_title_that_is_the_head_of_the_pages_after_it_stays_on_the_first() -> None:
    first = [(60.0, 780.0, 18.0, "Of the wells of the land"), *body(1, top=700)]
    others = [[(60.0, 810.0, 9.0, "Of the wells of the land"), *body(5 + 4 * at)] for at in range(3)]
    assert text([first, *others]).count("Of the wells of the land") == 1


# --- Sentences that stand first on several pages ---


@pytest.mark.parametrize("sentence", ["The Committee recommends that the State party:", "It should do as follows"])
@pytest.mark.parametrize("on", [(1, 2, 3, 4), (2, 6, 10), (2, 4)])
def test_a_sentence_that_begins_several_pages_is_none(sentence: str, on: tuple[int, ...]) -> None:
    pages = [
        [(60.0, 766.0, 11.0, sentence), *body(1 + 4 * at)] if at in on else body(1 + 4 * at, top=766)
        for at in range(max(on) + 2)
    ]
    assert text(pages).count(sentence) == len(on)


def test_what_ends_with_a_colon_is_none_wherever_it_stands() -> None:
    pages = [[(60.0, 810.0, 11.0, "The wells of the land are these:"), *body(1 + 4 * at)] for at in range(5)]
    assert text(pages).count("The wells of the land are these:") == 5


# --- Running heads ---


@pytest.mark.parametrize(
    ("top", "size"), [(810.0, 11.0), (766.0, 8.0)], ids=["farther than paragraphs", "in smaller letters"]
)
def test_words_that_stand_apart_above_many_pages_are_a_head(top: float, size: float) -> None:
    pages = [[(60.0, top, size, "Report on the wells of the land"), *body(1 + 4 * at)] for at in range(5)]
    made = text(pages)
    assert "Report on the wells" not in made
    assert made.count("before the rains come.") == 20


def test_a_foot_that_stands_apart_below_many_pages_leaves_the_text() -> None:
    pages = [[*body(1 + 4 * at), (60.0, 40.0, 11.0, "Printed by the village")] for at in range(5)]
    assert "Printed by the village" not in text(pages)
