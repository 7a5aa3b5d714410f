"""Rows of the journal in words, continued: accounts, cards, print runs, templates, what is kept.

What is JSON inside (a template, a filter, a drawing) is named so that another one shows.
"""

from typing import TYPE_CHECKING

from linli.domain.accounts import Role, role_name
from linli.domain.codes import code_table
from linli.domain.community_map import LABEL_KIND, LabelKind
from linli.storage import readable_says as says
from linli.storage.readable_settings import short_digest
from linli.storage.times import shown

if TYPE_CHECKING:
    from linli.storage.readable import Say, Words


def _moment(_: "Words", value: str) -> str:
    return f"{shown(value):%Y-%m-%d %H:%M}"


def _content(_: "Words", value: str) -> str:
    return f"内容 {short_digest(value)}"


def _paper(_: "Words", value: str) -> str:
    return f"设置 {short_digest(value)}"


def _role(_: "Words", value: str) -> str:
    return role_name(Role(value))


def _household(words: "Words", value: str) -> str:
    return words.household(value)


KINDS = {
    "account": "账号",
    "setting": "设置",
    "community": "社区",
    "grid": "网格",
    "grid_title": "网格曾用编号名称",
    "grid_building": "网格楼栋",
    "grid_officer": "网格人员",
    "board_entry": "公示栏",
    "station": "站点",
    "staff": "工作人员",
    "dwelling": "住所",
    "household": "户",
    "resident": "居民",
    "identity_document": "证件",
    "phone": "电话",
    "resident_tag": "标签",
    "floating_stay": "流动人口登记",
    "party_membership": "党员登记",
    "rental": "出租房屋",
    "tenancy": "租客",
    "pairing": "结对联系",
    "drawn_glyph": "手绘字",
    "card_template": "卡片模板",
    "card": "联系卡",
    "card_issue": "发卡记录",
    "print_run": "打印批次",
    "print_run_card": "批次里的卡",
    "entitlement": "救助待遇",
    "visit": "走访和服务",
    "organisation": "辖区单位",
    "organisation_leader": "单位负责人",
    "training": "培训和参观",
    "survey": "问卷",
    "survey_tally": "答卷统计",
    "bed": "养老床位",
    "bed_stay": "床位入住",
    "neighbour": "邻里守望",
    "saved_filter": "常用筛选",
    "not_same": "不是同一人",
    "merge": "合并",
    "merge_step": "合并步骤",
    "consent": "个人信息告知书",
    "privacy_request": "个人信息请求",
    "retention_decision": "保存期限的决定",
    "team": "队伍",
    "team_member": "队员",
    "patrol_shift": "巡逻班次",
    "patrol_turn": "巡逻人员",
    "equipment": "装备",
    "equipment_issue": "装备领用",
    "drill": "演练",
    "report": "信息报送",
    "report_step": "信息办理",
    "allowance_sheet": "补助表",
    "allowance_change": "补助奖罚",
    "allowance_line": "补助表的一行",
    "notice_template": "通知模板",
    "notice": "通知",
    "notice_recipient": "通知的收件人",
    "walk_sheet": "走访单",
    "walk_line": "走访单的一行",
    "map_place": "社区图上的楼栋",
    "map_label": "社区图上的标注",
    "reception_rule": "接待安排",
    "reception_day": "一天的接待",
    "reception_visit": "来访登记",
    "duty_post": "认领的岗位",
    "post_claim": "岗位认领和承诺",
    "duty_text": "职责文本",
    "time_limit": "办理期限",
    "worker": "值班人员",
    "worker_leave": "请假",
    "worker_apart": "不同班",
    "roster_plan": "值班表",
    "roster_shift": "班次",
    "roster_person": "参加值班的人",
    "roster_month": "一个月的值班表",
    "roster_cell": "排班",
    "roster_wish": "值班意愿",
    "roster_change": "换班替班",
    "service_record": "服务时长",
    "volunteer_note": "志愿者培训和表彰",
    "hand_over": "交接班",
    "hours_certificate": "志愿服务证明",
    "station_point": "站点七个有",
    "guide": "办事指南和制度",
    "agency_case": "代办",
    "agency_step": "代办交接",
    "provider": "便民网点",
    "voucher": "代金券",
    "dispatch": "家政派遣",
    "dispatch_step": "家政派遣办理",
    "venue": "场地",
    "event": "活动",
    "booking": "场地预约",
    "event_guest": "活动名单",
    "case_report_entry": "统计报表的填写",
    "case_report": "留存的统计报表",
    "sweep": "排查",
    "sweep_finding": "排查发现",
    "sweep_person": "排查中提到的人",
    "petition": "信访",
    "petition_step": "信访办理",
    "suggestion": "建议",
    "mediation_case": "矛盾纠纷",
    "case_party": "纠纷当事人",
    "case_file": "卷宗附件",
    "case_paper": "调解文书",
    "case_mediator": "纠纷的调解员",
    "case_step": "纠纷办理步骤",
    "case_meeting": "调解记录",
    "case_agreement": "调解协议",
    "case_duty": "协议履行事项",
    "case_visit": "协议回访",
    "exchange_read": "与其他电脑的交换",
    "exchange_row": "与其他电脑的交换",
    "exchange_field": "与其他电脑的交换",
}
"""What a row of each table is called."""

