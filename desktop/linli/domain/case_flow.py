"""What may follow what in a mediation case: a small state machine, written out.

Stages are where a case stands, steps are what is done. A step that cannot be taken is refused with
the reason; nothing else decides. While a case is handed up it waits for what comes back.
"""

from collections.abc import Mapping
from enum import StrEnum


class Stage(StrEnum):
    """Where a case stands."""

    REGISTERED = "registered"
    REFUSED = "refused"
    ACCEPTED = "accepted"
    INQUIRY = "inquiry"
    MEDIATION = "mediation"
    WRITTEN = "written"
    ORAL = "oral"
    FAILED = "failed"
    DECLINED = "declined"
    PERFORMING = "performing"
    PERFORMED = "performed"
    BREACHED = "breached"
    FOLLOWED = "followed"
    TRANSFERRED = "transferred"
    SETTLED_ABOVE = "settled_above"
    ARCHIVED = "archived"
    VOID = "void"


STAGE = {
    Stage.REGISTERED: "已登记",
    Stage.REFUSED: "不予受理",
    Stage.ACCEPTED: "已受理",
    Stage.INQUIRY: "调查中",
    Stage.MEDIATION: "调解中",
    Stage.WRITTEN: "达成书面协议",
    Stage.ORAL: "达成口头协议",
    Stage.FAILED: "调解不成",
    Stage.DECLINED: "一方拒绝调解",
    Stage.PERFORMING: "履行中",
    Stage.PERFORMED: "已履行",
    Stage.BREACHED: "未履行",
    Stage.FOLLOWED: "已回访",
    Stage.TRANSFERRED: "已移送",
    Stage.SETTLED_ABOVE: "上级已化解",
    Stage.ARCHIVED: "已归档",
    Stage.VOID: "已作废",
}

IN_HAND = frozenset(
    {Stage.REGISTERED, Stage.ACCEPTED, Stage.INQUIRY, Stage.MEDIATION}
    | {Stage.WRITTEN, Stage.ORAL, Stage.PERFORMING, Stage.PERFORMED, Stage.BREACHED}
)
"""Stages in which something is left to do for the parties (在办)."""
SETTLED = frozenset(
    {Stage.WRITTEN, Stage.ORAL, Stage.PERFORMING, Stage.PERFORMED, Stage.BREACHED, Stage.FOLLOWED}
)
"""Stages after an agreement (调解成功), before the file is closed."""


class Step(StrEnum):
    """What is done in a case."""

    REGISTER = "register"
    ACCEPT = "accept"
    REFUSE = "refuse"
    INQUIRE = "inquire"
    MEET = "meet"
    AGREE_WRITTEN = "agree_written"
    AGREE_ORAL = "agree_oral"
    FAIL = "fail"
    DECLINE = "decline"
    PERFORM = "perform"
    COMPLETE = "complete"
    BREACH = "breach"
    FOLLOW_UP = "follow_up"
    ARCHIVE = "archive"
    HAND_UP = "hand_up"
    HAND_BACK = "hand_back"
    SETTLED_ABOVE = "settled_above"
    TRANSFER = "transfer"
    RISK = "risk"
    EXTEND = "extend"
    APPLY_COURT = "apply_court"
    COURT_RULED = "court_ruled"
    REOPEN = "reopen"
    VOID = "void"


STEP = {
    Step.REGISTER: "登记",
    Step.ACCEPT: "受理",
    Step.REFUSE: "不予受理",
    Step.INQUIRE: "调查",
    Step.MEET: "调解",
    Step.AGREE_WRITTEN: "达成书面协议",
    Step.AGREE_ORAL: "达成口头协议",
    Step.FAIL: "调解不成",
    Step.DECLINE: "一方拒绝调解",
    Step.PERFORM: "履行",
    Step.COMPLETE: "全部履行",
    Step.BREACH: "未履行",
    Step.FOLLOW_UP: "回访",
    Step.ARCHIVE: "归档",
    Step.HAND_UP: "上交",
    Step.HAND_BACK: "交回",
    Step.SETTLED_ABOVE: "上级已化解",
    Step.TRANSFER: "移送其他部门",
    Step.RISK: "报告激化风险",
    Step.EXTEND: "延长调解期限",
    Step.APPLY_COURT: "申请司法确认",
    Step.COURT_RULED: "法院裁定",
    Step.REOPEN: "重新启动",
    Step.VOID: "作废",
}

_TRIES: Mapping[Step, Stage] = {
    Step.INQUIRE: Stage.INQUIRY,
    Step.MEET: Stage.MEDIATION,
    Step.AGREE_ORAL: Stage.ORAL,
    Step.DECLINE: Stage.DECLINED,
    Step.TRANSFER: Stage.TRANSFERRED,
}
_AGREED: Mapping[Step, Stage] = {
    Step.PERFORM: Stage.PERFORMING,
    Step.COMPLETE: Stage.PERFORMED,
    Step.BREACH: Stage.BREACHED,
}
_ENDED: Mapping[Step, Stage] = {Step.ARCHIVE: Stage.ARCHIVED, Step.REOPEN: Stage.ACCEPTED}

