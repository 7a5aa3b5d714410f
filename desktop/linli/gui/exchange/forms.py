"""Forms of the exchange: another computer's code, and what goes into a file."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.exchanges import Extent, FileScope, Machine, WrittenFile
from linli.domain.machine_keys import MachineKey
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput
from linli.progress import Progress

_EXTENTS = {
    Extent.SINCE: mark("上次之后的修改"),
    Extent.GRID: mark("一个网格"),
    Extent.ALL: mark("全部"),
}


class CodeForm(FormDialog):
    """Another computer's code, scanned or pasted; `saved` carries its key, not yet trusted."""

    kept = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("添加电脑"), desk.theme, desk.ask, parent)
        self._desk = desk
        hint = tr("用扫码枪扫对方屏幕上的二维码，或者把对方复制的文字粘贴到这里。")
        self.form.add("text", tr("钥匙码(&K)"), TextInput(), hint=hint)
        self.form.add("name", tr("电脑的名字(&N)"), LineInput(tr("如 二楼档案室")))
        self.save_button.setText(tr("下一步(&S)"))

    @override
    def save(self) -> MachineKey:
        text, name = self.form.value("text") or "", self.form.value("name") or ""
        return self._desk.services.exchange_files.read_text(text, name)


class SendForm(FormDialog):
    """What goes into a file for one computer; the file is written beside the window."""

    kept = False

    def __init__(self, desk: Desk, machine: Machine, parent: QWidget | None = None) -> None:
        title = tr("做文件给「{name}」").format(name=machine.key.name)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._machine = machine
        self._files = desk.services.exchange_files
        self.form.add(
            "extent", tr("内容(&E)"), ChoiceInput({k: tr(v) for k, v in _EXTENTS.items()})
        )
        self.form.add("grid", tr("网格(&G)"), ChoiceInput(desk.services.grids.names()))
        self.form.load(extent=Extent.SINCE)
        self.form.modified = False
        self.form.editor("extent").currentIndexChanged.connect(self._on_extent)
        self.form.editor("grid").currentIndexChanged.connect(self._count)
        self.save_button.setText(tr("存到U盘(&S)…"))
        self._on_extent()

    def _on_extent(self) -> None:
        self.form.show_fields(["grid"], shown=self.form.value("extent") is Extent.GRID)
        self._count()

    def _count(self) -> None:
        """Say how much the file would carry, as soon as it is counted."""
        extent, grid = self._chosen()
        self.form.field("extent").show_hint(tr("正在计算…"))
        self._desk.jobs.run(
            lambda _progress: self._files.scope([self._machine.id], extent, grid),
            owner=self,
            done=self._say,
            failed=lambda error: self.form.field("extent").show_hint(error.message),
        )

    def _say(self, scope: FileScope) -> None:
        said = tr("{records} 条记录，其中居民 {people} 人。").format(
            records=f"{scope.records:,}", people=f"{scope.people:,}"
        )
        if scope.is_all and scope.extent is Extent.SINCE:
            said += tr("还不知道对方读过这里的文件，所以带上全部。")
        self.form.field("extent").show_hint(said)

    def _chosen(self) -> tuple[Extent, int | None]:
        extent = self.form.value("extent")
        return extent, self.form.value("grid") if extent is Extent.GRID else None

    @override
    def accept(self) -> None:
        kinds = tr("交换文件 (*.linli-x)")
        suggested = self._files.file_name()
        path = self._desk.ask.save_file(self, tr("交换文件存到哪里"), suggested, kinds)
        if path is None:
            return
        extent, grid = self._chosen()

        def write(progress: Progress) -> WrittenFile:
            return self._files.write(path, [self._machine.id], extent, grid, progress)

        self._desk.jobs.run(
            write,
            owner=self,
            done=self._on_written,
            failed=self._on_failed,
            title=tr("正在写文件…"),
        )

    def _on_failed(self, error: UserError) -> None:
        self.show_error(error)

    def _on_written(self, written: WrittenFile) -> None:
        said = tr("文件已做好，请带到对方电脑上读。")
        detail = tr("{path}\n{records} 条记录，只有「{name}」读得了。")
        self._desk.ask.tell(
            self,
            said,
            detail.format(
                path=written.path,
                records=f"{written.scope.records:,}",
                name=self._machine.key.name,
            ),
        )
        self.form.modified = False
        self.done(1)
