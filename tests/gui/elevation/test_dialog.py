import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from support.homes import settle
from support.keys import type_chinese
from support.window import opened

from linli.domain.elevations import Fact
from linli.domain.values.addresses import Address
from linli.gui.elevation.dialog import ElevationDialog
from linli.gui.household_dialog import HouseholdDialog
from linli.gui.print_dialog import PrintDialog
from linli.gui.rental_form import RentalForm

HOMES = (
    ("张一", Address(building="3号楼", unit="1单元", room="101")),
    ("张二", Address(building="3号楼", unit="1单元", room="102")),
    ("张三", Address(building="3号楼", unit="1单元", room="302")),
    ("李一", Address(building="5号楼", unit="1单元", room="101")),
    ("王一", Address(estate="红星巷", building="1号")),
)


@pytest.fixture
def homes(services):
    return settle(services, HOMES)


@pytest.fixture
def dialog(desk, homes, show):
    return show(ElevationDialog(desk))


def legend(dialog):
    return [label.text() for label in dialog.legend.findChildren(QLabel) if label.isVisible()]


def titles(dialog):
    places = dialog.places
    return [places.item(n).text() for n in range(places.count()) if not places.isRowHidden(n)]


def test_buildings_are_listed_and_the_first_is_shown(dialog):
    assert titles(dialog) == ["3号楼（3）", "5号楼（1）", "红星巷（1）"]
    assert dialog.picture.count == 3
    assert legend(dialog) == ["● 有人住 3 室", "没有登记住人 0 室"]


def test_typing_narrows_the_buildings_and_shows_the_first(dialog, qtbot):
    type_chinese(dialog.find_line, "红星")
    assert titles(dialog) == ["红星巷（1）"]
    assert dialog.picture.current.head == "王一"
    dialog.find_line.setFocus()
    qtbot.keyClick(dialog.find_line, Qt.Key.Key_Return)
    assert dialog.places.hasFocus()


def test_another_fact_colours_and_counts_anew(dialog):
    dialog.fact.set_value(Fact.CARD)
    assert legend(dialog) == [
        "✓ 已发卡 0 室",
        "! 卡要换 0 室",
        "○ 没有发卡 3 室",
        "没有登记住人 0 室",
    ]


def test_arrows_go_from_room_to_room_and_say_who_lives_there(dialog, qtbot):
    picture = dialog.picture
    picture.setFocus()
    assert picture.current.head == "张三"  # the highest storey comes first
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    assert picture.current.head == "张二"
    qtbot.keyClick(picture, Qt.Key.Key_Left)
    assert picture.current.head == "张一"
    assert dialog.line.text() == "3号楼1单元101室 · 张一 · 1 人 · 有人住"
    assert picture.accessibleDescription() == dialog.line.text()
    qtbot.keyClick(picture, Qt.Key.Key_Home)
    assert picture.current.head == "张三"


def test_enter_opens_the_household(dialog, qtbot):
    dialog.picture.setFocus()
    qtbot.keyClick(dialog.picture, Qt.Key.Key_Return)
    household = opened(HouseholdDialog)
    assert household.heading.text() == "3号楼1单元302室"
    household.reject()


def test_click_on_a_room_opens_it_and_beside_one_nothing(dialog, qtbot):
    picture = dialog.picture
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(picture, left, pos=QPoint(2, 2))
    room = next(room for room in dialog._shown.rooms if room.head == "张二")
    qtbot.mouseClick(picture, left, pos=picture.rect_of(room).center())
    household = opened(HouseholdDialog)
    assert household.heading.text() == "3号楼1单元102室"
    household.reject()


def test_empty_dwelling_opens_its_letting(dialog, services, desk, homes, qtbot):
    desk.bus.publish(services.residents.recycle([homes[4]]))
    type_chinese(dialog.find_line, "红星")
    assert legend(dialog) == ["● 有人住 0 室", "没有登记住人 1 室"]
    dialog.picture.setFocus()
    qtbot.keyClick(dialog.picture, Qt.Key.Key_Return)
    opened(RentalForm).reject()


def test_change_elsewhere_is_drawn_and_the_room_stays(dialog, services, desk, homes, qtbot):
    picture = dialog.picture
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    kept = picture.current.dwelling_id
    desk.bus.publish(services.residents.recycle([homes[1]]))
    assert picture.current.dwelling_id == kept
    assert picture.current.people == 0


def test_it_opens_at_the_building_that_is_named(desk, homes, show):
    dialog = show(ElevationDialog(desk, place="5号楼"))
    assert dialog.place.title == "5号楼"


def test_ledger_without_addresses_says_what_to_do(desk, show):
    dialog = show(ElevationDialog(desk))
    assert "还没有登记住址" in dialog.line.text()
    assert not dialog.print_button.isEnabled()


def test_picture_is_printed(dialog, qtbot):
    dialog.print_button.click()
    qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10_000)
    printing = opened(PrintDialog)
    assert printing.windowTitle() == "楼栋图"
    printing.reject()


@pytest.mark.parametrize("zoom", [100, 200])
def test_rooms_do_not_overlap_at_any_zoom(dialog, theme, zoom):
    theme.set_zoom(zoom)
    dialog.picture.lay_out(600)
    rects = [dialog.picture.rect_of(room) for room in dialog._shown.rooms]
    assert all(not a.adjusted(1, 1, -1, -1).intersects(b) for a in rects for b in rects if a != b)
    assert all(rect.width() >= theme.px(100) for rect in rects)
