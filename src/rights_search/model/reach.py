"""What a citation reaches: the provision it names, what that is a part of, and the document."""


def reached(target: str) -> tuple[str, ...]:
    """Everything that counts as cited, the widest first.

    >>> reached("achr#8.1.c")
    ('achr', 'achr#8', 'achr#8.1', 'achr#8.1.c')
    >>> reached("iacthr-c-298#para_173"), reached("ccpr-c-ecu-co-6")
    (('iacthr-c-298', 'iacthr-c-298#para_173'), ('ccpr-c-ecu-co-6',))
    """
    document, _, place = target.partition("#")
    if not place:
        return (document,)
    parts = pinpoint(place).split(".")
    return (document, *(f"{document}#{'.'.join(parts[:length])}" for length in range(1, len(parts) + 1)))


def pinpoint(eid: str) -> str:
    """An article's place as a concordance writes it; any other place as it is.

    >>> pinpoint("art_8__para_1__point_c"), pinpoint("art_57__inc_2"), pinpoint("para_173"), pinpoint("8.1")
    ('8.1.c', '57.inc2', 'para_173', '8.1')
    """
    if not eid.startswith("art_"):
        return eid
    first, *others = (part.partition("_") for part in eid.split("__"))
    return ".".join((first[2], *(f"inc{number}" if name == "inc" else number for name, _, number in others)))
