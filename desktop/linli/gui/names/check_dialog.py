"""Names that cannot be printed (检查姓名): one after the other, each with the ways to mend it."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.faces import AddedFont
from linli.domain.glyphs import Stroke
from linli.domain.labels import NAME_KIND, TROUBLE_REASON
from linli.domain.name_troubles import NameTrouble, is_private
from linli.errors import NotFoundError
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.names.character_picker import CharacterPicker
from linli.gui.names.drawing import DrawingDialog
from linli.gui.names.font_file import ask_font_file
from linli.gui.names.trouble_panel import TroublePanel
from linli.gui.plain_table import PlainTable
from linli.gui.resident_form import ResidentForm

_PRINTED = (
    Kind.RESIDENTS,
    Kind.HOUSEHOLDS,
    Kind.DWELLINGS,
    Kind.GRIDS,
    Kind.PAIRINGS,
    Kind.STAFF,
    Kind.GLYPHS,
    Kind.SETTINGS,
)


def open_name_check(desk: Desk, parent: QWidget, ids: Collection[int] | None = None) -> QDialog:
    """Show the names that cannot be printed.

    Args:
        desk: the working place.
        parent: the window that asks.
        ids: of the residents only these and their households; None for all.
    """
    dialog = NameCheckDialog(desk, parent, ids)
    dialog.open()
    return dialog


class NameCheckDialog(ListDialog):
    """Lists the troubles; the panel below shows the chosen one and what can be done."""

    def __init__(self, desk: Desk, parent: QWidget, ids: Collection[int] | None = None) -> None:
        super().__init__(tr("检查姓名"), desk, parent)
        self._ids = None if ids is None else tuple(ids)
        self._troubles: list[NameTrouble] = []
        self._skipped: set[NameTrouble] = set()
        self.table = PlainTable(
            [tr("姓名或内容"), tr("谁"), tr("编码"), tr("原因"), tr("住址或网格")], desk.theme, self
        )
        self.table.setAccessibleName(tr("印不出来的姓名"))
        self.panel = TroublePanel(desk.theme, self)
        self.set_list(self.table)
        hint = tr("印得出来的姓名不列在这里。")
        self.set_empty("circle-check", tr("没有要处理的姓名"), hint, [])
        self._column.insertWidget(3, self.panel)
        self.use_button = self.add_button(tr("换成标准字(&U)"), "check", Right.EDIT)
        self.pick_button = self.add_button(tr("另选正确的字(&P)…"), "search", Right.EDIT)
        self.draw_button = self.add_button(tr("画出来(&D)…"), "edit", Right.DESIGN)
        self.font_button = self.add_button(tr("添加字体(&F)…"), "plus", Right.DESIGN)
        self.open_button = self.add_button(tr("打开资料(&O)…"), "user")
        known = tr("私用码字对照")
        self.add_history(lambda: ("setting", "names.private_use", known))
        self.skip_button = self.buttons.addButton(
            tr("先略过(&K)"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.skip_button.setAutoDefault(False)
        self.use_button.setProperty("primary", True)  # noqa: FBT003 - Qt's own signature
        fit_to_screen(self, desk.theme.size(980, 640))
        self._connect()
        self._check()

    def _connect(self) -> None:
        self.use_button.clicked.connect(self._on_use)
        self.pick_button.clicked.connect(self._on_pick)
        self.draw_button.clicked.connect(self._on_draw)
        self.font_button.clicked.connect(self._on_font)
        self.open_button.clicked.connect(self._on_open)
        self.skip_button.clicked.connect(self._on_skip)
        self.table.itemActivated.connect(lambda _: self._on_activated())
        self.table.currentCellChanged.connect(lambda *_: self._show_chosen())
        self.desk.bus.changed.connect(self._on_changed)

    @property
    def chosen(self) -> NameTrouble | None:
        """The trouble that the panel shows."""
        row = self.table.currentRow()
        return self._troubles[row] if 0 <= row < len(self._troubles) else None

    def _check(self) -> None:
        services, ids = self.desk.services, self._ids
        self.desk.jobs.run(
            lambda progress: services.names.check(ids, progress),
            owner=self,
            done=self._show,
            title=tr("正在检查姓名…"),
        )

    def _show(self, troubles: Collection[NameTrouble]) -> None:
        row = max(self.table.currentRow(), 0)
        skipped = self._skipped.intersection(troubles)
        self._troubles = [trouble for trouble in troubles if trouble not in skipped]
        self.table.set_lines(map(_line, self._troubles))
        left, passed = len(self._troubles), len(skipped)
        if left:
            words = tr("还有 {count} 处的字印不出来，逐个处理好就能打印。").format(count=left)
        elif passed:
            words = tr("处理完了，略过 {count} 处：那些字还印不出来。").format(count=passed)
        else:
            words = tr("所有姓名都印得出来。")
        self.summary.setText(words)
        self.show_empty(empty=not left)
        if left:
            self.table.selectRow(min(row, left - 1))
            self.table.setFocus()  # the button that was pressed may be gone
        self._show_chosen()

    def _show_chosen(self) -> None:
        trouble = self.chosen
        alike = sum(1 for each in self._troubles if trouble and each.character == trouble.character)
        self.panel.show_trouble(trouble, alike)
        for button in (self.pick_button, self.draw_button, self.font_button, self.skip_button):
            button.setEnabled(trouble is not None)
        self.use_button.setVisible(trouble is not None and trouble.proposal is not None)
        self.open_button.setVisible(trouble is not None and trouble.resident_id is not None)
        self.font_button.setVisible(trouble is not None and not is_private(trouble.character))
        QTimer.singleShot(0, self.table, self._keep_chosen_in_sight)  # the panel has its height

    def _keep_chosen_in_sight(self) -> None:
        self.table.scrollTo(self.table.currentIndex())

    def _run(self, work: Callable[[], Changes]) -> None:
        self.desk.jobs.run(lambda _: work(), owner=self, done=self.desk.bus.publish)

    def _put(self, trouble: NameTrouble, character: str) -> None:
        """Let a character stand in the bad place, or wherever its code stands."""
        names, where = self.desk.services.names, trouble.where
        if self.panel.everywhere:
            self._run(lambda: names.map_code(trouble.character, character))
        else:
            self._run(
                lambda: names.replace_in(
                    where.record_id, trouble.character, character, kind=where.kind
                )
            )

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_PRINTED):
            self._check()

    def _on_activated(self) -> None:
        trouble = self.chosen
        if trouble is not None:
            (self.use_button if trouble.proposal else self.pick_button).click()

    def _on_use(self) -> None:
        trouble = self.chosen
        if trouble is not None and trouble.proposal is not None:
            self._put(trouble, trouble.proposal)

    def _on_pick(self) -> None:
        trouble = self.chosen
        if trouble is not None:
            picker = CharacterPicker(self.desk, self, trouble.proposal or "")
            picker.chosen.connect(lambda character: self._put(trouble, character))
            picker.open()

    def _on_draw(self) -> None:
        trouble = self.chosen
        if trouble is None:
            return
        where, names = trouble.where, self.desk.services.names
        record_id = None if self.panel.everywhere else where.record_id

        def keep(strokes: tuple[Stroke, ...], width: float) -> None:
            changes = names.keep_glyph(
                record_id, trouble.character, strokes, width, kind=where.kind
            )
            self.desk.bus.publish(changes)

        DrawingDialog(self.desk, where.text, trouble.character, keep, self).open()

    def _on_font(self) -> None:
        trouble = self.chosen

        def added(font: AddedFont) -> None:
            missing = self.desk.services.fonts.missing
            if trouble is not None and missing(trouble.character):
                words = tr("已添加字体“{font}”，但里面也没有这个字。请换一个字体，或把字画出来。")
                self.desk.ask.tell(self, words.format(font=font.info.font))

        ask_font_file(self.desk, self, added)

    def _on_open(self) -> None:
        trouble = self.chosen
        if trouble is None or trouble.resident_id is None:
            return
        try:
            resident = self.desk.services.residents.get(trouble.resident_id)
        except NotFoundError as error:
            self.desk.ask.warn(self, error.message)
            self._check()
            return
        ResidentForm(self.desk, resident, self).open()

    def _on_skip(self) -> None:
        trouble = self.chosen
        if trouble is not None:
            self._skipped.add(trouble)
            self._show([*self._troubles, *self._skipped])


def _line(trouble: NameTrouble) -> tuple[str, ...]:
    where = trouble.where
    whose = tr(NAME_KIND[where.kind])
    if where.label != tr("姓名"):
        whose = tr("{kind}的{field}").format(kind=whose, field=where.label)
    return (
        trouble.shown,
        whose,
        trouble.code_point,
        tr(TROUBLE_REASON[trouble.reason]),
        where.place,
    )
