"""Accounts (账号): who may sign in, in which role."""

from linli.gui.accounts.dialog import open_accounts
from linli.gui.accounts.own_password import open_own_password
from linli.gui.accounts.rules import open_safety_rules

__all__ = ["open_accounts", "open_own_password", "open_safety_rules"]
