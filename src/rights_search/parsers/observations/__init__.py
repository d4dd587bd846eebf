"""Compilations of concluding observations."""
