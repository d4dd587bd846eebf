"""What a document's earlier passages named: “article 1 of the Convention against Torture”, and then “article 1”."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from rights_search.model import Citation, CitationKind

#: A comment is on one article where that many of its citations of the treaty are of it, and so large a share; a text is
#: about a treaty where it cites that many articles of it, and more than of all others.
OFTEN = 3
SHARE = 0.4
#: … or a smaller one, where no other article is cited nearly as often.
CLEAR_SHARE = 0.3
CLEARLY = 1.8
#: An article is known for another law's where that many citations of it name that.
TWICE = 2
MOSTLY = 0.8
HARDLY = 0.05


class Memory(Struct):
    """What the passages read so far named; whoever reads a document in order hands on one memory."""

    named: dict[str, Counter[str]] = {}  #: how often each treaty of a family (“covenant”) was named by its name
    last: str = ""  #: the treaty that was meant last, by whatever words
    last_named: str = ""  #: … and by its name
    recent: dict[str, str] = {}  #: the treaty of a family that was named last
    constitution: str = ""  #: the constitution that a text which speaks to all cited last
    cited: dict[str, str] = {}  #: the treaty that each article was last cited with, by its number
    #: how often each article was cited with a law that stood beside it, "" for others
    laws: dict[str, Counter[str]] = {}
    #: the law that the note before cites last, "" for another source: what “ibid.” means; None in a text
    note_before: str | None = None
    named_last: str = ""  #: the treaty that the note named last

    def cite(self, article: str, instrument: str) -> None:
        """Note the law that an article was cited with, "" for one that is no instrument we know."""
        self.laws.setdefault(article, Counter())[instrument] += 1
        if instrument:
            self.cited[article] = instrument

    def mostly(self, article: str, instrument: str) -> bool:
        """Whether the document cites the article with this law, twice at least and more than with all others."""
        laws = self.laws.get(article, Counter())
        return laws[instrument] >= TWICE and 2 * laws[instrument] > laws.total()

    def is_about(self, instrument: str) -> bool:
        """Whether the document meant this treaty last, and cites more articles of it than of all others."""
        total = sum(laws.total() for laws in self.laws.values())
        own = sum(laws[instrument] for laws in self.laws.values())
        return self.last == instrument and own >= OFTEN and 2 * own > total

    def end_note(self, text: str, cites: Iterable[Citation]) -> None:
        """Note what “ibid.” means in the next one; one that begins with it itself has the same source."""
        laws = [cite.target.partition("#")[0] for cite in cites if cite.kind is CitationKind.PROVISION]
        if laws or self.named_last or not text.lower().startswith("ib"):
            self.note_before = laws[-1] if laws else self.named_last
        self.named_last = ""

    def another(self, article: str, own: str) -> str | None:
        """The law that the document mostly cites the article with, and hardly ever its own; None without one."""
        laws = self.laws.get(article, Counter())
        law, most = next(iter(laws.most_common(1)), ("", 0))
        never = laws[own] <= HARDLY * most
        return law if never and most >= max(TWICE, MOSTLY * laws.total()) else None

    def name(self, family: str, instrument: str) -> None:
        """Count a treaty that was named."""
        self.named_last = self.last_named = instrument
        self.recent[family] = instrument
        self.named.setdefault(family, Counter())[instrument] += 1

    def usual(self, family: str) -> str:
        """The treaty of this family that the document names most; "" where it named none."""
        return next((instrument for instrument, _ in self.named.get(family, Counter()).most_common(1)), "")


def commented(cites: Iterable[Citation], instrument: str) -> str:
    """The article that a general comment is on: the one of its treaty that it cites most; "" where it is on several."""
    places = (cite.target.partition("#") for cite in cites if cite.target.startswith(f"{instrument}#"))
    articles = Counter(place.partition(".")[0] for _, _, place in places)
    total = sum(articles.values())
    (article, most), (_, next_most) = [*articles.most_common(2), ("", 0), ("", 0)][:2]
    share = CLEAR_SHARE if most >= CLEARLY * next_most else SHARE
    return article if most >= max(OFTEN, share * total) else ""
