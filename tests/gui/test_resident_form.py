from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid
from support.keys import type_chinese
from support.people import make_document, make_draft, make_id
from support.photos import picture
from support.window import BORN, HOME, OTHER_HOME, opened, settle

from linli.domain.party import PartyBelonging, PartyManagement, PartyMembership
from linli.domain.residents import FloatingStay, ManagementClass, Sex
from linli.domain.values.dates import PartialDate
from linli.domain.values.masking import Masks
from linli.gui.ask import SaveChoice
from linli.gui.household_input import Belonging
from linli.gui.photo_crop import CropDialog
from linli.gui.resident_form import ResidentForm

NUMBER = make_id(birth=BORN, sequence=1)


@pytest.fixture
def cast(services):
    return settle(services)


@pytest.fixture
def open_form(desk, services, qtbot):
    """Open the form of somebody, or an empty one."""
    forms = []

    def make(resident_id=None):
        resident = None if resident_id is None else services.residents.get(resident_id)
        form = ResidentForm(desk, resident, None)
        forms.append(form)
        form.open()
        qtbot.waitUntil(form.isActiveWindow, timeout=3000)
        return form

    yield make
    for form in forms:
        if isValid(form):
            form.form.modified = False
            form.reject()


def number_line(dialog, place=0):
    return dialog.form.editor("documents").rows[place].line


def test_person_is_entered_whole_in_one_undo_step(open_form, services, desk, qtbot):
    dialog = open_form()
    form = dialog.form
    type_chinese(form.editor("name"), "钱新")
    qtbot.keyClicks(number_line(dialog), make_id(birth=date(1958, 7, 9), sequence=22))
    qtbot.keyClicks(form.editor("phones").rows[0].line, "0994-4839123")
    type_chinese(form.editor("phones").rows[0].note, "女儿家")
    type_chinese(form.editor("address").quick, "西河小区3-2-501")
    form.editor("skills").setText("书法，水电维修")
    form.editor("note").setPlainText("腿脚不便")
    with qtbot.waitSignal(dialog.saved) as blocker:
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    number = blocker.args[0]
    facts = services.residents.get(number).facts
    assert facts.name == "钱新"
    assert facts.birth == PartialDate(1958, 7, 9)
    assert facts.sex is Sex.FEMALE
    assert (facts.phones[0].number, facts.phones[0].note) == ("09944839123", "女儿家")
    assert facts.skills == ("书法", "水电维修")
    assert facts.note == "腿脚不便"
    assert services.residents.get(number).address == HOME
    assert services.residents.get(number).is_head
    services.history.undo()
    assert services.residents.counts().residents == 0
    assert services.residents.counts().households == 0
    assert services.residents.counts().dwellings == 0


def test_birth_and_sex_come_from_the_number_and_are_locked(open_form, qtbot):
    dialog = open_form()
    qtbot.keyClicks(number_line(dialog), NUMBER)
    birth, sex = dialog.form.editor("birth"), dialog.form.editor("sex")
    assert birth.value() == PartialDate(1950, 5, 1)
    assert sex.value() is Sex.MALE
    assert birth.isReadOnly()
    assert not sex.isEnabled()
    assert dialog.form.field("birth").hint == "由证件号码得出"


def test_without_a_right_number_birth_and_sex_can_be_typed(open_form, qtbot):
    dialog = open_form()
    qtbot.keyClicks(number_line(dialog), NUMBER)
    number_line(dialog).clear()
    assert not dialog.form.editor("birth").isReadOnly()
    assert dialog.form.editor("sex").isEnabled()


def test_wrong_number_is_said_beside_it_when_the_cursor_leaves(open_form, qtbot):
    dialog = open_form()
    number_line(dialog).setFocus()
    wrong = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
    qtbot.keyClicks(number_line(dialog), wrong)
    dialog.form.editor("former_name").setFocus()
    field = dialog.form.field("documents")
    qtbot.waitUntil(lambda: "校验位不对" in field.error, timeout=2000)
    assert wrong in field.error


def test_error_goes_as_soon_as_it_is_mended(open_form, qtbot):
    dialog = open_form()
    number_line(dialog).setFocus()
    qtbot.keyClicks(number_line(dialog), "123")
    dialog.form.editor("former_name").setFocus()
    field = dialog.form.field("documents")
    qtbot.waitUntil(lambda: field.error != "", timeout=2000)
    number_line(dialog).setText(NUMBER)
    qtbot.waitUntil(lambda: field.error == "", timeout=2000)


