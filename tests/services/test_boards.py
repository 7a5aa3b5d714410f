import pytest
from support.people import make_draft, make_phone

from linli.domain.boards import BoardEntry, MissingPhoto
from linli.domain.changes import Kind
from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.residents import HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.errors import InvalidInput, NotFoundError


@pytest.fixture
def grid(services):
    draft = GridDraft(
        number="1",
        name="第一网格",
        buildings=(Address(building="3号楼"),),
        officers=(GridOfficer(role=GridRole.LEADER, name="王建国"),),
    )
    return services.grids.add(draft)[0]


def settle(services, name, sequence, room, **facts):
    home = HomeDraft(address=Address(building="3号楼", room=room), new_household=HouseholdDraft())
    return services.residents.add(make_draft(name, sequence=sequence, **facts), home)[0]


def test_a_board_comes_back_in_its_order_and_is_undone_in_one_step(services, grid):
    entries = (
        BoardEntry(name="李卫民", post="治安巡逻岗", phone="13909940001", promise="随叫随到"),
        BoardEntry(name="古丽·买买提", post="环境卫生岗"),
    )
    changes = services.boards.save(grid, entries)
    assert changes.kinds == {Kind.GRIDS}
    assert services.boards.entries(grid) == entries
    services.boards.save(grid, entries[::-1])
    assert services.boards.entries(grid) == entries[::-1]
    services.history.undo()
    assert services.boards.entries(grid) == entries
    assert services.boards.save(grid, entries).entry_id is None


def test_somebody_from_the_ledger_is_said_as_the_ledger_knows_them_today(services, grid):
    person = settle(services, "李卫民", 1, "101", phones=(make_phone("13909940001"),))
    services.boards.save(grid, [BoardEntry(name="李卫民", post="巡逻岗", resident_id=person)])
    changed = make_draft(
        "李为民", sequence=1, phones=(make_phone("13909940009"),),
        household_id=services.residents.get(person).facts.household_id,
    )  # fmt: skip
    services.residents.update(person, changed, version=1)
    (entry,) = services.boards.entries(grid)
    assert (entry.name, entry.phone, entry.post) == ("李为民", "13909940009", "巡逻岗")


def test_wrong_entries_and_unknown_grids_are_refused(services, grid):
    person = settle(services, "李卫民", 1, "101")
    twice = [BoardEntry(name="李卫民", resident_id=person)] * 2
    for entries, said in (
        ([BoardEntry(name="")], "没有填写姓名"),
        ([BoardEntry(name="李四", phone="12")], "「12」"),
        (twice, "「李卫民」在公示栏上有两次"),
    ):
        with pytest.raises(InvalidInput, match=said):
            services.boards.save(grid, entries)
    with pytest.raises(NotFoundError):
        services.boards.save(99, [])


def test_party_members_of_the_grid_are_proposed_in_walking_order_and_not_saved(services, grid):
    second = settle(
        services, "赵六", 1, "502", politics_code="01", phones=(make_phone("13909940001"),)
    )
    first = settle(services, "钱七", 2, "102", politics_code="02")
    settle(services, "孙八", 3, "103", politics_code="13")
    proposed = services.boards.fill_from_party_members(grid)
    assert [(e.name, e.resident_id, e.phone) for e in proposed] == [
        ("钱七", first, None),
        ("赵六", second, "13909940001"),
    ]
    assert services.boards.entries(grid) == ()
    services.boards.save(grid, proposed[:1])
    assert [e.name for e in services.boards.fill_from_party_members(grid)] == ["赵六"]


def test_who_has_no_picture_is_listed_with_where(services, grid):
    services.boards.save(grid, [BoardEntry(name="李卫民")])
    assert services.boards.missing_photos([grid, 99]) == [
        MissingPhoto(name="王建国", where="第一网格 网格长"),
        MissingPhoto(name="李卫民", where="第一网格 公示栏"),
    ]


def test_a_grid_that_is_removed_takes_its_board_along_and_undo_brings_both_back(services):
    grid, _ = services.grids.add(GridDraft(number="9", name="第九网格"))
    services.boards.save(grid, [BoardEntry(name="李卫民")])
    services.grids.remove(grid)
    assert services.boards.entries(grid) == ()
    services.history.undo()
    assert services.boards.entries(grid) == (BoardEntry(name="李卫民"),)


def test_history_of_a_grid_tells_of_its_board(services, grid):
    services.boards.save(grid, [BoardEntry(name="李卫民", post="巡逻岗")])
    said = {(c.field, c.after) for c in services.history.of_record("grid", str(grid))}
    assert {("公示人员", "李卫民"), ("认领岗位", "巡逻岗")} <= said
