"""The dialogs of information slips and allowances, by keyboard."""

from datetime import date

import pytest
from support.mnemonics import letters, taken_twice
from support.tables import column, row
from support.teams import informants
from support.window import opened

from linli.domain.allowances import AllowanceRules, PartRule
from linli.domain.reports import ReportDraft, ReportFilter, ReportRules, ReportState
from linli.gui.history_dialog import HistoryDialog
from linli.gui.reports.allowance import AllowanceDialog, AmountForm, ChangeForm, open_allowances
from linli.gui.reports.dialog import ReportsDialog, open_report, open_reports
from linli.gui.reports.forms import ReportForm, RulesForm, StepForm, VoidForm
from linli.gui.reports.sums import SumsDialog

TODAY = date(2026, 11, 23)


@pytest.fixture
def team(services):
    return informants(services, 4)


@pytest.fixture
def sheets(monkeypatch):
    """What was handed to the print dialog: (bytes, title)."""
    shown = []

    def note(_desk, content, title, _parent):
        shown.append((content, title))

    for module in ("registers.frame", "reports.dialog"):
        monkeypatch.setattr(f"linli.gui.{module}.open_print_dialog", note)
    return shown


@pytest.fixture
def dialog(desk, team, show):
    return show(ReportsDialog(desk))


def add(services, **facts):
    shape = {"day": TODAY, "informant": "张伟", "kind_code": "01", "content": "路灯不亮"}
    return services.reports.add(ReportDraft(**(shape | facts)))[0]


def test_slips_are_entered_one_after_the_other_by_keyboard(dialog, services, qtbot):
    member = services.reports.informants()[0]
    dialog.new_button.click()
    form = opened(ReportForm)
    form.form.editor("informant").setText(member.facts.name)
    qtbot.keyClicks(form.form.editor("kind_code"), "1")
    form.form.editor("content").setPlainText("3号楼路灯不亮")
    form.next_button.click()
    again = opened(ReportForm)
    assert again is not form
    assert again.form.value("informant") == (member.id, member.facts.name)
    qtbot.waitUntil(lambda: again.focusWidget() is not None)
    assert again.form.editor("kind_code").isAncestorOf(again.focusWidget()) or (
        again.focusWidget() is again.form.editor("kind_code")
    )
    again.form.editor("kind_code").setEditText("卫生")
    again.form.editor("content").setPlainText("垃圾没有清运")
    again.accept()
    assert column(dialog.table) == ["2026-0002", "2026-0001"]
    assert [item.facts.kind_code for item in dialog.items] == ["05", "01"]
    assert {item.facts.member_id for item in dialog.items} == {member.id}


def test_informant_is_known_by_initials(desk, team, show, services, qtbot):
    form = show(ReportForm(desk, None, None))
    editor = form.form.editor("informant")
    member = services.reports.informants()[1]
    editor.setText(editor._letters[member.id][0])
    assert form.form.value("informant") == (member.id, member.facts.name)
    editor.setText("zzz")
    form.accept()
    assert "没有对上" in form.form.field("informant").error
    editor.setText("过路人")
    assert form.form.value("informant") == (None, "过路人")


def test_slip_is_handled_step_by_step_and_printed(dialog, services, sheets, qtbot):
    number = add(services)
    dialog.read()
    dialog.step_button.click()
    form = opened(StepForm)
    form.form.editor("to").set_value(ReportState.ANSWERED)
    form.accept()
    assert "跳过了" in form.form.field("why_skipped").error
    form.form.editor("why_skipped").setText("就地解决")
    form.form.editor("text").setPlainText("已修好")
    form.accept()
    assert services.reports.get(number).state is ReportState.ANSWERED
    dialog.read()
    dialog.feedback_button.click()
    dialog.slip_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 2)
    assert {title for _, title in sheets} == {"信息反馈单 2026-0001", "信息报送单 2026-0001"}


def test_overdue_is_marked_after_the_halls_days(dialog, services):
    add(services, day=date(2026, 11, 10))
    dialog.read()
    assert row(dialog.table, 0)[6] == "登记，超 6 天"
    assert "超过时限的有 1 条" in dialog.summary.text()
    dialog.rules_button.click()
    form = opened(RulesForm)
    form.form.editor("normal").setText("20")
    form.accept()
    assert row(dialog.table, 0)[6] == "登记"
    dialog.shown.set_value("overdue")
    assert dialog.items == []


