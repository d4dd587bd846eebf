"""A passage's place in its document in words: article 66, numeral 3; paragraph 12; recommendation 118.12."""

import re

from rights_search.parsers.eids import number_of
from rights_search.web.messages import gettext, pgettext

_REPEATED = re.compile(r"-\d+$")


def parts_of(eid: str, num: str = "") -> list[tuple[str, str]]:
    """(prefix, printed number) pairs: `art_66__num_3` is [("art", "66"), ("num", "3")].

    A repeated number (`para_3-2`, the second paragraph 3) is printed as the document prints it.
    """
    pairs = [(prefix, _printed(number)) for prefix, _, number in (part.partition("_") for part in eid.split("__"))]
    if num and pairs and number_of(eid) != num:
        prefix, number = pairs[-1]
        own = num if len(pairs) == 1 or prefix == "para" else _REPEATED.sub("", eid.rpartition("_")[2])
        pairs[-1] = (prefix, own or number)
    return pairs


def _printed(slug: str) -> str:
    """118-12 is 118.12; what is no number is words."""
    return slug.replace("-", "." if slug[:1].isdigit() else " ")


def place(eid: str, num: str = "") -> str:
    """The place in full, with a capital: “Article 66, numeral 3”."""
    words = ", ".join(_full(prefix, number) for prefix, number in parts_of(eid, num))
    return words[:1].upper() + words[1:]


def place_in_sentence(eid: str, num: str = "") -> str:
    """The place in full, within a sentence: “article 66, numeral 3”."""
    words = place(eid, num)
    return words[:1].lower() + words[1:]


def short_place(eid: str, num: str = "") -> str:
    """The place in a list: art. 66.3, para. 12."""
    pairs = parts_of(eid, num)
    prefix = pairs[0][0] if pairs else ""
    if prefix == "opinion":
        return ", ".join(_full(*pair) for pair in pairs)
    return _short(prefix, ".".join(number for _, number in pairs))


def _full(prefix: str, number: str) -> str:
    match prefix:
        case "art":
            return pgettext("place", "article %(number)s", number=number)
        case "num":
            return pgettext("place", "numeral %(number)s", number=number)
        case "inc":
            return pgettext("place", "subparagraph %(number)s", number=number)
        case "para":
            return pgettext("place", "paragraph %(number)s", number=number)
        case "point":
            return pgettext("place", "letter %(number)s", number=number)
        case "oper":
            return pgettext("place", "operative paragraph %(number)s", number=number)
        case "rec":
            return pgettext("place", "recommendation %(number)s", number=number)
        case "opinion":
            return pgettext("place", "separate opinion %(number)s", number=number)
        case "sec":
            return pgettext("place", "section %(number)s", number=number)
        case "transitional":
            return pgettext("place", "transitional provision %(number)s", number=number)
        case "annex":
            return pgettext("place", "annex %(number)s", number=number)
    return number


def _short(prefix: str, number: str) -> str:
    match prefix:
        case "art":
            return pgettext("place", "art. %(number)s", number=number)
        case "para":
            return pgettext("place", "para. %(number)s", number=number)
        case "oper":
            return pgettext("place", "op. para. %(number)s", number=number)
        case "rec":
            return pgettext("place", "rec. %(number)s", number=number)
    return _full(prefix, number)


def run_of(prefix: str, first: str, last: str) -> str:
    """Several places at once: “Paragraphs 192 to 207”."""
    if first == last:
        words = _full(prefix, first)
        return words[:1].upper() + words[1:]
    names = {
        "art": gettext("Articles %(first)s to %(last)s", first=first, last=last),
        "para": gettext("Paragraphs %(first)s to %(last)s", first=first, last=last),
        "oper": gettext("Operative paragraphs %(first)s to %(last)s", first=first, last=last),
        "rec": gettext("Recommendations %(first)s to %(last)s", first=first, last=last),
    }
    return names.get(prefix) or gettext("%(first)s to %(last)s", first=first, last=last)
