"""Neighbours who look after each other (邻里守望): who holds a key, whom to call."""

from dataclasses import dataclass
from datetime import date

from linli.domain.register_texts import named
from linli.domain.residents import ResidentRow
from linli.domain.values.dates import PartialDate


@dataclass(frozen=True, kw_only=True)
class NeighbourDraft:
    """Who looks after whom.

    Attributes:
        resident_id: who is looked after (守望对象).
        name: the neighbour; of a resident the name at that time.
        neighbour_id: the neighbour as a resident; None for somebody from outside.
        phone: the neighbour's number; None: the one that the ledger has of the resident.
        holds_key: whether the neighbour has a key of the home.
        call_first: whether this one is called before the others.
        since: the beginning, as far as known.
        until: the day on which it ended; None while it goes on.
        note: anything else.
    """

    resident_id: int
    name: str
    neighbour_id: int | None = None
    phone: str | None = None
    holds_key: bool = False
    call_first: bool = False
    since: PartialDate | None = None
    until: date | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Neighbour:
    """A saved pair, from the one who is looked after to the neighbour.

    `building` is where the person lives, `phone` the number to call in full (show it masked), ""
    if none is known, `person_phone` the person's own.
    """

    id: int
    version: int
    facts: NeighbourDraft
    person: ResidentRow
    neighbour: ResidentRow | None
    building: str
    phone: str
    person_phone: str

    @property
    def name(self) -> str:
        """The neighbour: a resident's present name and standing, else as written down."""
        return named(self.neighbour) if self.neighbour else self.facts.name

    @property
    def place(self) -> str:
        """Where the neighbour lives, as far as the ledger knows."""
        return self.neighbour.address if self.neighbour else ""


@dataclass(frozen=True, kw_only=True)
class NeighbourFilter:
    """Which pairs a list shows; every condition narrows. People in the bin have none.

    `running` keeps those that go on, or only those that do not; `resident_id` takes in both
    directions; `reachable` False keeps those without a number to call.
    """

    running: bool | None = None
    holds_key: bool = False
    resident_id: int | None = None
    reachable: bool | None = None
