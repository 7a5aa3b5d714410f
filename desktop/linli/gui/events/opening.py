"""The way to one event from elsewhere: its booking, a jump."""

from PySide6.QtWidgets import QWidget

from linli.gui.desk import Desk
from linli.gui.events.forms import EventForm


def open_event(desk: Desk, event_id: int, parent: QWidget) -> None:
    """Open the form of an event."""
    form = EventForm(desk, desk.services.events.get(event_id), parent)
    form.saved.connect(desk.bus.publish)
    form.open()
