"""The fields of two records in two columns, with a choice in each line."""

from textwrap import wrap

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from linli.domain.merges import (
    Attachment,
    ComparedField,
    ComparedItem,
    Comparison,
    MergeChoices,
    Side,
)
from linli.gui.fact_list import plain_label
from linli.gui.i18n import tr
from linli.gui.tab_order import follow_the_eye
from linli.gui.theme import Theme

_COLUMNS = {Side.KEPT: 1, Side.GONE: 2, Side.BOTH: 3}
_CHARACTERS = 18
"""So many stand in a line of a choice; a button does not break its text by itself."""


class SidesForm(QWidget):
    """Shows a comparison; `choices` is what the clerk has chosen so far."""

    def __init__(self, comparison: Comparison, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.comparison = comparison
        self.groups: dict[str, QButtonGroup] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self._page: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)

    def show_pair(self, comparison: Comparison) -> None:
        """Show another pair, or the same one anew."""
        self.comparison = comparison
        self.groups, self.boxes = {}, {}
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = QWidget(self)
        grid = QGridLayout(self._page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(16))
        grid.setVerticalSpacing(self._theme.px(6))
        for column, stretch in enumerate((0, 3, 3, 2)):
            grid.setColumnStretch(column, stretch)
        self._add_heads(grid)
        for field in comparison.fields:
            if field.differs:
                self._add_field(grid, field)
        for label in dict.fromkeys(item.label for item in comparison.items):
            self._add_list(grid, label)
        for moves in (True, False):
            self._add_attached(grid, moves=moves)
        self._add_same(grid)
        self._column.insertWidget(0, self._page)
        follow_the_eye(self)

    def choices(self) -> MergeChoices:
        """Return what is chosen."""
        return MergeChoices(
            fields={
                key: Side(group.checkedButton().objectName()) for key, group in self.groups.items()
            },
            left_out=frozenset(key for key, box in self.boxes.items() if not box.isChecked()),
        )

    def choose(self, choices: MergeChoices) -> None:
        """Choose again what was chosen, as far as it is still there."""
        for key, side in choices.fields.items():
            group = self.groups.get(key)
            for button in group.buttons() if group is not None else ():
                if button.objectName() == side.value:
                    button.setChecked(True)
        for key, box in self.boxes.items():
            box.setChecked(key not in choices.left_out)

    def focus_first(self) -> None:
        """Bring the cursor to the first choice."""
        for group in self.groups.values():
            group.checkedButton().setFocus()
            return

    def _add_heads(self, grid: QGridLayout) -> None:
        comparison = self.comparison
        for side, words, name, at in (
            (Side.KEPT, tr("保留这一条"), comparison.kept_name, comparison.kept_entered),
            (Side.GONE, tr("并走这一条"), comparison.gone_name, comparison.gone_entered),
        ):
            day = tr("{day} 录入").format(day=at.strftime("%Y-%m-%d"))
            label = plain_label(f"{words}\n{name} · {day}", "subheading", self)
            grid.addWidget(label, 0, _COLUMNS[side])

    def _add_field(self, grid: QGridLayout, field: ComparedField) -> None:
        row = grid.rowCount()
        grid.addWidget(self._label(field.label), row, 0)
        group = QButtonGroup(self._page)
        words = {Side.KEPT: field.kept, Side.GONE: field.gone, Side.BOTH: _both(field)}
        for side in field.options:
            button = QRadioButton(_broken(words[side] or tr("（空）")), self._page)
            button.setObjectName(side.value)
            button.setAccessibleName(f"{field.label} {words[side]}")
            button.setChecked(side is field.suggested)
            group.addButton(button)
            grid.addWidget(button, row, _COLUMNS[side], Qt.AlignmentFlag.AlignTop)
        self.groups[field.key] = group

    def _add_list(self, grid: QGridLayout, label: str) -> None:
        """Add the entries of a list, those of the two side by side."""
        first = grid.rowCount()
        grid.addWidget(self._label(label), first, 0)
        for side in (Side.KEPT, Side.GONE):
            items = (i for i in self.comparison.items if (i.label, i.side) == (label, side))
            for row, item in enumerate(items, first):
                self._add_item(grid, item, row)

    def _add_item(self, grid: QGridLayout, item: ComparedItem, row: int) -> None:
        box = QCheckBox(_broken(item.text), self._page)
        box.setAccessibleName(f"{item.label} {item.text}")
        box.setChecked(item.suggested)
        grid.addWidget(box, row, _COLUMNS[item.side], Qt.AlignmentFlag.AlignTop)
        self.boxes[item.key] = box

    def _add_attached(self, grid: QGridLayout, *, moves: bool) -> None:
        found = [each for each in self.comparison.attachments if each.moves is moves]
        if not found:
            return
        row = grid.rowCount()
        head = tr("一起转过来") if moves else tr("不转过来")
        grid.addWidget(self._label(head), row, 0)
        words = plain_label("\n".join(map(_attached, found)), "", self)
        words.setWordWrap(True)
        grid.addWidget(words, row, 1, 1, 3)

    def _add_same(self, grid: QGridLayout) -> None:
        same = [field for field in self.comparison.fields if not field.differs]
        if not same:
            return
        row = grid.rowCount()
        grid.addWidget(self._label(tr("两边相同")), row, 0)
        words = plain_label("；".join(f"{f.label} {f.kept}" for f in same), "muted", self)
        words.setWordWrap(True)
        grid.addWidget(words, row, 1, 1, 3)

    def _label(self, text: str) -> QWidget:
        label = plain_label(text, "muted", self)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setMinimumWidth(self._theme.px(96))
        return label


def _both(field: ComparedField) -> str:
    return tr("两边都要") if field.kept and field.gone else tr("记下没选的姓名")


def _attached(attachment: Attachment) -> str:
    said = f"{attachment.label} {attachment.text}".strip()
    return f"{said}（{attachment.reason}）" if attachment.reason else said


def _broken(text: str) -> str:
    """Return a text in lines of a choice, its ampersands shown as they are."""
    lines = [part for line in text.splitlines() for part in wrap(line, _CHARACTERS) or [""]]
    return "\n".join(lines).replace("&", "&&")
