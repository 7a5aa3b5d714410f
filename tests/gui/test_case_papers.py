"""The window of a case's documents: the list, the form with its live paper, issuing, the list."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from support.cards import page_texts
from support.cases import AGREEMENT, agreed
from support.mnemonics import taken_twice

from linli.domain.case_paper_rules import Need
from linli.domain.case_papers import PaperKind, PaperRef, texts_of
from linli.gui.case_papers.dialog import CasePapersDialog, VersionsDialog, open_case_papers
from linli.gui.case_papers.form import PaperForm
from linli.gui.case_papers.setup_form import PaperSetupForm
from linli.gui.case_papers.table_input import TableInput
from linli.gui.drafts.reopening import open_again, read
from linli.gui.history_dialog import HistoryDialog
from linli.gui.mediation.page import CaseDialog
from linli.gui.print_dialog import PrintDialog

PACT = PaperRef(kind=PaperKind.AGREEMENT)
MEETING = PaperKind.MEETING


@pytest.fixture
def case(services):
    """A case whose parties have agreed."""
    return agreed(services)


@pytest.fixture
def window(qtbot):
    """What the dialogs are opened over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def listed(desk, show, window, case):
    """The list of the case's documents, shown."""
    return show(CasePapersDialog(desk, case.id, case.facts.title, window))


@pytest.fixture
def form(desk, show, window, case, qtbot):
    """Show the form of a document, drawn."""

    def make(ref=PACT):
        dialog = show(PaperForm(desk, case.id, ref, window))
        qtbot.waitUntil(lambda: dialog.live.settled, timeout=10_000)
        return dialog

    return make


def select(dialog, kind):
    (row, *_) = [n for n, line in enumerate(dialog.items) if line.wanted.ref.kind is kind]
    dialog.select([row])
    return dialog.items[row]


def cells(dialog, kind):
    return dialog.line(select(dialog, kind))


def printing(qtbot):
    """Return the print dialog that is open, once it is, closed again."""

    def found():
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, PrintDialog)]

    qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
    dialog = found()[0]
    dialog.reject()
    return dialog


def draft(services, case, **texts):
    said = services.case_papers.open(case.id, PACT)
    services.case_papers.save_draft(case.id, PACT, texts_of(said.paper) | texts, said.bases)


def test_the_list_says_what_is_there_and_what_is_missing(listed):
    assert cells(listed, PaperKind.AGREEMENT)[2:4] == ("必须", "没有")
    assert cells(listed, PaperKind.IDENTITY)[3] == "附件"
    assert "人民调解申请书" in listed.summary.text()
    assert "卷宗封面" not in listed.summary.text()
    assert cells(listed, PaperKind.COVER)[3] == "装订时生成"
    assert cells(listed, PaperKind.REMARKS)[5] == ""


def test_a_draft_says_what_it_lacks(listed, services, case):
    draft(services, case, terms="")
    listed.read()
    assert cells(listed, PaperKind.AGREEMENT)[5] == "还缺：协议内容"


def test_keys_and_buttons_have_letters_of_their_own(listed, form):
    assert taken_twice(listed) == {}
    assert taken_twice(form()) == {}


def test_only_what_can_be_done_is_offered(listed):
    select(listed, PaperKind.IDENTITY)
    assert not listed.open_button.isEnabled()
    assert not listed.print_button.isEnabled()
    select(listed, PaperKind.AGREEMENT)
    assert listed.open_button.isEnabled()
    assert not listed.versions_button.isEnabled()
    assert not listed.discard_button.isEnabled()


def test_the_paper_follows_what_is_typed(form, qtbot):
    dialog = form()
    dialog.form.editor("terms").set_value("另行商定修复日期。")
    qtbot.waitUntil(lambda: dialog.live.settled, timeout=10_000)
    assert "另行商定修复日期" in "".join(page_texts(dialog.live.content))


