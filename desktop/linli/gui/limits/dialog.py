"""The list of time limits (办理期限): those of today, or all versions."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.limit_lists import start_words
from linli.domain.limits import AREA, BASIS, Limit, LimitDraft, Unit, ticks
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.limits.form import LimitForm
from linli.gui.list_dialog import HistoryOf
from linli.gui.registers.frame import PeopleRegister

_TODAY, _ALL = range(2)
_SHOWN = {_TODAY: mark("现在适用的"), _ALL: mark("全部版本")}


def open_limits(desk: Desk, parent: QWidget) -> None:
    """Show the time limits."""
    LimitsDialog(desk, parent).open()


class LimitsDialog(PeopleRegister[Limit]):
    """Lists limits; who may not change the hall's rules reads and prints them."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.LIMITS})
    history_table = "time_limit"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("事项"),
            tr("期限"),
            tr("性质"),
            tr("依据"),
            tr("适用"),
            tr("从哪天算起"),
            tr("延长"),
            tr("提醒"),
        ]
        super().__init__(tr("办理期限"), heads, desk, parent)
        areas: dict[Any, str] = {None: tr("全部")}
        areas |= {area: tr(words) for area, words in AREA.items()}
        self.area = ChoiceInput(areas, self)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("用在(&A)"), self.area)
        self.add_choice(tr("显示(&T)"), self.shown)
        self.add_editing(tr("添加事项(&N)…"), ordered=False, right=Right.SETTINGS)
        self.remove_button = self.add_button(tr("删去这个版本(&X)"), "trash", Right.SETTINGS)
        self.remove_button.clicked.connect(self._on_remove)
        self.add_output(tr("打印一览表(&P)…"), tr("导出表格(&E)…"))
        self.put_summary_below()
        self.read()

    @override
    def list_items(self) -> Sequence[Limit]:
        limits, area = self.desk.services.limits.limits(), self.area.value()
        every = self.shown.value() == _ALL
        found = limits.all_versions() if every else limits.current(self._today())
        return [each for each in found if area in (None, each.facts.area)]

    @override
    def key(self, item: Limit) -> Hashable:
        return (item.facts.key, item.id)

    @override
    def line(self, item: Limit) -> Sequence[str]:
        facts = item.facts
        return (
            facts.title,
            facts.span_words,
            tr(BASIS[facts.basis]),
            facts.source.replace("\n", "；"),
            validity_words(item),
            start_words(facts),
            facts.extension_words,
            warning_words(facts),
        )

    @override
    def summary_text(self) -> str:
        return tr(
            "开始的当天不算；按月的算到对应的那天；最后一天是休息日的顺延到下一个工作日"
            "（民法典第 200—204 条）。到期当天不算超期。"
        )

    @override
    def open_form(self, item: Limit | None) -> None:
        if not self.desk.may(Right.SETTINGS):
            return
        form = LimitForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Limit) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删去“{title}”从 {day} 起的这个版本？").format(
            title=item.facts.title, day=item.facts.valid_from
        )
        detail = tr(
            "以前的版本又适用；自己添加的事项只有这一个版本的，就不再列出。可以按 Ctrl+Z 撤销。"
        )
        number = item.id
        if number is None:
            raise LookupError("what comes along is not removed")
        return question, detail, lambda: self.desk.services.limits.remove(number)

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.limits.register(tr("办理期限一览表"))

    @override
    def _history_of(self) -> HistoryOf | None:
        selected = self.selected()
        if len(selected) != 1 or selected[0].id is None:
            return None
        return self.history_table, str(selected[0].id), selected[0].facts.title

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        own = len(selected) == 1 and not selected[0].is_shipped
        may = self.desk.may(Right.SETTINGS)
        self.remove_button.setEnabled(own and may)
        self.open_button.setEnabled(len(selected) == 1 and may)
        if self.changes_button is not None:
            self.changes_button.setEnabled(own)

    def _today(self) -> date:
        return self.desk.services.context.clock().date()


def validity_words(item: Limit) -> str:
    """Return since when and until when a version holds, as spoken."""
    since, until = item.facts.valid_from, item.facts.valid_until
    if item.is_shipped:
        return tr("程序自带")
    if until is None:
        return tr("{day} 起").format(day=since)
    return tr("{day} 至 {until}").format(day=since, until=until)


def warning_words(facts: LimitDraft) -> str:
    """Return how early it turns amber, as spoken; of what no register counts that it does not."""
    if not ticks(facts):
        return tr("只作告知")
    working = facts.unit is Unit.WORKING_DAYS
    words = tr("提前 {days} 个工作日") if working else tr("提前 {days} 天")
    return words.format(days=facts.warn_days)
