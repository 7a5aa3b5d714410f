"""Mediation cases through the service: a whole case, numbers, what is refused, rights."""

from datetime import date

from support.cases import AGREEMENT, meet, register, take

from linli.domain.case_flow import Stage, Step
from linli.domain.case_steps import play
from linli.domain.cases import CourtRuling, FollowUp, Level, Satisfaction
from linli.services.container import Services


def test_a_case_goes_from_its_registration_to_the_archive(services: Services) -> None:
    case = register(services)
    assert (case.stage, case.number) == (Stage.REGISTERED, None)
    case = take(services, case, Step.ACCEPT, date(2026, 8, 5))
    assert str(case.number) == "〔2026〕西人调字第1号"
    case = meet(services, case, date(2026, 8, 10))
    case = take(
        services,
        case,
        Step.HAND_UP,
        date(2026, 8, 12),
        reason="调解不成",
        level=Level.STREET,
        unit="西河街道调解中心",
    )
    assert (case.level, case.unit, case.away_since) == (
        Level.STREET,
        "西河街道调解中心",
        date(2026, 8, 12),
    )
    case = take(services, case, Step.HAND_BACK, date(2026, 8, 20), reason="街道调解后交回")
    assert (case.level, case.unit, case.away_since) == (Level.COMMUNITY, "", None)
    case = meet(services, case, date(2026, 8, 31))
    services.cases.save_agreement(case.id, AGREEMENT, version=case.version)
    case = services.cases.get(case.id)
    assert case.stage is Stage.WRITTEN
    assert case.copies == 4
    case = take(services, case, Step.APPLY_COURT, date(2026, 9, 10), unit="西河区人民法院")
    case = take(services, case, Step.COURT_RULED, date(2026, 9, 28), ruling=CourtRuling.CONFIRMED)
    for duty in case.agreement.duties if case.agreement else ():
        services.cases.set_duty_done(case.id, duty.id or 0, date(2026, 9, 30), version=case.version)
        case = services.cases.get(case.id)
    assert case.stage is Stage.PERFORMED
    visit = FollowUp(day=date(2026, 10, 20), visitor="马力", satisfaction=Satisfaction.CONTENT)
    services.cases.add_follow_up(case.id, visit, version=case.version)
    case = take(services, services.cases.get(case.id), Step.ARCHIVE, date(2026, 11, 2))
    assert case.stage is Stage.ARCHIVED
    assert case.agreement is not None
    assert (case.agreement.court, case.agreement.ruled_on) == ("西河区人民法院", date(2026, 9, 28))
    assert [taken.facts.step for taken in case.steps] == [
        *(Step.REGISTER, Step.ACCEPT, Step.MEET, Step.HAND_UP, Step.HAND_BACK, Step.MEET),
        *(Step.AGREE_WRITTEN, Step.APPLY_COURT, Step.COURT_RULED, Step.PERFORM, Step.COMPLETE),
        *(Step.FOLLOW_UP, Step.ARCHIVE),
    ]
    played = play(case.facts, [taken.facts for taken in case.steps])
    assert (played.stage, played.level, played.since) == (case.stage, case.level, case.since)
