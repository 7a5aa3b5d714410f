"""Only one window per ledger: whoever starts the program again gets the one that is open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.program import page_of

import linli
from linli.gui.single_instance import SingleInstance
from linli.gui.unlock import UnlockPage


@pytest.fixture
def instance(data_dir, qapp):
    """The lock of the window that is open."""
    instance = SingleInstance(data_dir.window_lock)
    yield instance
    instance.release()


def test_second_start_brings_the_first_window_forward_and_ends(
    context, start, instance, data_dir, clerk, qtbot
):
    context.db.close()
    assert instance.claim()
    instance.asked_forward.connect(start().bring_forward)
    window = clerk.sees(UnlockPage).window()
    window.showMinimized()
    command = [sys.executable, "-m", "linli", "--data-dir", str(data_dir.root)]
    environment = os.environ | {"PYTHONPATH": str(Path(linli.__file__).parents[1])}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as second:
        with qtbot.waitSignal(instance.asked_forward, timeout=20_000):
            pass
        _, said = second.communicate(timeout=20)
    assert (second.returncode, said) == (0, b"")
    assert not window.isMinimized()
    assert page_of(UnlockPage) is not None
