"""People on grids' posts (岗位人员): who holds what today, who did before."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.posts import Post, PostFilter, from_to, is_over, standing_words
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.posts.forms import HandOverForm, LeaveForm, PostForm, SeatsForm, role_choices
from linli.gui.posts.staffing import StaffingDialog
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import PeopleRegister

_NOW, _COMING, _ALL = "now", "coming", "all"
_SHOWN = {
    _NOW: mark("现在在岗的"),
    _COMING: mark("还没上岗的"),
    _ALL: mark("全部，含已离岗的"),
}


def open_posts(desk: Desk, parent: QWidget) -> None:
    """Show the people on posts."""
    PostsDialog(desk, parent).open()


def open_post(desk: Desk, post_id: int, parent: QWidget) -> None:
    """Show one of them."""
    form = PostForm(desk, desk.services.posts.get(post_id), parent)
    form.saved.connect(desk.bus.publish)
    form.open()


class PostsDialog(PeopleRegister[Post]):
    """Lists who is on a post, by grid and role."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.GRIDS, Kind.STAFF, Kind.SETTINGS})
    history_table = "grid_officer"
    across = True
    has_phones = True
    is_posted = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("网格"), tr("岗位"), tr("姓名"), tr("电话")),
            *(tr("任职时间"), tr("身份"), tr("备注")),
        ]
        super().__init__(tr("岗位人员"), heads, desk, parent)
        grids: dict[Any, str] = {None: tr("全部网格")}
        self.grid = ChoiceInput(grids | desk.services.grids.names(), self)
        roles: dict[Any, str] = {None: tr("全部岗位")}
        self.role = ChoiceInput(roles | role_choices(desk), self)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("网格(&G)"), self.grid)
        self.add_choice(tr("岗位(&R)"), self.role)
        self.add_choice(tr("显示(&S)"), self.shown)
        new = self.add_editing(tr("添加(&N)…"), ordered=False)
        self.seats_button = self.add_button(tr("登记楼栋长(&L)…"), "building", Right.EDIT)
        self.seats_button.clicked.connect(lambda: self._show(SeatsForm(self.desk, self)))
        self.hand_over_button = self.add_action(
            tr("交接(&J)…"), "arrows-exchange", self._on_hand_over, right=Right.EDIT
        )
        self.leave_button = self.add_action(
            tr("离岗(&F)…"), "user-minus", self._on_leave, needs_one=False, right=Right.EDIT
        )
        self.list_button = self.add_action(
            tr("移交清单(&Y)…"), "clipboard", self._on_list, right=Right.PRINT
        )
        self.staffing_button = self.add_button(tr("空缺和兼任(&K)…"), "list-check")
        self.staffing_button.clicked.connect(lambda: StaffingDialog(self.desk, self).open())
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印名册(&P)…"), tr("导出表格(&B)…"))
        hint = tr("网格长、网格员、联络员、楼栋长等，从哪天到哪天由谁担任。")
        self.set_empty("users", tr("这里没有岗位人员"), hint, [new])
        self.read()

    @property
    def wanted(self) -> PostFilter:
        """What is listed now."""
        shown, today = self.shown.value(), self._today()
        return PostFilter(
            grid_id=self.grid.value(),
            role=self.role.value(),
            on=today if shown == _NOW else None,
            after=today if shown == _COMING else None,
        )

    @override
    def list_items(self) -> Sequence[Post]:
        return self.desk.services.posts.list_all(self.wanted)

    @override
    def key(self, item: Post) -> Hashable:
        return item.id

    @override
    def line(self, item: Post) -> Sequence[str]:
        facts = item.facts
        return (
            item.grid,
            item.title,
            facts.name,
            self.masks.show_phone(facts.phone) if facts.phone else "",
            from_to(facts),
            standing_words(facts),
            (facts.note or "").replace("\n", "；"),
        )

    @override
    def summary_text(self) -> str:
        checks = self.desk.services.post_checks
        words = tr("共 {count} 人次。").format(count=len(self.items))
        if checks.unfilled():
            return words + tr("岗位模板（1+2+2+X）还没有填写。")
        missing = sum(each.wanted - each.have for each in checks.vacancies())
        return words + (tr("按模板还缺 {count} 人。").format(count=missing) if missing else "")

    @override
    def open_form(self, item: Post | None) -> None:
        self._show(PostForm(self.desk, item, self))

    @override
    def removal(self, item: Post) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除“{name}”{post}的记录？").format(name=item.facts.name, post=item.title)
        detail = tr("登记错了才删除；不再担任的请点“离岗”，以前的记录会留着。")
        return question, detail, lambda: self.desk.services.posts.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("网格岗位人员名册")
        return self.desk.services.posts.register(self.wanted, title, revealed=revealed)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        today = self._today()
        serving = bool(selected) and not any(is_over(item.facts, today) for item in selected)
        edit = self.desk.may(Right.EDIT)
        self.leave_button.setEnabled(edit and serving)
        self.hand_over_button.setEnabled(edit and serving and len(selected) == 1)

    def _on_hand_over(self) -> None:
        self._show(HandOverForm(self.desk, self.selected()[0], self))

    def _on_leave(self) -> None:
        self._show(LeaveForm(self.desk, self.selected(), self))

    def _on_list(self) -> None:
        post_id = self.selected()[0].id
        title = tr("网格移交清单")
        self.desk.jobs.run(
            lambda _: self.desk.services.posts.hand_over_pdf(post_id),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在准备移交清单…"),
        )

    def _show(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
