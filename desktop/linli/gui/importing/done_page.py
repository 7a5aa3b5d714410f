"""Last step of the import: what was done, and the workbook of rows to be filled in again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from linli.domain.imports import ImportOutcome
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.importing.outcome_page import summary
from linli.gui.sign import Sign
from linli.gui.theme import Theme


class DonePage(QWidget):
    """Says what was entered.

    Signals:
        report_requested: save the report (退回表).
    """

    report_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = Sign("circle-check", "good", 48, theme, self)
        self._title = QLabel(tr("导入完成"), self)
        self._title.setObjectName("heading")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._advice = QLabel(self)
        self._advice.setObjectName("muted")
        self._advice.setWordWrap(True)
        self.report_button = QPushButton(tr("保存退回表(&R)…"), self)
        self.report_button.setIcon(icon("file-export"))
        self.report_button.clicked.connect(self.report_requested)
        head = QHBoxLayout()
        head.addWidget(sign)
        head.addWidget(self._title, 1)
        page = QVBoxLayout(self)
        page.setSpacing(theme.px(12))
        page.addStretch(1)
        page.addLayout(head)
        page.addWidget(self._words)
        page.addWidget(self._advice)
        page.addWidget(self.report_button, 0, Qt.AlignmentFlag.AlignLeft)
        page.addStretch(2)

    def set_outcome(self, outcome: ImportOutcome) -> None:
        """Show what was done."""
        self._words.setText(summary(outcome))
        advice = tr("如果导错了，回到主窗口按 Ctrl+Z 可以把这次导入整个撤销。")
        if outcome.problems:
            advice = (
                tr(
                    "退回的 {count} 行还没有登记。退回表是原表的副本，"
                    "有问题的格子标成红色并写明原因；"
                    "改好后再导入一次即可，已登记的人不会重复。"
                ).format(count=outcome.set_aside)
                + advice
            )
        self._advice.setText(advice)
        self.report_button.setVisible(bool(outcome.problems or outcome.differences))
