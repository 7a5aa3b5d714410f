"""Layouts of ledgers never seen before: who lives in which household, what is no row."""

from datetime import date

import pytest
from support.people import make_id
from support.sheets import book, read, worksheet

from linli.domain.imports import SetAsideReason
from linli.domain.residents import ManagementClass, Sex
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.worksheets import Workbook

HEAD = ("序号", "户号", "楼栋", "单元", "房号", "姓名", "与户主关系", "身份证号")


def number(sequence: int) -> str:
    return make_id(sequence=sequence)


def homes(batch):
    """Return (name, household number, place) of each person."""
    found = []
    for person in batch.people:
        household = None if person.household is None else batch.households[person.household]
        address = person.address or (household.address if household else None)
        place = "" if address is None else "-".join(filter(None, vars_of(address)))
        found.append((person.draft.name, household.number if household else None, place))
    return found


def vars_of(address: Address):
    return (address.estate, address.building, address.unit, address.room)


def test_merged_household_cells_are_filled_down_and_blanks_outside_them_are_not():
    rows = [
        HEAD,
        (1, "01", "2号楼", "1单元", "301", "张三", "户主", number(1)),
        (2, "", "", "", "", "李四", "配偶", number(2)),
        (3, "02", "2号楼", "1单元", "302", "王五", "户主", number(3)),
        (4, "", "", "", "", "赵六", "", number(4)),
    ]
    merged = [(1, column, 2, column) for column in range(1, 5)]

    assert homes(read(book(rows, merged=merged))) == [
        ("张三", "01", "2号楼-1单元-301"),
        ("李四", "01", "2号楼-1单元-301"),
        ("王五", "02", "2号楼-1单元-302"),
        ("赵六", None, ""),
    ]


def test_blanks_below_a_first_row_belong_to_its_household_where_nothing_is_merged():
    rows = [
        HEAD,
        (1, "01", "2号楼", "1单元", "301", "张三", "户主", number(1)),
        (2, "", "", "", "", "李四", "配偶", number(2)),
        (),
        (3, "02", "幸福巷12号", "", "", "王五", "户主", number(3)),
        (4, "", "", "", "", "赵六", "长子", number(4)),
    ]

    assert homes(read(book(rows))) == [
        ("张三", "01", "2号楼-1单元-301"),
        ("李四", "01", "2号楼-1单元-301"),
        ("王五", "02", "幸福巷-12号"),
        ("赵六", "02", "幸福巷-12号"),
    ]


def test_what_is_a_persons_own_is_never_filled_down():
    rows = [
        ("户号", "姓名", "关系", "身份证号", "电话", "民族"),
        ("01", "张三", "户主", number(1), "13800000000", "汉族"),
        ("", "李四", "配偶", number(2), "", ""),
    ]

    first, second = read(book(rows, merged=[(1, 0, 2, 0), (1, 4, 2, 4), (1, 5, 2, 5)])).people

    assert len(first.draft.phones) == 1
    assert second.draft.phones == ()
    assert second.draft.ethnicity_code is None


def test_places_are_filled_from_the_wider_to_the_narrower():
    rows = [
        ("楼栋", "单元", "房号", "姓名", "身份证号"),
        ("3号楼", "1单元", "101", "张一", number(1)),
        ("", "", "102", "张二", number(2)),
        ("", "2单元", "101", "张三", number(3)),
        ("4号楼", "", "101", "张四", number(4)),
    ]

    assert [place for _, _, place in homes(read(book(rows)))] == [
        "3号楼-1单元-101",
        "3号楼-1单元-102",
        "3号楼-2单元-101",
        "4号楼-101",
    ]


def test_where_places_are_written_out_a_blank_stays_blank():
    rows = [
        ("小区", "楼栋", "房号", "姓名", "身份证号"),
        ("阳光小区", "3号楼", "101", "张一", number(1)),
        ("阳光小区", "3号楼", "102", "张二", number(2)),
        ("", "8号楼", "101", "张三", number(3)),
    ]

    assert [place for _, _, place in homes(read(book(rows)))][-1] == "8号楼-101"


