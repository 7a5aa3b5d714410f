"""Walk sheets: made for buildings and households, entered back by their numbers."""

from datetime import date

import pytest
from support.cards import page_texts
from support.homes import settle_neighbours
from support.window import settle

from linli.domain.visits import VisitFilter
from linli.domain.walks import SheetKind, WalkEntry, WalkFilter, read_sheet_number, sheet_number
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError
from linli.services.container import Services

TODAY = date(2026, 11, 23)
WALK, CHECK = SheetKind.WALK, SheetKind.CHECK


@pytest.fixture
def sheet_id(services: Services) -> int:
    settle_neighbours(services)
    (number,), _ = services.walks.make(WALK, WalkFilter(), "王芳")
    return number


def enter(services: Services, sheet_id: int, *entries: WalkEntry, day: date = TODAY) -> None:
    sheet, _ = services.walks.get(sheet_id)
    services.walks.enter(sheet_id, entries, walked_on=day, version=sheet.version)


def visited(services: Services) -> dict[str, str | None]:
    return {v.whom: v.facts.content for v in services.visits.list_all(VisitFilter())}


def test_a_building_is_one_sheet_with_its_doors_in_walking_order(
    services: Services, sheet_id: int
) -> None:
    sheet, lines = services.walks.get(sheet_id)
    assert (sheet.doors, sheet.entered, sheet.is_out) == (12, 0, True)
    rooms = [(line.door.unit, line.door.room) for line in lines if line.door]
    assert rooms == sorted(rooms)
    assert len(rooms) == 12
    assert all(line.door.persons == 1 and line.door.head for line in lines if line.door)


def test_a_unit_alone_is_named_in_the_title(services: Services) -> None:
    settle_neighbours(services)
    ((key, building),) = services.walks.buildings()
    (number,), _ = services.walks.make(
        WALK, WalkFilter(building_key=key, unit=services.walks.units(key)[1])
    )
    sheet, _ = services.walks.get(number)
    assert sheet.title == f"{building}2单元"
    assert sheet.doors == 6


def test_whoever_was_met_has_been_visited(services: Services, sheet_id: int) -> None:
    enter(
        services,
        sheet_id,
        WalkEntry(position=1, result="1", note="水管漏水"),
        WalkEntry(position=2, result="2"),
        WalkEntry(position=3, result="1"),
    )
    sheet, lines = services.walks.get(sheet_id)
    assert (sheet.entered, sheet.is_out, sheet.walked_on) == (3, False, TODAY)
    first, third = lines[0].door, lines[2].door
    assert first is not None
    assert third is not None
    assert visited(services) == {
        f"{first.head}户": "水管漏水",
        f"{third.head}户": f"走访单 {sheet_number(sheet_id)} 第 3 行",
    }
    (visit, *_) = services.visits.list_all(VisitFilter())
    assert visit.facts.visitor == "王芳"


def test_entering_again_corrects_and_makes_nothing_twice(services: Services, sheet_id: int) -> None:
    enter(services, sheet_id, WalkEntry(position=1, result="1"), WalkEntry(position=2, result="1"))
    enter(services, sheet_id, WalkEntry(position=1, result="1", note="一切都好"))
    enter(services, sheet_id, WalkEntry(position=2, result="2"))
    assert list(visited(services).values()) == ["一切都好"]
    assert services.walks.get(sheet_id)[0].entered == 2


def test_all_that_came_back_is_one_step(services: Services, sheet_id: int) -> None:
    enter(services, sheet_id, WalkEntry(position=1, result="1"), WalkEntry(position=2, result="3"))
    assert services.history.entries()[0].action == f"走访单 {sheet_number(sheet_id)}：录入 2 行"
    services.history.undo()
    assert visited(services) == {}
    assert services.walks.get(sheet_id)[0].is_out


def test_a_number_is_never_given_twice(services: Services, sheet_id: int) -> None:
    services.history.undo()
    with pytest.raises(NotFoundError, match=f"没有 {sheet_number(sheet_id)} 号单子"):
        services.walks.get(sheet_id)
    (again,), _ = services.walks.make(WALK, WalkFilter())
    assert again > sheet_id


