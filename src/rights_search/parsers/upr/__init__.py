"""The Universal Periodic Review: tables of recommendations, and reports of the Working Group."""
