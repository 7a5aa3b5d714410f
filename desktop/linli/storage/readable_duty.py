"""Rows of the journal in words, continued: teams, patrols, equipment, drills, slips, allowances."""

import json
from typing import TYPE_CHECKING

from linli.domain.allowances import PART_LABELS, PartRule
from linli.domain.codes import code_table
from linli.domain.reports import (
    REPORT_TABLE,
    STATE_LABELS,
    URGENCY_LABELS,
    ReportState,
    Urgency,
)
from linli.domain.teams import RANK_LABELS, TEAM_TABLE, Rank
from linli.domain.values.money import yuan

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _text(_: "Words", value: str) -> str:
    return value


def _numbers(words: "Words", value: str) -> str:
    return words.numbers(value)


def _phone(words: "Words", value: str) -> str:
    return words.phone(value)


def _grid(words: "Words", value: str) -> str:
    return words.grid(value)


def _resident(words: "Words", value: str) -> str:
    return words.resident(value)


def _member(words: "Words", value: str) -> str:
    return words.team_member(value)


def _yes_no(_: "Words", value: str) -> str:
    return "是" if value == "1" else "否"


def _money(_: "Words", value: str) -> str:
    fen = int(value)
    return f"-{yuan(-fen)}" if fen < 0 else yuan(fen)


def _figures(_: "Words", value: str) -> str:
    return "、".join(f"{source} {count}" for source, count in json.loads(value)) or "没有"


def _counts(_: "Words", value: str) -> str:
    table = code_table(REPORT_TABLE)
    return "、".join(f"{table.label(k)} {n}" for k, n in json.loads(value).items()) or "没有"


def _state(_: "Words", value: str) -> str:
    return STATE_LABELS[ReportState(value)]


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "team": {
        "kind_code": ("队伍类别", lambda _, value: code_table(TEAM_TABLE).label(value)),
        "name": ("队伍名称", _text),
        "grid_id": ("队伍所在网格", _grid),
        "purpose": ("队伍用途", _text),
        "route": ("巡逻路线", _text),
        "expected": ("应有人数", _text),
        "quotas": ("各来源应有人数", _figures),
        "plan_title": ("预案名称", _text),
        "plan_text": ("预案", _numbers),
        "until": ("解散日期", _text),
        "note": ("队伍备注", _numbers),
    },
    "team_member": {
        "name": ("队员", _text),
        "resident_id": ("队员（居民）", _resident),
        "grid_id": ("队员所在网格", _grid),
        "phone": ("队员电话", _phone),
        "source": ("队员来源", _text),
        "rank": ("队内职务", lambda _, value: RANK_LABELS[Rank(value)]),
        "duty": ("队员分工", _text),
        "since": ("加入日期", _text),
        "until": ("离队日期", _text),
        "note": ("队员备注", _numbers),
    },
    "patrol_shift": {
        "day": ("巡逻日期", _text),
        "begins": ("巡逻开始", _text),
        "ends": ("巡逻结束", _text),
        "grid_id": ("巡逻网格", _grid),
        "route": ("班次路线", _text),
        "size": ("每班人数", _text),
        "incident": ("巡逻发现的情况", _numbers),
        "note": ("班次备注", _numbers),
    },
    "patrol_turn": {
        "member_id": ("值班队员", _member),
        "present": ("巡逻到岗", _yes_no),
    },
    "equipment": {
        "item": ("装备", _text),
        "unit": ("装备单位", _text),
        "quantity": ("装备数量", _text),
        "note": ("装备备注", _text),
    },
    "equipment_issue": {
        "member_id": ("领用队员", _member),
        "quantity": ("领用数量", _text),
        "issued_on": ("发放日期", _text),
        "returned_on": ("归还日期", _text),
        "note": ("领用备注", _text),
    },
    "drill": {
        "day": ("演练日期", _text),
        "topic": ("演练内容", _text),
        "place": ("演练地点", _text),
        "called_at": ("集结通知时间", _text),
        "minutes": ("集结用时（分钟）", _text),
        "expected": ("应到人数", _text),
        "present": ("实到人数", _text),
        "summary": ("演练小结", _numbers),
    },
    "report": {
        "year": ("信息年份", _text),
        "sequence": ("信息序号", _text),
        "day": ("报送日期", _text),
        "informant": ("信息员", _text),
        "resident_id": ("信息员（居民）", _resident),
        "grid_id": ("信息所在网格", _grid),
        "household_id": ("信息涉及的户", lambda words, value: words.household(value)),
        "place": ("信息地点", _text),
        "kind": ("信息类别", lambda _, value: code_table(REPORT_TABLE).label(value)),
        "content": ("信息内容", _numbers),
        "urgency": ("紧急程度", lambda _, value: URGENCY_LABELS[Urgency(value)]),
        "state": ("办理状态", _state),
        "voided_reason": ("信息作废原因", _text),
        "account": ("登记信息的账号", _text),
    },
    "report_step": {
        "state": ("办理步骤", _state),
        "day": ("步骤日期", _text),
        "person": ("经办人", _text),
        "whom": ("报给或告知", _text),
        "text": ("办理情况", _numbers),
        "skipped": ("跳过", _yes_no),
    },
    "allowance_sheet": {
        "month": ("补助月份", _text),
        "amount": ("每人每月补助（元）", _money),
        "part_rule": ("不满一月的补助", lambda _, value: PART_LABELS[PartRule(value)]),
        "closed_on": ("结算日期", _text),
        "account": ("结算的账号", _text),
    },
    "allowance_change": {
        "member_id": ("奖罚的信息员", _member),
        "amount": ("奖罚金额（元）", _money),
        "reason": ("奖罚原因", _text),
    },
    "allowance_line": {
        "name": ("补助领取人", _text),
        "resident_id": ("补助领取人（居民）", _resident),
        "grid": ("领取人网格", _text),
        "days": ("在岗天数", _text),
        "counts": ("报送条数", _counts),
        "base": ("基本补助（元）", _money),
        "plus": ("奖（元）", _money),
        "minus": ("罚（元）", _money),
        "reasons": ("奖罚说明", _text),
    },
}
"""By table and column: the field's name and how its value is said."""
