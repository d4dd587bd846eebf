"""Judgments of the Inter-American Court: the look-alike of our own, and the 31 real ones on Ecuador where they are."""

import json
import re
import textwrap
from functools import cache
from pathlib import Path

import msgspec
import pytest

from office_files import Placed, pdf
from rights_search.errors import ParseError
from rights_search.model import Declaration, Document, Judgment, PassageKind, Source, SourceKind
from rights_search.parsers import parse
from rights_search.parsers.base import unpack
from rights_search.parsers.judgments import document as judgment
from rights_search.parsers.judgments.opinions import part_signatures

EXAMPLE = Path(__file__).parent / "data" / "judgment" / "pozo-hondo.json"
LOMA_ALTA = EXAMPLE.with_name("loma-alta.txt")
REAL = Path(__file__).parents[2] / "shared" / "texts" / "ecuador" / "judgments"
JUDGMENTS = sorted(REAL.glob("*.json.gz"))

needs_real = pytest.mark.skipif(not JUDGMENTS, reason="the real judgments are not beside the project")


@cache
def read(path: Path) -> Document:
    return judgment.parse(unpack(Source(path.name, path.read_bytes()))).documents[0]


def text_of(document: Document, eid: str) -> str:
    return next(passage.text for passage in document.passages if passage.eid == eid)


def test_the_golden_example_is_read_as_expected() -> None:
    expected = json.loads(EXAMPLE.with_name(EXAMPLE.name + ".expected.json").read_text("utf-8"))
    assert msgspec.json.decode(msgspec.json.encode(read(EXAMPLE))) == expected


def test_the_chapters_of_a_short_judgment_are_no_stages_of_the_case() -> None:
    text = (
        "CORTE INTERAMERICANA DE DERECHOS HUMANOS\n\nCASO PÉREZ VS. ECUADOR\n\nSENTENCIA DE 3 DE MARZO DE 2021\n\n"
        "(Fondo y Reparaciones)\n\nI INTRODUCCIÓN\n\n1. La Comisión sometió el caso.\n\nII COMPETENCIA\n\n"
        "2. La Corte es competente.\n\nIII PUNTOS RESOLUTIVOS\n\n3. Por tanto,\n\nLA CORTE DECIDE,\n\n"
        "Por unanimidad:\n\n"
        "1. El Estado pagará las costas."
    )
    document = parse(
        Source("pérez.txt", text.encode(), Declaration(kind=SourceKind.JUDGMENT, body="iacthr"))
    ).documents[0]
    assert isinstance(document.facts, Judgment)
    assert document.facts.types == ("merits", "reparations")


def test_the_facts_come_from_the_title_page_and_the_operative_part() -> None:
    document = read(EXAMPLE)
    assert (document.id, document.symbol, document.date) == ("iacthr-c-987", "Serie C No. 987", "2019-05-14")
    assert document.states == ("ECU",)
    facts = document.facts
    assert isinstance(facts, Judgment)
    assert facts.types == ("merits", "reparations")
    assert (facts.violated, facts.not_violated, facts.obligations) == (("achr#5.1",), ("achr#8.1",), ("achr#1.1",))


def test_a_number_at_the_beginning_of_a_line_is_a_paragraph_only_where_it_continues_the_chain() -> None:
    assert "En el año 2014. hubo sequía" in text_of(read(EXAMPLE), "para_3")


def test_notes_stand_with_their_paragraph_and_their_marks_leave_the_text() -> None:
    first = read(EXAMPLE).passages[0]
    assert "Pozo Hondo contra la República" in first.text
    assert [note.mark for note in first.notes] == ["1"]
    assert not any("Cfr." in passage.text for passage in read(EXAMPLE).passages)


def test_orders_and_opinions_have_their_own_numbers() -> None:
    document = read(EXAMPLE)
    operative = [p.eid for p in document.passages if p.kind is PassageKind.OPERATIVE]
    opinion = [p.eid for p in document.passages if p.kind is PassageKind.OPINION]
    assert operative == ["oper_1", "oper_2", "oper_3", "oper_4"]
    assert opinion == ["opinion_1__para_1", "opinion_1__para_2"]


