"""What can be done about one person's data, as a menu in the menu of the selected people."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from linli.domain.accounts import Right
from linli.gui import actions
from linli.gui.actions import make_action
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.late import Late


class PersonMenu:
    """The lines of the menu; `selected` tells whom they are about.

    Attributes:
        action: what opens the menu.
    """

    def __init__(self, desk: Desk, owner: QWidget, selected: Callable[[], list[int]]) -> None:
        self._desk = desk
        self._owner = owner
        self._selected = selected
        menu = QMenu(owner)
        self._one: list[QAction] = []
        self._some: list[QAction] = []
        add = self._add
        add(menu, tr("打印告知书(&N)…"), "printer", self._on_notices, Right.PRINT, self._some)
        add(menu, tr("登记签收告知书(&K)…"), "check", self._on_sign, Right.PRIVACY, self._some)
        menu.addSeparator()
        add(menu, tr("登记请求(&R)…"), "shield-lock", self._on_request, Right.PRIVACY, self._one)
        add(menu, tr("打印副本(&P)…"), "file-text", self._on_print, Right.PRIVACY, self._one)
        add(menu, tr("导出副本(&B)…"), "file-export", self._on_export, Right.PRIVACY, self._one)
        menu.addSeparator()
        add(menu, tr("彻底删除(&E)…"), "trash", self._on_erase, Right.ERASE, self._one)
        self.action = make_action(actions.PERSONAL_DATA, owner, lambda: None, desk)
        self.action.setMenu(menu)

    def show_selection(self, count: int) -> None:
        """Enable what can be done with so many people."""
        for action in self._one:
            action.setVisible(self._may(action))
            action.setEnabled(count == 1)
        for action in self._some:
            action.setVisible(self._may(action))
            action.setEnabled(count > 0)

    def _add(
        self,
        menu: QMenu,
        text: str,
        icon_name: str,
        slot: Callable[[], object],
        right: Right,
        group: list[QAction],
    ) -> None:
        action = menu.addAction(icon(icon_name), text)
        action.triggered.connect(lambda _checked: slot())
        action.setData(right)
        group.append(action)

    def _may(self, action: QAction) -> bool:
        return self._desk.may(Right(action.data()))

    def _on_notices(self) -> None:
        Late("privacy.outputs", "print_notices")(self._desk, self._selected(), self._owner)

    def _on_sign(self) -> None:
        Late("privacy.consents", "open_consent_form")(self._desk, self._selected(), self._owner)

    def _on_request(self) -> None:
        Late("privacy.requests", "open_request_form")(self._desk, self._selected()[0], self._owner)

    def _on_print(self) -> None:
        Late("privacy.outputs", "print_extract")(self._desk, self._selected()[0], self._owner)

    def _on_export(self) -> None:
        Late("privacy.outputs", "export_extract")(self._desk, self._selected()[0], self._owner)

    def _on_erase(self) -> None:
        Late("privacy.erase", "open_erasure")(self._desk, self._selected()[0], self._owner)
