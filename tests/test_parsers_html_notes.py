"""Notes of HTML pages: whatever wrote the page and whatever kind of document it is, they are tied to their marks."""

import re
import time

import pytest

from rights_search.model import Document, Source, SourceKind
from rights_search.model.documents import Declaration
from rights_search.parsers import parse
from rights_search.parsers.numbered.html import to_markdown

#: How a mark is written, what opens the notes, how one of them is written, and what closes them.
SHAPES = {
    "list": (
        '<sup id="fnref{n}"><a href="#fn{n}">{n}</a></sup>',
        "<ol>",
        '<li id="fn{n}">{note}</li>',
        "</ol>",
    ),
    "list with ways back": (
        '<sup id="fnref{n}"><a href="#fn{n}">{n}</a></sup>',
        "<hr><ol>",
        '<li id="fn{n}">{note} <a href="#fnref{n}">↩</a></li>',
        "</ol>",
    ),
    "no links, names": ('<sup id="fnref{n}">{n}</sup>', "<ol>", '<li id="fn{n}">{note}</li>', "</ol>"),
    "no links, no names": (
        "<sup>{n}</sup>",
        '<section class="footnotes"><h2>Notas</h2><ol>',
        "<li>{note}</li>",
        "</ol></section>",
    ),
    "no links, figures": ("<sup>{n}</sup>", "<hr>", "<p><sup>{n}</sup> {note}</p>", ""),
    "section": (
        '<a href="#fn{n}" class="footnote-ref" id="fnref{n}" role="doc-noteref"><sup>{n}</sup></a>',
        '<section class="footnotes" role="doc-endnotes"><hr><ol>',
        '<li id="fn{n}"><p>{note}<a href="#fnref{n}" class="footnote-back" role="doc-backlink">↩︎</a></p></li>',
        "</ol></section>",
    ),
    "blocks by Word": (
        '<a href="#_ftn{n}" name="_ftnref{n}"><span><sup>[{n}]</sup></span></a>',
        "<div><br clear=all><hr>",
        '<div id=ftn{n}><p><a href="#_ftnref{n}" name="_ftn{n}"><sup>[{n}]</sup></a> {note}</p></div>',
        "</div>",
    ),
    "blocks without a way back": (
        '<sup><a href="#ftn{n}">{n}</a></sup>',
        "",
        '<div id="ftn{n}"><p>{note}</p></div>',
        "",
    ),
    "asides": (
        '<a href="#n{n}" role="doc-noteref">{n}</a>',
        "",
        '<aside id="n{n}" role="doc-footnote"><p>{note}</p></aside>',
        "",
    ),
    "endnotes by role": (
        '<sup><a href="#nota-{n}" id="llamada-{n}">{n}</a></sup>',
        '<section role="doc-endnotes"><h2>Notas</h2><ol>',
        '<li id="nota-{n}">{note} <a href="#llamada-{n}">volver</a></li>',
        "</ol></section>",
    ),
    "names of letters and figures": (
        '<sup data-fn="7c{n}e-41"><a href="#7c{n}e-41" id="7c{n}e-41-link">{n}</a></sup>',
        '<ol class="wp-block-footnotes">',
        '<li id="7c{n}e-41">{note} <a href="#7c{n}e-41-link">↩︎</a></li>',
        "</ol>",
    ),
    "blocks by Google": (
        '<sup><a href="#ftnt{n}" id="ftnt_ref{n}">[{n}]</a></sup>',
        "<hr>",
        '<div><p><a href="#ftnt_ref{n}" id="ftnt{n}">[{n}]</a><span>&nbsp;{note}</span></p></div>',
        "",
    ),
    "wiki": (
        '<sup id="cite_ref-{n}"><a href="#cite_note-{n}">[{n}]</a></sup>',
        '<ol class="references">',
        '<li id="cite_note-{n}"><a href="#cite_ref-{n}">↑</a> <span>{note}</span></li>',
        "</ol>",
    ),
    "terms": (
        '<a href="#id{n}" id="ref{n}" class="footnote-reference">[{n}]</a>',
        '<dl class="footnote">',
        '<dt id="id{n}"><a href="#ref{n}">[{n}]</a></dt><dd><p>{note}</p></dd>',
        "</dl>",
    ),
    "Roman, by LibreOffice": (
        '<a name="sdendnote{n}anc" href="#sdendnote{n}sym"><sup>{roman}</sup></a>',
        "",
        '<div id="sdendnote{n}"><p><a name="sdendnote{n}sym" href="#sdendnote{n}anc">{roman}</a>{note}</p></div>',
        "",
    ),
}
NOTES = {1: "Expediente, folio 4.", 2: "Cfr. Caso Agua Mansa, párr. 7.", 3: "Ibid., p. 9."}
ROMAN = {1: "i", 2: "ii", 3: "iii"}

