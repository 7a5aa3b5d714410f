"""The help stations (援助站): how their seven points stand (七个有), and the paper for each."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.registers import Register
from linli.domain.staff import STARTER_STATIONS
from linli.domain.station_lists import NO, YES
from linli.domain.station_points import StationPoints
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.permission import new_action
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import PeopleRegister
from linli.gui.staff.stations import StationForm
from linli.gui.stations.guides import open_guides
from linli.gui.stations.point_form import PointForm

_HEADS = (
    *(mark("标牌"), mark("设备"), mark("人员"), mark("电话")),
    *(mark("制度"), mark("指南"), mark("咨询")),
)
"""The seven points, short."""


def open_station_points(desk: Desk, parent: QWidget) -> None:
    """Show the stations with their seven points."""
    StationPointsDialog(desk, parent).open()


class StationPointsDialog(PeopleRegister[StationPoints]):
    """Lists stations in their order, with each of the seven points."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.STAFF, Kind.GUIDES, Kind.WORKERS})
    history_table = "station"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("站点"), *map(tr, _HEADS), tr("七个有"), tr("开放时间")]
        super().__init__(tr("援助站"), heads, desk, parent)
        new = self.add_editing(tr("添加站点(&N)…"), ordered=False)
        self.check_button = self.add_action(
            tr("检查七个有(&T)…"), "clipboard", self._on_check, right=Right.EDIT
        )
        self.guides_button = self.add_action(
            tr("指南和制度(&G)…"), "notebook", self._on_guides, right=Right.READ
        )
        self.sign_button = self.add_action(
            tr("打门牌 A3(&M)"),
            "printer",
            lambda: self._on_signs(large=True),
            needs_one=False,
            right=Right.PRINT,
        )
        self.small_sign_button = self.add_action(
            tr("打门牌 A4(&4)"),
            "printer",
            lambda: self._on_signs(large=False),
            needs_one=False,
            right=Right.PRINT,
        )
        self.today_button = self.add_action(
            tr("打今天谁值班(&Q)"), "printer", self._on_today, needs_one=False, right=Right.PRINT
        )
        self.people_button = self.add_action(
            tr("打值班人员(&Z)…"), "printer", self._on_people, right=Right.PRINT
        )
        self.sheet_button = self.add_action(
            tr("打检查表(&J)"), "printer", self._on_sheet, needs_one=False, right=Right.PRINT
        )
        self.phone_button = self.add_button(tr("打电话表(&H)"), "printer", Right.PRINT)
        self.phone_button.clicked.connect(self._on_phones)
        self._any.append(self.phone_button)
        self.add_output(tr("打缺项清单(&P)"), tr("导出缺项清单(&B)…"))
        starters = new_action(tr("放入常用的十一个站点"), self, desk, Right.EDIT)
        starters.setToolTip("、".join(STARTER_STATIONS))
        starters.triggered.connect(lambda: self.do(desk.services.stations.add_starter_stations))
        hint = tr(
            "每个站点要有标牌、设备、值班人员、公开电话、工作制度、办事指南和咨询电话。"
            "可以先放入常用的十一个站点，再改成自己的。"
        )
        self.set_empty("building-community", tr("还没有站点"), hint, _actions(starters, new))
        self.read()

    @override
    def list_items(self) -> Sequence[StationPoints]:
        return self.desk.services.station_points.list_all()

    @override
    def key(self, item: StationPoints) -> Hashable:
        return item.station.id

    @override
    def line(self, item: StationPoints) -> Sequence[str]:
        marks = (tr(YES) if state.present else tr(NO) for state in item.states)
        total = len(item.states)
        hours = (item.station.facts.hours or "").replace("\n", "；")
        return (item.station.facts.name, *marks, f"{item.present}/{total}", hours)

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        whole = sum(not item.gaps for item in self.items)
        words = tr("{count} 个站点，七个有齐全的 {whole} 个，一共还缺 {gaps} 项。")
        gaps = sum(len(item.gaps) for item in self.items)
        return words.format(count=len(self.items), whole=whole, gaps=gaps)

    @override
    def open_form(self, item: StationPoints | None) -> None:
        form = StationForm(self.desk, item.station if item else None, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.station_points.gap_register(tr("七个有缺项清单"))

    def _on_check(self) -> None:
        form = PointForm(self.desk, self.selected()[0], self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_guides(self) -> None:
        open_guides(self.desk, self, self.selected()[0].station.id)

    def _on_signs(self, *, large: bool) -> None:
        ids = [item.station.id for item in self.selected()]
        self.desk.jobs.run(
            lambda _: self.desk.services.station_points.signs(ids, large=large),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, tr("站点门牌"), self),
            title=tr("正在准备门牌…"),
        )

    def _on_today(self) -> None:
        ids = [item.station.id for item in self.selected()]
        day = self.desk.services.context.clock().date()
        self.desk.jobs.run(
            lambda _: self.desk.services.roster_papers.stations(day, ids),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, tr("今天谁值班"), self),
            title=tr("正在准备站点值班…"),
        )

    def _on_people(self) -> None:
        station_id = self.selected()[0].station.id
        points = self.desk.services.station_points
        self.output(
            lambda revealed: points.people_register(station_id, revealed=revealed),
            self.print_upright,
            has_phones=True,
        )

    def _on_sheet(self) -> None:
        ids = [item.station.id for item in self.selected()]
        points = self.desk.services.station_points
        self.output(lambda _: points.check_register(ids, tr("七个有检查表")), self.print_upright)

    def _on_phones(self) -> None:
        points = self.desk.services.station_points
        self.output(lambda _: points.phone_register(tr("站点电话表")), self._print)


def _actions(*actions: QAction) -> list[QAction]:
    """Return what an empty page offers: what the account may not do is left out."""
    return [action for action in actions if action.isEnabled()]
