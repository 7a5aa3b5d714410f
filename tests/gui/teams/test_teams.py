"""The dialogs of teams, by keyboard: teams, members, shifts, equipment, drills."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.mnemonics import letters, taken_twice
from support.people import make_draft
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.equipment import EquipmentDraft
from linli.domain.patrols import ShiftFilter
from linli.domain.residents import ResidentFilter
from linli.domain.teams import MemberDraft, MemberFilter
from linli.gui.teams.dialog import TeamsDialog, open_team, open_teams
from linli.gui.teams.drills import DrillsDialog
from linli.gui.teams.equipment import EquipmentDialog, IssuesDialog
from linli.gui.teams.equipment_forms import DrillForm, EquipmentForm, IssueForm, ReturnForm
from linli.gui.teams.inputs import SeveralPicker
from linli.gui.teams.member_forms import EndForm, FilterForm, ListForm, MemberForm, ResidentsForm
from linli.gui.teams.members import MembersDialog
from linli.gui.teams.patrol_forms import FillForm, OutcomeForm, ShiftForm
from linli.gui.teams.patrols import PatrolsDialog
from linli.gui.teams.team_form import SourcesForm, TeamForm

DECEMBER = date(2026, 12, 1)


def present(services, team_id):
    found = services.team_members.list_all(MemberFilter(team_id=team_id, on=date(2026, 11, 23)))
    return [member.facts.name for member in found]


@pytest.fixture
def dialog(desk, team_id, show):
    return show(TeamsDialog(desk))


@pytest.fixture
def people(desk, team, show):
    return show(MembersDialog(desk, team))


# ---- teams ----------------------------------------------------------------------------------


def test_team_is_listed_with_its_sum(dialog):
    assert row(dialog.table, 0)[4:7] == ["5", "5", "5，相符"]
    assert dialog.summary.text() == "共 1 支队伍，5 人次。"


def test_team_is_entered_by_keyboard(desk, show, services, qtbot):
    dialog = show(TeamsDialog(desk))
    dialog.new_button.click()
    form = opened(TeamForm)
    form.accept()
    assert form.form.field("name").error
    form.form.editor("kind_code").setEditText("巡逻队")
    form.form.editor("name").setText("治安巡逻队")
    form.form.editor("quotas").setText("社区干部6，党员 29人")
    form.starter_button.click()
    assert "{队长}" in form.form.value("plan_text")
    form.accept()
    (team,) = services.teams.list_all()
    assert [(each.source, each.count) for each in team.facts.quotas] == [
        ("社区干部", 6),
        ("党员", 29),
    ]
    assert row(dialog.table, 0)[6] == "0+0=0，社区干部应有 6 人，现有 0 人，少 6 人。"


def test_quota_that_is_no_figure_is_refused_beside_its_field(desk, show, qtbot):
    form = show(TeamForm(desk, None, None))
    form.form.editor("quotas").setText("党员若干")
    form.accept()
    assert "看不懂" in form.form.field("quotas").error


def test_sources_are_set_in_their_order(desk, dialog, services):
    dialog.sources_button.click()
    form = opened(SourcesForm)
    form.form.editor("sources").setText("民警、低保，居民")
    form.accept()
    assert services.teams.sources() == ["民警", "低保", "居民"]


def test_callout_list_is_printed_in_full_for_a_reason(dialog, sheets, ask, qtbot):
    ask.expect("choose", 1)
    ask.expect("choose", 0)
    dialog.callout_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert sheets[0][1] == "应急分队集结名单"


def test_plan_is_printed(dialog, services, sheets, qtbot, ask):
    dialog.open_button.click()
    form = opened(TeamForm)
    form.starter_button.click()
    form.accept()
    dialog.plan_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert sheets[0][0].startswith(b"%PDF")


def test_dialog_is_freed_when_closed(desk, main_window, assert_freed):
    open_teams(desk, main_window)
    dialog = opened(TeamsDialog)
    dialog.reject()
    assert_freed(dialog)


# ---- members --------------------------------------------------------------------------------


def test_members_are_listed_leader_first_with_masked_phones(people):
    assert row(people.table, 0)[2] == "队长"
    assert row(people.table, 0)[3] == "139****0000"
    assert people.summary.text() == "5（居民 5）。"


def test_member_is_added_and_a_double_refused(people, services, team_id, qtbot):
    people.new_button.click()
    form = opened(MemberForm)
    form.form.editor("name").line.setText("赵伟")
    form.accept()
    assert "已经在这支队伍里" in form.form.field("name").error
    form.form.editor("name").line.setText("李娜")
    form.form.editor("source").set_value("党员")
    form.accept()
    assert "李娜" in present(services, team_id)


def test_residents_are_chosen_one_after_the_other(people, services, team_id, qtbot):
    for number, name in enumerate(("李秀英", "王建国"), 1):
        services.residents.add(make_draft(name, sequence=number))
    people.residents_button.click()
    form = opened(ResidentsForm)
    form.form.editor("residents").pick_button.click()
    picker = opened(SeveralPicker)
    for name in ("李秀英", "王建国"):
        picker.line.setText(name)
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert not picker.isVisible()
    form.accept()
    assert present(services, team_id)[-2:] == ["李秀英", "王建国"]


def test_pasted_list_joins_and_doubles_are_named(people, services, team_id, ask, qtbot):
    people.list_button.click()
    form = opened(ListForm)
    form.form.editor("text").setPlainText("姓名\t电话\n李娜\t13911110000\n赵伟\t13900000000\n")
    ask.expect("tell", None)
    form.accept()
    assert len(present(services, team_id)) == 6


def test_kept_filter_lets_everybody_join(people, services, team_id):
    services.residents.add(make_draft("李娜", skills=("消防",)))
    services.filters.save("会消防的", ResidentFilter(skills=("消防",)))
    people.filter_button.click()
    form = opened(FilterForm)
    form.accept()
    assert present(services, team_id)[-1] == "李娜"


def test_several_leave_on_a_day(people, services, team_id):
    people.select([3, 4])
    people.end_button.click()
    form = opened(EndForm)
    form.form.editor("until").set_value(date(2026, 11, 22))
    form.accept()
    assert len(present(services, team_id)) == 3
    assert "少 2 人" in people.summary.text()
    people.shown.set_value(False)
    assert len(column(people.table)) == 5


def test_who_moved_away_is_to_leave_the_team(people, services, team_id):
    person = services.residents.add(make_draft("李娜"))[0]
    services.team_members.add(
        MemberDraft(team_id=team_id, name="", source="党员", resident_id=person)
    )
    services.residents.move_out([person], date(2026, 11, 1))
    people.read()
    assert "李娜（已迁出）" in column(people.table)
    assert people.summary.text().endswith("有 1 人已迁出或去世，请办离队。")


def test_team_opens_from_the_jump_list(desk, main_window, team_id):
    open_team(desk, team_id, main_window)
    opened(MembersDialog).reject()


# ---- patrols --------------------------------------------------------------------------------


def test_month_is_filled_by_rule_after_saying_what_comes_of_it(
    desk, team, show, services, ask, sheets, qtbot
):
    dialog = show(PatrolsDialog(desk, team))
    dialog.month.set_value(DECEMBER)
    dialog.fill_button.click()
    form = opened(FillForm)
    form.form.editor("size").setText("6")
    ask.expect("confirm", False)
    form.accept()
    assert "改一改再排" in form.form.field("size").error
    form.form.editor("size").setText("2")
    ask.expect("confirm", True)
    form.accept()
    assert len(dialog.items) == 31
    assert dialog.summary.text() == "共 31 班，62 人次。"
    for button in (dialog.print_list_button, dialog.ticks_button, dialog.turns_button):
        button.click()
    qtbot.waitUntil(lambda: len(sheets) == 3)
    assert sheets[1][1] == "应急分队巡逻签到表（2026年12月）"


def test_shift_is_added_and_its_outcome_entered(desk, team, show, services, qtbot):
    dialog = show(PatrolsDialog(desk, team))
    dialog.new_button.click()
    form = opened(ShiftForm)
    boxes = form.form.editor("member_ids")
    for _ in range(2):
        qtbot.keyClick(boxes, Qt.Key.Key_Space)
        qtbot.keyClick(boxes, Qt.Key.Key_Down)
    form.form.editor("size").setText("3")
    form.accept()
    assert row(dialog.table, 0)[4].endswith("，缺 1 人")
    dialog.enter_button.click()
    outcome = opened(OutcomeForm)
    qtbot.keyClick(outcome.form.editor("present"), Qt.Key.Key_Space)
    outcome.form.editor("incident").setPlainText("路灯不亮")
    outcome.accept()
    assert row(dialog.table, 0)[5:] == ["1/2", "路灯不亮"]
    wanted = ShiftFilter(team_id=team.id)
    assert services.patrols.list_all(wanted)[0].is_entered


# ---- equipment and drills -------------------------------------------------------------------


def test_things_are_given_out_and_come_back(desk, team, show, services, qtbot):
    dialog = show(EquipmentDialog(desk, team))
    dialog.new_button.click()
    form = opened(EquipmentForm)
    form.form.editor("item").setText("头盔")
    form.form.editor("quantity").setText("5")
    form.form.editor("unit").setText("顶")
    form.accept()
    dialog.issue_button.click()
    issue = opened(IssueForm)
    issue.form.editor("members").set_value([team_member.id for team_member in _all(services, team)])
    issue.accept()
    assert row(dialog.table, 0)[:4] == ["头盔", "5", "5", "0"]
    dialog.issues_button.click()
    issues = opened(IssuesDialog)
    issues.select([0, 1])
    issues.return_button.click()
    opened(ReturnForm).accept()
    wait_for(qtbot, issues.table, ["头盔"] * 3, 1)
    assert dialog.summary.text() == "头盔 5 顶（发出 3，库存 2）。"
    issues.reject()


def test_drill_is_recorded(desk, team, show, services):
    dialog = show(DrillsDialog(desk, team))
    dialog.new_button.click()
    form = opened(DrillForm)
    assert form.form.value("expected") == 5
    form.form.editor("topic").setText("消防疏散")
    form.form.editor("called_at").setText("9点")
    form.form.editor("minutes").setText("12")
    form.form.editor("present").setText("4")
    form.accept()
    assert row(dialog.table, 0)[1:7] == ["消防疏散", "", "09:00", "12 分钟", "5", "4"]


def _all(services, team):
    return services.team_members.list_all(MemberFilter(team_id=team.id))


# ---- letters --------------------------------------------------------------------------------

MAKE = {
    "members": MembersDialog,
    "patrols": PatrolsDialog,
    "equipment": EquipmentDialog,
    "issues": IssuesDialog,
    "drills": DrillsDialog,
    "team form": lambda desk, team: TeamForm(desk, team, None),
    "member form": lambda desk, team: MemberForm(desk, team.id, None, None),
    "residents form": lambda desk, team: ResidentsForm(desk, team.id, None),
    "list form": lambda desk, team: ListForm(desk, team.id, None),
    "shift form": lambda desk, team: ShiftForm(desk, team, None, None),
    "fill form": lambda desk, team: FillForm(desk, team, DECEMBER, None),
    "drill form": lambda desk, team: DrillForm(desk, team, None, None),
}


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("name", MAKE)
def test_no_letter_is_taken_twice(desk, team, show, services, name, zoom, theme):
    services.equipment.add(EquipmentDraft(team_id=team.id, item="头盔", quantity=5))
    theme.set_zoom(zoom)
    dialog = show(MAKE[name](desk, team))
    assert letters(dialog)
    assert not taken_twice(dialog)
