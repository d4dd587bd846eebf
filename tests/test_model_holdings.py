"""A document as it is held: languages side by side, official text before excerpt before digest."""

from msgspec.structs import replace

from rights_search.model import (
    Document,
    Grade,
    Passage,
    PassageKind,
    SourceKind,
    Standing,
    Tag,
    TagBasis,
    hold,
)

OLD = "Toda persona tiene derecho al agua de su pueblo."
NEW = "Toda persona tiene derecho al agua limpia de su pueblo."


def document(language: str, standing: Standing, source: str, *passages: Passage, id_: str = "iccpr") -> Document:
    return Document(
        id=id_,
        kind=SourceKind.TREATY,
        title=f"Title {language}",
        language=language,
        standing=standing,
        passages=passages,
        source=source,
    )


def passage(eid: str, text: str, *tags: Tag) -> Passage:
    return Passage(eid=eid, kind=PassageKind.PROVISION, text=text, num=eid[4:], tags=tags)


def test_the_official_text_is_the_passage_and_the_digest_stands_beside_it() -> None:
    (holding,), problems = hold(
        [
            document("es", Standing.DIGEST, "d.md", passage("art_1", "resumen")),
            document("es", Standing.OFFICIAL, "o.md", passage("art_1", "texto")),
        ]
    )
    held = holding.passages[0]
    assert held.texts["es"].text == "texto"
    assert held.digests == {"es": "resumen"}
    assert holding.standings == {"es": Standing.OFFICIAL}
    assert not problems


def test_a_language_without_official_text_shows_its_digest() -> None:
    (holding,), _ = hold(
        [
            document("es", Standing.OFFICIAL, "o.md", passage("art_1", "texto")),
            document("en", Standing.DIGEST, "d.md", passage("art_1", "digest")),
        ]
    )
    assert holding.passages[0].text_for("en") == ("en", holding.passages[0].texts["en"])
    assert holding.passages[0].texts["en"].standing is Standing.DIGEST


def test_a_reader_without_their_language_gets_another() -> None:
    (holding,), _ = hold([document("fr", Standing.OFFICIAL, "o.md", passage("art_1", "texte"))])
    assert holding.passages[0].text_for("es")[0] == "fr"


def test_a_digest_of_a_passage_that_an_excerpt_lacks_still_counts() -> None:
    (holding,), _ = hold(
        [
            document("es", Standing.EXCERPT, "o.md", passage("para_1", "uno")),
            document("es", Standing.DIGEST, "d.md", passage("para_1", "1"), passage("para_2", "2")),
        ]
    )
    assert [(p.eid, p.texts["es"].standing) for p in holding.passages] == [
        ("para_1", Standing.EXCERPT),
        ("para_2", Standing.DIGEST),
    ]


def test_two_files_of_equal_rank_are_a_problem_and_the_later_one_is_shown() -> None:
    (holding,), problems = hold(
        [
            document("es", Standing.OFFICIAL, "a.md", passage("art_1", "vieja")),
            document("es", Standing.OFFICIAL, "b.md", passage("art_1", "nueva")),
        ]
    )
    assert holding.passages[0].texts["es"].text == "nueva"
    assert holding.also_held == ("a.md",)
    assert "b.md also holds iccpr" in problems[0].message


def test_a_cut_file_of_equal_rank_takes_no_passage_away() -> None:
    (holding,), problems = hold(
        [
            document("es", Standing.DIGEST, "whole.md", passage("art_1", OLD), passage("art_2", "dos")),
            document("es", Standing.DIGEST, "younger-and-cut.md", passage("art_1", NEW)),
        ]
    )
    assert [(p.eid, p.texts["es"].text) for p in holding.passages] == [("art_1", NEW), ("art_2", "dos")]
    assert len(problems) == 1


def test_an_answer_that_came_after_the_report_is_taken_from_a_table() -> None:
    def asked(eid: str, text: str, response: str = "") -> Passage:
        kind = PassageKind.RECOMMENDATION
        return Passage(eid=eid, kind=kind, text=text, recommended_by=("CHL",), response=response)

    report = document("en", Standing.OFFICIAL, "r.pdf", asked("rec_7-1", "Open."), asked("rec_7-2", "Shut.", "noted"))
    table = document("en", Standing.EXCERPT, "t.csv", asked("rec_7-1", "open", "supported"), asked("rec_7-2", "", "x"))
    (holding,), _ = hold([table, report])
    assert [(one.texts["en"].text, one.response) for one in holding.passages] == [
        ("Open.", "supported"),
        ("Shut.", "noted"),
    ]


def test_two_different_texts_of_one_id_are_never_mixed() -> None:
    other = "De los ríos del norte dispone cada pueblo."
    (holding,), (problem,) = hold(
        [
            replace(
                document("es", Standing.OFFICIAL, "north.md", passage("art_1", other), passage("art_2", "dos")),
                symbol="N/1",
                date="1990-01-01",
            ),
            document("es", Standing.OFFICIAL, "south.md", passage("art_1", NEW), passage("art_3", "tres")),
        ]
    )
    assert [(p.eid, p.texts["es"].text) for p in holding.passages] == [("art_1", NEW), ("art_3", "tres")]
    assert (holding.symbol, holding.date) == ("", "")
    assert holding.sources == ("south.md",)
    assert holding.also_held == ("north.md",)
    assert problem.source == "north.md"
    assert "a different text" in problem.message
    assert "different ids" in problem.message


def test_files_without_a_passage_in_common_are_parts_of_one_document() -> None:
    (holding,), problems = hold(
        document("es", Standing.EXCERPT, f"{n}.md", passage(f"art_{n}", "x")) for n in (10, 2, 1)
    )
    assert [p.eid for p in holding.passages] == ["art_1", "art_2", "art_10"]
    assert not problems


def test_an_alias_brings_two_names_of_one_document_together() -> None:
    named = replace(document("en", Standing.DIGEST, "d.md", passage("para_1", "x"), id_="cescr-co-4"), aliases=("x-4",))
    other = document("es", Standing.EXCERPT, "o.md", passage("para_1", "y"), id_="x-4")
    (holding,), _ = hold([other, named])
    assert holding.id == "cescr-co-4"
    assert set(holding.passages[0].texts) == {"es", "en"}


def test_one_tag_for_each_right_and_basis_with_the_evidence_of_every_language() -> None:
    def water(word: str, grade: Grade) -> Tag:
        return Tag("12", TagBasis.TERM, grade, (word,))

    (holding,), _ = hold(
        [
            document("es", Standing.DIGEST, "d", passage("art_1", "a", water("agua", Grade.TOUCHES))),
            document("en", Standing.DIGEST, "d", passage("art_1", "b", water("water", Grade.ABOUT))),
        ]
    )
    assert holding.passages[0].tags == (Tag("12", TagBasis.TERM, Grade.ABOUT, ("agua", "water")),)


def test_passages_of_two_files_have_an_order_whatever_their_numbers() -> None:
    huge = "9" * 5000
    one = document("en", Standing.DIGEST, "one.md", passage(f"para_{huge}", "a"), passage("para_10", "b"))
    other = document("en", Standing.DIGEST, "other.md", passage("para_2", "c"))
    (held,), _ = hold([one, other])
    assert [found.eid for found in held.passages] == ["para_2", "para_10", f"para_{huge}"]
