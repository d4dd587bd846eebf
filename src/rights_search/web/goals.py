"""The names of the seventeen Sustainable Development Goals."""

from rights_search.web.messages import gettext


def goal_name(goal: int) -> str:
    """What a goal is called; its number alone where there is no such goal."""
    names = (
        gettext("No poverty"),
        gettext("Zero hunger"),
        gettext("Good health and well-being"),
        gettext("Quality education"),
        gettext("Gender equality"),
        gettext("Clean water and sanitation"),
        gettext("Affordable and clean energy"),
        gettext("Decent work and economic growth"),
        gettext("Industry, innovation and infrastructure"),
        gettext("Reduced inequalities"),
        gettext("Sustainable cities and communities"),
        gettext("Responsible consumption and production"),
        gettext("Climate action"),
        gettext("Life below water"),
        gettext("Life on land"),
        gettext("Peace, justice and strong institutions"),
        gettext("Partnerships for the goals"),
    )
    return names[goal - 1] if 1 <= goal <= len(names) else ""
