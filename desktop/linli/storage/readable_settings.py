"""Settings of the journal in words: what is kept as JSON, as lines of field and value.

Of a list of named things (sheets, printer profiles, fonts) each value says of which thing it is.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from linli.domain.allowances import ALLOWANCE_RULES, PART_LABELS, PartRule
from linli.domain.case_paper_rules import NEED, Need
from linli.domain.case_papers import PAPER, PaperKind
from linli.domain.mediation_hall import HELPER_KIND, OFFICE, HelperKind, Office
from linli.domain.mediation_texts import PHRASE_USE, PhraseUse
from linli.domain.post_checks import Slot, template_words
from linli.domain.posts import role_of
from linli.domain.reports import REPORT_RULES, URGENCY_LABELS, Urgency
from linli.domain.retention import default_rules
from linli.domain.values.money import yuan
from linli.domain.working_days import year_from_json, year_words
from linli.storage.calendars import FESTIVALS, HOLIDAYS
from linli.storage.communities import RULE_KEY
from linli.storage.post_settings import LOAD_RULE_KEY, OWN_ROLES_KEY, TEMPLATES_KEY
from linli.storage.settings import MAPPING_KEY

SETTINGS = {
    "hall": "大厅信息",
    "recovery_code_kept": "恢复码已妥善保存",
    "returned": "恢复备份后要再次删除的人",
    "safety": "安全规则",
    "masks": "号码遮盖",
    "clipboard_seconds": "复制的号码几秒后清除",
    "retention_rules": "保存期限",
    "privacy_notice": "告知书的内容",
    "sheets": "纸张",
    "printer_profiles": "打印机档案",
    "fonts.added": "添加的字体",
    "notices.issuers": "发文单位",
    "names.private_use": "私用码字对照",
    "backup_policy": "备份规则",
    "team_sources": "队员来源",
    RULE_KEY: "网格编号规则",
    OWN_ROLES_KEY: "自定岗位",
    TEMPLATES_KEY: "岗位模板",
    LOAD_RULE_KEY: "联系网格数",
    "report_rules": "信息办理时限",
    "mediation_hall": "调解委员会",
    "case_papers": "调解文书目录",
    "allowance_rules": "信息员补助标准",
    "mediation_phrases": "调解常用语",
    HOLIDAYS: "节假日",
    FESTIVALS: "民族节日",
    MAPPING_KEY: "导入的列对照",
}
"""What a setting is called, by its key or what its key begins with."""

_WORDS = {
    "community": "社区名称",
    "hall": "大厅名称",
    "hotline": "热线电话",
    "hours": "开放时间",
    "address": "大厅地址",
    "emblem": "徽标",
    "common_numbers": "常用电话",
    "number": "号码",
    "prefix": "机关代字",
    "passwords": "密码",
    "least": "最少字符数",
    "kinds": "字符种类",
    "long_enough": "长密码的字符数",
    "max_age_days": "更换周期（天）",
    "remembered": "不能重复的旧密码数",
    "idle_minutes": "无操作几分钟后锁定",
    "keep": "保留",
    "days": "天数",
    "weeks": "周数",
    "months": "月数",
    "rehearse_days": "几天演练一次",
    "width": "纸宽",
    "height": "纸高",
    "columns": "列数",
    "rows": "行数",
    "left": "左边距",
    "top": "上边距",
    "card_width": "格宽",
    "card_height": "格高",
    "pitch_x": "横向间隔",
    "pitch_y": "纵向间隔",
    "crop_marks": "裁切线",
    "printer": "打印机",
    "tray": "纸盒",
    "front": "正面",
    "back": "反面",
    "dx": "左右偏移",
    "dy": "上下偏移",
    "scale_x": "横向比例",
    "scale_y": "纵向比例",
    "rotation": "旋转",
    "turn": "翻面方向",
    "backs_reversed": "反面倒序",
    "chosen": "字体文件",
    "info": "字体",
    "font": "名称",
    "characters": "字数",
    "rare": "生僻字数",
    "present": "在用",
    "document": "证件号码",
    "mobile": "手机号码",
    "landline": "固定电话",
    "posted_document": "张贴公示的证件号码",
    "enabled": "到期检查",
}
_NOTICE = {
    "purposes": "处理目的",
    "kinds": "信息种类",
    "contact": "联系方式",
    "days": "答复的工作日数",
}
_NAMED_BY = ("title", "name", "font")
_UNSHOWN = frozenset({"id", "file", *_NAMED_BY})
_SHORT = 6
_DIGEST = 64


def short_digest(text: str) -> str:
    """Return a few letters by which one text is told from another."""
    return sha256(text.encode()).hexdigest()[:_SHORT]


def setting_name(key: str) -> str:
    """Return what a setting is called."""
    for begin, name in SETTINGS.items():
        if key == begin or (begin.endswith(".") and key.startswith(begin)):
            return name
    return "其他设置"


def setting_fields(key: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield each part of a setting as (field, value).

    Args:
        key: the setting.
        text: its value as JSON.
    """
    value = json.loads(text)
    name = setting_name(key)
    if isinstance(value, dict) and key in ("hall", "safety"):
        yield from _parts("", value)
    elif key == "masks":
        yield from ((f"{name} {_WORDS[kind]}", _digits(*stay)) for kind, stay in value.items())
    elif key == "retention_rules":
        for rule in default_rules():
            yield from _parts(f"{name} {rule.what}", value.get(rule.id))
    elif key == "privacy_notice":
        for part, word in _NOTICE.items():
            yield from _parts(f"{name} {word}", value.get(part))
    elif key in (HOLIDAYS, FESTIVALS):
        for year, said in value.items():
            words = year_words(year_from_json(int(year), said))
            yield f"{name} {year} 年", words.replace("\n", " ")
    elif key.startswith(MAPPING_KEY):
        yield name, f"内容 {short_digest(text)}"
    else:
        yield from _told(key, name, value)


