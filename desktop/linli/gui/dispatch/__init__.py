"""Home services sent to residents (家政派遣), providers near by and vouchers."""

from linli.gui.dispatch.dialog import open_dispatch, open_dispatches

__all__ = ["open_dispatch", "open_dispatches"]
