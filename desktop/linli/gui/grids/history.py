"""The history of a grid (网格沿革), and the question where a place belonged on a day."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.grid_history import GridHistory
from linli.domain.grids import officers_text
from linli.domain.values.addresses import Address, address_text, parse_address
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput, date_input
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable


class GridHistoryDialog(ListDialog):
    """What a grid was called, what was in it and who served, each from when to when."""

    def __init__(self, desk: Desk, grid_id: int, parent: QWidget | None = None) -> None:
        history = desk.services.grids.history(grid_id)
        name = history.titles[-1].name
        super().__init__(tr("{name}的沿革").format(name=name), desk, parent)
        heads = [tr("从"), tr("到"), tr("什么"), tr("内容")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(self.windowTitle())
        self.set_list(self.table)
        self.ask_button = self.add_button(tr("查某一天归哪个网格(&D)…"), "search")
        self.ask_button.clicked.connect(lambda: GridOnForm(desk, self).open())
        self.add_history(lambda: ("grid", str(grid_id), name))
        self.table.set_lines(history_lines(history))
        words = tr("“从”空着的，是一开始就这样，或者不知道从哪天起。")
        if history.until is not None:
            words = tr("这个网格用到 {day}。").format(day=history.until.isoformat()) + words
        self.summary.setText(words)


class GridOnForm(FormDialog):
    """Where a place belonged on a day, and who served there then."""

    kept = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("查某一天归哪个网格"), desk.theme, desk.ask, parent)
        self._services = desk.services
        self.answer = plain_label("", "", self)
        self.answer.setWordWrap(True)
        self.form.add("place", tr("地方(&P)"), LineInput(tr("如 3号楼2单元501室")))
        self.form.add("day", tr("哪一天(&T)"), date_input())
        self.form.add_widget(self.answer)
        self.buttons.removeButton(self.save_button)
        self.form.edited.connect(self._show)
        self.form.load(day=desk.services.context.clock().date())

    @override
    def save(self) -> object:
        return None

    @override
    def reject(self) -> None:
        self.form.modified = False
        super().reject()

    def _show(self) -> None:
        community = self._services.settings.hall().community
        place = parse_address(self.form.value("place") or "", community)
        day: date | None = self.form.value("day")
        self.answer.setText("" if place is None or day is None else self._said(place, day))

    def _said(self, place: Address, day: date) -> str:
        where, on = address_text(place), day.isoformat()
        found = self._services.grids.on(place, day)
        if found is None:
            return tr("{place}在 {day} 不在任何网格里，或者台账里没有记。").format(
                place=where, day=on
            )
        words = tr("{place}在 {day} 归“{grid}”（编号 {number}）。").format(
            place=where, day=on, grid=found.name, number=found.number
        )
        people = officers_text(found.officers)
        return f"{words}\n{people}" if people else words


def history_lines(history: GridHistory) -> list[tuple[str, str, str, str]]:
    """Return a history as lines: from, until, what, which; the latest first."""
    lines: list[tuple[date | None, date | None, str, str]] = [
        *((t.since, t.until, tr("编号和名称"), f"{t.number} {t.name}") for t in history.titles),
        *((o.since, o.until, o.role.label, o.name) for o in history.officers),
        *((p.since, p.until, tr("楼栋"), address_text(p.place)) for p in history.places),
    ]
    lines.sort(key=lambda line: line[1] or date.max, reverse=True)  # keeps the order of the rest
    return [(_day(since), _day(until), what, which) for since, until, what, which in lines]


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
