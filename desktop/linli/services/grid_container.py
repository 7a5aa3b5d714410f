"""The use cases of grids: who serves there, what is reported, sent round and announced.

A part of `container.Services`, loaded the same way.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from linli.services.context import Context

if TYPE_CHECKING:
    from linli.services.allowances import AllowanceService
    from linli.services.boards import BoardService
    from linli.services.calendar import CalendarService
    from linli.services.claims import ClaimService
    from linli.services.communities import CommunityService
    from linli.services.community_map import CommunityMapService
    from linli.services.duty_texts import DutyTextService
    from linli.services.equipment import EquipmentService
    from linli.services.grid_trees import GridTreeService
    from linli.services.grids import GridService
    from linli.services.notice_kinds import NoticeKindService
    from linli.services.notice_papers import NoticePaperService
    from linli.services.notices import NoticeService
    from linli.services.patrols import PatrolService
    from linli.services.post_checks import PostCheckService
    from linli.services.receptions import ReceptionService
    from linli.services.reports import ReportService
    from linli.services.team_members import TeamMemberService
    from linli.services.teams import TeamService
    from linli.services.walks import WalkService


class GridServices:
    """What the tab and the menu of grids work with."""

    context: Context

    @cached_property
    def grids(self) -> "GridService":
        """Grids."""
        from linli.services.grids import GridService

        return GridService(self.context)

    @cached_property
    def grid_trees(self) -> "GridTreeService":
        """The tree of grids, and what is in none or in two."""
        from linli.services.grid_trees import GridTreeService

        return GridTreeService(self.context)

    @cached_property
    def communities(self) -> "CommunityService":
        """The communities of the street, and how grids are numbered."""
        from linli.services.communities import CommunityService

        return CommunityService(self.context)

    @cached_property
    def community_map(self) -> "CommunityMapService":
        """The picture of the community."""
        from linli.services.community_map import CommunityMapService

        return CommunityMapService(self.context)

    @cached_property
    def boards(self) -> "BoardService":
        """Boards of grids."""
        from linli.services.boards import BoardService

        return BoardService(self.context)

    @cached_property
    def post_checks(self) -> "PostCheckService":
        """What grids want of posts, and what is missing."""
        from linli.services.post_checks import PostCheckService

        return PostCheckService(self.context)

    @cached_property
    def claims(self) -> "ClaimService":
        """Claimed posts and pledges."""
        from linli.services.claims import ClaimService

        return ClaimService(self.context)

    @cached_property
    def duty_texts(self) -> "DutyTextService":
        """Texts of duties."""
        from linli.services.duty_texts import DutyTextService

        return DutyTextService(self.context)

    @cached_property
    def walks(self) -> "WalkService":
        """Walk sheets and check sheets."""
        from linli.services.walks import WalkService

        return WalkService(self.context)

    @cached_property
    def notice_kinds(self) -> "NoticeKindService":
        """Kinds of notices."""
        from linli.services.notice_kinds import NoticeKindService

        return NoticeKindService(self.context)

    @cached_property
    def notices(self) -> "NoticeService":
        """The register of notices."""
        from linli.services.notices import NoticeService

        return NoticeService(self.context, self.notice_kinds)

    @cached_property
    def notice_papers(self) -> "NoticePaperService":
        """Notices on paper."""
        from linli.services.notice_papers import NoticePaperService

        return NoticePaperService(self.context, self.notices)

    @cached_property
    def teams(self) -> "TeamService":
        """Teams."""
        from linli.services.teams import TeamService

        return TeamService(self.context)

    @cached_property
    def team_members(self) -> "TeamMemberService":
        """Members of teams."""
        from linli.services.team_members import TeamMemberService

        return TeamMemberService(self.context)

    @cached_property
    def patrols(self) -> "PatrolService":
        """Patrols."""
        from linli.services.patrols import PatrolService

        return PatrolService(self.context)

    @cached_property
    def equipment(self) -> "EquipmentService":
        """Equipment and drills of teams."""
        from linli.services.equipment import EquipmentService

        return EquipmentService(self.context)

    @cached_property
    def reports(self) -> "ReportService":
        """Information slips."""
        from linli.services.reports import ReportService

        return ReportService(self.context)

    @cached_property
    def allowances(self) -> "AllowanceService":
        """Allowances of informants."""
        from linli.services.allowances import AllowanceService

        return AllowanceService(self.context)

    @cached_property
    def receptions(self) -> "ReceptionService":
        """Reception days and who came."""
        from linli.services.receptions import ReceptionService

        return ReceptionService(self.context)

    @cached_property
    def calendar(self) -> "CalendarService":
        """Working days and holidays."""
        from linli.services.calendar import CalendarService

        return CalendarService(self.context)
