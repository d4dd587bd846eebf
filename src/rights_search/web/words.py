"""Numbers, dates, names and lists as the reader's language writes them."""

import datetime
import re

from babel.dates import format_date
from markupsafe import Markup

from rights_search.vocabulary import bodies, groups, instruments, states
from rights_search.web.languages import current
from rights_search.web.messages import gettext, ngettext
from rights_search.web.places import short_place

#: A narrow no-break space groups thousands in both languages.
GROUP = "\u202f"
_CONTRACTED = re.compile(r"\b(a|de|A|De) el (?=[A-ZÁÉÍÓÚÑ])")
_PATTERNS = {
    "es": {10: "d 'de' MMMM 'de' y", 7: "MMMM 'de' y"},
    "en": {10: "d MMMM y", 7: "MMMM y"},
}


def number(value: int) -> str:
    """A count: 13 870."""
    return f"{value:,}".replace(",", GROUP)


def date(value: str) -> str:
    """An ISO date as precise as it is: 1 de septiembre de 2015, julio de 2016, 2016."""
    pattern = _PATTERNS[current()].get(len(value))
    try:
        day = datetime.date.fromisoformat(value + "-01" * ((10 - len(value)) // 3))
    except ValueError:
        return value
    return format_date(day, pattern, locale=current()) if pattern else value


def quoted(text: str) -> str:
    """The text in the reader's quotation marks."""
    return f"«{text}»" if current() == "es" else f"“{text}”"


def listed(items: list[str]) -> str:
    """a, b and c."""
    if len(items) < 2:
        return "".join(items)
    last = items[-1]
    if current() == "en":
        return f"{', '.join(items[:-1])} and {last}"
    word = "e" if re.match(r"h?i(?!e)", last, re.IGNORECASE) else "y"
    return f"{', '.join(items[:-1])} {word} {last}"


def contracted(text: str) -> str:
    """Spanish contractions before a State's name: “a el Ecuador” is “al Ecuador”."""
    joined = _CONTRACTED.sub(lambda found: {"a": "al ", "de": "del ", "A": "Al ", "De": "Del "}[found[1]], text)
    return Markup(joined) if isinstance(text, Markup) else joined  # noqa: S704  it was markup before


def passages(count: int) -> str:
    """46 passages."""
    return ngettext("%(count)s passage", "%(count)s passages", count, count=number(count))


def documents(count: int) -> str:
    """24 documents."""
    return ngettext("%(count)s document", "%(count)s documents", count, count=number(count))


def passages_in_documents(count: int, of: int) -> str:
    """46 passages in 24 documents."""
    return gettext("%(passages)s in %(documents)s", passages=passages(count), documents=documents(of))


def state_name(iso3: str) -> str:
    """A State's name, or its code where the table does not know it."""
    known = states().get(iso3)
    return known.title(current()) if known else iso3


def body_name(id_: str) -> str:
    """A body's full name."""
    known = bodies().get(id_)
    return known.title(current()) if known else id_


def body_short(id_: str) -> str:
    """A body as lawyers write it: CESCR, Corte IDH; a mandate holder by the full name."""
    known = bodies().get(id_)
    if known is None:
        return id_
    if id_ == "iacthr":
        return gettext("I/A Court H.R.")
    if known.mechanism == "treaty-body" or id_ == "mesecvi":
        return id_.upper()
    return known.title(current())


def body_caption(body: str) -> str:
    """A body's full name with its short one: Human Rights Committee (CCPR)."""
    short = body_short(body) if body else ""
    return f"{body_name(body)} ({short})" if short != body_name(body) else body_name(body)


def group_name(id_: str) -> str:
    """What a group is called: Pueblos indígenas."""
    known = groups().get(id_)
    return known.title(current()) if known else id_


def instrument_short(id_: str) -> str:
    """An instrument as lawyers write it: CADH, Protocolo de San Salvador."""
    known = instruments().get(id_)
    if known is None:
        return id_
    if known.acronyms:
        english = id_.upper() if id_.upper() in known.acronyms else known.acronyms[0]
        return known.acronyms[0] if current() == "es" else english
    named = [name for name in known.names if _speaks(name) == current()]
    return min((*named, known.title(current())), key=len)


def _speaks(name: str) -> str:
    """Which of our two languages a short name is in, by its little words."""
    return "en" if re.search(r"\b(of|on|the|to|Convention|Declaration|Protocol|Statute)\b", name) else "es"


def provision(id_: str) -> str:
    """`achr#8.1` as lawyers write it: art. 8.1 CADH."""
    instrument, _, number_ = id_.partition("#")
    if not number_:
        return instrument_short(instrument)
    if not number_[:1].isdigit():
        return f"{short_place(number_)} {instrument_short(instrument)}"
    return gettext("art. %(number)s %(instrument)s", number=number_, instrument=instrument_short(instrument))


def provisions(ids: list[str]) -> list[str]:
    """Provisions, a phrase for each instrument: arts. 4, 12–20 Third Geneva Convention."""
    by_instrument: dict[str, list[str]] = {}
    for id_ in ids:
        by_instrument.setdefault(id_.partition("#")[0], []).append(id_)
    return [_together(of_one) for of_one in by_instrument.values()]


def _together(ids: list[str]) -> str:
    if len(ids) == 1:
        return provision(ids[0])
    numbers = sorted((id_.partition("#")[2] for id_ in ids), key=_in_order)
    runs: list[list[str]] = []
    for place in numbers:
        if runs and place.isdigit() and runs[-1][-1].isdigit() and int(place) == int(runs[-1][-1]) + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs]
    instrument = instrument_short(ids[0].partition("#")[0])
    return gettext("arts. %(numbers)s %(instrument)s", numbers=", ".join(shown), instrument=instrument)


def _in_order(place: str) -> tuple[int, str]:
    digits = re.match(r"\d*", place)
    return (int(digits[0] or 0) if digits else 0, place)
