"""The list of stations with their seven points, ticking them, and what is printed."""

from datetime import time

import pytest
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.guides import GuideDraft, GuideKind
from linli.domain.rosters import DayKind, PlanDraft, ShiftKind
from linli.domain.staff import STARTER_STATIONS, StationDraft
from linli.domain.workers import WorkerDraft
from linli.gui.print_dialog import PrintDialog
from linli.gui.staff.stations import StationForm
from linli.gui.stations.guides import GuidesDialog
from linli.gui.stations.point_form import PointForm
from linli.gui.stations.points import StationPointsDialog, open_station_points

POLICE = StationDraft(
    name="警务室", phone="0994-4821110", advice_phone="110", hours="每天 9:30–20:00\n节假日有人"
)


@pytest.fixture
def police(services):
    return services.stations.add(POLICE)[0]


def test_an_empty_list_takes_the_eleven(desk, show, qtbot, ask, main_window):
    open_station_points(desk, main_window)
    dialog = opened(StationPointsDialog)
    starters = next(b for b in dialog._empty.buttons if "十一" in b.text())
    starters.click()
    wait_for(qtbot, dialog.table, list(STARTER_STATIONS))
    assert "11 个站点" in dialog.summary.text()
    dialog.close()


def test_each_point_stands_in_its_column(desk, show, police):
    dialog = show(StationPointsDialog(desk))
    assert row(dialog.table, 0)[:9] == ["警务室", *"缺缺缺有缺缺有", "2/7"]
    assert row(dialog.table, 0)[9] == "每天 9:30–20:00；节假日有人"


def test_what_is_seen_is_ticked_and_shown_at_once(desk, show, qtbot, police):
    dialog = show(StationPointsDialog(desk))
    dialog.select([0])
    dialog.check_button.click()
    form = opened(PointForm)
    form.form.editor("sign").set_value(True)
    form.form.editor("equipment").set_value(False)
    form.form.editor("equipment_note").set_value("没有打印机")
    form.accept()
    qtbot.waitUntil(lambda: row(dialog.table, 0)[8] == "3/7")
    assert "一共还缺 4 项" in dialog.summary.text()
    dialog.check_button.click()
    form = opened(PointForm)
    assert form.form.value("equipment") is False
    assert form.form.value("equipment_note") == "没有打印机"
    form.reject()


def test_opening_a_line_leads_to_the_station(desk, show, police):
    dialog = show(StationPointsDialog(desk))
    dialog.select([0])
    dialog.open_button.click()
    form = opened(StationForm)
    assert form.form.value("name") == "警务室"
    form.reject()


def test_the_guides_of_a_station_are_one_click_away(desk, show, services, police):
    services.guides.save(
        GuideDraft(kind=GuideKind.RULES, title="警务室制度", station_id=police, steps="不离岗")
    )
    dialog = show(StationPointsDialog(desk))
    dialog.select([0])
    dialog.guides_button.click()
    guides = opened(GuidesDialog)
    assert column(guides.table) == ["警务室制度"]
    guides.close()


@pytest.mark.parametrize(
    "button", ["sign_button", "small_sign_button", "sheet_button", "phone_button"]
)
def test_each_paper_is_shown_before_it_is_printed(desk, show, qtbot, police, button):
    dialog = show(StationPointsDialog(desk))
    dialog.select([0])
    getattr(dialog, button).click()
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10_000)
    dialog.findChild(PrintDialog).reject()


def test_who_is_on_duty_today_is_printed_for_the_door(desk, show, qtbot, services, police, ask):
    worker_id, _ = services.workers.add(WorkerDraft(name="王军"))
    shift = ShiftKind(
        name="白班", begins=time(9), ends=time(17), needs={DayKind.WORKDAY: 1}, station_id=police
    )
    draft = PlanDraft(name="警务室值班", shifts=(shift,), worker_ids=(worker_id,))
    plan_id, _ = services.rosters.save_plan(draft)
    dialog = show(StationPointsDialog(desk))
    dialog.select([0])
    ask.expect("warn")
    dialog.today_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert "没有给选的站点排人" in ask.last
    services.rosters.fill(plan_id, services.context.clock().date())
    dialog.today_button.click()
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10_000)
    dialog.findChild(PrintDialog).reject()
