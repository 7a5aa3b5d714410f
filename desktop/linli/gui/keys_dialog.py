"""The keys (快捷键) of all commands in one list."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from linli.gui.actions import plain
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.names.name_input import KEYS
from linli.gui.plain_table import PlainTable


class KeysDialog(ListDialog):
    """Lists the keys of the actions it is given, and those that hold everywhere."""

    def __init__(
        self, desk: Desk, actions: Iterable[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("快捷键"), desk, parent)
        self.summary.setText(tr("不用鼠标也能做完所有的事。"))
        native = QKeySequence.SequenceFormat.NativeText
        lines = {
            plain(action.text()).split("：")[0]: action.shortcut().toString(native)
            for action in actions
            if not action.shortcut().isEmpty()
        }
        general = {
            tr("打开卡片菜单 / 菜单"): "F9 / F10",
            tr("打开调解菜单"): "F11",
            tr("打开值班菜单"): "F12",
            tr("在看板里把卡片放到旁边一列"): "Ctrl+← / →",
            tr("到下一个 / 上一个输入框或按钮"): "Tab / Shift+Tab",
            tr("直接到名称里带下划线字母的那一项"): tr("Alt+字母"),
            tr("在表格里打开这一行；在窗口里按下蓝色按钮"): "Enter",
            tr("保存正在填的表"): "Ctrl+S",
            tr("在表格里多选"): "Shift+↑ / ↓",
            tr("在姓名里找打不出的字"): KEYS,
            tr("关闭窗口"): "Esc",
        }
        self.table = PlainTable([tr("按键"), tr("作用")], desk.theme, self)
        self.table.setAccessibleName(tr("快捷键"))
        self.table.set_lines((keys, words) for words, keys in (lines | general).items())
        self.set_list(self.table)
