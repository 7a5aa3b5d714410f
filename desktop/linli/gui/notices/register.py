"""The register of notices (通知): what is drafted, issued, withdrawn, and printed again."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.notices import STATE_LABELS, NoticeFilter, NoticeRow, NoticeState
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.notices.form import NoticeForm
from linli.gui.notices.issuers import IssuersForm
from linli.gui.notices.kinds import open_new_notice
from linli.gui.notices.reasons import WithdrawForm
from linli.gui.print_dialog import open_print_dialog
from linli.gui.register_dialog import RegisterDialog
from linli.gui.registers.frame import SHOWN_MOST

if TYPE_CHECKING:
    from linli.services.notice_papers import ArchiveCopy


def open_notices(desk: Desk, parent: QWidget) -> None:
    """Show all notices."""
    NoticesDialog(desk, parent).open()


def open_notice(desk: Desk, notice_id: int, parent: QWidget) -> None:
    """Open a notice: the form of a draft, the archive of one that was issued.

    Raises:
        NotFoundError: it is gone.
    """
    saved = desk.services.notices.get(notice_id)
    if saved.row.state is NoticeState.DRAFT:
        form = NoticeForm(desk, saved.draft, parent, notice_id=notice_id, version=saved.row.version)
        form.saved.connect(desk.bus.publish)
        form.open()
    else:
        open_archive(desk, saved.row, saved.files[0].revision, parent)


def open_archive(desk: Desk, row: NoticeRow, revision: int, parent: QWidget) -> None:
    """Show what was printed at issue or revision, to be printed again as it was."""
    papers = desk.services.notice_papers

    def show(copy: "ArchiveCopy") -> None:
        title = row.number.text if row.number else row.kind_title
        if not copy.original:
            words = tr("存档件里有按规定删除了的人，这是按剩下的内容重新排的。")
            desk.ask.tell(parent, words)
        open_print_dialog(desk, copy.content, title, parent)

    desk.jobs.run(
        lambda _: papers.archive_copy(row.id, revision),
        owner=parent,
        done=show,
        title=tr("正在打开存档件…"),
    )


class NoticesDialog(RegisterDialog[NoticeRow]):
    """Lists notices, the last day first."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.NOTICES})
    history_table = "notice"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("标题"),
            tr("状态"),
            tr("文号"),
            tr("日期"),
            tr("种类"),
            tr("发文单位"),
            tr("份数"),
        ]
        super().__init__(tr("通知"), heads, desk, parent)
        notices = desk.services.notices
        years: dict[Any, str] = {None: tr("各年")}
        years |= {year: tr("{year}年").format(year=year) for year in notices.years()}
        states: dict[Any, str] = {None: tr("全部状态")}
        states |= {state: tr(words) for state, words in STATE_LABELS.items()}
        known: dict[Any, str] = {None: tr("全部种类")}
        known |= {each.id: each.title for each in desk.services.notice_kinds.list_all()}
        self.find_line = self.add_find(tr("标题或文号"))
        self.year = ChoiceInput(years, self)
        self.kind = ChoiceInput(known, self)
        self.state = ChoiceInput(states, self)
        self.add_choice(tr("年份(&Y)"), self.year)
        self.add_choice(tr("种类(&T)"), self.kind)
        self.add_choice(tr("状态(&S)"), self.state)
        new = self.add_editing(tr("新建(&N)…"), ordered=False)
        self.archive_button = self._add(
            tr("打印存档件(&P)…"), "printer", self._on_archive, Right.PRINT
        )
        self.revise_button = self._add(tr("修订(&R)…"), "edit", self._on_revise, Right.EDIT)
        self.withdraw_button = self._add(tr("撤回(&W)…"), "x", self._on_withdraw, Right.EDIT)
        self.receipt_button = self._add(
            tr("签收表(&G)…"), "list-check", self._on_receipt, Right.PRINT
        )
        self.add_removing(tr("删除草稿(&X)"))
        self.issuers_button = self.add_button(
            tr("发文单位(&I)…"), "building-community", Right.SETTINGS
        )
        self.issuers_button.clicked.connect(self._on_issuers)
        hint = tr("会议、停水停电、公示、致居民一封信都从这里写；填几项就能印，文号自动编。")
        self.set_empty("file-text", tr("这里没有通知"), hint, [new])
        self.read()

    @property
    def wanted(self) -> NoticeFilter:
        """What is listed now."""
        return NoticeFilter(
            year=self.year.value(),
            kind=self.kind.value(),
            state=self.state.value(),
            text=self.find_line.value() or "",
        )

    @override
    def list_items(self) -> Sequence[NoticeRow]:
        return self.desk.services.notices.list_all(self.wanted, SHOWN_MOST)

    @override
    def key(self, item: NoticeRow) -> Hashable:
        return item.id

    @override
    def line(self, item: NoticeRow) -> Sequence[str]:
        state = tr(STATE_LABELS[item.state])
        if item.revision:
            state = tr("{state}，修订 {count} 次").format(state=state, count=item.revision)
        return (
            item.title,
            state,
            item.number.text if item.number else "",
            item.day.isoformat(),
            item.kind_title,
            item.issuer,
            f"{item.recipients:,}" if item.recipients else "",
        )

    @override
    def summary_text(self) -> str:
        count = self.desk.services.notices.count(self.wanted)
        text = tr("共 {count} 件。").format(count=f"{count:,}") if count else ""
        if count > len(self.items):
            words = tr("这里只列出前 {shown} 件，请按年份或种类看。")
            text += words.format(shown=f"{len(self.items):,}")
        return text

    @override
    def open_form(self, item: NoticeRow | None) -> None:
        if item is None:
            open_new_notice(self.desk, self)
        elif item.state is NoticeState.DRAFT or self.desk.may(Right.PRINT):
            open_notice(self.desk, item.id, self)

    @override
    def removal(self, item: NoticeRow) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除草稿“{title}”？").format(title=item.title)
        notices = self.desk.services.notices
        return question, tr("可以按 Ctrl+Z 撤销。"), lambda: notices.remove_draft(item.id)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        item = selected[0] if len(selected) == 1 else None
        is_draft = item is not None and item.state is NoticeState.DRAFT
        is_out = item is not None and item.state is NoticeState.ISSUED
        may = self.desk.may
        self.archive_button.setEnabled(item is not None and not is_draft and may(Right.PRINT))
        self.revise_button.setEnabled(is_out and may(Right.EDIT))
        self.withdraw_button.setEnabled(is_out and may(Right.EDIT))
        has_people = item is not None and item.recipients > 0
        self.receipt_button.setEnabled(has_people and may(Right.PRINT))
        self.remove_button.setEnabled(is_draft and may(Right.REMOVE))

    def _add(
        self, text: str, icon_name: str, slot: Callable[[], None], right: Right
    ) -> QPushButton:
        button = self.add_button(text, icon_name, right)
        button.clicked.connect(slot)
        return button

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_archive(self) -> None:
        """Print what was issued; of several revisions the clerk says which."""
        row = self.selected()[0]
        files = self.desk.services.notices.get(row.id).files
        chosen: int | None = 0
        if len(files) > 1:
            options = [
                tr("第 {number} 次，{day}").format(
                    number=file.revision + 1, day=f"{file.made_at:%Y-%m-%d %H:%M}"
                )
                for file in files
            ]
            chosen = self.desk.ask.choose(self, tr("打印哪一次的存档件？"), options)
        if chosen is not None:
            open_archive(self.desk, row, files[chosen].revision, self)

    def _on_revise(self) -> None:
        saved = self.desk.services.notices.get(self.selected()[0].id)
        self._publish_from(
            NoticeForm(
                self.desk,
                saved.draft,
                self,
                notice_id=saved.row.id,
                version=saved.row.version,
                revising=True,
            )
        )

    def _on_withdraw(self) -> None:
        self._publish_from(WithdrawForm(self.desk, self.selected()[0], self))

    def _on_receipt(self) -> None:
        row, services = self.selected()[0], self.desk.services
        self.desk.jobs.run(
            lambda progress: services.registers.pdf(
                services.notices.receipt(row.id), progress=progress
            ),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, tr("通知签收表"), self),
            title=tr("正在准备签收表…"),
        )

    def _on_issuers(self) -> None:
        self._publish_from(IssuersForm(self.desk, self))
