"""Members of teams become volunteers in one step; the registration form on paper."""

from datetime import date

import pytest
from support.cards import page_texts
from support.people import make_draft, make_id, make_phone
from support.roles import as_role
from support.teams import add_team
from support.trail import last_events

from linli.domain.accounts import Role
from linli.domain.teams import MemberDraft
from linli.domain.workers import VolunteerFacts, WorkerDraft, WorkerFilter, WorkerKind
from linli.errors import NotAllowedError, UserError
from linli.services.container import Services

TODAY = date(2026, 11, 23)
VOLUNTEERS = WorkerFilter(kind=WorkerKind.VOLUNTEER)


@pytest.fixture
def team(services: Services) -> int:
    return add_team(services, "05", "白衣天使医疗服务队")


def member(services: Services, team_id: int, name: str, **facts) -> int:
    draft = MemberDraft(team_id=team_id, name=name, **({"source": "党员"} | facts))
    return services.team_members.add(draft)[0]


def test_members_are_registered_with_number_team_and_source(services, team) -> None:
    person, _ = services.residents.add(make_draft("马兰", phones=(make_phone("13900000009"),)))
    ids = [
        member(services, team, "马兰", resident_id=person),
        member(services, team, "李梅", phone="13900000001", source="信息员"),
    ]
    taken = services.volunteers.take_over(ids)
    assert (taken.count, taken.known, taken.gone) == (2, (), ())
    first, second = services.workers.list_all(VOLUNTEERS)
    assert (first.facts.name, first.facts.phone) == ("马兰", "13900000009")
    assert (first.facts.resident_id, first.team) == (person, "白衣天使医疗服务队")
    facts = first.facts.volunteer
    assert facts is not None
    assert (facts.number, facts.registered_on, facts.source_code) == ("2026-0001", TODAY, "01")
    assert second.facts.volunteer is not None
    assert (second.facts.volunteer.number, second.facts.volunteer.source_code) == (
        "2026-0002",
        None,
    )
    services.history.undo()
    assert services.workers.list_all() == []


def test_who_is_a_volunteer_already_is_passed_over_by_record_or_by_name_and_phone(
    services, team
) -> None:
    person, _ = services.residents.add(make_draft("马兰"))
    services.workers.add(
        WorkerDraft(kind=WorkerKind.VOLUNTEER, name="马兰", resident_id=person, phone="13900000008")
    )
    services.workers.add(WorkerDraft(kind=WorkerKind.VOLUNTEER, name="李梅", phone="13900000001"))
    services.workers.add(WorkerDraft(kind=WorkerKind.HOUSEKEEPER, name="赵强"))
    ids = [
        member(services, team, "马兰", resident_id=person),
        member(services, team, "李梅", phone="13900000001"),
        member(services, team, "李梅", phone="13900000002"),
        member(services, team, "赵强"),
        member(services, team, "钱进", until=date(2026, 11, 1)),
    ]
    taken = services.volunteers.take_over(ids)
    assert (taken.count, taken.known, taken.gone) == (2, ("马兰", "李梅"), ("钱进",))
    with pytest.raises(UserError, match="都已经是志愿者"):
        services.volunteers.take_over(ids[:2])
    with pytest.raises(UserError, match="都已不在队里"):
        services.volunteers.take_over(ids[4:])
    with pytest.raises(UserError, match="没有选中"):
        services.volunteers.take_over([])


def test_one_person_in_two_teams_is_registered_once(services, team) -> None:
    other = add_team(services, "05", "蓝天绿草环保队")
    ids = [member(services, each, "马兰", phone="13900000001") for each in (team, other)]
    taken = services.volunteers.take_over(ids)
    assert (taken.count, taken.known) == (1, ("马兰",))


def test_a_blank_form_is_one_page_with_everything_to_choose_and_to_sign(services) -> None:
    (text,) = page_texts(services.volunteers.registration_form())
    for said in ("志愿者登记表", "证件号码", "能来的时间", "义诊", "其他", "同意", "监护人签名"):
        assert said in text


def test_a_filled_form_names_what_is_registered_and_masks_numbers(services) -> None:
    person, _ = services.residents.add(make_draft("马兰"))
    number = make_id(sequence=3)
    worker_id, _ = services.workers.add(
        WorkerDraft(
            kind=WorkerKind.VOLUNTEER,
            name="马兰",
            resident_id=person,
            phone="13900000001",
            skills=("急救",),
            volunteer=VolunteerFacts(
                registered_on=TODAY,
                source_code="01",
                items=("义诊", "喂鸟"),
                document_number=number,
            ),
        )
    )
    (text,) = page_texts(services.volunteers.registration_form([worker_id]))
    for said in ("马兰", "2026-0001", "党员", "急救", "喂鸟", "2026年11月23日"):
        assert said in text
    assert number not in text
    assert "13900000001" not in text
    (full,) = page_texts(services.volunteers.registration_form([worker_id], reason="本人核对"))
    assert number in full
    assert "13900000001" in full
    event = last_events(services, 1)[0]
    assert event.subject == "志愿者登记表"


def test_only_volunteers_have_a_form(services) -> None:
    worker_id, _ = services.workers.add(WorkerDraft(name="赵强"))
    with pytest.raises(UserError, match="「赵强」不是志愿者"):
        services.volunteers.registration_form([worker_id])


def test_full_numbers_need_the_right_to_them(services) -> None:
    worker_id, _ = services.workers.add(WorkerDraft(kind=WorkerKind.VOLUNTEER, name="马兰"))
    keeper = as_role(services, Role.ROSTER_KEEPER)
    keeper.volunteers.registration_form([worker_id])
    with pytest.raises(NotAllowedError):
        keeper.volunteers.registration_form([worker_id], reason="登记")
