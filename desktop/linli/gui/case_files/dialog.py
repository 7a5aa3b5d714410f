"""The file of a case (卷宗): what is in it, in the order of the volume, and what it lacks."""

from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.case_files import MEDIA_TYPE, CaseFile, CaseFileDraft, Sides, TakenIn
from linli.domain.case_paper_rules import NEED, WantedPaper
from linli.domain.case_papers import ATTACHED, PaperKind
from linli.domain.case_step_rules import closed_words
from linli.domain.changes import Changes, Kind
from linli.errors import UserError
from linli.gui.case_files.bound import BindForm, BoundDialog
from linli.gui.case_files.scan_form import ScanForm
from linli.gui.case_files.viewer import ScanDialog, VolumesDialog
from linli.gui.case_papers.form import PaperForm
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.list_dialog import HistoryOf
from linli.gui.register_dialog import RegisterDialog
from linli.gui.tones import set_tone
from linli.progress import Progress

if TYPE_CHECKING:
    from linli.services.case_volumes import FileEntry

_WRITTEN = frozenset(PaperKind) - {PaperKind.CONTENTS, PaperKind.BACK} - ATTACHED
"""What can be opened to write in; contents and back are made when the volume is bound."""
_KINDS_OF_FILES = "*.pdf *.jpg *.jpeg *.png *.tif *.tiff"


def open_case_files(desk: Desk, case_id: int, parent: QWidget) -> None:
    """Show the file of a case; if it is gone, that is said."""
    try:
        dialog = CaseFilesDialog(desk, case_id, parent)
    except UserError as error:
        desk.ask.warn(parent, error.message)
        return
    dialog.open()


