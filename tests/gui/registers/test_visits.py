from datetime import date, timedelta

import pytest
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.pairings import Helper, PairingDraft
from linli.domain.visits import VisitDraft, VisitFilter
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.registers.visit_forms import VisitForm
from linli.gui.registers.visits import (
    PairingVisitsDialog,
    VisitsDialog,
    open_new_visit,
    open_visits,
)
from linli.gui.staff.pairings import PairingsDialog

TODAY = date(2026, 11, 23)


@pytest.fixture
def visit(services, cast):
    draft = VisitDraft(
        day=TODAY - timedelta(days=9),
        kind_code="01",
        resident_id=cast.head,
        visitor="王芳",
        next_due=TODAY - timedelta(days=2),
    )
    return services.visits.add(draft)[0]


@pytest.fixture
def dialog(desk, visit, show):
    return show(VisitsDialog(desk))


def test_visit_is_listed_with_when_it_is_due_again(dialog):
    assert row(dialog.table, 0) == [
        "2026-11-14",
        "住院必访",
        "张建国",
        "西河小区3号楼2单元501室",
        "王芳",
        "2026-11-21，已过 2 天",
        "",
    ]
    assert dialog.summary.text() == "共 1 次。"


def test_due_list_empties_when_the_next_visit_is_recorded(dialog, services):
    dialog.shown.set_value(1)
    assert column(dialog.table) == ["2026-11-14"]
    dialog.again_button.click()
    form = opened(VisitForm)
    assert form.form.value("kind_code") == "01"
    form.accept()
    assert column(dialog.table) == []
    assert services.visits.count(VisitFilter()) == 2


def test_kinds_narrow_the_list(dialog):
    dialog.kind.set_value("five")
    assert column(dialog.table) == ["2026-11-14"]
    dialog.kind.set_value("10")
    assert column(dialog.table) == []


def test_several_people_are_recorded_in_one_step(desk, cast, services, main_window):
    open_new_visit(desk, [cast.head, cast.wife], main_window)
    form = opened(VisitForm)
    form.form.editor("kind_code").setEditText("节日")
    form.form.editor("content").setPlainText("送米面油")
    form.accept()
    found = services.visits.list_all(VisitFilter())
    assert {item.whom for item in found} == {"张建国", "李秀英"}
    assert {item.facts.content for item in found} == {"送米面油"}


def test_person_must_be_chosen(desk, cast, show, services):
    form = show(VisitForm(desk, None, None))
    form.accept()
    assert form.form.field("resident_id").error
    assert services.visits.count(VisitFilter()) == 0


def test_changing_keeps_what_is_not_touched(dialog, services, visit):
    dialog.open_button.click()
    form = opened(VisitForm)
    form.form.editor("content").setPlainText("已出院")
    form.accept()
    facts = services.visits.get(visit).facts
    assert (facts.visitor, facts.content, facts.kind_code) == ("王芳", "已出院", "01")


def test_removing_asks_first(dialog, ask, qtbot):
    ask.expect("confirm", True)
    dialog.remove_button.click()
    wait_for(qtbot, dialog.table, [])


def test_log_and_months_are_printed(dialog, sheets, qtbot):
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    dialog.months_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 2)
    assert [title for _, title in sheets] == ["走访和服务记录（全部走访）", "走访和服务按月合计"]


def test_household_shows_its_own_and_records_for_it(desk, cast, visit, show, services):
    household = show(HouseholdDialog(desk, cast.household))
    household.visits_button.click()
    dialog = opened(VisitsDialog)
    assert column(dialog.table) == ["2026-11-14"]
    dialog.new_button.click()
    opened(VisitForm).accept()
    assert services.visits.list_all(VisitFilter())[0].facts.household_id == cast.household
    dialog.reject()


def test_visits_of_a_pairing_are_recorded_in_the_name_of_the_helper(desk, cast, services, show):
    draft = PairingDraft(household_id=cast.household, helper=Helper(name="马书记"))
    services.pairings.add(draft)
    pairings = show(PairingsDialog(desk))
    pairings.visits_button.click()
    dialog = opened(PairingVisitsDialog)
    dialog.new_button.click()
    opened(VisitForm).accept()
    assert row(dialog.table, 0)[1:5] == [
        "结对走访",
        "张建国户",
        "西河小区3号楼2单元501室",
        "马书记",
    ]
    dialog.reject()


def test_dialog_is_freed_when_closed(desk, cast, main_window, assert_freed):
    open_visits(desk, main_window, resident_id=cast.head)
    dialog = opened(VisitsDialog)
    dialog.reject()
    assert_freed(dialog)
