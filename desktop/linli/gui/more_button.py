"""The button behind a line of buttons that leads to those without room (更多)."""

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon


def more_button(flow: FlowLayout, parent: QWidget) -> QPushButton:
    """Return the button; hand it to `FlowLayout.keep_one_line`."""
    button = QPushButton(icon("menu-2"), tr("更多"), parent)
    button.setAccessibleName(tr("更多操作"))
    button.setAutoDefault(False)
    menu = QMenu(button)

    def fill() -> None:
        menu.clear()
        for hidden in flow.left_over:
            if isinstance(hidden, QPushButton):
                action = menu.addAction(hidden.icon(), hidden.text())
                action.setEnabled(hidden.isEnabled())
                action.triggered.connect(hidden.click)

    menu.aboutToShow.connect(fill)
    button.setMenu(menu)
    button.show()
    return button
