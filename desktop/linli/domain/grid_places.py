"""Places of grids (网格的地盘): which place holds a dwelling, and which grid that place was in.

A place is an `Address` whose smaller parts may be absent: an estate or lane, a building, a unit,
a room. A dwelling is in the grid of the smallest place around it that a grid names.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from linli.domain.values.addresses import Address, address_key

PARTS = ("estate", "building", "unit", "room")
"""The parts of an address, from the largest."""

_NOWHERE = address_key(Address())


def place_keys(key: str) -> Iterator[str]:
    """Yield the keys of the places around an address key, the address itself first."""
    parts = key.split("|")
    seen = set()
    for kept in range(len(parts), 0, -1):
        around = "|".join([*parts[:kept], *[""] * (len(parts) - kept)])
        if around != _NOWHERE and around not in seen:
            seen.add(around)
            yield around


def is_inside(key: str, place: str) -> bool:
    """Whether an address key is a place's or lies in it."""
    return any(around == place for around in place_keys(key))


def place_start(place: str) -> str:
    """Return how the address keys of everything in a place begin, without the place itself."""
    return place.rstrip("|") + "|"


def grid_of(places: Mapping[str, int], key: str) -> int | None:
    """Return the grid of an address key among places by their keys."""
    return next((places[around] for around in place_keys(key) if around in places), None)


def covers(since: date | None, until: date | None, day: date) -> bool:
    """Whether a day lies in a span whose ends may be open."""
    return (since is None or since <= day) and (until is None or day <= until)


@dataclass(frozen=True, kw_only=True)
class GridPlace:
    """A place that is or was in a grid, from its first to its last day."""

    grid_id: int
    place: Address
    since: date | None = None
    until: date | None = None

    @property
    def key(self) -> str:
        """The key by which the place compares."""
        return address_key(self.place)


def grid_on(spans: Iterable[GridPlace], address: Address, day: date) -> GridPlace | None:
    """Return the smallest place around an address that was in a grid on a day."""
    valid = {span.key: span for span in spans if covers(span.since, span.until, day)}
    found = (valid[key] for key in place_keys(address_key(address)) if key in valid)
    return next(found, None)
