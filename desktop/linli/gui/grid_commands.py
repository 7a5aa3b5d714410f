"""The menu 网格: who serves on grids, what they report, and what is printed for them."""

from linli.gui import actions
from linli.gui.community_map.page import open_community_map
from linli.gui.grids.number_forms import open_number_rule
from linli.gui.holidays import open_holidays
from linli.gui.menu_commands import MenuLine
from linli.gui.notices.register import open_notices
from linli.gui.posts.claims import open_claims
from linli.gui.posts.people import open_posts
from linli.gui.receptions.days import open_receptions
from linli.gui.reports import open_reports
from linli.gui.staff.boards import open_boards
from linli.gui.teams import open_teams
from linli.gui.walks.sheets import open_walks

GRID_MENU: tuple[MenuLine | None, ...] = (
    (actions.BOARDS, open_boards),
    (actions.POSTS, open_posts),
    (actions.CLAIMS, open_claims),
    (actions.TEAMS, open_teams),
    (actions.REPORTS, open_reports),
    (actions.RECEPTIONS, open_receptions),
    (actions.WALKS, open_walks),
    (actions.COMMUNITY_MAP, open_community_map),
    (actions.NOTICES, open_notices),
    None,
    (actions.NUMBER_RULE, open_number_rule),
    (actions.HOLIDAYS, open_holidays),
)
