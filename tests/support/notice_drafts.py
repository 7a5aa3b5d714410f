"""Drafts of notices of a fictitious community, complete as a clerk would type them."""

from linli.domain.notice_fields import FieldKind, NoticeField
from linli.domain.notice_shipped import load_notice_templates
from linli.domain.notices import NoticeDraft, NoticeRecipient

ISSUER = "西河社区居民委员会"
FACTS = {
    "社区名称": "西河社区",
    "大厅名称": "西河社区一站式服务大厅",
    "服务热线": "0994-4820001",
    "办公时间": "9:30至13:00，15:30至19:00",
    "大厅地址": "西河路1号",
}
ZHANG = NoticeRecipient(
    name="张建国",
    place="西河小区3号楼2单元501室",
    building="西河小区3号楼",
    facts={
        "姓名": "张建国",
        "户主": "张建国",
        "地址": "西河小区3号楼2单元501室",
        "楼栋": "西河小区3号楼",
        "本网格": "第三网格",
    },
)
LI = NoticeRecipient(
    name="李秀英",
    place="西河小区3号楼2单元502室",
    building="西河小区3号楼",
    facts={**ZHANG.facts, "姓名": "李秀英", "户主": "李秀英", "地址": "西河小区3号楼2单元502室"},
)
_TYPED = {
    FieldKind.DATE: "2026-11-25",
    FieldKind.TIME: "14:30",
    FieldKind.NUMBER: "3",
    FieldKind.LIST: "第一项\n第二项",
    FieldKind.LONG: "第一段。\n第二段。",
}


def complete(kind: str, *recipients: NoticeRecipient, **values: str) -> NoticeDraft:
    """Return a draft of a shipped kind with something in every field."""
    template = next(each for each in load_notice_templates() if each.id == kind)
    typed = {field.name: _typed(field) for field in template.fields}
    return NoticeDraft(
        template=template, issuer=ISSUER, values=typed | values, recipients=recipients
    )


def _typed(field: NoticeField) -> str:
    if field.choices:
        return field.choices[0]
    return field.begin or _TYPED.get(field.kind, f"某{field.name}")
