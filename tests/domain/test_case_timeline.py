from dataclasses import replace
from datetime import UTC, date, datetime

from support.cases import AGREEMENT, DRAFT, MEETING

from linli.domain.case_flow import Stage, Step
from linli.domain.case_timeline import timeline
from linli.domain.cases import (
    Case,
    CourtRuling,
    FollowUp,
    Level,
    Risk,
    Satisfaction,
    StepDraft,
    TakenStep,
)

ENTERED = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def taken(step, day, stage, **more):
    facts = StepDraft(step=step, day=day, **more)
    return TakenStep(id=1, facts=facts, by="王芳", entered=ENTERED, stage=stage)


def case(*steps, **more):
    return Case(id=1, version=1, facts=DRAFT, steps=steps, **more)


def test_a_step_that_was_a_meeting_is_told_once_with_what_was_said():
    day = date(2026, 8, 10)
    meeting = replace(MEETING, id=7, day=day)
    (event,) = timeline(case(taken(Step.MEET, day, Stage.MEDIATION), meetings=(meeting,)))
    assert (event.title, event.meeting_id, event.by) == ("调解", 7, "王芳")
    assert "到场：阿依古丽·买买提、赵𬱖、钱大成" in event.lines
    assert "结果：约定再谈。" in event.lines


def test_two_meetings_of_one_day_are_each_told():
    day = date(2026, 8, 10)
    meetings = tuple(replace(MEETING, id=number, day=day) for number in (7, 8))
    found = timeline(case(taken(Step.MEET, day, Stage.MEDIATION), meetings=meetings))
    assert sorted(event.meeting_id for event in found) == [7, 8]


def test_an_inquiry_is_no_meeting():
    day = date(2026, 8, 10)
    inquiry = replace(MEETING, id=7, day=day, is_inquiry=True, subject="李和")
    meeting, other = timeline(case(taken(Step.MEET, day, Stage.MEDIATION), meetings=(inquiry,)))
    assert (meeting.meeting_id, other.meeting_id) == (None, 7)
    assert "被调查人：李和" in other.lines


def test_all_comes_by_day_whatever_the_order_of_entering():
    steps = (
        taken(Step.REGISTER, date(2026, 8, 3), Stage.REGISTERED),
        taken(Step.AGREE_WRITTEN, date(2026, 8, 31), Stage.WRITTEN),
        taken(Step.COMPLETE, date(2026, 9, 30), Stage.PERFORMED),
    )
    done = tuple(replace(duty, done_on=date(2026, 9, 20)) for duty in AGREEMENT.duties)
    visit = FollowUp(id=3, day=date(2026, 10, 20), visitor="马力", satisfaction=Satisfaction.FAIR)
    found = timeline(case(*steps, agreement=replace(AGREEMENT, duties=done), follow_ups=(visit,)))
    assert [event.day for event in found] == sorted(event.day for event in found)
    titles = [event.title for event in found]
    assert titles == [
        *("登记", "达成书面协议", "履行一项", "履行一项", "全部履行 → 已履行", "回访"),
    ]
    assert found[-1].visit_id == 3
    assert found[-1].lines[0] == "回访人：马力，基本满意"
    agreed = found[1]
    assert agreed.is_agreement
    assert agreed.lines[:2] == (
        "书面协议，2026-09-02 生效",
        "1. 物业于2026年9月20日前修好楼顶防水层。",
    )


def test_what_a_step_says_is_told():
    day = date(2026, 8, 12)
    steps = (
        taken(
            Step.HAND_UP,
            day,
            Stage.MEDIATION,
            level=Level.STREET,
            unit="西河街道调解中心",
            reason="调解不成",
        ),
        taken(Step.RISK, day, Stage.MEDIATION, risk=Risk.BRAWL, persons=4, unit="西河派出所"),
        taken(Step.EXTEND, day, Stage.MEDIATION, until=date(2026, 10, 5), consented=True),
        taken(Step.COURT_RULED, day, Stage.WRITTEN, ruling=CourtRuling.CONFIRMED),
    )
    up, risk, longer, ruled = timeline(case(*steps))
    assert up.lines == ("到：街道 西河街道调解中心", "原因：调解不成")
    assert risk.lines == ("到：西河派出所", "群体性械斗，涉及 4 人")
    assert longer.lines == ("延长到 2026-10-05，双方同意",)
    assert ruled.lines == ("裁定有效",)


def test_a_long_record_is_cut():
    day = date(2026, 8, 10)
    meeting = replace(MEETING, id=7, day=day, result="", record="说" * 400)
    (event,) = timeline(case(meetings=(meeting,)))
    assert event.lines[-1] == "说" * 120 + "…"
