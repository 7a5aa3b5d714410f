from dataclasses import replace

import pytest
from support.cases import HALL
from support.mnemonics import letters, taken_twice
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.mediation_hall import Helper, HelperKind, MediatorGroup, Office
from linli.domain.mediation_texts import Phrase, PhraseUse
from linli.gui.mediation.committee_form import (
    CommitteeForm,
    GroupForm,
    HelperForm,
    MemberForm,
    PhraseForm,
    PhrasesForm,
)


def opened(kind, parent):
    (dialog,) = [each for each in parent.findChildren(kind) if each.isVisible()]
    return dialog


def test_the_committee_is_kept(desk, services, show, qtbot):
    form = show(CommitteeForm(desk, None))
    form.form.load(committee="西河社区人民调解委员会", mark="西")
    form.form.editor("groups").put(MediatorGroup(name="第一调解组", members=("王芳",)))
    form.form.editor("helpers").put(Helper(name="周律师", kind=HelperKind.SOCIAL))
    with qtbot.waitSignal(form.saved):
        form.accept()
    hall = services.cases.hall()
    assert (hall.mark, hall.groups[0].members, hall.helpers[0].name) == ("西", ("王芳",), "周律师")


def test_what_the_law_asks_of_a_committee_is_said(desk, services, show):
    services.cases.save_hall(replace(HALL, members=HALL.members[:2]))
    form = show(CommitteeForm(desk, None))
    said = [label.text() for label in form.findChildren(type(form.heading))]
    assert any("应为 3 至 9 名" in words for words in said)


def test_a_wrong_mark_is_refused_beside_the_field(desk, show):
    form = show(CommitteeForm(desk, None))
    form.form.editor("mark").setText("西1")
    form.accept()
    assert "不能有数字" in form.form.field("mark").error


def test_members_groups_and_helpers_are_typed(desk, show, qtbot):
    member = show(MemberForm(desk, None, None))
    member.form.load(name="李和", office=Office.DEPUTY, is_woman=True)
    with qtbot.waitSignal(member.saved) as told:
        member.accept()
    assert (told.args[0].name, told.args[0].office, told.args[0].is_woman) == (
        "李和",
        Office.DEPUTY,
        True,
    )
    group = show(GroupForm(desk, None, ["王芳"], None))
    group.form.load(name="第一调解组", members=("王芳", "马力"))
    with qtbot.waitSignal(group.saved) as told:
        group.accept()
    assert told.args[0] == MediatorGroup(name="第一调解组", members=("王芳", "马力"))
    helper = show(HelperForm(desk, None, None))
    helper.form.load(name="周代表", kind=HelperKind.CONGRESS)
    with qtbot.waitSignal(helper.saved) as told:
        helper.accept()
    assert told.args[0].kind is HelperKind.CONGRESS


@pytest.mark.parametrize("kind", [MemberForm, HelperForm])
def test_nobody_without_a_name(desk, show, kind):
    form = show(kind(desk, None, None))
    form.accept()
    assert form.form.field("name").error.startswith("请填写")


def test_phrases_are_kept_in_the_chosen_order(desk, services, show, qtbot):
    committee = show(CommitteeForm(desk, None))
    committee.phrases_button.click()
    form = opened(PhrasesForm, committee)
    phrases = form.form.editor("phrases")
    count = len(phrases.value())
    phrases.put(Phrase(use=PhraseUse.TERMS, text="双方各让一步。"))
    phrases.list.setCurrentRow(count)
    phrases._move(-1)
    with qtbot.waitSignal(form.saved):
        form.accept()
    kept = services.mediation_texts.phrases()
    assert len(kept) == count + 1
    assert kept[-2].text == "双方各让一步。"


def test_an_empty_phrase_is_refused(desk, show):
    form = show(PhraseForm(desk, None, None))
    form.accept()
    assert form.form.field("text").error == "请填写常用语的内容。"


def test_who_may_not_change_settings_sees_them_and_cannot_save(desk, services, show):
    services.cases.save_hall(HALL)
    other = replace(desk, services=as_role(services, Role.MEDIATOR))
    committee = show(CommitteeForm(other, None))
    assert committee.form.value("mark") == "西"
    assert not committee.save_button.isEnabled()
    assert "管理员" in committee.save_button.toolTip()
    assert not show(PhrasesForm(other, None)).save_button.isEnabled()


@pytest.mark.parametrize("zoom", [100, 150])
def test_no_letter_is_taken_twice(desk, services, show, theme, zoom):
    theme.set_zoom(zoom)
    services.cases.save_hall(HALL)
    forms = [
        CommitteeForm(desk, None),
        PhrasesForm(desk, None),
        PhraseForm(desk, None, None),
        MemberForm(desk, None, None),
        HelperForm(desk, None, None),
        GroupForm(desk, None, [], None),
    ]
    for form in forms:
        show(form)
        assert letters(form)
        assert not taken_twice(form)
