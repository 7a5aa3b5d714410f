"""The commands around cards and boards: runs, outdated cards, who is on them, paper, templates."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from linli.gui import actions
from linli.gui.actions import ActionSpec, make_action
from linli.gui.cards.outdated import open_outdated
from linli.gui.cards.runs import open_runs
from linli.gui.desk import Desk
from linli.gui.editor.templates_dialog import open_templates
from linli.gui.names.check_dialog import open_name_check
from linli.gui.names.fonts_dialog import open_fonts
from linli.gui.paper.profiles import open_profiles
from linli.gui.paper.sheets import open_sheets
from linli.gui.staff.boards import open_boards
from linli.gui.staff.pairings import open_pairings
from linli.gui.staff.people import open_staff
from linli.gui.staff.stations import open_stations

_MENU: tuple[tuple[ActionSpec, Callable[[Desk, QWidget], object]] | None, ...] = (
    (actions.PRINT_RUNS, open_runs),
    (actions.OUTDATED_CARDS, open_outdated),
    None,
    (actions.PAIRINGS, open_pairings),
    (actions.STAFF, open_staff),
    (actions.STATIONS, open_stations),
    (actions.BOARDS, open_boards),
    None,
    (actions.CHECK_NAMES, open_name_check),
    (actions.FONTS, open_fonts),
    None,
    (actions.TEMPLATES, open_templates),
    (actions.SHEETS, open_sheets),
    (actions.PROFILES, open_profiles),
)


class CardCommands(QObject):
    """Actions of the main window; their keys work in every tab."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.menu: list[QAction | None] = [
            None if line is None else _action(desk, window, *line) for line in _MENU
        ]
        """What the menu shows, None for a line."""


def _action(
    desk: Desk, window: QWidget, spec: ActionSpec, show: Callable[[Desk, QWidget], object]
) -> QAction:
    return make_action(spec, window, lambda: show(desk, window))
