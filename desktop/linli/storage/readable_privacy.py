"""Rows of the journal in words, continued: notices, requests of the people concerned, retention."""

import json
from typing import TYPE_CHECKING

from linli.domain.codes import code_table
from linli.domain.consents import ANSWER_LABELS, SENSITIVE_TABLE, Answer
from linli.domain.privacy_requests import (
    KIND_LABELS,
    PROOF_LABELS,
    RESULT_LABELS,
    Proof,
    RequestKind,
    Result,
)
from linli.domain.retention import default_rules
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _kinds(_: "Words", value: str) -> str:
    names = code_table(SENSITIVE_TABLE).names
    return "、".join(names.get(code, code) for code in json.loads(value)) or "没有"


def _rule(_: "Words", value: str) -> str:
    return next((rule.what for rule in default_rules() if rule.id == value), value)


def _kept(_: "Words", value: str) -> str:
    return {"resident": "居民登记", "tenancy": "租住"}.get(value, value)


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "consent": {
        "day": ("告知日期", says.text),
        "answer": ("告知书签字", lambda _, value: ANSWER_LABELS[Answer(value)]),
        "guardian": ("监护人", says.text),
        "guardian_relation": ("监护人关系", says.text),
        "separate": ("单独同意", _kinds),
        "withdrawn_on": ("撤回同意日期", says.text),
        "withdrawn_reason": ("撤回同意原因", says.text),
        "note": ("告知备注", says.numbers),
        "account": ("告知的账号", says.text),
    },
    "privacy_request": {
        "year": ("请求年份", says.text),
        "sequence": ("请求序号", says.text),
        "resident_id": ("请求的人", says.resident),
        "name": ("请求人姓名", says.text),
        "kind": ("请求事项", lambda _, value: KIND_LABELS[RequestKind(value)]),
        "received_on": ("收到日期", says.text),
        "agent": ("代办人", says.text),
        "proof": ("身份核实", lambda _, value: PROOF_LABELS[Proof(value)]),
        "contact": ("请求人联系方式", says.numbers),
        "content": ("请求内容", says.numbers),
        "due_on": ("答复期限", says.text),
        "result": ("处理结果", lambda _, value: RESULT_LABELS[Result(value)]),
        "answer": ("答复", says.numbers),
        "refusal": ("不予办理的理由", says.numbers),
        "closed_on": ("办结日期", says.text),
        "voided_reason": ("作废原因", says.text),
        "account": ("登记请求的账号", says.text),
    },
    "retention_decision": {
        "rule": ("保存期限规则", _rule),
        "table_name": ("继续保存的登记", _kept),
        "until": ("继续保存到", says.text),
        "reason": ("继续保存的理由", says.text),
        "decided_on": ("决定日期", says.text),
        "account": ("决定的账号", says.text),
        "resident_id": ("继续保存谁的信息", says.resident),
    },
}
"""By table and column: the field's name and how its value is said."""
