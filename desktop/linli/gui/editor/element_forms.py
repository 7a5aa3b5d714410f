"""What can be said of each sort of element."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from linli.domain.card_fields import lists_of
from linli.domain.faces import FontStyle
from linli.domain.templates import edit, limits
from linli.domain.templates.blank import list_of, with_more
from linli.domain.templates.elements import (
    OWN_PICTURE,
    Element,
    ImageElement,
    LineElement,
    ListElement,
    QrElement,
    RectElement,
    TextElement,
)
from linli.domain.templates.wording import labels_of
from linli.gui.desk import Desk
from linli.gui.editor.element_form import ElementForm
from linli.gui.editor.field_text import FieldText
from linli.gui.editor.inputs import CheckInput, ColourInput, NumberInput
from linli.gui.editor.model import EditorModel
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.photo_input import PhotoInput

_ALIGN = {"left": mark("靠左"), "center": mark("居中"), "right": mark("靠右")}
_VALIGN = {"top": mark("靠上"), "middle": mark("居中"), "bottom": mark("靠下")}
_OVERFLOW = {False: mark("印前面一部分并提醒"), True: mark("这张卡不印，先提醒改短")}
_DASHES = {(): mark("实线"), (4.0, 2.0): mark("虚线"), (1.0, 2.0): mark("点线")}
_CROP = {True: mark("裁满整个框"), False: mark("完整放进框里")}


def form_for(desk: Desk, model: EditorModel) -> ElementForm:
    """Return the form of the selected elements; of several sorts, what they have in common."""
    kinds = {type(element) for element in model.selected}
    form = _FORMS[kinds.pop()] if len(kinds) == 1 else _MixedForm
    return form(desk, model)


class _TextForm(ElementForm):
    """Words and facts, how they look, and what happens where they do not fit."""

    def __init__(self, desk: Desk, model: EditorModel) -> None:
        super().__init__(desk, model)
        if len(model.selection) == 1:
            self.add_section(tr("文字"))
            self.bind_plain("text", tr("内容"), FieldText())
        self.add_section(tr("样子"))
        points = tr("磅")
        faces = {style: style.label for style in FontStyle}
        self.bind_plain("face", tr("字体"), ChoiceInput(faces))
        self.bind("size", tr("字号"), NumberInput(points, limits.TYPE_SIZE), _size, _with_size)
        self.bind_plain("bold", "", CheckInput(tr("加粗")))
        self.bind_plain("colour", tr("颜色"), ColourInput())
        self.bind_plain("align", tr("左右对齐"), ChoiceInput(_words(_ALIGN)))
        self.bind_plain("valign", tr("上下对齐"), ChoiceInput(_words(_VALIGN)))
        self.add_place()
        self.add_section(tr("放不下时"))
        self.bind_plain("min_size", tr("最小缩到"), NumberInput(points, limits.TYPE_SIZE))
        self.bind_plain("lines", tr("最多几行"), NumberInput(tr("行"), limits.LINES, whole=True))
        self.bind_plain("leading", tr("行距"), NumberInput(tr("倍"), limits.LEADING))
        self.bind_plain("refuse_cut", tr("还放不下"), ChoiceInput(_words(_OVERFLOW)))
        parts = CheckInput(tr("姓名只在“·”后换行"))
        parts.setToolTip(tr("少数民族姓名的一段不拆到两行"))
        self.bind_plain("whole_parts", "", parts)
        self.add_conditions()

    @override
    def prepare(self) -> None:
        super().prepare()
        if self.has("text"):
            self.editor("text").offer(edit.fields_at(self.model.template, self.model.level))


class _ImageForm(ElementForm):
    """Which picture, and how it fills its box."""

    def __init__(self, desk: Desk, model: EditorModel) -> None:
        super().__init__(desk, model)
        self.add_section(tr("图片"))
        self.bind("source", tr("哪张图片"), ChoiceInput({}), _source, self._with_source)
        if len(model.selection) == 1:
            photo = PhotoInput(desk, desk.theme.size(84, 84), None)
            self.bind("own", tr("自己的图片"), photo, lambda e: e.own_picture, _with_own)
        self.bind_plain("crop", tr("放法"), ChoiceInput(_words(_CROP)))
        self.bind_plain("radius", tr("圆角"), NumberInput(tr("毫米"), limits.RADIUS))
        self.add_place()
        self.add_conditions()

    @override
    def prepare(self) -> None:
        super().prepare()
        fields = edit.fields_at(self.model.template, self.model.level)
        labels = labels_of(fields)
        choices = {name: labels[name] for name, field in fields.items() if field.picture}
        self.editor("source").set_choices({**choices, OWN_PICTURE: tr("自己的图片")})

    def _with_source(self, element: ImageElement, source: str) -> ImageElement:
        if source != OWN_PICTURE:
            return replace(element, source=source)
        return element  # until a picture is chosen below


class _QrForm(ElementForm):
    """The code of the card number."""

    def __init__(self, desk: Desk, model: EditorModel) -> None:
        super().__init__(desk, model)
        self.add_section(tr("二维码"))
        self.add_words(tr("二维码里是卡号，扫一扫就能找到这一户。四周的白边已算在内。"))
        self.bind_plain("colour", tr("颜色"), ColourInput())
        self.add_place(square=True)
        self.add_conditions()


class _RectForm(ElementForm):
    """A rectangle's filling, edge and corners."""

    def __init__(self, desk: Desk, model: EditorModel) -> None:
        super().__init__(desk, model)
        self.add_section(tr("框"))
        self.bind_plain("fill", tr("底色"), ColourInput(none=tr("没有")))
        self.bind_plain("stroke", tr("边线"), ColourInput(none=tr("没有")))
        self.bind_plain("line", tr("线宽"), NumberInput(tr("磅"), limits.LINE))
        self.bind_plain("radius", tr("圆角"), NumberInput(tr("毫米"), limits.RADIUS))
        self.add_place()
        self.add_conditions(turned=False)


