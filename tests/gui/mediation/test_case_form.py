from dataclasses import replace

import pytest
from support.cases import DRAFT, HALL, register
from support.mnemonics import letters, taken_twice
from support.people import make_draft

from linli.domain.cases import Mediator, Party, Side, Source
from linli.domain.grids import GridDraft
from linli.domain.organisations import Leader, OrganisationDraft
from linli.domain.residents import HomeDraft
from linli.domain.staff import StaffDraft
from linli.domain.values.addresses import Address
from linli.gui.drafts import coding
from linli.gui.drafts.typed import show_typed, typed
from linli.gui.mediation.case_form import CaseForm, known_mediators
from linli.gui.mediation.party_forms import PartyForm, new_organisation, new_person
from linli.gui.mediation.people_inputs import MediatorForm, MediatorsInput, PartiesInput
from linli.gui.picker import Picker
from linli.gui.registers.somebody_input import Somebody

ONE = Party(side=Side.APPLICANT, name="张三", phone="13900001111")
OTHER = Party(side=Side.RESPONDENT, name="李四")


def opened(kind, parent):
    (dialog,) = [each for each in parent.findChildren(kind) if each.isVisible()]
    return dialog


@pytest.fixture
def form(desk, services, show):
    """The form of a new case in a hall with its committee."""
    services.cases.save_hall(HALL)
    return show(CaseForm(desk, None, None))


def test_a_case_is_registered_from_what_was_typed(form, services, qtbot):
    editor = form.form.editor
    editor("parties").put(ONE)
    editor("parties").put(OTHER)
    editor("kind_code").setEditText("邻里")
    assert [each.name for each in form.form.value("mediators")] == ["王芳"]  # whoever registers
    editor("amount").setText("520.5")
    editor("requests").setPlainText("修好水管\n\n赔偿损失\n")
    with qtbot.waitSignal(form.saved) as told:
        form.accept()
    case = services.cases.get(told.args[0][0])
    facts = case.facts
    assert facts.title == "张三与李四邻里纠纷"
    assert (facts.kind_code, facts.event_code) == ("02", "02")
    assert facts.amount == 52050
    assert facts.requests == ("修好水管", "赔偿损失")
    assert facts.registered_on == services.context.clock().date()
    assert [each.presides for each in facts.mediators] == [True]


def test_a_title_that_was_written_stays(form):
    editor = form.form.editor
    editor("parties").put(ONE)
    editor("title").setText("楼上漏水")
    editor("parties").put(OTHER)
    assert form.form.value("title") == "楼上漏水"


def test_a_proposed_title_follows_kind_and_parties(form):
    editor = form.form.editor
    for party in (ONE, OTHER):
        editor("parties").put(party)
    assert form.form.value("title") == "张三与李四纠纷"
    editor("kind_code").setEditText("物业")
    assert form.form.value("title") == "张三与李四物业纠纷"
    editor("parties").put(replace(OTHER, name="王五"), 1)
    assert form.form.value("title") == "张三与王五物业纠纷"


def test_an_event_that_was_chosen_stays_a_proposed_one_follows(form):
    editor = form.form.editor
    editor("kind_code").setEditText("邻里")
    assert form.form.value("event_code") == "02"
    editor("kind_code").setEditText("物业")
    assert form.form.value("event_code") == "0402"
    editor("event_code").set_value("0201")
    editor("kind_code").setEditText("消费")
    assert form.form.value("event_code") == "0201"


def test_who_handed_it_over_is_asked_only_of_a_referred_case(form):
    assert not form.form.editor("source_unit").isEnabled()
    form.form.editor("source").set_value(Source.REFERRED)
    assert form.form.editor("source_unit").isEnabled()


def test_a_refusal_stands_beside_its_field(form):
    form.accept()
    assert "没有填写纠纷名称" in form.form.field("title").error
    assert "没有选择纠纷类型" in form.form.field("kind_code").error


def test_a_mediator_who_is_a_party_is_warned_of(form, services):
    form.form.editor("parties").put(replace(ONE, name="王芳", phone=None))
    form.form.editor("parties").put(OTHER)
    assert form.conflicts.isVisibleTo(form)
    assert "和当事人「王芳」同名" in form.conflicts.text()
    form.form.editor("parties").put(ONE, 0)
    assert not form.conflicts.isVisibleTo(form)


