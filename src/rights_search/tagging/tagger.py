"""A passage's rights, stage by stage, each with its reason."""

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from rights_search.model import Document, Grade, Passage, SourceKind, Tag, TagBasis
from rights_search.tagging.concordance import Concordance
from rights_search.tagging.decision import decide, totals
from rights_search.tagging.families import Families
from rights_search.tagging.findings import Finding, Subject
from rights_search.tagging.lexicon import lexicons
from rights_search.tagging.provisions import narrowed, of_citations, of_provision, supported
from rights_search.tagging.roles import READ, Role, reparation_in, role_of
from rights_search.tagging.rows import group_rights, without_rows
from rights_search.tagging.setting import Setting, setting_of, weighed
from rights_search.tagging.subject import of_passage, of_text
from rights_search.tagging.terms import weigh
from rights_search.tagging.words import guess
from rights_search.vocabulary import Register

#: What a measure of reparation that a court orders says for the right to it.
MEASURE = 1.3
#: … and its chapter, where the paragraph names no measure.
ON_REPARATION = 1.0
#: Bases a person stands behind: their tags are kept as they are, before any of ours.
BY_PEOPLE = frozenset({TagBasis.DECLARED, TagBasis.PERSON})


class Explanation(Struct, frozen=True, kw_only=True):
    """What every stage found in a passage, and what was decided."""

    role: Role
    setting: Setting = Setting()  #: of a paragraph of a judgment: what its chapter and its judgment are about
    by_table: bool = False  #: an article of a treaty that the register knows: its table alone decides
    declared: tuple[Tag, ...] = ()  #: tags people gave, and the constitution's own number
    concordance: tuple[Finding, ...] = ()
    citations: tuple[Finding, ...] = ()
    terms: tuple[Finding, ...] = ()
    weights: dict[str, float] = field(default_factory=dict)  #: of every right before the decision
    tags: tuple[Tag, ...] = ()  #: those people gave, then ours, at most four
    besides: tuple[Tag, ...] = ()  #: of an article: the other rights that the table links it with


