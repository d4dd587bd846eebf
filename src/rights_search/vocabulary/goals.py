"""The Sustainable Development Goals, by number (General Assembly resolution 70/1)."""

GOALS = range(1, 18)
