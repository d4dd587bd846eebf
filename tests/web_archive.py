"""An archive for the tests of the pages: invented documents of every kind, through the store and the real index."""

import shutil
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import PageElement
from flask import Flask
from flask.testing import FlaskClient
from msgspec.structs import replace

from rights_search.index import build
from rights_search.model import (
    Anchor,
    Citation,
    CitationKind,
    Document,
    Grade,
    Judgment,
    Note,
    Outcome,
    Passage,
    PassageKind,
    Receipt,
    Report,
    Source,
    SourceKind,
    Standing,
    Tag,
    TagBasis,
)
from rights_search.parsers import digest
from rights_search.store import Record, Store
from rights_search.vocabulary import Register, load_register
from rights_search.web import create_app
from rights_search.workspace import Workspace

DATA = Path(__file__).parent / "data" / "workspace"
#: Strings that must only ever be text, wherever they stand.
HOSTILE = (
    "<script>document.title='broken'</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "</mark></p><iframe srcdoc='x'>",
)


def tagged(right: str, basis: TagBasis, *evidence: str) -> Tag:
    return Tag(right, basis, Grade.ABOUT, evidence)


def paragraph(number: int, text: str, **more: object) -> Passage:
    made = Passage(eid=f"para_{number}", num=str(number), kind=PassageKind.PARAGRAPH, text=text)
    return replace(made, **more)


def long_judgment(paragraphs: int = 400) -> Document:
    """The official text of a long judgment, every fourth paragraph on health, one on wells."""
    passages = []
    for number in range(1, paragraphs + 1):
        text = f"La Corte considera en su párrafo {number} que las autoridades del cantón actuaron tarde. " * 4
        tags: tuple[Tag, ...] = ()
        if number % 4 == 0:
            text += "El hospital del cantón no tenía medicinas."
            tags = (tagged("32", TagBasis.TERM, "hospital"),)
        passages.append(
            paragraph(number, text, tags=tags, path=(f"Parte {(number - 1) // 100 + 1}", "Consideraciones"))
        )
    first = passages[0].text + "\nVéase el artículo 12 del Pacto."
    start = first.index("artículo 12")
    passages[0] = replace(
        passages[0],
        text=first,
        cites=(Citation("artículo 12 del Pacto", "icescr#12", CitationKind.PROVISION, start, start + 21),),
        notes=(
            Note(
                "1",
                "Expediente de prueba, folio 7. Cfr. artículo 12 del Pacto.",
                (Citation("artículo 12 del Pacto", "icescr#12", CitationKind.PROVISION, 36, 57),),
            ),
        ),
    )
    operative = Passage(
        eid="oper_1", num="1", kind=PassageKind.OPERATIVE, text="Declara la violación del derecho.", path=("Resuelve",)
    )
    opinion = Passage(
        eid="opinion_1__para_1", num="1", kind=PassageKind.OPINION, text="Concurro con el fallo.", path=("Voto",)
    )
    return Document(
        id="iacthr-c-950",
        kind=SourceKind.JUDGMENT,
        title="Caso Cantón Alto Vs. Ecuador",
        language="es",
        standing=Standing.OFFICIAL,
        passages=(*passages, operative, opinion),
        symbol="Serie C No. 950",
        body="iacthr",
        states=("ECU",),
        date="2015-09-01",
        url="https://example.org/es/950.pdf",
        facts=Judgment(case="Cantón Alto", series="950", types=("merits",), violated=("achr#5.1",)),
        source="canton.html",
    )


def judgment_digest() -> Document:
    """Our digest of one paragraph of the long judgment: it stands beside the official text."""
    return replace(
        long_judgment(1),
        standing=Standing.DIGEST,
        passages=(paragraph(4, "En el cantón faltaban medicinas."),),
        source="canton.md",
        checked="2026-11-23",
        against="Invented.",
    )


def other_judgment() -> Document:
    """A judgment against another State: it interprets and does not bind."""
    text = "El pueblo ribereño bebe agua de un pozo salobre."
    return Document(
        id="iacthr-c-951",
        kind=SourceKind.JUDGMENT,
        title="Caso Ribera Vs. Argentina",
        language="es",
        standing=Standing.OFFICIAL,
        passages=(paragraph(7, text, tags=(tagged("12", TagBasis.TERM, "agua"),)),),
        symbol="Serie C No. 951",
        body="iacthr",
        states=("ARG",),
        date="2020-02-06",
    )


def review() -> Document:
    """A periodic review: one recommendation supported, one noted, and a number between them missing."""
    water = (tagged("12", TagBasis.PERSON, "A. Pérez"),)

    def recommendation(number: int, text: str, response: str, by: str) -> Passage:
        return Passage(
            eid=f"rec_118-{number}",
            num=f"118.{number}",
            kind=PassageKind.RECOMMENDATION,
            text=text,
            tags=water,
            recommended_by=(by,),
            response=response,
        )

    return Document(
        id="a-hrc-99-4",
        kind=SourceKind.UPR,
        title="Informe del Grupo de Trabajo",
        language="es",
        standing=Standing.EXCERPT,
        passages=(
            recommendation(1, "Llevar agua potable a las escuelas.", "supported", "AZE"),
            recommendation(5, "Prohibir los cortes de agua.", "noted", "ESP"),
        ),
        symbol="A/HRC/99/4",
        body="upr",
        states=("ECU",),
        date="2022-11-07",
        facts=Report(cycle="4"),
    )


