import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domain.values.addresses import (
    Address,
    address_key,
    address_of_parts,
    address_text,
    building_key,
    building_text,
    normalise_part,
    parse_address,
    place_text,
    walk_key,
)

HOME = Address(building="3号楼", unit="2单元", room="501")


def at(estate=None, building=None, unit=None, room=None):
    return Address(estate=estate, building=building, unit=unit, room=room)


@pytest.mark.parametrize(
    "text",
    [
        "西河社区3号楼2单元501室",
        "西河社区居委会3号楼2单元501室",
        "西河居委会3号楼2单元501室",
        "木垒哈萨克自治县西河社区3号楼2单元501室",
        "新疆维吾尔自治区昌吉回族自治州木垒哈萨克自治县木垒镇西河社区3号楼2单元501室",
        "西河社区第三网格3-2-501",
        "3号楼2单元501室",
        "3号楼2单元501",
        "3号楼 2单元 501室",
        "３号楼２单元５０１室",
        "三号楼二单元五〇一室",
        "3号楼-2单元-501室",
        "3号楼2-501",
        "3#2-501",
        "3#-2-501",
        "3#楼2单元501",
        "3-2-501",
        "3-2-501室",
        "3—2—501",
        "3.2.501",
        "3/2/501",
        "3 2 501",
        "3-2-5-501",
        "3号楼2单元5层501室",
        "3号楼2单元5楼501室",
        "3号楼2单元五层501",
        "\u200b3号楼2单元501室\xa0",
    ],
)
def test_one_dwelling_written_in_many_ways(text):
    assert parse_address(text, "西河社区") == HOME


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("三号楼二单元", at(None, "3号楼", "2单元")),
        ("3栋501", at(None, "3栋", None, "501")),
        ("3-501", at(None, "3号楼", None, "501")),
        ("3栋501-1", at(None, "3栋", None, "501-1")),
        ("3号楼2单元501-502", at(None, "3号楼", "2单元", "501-502")),
        ("3号楼2单元501室(东户)", at(None, "3号楼", "2单元", "501(东户)")),
        ("3号楼东单元501", at(None, "3号楼", "东单元", "501")),
        ("3号楼2单元5楼", at(None, "3号楼", "2单元", "5楼")),
        ("12号楼3门502", at(None, "12号楼", "3门", "502")),
        ("A座1501", at(None, "A座", None, "1501")),
        ("2单元501", at(None, None, "2单元", "501")),
        ("501", at(None, None, None, "501")),
        ("6-1-1", at(None, "6号楼", "1单元", "1")),
        ("幸福巷12号", at("幸福巷", "12号")),
        ("幸福巷12", at("幸福巷", "12号")),
        ("幸福巷112", at("幸福巷", "112号")),
        ("幸福巷12A", at("幸福巷", "12A号")),
        ("12", at(None, "12号楼")),
        ("幸福巷十二号", at("幸福巷", "12号")),
        ("幸福巷门牌12号", at("幸福巷", "12号")),
        ("幸福巷12-3号", at("幸福巷", "12-3号")),
        ("幸福巷12号附3号", at("幸福巷", "12号附3号")),
        ("人民路45号2单元301", at("人民路", "45号", "2单元", "301")),
        ("建设路12号院3栋2单元501", at("建设路12号院", "3栋", "2单元", "501")),
        ("建设路12号3栋2单元501", at("建设路12号", "3栋", "2单元", "501")),
        ("建设路12号3-2-501", at("建设路12号", "3号楼", "2单元", "501")),
        ("建设路12号院", at("建设路12号院")),
        ("平房区3排5号", at("平房区", "3排", None, "5号")),
        ("杨柳村3组12号", at("杨柳村3组", "12号")),
        ("阳光小区3号楼2单元501室", at("阳光小区", "3号楼", "2单元", "501")),
        ("阳光小区3-2-501", at("阳光小区", "3号楼", "2单元", "501")),
        ("阳光小区5室", at("阳光小区", None, None, "5")),
        ("天通苑北一区3号楼2单元501", at("天通苑北一区", "3号楼", "2单元", "501")),
        ("第三小区三号楼", at("第三小区", "3号楼")),
        ("四号井家属院3栋2单元501", at("四号井家属院", "3栋", "2单元", "501")),
        ("阳光花园B1栋2单元302", at("阳光花园", "B1栋", "2单元", "302")),
        ("天津市武清区杨村街道光明里12号楼3门502", at("光明里", "12号楼", "3门", "502")),
        ("东河社区3号楼", at("东河社区", "3号楼")),
        ("老粮站后院平房", at("老粮站后院平房")),
    ],
)
def test_other_addresses(text, address):
    assert parse_address(text, "西河社区") == address


@pytest.mark.parametrize("nothing", ["", "/", "无", "-", "西河社区", None, " "])
def test_no_address_is_none_and_not_an_empty_one(nothing):
    assert parse_address(nothing, "西河社区") is None