def test_a_mediator_of_the_same_household_is_warned_of(desk, services, show):
    home = HomeDraft(address=Address(building="3栋", unit="2单元", room="501室"))
    head, _ = services.residents.add(make_draft("张三", sequence=1), home)
    wife, _ = services.residents.add(make_draft("李四", sequence=2), home)
    services.cases.save_hall(HALL)
    form = show(CaseForm(desk, None, None))
    form.form.editor("parties").put(services.cases.party_of_resident(head))
    mediator_form = show(MediatorForm(desk, None, [], None))
    mediator_form.form.load(who=Somebody(name="李四", resident_id=wife))
    mediator_form.saved.connect(form.form.editor("mediators").put)
    mediator_form.accept()
    assert form.form.value("mediators")[-1].resident_id == wife
    assert "住在同一处" in form.conflicts.text() or "同一户" in form.conflicts.text()


def test_what_was_registered_is_changed(desk, services, show, qtbot):
    case = register(services)
    form = show(CaseForm(desk, case, None))
    assert not form.form.modified
    assert not form.form.editor("first_level").isEnabled()
    form.form.editor("place").setText("西河新村5栋")
    with qtbot.waitSignal(form.saved):
        form.accept()
    saved = services.cases.get(case.id).facts
    assert saved.place == "西河新村5栋"
    assert [party.name for party in saved.parties] == [party.name for party in DRAFT.parties]
    assert saved.parties[0].phone == "13900001111"


# ---- parties ------------------------------------------------------------------------------


def test_a_resident_becomes_a_party_with_what_the_ledger_knows(desk, services, show):
    address = Address(estate="西河新村", building="3栋", unit="2单元", room="501室")
    services.grids.add(
        GridDraft(number="01", name="第一网格", buildings=(replace(address, unit=None, room=None),))
    )
    number, _ = services.residents.add(make_draft("张三"), HomeDraft(address=address))
    form = show(CaseForm(desk, None, None))
    parties = form.form.editor("parties")
    parties.add_button.click()
    picker = opened(Picker, form)
    picker.line.setText("张三")
    picker.accept()
    (party,) = form.form.value("parties")
    resident = services.residents.get(number)
    assert (party.resident_id, party.name, party.side) == (number, "张三", Side.APPLICANT)
    assert party.id_number == resident.facts.documents[0].number
    assert "501" in party.address
    assert party.id_number not in parties.list.item(0).text()  # hidden until it is asked for
    assert form.form.value("grid_id") == resident.grid_id is not None


def test_an_organisation_of_the_register_brings_who_leads_it(form, services):
    services.organisations.add(
        OrganisationDraft(
            name="西河饭店",
            kind_code="01",
            leaders=(Leader(name="钱大成", post="经理"),),
        )
    )
    parties = form.form.editor("parties")
    parties.organisation_button.click()
    picker = opened(Picker, form)
    picker.line.setText("饭店")
    picker.accept()
    (party,) = form.form.value("parties")
    assert (party.name, party.representative, party.is_organisation) == ("西河饭店", "钱大成", True)


def test_an_organisation_beside_the_register_is_typed(form, services, qtbot):
    form.form.editor("parties").organisation_button.click()
    picker = opened(Picker, form)
    assert "不在名册里" in picker.list.item(0).text()
    picker.accept()
    party_form = opened(PartyForm, form)
    party_form.form.load(name="外地公司", representative="周五")
    with qtbot.waitSignal(party_form.saved):
        party_form.accept()
    assert form.form.value("parties")[0].representative == "周五"


def test_a_person_with_an_agent_is_typed(desk, show, qtbot):
    party_form = show(PartyForm(desk, new_person(Side.OTHER), None, masked=False))
    party_form.form.load(
        name="阿依古丽·买买提", sex_code="2", agent_name="马力", agent_powers="代为参加调解"
    )
    with qtbot.waitSignal(party_form.saved) as told:
        party_form.accept()
    party = told.args[0]
    assert (party.side, party.name, party.sex_code) == (Side.OTHER, "阿依古丽·买买提", "2")
    assert (party.agent.name, party.agent.powers) == ("马力", "代为参加调解")