def test_voided_slip_keeps_its_number(dialog, services):
    add(services)
    dialog.read()
    dialog.void_button.click()
    form = opened(VoidForm)
    form.accept()
    assert form.form.field("reason").error
    form.form.editor("reason").setText("重复登记")
    form.accept()
    assert dialog.items == []
    dialog.shown.set_value("voided")
    assert row(dialog.table, 0)[6] == "作废"
    assert not dialog.step_button.isEnabled()


def test_list_is_narrowed_and_printed(dialog, services, sheets, qtbot):
    add(services)
    add(services, content="邻里争吵", kind_code="03")
    dialog.read()
    dialog.find_line.setText("争吵")
    assert column(dialog.table) == ["2026-0002"]
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert sheets[0][1] == "信息报送清单（没有办结的）"
    assert services.reports.count(ReportFilter()) == 2


def test_slip_opens_from_the_jump_list(desk, main_window, services):
    open_report(desk, add(services), main_window)
    form = opened(ReportForm)
    assert form.windowTitle() == "信息 2026-0001"
    form.reject()


def test_sums_of_a_month_are_shown(desk, team, show, services, sheets, qtbot):
    add(services)
    dialog = show(SumsDialog(desk))
    assert row(dialog.table, 4) == ["张伟", "1", "", "", "", "", "1"]
    assert dialog.summary.text().endswith("没有报送的 4 人。")
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)


def test_allowance_is_changed_and_closed(desk, team, show, services, ask, sheets, qtbot):
    dialog = show(AllowanceDialog(desk, services.teams.list_all()))
    assert dialog.summary.text().startswith("4 人，合计 400 元（肆佰元整）。")
    dialog.change_button.click()
    form = opened(ChangeForm)
    form.form.editor("minus").setChecked(True)
    form.form.editor("amount").setText("20")
    form.form.editor("reason").setText("全月无报送")
    form.accept()
    assert row(dialog.table, 0)[6:] == ["20", "80", "全月无报送"]
    ask.expect("choose", 0)
    dialog.undo_button.click()
    qtbot.waitUntil(lambda: row(dialog.table, 0)[7] == "100")
    dialog.amount_button.click()
    amount = opened(AmountForm)
    amount.form.editor("amount").setText("120.50")
    amount.accept()
    assert "合计 482 元" in dialog.summary.text()
    ask.expect("confirm", True)
    dialog.close_month_button.click()
    qtbot.waitUntil(lambda: not dialog.close_month_button.isEnabled())
    assert "不再变动" in dialog.summary.text()
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert sheets[0][1] == "信息员队伍补助表"


def test_allowance_without_informants_says_what_to_do(desk, main_window, ask):
    ask.expect("tell", None)
    open_allowances(desk, main_window)


def test_dialog_is_freed_when_closed(desk, main_window, assert_freed):
    open_reports(desk, main_window)
    dialog = opened(ReportsDialog)
    dialog.reject()
    assert_freed(dialog)


def test_rules_of_the_hall_tell_their_history_in_words(desk, services, show):
    services.allowances.save_rules(AllowanceRules(amount=120_50, part_rule=PartRule.WHOLE))
    services.reports.save_rules(ReportRules())
    said = {}
    for make in (AmountForm(desk, None, None), RulesForm(desk, None)):
        form = show(make)
        (button,) = [b for b in form.buttons.buttons() if b.text() == "历史"]
        button.click()
        history = opened(HistoryDialog)
        said |= dict(zip(column(history.table, 1), column(history.table, 3), strict=True))
        history.reject()
    assert said["信息员补助标准 每人每月（元）"] == "120.50"
    assert said["信息员补助标准 不满一月"] == "在岗一天即发整月"
    assert said["信息办理时限 紧急（天）"] == "3"


MAKE = {
    "slips": lambda desk, _: ReportsDialog(desk),
    "sums": lambda desk, _: SumsDialog(desk),
    "allowance": lambda desk, services: AllowanceDialog(desk, services.teams.list_all()),
    "new slip": lambda desk, _: ReportForm(desk, None, None),
    "step": lambda desk, services: StepForm(desk, services.reports.list_all()[0], None),
    "rules": lambda desk, _: RulesForm(desk, None),
    "amount": lambda desk, _: AmountForm(desk, None, None),
}


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("name", MAKE)
def test_no_letter_is_taken_twice(desk, team, show, services, name, zoom, theme):
    add(services)
    theme.set_zoom(zoom)
    dialog = show(MAKE[name](desk, services))
    assert letters(dialog)
    assert not taken_twice(dialog)