def test_untouched_fields_show_no_error(open_form, qtbot):
    dialog = open_form()
    type_chinese(dialog.form.editor("former_name"), "钱旧")
    dialog.form.editor("former_name").setFocus()
    dialog.form.editor("note").setFocus()
    qtbot.waitUntil(lambda: not dialog.form.editor("former_name").hasFocus(), timeout=2000)
    assert dialog.form.field("name").error == ""


def test_saving_without_a_name_is_refused_beside_the_name(open_form, services):
    dialog = open_form()
    dialog.accept()
    assert dialog.form.field("name").error != ""
    assert dialog.isVisible()
    assert services.residents.counts().residents == 0


def test_number_of_somebody_else_is_refused_beside_the_number(open_form, cast):
    dialog = open_form()
    dialog.form.editor("name").setText("钱新")
    number_line(dialog).setText(NUMBER)
    dialog.accept()
    assert "已登记" in dialog.form.field("documents").error


def test_similar_people_are_shown_while_entering(open_form, cast, qtbot):
    dialog = open_form()
    type_chinese(dialog.form.editor("name"), "张建国")
    qtbot.waitUntil(lambda: bool(similar(dialog)), timeout=2000)
    assert len(similar(dialog)) == 1
    assert Masks().show_document(NUMBER) in similar(dialog)[0].text()
    assert NUMBER not in similar(dialog)[0].text()


def test_nobody_is_similar_to_themselves(open_form, cast, qtbot):
    dialog = open_form(cast.head)
    dialog.form.editor("occupation").setText("教师")
    with qtbot.assertNotEmitted(dialog.saved, wait=600):
        pass
    assert similar(dialog) == []


def test_similar_person_can_be_gone_to(open_form, cast, ask, qtbot):
    dialog = open_form()
    type_chinese(dialog.form.editor("name"), "张建国")
    qtbot.waitUntil(lambda: bool(similar(dialog)), timeout=2000)
    ask.expect("confirm", True)
    with qtbot.waitSignal(dialog.person_chosen) as blocker:
        similar(dialog)[0].click()
    assert blocker.args == [cast.head]


def similar(dialog):
    return [b for b in dialog.findChildren(QPushButton) if b.property("link") and b.isVisible()]


def test_numbers_are_masked_and_cannot_be_changed(open_form, cast):
    dialog = open_form(cast.head)
    line = number_line(dialog)
    assert line.text() == Masks().show_document(NUMBER)
    assert line.isReadOnly()
    assert dialog.form.editor("phones").rows[0].line.text() == "138****5678"


def test_masked_numbers_are_never_written_back(open_form, cast, services):
    before = services.residents.get(cast.head).facts
    dialog = open_form(cast.head)
    dialog.form.editor("occupation").setText("教师")
    dialog.accept()
    after = services.residents.get(cast.head).facts
    assert after.occupation == "教师"
    assert after.documents == before.documents
    assert after.phones == before.phones


def test_form_that_is_saved_untouched_changes_nothing(open_form, cast, services):
    before = services.residents.get(cast.head)
    step = services.history.state().undo
    open_form(cast.head).accept()
    assert services.residents.get(cast.head) == before
    assert services.history.state().undo == step


def test_revealing_is_recorded_and_lets_numbers_be_changed(open_form, cast, ask, services):
    dialog = open_form(cast.head)
    ask.expect("choose", 0)
    dialog.reveal_button.click()
    assert number_line(dialog).text() == NUMBER
    assert not number_line(dialog).isReadOnly()
    assert services.history.events(1)[0].subject == f"resident/{cast.head}"
    dialog.form.editor("phones").rows[0].line.setText("13899998888")
    dialog.accept()
    assert services.residents.get(cast.head).facts.phones[0].number == "13899998888"


def test_new_form_has_nothing_to_reveal(open_form):
    assert not open_form().reveal_button.isVisible()


def test_second_document_and_phone_are_kept(open_form, cast, services):
    dialog = open_form(cast.head)
    documents, phones = dialog.form.editor("documents"), dialog.form.editor("phones")
    documents.add_button.click()
    documents.rows[1].line.setText("E12345678")
    phones.add_button.click()
    phones.rows[1].line.setText("13700001111")
    dialog.accept()
    facts = services.residents.get(cast.head).facts
    assert [document.number for document in facts.documents] == [NUMBER, "E12345678"]
    assert [phone.number for phone in facts.phones] == ["13812345678", "13700001111"]


def test_removed_phone_is_gone(open_form, cast, services):
    dialog = open_form(cast.head)
    dialog.form.editor("phones").rows[0].remove_button.click()
    dialog.accept()
    assert services.residents.get(cast.head).facts.phones == ()


