"""Kinds of notices (通知的种类) as templates: what is asked for, and the text with places in it.

In the text `{开会地点}` stands for a field, a fact of the hall's records or of the recipient. What
stands in square brackets is left out when a place in it is empty. Lines that begin with 一、 （一）
1. （1） are headings; a line 附件：… begins an annex.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from linli.domain.notice_fields import RECIPIENT_FIELDS, ROLL, SOURCES, FieldKind, NoticeField
from linli.domain.notice_paper import Layout
from linli.domain.templates.strict import TemplateError, read_dataclass
from linli.errors import FieldProblem

PLACE = re.compile(r"\{([^{}]*)\}")
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_LOOSE = re.compile(r"[{}]")
_LONGEST_TITLE = 30
_LONGEST_TEXT = 20_000
_MOST_FIELDS = 40


class Audience(StrEnum):
    """To whom a notice goes."""

    ALL = "all"  # 张贴
    """One copy for everybody."""
    MAYBE = "maybe"  # 张贴或逐户
    """One copy, or one for each of chosen households or people."""
    EACH = "each"  # 逐户
    """One for each of chosen households or people."""
    SHEET = "sheet"  # 签名表
    """One list of chosen households or people, to sign."""


@dataclass(frozen=True, kw_only=True)
class NoticeTemplate:
    """A kind of notice.

    Attributes:
        id: `meeting` of a shipped one, `own-3` of the clerk's.
        title: in the menu.
        about: in one line, what it is for.
        layout: how it looks.
        audience: to whom it goes.
        numbered: whether it gets a number when it is issued.
        posted: whether it is 公示: needs the right to post, shows no full numbers or names of
            recipients.
        signed: whether issuer and date stand under it.
        fields: what is asked for.
        heading: the title on paper.
        addressee: whom it addresses (主送、称呼), without the colon; "" for nobody.
        text: the body.
        columns: of a sheet to sign, what stands beside place and name.
    """

    id: str
    title: str
    about: str
    heading: str
    text: str
    layout: Layout = Layout.POSTED
    audience: Audience = Audience.MAYBE
    numbered: bool = True
    posted: bool = False
    signed: bool = True
    addressee: str = ""
    fields: tuple[NoticeField, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def own(self) -> bool:
        """Whether it is the clerk's."""
        return self.id.startswith(OWN)

    def field(self, name: str) -> NoticeField | None:
        """Return the field of that name."""
        return next((field for field in self.fields if field.name == name), None)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return what has places in it, after its name in the clerk's words."""
        return (("标题", self.heading), ("称呼", self.addressee), ("正文", self.text))

    def places(self) -> tuple[str, ...]:
        """Return every place of the texts, each once, in order."""
        found = (name for _, text in self.texts() for name in PLACE.findall(text))
        return tuple(dict.fromkeys(found))


OWN = "own-"


def read_template(raw: Mapping[str, Any], where: str, *, checked: bool = True) -> NoticeTemplate:
    """Make a template of a JSON object.

    Args:
        raw: the object; a text may be a list of lines.
        where: what it is called in the error's sentence.
        checked: refuse one that breaks a rule; of a draft the rules are told later.

    Raises:
        TemplateError: it cannot be used; the sentence says where and why.
    """
    values = dict(raw)
    fields = values.get("fields", [])
    if not isinstance(fields, list | tuple) or not all(isinstance(each, dict) for each in fields):
        raise TemplateError(f"{where} fields：应是填写项的列表，请改正。")
    text = values.get("text")
    if isinstance(text, list):
        values["text"] = "\n".join(map(str, text))
    values["fields"] = tuple(
        read_dataclass(NoticeField, each, f"{where} 第 {number} 个填写项")
        for number, each in enumerate(fields, 1)
    )
    template = _read(values, where)
    for problem in check_template(template) if checked else ():
        raise TemplateError(f"{where}：{problem.message}")
    return template


def write_template(template: NoticeTemplate) -> dict[str, Any]:
    """Return a template as JSON holds it."""
    return asdict(template)


def check_template(template: NoticeTemplate) -> list[FieldProblem]:
    """Return what is wrong with a template, beside the fields of its form."""
    return list(_problems(template))


def as_copy(template: NoticeTemplate, template_id: str, title: str) -> NoticeTemplate:
    """Return a template of the clerk's, made from another one."""
    return replace(template, id=template_id, title=title)


def template_where(name: str) -> str:
    """Return how errors call a template file."""
    return f"通知模板“{name}”"


