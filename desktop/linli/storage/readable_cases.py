"""Rows of the journal in words, continued: mediation cases (矛盾纠纷) and what belongs to them."""

import json
from typing import TYPE_CHECKING

from linli.domain.case_flow import STAGE, STEP, Stage, Step
from linli.domain.cases import (
    AGREEMENT_FORM,
    COURT_RULING,
    DISPUTE_TABLE,
    EVENT_TABLE,
    LEVEL,
    RISK,
    SATISFACTION,
    SCALE,
    SIDE,
    SOURCE,
    AgreementForm,
    CourtRuling,
    Level,
    Risk,
    Satisfaction,
    Scale,
    Side,
    Source,
)
from linli.domain.codes import code_table
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


NUMBER = """
SELECT iif(number_sequence IS NULL, registered_on || ' 登记的纠纷',
    printf('〔%d〕%s人调字第%d号', number_year, number_mark, number_sequence))
FROM mediation_case WHERE id = ?
"""
"""A case by its number, before it has one by its day."""


def _list(words: "Words", value: str) -> str:
    return words.numbers("；".join(json.loads(value))) or "没有"


def _names(_: "Words", value: str) -> str:
    return "、".join(json.loads(value)) or "没有"


def _level(_: "Words", value: str) -> str:
    return LEVEL[Level(value)]


def _ruling(_: "Words", value: str) -> str:
    return COURT_RULING[CourtRuling(value)]


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "mediation_case": {
        "title": ("纠纷名称", says.text),
        "registered_on": ("纠纷登记日期", says.text),
        "occurred_on": ("纠纷发生日期", says.text),
        "place": ("纠纷发生地点", says.text),
        "grid": ("纠纷所在网格", says.text),
        "kind_code": ("纠纷类型", lambda _, value: code_table(DISPUTE_TABLE).label(value)),
        "event_code": ("事件类别", lambda _, value: code_table(EVENT_TABLE).label(value)),
        "source": ("案件来源", lambda _, value: SOURCE[Source(value)]),
        "source_unit": ("移送单位", says.text),
        "amount": ("涉及金额（元）", says.money),
        "scale": ("事件规模", lambda _, value: SCALE[Scale(value)]),
        "persons": ("涉及人数", says.text),
        "summary": ("纠纷简要情况", says.numbers),
        "requests": ("申请事项", _list),
        "mediators_group": ("调解组", says.text),
        "is_difficult": ("疑难复杂案件", says.yes_no),
        "first_level": ("登记时的层级", _level),
        "stage": ("案件进度", lambda _, value: STAGE[Stage(value)]),
        "level": ("案件层级", _level),
        "away_since": ("上交日期", says.text),
        "unit": ("上交到", says.text),
        "accepted_on": ("受理日期", says.text),
        "has_risk": ("报告过激化风险", says.yes_no),
        "number_year": ("案号年份", says.text),
        "number_sequence": ("案号序号", says.text),
        "number_mark": ("案号代字", says.text),
    },
    "case_party": {
        "case_id": ("当事人所在案件", lambda words, value: words.case_number(value)),
        "side": ("当事人一方", lambda _, value: SIDE[Side(value)]),
        "name": ("当事人", says.text),
        "is_organisation": ("当事人是单位", says.yes_no),
        "resident_id": ("当事人居民", says.resident),
        "sex_code": ("当事人性别", lambda _, value: code_table("sex").label(value)),
        "ethnicity_code": ("当事人民族", lambda _, value: code_table("ethnicity").label(value)),
        "birth": ("当事人出生日期", says.text),
        "occupation": ("当事人职业或职务", says.text),
        "id_number": ("当事人证件号码", says.document),
        "phone": ("当事人电话", says.phone),
        "address": ("当事人住址", says.text),
        "representative": ("单位的代表人", says.text),
        "representative_post": ("代表人职务", says.text),
        "agent_name": ("委托代理人", says.text),
        "agent_id_number": ("代理人证件号码", says.document),
        "agent_phone": ("代理人电话", says.phone),
        "agent_address": ("代理人住址", says.text),
        "agent_relation": ("代理人与当事人的关系", says.text),
        "agent_powers": ("代理权限", says.text),
        "agent_since": ("委托开始日期", says.text),
        "agent_until": ("委托结束日期", says.text),
    },
    "case_mediator": {
        "name": ("调解员", says.text),
        "phone": ("调解员电话", says.phone),
        "resident_id": ("调解员是居民", says.resident),
        "presides": ("主持调解", says.yes_no),
        "chosen_by_parties": ("当事人选定的调解员", says.yes_no),
    },
    "case_step": {
        "step": ("办理步骤", lambda _, value: STEP[Step(value)]),
        "day": ("办理日期", says.text),
        "reason": ("办理原因", says.numbers),
        "level": ("转到的层级", _level),
        "unit": ("转到的单位", says.text),
        "last_day": ("延长到", says.text),
        "consented": ("当事人同意延长", says.yes_no),
        "ruling": ("裁定", _ruling),
        "risk": ("可能激化为", lambda _, value: RISK[Risk(value)]),
        "persons": ("防止激化人数", says.text),
        "stage": ("办理后的进度", lambda _, value: STAGE[Stage(value)]),
        "account": ("办理的账号", says.text),
    },
    "case_meeting": {
        "is_inquiry": ("是调查", says.yes_no),
        "day": ("调解日期", says.text),
        "hours": ("调解时间", says.text),
        "place": ("调解地点", says.text),
        "subject": ("调解事由", says.text),
        "present": ("到场当事人", _names),
        "invited": ("参加人", _names),
        "recorder": ("调解记录人", says.text),
        "record": ("调解记录", says.numbers),
        "result": ("调解结果", says.numbers),
    },
    "case_agreement": {
        "form": ("协议形式", lambda _, value: AGREEMENT_FORM[AgreementForm(value)]),
        "agreed_on": ("达成协议日期", says.text),
        "effective_on": ("协议生效日期", says.text),
        "facts": ("协议的纠纷事实", says.numbers),
        "terms": ("协议内容", _list),
        "performance": ("履行方式和期限", says.numbers),
        "recorder": ("协议记录人", says.text),
        "applied_on": ("申请司法确认日期", says.text),
        "court": ("受理法院", says.text),
        "ruled_on": ("法院裁定日期", says.text),
        "ruling": ("法院裁定", _ruling),
    },
    "case_duty": {
        "who": ("履行人", says.text),
        "what": ("履行事项", says.numbers),
        "amount": ("履行金额（元）", says.money),
        "due": ("履行期限", says.text),
        "done_on": ("履行日期", says.text),
        "note": ("履行备注", says.numbers),
    },
    "case_visit": {
        "day": ("回访日期", says.text),
        "visitor": ("回访人", says.text),
        "performance": ("回访的履行情况", says.numbers),
        "satisfaction": ("满意程度", lambda _, value: SATISFACTION[Satisfaction(value)]),
        "note": ("回访备注", says.numbers),
        "next_due": ("下次案件回访", says.text),
    },
}
"""By table and column: the field's name and how its value is said."""