def test_a_draft_is_saved_and_shown_in_the_list(listed, form, services, case, qtbot):
    dialog = form()
    dialog.form.editor("terms").set_value("另行商定修复日期。")
    dialog.saved.connect(listed.desk.bus.publish)
    dialog.accept()
    assert cells(listed, PaperKind.AGREEMENT)[3] == "草稿"
    assert texts_of(services.case_papers.open(case.id, PACT).paper)["terms"].startswith("另行")


def test_a_draft_is_discarded_after_a_question(listed, services, case, ask, qtbot):
    draft(services, case, terms="不要了。")
    listed.read()
    select(listed, PaperKind.AGREEMENT)
    ask.expect("confirm", True)
    listed.discard_button.click()
    qtbot.waitUntil(lambda: services.case_papers.open(case.id, PACT).draft is None)


def test_issuing_freezes_the_paper_and_offers_to_print(form, ask, services, case, qtbot):
    dialog = form()
    ask.expect("confirm", True)
    dialog.issue_button.click()
    assert len(services.case_papers.versions(case.id, PACT)) == 1
    printing(qtbot)


def test_what_is_missing_is_said_beside_its_field(form, ask, services, case):
    dialog = form()
    dialog.form.editor("terms").set_value("")
    ask.expect("confirm", True)
    dialog.issue_button.click()
    assert "协议内容" in dialog.form.field("terms").error
    assert services.case_papers.versions(case.id, PACT) == []


def test_a_correction_asks_why(form, ask, services, case, qtbot):
    said = services.case_papers.open(case.id, PACT)
    services.case_papers.issue(case.id, PACT, texts_of(said.paper), said.bases)
    dialog = form()
    ask.expect("text", "日期写错")
    dialog.issue_button.click()
    assert [each.reason for each in services.case_papers.versions(case.id, PACT)] == [
        "日期写错",
        "",
    ]
    printing(qtbot)


def test_versions_are_printed_as_they_were(desk, show, window, services, case, qtbot):
    said = services.case_papers.open(case.id, PACT)
    services.case_papers.issue(case.id, PACT, texts_of(said.paper), said.bases)
    dialog = show(VersionsDialog(desk, case.id, PACT, "人民调解协议书", window))
    assert dialog.table.rowCount() == 1
    dialog.print_button.click()
    printing(qtbot)


def test_selected_documents_are_printed(listed, qtbot):
    select(listed, PaperKind.COVER)
    listed.print_button.click()
    printing(qtbot)


@pytest.mark.parametrize("take", [True, False])
def test_what_changed_in_the_case_is_taken_over_or_not(form, services, case, take):
    draft(services, case)
    services.cases.save_agreement(
        case.id, replace(AGREEMENT, facts="楼顶漏水。"), version=case.version
    )
    dialog = form()
    assert not dialog.changed_band.isHidden()
    (dialog.take_button if take else dialog.keep_button).click()
    assert (dialog.form.value("facts") == "楼顶漏水。") is take
    dialog.accept()
    assert services.case_papers.open(case.id, PACT).changed == ()


def test_nothing_is_told_where_nothing_changed(form):
    assert form().changed_band.isHidden()


def test_a_phrase_of_the_hall_can_be_put_in(form):
    assert form().form.editor("terms").button.menu().actions()


def test_a_printed_draft_is_saved_first(form, services, case, qtbot):
    dialog = form()
    dialog.form.editor("terms").set_value("先修后赔。")
    dialog.print_button.click()
    assert services.case_papers.open(case.id, PACT).draft is not None
    printing(qtbot)


def test_what_was_typed_outlives_a_crash(desk, form, services, window, qtbot):
    dialog = form()
    dialog.form.editor("terms").set_value("还没有保存的话。")
    dialog.keeper.keep_now()
    (kept,) = services.drafts.list_all()
    again = open_again(kept, read(kept), desk, window)
    assert again.form.value("terms") == "还没有保存的话。"
    again.form.modified = False
    again.reject()