class Tagger:
    """Tags passages with the rights of one State's register."""

    def __init__(self, register: Register, constitution: str = "") -> None:
        """Prepare the register. `constitution`: the id of the State's own; without it, any constitution is its own."""
        self.register = register
        self.constitution = constitution
        self._concordance = Concordance(register)
        self._lexicons = lexicons(register)
        self._families = Families(register)
        self._groups = group_rights(register)
        self._reparation = next((right.number for right in register if "victims" in {right.key, *right.like}), "")
        self._about: dict[str, frozenset[str]] = {
            treaty: frozenset(right.number for right in register if treaty in right.treaties)
            for treaty in {treaty for right in register for treaty in right.treaties}
        }
        self._numerals = {covered: right.number for right in register for covered in right.covers}

    def tag(self, passage: Passage, document: Document) -> tuple[Tag, ...]:
        """The passage's tags: those people gave it, then ours, at most four; an article keeps all of the table."""
        found = self.explain(passage, document)
        return (*found.tags, *found.besides)

    def explain(self, passage: Passage, document: Document) -> Explanation:
        """What every stage found in the passage."""
        kept = tuple(tag for tag in passage.tags if tag.basis in BY_PEOPLE)
        found = self._read(of_passage(passage, document, self.constitution), kept)
        return replace(found, besides=tuple(_linked_besides(found)))

    def tag_text(
        self,
        text: str,
        *,
        lang: str = "",
        kind: str | None = None,
        body: str = "",
        instrument: str = "",
        article: str = "",
    ) -> tuple[Tag, ...]:
        """The tags of a bare text, with what is known of it."""
        subject = of_text(
            text, self.constitution, lang=lang, kind=kind or "", body=body, instrument=instrument, article=article
        )
        return self._read(subject, ()).tags

    def _read(self, subject: Subject, kept: tuple[Tag, ...]) -> Explanation:
        role = role_of(subject.text, subject.kind, subject.path)
        setting = self._setting(subject)
        own = self._own_number(subject)
        declared = _without_repeats((*kept, *own))
        treaty = subject.provision.partition("#")[0] in self._concordance.instruments
        concordance: list[Finding] = []
        citations: list[Finding] = []
        terms: list[Finding] = []
        if treaty:
            # An article of a known treaty without an entry has no right; words only choose among those it has.
            linked = of_provision(self._concordance, subject.provision)
            terms = self._terms(subject, frozenset(finding.right for finding in linked))
            concordance = supported(linked, terms) if linked else self._on_its_subject(subject, terms)
        elif not own:
            if role is not Role.FORMULA:  # the articles that a report was to cover are its frame
                citations = of_citations(self._concordance, subject)
            if role in READ:
                said = self._terms(subject, frozenset(finding.right for finding in citations))
                terms = [*weighed(said, setting), *self._measure(subject, role)]
                citations = narrowed(citations, terms)
        findings = concordance or [*citations, *([] if treaty else terms)]
        weights = totals(findings)
        given = {tag.right for tag in declared}
        ours = tuple(tag for tag in decide(findings, weights, self._families) if tag.right not in given)
        return Explanation(
            role=role,
            setting=setting,
            by_table=treaty,
            declared=declared,
            concordance=tuple(concordance),
            citations=tuple(citations),
            terms=tuple(terms),
            weights=weights,
            tags=(*declared, *ours),
        )

    def _terms(self, subject: Subject, company: frozenset[str]) -> list[Finding]:
        lexicon = self._lexicons.get(subject.language or guess(subject.text))
        return weigh(without_rows(lexicon.find(subject.text), self._groups), company) if lexicon else []

    def _on_its_subject(self, subject: Subject, terms: list[Finding]) -> list[Finding]:
        """What a preamble or an annex says of the right that its whole treaty is about; of no other."""
        treaty, _, article = subject.provision.partition("#")
        about = frozenset() if article else self._about.get(treaty, frozenset())
        return [finding for finding in terms if finding.right in about or finding.right.partition(".")[0] in about]

    def _setting(self, subject: Subject) -> Setting:
        """Where a paragraph of a judgment stands; of anything else, nowhere."""
        if subject.kind != SourceKind.JUDGMENT:
            return Setting()
        found = setting_of(subject, self._concordance, self._lexicons.get(subject.language))
        # Whatever a court finds violated, it may order reparation for it.
        return replace(found, decided=found.decided | {self._reparation}) if found.decided else found

    def _measure(self, subject: Subject, role: Role) -> Iterator[Finding]:
        """What a court orders or weighs as reparation speaks for the right to it, whatever the measure is about."""
        if self._reparation and role is Role.REPARATION:
            said, in_words = reparation_in(subject.text, subject.path)
            basis, weight = (TagBasis.TERM, MEASURE) if in_words else (TagBasis.CONTEXT, ON_REPARATION)
            yield Finding(self._reparation, basis, weight, (said,))

    def _own_number(self, subject: Subject) -> tuple[Tag, ...]:
        """An article of the State's own constitution is the right of that number; a numeral is its article's, too."""
        document, _, number = subject.provision.partition("#")
        own = document == self.constitution if self.constitution else subject.kind == SourceKind.CONSTITUTION
        if not own:
            return ()
        article = number.partition(".")[0]
        known = (self._numerals.get(number, number), article)
        return tuple(
            Tag(right, TagBasis.DECLARED, Grade.ABOUT) for right in dict.fromkeys(known) if right in self.register
        )


def _linked_besides(found: Explanation) -> Iterator[Tag]:
    """The other rights that the table links an article with: a person wrote each link, so none of them is dropped."""
    given = {tag.right for tag in found.tags}
    for finding in found.concordance:
        if not any(right == finding.right or right.startswith(f"{finding.right}.") for right in given):
            yield Tag(finding.right, finding.basis, Grade.TOUCHES, finding.evidence)


def _without_repeats(tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """One tag for each right, the first given."""
    return tuple({tag.right: tag for tag in reversed(tags)}.values())[::-1]
