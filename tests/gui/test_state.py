import pytest
from PySide6.QtCore import QByteArray

from linli.gui.state import WindowState


@pytest.fixture
def again(tmp_path):
    """Open the state anew, as the next start does."""
    return lambda: WindowState(tmp_path / "window.ini")


def test_values_are_there_after_a_restart(again):
    first = again()
    first.save("zoom", 150)
    first.save("columns", ["name", "phone"])
    first.save("geometry", QByteArray(b"\x00\x01=;"))
    del first
    later = again()
    assert later.number("zoom") == 150
    assert later.names("columns") == ["name", "phone"]
    assert later.bytes("geometry").data() == b"\x00\x01=;"


def test_what_was_never_saved_is_the_default(again):
    state = again()
    assert state.number("zoom", 100) == 100
    assert state.names("columns") is None
    assert state.bytes("geometry").isEmpty()


def test_a_damaged_number_is_the_default(again):
    state = again()
    state.save("zoom", "groß")
    assert state.number("zoom", 100) == 100
