"""The forms of an entitlement (救助待遇): what it is, that it was reviewed, that it is stopped."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.entitlement_rules import ENTITLEMENT_TABLE
from linli.domain.entitlements import Entitlement, EntitlementDraft
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import CodeInput, LineInput, TextInput, date_input, partial_date_input
from linli.gui.registers.inputs import ResidentInput, yuan_input
from linli.gui.rental_form import count_input

_FIELDS = (
    "resident_id",
    "kind_code",
    "number",
    "persons",
    "amount",
    "since",
    "until",
    "review_date",
    "note",
)


class EntitlementForm(FormDialog):
    """Adds or changes an entitlement; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: Entitlement | None,
        parent: QWidget | None,
        *,
        resident_id: int | None = None,
    ) -> None:
        """Make the form of `item`, or an empty one, with `resident_id` already chosen."""
        title = tr("登记救助待遇") if item is None else tr("救助待遇")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("resident_id", tr("享受人(&R)"), ResidentInput(desk), wide=True)
        kinds = CodeInput(code_table(ENTITLEMENT_TABLE))
        add("kind_code", tr("待遇(&T)"), kinds, hint=tr("如 低保、临时救助、高龄津贴"))
        add("number", tr("证号(&N)"), LineInput(tr("如 低保证号，可以不填")))
        add("persons", tr("保障人数(&H)"), count_input())
        add("amount", tr("每月金额(&J)"), yuan_input(), hint=tr("单位是元；不按月发的不填"))
        add("since", tr("开始日期(&B)"), partial_date_input())
        hint = tr("到这一天去复核，当天就会提醒")
        add("review_date", tr("复核日期(&F)"), date_input(), hint=hint)
        add("until", tr("停发日期(&E)"), date_input(), hint=tr("从这一天起不再发；还在发的留空"))
        note = TextInput()
        note.setMaximumHeight(desk.theme.px(80))
        add("note", tr("备注(&M)"), note, wide=True)
        if item is None:
            self.form.load(resident_id=resident_id)
        else:
            self.form.load(**{name: getattr(item.facts, name) for name in _FIELDS})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        draft = EntitlementDraft(**(values | {"kind_code": values["kind_code"] or ""}))
        service = self._desk.services.entitlements
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)


class StopForm(FormDialog):
    """Says since when and why an entitlement is not paid; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Entitlement, parent: QWidget | None) -> None:
        super().__init__(tr("停发"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        _say(self, item, tr("“{name}”不再享受“{kind}”。记录会留着，以后还查得到。"))
        self.form.add("until", tr("停发日期(&E)"), date_input())
        hint = tr("如 家庭收入提高、已迁出、已去世、期满")
        self.form.add("reason", tr("停发原因(&Y)"), LineInput(), hint=hint)
        self.form.load(until=desk.services.context.clock().date())
        self.save_button.setText(tr("停发(&S)"))

    @override
    def save(self) -> Changes:
        day = self.form.value("until")
        if not isinstance(day, date):
            message = tr("请填写从哪一天起停发。")
            raise InvalidInput([FieldProblem(field="until", message=message)])
        reason = self.form.value("reason") or ""
        return self._desk.services.entitlements.end(self._item.id, day, reason)


class ReviewForm(FormDialog):
    """Says that an entitlement was reviewed and goes on; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Entitlement, parent: QWidget | None) -> None:
        super().__init__(tr("复核通过"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        _say(self, item, tr("“{name}”的“{kind}”已复核，继续享受。"))
        hint = tr("到这一天会再提醒；不再复核的留空")
        self.form.add("review_date", tr("下次复核(&F)"), date_input(), hint=hint)
        today = desk.services.context.clock().date()
        self.form.load(review_date=_a_year_after(today))
        self.save_button.setText(tr("继续享受(&S)"))

    @override
    def save(self) -> Changes:
        day = self.form.value("review_date")
        return self._desk.services.entitlements.reviewed(self._item.id, day)


def _say(dialog: FormDialog, item: Entitlement, words: str) -> None:
    kind = code_table(ENTITLEMENT_TABLE).label(item.facts.kind_code)
    note = plain_label(words.format(name=item.person.name, kind=kind), "", dialog)
    note.setWordWrap(True)
    dialog.form.add_widget(note)


def _a_year_after(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)
