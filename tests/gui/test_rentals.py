"""The rented dwellings: the list, the form, the tenants."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.keys import type_chinese
from support.people import make_document
from support.window import HOME, opened, settle

from linli.domain.residents import ManagementClass, RentalDraft, Tenancy
from linli.domain.values.dates import PartialDate
from linli.domain.values.masking import Masks
from linli.gui.picker import Picker
from linli.gui.rental_form import RentalForm, TenancyForm
from linli.gui.rentals_dialog import RentalsDialog

TENANT = Tenancy(
    name="陈小军", phone="13900001111", room="东间", document=make_document(sequence=71)
)
RENTAL = RentalDraft(
    number="C01",
    landlord_name="周大海",
    landlord_phone="13812340001",
    landlord_document=make_document(sequence=73),
    rooms=4,
    occupants=6,
    management=ManagementClass.KEY,
    review_date=date(2027, 1, 31),
    since=PartialDate(2024, 3),
    note="一楼",
    tenancies=(TENANT,),
)


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def home(services, cast):
    """The dwelling of the couple, let."""
    home = services.households.get(cast.household).facts.dwelling_id
    services.dwellings.set_rental(home, RENTAL, version=services.dwellings.get(home).version)
    return home


def test_enter_on_the_list_opens_the_form(desk, home, show, qtbot):
    dialog = show(RentalsDialog(desk))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    form = opened(RentalForm)
    assert form.form.value("landlord_name") == "周大海"
    form.reject()


def test_enter_on_a_tenant_opens_him(desk, home, show, qtbot):
    dialog = show(RentalForm(desk, home, None))
    tenants = dialog.form.editor("tenancies")
    tenants.list.setCurrentRow(0)
    qtbot.keyClick(tenants.list, Qt.Key.Key_Return)
    assert opened(TenancyForm).form.value("name") == TENANT.name
    opened(TenancyForm).reject()
    assert dialog.isVisible()


def test_list_tells_households_rooms_and_people(desk, home, show):
    dialog = show(RentalsDialog(desk))
    assert dialog.summary.text() == "共 1 户 4 间 6 人"
    texts = [dialog.table.item(0, column).text() for column in range(7)]
    assert texts == [
        "西河小区3号楼2单元501室",
        "C01",
        "周大海",
        "4",
        "6",
        "重点管理",
        "第三网格",
    ]


def test_empty_list_offers_only_to_register(desk, cast, show):
    dialog = show(RentalsDialog(desk))
    assert dialog.summary.text() == "还没有登记出租房屋。"
    assert dialog.new_button.isEnabled()
    assert not dialog.open_button.isEnabled()
    assert not dialog.end_button.isEnabled()


def test_rental_goes_through_the_form_unchanged(desk, home, show, services):
    form = show(RentalForm(desk, home, None))
    form.form.editor("number").setText("C02")
    form.accept()
    saved = services.dwellings.get(home).rental
    assert saved.number == "C02"
    assert {**vars(saved), "number": None} == {**vars(RENTAL), "number": None}


def test_numbers_are_masked_until_revealed(desk, home, show, ask, services):
    form = show(RentalForm(desk, home, None))
    document = form.form.editor("landlord_document")
    assert form.form.editor("landlord_phone").text() == "138****0001"
    assert document.line.text() == Masks().show_document(RENTAL.landlord_document.number)
    assert "139****1111" in form.form.editor("tenancies").list.item(0).text()
    ask.expect("choose", 0)
    form.reveal_button.click()
    assert form.form.editor("landlord_phone").text() == "13812340001"
    assert "13900001111" in form.form.editor("tenancies").list.item(0).text()
    assert services.history.events(1)[0].subject == f"dwelling/{home}"


def test_letting_is_registered_for_a_new_address(desk, cast, show, services):
    dialog = show(RentalsDialog(desk))
    dialog.new_button.click()
    form = opened(RentalForm)
    type_chinese(form.form.editor("address").quick, "西河小区9-1-101")
    form.form.editor("rooms").setText("3")
    form.accept()
    assert dialog.summary.text() == "共 1 户 3 间 0 人"
    services.history.undo()
    assert services.residents.counts().rentals == 0
    assert services.residents.counts().dwellings == 2


def test_letting_needs_an_address(desk, cast, show):
    form = show(RentalForm(desk, None, None))
    form.accept()
    assert form.form.field("address").error == "请填写出租房屋的住址。"


def test_address_that_is_let_already_is_refused(desk, home, show):
    form = show(RentalForm(desk, None, None))
    form.form.editor("address").set_value(HOME)
    form.accept()
    assert "已登记" in form.form.field("address").error


def test_rooms_must_be_a_number(desk, home, show):
    form = show(RentalForm(desk, home, None))
    form.form.editor("rooms").setText("三间")
    form.accept()
    assert "三间" in form.form.field("rooms").error


def test_tenant_is_added_by_hand(desk, home, show, services):
    form = show(RentalForm(desk, home, None))
    tenants = form.form.editor("tenancies")
    tenants.add_button.click()
    tenant = opened(TenancyForm)
    tenant.form.editor("name").setText("孙大壮")
    tenant.form.editor("phone").setText("13700002222")
    tenant.accept()
    assert "孙大壮 · 13700002222" in tenants.list.item(1).text()
    form.accept()
    names = [each.name for each in services.dwellings.get(home).rental.tenancies]
    assert names == ["陈小军", "孙大壮"]


def test_tenant_without_a_name_is_refused(desk, home, show):
    form = show(RentalForm(desk, home, None))
    form.form.editor("tenancies").add_button.click()
    tenant = opened(TenancyForm)
    tenant.accept()
    assert tenant.form.field("name").error == "请填写承租人的姓名。"
    tenant.reject()


def test_tenant_is_taken_from_the_residents_with_numbers_masked(desk, home, cast, show, qtbot):
    form = show(RentalForm(desk, home, None))
    tenants = form.form.editor("tenancies")
    tenants.pick_button.click()
    picker = opened(Picker)
    qtbot.keyClicks(picker.line, "zhangjg")
    picker.accept()
    assert tenants.value()[1].resident_id == cast.head
    assert tenants.value()[1].phone == "13812345678"
    assert "138****5678" in tenants.list.item(1).text()


def test_changing_a_tenant_keeps_masked_numbers(desk, home, show, services):
    form = show(RentalForm(desk, home, None))
    form.form.editor("tenancies").edit_button.click()
    tenant = opened(TenancyForm)
    assert tenant.form.editor("phone").text() == "139****1111"
    tenant.form.editor("room").setText("西间")
    tenant.accept()
    form.accept()
    saved = services.dwellings.get(home).rental.tenancies[0]
    assert (saved.room, saved.phone, saved.document) == ("西间", TENANT.phone, TENANT.document)


def test_tenant_is_removed(desk, home, show, services):
    form = show(RentalForm(desk, home, None))
    form.form.editor("tenancies").remove_button.click()
    form.accept()
    assert services.dwellings.get(home).rental.tenancies == ()


def test_ending_asks_first(desk, home, show, ask, services):
    dialog = show(RentalsDialog(desk))
    ask.expect("confirm", False)
    dialog.end_button.click()
    assert services.dwellings.get(home).rental is not None


def test_ended_letting_leaves_the_list(desk, home, show, ask, services, qtbot):
    dialog = show(RentalsDialog(desk))
    ask.expect("confirm", True)
    dialog.end_button.click()
    qtbot.waitUntil(lambda: dialog.summary.text() == "还没有登记出租房屋。", timeout=3000)
    assert services.dwellings.get(home).rental is None
