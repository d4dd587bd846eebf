"""A State's register of rights: read from its `rights.toml`, checked, then looked up by number."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from rights_search.errors import VocabularyError
from rights_search.model import Right
from rights_search.vocabulary.tables import instruments

FIELDS = {
    "number",
    "key",
    "title",
    "group",
    "summary",
    "terms",
    "hints",
    "not",
    "provisions",
    "leading",
    "treaties",
    "sdg",
    "related",
    "covers",
    "like",
}
REQUIRED = {"number", "key", "title"}
PROVISION = re.compile(r"^[a-z][a-z0-9-]*#\d+(\.[0-9a-z]+)*$")
LANGUAGES = ("es", "en")


class Register:
    """The rights of one State, in their order; numerals follow the right they belong to."""

    def __init__(self, rights: tuple[Right, ...]) -> None:
        """Keep the rights and index them by number."""
        self.rights = rights
        self._by_number = {right.number: right for right in rights}

    def __iter__(self) -> Iterator[Right]:
        return iter(self.rights)

    def __contains__(self, number: object) -> bool:
        return number in self._by_number

    def __getitem__(self, number: str) -> Right:
        return self._by_number[number]

    def get(self, number: str) -> Right | None:
        """The right of that number, or None."""
        return self._by_number.get(number)

    @property
    def articles(self) -> tuple[Right, ...]:
        """The rights themselves, without their numerals: 73 for Ecuador."""
        return tuple(right for right in self.rights if not right.parent)

    def children(self, number: str) -> tuple[Right, ...]:
        """The numerals of a right that have an entry of their own."""
        return tuple(right for right in self.rights if right.parent == number)

    def groups(self, language: str) -> dict[str, tuple[Right, ...]]:
        """The rights by chapter, in order."""
        grouped: dict[str, tuple[Right, ...]] = {}
        for right in self.articles:
            name = right.group.get(language, "")
            grouped[name] = (*grouped.get(name, ()), right)
        return grouped


def load_register(path: Path, lending: tuple[Path, ...] = ()) -> Register:
    """Read and check a `rights.toml`; `lending` are the registers that are being read, each for the one before.

    A register may name another, `concepts = "../ecuador/rights.toml"` from its own folder, and its rights may then be
    `like = ["water", "food"]`: they have the words and the concordance of those rights beside their own.

    Raises:
        VocabularyError: the file is missing or no TOML, or an entry lacks a field, has an unknown one, repeats a
            number, names a right or a provision in a way that cannot be, or borrows from a register that is missing or
            borrows from it; the message names all of them.
    """
    try:
        facts = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise VocabularyError(f"{path} is missing: a State needs a register of rights.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path} is not valid TOML: {error}") from error
    wrong: list[str] = []
    lent = _lent(path, facts.get("concepts"), lending)
    rights: list[Right] = []
    for entry in facts.get("right", []):
        parent = _with_concepts(_right(entry, "", wrong), entry, lent, wrong)
        rights.append(parent)
        rights.extend(
            _with_concepts(_right(numeral, parent.number, wrong), numeral, lent, wrong)
            for numeral in entry.get("numeral", [])
        )
    wrong.extend(_cross_check(rights))
    if wrong:
        raise VocabularyError(f"{path} does not hold together:\n  " + "\n  ".join(wrong))
    return Register(tuple(rights))


def _lent(path: Path, concepts: object, lending: tuple[Path, ...]) -> dict[str, Right]:
    """The rights of the register that lends its words, by key."""
    if concepts is None:
        return {}
    lender = (path.parent / str(concepts)).resolve()
    if lender in (path.resolve(), *lending):
        raise VocabularyError(
            f"{path}: concepts: {concepts} borrows its own words from here; one of them must have its own."
        )
    if not lender.is_file():
        raise VocabularyError(f"{path}: concepts: there is no {lender}: give the path of a rights.toml from this file.")
    return {right.key: right for right in load_register(lender, (*lending, path.resolve()))}


def _with_concepts(right: Right, entry: dict[str, object], lent: dict[str, Right], wrong: list[str]) -> Right:
    """The right with the words, provisions and goals of those it is like; its own come first."""
    goals = {other.number: other.sdg for other in lent.values()}  # a numeral has those of its article
    for key in _strings(entry.get("like")):
        if key not in lent:
            wrong.append(f"right {right.number}: like “{key}”, which no right of the lending register has as its key")
            continue
        other = lent[key]
        right = replace(
            right,
            terms=_together(right.terms, other.terms),
            hints=_together(right.hints, other.hints),
            masks=_together(right.masks, other.masks),
            provisions=tuple(dict.fromkeys((*right.provisions, *other.provisions))),
            leading=tuple(dict.fromkeys((*right.leading, *other.leading))),
            treaties=tuple(dict.fromkeys((*right.treaties, *other.treaties))),
            sdg=tuple(dict.fromkeys((*right.sdg, *(other.sdg or goals.get(other.parent, ()))))),
        )
    return right


def _together(own: dict[str, tuple[str, ...]], lent: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {
        language: tuple(dict.fromkeys((*own.get(language, ()), *lent.get(language, ()))))
        for language in dict.fromkeys((*own, *lent))
    }


def _right(entry: dict[str, object], parent: str, wrong: list[str]) -> Right:
    number = str(entry.get("number", "?"))
    unknown = set(entry) - FIELDS - {"numeral"}
    wrong.extend(f"right {number}: unknown field “{name}”" for name in sorted(unknown))
    wrong.extend(f"right {number}: field “{name}” is missing" for name in sorted(REQUIRED - set(entry)))
    title = _texts(entry.get("title"))
    wrong.extend(f"right {number}: title.{language} is missing" for language in LANGUAGES if not title.get(language))
    provisions = _strings(entry.get("provisions"))
    wrong.extend(
        f"right {number}: “{p}” is not treaty#article[.paragraph[.letter]]"
        for p in provisions
        if not PROVISION.match(p)
    )
    wrong.extend(
        f"right {number}: the term “{term}” has alternatives but no second side: make each a term"
        for field in ("terms", "hints")
        for terms in _lists(entry.get(field)).values()
        for term in terms
        if "|" in term and "&" not in term
    )
    treaties = _strings(entry.get("treaties"))
    wrong.extend(
        f"right {number}: treaties: no instrument is called “{id_}”" for id_ in treaties if id_ not in instruments()
    )
    return Right(
        number=number,
        key=str(entry.get("key", "")),
        parent=parent,
        title=title,
        group=_texts(entry.get("group")),
        summary=_texts(entry.get("summary")),
        terms=_lists(entry.get("terms")),
        hints=_lists(entry.get("hints")),
        masks=_lists(entry.get("not")),
        provisions=provisions,
        leading=_strings(entry.get("leading")),
        treaties=treaties,
        sdg=tuple(int(goal) for goal in _strings(entry.get("sdg"))),
        related=_strings(entry.get("related")),
        covers=_strings(entry.get("covers")),
        like=_strings(entry.get("like")),
    )


def _cross_check(rights: list[Right]) -> Iterator[str]:
    numbers = [right.number for right in rights]
    for number in sorted({n for n in numbers if numbers.count(n) > 1}):
        yield f"right {number} stands twice"
    known = set(numbers)
    for right in rights:
        for other in right.related:
            if other not in known:
                yield f"right {right.number}: related right {other} does not exist"
        for provision in right.leading:
            if provision not in right.provisions:
                yield f"right {right.number}: leading “{provision}” is not among its provisions"
        if right.parent and not right.number.startswith(right.parent + "."):
            yield f"numeral {right.number} stands under right {right.parent}"


def _texts(value: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _lists(value: object) -> dict[str, tuple[str, ...]]:
    return {str(k): _strings(v) for k, v in value.items()} if isinstance(value, dict) else {}