TRANSITIONS: Mapping[Stage, Mapping[Step, Stage]] = {
    Stage.REGISTERED: {
        Step.ACCEPT: Stage.ACCEPTED,
        Step.REFUSE: Stage.REFUSED,
        Step.TRANSFER: Stage.TRANSFERRED,
        Step.VOID: Stage.VOID,
    },
    Stage.ACCEPTED: _TRIES,
    Stage.INQUIRY: _TRIES,
    Stage.MEDIATION: {
        **_TRIES,
        Step.INQUIRE: Stage.MEDIATION,
        Step.AGREE_WRITTEN: Stage.WRITTEN,
        Step.FAIL: Stage.FAILED,
    },
    Stage.WRITTEN: {
        **_AGREED,
        Step.APPLY_COURT: Stage.WRITTEN,
        Step.COURT_RULED: Stage.WRITTEN,
        Step.FOLLOW_UP: Stage.WRITTEN,
    },
    Stage.ORAL: {**_AGREED, Step.FOLLOW_UP: Stage.ORAL},
    Stage.PERFORMING: {
        **_AGREED,
        Step.APPLY_COURT: Stage.PERFORMING,
        Step.COURT_RULED: Stage.PERFORMING,
        Step.FOLLOW_UP: Stage.PERFORMING,
    },
    Stage.PERFORMED: {
        Step.FOLLOW_UP: Stage.FOLLOWED,
        Step.COURT_RULED: Stage.PERFORMED,
        Step.REOPEN: Stage.PERFORMING,
    },
    Stage.BREACHED: {
        Step.COMPLETE: Stage.PERFORMED,
        Step.COURT_RULED: Stage.BREACHED,
        Step.FOLLOW_UP: Stage.BREACHED,
        Step.TRANSFER: Stage.TRANSFERRED,
        Step.MEET: Stage.MEDIATION,
        Step.ARCHIVE: Stage.ARCHIVED,
    },
    Stage.FOLLOWED: {
        Step.FOLLOW_UP: Stage.FOLLOWED,
        Step.ARCHIVE: Stage.ARCHIVED,
        Step.REOPEN: Stage.PERFORMING,
    },
    Stage.REFUSED: {Step.ARCHIVE: Stage.ARCHIVED, Step.REOPEN: Stage.REGISTERED},
    Stage.FAILED: _ENDED,
    Stage.DECLINED: _ENDED,
    Stage.TRANSFERRED: _ENDED,
    Stage.SETTLED_ABOVE: _ENDED,
    Stage.ARCHIVED: {Step.REOPEN: Stage.ACCEPTED},
    Stage.VOID: {},
}
"""Where each step leads from each stage; what is not here cannot be done."""

_MOVABLE = frozenset({Stage.REGISTERED, Stage.ACCEPTED, Stage.INQUIRY, Stage.MEDIATION})
"""Stages in which a case can go up, be extended or be told to the police as a risk."""
_WHILE_AWAY = frozenset({Step.HAND_UP, Step.HAND_BACK, Step.SETTLED_ABOVE, Step.RISK, Step.EXTEND})
REASONED = frozenset(
    {Step.REFUSE, Step.HAND_UP, Step.HAND_BACK, Step.TRANSFER, Step.EXTEND, Step.REOPEN}
    | {Step.VOID, Step.RISK, Step.FAIL, Step.BREACH, Step.DECLINE}
)
"""Steps that want a reason."""


def next_stage(
    stage: Stage,
    step: Step,
    *,
    away: bool = False,
    raised: bool | None = None,
    accepted: bool = True,
) -> Stage | None:
    """Return where a step leads, None if it cannot be taken now; `refusal` says why.

    Args:
        stage: where the case stands.
        step: what is to be done.
        away: whether it is handed up to somebody else and not back.
        raised: whether it is on a higher level than where it began; None: only if it is away.
        accepted: whether it ever was accepted: reopened, a case that never was is registered.
    """
    if refusal(stage, step, away=away, raised=raised):
        return None
    if step is Step.SETTLED_ABOVE:
        return Stage.SETTLED_ABOVE
    led = TRANSITIONS[stage].get(step, stage)
    if step is Step.REOPEN and led is Stage.ACCEPTED and not accepted:
        return Stage.REGISTERED
    return led


def steps_from(stage: Stage, *, away: bool = False, raised: bool | None = None) -> tuple[Step, ...]:
    """Return what can be done now, in the order of the work."""
    return tuple(step for step in Step if refusal(stage, step, away=away, raised=raised) is None)


def refusal(
    stage: Stage, step: Step, *, away: bool = False, raised: bool | None = None
) -> str | None:
    """Return why a step cannot be taken now, None if it can. For the arguments see `next_stage`."""
    if away and step not in _WHILE_AWAY:
        return f"这件案子已经上交，还没有交回，现在不能办理「{STEP[step]}」。请先登记交回。"
    is_raised = away if raised is None else raised
    if (step is Step.HAND_BACK and not is_raised) or (step is Step.SETTLED_ABOVE and not away):
        return f"这件案子没有上交，不能办理「{STEP[step]}」。"
    if step in (Step.HAND_UP, Step.HAND_BACK, Step.SETTLED_ABOVE, Step.RISK, Step.EXTEND):
        allowed = stage in _MOVABLE and (step is not Step.EXTEND or stage is not Stage.REGISTERED)
    else:
        allowed = step in TRANSITIONS[stage]
    if allowed:
        return None
    return f"这件案子现在是「{STAGE[stage]}」，不能办理「{STEP[step]}」。{_remedy(stage)}"


def _remedy(stage: Stage) -> str:
    names = [STEP[step] for step in Step if step in TRANSITIONS[stage]]
    return f"现在可以办理：{'、'.join(names)}。" if names else "作废的案子不能再办理。"
