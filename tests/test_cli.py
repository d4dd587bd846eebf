"""The command line: results on stdout, the rest on stderr, errors in one plain line, exit 0, 1 or 2."""

import json
import os
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rights_search.cli import main
from rights_search.workspace import CHECKOUT, Workspace


def run(workspace: Workspace, *arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["--root", str(workspace.corpus.parent), *arguments], input=stdin)


@pytest.fixture
def indexed(workspace: Workspace) -> Workspace:
    result = run(workspace, "ingest")
    assert result.exit_code == 0, result.output
    return workspace


def test_ingest_says_what_it_did_with_each_file(workspace: Workspace) -> None:
    first = run(workspace, "ingest")
    assert "accepted: corpus/instruments/icescr.md: icescr (2 passages, digest)" in first.stdout
    assert "4 files: 4 accepted; 9 passages." in first.stderr
    assert "Index built: 4 documents, 9 passages." in first.stderr
    again = run(workspace, "ingest")
    assert "unchanged: corpus/instruments/icescr.md" in again.stdout
    assert "Index unchanged" in again.stderr


def test_strict_ends_with_one_when_a_file_is_refused(workspace: Workspace) -> None:
    (workspace.corpus / "instruments" / "empty.md").write_bytes(b"")
    assert run(workspace, "ingest").exit_code == 0
    assert run(workspace, "ingest", "--strict").exit_code == 1


def test_files_with_a_problem_are_kept_with_the_index(indexed: Workspace) -> None:
    (indexed.corpus / "instruments" / "empty.md").write_bytes(b"")
    run(indexed, "ingest")
    listed = run(indexed, "documents", "--problems")
    assert "refused: corpus/instruments/empty.md: the file is empty: fetch or copy it again [empty]" in listed.stdout
    assert "5 files, 1 with a problem." in listed.stderr
    (receipt,) = json.loads(run(indexed, "documents", "--problems", "--json").stdout)["receipts"]
    assert (receipt["path"], receipt["code"]) == ("corpus/instruments/empty.md", "empty")


def test_files_that_claim_one_document_have_a_problem(indexed: Workspace) -> None:
    path = indexed.corpus / "instruments" / "icescr.md"
    path.with_name("twice.md").write_bytes(path.read_bytes())
    run(indexed, "ingest")
    listed = run(indexed, "documents", "--problems")
    assert "also holds icescr" in listed.stderr
    assert "5 files, 1 with a problem." in listed.stderr


def test_a_changed_file_shows_its_difference(indexed: Workspace) -> None:
    path = indexed.corpus / "instruments" / "icescr.md"
    path.write_text(path.read_text("utf-8").replace("algo mejor", "mejor"), "utf-8")
    path.with_name("twice.md").write_bytes(path.read_bytes())
    tried = run(indexed, "ingest", "--dry-run")
    assert "altered: 1 passages: icescr#art_11 (es)" in tried.stdout
    assert "also holds icescr" in tried.stderr
    assert "altered: 1 passages: icescr#art_11 (es)" in run(indexed, "ingest").stdout


def test_what_cites_a_provision_is_searched_and_shown(indexed: Workspace) -> None:
    found = json.loads(run(indexed, "search", "--cites", "achr#5", "--json").stdout)
    assert "iacthr-c-900" in {hit["document"] for hit in found["hits"]}
    assert "cited by" not in run(indexed, "show", "icescr#art_11").stdout


def test_a_changed_vocabulary_is_shown_before_it_is_adopted(indexed: Workspace) -> None:
    assert "0 passages would have other rights." in run(indexed, "tags", "--changed").stderr
    register = indexed.state / "rights.toml"
    register.write_text(register.read_text("utf-8").replace('["agua", "acueducto*"]', '["acueducto*"]'), "utf-8")
    shown = run(indexed, "tags", "--changed")
    assert re.search(r"^ +12  \+0 -[1-9]", shown.stdout, re.MULTILINE), shown.stdout
    assert "by the words “agua”" in shown.stdout
    rows = [json.loads(line) for line in run(indexed, "tags", "--changed", "--json").stdout.splitlines()]
    assert all(row["removed"] for row in rows)
    assert run(indexed, "tags").exit_code == 2


