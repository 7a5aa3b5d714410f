from datetime import date

import pytest
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.consents import Answer, ConsentDraft, ConsentFilter, ConsentState
from linli.gui.privacy.consent_forms import ConsentForm, NoticeFactsForm, WithdrawForm
from linli.gui.privacy.consent_words import consent_facts
from linli.gui.privacy.consents import ConsentsDialog

TODAY = date(2026, 11, 23)


@pytest.fixture
def dialog(desk, cast, show):
    return show(ConsentsDialog(desk))


def test_at_first_those_without_a_notice_are_listed(dialog):
    assert column(dialog.table) == ["买买提·艾力", "李秀英", "张建国", "赵小军"]
    assert dialog.summary.text() == "在住 4 人：已签 0，没有签 4，拒绝 0，撤回 0。"
    assert not dialog.withdraw_button.isEnabled()
    assert not dialog.remove_button.isEnabled()


def test_two_sign_at_once(dialog, services, cast, qtbot):
    dialog.select([1, 2])
    dialog.sign_button.click()
    form = opened(ConsentForm)
    form.form.editor("separate").boxes["health"].setChecked(True)
    form.accept()
    wait_for(qtbot, dialog.table, ["买买提·艾力", "赵小军"])
    (consent,) = services.consents.of_resident(cast.wife)
    assert consent.facts.separate == ("health",)
    assert services.history.state().undo.action == "个人信息告知书：登记 2 份"


def test_a_guardian_without_a_name_is_refused_beside_the_field(dialog):
    dialog.select([0])
    dialog.sign_button.click()
    form = opened(ConsentForm)
    form.form.editor("answer").set_value(Answer.GUARDIAN)
    form.accept()
    assert "没有填写监护人" in form.form.field("guardian").error
    form.form.modified = False
    form.reject()


def test_a_withdrawal_moves_to_its_own_list(dialog, services, cast, qtbot):
    services.consents.add([ConsentDraft(resident_id=cast.head, day=TODAY)])
    dialog.shown.set_value(ConsentFilter(state=ConsentState.GIVEN))
    assert column(dialog.table) == ["张建国"]
    dialog.withdraw_button.click()
    form = opened(WithdrawForm)
    form.form.editor("reason").setText("搬家了")
    form.accept()
    wait_for(qtbot, dialog.table, [])
    dialog.shown.set_value(ConsentFilter(state=ConsentState.WITHDRAWN))
    assert row(dialog.table, 0)[3] == "已撤回"
    assert row(dialog.table, 0)[8] == "2026-11-23 撤回；搬家了"


def test_notices_are_printed_for_the_selected_and_blank(dialog, papers, qtbot):
    dialog.select([0, 1])
    dialog.print_button.click()
    qtbot.waitUntil(lambda: len(papers) == 1, timeout=5000)
    dialog.blank_button.click()
    qtbot.waitUntil(lambda: len(papers) == 2, timeout=5000)
    assert papers == [(b"%PDF-", "个人信息告知书")] * 2


def test_the_hall_words_its_own_notice(dialog, services):
    dialog.facts_button.click()
    form = opened(NoticeFactsForm)
    form.form.editor("days").setText("99")
    form.accept()
    assert "1 到 60 个工作日" in form.form.field("days").error
    form.form.editor("days").setText("10")
    form.form.editor("purposes").setPlainText("")
    form.accept()
    facts = services.consents.notice_facts()
    assert facts.days == 10
    assert facts.purposes.startswith("居民和住所登记")


def test_the_pane_says_where_a_person_stands(services, cast):
    assert consent_facts([]) == [("告知书", "还没有签")]
    services.consents.add([ConsentDraft(resident_id=cast.head, day=TODAY)])
    assert consent_facts(services.consents.of_resident(cast.head)) == [
        ("告知书", "已签 · 2026-11-23")
    ]
