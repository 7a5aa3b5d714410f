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
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _member(words: "Words", value: str) -> str:
    return words.team_member(value)


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
        "name": ("队伍名称", says.text),
        "grid_id": ("队伍所在网格", says.grid),
        "purpose": ("队伍用途", says.text),
        "route": ("巡逻路线", says.text),
        "expected": ("应有人数", says.text),
        "quotas": ("各来源应有人数", _figures),
        "plan_title": ("预案名称", says.text),
        "plan_text": ("预案", says.numbers),
        "until": ("解散日期", says.text),
        "note": ("队伍备注", says.numbers),
    },
    "team_member": {
        "name": ("队员", says.text),
        "resident_id": ("队员（居民）", says.resident),
        "grid_id": ("队员所在网格", says.grid),
        "phone": ("队员电话", says.phone),
        "source": ("队员来源", says.text),
        "rank": ("队内职务", lambda _, value: RANK_LABELS[Rank(value)]),
        "duty": ("队员分工", says.text),
        "since": ("加入日期", says.text),
        "until": ("离队日期", says.text),
        "note": ("队员备注", says.numbers),
    },
    "patrol_shift": {
        "day": ("巡逻日期", says.text),
        "begins": ("巡逻开始", says.text),
        "ends": ("巡逻结束", says.text),
        "grid_id": ("巡逻网格", says.grid),
        "route": ("班次路线", says.text),
        "size": ("每班人数", says.text),
        "incident": ("巡逻发现的情况", says.numbers),
        "note": ("班次备注", says.numbers),
    },
    "patrol_turn": {
        "member_id": ("值班队员", _member),
        "present": ("巡逻到岗", says.yes_no),
    },
    "equipment": {
        "item": ("装备", says.text),
        "unit": ("装备单位", says.text),
        "quantity": ("装备数量", says.text),
        "note": ("装备备注", says.text),
    },
    "equipment_issue": {
        "member_id": ("领用队员", _member),
        "quantity": ("领用数量", says.text),
        "issued_on": ("发放日期", says.text),
        "returned_on": ("归还日期", says.text),
        "note": ("领用备注", says.text),
    },
    "drill": {
        "day": ("演练日期", says.text),
        "topic": ("演练内容", says.text),
        "place": ("演练地点", says.text),
        "called_at": ("集结通知时间", says.text),
        "minutes": ("集结用时（分钟）", says.text),
        "expected": ("应到人数", says.text),
        "present": ("实到人数", says.text),
        "summary": ("演练小结", says.numbers),
    },
    "report": {
        "year": ("信息年份", says.text),
        "sequence": ("信息序号", says.text),
        "day": ("报送日期", says.text),
        "informant": ("信息员", says.text),
        "resident_id": ("信息员（居民）", says.resident),
        "grid_id": ("信息所在网格", says.grid),
        "household_id": ("信息涉及的户", lambda words, value: words.household(value)),
        "place": ("信息地点", says.text),
        "kind": ("信息类别", lambda _, value: code_table(REPORT_TABLE).label(value)),
        "content": ("信息内容", says.numbers),
        "urgency": ("紧急程度", lambda _, value: URGENCY_LABELS[Urgency(value)]),
        "state": ("办理状态", _state),
        "voided_reason": ("信息作废原因", says.text),
        "account": ("登记信息的账号", says.text),
    },
    "report_step": {
        "state": ("办理步骤", _state),
        "day": ("步骤日期", says.text),
        "person": ("经办人", says.text),
        "whom": ("报给或告知", says.text),
        "text": ("办理情况", says.numbers),
        "skipped": ("跳过", says.yes_no),
    },
    "allowance_sheet": {
        "month": ("补助月份", says.text),
        "amount": ("每人每月补助（元）", _money),
        "part_rule": ("不满一月的补助", lambda _, value: PART_LABELS[PartRule(value)]),
        "closed_on": ("结算日期", says.text),
        "account": ("结算的账号", says.text),
    },
    "allowance_change": {
        "member_id": ("奖罚的信息员", _member),
        "amount": ("奖罚金额（元）", _money),
        "reason": ("奖罚原因", says.text),
    },
    "allowance_line": {
        "name": ("补助领取人", says.text),
        "resident_id": ("补助领取人（居民）", says.resident),
        "grid": ("领取人网格", says.text),
        "days": ("在岗天数", says.text),
        "counts": ("报送条数", _counts),
        "base": ("基本补助（元）", _money),
        "plus": ("奖（元）", _money),
        "minus": ("罚（元）", _money),
        "reasons": ("奖罚说明", says.text),
    },
}
"""By table and column: the field's name and how its value is said."""
