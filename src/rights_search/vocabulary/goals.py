"""The Sustainable Development Goals, by number (General Assembly resolution 70/1)."""

GOALS = range(1, 18)


def goal_of(text: str) -> int | None:
    """The goal whose number a text is; None if it is none."""
    return int(text) if len(text) <= 2 and text.isdecimal() and int(text) in GOALS else None