@cache
def loma_alta() -> Document:
    """An older layout: page numbers glued to paragraphs and headings, notes carried over a page, a dissent."""
    data = json.dumps({"data": LOMA_ALTA.read_text("utf-8")}).encode()
    parsed = judgment.parse(Source("loma-alta.json", data))
    assert not parsed.problems
    return parsed.documents[0]


def test_a_pdf_of_the_court_is_read_as_its_text_is() -> None:
    """As `fetch` brings it: under its id, which gives the number in the series."""
    pages = json.loads(EXAMPLE.read_bytes())["data"].split("\f")
    placed = [[(60, 800 - 12 * n, 10, line) for n, line in enumerate(page.split("\n")) if line] for page in pages]
    made = parse(Source("iacthr-c-987.es.pdf", pdf(placed))).documents[0]
    assert (made.id, made.facts) == (read(EXAMPLE).id, read(EXAMPLE).facts)
    assert [(p.eid, p.text) for p in made.passages] == [(p.eid, p.text) for p in read(EXAMPLE).passages]


def test_a_number_glued_to_the_page_number_is_still_the_paragraph_s() -> None:
    numbers = [p.num for p in loma_alta().passages if p.eid.startswith("para_")]
    assert numbers == ["1", "2", "3", "4", "5", "5.1", "5.2", "5.3", "6", "7"]
    assert next(p.path for p in loma_alta().passages if p.num == "5") == ("III HECHOS PROBADOS",)


def test_a_note_carried_over_the_page_stays_one_note() -> None:
    first = loma_alta().passages[0]
    assert "lo que la Comisión había dicho en la audiencia" in first.notes[0].text


def test_letters_of_one_paragraph_and_articles_of_two_treaties_are_found_each() -> None:
    facts = loma_alta().facts
    assert isinstance(facts, Judgment)
    assert facts.violated == (
        "achr#7.2", "achr#7.5", "achr#8.2.b", "achr#8.2.d", "achr#8.2.e", "ia-torture#1", "ia-torture#6",
    )  # fmt: skip
    assert facts.not_violated == ("achr#21",)
    assert facts.obligations == ("achr#1.1", "achr#2")


def test_a_text_without_page_breaks_says_that_its_notes_cannot_be_told() -> None:
    text = LOMA_ALTA.read_text("utf-8").replace("\f", "\n")
    longer = text.replace("IV\nVIOLACIÓN", "La lista sigue.\n" * 400 + "IV\nVIOLACIÓN")
    parsed = judgment.parse(Source("x.json", json.dumps({"data": longer}).encode()))
    assert any(problem.locator == "pages" for problem in parsed.problems)


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b'{"data": 5}', b'{"data": ""}', b'{"data": "x"', b"\xff\xfe\x00", b'{"data": "CORTE"}']
)
def test_what_is_no_judgment_is_not_taken_for_one(data: bytes) -> None:
    source = Source("x.json", data)
    if judgment.recognises(source):
        with pytest.raises(ParseError):
            judgment.parse(source)


@needs_real
@pytest.mark.parametrize("path", JUDGMENTS, ids=lambda path: path.name.split("_")[1])
def test_the_chain_of_a_real_judgment_is_complete_or_its_gaps_are_said(path: Path) -> None:
    document = read(path)
    numbers = {int(p.num) for p in document.passages if p.eid.startswith("para_") and p.num.isdigit()}
    missing = set(range(1, max(numbers) + 1)) - numbers
    assert len(missing) <= 0.02 * max(numbers)
    assert all(any(gap.endswith(f"para_{n}") or "…" in gap for gap in document.gaps) for n in missing)


@needs_real
@pytest.mark.parametrize("path", JUDGMENTS, ids=lambda path: path.name.split("_")[1])
def test_every_character_of_a_real_judgment_is_accounted_for(path: Path) -> None:
    document = read(path)
    whole = len(json.loads(unpack(Source(path.name, path.read_bytes())).data)["data"])
    kept = sum(len(p.text) + sum(len(note.text) for note in p.notes) for p in document.passages)
    assert kept + sum(left.characters for left in document.left_out) >= 0.99 * whole


