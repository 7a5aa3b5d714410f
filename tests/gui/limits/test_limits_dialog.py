"""The list of time limits and its form: what holds, another figure from a day on, own matters."""

from dataclasses import replace
from datetime import date

import pytest
from support.mnemonics import taken_twice
from support.roles import as_role
from support.window import opened

from linli.domain.accounts import Role
from linli.domain.limits import Area, Basis
from linli.gui.history_dialog import HistoryDialog
from linli.gui.limits.dialog import LimitsDialog
from linli.gui.limits.form import LimitForm


@pytest.fixture
def dialog(desk, show):
    return show(LimitsDialog(desk))


def row_of(dialog, title):
    """Return the line of a matter."""
    return next(row for row, item in enumerate(dialog.items) if item.facts.title == title)


def cell(dialog, title, column):
    return dialog.table.item(row_of(dialog, title), column).text()


def open_form(dialog, title):
    """Open the form of a matter."""
    dialog.select([row_of(dialog, title)])
    dialog.open_button.click()
    return opened(LimitForm)


def test_what_comes_along_is_listed_with_its_basis_and_source(dialog):
    assert cell(dialog, "共同申请司法确认", 1) == "30 日"
    assert cell(dialog, "共同申请司法确认", 2) == "法定"
    assert "第三十三条" in cell(dialog, "共同申请司法确认", 3)
    assert cell(dialog, "受理决定", 1) == "未设"
    assert cell(dialog, "受理决定", 2) == "本单位约定"
    assert cell(dialog, "受理决定", 4) == "程序自带"
    assert cell(dialog, "受理决定", 7) == "只作告知"
    assert cell(dialog, "建议答复", 7) == "提前 3 个工作日"
    assert not taken_twice(dialog)


def test_another_figure_is_a_version_from_its_day_on(dialog, desk):
    form = open_form(dialog, "建议答复")
    assert not form.form.editor("title").isEnabled()
    assert form.form.value("valid_from") == desk.services.context.clock().date()
    form.form.editor("amount").set_value(7)
    form.form.editor("valid_from").set_value(date(2026, 7, 1))
    form.accept()
    assert cell(dialog, "建议答复", 1) == "7 个工作日"
    assert cell(dialog, "建议答复", 4) == "2026-07-01 起"
    dialog.shown.set_value(1)
    titles = [item.facts.title for item in dialog.items]
    assert titles.count("建议答复") == 2


def test_the_same_day_changes_the_version_itself(dialog, desk):
    open_form(dialog, "建议答复").accept()
    form = open_form(dialog, "建议答复")
    form.form.editor("amount").set_value(9)
    form.accept()
    versions = desk.services.limits.limits().versions("suggestion.answer")
    assert [each.facts.amount for each in versions] == [9, 15]


def test_an_own_matter_is_added_and_removed(dialog, ask, qtbot):
    dialog.new_button.click()
    form = opened(LimitForm)
    assert not taken_twice(form)
    form.form.editor("title").set_value("证明开具")
    form.form.editor("amount").set_value(3)
    form.accept()
    assert cell(dialog, "证明开具", 1) == "3 个工作日"
    dialog.select([row_of(dialog, "证明开具")])
    ask.expect("confirm", True)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: "证明开具" not in [item.facts.title for item in dialog.items])


def test_the_form_says_when_what_starts_today_would_be_due(dialog):
    form = open_form(dialog, "建议答复")
    assert form.form.field("amount").hint == "今天开始的，最后一天是 2026年12月14日 周一"
    form.form.editor("amount").set_value(2)
    assert form.form.field("amount").hint == "今天开始的，最后一天是 2026年11月25日 周三"
    form.form.editor("amount").set_value(None)
    assert form.form.field("amount").hint == "还没有定的留空，就不计时"
    form.form.modified = False
    form.reject()


def test_events_follow_the_area(dialog):
    dialog.new_button.click()
    form = opened(LimitForm)
    form.form.editor("area").set_value(Area.MEDIATION)
    form.form.editor("start").set_value("accepted")
    assert form.form.value("start") == "accepted"
    form.form.editor("area").set_value(Area.SUGGESTION)
    assert form.form.value("start") == "received"
    form.form.modified = False
    form.reject()


def test_what_no_law_names_offers_no_law(dialog):
    form = open_form(dialog, "受理决定")
    form.form.editor("basis").set_value(Basis.LAW)
    assert form.form.value("basis") is Basis.OWN
    form.form.modified = False
    form.reject()


def test_a_refusal_stands_beside_its_field(dialog):
    form = open_form(dialog, "共同申请司法确认")
    form.form.editor("amount").set_value(60)
    form.accept()
    assert "依据还是原来的" in form.form.field("source").error
    form.form.modified = False
    form.reject()


def test_only_what_the_hall_entered_can_be_removed_and_has_a_history(dialog):
    dialog.select([row_of(dialog, "建议答复")])
    assert not dialog.remove_button.isEnabled()
    assert not dialog.changes_button.isEnabled()
    open_form(dialog, "建议答复").accept()
    dialog.select([row_of(dialog, "建议答复")])
    assert dialog.remove_button.isEnabled()
    dialog.changes_button.click()
    history = opened(HistoryDialog)
    assert history.heading.text() == "建议答复的历史"
    history.reject()


def test_an_area_narrows_the_list(dialog):
    dialog.area.set_value(Area.PETITION)
    assert {item.facts.area for item in dialog.items} == {Area.PETITION}


def test_who_may_not_change_rules_only_reads(desk, services, show):
    mediator = replace(desk, services=as_role(services, Role.MEDIATOR))
    dialog = show(LimitsDialog(mediator))
    dialog.select([0])
    assert not dialog.open_button.isEnabled()
    assert not dialog.new_button.isEnabled()
    dialog.open_form(dialog.items[0])
    assert dialog.findChild(LimitForm) is None


def test_the_list_is_printed_across(dialog, desk):
    register = dialog.register(revealed=False)
    assert register.title == "办理期限一览表"
    assert desk.services.registers.pdf(register, across=True).startswith(b"%PDF")
