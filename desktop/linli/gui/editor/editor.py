"""The window in which a template of the clerk's own is edited."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from linli.domain.card_fields import card_values
from linli.domain.cards import PlannedCard
from linli.domain.changes import Changes
from linli.domain.paper import Side
from linli.domain.templates.elements import CardTemplate
from linli.errors import ConflictError, NotFoundError, UserError
from linli.gui.actions import press_on_save
from linli.gui.ask import SaveChoice
from linli.gui.desk import Desk
from linli.gui.editor.canvas import EditorCanvas
from linli.gui.editor.card_view import ZOOMS
from linli.gui.editor.commands import EditorCommands
from linli.gui.editor.data_input import DataInput
from linli.gui.editor.inputs import CheckInput
from linli.gui.editor.live import LivePreview
from linli.gui.editor.model import EditorModel
from linli.gui.editor.panel import PropertyPanel
from linli.gui.editor.problem_list import ProblemList
from linli.gui.elided_label import ElidedLabel
from linli.gui.fitting import fit_to_screen
from linli.gui.flow import FlowLayout
from linli.gui.forms import ProblemBand
from linli.gui.i18n import mark, tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput

_SIDES = {Side.FRONT: mark("正面(&F)"), Side.BACK: mark("背面(&B)")}
_PANEL_UNITS = 390
_CANVAS_UNITS = 640


class TemplateEditor(QDialog):
    """Canvas, panel and problems of one template. Show it with `open()`.

    Signals:
        saved: the template is kept; carries the `Changes`.
    """

    saved = Signal(object)

    def __init__(self, desk: Desk, template: CardTemplate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._desk = desk
        self.model = EditorModel(template, self)
        self.canvas = EditorCanvas(self.model, desk.theme, self)
        self.commands = EditorCommands(desk, self.model, self.canvas, self)
        self.panel = PropertyPanel(desk, self.model, self)
        self.problems = ProblemList(self.model, desk.theme, self)
        self.band = ProblemBand(desk.theme, self)
        self.data = DataInput(desk, template.kind.source, self)
        self.size_choice = ChoiceInput({}, self)
        self.size_choice.setSizeAdjustPolicy(ChoiceInput.SizeAdjustPolicy.AdjustToContents)
        self.size_choice.setAccessibleName(tr("看哪种大小"))
        self.size_choice.setToolTip(tr("这个模板有几种大小，每一种都看一看"))
        self.absent = CheckInput(tr("也显示这张卡不印的元素(&H)"), self)
        self.side_buttons = {side: self._side_button(side) for side in Side}
        self.level_button = QPushButton(icon("arrow-left"), tr("回到整张卡(&K)"), self)
        self.zoom_button = self._menu_button("", "", self._zoom_menu())
        self.status = ElidedLabel("", self)
        self.status.setObjectName("muted")
        self.save_button = QPushButton(icon("device-floppy", "on_accent"), tr("保存(&S)"), self)
        self.save_button.setProperty("primary", "true")
        self.save_as_button = QPushButton(icon("copy"), tr("另存为新模板(&V)"), self)
        self.save_as_button.hide()
        self.close_button = QPushButton(tr("关闭(&C)"), self)
        card = desk.services.templates.sample(template.kind.source)
        self.live = LivePreview(desk, self.model, card, self)
        self.canvas.show_values(card_values(card.facts))
        self._arrange()
        self._connect()
        press_on_save(self.save_button)
        self._refresh()
        self._on_level()
        desk.jobs.run(
            lambda _progress: desk.services.fonts.serving(),
            owner=self,
            done=self.panel.show_faces,
        )
        self.canvas.setFocus()

    def save(self) -> bool:
        """Keep the template; False where it was refused, with the reason over the canvas."""
        self._refuse(None)
        try:
            changes = self._desk.services.templates.save(self.model.template, self.model.saved)
        except UserError as error:
            self._refuse(error)
            return False
        self.model.keep()
        self._tell(changes, tr("已保存。"))
        return True

    def save_as_new(self) -> None:
        """Keep the work beside a template that is another or gone by now."""
        self._refuse(None)
        templates = self._desk.services.templates
        try:
            kind_id, changes = templates.save_as_new(self.model.template)
            saved = templates.draft(kind_id)
        except UserError as error:
            self._refuse(error)
            return
        self.model.go_on_with(saved)
        words = tr("已另存为“{title}”。").format(title=saved.kind.title)
        self._tell(changes, words)

    @override
    def reject(self) -> None:
        choice = SaveChoice.DISCARD
        if self.model.modified:
            choice = self._desk.ask.save_changes(self)
        if choice is SaveChoice.DISCARD or (choice is SaveChoice.SAVE and self.save()):
            super().reject()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # no default button: Enter in a field must not save or close
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return self._desk.theme.size(_CANVAS_UNITS + _PANEL_UNITS + 40, 700)

    def _refuse(self, error: UserError | None) -> None:
        """Say over the canvas why nothing was saved, None for nothing to say."""
        self.band.say(error.message if error else "")
        self.save_as_button.setVisible(isinstance(error, ConflictError | NotFoundError))

    def _tell(self, changes: Changes, words: str) -> None:
        self._desk.bus.publish(changes)
        self.saved.emit(changes)
        self.status.setText(words)

    def _arrange(self) -> None:
        px = self._desk.theme.px
        tools = QWidget(self)
        flow = FlowLayout(tools)
        commands = self.commands
        self.new_button = self._menu_button(tr("添加(&A)"), "plus", commands.new_menu(self))
        self.arrange_button = self._menu_button(
            tr("排列(&R)"), "layout-align-left", commands.arrange_menu(self)
        )
        for widget in (
            self.new_button,
            self.arrange_button,
            *map(self._tool, (commands.undo, commands.redo, commands.duplicate, commands.remove)),
            *self.side_buttons.values(),
            self.size_choice,
            self._tool(commands.zoom_out),
            self.zoom_button,
            self._tool(commands.zoom_in),
            self.data,
        ):
            flow.addWidget(widget)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.band, self.canvas, self.problems):
            column.addWidget(part, 1 if part is self.canvas else 0)
        self.canvas.setMinimumSize(px(200), px(90))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(self.panel)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([px(_CANVAS_UNITS), px(_PANEL_UNITS)])
        row = QHBoxLayout()
        row.addWidget(self.absent)
        row.addWidget(self.level_button)
        row.addWidget(self.status, 1)
        for button in (self.save_as_button, self.save_button, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.level_button.setAutoDefault(False)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(12), px(12), px(12), px(12))
        page.setSpacing(px(8))
        page.addWidget(tools)
        page.addWidget(splitter, 1)
        page.addLayout(row)
        fit_to_screen(self, self._desk.theme.size(1340, 860))

    def _connect(self) -> None:
        model = self.model
        model.changed.connect(self._refresh)
        model.level_changed.connect(self._on_level)
        model.selection_changed.connect(self._show_status)
        self.canvas.zoom_changed.connect(self._on_zoom)
        self.canvas.edit_requested.connect(self.panel.focus_content)
        self.panel.left.connect(self.canvas.setFocus)
        self.live.drawn.connect(self._on_drawn)
        self.data.chosen.connect(self._on_data)
        self.size_choice.edited.connect(lambda: model.show_size(self.size_choice.value()))
        self.absent.edited.connect(self._on_absent)
        self.level_button.clicked.connect(self._on_up)
        self.save_button.clicked.connect(self.save)
        self.save_as_button.clicked.connect(self.save_as_new)
        self.close_button.clicked.connect(self.reject)

    def _side_button(self, side: Side) -> QPushButton:
        button = QPushButton(tr(_SIDES[side]), self)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.model.show_side(side))
        return button

    def _tool(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(action.iconText())
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _menu_button(self, text: str, icon_name: str, menu: QMenu) -> QPushButton:
        button = QPushButton(text, self)
        if icon_name:
            button.setIcon(icon(icon_name))
        button.setMenu(menu)
        button.setAutoDefault(False)
        return button

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addActions([self.commands.true_size, self.commands.fit])
        menu.addSeparator()
        for zoom in ZOOMS:
            action = menu.addAction(f"{zoom} %")
            action.triggered.connect(lambda _=False, zoom=zoom: self.canvas.set_zoom(zoom))
        return menu

    def _refresh(self) -> None:
        model = self.model
        title = model.template.kind.title
        star = " *" if model.modified else ""
        self.setWindowTitle(tr("编辑卡片模板 · {title}").format(title=title) + star)
        sizes = model.template.kind.sizes
        words = tr("{width} × {height} 毫米")
        self.size_choice.set_choices(
            {s: words.format(width=f"{s.width:g}", height=f"{s.height:g}") for s in sizes}
        )
        self.size_choice.set_value(model.size)
        self.size_choice.setVisible(len(sizes) > 1)
        two_sided = Side.BACK in model.template.sides
        for button in self.side_buttons.values():
            button.setVisible(two_sided)
        self.save_button.setEnabled(model.modified and not model.problems)
        self._show_status()

    def _on_level(self) -> None:
        model = self.model
        for side, button in self.side_buttons.items():
            button.setChecked(side is model.level.side)
        self.level_button.setVisible(model.level.inside is not None)
        self._refresh()
        self._on_drawn()

    def _show_status(self) -> None:
        model = self.model
        if model.level.inside is not None:
            words = tr("正在编辑列表的一格，按 Esc 回到整张卡。")
        elif len(model.selection) == 1:
            words = tr("方向键移动 0.1 毫米，加 Shift 移动 1 毫米，加 Ctrl 改大小；回车改内容。")
        elif model.selection:
            words = tr("选中了 {count} 个元素").format(count=len(model.selection))
        else:
            words = tr("点一下元素来选中它；Tab 键逐个选。虚线以外可能被裁掉。")
        self.status.setText(words)

    def _on_drawn(self) -> None:
        scale = self.canvas.scale_factor * self.canvas.devicePixelRatioF()
        self.canvas.show_picture(self.live.image(scale))
        self.problems.show_notes(self.live.notes)
        self.save_button.setEnabled(self.model.modified and not self.model.problems)

    def _on_zoom(self, percent: int) -> None:
        self.zoom_button.setText(f"{percent} %")
        self._on_drawn()

    def _on_absent(self) -> None:
        self.canvas.show_absent = self.absent.value()
        self.canvas.viewport().update()

    def _on_up(self) -> None:
        self.model.leave()
        self.canvas.setFocus()

    def _on_data(self, source_id: int) -> None:
        service = self._desk.services.templates
        kind = self.model.template.kind
        self._desk.jobs.run(
            lambda _progress: (
                service.card_of(source_id, kind) if source_id else service.sample(kind.source)
            ),
            owner=self,
            done=self._show_card,
            failed=lambda error: self._desk.ask.warn(self, error.message),
        )

    def _show_card(self, card: PlannedCard) -> None:
        self.canvas.show_values(card_values(card.facts))
        self.live.show_card(card)
