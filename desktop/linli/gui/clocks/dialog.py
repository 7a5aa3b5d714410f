"""The list of what is due (到期灯): red, amber and green, each with a shape and a word."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Kind
from linli.domain.clocks import Clock, ClockFilter, Light, summary_of
from linli.domain.limits import AREA, Area
from linli.domain.registers import Register
from linli.gui.clocks.calendar import open_calendar
from linli.gui.clocks.lines import (
    HISTORY_TABLES,
    KINDS,
    clock_heads,
    clock_line,
    light_lamps,
    open_subject,
)
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.limits.dialog import open_limits
from linli.gui.list_dialog import HistoryOf
from linli.gui.registers.frame import SHOWN_MOST, PeopleRegister

_SHOWN = {
    ClockFilter(): mark("没有办结的"),
    ClockFilter(lights=frozenset({Light.RED})): mark("已超期的"),
    ClockFilter(lights=frozenset({Light.AMBER})): mark("快到期的"),
    ClockFilter(lights=frozenset({Light.RED, Light.AMBER})): mark("已超期和快到期的"),
    ClockFilter(lights=frozenset({Light.DONE})): mark("办结和期限已过的"),
}


def open_clocks(desk: Desk, parent: QWidget) -> None:
    """Show what is due."""
    ClocksDialog(desk, parent).open()


class ClocksDialog(PeopleRegister[Clock]):
    """Lists clocks; at first those that are open, what is due first."""

    kinds: ClassVar[frozenset[Kind]] = KINDS
    history_table = HISTORY_TABLES[Area.MEDIATION]
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("到期灯"), clock_heads(), desk, parent)
        self._all: list[Clock] = []
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        areas: dict[Any, str] = {None: tr("全部")}
        areas |= {area: tr(AREA[area]) for area in HISTORY_TABLES}
        self.area = ChoiceInput(areas, self)
        self.add_choice(tr("显示(&S)"), self.shown)
        self.add_choice(tr("登记簿(&A)"), self.area)
        self.find_line = self.add_find(tr("编号、名称、事项、经办人"))
        self.put_summary_below()
        self.open_button = self.add_action(tr("打开(&D)…"), "edit", self._on_open)
        self.calendar_button = self.add_button(tr("期限日历(&R)…"), "calendar-week")
        self.calendar_button.clicked.connect(lambda: open_calendar(desk, self))
        self.limits_button = self.add_button(tr("办理期限(&L)…"), "list-check")
        self.limits_button.clicked.connect(lambda: open_limits(desk, self))
        self.add_output(tr("打印(&P)…"), tr("导出表格(&E)…"))
        hint = tr("受理的纠纷、登记的信访和建议，到了该办的日子会在这里亮灯。")
        self.set_empty("bell-ringing", tr("没有要到期的事项"), hint, [])
        self.read()

    @property
    def wanted(self) -> ClockFilter:
        """What is listed now."""
        chosen: ClockFilter = self.shown.value()
        return replace(chosen, area=self.area.value(), text=self.find_line.value() or "")

    @override
    def read(self) -> None:
        super().read()
        light_lamps(self.table, self.items)

    @override
    def list_items(self) -> Sequence[Clock]:
        self._all = self.desk.services.clocks.list_all(self.wanted)
        return self._all[:SHOWN_MOST]

    @override
    def key(self, item: Clock) -> Hashable:
        return (item.subject.area, item.subject.id, item.key, item.what, item.started)

    @override
    def line(self, item: Clock) -> Sequence[str]:
        return clock_line(item)

    @override
    def summary_text(self) -> str:
        total = summary_of(self._all)
        words = tr(
            "{count} 项：已超期 {overdue}，今天到期 {today}，快到期 {soon}。到期当天不算超期。"
        )
        said = words.format(
            count=f"{len(self._all):,}",
            overdue=total.overdue,
            today=total.today,
            soon=total.soon,
        )
        return said + self.cut_note(len(self.items), len(self._all))

    @override
    def open_form(self, item: Clock | None) -> None:
        if item is not None:
            open_subject(self.desk, item, self)

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.clocks.register(self.wanted, tr("到期事项一览表"))

    @override
    def _history_of(self) -> HistoryOf | None:
        selected = self.selected()
        if len(selected) != 1:
            return None
        subject = selected[0].subject
        return HISTORY_TABLES[subject.area], str(subject.id), subject.number or subject.title
