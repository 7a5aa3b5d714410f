"""The use cases of duty (援助站值班): who can be on duty, rosters.

A part of `container.Services`, loaded the same way.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from linli.services.context import Context

if TYPE_CHECKING:
    from linli.services.rosters import RosterService
    from linli.services.workers import WorkerService


class DutyServices:
    """What the tab and the menu of duty work with."""

    context: Context

    @cached_property
    def rosters(self) -> "RosterService":
        """Rosters."""
        from linli.services.rosters import RosterService

        return RosterService(self.context)

    @cached_property
    def workers(self) -> "WorkerService":
        """Who can be on duty, leaves, who must not be together."""
        from linli.services.workers import WorkerService

        return WorkerService(self.context)