class CaseFilesDialog(RegisterDialog["FileEntry"]):
    """Lists a case's file. Scans are added with the button or dropped on the list.

    Attachments of one kind are put into order with Alt and the arrow keys. What is missing is
    amber.
    """

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.CASES, Kind.SETTINGS})
    history_table = "case_file"

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("文书名称"), tr("谁的、哪一份"), tr("是否必须"), tr("页号")),
            *(tr("来源"), tr("备注")),
        ]
        super().__init__(tr("卷宗"), heads, desk, parent)
        self._files = desk.services.case_files
        self._case = desk.services.cases.get(case_id)
        self._case_id = case_id
        self.setAcceptDrops(True)
        self._on_file: list[QPushButton] = []
        self.add_scan_button = self._button(tr("添加附件(&N)…"), "plus", self._on_add)
        self.view_button = self._button(tr("查看(&V)…"), "eye", self._on_view)
        self.edit_button = self._button(tr("修改(&D)…"), "edit", self._on_open)
        self.up_button = self._button(tr("上移(&U)"), "chevron-up", lambda: self._on_move(-1))
        self.down_button = self._button(tr("下移(&W)"), "chevron-down", lambda: self._on_move(1))
        self.take_out_button = self._button(tr("取出(&X)"), "trash", self._on_take_out)
        self.bind_button = self._button(tr("装订卷宗(&B)…"), "notebook", self._on_bind, Right.PRINT)
        self.transfer_button = self._button(
            tr("移交卷宗(&T)…"), "arrow-up", self._on_transfer, Right.PRINT
        )
        self.volumes_button = self._button(
            tr("归档的卷宗(&A)…"), "folder", self._on_volumes, Right.PRINT
        )
        self.bind_button.setProperty("primary", "true")
        self.bind_button.setIcon(icon("notebook", "on_accent"))
        for keys, button in (
            ("Alt+Up", self.up_button),
            ("Alt+Down", self.down_button),
            ("Delete", self.take_out_button),
        ):
            button.setToolTip(button.toolTip() or keys)
            QShortcut(QKeySequence(keys), self.table, button.click)
        fit_to_screen(self, desk.theme.size(1180, 660))
        self.read()

    # ---- what is listed ---------------------------------------------------------------------

    @override
    def list_items(self) -> "Sequence[FileEntry]":
        self._case = self.desk.services.cases.get(self._case_id)
        return self._files.entries(self._case_id)

    @override
    def key(self, item: "FileEntry") -> Hashable:
        line = item.line
        return line.file.id if line.file else (line.ref or (line.kind, line.name, line.whom))

    @override
    def line(self, item: "FileEntry") -> Sequence[str]:
        line = item.line
        if line.file is not None:
            source = tr("附件（{kind}）").format(kind=tr(MEDIA_TYPE[line.file.media_type]))
        else:
            source = tr("程序生成") if line.ref is not None else tr("缺")
        note = line.missing or line.note
        if line.unfilled and not line.missing:
            note = tr("没有填：{names}").format(names=tr("、").join(line.unfilled))
        whose = line.whom or self._party(line.file)
        return line.name, whose, tr(NEED[line.need]), item.numbers, source, note

    @override
    def read(self) -> None:
        super().read()
        for row, item in enumerate(self.items):
            if not item.line.missing:
                continue
            for column in range(self.table.columnCount()):
                cell = self.table.item(row, column)
                if cell is not None:
                    set_tone(cell, "warn", "warn_soft")

    @override
    def summary_text(self) -> str:
        there = [item for item in self.items if not item.line.missing]
        pages = sum(item.pages for item in there if item.numbers)
        words = tr("{number}　共 {count} 件、{pages} 页。").format(
            number=str(self._case.number or self._case.facts.title),
            count=sum(bool(item.numbers) for item in there),
            pages=pages,
        )
        if missing := len(self.items) - len(there):
            return words + tr("还缺 {count} 项，补齐才能装订归档。").format(count=missing)
        return words + tr("必须的都有了。")

    @override
    def open_form(self, item: "FileEntry | None") -> None:
        if item is None:
            self._on_add()
        elif item.line.file is not None:
            self._on_edit(item.line.file)
        elif item.line.ref is not None and item.line.kind in _WRITTEN:
            form = PaperForm(self.desk, self._case_id, item.line.ref, self)
            form.saved.connect(self.desk.bus.publish)
            form.open()
        elif item.line.kind in ATTACHED:
            self._choose(item.line.kind)

    # ---- adding -----------------------------------------------------------------------------

    def add_paths(self, paths: Sequence[Path], kind: PaperKind = PaperKind.IDENTITY) -> None:
        """Ask what some files are, and put them in."""
        if said := closed_words(self._case):
            self.desk.ask.warn(self, said)
            return
        form = ScanForm(
            self.desk, self._case, self._wanted(), self, kind=kind, files=[p.name for p in paths]
        )

        def work(draft: CaseFileDraft) -> Callable[[Progress], tuple[TakenIn, Changes]]:
            return lambda progress: self._files.add_paths(self._case_id, draft, paths, progress)

        form.saved.connect(
            lambda draft: self.desk.jobs.run(
                work(draft), owner=self, done=self._on_taken, title=tr("正在检查附件…")
            )
        )
        form.open()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths_in(event.mimeData()) and self.desk.may(Right.MEDIATE):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_paths(_paths_in(event.mimeData()))

    def _on_add(self) -> None:
        self._choose(PaperKind.IDENTITY)

    def _choose(self, kind: PaperKind) -> None:
        kinds = tr("扫描件和照片 ({patterns})").format(patterns=_KINDS_OF_FILES)
        paths = self.desk.ask.open_files(self, tr("添加附件"), kinds)
        if paths:
            self.add_paths(paths, kind)

    def _on_taken(self, result: tuple[TakenIn, Changes]) -> None:
        taken, changes = result
        self.desk.bus.publish(changes)
        said = [each.why for each in taken.refused]
        said += [tr("「{name}」已经在这个卷宗里，没有再添加。").format(name=n) for n in taken.known]
        if said:
            words = tr("添加了 {count} 个附件，有 {left} 个没有添加。")
            text = words.format(count=len(taken.ids), left=len(said))
            self.desk.ask.warn(self, text, "\n".join(said))

    def _on_edit(self, file: CaseFile) -> None:
        form = ScanForm(self.desk, self._case, self._wanted(), self, file=file)
        form.saved.connect(
            lambda draft: self.do(lambda: self._files.update(file.id, draft, version=file.version))
        )
        form.open()

    # ---- the selected attachment ------------------------------------------------------------

    def _on_view(self) -> None:
        (file,) = self._selected_files()
        self.desk.jobs.run(
            lambda progress: self._files.view(file.id, progress),
            owner=self,
            done=lambda content: ScanDialog(self.desk, content, file.facts.name, self).open(),
            title=tr("正在打开附件…"),
        )

    def _on_move(self, steps: int) -> None:
        (file,) = self._selected_files()
        order = self._alike(file)
        place = order.index(file.id)
        order.insert(place + steps, order.pop(place))
        self.do(lambda: self._files.reorder(self._case_id, order))

    def _on_take_out(self) -> None:
        chosen = self._selected_files()
        if len(chosen) == 1:
            question = tr("把附件“{name}”从卷宗里取出？").format(name=chosen[0].facts.name)
        else:
            question = tr("把选中的 {count} 个附件从卷宗里取出？").format(count=len(chosen))
        detail = tr("可以按 Ctrl+Z 撤销。")
        if chosen and self.desk.ask.confirm(self, question, accept=tr("取出"), detail=detail):
            ids = [file.id for file in chosen]
            self.do(lambda: self._files.remove(self._case_id, ids))

    # ---- the whole file ---------------------------------------------------------------------

    def _on_bind(self) -> None:
        form = BindForm(self.desk, self._case_id, self)
        form.saved.connect(self._bind)
        form.open()

    def _bind(self, sides: Sides) -> None:
        self.desk.jobs.run(
            lambda progress: self._files.bind(self._case_id, sides=sides, progress=progress),
            owner=self,
            done=lambda content: self._show(content, tr("调解卷宗")),
            title=tr("正在装订卷宗…"),
        )

    def _on_transfer(self) -> None:
        self.desk.jobs.run(
            lambda progress: self._files.transfer_package(self._case_id, progress=progress),
            owner=self,
            done=lambda content: self._show(content, tr("移交卷宗")),
            title=tr("正在装订卷宗…"),
        )

    def _on_volumes(self) -> None:
        volumes = self._files.volumes(self._case_id)
        VolumesDialog(self.desk, self._case_id, volumes, self).open()

    def _show(self, content: bytes, title: str) -> None:
        BoundDialog(self.desk, content, title, self).open()

    # ---- inside -----------------------------------------------------------------------------

    def _button(
        self,
        text: str,
        icon_name: str,
        slot: Callable[[], None],
        right: Right = Right.MEDIATE,
    ) -> QPushButton:
        button = self.add_button(text, icon_name, right)
        button.clicked.connect(slot)
        return button

    def _selected_files(self) -> list[CaseFile]:
        return [item.line.file for item in self.selected() if item.line.file is not None]

    def _alike(self, file: CaseFile) -> list[int]:
        """Return the attachments among which one can be moved: of its kind, in order."""
        files = [item.line.file for item in self.items if item.line.file is not None]
        return [each.id for each in files if each.facts.kind is file.facts.kind]

    def _wanted(self) -> list[WantedPaper]:
        return [line.wanted for line in self.desk.services.case_papers.lines(self._case_id)]

    def _is_paper_selected(self) -> bool:
        lines = [item.line for item in self.selected()]
        return len(lines) == 1 and lines[0].ref is not None and lines[0].kind in _WRITTEN

    def _party(self, file: CaseFile | None) -> str:
        parties = self._case.facts.parties
        wanted = file.facts.party_id if file else None
        return next((each.name for each in parties if each.id == wanted and wanted), "")

    @override
    def _history_of(self) -> HistoryOf | None:
        files = self._selected_files()
        if len(files) != 1:
            return None
        return self.history_table, str(files[0].id), files[0].facts.name

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        files = self._selected_files()
        is_open = closed_words(self._case) is None and self.desk.may(Right.MEDIATE)
        one = len(files) == 1 == len(self.selected())
        order = self._alike(files[0]) if one else []
        place = order.index(files[0].id) if one else 0
        self.add_scan_button.setEnabled(is_open)
        self.view_button.setEnabled(one)
        self.edit_button.setEnabled(is_open and (one or self._is_paper_selected()))
        self.up_button.setEnabled(one and is_open and place > 0)
        self.down_button.setEnabled(one and is_open and place < len(order) - 1)
        self.take_out_button.setEnabled(bool(files) and is_open)
        self.volumes_button.setEnabled(
            self.desk.may(Right.PRINT) and bool(self._files.volumes(self._case_id))
        )
        if self.changes_button is not None:
            self.changes_button.setEnabled(one)


def _paths_in(data: QMimeData) -> list[Path]:
    """Return the files that are dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
