"""A desk with a plan of three shifts and a few people."""

from datetime import date

import pytest
from support.duty import make_plan

from linli.gui.rosters.tab import RostersTab

MONTH = date(2026, 12, 1)


@pytest.fixture
def plan(services):
    """大厅值班: two by day, one at night; 王芳, 李明, 赵静, 马兰, 孙强 take part."""
    return make_plan(services)


@pytest.fixture
def tab(desk, plan, qtbot):
    """The tab, showing December 2026."""
    tab = RostersTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    tab.show()
    qtbot.waitExposed(tab)
    tab.show_day(MONTH)
    return tab
