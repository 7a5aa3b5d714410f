"""Saying that people have moved out (迁出) or that somebody has died (去世)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput, date_input


class MoveOutForm(FormDialog):
    """Asks since when and where to; the people stay in the ledger as 已迁出."""

    def __init__(self, desk: Desk, resident_ids: Sequence[int], parent: QWidget | None) -> None:
        if len(resident_ids) == 1:
            name = desk.services.residents.get(resident_ids[0]).facts.name
            title = tr("登记{name}迁出").format(name=name)
        else:
            title = tr("登记 {count} 人迁出").format(count=len(resident_ids))
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._resident_ids = list(resident_ids)
        hint = tr("迁出后不再计入在住人员，资料仍然保留，随时可以迁回。")
        self.form.add("day", tr("迁出日期(&D)"), date_input(), hint=hint)
        self.form.add("note", tr("去向或说明(&M)"), LineInput())
        self.form.load(day=desk.services.context.clock().date(), note=None)
        self.resize(self.width(), desk.theme.px(340))

    @override
    def save(self) -> object:
        day, note = _day(self), self.form.value("note")
        changes = self._desk.services.residents.move_out(self._resident_ids, day, note)
        self._desk.bus.publish(changes)
        return changes


class DeceasedForm(FormDialog):
    """Asks when the person died; the record stays in the ledger as 已去世."""

    def __init__(self, desk: Desk, resident_id: int, parent: QWidget | None) -> None:
        name = desk.services.residents.get(resident_id).facts.name
        super().__init__(tr("登记{name}去世").format(name=name), desk.theme, desk.ask, parent)
        self._desk = desk
        self._resident_id = resident_id
        hint = tr("资料仍然保留；如果是户主，请随后在“本户”里另设户主。")
        self.form.add("day", tr("去世日期(&D)"), date_input(), hint=hint)
        self.form.load(day=desk.services.context.clock().date())
        self.resize(self.width(), desk.theme.px(300))

    @override
    def save(self) -> object:
        day = _day(self)
        changes = self._desk.services.residents.mark_deceased(self._resident_id, day)
        self._desk.bus.publish(changes)
        return changes


def _day(dialog: FormDialog) -> date:
    day = dialog.form.value("day")
    if not isinstance(day, date):
        raise InvalidInput([FieldProblem(field="day", message=tr("请填写日期。"))])
    return day
