"""Offering what was not saved (没有保存的内容) after a crash: go on with it, or throw it away."""

from PySide6.QtWidgets import QWidget

from linli.domain.drafts import Draft
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.drafts.keeper import Unsaved
from linli.gui.drafts.reopening import open_again, read
from linli.gui.fact_list import plain_label
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.gui.status_line import spoken


class DraftsDialog(ListDialog):
    """Lists what the account left behind; a form is opened with what stood in it."""

    def __init__(self, desk: Desk, drafts: list[Draft], parent: QWidget | None = None) -> None:
        super().__init__(tr("没有保存的内容"), desk, parent)
        self._drafts = drafts
        self._owner = parent
        self.table = PlainTable([tr("表"), tr("填写时间"), tr("填了什么")], desk.theme, self)
        self.table.setAccessibleName(tr("没有保存的内容"))
        self.table.itemActivated.connect(lambda _: self._on_open())
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.set_list(self.table)
        self.typed = plain_label("", "muted", self)
        self.typed.setWordWrap(True)
        self._column.insertWidget(self._column.indexOf(self._stack) + 1, self.typed)
        self.open_button = self.add_button(tr("打开接着填(&O)"), "edit")
        self.open_button.clicked.connect(self._on_open)
        self.drop_button = self.add_button(tr("丢弃(&D)"), "trash")
        self.drop_button.clicked.connect(self._on_drop)
        self.close_button.setText(tr("以后再说(&C)"))
        fit_to_screen(self, desk.theme.size(820, 480))
        self._show()

    def _show(self) -> None:
        words = tr("上次没有正常退出，有 {count} 份没有保存的内容。打开后请核对，再点保存。")
        self.summary.setText(words.format(count=len(self._drafts)))
        now = self.desk.services.context.clock()
        self.table.set_lines(
            (unsaved.title if unsaved else tr("别的版本"), spoken(draft.at, now), _said(unsaved))
            for draft, unsaved in ((each, read(each)) for each in self._drafts)
        )
        self.table.selectRow(0)
        self._on_selection()

    def _selected(self) -> Draft | None:
        row = self.table.currentRow()
        return self._drafts[row] if 0 <= row < len(self._drafts) else None

    def _on_selection(self) -> None:
        draft = self._selected()
        unsaved = None if draft is None else read(draft)
        self.open_button.setEnabled(unsaved is not None)
        self.drop_button.setEnabled(draft is not None)
        self.typed.setText(_said(unsaved))

    def _on_open(self) -> None:
        draft = self._selected()
        unsaved = None if draft is None else read(draft)
        if draft is None or unsaved is None:
            return
        try:
            open_again(draft, unsaved, self.desk, self._owner or self)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self._take_out(draft)

    def _on_drop(self) -> None:
        draft = self._selected()
        if draft is None or not self.desk.ask.confirm(
            self,
            tr("丢弃这份没有保存的内容？丢弃后找不回来。"),
            accept=tr("丢弃"),
            detail=self.typed.text(),
        ):
            return
        try:
            self.desk.services.drafts.drop([draft.id])
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self._take_out(draft)

    def _take_out(self, draft: Draft) -> None:
        """List a draft no more; without any the dialog goes."""
        self._drafts = [each for each in self._drafts if each is not draft]
        if self._drafts:
            self._show()
        else:
            self.accept()


def offer_drafts(desk: Desk, parent: QWidget) -> None:
    """Show what the account left behind, if there is anything."""
    drafts = desk.services.drafts.list_all()
    if drafts:
        DraftsDialog(desk, drafts, parent).open()


def _said(unsaved: Unsaved | None) -> str:
    if unsaved is None:
        return ""
    lines = ((label or tr("选项"), text) for label, text in unsaved.lines)
    return tr("；").join(f"{label}：{text}" if text else label for label, text in lines)
