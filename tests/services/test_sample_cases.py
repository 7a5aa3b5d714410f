"""The sample's mediation cases: over all stages and groups, and led by the machine."""

from support.ledgers import FixedClock

from linli.domain.case_flow import Stage
from linli.domain.case_rules import check_case
from linli.domain.case_steps import play
from linli.services.container import Services


def test_a_dozen_cases_stand_where_their_steps_led(services: Services, clock: FixedClock) -> None:
    services.sample.create(300)
    found = services.cases.load()
    assert len(found) == 12
    for case in found:
        played = play(case.facts, [taken.facts for taken in case.steps])
        assert (played.stage, played.level) == (case.stage, case.level)
        problems = check_case(case.facts, clock().date(), accepted=case.accepted_on is not None)
        assert problems == []
    assert {case.stage for case in found} >= {
        *(Stage.REGISTERED, Stage.ACCEPTED, Stage.MEDIATION, Stage.WRITTEN, Stage.PERFORMING),
        *(Stage.DECLINED, Stage.ARCHIVED, Stage.VOID),
    }
    hall = services.cases.hall()
    assert len(hall.groups) == 6
    assert {case.facts.group for case in found} == {group.name for group in hall.groups}
    assert services.cases.committee_hints() == []


def test_their_numbers_have_no_gaps_and_the_next_follows(services: Services) -> None:
    services.sample.create(300)
    numbers = sorted(case.number.sequence for case in services.cases.load() if case.number)
    assert numbers == list(range(1, len(numbers) + 1))
    follows = services.cases.next_number(2026)
    assert follows is not None
    assert follows.sequence == len(numbers) + 1


def test_parties_of_the_community_are_its_residents(services: Services) -> None:
    services.sample.create(300)
    linked = [
        party.resident_id
        for case in services.cases.load()
        for party in case.facts.parties
        if party.resident_id is not None
    ]
    assert len(linked) == 12
    assert services.cases.of_resident(linked[0])
