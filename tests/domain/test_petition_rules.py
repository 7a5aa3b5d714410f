"""Rules, limits and papers of petitions; 2026 has its National Day from 1 to 7 October."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from linli.domain.clocks import Light
from linli.domain.limits import Limit, Limits, shipped_limits
from linli.domain.petition_clocks import PetitionClocks
from linli.domain.petition_flow import Move, state_after
from linli.domain.petition_lists import answer_letter, due_text, petition_register, told_letter
from linli.domain.petition_rules import (
    check_move,
    check_petition,
    clean_move,
    clean_petition,
    from_visit,
    joint_warning,
    steps_for,
)
from linli.domain.petitions import Form, MoveDraft, Petition, PetitionDraft
from linli.domain.receptions import ReceptionVisit, VisitDraft
from linli.domain.working_days import shipped_calendar

RECEIVED = date(2026, 9, 18)
DRAFT = PetitionDraft(form=Form.VISIT, received_on=RECEIVED, name="李秀英", matter="反映征地补偿")
LIMITS = Limits(shipped_limits())


def clocks(today: date, limits: Limits = LIMITS) -> PetitionClocks:
    return PetitionClocks(limits, shipped_calendar(), today)


def petition(*drafts: MoveDraft, **facts: Any) -> Petition:
    """Return a petition after some steps, each of which has to be allowed."""
    draft = replace(DRAFT, **facts)
    first = MoveDraft(move=Move.RECEIVE, day=draft.received_on, person="王芳")
    item = Petition(
        id=1, version=1, year=2026, sequence=1, facts=draft, steps=tuple(steps_for(first))
    )
    for each in drafts:
        clean = clean_move(each)
        assert check_move(clean, item, clocks(date(2027, 12, 31))) == []
        for step in steps_for(clean):
            item = replace(
                item, steps=(*item.steps, step), state=state_after(item.state, step.move)
            )
    return item


def step(move: Move, day: date, **facts: Any) -> MoveDraft:
    values: dict[str, Any] = {"move": move, "day": day, "person": "王芳"}
    return MoveDraft(**(values | facts))


def accepted(day: date = RECEIVED) -> MoveDraft:
    return step(Move.ACCEPT, day, unit="社区居委会", told=True)


def messages(draft: MoveDraft, item: Petition, today: date = date(2027, 12, 31)) -> str:
    problems = check_move(clean_move(draft), item, clocks(today))
    return "".join(f"{each.field}：{each.message}" for each in problems)


# ---- limits ---------------------------------------------------------------------------------


def test_the_first_limit_moves_behind_the_holiday() -> None:
    item = petition()
    clock = clocks(date(2026, 10, 8)).next_due(item)
    assert clock is not None
    assert (clock.what, clock.due) == ("告知是否受理", date(2026, 10, 8))  # 3 October is a holiday
    assert clock.light is Light.AMBER  # due today is not overdue
    assert due_text(item, clocks(date(2026, 10, 9))) == "告知是否受理 2026-10-08 已超 1 天"


def test_settling_takes_sixty_days_and_thirty_more_with_approval() -> None:
    item = petition(accepted())
    clock = clocks(date(2026, 10, 1)).settling(item)
    assert clock is not None
    assert clock.due == date(2026, 11, 17)
    longer = step(
        *(Move.EXTEND, date(2026, 11, 10)),
        approver="张主任",
        text="要等测绘结果，已告知信访人",
        until=date(2026, 12, 17),
    )
    extended = clocks(date(2026, 12, 1)).settling(petition(accepted(), longer))
    assert extended is not None
    assert (extended.due, extended.extended) == (date(2026, 12, 17), True)
    assert "最晚 2026年12月17日" in messages(replace(longer, until=date(2026, 12, 18)), item)
    assert "谁批准的" in messages(replace(longer, approver=" "), item)
    assert "延长的理由" in messages(replace(longer, text=""), item)
    late = messages(replace(longer, day=date(2026, 11, 18)), item)
    assert "已经过期，不能再延长" in late


def test_the_simple_way_has_working_days() -> None:
    item = petition(simple=True)
    clock = clocks(RECEIVED).next_due(item)
    assert clock is not None
    # 20 September, a Sunday, is worked for the holiday of the 25th.
    assert (clock.due, clock.working) == (date(2026, 9, 22), True)
    item = petition(accepted(date(2026, 9, 21)), simple=True)
    clock = clocks(RECEIVED).next_due(item)
    assert clock is not None
    # 22 to 24, 28 to 30 September, 8 and 9 October, Saturday 10 October, which is worked, and 12
    assert clock.due == date(2026, 10, 12)
    said = messages(step(Move.EXTEND, date(2026, 9, 25), approver="张主任", text="x"), item)
    assert "简易办理的不能延长" in said


def test_a_review_has_to_be_asked_for_in_time() -> None:
    item = petition(
        accepted(),
        step(Move.DECIDE, date(2026, 10, 20), text="按标准补偿"),
        step(Move.ANSWER, date(2026, 10, 21)),
    )
    ask = step(Move.ASK_REVIEW, date(2026, 11, 20), unit="街道办事处")
    assert messages(ask, item) == ""
    assert "已经过期，不再受理" in messages(replace(ask, day=date(2026, 11, 21)), item)
    assert clocks(date(2026, 10, 22)).next_due(item) is None  # the right is the person's
    asked = petition(
        accepted(),
        step(Move.DECIDE, date(2026, 10, 20), text="按标准补偿"),
        step(Move.ANSWER, date(2026, 10, 21)),
        ask,
    )
    clock = clocks(date(2026, 11, 21)).next_due(asked)
    assert clock is not None
    assert (clock.what, clock.due) == ("复查、复核意见（复查）", date(2026, 12, 21))


def test_what_is_done_waits_for_nothing_and_the_hall_may_set_other_limits() -> None:
    closed = petition(step(Move.REFUSE, RECEIVED, text="属于法院", told=True))
    assert clocks(RECEIVED).next_due(closed) is None
    withdrawn = petition(step(Move.WITHDRAW, RECEIVED))
    assert clocks(date(2027, 1, 1)).next_due(withdrawn) is None
    voided = replace(petition(), voided_reason="重复登记")
    assert clocks(RECEIVED).of(voided) == []
    told = next(each.facts for each in shipped_limits() if each.facts.key == "petition.tell")
    own = Limit(facts=replace(told, amount=5, valid_from=date(2026, 1, 1)), id=1, version=1)
    clock = clocks(RECEIVED, Limits([own, *shipped_limits()])).next_due(petition())
    assert clock is not None
    assert clock.due == date(2026, 9, 23)


# ---- steps ----------------------------------------------------------------------------------


def test_a_step_wants_what_it_needs_and_days_in_order() -> None:
    item = petition()
    assert "由哪个单位办理" in messages(step(Move.ACCEPT, RECEIVED), item)
    assert "不予受理的理由" in messages(step(Move.REFUSE, RECEIVED), item)
    assert "经办人" in messages(step(Move.WITHDRAW, RECEIVED, person=" "), item)
    early = step(Move.WITHDRAW, date(2026, 9, 17))
    assert "应在上一步（2026年9月18日）以后" in messages(early, item)
    assert "今天以前" in messages(replace(early, day=date(2026, 9, 20)), item, date(2026, 9, 19))
    assert "不能办理「答复" in messages(step(Move.ANSWER, RECEIVED), item)
    assert "已经作废" in messages(accepted(), replace(item, voided_reason="重复登记"))


def test_telling_on_the_same_day_is_a_step_of_its_own() -> None:
    item = petition(accepted())
    assert [each.move for each in item.steps] == [Move.RECEIVE, Move.ACCEPT, Move.TELL]
    assert steps_for(clean_move(step(Move.WITHDRAW, RECEIVED, told=True)))[1:] == []


# ---- what is registered -----------------------------------------------------------------------


def test_a_petition_in_normal_form() -> None:
    draft = clean_petition(
        replace(DRAFT, name=" 李　秀英 ", representatives=("王强", "王强", " "), content=" 一 \n\n")
    )
    assert (draft.name, draft.representatives, draft.content) == ("李秀英", ("王强",), "一")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": ""}, "name"),
        ({"phone": "138"}, "phone"),
        ({"received_on": date(2026, 9, 19)}, "received_on"),
        ({"persons": 0}, "persons"),
        ({"representatives": ("王强", "赵燕")}, "persons"),
        ({"matter": ""}, "matter"),
        ({"matter": "字" * 41}, "matter"),
    ],
)
def test_what_cannot_be_is_refused(facts: dict[str, Any], field: str) -> None:
    problems = check_petition(replace(DRAFT, **facts), RECEIVED)
    assert [each.field for each in problems] == [field]


def test_many_who_come_together_send_at_most_five() -> None:
    many = replace(DRAFT, persons=8)
    assert "推选代表" in joint_warning(many)
    assert joint_warning(replace(many, form=Form.LETTER)) == ""
    names = ("赵一", "钱二", "孙三", "李四", "周五")
    assert joint_warning(replace(many, representatives=names)) == ""
    assert "代表写了 6 人" in joint_warning(replace(many, representatives=(*names, "吴六")))
    assert joint_warning(replace(DRAFT, persons=5)) == ""
    assert check_petition(replace(many, representatives=(*names, "吴六")), RECEIVED) == []


def test_a_visit_becomes_a_petition() -> None:
    visit = ReceptionVisit(
        id=7,
        version=1,
        facts=VisitDraft(
            day=RECEIVED, name="李秀英", matter_code="09", persons=3, content="征地补偿少\n要求复核"
        ),
    )
    draft = from_visit(visit)
    assert (draft.form, draft.visit_id, draft.matter, draft.persons) == (
        *(Form.VISIT, 7),
        *("征地补偿少", 3),
    )
    assert draft.content == "征地补偿少\n要求复核"
    assert check_petition(clean_petition(draft), RECEIVED) == []


# ---- paper ----------------------------------------------------------------------------------


def test_the_register_and_the_slips_say_what_was_done() -> None:
    item = petition(
        accepted(),
        step(Move.DECIDE, date(2026, 10, 20), text="按标准补偿"),
        step(Move.ANSWER, date(2026, 10, 21)),
    )
    now = clocks(date(2026, 10, 22))
    made = petition_register([replace(item, times=2)], now, title="信访登记簿")
    ((row,),) = (group.rows for group in made.groups)
    assert row[0] == "〔2026〕信1号"
    assert row[3] == "李秀英（第 2 次）"
    assert row[7] == "已答复"
    assert "重复信访 1 件" in made.foot_note
    said = "".join(answer_letter(item, community="西河社区", printed="", clocks=now).texts())
    assert "按标准补偿" in said
    assert "2026年11月20日以前向上一级" in said
    told = petition(accepted())
    said = "".join(told_letter(told, community="西河社区", printed="", clocks=now).texts())
    assert "2026年11月17日以前答复您" in said
