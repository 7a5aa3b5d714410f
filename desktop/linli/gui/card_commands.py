"""The menu 卡片: runs, outdated cards, who is on them, paper, templates."""

from linli.gui import actions
from linli.gui.late import Late
from linli.gui.menu_commands import MenuLine

CARD_MENU: tuple[MenuLine | None, ...] = (
    (actions.PRINT_RUNS, Late("cards.runs", "open_runs")),
    (actions.OUTDATED_CARDS, Late("cards.outdated", "open_outdated")),
    None,
    (actions.PAIRINGS, Late("staff.pairings", "open_pairings")),
    (actions.STAFF, Late("staff.people", "open_staff")),
    (actions.STATIONS, Late("staff.stations", "open_stations")),
    None,
    (actions.CHECK_NAMES, Late("names.check_dialog", "open_name_check")),
    (actions.FONTS, Late("names.fonts_dialog", "open_fonts")),
    None,
    (actions.TEMPLATES, Late("editor.templates_dialog", "open_templates")),
    (actions.SHEETS, Late("paper.sheets", "open_sheets")),
    (actions.PROFILES, Late("paper.profiles", "open_profiles")),
)
