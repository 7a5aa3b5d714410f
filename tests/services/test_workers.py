"""Who can be on duty, their leaves and who must not be together, through the service."""

from dataclasses import replace
from datetime import date

import pytest
from support.people import make_draft, make_id, make_phone
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.staff import StaffDraft, StationDraft
from linli.domain.teams import TeamDraft
from linli.domain.workers import (
    Apart,
    Leave,
    LeaveKind,
    VolunteerFacts,
    WorkerDraft,
    WorkerFilter,
    WorkerKind,
)
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError
from linli.storage import workers as stored
from linli.storage.sync_identity import begin_life, find_own

TODAY = date(2026, 11, 23)


@pytest.fixture
def workers(services):
    return services.workers


@pytest.fixture
def keeper(services):
    """The services of a roster keeper, who may not see numbers in full."""
    return as_role(services, Role.ROSTER_KEEPER).workers


def volunteer(name="马兰", **facts):
    return WorkerDraft(
        kind=WorkerKind.VOLUNTEER,
        name=name,
        phone="13900000001",
        volunteer=VolunteerFacts(
            **({"number": "2026-001", "registered_on": TODAY, "source_code": "01"} | facts)
        ),
    )


def leave(worker_id, first, last=None, **facts):
    days = [date(2026, 12, day) for day in (first, last or first)]
    return Leave(worker_id=worker_id, first=days[0], last=days[1], **facts)


# ---- people -----------------------------------------------------------------------------------


def test_staff_are_taken_over_once(services, workers):
    station, _ = services.stations.add(StationDraft(name="警务室"))
    services.staff.add(StaffDraft(name="王军", post="社区民警", phone="13900000002"))
    services.staff.add(StaffDraft(name="李梅", post="图书管理员", station_id=station))
    count, _ = workers.add_from_staff()
    assert count == 2
    police, librarian = workers.list_all()
    assert (police.facts.name, police.facts.employment_code) == ("王军", "04")
    assert (librarian.facts.employment_code, librarian.station) == (None, "警务室")
    with pytest.raises(UserError, match="都已经在名单里"):
        workers.add_from_staff()
    services.staff.add(StaffDraft(name="赵强"))
    assert workers.add_from_staff()[0] == 1
    services.history.undo()
    services.history.undo()
    services.history.undo()
    assert workers.list_all() == []


def test_who_is_linked_is_called_as_the_ledger_calls_them(services, workers):
    person, _ = services.residents.add(make_draft("马兰", phones=(make_phone("13900000009"),)))
    worker_id, _ = workers.add(replace(volunteer("随便写的"), phone=None, resident_id=person))
    found = workers.get(worker_id).facts
    assert (found.name, found.phone, found.sex_code) == ("马兰", "13900000009", "1")
    with pytest.raises(NotFoundError):
        workers.add(replace(volunteer(), resident_id=999))


def test_nobody_is_on_the_list_twice(workers):
    workers.add(volunteer())
    with pytest.raises(InvalidInput, match="「马兰」已经在名单里"):
        workers.add(volunteer(number="2026-002"))
    with pytest.raises(InvalidInput, match="编号「2026-001」已经是「马兰」的"):
        workers.add(replace(volunteer("李梅"), phone="13900000003"))
    workers.add(replace(volunteer(number=None), phone="13900000004"))
    workers.add(WorkerDraft(kind=WorkerKind.HOUSEKEEPER, name="马兰", phone="13900000001"))
    assert len(workers.list_all()) == 3


def test_a_volunteer_without_a_number_is_given_the_next_one(services, workers):
    workers.add(volunteer(number="志0001"))
    numbers = []
    for name, number in (("李梅", None), ("赵强", "2026-0003"), ("钱进", " "), ("孙丽", None)):
        draft = replace(volunteer(name, number=number), phone=None)
        worker_id, _ = workers.add(draft)
        numbers.append(workers.get(worker_id).facts.volunteer.number)
    assert numbers == ["2026-0001", "2026-0003", "2026-0002", "2026-0004"]
    other_year = replace(volunteer("周明", number=None, registered_on=None), phone=None)
    last_year = replace(volunteer("吴兰", number=None, registered_on=date(2025, 5, 1)), phone=None)
    made = [
        workers.get(workers.add(each)[0]).facts.volunteer.number for each in (other_year, last_year)
    ]
    assert made == ["2026-0005", "2025-0001"]


