"""The menu 调解: disputes, what is looked for before they break out, petitions, figures."""

from linli.gui import actions
from linli.gui.case_reports.dialog import open_case_reports
from linli.gui.menu_commands import MenuLine

MEDIATION_MENU: tuple[MenuLine | None, ...] = (
    (actions.CASE_REPORTS, open_case_reports),
)