def test_a_heading_inside_the_table_gives_the_building_of_the_rows_below():
    rows = [
        ("楼栋", "房号", "姓名", "身份证号"),
        ("3号楼", "", "", ""),
        ("", "101", "张一", number(1)),
        ("", "102", "张二", number(2)),
    ]

    assert [place for _, _, place in homes(read(book(rows)))] == ["3号楼-101", "3号楼-102"]


@pytest.mark.parametrize(
    ("heads", "rows", "households"),
    [
        pytest.param(
            ("姓名", "关系", "住址"),
            [("张三", "户主", "2-1-301"), ("李四", "妻", ""), ("王五", "户主", "2-1-302")],
            [0, 0, 1],
            id="by the heads' rows",
        ),
        pytest.param(
            ("姓名", "户主姓名", "住址"),
            [("张三", "张三", "2-1-301"), ("李四", "张三", "2-1-301"), ("王五", "王五", "x楼")],
            [0, 0, 1],
            id="by the head's name",
        ),
        pytest.param(
            ("姓名", "身份证号", "住址"),
            [("张三", "", "2-1-301"), ("李四", "", "2-1-302"), ("王五", "", "2号楼1单元301室")],
            [0, 1, 0],
            id="by the same home",
        ),
        pytest.param(
            ("姓名", "身份证号", "住址"),
            [("张三", "", "2号楼"), ("李四", "", "2号楼")],
            [None, None],
            id="a building is no home",
        ),
        pytest.param(
            ("姓名", "关系", "住址"),
            [("张三", "户主", "2号楼"), ("李四", "妻", "2号楼"), ("王五", "子", "3号楼")],
            [0, 0, None],
            id="by the relation where the building is the same",
        ),
        pytest.param(
            ("姓名", "关系", "住址", "是否流动人口"),
            [("张三", "户主", "2号楼", "是"), ("李四", "妻", "2号楼", "是")],
            [0, 0],
            id="floating people with their relations",
        ),
    ],
)
def test_households_without_numbers_are_found(heads, rows, households):
    batch = read(book([heads, *rows]))

    assert [person.household for person in batch.people] == households


def test_an_address_that_names_the_community_only_leaves_the_parts_their_say():
    rows = [("姓名", "住址", "楼栋", "房号"), ("张三", "西河社区", "3号楼", "101")]

    assert homes(read(book(rows))) == [("张三", None, "3号楼-101")]


def test_each_row_of_a_list_of_heads_is_a_household():
    rows = [("户主姓名", "户主身份证号", "联系电话", "住址"), ("张三", number(1), "", "2-1-301")]

    (person,) = read(book(rows)).people

    assert person.draft.name == "张三"
    assert person.draft.relation_code == "02"
    assert person.household == 0


def test_numbers_that_start_anew_on_every_sheet_are_told_apart_by_the_grid():
    def sheet(grid, room, name):
        rows = [HEAD, (1, 1, "2号楼", "1单元", room, name, "户主", "")]
        return worksheet(rows, name=grid)

    source = Workbook(
        path=book([]).path,
        sheets=(sheet("第一网格", "301", "张三"), sheet("第二网格", "302", "李四")),
    )

    batch = read(source)

    assert [household.number for household in batch.households] == ["第一网格-1", "第二网格-1"]


def test_a_household_whose_only_member_is_set_aside_still_comes_into_being():
    rows = [HEAD, (1, "07", "2号楼", "1单元", "301", "张三", "户主", "65232819380214123")]

    batch = read(book(rows))

    assert [problem.reason for problem in batch.problems] == [SetAsideReason.LENGTH]
    assert [household.number for household in batch.households] == ["07"]


NOT_ROWS = [
    ("合计", "", "", "", "", "326人", "", ""),
    ("", "", "", "", "", "小计", "", 3),
    ("注：本表由网格员采集，每季度更新一次。",),
    ("", "填表人：", "", "", "", "审核人：", "", ""),
    ("填表人：", "张三", "", "", "", "李四", "", ""),
    (967, "", "", "", "", "", "", ""),
    HEAD,
    ("西河社区居民台账",),
    ("", "", "", "", "", "西河社区居民台账", "", ""),
    ("", "", "", "", "", "以上人员由网格员核实，情况属实。", "", ""),
    ("", "", "", "", "", "请于月底前交到社区，不得涂改折叠。", "", ""),
]


