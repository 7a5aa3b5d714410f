from typing import ClassVar

import pytest

from linli.domain.changes import Changes, Kind
from linli.gui.tab import Tab


class CountingTab(Tab):
    title = "测试"
    icon_name = "home"
    kinds: ClassVar = frozenset({Kind.GRIDS})
    reads = 0

    def refresh(self):
        self.reads += 1


@pytest.fixture
def tab(desk, qtbot):
    tab = CountingTab(desk)
    qtbot.addWidget(tab)
    return tab


def grids(desk):
    desk.bus.publish(Changes(kinds=frozenset({Kind.GRIDS})))


def test_tab_is_read_when_first_shown(tab):
    assert tab.reads == 0
    tab.show()
    assert tab.reads == 1
    tab.hide()
    tab.show()
    assert tab.reads == 1


def test_visible_tab_follows_at_once(tab, desk):
    tab.show()
    grids(desk)
    assert tab.reads == 2


def test_hidden_tab_reads_once_when_it_is_seen_again(tab, desk):
    tab.show()
    tab.hide()
    grids(desk)
    grids(desk)
    assert tab.reads == 1
    tab.show()
    assert tab.reads == 2


def test_other_kinds_do_not_concern_it(tab, desk):
    tab.show()
    desk.bus.publish(Changes(kinds=frozenset({Kind.CARDS})))
    assert tab.reads == 1


def test_tab_without_a_search_box_says_so(tab):
    assert tab.focus_search() is False
