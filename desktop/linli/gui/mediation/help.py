"""What the law says of mediation (人民调解须知), for whoever mediates."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from linli.domain.mediation_texts import rights_and_duties
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.fitting import fit_to_screen, scrolled
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog


def open_mediation_help(desk: Desk, parent: QWidget) -> None:
    """Show what parties may and must, and what follows from an agreement."""
    MediationHelp(desk, parent).open()


class MediationHelp(ListDialog):
    """Shows the articles, shortened, under their headings."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("人民调解须知"), desk, parent)
        self.summary.setText(tr("摘自《人民调解法》，开始调解以前要告诉双方当事人。"))
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setSpacing(desk.theme.px(6))
        for section in rights_and_duties():
            column.addWidget(plain_label(section.title, "section", page))
            for line in section.lines:
                label = plain_label(f"· {line}", "", page)
                label.setWordWrap(True)
                column.addWidget(label)
        column.addStretch(1)
        self.set_list(scrolled(page))
        fit_to_screen(self, desk.theme.size(640, 620))
