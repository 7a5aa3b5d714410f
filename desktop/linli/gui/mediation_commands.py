"""The menu 调解: disputes, what is looked for before they break out, petitions, figures."""

from linli.gui import actions
from linli.gui.case_reports.dialog import open_case_reports
from linli.gui.clocks.calendar import open_calendar
from linli.gui.clocks.dialog import open_clocks
from linli.gui.limits.dialog import open_limits
from linli.gui.mediation.committee_form import open_committee
from linli.gui.menu_commands import MenuLine
from linli.gui.petitions.dialog import open_petitions
from linli.gui.suggestions.dialog import open_suggestions
from linli.gui.sweeps.dialog import open_sweeps

MEDIATION_MENU: tuple[MenuLine | None, ...] = (
    (actions.SWEEPS, open_sweeps),
    (actions.PETITIONS, open_petitions),
    (actions.SUGGESTIONS, open_suggestions),
    (actions.CLOCKS, open_clocks),
    (actions.DUE_CALENDAR, open_calendar),
    (actions.LIMITS, open_limits),
    None,
    (actions.CASE_REPORTS, open_case_reports),
    None,
    (actions.COMMITTEE, open_committee),
)
