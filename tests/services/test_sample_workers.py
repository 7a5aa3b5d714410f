"""The sample's people on duty are those of the source, and keep the rules of their form."""

import pytest

from linli.domain.staff import StaffDraft
from linli.domain.teams import TeamFilter
from linli.domain.worker_rules import check_leave, check_worker, clean_worker
from linli.domain.worker_texts import sums_text
from linli.domain.workers import WorkerFilter, WorkerKind
from linli.services.sample_workers import VOLUNTEERS


@pytest.fixture
def made(services):
    services.sample.create(40)
    return services


def test_sixteen_of_staff_and_twenty_volunteers(made):
    staff, volunteers, _ = made.workers.sums()
    assert sums_text([staff]) == "工作人员 16 人：在编 6、公益性岗位 5、三支一扶 1、警务室 4"
    assert volunteers.count == 21
    for each in made.workers.list_all():
        assert check_worker(each.facts) == []
        assert clean_worker(each.facts) == each.facts


def test_volunteers_serve_in_four_teams_that_name_the_same_people(made):
    teams = made.teams.list_all(TeamFilter(kind_code=VOLUNTEERS))
    assert {team.facts.name for team in teams} == {
        "白衣天使医疗",
        "疆韵曲子自乐班",
        "蓝天绿草环保",
        "党员志愿",
    }
    for team in teams:
        wanted = WorkerFilter(kind=WorkerKind.VOLUNTEER, team_id=team.id)
        assert len(made.workers.list_all(wanted)) == team.strength > 0


def test_some_are_away_and_two_are_kept_apart(made, clock):
    today = clock().date()
    leaves = made.workers.leaves(today, today.replace(year=today.year + 1))
    assert len(leaves) == 3
    assert [problem for leave in leaves for problem in check_leave(leave)] == []
    assert len(made.workers.aparts()) == 1


def test_a_hall_with_staff_of_its_own_gets_nobody_on_duty(services):
    services.staff.add(StaffDraft(name="王芳"))
    services.sample.create(40)
    kinds = {each.facts.kind for each in services.workers.list_all()}
    assert kinds <= {WorkerKind.HOUSEKEEPER}
