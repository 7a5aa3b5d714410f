"""The sample (示例社区): a fictitious 西河社区 to try the program on, or a whole city of quarters.

Besides what a community has the sample has what lists in life have: people without a number, a
date of birth or a phone (`fiction`), and one person in a thousand entered twice (`sample_quarter`).
"""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.errors import UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fiction import Fiction
from linli.services.fiction_names import CITY, COMMUNITY
from linli.services.sample_case_files import add_case_files
from linli.services.sample_case_papers import add_case_papers
from linli.services.sample_cases import add_cases
from linli.services.sample_dispatch import add_dispatches
from linli.services.sample_duties import add_duties
from linli.services.sample_events import add_events
from linli.services.sample_ground import PEOPLE, SampleSize
from linli.services.sample_hall import SampleHall
from linli.services.sample_hours import add_hours
from linli.services.sample_limits import add_limits
from linli.services.sample_outside import add_outside
from linli.services.sample_posts import add_grid_history, add_posts
from linli.services.sample_quarter import Quarter
from linli.services.sample_rosters import add_rosters
from linli.services.sample_stations import add_stations
from linli.services.sample_workers import add_workers

if TYPE_CHECKING:
    from linli.domain.residents import Sex
    from linli.storage.database import Writing

__all__ = ["PEOPLE", "SampleService"]

_SEED = 20110630

_STEPS: tuple[Callable[[Quarter], None], ...] = (
    Quarter.add_grids,
    Quarter.add_households,
    Quarter.add_tenants,
    Quarter.add_doubles,
    Quarter.add_pairings,
)
"""What is added to each quarter, in this order; a new register gets a line here."""


class SampleService:
    """Fills an empty ledger with the sample."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def create(self, people: int = PEOPLE, progress: Progress = SILENT) -> Changes:
        """Add fictitious people, exactly `people`, in one transaction.

        The same number on the same day gives the same people, and the first quarters are the
        same whatever the number. A community is one undo step; a city, of more than `PEOPLE`,
        cannot be undone.

        Raises:
            UserError: the ledger is not empty, or `people` is not positive.
            Cancelled: the clerk stopped; nothing was added.
        """
        self._context.require(Right.SETTINGS, "放入示例社区")
        if people < 1:
            raise UserError(f"示例社区的人数「{people}」不对，请填 1 或更大的数。", field="people")
        action = f"放入示例社区 {people} 人"
        context = self._context
        transaction = context.writing if people <= PEOPLE else context.founding
        with transaction(action) as work:
            self._prepare(work)
            self._build(work, people, progress)
            progress.report(0, 0, "正在建立查找索引")
        return work.changes

    @staticmethod
    def _prepare(work: "Writing") -> None:
        from linli.storage import figures, settings

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

    def _build(self, work: "Writing", people: int, progress: Progress) -> None:
        from linli.storage.bulk import BulkWriter

        at = self._context.clock()
        bulk = BulkWriter(work.connection, at)
        numbers: dict[str, int] = {}
        photos: dict[tuple[Sex, int], str] = {}
        done = first_grid = 0
        for index, size in enumerate(SampleSize.quarters(people)):
            seed = _SEED + index
            fiction = Fiction(at.date(), seed, CITY if index else COMMUNITY, numbers)
            hall = SampleHall(work, fiction, photos)
            quarter = Quarter(
                index=index,
                size=size,
                fiction=fiction,
                dice=random.Random(seed),  # noqa: S311 - nothing here is secret
                hall=hall,
                bulk=bulk,
                first_grid=first_grid,
                on_person=partial(_report, progress, people, done),
            )
            for step in _STEPS:
                step(quarter)
            if not index:
                bulk.flush()
                hall.add_staff()
                hall.add_notice()
                if size.people == people:  # the streets of a city are nobody's to guess
                    hall.add_landmarks()
                hall.add_board(0, quarter.grid_ids[0])
                add_duties(work, fiction, quarter.grid_ids)
                add_posts(work, fiction, quarter.grid_ids)
                add_grid_history(work, fiction, quarter.grid_ids)
                add_limits(work, at.date())
                add_cases(work, fiction, quarter.grid_ids, at)
                add_case_papers(work, self._context.actor.name, at.date())
                add_case_files(work, at.date())
                add_outside(work, fiction, quarter.grid_ids)
                add_stations(work, fiction)
                add_workers(work, fiction)
                add_rosters(work, self._context.actor.name, at.date())
                add_hours(work, fiction, self._context.actor.name)
                add_dispatches(work, fiction, self._context.actor.name)
                add_events(work, fiction, self._context.actor.name)
            done += size.people
            first_grid += size.grids
        bulk.flush()


def _report(progress: Progress, people: int, before: int, here: int) -> None:
    progress.report(before + here, people, "正在放入示例社区")
