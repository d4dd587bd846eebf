"""The laws a text names: treaties, “the Convention”, constitutions, and laws that are no treaty at all."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from rights_search.citations.another_name import begins_another_name, goes_on, is_of_another_name
from rights_search.citations.constitutions import constitution_of, states_in
from rights_search.citations.context import TO_ALL, Context
from rights_search.citations.families import FAMILY, family_in, family_of
from rights_search.citations.folding import plain
from rights_search.citations.geneva import of_geneva
from rights_search.citations.memory import Memory
from rights_search.citations.spaces import compiled
from rights_search.citations.subjects import named_by_subject, with_front
from rights_search.citations.usage import ACRONYMS, ALSO, CONSTITUTIONS
from rights_search.citations.watching import watched_by
from rights_search.citations.words import key, pattern, tree_of
from rights_search.model import SourceKind
from rights_search.vocabulary import instruments

#: The treaty a protocol adds to, where its id does not say it (`iccpr-op1` adds to `iccpr`).
PARENTS = {
    "opcat": "cat",
    "san-salvador": "achr",
    "refugee-protocol-1967": "refugee-1951",
    "european-social-charter-ap": "european-social-charter",
}
DOMESTIC = (
    "proyecto de articulos|draft articles"
    "|codigos?|ley(?:es)?|decretos?|reglamentos?|resolucion(?:es)?|ordenanzas?|acuerdo ministerial|estatutos?|codes?"
    # … but the European Court's own Rules, which stand beside the Convention: “Article 26 § 4 and Rule 24 of the …”
    r"|acts?|laws?|decrees?|regulations?|rules(?!\s+of\s+court)|statutes?|bills?|ordinances?|lei|loi"
)
#: “Laws restricting …” at the beginning of a sentence is written with a capital, too.
BEGINS = compiled(r"[.:;?!”\"]\s{1,2}$|\n$")
#: “Igualdad ante la Ley” is a right, and no law.
BEFORE_THE = compiled(r"(?<!\w)(?:ante\s+la|before\s+the|perante\s+a)\s+$")
#: … and “international human rights law” a branch of it.
BRANCH = compiled(
    r"(?<!\w)(?:rights|humanitarian|international|criminal|customary|refugee|public|private|labou?r|common|civil|islamic)\s+$"
)
EVERYDAY = compiled(r"\s+(?!(?:de|del|sobre|contra|para|of|on|against|for|n|no|núm|nº)\b)[a-záéíóú]{2,}")
#: Everyday words besides: they name a law only where they can be resolved.
VAGUE = compiled("acuerdo|agreement|carta|charter?|declaracion|declaration|declaracao")
#: The one protocol “the Optional Protocol” can mean to a body …
PROTOCOL = {"achr": "san-salvador", "icescr": "icescr-op", "cedaw": "cedaw-op", "crpd": "crpd-op", "cat": "opcat"}
#: … and, where its treaty has several, the one that allows communications, in a communication.
ON_COMMUNICATIONS = {"iccpr": "iccpr-op1", "crc": "crc-opic"}
#: Two treaties are called so …
VIENNA = frozenset({key("convencion de viena"), key("convenio de viena"), key("vienna convention")})
TORTURE = key("convencion contra la tortura")
#: “El TEDH”, “the European Court”.
EUROPE = compiled(r"(?<!\w)(?:tedh|europe[oa]?|european|echr)(?!\w)")
#: … of which one is about consuls.
CONSULAR = compiled(r"(?<!\w)consul(?:es|ar(?:es)?|s|ate|ado)?(?!\w)")
#: “el presente Estatuto”, in its own words.
THIS = compiled(r"(?<!\w)(?:presente|present|this|este)\s$")
DEMONSTRATIVE = compiled(
    r"(?<!\w)(?:(est[ae]|this)|es[ae]|dich[oa]|(?:mism|mencionad|citad|referid|aludid)[oa]|that|said|same)\s+$"
)
TO_A_TREATY = compiled(r"\s+(?:to\s+the|a\s+la|al|de\s+la|del|of\s+the)\s+")
BARE_CONSTITUTION = compiled(r"(?<!\w)(?:of\s+the|de\s+la|the|la)\s+(?:constitution|constitucion)$")
#: “la Convención de 1994”.
OF_A_YEAR = re.compile(r"\s(?:de|of)\s((?:19|20)\d\d)(?!\d)")
#: How far before “the Covenant” the committee may be named that speaks of it.
SPEAKS = 400


class Mention(Struct, frozen=True):
    """A law named at `text[start:end]`; `instrument` is empty for one that is no instrument we know."""

    start: int
    end: int
    instrument: str
    domestic: bool = False
    generic: bool = False  #: “the Convention”: which one, the text has to say


class Mentions:
    """The laws a text names, in order."""

    def __init__(self, found: list[Mention]) -> None:
        """Keep them, to be asked by place."""
        self.found = found
        self._starts = [mention.start for mention in found]

    def at(self, start: int) -> Mention | None:
        """The one that begins here."""
        place = bisect_left(self._starts, start)
        return self.found[place] if place < len(self.found) and self._starts[place] == start else None

    def before(self, end: int) -> Mention | None:
        """The last one that begins before here."""
        place = bisect_left(self._starts, end)
        return self.found[place - 1] if place else None

    def between(self, start: int, end: int) -> list[Mention]:
        """Those that begin within these bounds."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


