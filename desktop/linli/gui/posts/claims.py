"""Claimed posts and pledges (岗位认领和承诺): who claimed what, and what was kept."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.claims import (
    POST_KINDS,
    Claim,
    ClaimFilter,
    DutyPost,
    kept_words,
    pledge_sums,
)
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.posts.claim_forms import ClaimForm, DutyPostForm, MarkForm
from linli.gui.posts.texts import DutyTextsDialog
from linli.gui.print_dialog import open_print_dialog
from linli.gui.register_dialog import RegisterDialog
from linli.gui.registers.frame import PeopleRegister

_SHOWN = {True: mark("现在在岗的"), False: mark("全部，含以前的")}


def open_claims(desk: Desk, parent: QWidget) -> None:
    """Show the claimed posts."""
    ClaimsDialog(desk, parent).open()


class ClaimsDialog(PeopleRegister[Claim]):
    """Lists claims by grid, with the sums of their pledges."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.POSTS, Kind.GRIDS, Kind.RESIDENTS})
    history_table = "post_claim"
    across = True
    has_phones = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("网格"), tr("岗位"), tr("类别"), tr("认领人"), tr("电话")),
            *(tr("认领日期"), tr("承诺日期"), tr("践诺"), tr("承诺")),
        ]
        super().__init__(tr("岗位认领和承诺"), heads, desk, parent)
        grids: dict[Any, str] = {None: tr("全部网格")}
        self.grid = ChoiceInput(grids | desk.services.grids.names(), self)
        kinds: dict[Any, str] = {None: tr("全部类别")}
        self.kind = ChoiceInput(kinds | {k: tr(v) for k, v in POST_KINDS.items()}, self)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("网格(&G)"), self.grid)
        self.add_choice(tr("类别(&R)"), self.kind)
        self.add_choice(tr("显示(&S)"), self.shown)
        new = self.add_editing(tr("登记认领(&N)…"), ordered=False)
        self.mark_button = self.add_action(
            tr("评定践诺(&K)…"), "check", self._on_mark, needs_one=False, right=Right.EDIT
        )
        self.pledge_button = self.add_action(
            tr("打承诺书(&L)…"), "printer", self._on_pledges, needs_one=False, right=Right.PRINT
        )
        self.post_button = self.add_button(tr("打公示(&F)…"), "printer", Right.POST)
        self.post_button.clicked.connect(lambda: self.output(self._posted, self.print_upright))
        self._any.append(self.post_button)
        self.board_button = self.add_button(tr("转到公示栏(&Y)"), "layout-board", Right.EDIT)
        self.board_button.clicked.connect(self._on_board)
        self.catalogue_button = self.add_button(tr("岗位目录(&M)…"), "list")
        self.catalogue_button.clicked.connect(lambda: CatalogueDialog(self.desk, self).open())
        self.texts_button = self.add_button(tr("工作职责(&W)…"), "file-text")
        self.texts_button.clicked.connect(lambda: DutyTextsDialog(self.desk, self).open())
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印名册(&P)…"), tr("导出表格(&B)…"))
        hint = tr("先在“岗位目录”里写有哪些岗位，再登记谁认领、承诺了什么。")
        self.set_empty("heart-handshake", tr("这里没有岗位认领"), hint, [new])
        self.read()

    @property
    def wanted(self) -> ClaimFilter:
        """What is listed now."""
        on = self.desk.services.context.clock().date() if self.shown.value() else None
        return ClaimFilter(grid_id=self.grid.value(), kind=self.kind.value(), on=on)

    @override
    def list_items(self) -> Sequence[Claim]:
        return self.desk.services.claims.list_all(self.wanted)

    @override
    def key(self, item: Claim) -> Hashable:
        return item.id

    @override
    def line(self, item: Claim) -> Sequence[str]:
        facts = item.facts
        return (
            item.grid or tr("全社区"),
            item.post,
            tr(POST_KINDS[item.kind]),
            facts.name,
            self.masks.show_phone(item.phone) if item.phone else "",
            facts.since.isoformat(),
            _iso(facts.pledged_on),
            kept_words(facts),
            (facts.pledge or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        words = tr("共 {count} 人次认领。").format(count=len(self.items))
        return words + pledge_sums(self.items).words if self.items else ""

    @override
    def open_form(self, item: Claim | None) -> None:
        self._show(ClaimForm(self.desk, item, self))

    @override
    def removal(self, item: Claim) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除“{name}”认领“{post}”的记录？").format(
            name=item.facts.name, post=item.post
        )
        detail = tr("登记错了才删除；不再担任的请打开它，填写最后一天。")
        return question, detail, lambda: self.desk.services.claims.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("岗位认领名册")
        return self.desk.services.claims.register(self.wanted, title, revealed=revealed)

    @override
    def read(self) -> None:
        super().read()
        may = self.desk.may(Right.EDIT)
        self.board_button.setEnabled(may and self.grid.value() is not None and bool(self.items))
        self.board_button.setToolTip(tr("先在上面选一个网格"))

    def _posted(self, _revealed: bool) -> Register:  # noqa: FBT001 - called by `output` alone
        services, title = self.desk.services, tr("岗位认领和承诺公示")
        return services.masking.for_posting(services.claims.posted_register(self.wanted, title))

    def _on_mark(self) -> None:
        self._show(MarkForm(self.desk, self.selected(), self))

    def _on_pledges(self) -> None:
        ids, claims = [item.id for item in self.selected()], self.desk.services.claims
        self.desk.jobs.run(
            lambda _: claims.pledge_pdf(ids),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, tr("承诺书"), self),
            title=tr("正在准备承诺书…"),
        )

    def _on_board(self) -> None:
        grid_id = self.grid.value()
        self.desk.jobs.run(
            lambda _: self.desk.services.claims.to_board(grid_id), owner=self, done=self._boarded
        )

    def _boarded(self, result: tuple[int, Changes]) -> None:
        count, changes = result
        self.desk.bus.publish(changes)
        words = tr("公示栏上新增或更新了 {count} 人。")
        self.desk.ask.tell(self, words.format(count=count))

    def _show(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()


class CatalogueDialog(RegisterDialog[DutyPost]):
    """Lists the posts that can be claimed, and how many are still wanted."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.POSTS})
    history_table = "duty_post"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("岗位"), tr("类别"), tr("需要"), tr("已认领"), tr("还缺"), tr("职责")]
        super().__init__(tr("岗位目录"), heads, desk, parent)
        new = self.add_editing(tr("添加岗位(&N)…"), ordered=False)
        self.add_removing(tr("删除(&X)"))
        hint = tr("六大员、无职党员设岗、志愿岗：写上名称、职责和需要几人。")
        self.set_empty("list", tr("还没有认领岗位"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[DutyPost]:
        return self.desk.services.claims.posts()

    @override
    def key(self, item: DutyPost) -> Hashable:
        return item.id

    @override
    def line(self, item: DutyPost) -> Sequence[str]:
        facts = item.facts
        return (
            facts.name,
            tr(POST_KINDS[facts.kind]),
            tr("不限") if facts.wanted is None else str(facts.wanted),
            str(item.holders),
            str(item.missing) if item.missing else "",
            (facts.duties or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        missing = sum(item.missing for item in self.items)
        words = tr("共 {count} 个岗位，还缺 {missing} 人。")
        return words.format(count=len(self.items), missing=missing) if self.items else ""

    @override
    def open_form(self, item: DutyPost | None) -> None:
        form = DutyPostForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: DutyPost) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除岗位“{name}”？").format(name=item.facts.name)
        detail = tr("有人认领过的不能删除。")
        return question, detail, lambda: self.desk.services.claims.remove_post(item.id)


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
