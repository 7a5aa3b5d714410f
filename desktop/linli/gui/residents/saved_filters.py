"""Kept filters (常用筛选): keeping one, and the list in which they are renamed, moved, removed."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.residents import ResidentFilter
from linli.domain.saved_filters import SavedFilter
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.register_dialog import RegisterDialog


def save_filter(desk: Desk, parent: QWidget, wanted: ResidentFilter, suggested: str = "") -> str:
    """Ask for a name and keep a filter under it; one of the same name can be replaced.

    Returns:
        The name, "" if the clerk let it be or it was refused.
    """
    name = desk.ask.text(parent, tr("保存为常用筛选"), tr("名字，如 独居老人"), suggested)
    if name is None:
        return ""
    filters = desk.services.filters
    same = next((each for each in filters.list_all() if each.name == name), None)
    try:
        if same is None:
            changes = filters.save(name, wanted)[1]
        elif desk.ask.confirm(
            parent,
            tr("已经有一个常用筛选叫“{name}”。换成现在的条件？").format(name=name),
            accept=tr("替换"),
            detail=tr("可以按 Ctrl+Z 撤销。"),
        ):
            changes = filters.replace(same.id, wanted)
        else:
            return ""
    except UserError as error:
        desk.ask.warn(parent, error.message)
        return ""
    desk.bus.publish(changes)
    return name


class SavedFilters(RegisterDialog[SavedFilter]):
    """Lists the kept filters in their order.

    Signals:
        shown: show whom a filter finds (a `ResidentFilter`). The dialog is shut.
        build_requested: open the builder with a filter (a `SavedFilter`, or None for a new one).
            The dialog is shut.
    """

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.FILTERS, Kind.GRIDS})
    history_table = "saved_filter"
    shown = Signal(object)
    build_requested = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("常用筛选"), [tr("名字"), tr("条件")], desk, parent)
        self.show_button = self.add_button(tr("显示(&S)"), "list-details")
        self.show_button.clicked.connect(self._on_show)
        new = self.add_editing(tr("新建(&N)…"), ordered=True)
        self.rename_button = self.add_button(tr("改名(&R)…"), "edit", Right.EDIT)
        self.rename_button.clicked.connect(self._on_rename)
        self._one += [self.show_button, self.rename_button]
        self.add_removing(tr("删除(&X)"))
        hint = tr("把常用的条件存下来，如“60 岁以上，独居”，以后点一下就能看、打印和导出。")
        self.set_empty("bookmark", tr("还没有常用筛选"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[SavedFilter]:
        return self.desk.services.filters.list_all()

    @override
    def key(self, item: SavedFilter) -> Hashable:
        return item.id

    @override
    def line(self, item: SavedFilter) -> Sequence[str]:
        if item.wanted is None:
            return item.name, item.problem
        return item.name, self.desk.services.filters.words(item.wanted)

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 个").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: SavedFilter | None) -> None:
        if item is not None and item.wanted is None:
            self.desk.ask.warn(self, item.problem)
            return
        self.accept()
        self.build_requested.emit(item)

    @override
    def removal(self, item: SavedFilter) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除常用筛选“{name}”？").format(name=item.name)
        detail = tr("居民的资料不受影响。可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.filters.remove(item.id)

    @override
    def move_item(self, item: SavedFilter, steps: int) -> Changes:
        return self.desk.services.filters.move(item.id, steps)

    def _on_show(self) -> None:
        item = self.selected()[0]
        if item.wanted is None:
            self.desk.ask.warn(self, item.problem)
            return
        self.accept()
        self.shown.emit(item.wanted)

    def _on_rename(self) -> None:
        item = self.selected()[0]
        name = self.desk.ask.text(self, tr("常用筛选改名"), tr("新名字"), item.name)
        if name is not None and name != item.name:
            self.do(lambda: self.desk.services.filters.rename(item.id, name))
