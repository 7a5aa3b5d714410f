import pytest
from PySide6.QtCore import Qt
from support.people import make_draft

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.residents import HomeDraft
from linli.domain.values.addresses import Address
from linli.gui.grid_form import GridForm
from linli.gui.grids.tab import GridsTab


def draft(number="1", name="第一网格", **more):
    return GridDraft(number=number, name=name, **more)


@pytest.fixture
def two_grids(services):
    services.grids.add(
        draft(
            buildings=(Address(building="3号楼"), Address(estate="幸福巷")),
            officers=(GridOfficer(role=GridRole.LEADER, name="王芳", phone="13800000001"),),
        )
    )
    services.grids.add(draft("2", "第二网格"))


@pytest.fixture
def tab(desk, qtbot):
    tab = GridsTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1300, 600)
    tab.show()
    qtbot.waitExposed(tab)
    return tab


def texts(tab, row):
    model = tab.table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_empty_ledger_says_what_to_do(tab):
    assert not tab.table.isVisible()
    assert not tab.edit.isEnabled()
    assert tab.new.isEnabled()


@pytest.mark.usefixtures("two_grids")
def test_grids_show_buildings_officers_and_figures(tab):
    assert texts(tab, 0) == [
        "1",
        "第一网格",
        "3号楼、幸福巷",
        "王芳 13800000001",
        "",
        "",
        "0",
        "0",
    ]
    assert tab.table.isVisible()


@pytest.mark.usefixtures("two_grids")
def test_the_first_grid_is_selected_so_that_keys_work_at_once(tab):
    assert tab.table.current_id() is not None
    assert tab.edit.isEnabled()


@pytest.mark.usefixtures("two_grids")
def test_enter_opens_the_form_and_saving_refreshes(tab, qtbot):
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    form = tab.findChild(GridForm)
    form.form.editor("name").setText("东网格")
    form.accept()
    assert texts(tab, 0)[1] == "东网格"


def test_new_grid_appears(tab):
    tab.new.trigger()
    form = tab.findChild(GridForm)
    form.form.load(number="7", name="第七网格")
    form.form.modified = True
    form.accept()
    assert texts(tab, 0)[:2] == ["7", "第七网格"]


@pytest.mark.usefixtures("two_grids")
def test_removing_asks_first(tab, ask):
    ask.expect("confirm", False)
    tab.remove.trigger()
    assert tab.table.model().rowCount() == 2
    ask.expect("confirm", True)
    tab.remove.trigger()
    assert "第一网格" in ask.last
    assert texts(tab, 0)[1] == "第二网格"


@pytest.mark.usefixtures("two_grids")
def test_grid_with_dwellings_stays_and_the_reason_is_said(tab, ask, services):
    services.dwellings.find_or_add(Address(building="3号楼", unit="1单元", room="101"))
    ask.expect("confirm", True)
    ask.expect("warn")
    tab.remove.trigger()
    assert "不能删除" in ask.last
    assert tab.table.model().rowCount() == 2


@pytest.mark.usefixtures("two_grids")
def test_change_elsewhere_is_shown_when_the_tab_is_seen_again(tab, desk, services, qtbot):
    tab.hide()
    _, changes = services.grids.add(draft("3", "第三网格"))
    desk.bus.publish(changes)
    assert tab.table.model().rowCount() == 2
    tab.show()
    assert tab.table.model().rowCount() == 3


@pytest.mark.usefixtures("two_grids")
def test_grid_without_people_has_no_cards_and_says_so(tab, ask, qtbot):
    ask.expect("tell")
    with qtbot.assertNotEmitted(tab.cards_requested):
        tab.print_cards.trigger()
    assert "还没有居民" in ask.last


@pytest.fixture
def lived_in(services):
    """Two grids with one person in each, and a third without; return the people."""
    people = []
    for number, name, building in (("1", "张三", "3号楼"), ("2", "李四", "5号楼")):
        home = Address(building=building, unit="1单元", room="101")
        services.grids.add(
            draft(number, f"第{number}网格", buildings=(Address(building=building),))
        )
        person, _ = services.residents.add(
            make_draft(name, sequence=int(number)), HomeDraft(address=home)
        )
        people.append(person)
    services.grids.add(draft("3", "第3网格"))
    return people


def test_keys_ask_for_the_cards_of_the_selected_grid(lived_in, tab, qtbot):
    with qtbot.waitSignal(tab.cards_requested) as asked:
        qtbot.keyClick(tab.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert list(asked.args[0]) == lived_in[:1]


def test_cards_of_several_grids_are_asked_for_together(lived_in, tab, qtbot):
    tab.table.selectAll()
    assert not tab.edit.isEnabled()
    assert not tab.remove.isEnabled()
    with qtbot.waitSignal(tab.cards_requested) as asked:
        tab.print_cards.trigger()
    assert list(asked.args[0]) == lived_in
