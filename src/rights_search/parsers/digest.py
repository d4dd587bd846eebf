"""Our own format: facts in TOML front matter, digests by eId, in as many languages as they give.

Described in `corpus/README.md`. Written by people, so every mistake is named with its line.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from rights_search.errors import ParseError, Refusal
from rights_search.model import (
    Document,
    Grade,
    Instrument,
    Judgment,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Report,
    Source,
    SourceKind,
    Standing,
    Tag,
    TagBasis,
    citing_address,
    is_date,
)
from rights_search.model.documents import Citation
from rights_search.model.kinds import CitationKind
from rights_search.parsers.base import text_of
from rights_search.parsers.eids import EID, number_of

FENCE = "+++"
LANGUAGES = ("es", "en")
COMMON = {
    "id",
    "kind",
    "title",
    "symbol",
    "body",
    "states",
    "date",
    "url",
    "aliases",
    "rights",
    "gaps",
    "checked",
    "against",
    "note",
}
INSTRUMENT = {"adopted", "in_force", "acronym"}
JUDGMENT = {"series", "case", "type", "violated", "not_violated", "obligations", "compliance"}
REPORT = {"session", "cycle", "visit", "role"}
FACTS = {
    SourceKind.CONSTITUTION: INSTRUMENT,
    SourceKind.TREATY: INSTRUMENT,
    SourceKind.JUDGMENT: JUDGMENT,
}
LISTS = {"states", "aliases", "rights", "gaps", "violated", "not_violated", "obligations"}
REQUIRED = {"id", "kind", "title", "checked", "against"}
KEYS = {"heading", "kind", "rights", "cites", "recommended_by", "response"}
KEY = re.compile(r"^([a-z_]+):[ \t]*(.*)$")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
IDENTIFIER = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")

Block = tuple[int, str, tuple[str, ...], dict[str, str]]


def recognises(source: Source) -> bool:
    """Our files begin with a TOML fence."""
    return source.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"+++")


def parse(source: Source) -> Parsed:
    """One document for each language of the digests."""
    front, body, first_line = _split(text_of(source))
    facts, problems = _front_matter(front, source.path)
    blocks, wrong = _blocks(body, first_line, source.path)
    problems.extend(wrong)
    languages = [lang for lang in LANGUAGES if any(lang in values for *_, values in blocks)]
    if not languages:
        raise ParseError("no digest in it: open a passage with “## para_12” and write “es: …” and “en: …”")
    for line, eid, _, values in blocks:
        problems.extend(
            Problem(source.path, f"line {line}", f"{eid} has no digest in “{language}”")
            for language in languages
            if not values.get(language)
        )
    documents = tuple(_document(facts, blocks, language, source.path) for language in languages)
    return Parsed(documents, tuple(problems))


def _split(text: str) -> tuple[str, str, int]:
    """The front matter, the body, and the line the body begins on."""
    parts = text.lstrip("\ufeff \t\n").split(FENCE + "\n", 2)
    if len(parts) < 3:
        raise ParseError(f"the front matter is not closed: end it with a line “{FENCE}”", code=Refusal.FORM)
    return parts[1], parts[2], parts[1].count("\n") + 3


def _front_matter(front: str, path: str) -> tuple[dict[str, Any], list[Problem]]:
    try:
        facts = tomllib.loads(front)
    except tomllib.TOMLDecodeError as error:
        raise ParseError(f"the front matter is not valid TOML: {error}", code=Refusal.FORM) from error
    missing = sorted(REQUIRED - set(facts))
    if "id" in missing or "kind" in missing or "title" in missing:
        raise ParseError(f"the front matter lacks {', '.join(f'“{name}”' for name in missing)}", code=Refusal.FORM)
    problems = [Problem(path, f"front matter, {name}", "is missing") for name in missing]
    for name in sorted(LISTS & set(facts)):
        if not isinstance(facts[name], list) or not all(isinstance(item, str) for item in facts[name]):
            raise ParseError(f'{name} must be a list of words: {name} = ["…"]', code=Refusal.FORM)
    if not IDENTIFIER.match(str(facts["id"])):
        raise ParseError(f"id “{facts['id']}” must be lower case letters, digits and hyphens", code=Refusal.FORM)
    try:
        kind = SourceKind(facts["kind"])
    except ValueError as error:
        raise ParseError(f"kind “{facts['kind']}” is none of {', '.join(SourceKind)}", code=Refusal.FORM) from error
    known = COMMON | FACTS.get(kind, REPORT)
    problems.extend(
        Problem(path, f"front matter, {name}", f"is not a field of a {kind}; known: {', '.join(sorted(known))}")
        for name in sorted(set(facts) - known)
    )
    problems.extend(
        Problem(path, f"front matter, {name}", f"“{facts[name]}” is not a possible date as 2016, 2016-07 or 2016-07-11")
        for name in ("date", "adopted", "in_force", "checked")
        if name in facts and not is_date(str(facts[name]))
    )
    return facts, problems


def _blocks(body: str, first_line: int, path: str) -> tuple[list[Block], list[Problem]]:
    """Each passage as (line, eId, headings above it, values by key)."""
    body = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), body)
    blocks: list[Block] = []
    problems: list[Problem] = []
    heading = ""
    key = ""
    seen: dict[str, int] = {}
    for line, text in enumerate(body.split("\n"), start=first_line):
        stripped = text.strip()
        if stripped.startswith("## "):
            eid = stripped[3:].strip()
            if not EID.match(eid):
                problems.append(Problem(path, f"line {line}", f"“{eid}” is not an eId such as art_9 or para_12"))
            if eid in seen:
                raise ParseError(f"line {line}: {eid} stands already on line {seen[eid]}", code=Refusal.FORM)
            seen[eid] = line
            blocks.append((line, eid, (heading,) if heading else (), {}))
            key = ""
        elif stripped.startswith("# "):
            heading, key = stripped[2:].strip(), ""
        elif not stripped:
            key = ""
        elif not blocks:
            problems.append(Problem(path, f"line {line}", "text before the first “## ” passage"))
        elif (match := KEY.match(stripped)) and (match[1] in KEYS or match[1] in LANGUAGES):
            key = match[1]
            if key in blocks[-1][3]:
                problems.append(Problem(path, f"line {line}", f"“{key}” stands twice in {blocks[-1][1]}"))
            blocks[-1][3][key] = match[2].strip()
        elif key:
            blocks[-1][3][key] += " " + stripped
        else:
            problems.append(
                Problem(
                    path,
                    f"line {line}",
                    f"“{stripped[:40]}” belongs to no key; known: es, en, {', '.join(sorted(KEYS))}",
                )
            )
    return blocks, problems


def _document(facts: dict[str, Any], blocks: list[Block], language: str, path: str) -> Document:
    kind = SourceKind(facts["kind"])
    return Document(
        id=facts["id"],
        kind=kind,
        title=_in(facts["title"], language),
        language=language,
        standing=Standing.DIGEST,
        passages=tuple(_passages(blocks, kind, language, tuple(facts.get("rights", ())))),
        symbol=str(facts.get("symbol", "")),
        body=str(facts.get("body", "")),
        states=tuple(facts.get("states", ())),
        date=str(facts.get("date", facts.get("adopted", ""))),
        url=_in(facts.get("url", ""), language) or citing_address(str(facts.get("symbol", "")), language),
        aliases=tuple(facts.get("aliases", ())),
        facts=_facts(facts, kind, language),
        gaps=tuple(facts.get("gaps", ())),
        source=path,
        checked=str(facts.get("checked", "")),
        against=str(facts.get("against", "")),
    )


def _facts(facts: dict[str, Any], kind: SourceKind, language: str) -> Instrument | Judgment | Report:
    if kind in (SourceKind.CONSTITUTION, SourceKind.TREATY):
        return Instrument(
            acronym=_in(facts.get("acronym", ""), language),
            adopted=str(facts.get("adopted", "")),
            in_force=str(facts.get("in_force", "")),
        )
    if kind is SourceKind.JUDGMENT:
        types = facts.get("type", ())
        return Judgment(
            case=_in(facts.get("case", ""), language),
            series=str(facts.get("series", "")),
            types=(types,) if isinstance(types, str) else tuple(types),
            violated=tuple(facts.get("violated", ())),
            not_violated=tuple(facts.get("not_violated", ())),
            obligations=tuple(facts.get("obligations", ())),
            compliance=_in(facts.get("compliance", ""), language),
        )
    return Report(
        session=str(facts.get("session", "")),
        cycle=str(facts.get("cycle", "")),
        visit=_in(facts.get("visit", ""), language),
        role=str(facts.get("role", "")),
    )


def _passages(blocks: list[Block], kind: SourceKind, language: str, subject: tuple[str, ...]) -> Iterator[Passage]:
    """The passages in one language; the rights the whole document is about are those of a passage without its own."""
    for _, eid, path, values in blocks:
        if not values.get(language):
            continue
        yield Passage(
            eid=eid,
            num=number_of(eid),
            kind=_kind(values.get("kind", ""), eid, kind),
            text=values[language],
            heading=_side(values.get("heading", ""), language),
            path=tuple(side for side in (_side(heading, language) for heading in path) if side),
            cites=tuple(
                Citation(target, target, CitationKind.PROVISION, 0, 0) for target in _list(values.get("cites", ""))
            ),
            tags=tuple(
                Tag(right, TagBasis.DECLARED, Grade.ABOUT) for right in _list(values.get("rights", "")) or subject
            ),
            recommended_by=_list(values.get("recommended_by", "")),
            response=values.get("response", ""),
        )


def _kind(declared: str, eid: str, kind: SourceKind) -> PassageKind:
    if declared:
        try:
            return PassageKind(declared)
        except ValueError as error:
            raise ParseError(
                f"{eid}: kind “{declared}” is none of {', '.join(PassageKind)}", code=Refusal.FORM
            ) from error
    if kind in (SourceKind.CONSTITUTION, SourceKind.TREATY):
        return PassageKind.PROVISION
    by_prefix = {"rec": PassageKind.RECOMMENDATION, "oper": PassageKind.OPERATIVE, "opinion": PassageKind.OPINION}
    return by_prefix.get(eid.partition("_")[0], PassageKind.PARAGRAPH)


def _in(value: object, language: str) -> str:
    if isinstance(value, dict):
        return str(value.get(language) or next(iter(value.values()), ""))
    return str(value)


def _side(heading: str, language: str) -> str:
    """The reader's side of “Spanish | English”."""
    spanish, _, english = heading.partition("|")
    return (english or spanish).strip() if language == "en" else spanish.strip()


def _list(value: str) -> tuple[str, ...]:
    return tuple(item for item in re.split(r"[,\s]+", value) if item)
