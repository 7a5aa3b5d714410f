"""One event of the audit trail: everything that is known of it, and each field it changed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from linli.domain.audit import kind_name
from linli.domain.history import AuditEvent, RecordChange
from linli.domain.name_troubles import with_gaps
from linli.gui.fact_list import FactList, plain_label
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.plain_table import PlainTable
from linli.gui.theme import Theme


class EventPane(QWidget):
    """Shows an event.

    Signals:
        record_asked: show only what was done to this record (subject, words).
    """

    record_asked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._record = ("", "")
        self._facts: FactList | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(10), 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self.heading = plain_label("", "heading", self)
        self.heading.setWordWrap(True)
        self.only_button = QPushButton(icon("filter"), tr("只看这个对象(&O)"), self)
        self.only_button.setAutoDefault(False)
        self.only_button.clicked.connect(lambda: self.record_asked.emit(*self._record))
        self.note = plain_label("", "muted", self)
        self.note.setWordWrap(True)
        self.changes = PlainTable(change_heads(), theme, self)
        self.changes.setAccessibleName(tr("改了哪些内容"))
        for widget in (self.heading, self.only_button, self.note):
            self._column.addWidget(widget)
        self._column.addWidget(self.changes, 1)
        self._column.addStretch()
        self.show_event(None, ())

    def show_event(self, event: AuditEvent | None, changes: Sequence[RecordChange]) -> None:
        """Show an event with the fields it changed, or nothing."""
        if self._facts is not None:
            self._facts.deleteLater()
            self._facts = None
        self.heading.setText("" if event is None else with_gaps(event.action))
        self._record = ("", "")
        if event is not None:
            self._facts = FactList(_facts(event), self._theme, self)
            self._facts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            self._column.insertWidget(1, self._facts)
            if event.record:
                self._record = (event.record, event.subject)
            elif changes:
                self._record = (changes[0].subject, changes[0].record)
        self.only_button.setVisible(bool(self._record[0]))
        self.changes.set_lines(change_line(change) for change in changes)
        self.changes.setVisible(bool(changes))
        self.note.setVisible(bool(changes))
        words = tr("改了这些内容（证件号码和电话不完整显示）：")
        self.note.setText(words)


def change_heads() -> list[str]:
    """Return the heads of a table of changed fields."""
    return [tr("记录"), tr("项目"), tr("原来"), tr("改为")]


def change_line(change: RecordChange) -> tuple[str, ...]:
    """Return a changed field as a line of that table."""
    words = (change.record, change.field, change.before or "—", change.after or "—")
    return tuple(map(with_gaps, words))


def _facts(event: AuditEvent) -> list[tuple[str, str]]:
    return [
        (tr("序号"), f"{event.id:,}"),
        (tr("时间"), f"{event.at:%Y-%m-%d %H:%M:%S}"),
        (tr("账号"), event.account),
        (tr("类别"), kind_name(event.kind)),
        *([(tr("对象"), with_gaps(event.subject))] if event.subject else []),
        (tr("结果"), tr("成功") if event.succeeded else tr("没有成功")),
        *((name, with_gaps(value)) for name, value in event.detail.items()),
    ]
