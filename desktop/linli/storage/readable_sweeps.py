"""Rows of the journal in words, continued: sweeps (排查), petitions (信访), suggestions (建议).

Of a petition only whoever may see petitions reads more than that it is one (`sight.HIDDEN`).
"""

import json
from typing import TYPE_CHECKING

from linli.domain.cases import DISPUTE_TABLE
from linli.domain.codes import code_table
from linli.domain.petition_flow import MOVE, STATE, Move, State
from linli.domain.petitions import FORM, Form
from linli.domain.suggestions import ADOPTION, Adoption
from linli.domain.sweeps import HANDLING, Handling
from linli.storage import readable_says as says

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _names(_: "Words", value: str) -> str:
    return "、".join(json.loads(value))


FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "sweep": {
        "day": ("排查日期", says.text),
        "hours": ("排查时间", says.text),
        "grid_id": ("排查的网格", says.grid),
        "goers": ("排查人", _names),
        "scope": ("排查范围", says.numbers),
        "households": ("排查走访户数", says.text),
        "note": ("排查备注", says.numbers),
    },
    "sweep_finding": {
        "place": ("发现的地点", says.text),
        "content": ("发现的矛盾纠纷", says.numbers),
        "kind_code": ("发现的纠纷类型", lambda _, value: code_table(DISPUTE_TABLE).label(value)),
        "risk": ("有激化风险", says.yes_no),
        "handling": ("发现后的处理", lambda _, value: HANDLING[Handling(value)]),
        "unit": ("转给的部门", says.text),
        "prevented": ("已预防激化", says.yes_no),
        "case_id": ("转为的案件", lambda words, value: words.case(value)),
    },
    "sweep_person": {
        "name": ("排查中提到的人", says.text),
        "resident_id": ("排查中提到的居民", says.resident),
    },
    "petition": {
        "year": ("信访年份", says.text),
        "sequence": ("信访序号", says.text),
        "form": ("信访形式", lambda _, value: FORM[Form(value)]),
        "received_on": ("信访收到日期", says.text),
        "name": ("信访人", says.text),
        "resident_id": ("信访人（居民）", says.resident),
        "phone": ("信访人电话", says.phone),
        "address": ("信访人住址", says.numbers),
        "persons": ("信访人数", says.text),
        "representatives": ("信访代表", _names),
        "matter": ("信访事项", says.numbers),
        "content": ("信访内容", says.numbers),
        "grid_id": ("信访涉及的网格", says.grid),
        "repeats_id": ("与哪件信访是同一事项", lambda words, value: words.petition(value)),
        "simple": ("简易办理", says.yes_no),
        "state": ("信访状态", lambda _, value: STATE[State(value)]),
        "voided_reason": ("信访作废原因", says.numbers),
        "account": ("登记信访的账号", says.text),
    },
    "petition_step": {
        "move": ("信访办理步骤", lambda _, value: MOVE[Move(value)]),
        "day": ("信访步骤日期", says.text),
        "person": ("信访经办人", says.text),
        "unit": ("信访办理单位", says.text),
        "text": ("信访办理情况", says.numbers),
        "approver": ("延期批准人", says.text),
        "last_day": ("延期到", says.text),
    },
    "suggestion": {
        "year": ("建议年份", says.text),
        "sequence": ("建议序号", says.text),
        "day": ("建议日期", says.text),
        "name": ("建议人", says.text),
        "resident_id": ("建议人（居民）", says.resident),
        "phone": ("建议人电话", says.phone),
        "grid_id": ("建议涉及的网格", says.grid),
        "content": ("建议内容", says.numbers),
        "replied_on": ("建议答复日期", says.text),
        "reply": ("建议答复", says.numbers),
        "replier": ("建议答复人", says.text),
        "adoption": ("建议采纳情况", lambda _, value: ADOPTION[Adoption(value)]),
        "voided_reason": ("建议作废原因", says.numbers),
        "account": ("登记建议的账号", says.text),
    },
}
"""By table and column: the field's name and how its value is said."""
