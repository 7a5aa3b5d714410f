"""What a notice asks for (通知的填写项), what it takes from the records, and how each is shown."""

import re
from dataclasses import dataclass
from enum import StrEnum

from linli.domain.register_texts import spoken
from linli.domain.values.dates import parse_date
from linli.errors import UserError

_TIME = re.compile(r"([01]?\d|2[0-3])[:：时点]([0-5]\d)分?|([01]?\d|2[0-3])[时点]整?")
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,2})?")
_WEEKDAYS = "一二三四五六日"


class FieldKind(StrEnum):
    """What is typed into a field; the value names it in template files."""

    TEXT = "文字"
    NAME = "姓名"
    LONG = "多行文字"
    DATE = "日期"
    TIME = "时间"
    NUMBER = "数字"
    LIST = "列表"
    CHOICE = "选项"


@dataclass(frozen=True, kw_only=True)
class NoticeField:
    """Something to fill in; its name is also what stands in braces in the text.

    Attributes:
        name: as the clerk reads it, such as 开会地点.
        kind: what is typed.
        required: whether there is no notice without it.
        default: the name of what it begins with, among `SOURCES`; "" for nothing.
        begin: the text it begins with where `default` says nothing.
        choices: of a choice.
        hint: a line of help.
    """

    name: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = True
    default: str = ""
    begin: str = ""
    choices: tuple[str, ...] = ()
    hint: str = ""


SOURCES = (
    *("社区名称", "大厅名称", "服务热线", "办公时间", "大厅地址", "发文单位", "今天"),
    *("网格名称", "网格长", "网格长电话", "网格联络员", "网格联络员电话"),
    *("站点名称", "站点电话", "站点地址", "站点开放时间"),
)
"""What the hall's records say: of the hall, of the chosen grid, of the chosen station."""
GRID, STATION, HEAD = "网格", "站点", "户主"
"""What a field of a grid or a station begins with, and the field of the head of a household."""
PEOPLE = ("网格长", "网格联络员")
"""Those of the records' facts that are people."""
RECIPIENT_FIELDS = ("姓名", HEAD, "地址", "楼栋", "本网格", "本网格网格长", "本网格网格长电话")
"""What is filled for each household or person that a notice goes to."""
ROLL = "名单"
"""Stands for the list of all recipients."""


def shown(field: NoticeField, text: str) -> str:
    """Return a value as the notice prints it: 2026年11月25日（星期三）, 14:30.

    A value that is not understood is returned as it was typed (see `field_problem`).
    """
    plain = text.strip()
    if not plain:
        return ""
    if field.kind is FieldKind.DATE:
        try:
            day = parse_date(plain)
        except UserError:
            return plain
        return f"{spoken(day)}（星期{_WEEKDAYS[day.weekday()]}）"
    if field.kind is FieldKind.TIME:
        return _clock(plain) or plain
    return plain


def field_problem(field: NoticeField, text: str) -> str | None:
    """Say what is wrong with a value, None where nothing is."""
    plain = text.strip()
    if not plain:
        return f"没有填写{field.name}，请填写。" if field.required else None
    match field.kind:
        case FieldKind.DATE:
            try:
                parse_date(plain)
            except UserError as error:
                return error.message
        case FieldKind.TIME if _clock(plain) is None:
            return f"{field.name}「{plain}」看不懂，请写成「14:30」。"
        case FieldKind.NUMBER if not _NUMBER.fullmatch(plain):
            return f"{field.name}「{plain}」不是数字，请只填数字。"
        case FieldKind.CHOICE if plain not in field.choices:
            return f"{field.name}「{plain}」不在可选项里，可以选：{'、'.join(field.choices)}。"
        case FieldKind.TEXT | FieldKind.NAME if "\n" in plain:
            return f"{field.name}应写在一行里，请去掉换行。"
    return None


def names_in(text: str) -> tuple[str, ...]:
    """Return the people whom a field of names names, separated by 、 or commas."""
    return tuple(part.strip() for part in re.split(r"[、，,；;\n]", text) if part.strip())


def list_items(text: str) -> tuple[str, ...]:
    """Return the items of a list: one a line, or separated by ；."""
    return tuple(part.strip() for part in re.split(r"[\n；;]", text) if part.strip())


def _clock(text: str) -> str | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute, whole = found.groups()
    return f"{int(whole)}:00" if whole else f"{int(hour)}:{minute}"
