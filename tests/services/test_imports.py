"""Bringing ledgers in, end to end on a real encrypted ledger."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from support.people import make_draft, make_id
from support.sheets import save_xlsx

from linli.domain.imports import Choice, LedgerField, LedgerShape
from linli.domain.residents import ResidentFilter
from linli.errors import UserError
from linli.progress import Cancelled, Progress

LEDGERS = Path(__file__).parents[3] / "shared" / "ledgers"
HEAD = ("序号", "户号", "楼栋", "单元", "房号", "姓名", "与户主关系", "身份证号", "联系电话")
ROWS = [
    ("西河社区居民台账",),
    HEAD,
    (1, "01", "2号楼", "1单元", "301", "张三", "户主", make_id(sequence=1), 13800000000.0),
    (2, "", "", "", "", "陈䶮", "配偶", make_id(sequence=2), ""),
    (3, "", "", "", "", "张小小", "长子", "", ""),
    (4, "02", "2号楼", "1单元", "302", "李四", "户主", "6.52328E+17", ""),
    (5, "", "", "", "", "张三", "", make_id(sequence=1), "13900000000"),
    ("合计:5人",),
]


@pytest.fixture
def ledger(tmp_path):
    return save_xlsx(tmp_path / "居民.xlsx", {"第一网格": ROWS}, {"第一网格": ["B3:B5", "C3:C5"]})


def bring(services, path, decisions=None):
    source = services.imports.open(path)
    return services.imports.run(source, services.imports.plan(source), decisions or {})


def people(services):
    ids = services.residents.list_ids(ResidentFilter())
    return {row.name: services.residents.get(row.id) for row in services.residents.rows(ids)}


def test_a_ledger_is_entered_with_households_homes_and_grids(services, ledger):
    outcome, changes = bring(services, ledger)

    assert (outcome.rows, outcome.added, outcome.joined, outcome.set_aside) == (5, 3, 1, 1)
    assert outcome.reasons == {"scientific": 1}
    assert (outcome.households, outcome.new_households) == (2, 2)
    found = people(services)
    assert [phone.number for phone in found["张三"].facts.phones] == ["13800000000", "13900000000"]
    assert found["陈䶮"].address == found["张三"].address
    assert found["张小小"].household_number == "01"
    (grid,) = services.grids.list_all()
    assert (grid.label, grid.residents) == ("第一网格", 3)
    assert changes.entry_id is not None


def test_a_dry_run_says_the_same_and_writes_nothing(services, ledger):
    source = services.imports.open(ledger)
    plan = services.imports.plan(source)

    tried = services.imports.dry_run(source, plan)

    assert services.residents.counts().residents == 0
    assert tried == services.imports.run(source, plan)[0]


def test_the_same_file_again_joins_and_changes_nothing(services, ledger):
    bring(services, ledger)
    before = people(services)

    outcome, changes = bring(services, ledger)

    assert (outcome.added, outcome.joined, outcome.set_aside) == (0, 4, 1)
    assert (outcome.new_households, outcome.new_dwellings) == (0, 0)
    assert outcome.differences == ()
    assert changes.entry_id is None
    assert people(services) == before


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [
                ("姓名", "与户主关系", "身份证号"),
                ("张三", "户主", make_id(sequence=1)),
                ("小宝", "子", "未办"),
                ("李四", "户主", make_id(sequence=3)),
                ("小宝", "女", ""),
            ],
            id="by whom they live with",
        ),
        pytest.param(
            [("姓名", "身份证号"), ("王强", ""), ("王强", "无"), ("李明", "")], id="by name"
        ),
        pytest.param(
            [
                ("姓名", "出生日期", "住址"),
                ("王强", "2001年", "3号楼"),
                ("王强", "2001年", "3号楼"),
            ],
            id="by name and building",
        ),
        pytest.param(
            [("户号", "姓名", "性别"), ("1", "王强", "男"), ("2", "王强", "男"), ("2", "李明", "")],
            id="by the household's number",
        ),
    ],
)
def test_people_without_number_are_known_again(services, tmp_path, rows):
    path = save_xlsx(tmp_path / "名单.xlsx", {"Sheet1": rows})
    first, _ = bring(services, path)
    before = services.residents.counts()

    again, _ = bring(services, path)

    assert (first.added, first.set_aside) == (len(rows) - 1, 0)
    assert (again.added, again.joined) == (0, len(rows) - 1)
    assert services.residents.counts() == before


def test_the_whole_import_is_one_undo_step(services, ledger):
    bring(services, ledger)

    services.history.undo()

    counts = services.residents.counts()
    assert (counts.residents, counts.households, counts.dwellings, counts.grids) == (0, 0, 0, 0)
    services.history.redo()
    assert services.residents.counts().residents == 3
    assert services.residents.find("陈䶮")


def test_people_are_found_after_an_import(services, ledger):
    bring(services, ledger)

    for typed in ("zs", "2-1-301", "0000", make_id(sequence=1)[-4:]):
        assert "张三" in [row.name for row in services.residents.find(typed)]


def test_cancelling_leaves_nothing(services, ledger):
    source = services.imports.open(ledger)
    plan = services.imports.plan(source)
    texts = []
    progress = Progress(
        on_report=lambda done, total, text: texts.append(text),
        is_cancelled=lambda: "登记居民" in texts,
    )

    with pytest.raises(Cancelled):
        services.imports.run(source, plan, {}, progress)

    assert services.residents.counts().residents == 0
    assert services.history.state().undo is None


def test_a_difference_is_kept_as_ours_unless_decided(services, tmp_path):
    services.residents.add(make_draft("张三", education_code="20"))
    path = save_xlsx(
        tmp_path / "a.xlsx",
        {"甲": [("姓名", "身份证号", "文化程度"), ("张三", make_id(sequence=123), "小学")]},
    )

    kept, _ = bring(services, path)
    (difference,) = kept.differences
    assert people(services)["张三"].facts.education_code == "20"

    bring(services, path, {difference.key: Choice.THEIRS})
    assert people(services)["张三"].facts.education_code == "80"


def test_a_mapping_is_remembered_by_its_head_and_forgotten_with_the_undo(services, tmp_path):
    path = save_xlsx(
        tmp_path / "a.xlsx",
        {"甲": [("姓名", "身份证号", "绰号"), ("张三", make_id(), "老三")]},
    )
    source = services.imports.open(path)
    plan = services.imports.plan(source)
    (sheet,) = plan.sheets
    columns = (*sheet.columns[:2], replace(sheet.columns[2], field=LedgerField.FORMER_NAME))
    edited = replace(plan, sheets=(replace(sheet, columns=columns),))

    services.imports.run(source, edited)

    assert people(services)["张三"].facts.former_name == "老三"
    (again,) = services.imports.plan(source).sheets
    assert again.remembered
    assert again.columns[2].field is LedgerField.FORMER_NAME
    services.history.undo()
    assert not services.imports.plan(source).sheets[0].remembered


def test_a_plan_without_a_table_is_refused_with_advice(services, tmp_path):
    path = save_xlsx(tmp_path / "a.xlsx", {"说明": [("填表说明",)]})
    source = services.imports.open(path)
    plan = services.imports.plan(source)

    assert plan.included == ()
    with pytest.raises(UserError, match="没有找到可以导入的台账"):
        services.imports.run(source, plan)


def test_the_preview_shows_values_and_problems(services, ledger):
    source = services.imports.open(ledger)

    rows = services.imports.preview(source, services.imports.plan(source), limit=4)

    assert [row.at.number for row in rows] == [3, 4, 5, 6]
    assert rows[1].values[LedgerField.BUILDING] == "2号楼"
    assert [bool(row.problem) for row in rows] == [False, False, False, True]


def test_another_kind_of_ledger_reads_its_columns_anew(services, ledger):
    source = services.imports.open(ledger)
    (sheet,) = services.imports.plan(source).sheets

    rentals = services.imports.with_shape(sheet, LedgerShape.RENTALS)

    assert LedgerField.TENANT_NAME in {column.field for column in rentals.columns}
    assert LedgerField.TENANT_NAME in services.imports.fields(LedgerShape.RENTALS)


def test_a_kind_set_by_the_clerk_alone_reads_the_columns_anew_too(services, tmp_path):
    rows = [("姓名", "身份证号", "住址"), ("王五", make_id(), "3-2-501")]
    source = services.imports.open(save_xlsx(tmp_path / "a.xlsx", {"甲": rows}))
    plan = services.imports.plan(source)
    sheets = (replace(plan.sheets[0], shape=LedgerShape.RENTALS),)

    outcome, _ = services.imports.run(source, replace(plan, sheets=sheets))

    assert (outcome.added, outcome.new_rentals) == (1, 1)
    assert services.dwellings.list_rentals()[0].rental.tenancies[0].name == "王五"


def red_cells(page):
    return {
        cell.coordinate: cell.value
        for line in page.iter_rows()
        for cell in line
        if cell.fill.start_color.rgb == "FFFFC7CE"
    }


def test_the_report_is_the_clerks_own_workbook_and_can_be_put_right(services, ledger, tmp_path):
    outcome, _ = bring(services, ledger)
    report = tmp_path / "退回.xlsx"

    services.imports.write_report(outcome, services.imports.open(ledger), report)
    own = openpyxl.load_workbook(report)

    assert own.sheetnames == ["第一网格", "导入结果"]
    page = own["第一网格"]
    assert "B3:B5" in {str(area) for area in page.merged_cells.ranges}
    assert page["J2"].value == "导入说明"
    marked = red_cells(page)
    assert marked["H6"] == "6.52328E+17"
    assert "已被表格软件改坏" in marked["J6"]
    assert len(marked) == 2

    page["H6"] = make_id(sequence=5)
    own.save(report)
    again, _ = bring(services, report)
    assert (again.rows, again.added, again.joined, again.set_aside) == (5, 1, 4, 0)
    assert people(services)["李四"].household_number == "02"


def test_the_report_of_a_text_file_holds_the_rows_set_aside(services, tmp_path):
    path = tmp_path / "居民.csv"
    lines = ["姓名,身份证号", f"张三,{make_id()}", "=李四,6.52328E+17"]
    path.write_bytes("\n".join(lines).encode("gb18030"))
    outcome, _ = bring(services, path)

    services.imports.write_report(outcome, services.imports.open(path), tmp_path / "r.xlsx")
    own = openpyxl.load_workbook(tmp_path / "r.xlsx")

    assert [[cell.value for cell in line] for line in own["居民"].iter_rows()][:2] == [
        ["姓名", "身份证号", "导入说明"],
        ["=李四", "6.52328E+17", outcome.problems[0].message],
    ]
    assert own["居民"]["A2"].data_type == "s"
    summary = [[cell.value for cell in line] for line in own["导入结果"].iter_rows()]
    assert ["退回待改", 1] in [line[:2] for line in summary]


def test_tenants_are_linked_to_residents_whichever_comes_first(services, tmp_path):
    houses = save_xlsx(
        tmp_path / "出租.xlsx",
        {
            "出租房屋": [
                ("编号", "房屋地址", "房主", "间数", "承租人", "承租人身份证号", "租住人数"),
                ("CZ1", "西河社区3号楼2单元501室", "李四", 4, "王五", make_id(sequence=9), 6),
            ]
        },
    )
    bring(services, houses)
    (house,) = services.dwellings.list_rentals()
    assert house.rental.tenancies[0].resident_id is None
    assert services.residents.counts().residents == 0

    path = save_xlsx(
        tmp_path / "流动.xlsx",
        {"流动人口": [("姓名", "身份证号", "现住址"), ("王五", make_id(sequence=9), "3-2-501")]},
    )
    bring(services, path)

    (house,) = services.dwellings.list_rentals()
    tenant = people(services)["王五"]
    assert house.rental.tenancies[0].resident_id == tenant.id
    assert tenant.address == house.address
    assert (house.rental.rooms, house.rental.occupants) == (4, 6)


def test_every_import_is_in_the_audit_trail_with_its_figures(services, ledger):
    bring(services, ledger)

    event = next(e for e in services.history.events(10) if e.action == "导入台账")

    assert event.detail == {"读取": "5", "新增": "3", "并入": "1", "退回": "1"}


@pytest.mark.ledgers
@pytest.mark.skipif(not LEDGERS.is_dir(), reason="the shared example ledgers are not here")
def test_the_example_ledgers_come_out_as_held(services):
    held = json.loads((LEDGERS / "held.json").read_text(encoding="utf-8"))
    for facts in held:
        outcome, _ = bring(services, LEDGERS / facts["file"])
        assert outcome.rows == outcome.added + outcome.joined + outcome.set_aside
        if "rows" in facts:
            assert outcome.rows == facts["rows"]
            assert outcome.added == facts["good"]
            assert outcome.joined == facts.get("repeats", 0)
            assert outcome.set_aside == facts["unreadable_ids"]
            assert Counter(outcome.reasons) == Counter(facts.get("why", outcome.reasons))
            assert outcome.households == facts.get("households", 0)
            assert all(services.residents.find(name) for name in facts["rare"])
        else:
            assert (outcome.rentals, outcome.rooms, outcome.occupants) == (
                facts["houses"],
                facts["rooms"],
                facts["tenants"],
            )


def test_a_private_code_whose_meaning_was_told_is_entered_right(services, tmp_path):
    services.names.map_code("\ue5e5", "珺")
    rows = [("姓名", "楼栋", "房号", "备注")]
    rows += [("刘\ue5e5", "3号楼", "501", "原名李\ue5e5"), ("王\ue5e6", "3号楼", "502", "")]
    path = save_xlsx(tmp_path / "名单.xlsx", {"Sheet1": rows})
    source = services.imports.open(path)
    preview = services.imports.preview(source, services.imports.plan(source))
    assert [row.values[LedgerField.NAME] for row in preview] == ["刘珺", "王\ue5e6"]
    bring(services, path)
    assert set(people(services)) == {"刘珺", "王\ue5e6"}
    assert people(services)["刘珺"].facts.note == "原名李珺"


COUPLES = ("户号", "户主姓名", "户主身份证号", "配偶姓名", "配偶身份证号码", "住址")


def test_a_row_of_a_couple_enters_two_people_and_is_known_again(services, tmp_path):
    row = ("1", "张三", make_id(sequence=1), "李四", make_id(sequence=2), "3号楼2单元501")
    path = save_xlsx(tmp_path / "夫妻.xlsx", {"甲": [COUPLES, row]})

    outcome, _ = bring(services, path)
    again, changes = bring(services, path)

    assert (outcome.rows, outcome.added, outcome.households) == (2, 2, 1)
    found = people(services)
    assert found["张三"].is_head
    assert found["李四"].facts.relation_code == "10"
    assert found["李四"].address == found["张三"].address
    assert (again.joined, again.differences, changes.entry_id) == (2, (), None)


def test_differences_of_a_couple_are_decided_one_by_one(services, tmp_path):
    heads = ("户号", "户主姓名", "户主身份证号", "出生日期", "配偶姓名", "配偶身份证号码")
    first, second = make_id(sequence=1), make_id(sequence=2)
    for sequence, name in ((1, "张三"), (2, "李四")):
        facts = {"relation_code": "20"} if name == "李四" else {"relation_code": "10"}
        services.residents.add(make_draft(name, sequence=sequence, **facts))
    path = save_xlsx(
        tmp_path / "夫妻.xlsx", {"甲": [heads, ("1", "张三", first, "", "李四", second)]}
    )

    tried, _ = bring(services, path)
    keys = [difference.key for difference in tried.differences if difference.label == "与户主关系"]

    assert keys == ["甲!2:relation_code", "甲!2配偶:relation_code"]
    bring(services, path, {keys[1]: Choice.THEIRS})
    found = people(services)
    assert (found["张三"].facts.relation_code, found["李四"].facts.relation_code) == ("10", "10")


def test_a_couple_set_aside_comes_back_as_one_row_with_both_reasons(services, tmp_path):
    row = ("1", "张三", "652328196013011234", "李四", "12345", "3号楼")
    path = save_xlsx(tmp_path / "夫妻.xlsx", {"甲": [COUPLES, row]})
    source = services.imports.open(path)
    outcome = services.imports.dry_run(source, services.imports.plan(source))

    services.imports.write_report(outcome, source, tmp_path / "退回.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "退回.xlsx")["甲"]
    assert outcome.set_aside == 2
    assert sheet.max_row == 2
    assert sheet.cell(2, 7).value.split("\n") == [problem.message for problem in outcome.problems]
    assert [cell.fill.start_color.rgb for cell in sheet[2]].count("FFFFC7CE") == 3
