"""The menu 值班: who can be on duty, rosters, hours, dispatch, venues, papers of the stations."""

from linli.gui.menu_commands import MenuLine

DUTY_MENU: tuple[MenuLine | None, ...] = ()
