"""The columns of the table of cases, and where its rows come from."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from linli.domain.case_flow import Stage
from linli.domain.cases import CaseFilter, CaseRow, Level
from linli.domain.marking import marks_in_text
from linli.domain.pinyin import sort_pinyin
from linli.gui.i18n import mark
from linli.gui.mediation.words import days_words, kind_words, level_words, stage_chip
from linli.gui.table import Chip, Column

if TYPE_CHECKING:
    from linli.gui.mediation.board_painting import Lights
    from linli.services.cases import CaseService


class CaseSort(StrEnum):
    """Columns by which the table can be sorted."""

    NUMBER = "number"
    TITLE = "title"
    KIND = "kind"
    STAGE = "stage"
    LEVEL = "level"
    GRID = "grid"
    MEDIATOR = "mediator"
    OPENED = "opened"
    DAYS = "days"


_STAGES, _LEVELS = list(Stage), list(Level)
_KEYS: dict[str, Callable[[CaseRow], Any]] = {
    CaseSort.NUMBER: lambda row: (not row.number, row.opened_on, row.id),
    CaseSort.TITLE: lambda row: sort_pinyin(row.title),
    CaseSort.KIND: lambda row: row.kind_code,
    CaseSort.STAGE: lambda row: _STAGES.index(row.stage),
    CaseSort.LEVEL: lambda row: _LEVELS.index(row.level),
    CaseSort.GRID: lambda row: row.grid or "\uffff",
    CaseSort.MEDIATOR: lambda row: sort_pinyin(row.mediator),
    CaseSort.OPENED: lambda row: row.opened_on,
    CaseSort.DAYS: lambda row: -row.since.toordinal(),
}


class CaseSource:
    """The cases of a list; a hall has a few hundred in a year, so they are read at once.

    Attributes:
        wanted: which cases.
        lights: the most urgent clock of each case.
        today: the day to which ages count.
    """

    def __init__(self, service: "CaseService", today: Callable[[], date]) -> None:
        self._service = service
        self._rows: dict[int, CaseRow] = {}
        self.wanted = CaseFilter()
        self.lights: Lights = {}
        self.today = today

    def list_ids(self, sort: str, *, descending: bool) -> Sequence[int]:
        """Read the cases again; without a sort the last registered comes first."""
        found = self._service.list_rows(self.wanted)
        if sort:
            found.sort(key=_KEYS[sort], reverse=descending)
        self._rows = {row.id: row for row in found}
        return list(self._rows)

    def rows(self, ids: Sequence[int]) -> Sequence[CaseRow | None]:
        """Return cases read before."""
        return [self._rows.get(number) for number in ids]

    def all_rows(self) -> list[CaseRow]:
        """Return all cases read before, in their order."""
        return list(self._rows.values())

    def columns(self) -> tuple[Column[CaseRow], ...]:
        """Return the columns of the table."""
        return (
            Column(
                key="number",
                title=mark("编号"),
                text=lambda row: row.number,
                chars=12.6,
                priority=2,
                sort=CaseSort.NUMBER,
                marks=marks_in_text,
            ),
            Column(
                key="title",
                title=mark("纠纷名称"),
                text=lambda row: row.title,
                chars=14,
                stretch=True,
                sort=CaseSort.TITLE,
                marks=marks_in_text,
            ),
            Column(
                key="parties",
                title=mark("当事人"),
                text=lambda row: "、".join(row.parties),
                chars=8,
                priority=1,
                marks=marks_in_text,
            ),
            Column(
                key="kind",
                title=mark("类型"),
                text=kind_words,
                chars=5,
                priority=6,
                sort=CaseSort.KIND,
            ),
            Column(
                key="stage",
                title=mark("进度"),
                text=lambda row: stage_chip(row.stage, away=row.away).text,
                chars=8.2,
                sort=CaseSort.STAGE,
                chip=lambda row: stage_chip(row.stage, away=row.away),
            ),
            Column(
                key="days",
                title=mark("已停留"),
                text=lambda row: days_words(row, self.today()),
                chars=3.6,
                priority=2,
                sort=CaseSort.DAYS,
                align_right=True,
            ),
            Column(
                key="light",
                title=mark("期限"),
                text=self._light_words,
                chars=6.5,
                priority=2,
                chip=self._light,
            ),
            Column(
                key="level",
                title=mark("层级"),
                text=level_words,
                chars=4,
                priority=7,
                sort=CaseSort.LEVEL,
            ),
            Column(
                key="grid",
                title=mark("网格"),
                text=lambda row: row.grid or "",
                chars=5,
                priority=8,
                sort=CaseSort.GRID,
            ),
            Column(
                key="mediator",
                title=mark("调解员"),
                text=lambda row: row.mediator,
                chars=4,
                priority=4,
                sort=CaseSort.MEDIATOR,
            ),
            Column(
                key="opened",
                title=mark("受理日期"),
                text=lambda row: row.opened_on.isoformat(),
                chars=6,
                priority=5,
                sort=CaseSort.OPENED,
            ),
        )

    def _light(self, row: CaseRow) -> Chip | None:
        return self.lights.get(row.id)

    def _light_words(self, row: CaseRow) -> str:
        chip = self._light(row)
        return "" if chip is None else chip.text