INTER_AMERICAN = """# CORTE INTERAMERICANA DE DERECHOS HUMANOS
# CASO MOLINO VIEJO VS. ECUADOR
SENTENCIA DE 9 DE JUNIO DE 2020
# I LA CAUSA
1. La Comisión presentó el caso en junio{1} y pidió una sentencia sobre los hechos del molino.
2. El Estado respondió en julio de ese año.
3. El molino dejó de moler, como dijo la Comisión.{2}
# II PUNTOS RESOLUTIVOS
4. Por tanto,
LA CORTE
DECIDE,
Por unanimidad:
1. El Estado es responsable por la violación del artículo 21 de la Convención.
2. El Estado reparará el molino.
# VOTO DISIDENTE DEL JUEZ JULIO MAR
1. No comparto lo que resolvió la mayoría.{3}
2. El molino no era de nadie."""
EUROPEAN = """European Court of Human Rights
# CASE OF MILLER v. ALBANIA
(Application no. 54321/18)
JUDGMENT
9 April 2024
# THE FACTS
1. The applicant has a mill by the river.{1}
2. The mill was closed in May.
# THE LAW
3. The Court finds that the mill was his.{2}
# FOR THESE REASONS, THE COURT, UNANIMOUSLY,
1. Holds that there has been a violation of Article 8 of the Convention;{3}
2. Dismisses the rest of the claim.
Done in English, and notified in writing on 9 April 2024."""
AFRICAN = """# AFRICAN COURT ON HUMAN AND PEOPLES’ RIGHTS
# THE MATTER OF JUMA ALI v. UNITED REPUBLIC OF TANZANIA
APPLICATION No. 012/2019
4 JUNE 2021
# I. THE PARTIES
1. Juma Ali is a farmer of the village.{1}
2. The Respondent State became a party to the Charter in 1986.
3. The Applicant says that his well was closed.{2}
4. He asks that it be opened again.{3}"""
REPORT = """A/HRC/91/17
# Report of the Special Rapporteur on wells
# I. Introduction
1. The Rapporteur visited wells in May.{1}
2. The wells were deep.
# II. Findings
3. There were findings{2} of note.
4. He thanks the people.{3}
# Annex
1. The list of the mills."""
CONSTITUTION = "# Constitución de la República del Ecuador\n# Título I\n" + "\n".join(
    f"# Artículo {number}\nEl agua es un derecho de todas las personas.{{{mark}}}".replace("{0}", "")
    for number, mark in enumerate((0, 1, 0, 2, 3), start=1)
)
KINDS = {
    "Inter-American": (INTER_AMERICAN, SourceKind.JUDGMENT),
    "European": (EUROPEAN, SourceKind.JUDGMENT),
    "African": (AFRICAN, SourceKind.JUDGMENT),
    "report": (REPORT, SourceKind.SPECIAL_PROCEDURE),
    "constitution": (CONSTITUTION, SourceKind.CONSTITUTION),
}


def page(text: str, shape: str = "") -> str:
    """The text as a page, with notes of this shape; without any where none is named."""
    mark, begin, note, end = SHAPES.get(shape, ("", "", "", ""))
    marked = re.sub(r"\{(\d)\}", lambda found: mark.format(n=found[1], roman=ROMAN[int(found[1])]), text)
    blocks = (
        f"<h2>{line.removeprefix('# ')}</h2>" if line.startswith("# ") else f"<p>{line}</p>"
        for line in marked.split("\n")
    )
    told = "".join(note.format(n=n, roman=ROMAN[n], note=words) for n, words in NOTES.items())
    return f"<!DOCTYPE html><html><body>{''.join(blocks)}{begin}{told if note else ''}{end}</body></html>"


