"""Entering what came back on a check sheet (核对单): only the lines that were marked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.codes import code_table
from linli.domain.walks import CHANGED, RESULT_TABLE, UNCHANGED, WalkEntry, WalkLine, WalkSheet
from linli.gui.desk import Desk
from linli.gui.enter_key import EnterInLine
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.gui.resident_form import ResidentForm
from linli.gui.walks.walk_entry import from_paper


class CheckEntryDialog(ListDialog):
    """The household as it is printed; the marked lines open one after the other."""

    def __init__(
        self,
        desk: Desk,
        sheet: WalkSheet,
        lines: Sequence[WalkLine],
        parent: QWidget | None = None,
    ) -> None:
        title = tr("{label}　{title}").format(label=sheet.label, title=sheet.title)
        super().__init__(title, desk, parent)
        self._sheet = sheet
        self._lines = list(lines)
        self._paper = from_paper(desk, sheet)
        self._waiting: list[WalkLine] = []
        self._changed = {line.position for line in lines if line.entry.result == CHANGED}
        self.summary.setText(
            tr("把写了“改为”的行号打在下面，如 1、3，按回车一行一行改；都没有写就直接收回。")
        )
        heads = [
            *(tr("行号"), tr("姓名"), tr("关系"), tr("出生日期")),
            *(tr("证件号码"), tr("电话"), tr("结果")),
        ]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.itemActivated.connect(lambda _: self._open([self.table.currentRow() + 1]))
        self.set_list(self.table)
        self.marked = LineInput(tr("有改动的行号，如 1、3"), self)
        self.marked.setAccessibleName(tr("有改动的行号"))
        EnterInLine(self.marked, self._on_marked)
        self._column.insertWidget(self._column.indexOf(self._bar), self.marked)
        self.new_button = self.add_button(tr("新来的人(&N)…"), "user-plus", Right.EDIT)
        self.new_button.clicked.connect(self._on_new)
        self.done_button = self.add_button(tr("收回这张单子(&S)"), "check", Right.EDIT)
        self.done_button.setProperty("primary", True)  # noqa: FBT003 - Qt's own signature
        self.done_button.clicked.connect(self._on_done)
        desk.bus.changed.connect(self._on_changed)
        self._show_lines()
        self.marked.setFocus()

    def _show_lines(self) -> None:
        self.table.set_lines(map(self._line, self._lines))

    def _line(self, line: WalkLine) -> Sequence[str]:
        person, result = line.person, line.entry.result
        if line.position in self._changed:
            result = CHANGED
        said = code_table(RESULT_TABLE).label(result)
        if person is None:
            return str(line.position), tr("（已删除）"), "", "", "", "", said
        return (
            *(str(line.position), person.name, person.relation, person.birth),
            *(person.document, person.phone, said),
        )

    def _on_marked(self) -> None:
        numbers = [int(part) for part in _numbers(self.marked.text())]
        wrong = [number for number in numbers if not 1 <= number <= len(self._lines)]
        if wrong or not numbers:
            words = tr("单子上只有 1 到 {last} 行，请核对行号。").format(last=len(self._lines))
            self.desk.ask.warn(self, words)
            return
        self.marked.clear()
        self._open(numbers)

    def _open(self, numbers: Sequence[int]) -> None:
        self._waiting = [line for line in self._lines if line.position in numbers]
        self._open_next()

    def _open_next(self) -> None:
        """Open the form of the next marked line; the one after follows when it is saved."""
        if not self._waiting:
            self.done_button.setFocus()
            return
        line = self._waiting.pop(0)
        if line.person is None:
            self._open_next()
            return
        resident = self.desk.services.residents.get(line.person.id)
        form = ResidentForm(self._paper, resident, self)

        def saved(_resident_id: int) -> None:
            self._changed.add(line.position)
            self._show_lines()
            self._open_next()

        form.saved.connect(saved)
        form.open()

    def _on_new(self) -> None:
        ResidentForm(self._paper, None, self).open()

    def _on_done(self) -> None:
        walks = self.desk.services.walks
        entries = [
            WalkEntry(
                position=line.position,
                result=CHANGED if line.position in self._changed else UNCHANGED,
            )
            for line in self._lines
        ]
        today = self.desk.services.context.clock().date()
        sheet = self._sheet
        self.desk.jobs.run(
            lambda _: walks.enter(
                sheet.id, entries, walked_on=sheet.walked_on or today, version=sheet.version
            ),
            owner=self,
            done=self._on_entered,
        )

    def _on_entered(self, changes: Changes) -> None:
        self.desk.bus.publish(changes)
        self.accept()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.RESIDENTS, Kind.HOUSEHOLDS):
            self._sheet, self._lines = self.desk.services.walks.get(self._sheet.id)
            self._show_lines()


def _numbers(text: str) -> list[str]:
    return "".join(sign if sign.isdecimal() else " " for sign in text).split()