class _LineForm(ElementForm):
    """A line."""

    def __init__(self, desk: Desk, model: EditorModel) -> None:
        super().__init__(desk, model)
        self.add_section(tr("线"))
        self.bind_plain("colour", tr("颜色"), ColourInput())
        self.bind_plain("line", tr("线宽"), NumberInput(tr("磅"), limits.LINE))
        self.bind_plain("dash", tr("线型"), ChoiceInput({}))
        self.add_place()
        self.add_conditions(turned=False)

    @override
    def prepare(self) -> None:
        super().prepare()
        known = _words(_DASHES)
        own = {} if self.element.dash in known else {self.element.dash: tr("自定虚线")}
        self.editor("dash").set_choices({**known, **own})


class _ListForm(ElementForm):
    """Which rows, and the cells that hold them."""

    def __init__(self, desk: Desk, model: EditorModel) -> None:
        super().__init__(desk, model)
        self.add_section(tr("列表"))
        lists = lists_of(model.template.kind.source)
        names = {name: known.label for name, known in lists.items()}
        self.bind("items", tr("列出哪些"), ChoiceInput(names), _items, self._with_items)
        self.bind_plain("columns", tr("几列"), NumberInput("", limits.COLUMNS, whole=True))
        mm = tr("毫米")
        self.bind_plain("cell_h", tr("格高"), NumberInput(mm, limits.CELL_HEIGHT))
        self.bind_plain("gap_x", tr("列间隔"), NumberInput(mm, limits.GAP))
        self.bind_plain("gap_y", tr("行间隔"), NumberInput(mm, limits.GAP))
        more = CheckInput(tr("放不下时写“另有几人”"))
        self.bind("more", "", more, lambda e: e.more is not None, self._with_more)
        if not model.template.kind.numbered:
            self.bind_plain("pages", "", CheckInput(tr("放不下时接着印下一张")))
        if len(model.selection) == 1:
            self.cell_button = self._button(tr("编辑格里的内容"), more=False)
            self.more_button = self._button(tr("编辑“另有几人”的样子"), more=True)
        self.add_place()
        self.add_conditions()

    @override
    def prepare(self) -> None:
        super().prepare()
        if len(self.model.selection) == 1:
            self.more_button.setEnabled(self.element.more is not None)

    def _button(self, words: str, *, more: bool) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.model.enter(self.model.selection[0], more=more))
        self.add_widget(button)
        return button

    def _with_items(self, element: ListElement, items: str) -> ListElement:
        if items == element.items:
            return element
        area = self.model.area
        cells = element.cells(element.box(area.w, area.h))
        width = cells[0].w if cells else element.box(area.w, area.h).w
        return list_of(element, items, width, _ink(self.model))

    def _with_more(self, element: ListElement, wanted: bool) -> ListElement:  # noqa: FBT001
        if wanted:
            return with_more(element, _ink(self.model))
        return replace(element, more=None)


class _MixedForm(ElementForm):
    """Elements of several sorts."""

    def __init__(self, desk: Desk, model: EditorModel) -> None:
        super().__init__(desk, model)
        self.add_section(tr("选中了 {count} 个元素").format(count=len(model.selection)))
        self.add_words(tr("可以一起移动、对齐、排列先后、复制或删除。"))
        self.add_conditions(turned=False)


_FORMS: dict[type[Element], type[ElementForm]] = {
    TextElement: _TextForm,
    ImageElement: _ImageForm,
    QrElement: _QrForm,
    RectElement: _RectForm,
    LineElement: _LineForm,
    ListElement: _ListForm,
}


def _words(marked: dict[Any, str]) -> dict[Any, str]:
    return {value: tr(words) for value, words in marked.items()}


def _ink(model: EditorModel) -> str:
    colours = model.template.colours
    return "ink" if "ink" in colours else next(iter(colours), "#000000")


def _size(element: TextElement) -> float:
    return element.size


def _with_size(element: TextElement, size: float) -> TextElement:
    """Return the text in another size; the smallest one is never above it."""
    return replace(element, size=size, min_size=min(element.min_size, size))


def _source(element: ImageElement) -> str:
    return OWN_PICTURE if element.own_picture else element.source


def _with_own(element: ImageElement, digest: str | None) -> ImageElement:
    return replace(element, source=OWN_PICTURE + digest) if digest else element


def _items(element: ListElement) -> str:
    return element.items
