"""The form of a training (培训和参观)."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.trainings import TRAINING_TABLE, Training, TrainingDraft
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import CodeInput, LineInput, TextInput, date_input
from linli.gui.rental_form import count_input

_FIELDS = ("day", "kind_code", "topic", "place", "teacher", "headcount", "note")


class TrainingForm(FormDialog):
    """Records or changes a training; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Training | None, parent: QWidget | None) -> None:
        title = tr("登记培训") if item is None else tr("培训记录")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        kinds = CodeInput(code_table(TRAINING_TABLE))
        add("kind_code", tr("类别(&K)"), kinds, hint=tr("如 培训班、外出参观、党课"))
        add("day", tr("日期(&B)"), date_input())
        add("topic", tr("主题(&N)"), LineInput(tr("如 消防知识、参观敬老中心")), wide=True)
        add("place", tr("地点(&D)"), LineInput())
        add("teacher", tr("授课人(&R)"), LineInput(tr("讲课或带队的人")))
        add("headcount", tr("人数(&H)"), count_input(), hint=tr("来了多少人，按人次计"))
        note = TextInput()
        note.setMaximumHeight(desk.theme.px(80))
        add("note", tr("备注(&M)"), note, wide=True)
        for field in ("place", "teacher"):
            self.form.editor(field).suggest(partial(desk.services.trainings.suggestions, field))
        if item is None:
            self.form.load(day=desk.services.context.clock().date(), kind_code="01")
        else:
            self.form.load(**{name: getattr(item.facts, name) for name in _FIELDS})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        problems = []
        if not isinstance(values["day"], date):
            problems.append(FieldProblem(field="day", message=tr("请填写日期。")))
        if values["headcount"] is None:
            problems.append(FieldProblem(field="headcount", message=tr("请填写来了多少人。")))
        if problems:
            raise InvalidInput(problems)
        for name in ("kind_code", "topic"):
            values[name] = values[name] or ""
        draft = TrainingDraft(**values)
        service = self._desk.services.trainings
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)
