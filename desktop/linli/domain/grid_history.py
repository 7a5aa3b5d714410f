"""The history of grids (网格沿革): what a grid was called, what was in it, who served, on a day."""

from dataclasses import dataclass
from datetime import date

from linli.domain.grid_places import GridPlace, covers
from linli.domain.grids import GridOfficer


@dataclass(frozen=True, kw_only=True)
class GridTitle:
    """A number and name that a grid had; `until` is its last day, None of today's."""

    number: str
    name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class GridHistory:
    """All that a grid was.

    Attributes:
        titles: numbers and names, the first one first.
        places: what was in it.
        officers: who served on it.
        since: its first day, if that is known.
        until: its last day, if it is closed.
        successor: the name of the grid that took its places.
    """

    titles: tuple[GridTitle, ...]
    places: tuple[GridPlace, ...]
    officers: tuple[GridOfficer, ...]
    since: date | None = None
    until: date | None = None
    successor: str | None = None

    def title_on(self, day: date) -> GridTitle:
        """Return what the grid was called on a day, or its nearest title."""
        found = (title for title in self.titles if covers(title.since, title.until, day))
        return next(found, self.titles[-1])


@dataclass(frozen=True, kw_only=True)
class GridOn:
    """The grid of a place on a day: its number and name of that day, and who served then."""

    grid_id: int
    day: date
    number: str
    name: str
    officers: tuple[GridOfficer, ...] = ()
