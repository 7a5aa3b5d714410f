"""The menu 登记: entitlements, visits and the other registers beside people and homes."""

from linli.gui import actions
from linli.gui.doubles import open_doubles, open_merges
from linli.gui.elevation.dialog import open_elevations
from linli.gui.menu_commands import MenuLine
from linli.gui.registers.beds import open_beds
from linli.gui.registers.elders import open_elders
from linli.gui.registers.entitlements import open_entitlements
from linli.gui.registers.missing import open_missing
from linli.gui.registers.neighbours import open_neighbours
from linli.gui.registers.organisations import open_organisations
from linli.gui.registers.party import open_party_members
from linli.gui.registers.surveys import open_surveys
from linli.gui.registers.trainings import open_trainings
from linli.gui.registers.visits import open_visits

REGISTER_MENU: tuple[MenuLine | None, ...] = (
    (actions.BUILDINGS, open_elevations),
    None,
    (actions.ENTITLEMENTS, open_entitlements),
    (actions.VISITS, open_visits),
    (actions.ELDERS, open_elders),
    (actions.BEDS, open_beds),
    (actions.NEIGHBOURS, open_neighbours),
    None,
    (actions.PARTY, open_party_members),
    (actions.ORGANISATIONS, open_organisations),
    (actions.TRAININGS, open_trainings),
    (actions.SURVEYS, open_surveys),
    None,
    (actions.MISSING, open_missing),
    (actions.DOUBLES, open_doubles),
    (actions.MERGES, open_merges),
)
