"""Numbers in forms: hidden until there is a reason, hidden again later, never written back."""

from dataclasses import replace

import pytest
from support.people import make_document, make_draft, make_phone
from support.roles import as_role
from support.window import opened

from linli.domain.accounts import Role
from linli.domain.boards import BoardEntry
from linli.domain.neighbours import NeighbourDraft
from linli.domain.organisations import Leader, OrganisationDraft
from linli.domain.residents import FloatingStay, RentalDraft, Tenancy
from linli.domain.values.addresses import Address
from linli.domain.values.masking import STAR
from linli.gui.registers.neighbour_form import NeighbourForm
from linli.gui.registers.organisation_forms import LeaderForm, OrganisationForm
from linli.gui.rental_form import RentalForm
from linli.gui.resident_form import ResidentForm
from linli.gui.staff.board_forms import BoardEntryForm

PHONE = "13812345678"
HIDDEN = "138****5678"
SECRET = "刑满释放人员"
HOME = Address(estate="幸福小区", building="3号楼", unit="1单元", room="101")


@pytest.fixture
def person(services):
    draft = make_draft(
        "欧阳建国",
        phones=(make_phone(PHONE),),
        floating=FloatingStay(permit_number="652328199001010011", landlord_phone="13987654321"),
        care_tags=("独居老人", SECRET),
    )
    return services.residents.add(draft)[0]


@pytest.fixture
def resident_form(desk, services, person, show):
    return show(ResidentForm(desk, services.residents.get(person), None))


def texts(form):
    """Everything that stands in the form's lines."""
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    lines = [line.text() for line in form.findChildren(QLineEdit)]
    return " ".join(lines + [button.text() for button in form.findChildren(QAbstractButton)])


def rewritten(form):
    """Change something else, and save."""
    form.form.editor("note").setPlainText("核对过")
    form.save_button.click()


def test_a_person_is_saved_with_the_numbers_and_tags_that_nobody_saw(
    resident_form, services, person
):
    before = services.residents.get(person).facts
    for number in (PHONE, "13987654321", "652328199001010011", before.documents[0].number, SECRET):
        assert number not in texts(resident_form)
    rewritten(resident_form)
    assert services.residents.get(person).facts == replace(before, note="核对过")


def test_numbers_hide_themselves_again(resident_form, ask, services, person):
    ask.expect("choose", 0)
    resident_form.reveal_button.click()
    for number in (PHONE, "13987654321", SECRET):
        assert number in texts(resident_form)
    resident_form.revealing.timer.timeout.emit()
    for number in (PHONE, "13987654321", SECRET):
        assert number not in texts(resident_form)
    assert resident_form.reveal_button.isVisible()
    rewritten(resident_form)
    assert services.residents.get(person).facts.phones == (make_phone(PHONE),)


def test_what_was_changed_while_it_was_shown_is_saved_after_it_hid(
    resident_form, ask, services, person
):
    ask.expect("choose", 0)
    resident_form.reveal_button.click()
    resident_form.form.editor("phones").rows[0].line.setText("13811112222")
    resident_form.revealing.timer.timeout.emit()
    assert "13811112222" not in texts(resident_form)
    rewritten(resident_form)
    assert services.residents.get(person).facts.phones == (make_phone("13811112222"),)


def test_a_rental_keeps_its_numbers(desk, services, show):
    tenant = Tenancy(name="李四", phone=PHONE, document=make_document(sequence=5))
    rental = RentalDraft(
        landlord_name="张三",
        landlord_phone="13987654321",
        landlord_document=make_document(sequence=7),
        tenancies=(tenant,),
    )
    dwelling, _ = services.dwellings.add_rental(HOME, rental)
    form = show(RentalForm(desk, dwelling, None))
    for number in (PHONE, "13987654321", tenant.document.number):
        assert number not in texts(form)
    rewritten(form)
    assert services.dwellings.get(dwelling).rental == replace(rental, note="核对过")


def test_an_organisation_keeps_its_leaders_phones(desk, services, ask, show):
    leader = Leader(name="王建国", post="主任", phone=PHONE)
    draft = OrganisationDraft(name="西河小学", kind_code="02", leaders=(leader,))
    number, _ = services.organisations.add(draft)
    form = show(OrganisationForm(desk, services.organisations.get(number), None))
    editor = form.form.editor("leaders")
    assert editor.is_masked
    assert HIDDEN in editor.line(leader)
    part = show(LeaderForm(desk, leader, form, masked=True))
    part.saved.connect(lambda saved: editor.put(saved, 0))
    assert part.form.editor("phone").text() == HIDDEN
    assert part.save().phone == PHONE
    rewritten(form)
    assert services.organisations.get(number).facts.leaders == (leader,)


def test_who_sees_the_leaders_phones_says_why(desk, services, ask, show):
    draft = OrganisationDraft(
        name="西河小学", kind_code="02", leaders=(Leader(name="王建国", phone=PHONE),)
    )
    number, _ = services.organisations.add(draft)
    form = show(OrganisationForm(desk, services.organisations.get(number), None))
    ask.expect("choose", 1)
    form.reveal_button.click()
    assert PHONE in form.form.editor("leaders").line(draft.leaders[0])


def test_a_neighbour_keeps_the_phone(desk, services, person, show):
    pair, _ = services.neighbours.add(NeighbourDraft(resident_id=person, name="李四", phone=PHONE))
    form = show(NeighbourForm(desk, services.neighbours.get(pair), None))
    assert form.form.editor("phone").text() == HIDDEN
    rewritten(form)
    assert services.neighbours.get(pair).facts.phone == PHONE


def test_whoever_stands_on_a_board_keeps_the_phone(desk, services, person, show):
    from support.runs import GRID

    grid, _ = services.grids.add(GRID)
    services.boards.save(grid, [BoardEntry(name="欧阳建国", resident_id=person, post="保洁")])
    form = show(BoardEntryForm(desk, grid, 0, None))
    assert form.form.editor("phone").text() == HIDDEN
    form.save_button.click()
    (entry,) = services.boards.entries(grid)
    assert entry.phone == PHONE
    assert STAR not in repr(entry)


def test_without_the_right_there_is_no_button(desk, services, person, show):
    reader = replace(desk, services=as_role(services, Role.READER))
    form = show(ResidentForm(reader, services.residents.get(person), None))
    assert not form.reveal_button.isVisible()
    assert opened(ResidentForm) is form
