"""UN documents and Inter-American judgments cited in running text."""

from itertools import pairwise

import pytest

from rights_search.citations import Context, find
from rights_search.model import CitationKind, SourceKind

COURT = Context(language="es", body="iacthr", instrument="achr", kind=SourceKind.JUDGMENT)
EUROPE = Context(language="en", body="ecthr", instrument="echr", kind=SourceKind.JUDGMENT)


def cited(text: str, context: Context = COURT) -> list[tuple[str, str]]:
    return [(citation.text, citation.target) for citation in find(text, context)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(CCPR/C/ECU/CO/6, párr. 12)", [("CCPR/C/ECU/CO/6", "ccpr-c-ecu-co-6")]),
        ("véanse A/HRC/36/4 y E/C.12/GC/14.", [("A/HRC/36/4", "a-hrc-36-4"), ("E/C.12/GC/14", "e-c-12-gc-14")]),
        ("A/HRC/\n41/4", [("A/HRC/\n41/4", "a-hrc-41-4")]),
        ("CRC / C / ECU / CO / 5-6", [("CRC / C / ECU / CO / 5-6", "crc-c-ecu-co-5-6")]),
        ("HRI/GEN/1/Rev.9 (Vol. I), cap. II", [("HRI/GEN/1/Rev.9 (Vol. I)", "hri-gen-1-rev-9-vol-i")]),
        ("y/o, km/h, N/A, 12/2006, www.un.org/A/HRC/41/4", []),
        ("CEDAW/C/GC/31-CRC/C/GC/18", [("CEDAW/C/GC/31", "cedaw-c-gc-31"), ("CRC/C/GC/18", "crc-c-gc-18")]),
        ("CAT/C/SR. 1462 y 1465", [("CAT/C/SR. 1462", "cat-c-sr-1462")]),
        ("A/CONF.157/24 (1993)", [("A/CONF.157/24", "a-conf-157-24")]),
        ("causa A/2019, CAT/C, lote E/12", []),
    ],
)
def test_un_symbols(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited(text) == expected
    assert all(citation.kind is CitationKind.DOCUMENT for citation in find(text, COURT))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serie C No. 298, párr. 173", [("Serie C No. 298, párr. 173", "iacthr-c-298#para_173")]),
        ("Serie C No. 12.", [("Serie C No. 12", "iacthr-c-12")]),
        ("Série C N° 51, par. 4", [("Série C N° 51, par. 4", "iacthr-c-51#para_4")]),
        (
            "Series C No. 51, paras. 20 and 22-24",
            [
                ("Series C No. 51, paras. 20", "iacthr-c-51#para_20"),
                ("22-24", "iacthr-c-51#para_22"),
                ("22-24", "iacthr-c-51#para_23"),
                ("22-24", "iacthr-c-51#para_24"),
            ],
        ),
        (
            "Serie C No. 51, párr. 20 y puntos resolutivos 3 y 4",
            [
                ("Serie C No. 51, párr. 20", "iacthr-c-51#para_20"),
                ("puntos resolutivos 3", "iacthr-c-51#oper_3"),
                ("4", "iacthr-c-51#oper_4"),
            ],
        ),
        ("Serie C No. 51, punto resolutivo 3", [("Serie C No. 51, punto resolutivo 3", "iacthr-c-51#oper_3")]),
        ("Serie A No. 17, párr. 56", [("Serie A No. 17, párr. 56", "iacthr-a-17#para_56")]),
        ("Opinión Consultiva OC-17/02", [("OC-17/02", "iacthr-a-17")]),
    ],
)
def test_judgments_and_opinions_of_the_inter_american_court(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited(text) == expected
    assert all(citation.kind is CitationKind.JUDGMENT for citation in find(text, COURT))


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("27 April 1988, § 52, Series A no. 131", EUROPE),
        ("Series A no. 31", EUROPE),
        ("Eur. Court H.R., Lawless Case, Series A No. 3", COURT),
        ("Serie A No. 131", COURT),
    ],
)
def test_the_old_series_a_of_the_european_court_is_another_one(text: str, context: Context) -> None:
    assert [target for _, target in cited(text, context)] == [""]


def test_no_two_citations_overlap_in_part() -> None:
    """Found by the fuzzer: a law's name that runs into a symbol."""
    found = find("… as article 10, paragraph 1, of the art0-ant (E/C.12/GC/15) says.", COURT)
    spans = sorted({(citation.start, citation.end) for citation in found})
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
