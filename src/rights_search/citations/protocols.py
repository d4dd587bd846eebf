"""Protocols: the treaties they add to, and which one “the Optional Protocol” can mean."""

from rights_search.citations.families import family_of
from rights_search.citations.spaces import compiled
from rights_search.vocabulary import instruments

#: The treaty a protocol adds to, where its id does not say it (`iccpr-op1` adds to `iccpr`).
PARENTS = {
    "opcat": "cat",
    "san-salvador": "achr",
    "refugee-protocol-1967": "refugee-1951",
    "european-social-charter-ap": "european-social-charter",
}
#: The one protocol “the Optional Protocol” can mean to a body …
PROTOCOL = {"achr": "san-salvador", "icescr": "icescr-op", "cedaw": "cedaw-op", "crpd": "crpd-op", "cat": "opcat"}
#: … and, where its treaty has several, the one that allows communications, in a communication.
ON_COMMUNICATIONS = {"iccpr": "iccpr-op1", "crc": "crc-opic"}


def parent_of(instrument: str) -> str:
    """The treaty a protocol adds to: `iccpr` for `iccpr-op1`."""
    return PARENTS.get(instrument) or instrument.partition("-")[0]


#: What a protocol is about, where its treaty has several.
ABOUT = {
    "crc-opsc": compiled(r"(?<!\w)(?:sale|venta|vente|venda|pornogra\w+)(?!\w)"),
    "crc-opac": compiled(r"(?<!\w)(?:armed|armados|armes)(?!\w)"),
    "crc-opic": compiled(r"(?<!\w)(?:communications?|comunica(?:cion(?:es)?|cao|coes))(?!\w)"),
    "achr-death-penalty": compiled(r"(?<!\w)(?:death|muerte|mort|morte)(?!\w)"),
    "san-salvador": compiled(r"(?<!\w)(?:economic\w?|economicos|economiques|san\s+salvador)(?!\w)"),
}


def protocol_to(treaty: str, about: str, *, second: bool = False) -> str:
    """The protocol that is called by its treaty's name; "" where it may be one of several.

    `about`: the folded words behind that name; `second`: it is called the second.
    """
    protocols = [one for one in instruments() if family_of(one) == "protocol" and parent_of(one) == treaty]
    if treaty == "iccpr":
        return "iccpr-op2" if second else "iccpr-op1"
    if len(protocols) == 1:
        return protocols[0]
    said = [one for one in protocols if one in ABOUT and ABOUT[one].search(about)]
    return said[0] if len(said) == 1 else ""
