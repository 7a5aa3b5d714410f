"""One walk through all dialogs: nothing is cut, each control has a name, colours follow."""

import sys
from dataclasses import dataclass, field

import pytest
import shiboken6
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from support.look import cut, strange_colours, too_large, unnamed
from support.walk import QuietAsk, Walk

from linli.gui import fitting
from linli.gui.bus import Bus
from linli.gui.colors import COLORS_OF, Look
from linli.gui.desk import Desk
from linli.gui.icons import pixmap
from linli.gui.jobs import Jobs
from linli.gui.theme import COLORS

SMALL = QSize(1366, 728)  # 1366×768 under a task bar
LEAST_DIALOGS = 180
"""Kinds of dialogs that a walk through the sample comes by; fewer mean that it lost its way."""


@dataclass
class Findings:
    """What a walk found, by the way to it."""

    large: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)


@pytest.fixture
def sample_window(services, theme, state, monkeypatch):
    """The main window of a sample community on a small screen, at 200 %."""
    from linli.gui.main_window import MainWindow
    from linli.services.sample import SampleService

    monkeypatch.setattr(fitting, "room", lambda _window: SMALL)
    SampleService(services.context).create(300)
    QGuiApplication.clipboard().setText("x")
    theme.set_zoom(200)
    ask = QuietAsk()
    jobs = Jobs(ask)
    desk = Desk(services=services, bus=Bus(), jobs=jobs, ask=ask, theme=theme, state=state)
    window = MainWindow(desk)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.show()
    window.resize(SMALL)
    QApplication.processEvents()
    yield window
    window.hide()
    shiboken6.delete(window)
    jobs.close()


@pytest.mark.timeout(600)  # half a minute where nobody else works
def test_nothing_is_cut_or_nameless_and_colours_follow_in_all_dialogs(sample_window, qtbot):
    found = Findings()
    painted: set[str] = set()

    def visit(way, page):
        found.large += prefixed(way, filter(None, [too_large(page, SMALL)]))
        found.cut += prefixed(way, cut(page))
        found.unnamed += prefixed(way, unnamed(page))
        kinds = painters(page)
        if kinds - painted:
            painted.update(kinds)
            found.colours += prefixed(way, left_over(page, sample_window.desk.theme))

    walk = Walk(sample_window, qtbot, visit)
    walk.everything()
    assert len(walk.seen) >= LEAST_DIALOGS
    assert not found.large
    assert not found.cut
    assert not found.unnamed
    assert not found.colours


def left_over(page, theme):
    """Wear the other of two looks, and return what of the former one is still to be seen."""
    former = theme.look
    theme.set_look(Look.DARK if former is Look.LIGHT else Look.LIGHT)
    QApplication.processEvents()
    return strange_colours(page, COLORS_OF[former], COLORS_OF[theme.look])


def painters(page):
    """Return the kinds of objects on a page whose code reads colours."""
    return {
        type(each).__name__
        for each in (page, *page.findChildren(QObject))
        if getattr(sys.modules.get(type(each).__module__), "COLORS", None) is COLORS
    }


def prefixed(way, lines):
    return [f"{way}: {line}" for line in lines]


def test_a_colour_of_the_former_look_would_be_found(theme, qtbot):
    label = QLabel("旧")
    qtbot.addWidget(label)
    label.setPixmap(pixmap("lock", COLORS.bad, 48))
    label.show()
    assert left_over(label, theme)


def test_a_cut_word_would_be_found(theme, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    button = QPushButton("保存并打印", page)
    button.setFixedSize(60, 40)
    page.show()
    assert any("narrow" in each for each in cut(page))
