"""Whom a passage concerns: groups by their words, by the body that speaks of them alone, by a right of their own."""

from collections.abc import Iterator

from rights_search.model import Affected, Document, Grade, Passage, Tag, TagBasis
from rights_search.tagging.lexicon import Lexicon, Use
from rights_search.tagging.roles import Role, role_of
from rights_search.tagging.words import LANGUAGES, guess
from rights_search.vocabulary import Register, groups

#: So many words are reason enough.
MOST = 4


class Groups:
    """Finds the groups of passages, for one State's register."""

    def __init__(self, register: Register) -> None:
        """Prepare the words of every group."""
        self._lexicons = {language: Lexicon(groups().values(), language) for language in LANGUAGES}
        self._keys = {right.number: right.key for right in register}

    def of(self, passage: Passage, document: Document, tags: tuple[Tag, ...]) -> tuple[Affected, ...]:
        """The groups a passage concerns, each with its reason; none where it says nothing of substance."""
        text = f"{passage.heading}. {passage.text}" if passage.heading else passage.text
        return self.of_text(text, document.language, document.kind, document.body, tags, passage.path)

    def of_text(
        self, text: str, language: str, kind: str, body: str, tags: tuple[Tag, ...], path: tuple[str, ...] = ()
    ) -> tuple[Affected, ...]:
        """The groups a text concerns, with what is known of it."""
        if role_of(text, kind, path) is not Role.SUBSTANCE:
            return ()
        found: dict[str, Affected] = {}
        for one in (*self._by_words(text, language), *self._by_rights(tags), *_by_body(body)):
            found.setdefault(one.group, one)
        return tuple(found[id_] for id_ in groups() if id_ in found)

    def _by_words(self, text: str, language: str) -> Iterator[Affected]:
        lexicon = self._lexicons.get(language or guess(text))
        words: dict[str, dict[str, None]] = {}
        for hit in lexicon.find(text) if lexicon else ():
            if hit.use is Use.TERM:
                words.setdefault(hit.right, {})[hit.printed] = None
        for group, printed in words.items():
            yield Affected(group, TagBasis.TERM, tuple(printed)[:MOST])

    def _by_rights(self, tags: tuple[Tag, ...]) -> Iterator[Affected]:
        """A passage about a group's own right."""
        own = {key: group.id for group in groups().values() for key in group.rights}
        for tag in tags:
            if tag.grade is Grade.ABOUT and (group := own.get(self._keys.get(tag.right, ""))):
                yield Affected(group, TagBasis.CONCORDANCE, (tag.right,))


def _by_body(body: str) -> Iterator[Affected]:
    for group in groups().values():
        if body in group.bodies:
            yield Affected(group.id, TagBasis.CONTEXT, (body,))
