"""Looking at the pages of an attachment (查看附件), and at what was archived of a case (归档卷)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from linli.domain.accounts import Right
from linli.domain.case_files import Volume
from linli.gui.case_files.bound import BoundDialog
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.gui.preview_pane import PreviewPane


class ScanDialog(QDialog):
    """Shows the pages of an attachment. Show it with `open()`; it deletes itself when closed."""

    def __init__(self, desk: Desk, content: bytes, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.preview = PreviewPane(self)
        self.preview.set_document(content)
        buttons = QDialogButtonBox(self)
        self.close_button = buttons.addButton(
            tr("关闭(&C)"), QDialogButtonBox.ButtonRole.RejectRole
        )
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.preview, 1)
        column.addWidget(buttons)
        self.preview.view.setFocus()
        fit_to_screen(self, desk.theme.size(720, 820))


class VolumesDialog(ListDialog):
    """Lists what was bound when a case was archived; each can be printed as it was."""

    def __init__(
        self, desk: Desk, case_id: int, volumes: Sequence[Volume], parent: QWidget | None
    ) -> None:
        super().__init__(tr("归档的卷宗"), desk, parent)
        self._case_id = case_id
        self._volumes = volumes
        heads = [tr("归档时间"), tr("归档人"), tr("页数"), tr("情况")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("归档的卷宗"))
        self.table.set_lines(
            (
                f"{each.made_at:%Y-%m-%d %H:%M}",
                each.account,
                str(each.pages),
                tr("完整") if each.whole else tr("内容已按规定删除"),
            )
            for each in volumes
        )
        self.set_list(self.table)
        self.summary.setText(tr("归档时装订的原样，以后案子再改，这里也不变。"))
        self.print_button = self.add_button(tr("打印(&P)…"), "printer", Right.PRINT)
        self.print_button.clicked.connect(self._on_print)
        self.table.itemActivated.connect(lambda _: self._on_print())
        self.table.selectRow(0)
        fit_to_screen(self, desk.theme.size(760, 420))

    def _on_print(self) -> None:
        row = self.table.currentRow()
        if not 0 <= row < len(self._volumes):
            return
        files, revision = self.desk.services.case_files, self._volumes[row].revision
        self.desk.jobs.run(
            lambda _: files.volume(self._case_id, revision),
            owner=self,
            done=lambda content: BoundDialog(self.desk, content, tr("归档的卷宗"), self).open(),
            title=tr("正在打开卷宗…"),
        )
