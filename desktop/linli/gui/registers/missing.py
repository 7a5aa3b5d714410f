"""Gaps of the ledger (缺项名单): what is missing where, and the list to take along."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Kind
from linli.domain.missing import Gap, GapFilter, GapLine
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.list_dialog import HistoryOf
from linli.gui.registers.frame import SHOWN_MOST
from linli.gui.registers.long_register import Found, LongRegister
from linli.gui.resident_form import ResidentForm

_NO_GRID = "none"


def open_missing(desk: Desk, parent: QWidget) -> None:
    """Show the lists of gaps."""
    MissingDialog(desk, parent).open()


class MissingDialog(LongRegister[GapLine, Mapping[Gap, int]]):
    """Lists who lacks what, grid by grid as one walks.

    Each line opens the person, the household, or whoever lives in the home.
    """

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.RESIDENTS, Kind.HOUSEHOLDS, Kind.DWELLINGS, Kind.GRIDS}
    )
    across = True
    history_table = "resident"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("住址"),
            tr("姓名"),
            tr("性别"),
            tr("年龄"),
            tr("缺什么"),
            tr("网格"),
        ]
        super().__init__(tr("缺项名单"), heads, desk, parent)
        self.gap = ChoiceInput({gap: tr(gap.label) for gap in Gap}, self)
        grids: dict[Any, str] = {None: tr("全部网格")}
        grids |= desk.services.grids.names()
        self.grid = ChoiceInput(grids | {_NO_GRID: tr("没有网格的")}, self)
        self.add_choice(tr("缺什么(&D)"), self.gap)
        self.add_choice(tr("网格(&W)"), self.grid)
        self.open_button = self.add_action(tr("打开(&O)…"), "edit", self._on_open)
        self.add_output(tr("打印名单(&P)…"), tr("导出表格(&B)…"))
        self.set_empty("circle-check", tr("这一项都齐了"), tr("换一项看看还缺什么。"), [])
        self.read()

    @property
    def wanted(self) -> GapFilter:
        """What is listed now."""
        grid = self.grid.value()
        if grid == _NO_GRID:
            return GapFilter(gap=self.gap.value(), without_grid=True)
        return GapFilter(gap=self.gap.value(), grid_id=grid)

    @override
    def search(self) -> Callable[[], Found[GapLine, Mapping[Gap, int]]]:
        wanted, missing = self.wanted, self.desk.services.missing
        return lambda: Found(
            items=missing.list_all(wanted, SHOWN_MOST),
            count=missing.count(wanted),
            more=missing.counts(),
        )

    @override
    def take(self, more: Mapping[Gap, int]) -> None:
        words = tr("{label}　{count} {unit}")
        self.gap.set_choices(
            {
                gap: words.format(label=tr(gap.label), count=f"{count:,}", unit=tr(gap.unit))
                for gap, count in more.items()
            }
        )

    @override
    def _history_of(self) -> HistoryOf | None:
        """Name the person or the household of the selected line; a home alone has none."""
        selected = self.selected()
        if len(selected) != 1:
            return None
        (item,) = selected
        if item.resident_id is not None:
            return self.history_table, str(item.resident_id), item.name
        if item.household_id is not None:
            return "household", str(item.household_id), item.name or item.place
        return None

    @override
    def key(self, item: GapLine) -> Hashable:
        return item.resident_id, item.household_id, item.place

    @override
    def line(self, item: GapLine) -> Sequence[str]:
        return (
            item.place or tr("没有住址"),
            item.name,
            item.sex,
            "" if item.age is None else str(item.age),
            item.text,
            item.grid or tr("没有网格"),
        )

    @override
    def summary_text(self) -> str:
        count = self.count
        if not count:
            return ""
        words = tr("共 {count} {unit}。")
        text = words.format(count=f"{count:,}", unit=tr(self.gap.value().unit))
        return text + self.cut_note(len(self.items), count)

    @override
    def open_form(self, item: GapLine | None) -> None:
        if item is None:
            return
        if item.household_id is not None:
            HouseholdDialog(self.desk, item.household_id, item.resident_id, self).open()
        elif item.resident_id is not None:
            resident = self.desk.services.residents.get(item.resident_id)
            ResidentForm(self.desk, resident, self).open()
        else:
            words = tr("“{place}”没有住人。请在“网格”页打开它该归的网格，把这栋楼加进去。")
            self.desk.ask.tell(self, words.format(place=item.place))

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("缺项名单（{which}）").format(which=tr(self.gap.value().label))
        return self.desk.services.missing.register(self.wanted, title)
