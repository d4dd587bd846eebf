"""From a provision to the rights the register links with it."""

from collections import defaultdict

from msgspec import Struct

from rights_search.vocabulary import Register


class Link(Struct, frozen=True):
    """A right linked with a provision that was asked for, by a provision of the register."""

    right: str
    provision: str  #: as the register has it: `achr#8`
    leading: bool  #: the provision is about this right; otherwise it only bears on it


class Concordance:
    """The register's provisions, by article."""

    def __init__(self, register: Register) -> None:
        """Index every provision of every right by its article."""
        self._by_article: dict[str, list[Link]] = defaultdict(list)
        self.instruments: set[str] = set()
        for right in register:
            for provision in right.provisions:
                link = Link(right.number, provision, provision in right.leading)
                self._by_article[article_of(provision)].append(link)
                self.instruments.add(provision.partition("#")[0])

    def links(self, provision: str) -> list[Link]:
        """The rights linked with a provision.

        An article's id covers its paragraphs, and a paragraph's id counts for its article; two paragraphs are apart.
        """
        return [link for link in self._by_article.get(article_of(provision), ()) if covers(link.provision, provision)]


def article_of(provision: str) -> str:
    """`achr#8` of `achr#8.2.b`."""
    instrument, _, place = provision.partition("#")
    return f"{instrument}#{place.partition('.')[0]}"


def covers(one: str, other: str) -> bool:
    """Whether one provision holds the other, or the other way round."""
    return one == other or one.startswith(other + ".") or other.startswith(one + ".")


def is_within(provision: str, whole: str) -> bool:
    """Whether a provision is the other or a part of it."""
    return provision == whole or provision.startswith(whole + ".")
