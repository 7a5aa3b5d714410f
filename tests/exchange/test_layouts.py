"""Layouts beside the plain list: forms, ticks, headings, tables side by side."""

from dataclasses import replace
from datetime import date

import pytest
from support.people import make_id
from support.sheets import book, read, worksheet

from linli.domain.imports import LedgerField
from linli.domain.residents import Sex
from linli.domain.values.addresses import address_text
from linli.domain.values.dates import PartialDate
from linli.domain.worksheets import Workbook
from linli.exchange.mappings import apply_mappings, mapping_text
from linli.exchange.planning import propose_plan


def number(sequence: int) -> str:
    return make_id(sequence=sequence)


def places(batch):
    """Return (name, address, household) of each person."""
    found = []
    for person in batch.people:
        household = None if person.household is None else batch.households[person.household]
        address = person.address or (household.address if household else None)
        found.append((person.draft.name, address_text(address), person.household))
    return found


# ---- heads ----------------------------------------------------------------------------------

TICKED = [
    ("姓名", "性别", "", "文化程度", "", "身份证号", "是否党员", "是否低保", "残疾"),
    ("", "男", "女", "小学", "初中", "", "", "", ""),
    ("张三", "", "√", "", "√", "", "是", "是", "二级"),
    ("李四", "√", "", "√", "", "", "否", "×", "无"),
]


@pytest.mark.parametrize("merged", [[(0, 1, 0, 2), (0, 3, 0, 4), (0, 0, 1, 0)], []])
def test_a_tick_says_the_value_that_its_head_names(merged):
    first, second = (person.draft for person in read(book(TICKED, merged=merged)).people)

    assert (first.sex, first.education_code, first.politics_code) == (Sex.FEMALE, "70", "01")
    assert (first.care_tags, first.note) == (("低保户",), "残疾：二级")
    assert (second.sex, second.education_code, second.politics_code) == (Sex.MALE, "80", None)
    assert (second.care_tags, second.note) == ((), None)


def test_a_tick_does_not_overrule_the_column_of_the_same_fact():
    rows = [("姓名", "政治面貌", "党员", "身份证号"), ("张三", "民盟盟员", "√", number(1))]

    (person,) = read(book(rows)).people

    assert person.draft.politics_code != "01"
    assert "党员：√" in (person.draft.note or "")


FAR = ("四川省", "成都市", "锦江区", "春熙路1号")


@pytest.mark.parametrize(
    "heads",
    [
        [("姓名", "身份证号", "户籍地", "", "", "", "住址"),
 ("", "", "省", "市", "县（区）", "详址")],
        [("姓名", "身份证号", "户籍省", "户籍地市", "户籍地（县）", "户籍详细地址", "住址")],
    ],
)  # fmt: skip
def test_an_address_over_several_columns_is_one_also_when_the_head_is_remembered(heads):
    source = book([*heads, ("张三", number(1), *FAR, "2-1-301")])
    plan = propose_plan(source)
    kept = {sheet.fingerprint: mapping_text(sheet) for sheet in plan.sheets}

    for known in (plan, apply_mappings(plan, kept)):
        (person,) = read(source, known).people
        assert person.draft.registered_address == "".join(FAR)
        assert person.draft.note is None


def test_a_head_that_shares_merged_cells_with_the_row_above_begins_there():
    rows = [
        ("户主姓名", "姓名", "户籍地", "", "现居住地", ""),
        ("", "", "省", "详细地址", "楼栋", "房号"),
        ("张三", "张三", "四川省", "春熙路1号", "3号楼", "101"),
    ]
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5)]

    batch = read(book(rows, merged=merged))

    assert batch.people[0].draft.registered_address == "四川省春熙路1号"
    assert places(batch) == [("张三", "3号楼101室", 0)]


@pytest.mark.parametrize(
    "heads",
    [
        ("No.", "Name", "ID No.", "Address", "Sex"),
        ("序號", "姓名", "身份證號碼", "住址", "性別"),
    ],
)
def test_heads_in_english_and_traditional_characters(heads):
    batch = read(book([heads, (1, "张三", number(1), "2-1-301", "男")]))

    assert batch.people[0].draft.documents[0].number == number(1)
    assert places(batch) == [("张三", "2号楼1单元301室", 0)]


def test_rows_that_sound_like_a_head_are_people():
    rows = [
        ("姓名", "住址", "备注"),
        ("张三", "2-1-301", "房东之子"),
        ("李四", "2-1-302", "户主本人在外"),
        ("王五", "2-1-303", "身份证丢失"),
    ]

    assert [person.draft.name for person in read(book(rows)).people] == ["张三", "李四", "王五"]


