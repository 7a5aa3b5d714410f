import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domain.values.phones import (
    Phone,
    PhoneKind,
    format_phone,
    parse_phone,
    parse_phones,
    split_phones,
)
from linli.errors import UserError

mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
landlines = st.from_regex(r"0(10|2[0-9])[2-8][0-9]{7}|0[3-9][0-9]{2}[2-8][0-9]{6}", fullmatch=True)
writings = st.sampled_from(
    ["{}", " {} ", "+86{}", "86{}", "+86 {}", "0086-{}", "'{}", "\u200b{}\xa0", "手机：{}", "0{}"]
)


@given(mobiles, writings)
def test_a_mobile_number_is_read_however_it_is_written(number, writing):
    phone = parse_phone(writing.format(number))
    assert phone == Phone(number=number, kind=PhoneKind.MOBILE)


@given(mobiles, st.sampled_from(["{} {} {}", "{}-{}-{}", "{}－{}－{}", "{}\u3000{}\u3000{}"]))
def test_a_mobile_number_in_groups_is_one_number(number, grouping):
    text = grouping.format(number[:3], number[3:7], number[7:])
    assert [phone.number for phone in parse_phones(text)] == [number]


@given(mobiles | landlines)
def test_what_is_shown_reads_back_the_same(number):
    phone = parse_phone(number)
    assert parse_phone(format_phone(phone)) == phone


@given(mobiles, mobiles, st.sampled_from("、/;；,，\n|和\u3000 -"))
def test_two_numbers_in_a_cell_are_two(one, other, separator):
    found = [phone.number for phone in parse_phones(f"{one}{separator}{other}")]
    assert found == list(dict.fromkeys([one, other]))


@pytest.mark.parametrize(
    ("text", "number", "kind", "note"),
    [
        ("0994-4839123", "09944839123", PhoneKind.LANDLINE, None),
        ("(0994)4839123", "09944839123", PhoneKind.LANDLINE, None),
        ("（０９９４）４８３９１２３", "09944839123", PhoneKind.LANDLINE, None),
        ("010-62345678", "01062345678", PhoneKind.LANDLINE, None),
        ("+86 10 62345678", "01062345678", PhoneKind.LANDLINE, None),
        ("4839123", "4839123", PhoneKind.LANDLINE, None),
        ("62345678", "62345678", PhoneKind.LANDLINE, None),
        ("4839123转801", "4839123", PhoneKind.LANDLINE, "转801"),
        ("0994-4839123-801", "09944839123", PhoneKind.LANDLINE, "转801"),
        ("400-820-8820", "4008208820", PhoneKind.OTHER, None),
        ("12345", "12345", PhoneKind.OTHER, None),
        ("110", "110", PhoneKind.OTHER, None),
        ("95598", "95598", PhoneKind.OTHER, None),
        ("+852 9123 4567", "+85291234567", PhoneKind.OTHER, None),
        ("0085291234567", "+85291234567", PhoneKind.OTHER, None),
        ("13800001111(儿子)", "13800001111", PhoneKind.MOBILE, "儿子"),
        ("儿子13800001111", "13800001111", PhoneKind.MOBILE, "儿子"),
        ("013800001111", "13800001111", PhoneKind.MOBILE, None),
        ("13800001111 李四", "13800001111", PhoneKind.MOBILE, "李四"),
    ],
)
def test_other_numbers(text, number, kind, note):
    assert parse_phone(text) == Phone(number=number, kind=kind, note=note)


@pytest.mark.parametrize("cell", [15247829072.0, 15247829072])
def test_a_number_cell_is_read(cell):
    assert [phone.number for phone in parse_phones(cell)] == ["15247829072"]


@pytest.mark.parametrize("nothing", ["", "/", "-", "—", "无", "没有", "不详", " ", "\u200b", None])
def test_words_for_nothing_mean_no_number(nothing):
    assert split_phones(nothing) == []


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("13001466774/0994-4839123", ["13001466774", "0994-4839123"]),
        ("0994 4839123 13001466774", ["0994 4839123", "13001466774"]),
        ("156 5203 4264 139 0000 1111", ["156 5203 4264", "139 0000 1111"]),
        ("4839123 4839124", ["4839123", "4839124"]),
        ("0994-4839123-13800001111", ["0994-4839123", "13800001111"]),
        ("13800001111 张三 13900002222 李四", ["13800001111 张三", "13900002222 李四"]),
        ("张三13800001111李四13900002222", ["张三13800001111", "李四13900002222"]),
        ("13800001111张三13900002222李四", ["13800001111张三", "13900002222李四"]),
        ("13800001111王和平", ["13800001111王和平"]),
        ("13800001111、/", ["13800001111"]),
        ("138000 13800001111 王", ["138000", "13800001111 王"]),
        ("王 13800001111", ["王 13800001111"]),
        ("王 1380000", ["王", "1380000"]),
        ("13800001111~13900002222", ["13800001111", "13900002222"]),
        ("13800001111-13900002222-1234", ["13800001111-13900002222-1234"]),
        ("1380000 张三", ["1380000 张三"]),
        ("138000011112", ["138000011112"]),
    ],
)
def test_a_cell_is_taken_apart_as_it_was_meant(cell, parts):
    assert split_phones(cell) == parts


@pytest.mark.parametrize(
    "wrong",
    ["1380000111", "138000011112", "12800001111", "01234", "号码", "1.38E+10", "0994-483912", ""],
)
def test_what_is_no_number_is_refused_with_the_value(wrong):
    with pytest.raises(UserError) as caught:
        parse_phone(wrong)
    assert wrong in caught.value.message
    assert caught.value.field == "phones"


def test_a_number_ruined_by_the_spreadsheet_is_named_so():
    with pytest.raises(UserError, match=r"「1\.38E\+10」已被表格软件改坏"):
        parse_phone("1.38E+10")


def test_a_repeated_number_is_kept_once_in_the_order_of_the_cell():
    cell = "13900002222、13800001111、13900002222"
    assert [phone.number for phone in parse_phones(cell)] == ["13900002222", "13800001111"]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("09944839123", "0994-4839123"),
        ("01062345678", "010-62345678"),
        ("02162345678", "021-62345678"),
        ("13800001111", "13800001111"),
        ("4839123", "4839123"),
    ],
)
def test_landlines_are_shown_with_their_area_code_apart(number, shown):
    assert format_phone(parse_phone(number)) == shown
