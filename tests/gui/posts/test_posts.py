"""The dialogs of posts: 24 heads by keyboard, a hand-over, gaps in amber, claims, texts."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid
from support.teams import add_grids

from linli.domain.claims import ClaimDraft, DutyPostDraft, PostKind
from linli.domain.duty_texts import DutyTextDraft
from linli.domain.post_checks import Slot
from linli.domain.posts import CONTACT, PostDraft, PostFilter
from linli.domain.values.addresses import Address
from linli.gui.posts.claim_forms import ClaimForm, DutyPostForm, MarkForm
from linli.gui.posts.claims import CatalogueDialog, ClaimsDialog
from linli.gui.posts.forms import HandOverForm, LeaveForm, PostForm, SeatsForm
from linli.gui.posts.people import PostsDialog
from linli.gui.posts.settings_forms import LoadRuleForm, RolesForm, TemplateForm
from linli.gui.posts.staffing import StaffingDialog
from linli.gui.posts.texts import DutyTextForm, DutyTextsDialog
from linli.gui.tones import INK

TODAY = date(2026, 11, 23)


@pytest.fixture
def grids(services):
    return add_grids(services)


@pytest.fixture
def buildings(services, grids):
    """Two buildings of the first grid."""
    for number in ("1号楼", "2号楼"):
        address = Address(building=number, unit="1单元", room="101")
        services.dwellings.find_or_add(address, grids[0])
    return grids[0]


@pytest.fixture
def show(desk, qtbot):
    shown = []

    def make(kind, *arguments):
        dialog = kind(desk, *arguments)
        dialog.show()
        qtbot.waitExposed(dialog)
        shown.append(dialog)
        return dialog

    yield make
    for dialog in shown:
        if isValid(dialog):  # one that was saved is gone
            dialog.close()


def put(services, grid_id, role, name, **facts):
    return services.posts.add(PostDraft(grid_id=grid_id, role=role, name=name, **facts))[0]


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def save(form, qtbot):
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)


def test_heads_are_entered_by_keyboard_one_after_the_other(show, services, buildings, qtbot):
    dialog = show(PostsDialog)
    dialog.seats_button.click()
    form = dialog.findChild(SeatsForm)
    seats = form.form.editor("seats")
    assert texts(seats, 1) == ["1号楼", "2号楼"]
    for name, phone in (("王强", "13812345678"), ("赵燕", "")):
        seats.person.setText(name)
        qtbot.keyClick(seats.person, Qt.Key.Key_Return)
        seats.phone.setText(phone)
        qtbot.keyClick(seats.phone, Qt.Key.Key_Return)
    assert texts(seats, 2) == ["王强", "赵燕"]
    save(form, qtbot)
    assert texts(dialog, 1) == ["1号楼楼栋长", "2号楼楼栋长"]
    assert texts(dialog, 3) == ["138****5678", ""]


def test_a_hidden_number_stays_when_the_table_is_only_looked_through(
    show, services, buildings, qtbot
):
    place = Address(building="1号楼")
    head = put(services, buildings, "building_head", "王强", building=place, phone="13812345678")
    form = show(SeatsForm)
    seats = form.form.editor("seats")
    qtbot.keyClick(seats.phone, Qt.Key.Key_Return)
    assert seats.value() == ()
    seats.person.setText("赵燕")
    save(form, qtbot)
    assert services.posts.get(head).facts.phone == "13812345678"


def test_somebody_is_put_on_a_post_of_a_building(show, services, buildings, qtbot):
    dialog = show(PostsDialog)
    dialog.new_button.click()
    form = dialog.findChild(PostForm)
    form.form.editor("role").set_value("building_head")
    form.form.editor("name").line.set_value("王强")
    save(form, qtbot)
    assert form.isVisible()  # the building is missing
    form.form.editor("building").set_value(Address(building="2号楼"))
    save(form, qtbot)
    assert texts(dialog, 1) == ["2号楼楼栋长"]


def test_a_form_that_is_only_saved_changes_nothing(show, services, grids, qtbot):
    put(services, grids[2], "worker", "马力", phone="13812345678", since=date(2026, 1, 1))
    before = services.posts.list_all()
    dialog = show(PostsDialog)
    dialog.open_button.click()
    form = dialog.findChild(PostForm)
    save(form, qtbot)
    assert not form.isVisible()
    assert services.posts.list_all() == before


def test_a_hand_over_leaves_the_former_one_in_the_long_list(show, services, grids, qtbot):
    put(services, grids[0], "leader", "马力", since=date(2026, 1, 1))
    dialog = show(PostsDialog)
    dialog.hand_over_button.click()
    form = dialog.findChild(HandOverForm)
    assert "0 张" in form.cards.text()
    form.form.editor("name").line.set_value("刘敏")
    form.form.editor("on").set_value(TODAY - timedelta(days=1))
    save(form, qtbot)
    assert texts(dialog, 2) == ["刘敏"]
    dialog.shown.set_value("all")
    dialog.read()
    assert texts(dialog, 2) == ["刘敏", "马力"]
    assert texts(dialog, 4) == ["2026-11-22 起", "2026-01-01 至 2026-11-21"]
    dialog.select([1])
    assert not dialog.hand_over_button.isEnabled()


def test_who_is_to_come_stands_in_a_list_of_their_own(show, services, grids, qtbot):
    put(services, grids[0], "leader", "马力")
    put(services, grids[0], "leader", "刘敏", since=TODAY + timedelta(days=8))
    dialog = show(PostsDialog)
    assert texts(dialog, 2) == ["马力"]
    dialog.shown.set_value("coming")
    dialog.read()
    assert texts(dialog, 2) == ["刘敏"]
    assert texts(dialog, 4) == ["2026-12-01 起"]
    assert dialog.leave_button.isEnabled()


def test_somebody_leaves(show, services, grids, qtbot):
    put(services, grids[0], "worker", "马力")
    dialog = show(PostsDialog)
    dialog.leave_button.click()
    save(dialog.findChild(LeaveForm), qtbot)
    assert texts(dialog, 2) == []
    assert services.posts.list_all(PostFilter())[0].facts.until == TODAY - timedelta(days=1)


def test_an_unfilled_template_is_said_to_be(show, grids, qtbot):
    people = show(PostsDialog)
    assert "还没有填写" in people.summary.text()
    dialog = show(StaffingDialog)
    assert "不检查空缺" in dialog.summary.text()


def test_the_template_is_filled_and_gaps_are_amber(show, services, grids, qtbot):
    form = show(TemplateForm)
    for place, role in enumerate(("leader", "worker", CONTACT, "informant")):
        form.form.editor(f"role{place}").set_value(role)
    save(form, qtbot)
    slots = services.post_checks.template()
    assert slots[1] == Slot(sign="2", role="worker", count=2)
    assert slots[3].count is None
    for grid_id in grids[:3]:
        put(services, grid_id, CONTACT, "赵燕")
    put(services, grids[0], CONTACT, "刘敏")
    dialog = show(StaffingDialog)
    rows = dict(zip(texts(dialog, 1), range(dialog.table.rowCount()), strict=True))
    inks = {name: dialog.table.item(rows[name], 0).data(INK) for name in ("赵燕", "刘敏")}
    last = dialog.table.rowCount() - 1
    assert texts(dialog, 0)[0] == "空缺"
    assert texts(dialog, 0)[last] == "联系网格"
    assert inks["刘敏"] == "warn"
    assert inks["赵燕"] != "warn"


def test_bounds_and_own_roles_are_settled(show, services, qtbot):
    form = show(LoadRuleForm)
    form.form.editor("most").set_value(6)
    save(form, qtbot)
    rule = services.post_checks.load_rule()
    assert (rule.least, rule.most, rule.roles) == (2, 6, (CONTACT,))
    roles = show(RolesForm)
    roles.form.editor("roles").set_value(("文明劝导员",))
    save(roles, qtbot)
    assert services.post_checks.own_roles() == ("文明劝导员",)


def test_a_post_is_claimed_and_the_pledge_marked(show, services, grids, qtbot):
    catalogue = show(CatalogueDialog)
    catalogue.new_button.click()
    form = catalogue.findChild(DutyPostForm)
    form.form.editor("name").set_value("环境卫生监督员")
    form.form.editor("pledge").set_value("带头清扫")
    form.form.editor("wanted").set_value(2)
    save(form, qtbot)
    assert texts(catalogue, 4) == ["2"]
    dialog = show(ClaimsDialog)
    dialog.new_button.click()
    claim = dialog.findChild(ClaimForm)
    assert claim.form.value("pledge") == "带头清扫"
    claim.form.editor("who").line.set_value("赵燕")
    claim.form.editor("pledged_on").set_value(date(2026, 11, 1))
    save(claim, qtbot)
    assert texts(catalogue, 4) == ["1"]
    dialog.mark_button.click()
    save(dialog.findChild(MarkForm), qtbot)
    assert texts(dialog, 7) == ["已践诺 2026-11-23"]
    assert "1 人作出承诺（1 份）：已践诺 1" in dialog.summary.text()


def test_claims_go_to_the_board_of_the_chosen_grid(show, services, grids, ask, qtbot):
    draft = DutyPostDraft(kind=PostKind.SIX, name="政策法规宣传员")
    post_id, _ = services.claims.save_post(draft)
    services.claims.save(
        ClaimDraft(post_id=post_id, name="赵燕", since=date(2026, 1, 1), grid_id=grids[0])
    )
    dialog = show(ClaimsDialog)
    assert not dialog.board_button.isEnabled()
    dialog.grid.set_value(grids[0])
    dialog.read()
    ask.expect("tell")
    dialog.board_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert [e.name for e in services.boards.entries(grids[0])] == ["赵燕"]


def test_a_text_is_kept_and_its_unknown_fields_are_refused(show, services, qtbot):
    dialog = show(DutyTextsDialog)
    dialog.new_button.click()
    form = dialog.findChild(DutyTextForm)
    form.form.editor("title").set_value("《联络员工作职责》")
    form.form.editor("text").set_value("{区长}联系{网格}。")
    save(form, qtbot)
    assert form.isVisible()
    form.form.editor("text").set_value("{联络员}联系{网格}。")
    save(form, qtbot)
    assert texts(dialog, 0) == ["《联络员工作职责》"]
    assert services.duty_texts.list_all()[0].facts == DutyTextDraft(
        title="联络员工作职责", text="{联络员}联系{网格}。"
    )
