"""A month on duty, by keys alone in the real window: from leave to the certificate of hours.

The sixteen of the source community: December 2026 is filled by the program, published, changed and
hung on the wall; a week that cannot be filled says who is short; February 2027, whose holidays
nobody has announced, says so.
"""

from datetime import date, timedelta
from functools import partialmethod

import pytest
from PySide6.QtWidgets import QPushButton
from support.cards import page_texts
from support.clerk import FormClerk

from linli.domain.hours import ServiceDraft
from linli.domain.rosters import ConflictKind, Plan, RosterMonth
from linli.domain.settings import HallFacts
from linli.domain.workers import Leave, WorkerDraft, WorkerKind
from linli.gui.hours.certificates import CertificatesDialog
from linli.gui.hours.forms import CertificateForm
from linli.gui.hours.ledger import HoursDialog
from linli.gui.jump import JumpDialog
from linli.gui.main_window import MainWindow
from linli.gui.print_dialog import PrintDialog
from linli.gui.rosters.forms import ChangeForm, FillForm
from linli.gui.rosters.lists import ChangesDialog, ConflictsDialog, FilledDialog
from linli.gui.rosters.papers import PapersForm
from linli.gui.rosters.plans import PlanForm
from linli.gui.rosters.tab import RostersTab
from linli.gui.workers.dialog import WorkersDialog
from linli.gui.workers.leaves import ApartForm, LeaveForm, LeavesDialog
from linli.gui.workers.worker_form import WorkerForm
from linli.services.container import Services
from linli.services.rosters import RosterService

DECEMBER, FEBRUARY = date(2026, 12, 1), date(2027, 2, 1)
OWN = ("阮丽苗", "杜薇丹", "郭锦", "范丽", "芦晓朋", "陈颖蕊")
OTHERS = ("凌涛亮", "蓝飞", "邹慧苑", "安斌少", "翟琳蓓")
POLICE = ("李华眉", "吴杰", "张成", "苏丽丽")
GRADUATE = "陈炎晓"
VOLUNTEER = "阿依古丽·买买提"
_SECONDS = 8.0  # of looking for a fairer month; a clerk waits longer


@pytest.fixture
def clerk(qtbot):
    """Does everything by keys."""
    return FormClerk(qtbot)


@pytest.fixture(autouse=True)
def quick(monkeypatch) -> None:
    """Look for a fairer month for a few seconds only."""
    fill = RosterService.fill
    monkeypatch.setattr(RosterService, "fill", partialmethod(fill, seconds=_SECONDS))


@pytest.fixture
def hall(services: Services) -> Services:
    """The sixteen of the source: 6 在编, 5 公益性岗位, 1 三支一扶, 4 警务室."""
    services.settings.save_hall(HallFacts(community="西河社区", hotline="0994-4825180"))
    groups = (("01", OWN), ("02", OTHERS), ("03", (GRADUATE,)), ("04", POLICE))
    for code, names in groups:
        for name in names:
            services.workers.add(WorkerDraft(name=name, employment_code=code))
    return services


def ids(services: Services) -> dict[str, int]:
    return {each.facts.name: each.id for each in services.workers.list_all()}


def only_plan(services: Services) -> Plan:
    (plan,) = services.rosters.plans()
    return plan


def month_of(services: Services, month: date = DECEMBER) -> RosterMonth:
    return services.rosters.month(only_plan(services).id, month)


def jumps(clerk, title: str) -> None:
    """Open a dialog of the menu by its name."""
    clerk.press("Ctrl+K")
    jump = clerk.sees(JumpDialog)
    clerk.write(title)
    clerk.waits_for(lambda: jump.list.count() > 0 and jump.list.item(0).text().startswith(title))
    clerk.press("Return")


def goes_on_duty(clerk, window, months: int = 1) -> RostersTab:
    """Come to the tab, make the plan of the hall if there is none, and leaf on."""
    clerk.sees(MainWindow)
    clerk.press("Ctrl+4")
    tab = window.current_tab
    assert isinstance(tab, RostersTab)
    if tab.sheet is None:
        starter = next(b for b in tab.findChildren(QPushButton) if "建立大厅值班" in b.text())
        clerk.push(starter)
        form = clerk.sees(PlanForm)
        assert len(form.form.value("worker_ids")) == 16
        clerk.press("Ctrl+S")
        clerk.waits_for(lambda: tab.sheet is not None)
        clerk.sees(RostersTab)
    clerk.tab_to(tab.grid)
    for _ in range(months):
        clerk.press("PgDown")
    return tab


