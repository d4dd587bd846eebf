"""A run over files: receipts, what is unchanged, what is gone, and what goes wrong."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from rights_search.errors import CorpusError, StoreError, VocabularyError
from rights_search.index import build
from rights_search.ingest import Summary, ingest
from rights_search.model import Declaration, Outcome, SearchQuery, SourceKind, TagBasis
from rights_search.search import Library
from rights_search.store import Store
from rights_search.vocabulary import load_register
from rights_search.workspace import Workspace

OBSERVATIONS = "corpus/ruritania/concluding-observations/e-c-12-ecu-co-9.md"


@pytest.fixture
def store(workspace: Workspace) -> Store:
    return Store(workspace.indexes / "store")


def outcomes(summary: Summary) -> dict[str, Outcome]:
    return {Path(receipt.path).name: receipt.outcome for receipt in summary.receipts}


def test_every_file_gets_a_receipt(workspace: Workspace, store: Store) -> None:
    summary = ingest(workspace, (), store=store)
    assert outcomes(summary) == {
        "icescr.md": Outcome.ACCEPTED,
        "constitution.md": Outcome.ACCEPTED,
        "e-c-12-ecu-co-9.md": Outcome.ACCEPTED,
        "iacthr-c-900.md": Outcome.ACCEPTED,
    }
    assert summary.passages == 9
    assert all(receipt.documents for receipt in summary.receipts)


def test_a_run_says_how_many_hidden_files_it_passed_over(workspace: Workspace, store: Store) -> None:
    assert ingest(workspace, (), store=store).hidden == 0
    (workspace.corpus / "instruments" / ".icescr.md").write_text("x", "utf-8")
    assert ingest(workspace, (), store=store).hidden == 1
    assert ingest(workspace, (), store=store, keep=False).hidden == 1


def test_what_did_not_change_is_not_read_again(workspace: Workspace, store: Store) -> None:
    ingest(workspace, (), store=store)
    before = store.checksum()
    assert set(outcomes(ingest(workspace, (), store=store)).values()) == {Outcome.UNCHANGED}
    assert store.checksum() == before


def test_a_changed_file_is_read_again_and_only_that_one(workspace: Workspace, store: Store) -> None:
    ingest(workspace, (), store=store)
    path = workspace.corpus / "instruments" / "icescr.md"
    path.write_text(path.read_text("utf-8").replace("algo mejor", "mejor"), "utf-8")
    again = outcomes(ingest(workspace, (), store=store))
    assert again["icescr.md"] is Outcome.ACCEPTED
    assert list(again.values()).count(Outcome.UNCHANGED) == 3


def test_a_changed_register_makes_every_file_new(workspace: Workspace, store: Store) -> None:
    ingest(workspace, (), store=store)
    register = workspace.state / "rights.toml"
    register.write_text(register.read_text("utf-8") + "\n# another version\n", "utf-8")
    assert Outcome.UNCHANGED not in outcomes(ingest(workspace, (), store=store)).values()


def test_a_file_that_is_gone_is_removed_from_what_was_named_only(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text(
        (workspace.corpus / "instruments" / "icescr.md").read_text("utf-8").replace('id = "icescr"', 'id = "other"'),
        "utf-8",
    )
    ingest(workspace, (), store=store)
    ingest(workspace, (elsewhere,), store=store)
    (workspace.corpus.parent / OBSERVATIONS).unlink()
    again = outcomes(ingest(workspace, (), store=store))
    assert again["e-c-12-ecu-co-9.md"] is Outcome.REMOVED
    assert store.get(str(elsewhere)) is not None
    assert store.get(OBSERVATIONS) is None


def test_without_a_store_nothing_is_kept(workspace: Workspace) -> None:
    ingest(workspace, ())
    assert not workspace.indexes.exists()


def test_passages_carry_their_rights_with_the_reason(workspace: Workspace, store: Store) -> None:
    ingest(workspace, (), store=store)
    record = store.get(OBSERVATIONS)
    assert record is not None
    spanish = record.documents[0]
    by_eid = {p.eid: {(tag.right, tag.basis) for tag in p.tags} for p in spanish.passages}
    assert ("32", TagBasis.TERM) in by_eid["para_7"]
    assert ("12", TagBasis.DECLARED) in by_eid["para_8"]


def test_a_citation_with_its_treaty_is_resolved_and_tags(workspace: Workspace, store: Store) -> None:
    ingest(workspace, (), store=store)
    record = store.get("corpus/ruritania/judgments/iacthr-c-900.md")
    assert record is not None
    passage = record.documents[0].passages[1]
    assert [cite.target for cite in passage.cites] == ["achr#5.1"]
    assert ("66.3", TagBasis.CITATION) in {(tag.right, tag.basis) for tag in passage.tags}


@pytest.mark.parametrize(
    ("name", "data", "says", "code"),
    [
        ("empty.md", b"", "empty", "empty"),
        ("cut.md", b'+++\nid = "x"\n', "not closed", "form"),
        ("binary.md", bytes(range(256)) * 40, "binary|encoding|told", "no-text"),
        ("picture.md", b"\x89PNG\r\n\x1a\n", "picture", "no-text"),
        ("misspelt.md", b'+++\nidd = "x"\n+++\n## art_1\nes: a\n', "lacks .*“id”", "form"),
        ("words.txt", b"No structure at all.", r"collection\.toml", "undeclared"),
        ("cut.pdf", b"%PDF-1.7\n%cut", "damaged PDF", "damaged"),
        ("cut.docx", b"PK\x03\x04cut", "ZIP", "damaged"),
    ],
)
def test_a_bad_file_is_refused_in_words_and_the_rest_goes_on(
    workspace: Workspace, store: Store, name: str, data: bytes, says: str, code: str
) -> None:
    (workspace.corpus / "instruments" / name).write_bytes(data)
    summary = ingest(workspace, (), store=store)
    (refused,) = [receipt for receipt in summary.receipts if receipt.outcome is Outcome.REFUSED]
    assert Path(refused.path).name == name
    assert re.search(says, refused.reason), refused.reason
    assert refused.code == code
    assert summary.count(Outcome.ACCEPTED) == 4
    assert outcomes(ingest(workspace, (), store=store))[name] is Outcome.REFUSED


def test_a_file_that_goes_bad_keeps_what_was_taken_in_before(workspace: Workspace, store: Store) -> None:
    ingest(workspace, (), store=store)
    (workspace.corpus.parent / OBSERVATIONS).write_bytes(b"")
    summary = ingest(workspace, (), store=store)
    receipt = next(r for r in summary.receipts if r.outcome is Outcome.REFUSED)
    assert "empty" in receipt.reason
    assert "before stays" in receipt.reason
    record = store.get(OBSERVATIONS)
    assert record is not None
    assert len(record.documents) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_refused(workspace: Workspace, store: Store) -> None:
    path = workspace.corpus / "instruments" / "icescr.md"
    path.chmod(0)
    assert outcomes(ingest(workspace, (), store=store))["icescr.md"] is Outcome.REFUSED


def test_a_named_file_or_folder_that_is_gone_is_forgotten(workspace: Workspace, store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    text = (workspace.corpus / "instruments" / "icescr.md").read_text("utf-8")
    for name in ("one", "two"):
        (folder / f"{name}.md").write_text(text.replace('id = "icescr"', f'id = "{name}"'), "utf-8")
    ingest(workspace, (folder,), store=store)
    (folder / "one.md").unlink()
    assert outcomes(ingest(workspace, (folder / "one.md",), store=store)) == {"one.md": Outcome.REMOVED}
    shutil.rmtree(folder)
    assert outcomes(ingest(workspace, (folder,), store=store)) == {"two.md": Outcome.REMOVED}
    with pytest.raises(CorpusError, match="does not exist"):
        ingest(workspace, (folder,), store=store)


def test_what_lies_in_a_folder_that_cannot_be_opened_now_is_not_gone(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(workspace, (), store=store)
    closed = workspace.corpus / "instruments"
    scandir = os.scandir

    def shut(path: str | os.PathLike[str]) -> object:  # root opens every folder, so the system's answer is given here
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", shut)
    again = outcomes(ingest(workspace, (), store=store))
    assert again["instruments"] is Outcome.REFUSED
    assert "icescr.md" not in again, "nobody knows that it is gone"
    assert store.get("corpus/instruments/icescr.md") is not None


def test_a_path_that_does_not_exist_is_an_error(workspace: Workspace, store: Store) -> None:
    with pytest.raises(CorpusError, match="does not exist"):
        ingest(workspace, (Path("nothing-here"),), store=store)


def test_a_store_that_cannot_be_written_is_an_error(workspace: Workspace, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file")
    with pytest.raises(StoreError, match=r"Cannot (read|write)"):
        ingest(workspace, (), store=Store(blocked))


def test_options_declare_what_a_file_does_not_say(workspace: Workspace, store: Store, tmp_path: Path) -> None:
    text = tmp_path / "comment.txt"
    paragraphs = "\n\n".join(f"{n}. States shall keep the wells open, says number {n}." for n in range(1, 9))
    text.write_text(f"Comment on wells\n\n{paragraphs}\n", "utf-8")
    options = Declaration(kind=SourceKind.GENERAL_COMMENT, body="cescr", language="en")
    (receipt,) = ingest(workspace, (text,), store=store, options=options).receipts
    assert receipt.passages == 8, receipt


def test_what_a_note_cites_is_cited_but_tags_nothing(workspace: Workspace, store: Store, tmp_path: Path) -> None:
    text = tmp_path / "comment.md"
    paragraphs = "\n\n".join(f"{n}. States shall keep the wells open, says number {n}." for n in range(2, 9))
    notes = "[^1]: See the Convention on the Rights of the Child, art. 24.\n\n[^2]: Ibid., art. 27; A/HRC/34/24."
    text.write_text(f"Comment on wells\n\n1. A first word[^1] and a second.[^2]\n\n{paragraphs}\n\n{notes}\n", "utf-8")
    options = Declaration(kind=SourceKind.GENERAL_COMMENT, body="cescr", symbol="E/C.12/GC/99", language="en")
    ingest(workspace, (text,), store=store, options=options)
    record = store.get(str(text))
    assert record is not None
    (passage, *_) = record.documents[0].passages
    assert [[cite.target for cite in note.cites] for note in passage.notes] == [["crc#24"], ["crc#27", "a-hrc-34-24"]]
    assert passage.cites == ()
    assert not {tag for tag in passage.tags if tag.basis is TagBasis.CITATION}
    register = load_register(workspace.state / "rights.toml")
    build(store, workspace.indexes, register)
    library = Library(workspace.indexes, register, "ECU")
    for cited in ("crc#27", "crc", "a-hrc-34-24"):
        assert [hit.eid for hit in library.search(SearchQuery(cites=(cited,))).hits] == ["para_1"]


def test_a_register_that_cannot_be_read_stops_the_run(workspace: Workspace) -> None:
    (workspace.state / "rights.toml").write_text("[[right]")
    with pytest.raises(VocabularyError, match="not valid TOML"):
        ingest(workspace, ())


def test_a_receipt_says_as_what_a_file_was_read_and_what_came_of_it(workspace: Workspace, tmp_path: Path) -> None:
    text = tmp_path / "comment.txt"
    paragraphs = "\n\n".join(f"{n}. States shall keep the wells open, says number {n}." for n in (1, 2, 3, 4, 6, 7))
    text.write_text(f"CESCR/C/GC/41\n\nGeneral comment No. 41 on wells\n\n{paragraphs}\n", "utf-8")
    options = Declaration(kind=SourceKind.GENERAL_COMMENT, body="cescr", language="en")
    (receipt,) = ingest(workspace, (text,), options=options).receipts
    assert receipt.format == "numbered text"
    (reading,) = receipt.readings
    assert (reading.kind, reading.language, reading.passages) == (SourceKind.GENERAL_COMMENT, "en", 6)
    assert reading.gaps == ("para_5",)
    assert all(left.characters > 0 for left in reading.left_out)


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        ((1, 2, 3, 5, 6, 7), "the numbering says that 4 is missing"),
        ((1, 2, 3, 6, 7, 8), "the numbering says that 4…5 are missing"),
        ((1, 2, 4, 5, 7, 8, 9), "the numbering says that 3 and 6 are missing"),
    ],
)
def test_who_takes_a_file_in_is_told_what_its_numbering_lacks(
    workspace: Workspace, tmp_path: Path, numbers: tuple[int, ...], says: str
) -> None:
    text = tmp_path / "comment.txt"
    paragraphs = "\n\n".join(f"{n}. States shall keep the wells open, says number {n}." for n in numbers)
    text.write_text(f"General comment No. 41 on wells\n\n{paragraphs}\n", "utf-8")
    options = Declaration(kind=SourceKind.GENERAL_COMMENT, body="cescr", language="en")
    (receipt,) = ingest(workspace, (text,), options=options).receipts
    assert receipt.outcome is Outcome.WARNINGS
    assert [problem.message for problem in receipt.problems] == [says]


def test_what_is_only_tried_gives_the_same_receipts_and_keeps_nothing(workspace: Workspace, store: Store) -> None:
    ingest(workspace, (), store=store)
    before = store.checksum()
    path = workspace.corpus / "instruments" / "icescr.md"
    path.write_text(path.read_text("utf-8").replace("algo mejor", "mejor"), "utf-8")
    (workspace.corpus / "twice.md").write_bytes(path.read_bytes())
    (workspace.corpus.parent / OBSERVATIONS).unlink()
    tried = ingest(workspace, (), store=store, keep=False)
    assert store.checksum() == before
    done = ingest(workspace, (), store=store)
    assert [replace(r, seconds=0.0) for r in tried.receipts] == [replace(r, seconds=0.0) for r in done.receipts]
    assert [r.difference.altered for r in tried.receipts if r.difference] == [("icescr#art_11 (es)",)]
    (spanish, english) = tried.claims
    assert "also holds icescr" in spanish.message
    assert "also holds icescr" in english.message
    assert done.claims == ()


def test_a_declared_symbol_is_held_against_the_printed_one(workspace: Workspace, tmp_path: Path) -> None:
    text = tmp_path / "observations.txt"
    paragraphs = "\n\n".join(f"{n}. The Committee is concerned about well number {n}." for n in range(1, 9))
    text.write_text(f"CCPR/C/ECU/CO/41\n\nConcluding observations on Ecuador\n\n{paragraphs}\n", "utf-8")
    (wrong,) = ingest(workspace, (text,), options=Declaration(symbol="CCPR/C/ECU/CO/42")).receipts
    assert [problem.locator for problem in wrong.problems] == ["symbol"]
    assert "bears CCPR/C/ECU/CO/41" in wrong.problems[0].message
    (right,) = ingest(workspace, (text,), options=Declaration(symbol="ccpr/c/ecu/co/41")).receipts
    assert right.problems == ()


def test_a_changed_file_says_which_passages_are_others(workspace: Workspace, store: Store) -> None:
    first = ingest(workspace, (), store=store)
    assert all(receipt.difference is None for receipt in first.receipts)
    path = workspace.corpus / "instruments" / "icescr.md"
    text = path.read_text("utf-8").replace("algo mejor", "mejor").replace("## art_12", "## art_13")
    path.write_text(text, "utf-8")
    changed = {Path(r.path).name: r.difference for r in ingest(workspace, (), store=store).receipts}
    assert changed["constitution.md"] is None
    difference = changed["icescr.md"]
    assert difference is not None
    assert difference.added == ("icescr#art_13 (es)", "icescr#art_13 (en)")
    assert difference.removed == ("icescr#art_12 (es)", "icescr#art_12 (en)")
    assert difference.altered == ("icescr#art_11 (es)",)


def test_what_a_person_says_a_digest_cites_settles_its_bare_numbers(workspace: Workspace, store: Store) -> None:
    """“Articles 1 and 5” in a judgment are the American Convention's, unless its digest says they are another's."""
    path = workspace.corpus / "ruritania" / "judgments" / "iacthr-c-900.md"
    text = path.read_text("utf-8")
    digest = "es: Faltó a los artículos 1 y 5, dice la Corte.\nen: It broke articles 1 and 5, says the Court."
    more = f"\n## para_90\ncites: ia-torture#1\n{digest}\n"
    path.write_text(text + more, "utf-8")
    ingest(workspace, (), store=store)
    record = store.get("corpus/ruritania/judgments/iacthr-c-900.md")
    assert record is not None
    passage = record.documents[0].passages[-1]
    assert passage.eid == "para_90"
    assert {cite.target for cite in passage.cites} == {"ia-torture#1", ""}


def test_a_link_that_leads_out_of_the_folder_is_refused_in_words(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("1. Nobody asked for this.", "utf-8")
    (workspace.corpus / "link.md").symlink_to(secret)
    summary = ingest(workspace, (), store=store)
    (refused,) = (receipt for receipt in summary.receipts if receipt.outcome is Outcome.REFUSED)
    assert refused.path.endswith("link.md")
    assert "leads out of the folder" in refused.reason


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_name_that_is_no_text_is_a_name_like_any_other(workspace: Workspace, store: Store) -> None:
    sound = (workspace.corpus / "instruments" / "icescr.md").read_bytes().replace(b'id = "icescr"', b'id = "other"')
    for name, data in ((b"odd\xff.md", sound), (b"void\xfe.md", b"")):
        Path(os.fsdecode(os.fsencode(workspace.corpus) + b"/" + name)).write_bytes(data)
    (workspace.corpus / os.fsdecode(b"lost\xff")).symlink_to("nowhere")
    found = outcomes(ingest(workspace, (), store=store))
    assert found["odd\\xff.md"] is Outcome.ACCEPTED
    assert found["void\\xfe.md"] is found["lost\\xff"] is Outcome.REFUSED
    assert list(found.values()).count(Outcome.ACCEPTED) == 5
    assert outcomes(ingest(workspace, (), store=store))["odd\\xff.md"] is Outcome.UNCHANGED


def test_headings_that_a_constitution_does_not_print_are_said_to_be_ours(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    part = '[[part]]\nfrom = 1\nto = 8\ntitle = { es = "De los pozos" }\n'
    (workspace.state / "structure.toml").write_text(part, "utf-8")
    articles = "\n\n".join(f"Artículo {n}. El pozo {n} de la aldea está abierto a todos." for n in range(1, 9))
    options = Declaration(kind=SourceKind.CONSTITUTION, state="ECU", language="es")
    for title, said in (("", 1), ("TÍTULO I. De las aguas\n\n", 0)):
        file = tmp_path / "text.txt"
        file.write_text(f"Constitución de la República del Ecuador\n\n{title}{articles}", "utf-8")
        summary = ingest(workspace, (file,), options=options, store=store)
        receipt = next(receipt for receipt in summary.receipts if receipt.path.endswith("text.txt"))
        assert [problem.message for problem in receipt.problems if "structure.toml" in problem.message] == [
            "the headings above 8 of its articles are not in the text: they are those of the State's structure.toml"
        ][:said]
