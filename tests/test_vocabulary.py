"""The controlled lists: every name finds its row, and a register that does not hold together says where."""

import re
from pathlib import Path

import pytest

from rights_search.errors import VocabularyError
from rights_search.vocabulary import any_of, bodies, fold, instruments, load_register, states

TEXTS = Path(__file__).parents[2] / "shared" / "texts" / "treaties" / "en"
HEAD = re.compile(r"^#*\s*Article\s+(\d+)\s*$", re.MULTILINE)
NUMBERED = re.compile(r"^\(?(\d{1,2})[.)]", re.MULTILINE)


def test_names_are_compared_without_case_accents_or_spaces() -> None:
    assert fold(" Comité  de\nDerechos Humanos ") == "comite de derechos humanos"


@pytest.mark.parametrize(
    ("name", "state"),
    [("Ecuador", "ECU"), ("ESPAÑA", "ESP"), ("Peru", "PER"), ("Viet Nam", "VNM"), ("Russian Federation", "RUS")],
)
def test_a_state_is_found_by_its_names(name: str, state: str) -> None:
    row = states().named(name)
    assert row is not None
    assert row.id == state


def test_every_states_code_is_iso_alpha_3() -> None:
    assert len(states()) >= 193
    assert all(len(code) == 3 and code.isupper() for code in states())


def test_the_longest_name_in_a_text_wins() -> None:
    text = "Protocolo Facultativo de la Convención sobre los Derechos de las Personas con Discapacidad"
    row = instruments().longest_in(text)
    assert row is not None
    assert row.id == "crpd-op"


def test_a_name_is_found_only_as_whole_words() -> None:
    assert states().longest_in("la perunidad") is None


def test_every_body_watches_an_instrument_we_know() -> None:
    assert all(not body.instrument or body.instrument in instruments() for body in bodies().values())


def register_of(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rights.toml"
    path.write_text(text, "utf-8")
    return path


GOOD = '[[right]]\nnumber = 12\nkey = "water"\ntitle.es = "Agua"\ntitle.en = "Water"\n'


def test_a_register_is_looked_up_by_number(tmp_path: Path) -> None:
    numeral = '[[right.numeral]]\nnumber = "12.1"\nkey = "tap"\ntitle.es = "Grifo"\ntitle.en = "Tap"\n'
    register = load_register(register_of(tmp_path, GOOD + numeral))
    assert register["12"].title["en"] == "Water"
    assert [right.number for right in register.children("12")] == ["12.1"]
    assert [right.number for right in register.articles] == ["12"]
    assert register["12.1"].parent == "12"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[right]\n", "not valid TOML"),
        (GOOD.replace('key = "water"\n', ""), "right 12: field “key” is missing"),
        (GOOD.replace('title.en = "Water"\n', ""), "right 12: title.en is missing"),
        (GOOD + 'trems = ["agua"]\n', "right 12: unknown field “trems”"),
        (GOOD + GOOD, "right 12 stands twice"),
        (GOOD + "related = [99]\n", "related right 99 does not exist"),
        (GOOD + 'provisions = ["iccpr art 9"]\n', "is not treaty#article"),
        (GOOD + 'hints.es = ["pozo | aljibe"]\n', "“pozo | aljibe” has alternatives but no second side"),
    ],
)
def test_a_register_that_does_not_hold_together_says_where(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(VocabularyError, match=says):
        load_register(register_of(tmp_path, text))


def test_a_missing_register_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"rights\.toml is missing"):
        load_register(tmp_path / "rights.toml")


LENDER = """
[[right]]
number = 1
key = "water"
title = {es = "Agua", en = "Water"}
terms.es = ["agua"]
hints.es = ["pozo"]
not.es = ["agua de colonia"]
provisions = ["icescr#11"]
leading = ["icescr#11"]
sdg = [6]
"""


def borrowing(folder: Path, like: str, concepts: str = "lender.toml") -> Path:
    """A register that has the words of another."""
    path = folder / "borrower.toml"
    path.write_text(
        f'concepts = "{concepts}"\n[[right]]\nnumber = 49\nkey = "agua-y-ambiente"\nlike = {like}\n'
        'title = {es = "Agua y ambiente", en = "Water and environment"}\n'
        'terms.es = ["páramo"]\nprovisions = ["icescr#12"]\n',
        "utf-8",
    )
    return path


def test_a_register_has_the_words_of_another_by_naming_its_rights(tmp_path: Path) -> None:
    (tmp_path / "lender.toml").write_text(LENDER, "utf-8")
    (right,) = load_register(borrowing(tmp_path, '["water"]'))
    assert right.terms == {"es": ("páramo", "agua")}
    assert (right.hints, right.masks) == ({"es": ("pozo",)}, {"es": ("agua de colonia",)})
    assert (right.provisions, right.leading, right.sdg) == (("icescr#12", "icescr#11"), ("icescr#11",), (6,))
    assert right.title["en"] == "Water and environment"


@pytest.mark.parametrize(
    ("like", "concepts", "says"),
    [
        ('["wine"]', "lender.toml", "like “wine”, which no right"),
        ('["water"]', "nowhere.toml", "there is no .*nowhere.toml"),
        ('["water"]', "borrower.toml", "borrows its own words from here"),
        ('["water"]', "cycle.toml", "borrows its own words from here"),
    ],
)
def test_a_missing_or_circular_loan_is_said(tmp_path: Path, like: str, concepts: str, says: str) -> None:
    (tmp_path / "lender.toml").write_text(LENDER, "utf-8")
    (tmp_path / "cycle.toml").write_text('concepts = "borrower.toml"\n' + LENDER, "utf-8")
    with pytest.raises(VocabularyError, match=says):
        load_register(borrowing(tmp_path, like, concepts))


def test_the_paragraphs_counted_are_of_all_the_articles() -> None:
    counted = [treaty for treaty in instruments().values() if treaty.paragraphs]
    assert len(counted) == 15
    assert [treaty.id for treaty in counted if len(treaty.paragraphs) != treaty.articles] == []


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the real treaties are not beside the project")
@pytest.mark.parametrize("acronym", ["CAT", "CED", "CEDAW", "CRC", "CRPD", "ICESCR", "OPCAT"])
def test_an_article_has_as_many_paragraphs_as_its_text_numbers(acronym: str) -> None:
    # Not those without numbers, as in article 1 of the Convention on disabilities; the last one's file goes on.
    text = (TEXTS / f"{acronym}.md").read_text("utf-8")
    heads = list(HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    numbered = {
        int(head[1]): [int(number) for number in NUMBERED.findall(text, head.end(), end)]
        for head, end in zip(heads, ends, strict=True)
    }
    paragraphs = instruments()[acronym.lower()].paragraphs
    assert sorted(numbered) == [*range(1, len(paragraphs) + 1)]
    wrong = {
        article: (found, paragraphs[article - 1])
        for article, found in numbered.items()
        if found and len(found) != paragraphs[article - 1] and article < len(paragraphs)
    }
    assert wrong == {}


def test_of_the_names_that_begin_at_a_place_the_longest_is_taken() -> None:
    pattern = re.compile(rf"(?<!\w){any_of(['Niger', 'Nigeria', 'Guinea', 'Guinea-Bissau', ''])}(?!\w)")
    assert pattern.findall("Niger, Nigeria, Guinea-Bissau, Guinean, Guinea") == [
        "Niger",
        "Nigeria",
        "Guinea-Bissau",
        "Guinea",
    ]
