"""Texts of duties (工作职责): kept here, printed for grids with the names of today."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.duty_texts import DutyText, DutyTextDraft, needs_grid
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput
from linli.gui.print_dialog import open_print_dialog
from linli.gui.register_dialog import RegisterDialog


class DutyTextsDialog(RegisterDialog[DutyText]):
    """Lists the texts, and prints one for a grid or all."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.POSTS})
    history_table = "duty_text"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("工作职责"), [tr("标题"), tr("内容")], desk, parent)
        grids: dict[Any, str] = {None: tr("每个网格一份")}
        self.grid = ChoiceInput(grids | desk.services.grids.names(), self)
        self.add_choice(tr("打给(&G)"), self.grid)
        new = self.add_editing(tr("添加(&N)…"), ordered=False)
        self.print_text_button = self.add_button(tr("打印(&P)…"), "printer", Right.PRINT)
        self.print_text_button.clicked.connect(self._on_print)
        self._one.append(self.print_text_button)
        self.add_removing(tr("删除(&X)"))
        hint = tr(
            "把《社区网格党支部工作职责》《联络员工作职责》等写进来，"
            "人名处写 {网格长}、{联络员}，打印时换成现在的人。"
        )
        self.set_empty("file-text", tr("还没有工作职责"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[DutyText]:
        return self.desk.services.duty_texts.list_all()

    @override
    def key(self, item: DutyText) -> Hashable:
        return item.id

    @override
    def line(self, item: DutyText) -> Sequence[str]:
        title = tr("《{title}》").format(title=item.facts.title)
        return title, item.facts.text.replace("\n", " ")

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 份。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: DutyText | None) -> None:
        form = DutyTextForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: DutyText) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除《{title}》？").format(title=item.facts.title)
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.duty_texts.remove(item.id)

    def _on_print(self) -> None:
        item, texts = self.selected()[0], self.desk.services.duty_texts
        grids: list[int] = []
        if needs_grid(item.facts.title + item.facts.text):
            chosen = self.grid.value()
            grids = list(self.desk.services.grids.names()) if chosen is None else [chosen]
        self.desk.jobs.run(
            lambda progress: texts.pdf(item.id, grids, progress),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, item.facts.title, self),
            title=tr("正在排版…"),
        )


class DutyTextForm(FormDialog):
    """Adds a text of duties, or changes one; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: DutyText | None, parent: QWidget | None = None) -> None:
        title = tr("添加工作职责") if item is None else tr("工作职责")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._item = item
        self.form.add("title", tr("标题(&N)"), LineInput(tr("如 联络员工作职责")))
        fields = tr("、").join(f"{{{name}}}" for name in desk.services.duty_texts.fields())
        hint = tr("可以写 {fields}，打印时换成现在的人").format(fields=fields)
        self.form.add("text", tr("内容(&M)"), TextInput(), hint=hint)
        if item is not None:
            self.form.load(title=item.facts.title, text=item.facts.text)

    @override
    def save(self) -> Changes:
        draft = DutyTextDraft(
            title=self.form.value("title") or "", text=self.form.value("text") or ""
        )
        service, item = self._desk.services.duty_texts, self._item
        if item is None:
            return service.save(draft)[1]
        return service.save(draft, item.id, version=item.version)[1]
