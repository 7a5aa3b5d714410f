"""Fixtures for the window: a desk on a real ledger, and no dialog that a test did not expect."""

import pytest
import shiboken6

from linli.gui import ask as ask_module
from linli.gui import table_reading
from linli.gui.bus import Bus
from linli.gui.colors import LIGHT
from linli.gui.desk import Desk
from linli.gui.fonts import interface_families
from linli.gui.i18n import install_translations
from linli.gui.jobs import Jobs
from linli.gui.state import WindowState
from linli.gui.theme import COLORS, Theme


@pytest.fixture(scope="session")
def _families(qapp):
    install_translations(qapp)
    return interface_families()


@pytest.fixture(autouse=True)
def no_real_dialogs(request, monkeypatch):
    """A dialog of the real `Ask` would wait for ever."""
    if "qapp" in request.fixturenames:

        def refuse(box):
            pytest.fail(f"a real dialog: {box.text()}")

        monkeypatch.setattr(ask_module, "run_box", refuse)


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch):
    """However busy the machine is, a test's short lists are read at once."""
    monkeypatch.setattr(table_reading, "_AT_ONCE_S", 60)


@pytest.fixture
def theme(qapp, _families):
    """The look at 100 %, taken off again afterwards."""
    theme = Theme(qapp, _families)
    yield theme
    qapp.setStyleSheet("")
    COLORS.become(LIGHT)
    shiboken6.delete(theme)


@pytest.fixture
def state(tmp_path):
    """What the window remembers; nothing yet."""
    return WindowState(tmp_path / "window.ini")


@pytest.fixture
def jobs(qapp, ask):
    """The job thread, stopped afterwards."""
    jobs = Jobs(ask)
    yield jobs
    jobs.close()


@pytest.fixture
def desk(services, theme, ask, jobs, state):
    """A signed-in clerk's place on an empty ledger."""
    return Desk(services=services, bus=Bus(), jobs=jobs, ask=ask, theme=theme, state=state)


@pytest.fixture
def main_window(desk, qtbot):
    """The main window on an empty ledger, shown."""
    from linli.gui.main_window import MainWindow

    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    shiboken6.delete(window)


@pytest.fixture
def assert_freed(qtbot):
    """Fail if a dialog outlives its closing."""

    def check(dialog):
        qtbot.waitUntil(lambda: not shiboken6.isValid(dialog), timeout=2000)

    return check


@pytest.fixture
def show(qtbot):
    """Open a dialog and close it in the end, whatever was typed into it."""
    dialogs = []

    def make(dialog):
        dialogs.append(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    yield make
    for dialog in dialogs:
        if shiboken6.isValid(dialog):
            if hasattr(dialog, "form"):
                dialog.form.modified = False
            dialog.reject()
