"""The columns of the residents table, and where its rows come from."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from linli.domain.labels import STATUS
from linli.domain.marking import (
    marks_in_address,
    marks_in_name,
    marks_in_number,
    marks_in_text,
)
from linli.domain.residents import ResidentFilter, ResidentRow, ResidentSort, ResidentStatus
from linli.gui.i18n import mark, tr
from linli.gui.jobs import Jobs
from linli.gui.table import Chip, Column, Tone
from linli.gui.table_reading import Beside, ListReader
from linli.services.residents import ResidentService


def standing_chip(row: ResidentRow) -> Chip:
    """Return how the person stands to the community: 在住, 流动人口, 已迁出, 已去世."""
    if row.status is ResidentStatus.MOVED_OUT:
        return Chip(text=tr(STATUS[row.status]), glyph="→", tone=Tone.WARN)
    if row.status is ResidentStatus.DECEASED:
        return Chip(text=tr(STATUS[row.status]), glyph="–")
    if row.floating:
        return Chip(text=tr("流动人口"), glyph="◇", tone=Tone.INFO)
    return Chip(text=tr(STATUS[row.status]))


def card_chip(row: ResidentRow) -> Chip:
    """Return whether the person or the household holds a card."""
    if row.has_card:
        return Chip(text=tr("已发卡"), glyph="✓", tone=Tone.GOOD)
    return Chip(text=tr("未发卡"), glyph="○")


COLUMNS: tuple[Column[ResidentRow], ...] = (
    Column(
        key="name",
        title=mark("姓名"),
        text=lambda row: row.name,
        chars=7.4,
        stretch=True,
        sort=ResidentSort.NAME,
        marks=marks_in_name,
    ),
    Column(
        key="address",
        title=mark("住址"),
        text=lambda row: row.address,
        chars=10,
        sort=ResidentSort.ADDRESS,
        stretch=True,
        marks=marks_in_address,
    ),
    Column(
        key="phone",
        title=mark("联系电话"),
        text=lambda row: row.phone,
        chars=6.2,
        priority=1,
        marks=marks_in_number,
    ),
    Column(
        key="card",
        title=mark("联系卡"),
        text=lambda row: card_chip(row).text,
        chip=card_chip,
        chars=4.6,
        priority=2,
    ),
    Column(
        key="document",
        title=mark("证件号码"),
        text=lambda row: row.document,
        chars=10,
        priority=3,
        marks=marks_in_number,
    ),
    Column(
        key="grid",
        title=mark("网格"),
        text=lambda row: row.grid,
        chars=5,
        priority=4,
        sort=ResidentSort.GRID,
        marks=marks_in_text,
    ),
    Column(
        key="tags",
        title=mark("标签"),
        text=lambda row: row.tags,
        chars=4.6,
        priority=5,
        marks=marks_in_text,
    ),
    Column(key="sex", title=mark("性别"), text=lambda row: row.sex, chars=2.2, priority=7),
    Column(
        key="age",
        title=mark("年龄"),
        text=lambda row: "" if row.age is None else str(row.age),
        chars=3.4,
        priority=6,
        sort=ResidentSort.BIRTH,
        align_right=True,
    ),
    Column(
        key="relation",
        title=mark("与户主关系"),
        text=lambda row: row.relation,
        chars=5.2,
        priority=9,
    ),
    Column(
        key="standing",
        title=mark("状态"),
        text=lambda row: standing_chip(row).text,
        chip=standing_chip,
        chars=6,
        priority=8,
    ),
    Column(
        key="household",
        title=mark("户号"),
        text=lambda row: row.household_number,
        chars=5,
        priority=10,
        sort=ResidentSort.HOUSEHOLD,
        chosen=False,
        marks=marks_in_number,
    ),
    Column(
        key="birth",
        title=mark("出生日期"),
        text=lambda row: row.birth,
        chars=7.5,
        priority=11,
        sort=ResidentSort.BIRTH,
        chosen=False,
        marks=marks_in_number,
    ),
    Column(
        key="ethnicity",
        title=mark("民族"),
        text=lambda row: row.ethnicity,
        chars=5,
        priority=13,
        chosen=False,
    ),
    Column(
        key="skills",
        title=mark("特长"),
        text=lambda row: row.skills,
        chars=8,
        priority=12,
        chosen=False,
        marks=marks_in_text,
    ),
)


class ResidentSource:
    """Feeds a table from the service; set `filter` before the model reloads."""

    def __init__(self, residents: ResidentService, wanted: ResidentFilter) -> None:
        self._residents = residents
        self.filter = wanted

    def reader(self, sort: str, descending: bool) -> ListReader:  # noqa: FBT001 - as `Beside` asks
        """Return what reads the list of the present filter; unsorted, the best match is first."""
        wanted = self.filter
        unsorted = ResidentSort.MATCH if wanted.text else ResidentSort.ADDRESS
        order = ResidentSort(sort or unsorted)

        def read(limit: int | None, stop: Callable[[], bool] | None) -> Sequence[int]:
            return self._residents.list_ids(
                wanted, order, descending=descending, limit=limit, stop=stop
            )

        return read

    def list_ids(self, sort: str, *, descending: bool) -> Sequence[int]:
        """Return who matches the filter."""
        return self.reader(sort, descending)(None, None)

    def rows(self, ids: Sequence[int]) -> Sequence[ResidentRow | None]:
        """Return the rows of `ids`, in their order; None for who is gone by now."""
        rows = {row.id: row for row in self._residents.rows(ids)}
        return [rows.get(number) for number in ids]


def read_beside(source: ResidentSource, jobs: Jobs, owner: QWidget) -> Beside:
    """Return how a table of residents is read beside the window."""
    return Beside(reader=source.reader, run=partial(jobs.read, owner=owner))