def test_explain_shows_what_a_person_took_away(indexed: Workspace) -> None:
    (indexed.state / "tags.toml").write_text(
        '[[correction]]\npassage = "e-c-12-ecu-co-9#para_7"\nremove = ["32"]\n'
        'by = "Ana"\nwhen = 2026-11-26\nwhy = "no"\n',
        "utf-8",
    )
    run(indexed, "ingest")
    assert "taken away: 32" in run(indexed, "explain", "e-c-12-ecu-co-9#para_7").stdout


def test_a_dry_run_keeps_nothing(workspace: Workspace) -> None:
    assert run(workspace, "ingest", "--dry-run").exit_code == 0
    assert not workspace.indexes.exists()


def test_receipts_as_json(workspace: Workspace) -> None:
    receipts = [json.loads(line) for line in run(workspace, "ingest", "--json").stdout.splitlines()]
    assert {receipt["outcome"] for receipt in receipts} == {"accepted"}


def test_search_finds_by_word_right_or_both(indexed: Workspace) -> None:
    result = json.loads(run(indexed, "search", "agua", "--right", "12", "--json").stdout)
    assert "iacthr-c-900#para_40" in [hit["id"] for hit in result["hits"]]
    by_right = json.loads(run(indexed, "search", "--right", "12", "--json").stdout)
    assert result["total"] <= by_right["total"]
    plain = run(indexed, "search", "agua")
    assert "Serie C No. 900" in plain.stdout
    assert "by the words “agua”" in plain.stdout


def test_rows_are_safe_for_a_spreadsheet(indexed: Workspace) -> None:
    lines = run(indexed, "search", "agua", "--csv").stdout.splitlines()
    assert lines[0].startswith("id,source,title")
    assert len(lines) > 1


def test_show_gives_the_passage_with_its_citation(indexed: Workspace) -> None:
    shown = run(indexed, "show", "iacthr-c-900#para_40")
    assert "Serie C No. 900" in shown.stdout
    assert "40" in shown.stdout
    assert "[digest]" in shown.stdout
    whole = run(indexed, "show", "iacthr-c-900", "--json")
    assert len(json.loads(whole.stdout)["passages"]) == 3


def test_rights_lists_them_with_counts(indexed: Workspace) -> None:
    listed = run(indexed, "rights", "--reader", "en").stdout
    assert "12  Water: 1 constitution" in listed
    rows = json.loads(run(indexed, "rights", "--json").stdout)
    assert [row["right"] for row in rows] == ["12", "32", "66", "66.3"]


def test_parse_says_what_the_parsers_make_of_a_file_and_stores_nothing(workspace: Workspace) -> None:
    file = workspace.corpus / "ruritania" / "judgments" / "iacthr-c-900.md"
    parsed = json.loads(run(workspace, "parse", str(file), "--json").stdout)
    first = parsed["documents"][0]
    assert (first["id"], first["kind"], first["states"], first["date"]) == (
        "iacthr-c-900",
        "judgment",
        ["ECU"],
        "2019-05-14",
    )
    assert {"eid", "num", "heading", "kind", "text", "notes", "cites"} <= set(first["passages"][0])
    assert parsed["problems"] == []
    assert not workspace.indexes.exists()


