from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from support.cases import AGREEMENT, DRAFT, accepted, agreed, meet, register, take
from support.mnemonics import letters, taken_twice
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.case_flow import STEP, Step
from linli.domain.case_step_rules import refusal_of
from linli.domain.cases import Level, Party, Side
from linli.domain.residents import ResidentDraft
from linli.gui.case_papers.dialog import CasePapersDialog
from linli.gui.history_dialog import HistoryDialog
from linli.gui.mediation.agreement_form import AgreementDialog
from linli.gui.mediation.case_form import CaseForm
from linli.gui.mediation.help import MediationHelp
from linli.gui.mediation.page import CaseDialog, WhyNotDialog, open_case
from linli.gui.mediation.record_forms import MeetingForm
from linli.gui.mediation.step_forms import StepForm
from linli.gui.resident_form import ResidentForm
from linli.gui.residents.detail import DetailPane


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def opened(kind, parent):
    (dialog,) = [each for each in parent.findChildren(kind) if each.isVisible()]
    return dialog


def close(dialog):
    if hasattr(dialog, "form"):
        dialog.form.modified = False
    dialog.reject()


@pytest.fixture
def page(desk, services, show):
    """The page of a case with a written agreement."""
    return show(CaseDialog(desk, agreed(services), None))


def test_the_page_says_what_is_known(page):
    said = texts(page)
    assert DRAFT.title in said
    for words in (
        "申请人 阿依古丽·买买提",
        "被申请人 西河安居物业服务有限公司（单位）",
        "钱大成 经理",
        "物业",
        "12,000 元",
        "书面协议",
        "赔偿装修损失 · 8,000 元 · 2026-09-30 以前 · ○ 未履行",
    ):
        assert any(words in each for each in said), words


def test_numbers_are_masked(page):
    assert not any("13900001111" in each for each in texts(page))
    assert any("139" in each and "*" in each for each in texts(page))


def test_exactly_the_possible_steps_have_buttons(page):
    wanted = {step for step in Step if refusal_of(page.case, step) is None}
    assert set(page.step_buttons) == wanted
    assert Step.APPLY_COURT in wanted
    assert not {Step.COURT_RULED, Step.COMPLETE} & wanted  # not applied, duties undone
    first = next(iter(page.step_buttons))
    assert page.step_buttons[first].property("primary")


def test_each_other_step_says_why_not(page):
    page.why_button.click()
    dialog = opened(WhyNotDialog, page)
    table = dialog.table
    rows = range(table.rowCount())
    lines = {table.item(row, 0).text(): table.item(row, 1).text() for row in rows}
    others = set(Step) - set(page.step_buttons) - {Step.REGISTER}
    assert set(lines) == {STEP[step] for step in others}
    assert lines["受理"].startswith("这件案子现在是「达成书面协议」")
    assert lines["法院裁定"] == "还没有申请司法确认，不能登记法院裁定。请先办理「申请司法确认」。"
    assert "还有 2 项没有履行" in lines["全部履行"]
    close(dialog)


def test_a_step_taken_is_on_the_time_line_and_changes_the_buttons(page, desk):
    page.step_buttons[Step.BREACH].click()
    form = opened(StepForm, page)
    form.form.load(day=date(2026, 10, 1), reason="到期没有付款")
    form.accept()
    assert Step.MEET in page.step_buttons
    assert any("原因：到期没有付款" in each for each in texts(page.time_line))


def test_the_time_line_opens_what_was_written_down(page):
    buttons = page.time_line.findChildren(QPushButton)
    by_name = {button.accessibleName(): button for button in buttons}
    by_name["打开“调解”的记录"].click()
    form = opened(MeetingForm, page)
    assert form.form.value("result") == "约定再谈。"
    close(form)
    by_name["打开“达成书面协议”的记录"].click()
    form = opened(AgreementDialog, page)
    assert form.form.value("terms") == AGREEMENT.terms
    close(form)


