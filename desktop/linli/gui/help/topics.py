"""Which page of the help belongs to what one sees: one table, from places in the code to pages.

A line names a module below `linli.gui`, a package with all its modules, or one class
(`module:Class`); the most exact line holds. A test walks all tabs, pages and dialogs and fails for
one without a page.
"""

from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from linli.gui.help.book import INDEX
from linli.gui.page import Page
from linli.gui.tab import Tab

TOPICS: dict[str, str] = {
    # before the ledger is open
    "first_start": "start",
    "unlock": "start",
    "unlock:RecoverPage": "recovery",
    "recovery_code": "recovery",
    "backups.page": "restore",
    "locking": "lock",
    "tour": "first-day",
    # people
    "residents": "find",
    "residents.filter_builder": "filters",
    "residents.saved_filters": "filters",
    "jump": "find",
    "resident_form": "residents",
    "standing_form": "residents",
    "photo_crop": "residents",
    "household_dialog": "households",
    "household_forms": "households",
    "rentals_dialog": "rentals",
    "rental_form": "rentals",
    "doubles": "doubles",
    "importing": "import",
    "export_form": "export",
    "history_dialog": "undo",
    "journal_dialog": "undo",
    "step_dialog": "undo",
    "recycle_bin": "undo",
    "drafts": "trouble",
    "defect_reports": "trouble",
    # cards
    "cards": "cards",
    "cards.choosing": "card",
    "cards.issued": "card",
    "cards.jam_form": "jam",
    "cards.run_dialog": "jam",
    "cards.outdated": "outdated",
    "print_dialog": "printing",
    "paper": "paper",
    "editor": "templates",
    "names": "names",
    "staff": "staff",
    # grids
    "grids": "grids",
    "grid_form": "grids",
    "posts": "posts",
    "teams": "teams",
    "reports": "reports",
    "receptions": "receptions",
    "holidays": "receptions",
    "walks": "walks",
    "community_map": "map",
    "elevation": "map",
    "notices": "notices",
    # registers
    "registers": "registers",
    "registers.visits": "visits",
    "registers.visit_forms": "visits",
    "registers.survey_forms": "surveys",
    "registers.survey_papers": "surveys",
    "registers.surveys": "surveys",
    # mediation
    "mediation": "cases",
    "mediation.committee_form": "committee",
    "case_papers": "case-papers",
    "case_files": "case-files",
    "case_reports": "case-reports",
    "clocks": "limits",
    "limits": "limits",
    "sweeps": "sweeps",
    "petitions": "sweeps",
    "suggestions": "sweeps",
    # duty
    "rosters": "rosters",
    "rosters.plans": "roster-rules",
    "rosters.shift_form": "roster-rules",
    "rosters.lists": "roster-after",
    "rosters.papers": "roster-after",
    "workers": "workers",
    "hours": "hours",
    "stations": "stations",
    "stations.agency": "agency",
    "stations.agency_forms": "agency",
    "stations.guides": "agency",
    "stations.guide_form": "agency",
    "dispatch": "dispatch",
    "events": "events",
    "venues": "venues",
    # safety
    "accounts": "accounts",
    "accounts.own_password": "lock",
    "accounts.rules": "lock",
    "audits": "trail",
    "backups": "backup",
    "backups.restore_form": "restore",
    "exchange": "exchange",
    "privacy": "privacy",
    "masking_form": "masking",
    # the window itself
    "main_window": INDEX,
    "duty_tab": "accounts",
    "settings_dialog": "settings",
    "keys_dialog": "keys",
    "void_form": "undo",
}

_FRAMES = (QDialog, QMainWindow, Page, Tab)


def page_for(widget: QWidget | None) -> str:
    """Return the page of the tab, page or dialog in which a widget is; the first page without."""
    while widget is not None:
        if isinstance(widget, _FRAMES):
            if isinstance(widget, QMainWindow):
                shown = [tab for tab in widget.findChildren(Tab) if tab.isVisible()]
                return _page_of(type(shown[0] if shown else widget)) or INDEX
            name = _page_of(type(widget))
            if name is not None:
                return name
        widget = widget.parentWidget()
    return INDEX


def _page_of(kind: type) -> str | None:
    """Return the page of a class, or of the nearest class that it is made of."""
    for each in kind.__mro__:
        name = page_of_class(each.__module__, each.__name__)
        if name is not None:
            return name
    return None


def page_of_class(module: str, name: str) -> str | None:
    """Return the page that the table gives a class, None without one."""
    place = module.removeprefix("linli.gui.")
    if place == module:
        return None
    if (exact := TOPICS.get(f"{place}:{name}")) is not None:
        return exact
    while place:
        if place in TOPICS:
            return TOPICS[place]
        place = place.rpartition(".")[0]
    return None
