"""Choosing the kind of a new notice (新建通知), and the clerk's own kinds."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.notice_templates import OWN, Audience, NoticeTemplate
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import HistoryOf
from linli.gui.notices.form import NoticeForm
from linli.gui.notices.template_form import TemplateForm
from linli.gui.register_dialog import RegisterDialog


def open_new_notice(desk: Desk, parent: QWidget, resident_ids: Sequence[int] = ()) -> None:
    """Let the clerk choose a kind, and draft a notice of it, maybe to some people."""
    KindsDialog(desk, parent, resident_ids).open()


def open_draft(
    desk: Desk, kind: str, parent: QWidget, resident_ids: Sequence[int] = ()
) -> NoticeForm:
    """Open the form of a new notice of a kind."""
    notices = desk.services.notices
    draft = notices.begin(kind)
    if resident_ids and draft.template.audience is not Audience.ALL:
        people = notices.recipients(resident_ids, per_household=True)
        draft = replace(draft, recipients=tuple(people))
    form = NoticeForm(desk, draft, parent)
    form.saved.connect(desk.bus.publish)
    form.open()
    return form


class KindsDialog(RegisterDialog[NoticeTemplate]):
    """Lists the kinds of notices, the clerk's own last; Enter begins one."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.NOTICES})
    history_table = "notice_template"

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, resident_ids: Sequence[int] = ()
    ) -> None:
        heads = [tr("种类"), tr("来源"), tr("做什么用")]
        super().__init__(tr("新建通知"), heads, desk, parent)
        self._resident_ids = list(resident_ids)
        self.draft_button = self._add(tr("起草(&N)…"), "edit", self._on_open, Right.EDIT)
        self.copy_button = self._add(tr("复制成自己的(&D)…"), "copy", self._on_copy, Right.DESIGN)
        self.edit_button = self._add(tr("修改模板(&E)…"), "template", self._on_edit, Right.DESIGN)
        self.add_removing(tr("删除模板(&X)"))
        self.why_button = self.add_button(tr("为什么不能开证明(&W)…"), "help")
        self.why_button.clicked.connect(self._on_why)
        self.read()
        for broken in desk.services.notice_kinds.broken():
            self.summary.setText(broken.message)

    @override
    def list_items(self) -> Sequence[NoticeTemplate]:
        return self.desk.services.notice_kinds.list_all()

    @override
    def key(self, item: NoticeTemplate) -> Hashable:
        return item.id

    @override
    def line(self, item: NoticeTemplate) -> Sequence[str]:
        return item.title, tr("自己的") if item.own else tr("程序自带"), item.about

    @override
    def summary_text(self) -> str:
        names, _ = self.desk.services.notice_kinds.not_offered()
        words = tr("选一种，按回车起草。无犯罪记录等 {count} 种证明社区不能开，这里没有。")
        return words.format(count=len(names))

    @override
    def open_form(self, item: NoticeTemplate | None) -> None:
        if item is not None and self.desk.may(Right.EDIT):
            owner = self.parentWidget() or self
            open_draft(self.desk, item.id, owner, self._resident_ids)
            self.accept()

    @override
    def removal(self, item: NoticeTemplate) -> tuple[str, str, Callable[[], Changes]]:
        kinds = self.desk.services.notice_kinds
        used = kinds.used(item.id)
        detail = tr("用它写的 {count} 件通知不受影响。可以按 Ctrl+Z 撤销。").format(count=used)
        question = tr("删除模板“{title}”？").format(title=item.title)
        return question, detail, lambda: kinds.remove(item.id)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        own = len(selected) == 1 and selected[0].own
        may = self.desk.may
        self.edit_button.setEnabled(own and may(Right.DESIGN))
        self.remove_button.setEnabled(own and may(Right.DESIGN))
        if self.changes_button is not None:
            self.changes_button.setEnabled(own)

    @override
    def _history_of(self) -> HistoryOf | None:
        """Return the record of the clerk's kind: the number in its id."""
        selected = self.selected()
        if len(selected) != 1 or not selected[0].own:
            return None
        return self.history_table, selected[0].id.removeprefix(OWN), selected[0].title

    def _add(
        self, text: str, icon_name: str, slot: Callable[[], None], right: Right
    ) -> QPushButton:
        button = self.add_button(text, icon_name, right)
        button.clicked.connect(slot)
        self._one.append(button)
        return button

    def _on_copy(self) -> None:
        item = self.selected()[0]
        title = self.desk.ask.text(
            self,
            tr("复制成自己的"),
            tr("新模板的名称"),
            tr("{title}（自己的）").format(title=item.title),
        )
        if title is not None:
            kinds = self.desk.services.notice_kinds
            self.do(lambda: kinds.copy(item.id, title)[1])

    def _on_edit(self) -> None:
        form = TemplateForm(self.desk, self.selected()[0], self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_why(self) -> None:
        names, source = self.desk.services.notice_kinds.not_offered()
        text = tr("这些证明居民委员会不应开具，所以这里没有：")
        listed = tr("、").join(names)
        where = tr("要用的单位应当自己核实，或者请居民到有权的部门办理。依据：{source}。")
        self.desk.ask.tell(self, text, f"{listed}。\n\n{where.format(source=source)}")
