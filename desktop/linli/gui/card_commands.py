"""The menu 卡片: runs, outdated cards, who is on them, paper, templates."""

from linli.gui import actions
from linli.gui.cards.outdated import open_outdated
from linli.gui.cards.runs import open_runs
from linli.gui.editor.templates_dialog import open_templates
from linli.gui.menu_commands import MenuLine
from linli.gui.names.check_dialog import open_name_check
from linli.gui.names.fonts_dialog import open_fonts
from linli.gui.paper.profiles import open_profiles
from linli.gui.paper.sheets import open_sheets
from linli.gui.staff.pairings import open_pairings
from linli.gui.staff.people import open_staff
from linli.gui.staff.stations import open_stations

CARD_MENU: tuple[MenuLine | None, ...] = (
    (actions.PRINT_RUNS, open_runs),
    (actions.OUTDATED_CARDS, open_outdated),
    None,
    (actions.PAIRINGS, open_pairings),
    (actions.STAFF, open_staff),
    (actions.STATIONS, open_stations),
    None,
    (actions.CHECK_NAMES, open_name_check),
    (actions.FONTS, open_fonts),
    None,
    (actions.TEMPLATES, open_templates),
    (actions.SHEETS, open_sheets),
    (actions.PROFILES, open_profiles),
)
