import pytest
from support.keys import type_chinese
from support.window import HOME, settle

from linli.domain.values.addresses import Address
from linli.gui.address_input import AddressInput


@pytest.fixture
def address(services, theme, qtbot):
    settle(services)
    address = AddressInput(services)
    qtbot.addWidget(address)
    address.show()
    return address


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("西河小区3-2-501", HOME),
        ("西河社区西河小区3号楼2单元501室", HOME),
        ("幸福巷12号", Address(estate="幸福巷", building="12号")),
    ],
)
def test_one_line_fills_the_parts(address, typed, expected):
    type_chinese(address.quick, typed)
    assert address.value() == expected


def test_only_estate_of_the_community_is_meant_where_none_is_typed(address, qtbot):
    qtbot.keyClicks(address.quick, "3-2-501")
    assert address.value() == HOME


@pytest.mark.parametrize(
    "other", [Address(building="7号楼", room="101"), Address(estate="幸福巷", building="1号")]
)
def test_estate_is_not_guessed_where_another_could_be_meant(address, services, qtbot, other):
    services.dwellings.find_or_add(other)
    qtbot.keyClicks(address.quick, "3-2-501")
    assert address.value() == Address(building="3号楼", unit="2单元", room="501")


def test_parts_can_be_typed_one_by_one(address, qtbot):
    with qtbot.waitSignal(address.edited):
        type_chinese(address.parts["estate"], "西河小区")
    qtbot.keyClicks(address.parts["building"], "3")
    qtbot.keyClicks(address.parts["unit"], "2")
    qtbot.keyClicks(address.parts["room"], "501")
    assert address.value() == HOME


def test_absent_parts_are_absent(address):
    address.set_value(Address(estate="幸福巷", building="12号"))
    assert address.value() == Address(estate="幸福巷", building="12号")


def test_empty_is_no_address(address):
    assert address.value() is None
    assert address.problem() is None


def test_room_without_a_building_is_wrong(address):
    address.parts["room"].setText("501")
    assert "楼栋" in address.problem()


@pytest.mark.parametrize(
    ("building", "words"), [("3号楼", "属于第三网格。"), ("9号楼", "这栋楼还没有划入网格。")]
)
def test_grid_of_the_building_is_told(address, building, words):
    address.set_value(Address(estate="西河小区", building=building))
    assert address.hint == words


def test_buildings_of_the_estate_are_suggested(address, qtbot):
    address.parts["estate"].setText("西河小区")
    qtbot.keyClicks(address.parts["building"], "3")
    assert address.parts["building"].completer().model().stringList() == ["3号楼"]
