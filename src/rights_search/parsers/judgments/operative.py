r"""The operative part: where the Court decides, point by point, and where that ends.

"LA CORTE / DECLARA, / Por unanimidad, que: / 1. El Estado es responsable …". The verbs and the votes are headings of
the points below them; what follows the last point, from the place and date to the signatures, is left out.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rights_search.model import Passage, PassageKind
from rights_search.parsers.eids import eid, unique
from rights_search.parsers.judgments.marks import SIGN
from rights_search.parsers.judgments.pages import size
from rights_search.parsers.judgments.passages import HEADING, NUMBER, Writer

FORMULA = "formula before the operative points"
SIGNATURES = "signatures"

#: How many lines after the Court's name its verb, and how many after that the first point, may stand.
VERB_WITHIN, POINT_WITHIN = 16, 40

#: How far the numbers of points may leap.
LEAP = 3

#: In how many further lines a skipped number is looked for.
FURTHER = 1500

_VERBS = r"DECIDE|DECLARA|DISPONE|RESUELVE|OPINA|ORDENA|ES (?:DE|DEL) (?:LA )?OPINI[ÓO]N|DECLARES|DECIDES|ORDERS|FINDS"
_COURT = re.compile(
    r"^(?:POR (?:LO )?TANTO[,:]?\s+)?(?:LA CORTE|THE COURT)(?: INTERAMERICANA(?: DE DERECHOS HUMANOS)?)?[,:.]?"
    rf"(?:\s+(?:{_VERBS})\b.{{0,40}})?$",
    re.IGNORECASE,
)
_VERB = re.compile(
    rf"^(?:Y,?\s+)?(?:LA CORTE,?\s+)?(?:por unanimidad,?\s+)?(?:{_VERBS})\b[^.;]{{0,60}}$"
    rf"|^(?i:(?:Y,?\s+)?(?:(?:la corte|the court),?\s+)?(?:{_VERBS})(?:,?\s+(?:que|por\s+unanimidad))?\s*[,:]*)$"
)
_VOTE = re.compile(
    r"^(?:y,?\s+)?(?:por\s+(?:unanimidad|mayor[íi]a|\w+\s+votos?)|by\s+\w+\s+votes|unanimously)\b[^;]{0,120}$",
    re.IGNORECASE,
)
_PLAIN_VOTE = re.compile(r"^Por unanimidad(?:,? que)?[,:]?$")
_REASONS = re.compile(
    r"^(?:Por (?:lo )?tanto|Por (?:todo )?(?:las razones|lo expuesto)|Por ello|Therefore)\b.{0,160}[,:]?$",
    re.IGNORECASE,
)
_POINT = re.compile(r"^(\d{1,3})\s?[.)](?:[-–]+)?(?=\s|$|[A-ZÁÉÍÓÚa-z])\s*")
_ORDINALS = (
    "primero",
    "segundo",
    "tercero",
    "cuarto",
    "quinto",
    "sexto",
    "s[ée]ptimo",
    "octavo",
    "noveno",
    "d[ée]cimo",
)
_ORDINAL = re.compile(rf"^(?:{'|'.join(_ORDINALS)})\s*[.:]?\s*$", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:Redactad[ao]s?\b|Emitid[ao]\b|Dictad[ao]\b|Hech[ao] en\b|Así (?:lo|se|fue)\b|Corte I\.?D\.?H\.|"
    r"Sentencia adoptada|Opini[óo]n Consultiva (?:adoptada|OC-\d+/\d+ de)|Le[íi]da\b|Done\b|Comun[íi]quese|"
    r"Firmad[ao]\b|(?:El|La|Los|Las) (?:Juez|Jueza|Jueces|Juezas|Vicepresident[ea]|President[ea])\b.{0,160}"
    r"(?:hizo|hicieron|dio|dieron|inform|conocer|emiti|acompañ|comunic|adjunt|agreg|anex|present))",
)
_ENDED = re.compile(r"[.;:”\"»)]$")


def operative_start(lines: Sequence[str]) -> int:
    """The line on which the Court begins to decide; the number of lines where it never does."""
    bare = [SIGN.sub("", line).strip() for line in lines]
    filled = [place for place, line in enumerate(bare) if line]
    courts = [order for order, place in enumerate(filled) if len(bare[place]) < 90 and _COURT.match(bare[place])]
    verbs = [order for order, place in enumerate(filled) if bare[place].isupper() and _VERB.match(bare[place])]
    for order in (*reversed(courts), *verbs):
        following = [bare[place] for place in filled[order : order + POINT_WITHIN]]
        verb = any(_VERB.match(after) or _VOTE.match(after) for after in following[:VERB_WITHIN])
        if verb and any(_first_point(after) or _CLOSING.match(after) for after in following[1:]):
            return _with_reasons(bare, filled, order)
    return len(lines)


def _first_point(line: str) -> bool:
    point = _POINT.match(line)
    return bool((point and point[1] in "12") or _ORDINAL.match(line))


def _with_reasons(lines: Sequence[str], filled: Sequence[int], order: int) -> int:
    """Back over the verb's own head: "LA CORTE" above "DECIDE", and an unnumbered "Por tanto," above that."""
    while order and (_COURT.match(lines[filled[order - 1]]) or _REASONS.match(lines[filled[order - 1]])):
        if re.match(r"\d", lines[filled[max(0, order - 2)]][:1]) and _REASONS.match(lines[filled[order - 1]]):
            break  # "45." stands above it: that is a paragraph
        order -= 1
    return filled[order]


