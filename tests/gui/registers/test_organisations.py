import pytest
from PySide6.QtCore import Qt
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.organisations import Leader, OrganisationDraft, OrganisationFilter
from linli.domain.values.dates import PartialDate
from linli.gui.registers.organisation_forms import LeaderForm, OrganisationForm
from linli.gui.registers.organisations import OrganisationsDialog, open_organisations

SCHOOL = OrganisationDraft(
    name="西河小学",
    kind_code="02",
    phone="0994-4825180",
    leaders=(
        Leader(name="李秀英", post="校长", until=PartialDate(2021)),
        Leader(name="王建国", post="校长", phone="13812345678"),
    ),
)


@pytest.fixture
def school(services):
    services.organisations.add(OrganisationDraft(name="安居物业", kind_code="09"))
    return services.organisations.add(SCHOOL)[0]


@pytest.fixture
def dialog(desk, school, show):
    return show(OrganisationsDialog(desk))


def test_organisations_are_listed_with_who_is_in_office(dialog):
    assert column(dialog.table) == ["安居物业", "西河小学"]
    assert row(dialog.table, 1)[:5] == [
        "西河小学",
        "事业单位",
        "王建国 校长",
        "138****5678",
        "0994-4825180",
    ]
    assert dialog.summary.text() == "共 2 个：事业单位 1 个、物业 1 个。"


def test_list_narrows_while_one_types(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.find_line, "xhx")
    assert column(dialog.table) == ["西河小学"]
    dialog.find_line.clear()
    dialog.kind.set_value("09")
    assert column(dialog.table) == ["安居物业"]


def test_organisation_is_entered_by_keyboard_with_a_leader(desk, show, services, qtbot):
    dialog = show(OrganisationsDialog(desk))
    dialog.new_button.click()
    form = opened(OrganisationForm)
    form.form.editor("name").setText("西河社区业主委员会")
    form.form.editor("kind_code").setEditText("业委会")
    leaders = form.form.editor("leaders")
    leaders.add_button.click()
    leader = opened(LeaderForm)
    leader.accept()
    assert leader.form.field("name").error
    leader.form.editor("name").setText("王芳")
    qtbot.keyClicks(leader.form.editor("since"), "2022.5")
    qtbot.keyClick(leader.form.editor("since"), Qt.Key.Key_Return)
    assert leaders.list.item(0).text() == "王芳 2022年5月至今"
    form.accept()
    (item,) = services.organisations.list_all(OrganisationFilter())
    assert item.facts.kind_code == "06"
    assert item.facts.leaders == (Leader(name="王芳", since=PartialDate(2022, 5)),)
    assert column(dialog.table) == ["西河社区业主委员会"]


def test_wrong_credit_code_is_said_beside_its_field(dialog):
    dialog.select([1])
    dialog.open_button.click()
    form = opened(OrganisationForm)
    form.form.editor("credit_code").setText("12345")
    form.accept()
    assert "5 位" in form.form.field("credit_code").error


def test_former_leader_stays_and_is_moved_by_keys(dialog, services, school, qtbot):
    dialog.select([1])
    dialog.open_button.click()
    form = opened(OrganisationForm)
    leaders = form.form.editor("leaders")
    assert leaders.list.item(0).text() == "（前任）李秀英 校长 已于2021年卸任"
    qtbot.waitUntil(form.isActiveWindow)
    leaders.list.setFocus()
    leaders.list.setCurrentRow(1)
    qtbot.keyClick(leaders.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    form.accept()
    found = services.organisations.get(school).facts.leaders
    assert [each.name for each in found] == ["王建国", "李秀英"]


def test_removing_asks_first(dialog, ask, qtbot):
    dialog.select([0])
    ask.expect("confirm", True)
    dialog.remove_button.click()
    wait_for(qtbot, dialog.table, ["西河小学"])


def test_printing_asks_how_phones_are_written(dialog, sheets, ask, qtbot):
    ask.expect("choose", 0)
    dialog.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    assert sheets[0][1] == "辖区单位名册"


def test_dialog_is_freed_when_closed(desk, main_window, assert_freed):
    open_organisations(desk, main_window)
    dialog = opened(OrganisationsDialog)
    dialog.reject()
    assert_freed(dialog)
