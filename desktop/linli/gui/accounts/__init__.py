"""Accounts (账号): who may sign in, in which role."""

from linli.gui.accounts.dialog import open_accounts

__all__ = ["open_accounts"]
