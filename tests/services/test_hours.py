"""Attendance, hours and certificates through the service."""

from dataclasses import replace
from datetime import date, time

import pytest
from support.people import make_id
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.hours import (
    CertificateDraft,
    HandOver,
    NoteKind,
    ServiceDraft,
    ServiceFilter,
    Source,
    VolunteerNote,
)
from linli.domain.rosters import Cell, DayKind, PlanDraft, ShiftKind
from linli.domain.workers import VolunteerFacts, WorkerDraft, WorkerKind
from linli.errors import ConflictError, InvalidInput, NotAllowedError, UserError

EVERY_DAY = dict.fromkeys(DayKind, 1)
NUMBER = make_id(birth=date(1980, 5, 1))


@pytest.fixture
def hours(services):
    return services.hours


@pytest.fixture
def today(services):
    return services.context.clock().date()


@pytest.fixture
def people(services):
    """A volunteer and a member of staff."""
    volunteer = WorkerDraft(
        kind=WorkerKind.VOLUNTEER,
        name="马兰",
        volunteer=VolunteerFacts(
            number="2026-001",
            registered_on=date(2026, 1, 5),
            source_code="01",
            document_number=NUMBER,
        ),
    )
    return services.workers.add(volunteer)[0], services.workers.add(WorkerDraft(name="王军"))[0]


@pytest.fixture
def roster(services, people):
    """Both on duty on the first of November, one by day and one by night."""
    shifts = (
        ShiftKind(name="白班", begins=time(9), ends=time(17), needs=EVERY_DAY),
        ShiftKind(name="夜班", begins=time(21), ends=time(9), needs=EVERY_DAY, is_night=True),
    )
    plan, _ = services.rosters.save_plan(
        PlanDraft(name="大厅值班", shifts=shifts, worker_ids=people)
    )
    ids = [shift.id for shift in services.rosters.get_plan(plan).facts.shifts]
    day = date(2026, 11, 1)
    cells = [
        Cell(worker_id=worker, day=day, shift_id=shift)
        for worker, shift in zip(people, ids, strict=True)
    ]
    services.rosters.save_cells(plan, day, cells, version=0)
    return plan, ids, day


def served(worker_id, day, **facts):
    return ServiceDraft(worker_id=worker_id, day=day, **({"quarters": 8} | facts))


def asked(worker_id, **facts):
    return CertificateDraft(
        **(
            {"worker_id": worker_id, "first": date(2026, 1, 1), "last": date(2026, 11, 20)}
            | {"manager": "王芳", "handler": "李梅", "contact": "0993-6680001"}
            | facts
        )
    )


# ---- from the roster --------------------------------------------------------------------------


def test_a_day_of_the_roster_is_recorded_by_one_confirmation(hours, roster):
    _, _, day = roster
    lines = hours.duty(day, day)
    assert [(each.worker, each.shift, each.recorded) for each in lines] == [
        ("马兰", "白班", False),
        ("王军", "夜班", False),
    ]
    count, _ = hours.confirm(lines)
    assert count == 2
    night, by_day = hours.records()
    assert (by_day.facts.counted, night.facts.counted) == (32, 48)
    assert (by_day.facts.source, by_day.shift) == (Source.ROSTER, "白班")
    assert all(each.recorded for each in hours.duty(day, day))


def test_a_shift_is_not_counted_twice(hours, roster):
    _, _, day = roster
    lines = hours.duty(day, day)
    hours.confirm(lines[:1])
    with pytest.raises(InvalidInput, match="一班只计一次"):
        hours.confirm(lines)
    assert len(hours.records()) == 1
    assert hours.confirm(hours.duty(day, day))[0] == 1
    with pytest.raises(UserError, match="都已经登记过"):
        hours.confirm(hours.duty(day, day))


def test_a_shift_that_is_not_over_is_not_recorded(services, hours, people, roster, today):
    plan, ids, _ = roster
    night = Cell(worker_id=people[0], day=today, shift_id=ids[1])
    version = services.rosters.month(plan, today).version
    services.rosters.save_cells(plan, today, [night], version=version)
    with pytest.raises(InvalidInput, match="等这一班结束再登记"):
        hours.confirm(hours.duty(today, today))


def test_a_shift_that_the_plan_lost_still_has_its_hours(services, hours, roster):
    plan, ids, day = roster
    found = services.rosters.get_plan(plan)
    left = replace(found.facts, shifts=found.facts.shifts[:1])
    services.rosters.save_plan(left, plan, version=found.version)
    assert [each.shift for each in hours.duty(day, day)] == ["白班", "夜班"]
    assert [each.shift for each in hours.duty(day, day, shift_id=ids[1])] == ["夜班"]


def test_a_sheet_to_sign_for_a_day_and_a_month(hours, roster):
    plan, ids, day = roster
    sheet = hours.sign_in_sheet(day, date(2026, 11, 30), plan_id=plan)
    assert [row[3] for group in sheet.groups for row in group.rows] == ["马兰", "王军"]
    one = hours.sign_in_sheet(day, day, shift_id=ids[0])
    assert [row[3] for row in one.groups[0].rows] == ["马兰"]
    with pytest.raises(UserError, match="值班表上没有人"):
        hours.sign_in_sheet(date(2026, 11, 2), date(2026, 11, 2))