def comment() -> Document:
    """A general comment held only in English, with a gap in its numbering."""
    return Document(
        id="e-c-12-2099-1",
        kind=SourceKind.GENERAL_COMMENT,
        title="General comment on wells",
        language="en",
        standing=Standing.OFFICIAL,
        passages=(
            paragraph(1, "Everyone needs water from a safe well.", tags=(tagged("12", TagBasis.DECLARED),)),
            paragraph(
                4,
                "States shall test the well water every year.",
                tags=(tagged("12", TagBasis.TERM, "water"),),
                # one that is only listed, by its symbol and by the number that its comment is cited by
                cites=(Citation("", "e-c-12-ecu-9", CitationKind.DOCUMENT, 0, 0),),
            ),
        ),
        gaps=("para_2", "para_3"),
        symbol="E/C.12/2099/1",
        aliases=("cescr-gc-99",),
        body="cescr",
        date="2003-01-20",
    )


def treaty() -> Document:
    """The official text of a treaty whose article has numbered parts."""
    text = "1. Toda persona tiene derecho a la salud.\n2. Los Estados atenderán a cada enfermo."
    anchors = (Anchor("art_10__para_1", "1", 0), Anchor("art_10__para_2", "2", text.index("2. ")))
    article = Passage(
        eid="art_10",
        num="10",
        kind=PassageKind.PROVISION,
        text=text,
        heading="Salud",
        anchors=anchors,
        tags=(tagged("32", TagBasis.CONCORDANCE, "san-salvador#10"),),
    )
    return Document(
        id="san-salvador",
        kind=SourceKind.TREATY,
        title="Protocolo de San Salvador",
        language="es",
        standing=Standing.OFFICIAL,
        passages=(article,),
        date="1988-11-17",
    )


def hostile() -> Document:
    """A document that wants to be more than text."""
    bad = " ".join(HOSTILE)
    return Document(
        id="hostile",
        kind=SourceKind.REPORT,
        title=f"Informe {HOSTILE[0]}",
        language="es",
        standing=Standing.OFFICIAL,
        passages=(
            paragraph(
                1,
                f"Ataque {bad}",
                heading=HOSTILE[1],
                path=(HOSTILE[4],),
                tags=(tagged("32", TagBasis.TERM, HOSTILE[1]),),
                notes=(Note(HOSTILE[1], HOSTILE[0]),),
            ),
            paragraph(2, '=HYPERLINK("http://example.org") ataque por fórmula'),
        ),
        symbol=HOSTILE[1],
        url="javascript:alert(1)",
        date="2021",
    )


DOCUMENTS = (
    long_judgment,
    judgment_digest,
    other_judgment,
    review,
    comment,
    treaty,
    hostile,
)


def with_concordance(document: Document, register: Register) -> Document:
    """The document with the tags that the concordance gives its provisions, as ingestion would."""
    passages = []
    for passage in document.passages:
        name = f"{document.id}#{passage.num}"
        rights = [right.number for right in register if name in right.provisions]
        passages.append(replace(passage, tags=tuple(tagged(right, TagBasis.CONCORDANCE, name) for right in rights)))
    return replace(document, passages=tuple(passages))


def put(store: Store, document: Document) -> None:
    """Take a document in as if a parser had read it."""
    path = f"{document.id}-{document.standing}-{document.language}"
    receipt = Receipt(path=path, outcome=Outcome.ACCEPTED, documents=(document.id,), passages=len(document.passages))
    store.put(Record(path=path, fingerprint="1", receipt=receipt, documents=(document,)))


def small_workspace(data: Path, root: Path) -> Workspace:
    """A copy of the small workspace of the tests, with no index yet."""
    shutil.copytree(data, root)
    return Workspace.open(root)


def page(client: FlaskClient, address: str, status: int = 200) -> BeautifulSoup:
    """The page at an address, read as a browser would."""
    response = client.get(address)
    assert response.status_code == status, address
    return BeautifulSoup(response.text, "lxml")


def words(soup: PageElement) -> str:
    """What a reader sees of it, on one line."""
    return " ".join(soup.get_text(" ").split())


def application(root: Path) -> Flask:
    """The pages over the invented archive, without a limit on searches."""
    app = create_app(indexed(small_workspace(DATA, root / "root")))
    app.config.update(TESTING=True, SEARCHES_PER_MINUTE=0)
    return app


def indexed(workspace: Workspace) -> Workspace:
    """The workspace with its own digests and all the invented documents, indexed."""
    store = Store(workspace.indexes / "store")
    register = load_register(workspace.state / "rights.toml")
    for path in sorted(workspace.corpus.rglob("*.md")):
        for document in digest.parse(Source(str(path), path.read_bytes())).documents:
            put(store, with_concordance(document, register))
    for make in DOCUMENTS:
        put(store, make())
    build(store, workspace.indexes, register)
    return workspace
