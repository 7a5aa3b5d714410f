"""The sheets that cards can be laid on (纸张): those of the program and the clerk's own."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.paper import CardSize, PaperSetup, Sheet
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.paper.panel import remember_slot
from linli.gui.paper.sheet_form import SheetForm
from linli.gui.paper.sheet_picture import SheetPicture
from linli.gui.plain_table import PlainTable
from linli.gui.print_dialog import open_print_dialog


def open_sheets(desk: Desk, parent: QWidget) -> None:
    """Let the clerk look at the sheets and describe others."""
    SheetsDialog(desk, parent).open()


class SheetsDialog(ListDialog):
    """Lists the sheets beside a picture of the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("纸张"), desk, parent)
        self.summary.setText(
            tr("自带的纸张不能改，可以照此复制一份再改。买来的标签纸不在里面，就新建一种。")
        )
        self._own: list[Sheet] = []
        self._sheets: list[Sheet] = []
        heads = [tr("名称"), tr("纸（毫米）"), tr("格"), tr("每格（毫米）"), tr("来源")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("纸张"))
        self.picture = SheetPicture(self)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.picture)
        halves.setStretchFactor(0, 4)
        halves.setStretchFactor(1, 1)
        self.set_list(halves)
        self.table.setFocus()
        self.new_button = self.add_button(tr("新建(&N)…"), "plus", Right.DESIGN)
        self.copy_button = self.add_button(tr("照此复制(&F)…"), "clipboard", Right.DESIGN)
        self.edit_button = self.add_button(tr("编辑(&D)…"), "edit", Right.DESIGN)
        self.blank_button = self.add_button(tr("打印空白试样(&P)…"), "printer", Right.PRINT)
        self.remove_button = self.add_button(tr("删除(&X)"), "trash", Right.DESIGN)
        name = tr("纸张")
        self.add_history(lambda: ("setting", "sheets", name))
        self.new_button.clicked.connect(self._on_new)
        self.copy_button.clicked.connect(self._on_copy)
        self.edit_button.clicked.connect(self._on_edit)
        self.blank_button.clicked.connect(self._on_blank)
        self.remove_button.clicked.connect(self._on_remove)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.itemActivated.connect(lambda _: self._on_edit())
        desk.bus.changed.connect(self._on_changed)
        self._read()
        self.table.selectRow(0)
        fit_to_screen(self, desk.theme.size(1120, 620))

    def _read(self) -> None:
        paper = self.desk.services.paper
        before = self._chosen()
        self._own = paper.own_sheets()
        self._sheets = [*self._own, *paper.shipped_sheets()]
        own = {sheet.id for sheet in self._own}
        self.table.set_lines(_line(sheet, own=sheet.id in own) for sheet in self._sheets)
        self._select(before.id if before else "")

    def _select(self, sheet_id: str) -> None:
        rows = [row for row, sheet in enumerate(self._sheets) if sheet.id == sheet_id]
        self.table.selectRow(rows[0] if rows else 0)
        self._on_selected()

    def _chosen(self) -> Sheet | None:
        row = self.table.currentRow()
        return self._sheets[row] if 0 <= row < len(self._sheets) else None

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SETTINGS):
            self._read()

    def _on_selected(self) -> None:
        chosen = self._chosen()
        self.picture.show_sheet(chosen)
        for button in (self.edit_button, self.remove_button):
            button.setEnabled(chosen in self._own)

    def _on_new(self) -> None:
        example = next(s for s in self.desk.services.paper.shipped_sheets() if not s.crop_marks)
        self._open_form(replace(example, id="", title=""))

    def _on_copy(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            title = tr("{title}（自己的）").format(title=chosen.title)
            self._open_form(replace(chosen, id="", title=title))

    def _on_edit(self) -> None:
        chosen = self._chosen()
        if chosen in self._own:
            self._open_form(chosen)

    def _open_form(self, sheet: Sheet) -> None:
        form = SheetForm(self.desk, sheet, self)
        form.saved.connect(self._on_saved)
        form.open()

    def _on_saved(self, saved: tuple[str, Changes]) -> None:
        sheet_id, changes = saved
        self.desk.bus.publish(changes)
        self._select(sheet_id)

    def _on_blank(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        cell = CardSize(width=chosen.card_width, height=chosen.card_height)
        paper = self.desk.services.paper
        self.desk.jobs.run(
            lambda _: paper.blank_sheet(PaperSetup(sheet=chosen), cell, two_sided=False),
            owner=self,
            done=self._print_blank,
        )

    def _print_blank(self, content: bytes) -> None:
        open_print_dialog(self.desk, content, tr("空白试样"), self)

    def _on_remove(self) -> None:
        chosen = self._chosen()
        if chosen is None or chosen not in self._own:
            return
        agreed = self.desk.ask.confirm(
            self,
            tr("删除纸张“{title}”？").format(title=chosen.title),
            accept=tr("删除"),
            detail=tr("印过的批次不受影响。可以按 Ctrl+Z 撤销。"),
        )
        if agreed:
            remember_slot(self.desk.state, chosen.id, 1)
            self.desk.jobs.run(
                lambda _: self.desk.services.paper.remove_sheet(chosen.id),
                owner=self,
                done=self.desk.bus.publish,
            )


def _line(sheet: Sheet, *, own: bool) -> tuple[str, ...]:
    return (
        sheet.title,
        f"{sheet.width:g}×{sheet.height:g}",
        f"{sheet.columns}×{sheet.rows}",
        f"{sheet.card_width:g}×{sheet.card_height:g}",
        tr("自己加的") if own else tr("自带"),
    )
