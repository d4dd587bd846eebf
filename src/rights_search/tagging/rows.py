"""A row of groups: “women, children, persons with disabilities and migrants” is about none of them."""

from msgspec.structs import replace

from rights_search.tagging.lexicon import Hit, Use
from rights_search.vocabulary import Register

#: Rights that a group's bare name says, by key, so that a State which borrows them has the same ones.
GROUPS = frozenset(
    {
        "priority-groups",
        "older-persons",
        "older-persons-guarantees",
        "older-persons-policies",
        "youth",
        "migration",
        "asylum",
        "displacement",
        "child-development",
        "child-rights",
        "child-protection",
        "disability-rights",
        "disability-inclusion",
        "serious-illness",
        "prisoners",
        "peoples-of-the-state",
        "collective-rights",
        "identity-and-organization",
        "afro-ecuadorians",
        "montubios",
    }
)
#: Neighbours in a row stand no farther apart than this many characters, and a row has so many groups.
APART = 34
ROW = 3


def group_rights(register: Register) -> frozenset[str]:
    """The numbers of the rights that groups have as such."""
    return frozenset(right.number for right in register if {right.key, *right.like} & GROUPS)


def without_rows(hits: list[Hit], groups: frozenset[str]) -> list[Hit]:
    """The hits; those that only name a group as one of several in a row are hints."""
    listed = _in_rows(hits, groups)
    return [replace(hit, use=Use.HINT) if hit in listed else hit for hit in hits]


def _in_rows(hits: list[Hit], groups: frozenset[str]) -> set[Hit]:
    named = sorted((hit for hit in hits if hit.right in groups and len(hit.spans) == 1), key=lambda hit: hit.spans)
    found: set[Hit] = set()
    row: list[Hit] = []
    for hit in named:
        if row and hit.spans[0][0] - row[-1].spans[0][1] > APART:
            found.update(_row(row))
            row = []
        row.append(hit)
    return found | set(_row(row))


def _row(hits: list[Hit]) -> list[Hit]:
    """The hits, if enough groups are named one after the other: one name may be that of several rights."""
    named: dict[int, frozenset[str]] = {}
    for hit in hits:
        (start, _) = hit.spans[0]
        named[start] = named.get(start, frozenset()) | {hit.right.partition(".")[0]}
    return hits if len(set(named.values())) >= ROW else []
