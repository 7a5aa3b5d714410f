"""What was seen on the spot of the seven points of a station (检查七个有)."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.station_points import POINT, TICKED, Point, StationPoints, Tick
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput, date_input

_SEEN: dict[bool | None, str] = {None: mark("没有检查"), True: mark("有"), False: mark("缺")}
_KEYS = {
    Point.SIGN: "B",
    Point.EQUIPMENT: "E",
    Point.PEOPLE: "R",
    Point.RULES: "Z",
    Point.GUIDE: "G",
}
"""Mnemonics."""


class PointForm(FormDialog):
    """Asks what is there; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: StationPoints, parent: QWidget | None) -> None:
        title = tr("检查七个有：{name}").format(name=item.station.facts.name)
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        known = [
            tr("{point}：{reason}").format(point=tr(POINT[state.point]), reason=state.reason)
            for state in item.states
            if state.present and state.checked_on is None
        ]
        text = tr("台账里已经有的：{known}。").format(known=tr("；").join(known) or tr("还没有"))
        note = plain_label(text, "muted", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        choices: dict[Any, str] = {seen: tr(words) for seen, words in _SEEN.items()}
        for point in TICKED:
            words = tr("{point}(&{key})").format(point=tr(POINT[point]), key=_KEYS[point])
            self.form.add(point.value, words, ChoiceInput(choices))
            hint = tr("缺什么，或放在哪里")
            self.form.add(f"{point.value}_note", tr("说明"), LineInput(hint))
        self.form.add("checked_on", tr("检查日期(&D)"), date_input())
        values: dict[str, Any] = {"checked_on": desk.services.context.clock().date()}
        for tick in item.ticks:
            values[tick.point.value] = tick.present
            values[f"{tick.point.value}_note"] = tick.note
        self.form.load(**values)

    @override
    def save(self) -> Changes:
        day = self.form.value("checked_on")
        if not isinstance(day, date):
            problem = FieldProblem(field="checked_on", message=tr("请填写检查日期。"))
            raise InvalidInput([problem])
        ticks = [tick for point in TICKED if (tick := self._tick(point, day))]
        return self._desk.services.station_points.check(self._item.station.id, ticks)

    def _tick(self, point: Point, day: date) -> Tick | None:
        """Return what was seen of a point; every point that is answered was seen on this day."""
        present = self.form.value(point.value)
        if present is None:
            return None
        note = self.form.value(f"{point.value}_note")
        return Tick(point=point, present=present, checked_on=day, note=note)
