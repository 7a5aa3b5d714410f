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
from linli.domain.values.money import yuan

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


NUMBER = """
SELECT iif(number_sequence IS NULL, registered_on || ' 登记的纠纷',
    printf('〔%d〕%s人调字第%d号', number_year, number_mark, number_sequence))
FROM mediation_case WHERE id = ?
"""
"""A case by its number, before it has one by its day."""


def _text(_: "Words", value: str) -> str:
    return value


def _numbers(words: "Words", value: str) -> str:
    return words.numbers(value)


def _yes_no(_: "Words", value: str) -> str:
    return "是" if value == "1" else "否"


def _list(words: "Words", value: str) -> str:
    return words.numbers("；".join(json.loads(value))) or "没有"


def _names(_: "Words", value: str) -> str:
    return "、".join(json.loads(value)) or "没有"


def _money(_: "Words", value: str) -> str:
    return yuan(int(value))


def _resident(words: "Words", value: str) -> str:
    return words.resident(value)


def _phone(words: "Words", value: str) -> str:
    return words.phone(value)


def _document(words: "Words", value: str) -> str:
    return words.document(value)


def _level(_: "Words", value: str) -> str:
    return LEVEL[Level(value)]


def _ruling(_: "Words", value: str) -> str:
    return COURT_RULING[CourtRuling(value)]


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "mediation_case": {
        "title": ("纠纷名称", _text),
        "registered_on": ("纠纷登记日期", _text),
        "occurred_on": ("纠纷发生日期", _text),
        "place": ("纠纷发生地点", _text),
        "grid": ("纠纷所在网格", _text),
        "kind_code": ("纠纷类型", lambda _, value: code_table(DISPUTE_TABLE).label(value)),
        "event_code": ("事件类别", lambda _, value: code_table(EVENT_TABLE).label(value)),
        "source": ("案件来源", lambda _, value: SOURCE[Source(value)]),
        "source_unit": ("移送单位", _text),
        "amount": ("涉及金额（元）", _money),
        "scale": ("事件规模", lambda _, value: SCALE[Scale(value)]),
        "persons": ("涉及人数", _text),
        "summary": ("纠纷简要情况", _numbers),
        "requests": ("申请事项", _list),
        "mediators_group": ("调解组", _text),
        "is_difficult": ("疑难复杂案件", _yes_no),
        "first_level": ("登记时的层级", _level),
        "stage": ("案件进度", lambda _, value: STAGE[Stage(value)]),
        "level": ("案件层级", _level),
        "away_since": ("上交日期", _text),
        "unit": ("上交到", _text),
        "accepted_on": ("受理日期", _text),
        "has_risk": ("报告过激化风险", _yes_no),
        "number_year": ("案号年份", _text),
        "number_sequence": ("案号序号", _text),
        "number_mark": ("案号代字", _text),
    },
    "case_party": {
        "case_id": ("当事人所在案件", lambda words, value: words.case_number(value)),
        "side": ("当事人一方", lambda _, value: SIDE[Side(value)]),
        "name": ("当事人", _text),
        "is_organisation": ("当事人是单位", _yes_no),
        "resident_id": ("当事人居民", _resident),
        "sex_code": ("当事人性别", lambda _, value: code_table("sex").label(value)),
        "ethnicity_code": ("当事人民族", lambda _, value: code_table("ethnicity").label(value)),
        "birth": ("当事人出生日期", _text),
        "occupation": ("当事人职业或职务", _text),
        "id_number": ("当事人证件号码", _document),
        "phone": ("当事人电话", _phone),
        "address": ("当事人住址", _text),
        "representative": ("单位的代表人", _text),
        "representative_post": ("代表人职务", _text),
        "agent_name": ("委托代理人", _text),
        "agent_id_number": ("代理人证件号码", _document),
        "agent_phone": ("代理人电话", _phone),
        "agent_address": ("代理人住址", _text),
        "agent_relation": ("代理人与当事人的关系", _text),
        "agent_powers": ("代理权限", _text),
        "agent_since": ("委托开始日期", _text),
        "agent_until": ("委托结束日期", _text),
    },
    "case_mediator": {
        "name": ("调解员", _text),
        "phone": ("调解员电话", _phone),
        "resident_id": ("调解员是居民", _resident),
        "presides": ("主持调解", _yes_no),
        "chosen_by_parties": ("当事人选定的调解员", _yes_no),
    },
    "case_step": {
        "step": ("办理步骤", lambda _, value: STEP[Step(value)]),
        "day": ("办理日期", _text),
        "reason": ("办理原因", _numbers),
        "level": ("转到的层级", _level),
        "unit": ("转到的单位", _text),
        "last_day": ("延长到", _text),
        "consented": ("当事人同意延长", _yes_no),
        "ruling": ("裁定", _ruling),
        "risk": ("可能激化为", lambda _, value: RISK[Risk(value)]),
        "persons": ("防止激化人数", _text),
        "stage": ("办理后的进度", lambda _, value: STAGE[Stage(value)]),
        "account": ("办理的账号", _text),
    },
    "case_meeting": {
        "is_inquiry": ("是调查", _yes_no),
        "day": ("调解日期", _text),
        "hours": ("调解时间", _text),
        "place": ("调解地点", _text),
        "subject": ("调解事由", _text),
        "present": ("到场当事人", _names),
        "invited": ("参加人", _names),
        "recorder": ("调解记录人", _text),
        "record": ("调解记录", _numbers),
        "result": ("调解结果", _numbers),
    },
    "case_agreement": {
        "form": ("协议形式", lambda _, value: AGREEMENT_FORM[AgreementForm(value)]),
        "agreed_on": ("达成协议日期", _text),
        "effective_on": ("协议生效日期", _text),
        "facts": ("协议的纠纷事实", _numbers),
        "terms": ("协议内容", _list),
        "performance": ("履行方式和期限", _numbers),
        "recorder": ("协议记录人", _text),
        "applied_on": ("申请司法确认日期", _text),
        "court": ("受理法院", _text),
        "ruled_on": ("法院裁定日期", _text),
        "ruling": ("法院裁定", _ruling),
    },
    "case_duty": {
        "who": ("履行人", _text),
        "what": ("履行事项", _numbers),
        "amount": ("履行金额（元）", _money),
        "due": ("履行期限", _text),
        "done_on": ("履行日期", _text),
        "note": ("履行备注", _numbers),
    },
    "case_visit": {
        "day": ("回访日期", _text),
        "visitor": ("回访人", _text),
        "performance": ("回访的履行情况", _numbers),
        "satisfaction": ("满意程度", lambda _, value: SATISFACTION[Satisfaction(value)]),
        "note": ("回访备注", _numbers),
        "next_due": ("下次案件回访", _text),
    },
}
"""By table and column: the field's name and how its value is said."""