def test_a_file_that_parse_refuses_is_named_and_stands_in_the_json_too(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "nothing.html"
    file.write_text("<p>Nothing at all.</p>", encoding="utf-8")
    refused = run(workspace, "parse", str(file), "--json")
    assert refused.exit_code == 1
    said = json.loads(refused.stdout)
    assert said["documents"] == []
    assert "--kind" in said["problems"][0]["message"]
    assert f"{file}: " in refused.stderr


def test_two_files_that_hold_one_document_are_a_problem_to_the_strict(workspace: Workspace, tmp_path: Path) -> None:
    run(workspace, "ingest")
    copy = tmp_path / "copy.md"
    copy.write_bytes((workspace.corpus / "instruments" / "icescr.md").read_bytes())
    taken = run(workspace, "ingest", "--strict", str(copy))
    assert "also" in taken.stderr
    assert taken.exit_code == 1


def test_a_documents_words_cannot_move_the_terminal(workspace: Workspace) -> None:
    file = workspace.corpus / "ruritania" / "judgments" / "iacthr-c-900.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("agua", "agua \u202etoda\u009b2Jla", 1), encoding="utf-8")
    run(workspace, "ingest")
    for command in (["search", "agua"], ["show", "iacthr-c-900"]):
        shown = run(workspace, *command).stdout
        assert "agua" in shown
        assert not set("\u202e\u009b") & set(shown), command


def test_tag_reads_and_writes_json_lines(workspace: Workspace) -> None:
    lines = (
        '{"id": 1, "text": "Faltan hospitales."}\n\n{"id": "b", "text": "x", "instrument": "icescr", "article": "12"}\n'
    )
    result = run(workspace, "tag", "--json", stdin=lines)
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first["id"] == 1
    assert {(r["right"], r["basis"]) for r in first["rights"]} == {("32", "term")}
    assert ("32", "concordance") in {(r["right"], r["basis"]) for r in second["rights"]}


def test_tag_names_the_line_that_is_no_json_and_goes_on(workspace: Workspace) -> None:
    result = run(workspace, "tag", "--json", stdin=b'{"id": 1\n\xff\n{"id": 2, "text": "agua"}\n')
    assert result.exit_code == 1
    assert "line 1" in result.stderr
    assert "line 2" in result.stderr
    assert json.loads(result.stdout)["id"] == 2


def test_explain_gives_each_right_its_evidence(indexed: Workspace) -> None:
    assert "66.3 Personal integrity: by citing achr#5" in run(indexed, "explain", "iacthr-c-900#para_41").stdout


def test_explain_shows_every_stage_on_every_text(indexed: Workspace) -> None:
    shown = run(indexed, "explain", "iacthr-c-900#para_41").stdout
    assert "stage by stage:" in shown
    assert "  role: substance" in shown
    assert re.search(r"^  citations: 66\.3 weighs \d\.\d\d, by achr#5", shown, re.MULTILINE), shown
    assert "  decided: 66.3, about" in shown


def test_explain_says_why_there_is_no_right(indexed: Workspace) -> None:
    found = json.loads(run(indexed, "search", "--json", "de OR la OR of").stdout)["hits"]
    shown = [run(indexed, "explain", hit["id"]).stdout for hit in found]
    bare = [text for text in shown if "No right." in text]
    assert bare
    assert all("  no right: " in text for text in bare)


def test_documents_lists_what_is_held_and_what_is_only_known_of(indexed: Workspace) -> None:
    said = run(indexed, "documents", "--reader", "en").stdout
    assert "iacthr-c-900  Case of Pozo Seco v. Ecuador: 3 passages (es digest, en digest)" in said
    assert "e-c-12-ecu-9  Ninth report of the State: only listed https://docs.un.org/en/E/C.12/ECU/9" in said
    listed = json.loads(run(indexed, "documents", "--listed", "--source", "judgment", "--json").stdout)
    assert [entry["id"] for entry in listed["listed"]] == ["iacthr-c-901"]
    assert listed["held"] == []


def test_totals_count_documents_and_passages_by_kind_and_language(indexed: Workspace) -> None:
    rows = {row["source"]: row for row in json.loads(run(indexed, "documents", "--totals", "--json").stdout)}
    judgments = {"source": "judgment", "documents": 1, "passages": 3, "languages": {"es": 3, "en": 3}, "listed": 1}
    assert rows["judgment"] == judgments
    assert (rows["all"]["documents"], rows["all"]["passages"], rows["all"]["listed"]) == (4, 9, 2)
    assert run(indexed, "documents", "--totals").stdout.splitlines()[0].split()[:2] == ["source", "documents"]


def test_check_is_content_with_a_sound_corpus_and_names_what_is_wrong(indexed: Workspace) -> None:
    assert run(indexed, "check").exit_code == 0
    (indexed.corpus / "instruments" / "empty.md").write_bytes(b"")
    wrong = run(indexed, "check")
    assert wrong.exit_code == 1
    assert "corpus/instruments/empty.md: the file is empty" in wrong.stderr


def test_a_file_is_declared_by_the_same_options_everywhere(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "wells.txt"
    file.write_text("1. The wells stay open.\n\n2. The rivers stay open too.\n", "utf-8")
    assert re.search("--kind, --state, --body and --lang", run(workspace, "parse", str(file)).stderr)
    for kind in ("--kind", "--as"):
        declared = (kind, "report", "--state", "ecu", "--body", "CESCR", "--lang", "EN")
        (document,) = json.loads(run(workspace, "parse", str(file), "--json", *declared).stdout)["documents"]
        said = (document["kind"], document["states"], document["body"], document["language"])
        assert said == ("report", ["ECU"], "cescr", "en")
        taken = run(workspace, "ingest", "--dry-run", "--strict", str(file), *declared)
        assert "(2 passages" in taken.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("search", "agua"), "no index yet"),
        (("show", "iccpr"), "no index yet"),
        (("rights",), "no index yet"),
        (("ingest", "nothing-here"), "nothing-here does not exist"),
        (("parse", "nothing-here"), "nothing-here|No such file"),
    ],
)
def test_an_error_is_one_plain_line(workspace: Workspace, arguments: tuple[str, ...], says: str) -> None:
    result = run(workspace, *arguments)
    assert result.exit_code == 1, result.output

    assert re.search(says, result.stderr)
    assert "Traceback" not in result.output
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("declared", "says"),
    [
        (("--state", "Ecuador"), "give ECU for Ecuador"),
        (("--state", "ZZZ"), "ISO 3166"),
        (("--body", "ccprr"), "no body goes by “ccprr”"),
        (("--lang", "español"), "ISO 639-1"),
    ],
)
def test_a_declaration_that_nobody_knows_is_refused(workspace: Workspace, declared: tuple[str, ...], says: str) -> None:
    file = workspace.corpus / "words.txt"
    file.write_text("1. Some words.")
    for command in ("parse", "ingest"):
        result = run(workspace, command, str(file), *declared)
        assert result.exit_code == 2, result.output
        assert says in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("show", "nothing"), "nothing"),
        (("show", "icescr#art_99"), "art_99"),
        (("search", "agua", "--right", "999"), "999"),
        (("search", "agua " * 400), "characters|words"),
        (("search", "ag*"), "3 letters"),
    ],
)
def test_an_unknown_thing_is_named(indexed: Workspace, arguments: tuple[str, ...], says: str) -> None:
    result = run(indexed, *arguments)

    assert result.exit_code == 1
    assert re.search(says, result.stderr)


