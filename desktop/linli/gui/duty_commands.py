"""The menu 值班: who can be on duty, rosters, hours, dispatch, venues, papers of the stations."""

from linli.gui import actions, duty_actions, station_actions
from linli.gui.dispatch import open_dispatches
from linli.gui.hours.hand_overs import open_hand_overs
from linli.gui.hours.ledger import open_hours
from linli.gui.menu_commands import MenuLine
from linli.gui.rosters.plans import open_plans
from linli.gui.stations.agency import open_agency
from linli.gui.stations.points import open_station_points
from linli.gui.workers.dialog import open_workers
from linli.gui.workers.leaves import open_leaves

DUTY_MENU: tuple[MenuLine | None, ...] = (
    (duty_actions.WORKERS, open_workers),
    (duty_actions.WORKER_LEAVES, open_leaves),
    (actions.ROSTER_PLANS, open_plans),
    (duty_actions.HOURS, open_hours),
    (duty_actions.HAND_OVERS, open_hand_overs),
    (station_actions.HELP_STATIONS, open_station_points),
    (station_actions.AGENCY, open_agency),
    None,
    (station_actions.DISPATCHES, open_dispatches),
)
