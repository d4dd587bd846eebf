"""`check` names file and field for what is missing, unknown, doubled or contradictory, and changes nothing."""

import hashlib
import shutil
from pathlib import Path

import pytest

from rights_search.ingest import check
from rights_search.ingest.checks.concordance import concordance_problems
from rights_search.model import Document, Passage, PassageKind, Right, SourceKind, Standing
from rights_search.vocabulary import Register
from rights_search.workspace import Workspace

STATE = "ruritania/state.toml"
RIGHTS = "ruritania/rights.toml"
JUDGMENT = "ruritania/judgments/iacthr-c-900.md"
OBSERVATIONS = "ruritania/concluding-observations/e-c-12-ecu-co-9.md"
TREATY = "instruments/icescr.md"
CATALOGUE = "ruritania/catalogue/papers.toml"

ENTRY = """checked = "2026-11-23"
against = "Invented for the tests."

[[document]]
id = "e-c-12-ecu-9"
kind = "report"
role = "state-report"
symbol = "E/C.12/ECU/9"
title.es = "Noveno informe"
title.en = "Ninth report"
body = "cescr"
states = ["ECU"]
date = "2019-02-01"
cycle = "9"
missing.es = "El informe del Estado no se resume."
missing.en = "The State's own report is not digested."
source = "Invented for the tests."
"""


def said(workspace: Workspace) -> list[str]:
    return [f"{p.source}: {p.locator}: {p.message}" for p in check(workspace)]


def changed(workspace: Workspace, file: str, old: str, new: str) -> None:
    path = workspace.corpus / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def catalogued(workspace: Workspace, text: str = ENTRY) -> None:
    path = workspace.corpus / CATALOGUE
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_sound_corpus_has_no_problem_and_stays_as_it_is(workspace: Workspace) -> None:
    catalogued(workspace)
    before = fingerprint(workspace.corpus)
    assert said(workspace) == []
    assert fingerprint(workspace.corpus) == before


def fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(str(path).encode() + (path.read_bytes() if path.is_file() else b""))
    return digest.hexdigest()


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (RIGHTS, '"icescr#12"', '"icescr#99"', "right 32: provision icescr#99 does not exist"),
        (STATE, "ratifications.icescr", "ratifications.icesr", "ratifications.icesr: is no instrument"),
        (STATE, "ratifications.icescr", "ratifications.iccpr", "ratifications.icescr: the corpus has this treaty"),
        (STATE, "how =", "hou =", "unknown field"),
        (STATE, '"1969-03-06"', '"1959-03-06"', "ratifications.icescr.bound: 1959-03-06 is before adopted, 1966-12-16"),
        (STATE, '"1969-03-06"', '"1969-13-06"', "“1969-13-06” is not a possible date"),
        (STATE, 'bound = "1969-03-06"', "", "ratifications.icescr.bound: is missing"),
        (STATE, "how =", "party = false\nhow =", "ratifications.icescr.party: is false, yet"),
        (STATE, "how =", 'note.es = "Solo una."\nhow =', "ratifications.icescr.note: must be given in"),
        (STATE, 'source = "Invented for the tests."', "", "ratifications.icescr.source: is missing"),
        (STATE, 'iso3 = "ECU"', 'iso3 = "XYZ"', "iso3: “XYZ” is no State"),
        (JUDGMENT, '"achr#5.1"', '"achr#500"', "violated: provision achr#500 does not exist"),
        (JUDGMENT, '["achr#5.1"]', '["achr#5.1", "achr#5.1"]', "violated: achr#5.1 stands twice"),
        (JUDGMENT, "No. 900", "No. 901", "symbol: “Serie C No. 901” does not fit the id iacthr-c-900"),
        (JUDGMENT, '"2019-05-14"', '"2029-05-14"', "checked: 2026-11-23 is before date, 2029-05-14"),
        (JUDGMENT, "es: Los guardias", "cites: achr#5000\nes: Los guardias", "para_41: cites: provision achr#5000"),
        (JUDGMENT, 'url.es = "https://example.org/es/900"', "", ""),
        (OBSERVATIONS, "E/C.12/ECU/CO/9", "E/C.12/CO/ECU/9", "is no UN document symbol"),
        (OBSERVATIONS, "E/C.12/ECU/CO/9", "E/C.12/ECU/CO/8", "does not follow from the symbol"),
        (OBSERVATIONS, '"cescr"', '"cesrc"', "body: “cesrc” is no body"),
        (OBSERVATIONS, '["ECU"]', '["EQU"]', "states: “EQU” is no State"),
        (OBSERVATIONS, "rights: 12", "rights: 99", "para_8: right 99 is not in the register"),
        (OBSERVATIONS, "rights: 12", "response: perhaps", "para_8: response: “perhaps” is neither"),
        (OBSERVATIONS, "rights: 12", "recommended_by: EQU", "para_8: recommended_by: “EQU” is no State"),
        (OBSERVATIONS, "en: The State is", "xx: The State is", "para_8 has no digest in “en”"),
        (TREATY, 'adopted = "1966-12-16"', 'adopted = "1966-12-19"', "adopted: 1966-12-19 is not the day"),
        (TREATY, 'in_force = "1976-01-03"', 'in_force = "1956-01-03"', "in_force: 1956-01-03 is before adopted"),
        (
            TREATY,
            'url.es = "https://example.org/es/icescr"\nurl.en = "https://example.org/en/icescr"\n',
            "",
            "url: the",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_file_and_field(
    workspace: Workspace, file: str, old: str, new: str, problem: str
) -> None:
    changed(workspace, file, old, new)
    found = said(workspace)
    if not problem:  # the address follows from the symbol
        assert found == []
        return
    assert any(line.startswith(f"corpus/{file}") and problem in line for line in found), found


def test_a_right_that_only_one_side_speaks_of_is_named(workspace: Workspace) -> None:
    changed(workspace, "ruritania/constitution.md", "## art_66__num_3", "## art_67")
    assert any("right 66: no passage of the constitution" in line for line in said(workspace))
    (workspace.corpus / JUDGMENT).unlink()
    assert any("right 66: no international passage" in line for line in said(workspace))


def test_an_article_declared_as_a_gap_may_be_linked(workspace: Workspace) -> None:
    """A treaty that could be read only in part says so, and the register still links its other articles."""
    changed(workspace, RIGHTS, '"icescr#12"', '"icescr#9"')
    changed(workspace, TREATY, 'adopted = "1966-12-16"', 'adopted = "1966-12-16"\ngaps = ["art_9"]')
    assert said(workspace) == []


def test_two_files_of_one_document_are_named(workspace: Workspace) -> None:
    copy = workspace.corpus / "instruments" / "copy.md"
    copy.write_bytes((workspace.corpus / TREATY).read_bytes())
    assert any("also holds icescr" in line for line in said(workspace))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('kind = "report"', 'kind = "poem"', "document 1 (e-c-12-ecu-9): Invalid enum value 'poem'"),
        ('role = "state-report"', 'roll = "state-report"', "unknown field `roll`"),
        ('id = "e-c-12-ecu-9"\n', "", "document 1: Object missing required field `id`"),
        ('title.en = "Ninth report"\n', "", "title.en: is missing"),
        ('missing.es = "El informe del Estado no se resume."\n', "", "missing.es: is missing"),
        ('date = "2019-02-01"', 'date = "2019-02-31"', "“2019-02-31” is not a possible date"),
        ('date = "2019-02-01"', 'date = "2022-02-01"', "2022-02-01 is after the observations of 2021-03-05"),
        ('role = "state-report"', 'role = "follow-up"', "2019-02-01 is before the observations of 2021-03-05"),
        ('symbol = "E/C.12/ECU/9"\n', "", "url: is missing, and the symbol does not give the address"),
        ("[[document]]", 'chequed = "2026"\n[[document]]', "chequed: is not a field of a catalogue"),
        ('checked = "2026-11-23"\n', "", "checked: is missing"),
        ('"Noveno informe"', '"Noveno informe', "is not valid TOML"),
        ("e-c-12-ecu-9", "e-c-12-ecu-co-9", "holds it: leave it out here"),
    ],
)
def test_a_wrong_entry_of_the_catalogue_is_named(workspace: Workspace, old: str, new: str, problem: str) -> None:
    assert old in ENTRY
    catalogued(workspace, ENTRY.replace(old, new))
    found = said(workspace)
    assert any(line.startswith(f"corpus/{CATALOGUE}") and problem in line for line in found), found


def test_a_text_that_was_fetched_by_its_entry_leaves_the_entry_to_be_fetched_by_again(workspace: Workspace) -> None:
    catalogued(workspace, ENTRY)
    text = b"E/C.12/ECU/9\n\n1. The wells of the plain are open to all who are thirsty, and they shall stay so.\n"
    declared = 'kind = "report"\nbody = "cescr"\nstate = "ECU"\nlanguage = "en"\n'
    for folder, held_twice in (("texts", False), ("papers", True)):
        place = workspace.state / folder
        place.mkdir()
        (place / "e-c-12-ecu-9.en.txt").write_bytes(text)
        (place / "collection.toml").write_text(declared)
        assert any("holds it: leave it out here" in line for line in said(workspace)) is held_twice
        shutil.rmtree(place)


def test_an_entry_that_stands_twice_is_named(workspace: Workspace) -> None:
    catalogued(workspace, ENTRY + ENTRY[ENTRY.index("[[document]]") :])
    assert any("e-c-12-ecu-9: stands twice" in line for line in said(workspace))


def test_a_text_without_a_linked_article_is_told_and_a_digest_may_choose_its_articles() -> None:
    linked = ("icescr#12", "icescr#13", "icescr#99")
    register = Register((Right(number="32", key="health", title={}, provisions=linked),))
    passage = Passage(eid="art_12", kind=PassageKind.PROVISION, text="Health.")

    def problems(standing: Standing) -> list[str]:
        held = Document(
            id="icescr", kind=SourceKind.TREATY, title="", language="en", standing=standing, passages=(passage,)
        )
        return [problem.message for problem in concordance_problems(register, "rights.toml", [held])]

    beyond = "provision icescr#99 does not exist"
    assert problems(Standing.OFFICIAL) == ["icescr is held without art_13 (icescr#13)", beyond]
    assert problems(Standing.DIGEST) == [beyond]
