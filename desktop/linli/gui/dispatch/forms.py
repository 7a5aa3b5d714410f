"""The forms of home services (家政派遣): taking a request down, taking it a step on."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.dispatches import (
    DISPATCH_STATE,
    SATISFACTION,
    Dispatch,
    DispatchDraft,
    DispatchMove,
    DispatchState,
    next_states,
)
from linli.domain.values.money import yuan
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.registers.inputs import hide_number, yuan_input
from linli.gui.registers.somebody_input import Somebody, SomebodyInput
from linli.gui.resident_form_numbers import MaskedLine

_FIELDS = (
    *("phone", "address", "what", "wished_on", "wished_time"),
    *("price", "voucher_id", "received_on"),
)
"""Fields that hold the attribute of `DispatchDraft` of the same name."""


class DispatchForm(FormDialog):
    """Takes down or changes a request; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Dispatch | None, parent: QWidget | None) -> None:
        title = tr("登记家政服务")
        if item is not None:
            title = tr("家政派单 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        if item is not None:
            note = plain_label(step_words(item), "muted", self)
            note.setWordWrap(True)
            self.form.add_widget(note)
        add = self.form.add
        add("who", tr("居民(&N)"), SomebodyInput(desk), wide=True)
        masks = desk.services.masking.masks()
        hint = tr("选了居民可以不填，用资料里的电话")
        add("phone", tr("电话(&T)"), MaskedLine(masks.show_numbers_in), hint=hint)
        add("address", tr("上门地址(&D)"), LineInput(tr("如 3号楼2单元501")))
        add("what", tr("做什么(&M)"), TextInput(), wide=True)
        add("wished_on", tr("希望哪天(&W)"), date_input(), hint=tr("不急的留空，按三天内算"))
        add("wished_time", tr("什么时间(&Z)"), LineInput(tr("如 上午、14:00 以后")))
        add("price", tr("约定价格(&J)"), yuan_input(), hint=tr("没有谈好的留空，上门面议"))
        vouchers: dict[Any, str] = {None: tr("不用代金券")}
        number = item.number if item is not None else ""
        for each in desk.services.providers.usable(number):
            words = tr("{number}　{value} 元　{name}").format(
                number=each.facts.number, value=yuan(each.facts.value), name=each.facts.name
            )
            vouchers[each.id] = words
        if item is not None and item.facts.voucher_id is not None:
            vouchers.setdefault(item.facts.voucher_id, item.voucher)
        add("voucher_id", tr("代金券(&Q)"), ChoiceInput(vouchers))
        add("received_on", tr("登记日期(&B)"), date_input())
        self.form.editor("who").edited.connect(self._on_who)
        if item is None:
            self.form.load(received_on=desk.services.context.clock().date())
        else:
            facts = item.facts
            who = Somebody(name=facts.name, resident_id=facts.resident_id)
            self.form.load(who=who, **{name: getattr(facts, name) for name in _FIELDS})
            self.add_history(desk, [("dispatch", str(item.id))], item.number)
        self.reveal_button = hide_number(desk, self, self.form.editor("phone"), self._on_revealed)

    @override
    def save(self) -> Changes:
        value = self.form.value
        if not isinstance(value("received_on"), date):
            message = tr("请填写登记日期。")
            raise InvalidInput([FieldProblem(field="received_on", message=message)])
        who: Somebody | None = value("who")
        values = {field: value(field) for field in _FIELDS} | {"what": value("what") or ""}
        draft = DispatchDraft(
            name=who.name if who else "",
            resident_id=who.resident_id if who else None,
            **values,
        )
        service = self._desk.services.dispatches
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)

    def _on_who(self) -> None:
        """Take the home of a resident who is picked."""
        who: Somebody | None = self.form.value("who")
        if who is None or who.resident_id is None or self.form.value("address"):
            return
        rows = self._desk.services.residents.rows([who.resident_id])
        if rows:
            self.form.editor("address").set_value(rows[0].address)

    def _on_revealed(self, reason: str) -> None:
        if self._item is not None:
            self._desk.services.dispatches.reveal(self._item.id, reason)


class MoveForm(FormDialog):
    """Takes a request a step on; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Dispatch, parent: QWidget | None) -> None:
        title = tr("办理家政派单 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        note = plain_label(step_words(item), "muted", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        add = self.form.add
        states: dict[Any, str] = {}
        for state in next_states(item.state):
            again = state is item.state
            states[state] = tr("改派") if again else tr(DISPATCH_STATE[state])
        add("to", tr("办到哪一步(&T)"), ChoiceInput(states))
        add("sent_to", tr("派给谁(&W)"), ChoiceInput(self._people()))
        said = {each: tr(words) for each, words in SATISFACTION.items()}
        add("satisfaction", tr("居民说(&J)"), ChoiceInput(said))
        hint = tr("居民的话，或取消、改派的原因")
        add("words", tr("说明(&M)"), TextInput(), hint=hint)
        add("day", tr("日期(&B)"), date_input())
        add("person", tr("经办人(&R)"), LineInput())
        context = desk.services.context
        self.form.load(day=context.clock().date(), person=context.actor.name)
        self.form.editor("to").edited.connect(self._on_to)
        self._on_to()

    @override
    def save(self) -> Changes:
        value = self.form.value
        if not isinstance(value("day"), date):
            raise InvalidInput([FieldProblem(field="day", message=tr("请填写日期。"))])
        kind, number = value("sent_to") or ("", None)
        move = DispatchMove(
            to=value("to"),
            day=value("day"),
            person=value("person") or "",
            worker_id=number if kind == "worker" else None,
            provider_id=number if kind == "provider" else None,
            satisfaction=value("satisfaction"),
            words=value("words"),
        )
        service = self._desk.services.dispatches
        return service.move(self._item.id, move, version=self._item.version)

    def _people(self) -> dict[Any, str]:
        """Return who can be sent: housekeepers, then providers with what they do."""
        services = self._desk.services
        found: dict[Any, str] = {None: tr("请选择")}
        for worker_id, name in services.dispatches.workers().items():
            found["worker", worker_id] = tr("家政人员　{name}").format(name=name)
        for each in services.providers.list_all(serving=True):
            words = tr("网点　{name}（{what}）").format(name=each.facts.name, what=each.facts.what)
            found["provider", each.id] = words
        return found

    def _on_to(self) -> None:
        """Show only what the chosen step asks for."""
        to = self.form.value("to")
        self.form.show_fields(("sent_to",), shown=to is DispatchState.SENT)
        self.form.show_fields(("satisfaction",), shown=to is DispatchState.CLOSED)


def step_words(item: Dispatch) -> str:
    """Return every step that was made, line by line."""
    lines = []
    for step in item.steps:
        state = tr("登记") if step.state is DispatchState.ASKED else tr(DISPATCH_STATE[step.state])
        parts = (step.day.isoformat(), state, step.whom or "", step.person, step.words or "")
        lines.append(" · ".join(filter(None, parts)))
    return "\n".join(lines)