def fills(clerk, tab: RostersTab) -> FilledDialog:
    """Let the program fill the month."""
    clerk.press("Alt+A")
    clerk.sees(FillForm)
    clerk.press("Ctrl+S")
    return clerk.sees(FilledDialog)


def asks_for_leave(clerk, name: str, first: str, last: str) -> None:
    """Enter a leave, and two who must not be together."""
    jumps(clerk, "请假和不同班")
    clerk.sees(LeavesDialog)
    clerk.press("Alt+N")
    form = clerk.sees(LeaveForm)
    clerk.into(form, "worker_id", name)
    clerk.into(form, "first", first)
    clerk.into(form, "last", last)
    clerk.press("Ctrl+S")
    clerk.sees(LeavesDialog)
    clerk.press("Alt+T")
    apart = clerk.sees(ApartForm)
    clerk.into(apart, "one_id", OWN[0])
    clerk.into(apart, "other_id", OTHERS[0])
    clerk.press("Ctrl+S")
    dialog = clerk.sees(LeavesDialog)
    assert dialog.summary.text() == "请假 1 次，不同班 1 对。"
    clerk.press("Escape")
    clerk.sees(MainWindow)


def test_december_is_filled_published_changed_and_hung_up(hall, open_window, clerk, ask) -> None:
    window = open_window(hall)
    clerk.sees(MainWindow)
    asks_for_leave(clerk, OWN[1], "2026-12-07", "2026-12-11")
    tab = goes_on_duty(clerk, window)
    assert tab.month_label.text() == "2026年12月"
    filled = fills(clerk, tab)
    assert "没有空缺" in filled.summary.text()
    clerk.press("Escape")
    clerk.sees(RostersTab)

    # what was asked for is kept
    plan, month, people = only_plan(hall), month_of(hall), ids(hall)
    assert hall.rosters.conflicts(plan.id, DECEMBER) == []
    away = {date(2026, 12, day) for day in range(7, 12)}
    assert not [c for c in month.cells if c.worker_id == people[OWN[1]] and c.day in away]
    one, other = people[OWN[0]], people[OTHERS[0]]
    held = {(c.day, c.worker_id) for c in month.cells if not plan.shift(c.shift_id).is_night}
    assert not [day for day, worker in held if worker == one and (day, other) in held]

    # why him?
    clerk.tab_to(tab.grid)
    clerk.press("Ctrl+Home", "F3")
    clerk.waits_for(lambda: "能排的有" in tab.line.text())
    assert tab.line.text().startswith("12月1日带班领导排")

    # published, it changes by stand-ins with who agreed
    ask.expect("confirm", True)
    clerk.press("Alt+G")
    clerk.waits_for(lambda: month_of(hall).published_on is not None)
    clerk.sees(RostersTab)
    clerk.tab_to(tab.grid)
    clerk.press("Ctrl+Home", "Alt+T")
    clerk.sees(ChangesDialog)
    clerk.press("Alt+N")
    form = clerk.sees(ChangeForm)
    comes = form.form.value("comes_id")
    clerk.into(form, "agreed_by", "王芳")
    clerk.into(form, "reason", "家里有事")
    clerk.press("Ctrl+S")
    clerk.sees(ChangesDialog)
    clerk.press("Escape")
    clerk.sees(RostersTab)
    (change,) = month_of(hall).changes
    assert (change.comes_id, change.agreed_by, change.reason) == (comes, "王芳", "家里有事")

    # the sheet for the wall
    clerk.press("Ctrl+P")
    clerk.sees(PapersForm)
    clerk.press("Ctrl+S")
    clerk.sees(PrintDialog)
    clerk.press("Escape")
    clerk.sees(RostersTab)
    (wall,) = page_texts(hall.roster_papers.wall(plan.id, DECEMBER))
    names = {number: name for name, number in people.items()}
    assert "2026年12月" in wall
    assert "公布" in wall
    assert "缺" not in wall
    assert all(name in wall for name in (*OWN, *OTHERS, *POLICE, GRADUATE))
    assert names[comes] in wall


