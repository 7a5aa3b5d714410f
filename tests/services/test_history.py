"""Undo and redo across restarts, and each record's history in the words of the form."""

import time

import pytest
from sqlalchemy import delete, insert, select, update
from support.ledgers import resident_row
from support.people import make_draft

from linli.domain.changes import Kind
from linli.domain.entitlements import EntitlementDraft
from linli.domain.history import FieldChange
from linli.domain.settings import HallFacts
from linli.errors import ConflictError, UserError
from linli.services.container import Services
from linli.services.context import Context
from linli.services.history import HistoryService
from linli.storage.schema import (
    DwellingRecord,
    FloatingStayRecord,
    GridBuildingRecord,
    GridOfficerRecord,
    GridRecord,
    HouseholdRecord,
    IdentityDocumentRecord,
    PhoneRecord,
    RentalRecord,
    ResidentRecord,
    ResidentTagRecord,
)


@pytest.fixture
def history(context: Context) -> HistoryService:
    return HistoryService(context)


def _do(context: Context, action: str, *statements, undoable: bool = True) -> None:
    with context.writing(action, undoable=undoable) as work:
        for statement in statements:
            work.connection.execute(statement)
    context.clock.advance(minutes=1)


def _add(context: Context, number: str, *, undoable: bool = True) -> None:
    grid = insert(GridRecord).values(number=number, name=number)
    _do(context, f"添加网格{number}", grid, undoable=undoable)


def _grids(context: Context) -> str:
    with context.db.reading() as connection:
        return "".join(
            connection.execute(select(GridRecord.number).order_by(GridRecord.id)).scalars()
        )


def _state(history: HistoryService) -> tuple[str | None, str | None]:
    state = history.state()
    return state.undo and state.undo.action, state.redo and state.redo.action


# ---- undo and redo ------------------------------------------------------------------------


def test_founding_the_ledger_cannot_be_undone(history: HistoryService) -> None:
    assert _state(history) == (None, None)
    with pytest.raises(UserError, match="没有可以撤销的操作"):
        history.undo()
    with pytest.raises(UserError, match="没有可以恢复的操作"):
        history.redo()


def test_steps_go_back_and_forth_in_order(context: Context, history: HistoryService) -> None:
    for number in "123":
        _add(context, number)
    seen = []
    for step in (
        history.undo,
        history.undo,
        history.redo,
        history.undo,
        history.redo,
        history.redo,
    ):
        changes = step()
        assert changes.kinds == {Kind.GRIDS}
        seen.append((_grids(context), *_state(history)))
    assert seen == [
        ("12", "添加网格2", "添加网格3"),
        ("1", "添加网格1", "添加网格2"),
        ("12", "添加网格2", "添加网格3"),
        ("1", "添加网格1", "添加网格2"),
        ("12", "添加网格2", "添加网格3"),
        ("123", "添加网格3", None),
    ]


def test_something_new_closes_the_way_forth_but_not_back(
    context: Context, history: HistoryService
) -> None:
    _add(context, "1")
    _add(context, "2")
    history.undo()
    _add(context, "3")
    assert _state(history) == ("添加网格3", None)
    history.undo()
    assert _state(history) == ("添加网格1", "添加网格3")
    history.undo()
    assert _grids(context) == ""
    history.redo()
    history.redo()
    assert _grids(context) == "13"
    assert _state(history) == ("添加网格3", None)


def test_undo_survives_a_restart(context: Context, history: HistoryService) -> None:
    _add(context, "1")
    _add(context, "2")
    history.undo()
    database = context.db.beside(context.data_dir.database)
    context.db.close()
    again = Context(database, context.actor, context.clock, context.data_dir)
    later = HistoryService(again)
    assert _state(later) == ("添加网格1", "添加网格2")
    later.redo()
    assert _grids(again) == "12"
    again.db.close()


def test_a_step_that_must_stay_is_passed_over(context: Context, history: HistoryService) -> None:
    _add(context, "1")
    _add(context, "2", undoable=False)
    assert _state(history) == ("添加网格1", None)
    history.undo()
    assert _grids(context) == "2"


def test_a_conflict_is_told_and_the_step_stays(context: Context, history: HistoryService) -> None:
    _add(context, "1")
    _do(context, "改名", update(GridRecord).values(name="后来"), undoable=False)
    with pytest.raises(ConflictError, match="「撤销：添加网格1」不能进行"):
        history.undo()
    assert _grids(context) == "1"
    assert _state(history) == ("添加网格1", None)


def test_the_list_of_steps_shows_how_each_stands(context: Context, history: HistoryService) -> None:
    started = context.clock()
    for number in "12":
        _add(context, number)
    history.undo()
    history.undo()
    history.redo()
    steps = [(e.action, e.undone) for e in history.entries()]
    assert steps == [("添加网格2", True), ("添加网格1", False), ("建立台账", False)]
    assert [e.action for e in history.entries(1)] == ["添加网格2"]
    assert history.entries()[1].at == started
    assert history.entries()[1].account == context.actor.name


