"""The dialogs of home services: a request led through its steps, providers, vouchers, rights."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.mnemonics import taken_twice

from linli.domain.dispatches import DispatchDraft, DispatchState, Satisfaction
from linli.domain.providers import Price, ProviderDraft, VoucherDraft
from linli.domain.workers import WorkerDraft, WorkerKind
from linli.gui.ask import SaveChoice
from linli.gui.dispatch import open_dispatch
from linli.gui.dispatch.dialog import DispatchesDialog
from linli.gui.dispatch.forms import DispatchForm, MoveForm
from linli.gui.dispatch.providers import ProviderForm, ProvidersDialog
from linli.gui.dispatch.vouchers import UseForm, VoucherForm, VouchersDialog
from linli.gui.print_dialog import PrintDialog
from linli.gui.registers.somebody_input import Somebody

TODAY = date(2026, 11, 23)
DRAFT = DispatchDraft(
    received_on=TODAY, name="马兰", phone="13812345678", address="3号楼501", what="擦玻璃"
)
SHOP = ProviderDraft(name="幸福理发店", what="理发", prices=(Price(item="理发", amount=1000),))
VOUCHER = VoucherDraft(number="A001", value=5000, issued_on=date(2026, 1, 5), name="马兰")


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def worker(services):
    draft = WorkerDraft(kind=WorkerKind.HOUSEKEEPER, name="孙强", phone="13900001111")
    return services.workers.add(draft)[0]


def test_a_request_is_taken_down_with_a_masked_number(show, desk, services, qtbot):
    dialog = show(DispatchesDialog(desk))
    dialog.new_button.click()
    form = dialog.findChild(DispatchForm)
    press(form.save_button, qtbot)
    assert form.isVisible()  # nobody is named yet
    for name, value in (("phone", "13812345678"), ("address", "3号楼501"), ("what", "擦玻璃")):
        form.form.editor(name).set_value(value)
    form.form.editor("who").set_value(Somebody(name="马兰"))
    form.form.editor("price").set_value(8000)
    press(form.save_button, qtbot)
    assert texts(dialog, 0) == ["2026-0001"]
    assert texts(dialog, 3) == ["138****5678"]
    assert services.dispatches.list_all()[0].facts.price == 8000


def step(dialog, qtbot, **values):
    dialog.select([0])
    dialog.move_button.click()
    form = dialog.findChild(MoveForm)
    for name, value in values.items():
        form.form.editor(name).set_value(value)
    press(form.save_button, qtbot)
    qtbot.waitUntil(lambda: dialog.findChild(MoveForm) is None)


def test_a_request_is_led_to_its_end_and_the_slip_printed(show, desk, services, worker, qtbot):
    services.dispatches.add(DRAFT)
    dialog = show(DispatchesDialog(desk))
    dialog.select([0])
    assert not dialog.slip_button.isEnabled()  # nobody is sent yet
    step(dialog, qtbot, sent_to=("worker", worker))
    assert texts(dialog, 6) == ["孙强"]
    dialog.select([0])
    press(dialog.slip_button, qtbot)
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10000)
    dialog.findChild(PrintDialog).reject()
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is None)
    step(dialog, qtbot, to=DispatchState.DONE)
    step(dialog, qtbot, satisfaction=Satisfaction.FAIR)
    assert texts(dialog, 0) == []
    dialog.shown.set_value("year")
    assert texts(dialog, 8) == ["已回访　基本满意"]
    assert "做完 1 件" in dialog.summary.text()
    dialog.select([0])
    assert not dialog.move_button.isEnabled()


def test_a_step_shows_only_what_it_asks_for(show, desk, services, ask):
    services.dispatches.add(DRAFT)
    dialog = show(DispatchesDialog(desk))
    dialog.select([0])
    dialog.move_button.click()
    form = dialog.findChild(MoveForm)
    assert form.form.field("sent_to").isVisible()
    assert not form.form.field("satisfaction").isVisible()
    form.form.editor("to").set_value(DispatchState.CANCELLED)
    assert not form.form.field("sent_to").isVisible()
    ask.expect("save_changes", SaveChoice.DISCARD)
    form.reject()


def test_what_is_late_is_said(show, desk, services):
    services.dispatches.add(replace(DRAFT, received_on=date(2026, 11, 10)))
    dialog = show(DispatchesDialog(desk))
    assert "该办没有办的有 1 件" in dialog.summary.text()
    assert texts(dialog, 8) == ["待派单，晚了 10 天"]


def test_a_request_is_opened_from_elsewhere_and_keeps_its_number(show, desk, services, qtbot):
    dispatch_id, _ = services.dispatches.add(DRAFT)
    dialog = show(DispatchesDialog(desk))
    open_dispatch(desk, dispatch_id, dialog)
    form = dialog.findChild(DispatchForm)
    assert form.form.editor("phone").is_masked
    form.form.editor("what").set_value("修水管")
    press(form.save_button, qtbot)
    facts = services.dispatches.get(dispatch_id).facts
    assert (facts.what, facts.phone) == ("修水管", "13812345678")


def test_a_provider_is_added_with_prices_and_removed(show, desk, services, ask, qtbot):
    dialog = show(ProvidersDialog(desk))
    dialog.new_button.click()
    form = dialog.findChild(ProviderForm)
    form.form.editor("name").set_value("幸福理发店")
    form.form.editor("what").set_value("理发")
    form.form.editor("prices").setPlainText("理发")
    press(form.save_button, qtbot)
    assert form.isVisible()  # a price has an amount
    form.form.editor("prices").setPlainText("理发 10元/次")
    press(form.save_button, qtbot)
    assert texts(dialog, 2) == ["理发 10 元/次"]
    ask.expect("confirm", True)
    dialog.select([0])
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: texts(dialog, 0) == [])


def test_a_voucher_is_issued_used_and_taken_back(show, desk, services, qtbot):
    services.providers.add(SHOP)
    dialog = show(VouchersDialog(desk))
    dialog.new_button.click()
    form = dialog.findChild(VoucherForm)
    form.form.editor("number").set_value("A001")
    form.form.editor("value").set_value(5000)
    form.form.editor("who").set_value(Somebody(name="马兰"))
    press(form.save_button, qtbot)
    assert "发出 1 张 50 元" in dialog.summary.text()
    dialog.select([0])
    dialog.use_button.click()
    use = dialog.findChild(UseForm)
    use.form.editor("provider_id").set_value(services.providers.list_all()[0].id)
    press(use.save_button, qtbot)
    assert texts(dialog, 6) == ["幸福理发店"]
    dialog.select([0])
    assert not dialog.use_button.isEnabled()
    dialog.unuse_button.click()
    qtbot.waitUntil(lambda: texts(dialog, 6) == [""])


def test_the_lists_are_printed(show, desk, services, ask, qtbot):
    services.providers.add(SHOP)
    services.providers.issue(VOUCHER)
    services.dispatches.add(DRAFT)
    for kind in (DispatchesDialog, ProvidersDialog, VouchersDialog):
        dialog = show(kind(desk))
        if dialog.has_phones:
            ask.expect("choose", 0)
        press(dialog.print_list_button, qtbot)
        qtbot.waitUntil(lambda each=dialog: each.findChild(PrintDialog) is not None, timeout=10000)
        dialog.findChild(PrintDialog).reject()
        qtbot.waitUntil(lambda each=dialog: each.findChild(PrintDialog) is None)


def test_every_key_means_one_thing(show, desk, services):
    services.dispatches.add(DRAFT)
    for kind in (DispatchesDialog, ProvidersDialog, VouchersDialog):
        assert not taken_twice(show(kind(desk)))
    item = services.dispatches.list_all()[0]
    for form in (
        DispatchForm(desk, item, None),
        MoveForm(desk, item, None),
        ProviderForm(desk, None, None),
        VoucherForm(desk, None, None),
    ):
        form.open()
        assert not taken_twice(form)
        form.reject()
