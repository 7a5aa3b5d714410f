"""The form that takes a petition a step on (信访办理); what the step wants is asked, no more."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.clocks import Clock
from linli.domain.petition_flow import (
    DECIDES_ACCEPTANCE,
    MOVE,
    WANTS_TEXT,
    WANTS_UNIT,
    Move,
    moves_from,
)
from linli.domain.petition_lists import state_text
from linli.domain.petitions import MoveDraft, Petition
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input

_TEXT = 90


class MoveForm(FormDialog):
    """Takes a step; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Petition, parent: QWidget | None) -> None:
        title = tr("办理信访 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        clocks = desk.services.petitions.clocks()
        self.steps = plain_label(_steps(item, clocks.of(item)), "muted", self)
        self.steps.setWordWrap(True)
        self.form.add_widget(self.steps)
        taken = [step.move for step in item.steps]
        moves: dict[Any, str] = {each: tr(MOVE[each]) for each in moves_from(item.state, taken)}
        add = self.form.add
        add("move", tr("办哪一步(&T)"), ChoiceInput(moves))
        add("day", tr("日期(&B)"), date_input())
        add("person", tr("经办人(&R)"), LineInput())
        add("unit", tr("单位(&W)"), LineInput(tr("如 社区居委会、街道办事处")), hint=" ")
        self.form.editor("unit").suggest(desk.services.petitions.units)
        add("told", "", CheckInput(tr("同一天已经告知信访人(&G)")))
        text = TextInput()
        text.setMaximumHeight(desk.theme.px(_TEXT))
        add("text", tr("内容(&M)"), text, hint=" ")
        add("approver", tr("谁批准的(&P)"), LineInput(tr("单位负责人")))
        longest = clocks.longest(item)
        hint = "" if longest is None else tr("最晚 {day}").format(day=longest.isoformat())
        add("until", tr("延长到哪天(&E)"), date_input(), hint=hint)
        self.form.editor("move").edited.connect(self._on_move)
        context = desk.services.context
        self.form.load(day=context.clock().date(), person=context.actor.name, told=True)
        self._on_move()

    @override
    def save(self) -> Changes:
        value = self.form.value
        if value("move") is None:
            message = tr("这件信访已经结束，没有可以办理的步骤。")
            raise InvalidInput([FieldProblem(field="move", message=message)])
        if not isinstance(value("day"), date):
            raise InvalidInput([FieldProblem(field="day", message=tr("请填写日期。"))])
        draft = MoveDraft(
            move=value("move"),
            day=value("day"),
            person=value("person") or "",
            unit=value("unit"),
            text=value("text"),
            approver=value("approver"),
            until=value("until"),
            told=value("told"),
        )
        petitions = self._desk.services.petitions
        return petitions.move(self._item.id, draft, version=self._item.version)

    def _on_move(self) -> None:
        """Ask what the step wants."""
        move = self.form.value("move")
        self.form.show_fields(["unit"], shown=move in WANTS_UNIT)
        self.form.show_fields(["told"], shown=move in DECIDES_ACCEPTANCE)
        self.form.show_fields(["approver", "until"], shown=move is Move.EXTEND)
        self.form.field("unit").show_hint(tr(WANTS_UNIT.get(move, "")))
        self.form.field("text").show_hint(tr(WANTS_TEXT.get(move, "")) or tr("可以不填"))


def _steps(item: Petition, clocks: list[Clock]) -> str:
    """Return what was done, and by when what is to be done, line by line."""
    lines = [tr("现在：{state}").format(state=tr(state_text(item)))]
    for step in item.steps:
        until = "" if step.until is None else tr("延长到 {day}").format(day=step.until.isoformat())
        parts = (tr(MOVE[step.move]), step.person, step.unit or "", until, step.text or "")
        lines.append(" · ".join((step.day.isoformat(), *filter(None, parts))))
    for clock in clocks:
        if clock.done is None:
            day = clock.due.isoformat()
            lines.append(
                tr("期限：{what} {day}，{words}").format(
                    what=clock.what, day=day, words=clock.words
                )
            )
    return "\n".join(lines)
