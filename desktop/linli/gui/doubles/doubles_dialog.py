"""The list of people who may be in the ledger twice (重复人员), with the reasons."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.doubles import DOUBLE_REASON, LIKELIHOOD, Double, DoubleReason
from linli.domain.residents import ResidentRow
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.doubles.compare_dialog import CompareDialog
from linli.gui.doubles.merges_dialog import MergesDialog
from linli.gui.doubles.told_apart_dialog import ToldApartDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.progress import Progress
from linli.services.doubles import DoublePage

_FILTERS = [reason for reason in DoubleReason if reason is not DoubleReason.NAME]


class DoublesDialog(ListDialog):
    """Lists pairs, the surest first; Enter puts one side by side."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("重复人员"), desk, parent)
        self._doubles: list[Double] = []
        self._more = False
        choices: dict[DoubleReason | None, str] = {None: tr("所有原因")}
        choices |= {reason: tr(DOUBLE_REASON[reason]) for reason in _FILTERS}
        self.reason_input = ChoiceInput(choices, self)
        self.reason_input.setAccessibleName(tr("原因"))
        label = QLabel(tr("原因(&R)"), self)
        label.setBuddy(self.reason_input)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.reason_input)
        row.addStretch(1)
        self._column.insertLayout(2, row)
        heads = [tr("把握"), tr("原因"), tr("第一条"), tr("第二条")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("可能重复的人"))
        self.set_list(self.table)
        self.compare_button = self.add_button(tr("比对(&D)…"), "users")
        self.apart_button = self.add_button(tr("不是同一人(&N)"), "x", Right.EDIT)
        self.refresh_button = self.add_button(tr("重新查找(&F)"), "refresh")
        self.told_apart_button = self.add_button(tr("已标记的(&K)…"), "list")
        self.merges_button = self.add_button(tr("合并记录(&M)…"), "history")
        self.compare_button.clicked.connect(self._on_compare)
        self.apart_button.clicked.connect(self._on_apart)
        self.refresh_button.clicked.connect(self._search)
        self.told_apart_button.clicked.connect(lambda: ToldApartDialog(desk, self).open())
        self.merges_button.clicked.connect(lambda: MergesDialog(desk, self).open())
        self.table.itemActivated.connect(lambda _: self._on_compare())
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.reason_input.edited.connect(self._search)
        desk.bus.changed.connect(self._on_changed)
        self._search()

    def _search(self) -> None:
        reason = self.reason_input.value()
        service = self.desk.services.doubles

        def work(progress: Progress) -> DoublePage:
            return service.candidates(reason, progress=progress)

        self.summary.setText(tr("正在查找…"))
        self.desk.jobs.run(
            work,
            owner=self,
            done=self._show,
            cancelled=lambda: self.summary.setText(tr("查找已停止，点“重新查找”再来。")),
            title=tr("正在查找可能重复的人…"),
        )

    def _show(self, page: DoublePage) -> None:
        row = max(self.table.currentRow(), 0)
        self._doubles, self._more = list(page.doubles), page.more
        self.table.set_lines(_line(double) for double in self._doubles)
        if self._doubles:
            self.table.selectRow(min(row, len(self._doubles) - 1))
        self._say_count()
        self._on_selection()

    def _say_count(self) -> None:
        if not self._doubles:
            self.summary.setText(tr("没有发现可能重复的人。"))
            return
        words = tr("共 {count} 对可能是同一人，请逐对比对；合并以后还可以撤回。")
        if self._more:
            words = tr("先列出把握较大的 {count} 对，处理以后点“重新查找”再列出其余的。")
        self.summary.setText(words.format(count=len(self._doubles)))

    def _selected(self) -> Double | None:
        row = self.table.currentRow()
        return self._doubles[row] if 0 <= row < len(self._doubles) else None

    def _on_selection(self) -> None:
        chosen = self._selected() is not None
        self.compare_button.setEnabled(chosen)
        self.apart_button.setEnabled(chosen)

    def _on_changed(self, changes: Changes) -> None:
        """Leave out the pairs that are settled now; what is new is found when asked again."""
        if changes.touches(Kind.RESIDENTS, Kind.DOUBLES):
            left = self.desk.services.doubles.remaining(self._doubles)
            self._show(DoublePage(doubles=tuple(left), more=self._more))

    def _on_compare(self) -> None:
        if self._selected() is None:
            return
        pairs = [(double.first.id, double.second.id) for double in self._doubles]
        try:
            CompareDialog(self.desk, pairs, self.table.currentRow(), self).open()
        except UserError as error:
            self.desk.ask.warn(self, error.message)

    def _on_apart(self) -> None:
        double = self._selected()
        if double is None:
            return
        try:
            changes = self.desk.services.doubles.not_same(double.first.id, double.second.id)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
            return
        self.desk.bus.publish(changes)


def _line(double: Double) -> tuple[str, ...]:
    return (
        tr(LIKELIHOOD[double.verdict.likelihood]),
        "、".join(double.verdict.words),
        _person(double.first),
        _person(double.second),
    )


def _person(row: ResidentRow) -> str:
    facts = (row.name, row.birth, row.document or row.phone, row.address)
    return " · ".join(fact for fact in facts if fact)
