"""The printers (打印机档案): what is known of each, measured with a sheet of paper."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.paper import Correction, PrinterProfile, Side
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.paper.calibration import CalibrationDialog
from linli.gui.paper.profile_form import ProfileForm
from linli.gui.paper.turn_test import TurnTestDialog
from linli.gui.paper.words import SIDE, by_hand_words, correction_words
from linli.gui.plain_table import PlainTable


def open_profiles(desk: Desk, parent: QWidget) -> None:
    """Let the clerk calibrate printers."""
    ProfilesDialog(desk, parent).open()


class ProfilesDialog(ListDialog):
    """Lists the printer profiles."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("打印机校准"), desk, parent)
        self._profiles: list[PrinterProfile] = []
        heads = [tr("名称"), tr("打印机"), tr("纸盒"), tr("正面"), tr("背面")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("打印机档案"))
        self.details = QLabel(self)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setWordWrap(True)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.details)
        halves.setSizes([desk.theme.px(600), desk.theme.px(300)])
        halves.setStretchFactor(0, 1)
        halves.setFocusProxy(self.table)
        self.set_list(halves)
        self.new_button = self.add_button(tr("新建(&N)…"), "plus", Right.DESIGN)
        self.calibrate_button = self.add_button(tr("校准向导(&J)…"), "printer", Right.DESIGN)
        self.turn_button = self.add_button(tr("翻面试两张(&T)…"), "file-text", Right.PRINT)
        self.edit_button = self.add_button(tr("编辑(&D)…"), "edit", Right.DESIGN)
        self.remove_button = self.add_button(tr("删除(&X)"), "trash", Right.DESIGN)
        name = tr("打印机档案")
        self.add_history(lambda: ("setting", "printer_profiles", name))
        self.new_button.clicked.connect(lambda: self._open_form(None))
        self.calibrate_button.clicked.connect(self._on_calibrate)
        self.turn_button.clicked.connect(self._on_turn)
        self.edit_button.clicked.connect(self._on_edit)
        self.remove_button.clicked.connect(self._on_remove)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.itemActivated.connect(lambda _: self._on_edit())
        desk.bus.changed.connect(self._on_changed)
        self.summary.setText(tr("印出来总往一边偏，就校准一次：印一张校准纸，折一下，读三个数。"))
        new = QAction(tr("新建打印机档案(&N)…"), self)
        new.triggered.connect(lambda: self._open_form(None))
        hint = tr("先给打印机建一个档案，再用校准向导量一量，印卡就不偏了。")
        self.set_empty("ruler-2", tr("还没有打印机档案"), hint, [new])
        self._read()
        fit_to_screen(self, desk.theme.size(940, 480))

    def _read(self) -> None:
        row = max(self.table.currentRow(), 0)
        self._profiles = self.desk.services.paper.profiles()
        self.table.set_lines(_line(profile) for profile in self._profiles)
        self.show_empty(empty=not self._profiles)
        if self._profiles:
            self.table.selectRow(min(row, len(self._profiles) - 1))
        for button in self.action_buttons[1:]:
            button.setEnabled(bool(self._profiles))
        self._on_selected()

    def _on_selected(self) -> None:
        chosen = self._chosen()
        self.details.setText("" if chosen is None else _details(chosen))

    def _chosen(self) -> PrinterProfile | None:
        row = self.table.currentRow()
        return self._profiles[row] if 0 <= row < len(self._profiles) else None

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SETTINGS):
            self._read()

    def _open_form(self, profile: PrinterProfile | None) -> None:
        form = ProfileForm(self.desk, profile, self)
        form.saved.connect(lambda saved: self._on_saved(*saved, is_new=profile is None))
        form.open()

    def _on_saved(self, name: str, changes: Changes, *, is_new: bool) -> None:
        self.desk.bus.publish(changes)
        names = [profile.name for profile in self._profiles]
        self.table.selectRow(names.index(name))
        if is_new and self.desk.ask.confirm(
            self,
            tr("档案“{name}”建好了。现在就校准吗？").format(name=name),
            accept=tr("现在校准"),
            detail=tr("要印一张纸，折一下读几个数，大约五分钟。也可以以后再做。"),
        ):
            self._on_calibrate()

    def _on_calibrate(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            CalibrationDialog(self.desk, chosen, self).open()

    def _on_turn(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            TurnTestDialog(self.desk, chosen, self).open()

    def _on_edit(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._open_form(chosen)

    def _on_remove(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        agreed = self.desk.ask.confirm(
            self,
            tr("删除打印机档案“{name}”？").format(name=chosen.name),
            accept=tr("删除"),
            detail=tr("以后用这台打印机印卡就没有校准了。可以按 Ctrl+Z 撤销。"),
        )
        if agreed:
            self.desk.jobs.run(
                lambda _: self.desk.services.paper.remove_profile(chosen.name),
                owner=self,
                done=self.desk.bus.publish,
            )


def _line(profile: PrinterProfile) -> tuple[str, ...]:
    return (
        profile.name,
        profile.printer or tr("不指定"),
        profile.tray or "",
        *(_state(profile.correction(side)) for side in Side),
    )


def _state(correction: Correction) -> str:
    return tr("没有校准") if correction == Correction() else tr("已校准")


def _details(profile: PrinterProfile) -> str:
    """Say what the profile does, side by side, and how the stack is turned."""
    lines = [
        tr("{side}：{words}").format(side=tr(SIDE[side]), words=correction_words(correction))
        for side in Side
        if (correction := profile.correction(side)) != Correction()
    ]
    return "\n".join([*lines, tr("手动翻面：{words}").format(words=by_hand_words(profile))])