def _templates(value: Any) -> list[str]:
    kept = (tuple(Slot(**slot) for slot in slots) for slots in value.values())
    return [template_words(slots) or "没有填写" for slots in kept]


def _paper_setup(value: Any) -> list[str]:
    said = [f"{PAPER[PaperKind(row['kind'])]}{NEED[Need(row['need'])]}" for row in value["rules"]]
    named = (("管辖法院", value["court"]), ("保管期限", value["keeping"]))
    return [f"{name}：{text}" for name, text in named if text] + ["、".join(said)]


def _mediation_hall(value: Any) -> list[str]:
    """Return the committee's facts, helpers' phones left out."""
    said = [f"名称 {value['committee']}", f"代字 {value['mark']}"]
    said += [f"{OFFICE[Office(each['office'])]} {each['name']}" for each in value["members"]]
    said += [f"{each['name']} {'、'.join(each['members'])}".strip() for each in value["groups"]]
    said += [f"{HELPER_KIND[HelperKind(each['kind'])]} {each['name']}" for each in value["helpers"]]
    said.append("多民族居住地区" if value["is_mixed"] else "不是多民族居住地区")
    return [*said, f"联合调处称为 {value['joint_label']}"]


def _phrases(value: Any) -> list[str]:
    return [f"{PHRASE_USE[PhraseUse(each['use'])]}：{each['text']}" for each in value]


def _load_rule(value: Any) -> list[str]:
    roles = "、".join(role_of(code).name for code in value["roles"])
    return [f"{value['least']} 到 {value['most']} 个（{roles}）"]


def _told(key: str, name: str, value: Any) -> Iterator[tuple[str, str]]:
    if key in _SAID:
        return ((name, said) for said in _SAID[key](value))
    return _duty_rules(key, name, value)


def _number_rule(value: Any) -> list[str]:
    if not value["on"]:
        return ["不检查"]
    return [f"{value['prefix']} 加 {value['suffix']} 位顺序号"]


_SAID: Mapping[str, Callable[[Any], list[str]]] = {
    RULE_KEY: _number_rule,
    TEMPLATES_KEY: _templates,
    LOAD_RULE_KEY: _load_rule,
    "mediation_hall": _mediation_hall,
    "mediation_phrases": _phrases,
    "case_papers": _paper_setup,
}


def _duty_rules(key: str, name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the parts of rules that hold codes and amounts, and of any other setting."""
    if key == ALLOWANCE_RULES:
        yield f"{name} 每人每月（元）", yuan(value["amount"])
        yield f"{name} 不满一月", PART_LABELS[PartRule(value["part_rule"])]
    elif key == REPORT_RULES:
        for urgency, days in value.items():
            yield f"{name} {URGENCY_LABELS[Urgency(urgency)]}（天）", str(days)
    else:
        yield from _parts(name, value)


def _digits(first: int, last: int) -> str:
    return f"留前 {first} 位、后 {last} 位"


def _parts(field: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        named = next((str(value[key]) for key in _NAMED_BY if value.get(key)), "")
        own = f"{field}「{named}」" if named else field
        if named:
            yield field, named
        for key, part in value.items():
            if key not in _UNSHOWN and part is not None:
                yield from _parts(f"{own} {_WORDS.get(key, key)}".strip(), part)
    elif isinstance(value, list):
        for part in value:
            yield from _parts(field, part)
    elif isinstance(value, bool):
        yield field, "是" if value else "否"
    elif isinstance(value, str) and len(value) == _DIGEST and value.isalnum():
        yield field, f"照片 {value[:_SHORT]}"
    elif value not in (None, ""):
        yield field, str(value)