@pytest.mark.parametrize(
    ("entry", "day", "said"),
    [
        (WalkEntry(position=13, result="1"), TODAY, "没有第 13 行"),
        (WalkEntry(position=1, result="x"), TODAY, "不在列表里"),
        (WalkEntry(position=1, note="漏水"), TODAY, "没有选结果"),
        (WalkEntry(position=1, result="1"), date(2026, 11, 24), "还没有到"),
        (WalkEntry(position=1, result="1"), date(2026, 11, 1), "早于打单子的日期"),
    ],
)
def test_what_cannot_be_is_refused_whole(
    services: Services, sheet_id: int, entry: WalkEntry, day: date, said: str
) -> None:
    with pytest.raises(InvalidInput, match=said):
        enter(services, sheet_id, WalkEntry(position=2, result="1"), entry, day=day)
    assert visited(services) == {}


def test_two_who_enter_the_same_sheet_do_not_overwrite_each_other(
    services: Services, sheet_id: int
) -> None:
    version = services.walks.get(sheet_id)[0].version
    enter(services, sheet_id, WalkEntry(position=1, result="1"))
    with pytest.raises(ConflictError):
        services.walks.enter(
            sheet_id, [WalkEntry(position=1, result="2")], walked_on=TODAY, version=version
        )


def test_a_lost_sheet_is_waited_for_no_more(services: Services, sheet_id: int) -> None:
    with pytest.raises(InvalidInput, match="为什么作废"):
        services.walks.void(sheet_id, " ")
    services.walks.void(sheet_id, "丢了")
    assert services.walks.sheets(out_only=True) == []
    with pytest.raises(UserError, match="已经作废（丢了）"):
        enter(services, sheet_id, WalkEntry(position=1, result="1"))


def test_a_household_is_one_check_sheet_with_a_line_for_each(services: Services) -> None:
    cast = settle(services)
    ids, _ = services.walks.make(CHECK, WalkFilter(resident_ids=(cast.wife,)))
    (number,) = ids
    _, lines = services.walks.get(number)
    assert [line.person.name for line in lines if line.person] == ["张建国", "李秀英"]
    doors = [line.door for line in lines if line.door]
    assert services.walks.out_of(doors, CHECK) == {cast.household: number}
    assert services.walks.out_of(doors, WALK) == {}


def test_what_is_entered_from_a_paper_names_it_in_the_journal(services: Services) -> None:
    from dataclasses import replace

    cast = settle(services)
    paper = Services(replace(services.context, source="核对单 0137"))
    wife = paper.residents.get(cast.wife)
    paper.residents.update(cast.wife, replace(wife.facts, occupation="教师"), version=wife.version)
    assert services.history.entries()[0].action.startswith("核对单 0137：")


def test_an_empty_choice_makes_no_sheet(services: Services) -> None:
    with pytest.raises(UserError, match="没有要走访的住户"):
        services.walks.make(WALK, WalkFilter())


def test_phones_on_the_paper_are_masked(services: Services) -> None:
    settle(services)
    ids, _ = services.walks.make(WALK, WalkFilter())
    register = services.walks.door_register(ids)
    said = str(register.groups)
    assert "138****5678" in said
    assert "13812345678" not in said
    assert all(len(group.rows) > 5 for group in register.groups)
    assert f"编号 {sheet_number(ids[0])}" in register.groups[0].heading


@pytest.mark.parametrize(
    ("text", "number"), [("0137", 137), ("核对单 12", 12), ("", None), ("单", None), ("0", None)]
)
def test_numbers_are_read_as_they_are_typed(text: str, number: int | None) -> None:
    assert read_sheet_number(text) == number


def test_a_check_sheet_shows_what_is_on_file_and_where_to_write(services: Services) -> None:
    cast = settle(services)
    ids, _ = services.walks.make(CHECK, WalkFilter(resident_ids=(cast.head, cast.alone)))
    first, second = page_texts(services.walks.check_pdf(ids))
    both = first + second
    assert f"编号 {sheet_number(ids[0])}" in first
    for said in ("张建国", "李秀英", "改为", "新增", "138****5678"):
        assert said in both
    assert "买买提·艾力" in both
    assert services.history.events()[0].action == "打印核对单"
