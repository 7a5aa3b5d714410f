"""Ethnic festivals: entered by year, given as leave to those who say that they keep them."""

from datetime import date, time

import pytest
from support.cards import page_texts

from linli.domain.rosters import DayKind, PlanDraft, ShiftKind
from linli.domain.workers import Leave, LeaveKind, WorkerDraft
from linli.errors import InvalidInput, UserError
from linli.services.container import Services

MAY = date(2027, 5, 1)
TEXT = "肉孜节：3月10日放假。\n古尔邦节：5月16日至18日放假。"
DAY = ShiftKind(name="白班", begins=time(9), ends=time(17), needs=dict.fromkeys(DayKind, 1))


@pytest.fixture
def keeper(services: Services) -> int:
    """Somebody who keeps festivals, beside two who do not."""
    for name in ("李梅", "赵强"):
        services.workers.add(WorkerDraft(name=name))
    return services.workers.add(WorkerDraft(name="阿依古丽", keeps_festivals=True))[0]


def entered(services: Services) -> None:
    services.festivals.save_year(2027, TEXT, source="县人民政府通知")


def test_festivals_are_entered_in_words_and_change_no_working_day(services) -> None:
    entered(services)
    (year,) = services.festivals.years()
    assert [each.name for each in year.holidays] == ["肉孜节", "古尔邦节"]
    calendar = services.calendar.calendar()
    assert calendar.festival(date(2027, 5, 17)) == "古尔邦节"
    assert calendar.festival(date(2027, 5, 19)) is None
    assert calendar.is_working_day(date(2027, 5, 17))
    assert not calendar.knows(2027)
    services.festivals.remove_year(2027)
    assert services.festivals.years() == []
    services.history.undo()
    assert len(services.festivals.years()) == 1


@pytest.mark.parametrize(("year", "text"), [(20, TEXT), (2027, "古尔邦节"), (2027, "")])
def test_what_cannot_be_is_refused(services, year: int, text: str) -> None:
    with pytest.raises(InvalidInput):
        services.festivals.save_year(year, text)


def test_leave_is_given_in_one_step_to_those_who_keep_them_alone(services, keeper) -> None:
    entered(services)
    assert services.festivals.give()[0] == 2
    leaves = services.workers.leaves(date(2027, 1, 1), date(2027, 12, 31))
    assert {each.worker_id for each in leaves} == {keeper}
    assert [(each.first, each.last, each.kind, each.note) for each in leaves] == [
        (date(2027, 3, 10), date(2027, 3, 10), LeaveKind.FESTIVAL, "肉孜节"),
        (date(2027, 5, 16), date(2027, 5, 18), LeaveKind.FESTIVAL, "古尔邦节"),
    ]
    assert [(each.keepers, each.given) for each in services.festivals.lines()] == [(1, 1), (1, 1)]
    with pytest.raises(UserError, match="没有要登记的"):
        services.festivals.give()
    services.history.undo()
    assert services.workers.leaves(date(2027, 1, 1), date(2027, 12, 31)) == []


def test_festivals_that_are_over_and_who_is_away_already_are_passed_over(services, keeper) -> None:
    services.festivals.save_year(2026, "古尔邦节：5月27日放假。\n肉孜节：12月20日放假。")
    entered(services)
    services.workers.save_leave(
        Leave(worker_id=keeper, first=date(2027, 5, 18), last=date(2027, 5, 20))
    )
    found = [(each.leave.note, each.leave.first.year) for each in services.festivals.suggested()]
    assert found == [("肉孜节", 2026), ("肉孜节", 2027)]


def test_filling_passes_over_who_keeps_a_festival_and_the_wall_names_it(services, keeper) -> None:
    entered(services)
    services.festivals.give()
    people = tuple(each.id for each in services.workers.list_all())
    plan_id, _ = services.rosters.save_plan(
        PlanDraft(name="大厅值班", shifts=(DAY,), worker_ids=people)
    )
    services.rosters.fill(plan_id, MAY, seconds=20)
    month = services.rosters.month(plan_id, MAY)
    on = {cell.day.day for cell in month.cells if cell.worker_id == keeper}
    assert on
    assert not on & {16, 17, 18}
    (wall,) = page_texts(services.roster_papers.wall(plan_id, MAY))
    assert "古尔邦节" in wall