def test_joining_a_household_shows_and_takes_its_address(open_form, cast, services):
    dialog = open_form(cast.lodger)
    household = dialog.form.editor("household_id")
    household.set_value(cast.household)
    household.edited.emit()
    assert dialog.form.value("address") == HOME
    assert not dialog.form.editor("address").isEnabled()
    dialog.form.editor("relation_code").set_value("99")
    dialog.accept()
    lodger = services.residents.get(cast.lodger)
    assert lodger.facts.household_id == cast.household
    assert lodger.facts.dwelling_id is None
    assert lodger.address == HOME


def test_member_who_lives_elsewhere_keeps_an_address_of_their_own(open_form, cast, services):
    dialog = open_form(cast.wife)
    dialog.form.editor("elsewhere").setChecked(True)
    address = dialog.form.editor("address")
    assert address.isEnabled()
    address.set_value(OTHER_HOME)
    dialog.accept()
    wife = services.residents.get(cast.wife)
    assert wife.address == OTHER_HOME
    assert wife.facts.household_id == cast.household
    again = open_form(cast.wife)
    assert again.form.value("elsewhere")
    assert again.form.value("address") == OTHER_HOME


def test_household_number_in_use_is_said_beside_it(open_form, cast):
    dialog = open_form(cast.wife)
    dialog.form.editor("household_id").choose(Belonging.NEW)
    dialog.form.editor("relation_code").set_value("02")
    dialog.form.editor("household_number").setText("0002")
    dialog.accept()
    assert "「0002」已经用过" in dialog.form.field("household_number").error
    assert dialog.problems.text == ""
    dialog.form.modified = False
    dialog.close()


def test_leaving_the_household_for_one_of_their_own(open_form, cast, services):
    dialog = open_form(cast.wife)
    dialog.form.editor("household_id").choose(Belonging.NEW)
    dialog.form.editor("relation_code").set_value("02")
    dialog.form.editor("household_number").setText("0077")
    dialog.form.editor("address").set_value(OTHER_HOME)
    dialog.accept()
    wife = services.residents.get(cast.wife)
    assert wife.household_number == "0077"
    assert wife.is_head
    assert len(services.households.get(cast.household).members) == 1


def test_choosing_existing_without_choosing_one_is_refused(open_form, qtbot):
    dialog = open_form()
    dialog.form.editor("name").setText("钱新")
    household = dialog.form.editor("household_id")
    household.choose(Belonging.EXISTING)
    dialog.accept()
    assert "选择户" in dialog.form.field("household_id").error


def test_floating_fields_show_only_for_floating_people(open_form):
    dialog = open_form()
    assert not dialog.form.editor("origin").isVisible()
    dialog.form.editor("is_floating").setChecked(True)
    assert dialog.form.editor("origin").isVisible()


def test_floating_stay_goes_through_the_form_unchanged(open_form, services):
    stay = FloatingStay(
        origin="甘肃省定西市",
        arrived=PartialDate(2024, 3),
        reason_code="01",
        housing_code="02",
        permit_code="01",
        permit_number="J123456789",
        permit_expires=date(2027, 1, 1),
        expected_leave=date(2027, 6, 30),
        landlord_name="王五",
        landlord_phone="13812340000",
        management=ManagementClass.TEMPORARY,
    )
    number, _ = services.residents.add(make_draft("孙流", floating=stay))
    dialog = open_form(number)
    assert dialog.form.editor("landlord_phone").text() == "138****0000"
    dialog.form.editor("occupation").setText("瓦工")
    dialog.accept()
    assert services.residents.get(number).facts.floating == stay


MEMBER = PartyMembership(
    branch="第一党支部",
    joined=PartialDate(1985, 7),
    management=PartyManagement.ENTRUST,
    belonging=PartyBelonging.OTHER,
    home_organisation="县供销社党支部",
    certificate="流-018",
    registered=PartialDate(2026, 3, 2),
    difficulty=True,
    post="环境卫生监督员",
    note="冬季回乡",
)


def test_party_fields_show_with_the_politics_of_a_member(open_form, qtbot):
    form = open_form().form
    assert not form.editor("party_branch").isVisible()
    form.editor("politics_code").set_value("02")
    assert form.editor("party_branch").isVisible()
    form.editor("politics_code").set_value("13")
    assert not form.editor("party_branch").isVisible()
    form.editor("is_party").setChecked(True)
    form.editor("party_branch").setText("第一党支部")
    form.editor("politics_code").set_value("03")
    assert form.editor("party_branch").isVisible()  # nothing recorded is lost
    qtbot.waitUntil(lambda: "政治面貌" in form.field("is_party").hint)


