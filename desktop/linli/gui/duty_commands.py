"""The menu 值班: who can be on duty, rosters, hours, dispatch, venues, papers of the stations."""

from linli.gui import actions, duty_actions, station_actions
from linli.gui.late import Late
from linli.gui.menu_commands import MenuLine

DUTY_MENU: tuple[MenuLine | None, ...] = (
    (duty_actions.WORKERS, Late("workers.dialog", "open_workers")),
    (duty_actions.WORKER_LEAVES, Late("workers.leaves", "open_leaves")),
    (actions.ROSTER_PLANS, Late("rosters.plans", "open_plans")),
    (duty_actions.HOURS, Late("hours.ledger", "open_hours")),
    (duty_actions.HAND_OVERS, Late("hours.hand_overs", "open_hand_overs")),
    (station_actions.HELP_STATIONS, Late("stations.points", "open_station_points")),
    (station_actions.AGENCY, Late("stations.agency", "open_agency")),
    None,
    (station_actions.DISPATCHES, Late("dispatch", "open_dispatches")),
    (station_actions.EVENTS, Late("events.dialog", "open_events")),
)