def test_a_week_that_cannot_be_filled_says_who_is_short(hall, open_window, clerk) -> None:
    people, first = ids(hall), date(2026, 12, 14)
    for name in (*OWN, *OTHERS, GRADUATE):
        leave = Leave(worker_id=people[name], first=first, last=first + timedelta(days=6))
        hall.workers.save_leave(leave)
    tab = goes_on_duty(clerk, open_window(hall))
    filled = fills(clerk, tab)
    assert "还缺" in filled.summary.text()
    clerk.press("Escape")
    clerk.sees(RostersTab)
    clerk.press("F4")
    dialog = clerk.sees(ConflictsDialog)
    clerk.waits_for(lambda: bool(dialog.items))
    wrong = hall.rosters.conflicts(only_plan(hall).id, DECEMBER)
    assert {each.kind for each in wrong} == {ConflictKind.SHORT}
    assert {each.day.day for each in wrong} <= set(range(14, 21))
    leaders = [each.words for each in wrong if "带班领导" in each.words]
    assert len(leaders) == 7
    assert "请假的有阮丽苗、杜薇丹、郭锦等12人" in leaders[0]
    assert "用工性质不合" in leaders[0]
    clerk.press("Return")
    clerk.sees(RostersTab)
    clerk.waits_for(lambda: tab.line.text().startswith("12月14日"))


def test_a_year_whose_holidays_nobody_announced_is_said(hall, open_window, clerk) -> None:
    tab = goes_on_duty(clerk, open_window(hall), months=3)
    assert tab.month_label.text() == "2027年2月"
    assert "2027 年的放假安排还没有公布" in tab.note.text()
    assert tab.note.isVisible()
    fills(clerk, tab)
    clerk.press("Escape")
    clerk.sees(RostersTab)
    plan = only_plan(hall)
    (wall,) = page_texts(hall.roster_papers.wall(plan.id, FEBRUARY))
    assert "放假安排还没有公布" in wall.replace("\n", "")
    assert "春节" in wall  # the days that the law itself names


def test_a_volunteer_is_registered_serves_and_is_certified(hall, open_window, clerk, ask) -> None:
    open_window(hall)
    clerk.sees(MainWindow)
    jumps(clerk, "人员")
    clerk.sees(WorkersDialog)
    clerk.press("Alt+N")
    form = clerk.sees(WorkerForm)
    clerk.choose(form, "kind", WorkerKind.VOLUNTEER)
    clerk.into(form, "name", VOLUNTEER)
    clerk.into(form, "items", "义诊")
    clerk.press("Ctrl+S")
    clerk.sees(WorkersDialog)
    clerk.press("Escape")
    clerk.sees(MainWindow)
    number = ids(hall)[VOLUNTEER]
    volunteer = hall.workers.get(number).facts.volunteer
    assert volunteer is not None
    assert volunteer.number == "2026-0001"

    served = ServiceDraft(worker_id=number, day=date(2026, 11, 20), quarters=10, item="义诊")
    hall.hours.add(served)
    jumps(clerk, "时长和证明")
    hours = clerk.sees(HoursDialog)
    assert hours.summary.text() == "1 人，1 次，共 2.5 小时（不含路上的时间）。"
    clerk.press("Alt+Q")
    clerk.sees(CertificatesDialog)
    clerk.press("Alt+N")
    asked = clerk.sees(CertificateForm)
    clerk.choose(asked, "worker_id", number)
    clerk.into(asked, "manager", "王芳")
    ask.expect("choose", 0)
    clerk.press("Ctrl+S")
    clerk.sees(PrintDialog)
    clerk.press("Escape")
    clerk.sees(CertificatesDialog)
    (made,) = hall.hour_certificates.list_all()
    (text,) = page_texts(hall.hour_certificates.pdf(made.id))
    for said in (VOLUNTEER, "2026-0001", "2.5 小时", "义诊", made.number, "民政部令第67号"):
        assert said in text.replace("\n", ""), said
