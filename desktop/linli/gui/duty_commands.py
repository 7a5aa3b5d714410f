"""The menu 值班: who can be on duty, rosters, hours, dispatch, venues, papers of the stations."""

from linli.gui import actions
from linli.gui.menu_commands import MenuLine
from linli.gui.rosters.plans import open_plans
from linli.gui.workers.dialog import open_workers
from linli.gui.workers.leaves import open_leaves

DUTY_MENU: tuple[MenuLine | None, ...] = (
    (actions.WORKERS, open_workers),
    (actions.WORKER_LEAVES, open_leaves),
    (actions.ROSTER_PLANS, open_plans),
)
