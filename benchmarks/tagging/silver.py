"""Tags against labels that others made for other ends: a check that needs no reader of ours.

    python -m benchmarks.tagging.silver [HOW_MANY]

* UPR Info gave each recommendation one or more of 56 issues. A tag is compatible if one of its issues may mean it, a
  recommendation is found if any of its tags is compatible. Issues that mean no right (treaty bodies, technical
  assistance) are left aside.
* CLADEM's index gives themes of paragraphs of observations to eight States of the region, in Spanish.
* Judgments of the Inter-American Court against other States cite articles of the Convention. Their citations are
  blanked out, the paragraph is tagged by its words alone, and compared with the rights that the register links those
  articles with.
"""

import csv
import gzip
import io
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.tagging.draw import TEXTS, documents_of
from rights_search.errors import RightsSearchError
from rights_search.ingest import Reader
from rights_search.model import CitationKind, Document, Passage, Report, SourceKind
from rights_search.workspace import Workspace

#: What an issue of UPR Info may mean.
ISSUES = {
    "Women's rights": "11 66 70 65 61 35 43 46 67",
    "Rights of the Child": "44 45 46 26 27 28 77 66 69 35 39",
    "Torture and other CID treatment": "66 51 77 76 78",
    "Justice": "75 76 77 78 82 81 51 80",
    "Detention": "51 77 76 75",
    "Right to education": "26 27 28 29",
    "Labour": "33 34 66 46 40",
    "Migrants": "40 41 33 66 11",
    "Minorities": "11 57 56 58 21 66",
    "Death penalty": "66 77",
    "Racial discrimination": "11 66 19 81 58",
    "Human rights education and training": "27 11 26 75",
    "Disabilities": "47 48 49 11",
    "National Human Rights Institution": "11",
    "Trafficking": "66 46 78",
    "ESC rights - general": "11 66 30 32 33 34 13 12 26",
    "Right to health": "32 43 66 50",
    "Freedom of opinion and expression": "66 16 17 18 19 20",
    "Sexual Orientation and Gender Identity": "11 66 67 68",
    "Freedom of religion and belief": "66 11",
    "Enforced disappearances": "66 80 78 75",
    "Freedom of the press": "66 16 17 18 19 20",
    "Poverty": "66 13 35 34 30",
    "Civil society": "11 61 66 55",
    "Freedom of association and peaceful assembly": "66 61 33",
    "Asylum-seekers - refugees": "41 40 66",
    "Indigenous peoples": "57 56 11 21 60",
    "Human rights violations by state agents": "66 75 78 80 77",
    "Human rights defenders": "11 66 20",
    "Statelessness and the right to nationality": "66 40",
    "Impunity": "75 78 80 66",
    "Right to food": "13 66",
    "HIV - Aids": "32 50 66",
    "Elections": "61 62 63 64 65",
    "Extrajudicial executions": "66 75 80",
    "Right to housing": "30 31",
    "Right to water and sanitation": "12",
    "Environment": "14 15 66 71 72 73 74",
    "Internally displaced persons": "42",
    "Right to land": "57 66 30 13",
    "Freedom of movement": "66 40",
    "Business and human rights": "54 11",
    "Privacy": "66",
    "Corruption": "61 11 75",
    "Public security": "66",
    "International humanitarian law": "80 66 41 42",
    "International instruments": "",
}
#: What a theme of CLADEM's index may mean; the themes on procedure mean nothing.
THEMES = {
    "abuso sexual infantil": "46 66 45",
    "acceso a la justicia": "75 76 78 81",
    "conflictos armados": "66 42 78 80 75",
    "derecho a la igualdad; igualdad de trato entre el hombre y la mujer": "11 66 70",
    "derecho a la nacionalidad": "66",
    "derecho a la salud": "32 43 66",
    "derecho a vivir una vida sin violencia": "66 81 75 78 46",
    "derecho a una vida libre de violencia": "66 81 75 78 46",
    "derecho a una identidad": "66",
    "derechos sexuales y reproductivos. salud sexual y reproductiva": "32 66 43",
    "discriminación": "11 66 70 57 58",
    "educación": "26 27 28 29",
    "educación sexual integral": "27 32 66 26",
    "embarazo y maternidad infantil": "43 32 66",
    "familia": "67 68 69 44 45",
    "identidad": "66",
    "matrimonio infantil": "67 46 44 66",
    "mujeres refugiadas": "41 40 42",
    "participación política y social": "61 65 62",
    "protección de víctimas": "78 66 75 81",
    "relaciones matrimoniales": "67 69 66 11",
    "sistema penitenciario": "51 77 66",
    "trabajo doméstico": "33 46 34",
    "trabajo/empleo, seguridad social": "33 34",
    "trata de mujeres, niñas. prostitución": "66 46",
}
_REVIEW = re.compile(r"(\d{1,2})[.\s]?[°º]")
#: The bodies as the index names them.
BODIES = {
    "comité de derechos humanos": "ccpr",
    "comité de derechos económicos, sociales y culturales": "cescr",
    "comité para la eliminación de la discriminación racial": "cerd",
    "comité para la eliminación de la discriminación contra la mujer": "cedaw",
    "comité contra la tortura": "cat",
    "comité de los derechos del niño": "crc",
    "consejo de derechos humanos - examen periódico universal": "upr",
}
MEANINGS = {issue: frozenset(articles.split()) for issue, articles in ISSUES.items() if articles}
#: A cited article alone in brackets or a sentence leaves these words behind, which name rights: they go, too.
NAMED = re.compile(r"\([^()]{0,80}\)")


