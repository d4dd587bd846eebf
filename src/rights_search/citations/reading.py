"""One text while its articles are read: its words, the laws it names, where its sentences begin, what was found."""

from bisect import bisect_right

from rights_search.citations.context import Context
from rights_search.citations.instruments import Mention, Mentions, mentions
from rights_search.citations.loose_parts import Found
from rights_search.citations.memory import Memory
from rights_search.citations.phrases import FAR, SENTENCE


class Reading:
    """What is known of a text, and what has been found in it so far."""

    def __init__(self, text: str, folded: str, context: Context, memory: Memory) -> None:
        """Find the laws and the sentences; `folded` is `plain(text)`."""
        self.text = text
        self.folded = folded
        self.context = context
        self.memory = memory
        self.laws: Mentions = mentions(text, folded, context, memory)
        self.sentences = [0, *(found.end() for found in SENTENCE.finditer(text)), len(text) + 1]
        self.found: list[Found] = []
        self.quoted: Mention | None = None  #: the law whose words were quoted last …
        self.quoted_at = -1  #: … and where its bracket stands
        self.cited: dict[str, str] = {}  #: the law of each article that was cited with one, by its number

    def sentence(self, at: int) -> int:
        """Where the sentence of a place begins."""
        return self.sentences[bisect_right(self.sentences, at) - 1]

    def near(self, at: int) -> int:
        """Where what the sentence of a place says begins to count: sentences are short, hostile ones are not.

        What a colon announces is said by whoever announces it: “the Protocol knows these rights: Work (art. 6) …”.
        """
        begins = self.sentence(at)
        if self.text[max(0, begins - 3) : begins].rstrip().endswith(":"):
            begins = self.sentence(begins - 1)
        return max(begins, at - FAR)

    def sentence_end(self, at: int) -> int:
        """Where the sentence of a place ends."""
        return self.sentences[bisect_right(self.sentences, at)]

    def is_foreign(self, start: int) -> bool:
        """Whether the article at a place is named in another language than the text's."""
        return self.context.language == "es" and self.folded.startswith("article ", start)

    def remember(self, article: str, instrument: str) -> None:
        """Note the law that an article was cited with."""
        self.cited[article] = instrument
        self.memory.cite(article, instrument)
