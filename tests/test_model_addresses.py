"""Where official texts are, by symbol, in the form each publisher gives."""

import pytest

from rights_search.model import citing_address, text_address


@pytest.mark.parametrize(
    ("symbol", "language", "address"),
    [
        ("CCPR/C/ECU/CO/6", "es", "https://docs.un.org/es/CCPR/C/ECU/CO/6"),
        ("A/HRC/41/4", "fr", "https://docs.un.org/fr/A/HRC/41/4"),
        ("E/C.12/2002/11", "en", "https://docs.un.org/en/E/C.12/2002/11"),
        ("HRI/GEN/1/Rev.9 (Vol. I)", "en", ""),
        ("Serie C No. 298", "es", "https://www.corteidh.or.cr/docs/casos/articulos/seriec_298_esp.pdf"),
        ("Serie A No. 23", "en", "https://www.corteidh.or.cr/docs/opiniones/seriea_23_ing.pdf"),
        ("Serie C No. 298", "ru", ""),
        ("A/HRC/41/4", "pt", ""),
        ("INT/CCPR/NGO/ECU/12345", "en", ""),
        ("", "en", ""),
        ("javascript:alert(1)", "en", ""),
    ],
)
def test_a_symbol_gives_the_address_to_cite(symbol: str, language: str, address: str) -> None:
    assert citing_address(symbol, language) == address


def test_a_program_reads_the_file_itself_not_the_viewer() -> None:
    address = text_address("CCPR/C/ECU/CO/6", "es")
    assert address == "https://documents.un.org/api/symbol/access?s=CCPR%2FC%2FECU%2FCO%2F6&l=es&t=pdf"
    assert text_address("Serie C No. 298", "en").endswith("seriec_298_ing.pdf")
    assert text_address("no symbol", "es") == ""