def test_party_membership_goes_through_the_form_unchanged(open_form, services):
    draft = make_draft(
        "孙党", politics_code="01", origin_village="下朱庄村", returned=True, party=MEMBER
    )
    number, _ = services.residents.add(draft)
    dialog = open_form(number)
    dialog.form.editor("occupation").setText("瓦工")
    dialog.accept()
    facts = services.residents.get(number).facts
    assert (facts.party, facts.origin_village, facts.returned) == (MEMBER, "下朱庄村", True)


def test_member_of_whom_nothing_is_known_has_no_membership_facts(open_form, services):
    number, _ = services.residents.add(make_draft("孙党", politics_code="01"))
    dialog = open_form(number)
    assert dialog.form.editor("party_branch").isVisible()
    dialog.form.editor("occupation").setText("瓦工")
    dialog.accept()
    assert services.residents.get(number).facts.party is None


def test_day_of_joining_that_has_not_come_is_said_beside_it(open_form, services):
    dialog = open_form()
    type_chinese(dialog.form.editor("name"), "孙党")
    dialog.form.editor("politics_code").set_value("01")
    dialog.form.editor("party_joined").setText("2027-01-01")
    dialog.accept()
    assert "还没有到" in dialog.form.field("party_joined").error
    assert services.residents.counts().residents == 0


def test_every_fact_goes_through_the_form_unchanged(open_form, services):
    full = make_draft(
        "买买提·艾力",
        documents=(make_document(birth=BORN, sequence=31),),
        birth=PartialDate(1950, 5, 1),
        sex=Sex.MALE,
        former_name="买买提",
        native_name="محەممەت",
        ethnicity_code="05",
        education_code="61",
        politics_code="01",
        marriage_code="20",
        skills=("书法", "烹饪"),
        care_tags=("独居老人",),
        occupation="教师",
        employer="西河小学",
        registered_address="新疆木垒县",
        note="两行\n备注",
    )
    number, _ = services.residents.add(full)
    before = services.residents.get(number).facts
    dialog = open_form(number)
    dialog.form.editor("employer").setText("西河中学")
    dialog.accept()
    after = services.residents.get(number).facts
    assert after.employer == "西河中学"
    assert replace(after, employer=None) == replace(before, employer=None)


def test_conflicting_change_is_not_overwritten(open_form, cast, services):
    from dataclasses import replace

    dialog = open_form(cast.head)
    other = services.residents.get(cast.head)
    services.residents.update(cast.head, replace(other.facts, note="先改"), version=other.version)
    dialog.form.editor("note").setPlainText("后改")
    dialog.accept()
    assert "刚才被改过" in dialog.problems.text
    assert services.residents.get(cast.head).facts.note == "先改"


def test_unsaved_changes_are_asked_about(open_form, ask, services):
    dialog = open_form()
    dialog.form.editor("name").setText("钱新")
    ask.expect("save_changes", SaveChoice.STAY)
    dialog.reject()
    assert dialog.isVisible()
    ask.expect("save_changes", SaveChoice.DISCARD)
    dialog.reject()
    assert services.residents.counts().residents == 0


def test_nothing_is_asked_when_nothing_was_changed(open_form, cast, assert_freed):
    dialog = open_form(cast.head)
    dialog.reject()
    assert_freed(dialog)


def test_suggestions_come_from_what_the_ledger_has(open_form, cast, qtbot):
    dialog = open_form()
    line = dialog.form.editor("skills")
    type_chinese(line, "书法、水电")
    assert "水电维修" in line.completer().model().stringList()


def test_tab_goes_through_the_form_like_reading(open_form, qtbot):
    dialog = open_form()
    dialog.form.editor("name").setFocus()
    qtbot.waitUntil(lambda: dialog.form.editor("name").hasFocus(), timeout=2000)
    visited = []
    for _ in range(8):
        widget = dialog.focusWidget()
        visited.append(widget.objectName() or widget.accessibleName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert visited[:2] == ["name", "ethnicity_code"]
    assert visited[6:] == ["sex", "birth"]


@pytest.mark.parametrize("zoom", [100, 200])
def test_form_fits_the_small_screen(open_form, theme, zoom):
    theme.set_zoom(zoom)
    hint = open_form().minimumSizeHint()
    assert hint.width() <= 1300
    assert hint.height() <= 640


def test_photo_is_kept_with_the_person(open_form, cast, services, qtbot):
    QGuiApplication.clipboard().setImage(picture(300, 400))
    dialog = open_form(cast.head)
    dialog.form.editor("photo").paste_button.click()
    opened(CropDialog).use_button.click()
    dialog.accept()
    digest = services.residents.get(cast.head).facts.photo
    assert services.settings.photo(digest)
    again = open_form(cast.head)
    assert again.form.value("photo") == digest
