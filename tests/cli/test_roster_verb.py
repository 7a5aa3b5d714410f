"""`linli roster`: fill, print, check, now."""

import json
from datetime import date, time, timedelta

import openpyxl
import pytest
from support.cards import page_texts

from linli.domain.rosters import Cell, DayKind, PlanDraft, ShiftKind
from linli.domain.workers import WorkerDraft
from linli.storage import workers as stored

EVERY_DAY = dict.fromkeys(DayKind, 1)
DAY = ShiftKind(name="白班", begins=time(9), ends=time(17), needs=EVERY_DAY)
ALL_DAY = ShiftKind(name="全天", begins=time(0), ends=time(23, 59), needs=EVERY_DAY)


@pytest.fixture
def people(services, context) -> list[int]:
    """Three members of staff."""
    with context.writing("添加值班人员") as work:
        return [
            stored.save_worker(
                work.session, None, WorkerDraft(name=f"员工{'一二三'[n]}", phone=f"1390000123{n}")
            )
            for n in range(3)
        ]


@pytest.fixture
def plan_id(services, people) -> int:
    """A plan of one shift a day."""
    draft = PlanDraft(name="大厅值班", shifts=(DAY,), worker_ids=tuple(people))
    return services.rosters.save_plan(draft)[0]


def test_a_month_is_filled_and_then_has_nothing_wrong(ledger, services, plan_id):
    assert ledger.run("roster", "fill", "--month", "2026-12", "--seconds", "20") == 0
    assert "排了 31 人次" in ledger.out
    assert "每一班都有人" in ledger.out
    assert len(services.rosters.month(plan_id, date(2026, 12, 1)).cells) == 31
    assert ledger.run("roster", "check", "--month", "2026-12") == 0
    assert "没有缺人" in ledger.out


def test_the_figures_of_a_fill_are_told_as_json(ledger, plan_id):
    assert ledger.run("roster", "fill", "--month", "2026年12月", "--json") == 0
    said = json.loads(ledger.out)
    assert (said["month"], said["shifts"], said["missing"], said["broken"]) == ("2026-12", 31, 0, 0)
    assert said["most_hours"] - said["least_hours"] <= 8


def test_who_is_short_is_said_and_ends_with_one(ledger, plan_id):
    assert ledger.run("roster", "check", "--month", "2026-12") == 1
    assert "12月1日" in ledger.err
    assert "31 处要处理" in ledger.err
    assert ledger.run("roster", "check", "--month", "2026-12", "--json") == 1
    said = json.loads(ledger.out)
    assert (said["ok"], said["published"], said["year_known"]) == (False, False, True)
    assert {each["kind"] for each in said["problems"]} == {"short"}


def test_a_broken_rule_ends_with_one_although_nobody_is_short(ledger, services, people, plan_id):
    shift = services.rosters.get_plan(plan_id).facts.shifts[0].id or 0
    days = [date(2026, 12, 1) + timedelta(days=n) for n in range(31)]
    cells = [Cell(worker_id=people[0], day=day, shift_id=shift) for day in days]
    services.rosters.save_cells(plan_id, days[0], cells, version=0)
    assert ledger.run("roster", "check", "--month", "2026-12", "--json") == 1
    kinds = {each["kind"] for each in json.loads(ledger.out)["problems"]}
    assert kinds == {"days_in_row"}


def test_an_unknown_year_is_said_when_it_is_checked(ledger, plan_id):
    assert ledger.run("roster", "fill", "--month", "2027-02") == 0
    assert ledger.run("roster", "check", "--month", "2027-02") == 0
    assert "2027年放假安排还没有公布" in ledger.out


@pytest.mark.parametrize(("more", "width"), [((), 420), (("--a4",), 297)])
def test_a_month_is_printed(ledger, plan_id, tmp_path, more, width):
    from support.roster_sheets import page_sizes

    assert ledger.run("roster", "fill", "--month", "2026-12") == 0
    path = tmp_path / "值班.pdf"
    assert ledger.run("roster", "print", "--month", "2026-12", "--out", str(path), *more) == 0
    assert "值班.pdf" in ledger.out
    assert round(page_sizes(path.read_bytes())[0][0] * 25.4 / 72) == width
    assert "员工三" in page_texts(path.read_bytes())[0]


def test_a_month_is_written_as_a_workbook(ledger, plan_id, tmp_path):
    assert ledger.run("roster", "fill", "--month", "2026-12") == 0
    path = tmp_path / "值班.xlsx"
    assert ledger.run("roster", "print", "--month", "2026-12", "--out", str(path), "--json") == 0
    assert json.loads(ledger.out) == {"plan": "大厅值班", "file": str(path)}
    assert openpyxl.load_workbook(path).sheetnames == ["值班表", "人员"]


def test_an_empty_month_is_not_printed(ledger, plan_id, tmp_path):
    path = tmp_path / "值班.pdf"
    assert ledger.run("roster", "print", "--month", "2026-12", "--out", str(path)) == 1
    assert "还是空的" in ledger.err
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--month", "2026-13"), "2026-13"),
        (("check", "--month", "十二月"), "十二月"),
        (("fill", "--month", "2026-12", "--seconds", "0"), "--seconds"),
        (("print", "--month", "2026-12", "--out", "值班.docx"), ".pdf 或 .xlsx"),
        (
            ("check", "--month", "2026-12", "--plan", "食堂"),
            "没有叫「食堂」的值班表，现有：大厅值班",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_value(ledger, plan_id, arguments, said):
    assert ledger.run("roster", *arguments) == 2
    assert said in ledger.err


def test_of_several_plans_one_must_be_named(ledger, services, people, plan_id):
    services.rosters.save_plan(PlanDraft(name="窗口", shifts=(DAY,), worker_ids=tuple(people)))
    assert ledger.run("roster", "check", "--month", "2026-12") == 2
    assert "大厅值班、窗口" in ledger.err
    assert ledger.run("roster", "fill", "--month", "2026-12", "--plan", "窗口") == 0
    assert "「窗口 2026年12月」" in ledger.out


def test_without_a_plan_it_says_where_to_make_one(ledger):
    assert ledger.run("roster", "check", "--month", "2026-12") == 1
    assert "援助站值班" in ledger.err


def test_who_is_on_duty_now_is_listed(ledger, services, context, people):
    assert ledger.run("roster", "now") == 0
    assert "现在没有人值班" in ledger.out
    draft = PlanDraft(name="大厅值班", shifts=(ALL_DAY,), worker_ids=tuple(people))
    plan_id = services.rosters.save_plan(draft)[0]
    shift = services.rosters.get_plan(plan_id).facts.shifts[0].id or 0
    today = date.today()  # noqa: DTZ011 - the verb's clock is this machine's
    days = [today, today + timedelta(days=1)]
    for day in days:
        version = services.rosters.month(plan_id, day).version
        held = services.rosters.month(plan_id, day).cells
        cell = Cell(worker_id=people[0], day=day, shift_id=shift)
        services.rosters.save_cells(plan_id, day, [*held, cell], version=version)
    assert ledger.run("roster", "now") == 0
    assert "员工一" in ledger.out
    assert ledger.run("roster", "now", "--json") == 0
    assert json.loads(ledger.out)[0]["shift"] == "全天"
