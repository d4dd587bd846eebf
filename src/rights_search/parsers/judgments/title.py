"""What a decision says of itself on its first page: case, State, date, kind; and its number in the Court's series."""

import re
from collections import Counter
from pathlib import PurePath

from msgspec import Struct

from rights_search.model import Source
from rights_search.vocabulary import fold, states

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("enero", "january", "janeiro"),
            ("febrero", "february", "fevereiro"),
            ("marzo", "march", "marco"),
            ("abril", "april"),
            ("mayo", "may", "maio"),
            ("junio", "june", "junho"),
            ("julio", "july", "julho"),
            ("agosto", "august"),
            ("septiembre", "setiembre", "september", "setembro"),
            ("octubre", "october", "outubro"),
            ("noviembre", "november", "novembro"),
            ("diciembre", "december", "dezembro"),
        ),
        start=1,
    )
    for name in names
}
#: How the Court names the stages of a case, and what each is.
STAGES = {
    "interpretacion": "interpretation",
    "interpretation": "interpretation",
    "excepcion": "preliminary objections",
    "preliminary objection": "preliminary objections",
    "fondo": "merits",
    "merits": "merits",
    "reparacion": "reparations",
    "reparation": "reparations",
    "indemnizacion": "reparations",
    "competencia": "competence",
    "competence": "competence",
    "cumplimiento": "compliance",
    "revision": "revision",
}
#: Words that stay small in a name.
SMALL = {"a", "al", "de", "del", "e", "el", "en", "la", "las", "los", "o", "por", "su", "sus", "y", "otra", "otras"}
SMALL |= {"otro", "otros", "familiares", "miembros"}

#: Names of States that hold another State's name.
WITHIN = {"estados unidos mexicanos": "MEX"}
HEAD = 6000
FIRST_LINES = 45

_SPACE = re.compile(r"\s+")
_MARK = re.compile(r"\s?[*∗]+\s?$|(?<=[A-Za-zÁÉÍÓÚáéíóúñ.”\"])\d{1,2}$")
_DATE = re.compile(
    r"(?:SENTENCIA|RESOLUCI[ÓO]N(?: DE LA CORTE| DEL PRESIDENTE)?|JUDGMENT|OC-\d+/\d+,?|DECISI[ÓO]N)"
    r"\s*,?\s*(?:OF|DEL?)?\s*"
    r"(?:D[ÍI]A\s+)?(\d{1,2}|PRIMERO)[°º]?\.?\s*(?:DE\s+)?([A-ZÉa-zé]+)\s*,?\s*(?:DEL?\s+)?(\d{4})",
    re.IGNORECASE,
)
_DATE_EN = re.compile(r"(?:JUDGMENT|OC-\d+/\d+,?)\s+OF\s+([A-Z]+)\s+(\d{1,2}),?\s+(\d{4})", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:Redactada|Emitida|Dictada)\b[^.]{0,240}?\b(\d{1,2})\s+de\s+(\w+)\s+de(?:l)?\s+(\d{4})",
    re.MULTILINE | re.DOTALL,
)
_VERSUS = re.compile(r"\svs?(?:\.\s{0,2}|\s)", re.IGNORECASE)
_STAGE = re.compile(r"^\(?(?:EXCEPCI|FONDO|REPARACI|INTERPRETACI|Excepci|Fondo|Reparaci|Interpretaci|COMPETENCIA)")
#: The first chapters of a short judgment stand on its title page: “II COMPETENCIA” is no stage of the case.
_CHAPTER = re.compile(r"[IVX]{1,5}\.?\s+[A-ZÁÉÍÓÚ]")
_OPENING = re.compile(r"En\s+(?:el|los)\s+[Cc]asos?\b|la Corte Interamericana|VISTOS|Estuvieron presentes")
_OPINION = re.compile(
    r"OPINI[ÓO]N\s+CONSULTIVA\s+(OC-?\s?(\d{1,3})\s?/\s?(\d{2,4}))|ADVISORY\s+OPINION\s+(OC-?\s?(\d{1,3})/(\d{2,4}))",
    re.IGNORECASE,
)
_IN_THE_CASE = re.compile(
    r"\bEn\s+(?:el|los)\s+[Cc]asos?\s+(?:de\s+)?(.{3,160}?),\s+la\s+Corte", re.IGNORECASE | re.DOTALL
)
_STEM = re.compile(r"(?:serie[s_ -]?|iacthr-)([ac])[_ -]?0*(\d{1,3})(?!\d)", re.IGNORECASE)
_SERIES = re.compile(r"Serie\s+([AC])\s+N[o°º.]{0,2}\.?\s*(\d{1,3})(?!\d)")


class Title(Struct):
    """A decision's facts, as far as its first page gives them."""

    name: str = ""  #: "Gonzales Lluy y otros", or an opinion's subject
    state: str = ""  #: ISO alpha-3
    state_printed: str = ""
    date: str = ""
    types: tuple[str, ...] = ()
    opinion: str = ""  #: "OC-17/02"
    number: str = ""  #: in its series
    letter: str = "C"

    @property
    def title(self) -> str:
        """As cited: "Caso Gonzales Lluy y otros Vs. Ecuador"."""
        if self.opinion:
            return f"Opinión Consultiva {self.opinion}"
        if not self.name:
            return f"Serie {self.letter} No. {self.number}" if self.number else "Decisión"
        state = states()[self.state].es if self.state else self.state_printed
        versus = f" Vs. {state}" if state else ""
        return f"{'' if self.name.casefold().startswith(('caso', 'asunto')) else 'Caso '}{self.name}{versus}".strip()