def _read(values: Mapping[str, Any], where: str) -> NoticeTemplate:
    made = {key: value for key, value in values.items() if key != "fields"}
    fields: tuple[NoticeField, ...] = values["fields"]
    return replace(read_dataclass(NoticeTemplate, made, where), fields=fields)


def _problems(template: NoticeTemplate) -> Iterator[FieldProblem]:
    yield from _lengths(template)
    names = [field.name for field in template.fields]
    for field in template.fields:
        yield from _field_problems(field, names)
    known = known_places(names)
    for attribute, (words, text) in zip(
        ("heading", "addressee", "text"), template.texts(), strict=True
    ):
        yield from text_problems(attribute, words, text, known)
    unused = [name for name in names if name not in template.places()]
    if unused and not template.columns:
        message = f"填写项“{unused[0]}”在标题、称呼和正文里都没有用到，请写进去或删去。"
        yield FieldProblem(field="fields", message=message)
    if template.posted and template.audience is Audience.EACH:
        message = "公示是给大家看的，不能逐户印发，请改选“张贴”。"
        yield FieldProblem(field="audience", message=message)


def _lengths(template: NoticeTemplate) -> Iterator[FieldProblem]:
    for attribute, words, most in (("title", "名称", _LONGEST_TITLE), ("heading", "标题", 120)):
        text = getattr(template, attribute).strip()
        if not text:
            yield FieldProblem(field=attribute, message=f"没有填写{words}，请填写。")
        elif len(text) > most:
            message = f"{words}有 {len(text)} 个字，最多 {most} 个，请改短。"
            yield FieldProblem(field=attribute, message=message)
    if not template.text.strip() and template.audience is not Audience.SHEET:
        yield FieldProblem(field="text", message="没有填写正文，请填写。")
    if len(template.text) > _LONGEST_TEXT:
        message = f"正文有 {len(template.text):,} 个字，最多 {_LONGEST_TEXT:,} 个，请改短。"
        yield FieldProblem(field="text", message=message)
    if len(template.fields) > _MOST_FIELDS:
        message = f"填写项有 {len(template.fields)} 个，最多 {_MOST_FIELDS} 个，请减少。"
        yield FieldProblem(field="fields", message=message)


def _field_problems(field: NoticeField, names: list[str]) -> Iterator[FieldProblem]:
    name = field.name
    message = ""
    if not name.strip() or _LOOSE.search(name) or "[" in name or "]" in name:
        message = f"填写项的名称“{name}”不能用，请写几个汉字，不要带括号。"
    elif names.count(name) > 1:
        message = f"有两个填写项都叫“{name}”，请改其中一个的名称。"
    elif name in (*SOURCES, *RECIPIENT_FIELDS, ROLL):
        message = f"“{name}”由台账自动填写，填写项请另取名称。"
    elif field.kind is FieldKind.CHOICE and not field.choices:
        message = f"填写项“{name}”是选项，请写出可以选的内容。"
    elif field.default and field.default not in SOURCES:
        message = f"填写项“{name}”的默认内容“{field.default}”不认识，请改选。"
    if message:
        yield FieldProblem(field="fields", message=message)


def text_problems(
    attribute: str, words: str, text: str, known: frozenset[str]
) -> Iterator[FieldProblem]:
    """Yield what is wrong with the places of a text.

    Args:
        attribute: of the form.
        words: how the clerk calls the text.
        text: with places.
        known: the names that may stand in braces.
    """
    for name in dict.fromkeys(PLACE.findall(text)):
        if name not in known:
            message = f"{words}里的“{{{name}}}”没有这一项，请改成有的填写项，或去掉花括号。"
            yield FieldProblem(field=attribute, message=message)
    if _LOOSE.search(PLACE.sub("", text)):
        message = f"{words}里的花括号“{{”“}}”不成对，请补上或去掉。"
        yield FieldProblem(field=attribute, message=message)


def known_places(names: "list[str] | tuple[str, ...]") -> frozenset[str]:
    """Return what may stand in braces where fields are called so."""
    return frozenset((*names, *SOURCES, *RECIPIENT_FIELDS, ROLL))


@cache
def forbidden_certificates() -> tuple[tuple[str, ...], str]:
    """Return the 20 certificates that a residents' committee must not issue, and the source.

    民政部等六部门 民发〔2020〕20号, 第一批不应由基层群众性自治组织出具证明事项清单.
    """
    import json

    from linli.paths import resource

    raw = json.loads(resource("codes/forbidden_certificates.json").read_text(encoding="utf-8"))
    return tuple(raw["names"]), str(raw["source"])
