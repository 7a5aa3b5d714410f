"""What the menu opens of the doubles."""

from PySide6.QtWidgets import QWidget

from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.doubles.compare_dialog import CompareDialog
from linli.gui.doubles.doubles_dialog import DoublesDialog
from linli.gui.doubles.merges_dialog import MergesDialog


def open_doubles(desk: Desk, parent: QWidget | None) -> None:
    """Show who may be in the ledger twice (重复人员)."""
    DoublesDialog(desk, parent).open()


def open_merges(desk: Desk, parent: QWidget | None) -> None:
    """Show the merges (合并记录), to be taken back."""
    MergesDialog(desk, parent).open()


def open_comparison(desk: Desk, kept_id: int, gone_id: int, parent: QWidget) -> None:
    """Put two people that the clerk has chosen side by side."""
    try:
        CompareDialog(desk, [(kept_id, gone_id)], 0, parent).open()
    except UserError as error:
        desk.ask.warn(parent, error.message)
