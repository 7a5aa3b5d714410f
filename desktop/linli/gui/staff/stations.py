"""The stations (援助站点): where they are, when they are open, whom to call."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.cards import CardSource
from linli.domain.changes import Changes, Kind
from linli.domain.open_times import read_open_times
from linli.domain.staff import STARTER_STATIONS, Station, StationDraft
from linli.domain.worker_texts import free_times_text
from linli.errors import UserError
from linli.gui.cards.dialog import open_source_cards
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import LineInput, ParsedInput, TextInput
from linli.gui.register_dialog import RegisterDialog

if TYPE_CHECKING:
    from linli.domain.workers import FreeTime

_TIMES_HINT = mark("不填就不查；填了，值班表会提示哪些开放时间没人值班。")
_FIELDS = ("name", "phone", "advice_phone", "place", "hours", "services")
"""Fields that hold the attribute of `StationDraft` of the same name."""


def open_stations(desk: Desk, parent: QWidget) -> None:
    """Show the stations."""
    StationsDialog(desk, parent).open()


class StationsDialog(RegisterDialog[Station]):
    """Lists the stations in their order."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.STAFF})
    history_table = "station"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("站点"), tr("电话"), tr("咨询电话"), tr("地点"), tr("开放时间"), tr("人员")]
        super().__init__(tr("援助站点"), heads, desk, parent)
        new = self.add_editing(tr("添加站点(&N)…"), ordered=True)
        self.add_removing(tr("删除(&X)"))
        self.add_printing(tr("打选中的电话表(&P)…"), tr("打全部(&A)…"))
        starters = QAction(tr("放入常用的十一个站点"), self)
        starters.setToolTip("、".join(STARTER_STATIONS))
        starters.triggered.connect(self._on_starters)
        hint = tr(
            "登记服务大厅、警务室、关爱援助站等站点的电话和开放时间，就能打各站点的电话表。"
            "可以先放入常用的十一个站点，再改成自己的。"
        )
        self.set_empty("building-community", tr("还没有站点"), hint, [starters, new])
        self.read()

    @override
    def list_items(self) -> Sequence[Station]:
        return self.desk.services.stations.list_all()

    @override
    def key(self, item: Station) -> Hashable:
        return item.id

    @override
    def line(self, item: Station) -> Sequence[str]:
        facts = item.facts
        return (
            facts.name,
            facts.phone or "",
            facts.advice_phone or "",
            facts.place or "",
            (facts.hours or "").replace("\n", "；"),
            tr("{count} 人").format(count=item.people) if item.people else "",
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        return tr("共 {count} 个站点。站点的人员在“工作人员”里登记。").format(count=len(self.items))

    @override
    def open_form(self, item: Station | None) -> None:
        form = StationForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Station) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除站点“{name}”？").format(name=item.facts.name)
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.stations.remove(item.id)

    @override
    def move_item(self, item: Station, steps: int) -> Changes:
        return self.desk.services.stations.move(item.id, steps)

    @override
    def print_items(self, items: Sequence[Station]) -> None:
        open_source_cards(self.desk, CardSource.STATION, [item.id for item in items], self)

    def _on_starters(self) -> None:
        self.do(self.desk.services.stations.add_starter_stations)


class StationForm(FormDialog):
    """Adds or changes a station; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, station: Station | None, parent: QWidget | None) -> None:
        title = tr("添加站点") if station is None else tr("站点资料")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._station = station
        add = self.form.add
        add("name", tr("站点名称(&N)"), LineInput(tr("如 关爱援助站")))
        add("phone", tr("电话(&T)"), LineInput())
        add("advice_phone", tr("咨询电话(&Z)"), LineInput())
        add("place", tr("地点(&D)"), LineInput(tr("如 社区服务中心一楼")))
        hours, services = TextInput(), TextInput()
        for text in (hours, services):
            text.setMaximumHeight(desk.theme.px(80))
        add("hours", tr("开放时间(&O)"), hours, hint=tr("门牌上怎么写，这里就怎么写。"))
        times = ParsedInput(read_open_times, free_times_text, tr("如 周一至周五 9:30—13:30"))
        add("open_times", tr("排班按哪些时间(&P)"), times, hint=tr(_TIMES_HINT))
        add("services", tr("服务内容(&F)"), services, hint=tr("一行写一项。"))
        facts = StationDraft(name="") if station is None else station.facts
        self.form.load(
            **{name: getattr(facts, name) for name in _FIELDS},
            open_times=facts.open_times or None,
        )
        self._read: tuple[FreeTime, ...] = facts.open_times
        hours.edited.connect(self._on_hours)

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        values |= {"name": values["name"] or "", "open_times": self.form.value("open_times") or ()}
        draft = StationDraft(**values)
        service = self._desk.services.stations
        if self._station is None:
            return service.add(draft)[1]
        return service.update(self._station.id, draft, version=self._station.version)

    def _on_hours(self) -> None:
        """Read the hours for the roster, unless the clerk wrote other times there."""
        field = self.form.field("open_times")
        text = self.form.value("hours") or ""
        times = self.form.editor("open_times")
        if times.problem() or (times.value() or ()) != self._read:
            return
        try:
            self._read = read_open_times(text)
        except UserError as error:
            self._read = ()
            field.show_hint(error.message)
        else:
            field.show_hint(tr("按上面的文字读出来的，请核对。") if self._read else tr(_TIMES_HINT))
        times.set_value(self._read or None)
