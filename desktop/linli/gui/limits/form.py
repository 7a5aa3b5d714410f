"""The form of a time limit: another amount from a day on, or a matter of the hall's own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.limit_rules import MOST, may_be_statutory, shipped_of
from linli.domain.limits import (
    AREA,
    BASIS,
    UNIT,
    Area,
    Basis,
    Limit,
    LimitDraft,
    Unit,
    due_day,
    events_of,
)
from linli.domain.reception_rules import WEEKDAYS
from linli.domain.register_texts import spoken
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput, date_input
from linli.gui.rental_form import count_input

_FIELDS = (
    *("title", "area", "start", "end", "amount", "unit", "roll_forward", "warn_days"),
    *("extended_by", "extension", "extension_unit", "basis", "source"),
    *("valid_from", "valid_until"),
)
_FIXED = ("title", "area", "start", "end")
"""What is the program's own of a matter that it brings along."""
_NEW = LimitDraft(
    title="", area=Area.OTHER, start="started", end="finished", amount=None, unit=Unit.WORKING_DAYS
)


class LimitForm(FormDialog):
    """Changes a limit from a day on, or adds a matter; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Limit | None, parent: QWidget | None = None) -> None:
        title = tr("添加事项") if item is None else tr("办理期限")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        facts = _NEW if item is None else item.facts
        limits = desk.services.limits.limits()
        self._where = ChoiceInput({area: tr(words) for area, words in AREA.items()})
        self._start, self._end = ChoiceInput({}), ChoiceInput({})
        units: Mapping[Any, str] = {unit: tr(words) for unit, words in UNIT.items()}
        bases: Mapping[Any, str] = {
            each: tr(words)
            for each, words in BASIS.items()
            if each is not Basis.LAW or may_be_statutory(facts.key, limits)
        }
        add = self.form.add
        add("title", tr("事项(&M)"), LineInput(tr("如 证明开具")))
        hint = _area_hint(facts, fixed=item is not None)
        add("area", tr("用在哪里(&A)"), self._where, hint=hint)
        add("start", tr("从哪天算起(&B)"), self._start, hint=tr("这一天不算"))
        add("end", tr("到什么为止(&E)"), self._end)
        add("amount", tr("期限(&D)"), count_input())
        add("unit", tr("单位(&U)"), ChoiceInput(units))
        roll = tr("最后一天是休息日的，顺延到下一个工作日(&R)")
        add("roll_forward", "", CheckInput(roll), wide=True)
        who = LineInput(tr("如 双方当事人同意"))
        add("extended_by", tr("延长由谁同意(&G)"), who, hint=tr("不能延长的留空"), wide=True)
        add("extension", tr("最多延长(&L)"), count_input(), hint=tr("没有上限的留空"))
        add("extension_unit", tr("延长的单位(&I)"), ChoiceInput(units))
        add("warn_days", tr("提前几天提醒(&W)"), count_input())
        add("basis", tr("性质(&K)"), ChoiceInput(bases), hint=_basis_hint(bases))
        source = TextInput()
        source.setFixedHeight(desk.theme.px(56))
        hint = tr("写明法律、文件的名称和条款，或者谁在什么时候定的")
        add("source", tr("依据(&Y)"), source, hint=hint, wide=True)
        since = tr("以前已经开始的，仍按原来的期限；改期限就写开始用新期限的那天")
        add("valid_from", tr("从哪天起适用(&F)"), date_input(), hint=since)
        add("valid_until", tr("适用到哪天(&J)"), date_input(), hint=tr("一直适用的留空"))
        self._where.edited.connect(self._on_area)
        self._fill_events(facts.area)
        values = {name: getattr(facts, name) for name in _FIELDS}
        values["valid_from"] = facts.valid_from or desk.services.context.clock().date()
        self.form.load(**values)
        if item is not None and shipped_of(facts.key, limits) is not None:
            for name in _FIXED:
                self.form.editor(name).setEnabled(False)
        self.form.edited.connect(self._show_example)
        self._show_example()

    @override
    def save(self) -> Changes:
        facts = _NEW if self._item is None else self._item.facts
        draft, service, item = self._draft(), self._desk.services.limits, self._item
        if item is None or item.id is None or draft.valid_from != facts.valid_from:
            return service.save(draft)[1]
        return service.save(draft, item.id, version=item.version)[1]

    def _draft(self) -> LimitDraft:
        """Return what the form says."""
        values = {name: self.form.value(name) for name in _FIELDS}
        for name in ("title", "extended_by", "source"):
            values[name] = values[name] or ""
        values["warn_days"] = values["warn_days"] or 0
        return replace(_NEW if self._item is None else self._item.facts, **values)

    def _show_example(self) -> None:
        """Say when something that starts today would be due by what the form says."""
        draft, services = self._draft(), self._desk.services
        today = services.context.clock().date()
        words = tr("还没有定的留空，就不计时")
        if draft.amount is not None and 0 <= draft.amount <= MOST[draft.unit]:
            due = due_day(draft, today, services.calendar.calendar())
            said = tr("今天开始的，最后一天是 {day} 周{weekday}")
            words = said.format(day=spoken(due), weekday=WEEKDAYS[due.weekday()])
        self.form.field("amount").show_hint(words)

    def _fill_events(self, area: Area) -> None:
        choices: dict[Any, str] = {event.key: tr(event.words) for event in events_of(area)}
        self._start.set_choices(choices)
        self._end.set_choices(choices)

    def _on_area(self) -> None:
        self._fill_events(self._where.value())


def _area_hint(facts: LimitDraft, *, fixed: bool) -> str:
    if fixed and facts.area is not Area.OTHER:
        return ""
    return tr("“其他事项”没有登记簿，只列在一览表里；别的到日子会亮灯")


def _basis_hint(bases: Mapping[Any, str]) -> str:
    return "" if Basis.LAW in bases else tr("这一项没有全国统一的法定期限")
