"""What a file would do here (预览): decided line by line or by a rule, then taken in."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from linli.domain.accounts import Right
from linli.domain.backups import BEFORE_IMPORT
from linli.domain.changes import Changes
from linli.domain.exchange_rows import Side
from linli.domain.exchanges import Choices, LineKind, Preview, PreviewLine, Rule
from linli.gui.desk import Desk
from linli.gui.fitting import fit_to_screen
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.progress import Progress

_KINDS = {
    LineKind.CONFLICT: mark("两边都改过"),
    LineKind.SAME: mark("认作同一条"),
    LineKind.FIXED: mark("重号，改号"),
    LineKind.REMOVED: mark("删除"),
    LineKind.CHANGED: mark("修改"),
    LineKind.ADDED: mark("新增"),
}
_RULES = {
    Rule.NEWER: mark("没定的取较新的"),
    Rule.OURS: mark("没定的取本机的"),
    Rule.THEIRS: mark("没定的取对方的"),
}

_RULE_UNITS = 200


class PreviewDialog(ListDialog):
    """Lists what would change, conflicts first. Nothing is changed before 读入."""

    def __init__(
        self, desk: Desk, path: Path, preview: Preview, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("读入交换文件"), desk, parent)
        self._path = path
        self._files = desk.services.exchange_files
        self._sides: dict[str, Side] = {}
        self._apart: set[str] = set()
        self.preview = preview
        heads = [
            *(tr("变动"), tr("登记"), tr("哪一条"), tr("项目")),
            *(tr("本机"), tr("对方"), tr("取舍")),
        ]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("这份文件会做的改动"))
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.set_list(self.table)
        self.rule = ChoiceInput({rule: tr(text) for rule, text in _RULES.items()})
        self.rule.setAccessibleName(tr("没有逐条决定的冲突怎么办"))
        self.rule.set_value(Rule.NEWER)
        self.rule.setMinimumWidth(desk.theme.px(_RULE_UNITS))
        self._flow.addWidget(self.rule)
        self.rule.currentIndexChanged.connect(lambda _: self._show_lines())
        self.ours_button = self.add_button(tr("取本机的(&O)"), "device-desktop")
        self.ours_button.clicked.connect(lambda _: self._decide(Side.OURS))
        self.theirs_button = self.add_button(tr("取对方的(&T)"), "file-import")
        self.theirs_button.clicked.connect(lambda _: self._decide(Side.THEIRS))
        self.apart_button = self.add_button(tr("不是同一条(&D)"), "arrows-split")
        self.apart_button.clicked.connect(lambda _: self._on_apart())
        self.apply_button = self.add_button(tr("读入(&S)"), "check", Right.EXCHANGE)
        self.apply_button.clicked.connect(lambda _: self._on_apply())
        fit_to_screen(self, desk.theme.size(1080, 640))
        self._show()

    def choices(self) -> Choices:
        """Return what is decided so far."""
        return Choices(rule=self.rule.value(), sides=self._sides, apart=frozenset(self._apart))

    def selected(self) -> PreviewLine | None:
        """Return the selected line, None without one."""
        row = self.table.currentRow()
        return self.preview.lines[row] if 0 <= row < len(self.preview.lines) else None

    def _show(self) -> None:
        found = self.preview
        counts = [
            tr("{kind} {count} 处").format(kind=tr(text), count=f"{found.counts[kind]:,}")
            for kind, text in _KINDS.items()
            if found.counts.get(kind)
        ]
        said = [
            tr("「{sender}」{made} 做的文件，{records} 条记录。").format(
                sender=found.sender,
                made=found.made.strftime("%Y-%m-%d %H:%M"),
                records=f"{found.records:,}",
            ),
            "，".join(counts) + "。",
        ]
        if found.barred:
            said.append(
                tr("{count} 人已按本人要求在这里删除，不再接收。").format(count=found.barred)
            )
        if found.ahead_minutes:
            words = tr("对方电脑的时间比这台快 {count} 分钟，请核对两台电脑的时间。")
            said.append(words.format(count=found.ahead_minutes))
        if len(found.lines) < sum(found.counts.values()):
            said.append(tr("冲突全部列出，其他每类只列前面一些。"))
        self.summary.setText("".join(said))
        self._show_lines()

    def _show_lines(self) -> None:
        row = max(0, self.table.currentRow())
        self.table.set_lines(
            [
                tr(_KINDS[line.kind]),
                line.table,
                line.subject,
                line.field,
                line.ours,
                line.theirs,
                self._decision(line),
            ]
            for line in self.preview.lines
        )
        if self.preview.lines:
            self.table.selectRow(row)
        self._on_selection()

    def _decision(self, line: PreviewLine) -> str:
        if line.kind is LineKind.SAME:
            return tr("分开") if line.key in self._apart else tr("同一条")
        if line.kind is not LineKind.CONFLICT or line.newer is None:
            return ""
        rule = self.rule.value()
        side = self._sides.get(line.key)
        if side is None:
            side = line.newer if rule is Rule.NEWER else Side(rule.value)
        return tr("取本机的") if side is Side.OURS else tr("取对方的")

    def _on_selection(self) -> None:
        line = self.selected()
        conflict = line is not None and line.kind is LineKind.CONFLICT
        self.ours_button.setEnabled(conflict)
        self.theirs_button.setEnabled(conflict)
        self.apart_button.setEnabled(line is not None and line.kind is LineKind.SAME)

    def _decide(self, side: Side) -> None:
        line = self.selected()
        if line is not None and line.kind is LineKind.CONFLICT:
            self._sides[line.key] = side
            row = self.table.currentRow()
            self._show_lines()
            self.table.selectRow(min(row + 1, len(self.preview.lines) - 1))

    def _on_apart(self) -> None:
        line = self.selected()
        if line is None or line.kind is not LineKind.SAME:
            return
        self._apart ^= {line.key}
        choices = self.choices()

        def look(progress: Progress) -> Preview:
            return self._files.preview(self._path, choices, progress)

        def show(found: Preview) -> None:
            self.preview = found
            self._show()

        self.desk.jobs.run(look, owner=self, done=show, title=tr("正在重新计算…"))

    def _on_apply(self) -> None:
        choices, in_force = self.choices(), self.preview.in_force

        def take_in(progress: Progress) -> Changes:
            self.desk.services.backups.make_before(BEFORE_IMPORT, progress)
            return self._files.apply(self._path, choices, in_force=in_force, progress=progress)

        def done(changes: Changes) -> None:
            self.accept()
            said = tr("已读入。如果不对，按 Ctrl+Z 可以一步撤销。")
            self.desk.ask.tell(self.parentWidget(), said)
            self.desk.bus.publish(changes)

        self.desk.jobs.run(take_in, owner=self, done=done, title=tr("正在读入…"))
