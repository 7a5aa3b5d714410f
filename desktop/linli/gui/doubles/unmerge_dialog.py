"""What one merge did, part by part, and taking it back whole or in part (撤回合并)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from linli.domain.accounts import Right
from linli.domain.merges import MergePart
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog

_ROLE = Qt.ItemDataRole.UserRole


class UnmergeDialog(ListDialog):
    """Ticks what is taken back; what cannot be says why.

    Raises:
        UserError: the merge cannot be taken back now; the sentence says what must come first.
    """

    def __init__(self, desk: Desk, merge_id: int, parent: QWidget | None = None) -> None:
        report = desk.services.doubles.report(merge_id)
        if report.refusal:
            raise UserError(report.refusal)
        super().__init__(tr("撤回合并"), desk, parent)
        self._merge = report.merge
        words = tr("「{gone}」并入「{kept}」，{at}。打勾的项目会撤回；空格键打勾或去掉。")
        said = words.format(
            gone=report.merge.gone_name,
            kept=report.merge.kept_name,
            at=report.merge.at.strftime("%Y-%m-%d %H:%M"),
        )
        self.summary.setText("\n".join((said, *report.notes)))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("合并做了什么"))
        self.list.setWordWrap(True)
        for part in report.parts:
            self.list.addItem(_item(part))
        self.list.setCurrentRow(0)
        self.set_list(self.list)
        self.all_button = self.add_button(tr("全部打勾(&A)"), "check")
        self.none_button = self.add_button(tr("只恢复这个人(&R)"), "user")
        self.undo_button = self.add_button(tr("撤回打勾的(&S)"), "arrow-back-up", Right.REMOVE)
        self.all_button.clicked.connect(lambda: self._tick_all(Qt.CheckState.Checked))
        self.none_button.clicked.connect(lambda: self._tick_all(Qt.CheckState.Unchecked))
        self.undo_button.clicked.connect(self._on_undo)
        self.undo_button.setDefault(True)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _tick_all(self, state: Qt.CheckState) -> None:
        for item in self._items():
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(state)

    def _on_undo(self) -> None:
        chosen = [
            item.data(_ROLE) for item in self._items() if item.checkState() is Qt.CheckState.Checked
        ]
        try:
            done, changes = self.desk.services.doubles.unmerge(self._merge.id, chosen)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self.accept()
        if done.kept_as_is:
            said = tr("已撤回，下面几项保留现在的：")
            self.desk.ask.tell(self.parentWidget(), said, "\n".join(done.kept_as_is))
        self.desk.bus.publish(changes)


def _item(part: MergePart) -> QListWidgetItem:
    """Return the line of a part; only what is for the clerk to choose can be ticked."""
    text = f"{part.label}：{part.text}"
    if part.undone:
        text = tr("{text}（已经撤回）").format(text=text)
    elif part.obstacle:
        text = f"{text}（{part.obstacle}）"
    elif part.essential:
        text = tr("{text}（和人一起恢复）").format(text=text)
    item = QListWidgetItem(text)
    item.setData(_ROLE, part.id)
    free = not (part.undone or part.obstacle or part.essential)
    flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
    item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if free else flags)
    ticked = not (part.undone or part.obstacle)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item