@pytest.mark.parametrize(
    "arguments", [("search", "--sort", "x"), ("nonsense",), ("ingest", "--kind", "poem"), ("tag",)]
)
def test_wrong_usage_ends_with_two(workspace: Workspace, arguments: tuple[str, ...]) -> None:
    assert run(workspace, *arguments).exit_code == 2


def test_every_command_has_help_and_stands_in_the_readme() -> None:
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    for name, command in main.commands.items():
        assert command.help, name
        assert f"`rights-search {name}" in readme, f"{name} is not in the README"


def test_a_root_that_is_no_folder_is_one_plain_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(tmp_path / "absent"), "rights"])
    assert result.exit_code == 1
    assert "is not a folder" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no name holds such characters")
def test_no_file_name_reaches_the_terminal_raw(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name in (b"red\x1b[31m.md", b"two\nlines.md", b"none\xff.md", "turned\u202e.md".encode()):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"")
    result = run(workspace, "ingest", "--dry-run", str(folder))
    assert len(result.stdout.splitlines()) == 4
    for shown in (r"red\x1b[31m.md", r"two\nlines.md", r"none\xff.md", r"turned\u202e.md"):
        assert shown in result.output
    assert not {"\x1b", "\u202e"} & set(result.output)
    absent = run(workspace, "ingest", str(folder / "no\x1b[31m"))
    assert "\x1b" not in absent.output
    assert "does not exist" in absent.output