def test_a_number_is_never_given_twice(services, workers):
    first, _ = workers.add(volunteer(number=None))
    assert workers.get(first).facts.volunteer.number == "2026-0001"
    services.history.undo()
    second, _ = workers.add(volunteer(number=None))
    assert workers.get(second).facts.volunteer.number == "2026-0002"
    workers.remove(second)
    third, _ = workers.add(volunteer(number=None))
    assert workers.get(third).facts.volunteer.number == "2026-0003"
    services.history.undo()
    services.history.redo()
    assert workers.get(third).facts.volunteer.number == "2026-0003"


def test_a_ledger_that_exchanges_marks_its_numbers(services, workers):
    with services.context.writing("改名") as work:
        begin_life(work.connection, "前台")
        machine = find_own(work.connection).machine
    worker_id, _ = workers.add(volunteer(number=None))
    assert workers.get(worker_id).facts.volunteer.number == f"2026-0001-{machine[:3].upper()}"


def test_whoever_was_registered_without_a_number_gets_one_when_saved(services, workers):
    with services.context.writing("登记") as work:
        worker_id = stored.save_worker(work.session, None, volunteer(number=None))
    before = workers.get(worker_id)
    assert before.facts.volunteer.number is None
    workers.update(worker_id, before.facts, version=before.version)
    assert workers.get(worker_id).facts.volunteer.number == "2026-0001"


def test_a_document_tells_its_kind_and_a_wrong_one_is_refused(workers):
    number = make_id(sequence=3)
    worker_id, _ = workers.add(volunteer(document_number=f" {number.lower()} "))
    facts = workers.get(worker_id).facts.volunteer
    assert (facts.document_kind, facts.document_number) == ("resident_id", number)
    with pytest.raises(InvalidInput) as caught:
        workers.add(replace(volunteer("李梅", document_number=f"{number[:-1]}?"), phone=None))
    assert "document_number" in [problem.field for problem in caught.value.problems]


def test_an_old_form_does_not_overwrite(services, workers):
    worker_id, _ = workers.add(volunteer())
    before = workers.get(worker_id)
    workers.update(worker_id, replace(before.facts, nights=False), version=before.version)
    assert not workers.get(worker_id).facts.nights
    with pytest.raises(ConflictError):
        workers.update(worker_id, before.facts, version=before.version)
    services.history.undo()
    assert workers.get(worker_id).facts == before.facts


def test_who_may_not_see_numbers_saves_without_losing_them(workers, keeper):
    number = make_id(sequence=4)
    worker_id, _ = workers.add(volunteer(document_number=number))
    seen = keeper.get(worker_id)
    assert seen.facts.phone == "139****0001"
    assert seen.facts.volunteer.document_number != number
    keeper.update(worker_id, replace(seen.facts, note="会开车"), version=seen.version)
    facts = workers.get(worker_id).facts
    assert (facts.note, facts.phone) == ("会开车", "13900000001")
    assert facts.volunteer.document_number == number
    seen = keeper.get(worker_id)
    keeper.update(worker_id, replace(seen.facts, phone="13900000005"), version=seen.version)
    assert workers.get(worker_id).facts.phone == "13900000005"


def test_looking_at_a_number_leaves_a_trace(services, workers):
    worker_id, _ = workers.add(volunteer())
    workers.reveal(worker_id, "联系本人")
    event = services.history.events(1)[0]
    assert (event.action, event.subject) == ("查看完整号码", f"worker/{worker_id}")
    with pytest.raises(NotFoundError):
        workers.reveal(999, "联系本人")


def test_people_are_found_by_words_kind_station_team_and_day(services, workers):
    team, _ = services.teams.add(TeamDraft(kind_code="06", name="白衣天使医疗"))
    nurse, _ = workers.add(replace(volunteer(team_id=team, items=("义诊",)), skills=("护理",)))
    left, _ = workers.add(WorkerDraft(name="张伟", until=date(2026, 10, 31)))

    def found(**conditions):
        return [each.id for each in workers.list_all(WorkerFilter(**conditions))]

    assert found() == [left, nurse]
    assert found(kind=WorkerKind.VOLUNTEER) == found(words="义诊") == [nurse]
    assert found(team_id=team) == found(skill="护理") == found(on=TODAY) == [nurse]
    assert workers.get(nurse).team == "白衣天使医疗"


