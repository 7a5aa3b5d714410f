"""The commands of a menu in the main window: each shows one dialog."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from linli.gui.actions import ActionSpec, make_action
from linli.gui.desk import Desk

MenuLine = tuple[ActionSpec, Callable[[Desk, QWidget], object]]
"""A command and what shows its dialog."""


class MenuCommands(QObject):
    """Actions of the main window; their keys work in every tab.

    Attributes:
        menu: what the menu shows, None for a line.
    """

    def __init__(self, lines: Sequence[MenuLine | None], desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.menu: list[QAction | None] = [
            None if line is None else _action(desk, window, *line) for line in lines
        ]


def _action(
    desk: Desk, window: QWidget, spec: ActionSpec, show: Callable[[Desk, QWidget], object]
) -> QAction:
    return make_action(spec, window, lambda: show(desk, window), desk)