def test_tables_of_one_head_side_by_side_are_read_each_for_itself():
    rows = [
        ("2号楼住户",),
        ("房号", "姓名", "身份证号", "", "房号", "姓名", "身份证号"),
        ("101", "张三", number(1), "", "102", "李四", number(2)),
        ("201", "王五", number(3), "", "", "", ""),
    ]

    batch = read(book(rows))

    assert batch.rows == 3
    assert places(batch) == [
        ("张三", "2号楼101室", 0),
        ("王五", "2号楼201室", 1),
        ("李四", "2号楼102室", 2),
    ]
    assert all(person.draft.note is None for person in batch.people)


# ---- what stands around a table -------------------------------------------------------------

ROOMS = ("单元", "房号", "姓名", "身份证号")


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        ("3号楼", ()),
        ("Sheet1", ("西河社区3号楼居民花名册",)),
        ("3号楼", ("西河社区居民台账",)),
    ],
)
def test_the_building_of_a_sheet_or_title_holds_for_its_rows(sheet, title):
    rows = [title, ROOMS, ("1", "101", "张三", number(1)), ("", "102", "李四", number(2))]

    assert places(read(book(rows, sheet=sheet))) == [
        ("张三", "3号楼1单元101室", 0),
        ("李四", "3号楼1单元102室", 1),
    ]


def test_a_column_of_buildings_goes_before_the_sheets_name():
    rows = [("楼栋", *ROOMS), ("4号楼", "1", "101", "张三", number(1))]

    assert places(read(book(rows, sheet="3号楼"))) == [("张三", "4号楼1单元101室", 0)]


def test_a_lane_as_the_sheets_name_makes_a_bare_number_a_door():
    rows = [("门牌号", "姓名", "身份证号"), (12, "张三", number(1))]

    assert places(read(book(rows, sheet="幸福巷"))) == [("张三", "幸福巷12号", 0)]


def test_headings_between_the_rows_hold_until_the_next():
    rows = [
        ("房号", "户主", "姓名", "身份证号"),
        ("第一网格",),
        ("1号楼1单元",),
        ("101", "张三", "张三", number(1)),
        ("", "张三", "李四", number(2)),
        ("2单元",),
        ("101", "王五", "王五", number(3)),
        ("第二网格",),
        ("2号楼1单元",),
        ("101", "赵六", "赵六", number(4)),
    ]

    batch = read(book(rows, merged=[(2, 0, 2, 3)]))

    assert places(batch) == [
        ("张三", "1号楼1单元101室", 0),
        ("李四", "1号楼1单元101室", 0),
        ("王五", "1号楼2单元101室", 1),
        ("赵六", "2号楼1单元101室", 2),
    ]
    assert [person.grid for person in batch.people] == ["第一网格"] * 3 + ["第二网格"]


def test_forms_one_below_the_other_give_their_household_its_address_and_phone():
    def form(name, member, room, first):
        return [
            ("家庭情况登记表",),
            ("户主姓名", name, "联系电话", "13800000000", "家庭住址", f"7号楼2单元{room}"),
            ("姓名", "与户主关系", "身份证号"),
            (name, "户主", number(first)),
            (member, "妻", ""),
            ("填表人：", "王某"),
        ]

    batch = read(book([*form("张三", "李四", "101", 1), *form("王五", "赵六", "102", 3)]))

    assert places(batch) == [
        ("张三", "7号楼2单元101室", 0),
        ("李四", "7号楼2单元101室", 0),
        ("王五", "7号楼2单元102室", 1),
        ("赵六", "7号楼2单元102室", 1),
    ]
    assert [len(person.draft.phones) for person in batch.people] == [1, 0, 1, 0]


@pytest.mark.parametrize("ditto", ["同上", "〃", " 同 上 "])
def test_a_ditto_is_what_stands_above_but_a_name_is_nobody_elses(ditto):
    rows = [
        ("姓名", "与户主关系", "身份证号", "住址", "民族"),
        ("张三", "户主", number(1), "幸福小区3号楼2单元501", "回族"),
        ("李四", "妻", number(2), ditto, ditto),
        (ditto, "子", number(3), ditto, ditto),
        ("王五", "户主", number(5), "幸福小区4号楼1单元101", ditto),
    ]
    batch = read(book(rows))

    assert places(batch) == [
        ("张三", "幸福小区3号楼2单元501室", 0),
        ("李四", "幸福小区3号楼2单元501室", 0),
        ("王五", "幸福小区4号楼1单元101室", 1),
    ]
    assert {person.draft.ethnicity_code for person in batch.people} == {"03"}
    assert batch.rows == 4


def test_a_ditto_below_nothing_says_nothing():
    rows = [("姓名", "身份证号", "住址"), ("张三", number(1), "同上")]
    assert places(read(book(rows))) == [("张三", "", None)]


