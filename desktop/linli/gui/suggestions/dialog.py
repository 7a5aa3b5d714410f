"""The register of suggestions (建议): what was suggested, and what became of it."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.registers import Register
from linli.domain.suggestion_lists import standing_text
from linli.domain.suggestions import Suggestion, SuggestionFilter
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import SHOWN_MOST, PeopleRegister
from linli.gui.suggestions.forms import ReplyForm, SuggestionForm
from linli.gui.void_form import VoidForm

_OPEN, _YEAR, _ALL, _VOIDED = "open", "year", "all", "voided"
_SHOWN = {
    _OPEN: mark("没有答复的"),
    _YEAR: mark("今年的"),
    _ALL: mark("全部"),
    _VOIDED: mark("全部，含作废的"),
}


def open_suggestions(desk: Desk, parent: QWidget) -> None:
    """Show the register of suggestions."""
    SuggestionsDialog(desk, parent).open()


def open_suggestion(desk: Desk, suggestion_id: int, parent: QWidget) -> None:
    """Open one suggestion."""
    form = SuggestionForm(desk, desk.services.suggestions.get(suggestion_id), parent)
    form.saved.connect(desk.bus.publish)
    form.open()


class SuggestionsDialog(PeopleRegister[Suggestion]):
    """Lists suggestions, the last number first; at first those without a reply."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.SUGGESTIONS, Kind.LIMITS, Kind.GRIDS, Kind.RESIDENTS}
    )
    history_table = "suggestion"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("编号"), tr("日期"), tr("建议人"), tr("网格")),
            *(tr("答复期限"), tr("办理"), tr("内容")),
        ]
        super().__init__(tr("建议登记"), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.find_line = self.add_find(tr("编号、姓名、内容、答复"))
        self.add_choice(tr("显示(&T)"), self.shown)
        new = self.add_editing(tr("登记建议(&N)…"), ordered=False)
        self.reply_button = self.add_action(
            tr("答复(&R)…"), "check", self._on_reply, right=Right.EDIT
        )
        self.slip_button = self.add_action(
            tr("打印答复单(&F)"), "printer", self._on_slip, right=Right.PRINT
        )
        self.void_button = self.add_action(tr("作废(&X)…"), "x", self._on_void, right=Right.REMOVE)
        self.add_output(tr("打印登记簿(&P)…"), tr("导出表格(&B)…"))
        hint = tr("居民提的建议记在这里，到期没有答复的会提醒，答复单一按就有。")
        self.set_empty("notebook", tr("这里没有建议"), hint, [new])
        self.read()

    @property
    def wanted(self) -> SuggestionFilter:
        """What is listed now."""
        chosen = self.shown.value()
        wanted = SuggestionFilter(text=self.find_line.value() or "", voided=chosen == _VOIDED)
        if chosen == _OPEN:
            return replace(wanted, is_open=True)
        if chosen == _YEAR:
            return replace(wanted, since=self._today().replace(month=1, day=1))
        return wanted

    @override
    def list_items(self) -> Sequence[Suggestion]:
        return self.desk.services.suggestions.list_all(self.wanted, SHOWN_MOST)

    @override
    def key(self, item: Suggestion) -> Hashable:
        return item.id

    @override
    def line(self, item: Suggestion) -> Sequence[str]:
        facts = item.facts
        return (
            item.number,
            facts.day.isoformat(),
            item.who,
            item.grid or "",
            item.due.isoformat() if item.due and item.is_open else "",
            standing_text(item, self._today()),
            self.masks.show_numbers_in(facts.content.replace("\n", "；")),
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        late = len(self.desk.services.suggestions.overdue())
        words = tr("共 {count} 件。").format(count=len(self.items))
        return words + (tr("过了期限还没有答复的 {count} 件。").format(count=late) if late else "")

    @override
    def open_form(self, item: Suggestion | None) -> None:
        self._publish_from(SuggestionForm(self.desk, item, self))

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("建议登记簿（{which}）").format(which=self.shown.currentText())
        return self.desk.services.suggestions.register(self.wanted, title)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        may, in_force = self.desk.may, one is not None and one.voided_reason is None
        self.reply_button.setEnabled(in_force and may(Right.EDIT))
        self.void_button.setEnabled(one is not None and one.is_open and may(Right.REMOVE))

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_reply(self) -> None:
        self._publish_from(ReplyForm(self.desk, self.selected()[0], self))

    def _on_void(self) -> None:
        item, suggestions = self.selected()[0], self.desk.services.suggestions

        def void(reason: str) -> Any:
            return suggestions.void(item.id, reason, version=item.version)

        self._publish_from(VoidForm(self.desk, item.number, void, self))

    def _on_slip(self) -> None:
        item, suggestions = self.selected()[0], self.desk.services.suggestions
        title = tr("建议答复单 {number}").format(number=item.number)
        self.desk.jobs.run(
            lambda _: suggestions.slip(item.id),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在准备打印…"),
        )

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
