"""The menu 安全: accounts, audit, privacy, backups and exchange with other computers."""

from linli.gui import actions
from linli.gui.accounts import open_accounts
from linli.gui.menu_commands import MenuLine

SAFETY_MENU: tuple[MenuLine | None, ...] = ((actions.ACCOUNTS, open_accounts),)