def test_rows_of_a_table_are_typed_in_cells(qtbot):
    table = TableInput(("序号", "名称"))
    qtbot.addWidget(table)
    table.add_button.click()
    table.table.item(0, 1).setText("照片")
    assert table.value() == "1｜照片"
    table.table.item(0, 1).setText("照｜片")
    assert table.problem()
    table.table.setCurrentCell(0, 0)
    table.remove_button.click()
    assert table.value() is None
    table.set_value("1｜收据\n2｜欠条")
    assert table.typed() == "1｜收据\n2｜欠条"


def test_the_halls_list_is_ordered_and_kept(desk, show, window, services):
    dialog = show(PaperSetupForm(desk, window))
    rules = dialog.form.editor("rules")
    rules.table.setCurrentCell(3, 0)
    rules.down_button.click()
    rules.choose(2, Need.MAY)
    dialog.form.editor("court").set_value("某某县人民法院")
    dialog.accept()
    setup = services.case_papers.setup()
    assert setup.court == "某某县人民法院"
    assert [rule.kind for rule in setup.rules][3:5] == [PaperKind.RIGHTS, PaperKind.INTAKE]
    assert setup.rules[2].need is Need.MAY


def test_the_halls_list_is_left_with_tab_and_answered_with_enter(desk, show, window, qtbot):
    dialog = show(PaperSetupForm(desk, window))
    rules = dialog.form.editor("rules")
    rules.table.setFocus()
    qtbot.keyClick(rules.table, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is rules.up_button
    rules.table.setFocus()
    rules.table.setCurrentCell(4, 0)
    qtbot.keyClick(rules.table, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget() is rules.table.cellWidget(4, 1)


def test_a_table_of_a_paper_is_left_with_tab(qtbot):
    table = TableInput(("序号", "名称"))
    qtbot.addWidget(table)
    table.show()
    table.set_value("1｜收据\n2｜欠条")
    table.table.setFocus()
    qtbot.keyClick(table.table, Qt.Key.Key_Tab)
    assert table.focusWidget() is table.add_button
    table.table.setFocus()
    table.table.setCurrentCell(0, 1)
    qtbot.keyClick(table.table, Qt.Key.Key_Return)
    assert table.table.state() is QAbstractItemView.State.EditingState


def test_with_very_large_type_the_form_of_a_paper_has_the_room_alone(
    desk, show, window, services, case, theme
):
    theme.set_zoom(200)
    form = show(PaperForm(desk, case.id, PaperRef(kind=PaperKind.AGREEMENT), window))
    assert not form.live.isVisible()
    assert form.form.editor(form.form.names()[0]).isVisible()


def test_a_wrong_list_is_refused_and_can_be_reset(desk, show, window):
    dialog = show(PaperSetupForm(desk, window))
    rules = dialog.form.editor("rules")
    rules.table.setCurrentCell(0, 0)
    rules.down_button.click()
    dialog.accept()
    assert "排在最前" in dialog.form.field("rules").error
    rules.reset_button.click()
    dialog.accept()
    assert not dialog.isVisible()


def test_the_history_of_a_document_is_one_click_away(listed, services, case):
    draft(services, case)
    listed.read()
    select(listed, PaperKind.AGREEMENT)
    assert listed.changes_button.isEnabled()
    listed.changes_button.click()
    (dialog,) = listed.findChildren(HistoryDialog)
    assert dialog.isVisible()
    dialog.reject()
    select(listed, PaperKind.COVER)
    assert not listed.changes_button.isEnabled()


def test_the_page_of_a_case_leads_to_its_documents(desk, show, window, case):
    page = show(CaseDialog(desk, case, window))
    page.papers_button.click()
    (dialog,) = page.findChildren(CasePapersDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_case_that_is_gone_is_said(desk, window, ask):
    ask.expect("warn")
    open_case_papers(desk, 4711, window)


def test_a_meeting_entered_meanwhile_is_listed(listed, services, case, desk):
    meeting = replace(services.cases.get(case.id).meetings[0], id=None, day=date(2026, 8, 12))
    _, changes = services.cases.add_meeting(case.id, meeting, version=case.version)
    desk.bus.publish(changes)
    assert len([line for line in listed.items if line.wanted.ref.kind is MEETING]) == 2
