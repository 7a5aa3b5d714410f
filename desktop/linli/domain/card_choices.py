"""What a clerk chooses when the cards of many people are printed.

Apart from `cards`, because the command line names these choices before anything else is loaded.
"""

from enum import StrEnum


class CardUnit(StrEnum):
    """Who gets a card of a list: each household once, or each person."""

    HOUSEHOLD = "household"
    PERSON = "person"


class CardOrder(StrEnum):
    """In which order cards are printed and numbered."""

    GIVEN = "given"
    WALK = "walk"  # grid, building, unit, room, household: as a clerk hands them out