def test_who_mediates_too_near_is_warned_of(desk, services, show):
    near = replace(DRAFT, parties=(replace(DRAFT.parties[0], name="王芳"), *DRAFT.parties[1:]))
    page = show(CaseDialog(desk, register(services, near), None))
    assert page.conflicts.isVisible()
    assert any("和当事人「王芳」同名" in each for each in texts(page.conflicts))
    plain = show(CaseDialog(desk, register(services), None))
    assert not plain.conflicts.isVisible()


def test_a_case_that_is_away_says_where_it_is(desk, services, show):
    case = meet(services, accepted(services), date(2026, 8, 10))
    case = take(
        services,
        case,
        Step.HAND_UP,
        date(2026, 8, 12),
        reason="调解不成",
        level=Level.STREET,
        unit="西河街道调解中心",
    )
    page = show(CaseDialog(desk, case, None))
    assert "已上交 西河街道调解中心" in page.summary.text()
    assert next(iter(page.step_buttons)) is Step.HAND_BACK
    assert Step.AGREE_WRITTEN not in page.step_buttons


def test_a_party_who_lives_here_leads_to_the_person(desk, services, show):
    number, _ = services.residents.add(ResidentDraft(name="张三"))
    party = Party(side=Side.APPLICANT, name="张三", resident_id=number)
    case = register(services, replace(DRAFT, parties=(party, DRAFT.parties[2])))
    page = show(CaseDialog(desk, case, None))
    buttons = page.findChildren(QPushButton)
    (button,) = [each for each in buttons if each.accessibleName() == "张三的居民资料"]
    button.click()
    close(opened(ResidentForm, page))


def test_registration_law_and_history_are_one_click_away(page):
    page.edit_button.click()
    close(opened(CaseForm, page))
    page.help_button.click()
    help_dialog = opened(MediationHelp, page)
    assert any("选择或者接受人民调解员" in each for each in texts(help_dialog))
    close(help_dialog)
    history = next(b for b in page.action_buttons if b.text() == "历史")
    history.click()
    close(opened(HistoryDialog, page))


def test_a_case_whose_registration_is_undone_closes_its_page(desk, services, show, assert_freed):
    page = show(CaseDialog(desk, register(services), None))
    services.history.undo()
    desk.bus.publish_all()
    assert_freed(page)


def test_a_case_that_is_gone_is_said(desk, ask, main_window):
    ask.expect("warn")
    open_case(desk, 4711, main_window)
    assert "已经不在台账里" in ask.last


@pytest.mark.parametrize("zoom", [100, 150])
def test_no_letter_is_taken_twice(page, theme, zoom):
    theme.set_zoom(zoom)
    assert letters(page)
    assert not taken_twice(page)


def test_the_page_is_freed(desk, services, show, assert_freed):
    page = show(CaseDialog(desk, agreed(services), None))
    page.reject()
    assert_freed(page)


def test_the_documents_of_the_case_are_one_click_away(page):
    page.papers_button.click()
    close(opened(CasePapersDialog, page))


def test_the_pane_of_a_resident_names_the_cases_and_leads_there(desk, services, main_window):
    number, _ = services.residents.add(ResidentDraft(name="张三"))
    party = Party(side=Side.APPLICANT, name="张三", resident_id=number)
    register(services, replace(DRAFT, parties=(party, DRAFT.parties[2])))
    pane = main_window.tabs[0].detail
    pane.show_resident(number)
    assert "矛盾纠纷 1 件" in texts(pane)
    (link,) = [b for b in pane.findChildren(QPushButton) if b.text().startswith(DRAFT.title)]
    assert link.text().endswith("已登记")
    link.click()
    close(opened(CaseDialog, pane))


def test_who_may_not_mediate_sees_no_cases_of_a_resident(desk, services, qtbot):
    number, _ = services.residents.add(ResidentDraft(name="张三"))
    party = Party(side=Side.APPLICANT, name="张三", resident_id=number)
    register(services, replace(DRAFT, parties=(party, DRAFT.parties[2])))
    pane = DetailPane(replace(desk, services=as_role(services, Role.READER)))
    qtbot.addWidget(pane)
    pane.show_resident(number)
    assert not any("矛盾纠纷" in each for each in texts(pane))
