"""Separate opinions and annexes: their heading, their paragraphs, and the names under them."""

import re
from collections.abc import Sequence

from msgspec import Struct, structs

from rights_search.model import Passage, PassageKind
from rights_search.parsers.eids import eid
from rights_search.parsers.judgments.marks import SIGN
from rights_search.parsers.judgments.operative import SIGNATURES
from rights_search.parsers.judgments.passages import HEADING, Writer, numbered

TITLE = "title page"

#: How many lines an opinion's heading may have.
HEAD_LINES = 12

#: A line with more characters may be broken by the width of its page.
WRAPPED = 50

#: The names and offices of a whole bench have no more characters.
LONGEST_SIGNATURES = 600

_OFFICE = (
    r"(?:(?:El |La )?(?:Jue(?:za|z)(?: ad[ -]hoc)?|(?:Vice)?[Pp]resident[ea](?: en [Ee]jercicio)?"
    r"|Secretari[oa](?: Adjunt[oa])?"
    r"|Ju[íi]z[a]?|Vice-?[Pp]residente|Secret[áa]ri[oa]|Judge|President|Secretary|Registrar))[.,]?"
)
_ROLE = re.compile(rf"^{_OFFICE}$")
#: An office behind a name and before another, where the lines of all signatures are one.
_BETWEEN = re.compile(rf"\s{_OFFICE}(?=\s|$)")
_CAPITAL = "A-ZÁÉÍÓÚÑÜÂÇÔ"
_NAME = re.compile(
    rf"^(?:(?:[{_CAPITAL}][\w.’'\-]*|de|del|la|los|da|dos|y|e|von|van)(?:\s+|$)){{2,8}}$|^[{_CAPITAL}]{{2,20}}[.-]*$"
)
_CASE = re.compile(
    r"^(?:LA )?CORTE INTERAM|^(?:EN EL )?CASO|^(?:DE LA |A LA |EN LA )?SENTENCIA\b|^OPINI[ÓO]N CONSULTIVA|^\(",
    re.IGNORECASE,
)
_DATE = re.compile(r"^(?:DE|DEL)?\s*\d{1,2}\.? DE [A-ZÉ]+ (?:DE|DEL) \d{4}", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"^(?:\d{1,3}|[IVX]{1,5})\s?[.)-]|^[IVX]{1,5}$")


class Opinion(Struct):
    """An opinion's passages and the numbers missing in it."""

    passages: list[Passage]
    missing: list[str]


def read_opinion(lines: Sequence[str], order: int, writer: Writer) -> Opinion:
    """The passages of the separate opinion that is so many in order."""
    place, heading = _heading(lines)
    signs = writer.drop(HEADING if not heading else TITLE, lines[:place])
    body, names = part_signatures(lines[place:])
    writer.discard(SIGNATURES, names)
    prefix = (("opinion", order),)
    section = numbered(body, writer, prefix, PassageKind.OPINION)
    passages = [_below(passage, heading) for passage in section.passages]
    opening = writer.without_ornaments([*signs, *section.before])
    path = (heading,) if heading else ()
    first = writer.passage(eid(*prefix), "", PassageKind.OPINION, opening, path)
    if first.text or not passages:
        passages.insert(0, first)
    elif first.notes:
        passages[0] = writer.with_signs(passages[0], opening)
    missing = [eid(*prefix, ("para", number)) for number in section.missing]
    return Opinion(passages, missing)


def read_annex(lines: Sequence[str], order: int, writer: Writer) -> Passage:
    """An annex, line by line: lists of names and tables."""
    filled = [line for line in lines if line.strip()]
    heading = next((bare for line in filled if (bare := SIGN.sub("", line).strip())), "")
    passage = writer.passage(eid(("annex", order)), str(order), PassageKind.PARAGRAPH, filled, (heading,))
    text = "\n".join(bare for line in filled if (bare := SIGN.sub("", line).strip()))
    return structs.replace(passage, text=text)


def part_signatures(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines, and the names and offices that stand under them."""
    start, signed = len(lines), False
    for place in range(len(lines) - 1, -1, -1):
        line = SIGN.sub("", lines[place]).strip()
        if not line:
            continue
        if _ROLE.match(line) or _is_signed(line):
            signed = True
        elif not (_NAME.match(line) and len(line) < 60) and not line.startswith("Comuníquese"):
            break
        start = place
    if 0 < start < len(lines) and _runs_on(lines[start - 1]):
        start += 1  # "… hasta el río / de Lomas Altas.": the last words of a wrapped line are no name
    return (list(lines[:start]), list(lines[start:])) if signed else (list(lines), [])


def _is_signed(line: str) -> bool:
    """Whether a line is names, each with its office behind it."""
    if len(line) > LONGEST_SIGNATURES:
        return False
    *names, rest = _BETWEEN.split(line)
    return bool(names) and not rest and all(_NAME.match(name.strip()) for name in names)


def _runs_on(line: str) -> bool:
    """Whether a line breaks off within a sentence."""
    bare = SIGN.sub("", line).strip()
    return len(bare) > WRAPPED and bare[-1] not in '.:;,!?…”"»)]'


def _heading(lines: Sequence[str]) -> tuple[int, str]:
    """Where an opinion's text begins, and the words of its heading that name its kind and its judge."""
    words: list[str] = []
    end, filled = 0, 0
    named = False
    for place, line in enumerate(lines):
        bare = SIGN.sub("", line).strip()
        if not bare:
            continue
        filled += 1
        heads = bare.isupper() or _CASE.match(bare) or _DATE.match(bare)
        over = filled > HEAD_LINES or _FIRST_NUMBER.match(bare) or not heads
        if over and (filled > 2 or words):
            break
        named = named or bool(_CASE.match(bare) or _DATE.match(bare))
        if not named:
            words.append(bare)
        end = place + 1
    return end, " ".join(words)


def _below(passage: Passage, heading: str) -> Passage:
    return structs.replace(passage, path=(heading, *passage.path)) if heading else passage