@needs_real
@pytest.mark.parametrize("path", JUDGMENTS, ids=lambda path: path.name.split("_")[1])
def test_a_real_judgment_says_its_state_and_date_and_leaks_no_note(path: Path) -> None:
    document = read(path)
    assert document.states == ("ECU",)
    assert document.id == f"iacthr-c-{path.name.split('_')[1]}"
    assert len(document.date) == 10
    leaked = [p.eid for p in document.passages for line in p.text.split("\n") if line.startswith(("Cf. ", "Cfr. "))]
    assert len(leaked) <= 0.005 * len(document.passages)
    assert any(p.kind is PassageKind.OPERATIVE for p in document.passages)


SHORT = """CORTE INTERAMERICANA DE DERECHOS HUMANOS

CASO RÍO BRAVO VS. ECUADOR

SENTENCIA DE 9 DE JUNIO DE 2020

(Fondo y Reparaciones)

# I LA CAUSA

1. La Comisión presentó el caso en mayo.[^1] Trata de un molino.

2. El Estado respondió en julio.

## A. Hechos del molino

3. El molino dejó de moler.[^2]

# II PUNTOS RESOLUTIVOS

4. Por tanto,

LA CORTE

DECIDE,

Por unanimidad:

1. El Estado es responsable por la violación del artículo 21 de la Convención.

2. El Estado reparará el molino.

Marta Paz
Presidenta

# VOTO DISIDENTE DEL JUEZ JULIO MAR

1. No comparto lo que resolvió la mayoría.[^3]

2. El molino no era de nadie.

3. El Estado no debió ser condenado.

[^1]: Expediente, folio 4.

[^2]: Cfr. Caso Agua Mansa Vs. Perú. Serie C No. 12, párr. 7.

[^3]: Expediente, folio 9.
"""
#: What a bare text prints: no heading is marked, and notes are in brackets.
BARE = SHORT.replace("## ", "").replace("# ", "").replace("]:", "]").replace("[^", "[")
#: The same, its lines not longer than 40 characters.
WRAPPED = "\n\n".join(
    "\n".join(textwrap.fill(line, 40) for line in block.split("\n")) for block in BARE.strip().split("\n\n")
)
#: A page of 2 by the printer: a short judgment whose dissent begins the second page.
PAGED = BARE.replace("\n\n", "\n").replace("VOTO DISIDENTE", "\fVOTO DISIDENTE")


#: A page saved from a browser.
PAGE = (
    '<!DOCTYPE html><html lang="es"><head><title>Casos</title></head><body><nav>Inicio Casos</nav>'
    + "".join(
        re.sub(
            r"^(#*) ?(.*)$",
            lambda block: f"<h{len(block[1])}>{block[2]}</h{len(block[1])}>" if block[1] else f"<p>{block[2]}</p>",
            re.sub(
                r"\[\^(\d)\](:?)",
                lambda mark: f"<sup>{mark[1]}</sup>" if mark[2] else f'<sup><a href="#fn{mark[1]}">{mark[1]}</a></sup>',
                block.replace("\n", "<br>"),
            ),
        )
        for block in SHORT.strip().split("\n\n")
    )
    + "</body></html>"
)


def short(text: str) -> Document:
    return parse(Source("molino.txt", text.encode())).documents[0]


@pytest.mark.parametrize("text", [SHORT, BARE, WRAPPED, PAGED, PAGE], ids=["word", "bare", "wrapped", "paged", "html"])
def test_a_dissent_is_never_the_court_s_decision_whatever_the_file_it_came_in(text: str) -> None:
    document = short(text)
    assert [p.eid for p in document.passages if p.kind is PassageKind.OPERATIVE] == ["oper_1", "oper_2"]
    assert text_of(document, "oper_2") == "El Estado reparará el molino."
    opinion = [p for p in document.passages if p.kind is PassageKind.OPINION]
    assert [p.eid for p in opinion] == [f"opinion_1__para_{number}" for number in (1, 2, 3)]
    assert {p.path for p in opinion} == {("VOTO DISIDENTE DEL JUEZ JULIO MAR",)}