@cache
def _names() -> dict[str, str]:
    table: dict[str, str] = {}
    for id_, row in instruments().items():
        for name in row.all_names:
            table.setdefault(key(plain(name)), id_)
            if numbered := NUMBERED_TITLE.match(name):  # “Forced Labour Convention, 1930 (No. 29)” without its number
                table.setdefault(key(plain(numbered[1])), id_)
    for name, id_ in (ALSO | ACRONYMS).items():
        table.setdefault(key(plain(name)), id_)
    together = {name.replace("inter american", "interamerican"): id_ for name, id_ in table.items()}
    return together | table


@cache
def _acronyms() -> frozenset[str]:
    known = (acronym for row in instruments().values() for acronym in row.acronyms)
    return frozenset(plain(acronym) for acronym in (*known, *ACRONYMS))


@cache
def _pattern() -> re.Pattern[str]:
    families = "|".join(sorted(FAMILY, key=len, reverse=True))
    return compiled(
        rf"(?<![\w/-])(?=[a-z]|19)(?:(?P<name>{pattern(tree_of(_names()))})"
        r"|(?P<ilo>(?:convenio|convention)s?\s+(?:de la oit\s+)?"
        r"(?:n[uo]m(?:ero)?\.?|n\.?\s?[oº°]\.?|no\.|number)?\s?\d{1,3})"
        # its title, which has many wordings, year and number: “Convenio sobre …, 2011 (núm. 189)”
        r"|(?P<ilo_title>(?:convenio|convention)(?:(?!conven)[^.;()\n]){0,110},?\s(?:19|20)\d\d\s?"
        r"\((?:n[uo]m\.?|no\.)\s?\d{1,3})"
        # a numbered protocol to the treaty that the document is about: “Protocol No. 4 to the Convention”
        r"|(?P<numbered>protocol(?:o|e)?\s+(?:n[uo]m(?:ero)?\.?|n\.?\s?[oº°]\.?|no\.|number)?\s?\d{1,2}(?!\d)"
        r"(?:\s+(?:to\s+the|al|a\s+la)\s+(?:european\s+)?(?:convention|convenio|convencion)(?:\s+europe[oa])?)?)"
        # … which is no family's: the title of article 15 of the Protocol of San Salvador
        r"|(?P<constitution>(?:constituci[oó]n|constitution|constituicao|(?<=[\d)]\s)constitucional(?:es)?)"
        r"(?!\s+(?:(?:y|and)\s+(?:la\s+)?protec\w+\s+)?(?:de|of)\s+(?:la\s+|una\s+|the\s+|a\s+)?famil))"
        rf"|(?P<initials>{'|'.join(CONSTITUTIONS)})"
        rf"|(?P<generic>(?:optional\s+)?(?:{families})(?:\s+facultativo)?|international\s+covenant)"
        # a name ends as a word does, or where the number of a note is fused to it
        rf"|(?P<domestic>{DOMESTIC}))(?:(?![\w/-])|(?<=[a-z]{{4}})(?=\d{{1,3}}(?!\w)))"
    )


def mentions(text: str, folded: str, context: Context, memory: Memory) -> Mentions:
    """Every law the text names, which the memory learns; `folded` is `plain(text)`."""
    return Mentions(list(_mentions(text, folded, context, memory)))


