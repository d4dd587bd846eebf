"""The field's closed lists: kinds of source, of passage, of tag. Words and values are those of the design."""

from enum import StrEnum


class SourceKind(StrEnum):
    """What family of source a document belongs to; the order is that of authority."""

    CONSTITUTION = "constitution"
    TREATY = "treaty"
    JUDGMENT = "judgment"
    GENERAL_COMMENT = "general-comment"
    CONCLUDING_OBSERVATIONS = "concluding-observations"
    COMMUNICATION = "communication"
    SPECIAL_PROCEDURE = "special-procedure"
    UPR = "upr"
    RESOLUTION = "resolution"
    REPORT = "report"


class Role(StrEnum):
    """What a document is within a procedure, where its source kind does not say it."""

    STATE_REPORT = "state-report"
    LIST_OF_ISSUES = "list-of-issues"
    REPLIES = "replies"
    CORE_DOCUMENT = "core-document"
    FOLLOW_UP = "follow-up"
    NATIONAL_REPORT = "national-report"
    COMPILATION = "compilation"
    STAKEHOLDERS_SUMMARY = "stakeholders-summary"
    WORKING_GROUP_REPORT = "working-group-report"
    ADDENDUM = "addendum"
    OUTCOME = "outcome"
    COMPLIANCE_ORDER = "compliance-order"
    THEMATIC = "thematic"


class PassageKind(StrEnum):
    """What a passage is within its document."""

    PROVISION = "provision"
    OBSERVATION = "observation"
    RECOMMENDATION = "recommendation"
    PARAGRAPH = "paragraph"
    OPERATIVE = "operative"
    OPINION = "opinion"


class Standing(StrEnum):
    """How near a text is to the official one; the order is that of preference."""

    OFFICIAL = "official"
    EXCERPT = "excerpt"
    DIGEST = "digest"


class TagBasis(StrEnum):
    """Where a tag comes from; the order is that of weight."""

    DECLARED = "declared"
    PERSON = "person"
    CONCORDANCE = "concordance"
    CITATION = "citation"
    TERM = "term"
    CONTEXT = "context"
    LEARNED = "learned"


class Grade(StrEnum):
    """How strongly a passage bears on a right."""

    ABOUT = "about"
    TOUCHES = "touches"


class CitationKind(StrEnum):
    """What a citation points at."""

    PROVISION = "provision"
    DOCUMENT = "document"
    JUDGMENT = "judgment"


class Outcome(StrEnum):
    """What became of a file at ingestion."""

    ACCEPTED = "accepted"
    WARNINGS = "accepted with warnings"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    REMOVED = "removed"


class Sort(StrEnum):
    """The order of results."""

    RELEVANCE = "relevance"
    AUTHORITY = "authority"
    NEWEST = "newest"
    OLDEST = "oldest"
