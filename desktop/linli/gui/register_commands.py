"""The menu 登记: entitlements, visits and the other registers beside people and homes."""

from linli.gui import actions
from linli.gui.late import Late
from linli.gui.menu_commands import MenuLine

REGISTER_MENU: tuple[MenuLine | None, ...] = (
    (actions.BUILDINGS, Late("elevation.dialog", "open_elevations")),
    None,
    (actions.ENTITLEMENTS, Late("registers.entitlements", "open_entitlements")),
    (actions.VISITS, Late("registers.visits", "open_visits")),
    (actions.ELDERS, Late("registers.elders", "open_elders")),
    (actions.BEDS, Late("registers.beds", "open_beds")),
    (actions.NEIGHBOURS, Late("registers.neighbours", "open_neighbours")),
    None,
    (actions.PARTY, Late("registers.party", "open_party_members")),
    (actions.ORGANISATIONS, Late("registers.organisations", "open_organisations")),
    (actions.TRAININGS, Late("registers.trainings", "open_trainings")),
    (actions.SURVEYS, Late("registers.surveys", "open_surveys")),
    None,
    (actions.MISSING, Late("registers.missing", "open_missing")),
    (actions.DOUBLES, Late("doubles.commands", "open_doubles")),
    (actions.MERGES, Late("doubles.commands", "open_merges")),
)
