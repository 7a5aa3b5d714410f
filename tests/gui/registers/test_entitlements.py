from datetime import date, timedelta

import pytest
from support.cards import page_texts
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.entitlements import EntitlementDraft, EntitlementFilter, EntitlementState
from linli.gui.picker import Picker
from linli.gui.registers.entitlement_forms import EntitlementForm, ReviewForm, StopForm
from linli.gui.registers.entitlements import EntitlementsDialog, open_entitlements

TODAY = date(2026, 11, 23)
REVIEW = EntitlementFilter(state=EntitlementState.REVIEW)


@pytest.fixture
def low(services, cast):
    draft = EntitlementDraft(
        resident_id=cast.head, kind_code="01", amount=52000, review_date=TODAY - timedelta(days=3)
    )
    return services.entitlements.add(draft)[0]


@pytest.fixture
def dialog(desk, low, show):
    return show(EntitlementsDialog(desk))


def test_entitlement_is_listed_with_what_is_due(dialog):
    cells = row(dialog.table, 0)
    assert cells[:5] == ["张建国", "最低生活保障", "520", "待复核，已过 3 天", "2026-11-20"]
    assert dialog.summary.text() == "共 1 项，每月 520 元。"


def test_sums_of_several_kinds_stand_below(desk, dialog, cast, services):
    draft = EntitlementDraft(resident_id=cast.wife, kind_code="09", amount=10000)
    desk.bus.publish(services.entitlements.add(draft)[1])
    assert dialog.sums.text() == "最低生活保障 1 人、高龄津贴 1 人。"


def test_entitlement_is_entered_for_a_person_who_is_picked(desk, cast, show, services, qtbot):
    dialog = show(EntitlementsDialog(desk))
    dialog.new_button.click()
    form = opened(EntitlementForm)
    form.form.editor("resident_id").pick_button.click()
    picker = opened(Picker)
    qtbot.keyClicks(picker.line, "3-2-501")
    picker.accept()
    form.form.editor("kind_code").setEditText("低保户")
    form.form.editor("amount").setText("520.5元")
    form.form.editor("review_date").setText("2026-11-23")
    form.accept()
    (item,) = services.entitlements.list_all(EntitlementFilter())
    assert (item.facts.kind_code, item.facts.amount) == ("01", 52050)
    assert row(dialog.table, 0)[3] == "待复核，今天到期"


def test_person_and_kind_must_be_chosen(desk, cast, show):
    form = show(EntitlementForm(desk, None, None))
    form.accept()
    assert form.form.field("resident_id").error
    form.form.editor("resident_id").set_value(cast.head)
    form.accept()
    assert form.form.field("kind_code").error


def test_review_moves_the_day_on(dialog, services, low):
    dialog.shown.set_value(REVIEW)
    assert column(dialog.table) == ["张建国"]
    dialog.review_button.click()
    form = opened(ReviewForm)
    assert form.form.editor("review_date").text() == "2027-11-23"
    form.accept()
    assert column(dialog.table) == []
    assert services.entitlements.get(low).facts.review_date == date(2027, 11, 23)


def test_stopping_asks_why(dialog, services, low):
    dialog.stop_button.click()
    form = opened(StopForm)
    form.accept()
    assert form.form.field("reason").error
    form.form.editor("reason").setText("家庭收入提高")
    form.accept()
    assert column(dialog.table) == []
    dialog.shown.set_value(EntitlementFilter())
    assert row(dialog.table, 0)[3] == "已停发"
    assert not dialog.stop_button.isEnabled()


def test_removing_asks_first(dialog, ask, services, qtbot):
    ask.expect("confirm", True)
    dialog.remove_button.click()
    wait_for(qtbot, dialog.table, [])
    assert services.entitlements.list_all(EntitlementFilter()) == []


def test_list_is_printed_and_exported(dialog, sheets, ask, qtbot, tmp_path):
    ask.expect("choose", 0)
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert sheets[0][0].startswith(b"%PDF")
    ask.expect("choose", 0)
    ask.expect("save_file", str(tmp_path / "名册.xlsx"))
    ask.expect("tell")
    dialog.export_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert (tmp_path / "名册.xlsx").exists()


def test_a_list_for_the_wall_names_nobody_in_full(dialog, sheets, ask, qtbot):
    ask.expect("choose", 1)
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    (text, *_) = page_texts(sheets[0][0])
    assert "张**" in text
    assert "建国" not in text


def test_one_person_shows_everything_of_their_own(desk, cast, low, services, show):
    services.entitlements.end(low, TODAY, "迁出")
    dialog = show(EntitlementsDialog(desk, None, cast.head))
    assert column(dialog.table) == ["张建国"]
    assert not dialog.shown.isVisible()
    dialog.new_button.click()
    assert opened(EntitlementForm).form.value("resident_id") == cast.head
    opened(EntitlementForm).reject()


def test_dialog_is_freed_when_closed(desk, cast, main_window, assert_freed):
    open_entitlements(desk, main_window)
    dialog = opened(EntitlementsDialog)
    dialog.reject()
    assert_freed(dialog)
