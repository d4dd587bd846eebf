"""Fuzzing: hostile bytes for every reader, by `make fuzz`."""
