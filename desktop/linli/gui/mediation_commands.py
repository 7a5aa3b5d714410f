"""The menu 调解: disputes, what is looked for before they break out, petitions, figures."""

from linli.gui.menu_commands import MenuLine

MEDIATION_MENU: tuple[MenuLine | None, ...] = ()
