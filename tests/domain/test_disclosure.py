"""What a list shows by where it goes."""

import pytest

from linli.domain.disclosure import Destination, disclosed
from linli.domain.registers import Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.values.masking import Masks

ROW = (
    "1",
    "欧阳建国（已迁出）",
    "138 0000 1234",
    "11010519491231002X",
    "幸福小区3号楼1单元101室",
    "女儿 13900001234\n邻居",
    "低保户",
)
COLUMNS = tuple(
    RegisterColumn(title=title, width=10, holds=holds)
    for title, holds in (
        ("序号", Holds.PLAIN),
        ("姓名", Holds.NAME),
        ("电话", Holds.PHONE),
        ("证件", Holds.DOCUMENT),
        ("住址", Holds.PLACE),
        ("家属", Holds.PRIVATE),
        ("标签", Holds.INTERNAL),
    )
)


@pytest.fixture
def register():
    groups = (
        RegisterGroup(heading="幸福小区3号楼", rows=[ROW]),
        RegisterGroup(heading="幸福小区5号楼", rows=[("2", "张三", "", "", "", "", "")]),
    )
    return Register(title="名册", columns=COLUMNS, groups=groups, page_per_group=True)


def test_the_office_sees_names_and_masked_numbers(register):
    shown = disclosed(register, Destination.OFFICE, Masks())
    assert shown.groups[0].rows == [
        (
            "1",
            "欧阳建国（已迁出）",
            "138****1234",
            "110105********002X",
            "幸福小区3号楼1单元101室",
            "女儿 139****1234\n邻居",
            "低保户",
        )
    ]
    assert shown.groups[0].heading == "幸福小区3号楼"
    assert not shown.revealed


def test_with_a_purpose_everything_is_in_full_and_the_list_says_so(register):
    shown = disclosed(register, Destination.REVEALED, Masks())
    assert shown.groups == register.groups
    assert shown.revealed


def test_on_a_wall_hangs_what_nobody_is_recognised_by(register):
    shown = disclosed(register, Destination.POSTING, Masks())
    assert [column.title for column in shown.columns] == ["序号", "姓名", "电话", "证件", "住址"]
    (group,) = shown.groups
    assert group.heading == ""
    assert group.rows == [
        ("1", "欧阳**", "138****1234", "1****************X", "幸福小区***"),
        ("2", "张*", "", "", ""),
    ]
    assert not shown.page_per_group


def test_a_list_that_is_masked_already_can_still_be_posted(register):
    office = disclosed(register, Destination.OFFICE, Masks())
    assert disclosed(office, Destination.POSTING, Masks()).groups[0].rows[0][:3] == (
        "1",
        "欧阳**",
        "138****1234",
    )


def test_other_digits_hold_for_lists_as_well(register):
    shown = disclosed(register, Destination.OFFICE, Masks(document=(1, 1), mobile=(0, 4)))
    assert shown.groups[0].rows[0][2:4] == ("*******1234", "1****************X")