def read_title(text: str, first_page: list[str]) -> Title:
    """The facts of the first page; `text` is the beginning of the document."""
    head = [line for line in first_page if line][:FIRST_LINES]
    joined = _SPACE.sub(" ", " ".join(head))
    title = Title(date=_date(joined) or _signed(text), types=_types(head))
    opinion = _OPINION.search(joined[:1500])
    if opinion and not re.search(r"\bVs?\.\s", joined[: opinion.start()]):
        year = opinion[3] or opinion[6]
        title.letter, title.number = "A", (opinion[2] or opinion[5]).lstrip("0")
        title.opinion = f"OC-{title.number}/{year[-2:]}"
        title.types = ("opinion",)
        return title
    printed = _case(head)
    if len(parts := _VERSUS.split(printed)) > 1:
        title.name, title.state_printed = " Vs. ".join(parts[:-1]), parts[-1]
    else:
        title.name = printed
    title.name = _mixed_case(title.name, text)
    title.state = _state(title.state_printed)
    return title


def _state(printed: str) -> str:
    """The State of a name as the Court prints it."""
    if fold(printed) in WITHIN:
        return WITHIN[fold(printed)]
    named = states().named(printed) or states().longest_in(printed)
    return named.id if named else ""


def series_in_file_name(source: Source) -> tuple[str, str]:
    """The series and number a file's name or declared symbol gives: ("C", "298")."""
    declared = _SERIES.search(source.declared.symbol)
    match = declared or _STEM.search(PurePath(source.path).name)
    return (match[1].upper(), match[2]) if match else ("", "")


def series_in_text(text: str, title: Title) -> Counter[str]:
    """The numbers under which the text cites this very decision: its name and date, then "Serie C No. 298"."""
    cited: Counter[str] = Counter()
    if not title.date or not title.name:
        return cited
    year, month, day = title.date.split("-")
    spoken = re.compile(
        rf"\b0?{int(day)}º?\s+de\s+(\w+)\s+del?\s+{year}\W{{0,4}}\s*Serie\s+C\s+N[o°º.]{{0,2}}\.?\s*(\d{{1,3}})(?!\d)"
    )
    name = fold(title.name)[-25:]
    for match in spoken.finditer(text):
        before = text[max(0, match.start() - 400) : match.start()]
        if MONTHS.get(fold(match[1])) == int(month) and name in fold(before):
            cited[match[2]] += 1
    return cited


def _date(text: str) -> str:
    if match := _DATE_EN.search(text):
        day, month, year = match[2], match[1], match[3]
    elif match := _DATE.search(text):
        day, month, year = match[1], match[2], match[3]
    else:
        return ""
    number = MONTHS.get(fold(month))
    days = 1 if day.casefold() == "primero" else int(day)
    return f"{year}-{number:02}-{days:02}" if number and 0 < days <= 31 else ""


def _signed(text: str) -> str:
    """The date of the closing formula, where the title has none: "Redactada … el 20 de noviembre de 2018"."""
    match = _CLOSING.search(text)
    number = MONTHS.get(fold(match[2])) if match else None
    return f"{match[3]}-{number:02}-{int(match[1]):02}" if match and number and 0 < int(match[1]) <= 31 else ""


def _types(head: list[str]) -> tuple[str, ...]:
    """The stages of the case, named on the lines after the date, in parentheses or in capitals."""
    named = ""
    for line in head[:16]:
        if _OPENING.match(line) or (named and _CHAPTER.match(line)):
            break
        if (
            line.startswith("(")
            or named
            or (_STAGE.search(line) and not _DATE.search(line) and not _VERSUS.search(line))
        ):
            named += f" {fold(line)}"
    if not named:
        return ()
    found = [kind for word, kind in STAGES.items() if word in named]
    return ("interpretation",) if "interpretation" in found else tuple(dict.fromkeys(found))


def _case(head: list[str]) -> str:
    """The lines that name the case, as one."""
    taken: list[str] = []
    for line in head[:14]:
        if _OPENING.match(line) or _DATE.match(line) or _STAGE.match(line):
            break
        if not re.match(r"(?:LA )?CORTE INTERAM|DERECHOS HUMANOS$|INTER-AMERICAN COURT", line, re.IGNORECASE):
            taken.append(_MARK.sub("", line).strip())
    return re.sub(r"^(?:Caso|Case of)\s+", "", _SPACE.sub(" ", " ".join(taken)), flags=re.IGNORECASE)


def _mixed_case(name: str, text: str) -> str:
    """The name as the text writes it, where the title has it in capitals."""
    if not name.isupper():
        return name
    match = _IN_THE_CASE.search(text[:HEAD])
    if match:
        spoken = _VERSUS.split(_SPACE.sub(" ", match[1]))[0].strip()
        missing = fold(name).removesuffix(fold(spoken))
        if len(missing) < 8 and fold(name).endswith(fold(spoken)):
            return name[: len(missing)].lower() + spoken
    pattern = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
    found = next((spoken[0] for spoken in pattern.finditer(text) if not spoken[0].isupper()), "")
    return _SPACE.sub(" ", found) if found else _in_title_case(name)


def _in_title_case(name: str) -> str:
    """Capitals as Spanish writes names: "NOGUERA Y OTRA" is "Noguera y otra"."""
    words = [word.lower() if word.lower() in SMALL else word.capitalize() for word in name.split()]
    return " ".join([words[0].capitalize(), *words[1:]])
