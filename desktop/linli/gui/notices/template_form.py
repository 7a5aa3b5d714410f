"""The form of a kind of notice that the clerk made (通知模板): its text and what it asks for."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.notice_fields import RECIPIENT_FIELDS, ROLL, SOURCES, FieldKind, NoticeField
from linli.domain.notice_templates import Audience, NoticeTemplate
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput, ListInput, TextInput
from linli.gui.notices.form import LAYOUTS
from linli.gui.parts_input import PartsInput

_AUDIENCES = {
    Audience.ALL: mark("张贴，只印一份"),
    Audience.MAYBE: mark("张贴一份，也可以逐户（逐人）印"),
    Audience.EACH: mark("逐户（逐人）印"),
    Audience.SHEET: mark("一张表，各户签名"),
}
_YES_NO = {True: mark("是"), False: mark("否")}
_FIELDS = ("title", "about", "layout", "audience", "numbered", "posted", "heading", "addressee")
_REST = ("text", "fields")


class FieldForm(FormDialog):
    """Something that a kind asks for; `saved` carries the `NoticeField`."""

    def __init__(self, desk: Desk, field: NoticeField | None, parent: QWidget) -> None:
        super().__init__(tr("填写项"), desk.theme, desk.ask, parent)
        self._field = field or NoticeField(name="")
        add = self.form.add
        hint = tr("正文里写 {名称} 的地方由它代替")
        add("name", tr("名称(&N)"), LineInput(tr("如 集合地点")), hint=hint)
        kinds = {kind: kind.value for kind in FieldKind}
        add("kind", tr("填什么(&K)"), ChoiceInput(kinds))
        add("required", tr("必须填写(&R)"), ChoiceInput(_yes_no()))
        sources: dict[Any, str] = {"": tr("不自动填")}
        sources |= {name: name for name in SOURCES}
        add("default", tr("自动填(&D)"), ChoiceInput(sources), hint=tr("新建时先填好，可以改"))
        add("begin", tr("先写上(&B)"), LineInput(tr("新建时先写好的内容，可以空着")))
        add("choices", tr("选项(&C)"), ListInput(), hint=tr("填选项的才要写，用、隔开"))
        add("hint", tr("提示(&H)"), LineInput(tr("写在格子下面的一句话，可以空着")))
        shown = self._field
        self.form.load(**{name: getattr(shown, name) for name in self.form.names()})
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> NoticeField:
        value = self.form.value
        texts = {name: value(name) or "" for name in ("name", "default", "begin", "hint")}
        return replace(
            self._field,
            **texts,
            kind=value("kind"),
            required=value("required"),
            choices=value("choices"),
        )


class FieldsInput(PartsInput[NoticeField]):
    """What a kind asks for, in its order."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("填写项"), tr("添加填写项(&A)…"), parent)
        self.add_moves()

    @override
    def line(self, part: NoticeField) -> str:
        need = tr("必须填") if part.required else tr("可不填")
        return f"{{{part.name}}}　{part.kind.value}　{need}"

    @override
    def part_form(self, part: NoticeField | None) -> FormDialog:
        return FieldForm(self.desk, part, self)


class TemplateForm(FormDialog):
    """Changes one of the clerk's kinds; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, template: NoticeTemplate, parent: QWidget | None) -> None:
        super().__init__(tr("通知模板"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._template = template
        add = self.form.add
        add("title", tr("名称(&N)"), LineInput())
        add("about", tr("做什么用(&U)"), LineInput(tr("一句话")))
        add("layout", tr("版式(&Y)"), ChoiceInput({k: tr(v) for k, v in LAYOUTS.items()}))
        add("audience", tr("怎么发(&F)"), ChoiceInput({k: tr(v) for k, v in _AUDIENCES.items()}))
        add("numbered", tr("编文号(&B)"), ChoiceInput(_yes_no()))
        hint = tr("公示要有公示权限才能印，名单遮盖姓名")
        add("posted", tr("是公示(&P)"), ChoiceInput(_yes_no()), hint=hint)
        add("fields", tr("填写项(&T)"), FieldsInput(desk))
        add("heading", tr("标题(&H)"), LineInput(tr("如 关于{事由}的通知")))
        add("addressee", tr("称呼或主送(&W)"), LineInput(tr("如 各位居民；不要可以空着")))
        text = TextInput()
        text.setMinimumHeight(desk.theme.px(220))
        known = tr("、").join((*SOURCES, *RECIPIENT_FIELDS, ROLL))
        words = tr("方括号里的一段，里面有空的就不印。还可以写：{known}。")
        add("text", tr("正文(&E)"), text, hint=words.format(known=known))
        self.form.load(**{name: getattr(template, name) for name in (*_FIELDS, *_REST)})

    @override
    def save(self) -> Changes:
        value = self.form.value
        said = {name: value(name) for name in (*_FIELDS, *_REST)}
        texts = {name: said[name] or "" for name in ("title", "about", "heading", "addressee")}
        changed = replace(self._template, **(said | texts | {"text": said["text"] or ""}))
        return self._desk.services.notice_kinds.save(changed)


def _yes_no() -> dict[Any, str]:
    return {each: tr(words) for each, words in _YES_NO.items()}
