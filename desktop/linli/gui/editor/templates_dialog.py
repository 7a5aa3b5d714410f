"""The templates of cards (卡片模板): what there is, and what can be done with each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.cards import CardSource, PrintedCards
from linli.domain.changes import Changes, Kind
from linli.domain.paper import CardSize
from linli.domain.templates.elements import CardTemplate
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.editor.card_form import SIDE_MM, SOURCES, USUAL_SIZES
from linli.gui.editor.editor import TemplateEditor
from linli.gui.editor.inputs import CheckInput, NumberInput
from linli.gui.fitting import fit_to_screen
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.list_dialog import HistoryOf, ListDialog
from linli.gui.pdf_view import PdfView
from linli.gui.plain_table import PlainTable
from linli.services.templates import BrokenTemplate

_OTHER = None  # a size of the clerk's own
_KINDS = (Kind.TEMPLATES, Kind.SETTINGS)


def open_templates(desk: Desk, parent: QWidget) -> None:
    """Let the clerk look at, copy and edit the templates of cards."""
    TemplatesDialog(desk, parent).open()


@dataclass(frozen=True, kw_only=True)
class _Line:
    """A line of the list: a template that can be used, or one that cannot."""

    id: str
    title: str
    own: bool
    template: CardTemplate | None = None
    broken: BrokenTemplate | None = None


class TemplatesDialog(ListDialog):
    """Lists the shipped templates and the clerk's own, each with its picture."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("卡片模板"), desk, parent)
        self._lines: list[_Line] = []
        self._round = 0
        heads = [tr("名称"), tr("来历"), tr("大小（毫米）"), tr("面"), tr("给谁")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("卡片模板"))
        self.preview = PdfView(self)
        self.preview.setMinimumWidth(desk.theme.px(200))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.table)
        splitter.addWidget(self.preview)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([desk.theme.px(560), desk.theme.px(300)])
        self.set_list(splitter)
        self.table.setFocus()
        self.new_button = self._button(tr("新建(&N)…"), "plus", self._on_new)
        self.copy_button = self._button(tr("复制(&D)…"), "copy", self._on_copy)
        self.edit_button = self._button(tr("编辑(&E)…"), "edit", self._on_edit)
        self.rename_button = self._button(tr("改名(&M)…"), "forms", self._on_rename)
        self.import_button = self._button(tr("导入(&I)…"), "file-import", self._on_import)
        self.export_button = self._button(tr("导出(&O)…"), "file-export", self._on_export)
        self.remove_button = self._button(tr("删除(&X)…"), "trash", self._on_remove)
        self.add_history(self._history_of)
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.table.activated.connect(self._on_edit)
        desk.bus.changed.connect(self._on_changed)
        fit_to_screen(self, desk.theme.size(1040, 640))
        self._read()

    @property
    def selected(self) -> _Line | None:
        """The template of the current line."""
        row = self.table.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _history_of(self) -> HistoryOf | None:
        line = self.selected
        return None if line is None else ("card_template", line.id, line.title)

    def select(self, kind_id: str) -> None:
        """Go to the line of a template."""
        ids = [line.id for line in self._lines]
        if kind_id in ids:
            self.table.selectRow(ids.index(kind_id))

    def _button(
        self,
        text: str,
        icon_name: str,
        slot: Callable[[], None],
        right: Right = Right.DESIGN,
    ) -> QPushButton:
        button = self.add_button(text, icon_name, right)
        button.clicked.connect(slot)
        return button

    def _read(self) -> None:
        chosen = self.selected.id if self.selected else None
        service = self.desk.services.templates
        self._lines = [
            *(
                _Line(id=t.kind.id, title=t.kind.title, own=t.kind.own, template=t)
                for t in service.list_all()
            ),
            *(_Line(id=b.id, title=b.title, own=True, broken=b) for b in service.broken()),
        ]
        self.table.set_lines(map(_texts, self._lines))
        own = sum(line.own for line in self._lines)
        self.summary.setText(
            tr("自带的 {shipped} 个，自己做的 {own} 个。自带的不能改，先复制一份再改。").format(
                shipped=len(self._lines) - own, own=own
            )
        )
        ids = [line.id for line in self._lines]
        with QSignalBlocker(self.table):
            self.table.selectRow(ids.index(chosen) if chosen in ids else 0)
        self._on_selection()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_KINDS):
            self._read()

    def _on_selection(self) -> None:
        line = self.selected
        sound = line is not None and line.template is not None
        self.copy_button.setEnabled(sound)
        self.export_button.setEnabled(sound)
        can_open = line is not None and (line.broken is None or line.broken.can_be_opened)
        self.edit_button.setEnabled(can_open)
        self.rename_button.setEnabled(can_open and line is not None and line.own)
        self.remove_button.setEnabled(line is not None and line.own)
        self._draw()

    def _draw(self) -> None:
        """Show what the selected template looks like; an older picture is thrown away."""
        self._round += 1
        mine = self._round
        line = self.selected
        template = line.template if line else None
        if line is not None and line.broken is not None:
            self.summary.setText(line.broken.message)
        if template is None:
            self.preview.set_document(None)
            return
        service = self.desk.services.templates

        def work(_progress: object) -> PrintedCards:
            return service.preview(template, service.sample(template.kind.source))

        def show(content: bytes | None) -> None:
            if mine == self._round:
                self.preview.set_document(content)

        self.desk.jobs.run(
            work,
            owner=self,
            done=lambda printed: show(printed.content),
            failed=lambda _: show(None),
        )

    def _on_new(self) -> None:
        form = NewTemplateForm(self.desk, self)
        form.saved.connect(self._on_added)
        form.open()

    def _on_added(self, result: tuple[str, Changes]) -> None:
        """Show a new template in the list, and open it."""
        kind_id, changes = result
        self.desk.bus.publish(changes)
        self.select(kind_id)
        self._open(kind_id)

    def _on_copy(self) -> None:
        line = self.selected
        if line is None or line.template is None:
            return
        suggested = tr("{title}（自制）").format(title=line.title)
        title = self.desk.ask.text(self, tr("复制卡片模板"), tr("新模板的名称"), suggested)
        if title is not None:
            self._try(
                lambda: self.desk.services.templates.duplicate(line.id, title), self._on_added
            )

    def _on_edit(self) -> None:
        line = self.selected
        if line is None or not self.edit_button.isEnabled():
            return
        if line.own:
            self._open(line.id)
        elif self.desk.ask.confirm(
            self,
            tr("“{title}”是自带的，不能直接改。").format(title=line.title),
            accept=tr("复制一份来改"),
            detail=tr("复制出来的那一份归你，可以随便改；自带的还在。"),
        ):
            self._on_copy()

    def _open(self, kind_id: str) -> None:
        self._try(
            lambda: self.desk.services.templates.draft(kind_id),
            lambda draft: TemplateEditor(self.desk, draft, self).open(),
        )

    def _on_rename(self) -> None:
        line = self.selected
        if line is None:
            return
        title = self.desk.ask.text(self, tr("模板改名"), tr("新的名称"), line.title)
        if title is not None:
            self._try(
                lambda: self.desk.services.templates.rename(line.id, title), self.desk.bus.publish
            )

    def _on_import(self) -> None:
        path = self.desk.ask.open_file(self, tr("导入卡片模板"), tr("卡片模板 (*.json)"))
        if path is None:
            return

        def done(result: tuple[str, Changes]) -> None:
            kind_id, changes = result
            self.desk.bus.publish(changes)
            self.select(kind_id)

        self.desk.jobs.run(
            lambda _progress: self.desk.services.templates.import_file(path),
            owner=self,
            done=done,
            title=tr("正在导入模板…"),
        )

    def _on_export(self) -> None:
        line = self.selected
        if line is None:
            return
        suggested = tr("卡片模板_{title}.json").format(title=_file_name(line.title))
        path = self.desk.ask.save_file(self, tr("导出卡片模板"), suggested, tr("卡片模板 (*.json)"))
        if path is None:
            return
        self.desk.jobs.run(
            lambda _progress: self.desk.services.templates.export_file(line.id, path),
            owner=self,
            done=lambda _: self.desk.ask.tell(
                self,
                tr("已导出到 {path}。").format(path=path),
                tr("把这个文件拷到别的电脑上，点“导入”就能用。里面没有居民的资料。"),
            ),
        )

    def _on_remove(self) -> None:
        line = self.selected
        if line is None:
            return
        service = self.desk.services.templates
        count = service.cards_out(line.id)
        detail = tr("还没有用它发过卡。删除后可以用“撤销”找回。")
        if count:
            detail = tr(
                "用它发出的卡还有 {count} 张在用。发卡记录会留着，但这些卡不能再补打，"
                "资料变了也不会再提醒。删除后可以用“撤销”找回。"
            ).format(count=count)
        if self.desk.ask.confirm(
            self,
            tr("删除卡片模板“{title}”吗？").format(title=line.title),
            accept=tr("删除"),
            detail=detail,
        ):
            self._try(lambda: service.remove(line.id), self.desk.bus.publish)

    def _try(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        """Do something at once, or say why it cannot be done."""
        try:
            result = work()
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        done(result)


class NewTemplateForm(FormDialog):
    """Asks what the empty template is for. `saved` carries its id and the changes."""

    kept = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("新建卡片模板"), desk.theme, desk.ask, parent)
        self._service = desk.services.templates
        self.form.add("title", tr("名称(&N)"), LineInput(tr("如 本社区联系卡")))
        sources = {source: tr(words) for source, words in SOURCES.items()}
        self.form.add("source", tr("给谁(&W)"), ChoiceInput(sources))
        sizes = {size: size.label for size in USUAL_SIZES}
        self.form.add("size", tr("大小(&Z)"), ChoiceInput({**sizes, _OTHER: tr("其他大小")}))
        for name, label in (("width", tr("宽(&L)")), ("height", tr("高(&G)"))):
            self.form.add(name, label, NumberInput(tr("毫米"), SIDE_MM))
        self.form.add("two_sided", "", CheckInput(tr("有背面(&B)")))
        self.form.load(
            source=CardSource.HOME, size=USUAL_SIZES[0], two_sided=True, width=90, height=54
        )
        self.form.editor("size").edited.connect(self._on_size)
        self._on_size()

    @override
    def save(self) -> tuple[str, Changes]:
        form = self.form
        size = form.value("size") or CardSize(
            width=form.value("width"), height=form.value("height")
        )
        return self._service.new(
            form.value("source"),
            size,
            form.value("title") or "",
            two_sided=form.value("two_sided"),
        )

    def _on_size(self) -> None:
        is_other = self.form.value("size") is _OTHER
        self.form.show_fields(("width", "height"), shown=is_other)


def _texts(line: _Line) -> tuple[str, ...]:
    origin = tr("自己做的") if line.own else tr("自带")
    if line.template is None:
        words = tr("要改好才能用") if line.broken and line.broken.can_be_opened else tr("用不了")
        return line.title, f"{origin}，{words}", "", "", ""
    kind = line.template.kind
    sizes = "、".join(f"{size.width:g}×{size.height:g}" for size in kind.sizes)
    sides = tr("两面") if kind.two_sided else tr("单面")
    whose = tr(SOURCES[kind.source]).partition("（")[0].partition("(")[0].strip()
    return line.title, origin, sizes, sides, whose


def _file_name(title: str) -> str:
    """Return a title without what a file's name cannot hold."""
    return "".join(char for char in title if char not in '\\/:*?"<>|').strip() or "1"
