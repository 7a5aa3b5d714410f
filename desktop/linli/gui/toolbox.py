"""The few commands beside the tabs: undo, redo, import, and the menus with all the rest."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.menu_commands import MenuCommands
from linli.gui.window_commands import WindowCommands


class Toolbox(QWidget):
    """Buttons that shrink to icons where the window is narrow."""

    def __init__(
        self,
        commands: WindowCommands,
        registers: MenuCommands,
        grids: MenuCommands,
        mediation: MenuCommands,
        duty: MenuCommands,
        cards: MenuCommands,
        safety: MenuCommands,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self.undo_button = self._button(commands.undo)
        self.redo_button = self._button(commands.redo)
        self.import_button = self._button(commands.import_ledger)
        self.registers_button = self._menu_button(tr("登记"), "notebook", "F8", registers.menu)
        self.grids_button = self._menu_button(tr("网格"), "map-2", "F6", grids.menu)
        self.mediation_button = self._menu_button(tr("调解"), "scale", "F11", mediation.menu)
        self.duty_button = self._menu_button(tr("值班"), "calendar-user", "F12", duty.menu)
        self.safety_button = self._menu_button(tr("安全"), "shield-lock", "F7", safety.menu)
        self.cards_button = self._menu_button(tr("卡片"), "cards", "F9", cards.menu)
        self.menu_button = self._menu_button(tr("菜单"), "menu-2", "F10", commands.menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        for button in (
            *(self.undo_button, self.redo_button, self.import_button),
            *(self.registers_button, self.grids_button, self.mediation_button),
            *(self.duty_button, self.cards_button, self.safety_button, self.menu_button),
        ):
            self._row.addWidget(button)
        commands.undo_changed.connect(self._on_undo_changed)
        self._on_undo_changed()

    def fit(self, room: int) -> None:
        """Show as many words beside the icons as there is room for, those of menus first.

        Where not even the icons have room, undo and import are left to the menu.

        Args:
            room: px that the buttons may take.
        """
        plain = (self.undo_button, self.import_button)
        menus = (
            *(self.registers_button, self.grids_button, self.mediation_button),
            *(self.duty_button, self.cards_button, self.safety_button),
        )
        style = Qt.ToolButtonStyle
        if self.redo_button.isHidden():  # its place is kept, so that nothing else moves
            room -= self.redo_button.sizeHint().width() + self._row.spacing()
        self.redo_button.setToolButtonStyle(style.ToolButtonIconOnly)
        for button in (*plain, *menus, self.menu_button):
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon)
            button.show()
        for buttons in (plain, menus, (self.menu_button,)):
            if self.sizeHint().width() <= room:
                return
            for button in buttons:
                button.setToolButtonStyle(style.ToolButtonIconOnly)
        fits = self.sizeHint().width() <= room
        for button in plain:
            button.setVisible(fits)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _menu_button(
        self, words: str, icon_name: str, key: str, actions: Iterable[QAction | None]
    ) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setIcon(icon(icon_name))
        button.setToolTip(f"{words}（{key}）")
        button.setAccessibleName(words)
        button.setShortcut(QKeySequence(key))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)  # who may, of what is disabled
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        button.setMenu(menu)
        return button

    def _on_undo_changed(self) -> None:
        self.redo_button.setVisible(self._commands.redo.isEnabled())
