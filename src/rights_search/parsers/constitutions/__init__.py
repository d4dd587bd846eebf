"""Constitutions: as records, as a database dump, as pages of a site, as a printed outline."""