def _mentions(text: str, folded: str, context: Context, memory: Memory) -> Iterator[Mention]:
    before: dict[str, str] = {}  # the treaty of each family that the text named last
    for mention in _each_mention(text, folded, context, before, memory):
        if mention.instrument in instruments():
            family = family_of(mention.instrument)
            before[family] = mention.instrument
            if not mention.generic:
                memory.name(family, mention.instrument)
        elif not mention.generic and not mention.domestic:
            before[family_in(folded[mention.start : mention.end])] = ""  # a treaty that is none of ours
        yield mention


def _each_mention(
    text: str, folded: str, context: Context, before: dict[str, str], memory: Memory
) -> Iterator[Mention]:
    for found in _pattern().finditer(folded):
        start, end = found.span()
        if found.lastgroup == "name":
            if (name := key(found[0])) not in _acronyms() or text[start:end].isupper():
                meant = _vienna(name, folded) or _torture(name, context, memory) or _names()[name]
                yield Mention(
                    with_front(folded, start),
                    end,
                    "" if goes_on(text, folded, end) and not folded[end - 1].isdigit() else meant,
                )
        elif found.lastgroup in ("ilo", "ilo_title"):
            number = f"ilo-{_DIGITS.findall(found[0])[-1]}"
            yield Mention(start, end, number if number in instruments() else "")
        elif found.lastgroup == "numbered":
            yield Mention(start, end, _numbered_protocol(found[0], folded, context))
        elif found.lastgroup == "constitution":
            first, last, meant = constitution_of(folded, start, end, context)
            if context.kind in TO_ALL:
                meant = meant or _constitution_again(folded, first, last, memory)
                memory.constitution = meant or memory.constitution
            yield Mention(first, last, meant, domestic=True)
        elif found.lastgroup == "initials":
            if text[start:end].isupper() and CONSTITUTIONS[found[0]] == context.constitution:
                yield Mention(start, end, context.constitution, domestic=True)
        elif found.lastgroup == "domestic":
            # “the law”, “las resoluciones” are everyday words; a law that has articles is written with a capital.
            begins = BEGINS.search(text, max(0, start - 3), start) or not start
            everyday = (begins and EVERYDAY.match(text, end)) or BEFORE_THE.search(folded, max(0, start - 12), start)
            branch = found[0] == "law" and BRANCH.search(folded, max(0, start - 16), start)
            if (text[start].isupper() and not everyday and not branch) or found[0] in ("codigo", "code"):
                own = context.kind == SourceKind.TREATY and THIS.search(folded, max(0, start - 10), start)
                yield Mention(start, end, context.instrument if own else "", domestic=not own)
        elif one := of_geneva(folded, start, end):
            yield Mention(*one)
        elif subject := named_by_subject(folded, start, end):
            yield Mention(*subject)
        elif (meant := _meant(text, folded, start, end, context, before, memory)) or not VAGUE.match(found[0]):
            generic = bool(meant) or not is_of_another_name(text, folded, start, end)
            yield Mention(start, end, meant, generic=generic)
        elif begins_another_name(text, start):
            yield Mention(start, end, "")


def _constitution_again(folded: str, start: int, end: int, memory: Memory) -> str:
    """“The Constitution” in a chapter on a State, where the paragraph names none and calls it by nothing else."""
    alone = BARE_CONSTITUTION.search(folded, max(0, start - 20), end)
    return memory.constitution if alone and not states_in(folded) else ""


def _torture(name: str, context: Context, memory: Memory) -> str:
    """“La Convención contra la Tortura” of a judgment that named the Inter-American one, and not that of the UN."""
    named = memory.named.get("convention", Counter())
    inter_american = context.instrument == "achr" and named["ia-torture"] and not named["cat"]
    return "ia-torture" if name == TORTURE and inter_american else ""


def _numbered_protocol(name: str, folded: str, context: Context) -> str:
    """“Protocol No. 4”: to the European Convention where a text speaks of Europe, else to the document's own treaty."""
    number = _DIGITS.findall(name)[0]
    treaties = ("echr",) if "europe" in name else (context.instrument, *(("echr",) if EUROPE.search(folded) else ()))
    protocols = (f"{treaty}-p{number}" for treaty in treaties)
    return next((protocol for protocol in protocols if protocol in instruments()), "")


def _vienna(name: str, folded: str) -> str:
    """“Convención de Viena” alone is that on treaties, or that on consular relations where a text speaks of consuls."""
    return "vienna-consular" if name in VIENNA and CONSULAR.search(folded) else ""


