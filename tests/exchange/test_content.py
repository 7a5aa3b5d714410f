"""What columns without a head hold, by their cells."""

import pytest
from support.people import make_id

from linli.domain.imports import LedgerField
from linli.exchange.content import guess_fields

F = LedgerField
NUMBERS = [make_id(sequence=number) for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        (NUMBERS, F.DOCUMENT),
        (["6.52328E+17", NUMBERS[1], "6.5233E+17"], F.DOCUMENT),
        (["652328********0012", NUMBERS[1]], F.DOCUMENT),
        (["652328600501001"], F.DOCUMENT),
        (["13909940001", "139 0994 0002", "0994-2345678"], F.PHONE),
        (["13909940001、13909940002"], F.PHONE),
        (["1.39099E+10", "13909940002"], F.PHONE),
        (["1960-05-01", "1961.4", "1962年3月"], F.BIRTH),
        (["19600501", "19610402"], F.BIRTH),
        (["男", "女", "女"], F.SEX),
        (["汉", "维吾尔族", "哈萨克族"], F.ETHNICITY),
        (["户主", "妻", "长子"], F.RELATION),
        (["群众", "中共党员"], F.POLITICS),
        (["初中", "大专"], F.EDUCATION),
        (["已婚", "未婚"], F.MARRIAGE),
        (["低保户", "残疾人、独居老人"], F.CARE_TAGS),
        (["第一网格", "2网格"], F.GRID),
        (["3号楼", "4栋"], F.BUILDING),
        (["3-2-501", "西河社区6号楼3单元203室"], F.ADDRESS),
        (["四川省成都市武侯区", "甘肃省天水市秦州区"], F.REGISTERED_ADDRESS),
        (["张三", "欧阳锋", "阿依古丽·买买提"], F.NAME),
        (["红茶两杯多加糖", "绿茶三杯不加糖"], None),
        (["501", "502"], None),
        (["1", "0", "1"], None),
    ],
)
def test_column_is_told_by_its_cells(texts, field):
    assert guess_fields({4: texts, 0: ["红茶两杯多加糖"]}).get(4) is field


def test_a_few_cells_that_do_not_fit_do_not_matter():
    assert guess_fields({0: [*NUMBERS, "待补"]}) == {0: F.DOCUMENT}


def test_rooms_and_units_are_told_beside_buildings_only():
    rooms, units = ["501", "502"], ["1单元", "2单元"]
    assert guess_fields({0: units, 1: rooms}) == {}
    found = guess_fields({0: ["3号楼", "4号楼"], 1: units, 2: rooms})
    assert found == {0: F.BUILDING, 1: F.UNIT, 2: F.ROOM}


def test_numbers_that_count_up_in_the_first_column_are_no_ages():
    ages = ["66", "35", "41"]
    found = guess_fields({0: ["33", "34", "35"], 1: ages, 2: NUMBERS})
    assert found == {0: F.SEQUENCE, 1: F.AGE, 2: F.DOCUMENT}


def test_names_are_the_column_that_differs_most():
    columns = {0: ["张三"] * 3, 1: ["张三", "李四", "王五"], 2: ["农民"] * 3}
    assert guess_fields(columns) == {1: F.NAME}


def test_birth_is_the_earlier_of_two_dates():
    columns = {0: ["2021-03-01", "2020-01-05"], 1: ["1960-05-01", "1971-02-03"]}
    assert guess_fields(columns) == {1: F.BIRTH}


def test_two_columns_of_phones_are_phones_both():
    phones = ["13909940001", "13909940002"]
    assert guess_fields({0: phones, 1: phones}) == {0: F.PHONE, 1: F.PHONE}
