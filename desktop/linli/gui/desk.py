"""What every tab and dialog is handed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.gui.ask import Ask
from linli.gui.bus import Bus
from linli.gui.jobs import Jobs
from linli.gui.state import WindowState
from linli.gui.theme import Theme

if TYPE_CHECKING:
    from linli.services.container import Services


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The signed-in clerk's working place: services and the window's helpers."""

    services: "Services"
    bus: Bus
    jobs: Jobs
    ask: Ask
    theme: Theme
    state: WindowState

    def may(self, right: Right) -> bool:
        """Whether whoever is signed in has the right."""
        return self.services.context.may(right)
