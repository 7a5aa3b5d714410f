"""What the window remembers outlives a restart; a damaged file is as good as none."""

import random

import pytest
from PySide6.QtCore import QByteArray
from support.faults.counts import wanted
from support.faults.mutators import mutated

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


@pytest.mark.parametrize("text", ["groß", "9" * 12, "-" + "9" * 12, "9" * 6000])
def test_a_number_that_no_program_saved_is_the_default(again, text):
    state = again()
    state.save("zoom", text)
    assert state.number("zoom", 100) == 100


def _read(state):
    state.number("window/zoom")
    state.names("residents/widths")
    state.bytes("window/geometry")
    state.save("window/zoom", 100)


def test_a_spoilt_file_is_read_as_far_as_it_can_be(again, tmp_path):
    path, state = tmp_path / "window.ini", again()
    state.save("window/zoom", 150)
    state.save("residents/widths", ["name=12", "phone=20"])
    state.save("window/geometry", QByteArray(random.Random(1).randbytes(60)))
    del state
    content = path.read_bytes()
    for seed in range(wanted("LINLI_MUTATIONS", 60)):
        path.write_bytes(mutated(content, seed))
        _read(again())


@pytest.mark.parametrize("content", [b"\0" * 4096, b"\xff\xfe" * 2000, b"[window\nzoom=\\xd800"])
def test_garbage_in_place_of_the_file_is_as_good_as_none(again, tmp_path, content):
    (tmp_path / "window.ini").write_bytes(content)
    _read(again())


def test_a_folder_in_place_of_the_file_is_as_good_as_none(again, tmp_path):
    (tmp_path / "window.ini").mkdir()
    _read(again())
    assert again().number("zoom", 100) == 100
