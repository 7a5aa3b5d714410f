"""The forms of notices (告知书): that one came back, that consent was withdrawn, its texts."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.consents import ANSWER_LABELS, SENSITIVE_TABLE, Answer, Consent, ConsentDraft
from linli.domain.privacy_letters import NoticeFacts
from linli.domain.privacy_requests import DAYS_SOURCE
from linli.errors import FieldProblem, InvalidInput
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.rental_form import count_input


class SensitiveInput(Composite):
    """The sensitive kinds to which somebody consented apart, each with a box.

    Signals:
        edited: a box was ticked or cleared.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {
            code: QCheckBox(name, self) for code, name in code_table(SENSITIVE_TABLE).names.items()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for box in self.boxes.values():
            box.toggled.connect(self.edited)
            column.addWidget(box)

    @override
    def first_part(self) -> QWidget:
        return next(iter(self.boxes.values()))

    def value(self) -> tuple[str, ...]:
        """Return the codes of what is ticked."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Sequence[str] | None) -> None:
        """Tick some kinds."""
        for code, box in self.boxes.items():
            box.setChecked(code in (value or ()))

    def problem(self) -> str | None:
        """Any choice is right."""
        return None


class ConsentForm(FormDialog):
    """Records signed notices of one or several people; `saved` carries the `Changes`."""

    def __init__(
        self, desk: Desk, resident_ids: Sequence[int], whom: str, parent: QWidget | None
    ) -> None:
        """Make an empty form; `whom` says for whom it is."""
        super().__init__(tr("登记签收告知书"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._ids = list(resident_ids)
        note = plain_label(tr("本人：{whom}").format(whom=whom), "", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        add = self.form.add
        answers: dict[Any, str] = {each: tr(words) for each, words in ANSWER_LABELS.items()}
        add("answer", tr("结果(&R)"), ChoiceInput(answers), hint=tr("不满 14 周岁的由监护人签名"))
        add("day", tr("签名日期(&D)"), date_input())
        add("guardian", tr("监护人(&G)"), LineInput(tr("监护人签名的才填写")))
        add("guardian_relation", tr("与本人关系(&L)"), LineInput(tr("如 母亲")))
        hint = tr("照纸上打了 √ 的勾选；没有打的不勾")
        add("separate", tr("单独同意(&K)"), SensitiveInput(), hint=hint)
        memo = TextInput()
        memo.setMaximumHeight(desk.theme.px(64))
        add("note", tr("备注(&M)"), memo)
        self.form.load(answer=Answer.SIGNED, day=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        day = _day(self.form.value("day"), tr("请填写签名日期。"))
        drafts = [
            ConsentDraft(
                resident_id=number,
                day=day,
                answer=self.form.value("answer"),
                guardian=self.form.value("guardian"),
                guardian_relation=self.form.value("guardian_relation"),
                separate=self.form.value("separate"),
                note=self.form.value("note"),
            )
            for number in self._ids
        ]
        return self._desk.services.consents.add(drafts)


class WithdrawForm(FormDialog):
    """Says when and why consent was withdrawn; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, consent: Consent, whom: str, parent: QWidget | None) -> None:
        super().__init__(tr("撤回同意"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._consent = consent
        words = tr(
            "{whom} 撤回同意。撤回以前的处理有效；期限到了会列在“保存期限”里，由您决定去留。"
        )
        note = plain_label(words.format(whom=whom), "", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        self.form.add("day", tr("撤回日期(&D)"), date_input())
        self.form.add("reason", tr("说明(&M)"), LineInput(tr("可以不填")))
        self.form.load(day=desk.services.context.clock().date())

    @override
    def save(self) -> Changes:
        day = _day(self.form.value("day"), tr("请填写撤回日期。"))
        return self._desk.services.consents.withdraw(
            self._consent.id, day, self.form.value("reason"), version=self._consent.version
        )


class NoticeFactsForm(FormDialog):
    """What the hall says of its own in the notice; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("告知书内容"), desk.theme, desk.ask, parent)
        self._desk = desk
        add = self.form.add
        add("contact", tr("联系电话(&T)"), LineInput(tr("留空时用大厅热线")))
        add("purposes", tr("用来做什么(&Y)"), TextInput(), hint=tr("清空后恢复原来的文字"))
        add("kinds", tr("收集哪些信息(&K)"), TextInput(), hint=tr("清空后恢复原来的文字"))
        hint = tr("个工作日。{source}").format(source=DAYS_SOURCE)
        add("days", tr("答复期限(&D)"), count_input(), hint=hint)
        self.add_history(desk, [("setting", "privacy_notice")], tr("告知书内容"))
        facts = desk.services.consents.notice_facts()
        self.form.load(
            contact=facts.contact, purposes=facts.purposes, kinds=facts.kinds, days=facts.days
        )

    @override
    def save(self) -> Changes:
        facts = NoticeFacts(
            contact=self.form.value("contact"),
            purposes=self.form.value("purposes") or "",
            kinds=self.form.value("kinds") or "",
            days=self.form.value("days") or 0,
        )
        return self._desk.services.consents.save_notice_facts(facts)


def _day(value: object, message: str) -> date:
    if not isinstance(value, date):
        raise InvalidInput([FieldProblem(field="day", message=message)])
    return value