@pytest.mark.parametrize("foot", NOT_ROWS, ids=lambda row: "".join(map(str, row))[:12])
def test_totals_notes_and_repeated_heads_are_no_rows(foot):
    person = (1, "01", "2号楼", "1单元", "301", "张三", "户主", number(1))
    batch = read(book([("西河社区居民台账",), HEAD, person, foot, (*person[:5], "李四", "妻", "")]))

    assert batch.rows == 2
    assert batch.problems == ()
    assert [person.draft.name for person in batch.people] == ["张三", "李四"]


def test_whoever_is_named_is_a_row_though_the_first_cell_reads_like_a_foot():
    heads = ("备注", "姓名", "性别", "身份证号")

    batch = read(book([heads, ("审核未通过", "张三", "男", ""), ("审核：", "李四", "", "")]))

    assert [person.draft.name for person in batch.people] == ["张三"]
    assert [line.text for line in batch.skipped] == ["审核： 李四"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("张三", "6.52328E+17"), SetAsideReason.SCIENTIFIC),
        (("张三", 6.52328193802141e17), SetAsideReason.SCIENTIFIC),
        (("张三", "65232819380214123"), SetAsideReason.LENGTH),
        (("张三", "652328193813141235"), SetAsideReason.MONTH),
        (("张三", "652328193802301235"), SetAsideReason.DAY),
        (
            ("张三", number(1)[:17] + ("0" if number(1)[17] != "0" else "1")),
            SetAsideReason.CHECK_DIGIT,
        ),
        (("张三", "652328203802141235"), SetAsideReason.FUTURE),
        (("张三", "65232819380214A235"), SetAsideReason.CHARACTER),
        (("", number(1)), SetAsideReason.NO_NAME),
        (("张三李四12", number(1)), SetAsideReason.NAME),
    ],
)
def test_rows_are_set_aside_with_their_reason_and_cell(row, reason):
    batch = read(book([("姓名", "身份证号", "住址"), (*row, "2-1-301")]))

    (problem,) = batch.problems
    assert batch.rows == 1
    assert problem.reason is reason
    assert problem.at.number == 2
    assert problem.column == (0 if reason in (SetAsideReason.NO_NAME, SetAsideReason.NAME) else 1)


def test_a_person_without_a_number_is_no_error():
    batch = read(book([("姓名", "身份证号", "住址"), ("张三", "无", "2-1-301")]))

    assert batch.problems == ()
    assert batch.people[0].draft.documents == ()


def test_facts_are_read_as_people_type_them():
    heads = (
        "姓名",
        "性别",
        "身份证号",
        "出生年月",
        "民族",
        "联系方式",
        "特长",
        "备注",
        "年龄",
        "车牌",
    )
    typed = f"’{number(2)[:6]} {number(2)[6:14]} {number(2)[14:].lower()}"
    row = (
        "张 三（户主）",
        2,
        typed,
        "1960.05",
        "汉",
        "+8613800000000/0994-4839123",
        "电工、理发",
        "低保户、残疾、养狗",
        66,
        "新B12345",
    )

    (person,) = read(book([heads, row])).people
    draft = person.draft

    assert draft.name == "张三"
    assert draft.relation_code == "02"
    assert draft.sex is Sex.FEMALE
    assert draft.documents[0].number == number(2)
    assert draft.birth == PartialDate(1960, 5, 1)
    assert draft.ethnicity_code == "01"
    assert [phone.number for phone in draft.phones] == ["13800000000", "09944839123"]
    assert draft.skills == ("电工", "理发")
    assert draft.care_tags == ("低保户", "残疾人")
    assert draft.note == "养狗；车牌：新B12345"


