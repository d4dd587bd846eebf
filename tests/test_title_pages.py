"""What a document says of itself on its title page, told from what it only cites."""

import pytest

from rights_search.ingest.title_pages import decided_on, has_word, names_case, own_symbols


@pytest.mark.parametrize(
    ("page", "own"),
    [
        ("E/C.12/ECU/9\n\n1. The wells are open.", ["e-c-12-ecu-9"]),
        ("E/C.12/ECU/90\n\n1. The wells are open.", ["e-c-12-ecu-90"]),
        ("E/C.12/ECU/9/Add.1\n\n1. The wells are open.", ["e-c-12-ecu-9-add-1"]),
        # a letterhead may come after the title and its notes
        ("## Wells\n\n* First said in A/HRC/21/2.\n\nUnited Nations A/HRC/21/4\n\nDistr.: General", ["a-hrc-21-4"]),
        ("## Wells\n\n1 A/HRC/59/15. 2 A/HRC/59/16.\n\nUnited Nations A/HRC/DEC/59/112", ["a-hrc-dec-59-112"]),
        ("The Council recalls A/HRC/28/15 on wells.\n\nNaciones Unidas A/HRC/RES/28/13", ["a-hrc-res-28-13"]),
        ("UNITED NATIONS A\n\nA/HRC/8/20 13 May 2008\n\nIt was A/HRC/WG.6/1/ECU/4 before.", ["a-hrc-8-20"]),
        ("Naciones Unidas CRC/C/ECU/9 Convención sobre los Derechos del Niño Distr. general", ["crc-c-ecu-9"]),
        # a document of two organs bears two
        ("United Nations E/1990/23\n\nE/C.12/1990/3\n\nReport", ["e-1990-23", "e-c-12-1990-3"]),
        ("CEDAW/C/GC/31–CRC/C/GC/18\n\nText", ["cedaw-c-gc-31", "crc-c-gc-18"]),
        # an annual report gives it in brackets
        ("Report of the Committee\n\nOfficial Records, Supplement No. 18 (A/40/18)", ["a-40-18"]),
        # a list of issues cites what the Committee said before
        ("CCPR/C/ECU/Q/7\n\n1. With reference to CCPR/C/ECU/CO/6, say what was done.", ["ccpr-c-ecu-q-7"]),
        ("List of issues\n\n1. With reference to CCPR/C/ECU/CO/6 say what was done.", []),
        ("The document E/C.12/ECU/9 is not available in this language.", []),
        ("E/C.12/ECU/9 is not available.", []),
        ("Nothing of the kind", []),
        ("", []),
    ],
)
def test_a_document_bears_the_symbol_of_its_letterhead(page: str, own: list[str]) -> None:
    assert [symbol.target for symbol in own_symbols(page)] == own


def test_a_symbol_of_an_unknown_form_is_a_word_of_its_own() -> None:
    assert has_word("Wells of the plain, WELL/9.", "WELL/9")
    assert not has_word("WELL/90 and WELL/9/Add.1 and BWELL/9 and WELL/9.1", "WELL/9")


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("Corte de los Pozos\nCaso Rey Vs. Ruritania\nSentencia de 20 de enero de 1999\n(Fondo)", "1999-01-20"),
        ("Corte de los Pozos\nCaso Rey Vs. Ruritania\nSentencia de 120 de enero de 1999\n(Fondo)", "1999-01"),
        ("## CASO REY\n\n## SENTENCIA DE 07 DE SEPTIEMBRE DE 2004", "2004-09-07"),
        ("CASO REY\nSENTENCIA DE PRIMERO DE SEPTIEMBRE DE 2015", "2015-09-01"),
        ("Case of Rey v. Ruritania\nJudgment of September 1, 2015", "2015-09-01"),
        # a later resolution recalls the judgment
        (
            "RESOLUCIÓN DE LA\nCORTE DE LOS POZOS\nDE 22 DE NOVIEMBRE DE 2005\nCASO REY VS. RURITANIA\nVISTOS:\n"
            "1. La sentencia de 20 de enero de 1999.",
            "2005-11-22",
        ),
        ("Caso Rey Vs. Ruritania\nEl Tribunal recuerda la sentencia de 20 de enero de 1999.", ""),
        ("", ""),
    ],
)
def test_a_decision_is_of_the_day_that_its_title_gives(page: str, day: str) -> None:
    assert decided_on(page) == day


@pytest.mark.parametrize(
    ("names", "named"),
    [
        (("Rey Molina y otros Vs. Ruritania",), True),
        (("King of the Mill v. Ruritania", "Caso Rey Molina y otros Vs. Ruritania"), True),
        (("Soto Laguna Vs. Ruritania",), False),
        (("", "Caso"), False),
        ((), False),
    ],
)
def test_a_decision_names_its_case_in_the_title(names: tuple[str, ...], named: bool) -> None:
    page = (
        "CORTE DE LOS POZOS\nCASO REY MOLINA Y OTROS VS. RURITANIA\nSENTENCIA DE 20 DE ENERO DE 1999\n"
        "En el caso Rey Molina,\nla Corte recuerda el caso Soto Laguna."
    )
    assert names_case(page, names) is named


def test_a_case_may_be_named_by_a_letter() -> None:
    assert names_case(
        "CORTE DE LOS POZOS\nCASO J. VS. RURITANIA\nSENTENCIA DE 3 DE MAYO DE 2010", ("Caso J. Vs. Ruritania",)
    )