@pytest.mark.parametrize("text", [SHORT, BARE, WRAPPED, PAGE], ids=["word", "bare", "wrapped", "html"])
def test_marked_notes_stand_with_the_paragraph_of_their_mark(text: str) -> None:
    notes = {p.eid: [(note.mark, note.text) for note in p.notes] for p in short(text).passages if p.notes}
    assert notes == {
        "para_1": [("1", "Expediente, folio 4.")],
        "para_3": [("2", "Cfr. Caso Agua Mansa Vs. Perú. Serie C No. 12, párr. 7.")],
        "opinion_1__para_1": [("3", "Expediente, folio 9.")],
    }
    assert "[" not in "".join(p.text for p in short(text).passages)


def test_a_note_that_no_mark_calls_is_kept_where_it_is_told() -> None:
    notes = [
        note.text for p in short(SHORT.replace("molino.[^2]\n\n# II", "molino.\n\n# II")).passages for note in p.notes
    ]
    assert "Cfr. Caso Agua Mansa Vs. Perú. Serie C No. 12, párr. 7." in notes


def test_numbers_of_notes_that_begin_again_have_their_own_notes() -> None:
    again = SHORT.replace("[^3]", "[^1]")
    notes = {p.eid: [note.text for note in p.notes] for p in short(again).passages if p.notes}
    assert (notes["para_1"], notes["opinion_1__para_1"]) == (["Expediente, folio 4."], ["Expediente, folio 9."])


def test_headings_with_a_style_are_the_path_and_no_words_of_the_paragraph_before() -> None:
    paths = {p.eid: p.path for p in short(SHORT).passages}
    assert paths["para_2"] == ("I LA CAUSA",)
    assert paths["para_3"] == ("I LA CAUSA", "A. Hechos del molino")
    assert paths["oper_1"] == ("II PUNTOS RESOLUTIVOS", "DECIDE,", "Por unanimidad:")
    assert text_of(short(SHORT), "para_2") == "El Estado respondió en julio."


@pytest.mark.parametrize("title", ["Voto disidente del juez Julio Mar", "Dissenting opinion of Judge Julio Mar"])
def test_an_opinion_may_be_headed_in_small_letters(title: str) -> None:
    assert short(SHORT.replace("VOTO DISIDENTE DEL JUEZ JULIO MAR", title)).passages[-1].path == (title,)


def test_a_sentence_about_an_opinion_does_not_begin_one() -> None:
    said = "2. El Estado respondió en julio.\n\nVoto disidente del juez Mar en otro caso: véase allí lo dicho."
    assert "otro caso" in text_of(short(SHORT.replace("2. El Estado respondió en julio.", said)), "para_2")


def test_the_last_words_of_a_wrapped_opinion_are_not_the_name_under_it() -> None:
    last = "3. El Estado no debió ser condenado por las aguas del molino\nde Lomas Altas.\n\nJulio Mar\nJuez"
    document = short(BARE.replace("3. El Estado no debió ser condenado.", last))
    assert document.passages[-1].text.endswith("las aguas del molino de Lomas Altas.")


def test_a_page_of_the_court_is_told_by_its_words_and_its_menus_are_counted() -> None:
    document = short(PAGE)
    assert (document.body, document.date, document.states) == ("iacthr", "2020-06-09", ("ECU",))
    assert {rule.rule: rule.characters for rule in document.left_out}["menus and forms of the page"] == 12


def test_a_page_that_only_cites_the_court_is_no_judgment_of_it() -> None:
    cites = "<p>1. El Estado recuerda a la Corte Interamericana de Derechos Humanos y su sentencia de 2 de mayo.</p>"
    page = Source("informe.html", f"<html><body><h1>Informe del Estado</h1>{cites}</body></html>".encode())
    assert not judgment.recognises(page)


@pytest.mark.parametrize("text", [SHORT, BARE, WRAPPED, PAGED], ids=["word", "bare", "wrapped", "paged"])
def test_every_character_of_a_short_judgment_is_in_a_passage_or_accounted_for(text: str) -> None:
    document = short(text)
    kept = [p.text for p in document.passages] + [note.text for p in document.passages for note in p.notes]
    left = sum(rule.characters for rule in document.left_out if rule.rule != "white space")
    assert sum(len("".join(words.split())) for words in kept) + left == len("".join(text.split()))


