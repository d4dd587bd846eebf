"""UN document symbols: taken apart, put together again, and refused with the offending string."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights_search.errors import ParseError
from rights_search.model.symbols import DocumentSymbol, SymbolKind

KNOWN = [
    ("CCPR/C/ECU/CO/6", SymbolKind.CONCLUDING_OBSERVATIONS, "ccpr", "ECU", "ccpr-c-ecu-co-6"),
    ("E/C.12/ECU/CO/4-5", SymbolKind.CONCLUDING_OBSERVATIONS, "cescr", "ECU", "e-c-12-ecu-co-4-5"),
    ("CERD/C/ECU/CO/23-24", SymbolKind.CONCLUDING_OBSERVATIONS, "cerd", "ECU", "cerd-c-ecu-co-23-24"),
    ("CRC/C/OPSC/ECU/CO/1", SymbolKind.CONCLUDING_OBSERVATIONS, "crc", "ECU", "crc-c-opsc-ecu-co-1"),
    ("CERD/C/62/CO/2", SymbolKind.CONCLUDING_OBSERVATIONS, "cerd", "", "cerd-c-62-co-2"),
    ("CCPR/CO/72/PRK", SymbolKind.CONCLUDING_OBSERVATIONS, "ccpr", "PRK", "ccpr-co-72-prk"),
    ("CCPR/C/79/Add.92", SymbolKind.CONCLUDING_OBSERVATIONS, "ccpr", "", "ccpr-c-79-add-92"),
    ("E/C.12/1/Add.100", SymbolKind.CONCLUDING_OBSERVATIONS, "cescr", "", "e-c-12-1-add-100"),
    ("CEDAW/C/13/Add.31", SymbolKind.REPORT, "cedaw", "", "cedaw-c-13-add-31"),
    ("CERD/C/384/Add.8", SymbolKind.REPORT, "cerd", "", "cerd-c-384-add-8"),
    ("CED/C/ECU/AI/1", SymbolKind.REPORT, "ced", "ECU", "ced-c-ecu-ai-1"),
    ("CED/C/ECU/Q/AI/1", SymbolKind.LIST_OF_ISSUES, "ced", "ECU", "ced-c-ecu-q-ai-1"),
    ("CRC/C/Q/ECU/1", SymbolKind.LIST_OF_ISSUES, "crc", "ECU", "crc-c-q-ecu-1"),
    ("CRC/C/RESP/86", SymbolKind.REPORT, "crc", "", "crc-c-resp-86"),
    ("HRI/CORE/1/Add.7", SymbolKind.CORE_DOCUMENT, "", "", "hri-core-1-add-7"),
    ("A/9018", SymbolKind.GENERAL_ASSEMBLY, "ga", "", "a-9018"),
    ("CAT/C/ECU/Q/7/Add.1", SymbolKind.LIST_OF_ISSUES, "cat", "ECU", "cat-c-ecu-q-7-add-1"),
    ("CEDAW/C/ECU/QPR/11", SymbolKind.LIST_OF_ISSUES, "cedaw", "ECU", "cedaw-c-ecu-qpr-11"),
    ("CCPR/C/ECU/FCO/6", SymbolKind.FOLLOW_UP, "ccpr", "ECU", "ccpr-c-ecu-fco-6"),
    ("CAT/C/MCO/4-5", SymbolKind.REPORT, "cat", "MCO", "cat-c-mco-4-5"),
    ("CCPR/C/116/D/2244/2013", SymbolKind.VIEWS, "ccpr", "", "ccpr-c-116-d-2244-2013"),
    ("E/C.12/63/D/10/2015", SymbolKind.VIEWS, "cescr", "", "e-c-12-63-d-10-2015"),
    ("CRC/C/GC/24", SymbolKind.GENERAL_COMMENT, "crc", "", "crc-c-gc-24"),
    ("E/C.12/GC/24", SymbolKind.GENERAL_COMMENT, "cescr", "", "e-c-12-gc-24"),
    ("CCPR/C/21/Rev.1/Add.13", SymbolKind.GENERAL_COMMENT, "ccpr", "", "ccpr-c-21-rev-1-add-13"),
    ("CRC/GC/2003/5", SymbolKind.GENERAL_COMMENT, "crc", "", "crc-gc-2003-5"),
    ("HRI/GEN/1/Rev.9 (Vol. I)", SymbolKind.GENERAL_COMMENT, "", "", "hri-gen-1-rev-9-vol-i"),
    ("CAT/OP/ECU/1", SymbolKind.VISIT, "spt", "ECU", "cat-op-ecu-1"),
    ("HRI/CORE/ECU/2019", SymbolKind.CORE_DOCUMENT, "", "ECU", "hri-core-ecu-2019"),
    ("A/HRC/WG.6/27/ECU/1", SymbolKind.UPR, "upr", "ECU", "a-hrc-wg-6-27-ecu-1"),
    ("A/HRC/41/4", SymbolKind.HRC, "hrc", "", "a-hrc-41-4"),
    ("A/HRC/44/48/Add.1", SymbolKind.HRC, "hrc", "", "a-hrc-44-48-add-1"),
    ("A/HRC/S-17/2", SymbolKind.HRC, "hrc", "", "a-hrc-s-17-2"),
    ("A/HRC/RES/16/21", SymbolKind.RESOLUTION, "hrc", "", "a-hrc-res-16-21"),
    ("A/RES/64/292", SymbolKind.RESOLUTION, "ga", "", "a-res-64-292"),
    ("A/RES/1386(XIV)", SymbolKind.RESOLUTION, "ga", "", "a-res-1386-xiv"),
    ("A/RES/217(III) A", SymbolKind.RESOLUTION, "ga", "", "a-res-217-iii-a"),
    ("CAT/OP/GC/1", SymbolKind.GENERAL_COMMENT, "spt", "", "cat-op-gc-1"),
    ("CCPR/C/21/Rev.1/Add.8/Rev.1", SymbolKind.GENERAL_COMMENT, "ccpr", "", "ccpr-c-21-rev-1-add-8-rev-1"),
    ("A/76/222", SymbolKind.GENERAL_ASSEMBLY, "ga", "", "a-76-222"),
    ("E/CN.4/2005/48", SymbolKind.COMMISSION, "", "", "e-cn-4-2005-48"),
    ("INT/CCPR/NGO/ECU/12345", SymbolKind.UPLOAD, "", "ECU", "int-ccpr-ngo-ecu-12345"),
]


@pytest.mark.parametrize(("printed", "kind", "body", "state", "id_"), KNOWN, ids=[row[0] for row in KNOWN])
def test_a_symbol_says_what_the_document_is(printed: str, kind: SymbolKind, body: str, state: str, id_: str) -> None:
    symbol = DocumentSymbol.parse(printed)
    assert (symbol.kind, symbol.body, symbol.state, symbol.id) == (kind, body, state, id_)
    assert str(symbol) == printed


@pytest.mark.parametrize(
    ("printed", "as_cited"),
    [
        ("CCPR / C / ECU / CO / 6", "CCPR/C/ECU/CO/6"),
        ("CCPR/C/\nECU/CO/6.", "CCPR/C/ECU/CO/6"),
        ("ccpr/c/ecu/co/6", "CCPR/C/ECU/CO/6"),
        ("A/HRC/44/48/ADD.1;", "A/HRC/44/48/Add.1"),
        ("A/HRC/wg.6/27/ecu/l.3", "A/HRC/WG.6/27/ECU/L.3"),
    ],
)
def test_line_breaks_small_letters_and_punctuation_do_not_matter(printed: str, as_cited: str) -> None:
    assert str(DocumentSymbol.parse(printed)) == as_cited


def test_the_parts_of_views() -> None:
    symbol = DocumentSymbol.parse("CCPR/C/116/D/2244/2013")
    assert (symbol.session, symbol.number, symbol.year) == ("116", "2244", "2013")


@pytest.mark.parametrize("wrong", ["", "6", "A/", "CCPR", "and/or", "A/B", "CCPR/C/ECU/CO/", "km/h", "E/CN.A/1990/17"])
def test_what_is_no_symbol_is_refused_by_name(wrong: str) -> None:
    with pytest.raises(ParseError, match=r"is no UN document symbol") as error:
        DocumentSymbol.parse(wrong)
    assert wrong in str(error.value)


@given(st.sampled_from([row[0] for row in KNOWN]), st.sampled_from(["", " ", "\u00a0", "\n"]), st.booleans())
def test_parsing_what_str_gives_gives_it_back(printed: str, space: str, small: bool) -> None:
    worn = printed.replace("/", f"{space}/{space}")
    symbol = DocumentSymbol.parse(worn.lower() if small and "(" not in worn else worn)
    assert DocumentSymbol.parse(str(symbol)) == symbol


@given(st.text(max_size=120))
def test_any_text_is_a_symbol_or_refused(text: str) -> None:
    with suppress(ParseError):
        assert DocumentSymbol.parse(DocumentSymbol.parse(text).text)


@pytest.mark.parametrize("hostile", ["A/" * 20_000, "CCPR/C/" + "1-" * 20_000, " / " * 13_000, "A/HRC/" + "9" * 40_000])
def test_hostile_text_is_refused_at_once(hostile: str) -> None:
    start = time.perf_counter()
    with pytest.raises(ParseError):
        DocumentSymbol.parse(hostile)
    assert time.perf_counter() - start < 0.01
