"""The menu 登记: entitlements, visits and the other registers beside people and homes."""

from linli.gui import actions
from linli.gui.elevation.dialog import open_elevations
from linli.gui.menu_commands import MenuLine
from linli.gui.registers.entitlements import open_entitlements
from linli.gui.registers.visits import open_visits

REGISTER_MENU: tuple[MenuLine | None, ...] = (
    (actions.ENTITLEMENTS, open_entitlements),
    (actions.VISITS, open_visits),
    None,
    (actions.BUILDINGS, open_elevations),
)