def test_a_party_without_a_name_is_refused(desk, show):
    for party, words in (
        (new_person(Side.OTHER), "请填写姓名。"),
        (new_organisation(Side.OTHER), "请填写名称。"),
    ):
        party_form = show(PartyForm(desk, party, None, masked=False))
        party_form.accept()
        assert party_form.form.field("name").error == words


def test_masked_numbers_are_kept_as_they_are(desk, show, qtbot):
    party_form = show(PartyForm(desk, ONE, None, masked=True))
    assert "13900001111" not in party_form.form.editor("phone").text()
    party_form.form.editor("occupation").setText("教师")
    with qtbot.waitSignal(party_form.saved) as told:
        party_form.accept()
    assert told.args[0] == replace(ONE, occupation="教师")


def test_parties_of_a_kept_case_are_hidden_until_a_reason_is_given(desk, services, show, ask):
    form = show(CaseForm(desk, register(services), None))
    parties = form.form.editor("parties")
    assert parties.is_masked
    assert "13900001111" not in parties.list.item(0).text()
    ask.expect("choose", 0)
    buttons = {button.text(): button for button in form.buttons.buttons()}
    buttons["显示号码(&V)"].click()
    assert "13900001111" in parties.list.item(0).text()


# ---- mediators ----------------------------------------------------------------------------


def test_the_committee_and_then_the_staff_may_be_chosen(desk, services):
    services.cases.save_hall(HALL)
    for name in ("马力", "沈工"):
        services.staff.add(StaffDraft(name=name, phone="051265180111"))
    found = {each.name: each for each in known_mediators(desk)}
    assert list(found) == ["王芳", "马力", "李和", "沈工"]
    assert found["马力"].staff_id is not None
    assert found["马力"].phone == "051265180111"
    assert found["王芳"].staff_id is None


def test_one_mediator_presides_whatever_is_typed(desk, qtbot):
    mediators = MediatorsInput(desk, [])
    qtbot.addWidget(mediators)
    mediators.put(Mediator(name="王芳"))
    assert [each.presides for each in mediators.value()] == [True]
    mediators.put(Mediator(name="马力", presides=True))
    assert [each.presides for each in mediators.value()] == [False, True]
    mediators.put(replace(mediators.value()[1], presides=False), 1)
    assert [each.presides for each in mediators.value()] == [False, True]


def test_a_known_mediator_is_known_again_by_name(desk, show, qtbot):
    known = [Mediator(name="马力", phone="051265180111", staff_id=None)]
    mediator_form = show(MediatorForm(desk, None, known, None))
    mediator_form.form.editor("who").line.setText("马力")
    assert mediator_form.form.value("phone") == "051265180111"
    with qtbot.waitSignal(mediator_form.saved) as told:
        mediator_form.accept()
    assert told.args[0].name == "马力"


# ---- the form -----------------------------------------------------------------------------


def test_what_is_typed_can_be_put_back_after_a_crash(form, desk, show):
    form.form.editor("parties").put(ONE)
    form.form.editor("summary").setPlainText("楼上漏水")
    kept = coding.read(coding.write(typed(form.form)))
    other = show(CaseForm(desk, None, None))
    assert show_typed(other.form, kept) == []
    assert other.form.value("parties") == (ONE,)
    assert other.form.value("summary") == "楼上漏水"


@pytest.mark.parametrize("zoom", [100, 150])
def test_no_letter_is_taken_twice(form, theme, zoom, desk, show, services):
    theme.set_zoom(zoom)
    kept = show(CaseForm(desk, register(services), None))
    people = [
        show(PartyForm(desk, new(Side.APPLICANT), None, masked=False))
        for new in (new_person, new_organisation)
    ]
    for each in (form, kept, *people, show(MediatorForm(desk, None, [], None))):
        assert letters(each)
        assert not taken_twice(each)


def test_the_list_of_parties_takes_the_next_side(desk, qtbot):
    parties = PartiesInput(desk)
    qtbot.addWidget(parties)
    sides = []
    for _ in range(3):
        part_form = parties.part_form(None)
        sides.append(part_form.form.value("side"))
        parties.put(new_person(sides[-1]))
        part_form.deleteLater()
    assert sides == [Side.APPLICANT, Side.RESPONDENT, Side.OTHER]