def test_the_trail_names_undos_and_redos(context: Context, history: HistoryService) -> None:
    _add(context, "1")
    history.undo()
    history.redo()
    assert [e.action for e in history.events(3)] == [
        "恢复：添加网格1",
        "撤销：添加网格1",
        "添加网格1",
    ]
    assert context.db.audit_problems() == []


def test_search_and_homes_follow_an_undo(context: Context, history: HistoryService) -> None:
    def place(number: int):
        keys = {"address_key": f"|{number}", "building_key": f"|{number}", "sort_key": str(number)}
        return insert(DwellingRecord).values(id=number, building=f"{number}号楼", **keys)

    _do(
        context,
        "登记",
        place(1),
        place(2),
        insert(HouseholdRecord).values(id=1, kind="family", dwelling_id=1),
        insert(ResidentRecord).values(resident_row("张三", household_id=1)),
    )
    _do(context, "移居", update(HouseholdRecord).values(dwelling_id=2))

    def home() -> int:
        with context.db.reading() as connection:
            return connection.execute(select(ResidentRecord.home_id)).scalar_one()

    assert home() == 2
    history.undo()
    assert home() == 1
    history.undo()
    with context.db.reading() as connection:
        left = connection.exec_driver_sql("SELECT count(*) FROM person_fts").scalar_one()
    assert left == 0


def test_a_large_import_is_undone_in_seconds(context: Context, history: HistoryService) -> None:
    count = 5_000
    people = [resident_row(f"张{n}", id=n, version=1) for n in range(1, count + 1)]
    phones = [
        {
            "resident_id": n,
            "position": 0,
            "kind": "mobile",
            "number": f"138{n:08}",
            "tail": f"{n:04}",
        }
        for n in range(1, count + 1)
    ]
    started = time.perf_counter()
    with context.writing("导入居民 5000 人") as work:
        work.connection.execute(insert(ResidentRecord), people)
        work.connection.execute(insert(PhoneRecord), phones)
    imported = time.perf_counter() - started
    started = time.perf_counter()
    history.undo()
    assert time.perf_counter() - started < max(5 * imported, 5)
    with context.db.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM resident").scalar_one() == 0


# ---- a record's history -------------------------------------------------------------------


@pytest.fixture
def family(context: Context) -> Context:
    """Grid, dwelling with rental, household, and a person with everything."""
    _do(
        context,
        "登记",
        insert(GridRecord).values(id=1, number="1", name="第一网格"),
        insert(GridRecord).values(id=2, number="2", name="第二网格", note="新"),
        insert(GridOfficerRecord).values(
            grid_id=1, position=0, role="leader", name="马强", phone="13900000000"
        ),
        insert(GridBuildingRecord).values(
            grid_id=1, estate="西河小区", building="3号楼", place_key="西河小区|3"
        ),
        insert(DwellingRecord).values(
            id=1,
            estate="西河小区",
            building="3号楼",
            unit="2单元",
            room="501",
            address_key="西河小区|3|2|501",
            building_key="西河小区|3",
            sort_key="1",
            grid_id=1,
        ),
        insert(RentalRecord).values(dwelling_id=1, rooms=2, management="key", since="2026-03"),
        insert(HouseholdRecord).values(id=1, number="12", kind="family", dwelling_id=1),
        insert(ResidentRecord).values(
            resident_row("张三", id=1, household_id=1, sex="1", birth="1961-04", relation_code="02")
        ),
        insert(PhoneRecord).values(
            id=1, resident_id=1, position=0, kind="mobile", number="13800000001", tail="0001"
        ),
        insert(IdentityDocumentRecord).values(
            resident_id=1, position=0, kind="resident_id", number="652301196104010017", tail="0017"
        ),
        insert(ResidentTagRecord).values(resident_id=1, position=0, kind="skill", text="水电维修"),
        insert(FloatingStayRecord).values(
            resident_id=1, reason_code="01", permit_expires="2027-01-02"
        ),
    )
    return context


def _fields(changes: list[FieldChange], action: str) -> dict[str, tuple[str | None, str | None]]:
    return {c.field: (c.before, c.after) for c in changes if c.action == action}


def test_a_persons_first_entry_is_told_in_the_words_of_the_form(
    family: Context, history: HistoryService
) -> None:
    assert _fields(history.of_resident(1), "登记") == {
        "姓名": (None, "张三"),
        "性别": (None, "男"),
        "出生日期": (None, "1961年4月"),
        "与户主关系": (None, "户主"),
        "所在户": (None, "12"),
        "状态": (None, "在住"),
        "电话": (None, "138****0001"),
        "证件类型": (None, "居民身份证"),
        "证件号码": (None, "652301********0017"),
        "标签": (None, "水电维修"),
        "流入原因": (None, "务工"),
        "居住证有效期至": (None, "2027年1月2日"),
    }


def test_a_change_says_before_and_after_who_and_when(
    family: Context, history: HistoryService
) -> None:
    at = family.clock()
    _do(family, "更正", update(ResidentRecord).values(name="张叁", relation_code="10", note=None))
    changes = [c for c in history.of_resident(1) if c.action == "更正"]
    assert {(c.field, c.before, c.after) for c in changes} == {
        ("姓名", "张三", "张叁"),
        ("与户主关系", "户主", "配偶"),
    }
    assert {(c.account, c.at) for c in changes} == {("王芳", at)}
    assert history.of_resident(1)[0] == changes[0]