#: As a word processor prints it: no blank lines, each note's mark before its text, a note that goes on over the page.
PRINTED = """CORTE INTERAMERICANA DE DERECHOS HUMANOS
CASO RÍO BRAVO VS. ECUADOR
SENTENCIA DE 9 DE JUNIO DE 2020
(Fondo y Reparaciones)
I LA CAUSA
1. La Comisión presentó el caso en mayo.1 Trata de un molino que está
junto al río, y de quienes vivieron en él.
2. El Estado respondió en julio.2 Pidió además que se oyera al dueño.
1 Expediente, folio 4.
2 Expediente, folio 7. El dueño del molino escribió tres cartas antes de que lo
oyeran, y en la última de ellas pidió al Estado que le devolviera la piedra de
\f3. El molino dejó de moler cuando la acequia se secó, y nadie la volvió
a limpiar.
4. La piedra del molino pesa 3 quintales.3 Nadie la pudo mover.
moler que se había llevado.
3 Cfr. Caso Agua Mansa Vs. Perú. Serie C No. 12, párr. 7.
\fII PUNTOS RESOLUTIVOS
5. Por tanto,
LA CORTE
DECIDE,
Por unanimidad:
1. El Estado es responsable por la violación del artículo 21 de la Convención.
2. El Estado reparará el molino.
Marta Paz
Presidenta
"""


def test_a_mark_printed_before_its_note_ties_it_also_over_the_page() -> None:
    document = short(PRINTED)
    notes = {p.eid: [note.mark for note in p.notes] for p in document.passages if p.notes}
    assert notes == {"para_1": ["1"], "para_2": ["2"], "para_4": ["3"]}
    over = next(note.text for p in document.passages for note in p.notes if note.mark == "2")
    assert over.startswith("Expediente, folio 7.")
    assert over.endswith("la piedra de moler que se había llevado.")
    assert text_of(document, "para_4") == "La piedra del molino pesa 3 quintales. Nadie la pudo mover."


def test_figures_that_begin_lines_of_the_body_are_no_marks_of_notes() -> None:
    figures = "3. Quedaron\n1 Molino,\n2 Casas y\n3 Puentes sobre el río, que el dueño vendió."
    body = BARE.split("[1] Exp")[0].replace("[1]", "").replace("[2]", "").replace("[3]", "")
    document = short(body.replace("3. El molino dejó de moler.", figures).replace("\n\n## ", "\f"))
    assert "2 Casas y 3 Puentes" in text_of(document, "para_3")


def test_notes_of_a_page_that_libreoffice_made_are_tied() -> None:
    """It links the mark to the note, and the note back to the mark."""
    page = re.sub(r'href="#fn(\d)"', r'href="#sdfootnote\1sym"', PAGE)
    page = re.sub(r"<p><sup>(\d)</sup>", r'<p><a href="#sdfootnote\1anc">\1</a>', page)
    notes = {p.eid: [note.text for note in p.notes] for p in short(page).passages if p.notes}
    assert notes["para_1"] == ["Expediente, folio 4."]
    assert notes["opinion_1__para_1"] == ["Expediente, folio 9."]


# --- A judgment as a word processor or a browser prints it ---

FRONT = (
    "CORTE INTERAMERICANA DE DERECHOS HUMANOS",
    "CASO LAGUNA VERDE VS. ECUADOR",
    "SENTENCIA DE 3 DE MARZO DE 2021",
    "(Fondo, Reparaciones y Costas)",
)
DECIDES = ("LA CORTE", "DECIDE,", "Por unanimidad, que:")
SIGNED = ("Ana Ruiz", "Presidenta", "Pedro Lago", "Juez")
HEADED = ("VOTO DISIDENTE DEL JUEZ PEDRO LAGO",)


def placed(left: float, top: float, *words: str, size: float = 11.0) -> list[Placed]:
    """Lines below each other; a mark `{3}` at the end of one is set small and raised."""
    made: list[Placed] = []
    for at, line in enumerate(words):
        plain, _, mark = line.partition("{")
        made.append((left, top - 14 * at, size, plain))
        if mark:
            made.append((left + 0.5 * size * len(plain), top - 14 * at + 5, 0.5 * size, mark.rstrip("}")))
    return made


def apart(left: float, top: float, *paragraphs: str) -> list[Placed]:
    """Paragraphs of one line, with a blank one between."""
    return [word for at, line in enumerate(paragraphs) for word in placed(left, top - 28 * at, line)]


