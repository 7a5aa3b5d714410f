"""Visits and services at home (走访和服务): the log, what is due, and the months."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.pairings import Pairing
from linli.domain.registers import Register
from linli.domain.visits import (
    FIVE_VISITS,
    PAIRING_VISIT,
    VISIT_TABLE,
    Visit,
    VisitFilter,
    pairing_visits,
)
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.due_words import due_words
from linli.gui.registers.frame import SHOWN_MOST, PeopleRegister
from linli.gui.registers.visit_forms import VisitForm

_FIVE = "five"
_LOG, _DUE, _DUE_WEEK, _DUE_MONTH, _MONTH, _YEAR = range(6)
_SHOWN = {
    _LOG: mark("全部走访"),
    _DUE: mark("该走访的（到期和今天到期）"),
    _DUE_WEEK: mark("7 天内该走访的"),
    _DUE_MONTH: mark("30 天内该走访的"),
    _MONTH: mark("本月的"),
    _YEAR: mark("今年的"),
}
_DAYS = {_DUE: 0, _DUE_WEEK: 7, _DUE_MONTH: 30}


def open_visits(
    desk: Desk,
    parent: QWidget,
    *,
    resident_id: int | None = None,
    household_id: int | None = None,
) -> None:
    """Show all visits, or those of a person or a household."""
    whose = VisitFilter(resident_id=resident_id, household_id=household_id)
    VisitsDialog(desk, parent, whose).open()


def open_pairing_visits(desk: Desk, pairing: Pairing, parent: QWidget) -> None:
    """Show the helper's visits to the household of a pairing."""
    PairingVisitsDialog(desk, pairing, parent).open()


def open_new_visit(desk: Desk, resident_ids: Sequence[int], parent: QWidget) -> None:
    """Record a visit to some people in one step."""
    form = VisitForm(desk, None, parent, resident_ids=resident_ids)
    form.saved.connect(desk.bus.publish)
    form.open()


class VisitsDialog(PeopleRegister[Visit]):
    """Lists visits, the last first; of a person those of the household too."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.VISITS, Kind.RESIDENTS, Kind.HOUSEHOLDS})
    history_table = "visit"
    across = True

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, whose: VisitFilter | None = None
    ) -> None:
        heads = [
            tr("日期"),
            tr("类别"),
            tr("走访对象"),
            tr("住址"),
            tr("走访人"),
            tr("下次走访"),
            tr("情况"),
        ]
        self._whose = whose or VisitFilter()
        super().__init__(tr("走访和服务"), heads, desk, parent)
        self.heading.setText(self._title(desk))
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        kinds: dict[Any, str] = {None: tr("全部类别"), _FIVE: tr("五必访")}
        self.kind = ChoiceInput(kinds | dict(code_table(VISIT_TABLE).names), self)
        self.add_choice(tr("显示(&S)"), self.shown)
        self.add_choice(tr("类别(&T)"), self.kind)
        new = self.add_editing(tr("记一次走访(&N)…"), ordered=False)
        self.again_button = self.add_action(
            tr("再走访(&W)…"), "plus", self._on_again, right=Right.EDIT
        )
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印记录(&P)…"), tr("导出表格(&B)…"))
        self.months_button = self.add_button(tr("按月合计(&J)…"), "clipboard")
        self.months_button.clicked.connect(self._on_months)
        self._any.append(self.months_button)
        hint = tr("记下走访了谁、看到什么、下次哪天去；到了日子这里会列出来。")
        self.set_empty("home", tr("这里没有走访记录"), hint, [new])
        self.read()

    @property
    def wanted(self) -> VisitFilter:
        """What is listed now."""
        chosen, today = self.shown.value(), self._today()
        wanted = replace(self._whose, due_within=_DAYS.get(chosen))
        if chosen == _MONTH:
            wanted = replace(wanted, since=max(today.replace(day=1), wanted.since or date.min))
        elif chosen == _YEAR:
            first = today.replace(month=1, day=1)
            wanted = replace(wanted, since=max(first, wanted.since or date.min))
        kind = self.kind.value()
        if kind is not None:
            codes = frozenset(FIVE_VISITS if kind == _FIVE else (kind,))
            wanted = replace(wanted, kind_codes=codes)
        return wanted

    @override
    def list_items(self) -> Sequence[Visit]:
        return self.desk.services.visits.list_all(self.wanted, SHOWN_MOST)

    @override
    def key(self, item: Visit) -> Hashable:
        return item.id

    @override
    def line(self, item: Visit) -> Sequence[str]:
        facts = item.facts
        return (
            facts.day.isoformat(),
            code_table(VISIT_TABLE).label(facts.kind_code),
            item.whom,
            item.place,
            facts.visitor or "",
            due_words(item, self._today()),
            (facts.content or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        count = self.desk.services.visits.count(self.wanted)
        if not count:
            return ""
        text = tr("共 {count} 次。").format(count=f"{count:,}")
        return text + self.cut_note(len(self.items), count)

    @override
    def open_form(self, item: Visit | None) -> None:
        whose = self._whose
        people = [] if whose.resident_id is None else [whose.resident_id]
        self._publish_from(
            VisitForm(self.desk, item, self, resident_ids=people, household_id=whose.household_id)
        )

    @override
    def removal(self, item: Visit) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除 {day} 走访“{whom}”的记录？").format(
            day=item.facts.day.isoformat(), whom=item.whom
        )
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.visits.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.visits.register(self.wanted, self._sheet_title())

    def _title(self, desk: Desk) -> str:
        if self._whose.resident_id is not None:
            name = desk.services.residents.get(self._whose.resident_id).facts.name
            return tr("{name}的走访和服务").format(name=name)
        return tr("走访和服务") if self._whose.household_id is None else tr("本户的走访和服务")

    def _sheet_title(self) -> str:
        if self._whose != VisitFilter():
            return self.windowTitle()
        return tr("走访和服务记录（{which}）").format(which=self.shown.currentText())

    def _today(self) -> date:
        return self.desk.services.context.clock().date()

    def _publish_from(self, form: VisitForm) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_months(self) -> None:
        """Print the sums by month and kind of what is listed."""
        title, wanted = tr("走访和服务按月合计"), self.wanted
        visits = self.desk.services.visits
        self.output(lambda _: visits.month_register(wanted, title), self._print)

    def _on_again(self) -> None:
        """Record the next visit to the same person or household."""
        facts = self.selected()[0].facts
        people = [] if facts.resident_id is None else [facts.resident_id]
        self._publish_from(
            VisitForm(
                self.desk,
                None,
                self,
                resident_ids=people,
                household_id=facts.household_id,
                kind_code=facts.kind_code,
            )
        )


class PairingVisitsDialog(VisitsDialog):
    """Lists the helper's visits to the household of a pairing."""

    def __init__(self, desk: Desk, pairing: Pairing, parent: QWidget | None = None) -> None:
        self._pairing = pairing
        super().__init__(desk, parent, pairing_visits(pairing.facts))

    @override
    def open_form(self, item: Visit | None) -> None:
        facts = self._pairing.facts
        self._publish_from(
            VisitForm(
                self.desk,
                item,
                self,
                household_id=facts.household_id,
                kind_code=PAIRING_VISIT,
                visitor=facts.helper.name,
            )
        )

    @override
    def _title(self, desk: Desk) -> str:
        words = tr("{helper}走访{head}户")
        head = self._pairing.household_head or self._pairing.place
        return words.format(helper=self._pairing.facts.helper.name, head=head)
