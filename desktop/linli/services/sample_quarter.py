"""One quarter of the sample: its grids, who lives at home, who rents, who was entered twice."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.residents import (
    HouseholdDraft,
    ManagementClass,
    RentalDraft,
    ResidentDraft,
    Tenancy,
)
from linli.domain.values.dates import PartialDate
from linli.domain.values.numerals import to_chinese
from linli.services.fiction import Fiction, Place
from linli.services.fiction_names import HAN
from linli.services.sample_ground import Ground, SampleSize
from linli.services.sample_hall import SampleHall

if TYPE_CHECKING:
    from linli.storage.bulk import BulkWriter

_HOUSEHOLD_SIZES = ((1, 2, 3, 4, 5, 6), (14, 25, 32, 17, 8, 4))
_LARGEST = 7
_REPORT_EVERY = 500
_DOUBLE_EVERY = 900  # a first record for each double is surely found among so many


@dataclass(kw_only=True)
class _Courtyard:
    """A rented courtyard (出租房屋) while its tenants move in."""

    dwelling_id: int
    grid: int
    rooms: int
    landlord: ResidentDraft
    tenants: list[Tenancy] = field(default_factory=list)

    @property
    def landlord_phone(self) -> str | None:
        return self.landlord.phones[0].number if self.landlord.phones else None

    def let_to(self, resident_id: int, tenant: ResidentDraft, since: PartialDate | None) -> None:
        self.tenants.append(
            Tenancy(
                name=tenant.name,
                resident_id=resident_id,
                document=tenant.documents[0] if tenant.documents else None,
                phone=tenant.phones[0].number if tenant.phones else None,
                room=f"{len(self.tenants) % self.rooms + 1}号房",
                since=since,
            )
        )


@dataclass(kw_only=True)
class Quarter:
    """Adds a quarter step by step; each step stands on those before it.

    Attributes:
        index: 0 for the community.
        size: how many of each there are.
        fiction: makes up its people.
        dice: decides the rest.
        hall: hears of all households.
        bulk: takes the rows.
        first_grid: how many grids the quarters before have.
        on_person: called now and then with the number of people added.
        grid_ids: its grids.
        people: everybody added so far, with their ids.
    """

    index: int
    size: SampleSize
    fiction: Fiction
    dice: random.Random
    hall: SampleHall
    bulk: "BulkWriter"
    first_grid: int
    on_person: Callable[[int], None]
    grid_ids: list[int] = field(default_factory=list)
    people: list[tuple[int, ResidentDraft]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._ground = Ground(self.index, self.size, self.dice)
        self._household_numbers = [0] * self.size.grids
        self._landlords: list[ResidentDraft] = []
        self._renting: list[int] = []
        self._homes: dict[int | None, int] = {}

    def add_grids(self) -> None:
        """Add the grids with their buildings and officers."""
        for index, buildings in enumerate(self._ground.buildings_of_grids(), self.first_grid + 1):
            draft = GridDraft(
                number=str(index),
                name=f"第{to_chinese(index)}网格",
                buildings=tuple(buildings),
                officers=tuple(self._officer(role) for role in GridRole),
            )
            self.grid_ids.append(self.bulk.add_grid(draft))

    def _officer(self, role: GridRole) -> GridOfficer:
        sex = self.fiction.sex()
        name, phone = self.fiction.name(HAN, sex), self.fiction.mobile()
        return GridOfficer(role=role, name=name, phone=phone, photo=self.hall.photo(sex))

    # ---- those at home --------------------------------------------------------------------

    def add_households(self) -> None:
        """Add all households but those who rent."""
        sizes = self._household_sizes()
        self._renting = self._take(sizes, self.size.tenants - self.size.floating)
        every = max(1, len(sizes) // max(1, self.size.rentals))
        for index, (size, (address, grid)) in enumerate(
            zip(sizes, self._ground.homes(len(sizes)), strict=True)
        ):
            dwelling_id = self.bulk.add_dwelling(address, grid_id=self.grid_ids[grid])
            head = self._add_household(size, dwelling_id, grid)[0][1]
            if index % every == 0:
                self._landlords.append(head)

    def _household_sizes(self) -> list[int]:
        """Return how many live in each household; the sum is exact."""
        sizes = self.dice.choices(*_HOUSEHOLD_SIZES, k=self.size.households)
        wrong = self.size.people - self.size.floating - self.size.doubles - sum(sizes)
        while wrong:
            index = self.dice.randrange(len(sizes))
            step = 1 if wrong > 0 else -1
            if 1 <= sizes[index] + step <= _LARGEST:
                sizes[index] += step
                wrong -= step
        return sizes

    def _take(self, sizes: list[int], people: int) -> list[int]:
        """Take households off `sizes` that together are `people`."""
        taken = []
        for size in sorted(sizes, key=lambda _: self.dice.random()):
            if size <= people:
                taken.append(size)
                people -= size
        for size in taken:
            sizes.remove(size)
        return taken

    def _add_household(
        self, size: int, dwelling_id: int, grid: int
    ) -> list[tuple[int, ResidentDraft]]:
        self._household_numbers[grid] += 1
        number = f"{self.first_grid + grid + 1:02d}{self._household_numbers[grid]:04d}"
        household_id = self.bulk.add_household(
            HouseholdDraft(number=number, dwelling_id=dwelling_id)
        )
        self._homes[household_id] = dwelling_id
        place = Place(household_id=household_id)
        people = [
            self._add(self.fiction.resident(person, place)) for person in self.fiction.family(size)
        ]
        self.hall.note_household(household_id, grid, people)
        return people

    def _add(self, draft: ResidentDraft) -> tuple[int, ResidentDraft]:
        if len(self.people) % _REPORT_EVERY == 0:
            self.on_person(len(self.people))
        added = self.bulk.add_resident(draft), draft
        self.people.append(added)
        return added

    # ---- those who rent -------------------------------------------------------------------

    def add_tenants(self) -> None:
        """Add the rented courtyards, the households that rent there and the floating people."""
        courtyards = self._courtyards()
        for members in self._renting:
            self._move_in(self._emptiest(courtyards), members)
        for index in range(self.size.floating):
            self._add_floating(self._emptiest(courtyards), index)
        for courtyard in courtyards:
            self._add_rental(courtyard)

    def _courtyards(self) -> list[_Courtyard]:
        count = self.size.rentals
        rooms = [1] * count
        for index in self.dice.choices(range(count), k=self.size.rooms - count) if count else ():
            rooms[index] += 1
        courtyards = []
        for index in range(count):
            address, grid = self._ground.door(index)
            dwelling_id = self.bulk.add_dwelling(address, grid_id=self.grid_ids[grid])
            landlord = self._landlords[index % len(self._landlords)]
            courtyards.append(
                _Courtyard(
                    dwelling_id=dwelling_id, grid=grid, rooms=rooms[index], landlord=landlord
                )
            )
        return courtyards

    @staticmethod
    def _emptiest(courtyards: list[_Courtyard]) -> _Courtyard:
        return min(courtyards, key=lambda courtyard: len(courtyard.tenants) / courtyard.rooms)

    def _move_in(self, courtyard: _Courtyard, size: int) -> None:
        """Let a whole household of the community rent."""
        since = self._some_time_ago()
        for resident_id, draft in self._add_household(size, courtyard.dwelling_id, courtyard.grid):
            courtyard.let_to(resident_id, draft, max(since, draft.birth or since))

    def _add_floating(self, courtyard: _Courtyard, index: int) -> None:
        if index < self.size.under_watch:
            management = ManagementClass.KEY
        elif self.dice.random() < 0.2:
            management = ManagementClass.TEMPORARY
        else:
            management = ManagementClass.NORMAL
        resident_id, draft = self._add(
            self.fiction.floating(
                courtyard.landlord.name,
                courtyard.landlord_phone,
                management,
                Place(dwelling_id=courtyard.dwelling_id),
            )
        )
        arrived = draft.floating.arrived if draft.floating else None
        courtyard.let_to(resident_id, draft, arrived)

    def _some_time_ago(self) -> PartialDate:
        days = self.dice.randint(60, 1500)
        return PartialDate.from_date(self.fiction.today - timedelta(days=days))

    def _add_rental(self, courtyard: _Courtyard) -> None:
        landlord = courtyard.landlord
        draft = RentalDraft(
            number=f"CZ{self.bulk.next_rental:03d}",
            landlord_name=landlord.name,
            landlord_document=landlord.documents[0] if landlord.documents else None,
            landlord_phone=courtyard.landlord_phone,
            rooms=courtyard.rooms,
            occupants=len(courtyard.tenants),
            management=self.dice.choices(tuple(ManagementClass), (75, 20, 5))[0],
            review_date=self.fiction.today + timedelta(days=self.dice.randint(10, 180)),
            since=self._some_time_ago(),
            tenancies=tuple(courtyard.tenants),
        )
        self.bulk.add_rental(courtyard.dwelling_id, draft)

    # ---- dirt and help --------------------------------------------------------------------

    def add_doubles(self) -> None:
        """Enter a few people a second time (重复人员), from another list and without household.

        In turn with the old 15-digit number, without a number, and without a number under a name
        of which one character is mistyped; the phone is the same.
        """
        known = [draft for _, draft in self.people if draft.documents and draft.phones]
        for number in range(self.size.doubles):
            first = known[number * _DOUBLE_EVERY % len(known)]
            home = first.dwelling_id or self._homes[first.household_id]
            place = Place(dwelling_id=home)
            self._add(self.fiction.entered_again(first, place, self.index + number))

    def add_pairings(self) -> None:
        """Pair party members with households in need (结对帮扶)."""
        for draft in self.hall.pairings(self.size.pairs):
            self.bulk.add_pairing(draft)
