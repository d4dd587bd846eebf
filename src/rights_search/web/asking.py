"""From an address to a query: whatever stands in it, the page comes, and says what it could not apply."""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct
from werkzeug.datastructures import MultiDict

from rights_search.model import PassageKind, SearchQuery, Sort, SourceKind
from rights_search.vocabulary import Register, bodies, goal_of, groups, states
from rights_search.web.languages import current
from rights_search.web.links import FILTERS, filter_name
from rights_search.web.messages import gettext
from rights_search.web.words import quoted

#: More values of one filter than anybody asks for.
MOST_VALUES = 20
YEARS = range(1000, 2200)
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
#: A document, or a place in one: `achr#8.1`, `iacthr-c-298#para_173`.
CITED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:#[a-z0-9]+(?:[._-]+[a-z0-9]+)*)?")


class Asked(Struct, frozen=True):
    """A query as it was read from an address, with what was left out of it and why, in words."""

    query: SearchQuery
    remarks: tuple[str, ...] = ()


def read(arguments: "MultiDict[str, str]", register: Register) -> Asked:
    """The query of an address. What cannot be is left out and said."""
    remarks: list[str] = []
    values = {
        field: tuple(_known(name, arguments.getlist(name), _test(name, register), remarks))
        for name, field in FILTERS.items()
    }
    first, last = (_year(arguments, name, remarks) for name in ("from", "to"))
    if first and last and first > last:
        first, last = last, first
        remarks.append(gettext("The first year was after the last: they were exchanged."))
    query = SearchQuery(
        text=arguments.get("q", "").strip(),
        year_from=first,
        year_to=last,
        sort=_sort(arguments, remarks),
        page=_page(arguments, remarks),
        reader=current(),
        **values,  # type: ignore[arg-type]
    )
    return Asked(query, tuple(remarks))


def _test(name: str, register: Register) -> Callable[[str], bool]:
    tests: dict[str, Callable[[str], bool]] = {
        "right": lambda value: value in register,
        "source": lambda value: value in set(SourceKind),
        "body": lambda value: value in bodies(),
        "state": lambda value: value in states(),
        "kind": lambda value: value in set(PassageKind),
        "lang": lambda value: len(value) == 2 and set(value) <= LETTERS,
        "document": lambda value: len(value) <= 120 and value.replace("-", "").isalnum() and value.isascii(),
        "group": lambda value: value in groups(),
        "goal": lambda value: goal_of(value) is not None,
        "cites": lambda value: len(value) <= 160 and bool(CITED.fullmatch(value)),
    }
    return tests[name]


def _known(name: str, given: list[str], known: Callable[[str], bool], remarks: list[str]) -> Iterable[str]:
    values = dict.fromkeys(value.strip() for value in given if value.strip())
    for value in list(values)[:MOST_VALUES]:
        wanted = value.upper() if name == "state" else value.lower()
        if known(wanted):
            yield wanted
        else:
            remarks.append(
                gettext("Not applied: %(filter)s %(value)s, which is not in the list.",
                        filter=filter_name(name).lower(), value=quoted(value[:60]))
            )  # fmt: skip
    if len(values) > MOST_VALUES:
        remarks.append(
            gettext("Only the first %(count)s values of a filter are applied: %(filter)s.",
                    count=MOST_VALUES, filter=filter_name(name).lower())
        )  # fmt: skip


def _year(arguments: "MultiDict[str, str]", name: str, remarks: list[str]) -> int | None:
    given = arguments.get(name, "").strip()
    if not given:
        return None
    if given.isascii() and given.isdigit() and len(given) == 4 and int(given) in YEARS:
        return int(given)
    remarks.append(gettext("Not applied: %(value)s is not a year of four digits.", value=quoted(given[:60])))
    return None


def _page(arguments: "MultiDict[str, str]", remarks: list[str]) -> int:
    given = arguments.get("page", "").strip()
    if not given or (given.isascii() and given.isdigit() and len(given) < 7 and int(given) > 0):
        return int(given or 1)
    remarks.append(gettext("There is no page %(value)s: this is the first.", value=quoted(given[:60])))
    return 1


def _sort(arguments: "MultiDict[str, str]", remarks: list[str]) -> Sort:
    given = arguments.get("sort", "").strip()
    if not given:
        return Sort.RELEVANCE
    try:
        return Sort(given.lower())
    except ValueError:
        remarks.append(gettext("Not applied: there is no order %(value)s.", value=quoted(given[:60])))
        return Sort.RELEVANCE
