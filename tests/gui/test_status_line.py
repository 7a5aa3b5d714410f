from datetime import UTC, datetime, timedelta, timezone

import pytest

from linli.domain.residents import LedgerCounts
from linli.gui.status_line import StatusLine, spoken

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (None, "还没有"),
        (datetime(2026, 11, 23, 8, 30, tzinfo=BEIJING), "今天 08:30"),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "今天 07:30"),
        (datetime(2026, 11, 22, 17, 2, tzinfo=BEIJING), "昨天 17:02"),
        (datetime(2026, 11, 13, 17, 2, tzinfo=BEIJING), "10 天前"),
    ],
)
def test_age_of_a_backup_as_people_say_it(at, words):
    assert spoken(at, NOW) == words


def test_figures_have_thousands_marks(theme, qtbot):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.set_counts(LedgerCounts(residents=3203, households=1006, floating=202, rentals=34))
    assert line.counts.text() == "3,203 人 · 1,006 户 · 流动人口 202 人 · 出租房屋 34 户"


def test_figures_give_way_where_the_line_is_narrow(theme, qtbot):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.set_counts(LedgerCounts(residents=3203, households=1006, floating=202, rentals=34))
    line.set_backup(None, NOW)
    line.resize(line.backup.sizeHint().width() * 3, 40)
    line.show()
    assert line.backup.geometry().right() <= line.width()
    assert line.backup.width() >= line.backup.sizeHint().width()
