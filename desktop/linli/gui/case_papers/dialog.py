"""The documents of a case in a list: what is there, what is missing, and what to do with each."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.case_file_rules import UNNUMBERED
from linli.domain.case_paper_drafts import PaperLine, SavedPaper
from linli.domain.case_paper_rules import NEED, Need
from linli.domain.case_papers import PaperRef
from linli.domain.changes import Kind
from linli.domain.register_texts import spoken
from linli.errors import UserError
from linli.gui.case_papers.form import PaperForm
from linli.gui.case_papers.setup_form import PaperSetupForm
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import HistoryOf, ListDialog
from linli.gui.plain_table import PlainTable
from linli.gui.print_dialog import open_print_dialog
from linli.gui.register_dialog import RegisterDialog


def open_case_papers(desk: Desk, case_id: int, parent: QWidget) -> None:
    """Show the documents of a case; if it is gone, that is said."""
    try:
        case = desk.services.cases.get(case_id)
    except UserError as error:
        desk.ask.warn(parent, error.message)
        return
    CasePapersDialog(desk, case_id, case.facts.title, parent).open()


class CasePapersDialog(RegisterDialog[PaperLine]):
    """Lists the documents that one case must or may have."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.CASES, Kind.SETTINGS})
    history_table = "case_paper"

    def __init__(
        self, desk: Desk, case_id: int, called: str, parent: QWidget | None = None
    ) -> None:
        heads = [
            tr("文书"),
            tr("当事人或日期"),
            tr("要不要"),
            tr("状态"),
            tr("出具日期"),
            tr("提示"),
        ]
        super().__init__(tr("调解文书"), heads, desk, parent)
        self._case_id = case_id
        self._called = called
        self.open_button = self.add_button(tr("打开编辑(&O)…"), "edit", Right.MEDIATE)
        self.open_button.clicked.connect(self._on_open)
        self.print_button = self.add_button(tr("打印选中的(&P)…"), "printer", Right.PRINT)
        self.print_button.clicked.connect(lambda: self._print(self.selected()))
        self.print_all_button = self.add_button(tr("打印全部已出具(&A)…"), "printer", Right.PRINT)
        self.print_all_button.clicked.connect(
            lambda: self._print([line for line in self.items if line.issued])
        )
        self.versions_button = self.add_button(tr("历次出具(&V)…"), "list-details")
        self.versions_button.clicked.connect(self._on_versions)
        self.discard_button = self.add_button(tr("删除草稿(&D)"), "trash", Right.MEDIATE)
        self.discard_button.clicked.connect(self._on_discard)
        self.setup_button = self.add_button(tr("文书目录(&L)…"), "settings", Right.SETTINGS)
        self.setup_button.clicked.connect(self._on_setup)
        QShortcut(QKeySequence("F2"), self, self.open_button.click)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_button.click)
        self.read()

    @override
    def list_items(self) -> Sequence[PaperLine]:
        return self.desk.services.case_papers.lines(self._case_id)

    @override
    def key(self, item: PaperLine) -> Hashable:
        return item.wanted.ref

    @override
    def line(self, item: PaperLine) -> Sequence[str]:
        issued = item.issued
        return (
            item.wanted.name,
            item.wanted.whom,
            tr(NEED[item.wanted.need]),
            _state(item),
            spoken(issued.issued_on) if issued else "",
            _hint(item),
        )

    @override
    def summary_text(self) -> str:
        missing = [line for line in self.items if _is_missing(line)]
        if not missing:
            return tr("{case}：必须的文书都出具了。").format(case=self._called)
        names = tr("、").join(dict.fromkeys(line.wanted.name for line in missing))
        return tr("{case}：必须的文书还有 {count} 份没有出具：{names}。").format(
            case=self._called, count=len(missing), names=names
        )

    @override
    def open_form(self, item: PaperLine | None) -> None:
        if item is None or item.wanted.attached or not self.desk.may(Right.MEDIATE):
            return
        form = PaperForm(self.desk, self._case_id, item.wanted.ref, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        made = [line for line in selected if not line.wanted.attached]
        may, prints = self.desk.may(Right.MEDIATE), self.desk.may(Right.PRINT)
        self.open_button.setEnabled(may and one is not None and not one.wanted.attached)
        self.print_button.setEnabled(prints and bool(made))
        self.print_all_button.setEnabled(prints and any(line.issued for line in self.items))
        self.versions_button.setEnabled(one is not None and one.issued is not None)
        self.discard_button.setEnabled(may and one is not None and one.draft is not None)
        if self.changes_button is not None:
            self.changes_button.setEnabled(one is not None and _kept(one) is not None)

    @override
    def _history_of(self) -> HistoryOf | None:
        selected = self.selected()
        kept = _kept(selected[0]) if len(selected) == 1 else None
        if kept is None:
            return None
        return self.history_table, str(kept.id), selected[0].wanted.name

    def _print(self, lines: Sequence[PaperLine]) -> None:
        refs = [line.wanted.ref for line in lines if not line.wanted.attached]
        if not refs:
            return
        papers, case_id = self.desk.services.case_papers, self._case_id
        title = lines[0].wanted.name if len(refs) == 1 else tr("调解文书")
        self.desk.jobs.run(
            lambda progress: papers.pdf(case_id, refs, progress),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在排版…"),
        )

    def _on_versions(self) -> None:
        line = self.selected()[0]
        VersionsDialog(self.desk, self._case_id, line.wanted.ref, line.wanted.name, self).open()

    def _on_discard(self) -> None:
        line = self.selected()[0]
        question = tr("删除{name}的草稿？").format(name=line.wanted.name)
        detail = tr("案件里的内容不受影响，再打开时按案件重新填写。可以按 Ctrl+Z 撤销。")
        if self.desk.ask.confirm(self, question, accept=tr("删除"), detail=detail):
            papers = self.desk.services.case_papers
            self.do(lambda: papers.discard_draft(self._case_id, line.wanted.ref))

    def _on_setup(self) -> None:
        form = PaperSetupForm(self.desk, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()


class VersionsDialog(ListDialog):
    """Lists what was issued of one document, and prints it as it was."""

    def __init__(
        self, desk: Desk, case_id: int, ref: PaperRef, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("历次出具：{name}").format(name=name), desk, parent)
        self._case_id = case_id
        self._name = name
        self._versions: list[SavedPaper] = desk.services.case_papers.versions(case_id, ref)
        heads = [tr("第几稿"), tr("出具日期"), tr("更正原因"), tr("出具人")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("历次出具"))
        self.table.set_lines(
            (str(each.revision), spoken(each.issued_on), each.reason, each.account)
            for each in self._versions
        )
        self.set_list(self.table)
        self.print_button = self.add_button(tr("打印这一稿(&P)…"), "printer", Right.PRINT)
        self.print_button.clicked.connect(self._on_print)
        self.table.itemActivated.connect(lambda _: self.print_button.click())
        if self._versions:
            self.table.setCurrentCell(0, 0)

    def _on_print(self) -> None:
        row = self.table.currentRow()
        if not 0 <= row < len(self._versions):
            return
        papers, case_id, paper_id = (
            self.desk.services.case_papers,
            self._case_id,
            self._versions[row].id,
        )
        self.desk.jobs.run(
            lambda progress: papers.version_pdf(case_id, paper_id, progress),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, self._name, self),
            title=tr("正在排版…"),
        )


def _kept(line: PaperLine) -> SavedPaper | None:
    return line.draft or line.issued


def _is_missing(line: PaperLine) -> bool:
    wanted = line.wanted
    needed = wanted.need is Need.MUST and not wanted.attached
    needed = needed and wanted.ref.kind not in UNNUMBERED
    return needed and line.issued is None and not line.served


def _state(line: PaperLine) -> str:
    if line.wanted.attached:
        return tr("附件")
    if line.draft is not None and line.issued is not None:
        return tr("已出具，正在更正")
    if line.issued is not None:
        return tr("已出具")
    if line.draft is not None:
        return tr("草稿")
    return tr("装订时生成") if line.wanted.ref.kind in UNNUMBERED else tr("没有")


def _hint(line: PaperLine) -> str:
    if line.wanted.attached:
        return tr("在卷宗里添加扫描件")
    if line.changed:
        return tr("案件内容变了：{names}").format(names=tr("、").join(line.changed))
    asked = line.draft is not None or line.wanted.need is Need.MUST
    if line.issued is None and line.missing and asked:
        return tr("还缺：{names}").format(names=tr("、").join(line.missing))
    return tr("有别的文书代替") if line.served and line.issued is None else ""
