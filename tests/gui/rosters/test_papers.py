"""Printing a month: what is offered, asked for, shown and written."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from support.window import opened

from linli.domain.rosters import Cell
from linli.domain.staff import StationDraft
from linli.gui.print_dialog import PrintDialog
from linli.gui.rosters.papers import Paper, PapersForm

MONTH = date(2026, 12, 1)


@pytest.fixture
def cells(services, plan):
    """王芳 on the night of the 1st, 李明 on that of the 2nd."""
    one, two, *_ = plan.facts.worker_ids
    night = plan.facts.shifts[1].id
    wanted = [
        Cell(worker_id=one, day=MONTH, shift_id=night),
        Cell(worker_id=two, day=date(2026, 12, 2), shift_id=night),
    ]
    services.rosters.save_cells(plan.id, MONTH, wanted, version=0)
    return wanted


@pytest.fixture
def at_a_station(services, plan, cells):
    """The shifts of the plan are held at a station."""
    station, _ = services.stations.add(StationDraft(name="警务室"))
    facts = services.rosters.get_plan(plan.id).facts
    shifts = tuple(replace(shift, station_id=station) for shift in facts.shifts)
    services.rosters.save_plan(replace(facts, shifts=shifts), plan.id)


@pytest.fixture
def form(tab, cells):
    """The dialog as the button opens it."""
    tab.refresh()
    tab.commands.print_month()
    return opened(PapersForm)


def shown(form) -> set[str]:
    return {name for name in form.form.names() if form.form.field(name).isVisibleTo(form)}


@pytest.mark.parametrize(
    ("paper", "fields"),
    [
        (Paper.WALL_LARGE, set()),
        (Paper.DOOR_DAY, {"day"}),
        (Paper.DOOR_WEEK, {"day"}),
        (Paper.STATIONS, {"day"}),
        (Paper.SLIPS, {"worker_id"}),
        (Paper.PHONES, {"reason"}),
        (Paper.CALENDAR, {"worker_id"}),
        (Paper.WORKBOOK, set()),
    ],
)
def test_only_what_the_paper_needs_is_asked(form, paper, fields):
    form.form.editor("paper").set_value(paper)
    form.form.editor("paper").edited.emit()
    assert shown(form) == {"paper"} | fields
    assert form.effect.text()
    lowest = form.effect.mapTo(form, form.effect.rect().bottomLeft()).y()
    assert lowest < form.buttons.y()
    form.reject()


@pytest.mark.parametrize("paper", [p for p in Paper if p not in (Paper.CALENDAR, Paper.WORKBOOK)])
def test_each_paper_is_shown_before_it_is_printed(form, tab, paper, at_a_station, qtbot):
    form.form.load(paper=paper, day=MONTH)
    form.accept()
    qtbot.waitUntil(lambda: not tab.desk.jobs.busy, timeout=30_000)
    opened(PrintDialog).reject()


def test_a_calendar_is_one_persons(form, tab, cells, ask, tmp_path, qtbot):
    form.form.load(paper=Paper.CALENDAR)
    form.accept()
    assert "请选是谁的" in form.form.field("worker_id").error
    path = tmp_path / "值班.ics"
    ask.expect("save_file", path)
    ask.expect("tell")
    form.form.load(paper=Paper.CALENDAR, worker_id=cells[0].worker_id)
    form.accept()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=30_000)
    assert path.read_bytes().count(b"BEGIN:VEVENT") == 1


def test_the_workbook_is_written_where_it_is_wanted(form, ask, tmp_path, qtbot):
    path = tmp_path / "值班.xlsx"
    ask.expect("save_file", path)
    ask.expect("tell")
    form.form.load(paper=Paper.WORKBOOK)
    form.accept()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=30_000)
    assert openpyxl.load_workbook(path).sheetnames == ["值班表", "人员"]


def test_a_door_without_a_day_is_refused_beside_the_field(form):
    form.form.load(paper=Paper.DOOR_DAY, day=None)
    form.accept()
    assert "请填写日期" in form.form.field("day").error
    form.reject()
