"""The menu 网格: who serves on grids, what they report, and what is printed for them."""

from linli.gui import actions
from linli.gui.late import Late
from linli.gui.menu_commands import MenuLine

GRID_MENU: tuple[MenuLine | None, ...] = (
    (actions.BOARDS, Late("staff.boards", "open_boards")),
    (actions.POSTS, Late("posts.people", "open_posts")),
    (actions.CLAIMS, Late("posts.claims", "open_claims")),
    (actions.TEAMS, Late("teams.dialog", "open_teams")),
    (actions.REPORTS, Late("reports.dialog", "open_reports")),
    (actions.RECEPTIONS, Late("receptions.days", "open_receptions")),
    (actions.WALKS, Late("walks.sheets", "open_walks")),
    (actions.COMMUNITY_MAP, Late("community_map.page", "open_community_map")),
    (actions.NOTICES, Late("notices.register", "open_notices")),
    None,
    (actions.NUMBER_RULE, Late("grids.number_forms", "open_number_rule")),
    (actions.HOLIDAYS, Late("holidays", "open_holidays")),
)
