"""Dates in words, as precise as they are known."""

MONTHS = {
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def parts(iso: str) -> tuple[str, str, str]:
    """Year, month and day of an ISO date, "" for what it leaves out: `("2016", "7", "11")`."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    return year, month.lstrip("0"), day.lstrip("0")


def in_words(iso: str, language: str) -> str:
    """“11 July 2016”, “11 de julio de 2016”, “julio de 2016”, “2016”; an empty date stays empty."""
    year, month, day = parts(iso)
    name = month_name(month, language)
    joint = " de " if language == "es" else " "
    return joint.join(part for part in (day if name else "", name, year) if part)


def american(iso: str, language: str) -> str:
    """The Court's English: “September 1, 2015”; its Spanish is as everywhere."""
    year, month, day = parts(iso)
    name = month_name(month, language)
    return f"{name} {day}, {year}" if language == "en" and name and day else in_words(iso, language)


def month_name(month: str, language: str) -> str:
    """The month of that number, "" where it is none."""
    names = MONTHS["es" if language == "es" else "en"]
    return names[int(month) - 1] if month.isdigit() and 1 <= int(month) <= 12 else ""
