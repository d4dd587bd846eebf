"""The laws a text names: treaties, “the Convention”, constitutions, and laws that are no treaty at all."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from rights_search.citations.another_name import begins_another_name, goes_on, is_of_another_name
from rights_search.citations.constitutions import constitution_of, states_in
from rights_search.citations.context import TO_ALL, Context
from rights_search.citations.families import family_in, family_of
from rights_search.citations.geneva import of_geneva
from rights_search.citations.meant import DIGITS, meant_by, numbered_protocol, protocol_by_its_treaty, torture, vienna
from rights_search.citations.memory import Memory
from rights_search.citations.names import acronyms, names, pattern_of_laws
from rights_search.citations.spaces import compiled
from rights_search.citations.subjects import named_by_subject, with_front
from rights_search.citations.usage import CONSTITUTIONS, INSERTED
from rights_search.citations.words import key
from rights_search.model import SourceKind
from rights_search.vocabulary import instruments

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
VAGUE = compiled("acuerdo|agreement|accord|acordo|carta|charter?|declaracion|declaration|declaracao")
#: “el presente Estatuto”, in its own words.
THIS = compiled(r"(?<!\w)(?:presente|present|this|est[ea])\s$")
#: “The Statute”, in a mandate's paragraph that has named that of Rome not far before.
NAMED_BEFORE = 2000
STATUTE = compiled(r"statute|estatuto")
OF_ANYTHING = compiled(r"\s+(?:del?|of)\s")
STATUTE_OF_ROME = compiled(r"(?<!\w)(?:rome\s+statute|estatuto\s+de\s+roma)(?!\w)")
#: Laws that are written small: “l'article 13 du code pénal”, “de la loi du 3 avril 1955”, “do decreto-lei n.º 4”.
IN_SMALL_LETTERS = compiled(
    r"(?:codigo|code)(?!\w)|(?:lois?|leis?|decret[eo]?s?|decreto-lei|ordonnances?|arretes?|reglements?)\s+(?:organique\s+|federale\s+|constitutionnelle\s+|royal\s+)?"
    r"(?:(?:du|de)\s+\d|n[o.º°]{1,3}\s?\d)"
)
BRAZIL = "brazil-constitution"
#: Brazil's “Carta”, and not “Carta Africana”.
ALONE = re.compile(
    r"(?:\s(?:Federal|Política|Constitucional|(?:Federal\s)?de\s1988))?(?!\w|\s(?:d[aeo]s?\s)?[A-ZÁÉÍÓÚ])"
)
#: In which ways a protocol may be named that goes on with its treaty's name.
PROTOCOLS = ("name", "generic")
OWN_WORDS = (SourceKind.TREATY, SourceKind.CONSTITUTION)
BARE_CONSTITUTION = compiled(r"(?<!\w)(?:of\s+the|de\s+la|the|la)\s+(?:constitution|constitucion)$")


#: An article that a constitution was given later: “61-1” of France, “154a” of Nepal.
INSERTED_LATER = re.compile(r"\d{1,3}(?:-\d|[a-z])")


class Mention(Struct, frozen=True):
    """A law named at `text[start:end]`; `instrument` is empty for one that is no instrument we know."""

    start: int
    end: int
    instrument: str
    domestic: bool = False
    generic: bool = False  #: “the Convention”: which one, the text has to say

    @property
    def is_none_of_ours(self) -> bool:
        """Whether it is a treaty that we do not know: “the Convention on Wetlands”."""
        return not (self.instrument or self.domestic or self.generic)


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


def mentions(text: str, folded: str, context: Context, memory: Memory) -> Mentions:
    """Every law the text names, which the memory learns; `folded` is `plain(text)`."""
    return Mentions(list(_mentions(text, folded, context, memory)))


def _mentions(text: str, folded: str, context: Context, memory: Memory) -> Iterator[Mention]:
    before: dict[str, str] = {}  # the treaty of each family that the text named last
    for mention in _each_mention(text, folded, context, before, memory):
        if mention.instrument in instruments():
            memory.last = mention.instrument
            family = family_of(mention.instrument)
            before[family] = mention.instrument
            if not mention.generic:
                memory.name(family, mention.instrument)
        elif mention.is_none_of_ours:
            before[family_in(folded[mention.start : mention.end])] = ""  # a treaty that is none of ours
        yield mention


def _each_mention(
    text: str, folded: str, context: Context, before: dict[str, str], memory: Memory
) -> Iterator[Mention]:
    upto = 0
    for found in pattern_of_laws().finditer(folded):
        start, end = found.span()
        if start < upto:  # the treaty by whose name a protocol is called
            continue
        protocol = protocol_by_its_treaty(folded, start, end) if found.lastgroup in PROTOCOLS else None
        if found.lastgroup == "name":
            if (name := key(found[0])) not in acronyms() or text[start:end].isupper():
                meant = vienna(name, folded) or torture(name, context, memory) or names()[name]
                another = goes_on(text, folded, end) and not folded[end - 1].isdigit()
                end = upto = protocol[1] if protocol else end  # “Protocol of San Salvador to the American Convention”
                yield Mention(with_front(folded, start), end, "" if another else meant)
        elif found.lastgroup in ("ilo", "ilo_title"):
            number = f"ilo-{DIGITS.findall(found[0])[-1]}"
            yield Mention(start, end, number if number in instruments() else "")
        elif found.lastgroup == "numbered":
            yield Mention(start, end, numbered_protocol(found[0], folded, context))
        elif found.lastgroup == "constitution":
            first, last, meant = constitution_of(folded, start, end, context)
            if THIS.search(folded, max(0, start - 10), start) and context.kind in OWN_WORDS:
                meant = context.instrument
            elif context.kind in TO_ALL:
                meant = meant or _constitution_again(folded, first, last, memory)
                memory.constitution = meant or memory.constitution
            yield Mention(first, last, meant, domestic=True)
        elif found.lastgroup == "initials":
            printed = text[start:end]
            if (printed.isupper() or printed == "Cst") and CONSTITUTIONS[found[0]] == context.constitution:
                yield Mention(start, end + text.startswith(".", end), context.constitution, domestic=True)
        elif found.lastgroup == "domestic":
            # “the law”, “las resoluciones” are everyday words; a law that has articles is written with a capital.
            begins = BEGINS.search(text, max(0, start - 3), start) or not start
            everyday = (begins and EVERYDAY.match(text, end)) or BEFORE_THE.search(folded, max(0, start - 12), start)
            branch = found[0] == "law" and BRANCH.search(folded, max(0, start - 16), start)
            if text[start].isupper() and _is_that_of_rome(folded, start, end, context):
                yield Mention(start, end, "rome-statute", generic=True)
            elif (text[start].isupper() and not everyday and not branch) or IN_SMALL_LETTERS.match(folded, start):
                own = context.kind == SourceKind.TREATY and THIS.search(folded, max(0, start - 10), start)
                yield Mention(start, end, context.instrument if own else "", domestic=not own)
        elif found[0] == "carta" and text[start] == "C" and _is_that_of_brazil(text, end, context):
            yield Mention(start, end, context.constitution, domestic=True)
        elif protocol:
            upto = protocol[1]
            yield Mention(*protocol)
        elif one := of_geneva(folded, start, end, context.instrument):
            yield Mention(*one)
        elif subject := named_by_subject(folded, start, end):
            yield Mention(*subject)
        elif (meant := meant_by(text, folded, start, end, context, before, memory)) or not VAGUE.match(found[0]):
            generic = bool(meant) or not is_of_another_name(text, folded, start, end)
            yield Mention(start, end, meant, generic=generic)
        elif begins_another_name(text, start):
            yield Mention(start, end, "")


def _is_that_of_rome(folded: str, start: int, end: int, context: Context) -> bool:
    """Whether “the Statute” is that of Rome: in a mandate's paragraph that has named it."""
    alone = STATUTE.fullmatch(folded, start, end) and not OF_ANYTHING.match(folded, end)
    mandate = context.kind == SourceKind.SPECIAL_PROCEDURE
    return bool(alone and mandate and STATUTE_OF_ROME.search(folded, max(0, start - NAMED_BEFORE), start))