def test_a_household_goes_on_behind_a_page_break():
    head = ("户号", "姓名", "与户主关系", "身份证号", "住址")
    rows = [
        head,
        ("1", "张三", "户主", number(1), "2-1-301"),
        ("第1页 共2页",),
        head,
        ("", "李四", "妻", number(2), ""),
    ]

    assert places(read(book(rows))) == [
        ("张三", "2号楼1单元301室", 0),
        ("李四", "2号楼1单元301室", 0),
    ]


@pytest.mark.parametrize(
    "line",
    [
        ("本页共2人",),
        ("（续表）",),
        ("※ 标红为已核实",),
        ("男：1人", "女：1人"),
        ("户数：", "1", "人数：2"),
        ("单位（盖章）：西河社区",),
        ("", "", 2),
        ("2",),
        ("示例", "652328XXXXXXXXXXXX", "张某某"),
    ],
)
def test_feet_and_examples_are_no_rows(line):
    batch = read(book([("姓名", "身份证号", "住址"), line, ("张三", number(1), "2-1-301")]))

    assert (batch.rows, batch.problems) == (1, ())


def test_numbers_that_start_anew_without_places_are_told_apart_by_their_heads():
    def sheet(name, head):
        return worksheet(
            [("户号", "姓名", "关系"), (1, head, "户主"), (1, "小宝", "子")], name=name
        )

    batch = read(Workbook(path=book([]).path, sheets=(sheet("甲", "张三"), sheet("乙", "李四"))))

    assert [person.household for person in batch.people] == [0, 0, 1, 1]


# ---- cells ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "name", "fact", "value"),
    [
        ("李四-外出", "李四", "note", "外出"),
        ("褚四 已故", "褚四", "note", "已故"),
        ("吴十（曾用名：吴石）", "吴十", "former_name", "吴石"),
        ("卫五(13900001234)", "卫五", "phones", "13900001234"),
        ("张外出", "张外出", "note", "None"),
    ],
)
def test_what_stands_behind_a_name_is_put_in_its_place(typed, name, fact, value):
    (person,) = read(book([("姓名", "身份证号"), (typed, number(1))])).people

    assert person.draft.name == name
    assert value in str(getattr(person.draft, fact))


@pytest.mark.parametrize("words", ["未上户", "待补", "未办理（婴儿）"])
def test_words_in_place_of_a_number_set_nobody_aside(words):
    batch = read(book([("姓名", "身份证号"), ("小宝", words)]))

    assert batch.problems == ()
    assert batch.people[0].draft.note == f"证件号码：{words}"


def test_a_period_gives_its_first_or_last_day():
    heads = ("姓名", "身份证号", "来本地时间", "居住证有效期", "现住址", "流入原因")
    row = ("张三", number(1), "2023.4", "2023.4.10-2024年4月9日", "2-1-301", "务工")

    stay = read(book([heads, row])).people[0].draft.floating

    assert stay is not None
    assert (stay.arrived, stay.permit_expires) == (PartialDate(2023, 4), date(2024, 4, 9))


def test_facts_that_a_ledger_of_houses_has_no_place_for_are_noted():
    heads = ("房屋地址", "房主", "间数", "承租人", "租期起", "租期止", "户籍地址", "民族")
    rows = [
        heads,
        ("3-2-501", "李四", 2, "王五", "2023-1-1", "2024-1-1", "四川成都", "汉族"),
        ("", "", "", "赵六", "2023-5-1", "", "甘肃", ""),
    ]

    first, second = read(book(rows)).rentals

    assert "四川成都" in (first.facts.note or "")
    assert "甘肃" in (second.facts.note or "")
    assert (first.facts.since, second.facts.since) == (PartialDate(2023, 1, 1), None)
    assert first.facts.tenancies[0].until == date(2024, 1, 1)


def test_a_settled_persons_landlord_and_housing_are_noted():
    rows = [("户号", "姓名", "关系", "房主姓名", "住房性质"), ("1", "张三", "户主", "李四", "自有")]

    (person,) = read(book(rows)).people

    assert person.draft.floating is None
    assert person.draft.note == "住所类型：自有；房主姓名：李四"


def test_a_column_the_clerk_gave_to_no_field_stays_a_note():
    source = book([("姓名", "身份证号", "是否低保"), ("张三", number(1), "是")])
    plan = propose_plan(source)
    (sheet,) = plan.sheets
    columns = tuple(
        replace(c, field=None) if c.field is LedgerField.CARE_TAGS else c for c in sheet.columns
    )

    edited = replace(plan, sheets=(replace(sheet, columns=columns),))
    (person,) = read(source, edited).people

    assert (person.draft.care_tags, person.draft.note) == ((), "低保：是")
