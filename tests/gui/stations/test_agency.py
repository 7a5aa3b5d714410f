"""The list of matters done for people, and their forms."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from support.tables import column, row
from support.window import opened

from linli.domain.agency import AgencyDraft, AgencyFilter, AgencyStep
from linli.domain.guides import GuideDraft, GuideKind
from linli.domain.limits import Unit
from linli.gui.print_dialog import PrintDialog
from linli.gui.registers.somebody_input import Somebody
from linli.gui.stations.agency import AgencyDialog, open_matter
from linli.gui.stations.agency_forms import AgencyForm, HandOverForm, ResultForm
from linli.gui.void_form import VoidForm


@pytest.fixture
def today(desk):
    return desk.services.context.clock().date()


@pytest.fixture
def matter(services, today):
    draft = AgencyDraft(
        name="张桂兰",
        phone="13812345678",
        received_on=today,
        item="优待证",
        promised_on=today + timedelta(days=3),
        first_asked="刘敏",
    )
    return services.agency.add(draft)[0]


@pytest.fixture
def dialog(desk, show, matter):
    dialog = show(AgencyDialog(desk))
    dialog.select([0])
    return dialog


def test_a_service_fills_in_what_it_says(desk, show, services, today):
    guide, _ = services.guides.save(
        GuideDraft(
            kind=GuideKind.SERVICE,
            title="优待证代办",
            materials="身份证\n照片",
            steps="收件",
            days=4,
            unit=Unit.DAYS,
        )
    )
    dialog = show(AgencyDialog(desk))
    dialog.new_button.click()
    form = opened(AgencyForm)
    form.form.editor("who").set_value(Somebody(name="张桂兰"))
    form.guide.set_value(guide)
    form.guide.edited.emit()
    assert form.form.value("item") == "优待证代办"
    assert form.form.value("materials") == "身份证\n照片"
    promised = services.agency.promised_on(guide, today)
    assert form.form.value("promised_on") == promised
    form.accept()
    (case,) = services.agency.list_all()
    assert (case.facts.guide_id, case.facts.promised_on) == (guide, promised)
    assert column(dialog.table) == [case.number]


def test_what_the_clerk_has_written_is_not_overwritten(desk, show, services):
    guide, _ = services.guides.save(GuideDraft(kind=GuideKind.SERVICE, title="优待证", steps="办"))
    form = show(AgencyForm(desk, None, None))
    form.form.editor("item").set_value("补办优待证")
    form.guide.set_value(guide)
    form.guide.edited.emit()
    assert form.form.value("item") == "补办优待证"
    assert form.form.value("promised_on") is None


def test_a_matter_is_handed_on_and_ended(dialog, services, matter, qtbot):
    assert row(dialog.table, 0)[1:4] == ["还有 3 天", "张桂兰", "优待证"]
    dialog.hand_button.click()
    form = opened(HandOverForm)
    assert form.form.value("giver") == "刘敏"
    form.form.editor("taker").set_value("街道便民中心")
    form.accept()
    assert row(dialog.table, 0)[7] == "街道便民中心"
    dialog.end_button.click()
    form = opened(ResultForm)
    form.form.editor("result").set_value("证已领回")
    form.accept()
    assert column(dialog.table) == []
    dialog.shown.set_value(AgencyFilter())
    dialog.read()
    assert row(dialog.table, 0)[1] == "办结"
    dialog.select([0])
    assert not dialog.hand_button.isEnabled()
    assert dialog.receipt_button.isEnabled()


def test_an_ended_matter_is_read_not_changed(desk, dialog, services, matter, today):
    dialog.void_button.click()
    form = opened(VoidForm)
    form.form.editor("reason").set_value("重复登记")
    form.accept()
    open_matter(desk, matter, dialog)
    form = opened(AgencyForm)
    assert not form.save_button.isEnabled()
    form.reject()


def test_a_phone_is_hidden_until_a_reason_is_given(desk, dialog, matter):
    dialog.open_button.click()
    form = opened(AgencyForm)
    assert "13812345678" not in form.form.editor("phone").text()
    assert form.form.value("phone") == "13812345678"
    form.reject()


def test_a_matter_tells_where_it_went_its_days_in_full(desk, dialog, services, matter, today):
    step = AgencyStep(day=today, giver="刘敏", taker="街道", words="电话 13998765432")
    services.agency.hand_over(matter, step, version=1)
    open_matter(desk, matter, dialog)
    form = opened(AgencyForm)
    (log,) = [each.text() for each in form.findChildren(QLabel) if "交给" in each.text()]
    assert log.startswith(f"{today.isoformat()}　刘敏 交给 街道")
    assert "13998765432" not in log
    form.reject()


def test_stub_and_receipt_are_shown_before_they_are_printed(dialog, qtbot):
    dialog.receipt_button.click()
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10_000)
    dialog.findChild(PrintDialog).reject()
