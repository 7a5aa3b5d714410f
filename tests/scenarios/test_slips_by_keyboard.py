"""How long an information slip takes: forty informants report, and one clerk types it all.

Keys are counted as they are pressed in the window, those of the input method (pinyin and a key for
each word of about two characters) among them. At 0.28 s a key (an average typist who does it now
and then: Card, Moran and Newell, 1983) a slip has to be in within 20 s.
"""

import math

import pytest
from support.clerk import Clerk
from support.ledgers import PASSWORD
from support.teams import add_grids, informants

from linli.domain.pinyin import sort_pinyin
from linli.gui.jump import JumpDialog
from linli.gui.main_window import MainWindow
from linli.gui.reports.dialog import ReportsDialog
from linli.gui.reports.forms import ReportForm
from linli.gui.unlock import UnlockPage

SECONDS_PER_KEY = 0.28
MOST_SECONDS = 20
OVERHEAD = 8
"""Keys of a slip beside its text."""
SLIPS = (
    ("1", "民生", "3号楼路灯不亮老人出门看不见"),
    ("5", "卫生", "垃圾没有清运"),
    ("3", "稳定", "楼上漏水两家吵起来了"),
)


class CountingClerk(Clerk):
    """Counts the keys."""

    def __init__(self, qtbot):
        super().__init__(qtbot)
        self.keys = 0

    def press(self, *keys):
        self.keys += len(keys)
        super().press(*keys)

    def write(self, text):
        self.keys += keys_of(text)
        super().write(text)


def keys_of(text):
    """Return how many keys a text takes, by pinyin where it is Chinese."""
    chinese = [char for char in text if not char.isascii()]
    letters = sum(len(syllable) for char in chinese for syllable in sort_pinyin(char).split())
    return len(text) - len(chinese) + letters + math.ceil(len(chinese) / 2)


def initials(name):
    return "".join(syllable[0] for syllable in sort_pinyin(name).split())


@pytest.fixture
def clerk(qtbot):
    return CountingClerk(qtbot)


@pytest.fixture
def informant(services):
    """One of forty informants of six grids, known by initials; the ledger is closed again."""
    add_grids(services)
    informants(services)
    members = services.reports.informants()
    assert len(members) == 40
    services.context.db.close()
    letters = [initials(member.facts.name) for member in members]
    return next(m for m in members if sum(initials(m.facts.name) == w for w in letters) == 1)


def test_a_slip_is_entered_within_twenty_seconds(informant, start, clerk):
    start()
    clerk.sees(UnlockPage)
    clerk.press("Ctrl+A")
    clerk.write(PASSWORD)
    clerk.press("Return")
    window = clerk.sees(MainWindow)
    clerk.press("Ctrl+K")
    jump = clerk.sees(JumpDialog)
    clerk.write("xxbs")
    clerk.waits_for(lambda: jump.list.count() and jump.list.item(0).text().startswith("信息报送"))
    clerk.press("Return")
    listed = clerk.sees(ReportsDialog)
    taken = []
    clerk.press("Alt+N")
    form = clerk.sees(ReportForm)
    for number, (digit, _, content) in enumerate(SLIPS):
        clerk.keys = 1 if number == 0 else 0
        if number == 0:
            clerk.write(initials(informant.facts.name))
            clerk.press("Tab")
        clerk.write(digit)
        clerk.press("Tab")
        clerk.write(content)
        is_last = number == len(SLIPS) - 1
        clerk.press("Ctrl+S" if is_last else "Alt+E")
        taken.append((clerk.keys, clerk.keys - keys_of(content)))
        if is_last:
            clerk.sees(ReportsDialog)
        else:
            before = form
            clerk.waits_for(lambda old=before: clerk.sees(ReportForm) is not old)
            form = clerk.sees(ReportForm)
    reports = window.desk.services.reports.list_all()
    said = [(each.facts.content, each.facts.member_id) for each in reversed(reports)]
    assert said == [(content, informant.id) for *_, content in SLIPS]
    assert {each.facts.grid_id for each in reports} == {informant.facts.grid_id}
    assert len(listed.items) == len(SLIPS)
    for keys, beside in taken:
        assert keys * SECONDS_PER_KEY < MOST_SECONDS
        assert beside <= OVERHEAD
    assert taken[1][1] == taken[2][1] == 3, "kind, Tab and the key that saves"