def test_without_a_community_any_is_dropped():
    assert parse_address("西河社区3号楼2单元501室") == HOME


numbers = st.integers(min_value=1, max_value=60).map(str)
addresses = st.builds(
    Address,
    estate=st.sampled_from([None, "阳光小区", "建设路12号院", "第一小区"]),
    building=st.builds("{}{}".format, numbers, st.sampled_from(["号楼", "栋", "幢", "座"])),
    unit=st.none() | numbers.map("{}单元".format),
    room=st.none() | st.integers(min_value=101, max_value=3210).map(str),
)


@given(addresses)
def test_what_is_shown_reads_back_the_same(address):
    assert parse_address(address_text(address), "西河社区") == address


@given(addresses, st.sampled_from(["号楼", "栋", "幢", "#", "#楼", "座", ""]))
def test_a_building_has_one_key_whatever_its_suffix(address, word):
    number = "".join(filter(str.isdecimal, address.building))
    other = Address(
        estate=address.estate, building=f"0{number}{word}", unit=address.unit, room=address.room
    )
    assert address_key(other) == address_key(address)
    assert building_key(other) == building_key(address)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (at(None, "3号楼"), at(None, "13号楼")),
        (at("幸福巷", "3号"), at("幸福巷", "3号楼")),
        (at("幸福巷", "3号楼"), at("平安巷", "3号楼")),
        (at(None, "3号楼", "2单元", "501"), at(None, "3号楼", "1单元", "501")),
        (at(None, "3号楼", None, "501"), at(None, "3号楼", "501")),
    ],
)
def test_different_dwellings_have_different_keys(one, other):
    assert address_key(one) != address_key(other)


def test_dwellings_of_a_building_share_its_key():
    assert building_key(at("幸福里", "3号楼", "1单元", "101")) == building_key(at("幸福里", "3栋"))


def test_sorting_walks_by_number():
    walk = [
        at(None, "2号楼", "1单元", "101"),
        at(None, "2号楼", "1单元", "1001"),
        at(None, "2号楼", "10单元", "101"),
        at(None, "10号楼", "1单元", "101"),
        at("幸福巷", "2号"),
        at("幸福巷", "12号"),
    ]
    shuffled = walk[::-1]
    assert sorted(shuffled, key=walk_key) == walk


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (HOME, "3号楼2单元501室"),
        (at(None, "3", "2", "501"), "3号楼2单元501室"),
        (at("幸福巷", "12号"), "12号"),
        (at(None, "3号楼", None, "5号"), "3号楼5号"),
        (at("阳光小区"), ""),
    ],
)
def test_the_place_is_spoken_with_its_suffixes(address, text):
    assert place_text(address) == text


def test_the_text_of_no_address_is_empty():
    assert address_text(None) == ""
    assert address_text(at("幸福巷", "12号")) == "幸福巷12号"


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("building", 3.0, "3号楼"),
        ("building", "三", "3号楼"),
        ("building", "6#", "6号楼"),
        ("building", "12号", "12号"),
        ("building", "b1", "B1号楼"),
        ("unit", "二单元", "2单元"),
        ("unit", 1.0, "1单元"),
        ("unit", "/", None),
        ("room", 501.0, "501"),
        ("room", "501室", "501"),
        ("room", "东屋", "东屋"),
        ("room", "", None),
        ("estate", " 阳光 小区 ", "阳光 小区"),
    ],
)
def test_parts_in_cells_of_their_own(field, value, kept):
    assert normalise_part(field, value) == kept


@pytest.mark.parametrize(
    ("cells", "address"),
    [
        ((None, "3", "2", 501.0), HOME),
        ((None, "3号楼", "二单元", "501室"), HOME),
        ((None, "3号楼2单元", "", "501"), HOME),
        ((None, "3号楼", "", "2-501"), HOME),
        (("西河社区", "3号楼", "2单元", "501"), HOME),
        (("西河社区3号楼", "", "2单元", "501"), HOME),
        (("幸福巷", "12号", "/", ""), at("幸福巷", "12号")),
        ((None, "幸福巷12号", None, None), at("幸福巷", "12号")),
        (("", "/", "-", None), None),
    ],
)
def test_an_address_of_several_cells(cells, address):
    assert address_of_parts(*cells, community="西河社区") == address


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (Address(estate="幸福小区", building="3号楼"), "幸福小区3号楼"),
        (Address(estate="幸福小区", building="3栋", unit="二单元", room="501"), "幸福小区3栋"),
        (Address(building="6号楼", room="501"), "6号楼"),
        (Address(estate="幸福巷", building="12号"), "幸福巷"),
        (Address(building="12号"), "12号"),
        (Address(estate="四号井家属院"), "四号井家属院"),
        (Address(), ""),
    ],
)
def test_a_building_is_spoken_with_its_estate_and_a_door_of_a_lane_as_the_lane(address, said):
    assert building_text(address) == said
