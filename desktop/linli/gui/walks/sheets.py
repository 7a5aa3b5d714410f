"""The sheets that are out, and those that came back (走访单、核对单)."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.registers import Register
from linli.domain.walks import SHEET_KIND, SheetKind, WalkSheet, read_sheet_number, sheet_number
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.enter_key import EnterInLine
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import PeopleRegister
from linli.gui.walks.check_entry import CheckEntryDialog
from linli.gui.walks.forms import MakeForm, VoidForm
from linli.gui.walks.walk_entry import WalkEntryDialog

_OUT, _ALL = True, False
_SHOWN = {_OUT: mark("还没收回的"), _ALL: mark("全部")}


def open_walks(desk: Desk, parent: QWidget) -> None:
    """Show the walk sheets."""
    WalksDialog(desk, parent).open()


def open_sheet(desk: Desk, sheet_id: int, parent: QWidget) -> None:
    """Open what came back of a sheet, or tell why there is nothing to enter.

    Raises:
        NotFoundError: no sheet has this number.
    """
    sheet, lines = desk.services.walks.get(sheet_id)
    if sheet.void_reason is not None:
        words = tr("{label} 已经作废：{reason}")
        desk.ask.warn(parent, words.format(label=sheet.label, reason=sheet.void_reason))
    elif sheet.kind is SheetKind.CHECK:
        CheckEntryDialog(desk, sheet, lines, parent).open()
    else:
        WalkEntryDialog(desk, sheet, lines, parent).open()


class WalksDialog(PeopleRegister[WalkSheet]):
    """Lists sheets; a number and Enter opens what came back."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.WALKS})
    history_table = "walk_sheet"
    has_phones = True
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("编号"), tr("种类"), tr("楼栋或住址"), tr("走访人")),
            *(tr("打单子的日期"), tr("行数"), tr("收回")),
        ]
        super().__init__(tr("走访单和核对单"), heads, desk, parent)
        self.number = LineInput(tr("单子上的编号"), self)
        self.number.setAccessibleName(tr("按编号录入"))
        self.number.setMinimumWidth(desk.theme.px(190))
        EnterInLine(self.number, self._on_number)
        QShortcut(QKeySequence("Ctrl+F"), self, self.number.setFocus)
        self.add_beside(self.number)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("显示(&S)"), self.shown)
        new = self.add_editing(tr("打走访单(&N)…"), ordered=False, right=Right.EDIT)
        self.open_button.setText(tr("录入(&E)…"))
        self.check_button = self.add_button(tr("打核对单(&K)…"), "clipboard", Right.EDIT)
        self.check_button.clicked.connect(lambda: self._make(SheetKind.CHECK))
        self.again_button = self.add_action(
            tr("再打一份(&P)"),
            "printer",
            lambda: self._print_sheets([each.id for each in self.selected()]),
            needs_one=False,
            right=Right.PRINT,
        )
        self.void_button = self.add_action(tr("作废(&X)…"), "x", self._on_void, right=Right.EDIT)
        hint = tr("选一栋楼打出走访单带着走，回来把编号打在上面，一行一行录进来。")
        self.set_empty("walk", tr("没有还在外面的单子"), hint, [new])
        self.read()
        self.number.setFocus()

    @override
    def list_items(self) -> Sequence[WalkSheet]:
        return self.desk.services.walks.sheets(out_only=self.shown.value())

    @override
    def key(self, item: WalkSheet) -> Hashable:
        return item.id

    @override
    def line(self, item: WalkSheet) -> Sequence[str]:
        return (
            item.number,
            tr(SHEET_KIND[item.kind]),
            item.title,
            item.walker or "",
            item.made_on.isoformat(),
            str(item.doors),
            self._state(item),
        )

    @override
    def summary_text(self) -> str:
        out = sum(item.is_out for item in self.items)
        return tr("还有 {count} 张在外面。").format(count=out) if out else ""

    @override
    def open_form(self, item: WalkSheet | None) -> None:
        if item is None:
            self._make(SheetKind.WALK)
        else:
            self.enter(item.id)

    def enter(self, sheet_id: int) -> None:
        """Open what came back of a sheet; a number that none has is refused in words."""
        try:
            open_sheet(self.desk, sheet_id, self)
        except UserError as error:
            self.desk.ask.warn(self, error.message)

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.walks.door_register(
            [item.id for item in self.selected()], revealed=revealed
        )

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        edit = self.desk.may(Right.EDIT)
        self.void_button.setEnabled(edit and one is not None and one.is_out)
        self.open_button.setEnabled(edit and one is not None and one.void_reason is None)
        alike = len({item.kind for item in selected}) == 1
        self.again_button.setEnabled(alike and self.desk.may(Right.PRINT))

    def _state(self, item: WalkSheet) -> str:
        if item.void_reason is not None:
            return tr("作废：{reason}").format(reason=item.void_reason)
        if item.walked_on is None:
            today = self.desk.services.context.clock().date()
            days = (today - item.made_on).days
            return tr("出去 {days} 天了").format(days=days) if days else tr("今天出去的")
        words = tr("{day} 收回，录入 {entered} 行")
        return words.format(day=item.walked_on.isoformat(), entered=item.entered)

    def _make(self, kind: SheetKind) -> None:
        form = MakeForm(self.desk, kind, self)
        form.saved.connect(self._on_made)
        form.open()

    def _on_made(self, form: MakeForm) -> None:
        self.desk.bus.publish(form.changes)
        self._print_sheets(form.sheet_ids, form.kind)

    def _print_sheets(self, ids: Sequence[int], kind: SheetKind | None = None) -> None:
        walks = self.desk.services.walks
        if (kind or self.selected()[0].kind) is SheetKind.CHECK:
            title = tr("核对单 {number}").format(number=_span(ids))
            self.desk.jobs.run(
                lambda progress: walks.check_pdf(ids, progress),
                owner=self,
                done=lambda content: open_print_dialog(self.desk, content, title, self),
                title=tr("正在排版…"),
            )
        else:
            self.output(lambda revealed: walks.door_register(ids, revealed=revealed), self._print)

    def _on_number(self) -> None:
        number = read_sheet_number(self.number.text())
        if number is None:
            self.desk.ask.warn(self, tr("请打单子上的编号，如 0012。"))
            return
        self.number.clear()
        self.enter(number)

    def _on_void(self) -> None:
        form = VoidForm(self.desk, self.selected()[0], self)
        form.saved.connect(self.desk.bus.publish)
        form.open()


def _span(ids: Sequence[int]) -> str:
    first, last = sheet_number(min(ids)), sheet_number(max(ids))
    return first if first == last else f"{first}—{last}"
