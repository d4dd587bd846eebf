"""The Sustainable Development Goals of a passage: those of the rights it is about, and those it names."""

import re

from rights_search.model import Grade, Tag
from rights_search.vocabulary import GOALS, Register

#: “ODS 6”, “SDG 16.3”, “Sustainable Development Goals 3 and 5”; and below “meta 5.2 de los ODS”.
NAMED = re.compile(
    r"\b(?:ODS|SDGs?|Objetivos? de Desarrollo Sostenible|Sustainable Development Goals?)"
    r"\s(?:n[úu]ms?\.\s?|No\.\s?)?(\d{1,2})(?:\.[\da-z])?((?:\s?(?:,|y|e|and)\s(?:\d{1,2})(?:\.[\da-z])?){0,8})"
)
TARGET = re.compile(r"\b(?:metas?|targets?)\s(\d{1,2})\.[\da-z]\b(?=[^.]{0,60}\b(?:ODS|SDG|Sostenible|Sustainable))")
NUMBER = re.compile(r"\d{1,2}(?!\.?\d)|\d{1,2}(?=\.[\da-z])")


def goals_of(text: str, tags: tuple[Tag, ...], register: Register) -> tuple[int, ...]:
    """In their order."""
    found = {goal for tag in tags if tag.grade is Grade.ABOUT for goal in _of_right(tag.right, register)}
    for named in NAMED.finditer(text):
        found.add(int(named[1]))
        found.update(int(number) for number in NUMBER.findall(named[2]))
    found.update(int(target[1]) for target in TARGET.finditer(text))
    return tuple(sorted(goal for goal in found if goal in GOALS))


def _of_right(number: str, register: Register) -> tuple[int, ...]:
    """The goals of a right; a numeral without any has those of its article."""
    right = register.get(number)
    if right is None:
        return ()
    parent = register.get(right.parent) if right.parent else None
    return right.sdg or (parent.sdg if parent else ())