def _is_that_of_brazil(text: str, end: int, context: Context) -> bool:
    """Whether “a Carta” is Brazil's constitution: in a text of that State, and where no other name goes on."""
    national = context.constitution == BRAZIL and context.language == "pt" and not context.body
    return national and ALONE.match(text, end) is not None


def _constitution_again(folded: str, start: int, end: int, memory: Memory) -> str:
    """“The Constitution” in a chapter on a State, where the paragraph names none and calls it by nothing else."""
    alone = BARE_CONSTITUTION.search(folded, max(0, start - 20), end)
    return memory.constitution if alone and not states_in(folded) else ""


def provision_id(instrument: str, path: tuple[str, ...]) -> str:
    """The provision's id; none for an article the instrument does not have."""
    inserted = path[0] in INSERTED.get(instrument, ()) or (
        instrument.endswith("-constitution") and INSERTED_LATER.fullmatch(path[0])
    )
    if not instrument or path[0] == "0" or not (path[0].isdigit() or len(path[0]) == 1 or inserted):
        return ""  # “article M” of the Charter has one letter
    known = instruments().get(instrument)
    if known and known.articles and path[0].isdigit() and int(path[0]) > known.articles:
        return ""
    return f"{instrument}#{'.'.join(path)}"


def is_divided_so(instrument: str, path: tuple[str, ...]) -> bool:
    """Whether an article can have the paragraph, as far as its paragraphs were counted: article 19 may have no 19.6."""
    known = instruments().get(instrument)
    counted = known.paragraphs if known else ()
    article, *parts = path
    if not (parts and parts[0].isdigit() and article.isdigit() and 0 < int(article) <= len(counted)):
        return True
    return int(parts[0]) <= counted[int(article) - 1]
