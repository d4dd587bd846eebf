"""Entities of an XML document: names for text that is kept elsewhere, in its head or in another file.

They are not followed, since they can read any file or fill the memory; what they stood for is missing, and is told.
"""

from collections.abc import Container, Iterator

from lxml import etree

#: So many names are told.
MOST_TOLD = 5


def not_followed(element: etree._Element, without: Container[etree._Element] = ()) -> Iterator[str]:
    """What is said of the entities under an element; nothing where it has none. Elements may be left aside."""
    names = dict.fromkeys(
        str(entity.text)
        for entity in element.iter(etree.Entity)
        if not any(above in without for above in entity.iterancestors())
    )
    if names:
        told = ", ".join(f"“{name}”" for name in [*names][:MOST_TOLD]) + (" …" if len(names) > MOST_TOLD else "")
        yield f"{told}: entities are not followed, so that their text is missing here; write it in their place"