def share(part: int, whole: int) -> str:
    return f"{part / max(whole, 1):.3f} ({part}/{whole})"


def of_upr(reader: Reader, many: int) -> None:
    """Compare with UPR Info's issues."""
    path = TEXTS / "upr" / "upr-info-to-session-27.csv.gz"
    rows = list(csv.DictReader(io.StringIO(gzip.decompress(path.read_bytes()).decode("utf-8-sig")), delimiter=";"))
    rows = [row for row in rows if all(issue.strip() in MEANINGS for issue in row["Issue"].split(",")) and row["Issue"]]
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for row in random.Random(5).sample(rows, min(many, len(rows))):
        issues = [issue.strip() for issue in row["Issue"].split(",")]
        meant = frozenset().union(*(MEANINGS[issue] for issue in issues))
        tags = {
            tag.right.partition(".")[0] for tag in reader.tagger.tag_text(row["Recommendation"], lang="en", kind="upr")
        }
        counts.update(rows=1, tags=len(tags), compatible=len(tags & meant), found=bool(tags & meant))
        if not tags & meant:
            missed.update(issues)
    print(f"UPR Info, {counts['rows']} recommendations")
    print(f"  tags that an issue may mean   {share(counts['compatible'], counts['tags'])}")
    print(f"  recommendations found         {share(counts['found'], counts['rows'])}")
    print("  most often missed: " + ", ".join(f"{issue} ({count})" for issue, count in missed.most_common(8)))


def indexed(reader: Reader) -> Iterator[tuple[Document, Passage, frozenset[str]]]:
    """Paragraphs of the index with what their themes may mean."""
    folder = TEXTS / "concluding-observations-es"
    for index in sorted((TEXTS / "gold" / "cladem-index").glob("*.md")):
        country = index.name.partition("-")[0]
        documents = [d for path in sorted(folder.glob(f"{country}-*.md")) for d in _readable(path, reader)]
        held = {
            (d.body, d.facts.cycle, p.num): (d, p) for d in documents if isinstance(d.facts, Report) for p in d.passages
        }
        meant: dict[tuple[str, str, str], set[str]] = {}
        for theme, body, review, number in _entries(index.read_text("utf-8")):
            if theme in THEMES:
                meant.setdefault((body, review, number), set()).update(THEMES[theme].split())
        for place, articles in meant.items():
            if place in held:
                yield (*held[place], frozenset(articles))