def test_who_leaves_stays_in_the_ledger(workers):
    worker_id, _ = workers.add(replace(volunteer(), since=date(2026, 3, 1)))
    workers.end([worker_id], date(2026, 11, 30))
    assert workers.get(worker_id).facts.until == date(2026, 11, 30)
    with pytest.raises(InvalidInput, match="「马兰」结束日期"):
        workers.end([worker_id], date(2026, 2, 1))


def test_who_was_away_is_not_removed_but_a_mistake_is(services, workers):
    away, _ = workers.add(volunteer())
    mistake, _ = workers.add(WorkerDraft(name="张伟"))
    workers.add_apart(Apart(one_id=mistake, other_id=away))
    workers.save_leave(leave(away, 3))
    with pytest.raises(UserError, match="「马兰」已有请假的记录，不能删除"):
        workers.remove(away)
    workers.remove(mistake)
    assert workers.aparts() == []
    services.history.undo()
    assert len(workers.aparts()) == 1


def test_list_to_print_masks_phones_unless_there_is_a_reason(workers):
    workers.add(volunteer())
    wanted = WorkerFilter(kind=WorkerKind.VOLUNTEER)
    (row,) = workers.register(wanted, "志愿者名册", revealed=False).groups[0].rows
    assert "139****0001" in row
    register = workers.register(wanted, "志愿者名册", revealed=True)
    assert "13900000001" in register.groups[0].rows[0]
    assert register.foot_note == "合计：志愿者 1 人：党员 1"
    assert workers.register(WorkerFilter(), "名册", revealed=False).columns[2].title == "类别"


def test_what_others_can_do_is_offered_first(workers):
    workers.add(replace(volunteer(items=("讲故事",)), skills=("哈萨克语翻译",)))
    assert workers.suggestions("skills")[0] == "哈萨克语翻译"
    assert workers.suggestions("items", "故事") == ["讲故事"]
    assert "义诊" in workers.suggestions("items", "义")


# ---- leaves and pairs -------------------------------------------------------------------------


def test_leave_is_entered_changed_and_taken_back(workers):
    worker_id, _ = workers.add(volunteer())
    leave_id, _ = workers.save_leave(leave(worker_id, 3, 5, kind=LeaveKind.FESTIVAL))
    workers.save_leave(leave(worker_id, 4, 6, id=leave_id, note="回老家"))
    (found,) = workers.leaves(date(2026, 12, 6), date(2026, 12, 31))
    assert (found.first, found.last, found.note) == (
        date(2026, 12, 4),
        date(2026, 12, 6),
        "回老家",
    )
    assert workers.leaves(date(2026, 12, 7), date(2026, 12, 31)) == []
    workers.remove_leave(leave_id)
    with pytest.raises(NotFoundError):
        workers.remove_leave(leave_id)


def test_leaves_of_one_person_do_not_overlap(workers):
    worker_id, _ = workers.add(volunteer())
    other, _ = workers.add(WorkerDraft(name="张伟"))
    workers.save_leave(leave(worker_id, 3, 5))
    workers.save_leave(leave(other, 3, 5))
    with pytest.raises(InvalidInput, match="「马兰」2026年12月3日到2026年12月5日已经登记了请假"):
        workers.save_leave(leave(worker_id, 5, 8))
    with pytest.raises(InvalidInput, match="早于"):
        workers.save_leave(leave(worker_id, 9, 8))
    with pytest.raises(NotFoundError):
        workers.save_leave(leave(999, 9))


def test_two_are_kept_apart_until_they_need_not(workers):
    one, _ = workers.add(volunteer())
    other, _ = workers.add(WorkerDraft(name="张伟"))
    apart, _ = workers.add_apart(Apart(one_id=other, other_id=one, reason="夫妻"))
    again, _ = workers.add_apart(Apart(one_id=one, other_id=other, reason="家里要留一个人"))
    assert apart == again
    assert [pair.reason for pair in workers.aparts()] == ["家里要留一个人"]
    with pytest.raises(InvalidInput, match="请选另外一个人"):
        workers.add_apart(Apart(one_id=one, other_id=one))
    workers.remove_apart(apart)
    assert workers.aparts() == []
