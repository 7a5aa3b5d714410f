"""Saving the reports of defects onto a stick (把问题报告存到U盘), after a look at them."""

from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QSplitter, QWidget

from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.services.defect_reports import DefectReports


class DefectReportsDialog(ListDialog):
    """Lists the parts of the package, shows the text of each, and saves them as one file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("问题报告"), desk, parent)
        self._reports = DefectReports(desk.services.context.data_dir)
        self.parts = self._reports.parts()
        self.summary.setText(
            tr(
                "程序出问题时留下的报告，只存在这台电脑里，不会自动发送。"
                "里面没有居民信息；请先看一看，再存到U盘交给维护人员。"
            )
        )
        self.table = PlainTable([tr("文件"), tr("大小（字）")], desk.theme, self)
        self.table.setAccessibleName(tr("问题报告里的文件"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("文件内容"))
        halves = QSplitter(self)
        halves.addWidget(self.table)
        halves.addWidget(self.text)
        halves.setSizes([280, 540])
        self.set_list(halves)
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.table.set_lines([part.name, f"{len(part.text):,}"] for part in self.parts)
        self.table.selectRow(0)
        self.table.setFocus()
        self.save_button = self.buttons.addButton(
            tr("存到U盘(&S)…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._on_save)

    def _on_selection(self) -> None:
        row = self.table.currentRow()
        self.text.setPlainText(self.parts[row].text if 0 <= row < len(self.parts) else "")

    def _on_save(self) -> None:
        now = self.desk.services.context.clock()
        suggested = tr("邻里台问题报告 {at}.zip").format(at=now.strftime("%Y%m%d-%H%M"))
        path = self.desk.ask.save_file(
            self, tr("把问题报告存到U盘"), suggested, tr("压缩文件 (*.zip)")
        )
        if path is None:
            return
        try:
            self._reports.save(path)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self.desk.ask.tell(self, tr("问题报告已存好。"), tr("位置：{path}").format(path=path))
        self.accept()


def open_defect_reports(desk: Desk, parent: QWidget) -> None:
    """Show the reports."""
    DefectReportsDialog(desk, parent).open()