def test_the_number_wins_over_sex_and_birth_columns_and_the_clerk_is_told():
    rows = [("姓名", "性别", "身份证号", "出生日期"), ("张三", "女", number(1), "1961-01-01")]

    batch = read(book(rows))

    assert batch.people[0].draft.sex is Sex.MALE
    assert batch.people[0].draft.birth == PartialDate(1960, 5, 1)
    assert [warning.message[:3] for warning in batch.warnings] == ["性别栏", "出生日"]


def test_what_cannot_be_read_is_kept_in_the_note():
    heads = (
        "姓名",
        "身份证号",
        "性别",
        "民族",
        "电话",
        "文化程度",
        "出生日期",
        "是否流动人口",
        "来源地",
    )
    row = ("张三", "", "勇", "火星族", "1380000", "博览", "昨天", "待查", "")

    (person,) = read(book([heads, row])).people

    assert (person.draft.note or "").split("；") == [
        "电话：1380000",
        "性别：勇",
        "出生日期：昨天",
        "民族：火星族",
        "文化程度：博览",
        "人口类别：待查",
    ]


def test_what_a_settled_persons_row_says_of_a_stay_is_kept_in_the_note():
    rows = [("姓名", "身份证号", "是否流动人口", "来源地"), ("张三", "", "否", "醴陵市")]

    (person,) = read(book(rows)).people

    assert person.draft.floating is None
    assert person.draft.note == "来源地：醴陵市"


def test_blanks_of_a_floating_persons_row_leave_nothing_in_the_note():
    heads = ("姓名", "来本地时间", "证件到期日期", "预计离开日期", "管理类别", "办证类型", "性别")

    (person,) = read(book([heads, ("张三", "2010", "", "", "", "", "")])).people

    assert person.draft.floating is not None
    assert person.draft.floating.arrived == PartialDate(2010)
    assert person.draft.note is None


def test_ticks_in_a_column_of_a_care_tag_become_the_tag():
    plan_rows = [
        ("姓名", "身份证号", "特殊群体", "住址"),
        ("张三", "", "独居老人、志愿者、左撇子", "2-1-301"),
    ]

    (person,) = read(book(plan_rows)).people

    assert person.draft.care_tags == ("独居老人", "志愿者", "左撇子")


def test_a_floating_persons_row_is_read_whole():
    heads = (
        "姓名",
        "身份证号",
        "户籍地址",
        "现住址",
        "来本地时间",
        "流入原因",
        "房主姓名",
        "房主电话",
        "居住证号",
        "居住证到期日期",
        "管理类别",
        "从事职业",
    )
    row = (
        "张三",
        number(1),
        "醴陵市西街110号",
        "西河社区6号楼1单元202室",
        date(2010, 5, 20),
        "务工",
        "李四",
        "13900000000",
        "6523280001",
        "2011-5-19",
        "临时管理",
        "运输",
    )

    (person,) = read(book([heads, row])).people
    stay = person.draft.floating

    assert person.household is None
    assert person.address == Address(building="6号楼", unit="1单元", room="202")
    assert person.draft.registered_address == "醴陵市西街110号"
    assert person.draft.occupation == "运输"
    assert stay is not None
    assert (stay.origin, stay.arrived, stay.reason_code) == (
        "醴陵市西街110号",
        PartialDate(2010, 5, 20),
        "01",
    )
    assert (stay.landlord_name, stay.landlord_phone) == ("李四", "13900000000")
    assert (stay.permit_number, stay.permit_expires) == ("6523280001", date(2011, 5, 19))
    assert stay.management is ManagementClass.TEMPORARY


@pytest.mark.parametrize(
    ("said", "floating"),
    [
        ("是", True),
        ("流动人口", True),
        ("√", True),
        ("否", False),
        ("户籍人口", False),
        ("", False),
    ],
)
def test_a_residents_row_says_whether_the_person_is_floating(said, floating):
    rows = [("姓名", "身份证号", "是否流动人口", "住址"), ("张三", "", said, "2-1-301")]

    (person,) = read(book(rows)).people

    assert (person.draft.floating is not None) == floating


HOUSES = (
    "编号",
    "房屋地址",
    "房主",
    "房主身份证号",
    "间数",
    "承租人",
    "承租人身份证号",
    "租住人数",
)


