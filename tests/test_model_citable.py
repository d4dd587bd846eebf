"""A document is reached by the numbers that texts cite it by."""

import pytest

from rights_search.model import Catalogued, Citation, CitationKind, Document, Passage, PassageKind, SourceKind, Standing
from rights_search.model.citable import also_cited_as
from rights_search.model.documents import Note
from rights_search.model.holdings import hold


def document(
    id_: str,
    kind: SourceKind,
    symbol: str,
    body: str,
    passages: tuple[Passage, ...] = (),
    aliases: tuple[str, ...] = (),
) -> Document:
    return Document(
        id=id_,
        kind=kind,
        title=id_,
        language="en",
        standing=Standing.OFFICIAL,
        passages=passages,
        symbol=symbol,
        body=body,
        aliases=aliases,
    )


VIEWS = document("ccpr-c-94-d-1472-2006", SourceKind.COMMUNICATION, "CCPR/C/94/D/1472/2006", "ccpr")


def test_views_are_cited_by_their_communications_number() -> None:
    assert also_cited_as(VIEWS) == ("ccpr-d-1472-2006",)


def test_a_general_comment_by_its_number_and_a_recommendation_alike() -> None:
    comment = document("e-c-12-gc-25", SourceKind.GENERAL_COMMENT, "E/C.12/GC/25", "cescr")
    recommendation = document("a-40-18-gr-7", SourceKind.GENERAL_COMMENT, "A/40/18", "cerd", aliases=("cerd-gr-7",))
    assert also_cited_as(comment) == ("cescr-gc-25",)
    assert also_cited_as(recommendation) == ("cerd-gr-7", "cerd-gc-7")


@pytest.mark.parametrize(
    ("id_", "body", "number"),
    [
        ("hri-gen-1-rev-9-vol-i-ccpr-gc-14", "ccpr", ("ccpr-gc-14",)),
        ("cerd-gr-2", "cerd", ("cerd-gc-2",)),
        ("cedaw-gc-5", "cedaw", ()),  # its own id
        ("cedaw-c-gc-31-crc-c-gc-18", "cedaw", ()),  # two committees' comment has two numbers
    ],
)
def test_a_comment_that_is_only_listed_by_the_number_in_its_id(id_: str, body: str, number: tuple[str, ...]) -> None:
    listed = Catalogued(id=id_, kind=SourceKind.GENERAL_COMMENT, title={"en": id_}, missing={"en": "—"}, body=body)
    assert also_cited_as(listed) == number


def test_what_cites_a_number_cites_the_document_that_is_held_in_text_and_notes() -> None:
    cite = Citation("communication No. 1472/2006, para. 3", "ccpr-d-1472-2006#para_3", CitationKind.DOCUMENT, 0, 36)
    other = Citation("communication No. 9/2006", "ccpr-d-9-2006", CitationKind.DOCUMENT, 0, 24)
    passage = Passage(
        eid="para_1",
        kind=PassageKind.PARAGRAPH,
        text="communication No. 1472/2006, para. 3",
        cites=(cite,),
        notes=(Note("1", "communication No. 9/2006", (other,)),),
    )
    report = document("a-hrc-1-1", SourceKind.SPECIAL_PROCEDURE, "A/HRC/1/1", "hrc", (passage,))
    holdings, problems = hold([VIEWS, report])
    (held,) = next(holding for holding in holdings if holding.id == "a-hrc-1-1").passages
    assert [one.target for one in held.texts["en"].cites] == ["ccpr-c-94-d-1472-2006#para_3"]
    assert [one.target for one in held.texts["en"].notes[0].cites] == ["ccpr-d-9-2006"]
    assert not problems