def read(html: str) -> Document:
    declared = Declaration(kind=SourceKind.JUDGMENT, body="african-court") if "AFRICAN" in html else Declaration()
    return parse(Source("page.html", html.encode(), declared)).documents[0]


def lines(html: str) -> list[str]:
    return [line for line in to_markdown(html)[0].split("\n") if line]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", KINDS)
def test_notes_of_every_shape_stand_with_the_passage_of_their_mark_in_every_kind(kind: str, shape: str) -> None:
    text, expected = KINDS[kind]
    bare, noted = read(page(text)), read(page(text, shape))
    assert noted.kind is expected
    assert [(p.eid, p.text, p.path) for p in noted.passages] == [(p.eid, p.text, p.path) for p in bare.passages]
    marks = ROMAN if shape.startswith("Roman") else {number: str(number) for number in NOTES}
    notes = [(note.mark, note.text) for passage in noted.passages for note in passage.notes]
    assert notes == [(marks[number], words) for number, words in NOTES.items()]
    assert sum(bool(passage.notes) for passage in noted.passages) == len(NOTES)


def test_notes_beside_their_paragraphs_are_no_part_of_them() -> None:
    aside = (
        '<p>One.<a href="#n1" role="doc-noteref">1</a></p><aside id="n1" role="doc-footnote">First.</aside><p>Two.</p>'
    )
    assert lines(aside) == ["One.[^1]", "[^1]: First.", "Two."]


@pytest.mark.parametrize(
    "words",
    [
        '<p>See paragraph <a href="#p2">2</a>.</p><p id="p2">2. The well.</p>',
        '<ul><li><a href="#c1">I</a></li></ul><h2 id="c1">I. Wells</h2><p>One.</p>',
        '<p><a href="#top">1</a></p><div id="top"><p>All of it.</p></div>',
    ],
)
def test_links_to_paragraphs_and_chapters_are_no_marks(words: str) -> None:
    assert "[^" not in to_markdown(words)[0]


def test_notes_with_one_mark_keep_their_own_words() -> None:
    words = (
        '<p>One.<sup><a href="#a1">1</a></sup></p><p>Two.<sup><a href="#b1">1</a></sup></p>'
        '<p id="a1">1. First.</p><p id="b1">1. Second.</p>'
    )
    assert lines(words) == ["One.[^1]", "Two.[^1-2]", "[^1]: First.", "[^1-2]: Second."]


def test_two_links_in_one_mark_are_one() -> None:
    words = '<p>One.<sup><a href="#fn1">1</a><a href="#fn1"></a></sup></p><p id="fn1">First.</p>'
    twice = '<p>One.<sup id="a"><a href="#fn1">1<a href="#fn1">1</a></a></sup></p><p id="fn1">First.</p>'
    assert lines(words) == ["One.[^1]", "[^1]: First."]
    assert lines(twice)[-1] == "[^1]: First."


def test_an_item_that_no_mark_calls_stays_a_note() -> None:
    words = '<p>One.<sup><a href="#fn2">2</a></sup></p><ol><li>First.</li><li id="fn2">Second.</li></ol>'
    assert lines(words) == ["One.[^2]", "[^1]: First.", "[^2]: Second."]


@pytest.mark.parametrize(
    "hostile",
    [
        f"<p>One.{'<sup><a href=#all>1</a></sup>' * 10_000}</p><div id=all>{'<p>x</p>' * 10_000}</div>",
        f"{'<div>' * 4_000}{'<sup><a href=#a>1</a></sup>' * 4_000}{'</div>' * 4_000}<p id=a>x</p>",
        f"<p><sup><a href=#a>1</a></sup></p><div id=a>{'<sup>' * 4_000}x</div>",
        "".join(f"<sup><a href=#fn{n}>{n}</a></sup>" for n in range(4_000))
        + "".join(f"<div id=fn{n}>" for n in range(4_000)),
    ],
    ids=["links to one block", "links far within", "signs in signs", "notes in notes"],
)
def test_hostile_notes_take_no_longer_than_others(hostile: str) -> None:
    begun = time.process_time()
    to_markdown(hostile)
    assert time.process_time() - begun < 10
