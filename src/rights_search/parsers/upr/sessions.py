"""The sessions of the Universal Periodic Review: their years, and the cycle they belong to.

Three sessions a year, but two in 2012 and 2017 (between cycles), 2020 (the pandemic) and 2022; none spans two years.
Sessions 1 to 12 are the first cycle, 13 to 26 the second, 27 to 40 the third; the fourth began with the 41st.
Source: https://www.ohchr.org/en/hr-bodies/upr/cycles-upr and the reports, each of which names its session and dates.
"""

#: The year of each session, the first first.
YEARS = (
    *(2008, 2008, 2008),
    *(2009, 2009, 2009),
    *(2010, 2010, 2010),
    *(2011, 2011, 2011),
    *(2012, 2012),
    *(2013, 2013, 2013),
    *(2014, 2014, 2014),
    *(2015, 2015, 2015),
    *(2016, 2016, 2016),
    *(2017, 2017),
    *(2018, 2018, 2018),
    *(2019, 2019, 2019),
    *(2020, 2020),
    *(2021, 2021, 2021),
    *(2022, 2022),
    *(2023, 2023, 2023),
    *(2024, 2024, 2024),
    2025,
)
#: The last session of each cycle.
CYCLE_ENDS = (12, 26, 40, 54)


def year_of(session: str) -> str:
    """The year a session was held in, where we know it."""
    return str(YEARS[int(session) - 1]) if session.isdecimal() and 1 <= int(session) <= len(YEARS) else ""


def cycle_of(session: str) -> str:
    """The cycle a session belongs to, where we know it."""
    number = int(session) if session.isdecimal() and len(session) < 4 else 0
    return next((str(cycle) for cycle, end in enumerate(CYCLE_ENDS, 1) if 1 <= number <= end), "")