def operative_points(
    lines: Sequence[str], path: tuple[str, ...], writer: Writer
) -> tuple[list[Passage], list[str], int]:
    """The points, the eIds missing among them, and the line on which the closing words begin."""
    stretches, end = _stretches(lines, writer)
    displaced = any(_sentence(stretch.before) for stretch in stretches)
    passages: list[Passage] = []
    missing: list[str] = []
    taken: set[str] = set()
    last = 0
    for stretch in stretches:
        above = tuple(heading for heading in (*path, stretch.verb, stretch.vote) if heading)
        unnumbered = "".join(stretch.before) and not any(other.points for other in stretches)
        if unnumbered and (stretch.verb or stretch.vote):
            name = unique(eid(("oper", 1)), taken)
            passages.append(writer.passage(name, "", PassageKind.OPERATIVE, stretch.before, above))
        elif not (displaced and stretch.points):
            writer.discard(FORMULA, stretch.before)
        for point in _in_place(stretch) if displaced else stretch.points:
            first = 1 if point.number == 1 else last + 1
            missing.extend(eid(("oper", gap)) for gap in range(first, point.number))
            last = point.number
            name = unique(eid(("oper", point.number)), taken)
            kept = writer.without_ornaments(point.lines)
            passages.append(writer.passage(name, str(point.number), PassageKind.OPERATIVE, kept, above))
    return passages, missing, end


class _Point(Struct):
    number: int
    lines: list[str]


class _Stretch(Struct):
    """The points under one verb and vote, and the words before the first."""

    verb: str = ""
    vote: str = ""
    before: list[str] = []
    points: list[_Point] = []


def _stretches(lines: Sequence[str], writer: Writer) -> tuple[list[_Stretch], int]:
    """The operative part, parted by its verbs and votes, and where it ends."""
    stretches = [_Stretch()]
    last, begun_again, previous = 0, False, ""
    for place, line in enumerate(lines):
        bare = SIGN.sub("", line).strip()
        now = stretches[-1]
        ended = not previous or bool(_ENDED.search(previous))
        point = _POINT.match(bare)
        if (now.verb or now.vote) and ended and _CLOSING.match(bare):
            return stretches, place
        if _ORDINAL.match(bare):
            point = _POINT.match(f"{_order_of(bare)}.")
        if point and _due(int(point[1]), last, begun_again, lines[place : place + FURTHER]):
            last, begun_again = int(point[1]), False
            cut = len(line) if _ORDINAL.match(bare) else point.end()
            writer.left_out[NUMBER] += size(line[:cut])
            now.points.append(_Point(last, [line[cut:]]))
        elif bare and _is_head(bare, ended or not now.points):
            writer.left_out[HEADING] += size(bare)
            signs = [sign[0] for sign in SIGN.finditer(line)]
            verb = bool(_VERB.match(bare))
            bare_point = now.points and not "".join(now.points[-1].lines) and not _sentence(now.before)
            waiting = now.points[-1:] if bare_point else []
            del now.points[len(now.points) - len(waiting) :]
            above = (bare, "") if verb else (now.verb, bare)
            stretches.append(_Stretch(*above, signs, waiting))
            begun_again = begun_again or verb
        else:
            (now.points[-1].lines if now.points else now.before).append(line)
        previous = bare or previous
    return stretches, len(lines)


def _due(number: int, last: int, begun_again: bool, rest: Sequence[str]) -> bool:
    """Whether a figure numbers the next point: it follows, or those between never come, or numbers begin again."""
    if number == last + 1 or (number == 1 and begun_again):
        return True
    return 1 < number - last <= LEAP and not any(line.startswith(f"{last + 1}.") for line in rest)


def _order_of(ordinal: str) -> int:
    return next(i for i, word in enumerate(_ORDINALS, start=1) if re.match(word, ordinal, re.IGNORECASE))


def _is_head(line: str, ended: bool) -> bool:
    """Whether a line is a verb or a vote; in the middle of a sentence only if it can be nothing else."""
    if len(line) > 130 or not (_VERB.match(line) or _VOTE.match(line)):
        return False
    return ended or line.isupper() or bool(_PLAIN_VOTE.match(line))


def _sentence(lines: Sequence[str]) -> bool:
    """Whether the words before a first point are a point's own, its number thrown behind them by the layout."""
    text = " ".join(lines).strip()
    first = next((line for line in lines if line.strip()), "")
    return (
        len(text) > 40
        and text[0].isupper()
        and text[-1] in ".;"
        and not _REASONS.match(text)
        and not _COURT.match(first)
    )


def _in_place(stretch: _Stretch) -> Iterator[_Point]:
    """The points with their own words, where numbers may stand behind them."""
    ahead = [line for line in stretch.before if line.strip()]
    for order, point in enumerate(stretch.points):
        own = ahead
        pieces = _pieces(point.lines)
        unfinished = not own or not _ENDED.search(own[-1])
        if pieces and (unfinished or pieces[0][0][:1].islower()):
            own = [*own, *pieces.pop(0)]
        rest = [line for piece in pieces for line in piece]
        if order == len(stretch.points) - 1:
            own, rest = [*own, *rest], []
        ahead = rest
        yield _Point(point.number, own)


def _pieces(lines: Sequence[str]) -> list[list[str]]:
    """Lines parted where a sentence has ended, a blank line follows and a capital begins."""
    pieces: list[list[str]] = []
    previous, parted = "", False
    for line in lines:
        if not line.strip():
            parted = bool(previous)
            continue
        if not pieces or (parted and _ENDED.search(previous) and line[0].isupper()):
            pieces.append([])
        pieces[-1].append(line)
        previous, parted = line, False
    return pieces