def _readable(path: Path, reader: Reader) -> tuple[Document, ...]:
    try:
        return documents_of(path, reader)
    except RightsSearchError:
        return ()


def _entries(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Theme, body, ordinal of the review, and number of a paragraph."""
    theme = body = ""
    for line in text.split("\n"):
        words = line.strip("#* \t").strip()
        if line.startswith("## "):
            theme, body = words.rstrip(".").lower(), ""
        elif line.startswith("* "):
            body = BODIES.get(words.lower(), "")
        elif body and (review := _REVIEW.match(words)):
            for number in re.findall(r"\d[\d.]*", words.partition("Parag")[2]):
                yield theme, body, review[1], number.rstrip(".")


def of_cladem(reader: Reader) -> None:
    """Compare with CLADEM's themes."""
    counts: Counter[str] = Counter()
    for document, passage, meant in indexed(reader):
        tags = {tag.right.partition(".")[0] for tag in reader.tagger.explain(passage, document).tags}
        counts.update(rows=1, tags=len(tags), compatible=len(tags & meant), found=bool(tags & meant))
    print(f"CLADEM's index, {counts['rows']} paragraphs")
    print(f"  tags that a theme may mean    {share(counts['compatible'], counts['tags'])}")
    print(f"  paragraphs found              {share(counts['found'], counts['rows'])}")


def paragraphs(reader: Reader, files: int) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """Paragraphs that cite the Convention, without their citations; the rights cited, and all that the table links."""
    paths = sorted((TEXTS / "judgments-iacthr").glob("seriec_*"))
    random.Random(5).shuffle(paths)
    leading = {p: right.number.partition(".")[0] for right in reader.tagger.register for p in right.leading}
    linked: dict[str, set[str]] = {}
    for right in reader.tagger.register:
        for provision in right.provisions:
            linked.setdefault(provision.partition(".")[0], set()).add(right.number.partition(".")[0])
    for path in paths[:files]:
        for document in documents_of(path, reader):
            for passage in document.passages:
                cited = [c for c in passage.cites if c.kind is CitationKind.PROVISION and c.target.startswith("achr#")]
                provisions = {c.target for c in cited} - {"achr#1", "achr#1.1", "achr#2"}
                rights = frozenset(leading[p] for p in provisions if p in leading)
                if rights and document.language == "es":
                    text = passage.text
                    for citation in sorted(cited, key=lambda c: -c.start):
                        text = text[: citation.start] + text[citation.end :]
                    allowed = frozenset().union(*(linked.get(p.partition(".")[0], set()) for p in provisions))
                    yield NAMED.sub("", text), rights, allowed


def of_judgments(reader: Reader, files: int) -> None:
    """Compare the words of a paragraph with the articles it cites."""
    counts: Counter[str] = Counter()
    for text, rights, allowed in paragraphs(reader, files):
        tags = {
            tag.right.partition(".")[0] for tag in reader.tagger.tag_text(text, lang="es", kind=SourceKind.JUDGMENT)
        }
        counts.update(rows=1, wanted=len(rights), found=len(tags & rights), tags=len(tags), right=len(tags & allowed))
    print(f"Judgments against other States, {counts['rows']} paragraphs, by words alone")
    print(f"  tags linked with what is cited {share(counts['right'], counts['tags'])}")
    print(f"  rights cited that were found   {share(counts['found'], counts['wanted'])}")


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    if not Path(TEXTS).exists():
        sys.exit(f"{TEXTS} is not there: the real documents stand beside the project.")
    reader = Reader.of(Workspace.open())
    of_upr(reader, many)
    of_cladem(reader)
    of_judgments(reader, max(many // 100, 1))


if __name__ == "__main__":
    main()
