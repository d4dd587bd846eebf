"""Cases of courts and committees, general comments and resolutions, cited by their numbers."""

import pytest

from rights_search.citations import Context, find
from rights_search.model import CitationKind, SourceKind

NOWHERE = Context()
STRASBOURG = Context(language="en", body="ecthr", instrument="echr", kind=SourceKind.JUDGMENT)
COURT = Context(language="es", body="iacthr", instrument="achr", kind=SourceKind.JUDGMENT)
COMMITTEE = Context(language="en", body="ccpr", instrument="iccpr", kind=SourceKind.COMMUNICATION)
SOCIAL = Context(language="en", body="cescr", instrument="icescr", kind=SourceKind.GENERAL_COMMENT)


def cited(text: str, context: Context = NOWHERE) -> list[tuple[str, str]]:
    return [(citation.text, citation.target) for citation in find(text, context)]


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("application no. 36022/97", NOWHERE, [("application no. 36022/97", "echr-36022-97")]),
        ("requête no 36022/97", NOWHERE, [("requête no 36022/97", "echr-36022-97")]),
        ("demanda n.º 36022/97", NOWHERE, [("demanda n.º 36022/97", "echr-36022-97")]),
        (
            "applications nos. 1720/13 and 2345/14",
            NOWHERE,
            [("applications nos. 1720/13", "echr-1720-13"), ("2345/14", "echr-2345-14")],
        ),
        ("Miller v. Northland (no. 25781/94)", NOWHERE, [("no. 25781/94", "echr-25781-94")]),
        (
            "[GC], no. 30078/06, §§ 62 and 65",
            STRASBOURG,
            [("no. 30078/06, §§ 62", "echr-30078-06#para_62"), ("65", "echr-30078-06#para_65")],
        ),
        ("no. 37494/02, § 179, 18 April 2006", STRASBOURG, [("no. 37494/02, § 179", "echr-37494-02#para_179")]),
        ("Law no. 12/95 and Decree no. 5/88", STRASBOURG, []),
        ("lot no. 12/95", NOWHERE, []),
        ("ECLI:CE:ECHR:2013:0409JUD000042509", NOWHERE, [("ECLI:CE:ECHR:2013:0409JUD000042509", "echr-425-09")]),
        ("ECLI:EU:C:2014:317", NOWHERE, [("ECLI:EU:C:2014:317", "ecli-eu-c-2014-317")]),
        ("Series A no. 24", STRASBOURG, [("Series A no. 24", "")]),
        ("Miller v. Northland, 7 December 1976, Series A no. 24", NOWHERE, [("Series A no. 24", "")]),
    ],
)
def test_strasbourg_by_application_number_and_ecli(
    text: str, context: Context, expected: list[tuple[str, str]]
) -> None:
    assert cited(text, context) == expected
    assert all(citation.kind is CitationKind.JUDGMENT for citation in find(text, context))


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("Application No. 004/2011", NOWHERE, [("Application No. 004/2011", "afchpr-004-2011")]),
        ("Communication No. 155/96", NOWHERE, [("Communication No. 155/96", "achpr-155-1996")]),
        (
            "the African Commission, Communication 276/2003, para. 150",
            NOWHERE,
            [("Communication 276/2003, para. 150", "achpr-276-2003#para_150")],
        ),
        ("la CIDH, Informe No. 40/04, Caso 12.053", NOWHERE,
         [("Informe No. 40/04", "iachr-report-40-04"), ("Caso 12.053", "iachr-case-12-053")]),
        ("la petición P-681-05 y el caso 11.142", COURT,
         [("petición P-681-05", "iachr-petition-681-05"), ("caso 11.142", "iachr-case-11-142")]),
        ("Communication No. 276/03", NOWHERE, [("Communication No. 276/03", "achpr-276-2003")]),
        ("complaint No. 13/02", NOWHERE, [("complaint No. 13/02", "")]),
        ("el caso 11.142 de la empresa", NOWHERE, []),
    ],
)  # fmt: skip
def test_africa_and_the_inter_american_commission(text: str, context: Context, expected: list[tuple[str, str]]) -> None:
    assert cited(text, context) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("see communication No. 2728/2016", COMMITTEE, [("communication No. 2728/2016", "ccpr-d-2728-2016")]),
        (
            "the Committee against Torture, communications Nos. 143/1999 and 218/2002",
            COMMITTEE,
            [("communications Nos. 143/1999", "cat-d-143-1999"), ("218/2002", "cat-d-218-2002")],
        ),
        (
            "communication No. 220/1987, paras. 8.3 and 8.5",
            COMMITTEE,
            [
                ("communication No. 220/1987, paras. 8.3", "ccpr-d-220-1987#para_8-3"),
                ("8.5", "ccpr-d-220-1987#para_8-5"),
            ],
        ),
        ("communication No. 2728/2016", NOWHERE, [("communication No. 2728/2016", "")]),
        ("its general comments Nos. 3, 14 and 20", SOCIAL,
         [("general comments Nos. 3", "cescr-gc-3"), ("14", "cescr-gc-14"), ("20", "cescr-gc-20")]),
        (
            "Human Rights Committee, general comment No. 31, para. 8",
            SOCIAL,
            [("general comment No. 31, para. 8", "ccpr-gc-31#para_8")],
        ),
        (
            "la recomendación general núm. 35 del Comité para la Eliminación de la Discriminación contra la Mujer",
            SOCIAL,
            [("recomendación general núm. 35", "cedaw-gc-35")],
        ),
        ("general recommendation No. 35", SOCIAL, [("general recommendation No. 35", "")]),  # it makes comments
        ("General Assembly resolution 61/295", NOWHERE, [("General Assembly resolution 61/295", "a-res-61-295")]),
        ("la resolución 60/147 de la Asamblea General", NOWHERE,
         [("resolución 60/147 de la Asamblea General", "a-res-60-147")]),
        ("Human Rights Council resolution 26/9", NOWHERE,
         [("Human Rights Council resolution 26/9", "a-hrc-res-26-9")]),
        (
            "pursuant to Human Rights Council resolutions 8/4, 17/3 and 26/17",
            NOWHERE,
            [
                ("Human Rights Council resolutions 8/4", "a-hrc-res-8-4"),
                ("17/3", "a-hrc-res-17-3"),
                ("26/17", "a-hrc-res-26-17"),
            ],
        ),
        ("In its resolution 6/29 of 14 December, the Human Rights Council", NOWHERE,
         [("its resolution 6/29", "a-hrc-res-6-29")]),
        ("Security Council resolution 1325 (2000)", NOWHERE,
         [("Security Council resolution 1325 (2000)", "s-res-1325-2000")]),
        ("la resolución 1/20 de la Comisión", COURT, []),
    ],
)  # fmt: skip
def test_the_united_nations(text: str, context: Context, expected: list[tuple[str, str]]) -> None:
    assert cited(text, context) == expected
    assert all(citation.kind is CitationKind.DOCUMENT for citation in find(text, context))
