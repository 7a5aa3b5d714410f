"""The tree of grids: levels, pages beside it, moving by keyboard, splitting and joining."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from support.people import make_draft

from linli.domain.communities import CommunityDraft
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.residents import HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.gui.grids.change_forms import JoinForm, MoveForm, SettleForm, SplitForm
from linli.gui.grids.history import GridHistoryDialog, GridOnForm
from linli.gui.grids.number_forms import NumberRuleForm, RenumberForm
from linli.gui.grids.tab import GridsTab
from linli.gui.grids.tree_model import PLACES_MIME
from linli.gui.household_dialog import HouseholdDialog

CODE = "652328100201"
CONTROL = Qt.KeyboardModifier.ControlModifier


def settle(services, sequence, **parts):
    home = HomeDraft(address=Address(**parts), new_household=HouseholdDraft())
    name = "张" + "甲乙丙丁戊己"[sequence]
    return services.residents.add(make_draft(name, sequence=sequence), home)[0]


@pytest.fixture
def grids(services):
    buildings = (Address(building="1号楼"), Address(building="2号楼"))
    leader = GridOfficer(role=GridRole.LEADER, name="王建国", phone="13909940001")
    first, _ = services.grids.add(
        GridDraft(number="1", name="第一网格", buildings=buildings, officers=(leader,))
    )
    second, _ = services.grids.add(
        GridDraft(number="2", name="第二网格", buildings=(Address(building="9号楼"),))
    )
    settle(services, 0, building="1号楼", unit="1单元", room="101")
    settle(services, 1, building="1号楼", unit="2单元", room="102")
    settle(services, 2, building="2号楼", room="201")
    return first, second


@pytest.fixture
def tab(desk, qtbot, grids):
    tab = GridsTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1300, 600)
    tab.show()
    qtbot.waitExposed(tab)
    return tab


def go(tab, *labels):
    """Choose the node under these labels from the top, opening the levels on the way."""
    model, index = tab.tree_model, QModelIndex()
    for label in labels:
        model.fetchMore(index)
        rows = [model.index(row, 0, index) for row in range(model.rowCount(index))]
        index = next(row for row in rows if row.data() == label)
        tab.tree.expand(index.parent())
    tab.tree.setCurrentIndex(index)
    return index


def shown(tab, parent=None):
    model, parent = tab.tree_model, parent or QModelIndex()
    rows = range(model.rowCount(parent))
    return [
        (model.index(row, 0, parent).data(), model.index(row, 1, parent).data()) for row in rows
    ]


def figures(services):
    return {grid.facts.name: grid.residents for grid in services.grids.list_all()}


def test_the_community_stands_over_its_grids_with_figures(tab):
    assert shown(tab) == [("西河社区", "3 / 3")]
    assert shown(tab, go(tab, "西河社区")) == [("第一网格", "3 / 3"), ("第二网格", "0 / 0")]
    assert tab.table.isVisible()


def test_a_grid_shows_its_officers_and_places(tab):
    go(tab, "西河社区", "第一网格")
    assert tab.grid_page.heading.text() == "1 第一网格"
    lines = [tab.grid_page.table.item(row, 0).text() for row in range(2)]
    assert lines == ["1号楼", "2号楼"]
    assert tab.edit.isEnabled()
    assert tab.split.isEnabled()
    assert not tab.move_places.isEnabled()


def test_a_unit_shows_its_dwellings_and_opens_the_household(tab, qtbot):
    go(tab, "西河社区", "第一网格", "1号楼", "2单元")
    assert tab.place_page.heading.text() == "1号楼2单元"
    assert [home.heads for home in tab.place_page._dwellings.values()] == [("张乙",)]
    go(tab, "西河社区", "第一网格", "1号楼", "2单元", "102室 张乙")
    qtbot.keyClick(tab.tree, Qt.Key.Key_Return)
    household = tab.findChild(HouseholdDialog)
    assert household is not None
    household.reject()


def test_cutting_and_pasting_moves_a_building_after_a_preview(tab, qtbot, services):
    go(tab, "西河社区", "第一网格", "2号楼")
    qtbot.keyClick(tab.tree, Qt.Key.Key_X, CONTROL)
    go(tab, "西河社区", "第二网格")
    qtbot.keyClick(tab.tree, Qt.Key.Key_V, CONTROL)
    form = tab.findChild(MoveForm)
    assert "现住 1 户 1 人" in form.preview.text()
    assert figures(services)["第二网格"] == 0, "nothing has moved yet"
    form.accept()
    assert figures(services) == {"第一网格": 2, "第二网格": 1}
    assert tab.tree.current().label == "第二网格"


def test_dropping_a_unit_on_a_grid_asks_too(tab, services):
    unit = go(tab, "西河社区", "第一网格", "1号楼", "1单元")
    grid = go(tab, "西河社区", "第二网格")
    model = tab.tree_model
    data = model.mimeData([unit])
    assert model.mimeTypes() == [PLACES_MIME]
    assert model.flags(grid) & Qt.ItemFlag.ItemIsDropEnabled
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, grid)
    form = tab.findChild(MoveForm)
    form.accept()
    assert figures(services)["第二网格"] == 1


def test_what_comes_from_elsewhere_is_not_taken(tab):
    grid = go(tab, "西河社区", "第二网格")
    stranger = QMimeData()
    stranger.setText("1号楼")
    assert not tab.tree_model.dropMimeData(stranger, Qt.DropAction.MoveAction, -1, -1, grid)
    assert tab.findChild(MoveForm) is None


def test_splitting_asks_for_places_and_makes_the_grid(tab, services):
    go(tab, "西河社区", "第一网格")
    tab.split.trigger()
    form = tab.findChild(SplitForm)
    assert form.form.value("number") == "3"
    form.accept()
    assert "还没有勾选" in form.form.field("places").error
    places = form.form.editor("places").list
    places.expandItem(places.topLevelItem(0))
    places.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Checked)
    assert places.topLevelItem(0).checkState(0) is Qt.CheckState.PartiallyChecked
    form.show_preview()
    assert "现住 1 户 1 人" in form.preview.text()
    form.form.load(name="第三网格", on=date(2026, 5, 1))
    form.accept()
    assert figures(services) == {"第一网格": 2, "第二网格": 0, "第三网格": 1}


def test_joining_closes_a_grid_and_shows_it_among_the_closed(tab, services, grids):
    go(tab, "西河社区", "第二网格")
    tab.join.trigger()
    form = tab.findChild(JoinForm)
    assert (form.form.value("sources"), form.form.value("target")) == (grids[1:], grids[0])
    form.accept()
    assert list(figures(services)) == ["第一网格"]
    go(tab, "已撤销的网格", "第二网格")
    assert not tab.edit.isEnabled()
    tab.show_history.trigger()
    dialog = tab.findChild(GridHistoryDialog)
    assert "这个网格用到 2026-11-22" in dialog.summary.text()
    dialog.reject()


def test_the_history_answers_for_a_day(desk, grids, show):
    form = show(GridOnForm(desk, None))
    form.form.load(place="1号楼1单元101", day=date(2025, 1, 1))
    form._show()
    assert "归“第一网格”（编号 1）" in form.answer.text()
    assert "网格长 王建国" in form.answer.text()


def test_renumbering_shows_old_and_new_and_does_it(tab, services):
    tab.renumber.trigger()
    form = tab.findChild(RenumberForm)
    assert "没有要改的" in form.preview.text()
    table = form.form.editor("titles").table
    table.item(0, 2).setText("01")
    form.show_preview()
    assert "现住 3 户 3 人" in form.preview.text()
    form.accept()
    assert [g.facts.number for g in services.grids.list_all()] == ["2", "01"]


def test_a_rule_numbers_all_grids(tab, desk, services, show):
    rule = show(NumberRuleForm(desk, None))
    rule.form.load(on=True, prefix=CODE, suffix=3)
    assert CODE + "001" in rule.form.field("suffix").hint
    rule.accept()
    form = show(RenumberForm(desk, None))
    form.form.editor("titles").number_button.click()
    form.accept()
    numbers = [grid.facts.number for grid in services.grids.list_all()]
    assert numbers == [CODE + "001", CODE + "002"]


def test_a_second_community_puts_the_street_above(tab, desk, services):
    other, changes = services.communities.add(CommunityDraft(name="东河社区", street="木垒镇"))
    services.grids.add(GridDraft(number="9", name="东河一网格", community_id=other))
    desk.bus.publish(changes)
    assert shown(tab)[0][0] == "木垒镇"
    go(tab, "木垒镇", "东河社区")
    assert tab.table.model().rowCount() == 1


def test_what_is_in_no_grid_is_assigned_from_its_list(tab, desk, services):
    settle(services, 3, building="30号楼", room="101")
    tab.refresh()
    assert shown(tab)[1] == ("未划入网格", "1 / 1")
    go(tab, "未划入网格")
    tab.place_page.table.selectAll()
    tab.place_page.move_button.click()
    form = tab.findChild(MoveForm)
    form.form.load(target=1)
    form.accept()
    assert figures(services)["第一网格"] == 4
    assert len(shown(tab)) == 1


def test_what_is_in_two_grids_is_settled_from_its_list(tab, services, grids):
    home = services.dwellings.find_or_add(Address(building="2号楼", room="201"))[0]
    found = services.dwellings.get(home)
    services.dwellings.update(home, found.address, grids[1], version=found.version)
    tab.refresh()
    assert shown(tab)[1] == ("两处都有", "1 处")
    go(tab, "两处都有")
    tab.conflict_page.settle_button.click()
    form = tab.findChild(SettleForm)
    form.form.load(target=grids[0])
    form.accept()
    assert shown(tab) == [("西河社区", "3 / 3")]


def test_what_was_open_stays_open_when_the_tree_is_read_again(tab):
    go(tab, "西河社区", "第一网格", "1号楼", "2单元")
    tab.refresh()
    assert tab.tree.current().label == "2单元"
    assert tab.tree.isExpanded(tab.tree.currentIndex().parent())