# ---- by hand, sums ------------------------------------------------------------------------------


def test_hours_are_entered_corrected_and_taken_back(services, hours, people, today):
    number, _ = hours.add(served(people[0], today, item="陪伴老人"))
    (found,) = hours.records(ServiceFilter(worker_id=people[0]))
    hours.update(number, replace(found.facts, quarters=6), version=found.version)
    assert hours.records()[0].facts.counted == 6
    with pytest.raises(ConflictError):
        hours.update(number, found.facts, version=found.version)
    hours.remove(number)
    assert hours.records() == []
    services.history.undo()
    assert len(hours.records()) == 1


def test_sums_of_a_month_stand_beside_those_of_the_year(hours, people, today):
    hours.add(served(people[0], date(2026, 10, 5)))
    hours.add(served(people[0], date(2026, 11, 5), quarters=5))
    hours.add(served(people[1], date(2026, 11, 6)))
    assert [each.quarters for each in hours.month_sums(today)] == [8, 5]
    rows = hours.month_register(today, WorkerKind.VOLUNTEER).groups[0].rows
    assert list(rows) == [("1", "马兰", "志愿者", "1", "1", "1.25", "3.25", "")]


def test_training_and_praise_are_of_volunteers(hours, people, today):
    note = VolunteerNote(
        worker_id=people[0], kind=NoteKind.PRAISE, day=today, content="县优秀志愿者"
    )
    number, _ = hours.save_note(note)
    hours.save_note(replace(note, id=number, giver="县文明办"))
    (found,) = hours.notes(people[0])
    assert (found.worker, found.giver) == ("马兰", "县文明办")
    with pytest.raises(InvalidInput, match="不是志愿者"):
        hours.save_note(replace(note, worker_id=people[1]))


def test_what_was_left_open_is_settled(hours, people, today):
    note = HandOver(
        day=today,
        at=time(17, 30),
        shift="白班",
        given_id=people[0],
        taken_id=people[1],
        left_open="3号楼水管等维修",
    )
    hours.save_hand_over(note)
    (found,) = hours.hand_overs()
    assert (found.given, found.taken, found.is_open) == ("马兰", "王军", True)
    hours.save_hand_over(replace(found, settled_on=today))
    assert not hours.hand_overs(today, today)[0].is_open
    register = hours.hand_over_register(None, None, "交接班记录")
    assert register.foot_note == "合计：1 次，还没有办完的 0 件"


# ---- certificates -----------------------------------------------------------------------------


@pytest.fixture
def certificates(services, hours, people):
    hours.add(served(people[0], date(2026, 11, 5), item="陪伴老人"))
    hours.add(served(people[0], date(2026, 11, 6), item="义诊", quarters=10))
    return services.hour_certificates


def test_certificates_are_numbered_without_gaps_and_stay(services, certificates, people):
    for _ in range(2):
        certificates.issue(asked(people[0]))
    services.history.undo()
    certificates.issue(asked(people[0]))
    assert [each.number for each in certificates.list_all()] == [
        "〔2026〕志证字第3号",
        "〔2026〕志证字第2号",
        "〔2026〕志证字第1号",
    ]


def test_a_refused_certificate_takes_no_number(certificates, people):
    with pytest.raises(InvalidInput, match="没有服务时长"):
        certificates.issue(asked(people[0], last=date(2026, 1, 2)))
    with pytest.raises(InvalidInput, match="不是志愿者"):
        certificates.issue(asked(people[1]))
    certificates.issue(asked(people[0]))
    assert certificates.list_all()[0].sequence == 1


def test_a_certificate_stays_as_it_was_issued(services, hours, certificates, people):
    number, _ = certificates.issue(asked(people[0]))
    hours.remove(hours.records()[0].id)
    before = services.workers.get(people[0])
    services.workers.update(people[0], replace(before.facts, name="马小兰"), version=before.version)
    certificates.reissue(number)
    (found,) = certificates.list_all()
    assert (found.name, found.quarters, found.reissues) == ("马兰", 18, 1)
    assert found.number == "〔2026〕志证字第1号"
    assert NUMBER not in str(found)


def test_the_full_number_is_printed_with_right_and_reason_only(
    services, certificates, people, monkeypatch
):
    number, _ = certificates.issue(asked(people[0]))
    said = []
    monkeypatch.setattr(
        "linli.printing.letters.render_letters",
        lambda letters, **_: said.append("".join(letters[0].texts())) or b"%PDF",
    )
    certificates.pdf(number)
    certificates.pdf(number, reason="办理业务")
    assert NUMBER not in said[0]
    assert NUMBER in said[1]
    event = services.history.events(1)[0]
    said = {"份数": "1", "编号": "〔2026〕志证字第1号", "号码": "完整", "用途": "办理业务"}
    assert (event.action, event.detail) == ("打印志愿服务证明", said)
    keeper = as_role(services, Role.ROSTER_KEEPER).hour_certificates
    with pytest.raises(NotAllowedError):
        keeper.pdf(number, reason="办理业务")


def test_a_certificate_is_a_pdf(certificates, people):
    number, _ = certificates.issue(asked(people[0]))
    assert certificates.pdf(number).startswith(b"%PDF")