def test_a_house_with_its_tenants_in_merged_rows_counts_once():
    rows = [
        HOUSES,
        ("CZ1", "3-2-501", "李四", number(1), 4, "王五", number(3), 6),
        ("", "", "", "", "", "赵六", number(5), ""),
        ("CZ2", "3-2-502", "李四", number(1), 2, "", "", 0),
    ]
    merged = [(1, column, 2, column) for column in (0, 1, 2, 3, 4, 7)]

    for areas in (merged, ()):
        batch = read(book(rows, merged=areas))
        assert batch.rows == 3
        assert sum(rental.facts.rooms or 0 for rental in batch.rentals) == 6
        assert sum(rental.facts.occupants or 0 for rental in batch.rentals) == 6
        assert [tenant.name for rental in batch.rentals for tenant in rental.facts.tenancies] == [
            "王五",
            "赵六",
        ]


def test_a_house_repeated_with_each_tenants_share_is_added_up():
    rows = [
        HOUSES,
        ("CZ1", "3-2-501", "李四", "", 1, "王五", "", 2),
        ("CZ1", "3-2-501", "李四", "", 2, "赵六", "", 3),
    ]

    first, second = read(book(rows)).rentals

    assert (first.facts.rooms, first.facts.occupants) == (3, 5)
    assert (second.facts.rooms, second.facts.occupants) == (None, None)


def test_several_tenants_in_one_cell_each_keep_their_number():
    rows = [HOUSES, ("CZ1", "3-2-501", "李四", "", 2, "王五、赵六", f"{number(1)}、{number(3)}", 2)]

    (rental,) = read(book(rows)).rentals

    assert [(t.name, t.document.number) for t in rental.facts.tenancies if t.document] == [
        ("王五", number(1)),
        ("赵六", number(3)),
    ]


def test_a_house_is_entered_though_its_tenants_number_is_unreadable():
    rows = [HOUSES, ("CZ1", "3-2-501", "李四", number(1), 4, "王五", "6.52328E+17", 6)]

    batch = read(book(rows))

    assert [problem.column for problem in batch.problems] == [6]
    assert batch.rentals[0].refused
    assert batch.rentals[0].facts.rooms == 4
    assert batch.rentals[0].facts.tenancies == ()


def test_a_house_without_an_address_is_set_aside():
    batch = read(book([HOUSES, ("CZ1", "", "李四", number(1), 4, "王五", "", 6)]))

    assert [problem.reason for problem in batch.problems] == [SetAsideReason.NO_ADDRESS]


def test_a_grid_of_a_column_goes_before_that_of_the_sheet_and_takes_its_buildings():
    rows = [
        ("网格", "楼栋", "房号", "姓名", "身份证号"),
        ("第二网格", "3号楼", "101", "张一", ""),
        ("", "4号楼", "101", "张二", ""),
        ("第三网格", "4号楼", "102", "张三", ""),
    ]

    batch = read(book(rows, sheet="第一网格"))
    buildings = {grid.name: [b.building for b in grid.buildings] for grid in batch.grids}

    assert [person.grid for person in batch.people] == ["第二网格", "第二网格", "第三网格"]
    assert buildings == {"第一网格": [], "第二网格": ["3号楼"], "第三网格": []}


def test_who_is_the_head_themselves_is_the_head():
    rows = [("户号", "姓名", "与户主关系"), ("01", "张三", "本人"), ("01", "李四", "妻")]

    assert [person.draft.relation_code for person in read(book(rows)).people] == ["02", "12"]


def test_a_birth_month_that_a_number_cell_lost_is_let_go_beside_the_identity_number():
    rows = [("姓名", "身份证号", "出生年月"), ("张三", number(1), 1960.1), ("李四", "", 1960.1)]

    sure, unsure = read(book(rows)).people

    assert (sure.draft.birth, sure.draft.note) == (PartialDate(1960, 5, 1), None)
    assert (unsure.draft.birth, unsure.draft.note) == (None, "出生日期：1960.1")
