"""The menu of how the window looks (外观和字号), and that each clerk finds it as it was left."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from linli.gui.colors import Look
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.icons import icon
from linli.gui.theme import Theme

LOOKS = {
    Look.SYSTEM: mark("跟随系统的外观(&S)"),
    Look.LIGHT: mark("浅色外观(&L)"),
    Look.DARK: mark("深色外观(&D)"),
    Look.CONTRAST: mark("高对比度外观(&H)"),
}


class LookMenu(QMenu):
    """Type size and colours; what is chosen is worn at once."""

    def __init__(self, theme: Theme, zoom: Sequence[QAction], window: QWidget) -> None:
        """Make the menu; `zoom` are the actions that change the type size."""
        super().__init__(tr("外观和字号(&Z)"), window)
        self._theme = theme
        self.setIcon(icon("eye"))
        self.addActions(zoom)
        self.addSeparator()
        group = QActionGroup(self)
        self.looks = {look: self._action(look, text, group) for look, text in LOOKS.items()}
        theme.changed.connect(self._show)
        self._show()

    def _action(self, look: Look, text: str, group: QActionGroup) -> QAction:
        action = QAction(tr(text), group)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked: self._theme.set_look(look))
        self.addAction(action)
        return action

    def _show(self) -> None:
        self.looks[self._theme.look].setChecked(True)


def restore_look(desk: Desk) -> None:
    """Give the clerk who has signed in the type size and colours of last time."""
    own = _own(desk)
    desk.theme.restore(desk.state.number(f"{own}/zoom"), desk.state.text(f"{own}/look"))


def keep_look(desk: Desk) -> None:
    """Remember type size and colours: for this clerk, and for the windows before the sign-in."""
    for place in (_own(desk), "window"):
        desk.state.save(f"{place}/zoom", desk.theme.zoom)
        desk.state.save(f"{place}/look", desk.theme.look.value)


def _own(desk: Desk) -> str:
    return f"account{desk.services.context.actor.account_id}"