def printed(*pages: list[Placed]) -> Document:
    (document,) = parse(Source("laguna.pdf", pdf(pages))).documents
    return document


def test_a_judgment_of_one_page_ends_before_its_signatures_and_the_number_of_the_page() -> None:
    points = ("1. El Estado es responsable por la falta de agua.", "2. El Estado pagará las costas.")
    first = [*apart(60, 780, *FRONT, "1. La Comisión sometió el caso.", *DECIDES, *points), *placed(400, 420, *SIGNED)]
    opinion = apart(60, 780, *HEADED, "1. Disiento de la mayoría.", "2. El agua no pertenece a nadie.")
    document = printed([*first, (300.0, 40.0, 11.0, "1")], [*opinion, (300.0, 40.0, 11.0, "2")])
    assert text_of(document, "oper_2") == "El Estado pagará las costas."
    assert text_of(document, "opinion_1__para_2") == "El agua no pertenece a nadie."
    left = {item.rule: item.characters for item in document.left_out}
    assert left["signatures"] == len("AnaRuizPresidentaPedroLagoJuez")


def test_notes_at_the_end_of_a_judgment_are_notes_of_their_paragraphs_and_none_of_its_last_opinion() -> None:
    words = [f"{n}. La Comisión visitó el pozo del cantón {n}." for n in range(1, 13)]
    words[1] += "{1}"
    words[8] += "{2}"
    pages = [apart(60, 780, *FRONT, *words[:6]), apart(60, 780, *words[6:])]
    pages += [[*apart(60, 780, *DECIDES, "1. El Estado limpiará los pozos."), *placed(400, 660, *SIGNED)]]
    pages += [apart(60, 780, *HEADED, "1. Disiento de la mayoría.{3}", "2. El agua no pertenece a nadie.")]
    told = ("Véase el mapa de los pozos.", "Véase el censo de la costa.", "Véase el voto anterior de la presidenta.")
    ends = [
        word
        for at, text in enumerate(told)
        for word in [(60.0, 765.0 - 28 * at, 6.0, str(at + 1)), (66.0, 760.0 - 28 * at, 11.0, text)]
    ]
    document = printed(*pages, ends)
    noted = {passage.eid: [note.text for note in passage.notes] for passage in document.passages if passage.notes}
    assert noted == {"para_2": [told[0]], "para_9": [told[1]], "opinion_1__para_1": [told[2]]}
    assert document.passages[-1].eid == "opinion_1__para_2"


def test_a_judgment_in_two_columns_has_the_notes_of_both() -> None:
    pages = []
    for at, title in enumerate((FRONT, ())):
        numbers = range(1 + 10 * at, 11 + 10 * at)
        words = {
            n: [f"{n}. La Comisión visitó todos los pozos", f"del cantón de la costa norte número {n}."]
            for n in numbers
        }
        left = [line for n in numbers[:5] for line in words[n]]
        right = [line for n in numbers[5:] for line in words[n]]
        left[1] += f"{{{2 * at + 1}}}"
        right[1] += f"{{{2 * at + 2}}}"
        notes = [
            (60.0, 90.0, 8.0, f"{2 * at + 1} Véase el mapa {at}."),
            (320.0, 120.0, 8.0, f"{2 * at + 2} Véase el censo {at}."),
        ]
        page = [*apart(60, 790, *title), *placed(60, 660, *left), notes[0], *placed(320, 660, *right), notes[1]]
        pages.append(page)
    pages += [apart(60, 780, *DECIDES, "1. El Estado limpiará los pozos.")]
    document = printed(*pages)
    assert [passage.num for passage in document.passages[:20]] == [str(n) for n in range(1, 21)]
    noted = {passage.eid: [note.text for note in passage.notes] for passage in document.passages if passage.notes}
    assert noted == {
        "para_1": ["Véase el mapa 0."],
        "para_6": ["Véase el censo 0."],
        "para_11": ["Véase el mapa 1."],
        "para_16": ["Véase el censo 1."],
    }


def test_a_long_word_in_capitals_at_the_end_takes_no_time() -> None:
    assert part_signatures(["A" * 50_000 + "!"])[1] == []
