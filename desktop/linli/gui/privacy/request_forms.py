"""The forms of a request (个人信息请求): what is asked, how it was answered, why it is void."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.privacy_requests import (
    DAYS_SOURCE,
    KIND_LABELS,
    PROOF_LABELS,
    RESULT_LABELS,
    PrivacyRequest,
    Proof,
    RequestAnswer,
    RequestDraft,
    RequestKind,
    Result,
)
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.registers.somebody_input import Somebody, SomebodyInput

_FIELDS = ("kind", "received_on", "proof", "agent", "contact", "content")


class RequestForm(FormDialog):
    """Records or changes a request; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: PrivacyRequest | None,
        parent: QWidget | None,
        *,
        resident_id: int | None = None,
        kind: RequestKind = RequestKind.ACCESS,
    ) -> None:
        """Make the form of `item`, or an empty one, with `resident_id` already chosen."""
        title = tr("登记个人信息请求")
        if item is not None:
            title = tr("个人信息请求 {number}").format(number=item.number)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("who", tr("本人(&N)"), SomebodyInput(desk), hint=tr("谁的个人信息"))
        add("kind", tr("事项(&T)"), ChoiceInput(_choices(KIND_LABELS)))
        hint = tr("从这一天起算答复期限。{source}").format(source=DAYS_SOURCE)
        add("received_on", tr("收到日期(&D)"), date_input(), hint=hint)
        add("proof", tr("身份核对(&I)"), ChoiceInput(_choices(PROOF_LABELS)))
        add("agent", tr("来办的人(&G)"), LineInput(tr("不是本人来办的才填写")))
        add("contact", tr("联系方式(&L)"), LineInput(tr("答复送到哪里，可以不填")))
        content = TextInput()
        content.setMaximumHeight(desk.theme.px(110))
        add("content", tr("要求内容(&Y)"), content, hint=tr("照本人说的写"))
        if item is None:
            today = desk.services.context.clock().date()
            self.form.load(
                who=None if resident_id is None else _resident(desk, resident_id),
                kind=kind,
                received_on=today,
                proof=Proof.CARD,
            )
        else:
            facts = item.facts
            who = Somebody(name=facts.name, resident_id=facts.resident_id)
            self.form.load(who=who, **{name: getattr(facts, name) for name in _FIELDS})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        who: Somebody = self.form.value("who")
        _require_day(values["received_on"], "received_on")
        draft = RequestDraft(
            **(values | {"content": values["content"] or ""}),
            name=who.name,
            resident_id=who.resident_id,
        )
        service = self._desk.services.privacy_requests
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)


class AnswerForm(FormDialog):
    """Says how a request was answered; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: PrivacyRequest, parent: QWidget | None) -> None:
        super().__init__(tr("答复并办结"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        words = tr("{number} {name}：{kind}。办结后不能再改，可以打印答复单。")
        note = plain_label(
            words.format(
                number=item.number, name=item.facts.name, kind=tr(KIND_LABELS[item.facts.kind])
            ),
            "",
            self,
        )
        note.setWordWrap(True)
        self.form.add_widget(note)
        self.form.add("result", tr("结果(&R)"), ChoiceInput(_choices(RESULT_LABELS)))
        self.form.add("answer", tr("答复内容(&Y)"), _text(desk), hint=tr("办了什么，怎么办的"))
        hint = tr("没有全部办理的，要写明理由")
        self.form.add("refusal", tr("没有办理的理由(&L)"), _text(desk), hint=hint)
        self.form.add("closed_on", tr("办结日期(&D)"), date_input())
        self.form.load(result=Result.DONE, closed_on=desk.services.context.clock().date())
        self.save_button.setText(tr("办结(&S)"))

    @override
    def save(self) -> Changes:
        closed_on = self.form.value("closed_on")
        _require_day(closed_on, "closed_on")
        answer = RequestAnswer(
            result=self.form.value("result"),
            answer=self.form.value("answer") or "",
            refusal=self.form.value("refusal"),
            closed_on=closed_on,
        )
        return self._desk.services.privacy_requests.answer(
            self._item.id, answer, version=self._item.version
        )


class VoidForm(FormDialog):
    """Says why a request was entered by mistake; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: PrivacyRequest, parent: QWidget | None) -> None:
        super().__init__(tr("作废"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        words = tr("编号 {number} 作废后仍然占用，不会再给别的请求，这样编号是连着的。")
        note = plain_label(words.format(number=item.number), "", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        self.form.add("reason", tr("作废原因(&Y)"), LineInput(tr("如 重复登记")))
        self.form.load()
        self.save_button.setText(tr("作废(&S)"))

    @override
    def save(self) -> Changes:
        return self._desk.services.privacy_requests.void(
            self._item.id, self.form.value("reason") or "", version=self._item.version
        )


def _choices(labels: dict[Any, str]) -> dict[Any, str]:
    return {each: tr(words) for each, words in labels.items()}


def _text(desk: Desk) -> TextInput:
    text = TextInput()
    text.setMaximumHeight(desk.theme.px(90))
    return text


def _resident(desk: Desk, resident_id: int) -> Somebody:
    name = desk.services.residents.get(resident_id).facts.name
    return Somebody(name=name, resident_id=resident_id)


def _require_day(value: object, field: str) -> None:
    if not isinstance(value, date):
        raise InvalidInput([FieldProblem(field=field, message=tr("请填写日期，如 2026-11-23。"))])