def _meant(
    text: str, folded: str, start: int, end: int, context: Context, before: dict[str, str], memory: Memory
) -> str:
    """Which treaty “the Convention” is here, if any: the document's own, or the one that the text named last."""
    family = family_in(folded[start:end])
    if is_of_another_name(text, folded, start, end):
        return ""
    if family == "protocol" and (parent := _named_behind(folded, end)):
        return next((one for one in instruments() if family_of(one) == family and parent_of(one) == parent), "")
    if year := OF_A_YEAR.match(text, end):
        return _of_the_year(year[1], family, context.instrument, memory)
    protocols = PROTOCOL | ON_COMMUNICATIONS if context.kind == SourceKind.COMMUNICATION else PROTOCOL
    own = context.instrument
    if context.kind == SourceKind.SPECIAL_PROCEDURE and family in before:
        return before[family]  # a mandate has a subject, and no treaty of its own
    named = before.get(family, "")
    points = DEMONSTRATIVE.search(folded, max(0, start - 14), start)
    itself = points and points[1] and context.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION)
    if family in before and named != own and points and not itself:
        return named  # “esta Convención”, behind another's name; in a treaty's own words “this Convention” is itself
    for candidate in (own, parent_of(own), protocols.get(own, "")):
        if candidate in instruments() and family == family_of(candidate):
            return candidate
    if family in before:
        return before[family] or _watched(family, folded, start)
    if family == "protocol" and own in ON_COMMUNICATIONS and context.kind == SourceKind.GENERAL_COMMENT:
        return ON_COMMUNICATIONS[own]
    # “la Carta” of the Inter-American Court is that of its organization, “la carta” is mail.
    charter = text[start].isupper() and family == "charter" and own == "achr"
    return (
        _parent_in(family, before)
        or _watched(family, folded, start)
        or _remembered(family, context, memory)
        or ("oas-charter" if charter else "")
    )


def _named_behind(folded: str, end: int) -> str:
    """The treaty by whose name a protocol is called: “the Protocol to the African Charter on …”."""
    to = TO_A_TREATY.match(folded, end)
    found = _pattern().match(folded, to.end()) if to else None
    return _names()[key(found[0])] if found and found.lastgroup == "name" else ""


def _parent_in(family: str, before: dict[str, str]) -> str:
    """The treaty that a protocol named before adds to: “the Optional Protocol … article 22 of the Convention”."""
    parent = parent_of(before.get("protocol", ""))
    return parent if parent in instruments() and family_of(parent) == family else ""


def _watched(family: str, folded: str, start: int) -> str:
    """The treaty of the committee that speaks: “the Human Rights Committee … article 14 of the Covenant”."""
    watched = watched_by(folded, max(0, start - SPEAKS), start)
    return watched if watched and family_of(watched) == family else ""


def _remembered(family: str, context: Context, memory: Memory) -> str:
    """What the document mostly means by the noun; a mandate speaks of many declarations, most of them none of ours."""
    own_words = context.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION)
    unsure = family == "declaration" and context.kind == SourceKind.SPECIAL_PROCEDURE
    if own_words or unsure:
        return ""
    return memory.recent.get(family, "") if context.kind == SourceKind.SPECIAL_PROCEDURE else memory.usual(family)


def _of_the_year(year: str, family: str, own: str, memory: Memory) -> str:
    """“La Convención de 1994”: the document's own if it is of the year, else the one of it that it names most."""
    if own in instruments() and instruments()[own].adopted.startswith(year) and family_of(own) == family:
        return own
    named = memory.named.get(family, Counter()).most_common()
    return next((treaty for treaty, _ in named if instruments()[treaty].adopted.startswith(year)), "")


def parent_of(instrument: str) -> str:
    """The treaty a protocol adds to: `iccpr` for `iccpr-op1`."""
    return PARENTS.get(instrument) or instrument.partition("-")[0]


def provision_id(instrument: str, path: tuple[str, ...]) -> str:
    """The provision's id; none for an article the instrument does not have."""
    if not instrument or path[0] == "0" or not (path[0].isdigit() or len(path[0]) == 1):  # “article M” of the Charter
        return ""
    known = instruments().get(instrument)
    if known and known.articles and path[0].isdigit() and int(path[0]) > known.articles:
        return ""
    return f"{instrument}#{'.'.join(path)}"


NUMBERED_TITLE = re.compile(r"^(.{12,160}, \d{4}) \((?:núm|No)\. \d{1,3}\)$")
_DIGITS = compiled(r"\d+")
