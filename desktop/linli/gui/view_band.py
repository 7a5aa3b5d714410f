"""The band over the tabs while a ledger can only be looked at (只能查看), and the way out of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from linli.errors import StorageProblem
from linli.gui.fact_list import plain_label
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.sign import Sign
from linli.gui.theme import Theme


class ViewBand(QFrame):
    """Says why nothing can be written and what to do; searching and looking go on.

    Signals:
        reopen_requested: there is room again; open the ledger anew.
    """

    reopen_requested = Signal()

    def __init__(
        self, refusal: StorageProblem, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        sign = Sign("alert-triangle", "warn", 20, theme, self)
        said = tr("{problem}{advice}这期间不能打印和导出，因为每次都要留下记录。").format(
            problem=refusal.happened, advice=refusal.advice
        )
        self.words = plain_label(said, "", self)
        self.words.setWordWrap(True)
        self.reopen_button = QPushButton(icon("restore"), tr("重新打开"), self)
        self.reopen_button.setToolTip(tr("腾出空间后，重新登录就能继续登记"))
        self.reopen_button.clicked.connect(self.reopen_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.reopen_button)
