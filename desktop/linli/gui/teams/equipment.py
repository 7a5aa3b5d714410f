"""Equipment of a team (装备): what there is, what is out and left, who has it."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.equipment import Equipment, Issue, stock_text
from linli.domain.registers import Register
from linli.domain.teams import Team
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import PeopleRegister
from linli.gui.teams.equipment_forms import EquipmentForm, IssueForm, ReturnForm

_SHOWN = {True: mark("没有归还的"), False: mark("全部领用")}


class EquipmentDialog(PeopleRegister[Equipment]):
    """Lists things with their sums."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.TEAMS})
    history_table = "equipment"

    def __init__(self, desk: Desk, team: Team, parent: QWidget | None = None) -> None:
        heads = [tr("装备"), tr("总数"), tr("发出"), tr("库存"), tr("单位"), tr("备注")]
        self._team = team
        super().__init__(tr("{team}的装备").format(team=team.facts.name), heads, desk, parent)
        new = self.add_editing(tr("添加装备(&N)…"), ordered=False)
        self.issue_button = self.add_action(
            tr("发放(&F)…"), "arrow-right", self._on_issue, right=Right.EDIT
        )
        self.issues_button = self.add_button(tr("领用和归还(&L)…"), "list", Right.READ)
        self.issues_button.clicked.connect(lambda: IssuesDialog(desk, team, self).open())
        self._any.append(self.issues_button)
        self.add_removing(tr("删除(&X)"))
        self.add_output(tr("打印领用表(&P)…"), tr("导出表格(&B)…"))
        hint = tr("登记头盔、警棍、迷彩服等各有多少，发给了谁，还剩多少。")
        self.set_empty("shield-lock", tr("还没有登记装备"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Equipment]:
        return self.desk.services.equipment.list_all(self._team.id)

    @override
    def key(self, item: Equipment) -> Hashable:
        return item.id

    @override
    def line(self, item: Equipment) -> Sequence[str]:
        facts = item.facts
        figures = (facts.quantity, item.issued, item.left)
        return (facts.item, *map(str, figures), facts.unit, facts.note or "")

    @override
    def summary_text(self) -> str:
        return tr("{stock}。").format(stock=stock_text(self.items)) if self.items else ""

    @override
    def open_form(self, item: Equipment | None) -> None:
        self._publish_from(EquipmentForm(self.desk, self._team.id, item, self))

    @override
    def removal(self, item: Equipment) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除装备“{item}”？").format(item=item.facts.item)
        detail = tr("登记错了才删除；发放过的删除不了。")
        return question, detail, lambda: self.desk.services.equipment.remove(item.id)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("{team}装备领用登记表").format(team=self._team.facts.name)
        return self.desk.services.equipment.register(self._team.id, title)

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_issue(self) -> None:
        self._publish_from(IssueForm(self.desk, self._team.id, self.selected()[0], self))


class IssuesDialog(PeopleRegister[Issue]):
    """Lists who has what; several lines come back at once."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.TEAMS})
    history_table = "equipment_issue"

    def __init__(self, desk: Desk, team: Team, parent: QWidget | None = None) -> None:
        heads = [tr("领用人"), tr("装备"), tr("数量"), tr("发放"), tr("归还"), tr("备注")]
        self._team = team
        super().__init__(tr("{team}的装备领用").format(team=team.facts.name), heads, desk, parent)
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        self.add_choice(tr("显示(&S)"), self.shown)
        self.return_button = self.add_action(
            tr("归还(&G)…"), "arrow-left", self._on_return, needs_one=False, right=Right.EDIT
        )
        self.add_output(tr("打印领用表(&P)…"), tr("导出表格(&B)…"))
        self.set_empty("list", tr("没有领用记录"), tr("在装备里点“发放”，登记发给了谁。"), [])
        self.read()

    @override
    def list_items(self) -> Sequence[Issue]:
        equipment = self.desk.services.equipment
        return equipment.issues(self._team.id, out_only=self.shown.value())

    @override
    def key(self, item: Issue) -> Hashable:
        return item.id

    @override
    def line(self, item: Issue) -> Sequence[str]:
        facts = item.facts
        return (
            item.name,
            item.item,
            f"{facts.quantity} {item.unit}",
            facts.issued_on.isoformat(),
            facts.returned_on.isoformat() if facts.returned_on else "",
            facts.note or "",
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 条。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: Issue | None) -> None:
        """Let what is activated come back."""
        if item is not None and item.facts.returned_on is None:
            self._on_return()

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("{team}装备领用登记表").format(team=self._team.facts.name)
        equipment = self.desk.services.equipment
        return equipment.register(self._team.id, title, out_only=self.shown.value())

    def _on_return(self) -> None:
        out = [item.id for item in self.selected() if item.facts.returned_on is None]
        if not out:
            self.desk.ask.tell(self, tr("选中的都已经归还。"))
            return
        form = ReturnForm(self.desk, out, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()
