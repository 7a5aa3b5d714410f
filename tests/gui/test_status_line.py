from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from linli.domain.backups import DAILY, BackupInfo, Worry
from linli.domain.clocks import ClockSummary
from linli.domain.residents import LedgerCounts
from linli.gui.status_line import StatusLine, backup_words, spoken
from linli.services.backups import BackupStatus

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=BEIJING)


def standing(days=None, worry=Worry.NONE, failed="", rehearsal_failed=""):
    """How the backups stand; the last one is so many days old."""
    latest = days is not None and BackupInfo(
        path=Path("b"),
        at=NOW - timedelta(days=days),
        reason=DAILY,
        serial=1,
        head=1,
        counts=LedgerCounts(),
    )
    return BackupStatus(
        latest=latest or None,
        worry=worry,
        failed=failed,
        rehearsed_at=None,
        rehearsal_failed=rehearsal_failed,
    )


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
    line.set_backup(standing(), NOW)
    line.resize(line.backup.sizeHint().width() * 3, 40)
    line.show()
    assert line.backup.geometry().right() <= line.width()
    assert line.backup.width() >= line.backup.sizeHint().width()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (standing(), "上次备份：还没有"),
        (standing(0), "上次备份：今天 09:00"),
        (standing(9), "上次备份：9 天前"),
        (standing(4, Worry.SOON), "已 4 天没有备份"),
        (standing(8, Worry.NOW), "已 8 天没有备份"),
        (standing(-400, Worry.NOW), "电脑的日期不对，或上次备份时不对"),
        (standing(0, Worry.NOW, failed="磁盘已满。"), "备份没有做成"),
        (standing(0, Worry.NOW, rehearsal_failed="坏了。"), "备份演练没有通过"),
    ],
)
def test_how_the_backups_stand_is_said_in_words(status, words):
    assert backup_words(status, NOW) == words


def test_a_worry_shows_in_colour_with_a_sign_and_its_reason(theme, qtbot):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.set_backup(standing(0), NOW)
    assert line.backup.icon().isNull()
    line.set_backup(standing(0, Worry.NOW, failed="磁盘已满。"), NOW)
    assert not line.backup.icon().isNull()
    assert line.backup.property("worry") == "now"
    assert line.backup.toolTip() == "磁盘已满。"


def test_a_click_on_the_backup_asks_for_the_list(theme, qtbot):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    with qtbot.waitSignal(line.backups_requested):
        line.backup.click()


def test_the_stick_is_shown_only_where_one_is_chosen(theme, qtbot):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.set_stick("备份盘“红盘”：今天 09:00", "")
    assert not line.stick.isHidden()
    line.set_stick("", "")
    assert line.stick.isHidden()


@pytest.mark.parametrize(
    ("summary", "words", "worry"),
    [
        (ClockSummary(overdue=2, today=1, soon=4), "2 项已超期，1 项今天到期", "now"),
        (ClockSummary(today=1, soon=1), "1 项今天到期", "soon"),
    ],
)
def test_what_is_due_is_said_and_leads_to_its_list(theme, qtbot, summary, words, worry):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.set_due(summary)
    assert (line.due.text(), line.due.property("worry")) == (words, worry)
    assert not line.due.isHidden()
    with qtbot.waitSignal(line.due_requested):
        line.due.click()


def test_where_nothing_is_due_nothing_is_said(theme, qtbot):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.set_due(ClockSummary(soon=3))
    assert line.due.isHidden()
