"""Papers of a roster through the service: what they say, and that each is recorded."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from support.cards import page_texts
from support.roster_sheets import page_sizes
from support.trail import last_events

from linli.domain.accounts import Actor, Role
from linli.domain.rosters import Cell, ChangeKind, DayKind, PlanDraft, RosterChange, ShiftKind
from linli.domain.staff import StationDraft
from linli.domain.workers import Leave, WorkerDraft
from linli.errors import NotAllowedError, UserError
from linli.services.container import Services, open_services
from linli.services.context import Context
from linli.storage import workers as stored

DECEMBER, FEBRUARY = date(2026, 12, 1), date(2027, 2, 1)
NAMES = ("王芳", "赵𬱖", "阿依古丽·买买提")
EVERY_DAY = dict.fromkeys(DayKind, 1)
DAY = ShiftKind(name="白班", begins=time(9), ends=time(17), needs=EVERY_DAY)
NIGHT = ShiftKind(name="夜班", begins=time(21), ends=time(9), needs=EVERY_DAY, is_night=True)


@pytest.fixture
def plan_id(services: Services, context: Context) -> int:
    """A plan of three people of which December 1 and 2 are made."""
    with context.writing("添加值班人员") as work:
        people = [
            stored.save_worker(work.session, None, WorkerDraft(name=name, phone=f"1390000123{n}"))
            for n, name in enumerate(NAMES)
        ]
    draft = PlanDraft(name="大厅值班", shifts=(DAY, NIGHT), worker_ids=tuple(people))
    made = services.rosters.save_plan(draft)[0]
    day, night = (shift.id or 0 for shift in services.rosters.get_plan(made).facts.shifts)
    put(
        services,
        made,
        Cell(worker_id=people[0], day=DECEMBER, shift_id=day),
        Cell(worker_id=people[1], day=DECEMBER, shift_id=night),
        Cell(worker_id=people[2], day=date(2026, 12, 2), shift_id=day),
    )
    return made


def put(services: Services, plan_id: int, *cells: Cell, month: date = DECEMBER) -> None:
    version = services.rosters.month(plan_id, month).version
    services.rosters.save_cells(plan_id, month, cells, version=version)


def worker(services: Services, plan_id: int, name: str) -> int:
    return next(
        key for key, each in services.roster_papers.people(plan_id, DECEMBER) if each == name
    )


def text_of(content: bytes) -> str:
    return "".join("".join(page_texts(content)).split())


def acting(context: Context, role: Role) -> Services:
    return open_services(
        Context(
            db=context.db,
            actor=Actor(account_id=context.actor.account_id, name="值班员", role=role),
            clock=context.clock,
            data_dir=context.data_dir,
        )
    )


@pytest.mark.parametrize(("small", "paper"), [(False, (420, 297)), (True, (297, 210))])
def test_the_wall_sheet_is_a3_or_a4_and_recorded(services, plan_id, small, paper) -> None:
    content = services.roster_papers.wall(plan_id, DECEMBER, small=small)
    assert [tuple(round(x * 25.4 / 72) for x in size) for size in page_sizes(content)] == [paper]
    assert all(name in text_of(content) for name in NAMES)
    (event,) = last_events(services, 1)
    assert (event.action, event.subject) == ("打印值班表", "大厅值班 2026年12月")


def test_the_door_shows_a_day_and_a_week_over_new_year(services, plan_id) -> None:
    text = text_of(services.roster_papers.door(plan_id, DECEMBER, DECEMBER))
    assert "王芳" in text
    assert "赵𬱖" in text
    assert "1390000123" not in text
    week = text_of(services.roster_papers.door(plan_id, date(2026, 11, 30), date(2026, 12, 6)))
    assert "2026年11月30日—12月6日" in week
    assert "草稿" in week
    assert last_events(services, 1)[0].action == "打印值班公示"
    with pytest.raises(UserError, match="还没有排班"):
        services.roster_papers.door(plan_id, FEBRUARY, FEBRUARY)


def test_slips_are_of_everybody_or_of_some(services, plan_id) -> None:
    text = text_of(services.roster_papers.slips(plan_id, DECEMBER))
    assert all(name in text for name in NAMES)
    assert last_events(services, 1)[0].detail["份数"] == "3"
    one = worker(services, plan_id, "王芳")
    text = text_of(services.roster_papers.slips(plan_id, DECEMBER, {one}))
    assert "王芳" in text
    assert "赵𬱖" not in text
    with pytest.raises(UserError, match="没有值班"):
        services.roster_papers.slips(plan_id, DECEMBER, {999})


def test_phones_are_masked_but_for_a_reason_that_is_recorded(services, plan_id) -> None:
    text = text_of(services.roster_papers.phones(plan_id))
    assert "13900001230" not in text
    assert "139****1230" in text
    text = text_of(services.roster_papers.phones(plan_id, reason=" 节日值班联络 "))
    assert "13900001230" in text
    (event,) = last_events(services, 1)
    assert (event.detail["号码"], event.detail["用途"]) == ("完整", "节日值班联络")


def test_who_may_not_see_numbers_gets_no_full_list(context, plan_id) -> None:
    keeper = acting(context, Role.ROSTER_KEEPER)
    with pytest.raises(NotAllowedError):
        keeper.roster_papers.phones(plan_id, reason="节日值班联络")
    assert "139****1230" in text_of(keeper.roster_papers.phones(plan_id, reason=" "))


def test_the_book_of_hand_overs_is_printed_across(services, plan_id) -> None:
    content = services.roster_papers.hand_over(plan_id, DECEMBER)
    assert {tuple(map(round, size)) for size in page_sizes(content)} == {(842, 595)}
    text = text_of(content)
    assert "交接班记录" in text
    assert text.count("夜班") == 31
    assert last_events(services, 1)[0].subject.endswith("交接班记录")


def test_a_calendar_has_one_persons_shifts_and_nobody_elses(
    services, plan_id, tmp_path: Path
) -> None:
    path = tmp_path / "值班.ics"
    one = worker(services, plan_id, "赵𬱖")
    assert services.roster_papers.calendar(plan_id, DECEMBER, one, path) == 1
    text = path.read_bytes().replace(b"\r\n ", b"").decode()
    assert "DTSTART:20261201T210000\r\nDTEND:20261202T090000" in text
    assert "STATUS:TENTATIVE" in text
    assert not any(name in text for name in NAMES)
    assert "139" not in text.split("DTSTART")[1]
    (event,) = last_events(services, 1)
    assert (event.action, event.subject) == ("导出值班日历", "大厅值班 2026年12月")


def test_after_a_stand_in_the_phone_hears_that_the_shift_is_off(
    services, plan_id, tmp_path: Path
) -> None:
    leaves, comes = (worker(services, plan_id, name) for name in ("王芳", "阿依古丽·买买提"))
    version = services.rosters.month(plan_id, DECEMBER).version
    services.rosters.publish(plan_id, DECEMBER, version=version, despite=True)
    path = tmp_path / "值班.ics"
    services.roster_papers.calendar(plan_id, DECEMBER, leaves, path)
    uid = next(line for line in path.read_text().splitlines() if line.startswith("UID"))
    (day, _) = (shift.id or 0 for shift in services.rosters.get_plan(plan_id).facts.shifts)
    services.rosters.change(
        plan_id,
        DECEMBER,
        RosterChange(
            kind=ChangeKind.STAND_IN,
            day=DECEMBER,
            shift_id=day,
            leaves_id=leaves,
            comes_id=comes,
            agreed_by="李主任",
            reason="看病",
        ),
        version=version + 1,
    )
    services.roster_papers.calendar(plan_id, DECEMBER, leaves, path)
    lines = path.read_text().splitlines()
    assert uid in lines
    assert "STATUS:CANCELLED" in lines
    assert services.roster_papers.calendar(plan_id, DECEMBER, comes, path) == 2


def test_a_calendar_without_a_shift_is_refused_and_writes_nothing(
    services, plan_id, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="没有值班"):
        services.roster_papers.calendar(plan_id, DECEMBER, 999, tmp_path / "a.ics")
    assert list(tmp_path.glob("*.ics")) == []


def test_the_workbook_is_written_and_recorded(services, plan_id, tmp_path: Path) -> None:
    path = tmp_path / "值班.xlsx"
    services.roster_papers.workbook(plan_id, DECEMBER, path)
    page = openpyxl.load_workbook(path)["人员"]
    assert [page.cell(row, 1).value for row in (4, 5, 6)] == list(NAMES)
    assert last_events(services, 1)[0].action == "导出值班表"
    assert not path.with_name(f"{path.name}.tmp").exists()


@pytest.mark.parametrize("what", ["wall", "slips"])
def test_an_empty_month_is_refused_with_its_name(services, plan_id, what) -> None:
    with pytest.raises(UserError, match="大厅值班 2027年2月还是空的"):
        getattr(services.roster_papers, what)(plan_id, FEBRUARY)


def test_an_unknown_year_is_said_on_every_paper(services, plan_id) -> None:
    people = [key for key, _ in services.roster_papers.people(plan_id, DECEMBER)]
    shift = services.rosters.get_plan(plan_id).facts.shifts[0].id or 0
    put(
        services,
        plan_id,
        Cell(worker_id=people[0], day=FEBRUARY, shift_id=shift),
        month=FEBRUARY,
    )
    papers = services.roster_papers
    for content in (
        papers.wall(plan_id, FEBRUARY),
        papers.door(plan_id, FEBRUARY, FEBRUARY),
        papers.slips(plan_id, FEBRUARY),
        papers.hand_over(plan_id, FEBRUARY),
    ):
        assert "2027年放假安排还没有公布" in text_of(content)


# ---- doors of stations ------------------------------------------------------------------------


@pytest.fixture
def two_stations(services: Services) -> list[int]:
    """The police room and the hall, each with somebody on December 1."""
    police = services.stations.add(StationDraft(name="警务室", phone="0994-4820112"))[0]
    hall = services.stations.add(StationDraft(name="服务大厅"))[0]
    people = [services.workers.add(WorkerDraft(name=name))[0] for name in ("王军", "李梅", "赵强")]
    for name, shift, worker_id in (
        ("警务室值班", replace(DAY, station_id=police), people[0]),
        ("大厅窗口", replace(DAY, station_id=hall), people[1]),
    ):
        draft = PlanDraft(name=name, shifts=(shift,), worker_ids=tuple(people))
        plan = services.rosters.save_plan(draft)[0]
        (made,) = services.rosters.get_plan(plan).facts.shifts
        put(services, plan, Cell(worker_id=worker_id, day=DECEMBER, shift_id=made.id or 0))
    return [police, hall]


def test_each_station_has_a_page_with_who_is_there_that_day(services, two_stations) -> None:
    police, hall = page_texts(services.roster_papers.stations(DECEMBER))
    for said in ("警务室", "王军", "警务室值班 白班", "09:00—17:00", "0994-4820112", "草稿"):
        assert said in police
    assert "李梅" not in police
    assert "李梅" in hall
    (only,) = page_texts(services.roster_papers.stations(DECEMBER, [two_stations[1]]))
    assert "服务大厅" in only
    assert last_events(services, 1)[0].subject == "站点值班 2026年12月1日"


def test_a_published_roster_is_no_draft_and_who_is_on_leave_is_left_out(
    services, two_stations
) -> None:
    plan = services.rosters.plans()[0]
    version = services.rosters.month(plan.id, DECEMBER).version
    services.rosters.publish(plan.id, DECEMBER, version=version, despite=True)
    (police,) = page_texts(services.roster_papers.stations(DECEMBER, two_stations[:1]))
    assert "草稿" not in police
    (cell,) = services.rosters.month(plan.id, DECEMBER).cells
    services.workers.save_leave(Leave(worker_id=cell.worker_id, first=DECEMBER, last=DECEMBER))
    with pytest.raises(UserError, match="2026年12月1日值班表里没有给选的站点排人"):
        services.roster_papers.stations(DECEMBER, two_stations[:1])


def test_no_day_without_anybody_is_printed(services, two_stations) -> None:
    with pytest.raises(UserError, match="班次和规则"):
        services.roster_papers.stations(date(2026, 12, 2))
