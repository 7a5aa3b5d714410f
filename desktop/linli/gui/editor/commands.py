"""What can be done in the editor: the actions with their keys, and the menus that hold them."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from linli.domain.templates.blank import NewElement, new_element, offers
from linli.domain.templates.edit import Align, Order, list_at
from linli.domain.templates.elements import OWN_PICTURE
from linli.errors import UserError
from linli.gui.actions import ActionSpec, make_action
from linli.gui.desk import Desk
from linli.gui.editor.canvas import EditorCanvas
from linli.gui.editor.model import EditorModel
from linli.gui.i18n import mark, tr
from linli.gui.photo_file import PHOTO_FILES, open_photo, photo_bytes, read_file
from linli.progress import Progress

UNDO = ActionSpec(text=mark("撤销(&U)"), icon_name="arrow-back-up", keys="Ctrl+Z")
REDO = ActionSpec(text=mark("重做(&Y)"), icon_name="arrow-forward-up", keys="Ctrl+Y")
SELECT_ALL = ActionSpec(text=mark("全选"), keys="Ctrl+A")
CUT = ActionSpec(text=mark("剪切"), keys="Ctrl+X")
COPY = ActionSpec(text=mark("复制"), keys="Ctrl+C")
PASTE = ActionSpec(text=mark("粘贴"), keys="Ctrl+V")
DUPLICATE = ActionSpec(text=mark("再来一个"), icon_name="copy", keys="Ctrl+D")
REMOVE = ActionSpec(text=mark("删除"), icon_name="trash", keys="Del")
ZOOM_IN = ActionSpec(text=mark("放大"), icon_name="zoom-in", keys="Ctrl++")
ZOOM_OUT = ActionSpec(text=mark("缩小"), icon_name="zoom-out", keys="Ctrl+-")
TRUE_SIZE = ActionSpec(
    text=mark("实际大小"), icon_name="id", keys="Ctrl+1", tip=mark("和印出来的卡一样大")
)
FIT = ActionSpec(text=mark("适合窗口"), icon_name="maximize", keys="Ctrl+0")
NEW = {
    NewElement.TEXT: ActionSpec(text=mark("文字(&T)"), icon_name="typography"),
    NewElement.FIELD: ActionSpec(text=mark("资料项(&F)"), icon_name="forms"),
    NewElement.PHOTO: ActionSpec(text=mark("照片(&P)"), icon_name="user"),
    NewElement.PICTURE: ActionSpec(text=mark("图片（从文件）(&G)…"), icon_name="photo"),
    NewElement.CODE: ActionSpec(text=mark("二维码(&Q)"), icon_name="qrcode"),
    NewElement.LINE: ActionSpec(text=mark("线(&L)"), icon_name="line"),
    NewElement.RECTANGLE: ActionSpec(text=mark("框(&R)"), icon_name="rectangle"),
    NewElement.LIST: ActionSpec(text=mark("列表(&E)"), icon_name="list"),
}
ALIGN = {
    Align.LEFT: ActionSpec(text=mark("左边对齐(&L)"), icon_name="layout-align-left"),
    Align.CENTRE: ActionSpec(text=mark("左右居中(&C)"), icon_name="layout-align-center"),
    Align.RIGHT: ActionSpec(text=mark("右边对齐(&R)"), icon_name="layout-align-right"),
    Align.TOP: ActionSpec(text=mark("上边对齐(&T)"), icon_name="layout-align-top"),
    Align.MIDDLE: ActionSpec(text=mark("上下居中(&M)"), icon_name="layout-align-middle"),
    Align.BOTTOM: ActionSpec(text=mark("下边对齐(&B)"), icon_name="layout-align-bottom"),
}
SPREAD = {
    True: ActionSpec(text=mark("左右等距(&H)"), icon_name="layout-distribute-vertical"),
    False: ActionSpec(text=mark("上下等距(&V)"), icon_name="layout-distribute-horizontal"),
}
ORDER = {
    Order.FRONT: ActionSpec(
        text=mark("放到最上面(&F)"), icon_name="stack-front", keys="Ctrl+Shift+]"
    ),
    Order.FORWARD: ActionSpec(text=mark("上移一层(&U)"), keys="Ctrl+]"),
    Order.BACKWARD: ActionSpec(text=mark("下移一层(&D)"), keys="Ctrl+["),
    Order.BACK: ActionSpec(
        text=mark("放到最下面(&K)"), icon_name="stack-back", keys="Ctrl+Shift+["
    ),
}


class EditorCommands(QObject):
    """The actions of one editor; each is on when it can do something.

    Args:
        desk: the working place.
        model: what is edited.
        canvas: has the keys of what is done to elements.
        window: has the keys of undo and redo, and owns the actions.
    """

    def __init__(
        self, desk: Desk, model: EditorModel, canvas: EditorCanvas, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._model = model
        self._canvas = canvas
        self.undo = make_action(UNDO, window, model.undo)
        self.redo = make_action(REDO, window, model.redo)
        self.select_all = make_action(SELECT_ALL, canvas, model.select_all)
        self.cut = make_action(CUT, canvas, self._cut)
        self.copy = make_action(COPY, canvas, model.copy)
        self.paste = make_action(PASTE, canvas, model.paste)
        self.duplicate = make_action(DUPLICATE, canvas, model.duplicate)
        self.remove = make_action(REMOVE, canvas, model.remove)
        self.zoom_in = make_action(ZOOM_IN, window, partial(canvas.step_zoom, 1))
        self.zoom_out = make_action(ZOOM_OUT, window, partial(canvas.step_zoom, -1))
        self.true_size = make_action(TRUE_SIZE, window, partial(canvas.set_zoom, 100))
        self.fit = make_action(FIT, window, canvas.fit)
        self.new = {
            new: make_action(spec, canvas, partial(self._add, new)) for new, spec in NEW.items()
        }
        self.align = {
            how: make_action(spec, canvas, partial(model.align, how)) for how, spec in ALIGN.items()
        }
        self.spread = {
            across: make_action(spec, canvas, partial(model.distribute, across=across))
            for across, spec in SPREAD.items()
        }
        self.order = {
            order: make_action(spec, canvas, partial(model.order, order))
            for order, spec in ORDER.items()
        }
        for signal in (model.changed, model.selection_changed, model.level_changed):
            signal.connect(self._refresh)
        self._refresh()

    def new_menu(self, parent: QWidget) -> QMenu:
        """Return the menu of what can be added."""
        menu = QMenu(parent)
        menu.addActions(list(self.new.values()))
        return menu

    def arrange_menu(self, parent: QWidget) -> QMenu:
        """Return the menu of how elements lie."""
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)
        for group in (self.align, self.spread, self.order):
            menu.addActions(list(group.values()))
            menu.addSeparator()
        menu.addActions([self.cut, self.copy, self.paste, self.select_all])
        return menu

    def _refresh(self) -> None:
        model = self._model
        count = len(model.selection)
        self.undo.setEnabled(model.can_undo)
        self.redo.setEnabled(model.can_redo)
        self.paste.setEnabled(model.can_paste)
        for action in (self.cut, self.copy, self.duplicate, self.remove, *self.align.values()):
            action.setEnabled(count > 0)
        for action in self.order.values():
            action.setEnabled(count > 0 and not model.level.more)
        for action in self.spread.values():
            action.setEnabled(count > 2)  # two have one space between them
        inside = model.level.inside is not None
        known = offers(model.template.kind.source, inside=inside)
        for new, action in self.new.items():
            action.setVisible(new in known)
            action.setEnabled(not model.level.more)
        if model.level.more:
            self.duplicate.setEnabled(False)

    def _cut(self) -> None:
        self._model.copy()
        self._model.remove()

    def _add(self, new: NewElement) -> None:
        if new is NewElement.PICTURE:
            self._add_picture()
        else:
            self._put(new)

    def _put(self, new: NewElement, picture: str = "") -> None:
        model = self._model
        found = list_at(model.template, model.level)
        element = new_element(
            new,
            model.template,
            model.room,
            picture=picture,
            inside=found.items if found else None,
        )
        model.add(element)
        self._canvas.setFocus()

    def _add_picture(self) -> None:
        kinds = tr("照片 ({patterns})").format(patterns=PHOTO_FILES)
        path = self._desk.ask.open_file(self._canvas, tr("选择图片"), kinds)
        if path is None:
            return

        def work(_progress: Progress) -> str:
            content = photo_bytes(open_photo(read_file(path)))
            return self._desk.services.settings.add_photo(content)

        self._desk.jobs.run(
            work,
            owner=self._canvas,
            done=lambda digest: self._put(NewElement.PICTURE, OWN_PICTURE + digest),
            failed=self._refuse,
            title=tr("正在读图片…"),
        )

    def _refuse(self, error: UserError) -> None:
        self._desk.ask.warn(self._canvas, error.message)
