"""The menu 调解: disputes, what is looked for before they break out, petitions, figures."""

from linli.gui import actions
from linli.gui.late import Late
from linli.gui.menu_commands import MenuLine

MEDIATION_MENU: tuple[MenuLine | None, ...] = (
    (actions.SWEEPS, Late("sweeps.dialog", "open_sweeps")),
    (actions.PETITIONS, Late("petitions.dialog", "open_petitions")),
    (actions.SUGGESTIONS, Late("suggestions.dialog", "open_suggestions")),
    (actions.CLOCKS, Late("clocks.dialog", "open_clocks")),
    (actions.DUE_CALENDAR, Late("clocks.calendar", "open_calendar")),
    (actions.LIMITS, Late("limits.dialog", "open_limits")),
    None,
    (actions.CASE_REPORTS, Late("case_reports.dialog", "open_case_reports")),
    None,
    (actions.COMMITTEE, Late("mediation.committee_form", "open_committee")),
)