def test_a_list_written_anew_shows_only_what_differs(
    family: Context, history: HistoryService
) -> None:
    def phone(number: str, position: int):
        return insert(PhoneRecord).values(
            resident_id=1, position=position, kind="mobile", number=number, tail=number[-4:]
        )

    _do(family, "加电话", delete(PhoneRecord), phone("13800000001", 0), phone("13800000002", 1))
    assert _fields(history.of_resident(1), "加电话") == {"电话": (None, "138****0002")}
    _do(family, "换电话", delete(PhoneRecord), phone("13800000003", 0), phone("13800000002", 1))
    assert _fields(history.of_resident(1), "换电话") == {"电话": ("138****0001", "138****0003")}


def test_recycling_and_moving_out_are_told(family: Context, history: HistoryService) -> None:
    _do(
        family,
        "迁出",
        update(ResidentRecord).values(
            status="moved_out", status_date="2026-11-20", recycled_at="2026-11-23T01:00:00+00:00"
        ),
    )
    assert _fields(history.of_resident(1), "迁出") == {
        "状态": ("在住", "已迁出"),
        "状态日期": (None, "2026年11月20日"),
        "回收站": (None, "在回收站"),
    }


def test_a_household_and_its_dwelling_are_named(family: Context, history: HistoryService) -> None:
    assert _fields(history.of_record("household", "1"), "登记") == {
        "户编号": (None, "12"),
        "户别": (None, "家庭户"),
        "住址": (None, "西河小区3号楼2单元501室"),
    }
    _do(family, "改网格", update(DwellingRecord).values(grid_id=2))
    assert _fields(history.of_record("dwelling", "1"), "改网格") == {
        "网格": ("第一网格", "第二网格")
    }
    assert _fields(history.of_record("dwelling", "1"), "登记")["管理类别"] == (None, "重点管理")
    assert _fields(history.of_record("dwelling", "1"), "登记")["出租间数"] == (None, "2")


def test_a_household_without_a_number_goes_by_its_head(
    family: Context, history: HistoryService
) -> None:
    _do(
        family,
        "分户",
        insert(HouseholdRecord).values(id=2, kind="family"),
        insert(HouseholdRecord).values(id=3, kind="family"),
        insert(ResidentRecord).values(resident_row("李四", id=2, household_id=2)),
        insert(ResidentRecord).values(
            resident_row("王五", id=3, household_id=2, relation_code="02")
        ),
        update(ResidentRecord)
        .where(ResidentRecord.id == 1)
        .values(household_id=2, relation_code="10"),
    )
    assert _fields(history.of_resident(3), "分户")["所在户"] == (None, "王五户")
    _do(family, "空户", update(ResidentRecord).where(ResidentRecord.id == 1).values(household_id=3))
    _do(
        family,
        "离户",
        update(ResidentRecord).where(ResidentRecord.id == 1).values(household_id=None),
    )
    assert _fields(history.of_resident(1), "离户") == {"所在户": ("无人的户", None)}


def test_what_is_gone_is_said_to_be_gone(family: Context, history: HistoryService) -> None:
    _do(family, "离户", update(ResidentRecord).values(household_id=None))
    _do(family, "删户", delete(HouseholdRecord))
    assert _fields(history.of_resident(1), "离户") == {"所在户": ("（已删除）", None)}


def test_a_grids_posts_and_buildings_are_part_of_its_history(
    family: Context, history: HistoryService
) -> None:
    fields = _fields(history.of_record("grid", "1"), "登记")
    assert fields["网格名称"] == (None, "第一网格")
    assert fields["岗位"] == (None, "网格长")
    assert fields["网格人员"] == (None, "马强")
    assert fields["网格人员电话"] == (None, "13900000000")
    assert (fields["小区"], fields["楼栋"]) == ((None, "西河小区"), (None, "3号楼"))


def test_others_are_not_in_it(family: Context, history: HistoryService) -> None:
    assert history.of_resident(2) == []
    assert _fields(history.of_record("grid", "2"), "登记")["备注"] == (None, "新")


# ---- of every kind of record ----------------------------------------------------------------


def test_every_record_has_its_history_and_a_part_only_its_own(
    services: Services, history: HistoryService
) -> None:
    person, _ = services.residents.add(make_draft("张建国"))
    first, _ = services.entitlements.add(EntitlementDraft(resident_id=person, kind_code="01"))
    services.entitlements.add(EntitlementDraft(resident_id=person, kind_code="99", number="9"))
    lines = history.of_record("entitlement", str(first))
    assert {line.action[:2] for line in lines} == {"登记"}
    assert {line.field for line in lines} == {"享受人", "救助待遇"}
    services.settings.save_hall(HallFacts(community="东河社区"))
    lines = history.of_record("setting", "hall")
    assert [(line.field, line.before, line.after) for line in lines if line.before] == [
        ("社区名称", "西河社区", "东河社区")
    ]
    assert history.of_record("card_template", "none") == []
