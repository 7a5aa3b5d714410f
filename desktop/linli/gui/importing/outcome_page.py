"""Second step of the import: what it would do, in figures and lists, before it is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from linli.domain.imports import (
    SET_ASIDE_LABELS,
    Choice,
    Decisions,
    Difference,
    ImportOutcome,
    RowRef,
    SetAsideReason,
)
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.plain_table import PlainTable
from linli.gui.theme import Theme

_MOST_LINES = 1000
"""Longer lists are shortened on the screen; the report holds all."""
_LIST_UNITS = 240


class OutcomePage(QWidget):
    """Shows an `ImportOutcome`; asks about values that differ from what is on file."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: dict[str, ChoiceInput] = {}
        self._figures = QWidget(self)
        self._figure_row = FlowLayout(self._figures, spacing=theme.px(12))
        self._masked = QLabel(self)
        self._masked.setWordWrap(True)
        self._reasons = QLabel(self)
        self._reasons.setWordWrap(True)
        self._lists = QTabWidget(self)
        self._lists.setDocumentMode(True)
        self._lists.setMinimumHeight(theme.px(_LIST_UNITS))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._figures)
        page.addWidget(self._masked)
        page.addWidget(self._reasons)
        page.addWidget(self._lists, 1)

    @property
    def decisions(self) -> Decisions:
        """What the clerk has decided about each difference."""
        return {key: Choice(choice.value()) for key, choice in self._choices.items()}

    def set_outcome(self, outcome: ImportOutcome) -> None:
        """Show what an import would do."""
        self._show_figures(outcome)
        self._masked.setText(masked_words(outcome))
        self._masked.setVisible(bool(self._masked.text()))
        self._reasons.setText(_reasons(outcome))
        self._reasons.setVisible(bool(outcome.problems))
        self._choices.clear()
        while self._lists.count():
            page = self._lists.widget(0)
            self._lists.removeTab(0)
            page.deleteLater()
        self._add_list(
            tr("退回的行"),
            [tr("位置"), tr("姓名"), tr("为什么退回")],
            [(_place(p.at), p.name, p.message) for p in outcome.problems],
        )
        self._add_differences(outcome.differences)
        self._add_list(
            tr("请留意"),
            [tr("位置"), tr("姓名"), tr("内容")],
            [(_place(w.at), w.name, w.message) for w in outcome.warnings],
        )
        self._add_list(
            tr("没有当作居民的行"),
            [tr("位置"), tr("内容")],
            [(_place(line.at), line.text) for line in outcome.skipped],
        )
        self._lists.setVisible(self._lists.count() > 0)

    def _show_figures(self, outcome: ImportOutcome) -> None:
        while (item := self._figure_row.takeAt(0)) is not None:
            item.widget().deleteLater()
        figures = [
            (tr("读到"), outcome.rows, tr("行")),
            (tr("新增"), outcome.added, tr("行")),
            (tr("并入已有"), outcome.joined, tr("行")),
            (tr("退回重填"), outcome.set_aside, tr("行")),
        ]
        if outcome.new_households:
            figures.append((tr("新的户"), outcome.new_households, tr("户")))
        if outcome.rentals:
            figures.append((tr("出租房屋"), outcome.rentals, tr("处")))
        for title, number, unit in figures:
            self._figure_row.addWidget(self._tile(title, number, unit))

    def _tile(self, title: str, number: int, unit: str) -> QFrame:
        tile = QFrame(self._figures)
        tile.setObjectName("card")
        head = QLabel(title, tile)
        head.setObjectName("muted")
        figure = QLabel(f"{number:,} {unit}", tile)
        figure.setObjectName("heading")
        figure.setAccessibleName(f"{title} {number} {unit}")
        column = QVBoxLayout(tile)
        column.setContentsMargins(*(self._theme.px(side) for side in (12, 8, 12, 8)))
        column.addWidget(head)
        column.addWidget(figure)
        tile.setMinimumWidth(self._theme.px(132))
        return tile

    def _add_list(self, title: str, heads: list[str], lines: list[tuple[str, ...]]) -> None:
        if lines:
            table = PlainTable(heads, self._theme, self._lists)
            table.setAccessibleName(title)
            table.set_lines(lines[:_MOST_LINES])
            self._lists.addTab(table, f"{title}（{len(lines):,}）")

    def _add_differences(self, differences: tuple[Difference, ...]) -> None:
        if not differences:
            return
        page = QWidget(self._lists)
        table = PlainTable(
            [tr("位置"), tr("姓名"), tr("哪一项"), tr("原来登记的"), tr("表里写的"), tr("采用")],
            self._theme,
            page,
        )
        table.setAccessibleName(tr("与原来登记不同的内容"))
        shown = differences[:_MOST_LINES]
        table.set_lines((_place(d.at), d.person, d.label, d.ours, d.theirs, "") for d in shown)
        for row, difference in enumerate(shown):
            table.setCellWidget(row, 5, self._choice(difference, table))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, self._theme.px(8), 0, 0)
        column.addLayout(self._all_buttons(page))
        column.addWidget(table, 1)
        self._lists.addTab(page, tr("与原来不同（{count}）").format(count=f"{len(differences):,}"))

    def _choice(self, difference: Difference, parent: QWidget) -> ChoiceInput:
        choice = ChoiceInput(
            {Choice.OURS: tr("保留原来的"), Choice.THEIRS: tr("改用表里的")}, parent
        )
        choice.setAccessibleName(
            tr("{person}的{label}采用").format(person=difference.person, label=difference.label)
        )
        self._choices[difference.key] = choice
        return choice

    def _all_buttons(self, page: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, value in (
            (tr("全部保留原来的(&O)"), Choice.OURS),
            (tr("全部改用表里的(&T)"), Choice.THEIRS),
        ):
            button = QPushButton(text, page)
            button.clicked.connect(lambda _=False, chosen=value: self._choose_all(chosen))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        return row

    def _choose_all(self, value: Choice) -> None:
        for choice in self._choices.values():
            choice.set_value(value)


def summary(outcome: ImportOutcome) -> str:
    """Return what an import did as one sentence."""
    return tr("读到 {rows} 行：新增 {added}，并入已有 {joined}，退回重填 {set_aside}。").format(
        rows=f"{outcome.rows:,}",
        added=f"{outcome.added:,}",
        joined=f"{outcome.joined:,}",
        set_aside=f"{outcome.set_aside:,}",
    )


def masked_words(outcome: ImportOutcome) -> str:
    """Return what became of masked numbers, "" where there are none."""
    aside = outcome.reasons.get(SetAsideReason.MASKED.value, 0)
    if not outcome.unmasked and not aside:
        return ""
    words = tr(
        "这张表里的号码或姓名是遮盖过的（如 138****1234）：{found} 行按露出的几位对上了台账里的人，"
        "他们原有的号码不变；{aside} 行对不上，已退回。"
    )
    return words.format(found=f"{outcome.unmasked:,}", aside=f"{aside:,}")


def _reasons(outcome: ImportOutcome) -> str:
    parts = [
        tr("{reason} {count} 行").format(
            reason=SET_ASIDE_LABELS[SetAsideReason(reason)], count=count
        )
        for reason, count in outcome.reasons.items()
    ]
    return tr("退回的原因：{reasons}。这些行不会丢，导入后可以保存成标红的表格带回去核对。").format(
        reasons="；".join(parts)
    )


def _place(at: RowRef) -> str:
    return tr("{sheet} 第 {row} 行").format(sheet=at.sheet, row=at.number)
