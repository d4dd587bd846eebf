"""Articles cited in running text: each provision found, and resolved exactly as far as the text says enough."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from rights_search.citations import Context, Memory, commented, find
from rights_search.model import CitationKind, Document, SourceKind, Standing

STRASBOURG = Context(language="en", body="ecthr", instrument="echr", kind="judgment")
COURT = Context(
    language="es", body="iacthr", instrument="achr", kind=SourceKind.JUDGMENT, constitution="ecuador-constitution"
)
COMMITTEE = Context(
    language="en",
    body="ccpr",
    instrument="iccpr",
    kind=SourceKind.CONCLUDING_OBSERVATIONS,
    constitution="ecuador-constitution",
)
WOMEN = Context(language="es", body="cedaw", instrument="cedaw", kind=SourceKind.CONCLUDING_OBSERVATIONS)
REVIEW = Context(language="en", body="upr", kind=SourceKind.UPR)
PROTOCOL = Context(language="en", instrument="iccpr-op1", kind=SourceKind.TREATY)
TORTURE = Context(language="en", body="sr-torture", instrument="cat", kind=SourceKind.SPECIAL_PROCEDURE)
CHILDREN = Context(language="en", body="crc", instrument="crc", kind=SourceKind.GENERAL_COMMENT)
DISABILITY = Context(language="en", body="crpd", instrument="crpd", kind=SourceKind.COMMUNICATION)
MECHANISM = Context(language="es", body="mesecvi", instrument="belem-do-para", kind=SourceKind.REPORT)
SOCIAL = Context(language="es", body="cescr", instrument="icescr", kind=SourceKind.CONCLUDING_OBSERVATIONS)

LAND = Context(
    language="en", body="cerd", instrument="icerd", kind=SourceKind.COMMUNICATION, constitution="ecuador-constitution"
)
LIFE = Context(language="en", body="ccpr", instrument="iccpr", kind=SourceKind.GENERAL_COMMENT)
EXPRESSION = replace(LIFE, article="19")
GENEVA_3 = Context(language="en", instrument="geneva-3", kind=SourceKind.TREATY, article="100")
BRAZIL = replace(COURT, constitution="brazil-constitution")
SLAVERY = Context(language="en", instrument="slavery-1956", kind=SourceKind.TREATY, article="7")
CHARTER = Context(language="es", instrument="european-social-charter-revised", kind=SourceKind.TREATY, article="m")
ISTANBUL = Context(language="es", instrument="istanbul", kind=SourceKind.TREATY, article="44")

GENEVA = ["geneva-1#3", "geneva-2#3", "geneva-3#3", "geneva-4#3"]


def targets(text: str, context: Context = REVIEW) -> list[str]:
    return [citation.target for citation in find(text, context) if citation.kind is CitationKind.PROVISION]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the instrument follows
        ("según el artículo 8.1 de la Convención Americana", ["achr#8.1"]),
        ("los artículos 4.1 y 5.1 de la Convención Americana sobre Derechos Humanos", ["achr#4.1", "achr#5.1"]),
        ("article 12, paragraph 2 (c), of the ICESCR", ["icescr#12.2.c"]),
        ("Article 8 § 2 of the European Convention on Human Rights", ["echr#8.2"]),
        ("los artículos 2, 10, 11 y 14 de la CEDAW", ["cedaw#2", "cedaw#10", "cedaw#11", "cedaw#14"]),
        (
            "articles 6 to 8 of the International Covenant on Civil and Political Rights",
            ["iccpr#6", "iccpr#7", "iccpr#8"],
        ),
        ("artículos 8 a 10 del PIDESC", ["icescr#8", "icescr#9", "icescr#10"]),
        ("artículo 20 1) de la Convención de Belém do Pará", ["belem-do-para#20.1"]),
        (
            "artículos I.b) y III de la Convención Interamericana sobre Desaparición Forzada",
            ["ia-disappearance#1.b", "ia-disappearance#3"],
        ),
        ("artículo XVIII de la Declaración Americana", ["adrdm#18"]),
        ("article 7 of ILO Convention No. 169", ["ilo-169#7"]),
        ("artículo 6 del Convenio núm. 169 de la OIT", ["ilo-169#6"]),
        ("os artigos 8 e 25 da Convenção Americana", ["achr#8", "achr#25"]),
        ("articles 8 et 25 de la Convention américaine", ["achr#8", "achr#25"]),
        (
            "artículos 8 (Garantías Judiciales) y 25.1 (Protección Judicial) de la Convención Americana",
            ["achr#8", "achr#25.1"],
        ),
        ("the rights enshrined in articles 13 and 15 of the American Convention", ["achr#13", "achr#15"]),
        ("art. 24 CDN y art. 25 del CRPD", ["crc#24", "crpd#25"]),
        # … or stands in front
        ("Convención Americana, art. 8", ["achr#8"]),
        ("the Convention on the Rights of the Child, in particular articles 2 and 3 thereof", ["crc#2", "crc#3"]),
        # paragraphs and letters before the article
        ("el párrafo 1 del artículo 9 del PIDCP", ["iccpr#9.1"]),
        ("paragraphs 1 and 2 of article 14 of the ICCPR", ["iccpr#14.1", "iccpr#14.2"]),
        ("el literal b) del numeral 2 del artículo 8 de la Convención Americana", ["achr#8.2.b"]),
        # the same instrument again
        (
            "el artículo 5 de la Convención Americana, en relación con los artículos 1.1 y 2 de la misma",
            ["achr#5", "achr#1.1", "achr#2"],
        ),
        ("artículo 21 de la Convención Americana y artículo 1.1 del mismo instrumento", ["achr#21", "achr#1.1"]),
    ],
)
def test_an_article_with_its_instrument_resolves(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("articles 6 and 7 of the Covenant", COMMITTEE, ["iccpr#6", "iccpr#7"]),
        ("el artículo 16 (1) (h) de la Convención", WOMEN, ["cedaw#16.1.h"]),
        ("the prohibition is absolute (arts. 2, 7 and 10).", COMMITTEE, ["iccpr#2", "iccpr#7", "iccpr#10"]),
        ("en virtud del artículo 8 de la Convención", COURT, ["achr#8"]),
        ("según el artículo 1.1 del tratado", COURT, ["achr#1.1"]),
        ("article 41 of the Covenant and article 3 of the present Protocol", PROTOCOL, ["iccpr#41", "iccpr-op1#3"]),
        ("as provided for in article 5", PROTOCOL, ["iccpr-op1#5"]),
        ("el artículo 8 del Protocolo Facultativo", WOMEN, ["cedaw-op#8"]),
        ("a violation of Article 8 of the Convention on account of the delay", STRASBOURG, ["echr#8"]),
        ("Article 2 of Protocol No. 4 to the Convention", STRASBOURG, ["echr-p4#2"]),
        ("el artículo 1 del Protocolo núm. 1", STRASBOURG, ["echr-p1#1"]),
        ("Article 2 of Protocol No. 4", COURT, [""]),
        # nothing says which Convention
        ("el artículo 8 de la Convención", REVIEW, [""]),
        ("artículo 3 de la Convención sobre Tránsito Rodado", COURT, [""]),
        ("artículo 3 de la Convención Panamericana", COURT, [""]),
    ],
)
def test_the_convention_is_that_of_the_body(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        # observations cite their own treaty
        ("as required by article 14, the State party should", COMMITTEE, ["iccpr#14"]),
        # a court means its own treaty, unless the paragraph speaks of a State's law
        ("El artículo 8 lo prohíbe.", COURT, ["achr#8"]),
        ("The Government submitted that Article 8 was inapplicable.", STRASBOURG, ["echr#8"]),
        ("El artículo 8, leído a la luz de la Convención, lo prohíbe.", COURT, ["achr#8"]),
        ("Rige la Convención. El artículo 8 lo prohíbe.", COURT, ["achr#8"]),
        ("Rige el Código Penal. El artículo 8 lo prohíbe.", COURT, [""]),
        ("El fiscal archivó la causa según el artículo 8.", COURT, [""]),
        ("The Regional Court relied on Article 8.", STRASBOURG, [""]),
        ("El artículo 177 fue aplicado.", COURT, [""]),
        # a body named in the sentence means the treaty it watches
        ("The Committee on the Rights of Persons with Disabilities reads article 12 broadly.", REVIEW, ["crpd#12"]),
        ("The Committee against Torture and the Human Rights Committee read article 7 alike.", REVIEW, [""]),
        # an article that was cited with its law before, by a number alone
        (
            "Article 4, paragraph 2, of the Convention against Torture binds it, as the Covenant on Civil and "
            "Political Rights does. The terms of article 4, paragraph 2, are clear.",
            REVIEW,
            ["cat#4.2", "cat#4.2"],
        ),
        # a mechanism's report means the convention it follows
        ("Garantizar refugios (Artículo 8, literal d).", MECHANISM, ["belem-do-para#8.d"]),
        # the only treaty that the paragraph has named so far
        ("It is banned by the Convention against Torture. See articles 5 (1) and 12.", REVIEW, ["cat#5.1", "cat#12"]),
        ("El artículo 8 obliga, y así lo ven la Convención y el Código Civil.", COURT, [""]),
        ("see article 6", REVIEW, [""]),
    ],
)
def test_a_bare_article_resolves_only_where_its_treaty_is_clear(
    text: str, context: Context, expected: list[str]
) -> None:
    assert targets(text, context) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("under the Convention against Torture, article 2 of the Convention applies", REVIEW, ["cat#2"]),
        ("The Covenant on Civil and Political Rights binds it; article 6 of the Covenant", TORTURE, ["iccpr#6"]),
        ("the definition in article 1, paragraph 1, of the Convention", TORTURE, ["cat#1.1"]),
        ("The Convention on the Rights of the Child asks more. Article 40 of the Convention", TORTURE, ["crc#40"]),
        # what a committee says of it in the sentence is said of the one it watches
        (
            "The Committee on the Elimination of Discrimination against Women, on article 2 of the Convention",
            TORTURE,
            ["cedaw#2"],
        ),
        (
            "The Committee on Economic, Social and Cultural Rights has read article 3 of the International Covenant",
            TORTURE,
            ["icescr#3"],
        ),
        # codes of law in general are no law
        (
            "Bound by the Convention against Torture, as in article 1, they changed their criminal codes",
            REVIEW,
            ["cat#1"],
        ),
    ],
)
def test_the_convention_of_no_body_is_the_one_named_before(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        # the mark of a note behind a number, and a section of an article
        ("in relation to article 31.36 In the present comment", CHILDREN, ["crc#31"]),
        ("article 1A(2) of the 1951 Convention", REVIEW, ["refugee-1951#1.a.2"]),
        ("líneas telefónicas (Art. 8º d, de la Convención)", MECHANISM, ["belem-do-para#8.d"]),
        # a list goes on behind a document in brackets, and behind a long gloss
        (
            "los artículos 10 a 12 (E/1986/3/Add.14) y 13 (E/1988/5/Add.7) del Pacto",
            SOCIAL,
            ["icescr#10", "icescr#11", "icescr#12", "icescr#13"],
        ),
        (
            "articles 2 (which bars every excuse for it, war and the orders of a superior among them, and any state of "
            "emergency), 15 (on evidence) and 16 of the Convention",
            TORTURE,
            ["cat#2", "cat#15", "cat#16"],
        ),
        # a second law by its pronoun, and a law's name that ends in a bracket
        ("los artículos 51.1 de la Convención y 44 de su Reglamento", COURT, ["achr#51.1", ""]),
        (
            "Violence and Harassment Convention, 2019 (No. 190), arts. 2 and 4; Convention on the Rights of the Child",
            REVIEW,
            ["ilo-190#2", "ilo-190#4"],
        ),
        # “or their subparagraphs”, “the new constitution”, and a protocol followed by what was said on it
        (
            "reservations to articles 2 and 5, or their subparagraphs, of the Convention against Torture",
            CHILDREN,
            ["cat#2", "cat#5"],
        ),
        ("el artículo 66 de la nueva Constitución del Ecuador", REVIEW, ["ecuador-constitution#66"]),
        ("article 2 of the Optional Protocol on facts of before that day", DISABILITY, ["crpd-op#2"]),
        # parts of the article named last
        (
            "el artículo 5 de la Convención, en contradicción con los párrafos 1 y 2 del citado artículo",
            COURT,
            ["achr#5", "achr#5.1", "achr#5.2"],
        ),
        ("del citado artículo", COURT, []),
        (
            "El artículo 46.2 dice: “los incisos 1.a. y 1.b. del presente artículo”",
            COURT,
            ["achr#46.2", "achr#46.1.a", "achr#46.1.b"],
        ),
        ("el artículo 8.2 de la Convención, en sus literales b) y d)", COURT, ["achr#8.2", "achr#8.2.b", "achr#8.2.d"]),
        ("el artículo 8 de la Convención. El inciso b) del acuerdo", COURT, ["achr#8"]),
        ("Article 15, paragraph 1, has three paragraphs", SOCIAL, ["icescr#15.1"]),
        ("limited to those of article 7 in subparagraphs (a) and (b)", WOMEN, ["cedaw#7", "cedaw#7.a", "cedaw#7.b"]),
        ("the terms of article 20, paragraph 1, do not forbid it", COMMITTEE, ["iccpr#20.1"]),
        ("the terms of article 3, d) of this Protocol", PROTOCOL.within("art_4"), ["iccpr-op1#3.d"]),
        # a treaty lends its name only to articles that it has; a court's own stands beside its protocols
        (
            "findings under Article 8, Article 1 of Protocol No. 1, and Article 18 taken in conjunction with those "
            "provisions, as required by Article 41 of the Convention",
            STRASBOURG,
            ["echr#8", "echr-p1#1", "echr#18", "echr#41"],
        ),
        ("el artículo 26 de la Convención en su sentido literal o corriente", COURT, ["achr#26"]),
        ("(Art. 8º, d CVCM)", MECHANISM, ["belem-do-para#8.d"]),
        (
            "el artículo 8.1 de la Convención en relación con su artículo 1.1, así como los artículos 1 y 6 "
            "de la CIPST",
            COURT,
            ["achr#8.1", "achr#1.1", "ia-torture#1", "ia-torture#6"],
        ),
        ("Laws restricting the rights in article 19, paragraph 2, must be clear", COMMITTEE, ["iccpr#19.2"]),
        ("The provisions of article 40, paragraph 2, and of article 44 of the CRC", TORTURE, ["crc#40.2", "crc#44"]),
        ("what is set out in articles 2 and 3 of OPCRC-SC", REVIEW, ["crc-opsc#2", "crc-opsc#3"]),
        ("Ratify the CPED and make the declarations of articles 31 and 32", REVIEW, ["ced#31", "ced#32"]),
        ("la Carta de las Naciones Unidas, en particular del artículo 55", REVIEW, ["un-charter#55"]),
        ("la Convención y el artículo 19.6 del Protocolo", COURT, ["san-salvador#19.6"]),
        ("la primera frase del artículo 1 del Protocolo 1", COURT, [""]),
        # the four articles in one; what the Covenants have in common is not that
        (
            "common article 3 of the Geneva Conventions",
            COMMITTEE,
            ["geneva-1#3", "geneva-2#3", "geneva-3#3", "geneva-4#3"],
        ),
        (
            "el artículo 3 común a los Convenios de Ginebra",
            COURT,
            ["geneva-1#3", "geneva-2#3", "geneva-3#3", "geneva-4#3"],
        ),
        ("article 3 common to the two Covenants", COMMITTEE, ["iccpr#3"]),
        ("(arts.5 y6)", WOMEN, ["cedaw#5", "cedaw#6"]),
        # a sentence about the treaty named before it
        ("el Protocolo de San Salvador. Este último lo dice en su artículo 13", COURT, ["san-salvador#13"]),
        ("la Convención contra la Tortura. El tratado rige, según su artículo 26, desde 1987", COURT, ["cat#26"]),
        # every article from one to the other, or only the two
        (
            "los derechos contenidos entre los artículos 3 y 6 de la Convención",
            COURT,
            ["achr#3", "achr#4", "achr#5", "achr#6"],
        ),
        ("la relación entre los artículos 3 y 6 de la Convención", COURT, ["achr#3", "achr#6"]),
        # the paragraph behind a dash, and a title of the ILO in other words
        ("art. 10-2 du Pacte", COMMITTEE, ["iccpr#10.2"]),
        ("el Convenio sobre trabajo doméstico digno, 2011 (núm. 189), artículo 16", REVIEW, ["ilo-189#16"]),
        # the heading of an article that is quoted cites nothing
        ("La Ley de Migración decía:\nArtículo 20. Los agentes podrán. […] Artículo 26. En la audiencia", COURT, []),
        ("La ley dispone:\nArt. 2.- Plazos. Serán de diez días.", COURT, []),
        # the constitution of an organization is no State's
        ("el artículo 19 de la Constitución de la Organización Internacional del Trabajo", COMMITTEE, [""]),
    ],
)
def test_what_stands_between_an_article_and_its_law(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected


@pytest.mark.parametrize("context", [COURT, COMMITTEE, REVIEW])
@pytest.mark.parametrize(
    "text",
    [
        "el artículo 12 del Código Penal",
        "artículos 3 y 4 de la Ley de Aguas",
        "el Código Civil, en su artículo 15",
        "article 9 of the Criminal Code",
        "under article 5 of the Organic Act on Water",
        "art. 12 COIP",
        "artículo 8 del Reglamento de la Corte",
    ],
)
def test_a_domestic_law_never_resolves_to_a_treaty(text: str, context: Context) -> None:
    assert set(targets(text, context)) == {""}


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("artículo 66 numeral 3 literal a) de la Constitución de la República", COURT, ["ecuador-constitution#66.3.a"]),
        ("art. 76.7.l de la Constitución del Ecuador", REVIEW, ["ecuador-constitution#76.7.l"]),
        ("article 71 of the Constitution of the Republic of Ecuador", REVIEW, ["ecuador-constitution#71"]),
        ("article 71 of the Ecuadorian Constitution", COMMITTEE, ["ecuador-constitution#71"]),
        ("el artículo 12 de la Constitución", COMMITTEE, ["ecuador-constitution#12"]),
        ("el artículo 12 de la Constitución", REVIEW, [""]),
        ("artículo 49 de la Constitución de Colombia", COMMITTEE, ["colombia-constitution#49"]),
        # a former constitution of the State
        ("artículo 23 de la Constitución Política del Ecuador", COURT, [""]),
        ("artículo 23 de la Constitución de 1998", COMMITTEE, [""]),
        # at the time of the facts another may have been in force
        ("el artículo 23 de la Constitución", COURT, [""]),
    ],
)
def test_constitutions_resolve_by_their_state(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected


def test_a_constitution_named_with_the_year_it_is_known_by_resolves() -> None:
    context = Context(kind=SourceKind.JUDGMENT, constitution="ecuador-constitution")
    assert targets("artículo 11 de la Constitución de 2008", context) == ["ecuador-constitution#11"]


@pytest.mark.parametrize(
    "text",
    [
        "el artículo 99 del PIDCP",
        "article 0 of the Covenant",
        "artículo 83 de la Convención Americana",
        "art. 173 bis del Pacto",
    ],
)
def test_an_article_the_instrument_does_not_have_stays_unresolved(text: str) -> None:
    assert targets(text, COMMITTEE) == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("el artículo 26 del PIDCP, en perjuicio de 12 personas", ["iccpr#26"]),
        ("artículo 5 del PIDCP, 15 de marzo", ["iccpr#5"]),
        ("el artículo 8 a la luz del caso", [""]),
        ("published an article in 2006", []),
        ("artículos de primera necesidad: 25 cajas", []),
        ("the State party", []),
    ],
)
def test_other_numbers_are_no_articles(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_spans_are_the_printed_words_and_never_partly_overlap() -> None:
    text = "Viola los artículos 4.1, 5 a 7 y 25 de la Convención Americana, y el párrafo 1 del artículo 9 del PIDCP."
    found = find(text, COURT)
    assert [(c.text, c.target) for c in found] == [
        ("artículos 4.1", "achr#4.1"),
        ("5 a 7", "achr#5"),
        ("5 a 7", "achr#6"),
        ("5 a 7", "achr#7"),
        ("25 de la Convención Americana", "achr#25"),
        ("párrafo 1 del artículo 9 del PIDCP", "iccpr#9.1"),
    ]
    assert all(text[c.start : c.end] == c.text for c in found)
    assert {c.kind for c in found} == {CitationKind.PROVISION}
    spans = sorted({(c.start, c.end) for c in found})
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("los artículos 1.1 y 2 de dicho tratado", COURT, ["achr#1.1", "achr#2"]),  # “dic…” is no month
        ("artículos 67 de la Convención y 29.3 del Reglamento", COURT, ["achr#67", ""]),
        ("artículos 5 (integridad), […] 7 y […] 8 de la Convención", COURT, ["achr#5", "achr#7", "achr#8"]),
        ("ARTÍCULO 8 (GARANTÍAS)12 EN RELACIÓN CON EL ARTÍCULO 1.1 DE LA CONVENCIÓN", COURT, ["achr#8", "achr#1.1"]),
        ("el artículo 51.1 de la Convención para el sometimiento del caso", COURT, ["achr#51.1"]),
        ("la Convención contra la Tortura exige en su artículo 12 investigar", REVIEW, ["cat#12"]),
        ("artículo 5 de la Declaración Americana sobre los Derechos de los Pueblos", REVIEW, [""]),
        ("artículos 30; 37 b. a d.; y 39 de la CDN", WOMEN, ["crc#30", "crc#37.b", "crc#37.c", "crc#37.d", "crc#39"]),
        ("provisions of the Charter (Articles 1, 25 and 56)", WOMEN, ["", "", ""]),  # this treaty has thirty articles
        ("life (article 6 of the ICCPR), privacy (art. 17)", WOMEN, ["iccpr#6", "iccpr#17"]),
        ("la Ley de Aguas y Riego (arts. 3 y 4)", WOMEN, ["", ""]),
        ("la Ley de Aguas no protege a las mujeres (arts. 3 y 4)", WOMEN, ["cedaw#3", "cedaw#4"]),
        ("las lagunas de la Ley de Aguas y Riego (arts. 3 y 4).", WOMEN, ["cedaw#3", "cedaw#4"]),
        ("a violation of article 7 alone", COMMITTEE, ["iccpr#7"]),
    ],
)
def test_forms_that_real_texts_have(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("las letras a) y b) del párrafo 1 de este artículo", ["cat#5.1.a", "cat#5.1.b"]),
        ("paragraph 1 b) of the present article", ["cat#5.1.b"]),
        ("los párrafos 1 o 2 del presente artículo", ["cat#5.1", "cat#5.2"]),
        ("subject to paragraph 2", ["cat#5.2"]),
        ("Notwithstanding paragraph 9, a judge assigned to a chamber", ["cat#5.9"]),
        ("in accordance with paragraph 3.\nb) Each party", ["cat#5.3"]),
        ("under paragraph 1 of article 9", ["cat#9.1"]),
        ("nothing in this article", []),
        ("article 4 and paragraph 2 of this article", ["cat#4", "cat#5.2"]),
    ],
)
def test_a_treaty_means_itself_by_this_article(text: str, expected: list[str]) -> None:
    treaty = Context(instrument="cat", kind=SourceKind.TREATY).within("art_5")
    assert targets(text, treaty) == expected


def test_only_a_law_has_articles_of_its_own() -> None:
    assert COMMITTEE.within("para_5") == COMMITTEE
    assert Context(kind=SourceKind.CONSTITUTION).within("art_66__num_3").article == "66"
    assert Context(kind=SourceKind.TREATY).within("sec_preamble").article == ""


def test_the_constitution_is_that_of_the_state_a_text_is_about() -> None:
    def of(*states: str) -> Context:
        document = Document(
            id="r", kind=SourceKind.UPR, title="", language="en", standing=Standing.OFFICIAL, passages=(), states=states
        )
        return Context.of(document, "ecuador-constitution")

    text = "repeal article 193 of the Constitution"
    assert (
        targets(text, of("ECU"))
        == targets(text, of("ECU", "COL"))
        == targets(text, of())
        == ["ecuador-constitution#193"]
    )
    assert targets(text, of("COL")) == ["colombia-constitution#193"]
    assert targets(text, of("COL", "PER")) == [""]


def test_each_part_of_a_list_is_cited_where_it_stands() -> None:
    found = find("artículos 66 numerales 2 y 4, y 83 de la Constitución del Ecuador", REVIEW)
    assert [(c.text, c.target) for c in found] == [
        ("artículos 66 numerales 2", "ecuador-constitution#66.2"),
        ("4", "ecuador-constitution#66.4"),
        ("83 de la Constitución del Ecuador", "ecuador-constitution#83"),
    ]


def test_line_breaks_and_accents_do_not_matter() -> None:
    assert targets("el ARTICULO\n8.1 DE LA CONVENCION\nAMERICANA") == ["achr#8.1"]
    assert targets("artículo\u00a08.1 de la Convención Americana") == ["achr#8.1"]


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        # a whole article, and then a paragraph of it
        ("While article 14 speaks of aid in paragraph 3 (d), more is needed.", COMMITTEE, ["iccpr#14", "iccpr#14.3.d"]),
        ("el artículo 13 de la Convención en sus incisos 4 y 5", COURT, ["achr#13", "achr#13.4", "achr#13.5"]),
        ("article 14 of the ICCPR, as the author said in paragraph 12 above", COMMITTEE, ["iccpr#14"]),
        ("paragraph 2 (b) (ii) and (iii) of article 8 of the Rome Statute", REVIEW,
         ["rome-statute#8.2.b.ii", "rome-statute#8.2.b.iii"]),
        ("paragraphs 2 (b) (ii) and (c) of article 8 of the Rome Statute", REVIEW,
         ["rome-statute#8.2.b.ii", "rome-statute#8.2.c"]),
        ("as subparagraph 7 (a) (ii) of this article says", replace(SLAVERY, article="3"), ["slavery-1956#3.7.a.ii"]),
        # one, the other, or both
        ("los artículos 8 y/o 25 de la Convención Americana", COURT, ["achr#8", "achr#25"]),
        ("under article 8 and/or article 25 of the American Convention", REVIEW, ["achr#8", "achr#25"]),
        # “of” leads to no law here
        ("the agency of Article 123 of instruments or papers", GENEVA_3, ["geneva-3#123"]),
        ("paragraphs 1 (a), (c) and (d), and 2 (b) of article 5 of the ICESCR", REVIEW,
         ["icescr#5.1.a", "icescr#5.1.c", "icescr#5.1.d", "icescr#5.2.b"]),
        # one list, and what it is read with
        ("en relación con los artículos 1. y 2 de la Convención", COURT, ["achr#1", "achr#2"]),
        ("el artículo 4 de la Convención, en relación con el 1.1 del mismo instrumento", COURT, ["achr#4", "achr#1.1"]),
        ("obligaciones del Convenio núm. 189, particularmente las emanadas de los artículos 16 y 17", SOCIAL,
         ["ilo-189#16", "ilo-189#17"]),
        # one bracket
        ("under ICCPR (article 7 concerning torture and article 4 (2) on war)", TORTURE, ["iccpr#7", "iccpr#4.2"]),
        # the treaty a paragraph is about
        ("ILO Convention No. 169 protects customs. In particular, article 8 says so.", DISABILITY, ["ilo-169#8"]),
        ("La Convención sobre los Derechos del Niño va más lejos. El artículo 12 lo dice.", COURT, ["crc#12"]),
        ("The Istanbul Convention goes further. Article 8 does not.", STRASBOURG, ["echr#8"]),
        ("la nueva Constitución lo dice (art. 66, párr. 10)", replace(WOMEN, constitution="ecuador-constitution"),
         ["ecuador-constitution#66.10"]),
        # who is a judge of the case, and who applies a State's law
        ("La jueza Robles lo sostuvo para el artículo 26.", COURT, ["achr#26"]),
        ("El juez de lo penal aplicó el artículo 26.", COURT, [""]),
        # names
        ("excepciones al artículo 26 de la Convención A. Falta de agotamiento", COURT, ["achr#26"]),
        ("el artículo 10 1) del Protocolo facultativo de la Convención", WOMEN, ["cedaw-op#10.1"]),
        ("el artículo 31.3 de la Convención de Viena", COURT, ["vienna-treaties#31.3"]),
        ("avisar al cónsul, según el artículo 36 de la Convención de Viena", COURT, ["vienna-consular#36"]),
        ("article 37c of the Convention of Rights of the Child", REVIEW, ["crc#37.c"]),
        ("article 9 of the Iraqi Constitution", REVIEW, ["iraq-constitution#9"]),
        ("take part in the arts. 2. States Parties shall", CHILDREN, []),
        ("artículos 8.1 y 25.1 de la Convención Americana sobre Derechos Humano", COURT, ["achr#8.1", "achr#25.1"]),
        ("artículo 4 del Convenio sobre los representantes de los trabajadores, 1971", COURT, ["ilo-135#4"]),
        ("los artículos 2 a 4, inclusive, de la Convención contra la Tortura", REVIEW, ["cat#2", "cat#3", "cat#4"]),
        ("el artículo 2 de la Convención y el 8.2 del referido instrumento", COURT, ["achr#2", "achr#8.2"]),
        ("ICESCR articles 2(1), 12; CRC articles 4 OUTCOME", TORTURE, ["icescr#2.1", "icescr#12", "crc#4"]),
        ("los artículos 45.b y c, 46 y 34.g de la Carta de la OEA", COURT,
         ["oas-charter#45.b", "oas-charter#45.c", "oas-charter#46", "oas-charter#34.g"]),
        ("its reservation on article 4 [a] of the ICERD", REVIEW, ["icerd#4.a"]),
        ("el artículo 48.1.a) y los incisos b) y c) del mismo.", COURT, ["achr#48.1.a", "achr#48.1.b", "achr#48.1.c"]),
        ("la Convención sobre los Derechos del Niño; el artículo 12 de esta Convención", COURT, ["crc#12"]),
        ("No alegaron la violación del artículo 24 (Igualdad ante la Ley).", COURT, ["achr#24"]),
        ("Aplicar la Ley contra el Femicidio y sus normas. (Artículo 8).", MECHANISM, ["belem-do-para#8"]),
        ("el artículo 102 de la Carta de las Naciones Unidades", CHILDREN, ["un-charter#102"]),
        ("in Frontiers in Psychology, vol. 9 (2018) art. 2462; and", TORTURE, []),
        ("el artículo 2214 del Código Civil", COURT, [""]),
        # the law stands first, or is lost
        ("los siguientes artículos de la Convención: 1 (Obligación de Respetar), 4 (Vida) y 25.1", COURT,
         ["achr#1", "achr#4", "achr#25.1"]),
        ("alegatos sobre los artículos 5 y 25 de la A) Alegatos de la Comisión", COURT, ["achr#5", "achr#25"]),
        ("the States referred to in Article 16 of the following particulars", PROTOCOL, [""]),  # it has fourteen
        ("los artículos 1 y 2 de la Parte II del presente Protocolo", PROTOCOL, ["iccpr-op1#1", "iccpr-op1#2"]),
        ("the States referred to in Article 12 of the following particulars", PROTOCOL, ["iccpr-op1#12"]),
        # the European Court and a State's law
        ("the police kept to Article 8 of the Convention, and to Article 8", STRASBOURG, ["echr#8", "echr#8"]),
        ("a note must be added to the report (Article 39.1)", STRASBOURG, [""]),
        # a comment that sets another treaty beside its own
        ("The Convention against Torture protects children (arts. 2 and 3).", CHILDREN, ["cat#2", "cat#3"]),
        ("CAT binds them. Its article 1 defines it.", TORTURE, ["cat#1"]),
        ("paragraph 5 of article 14 is broken by delay, against paragraph 3 (c) of the same provision", COMMITTEE,
         ["iccpr#14.5", "iccpr#14.3.c"]),
        # points of the text itself, and brackets that a full stop closes
        ("Sin perjuicio del artículo 5,\n1. Cada Estado", CHILDREN, ["crc#5"]),
        ("en los artículos 6 (vida y desarrollo. y 12 (opinión)", CHILDREN, ["crc#6", "crc#12"]),
        ("artículos I. b) y I. d) de la Convención Interamericana sobre Desaparición Forzada", COURT,
         ["ia-disappearance#1.b", "ia-disappearance#1.d"]),
        ("los incisos b) y c) del párrafo 2 del artículo 40, y el inciso d) del párrafo 1 del artículo 51", CHILDREN,
         ["crc#40.2.b", "crc#40.2.c", "crc#51.1.d"]),
        ("El Código preveía:\nArtículo 459: Procedencia del recurso.", COURT, []),
        ("dice:\nArtículo 12 -Igual trato 1. Los Estados", COURT, []),
    ],
)  # fmt: skip
def test_what_a_paragraph_says_of_its_articles(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        # the law behind words that stand in between
        ("el artículo 5 en relación con el 1.1 de la Convención", COURT, ["achr#5", "achr#1.1"]),
        ("Article 105 and those following of the Third Geneva Convention", COMMITTEE, ["geneva-3#105"]),
        ("artículos 8 y siguientes de la Convención Americana", REVIEW, ["achr#8"]),
        ("article 7 of the 1966 International Covenant on Civil and Political Rights", TORTURE, ["iccpr#7"]),
        ("los artículos 46 y 47 de la Convención y los artículos 4 y 5 de la [misma]", COURT,
         ["achr#46", "achr#47", "achr#4", "achr#5"]),
        ("Ratificó la Convención Interamericana contra la Tortura. Según el artículo 22 de la misma Convención", COURT,
         ["ia-torture#22"]),
        ("to ratify the amendment to article 8 of the International Convention on the Elimination of Racial"
         " Discrimination", REVIEW, ["icerd#8"]),
        ("Accede to the Optional Protocol to the Convention against Torture and allow complaints under article 22 of"
         " the Convention", REVIEW, ["cat#22"]),
        # whose words they are
        ("El TEDH lo ha dicho del Artículo 3 del Protocolo No. 1.", COURT, ["echr-p1#3"]),
        ("El Tribunal Europeo negó un derecho dentro del artículo 2.", COURT, ["echr#2"]),
        ("El Tribunal Europeo y la Convención: el artículo 2.", COURT, ["achr#2"]),
        ("a breach of Article 1 of Protocol No. 1 and, without a remedy, a breach of Article 13.", STRASBOURG,
         ["echr-p1#1", "echr#13"]),
        ("El Comité de Derechos Humanos vio violado el párrafo 5, artículo 14 del Pacto.", COURT, ["iccpr#14.5"]),
        ("Concerning article 27 (1) (c), the author notes that ILO Convention No. 121 was broken.", DISABILITY,
         ["crpd#27.1.c"]),
        ("El artículo 26 remite a las normas contenidas en la Carta de la OEA.", COURT, ["achr#26"]),
        ("a la luz de los artículos 1, 7 196 y 8 197 de la Convención Americana y del artículo XXV de la Declaración"
         " Americana", COURT, ["achr#1", "achr#7", "adrdm#25"]),
        ("el artículo 2 [del Convenio Europeo de Derechos Humanos]", COURT, ["echr#2"]),
        ("En su artículo 7.b dicha Convención obliga. La Convención de Belém do Pará es otra.", COURT, ["achr#7.b"]),
        ("Está la Convención de Belém do Pará. En su artículo 7.b dicha Convención obliga.", COURT,
         ["belem-do-para#7.b"]),
        ("En su artículo 7.c la Convención de Belém do Pará obliga.", COURT, ["belem-do-para#7.c"]),
        ("dispone el artículo 2 la Convención sobre los Derechos del Niño", COURT, ["crc#2"]),
        ("Está el Protocolo de San Salvador. Además, en su artículo 1 manda adoptar medidas.", COURT,
         ["san-salvador#1"]),
        ("es indivisible para toda persona: artículos 2, 4 y 25. Lo demás sigue.", COURT,
         ["achr#2", "achr#4", "achr#25"]),
        ("Committee on the Rights of the Child, as the European Court of Human Rights: reports under article 44",
         TORTURE, ["crc#44"]),
        ("según la Convención Americana, el artículo 19 y los artículos 8 y 25 [del] mismo cuerpo legal", COURT,
         ["achr#19", "achr#8", "achr#25"]),
        ("el Código Penal y el artículo 47 del mismo cuerpo legal, según la Convención Americana", COURT, [""]),
        ("lo previsto en el artículo 2, inciso 24) de la Constitución de Perú", COURT, ["peru-constitution#2.24"]),
        ("la vida (art. 4) y la libertad personal (art. 7) de la Convención Americana", REVIEW, ["achr#4", "achr#7"]),
        ("See article 16 on the right to health of the African Charter on Human and Peoples’ Rights", TORTURE,
         ["african-charter#16"]),
        ("el artículo 12, sobre el derecho a la salud, del PIDESC", COURT, ["icescr#12"]),
        ("PROTECCIÓN JUDICIAL (ARTÍCULOS 8, 25 Y 2), ASÍ COMO I.b Y IX DE LA CIDFP", COURT,
         ["achr#8", "achr#25", "achr#2"]),
        # a constitution that goes on
        ("Article 1 of the Constitution says so. Article 57 protects peoples, and article 171 their judges.", LAND,
         ["ecuador-constitution#1", "ecuador-constitution#57", "ecuador-constitution#171"]),
        ("Article 1 of the Constitution and article 3 of the Penal Code say so. Article 57 of it was amended.", LAND,
         ["ecuador-constitution#1", "", ""]),
        ("according to article 1 of the State party’s Constitution", LAND, ["ecuador-constitution#1"]),
        ("the Constitution of Morocco (July 2011) knows such a right (art. 31)", TORTURE, ["morocco-constitution#31"]),
        ("El Protocolo reconoce el derecho a la Constitución y Protección de la Familia (art. 15).", COURT,
         ["san-salvador#15"]),
        ("under clause (1) or article 66A (10) or (11)", GENEVA_3,
         ["geneva-3#100.1", "geneva-3#66.a.10", "geneva-3#66.a.11"]),
        # quotations, which close with the number of what they quote
        ("The Declaration on the Rights of Indigenous Peoples gives them “a choice” (art. 3). They have “a say”"
         " (art. 4) and “a voice” (art. 33).", LAND, ["undrip#3", "undrip#4", "undrip#33"]),
        ("It reads the World Declaration on Education: “All must learn. None is left out” (art. 5).", CHILDREN, [""]),
        ("It sets beside it the Convention on the Elimination of All Forms of Discrimination against Women. Marriage"
         " of a child has no effect (art. 16 (2)).\n(b) Protection from harm (art. 19).", CHILDREN,
         ["cedaw#16.2", "crc#19"]),
        ("It knows “a duty to hear” (art. 12).", CHILDREN, ["crc#12"]),
        ("the International Covenant on Civil and Political Rights (art. 7). In the Rome Statute it is a crime against"
         " humanity (art. 7). In the Bamako Convention on Hazardous Wastes of 1991 (art. 8) it is forbidden", TORTURE,
         ["iccpr#7", "rome-statute#7", ""]),
        # lists
        ("ni el artículo 50 ni el 51 de la Convención requieren", COURT, ["achr#50", "achr#51"]),
        ("en relación con el artículo 1.1 y 26 de la Convención por la falta", COURT, ["achr#1.1", "achr#26"]),
        ("de la Convención en relación con el artículo 1.1 y 26 por la falta", COURT, ["achr#1.1", "achr#26"]),
        ("violación del artículo 1.1 (en relación con los artículos 7 y\n4) de la Convención Americana", COURT,
         ["achr#1.1", "achr#7", "achr#4"]),
        ("violación de los artículos 1(1) (2), 5(1) (2) y 7(1) (2) (3) de la Convención", COURT,
         ["achr#1.1", "achr#1.2", "achr#5.1", "achr#5.2", "achr#7.1", "achr#7.2", "achr#7.3"]),
        ("reservations to articles 9 (2) and 11 (1), (a), (b) and (e) of the Convention on the Elimination of"
         " Discrimination against Women", REVIEW, ["cedaw#9.2", "cedaw#11.1.a", "cedaw#11.1.b", "cedaw#11.1.e"]),
        ("según dicho artículo ( 27.2 ) de la Convención", COURT, ["achr#27.2"]),
        ("El literal c) del artículo 46.2 no importa. Son los literales a) y b) los que lo exigen.", COURT,
         ["achr#46.2.c", "achr#46.2.a", "achr#46.2.b"]),
        ("El artículo 7.5 de la Convención, no el artículo 7.5 de la Convención, exige. La jueza no satisface la"
         " exigencia del artículo 7.5 de “ser llevado”.", COURT, ["achr#7.5", "achr#7.5", "achr#7.5"]),
        ("los derechos al agua (artículos 4 y 5) de la Convención Americana, en relación con el 1.1 de la Convención",
         COURT, ["achr#4", "achr#5", "achr#1.1"]),
        ("el artículo 36 incisos 1) y 2) del Código Penal", COURT, ["", ""]),
        ("conforme al artículo 33 del presente Estatuto", replace(GENEVA_3, instrument="rome-statute", article="32"),
         ["rome-statute#33"]),
        ("El Proyecto de Artículos sobre Responsabilidad del Estado recoge en su artículo 31 el deber. En su artículo"
         " 34 se estipulan.", COURT, ["", ""]),
        ("recognized by article 14. Under paragraph 1 of this provision they are heard", LIFE,
         ["iccpr#14", "iccpr#14.1"]),
        # parts
        ("el artículo 49 ordinal 3° de la Constitución de Chile", COURT, ["chile-constitution#49.3"]),
        ("their actions (art. 2 (3) and 2.(2))", replace(CHILDREN, instrument="cat", body="cat"),
         ["cat#2.3", "cat#2.2"]),
        ("según el párrafo segundo del artículo 21 de la Convención", COURT, ["achr#21.2"]),
        ("Article 87, second paragraph, applies.", GENEVA_3, ["geneva-3#87.2"]),
        ("respecto a los puntos d) y e) del apartado 1", ISTANBUL, ["istanbul#44.1.d", "istanbul#44.1.e"]),
        ("1. (a) It may. (b) It must.\n2. (a) It shall.\n(b) It need not where sub-paragraph (a) applies.", GENEVA_3,
         ["geneva-3#100.2.a"]),
        ("Committee against Torture, general comment No. 2 (2007) on the implementation of article 2, paras. 3 and 16",
         TORTURE, ["cat#2"]),
        ("It links article 6 and article 20, which forbids propaganda (para. 1) and incitement (para. 2).", LIFE,
         ["iccpr#6", "iccpr#20", "iccpr#20.1", "iccpr#20.2"]),
        ("persons who come under article 1F (b) of the Convention relating to the Status of Refugees", REVIEW,
         ["refugee-1951#1.f.b"]),
        ("article 1 A (2) of the 1951 Convention", REVIEW, ["refugee-1951#1.a.2"]),
        ("la sección B del artículo 1 de la Convención sobre el Estatuto de los Refugiados", REVIEW,
         ["refugee-1951#1.b"]),
        ("The Rome Statute, art. 25, and Committee against Torture, general comment No. 2, on article 2, para. 26",
         TORTURE, ["rome-statute#25", "cat#2"]),
        ("general comment No. 1 on the aims of education (art. 29, para. 1)", CHILDREN, ["crc#29.1"]),
        ("in the country of origin (article 1 A (2), 1951 Refugee Convention)", CHILDREN, ["refugee-1951#1.a.2"]),
        ("1. It may.\n2. (a) It shall. (b) With sub-paragraph (a) of the present paragraph it need not.", GENEVA_3,
         ["geneva-3#100.2.a"]),
        ("a trial under article 40 of the Convention (see chapter IV, section D, above)", CHILDREN, ["crc#40"]),
        ("general recommendation No. 14 on article 1 of the Convention (para. 7)", CHILDREN, ["crc#1"]),
        ("sin perjuicio del párrafo I supra", GENEVA_3, []),
        ("the grounds set out in subparagraphs (a) and (b) of paragraph 3; none but in paragraph 3.", EXPRESSION,
         ["iccpr#19.3.a", "iccpr#19.3.b", "iccpr#19.3"]),
        ("It violates paragraph 3. Depending on it, paragraph 2 offers more, and paragraph 1 does.", EXPRESSION,
         ["iccpr#19.3", "iccpr#19.2", "iccpr#19.1"]),
        # lists that go on behind their law
        ("los artículos 63.2 y 33 de la Convención Americana, 1 y 2 del Estatuto y 23 del Reglamento", COURT,
         ["achr#63.2", "achr#33", "", "", ""]),
        ("el artículo 5 de la Convención (en adelante “la CADH”), 7 de la Convención de Belém do Pará y 13 del"
         " Protocolo de San Salvador", COURT, ["achr#5", "belem-do-para#7", "san-salvador#13"]),
        ("el artículo 8 de la Convención, 25 de mayo de 1990", COURT, ["achr#8"]),
        # what is no law behind “de”
        ("la obligación conforme al artículo 25 de proporcionar recursos", COURT, ["achr#25"]),
        # the law of its sentence, however far
        ("ratificó el Convenio 169 de la OIT el 28 de marzo de 1995, el cual entró en vigor para Honduras el año"
         " siguiente de conformidad con lo dispuesto en su artículo 38", COURT, ["ilo-169#38"]),
        ("lo dice el artículo 31.3 del citado cuerpo normativo", COURT, [""]),
        ("Retroactivity in contravention of article 27 (1) was evident, since they cited article 29 of the Act on Tax.",
         DISABILITY, ["crpd#27.1", ""]),
        ("The Convention governs it. Under “a choice to be heard, and in such matters more” (art. 3), as in the Slavery"
         " Convention, it must.", CHILDREN, ["crc#3"]),
        ("The UN Declaration on the Rights of Indigenous Peoples gives “a say” (art. 4), and feasts (art. 11).", LAND,
         ["undrip#4", "undrip#11"]),
        ("The Declaration on the Rights of Indigenous Peoples and then the American Declaration on the Rights of"
         " Indigenous Peoples came: article 17 of the Declaration", TORTURE, [""]),
        ("the Constitution of the Philippines has it (art. xiv)", TORTURE, ["philippines-constitution#14"]),
        ("article 1 of this Convention, and the Slavery Convention of 1926. Article 2 of this Convention", SLAVERY,
         ["slavery-1956#1", "slavery-1956#2"]),
        ("under Article 181 of the Polish Constitution", STRASBOURG, ["poland-constitution#181"]),
        ("under Article 180 § 2 of the Constitution", replace(STRASBOURG, constitution="poland-constitution"),
         ["poland-constitution#180.2"]),
        ("Art. 1º, 3º., 4º, y 5º", MECHANISM,
         ["belem-do-para#1", "belem-do-para#3", "belem-do-para#4", "belem-do-para#5"]),
        ("El TEDH halló un trato contrario al artículo 3 en ese caso.", COURT, ["echr#3"]),
        ("por violación al decreto 180 de 1988, en su art. 22, lo condenó", COURT, [""]),
        ("see Article IV.A.6 of the Constitution of the Federation",
         replace(STRASBOURG, constitution="bosnia-and-herzegovina-constitution"), [""]),
        ("los que menciona el artículo A, párrafo 1, apartado b, y el párrafo 2 del artículo L", CHARTER,
         ["european-social-charter-revised#a.1.b", "european-social-charter-revised#l.2"]),
        ("Todo Estado cumple el párrafo 1 del presente artículo.", CHARTER, ["european-social-charter-revised#m.1"]),
        ("La Carta Democrática Interamericana rige. Dicho instrumento dice en sus artículos 1 y 2 lo mismo.", COURT,
         ["", ""]),
        ("la Convención Interamericana sobre Desaparición Forzada y la Convención Americana (artículo 7); lo manda"
         " (artículo IV)", COURT, ["achr#7", "ia-disappearance#4"]),
        ("la Declaración Americana y la Convención rigen el caso según el artículo III", COURT, ["adrdm#3"]),
        ("según el artículo IV", COURT, [""]),
        ("El artículo 62 de la misma ley lo manda; rige la Convención Americana.", COURT, [""]),
        ("definidas en el artículo 129 de la Constitución Federal de 1988", BRAZIL, ["brazil-constitution#129"]),
        ("definidas en el artículo 129 de la Constitución de 1967", BRAZIL, [""]),
        ("el artículo 129 de la Constitución no lo dice", BRAZIL, ["brazil-constitution#129"]),
        ("the 2008 Constitution has it (art. 57 (1), (9))", LAND,
         ["ecuador-constitution#57.1", "ecuador-constitution#57.9"]),
        ("the Indian Supreme Court held so under Article 21 of the Constitution", TORTURE, ["india-constitution#21"]),
        ("In Brazil, article 212 of the Constitution says so.", TORTURE, ["brazil-constitution#212"]),
        ("In Brazil and Chile, article 212 of the Constitution says so.", TORTURE, [""]),
        ("arts. 24–26 of Geneva Convention I and art. 20 of Geneva Convention IV", TORTURE,
         ["geneva-1#24", "geneva-1#25", "geneva-1#26", "geneva-4#20"]),
        ("en el Pacto Internacional de Derechos Civiles y Políticos (en particular, en los artículos 23 y 24)", CHARTER,
         ["iccpr#23", "iccpr#24"]),
        ("los artículos 3, 5., 7.1 y 8.1 de la Convención", COURT, ["achr#3", "achr#5", "achr#7.1", "achr#8.1"]),
        ("under article 174/B (1) of the Criminal Code", STRASBOURG, [""]),
        ("in accordance with paragraphs 2 and 3, respectively, of article 15 of the Covenant", LIFE,
         ["iccpr#15.2", "iccpr#15.3"]),
        ("the duty in paragraph 3 of the article", EXPRESSION, ["iccpr#19.3"]),
        ("la violación del artículo 8.1 de la Convención (apartado B.4.3)", COURT, ["achr#8.1"]),
        ("offences referred to in article 5, paragraph I", GENEVA_3, ["geneva-3#5.1"]),
        ("los artículos 7, 13.1. 24 y 25.1 de la Convención", COURT, ["achr#7", "achr#13.1", "achr#24", "achr#25.1"]),
        ("en particular la Carta, que hace de la democracia uno de los principios (art. 3.d)", COURT,
         ["oas-charter#3.d"]),
        ("La Carta dice:\nArtículo 1 Los pueblos la tienen. Artículo 2 El ejercicio es su base.", COURT, []),
        ("60 Rome Statute, art. 27. 61 See ibid., art. 33; Convention against Torture, art. 2", TORTURE,
         ["rome-statute#27", "rome-statute#33", "cat#2"]),
        ("in the International Covenant on Civil and Political Rights (in particular in articles 23 and 24)", CHARTER,
         ["iccpr#23", "iccpr#24"]),
        ("Amend Article 149 of the Guyana Constitution and article 15 of the Slovak constitution", REVIEW,
         ["guyana-constitution#149", "slovakia-constitution#15"]),
        ("in conformity with Article 15 (4) of the Provisional Constitution",
         replace(REVIEW, constitution="somalia-constitution"),
         ["somalia-constitution#15.4"]),
        ("the rights under article 6 of all persons who are within its territory", LIFE, ["iccpr#6"]),
        ("the Convention on the Rights of the Child (art. 37, subpara. (c))", TORTURE, ["crc#37.c"]),
        ("del artículo 4, párrafos 2 (in fine) y 3 de la Convención", COURT, ["achr#4.2", "achr#4.3"]),
        ("al artículo 49 del Reglamento y no al artículo 51 del mismo", COURT, ["", ""]),
        ("el artículo 8 de la Convención y el Reglamento, y el artículo 25 de la misma", COURT, ["achr#8", "achr#25"]),
        ("en los artículos 197 inciso segundo y 198, todos del Código Penal", COURT, ["", ""]),
        ("los Arts. 84 del Código de Procedimiento Penal Militar y 326 del Código de Procedimiento Penal", COURT,
         ["", ""]),
        ("La Ley lo dice. No viola los artículos 1.1 y 2 en sí, y de los artículos 1.1 y 2 de la"
         " Convención Americana", COURT, ["achr#1.1", "achr#2", "achr#1.1", "achr#2"]),
        ("La Convención de Belém do Pará protege. Mediante el artículo 7 de la Convención de 1994 se obligan.", COURT,
         ["belem-do-para#7"]),
        ("según el artículo 57, párrafo 2, a) iii); o el apart. b) del artículo 53", GENEVA_3,
         ["geneva-3#57.2.a.iii", "geneva-3#53.b"]),
        ("los artículos 1, 16, párrafo 1); 33 y 36 a 38 inclusive", GENEVA_3,
         ["geneva-3#1", "geneva-3#16.1", "geneva-3#33", "geneva-3#36", "geneva-3#37", "geneva-3#38"]),
        ("Conforme al inciso ii) del apartado a) del párrafo 7, podrá", ISTANBUL, ["istanbul#44.7.a.ii"]),
        ("WHO Framework Convention on Tobacco Control and article 14 thereof", TORTURE, [""]),
        ("La Corte Africana vio una violación del artículo 8.", COURT, ["african-charter#8"]),
        ("los gastos según el párrafo 1, de no ser sufragados por un Estado", ISTANBUL, ["istanbul#44.1"]),
        ("el artículo 18 del I Convenio de Ginebra de 1949", COURT, ["geneva-1#18"]),
        ("El Artículo 8.1, de otra parte, dispone las garantías.", COURT, ["achr#8.1"]),
        ("the provisions of Article 26 §§ 4 and 5 and Rule 24 of the Rules of Court", STRASBOURG,
         ["echr#26.4", "echr#26.5"]),
        ("de conformidad con el artículo 1-F de la Ley 9.494", COURT, [""]),
        ("así lo disponía el artículo 139 inciso 5to. de la Constitución de Perú", COURT, ["peru-constitution#139.5"]),
        ("the Minimum Age (Sea) Convention (Revised), 1936, shall be denounced under Article 12 thereof", SLAVERY,
         [""]),
        ("el Convenio (revisado) sobre la edad mínima, 1936, se denuncia según el artículo 12 de dicho"
         " Convenio", CHARTER, [""]),
        ("the conditions laid down in Articles 1 and 2", replace(GENEVA_3, annex=True, article=""), ["", ""]),
        ("laid down in Article 1 of the Convention", replace(GENEVA_3, annex=True, article=""), ["geneva-3#1"]),
        ("such articles as 2, 5 and 17 of the Covenant", LIFE, ["iccpr#2", "iccpr#5", "iccpr#17"]),
        ("pursuant to article 3, paragraph 2 (b), and article 3, paragraph 1, respectively, of the Optional Protocol",
         replace(LAND, instrument="icescr", body="cescr"), ["icescr-op#3.2.b", "icescr-op#3.1"]),
        ("la existencia en el artículo 25 de un recurso de amparo", COURT, ["achr#25"]),
        ("the criterion, mentioned in article 4, paragraph 2, of “a consistent pattern”", LIFE, ["iccpr#4.2"]),
        ("article 39, paragraphs 1 (first two sentences), 2 and 4, article 42, paragraphs 4 to 6", GENEVA_3,
         ["geneva-3#39.1", "geneva-3#39.2", "geneva-3#39.4", "geneva-3#42.4", "geneva-3#42.5", "geneva-3#42.6"]),
        ("según el inc. 12 del Artículo 75", ISTANBUL, ["istanbul#75.12"]),
        ("without discrimination (art. 2, para.1)", LIFE, ["iccpr#2.1"]),
        ("violó los artículo[s] 8.1 y 25 de la Convención", COURT, ["achr#8.1", "achr#25"]),
        ("article 13 of the Additional Protocol to the American Convention on Human Rights", TORTURE,
         ["san-salvador#13"]),
        # headings of articles that are quoted
        ("She is heard. Article 15 1. States parties shall hear her. 2. They do.", CHILDREN, []),
        ("The Constitution provides:\nArticle 26\nOther rights\n“1. All.”\nArticle 37\nMore\n“1. All.”", STRASBOURG,
         []),
        ("La Ley dice: Artículo 47. Los funcionarios se separan. Artículo 48. La administración permite.", COURT, []),
        ("El artículo 29.c de la Convención dice:\nArtículo 29. Normas de Interpretación. Nada se entiende.", COURT,
         ["achr#29.c"]),
        ("El Convenio dice:\nArtículo 4 Obligaciones Generales: 1. Las Partes", COURT, []),
        # treaties named by what they are about, in words that are not quite their titles
        ("article 4 of the Convention for the Elimination of Racial Discrimination", REVIEW, ["icerd#4"]),
        ("article 5 of the United Nations Convention on the Elimination of Discrimination against Women, mend", REVIEW,
         ["cedaw#5"]),
        ("article 25 of the International Convention on Civil and Political Rights", REVIEW, ["iccpr#25"]),
        ("(Universal Declaration of Human Rights, arts. 3 and 4, Covenant on Civil and Politicial Rights, arts."
         " 8 and 9)",
         TORTURE, ["udhr#3", "udhr#4", "iccpr#8", "iccpr#9"]),
        ("La Convención de los Derechos del Niños establece en su artículo 24:", COURT, ["crc#24"]),
        ("article 3 of the Convention on Wetlands", REVIEW, [""]),
        ("el art. 26 de la Convención, relativo a los derechos económicos, sociales y culturales", COURT, ["achr#26"]),
        ("article 7 of the Covenant, migrant workers are", LAND, [""]),
        ("ILO Migrant Workers Convention No. 143 (arts. 1 and 9)", TORTURE, ["", ""]),
        ("the Convention on the Rights of the Child of 1989 (art. 6), like the Covenant on Civil and Political"
         " Rights of 1966 (art. 9), and unlike the European Convention of 1950 (art. 5)", TORTURE,
         ["crc#6", "iccpr#9", "echr#5"]),
        ("ILO Convention No. 155 concerning Safety and Health, art. 4(b)", TORTURE, ["ilo-155#4.b"]),
        ("article 4 of the InterAmerican Convention to Prevent and Punish Torture", TORTURE, ["ia-torture#4"]),
        ("what the Geneva Conventions call grave, in article 50 of the First Convention, article 147 of the Fourth"
         " Convention", TORTURE, ["geneva-1#50", "geneva-4#147"]),
        ("article 13 of the Third 1949 Geneva Convention relative to Prisoners of War", TORTURE, ["geneva-3#13"]),
        ("Article 5 of the 1977 Protocol Additional to the Geneva Conventions on conflicts that are not between States"
         " (Protocol II)", TORTURE, ["geneva-ap2#5"]),
        ("article 9 of the Universal Declaration on Human Rights", TORTURE, ["udhr#9"]),
        ("el cumplimiento (art. 2 de la C. Americana)", COURT, ["achr#2"]),
        ("International Covenant on Civil and Political Rights binds; derogations must conform with the provisions of"
         " its Article 4", TORTURE, ["iccpr#4"]),
        ("In the general comment No. 18 on article 26 (of wells) the Human Rights Committee said", TORTURE,
         ["iccpr#26"]),
        ("jurisdiction over all acts (art. 5). The Convention against Torture imposes duties (arts. 5 (2) and 7 (1)).",
         TORTURE, ["cat#5", "cat#5.2", "cat#7.1"]),
        # laws that are none of ours
        ("(es decir, el Acuerdo Gubernativo n. 123-87, del 20 de febrero de 1987), cuyo artículo 2 dispone", COURT,
         [""]),
        ("but the African Charter on Rights and Welfare of wells says in article 11 that", TORTURE, [""]),
        ("The Charter of Fundamental Rights of the European Union knows in its article 14 a well", TORTURE,
         [""]),
        ("la Declaración sobre los pozos de las aldeas de 1992 dice en su artículo 1", COURT, [""]),
        ("el pozo del artículo 30.3 del Reglamento y, además, la cerca que los vecinos levantaron hasta el 2 de"
         " mayo, que"
         " es la del artículo 27.3 del mismo", COURT, ["", ""]),
        ("article 9 of the Protocol to the African Charter on Human and Peoples’ Rights on wells",
         TORTURE, [""]),
        # a note's number that is fused to a name
        ("Lo que pide el artículo 21 de la Convención Americana11", COURT, ["achr#21"]),
        # the protocol of the committee that a sentence names, or that speaks
        ("whoever complains (article 1 of the Optional Protocol) is heard", LIFE, ["iccpr-op1#1"]),
        ("the Committee on the Elimination of Discrimination against Women refused it by article 4 (2) (c) of the"
         " Optional Protocol", TORTURE, ["cedaw-op#4.2.c"]),
        ("Protocol 1 (1952, art. 3) of the 1950 European Convention on Human Rights", TORTURE, ["echr-p1#3"]),
        ("(Convención Americana, artículo 2; Pacto de Derechos Civiles y Políticos de Naciones Unidas, artículo 2(2))",
         COURT, ["achr#2", "iccpr#2.2"]),
        ("del Protocolo Adicional I (de 1977) a las Convenciones de Ginebra sobre Derecho Internacional Humanitario"
         " (de 1949), artículo 75", COURT, ["geneva-ap1#75"]),
        ("as article 9 of the African Charter on Human and People’s Rights has it", TORTURE, ["african-charter#9"]),
        ("Elements of Crimes, relating to arts. 7 (1)(f)", TORTURE, ["rome-statute#7.1.f"]),
        ("The Convention against Torture prevents it. Article 14 repairs it, as does International Human Rights Law.",
         TORTURE, ["cat#14"]),
        # the four conventions together
        ("The Geneva Conventions of 1949 oblige; under article 3 of the Conventions, States do", TORTURE, GENEVA),
        # parts
        ("(apartado a] del artículo 36.1 de la Convención)", COURT, ["achr#36.1.a"]),
        ("Paragraph (b) of article 25 is clear. In accordance with paragraph (b) they vote.", LIFE,
         ["iccpr#25.b", "iccpr#25.b"]),
        ("guidance (art. 24 (f), 27 (2-3))", CHILDREN, ["crc#24.f", "crc#27.2", "crc#27.3"]),
        ("según el artículo 16, párrafos (i) a (iv).\nii) Que", ISTANBUL,
         ["istanbul#16.i", "istanbul#16.ii", "istanbul#16.iii", "istanbul#16.iv"]),
        ("Article XIII, Section 17 of the Constitution of the Philippines", TORTURE,
         ["philippines-constitution#13.17"]),
        # constitutions
        ("article 116 of the Constitution of Mali and article 3 of the Constitution of Peru",
         replace(REVIEW, year=2008), ["", "peru-constitution#3"]),
        ("Articles 40 and 41 of the Irish constitution", REVIEW,
         ["ireland-constitution#40", "ireland-constitution#41"]),
        ("by article 20 of the Constitution of the Islamic Republic of Iran", TORTURE, ["iran-constitution#20"]),
        ("The amnesty rests on article 139 of the Constitution. Treaties concluded by Peru are law.", TORTURE,
         ["peru-constitution#139"]),
        ("el Tribunal Constitucional español dijo: lo refleja la propia Constitución (art. 25)", COURT,
         ["spain-constitution#25"]),
        ("según los artículos 6 y 18.a) constitucionales, el artículo 12 constitucional determina",
         replace(COURT, constitution="guatemala-constitution"),
         ["guatemala-constitution#6", "guatemala-constitution#18.a", "guatemala-constitution#12"]),
        ("según el artículo 12 constitucional", replace(COURT, constitution="mexico-constitution"),
         ["mexico-constitution#12"]),
        ("El 8 de marzo de 2013 la Sala dijo que se da el artículo 233 de la Constitución",
         replace(COURT, constitution="venezuela-constitution"), ["venezuela-constitution#233"]),
        ("El 8 de marzo de 1998 la Sala dijo que se da el artículo 233 de la Constitución",
         replace(COURT, constitution="venezuela-constitution"), [""]),
        # the European Convention had other articles 19 to 66 until 1998
        ("el artículo 25 de la Convención Europea y el artículo 8 de la CADH", replace(COURT, year=1998),
         ["", "achr#8"]),
        ("el artículo 34 de la Convención Europea", replace(COURT, year=2001), ["echr#34"]),
        ("el artículo 64 de la Convención Europea", replace(COURT, year=2009), [""]),
        ("just satisfaction under Article 50", STRASBOURG, [""]),
        # no article has a paragraph that its treaty does not have
        ("lo que permite el artículo 19.6", COURT, [""]),
        ("lo que permiten los artículos 8.5 y 8.6", COURT, ["", ""]),
        ("lo que permite el artículo 8.5", COURT, ["achr#8.5"]),
        ("in accord with Article 12 § 1", STRASBOURG, [""]),
        # a general comment tells what another treaty provides
        ("The Second Optional Protocol says, in article 2, paragraph 1, that none is", LIFE, ["iccpr-op2#2.1"]),
        ("The International Covenant on Economic, Social and Cultural Rights proclaims it in general in article 6, and"
         " lists what it asks in article 7 of them", CHILDREN, ["icescr#6", "icescr#7"]),
        ("The Optional Protocol on the sale of children says so, too. Article 3, paragraph 1, provides that", CHILDREN,
         ["crc-opsc#3.1"]),
        ("It is read with the Convention on the Elimination of All Forms of Discrimination against Women. The duty"
         " of article 3 goes further", CHILDREN, ["crc#3"]),
        ("The Protocol (San Salvador Protocol, 1999) defines it in detail in articles 13 and 16", TORTURE,
         ["san-salvador#13", "san-salvador#16"]),
        ("article 3 of the ILO Indigenous and Tribal Peoples Convention", LAND, ["ilo-169#3"]),
        ("the treaty of 2006, the CRPD, article 7 of which is on children", TORTURE, ["crpd#7"]),
        ("the Labour Code, article 10 of which the Covenant on Civil and Political Rights forbids", TORTURE, [""]),
        # an article that leads to another law is none of it
        ("la remisión que hace el artículo 75 a la Convención de Viena obliga a la Corte", COURT, ["achr#75"]),
        ("El artículo 16 a la Constitución Política de México fue reformado", COURT, ["mexico-constitution#16"]),
        ("It is no right under the Optional Protocol. Article 27, in turn, is about others", LIFE, ["iccpr#27"]),
        # drafts
        ("El mencionado proyecto de artículo 27 no tuvo votos", COURT, [""]),
        ("Likewise, draft article 16 asks for knowledge", TORTURE, [""]),
        # what a foreign court is quoted with
        ("ver Cour eur. D.H., arrêt Dupont du 2 novembre 1993 (article 50), párr. 5", replace(COURT, year=1998), [""]),
        ("La Corte Africana vio otra violación del artículo 8, además de lo que prevén los artículos 17.2 y 17.3 de la"
         " Carta de Banjul", COURT, ["african-charter#8", "african-charter#17.2", "african-charter#17.3"]),
        # names that are cut, and what stands between them and the article
        ("por la Convención Interamericana para Prevenir y Sancionar que, según sus artículos 1, 6 y 8, obliga", COURT,
         ["ia-torture#1", "ia-torture#6", "ia-torture#8"]),
        ("a saber, el artículo 67 de la Convención En este caso vino sin abogado", COURT, ["achr#67"]),
        ("los Convenios de Ginebra de 1949 y el Protocolo Adicional I de 1977 a estos últimos (artículo 1.1)", COURT,
         ["geneva-ap1#1.1"]),
        ("el Protocolo sobre derechos sociales (en adelante “Protocolo de San Salvador”) en su artículo 19.6", COURT,
         ["san-salvador#19.6"]),
        ("el Convenio sobre el trabajo doméstico, 2011 (núm. 189), de la Organización Internacional del Trabajo (OIT),"
         " en particular las emanadas de los artículos 16 y 17", SOCIAL, ["ilo-189#16", "ilo-189#17"]),
        ("el Convenio sobre la edad mínima (industria), 1919, se denuncia de conformidad con su artículo 12",
         Context(language="es", instrument="ilo-138", kind=SourceKind.TREATY, article="10"), [""]),
        ("the Genocide Convention (1948), art. II; International Convention on the Suppression and Punishment of the"
         " Crime of Apartheid (1973), art. II (a)", TORTURE, ["genocide#2", ""]),
        ("el artículo 31.1 del mismo texto reglamentario", COURT, [""]),
        ("como indica el artículo 16 del anexo I del presente Protocolo",
         Context(language="es", instrument="geneva-ap1", kind=SourceKind.TREATY, article="56"), [""]),
        ("el artículo 5 de la Convención Americana en relación con su artículo 2 y el artículo 10 de la Convención"
         " contra la Tortura", COURT, ["achr#5", "achr#2", "cat#10"]),
        ("de los artículos 8.1 y 25.1 de la CADH en relación con el artículo 1.1 y el artículo 7.b de la Convención de"
         " Belém do Pará", COURT, ["achr#8.1", "achr#25.1", "achr#1.1", "belem-do-para#7.b"]),
        ("dice que “los derechos del artículo 8 y del artículo 13 que viole un Estado parte del presente Protocolo”",
         COURT, ["san-salvador#8", "san-salvador#13"]),
        ("Si bien la Constitución del Paraguay reconoce la igualdad en los artículos 47 y 48, falta una ley", WOMEN,
         ["paraguay-constitution#47", "paraguay-constitution#48"]),
        ("criminal responsibility under article 4 of all public officials who take part", LIFE, ["iccpr#4"]),
        ("una ley acorde con el artículo 2 de la Convención relativa a discriminación abierta", WOMEN,
         ["cedaw#2"]),
        ("del artículo 29 de la Convención Americana, con los artículos 1.1 y 2 de ese mismo instrumento", COURT,
         ["achr#29", "achr#1.1", "achr#2"]),
        ("Ratify the Convention against Torture and recognize its Committee (under articles 21 and 22 of this"
         " instrument)", REVIEW, ["cat#21", "cat#22"]),
        ("los artículos 11 y 12 de la Constitución Política, adoptada el 20 de mayo de 2008", COURT,
         ["ecuador-constitution#11", "ecuador-constitution#12"]),
        ("violó el artículo 7.b de la “Convención de Belém do Pará”", COURT, ["belem-do-para#7.b"]),
        ("no hubo violación del artículo 8 de la VII.2.", COURT, ["achr#8"]),
        ("article 3 of the European Convention for the Protection of Human Rights and Fundamental Freedoms", TORTURE,
         ["echr#3"]),
        ("The American Convention on Human Rights knows it, too (art. 1). This implies, under its article 26, the full"
         " exercise of what the Charter of the Organization of American States sets out", TORTURE,
         ["achr#1", "achr#26"]),
        ("The Covenant on Civil and Political Rights protects thought (art. 18). In war this holds as well (art. 4,"
         " para. 2). Others are not absolute: life (art. 6) and a fair trial (art. 14), and a"
         " living (art. 11 of the Covenant on Economic, Social and Cultural Rights). It is in the ASEAN Human Rights"
         " Declaration of 2012 (art. 14).", TORTURE,
         ["iccpr#18", "iccpr#4.2", "iccpr#6", "iccpr#14", "icescr#11", ""]),
        ("the European Social Charter of 1961 (part II, arts. 1–3)", CHILDREN,
         ["european-social-charter#1", "european-social-charter#2", "european-social-charter#3"]),
        ("la Convención Interamericana sobre Desaparición Forzada de Personas. El artículo III de dicha Convención"
         " Interamericana", COURT, ["ia-disappearance#3"]),
        ("equality before the law in article 14 of India’s Constitution", TORTURE, ["india-constitution#14"]),
        ("El Comité de Derechos Humanos ve vulnerado el artículo 14 (como el artículo 8 de la Convención Americana)",
         COURT, ["iccpr#14", "achr#8"]),
        ("the Maputo Protocol (2003), art. 4 • Cairo Declaration on Human Rights (2021), art. 4", TORTURE,
         ["maputo#4", ""]),
        ("con base en los artículos 67 de la Convención3 y 59 del Reglamento4", COURT, ["achr#67", ""]),
        ("en virtud de los artículos 7, 8 u 8 bis", Context(language="es", instrument="rome-statute",
         kind=SourceKind.TREATY, article="20"), ["rome-statute#7", "rome-statute#8", "rome-statute#8bis"]),
        ("según el artículo 14 bis", COURT, [""]),
        ("los referidos en el artículo 53, 2, de esta Constitución",
         Context(language="es", instrument="spain-constitution", kind=SourceKind.CONSTITUTION, article="161"),
         ["spain-constitution#53.2"]),
        ("asked by Articles 60 to 62 inclusive of the present Convention for the payment of all", GENEVA_3,
         ["geneva-3#60", "geneva-3#61", "geneva-3#62"]),
        ("without prejudice to Article 49 of the Fourth Convention",
         Context(language="en", instrument="geneva-ap1", kind=SourceKind.TREATY, article="58"), ["geneva-4#49"]),
        ("los mencionados en el artículo 9, o iv) A los organismos",
         Context(language="es", instrument="geneva-ap1", kind=SourceKind.TREATY, article="8"), ["geneva-ap1#9"]),
        ("The preamble to the Rome Statute recalls it. The Statute knows no immunity (art. 27).", TORTURE,
         ["rome-statute#27"]),
        ("article 2 of the Convention on the Elimination of All Kinds of Discrimination against Women", REVIEW,
         ["cedaw#2"]),
        ("conforme al número 3 del artículo 62 y al artículo 44.[b] de la Convención", COURT,
         ["achr#62.3", "achr#44.b"]),
        ("violó el artículo 7 de la Convención de Belém del Pará", COURT, ["belem-do-para#7"]),
        # slips and habits of print
        ("los “artículos 748 [a] 750 del Código de Procedimiento Civil”", COURT, ["", "", ""]),
        ("sin chocar con el párrafo 2, in fine, del artículo 4º CADH", COURT, ["achr#4.2"]),
        ("de los artículos 8.2.a), 8,2.c), 8.2.d) y 25 de la Convención", COURT,
         ["achr#8.2.a", "achr#8.2.c", "achr#8.2.d", "achr#25"]),
        ("lo establecido en el artículo 62,3 y el artículo 8,25 de la Convención", COURT,
         ["achr#62.3", "achr#8", "achr#25"]),
        ("previstas en los artículos 94, 1, 145, 2 y 158, 2, por mayoría",
         Context(language="es", instrument="spain-constitution", kind=SourceKind.CONSTITUTION, article="74"),
         ["spain-constitution#94.1", "spain-constitution#145.2", "spain-constitution#158.2"]),
        ("los artículos 7, 5, 4 y 3 y los artículos 7, 4, 25 y 8 de la Convención", COURT,
         ["achr#7", "achr#5", "achr#4", "achr#3", "achr#7", "achr#4", "achr#25", "achr#8"]),
        ("Consider joining CEDAW and especially article 15 and 16 thereof", REVIEW, ["cedaw#15", "cedaw#16"]),
    ],
)  # fmt: skip
def test_whose_an_article_is_that_stands_apart_from_its_law(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected


class TestMemory:
    """A document read in order: what a passage names helps those behind it."""

    @staticmethod
    def read(context: Context, *passages: str) -> list[str]:
        memory = Memory()
        return [[citation.target for citation in find(text, context, memory)] for text in passages][-1]

    def test_this_instrument_is_the_one_named_last(self) -> None:
        named = "La Convención sobre los Derechos del Niño protege más que la Convención."
        assert self.read(COURT, named, "Además, en su artículo 31, este instrumento habla del juego.") == ["crc#31"]

    def test_the_treaty_of_a_kind_that_a_document_mostly_names_is_what_it_means(self) -> None:
        named = "The International Covenant on Civil and Political Rights binds it."
        assert self.read(COURT, named, "el artículo 6 del Pacto") == ["iccpr#6"]
        assert self.read(COURT, "the Covenant", "el artículo 6 del Pacto") == [""]

    def test_a_mandate_means_the_treaty_it_cited_an_article_with(self) -> None:
        named = "Article 14 of the Convention against Torture gives redress."
        assert self.read(TORTURE, named, "This is what article 14 says.") == ["cat#14"]
        assert self.read(TORTURE, named, "In the Act on Crimes (art. 14) it is so.") == [""]
        assert self.read(TORTURE, named, "See draft article 14.") == [""]
        assert self.read(REVIEW, named, "This is what article 14 says.") == [""]

    def test_a_mandate_means_no_declaration_by_memory_nor_a_treaty_another_by_its_own_words(self) -> None:
        named = "The Universal Declaration of Human Rights and the Charter of the United Nations"
        assert self.read(TORTURE, named, "article 2 of the Declaration") == [""]
        assert self.read(PROTOCOL, named, "article 2 of the present Charter") == [""]

    def test_an_article_that_a_judgment_cites_with_another_law_alone_is_of_that(self) -> None:
        named = "El artículo 36 de la Convención de Viena sobre Relaciones Consulares."
        assert self.read(COURT, named, named, "La Corte interpretará el artículo 36.") == ["vienna-consular#36"]
        assert self.read(COURT, named, "La Corte interpretará el artículo 36.") == ["achr#36"], "once is not enough"
        code = "El artículo 62 del Código Penal."
        assert self.read(COURT, code, code, "La Corte leyó el artículo 62.") == [""]
        both = "El artículo 62 de la Convención y el artículo 62 del Código Penal."
        assert self.read(COURT, both, both, "La Corte leyó el artículo 62.") == ["achr#62"]

    def test_a_comment_on_one_article_means_it_by_its_paragraphs(self) -> None:
        cites = [cite for _ in range(5) for cite in find("article 12 of the Convention", CHILDREN)]
        assert commented(cites, "crc") == "12"
        assert commented(cites[:2], "crc") == "", "too few to tell"
        others = [cite for number in range(20, 30) for cite in find(f"article {number} of the Convention", CHILDREN)]
        assert commented([*cites, *others], "crc") == "12", "a third, and none nearly as often"
        rivals = [cite for _ in range(4) for cite in find("article 3 of the Convention", CHILDREN)]
        assert commented([*cites, *others[:5], *rivals], "crc") == ""
        on_hearing = replace(CHILDREN, article="12")
        assert targets("Paragraph 2 asks that the child be heard.", on_hearing) == ["crc#12.2"]
        assert targets("See paragraph 2 above, and paragraph 17 (para. 3).", on_hearing) == []

    def test_to_speak_to_every_state_is_to_mean_no_states_constitution(self) -> None:
        report = Document(
            id="a-1",
            kind=SourceKind.SPECIAL_PROCEDURE,
            title="",
            language="en",
            standing=Standing.OFFICIAL,
            passages=(),
        )
        assert targets("article 22 of the Constitution", Context.of(report, "ecuador-constitution")) == [""]


def test_a_bare_article_is_of_the_treaty_that_a_mandates_report_is_about() -> None:
    own = (
        "Article 2 of the Convention against Torture, article 3 of the Convention and article 4 of the Convention"
        " bind. So does article 5 of the Convention."
    )
    bare = "The obligations enshrined in article 11 require a review."
    memory = Memory()
    find(own, TORTURE, memory)
    assert [cite.target for cite in find(bare, TORTURE, memory)] == ["cat#11"]
    find("So does article 7 of the International Covenant on Civil and Political Rights.", TORTURE, memory)
    assert [cite.target for cite in find(bare, TORTURE, memory)] == [""], "another treaty was meant last"
    assert [cite.target for cite in find(bare, TORTURE)] == [""]


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        # a note was printed in the midst of the name
        ("el artículo 8.2 de la Convención Caso Quispe Vs. Perú, párr. 4. Americana", COURT, ["achr#8.2"]),
        # a declaration that we do not know is not the court's treaty
        ("(Declaración de Naciones Unidas sobre la Neblina artículo 1.2)", COURT, [""]),
        ("(Declaración de las Naciones Unidas sobre la Neblina, art. 9)", COURT, [""]),
        # “its preamble and article 1” is of the law named before
        (
            "the Optional Protocol to the Convention against Torture, as set out in its preamble and article 1, aims",
            CHILDREN,
            ["opcat#1"],
        ),
        (
            "El Convenio 169 de la OIT obliga, como dice en su preámbulo y en el artículo 6, a preguntar.",
            COURT,
            ["ilo-169#6"],
        ),
        ("los artículos 48 de la Convención y 30.2 del antes mencionado Reglamento", COURT, ["achr#48", ""]),
        # the Geneva Conventions by Roman numbers, and the sections of their articles
        ("el artículo 44 del I convenio", replace(PROTOCOL, instrument="geneva-ap1"), ["geneva-1#44"]),
        ("artículo 4.A.1 del Convenio III de Ginebra", COURT, ["geneva-3#4.a.1"]),
        (
            "artículo 4º, A. 1, 2 y 6, del III Convenio de Ginebra",
            COURT,
            ["geneva-3#4.a.1", "geneva-3#4.a.2", "geneva-3#4.a.6"],
        ),
        ("Article 4 A (2) of the Third Geneva Convention", REVIEW, ["geneva-3#4.a.2"]),
        ("article 4 (A) (2) of the Third Geneva Convention", REVIEW, ["geneva-3#4.a.2"]),
        ("article 1, A 20-metre wall", PROTOCOL, ["iccpr-op1#1"]),
        # a committee that a court quotes speaks of its own treaty
        (
            "The Committee on the Elimination of Discrimination against Women said in its recommendation no. 28:\n"
            "“Women meet many barriers. The duties are those in article 2. They bind.” So much for article 2.",
            STRASBOURG,
            ["cedaw#2", "echr#2"],
        ),
        # a court comes back to its own treaty
        (
            "los artículos 1 y 6 de la Convención Interamericana contra la Tortura. Artículo 8 de la Convención."
            " Artículo 1.1 por lo dicho.",
            COURT,
            ["ia-torture#1", "ia-torture#6", "achr#8", "achr#1.1"],
        ),
        # … but not in the midst of what it quotes
        (
            "los artículos 1 y 6 de la Convención Interamericana contra la Tortura, y el 8 de la Convención. Dicen:"
            " “Según el artículo 1, nadie torturará”.",
            COURT,
            ["ia-torture#1", "ia-torture#6", "achr#8", "ia-torture#1"],
        ),
        (
            "“El artículo 1 de la Convención Interamericana contra la Tortura. Artículo 8 de la Convención. Artículo 1",
            COURT,
            ["ia-torture#1", "achr#8", "ia-torture#1"],
        ),
        ("ACME Inc. v. Norway, and article 6 § 1", STRASBOURG, ["echr#6.1"]),
    ],
)
def test_what_the_thirty_first_draw_taught(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected
