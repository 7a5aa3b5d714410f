"""The sample community (示例社区): a fictitious 西河社区 to try the program on."""

import random
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from linli.domain.changes import Changes
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
from linli.errors import UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fiction import HAN, Fiction
from linli.services.sample_ground import PEOPLE, Ground, SampleSize
from linli.services.sample_hall import SampleHall

if TYPE_CHECKING:
    from linli.storage.bulk import BulkWriter
    from linli.storage.database import Writing

__all__ = ["PEOPLE", "SampleService"]

_SEED = 20110630
_HOUSEHOLD_SIZES = ((1, 2, 3, 4, 5, 6), (14, 25, 32, 17, 8, 4))
_LARGEST = 7
_REPORT_EVERY = 500


class SampleService:
    """Fills an empty ledger with the sample community."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def create(self, people: int = PEOPLE, progress: Progress = SILENT) -> Changes:
        """Add the fictitious community of exactly `people` persons, in one undo step.

        The same number on the same day gives the same community.

        Raises:
            UserError: the ledger is not empty, or `people` is not positive.
            Cancelled: the clerk stopped; nothing was added.
        """
        from linli.storage import figures, settings
        from linli.storage.bulk import BulkWriter

        if people < 1:
            raise UserError(f"示例社区的人数「{people}」不对，请填 1 或更大的数。", field="people")
        at = self._context.clock()
        with self._context.writing(f"放入示例社区 {people} 人") as work:
            counts = figures.count(work.connection)
            if counts.residents or counts.recycled or counts.dwellings or counts.grids:
                raise UserError("台账里已经有资料，示例社区只能放进空的台账，请先新建一个台账。")
            hall = settings.get_hall(work.connection)
            if hall.hotline is None:
                facts = replace(
                    hall,
                    hotline="0994-4820110",
                    hours="每天 9:30–20:00（节假日有人值班）",
                    address="木垒镇西河巷1号 社区服务大厅一楼",
                )
                settings.save_hall(work.connection, facts)
            bulk = BulkWriter(work.connection, at)
            fiction = Fiction(at.date(), _SEED)
            _Builder(SampleSize.of(people), fiction, work, bulk, progress).build()
        return work.changes


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
                document=tenant.documents[0],
                phone=tenant.phones[0].number if tenant.phones else None,
                room=f"{len(self.tenants) % self.rooms + 1}号房",
                since=since,
            )
        )


class _Builder:
    """Builds the community: grids, households at home, then those who rent, and the floating."""

    def __init__(
        self,
        size: SampleSize,
        fiction: Fiction,
        work: "Writing",
        bulk: "BulkWriter",
        progress: Progress,
    ) -> None:
        self._size = size
        self._fiction = fiction
        self._work = work
        self._bulk = bulk
        self._progress = progress
        self._dice = random.Random(_SEED)  # noqa: S311 - nothing here is secret
        self._ground = Ground(size, self._dice)
        self._hall = SampleHall(work, fiction)
        self._grid_ids: list[int] = []
        self._household_numbers = [0] * size.grids
        self._landlords: list[ResidentDraft] = []
        self._done = 0

    def build(self) -> None:
        self._add_grids()
        sizes = self._household_sizes()
        renting = self._take(sizes, self._size.tenants - self._size.floating)
        self._add_households(sizes)
        courtyards = self._add_courtyards()
        for members in renting:
            self._move_in(self._emptiest(courtyards), members)
        for index in range(self._size.floating):
            self._add_floating(self._emptiest(courtyards), index)
        self._bulk.flush()
        self._add_rentals(courtyards)
        self._hall.add_staff()
        self._hall.add_pairings(self._size.pairs)
        self._hall.add_board(0, self._grid_ids[0])

    def _add_grids(self) -> None:
        from linli.storage import grids

        for index, buildings in enumerate(self._ground.buildings_of_grids()):
            draft = GridDraft(
                number=str(index + 1),
                name=f"第{to_chinese(index + 1)}网格",
                buildings=tuple(buildings),
                officers=tuple(self._officer(role) for role in GridRole),
            )
            self._grid_ids.append(grids.add_grid(self._work.session, draft))

    def _officer(self, role: GridRole) -> GridOfficer:
        sex = self._fiction.sex()
        name, phone = self._fiction.name(HAN, sex), self._fiction.mobile()
        return GridOfficer(role=role, name=name, phone=phone, photo=self._hall.photo(sex))

    # ---- the people -----------------------------------------------------------------------

    def _household_sizes(self) -> list[int]:
        """Return how many live in each household; the sum is exact."""
        sizes = self._dice.choices(*_HOUSEHOLD_SIZES, k=self._size.households)
        wrong = self._size.people - self._size.floating - sum(sizes)
        while wrong:
            index = self._dice.randrange(len(sizes))
            step = 1 if wrong > 0 else -1
            if 1 <= sizes[index] + step <= _LARGEST:
                sizes[index] += step
                wrong -= step
        return sizes

    def _take(self, sizes: list[int], people: int) -> list[int]:
        """Take households off `sizes` that together are `people`."""
        taken = []
        for size in sorted(sizes, key=lambda _: self._dice.random()):
            if size <= people:
                taken.append(size)
                people -= size
        for size in taken:
            sizes.remove(size)
        return taken

    def _add_households(self, sizes: list[int]) -> None:
        every = max(1, len(sizes) // max(1, self._size.rentals))
        for index, (size, (address, grid)) in enumerate(
            zip(sizes, self._ground.homes(len(sizes)), strict=True)
        ):
            dwelling_id = self._bulk.add_dwelling(address, grid_id=self._grid_ids[grid])
            head = self._add_household(size, dwelling_id, grid)[0][1]
            if index % every == 0:
                self._landlords.append(head)

    def _add_household(
        self, size: int, dwelling_id: int, grid: int
    ) -> list[tuple[int, ResidentDraft]]:
        self._household_numbers[grid] += 1
        number = f"{grid + 1:02d}{self._household_numbers[grid]:04d}"
        household_id = self._bulk.add_household(
            HouseholdDraft(number=number, dwelling_id=dwelling_id)
        )
        people = [
            self._add(replace(self._fiction.resident(person), household_id=household_id))
            for person in self._fiction.family(size)
        ]
        self._hall.note_household(household_id, grid, people)
        return people

    def _add(self, draft: ResidentDraft) -> tuple[int, ResidentDraft]:
        if self._done % _REPORT_EVERY == 0:
            self._progress.report(self._done, self._size.people, "正在放入示例社区")
        self._done += 1
        return self._bulk.add_resident(draft), draft

    # ---- those who rent -------------------------------------------------------------------

    def _add_courtyards(self) -> list[_Courtyard]:
        count = self._size.rentals
        rooms = [1] * count
        for index in self._dice.choices(range(count), k=self._size.rooms - count) if count else ():
            rooms[index] += 1
        courtyards = []
        for index in range(count):
            address, grid = self._ground.door(index)
            dwelling_id = self._bulk.add_dwelling(address, grid_id=self._grid_ids[grid])
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
        if index < self._size.under_watch:
            management = ManagementClass.KEY
        elif self._dice.random() < 0.2:
            management = ManagementClass.TEMPORARY
        else:
            management = ManagementClass.NORMAL
        draft = self._fiction.floating(
            courtyard.landlord.name, courtyard.landlord_phone, management
        )
        resident_id, draft = self._add(replace(draft, dwelling_id=courtyard.dwelling_id))
        arrived = draft.floating.arrived if draft.floating else None
        courtyard.let_to(resident_id, draft, arrived)

    def _some_time_ago(self) -> PartialDate:
        days = self._dice.randint(60, 1500)
        return PartialDate.from_date(self._fiction.today - timedelta(days=days))

    def _add_rentals(self, courtyards: list[_Courtyard]) -> None:
        from linli.storage import dwellings

        for index, courtyard in enumerate(courtyards):
            review = self._fiction.today + timedelta(days=self._dice.randint(10, 180))
            draft = RentalDraft(
                number=f"CZ{index + 1:03d}",
                landlord_name=courtyard.landlord.name,
                landlord_document=courtyard.landlord.documents[0],
                landlord_phone=courtyard.landlord_phone,
                rooms=courtyard.rooms,
                occupants=len(courtyard.tenants),
                management=self._dice.choices(tuple(ManagementClass), (75, 20, 5))[0],
                review_date=review,
                since=self._some_time_ago(),
                tenancies=tuple(courtyard.tenants),
            )
            record = dwellings.get_record(self._work.session, courtyard.dwelling_id)
            dwellings.set_rental(self._work.session, record, draft)
        self._work.session.flush()
