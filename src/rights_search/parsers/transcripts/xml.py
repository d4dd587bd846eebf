"""XML from anywhere: no entity, no network, no depth without end."""

from lxml import etree

from rights_search.errors import ParseError, Refusal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def tree_of(data: bytes, what: str) -> etree._Element:
    """The root element.

    Raises:
        ParseError: it is no XML, or wants what no document needs.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data.replace(STRICT[1:-1].encode(), W[1:-1].encode()), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ParseError(
            f"its part {what} is damaged ({str(error)[:120]}): save it again", code=Refusal.DAMAGED
        ) from error


def attribute(element: etree._Element, name: str) -> str:
    """An attribute of Word's own namespace."""
    return element.get(f"{W}{name}", "")
