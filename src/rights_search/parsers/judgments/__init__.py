"""Judgments and advisory opinions of a regional court."""
