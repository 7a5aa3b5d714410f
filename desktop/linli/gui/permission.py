"""Commands that the role of whoever is signed in has no right to: shown, but not to be chosen.

The services refuse them all the same; here a tip says whom to ask.
"""

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Right, roles_with
from linli.gui.desk import Desk
from linli.gui.i18n import tr


class RefusedAction(QAction):
    """An action that stays disabled, whatever is selected."""

    @override
    def setEnabled(self, enabled: bool) -> None:
        super().setEnabled(False)


class RefusedButton(QPushButton):
    """A button that stays disabled, whatever is selected."""

    @override
    def setEnabled(self, enabled: bool) -> None:
        super().setEnabled(False)


def new_action(text: str, owner: QWidget, desk: Desk, right: Right | None) -> QAction:
    """Return an action; one that stays disabled and says why if the right is missing."""
    if right is None or desk.may(right):
        return QAction(text, owner)
    action = RefusedAction(text, owner)
    action.setEnabled(False)
    action.setToolTip(who_may(right))
    return action


def new_button(
    sign: QIcon, text: str, owner: QWidget, desk: Desk, right: Right | None
) -> QPushButton:
    """Return a button; one that stays disabled and says why if the right is missing."""
    if right is None or desk.may(right):
        return QPushButton(sign, text, owner)
    button = RefusedButton(sign, text, owner)
    button.setEnabled(False)
    button.setToolTip(who_may(right))
    return button


def who_may(right: Right) -> str:
    """Return the sentence that says whom to ask."""
    return tr("您的角色没有这个权限，请找{roles}。").format(roles=tr("或").join(roles_with(right)))