_BOX: "dict[str, tuple[str, Say]]" = {
    "x": ("图上从左数的格数", says.text),
    "y": ("图上从上数的格数", says.text),
    "width": ("图上的宽度", says.text),
    "height": ("图上的高度", says.text),
}
FIELDS: dict[str, dict[str, tuple[str, "Say"]]] = {
    "account": {
        "name": ("账号姓名", says.text),
        "role": ("角色", _role),
        "active": ("在用", says.yes_no),
    },
    "drawn_glyph": {
        "character": ("手绘的字", says.text),
        "strokes": ("手绘笔画", _content),
        "width": ("字宽", says.text),
        "resident_id": ("为谁而画", says.resident),
    },
    "card_template": {
        "key": ("模板标识", says.text),
        "title": ("模板名称", says.text),
        "content": ("模板", _content),
    },
    "card": {
        "number": ("卡号", says.text),
        "kind": ("卡片种类", says.text),
        "household_id": ("持卡的户", _household),
        "resident_id": ("持卡人", says.resident),
    },
    "card_issue": {
        "issue": ("第几次发卡", says.text),
        "kind_title": ("卡片", says.text),
        "holder": ("卡上姓名", says.text),
        "holder_id": ("领卡人", says.resident),
        "fingerprint": ("卡片内容", _content),
        "layout": ("卡片版式", _content),
        "issued_at": ("发卡时间", _moment),
        "account": ("发卡的账号", says.text),
        "withdrawn_at": ("作废时间", _moment),
        "withdrawn_reason": ("作废原因", says.text),
        "grid": ("卡上网格", says.text),
        "officers": ("卡上网格人员", says.text),
    },
    "print_run": {
        "title": ("批次名称", says.text),
        "kind": ("批次卡片种类", says.text),
        "kind_title": ("批次卡片", says.text),
        "size": ("卡片尺寸", says.text),
        "setup": ("批次纸张", _paper),
        "started_at": ("开始时间", _moment),
        "account": ("打印的账号", says.text),
        "closed_at": ("结束时间", _moment),
    },
    "print_run_card": {
        "holder": ("批次里的人", says.text),
        "building": ("批次楼栋", says.text),
        "place": ("批次住处", says.text),
        "issue_id": ("已打印", lambda _, value: f"第 {value} 次发卡登记"),
        "left_out": ("不印", says.yes_no),
        "reason": ("不印或重印的原因", says.text),
    },
    "saved_filter": {"name": ("常用筛选", says.text), "content": ("筛选条件", _content)},
    "not_same": {
        "first_id": ("不是同一人", says.resident),
        "second_id": ("与谁不是同一人", says.resident),
    },
    "merge_step": {
        "table_name": ("合并动到的登记", lambda _, value: KINDS.get(value, value)),
        "before": ("合并前", _content),
        "after": ("合并后", _content),
        "undone_at": ("撤回时间", _moment),
    },
    "tenancy": {
        "name": ("租客", says.text),
        "document_kind": (
            "租客证件类型",
            lambda _, value: code_table("document_kind").label(value),
        ),
        "document": ("租客证件号码", lambda words, value: words.document(value)),
        "phone": ("租客电话", lambda words, value: words.phone(value)),
        "room": ("租住房间", says.text),
        "since": ("租住开始日期", says.text),
        "until": ("租住结束日期", says.text),
    },
    "survey": {"questions": ("问卷题目", _content)},
    "map_place": {
        "building_key": ("图上的楼栋", lambda _, value: " ".join(value.split("|")).strip()),
        **_BOX,
    },
    "map_label": {
        "kind": ("标注种类", lambda _, value: LABEL_KIND[LabelKind(value)]),
        "text": ("标注文字", says.text),
        **_BOX,
    },
}
"""By table and column: the field's name and how its value is said."""

BOOKKEEPING = frozenset({"exchange_read", "exchange_row", "exchange_field"})
"""Tables of which no clerk ever sees a field."""

SILENT = frozenset({"id", "position", "created_at", "updated_at"})
"""Columns of any table that say nothing to a clerk."""

SILENT_OF = {
    "board_entry": {"resident_id"},
    "reception_visit": {"rule_id"},
    "walk_line": {"visit_id", "dwelling_id"},
    "pairing": {"resident_id"},
    "bed_stay": {"resident_id"},
    "neighbour": {"neighbour_id"},
    "team_member": {"staff_id"},
    "report": {"member_id"},
    "allowance_sheet": {"team_id"},
    "allowance_line": {"member_id"},
    "patrol_shift": {"team_id"},
    "equipment": {"team_id"},
    "drill": {"team_id"},
    "tenancy": {"resident_id"},
    "rental": {"landlord_document_kind"},
    "grid_building": {"place_key"},
    "grid_officer": {"staff_id", "resident_id", "building_key"},
    "dwelling": {"address_key", "building_key", "sort_key"},
    "resident": {"name_pinyin"},
    "identity_document": {"tail"},
    "phone": {"tail", "kind"},
    "resident_tag": {"kind"},
    "organisation": {"name_pinyin"},
    "survey_tally": {"question", "choice"},
    "print_run_card": {"card_id"},
    "merge": {"at", "account"},
    "merge_step": {"row_id"},
    "retention_decision": {"row_id"},
    "case_report": {"made_at", "content"},
    "petition": {"visit_id"},
    "time_limit": {"key"},
    "worker": {"staff_id", "resident_id", "sex_code", "document_kind"},
    "roster_plan": {"reception_rule_id"},
    "roster_month": {"plan_id"},
    "roster_change": {"entered_at", "account"},
    "service_record": {"shift_id"},
    "event": {"title_pinyin"},
    "hours_certificate": {"worker_id", "document_kind", "account"},
    "agency_case": {"guide_id"},
    "setting": {"key", "value"},
    "mediation_case": {"grid_id", "since", "account"},
    "case_party": {"organisation_id"},
    "case_file": {"subject"},
    "case_paper": {"subject", "content", "account"},
    "case_mediator": {"staff_id"},
    "case_step": {"entered_at"},
}
"""Columns of one table that serve finding and ordering, or repeat what stands beside them.

A setting is read by `readable_settings`.
"""
