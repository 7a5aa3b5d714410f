"""Mapped records of privacy, drafts and exchange between machines, private to storage.

Conventions as in `schema`. A module of its own, so that printing a card does not wait for them.
"""
